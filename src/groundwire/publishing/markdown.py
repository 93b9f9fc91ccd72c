"""A brief as Markdown: the same words in the same order, every third-party text as literal text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from groundwire.publishing.figures import table
from groundwire.publishing.html import figure_name
from groundwire.publishing.view import Chip, LineView, PageView, view
from groundwire.publishing.wording import clean, composed_how, count
from groundwire.records.publication import Publication

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_OPENER = re.compile(r"^(\s*)([#=]|[+\-](?=\s|$|[-+ ])|\d{1,9}[.)](?=\s|$))")


def literal(text: str) -> str:
    """Text that Markdown prints as it is: no link, image, markup or block can begin in it."""
    escaped = _SPECIAL.sub(r"\\\1", clean(text))
    return _OPENER.sub(lambda m: f"{m.group(1)}{m.group(2)[:-1]}\\{m.group(2)[-1]}", escaped)


def render(publication: Publication) -> str:
    """The brief as Markdown, with evidence, sources and disclosure."""
    page = view(publication)
    parts = [
        *_head(page),
        *_facts(page),
        *_analysis(page),
        *_checks(page),
        *_section("Builder implications (analysis)", (line.text for line in publication.brief.builders)),
        *_figures(publication),
        *_evidence(page),
        *_disclosure(page),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _head(page: PageView) -> list[str]:
    publication = page.publication
    strip = [page.section, f"{page.status}, {page.updates}", f"checked {page.checked}"]
    strip += [f"next check {page.next_due}"] if page.next_due else []
    kept = ", ".join(f"{number} {words}" for number, words in page.kept)
    return [
        " · ".join(literal(item) for item in strip if item),
        "",
        f"# {literal(page.headline.text)}",
        "",
        " ".join(f"{literal(line.text)}{_cited(line.chips)}" for line in page.summary),
        "",
        f"**Fact {page.score.value}/10** · {kept}"
        + (f" · {literal(page.capped)}" if page.capped else "")
        + f" · {page.sources_line} · {composed_how(publication.brief)} · not reviewed by a person",
        "",
    ]


def _cited(items: Iterable[Chip]) -> str:
    return "".join(f" \\[{literal(chip.label)}\\]" for chip in items)


def _stated(line: LineView, sign: str | None = None) -> str:
    tags = "".join(f" ({tag})" for tag in line.tags)
    return f"- {f'{line.sign} ' if sign is None else sign}{literal(line.text)}{_cited(line.chips)}{tags}"


def _facts(page: PageView) -> list[str]:
    lines = ["## What happened", ""]
    lines += [*(_stated(fact) for fact in page.facts), ""]
    lines += [page.facts_note, ""] if page.facts_note else []
    if page.missing:
        lines += ["### What the record does not show", "", *(f"- ○ {literal(text)}" for text in page.missing), ""]
    if page.differences:
        lines += ["### Where the sources differ", ""]
        for about, sides, reason in page.differences:
            lines += [f"**{literal(about)}**", "", *(_stated(side, "") for side in sides), ""]
            lines += [literal(reason), ""] if reason else []
    return lines


def _section(title: str, texts: Iterable[str]) -> list[str]:
    rows = [f"- {literal(text)}" for text in texts]
    return [f"## {title}", "", *rows, ""] if rows else []


def _analysis(page: PageView) -> list[str]:
    brief = page.publication.brief
    lines = [
        *_section("Why the market cares (analysis)", (line.text for line in brief.market)),
        *_section("Tech / policy link (analysis)", (line.text for line in brief.policy_link)),
    ]
    lens = brief.lens
    if lens is None:
        return lines
    named = f"named in evidence: {', '.join(brief.affected_named)}. " if brief.affected_named else ""
    inferred = f"Inferred: {', '.join(brief.affected_inferred)}. " if brief.affected_inferred else ""
    rows = [
        ("Trigger", page.trigger.text if page.trigger else ""),
        ("Mechanism", " ".join(lens.mechanism)),
        ("Affected", f"{named}{inferred}Effects on single shares: unverified."),
        ("Impact path", " → ".join(lens.impact_path)),
        ("Horizon", lens.horizon),
        ("Signals", "; ".join(signal.text for signal in lens.signals)),
        ("Next check", page.next_due),
        ("Does not apply if", " ".join(lens.does_not_apply)),
    ]
    return [
        *lines,
        f"## Market lens: {literal(lens.title)} (analysis)",
        "",
        literal(lens.thesis),
        "",
        *(f"- **{name}**: {literal(text)}" for name, text in rows if text),
        "",
        "Context only. Not investment, legal or tax advice.",
        "",
    ]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(literal(cell) for cell in cells)} |"


def _checks(page: PageView) -> list[str]:
    rows = [(f"{c.rule} · {c.due}" if c.rule else c.due, c.question, c.counts_as_yes, "waiting") for c in page.checks]
    if not rows:
        return []
    heads = ("Due", "Question", "Counts as yes", "Answer")
    return ["## What to watch next", "", _row(heads), "|---|---|---|---|", *(_row(row) for row in rows), ""]


def _figures(publication: Publication) -> list[str]:
    lines: list[str] = []
    for number, figure in enumerate(publication.brief.figures, 1):
        heads, rows = table(figure)
        name = figure_name(number, figure.kind)
        lines += [
            *(["## Visual briefing", ""] if number == 1 else []),
            f"![{literal(figure.title)}]({name}.svg)",
            "",
            literal(figure.caption),
            "",
            literal(figure.alternative),
            "",
            _row(heads),
            "|" + "---|" * len(heads),
            *(_row(row) for row in rows),
            "",
        ]
    return lines


def _evidence(page: PageView) -> list[str]:
    lines = ["## Evidence, line by line", ""]
    for note in page.notes:
        quoted = "".join(" … " if run.gap else run.text for run in note.runs).strip()
        lines += [
            f"- {literal(note.heading)}, {literal(note.publisher)}: “{literal(quoted)}” "
            f"({note.about}, {note.captured}, {note.verdict}; {note.standing})"
        ]
    return [*lines, ""]


def _disclosure(page: PageView) -> list[str]:
    publication = page.publication
    box = publication.disclosure
    lines = ["## Sources and disclosure", ""]
    for source in page.sources:
        link = f" <{source.url}>" if source.url else ""
        lines.append(
            f"- {literal(source.line.publisher)}: {literal(source.line.title)}, {source.published}, "
            f"{literal(source.about)}, captured {source.captured}, SHA-256 {source.line.sha256[:12]}{link}"
        )
    lines += ["", *(f"{literal(text)}\n" for text in box.rationale)]
    if box.rejected:
        lines += [
            "### Taken out of the draft",
            "",
            f"Described here, not repeated: {count(len(box.rejected), 'claim')}.",
            "",
        ]
        lines += [f"- ? {literal(description)} {literal(reason)}" for description, reason in box.rejected] + [""]
    lines += ["### How this was made", "", *(f"{literal(text)}\n" for text in box.made)]
    lines += [f"- {gate.sign} {literal(gate.name)} {gate.word}: {literal(gate.reason)}" for gate in page.gates]
    lines += [f"- – {literal(name)}: not asked by this policy" for name in publication.decision.not_asked]
    return [*lines, "", *(f"{literal(text)}\n" for text in box.disclaimers)]
