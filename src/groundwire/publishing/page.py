"""Lays out one brief as a page: anchors, evidence under every line, sources and disclosure, ready to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from groundwire.publishing.disclosure import DISCLAIMERS, disclosure
from groundwire.publishing.excerpts import Excerpts
from groundwire.records.brief import Brief, Line, Question
from groundwire.records.gate import Decision
from groundwire.records.policy import QuotePolicy
from groundwire.records.publication import EvidenceNote, Publication
from groundwire.records.source import Document
from groundwire.records.story import Story


def page(
    story: Story,
    brief: Brief,
    decision: Decision,
    checks: Sequence[Question],
    *,
    quotes: QuotePolicy,
    verifier: str,
    disclaimers: Sequence[str] = DISCLAIMERS,
    language: str = "en",
    version: int = 1,
    site: str = "",
    contact: str = "",
) -> Publication:
    """Everything the page of a brief prints; the templates decide nothing.

    Args:
        checks: the frozen questions, soonest first or not.
        quotes: limits within which passages are shown.
        verifier: name of the verifier, printed as it is.
        site, contact: public address of the folder, and where problems are reported; "" when there is none.
    """
    documents = story.documents
    return Publication(
        story=story,
        brief=brief,
        decision=decision,
        checks=tuple(sorted(checks, key=lambda check: (check.due, check.rule))),
        disclosure=disclosure(story, brief, decision, verifier=verifier, disclaimers=disclaimers),
        language=language,
        evidence=evidence_of(brief, documents, quotes),
        verifier=verifier,
        version=version,
        site=site.rstrip("/"),
        contact=contact,
    )


def anchored(brief: Brief) -> tuple[tuple[str, Line], ...]:
    """Every line that needs evidence with its anchor, in the order of the page."""
    lines = [("headline", brief.headline)]
    lines += [(f"summary-{n}", line) for n, line in enumerate(brief.summary, 1)]
    lines += [(f"fact-{n}", line) for n, line in enumerate(brief.facts, 1)]
    for n, difference in enumerate(brief.differences, 1):
        lines += [(f"difference-{n}-{side}", line) for side, line in enumerate(difference.lines, 1)]
    if brief.lens_trigger is not None:
        lines.append(("lens-trigger", brief.lens_trigger))
    return tuple(lines)


def evidence_of(brief: Brief, documents: Sequence[Document], quotes: QuotePolicy) -> tuple[EvidenceNote, ...]:
    """One note a line and document; numbered in the order of the page, given room in the order of importance.

    Headline, summary and lens share the note of a fact that rests on the same words.
    """
    excerpts = Excerpts(documents, quotes)
    pairs = [(anchor, line, document) for anchor, line in anchored(brief) for document in cited(line)]
    order = {(anchor, document): place for place, (anchor, _, document) in enumerate(pairs)}
    pairs.sort(key=lambda item: (not item[0].startswith("fact"), not item[0].startswith("difference")))
    notes: dict[tuple[str, tuple[tuple[int, int], ...]], EvidenceNote] = {}
    own: list[EvidenceNote] = []
    for anchor, line, document in pairs:
        note = excerpts.note(line, anchor, document)
        if note is None:
            continue
        same = notes.get((document, note.spans))
        if same is None or anchor.startswith(("fact", "difference")):
            notes.setdefault((document, note.spans), note)
            own.append(note)
        else:
            also = replace(same, also=(*same.also, anchor))
            notes[(document, note.spans)] = also
            own[own.index(same)] = also
    own.sort(key=lambda note: order[(note.line, note.document)])
    return tuple(replace(note, id=f"e{number}") for number, note in enumerate(own, 1))


def cited(line: Line) -> tuple[str, ...]:
    """Ids of the documents a line cites: as the composer ordered them, then any other its verdicts rest on."""
    resting = [verdict.passages[0].document for verdict in line.verdicts if verdict.passages]
    return tuple(dict.fromkeys([*line.cites, *resting]))
