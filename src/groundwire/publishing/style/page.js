/* Shows the passage of a citation beside its line (wide) or in a dialog (narrow). Without this file every chip is a
   plain link to the same passage further down. Also says "overdue" of a check whose day has passed without an answer. */
(function () {
  "use strict";
  var wide = window.matchMedia("(min-width: 1100px)");
  var panel = document.getElementById("panel");
  var rail = document.querySelector(".rail");
  var dialog = null;
  var opener = null;

  function noteOf(chip) {
    var id = (chip.getAttribute("href") || "").slice(1);
    var note = id ? document.getElementById(id) : null;
    return note && note.classList.contains("note") ? note : null;
  }

  function copyOf(note) {
    var part = document.createDocumentFragment();
    Array.prototype.forEach.call(note.childNodes, function (node) { part.appendChild(node.cloneNode(true)); });
    part.querySelectorAll("[id]").forEach(function (node) { node.removeAttribute("id"); });
    return part;
  }

  function light(chip) {
    document.querySelectorAll(".chip[aria-expanded=true]").forEach(function (old) { old.setAttribute("aria-expanded", "false"); });
    document.querySelectorAll(".lit").forEach(function (old) { old.classList.remove("lit"); });
    chip.setAttribute("aria-expanded", "true");
    var line = chip.closest(".facts > li");
    if (line) { line.classList.add("lit"); }
  }

  function inRail(chip, note, quietly) {
    light(chip);
    panel.replaceChildren(copyOf(note));
    panel.hidden = false;
    var top = (chip.closest("li, dd, td") || chip).getBoundingClientRect().top - rail.getBoundingClientRect().top;
    panel.style.marginTop = Math.max(0, Math.round(top)) + "px";
    if (!quietly) { panel.focus({ preventScroll: true }); }
  }

  function inDialog(chip, note) {
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.setAttribute("aria-label", "Evidence");
      dialog.addEventListener("close", function () {
        if (opener) { opener.setAttribute("aria-expanded", "false"); opener.focus(); }
      });
      dialog.addEventListener("click", function (event) { if (event.target === dialog) { dialog.close(); } });
      document.body.appendChild(dialog);
    }
    var close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.textContent = "Close";
    close.addEventListener("click", function () { dialog.close(); });
    dialog.replaceChildren(close, copyOf(note));
    opener = chip;
    light(chip);
    dialog.showModal();
  }

  var chips = Array.prototype.filter.call(document.querySelectorAll(".chip"), noteOf);
  chips.forEach(function (chip) {
    chip.setAttribute("aria-expanded", "false");
    chip.setAttribute("role", "button");
    chip.addEventListener("click", function (event) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || !panel) { return; }
      event.preventDefault();
      if (wide.matches) { opener = chip; inRail(chip, noteOf(chip)); } else { inDialog(chip, noteOf(chip)); }
    });
    chip.addEventListener("keydown", function (event) {
      if (event.key === " ") { event.preventDefault(); chip.click(); }
    });
  });

  if (panel) {
    panel.tabIndex = -1;
    panel.setAttribute("role", "region");
    panel.setAttribute("aria-label", "Evidence for the line in focus");
    panel.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && opener) { opener.focus(); }
    });
    var first = chips.filter(function (chip) { return chip.closest(".facts"); })[0];
    var start = function () { if (first && wide.matches && panel.hidden) { inRail(first, noteOf(first), true); } };
    if (document.fonts && document.fonts.ready) { document.fonts.ready.then(start); } else { start(); }
    wide.addEventListener("change", start);
  }

  var now = new Date();
  document.querySelectorAll(".checks time[data-due]").forEach(function (due) {
    if (new Date(due.getAttribute("datetime")) < now) {
      var answer = due.closest("tr").querySelector(".waiting");
      if (answer) { answer.className = "overdue"; answer.textContent = "! overdue"; }
    }
  });
  document.querySelectorAll(".strip time[data-due]").forEach(function (due) {
    if (new Date(due.getAttribute("datetime")) < now) {
      var word = document.createElement("span");
      word.className = "overdue";
      word.textContent = " overdue";
      due.after(word);
    }
  });
})();
