"""Gates on letting a text out: no placeholder, not published before, certificate, a person's sign-off."""

from __future__ import annotations

from groundwire.gate.findings import Finding, Look, some
from groundwire.gate.texts import FinalText
from groundwire.language.folding import fold, plain
from groundwire.language.tokens import shingles
from groundwire.records.policy import GateWords


def placeholder_text(text: FinalText, look: Look) -> Finding:
    """Nothing on what is printed was left in by mistake (bad input P05)."""
    evidence = "\n".join(document.text for document in text.documents)
    found = placeholders(text.printed, look.policy.words, evidence)
    if found:
        return Finding(False, f"The text holds a placeholder: {some(found)}.", (text.printed,))
    return Finding(True, "No placeholder was left in the text.", (text.printed,))


def placeholders(text: str, lists: GateWords, evidence: str = "") -> list[str]:
    """The placeholders that a text holds, in the order of the lists."""
    shown = plain(text)
    found = [mark for mark in lists.placeholders if _holds(shown, mark)]
    found += [
        mark
        for mark in lists.placeholders_unless_evidenced
        if _holds(shown, mark) and not _holds(plain(evidence), mark)
    ]
    blanks = set(lists.blanks)
    for piece in shown.split("[")[1:]:
        inside = fold(piece[:60].partition("]")[0])
        if "]" in piece[:60] and inside in blanks:
            found.append(f"[{inside}]")
    return list(dict.fromkeys(found))


def _holds(text: str, mark: str) -> bool:
    """Whether a text holds a mark as a whole word; marks in capitals as written, others in any case."""
    if not any(letter.isupper() for letter in mark):
        text = text.casefold()
    start = text.find(mark)
    while start >= 0:
        end = start + len(mark)
        # A run of the same letter is one placeholder however long: XXXXXX.
        while mark == "XXXX" and text[end : end + 1] == "X":
            end += 1
        left = not (mark[0].isalnum() and text[start - 1 : start].isalnum() and start > 0)
        right = not (mark[-1].isalnum() and text[end : end + 1].isalnum())
        if left and right:
            return True
        start = text.find(mark, end)
    return False


def duplicate_of_published(text: FinalText, look: Look) -> Finding:
    """The text is not already published, in these words or nearly."""
    inputs = (text.bound_to, *(version for version, _ in text.published))
    if any(version == text.bound_to for version, _ in text.published):
        return Finding(False, "Exactly this version is already published.", inputs)
    own = shingles(text.text)
    for _, other in text.published:
        theirs = shingles(other)
        shared = len(own & theirs)
        smaller = min(len(own), len(theirs))
        if smaller and shared / smaller >= look.policy.grouping.near_duplicate_at:
            return Finding(False, "Nearly the same text is already published.", inputs)
    return Finding(True, "Nothing like it is published.", inputs)


def certificate_valid(text: FinalText, look: Look) -> Finding:
    """The promise printed on the page is one that still holds; without a certificate none is made."""
    if text.certificate == "valid":
        return Finding(True, "The certificate is valid.", (text.certificate,))
    if text.certificate == "breached":
        return Finding(
            False,
            "The certificate is breached: the running sample holds more unsupported claims than promised.",
            (text.certificate,),
        )
    if text.certificate in ("none", "void"):
        return Finding(True, "No bound is claimed.", (text.certificate,))
    raise ValueError(f"unknown state of the certificate: {text.certificate!r}")


def human_approval(text: FinalText, look: Look) -> Finding:
    """A person has signed off exactly this version."""
    inputs = (text.bound_to, *text.signed_off)
    if text.bound_to in text.signed_off:
        return Finding(True, "A person has signed off this version.", inputs)
    return Finding(False, "Nobody has signed off this version yet.", inputs)
