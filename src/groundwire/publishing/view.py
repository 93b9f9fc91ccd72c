"""The page as a template prints it: every word, link and sign decided here, nothing decided there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from groundwire.publishing.page import cited
from groundwire.publishing.wording import KINDS, SIGNS, WORDS, count, day, day_and_time, instant, safe_link, sentence_of
from groundwire.records.brief import Line, Question, RejectedClaim
from groundwire.records.gate import FactScore, GateOutcome
from groundwire.records.publication import EvidenceNote, Publication, Run, SourceLine
from groundwire.records.source import SourceKind
from groundwire.records.verdict import Label

GATE_SIGNS = {GateOutcome.PASS: "✓", GateOutcome.HOLD: "!", GateOutcome.FAIL: "✗"}
KIND_OF = {Label.SUPPORTED: "ok", Label.CONTRADICTED: "bad", Label.UNSUPPORTED: "", Label.NO_EVIDENCE: ""}
SEVERITY = (Label.SUPPORTED, Label.UNSUPPORTED, Label.NO_EVIDENCE, Label.CONTRADICTED)
GATE_WORDS = {GateOutcome.PASS: "passed", GateOutcome.HOLD: "holds", GateOutcome.FAIL: "failed"}


@dataclass(frozen=True, slots=True)
class Chip:
    """A citation: the publisher's name, and where its passage stands on the page."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line with its citations and the tags that say how well it stands.

    Args:
        lang: code of the line's language when it is not the page's, else "".
    """

    anchor: str
    text: str
    lang: str
    chips: tuple[Chip, ...] = ()
    tags: tuple[str, ...] = ()
    sign: str = "?"
    word: str = "Not confirmed"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A passage as it is shown: whose it is, how it was captured, what it says of the line."""

    id: str
    line: str
    heading: str
    statement: str
    publisher: str
    title: str
    lang: str
    runs: tuple[Run, ...]
    about: str
    captured: str
    captured_iso: str
    digest: str
    sign: str
    kind: str
    verdict: str
    standing: str
    url: str


@dataclass(frozen=True, slots=True)
class TickView:
    """The ten ticks of a score: full, empty or cut off by a cap."""

    ticks: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """One row of What to watch next."""

    due_iso: str
    rule: str
    due: str
    question: str
    counts_as_yes: str
    void_if: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One entry of the source box."""

    anchor: str
    line: SourceLine
    about: str
    published: str
    captured: str
    url: str
    lang: str
    unjudged: bool


@dataclass(frozen=True, slots=True)
class GateView:
    """One gate with its sign and word."""

    sign: str
    word: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class RejectedView:
    """A claim that was taken out: described with its reason; the wording is for the desk alone."""

    sign: str
    word: str
    description: str
    reason: str
    wording: str


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything the template of a brief prints."""

    publication: Publication
    section: str
    status: str
    updates: str
    checked: str
    checked_iso: str
    next_due: str
    next_due_iso: str
    headline: LineView
    summary: tuple[LineView, ...]
    facts: tuple[LineView, ...]
    facts_note: str
    differences: tuple[tuple[str, tuple[LineView, ...], str], ...]
    missing: tuple[str, ...]
    score: FactScore
    ticks: TickView
    kept: tuple[tuple[str, str], ...]
    capped: str
    sources_line: str
    trigger: LineView | None
    checks: tuple[CheckView, ...]
    notes: tuple[NoteView, ...]
    sources: tuple[SourceView, ...]
    rejected: tuple[RejectedView, ...]
    gates: tuple[GateView, ...]
    passed: str


def view(publication: Publication) -> PageView:
    """The page of a publication, ready for its template."""
    brief, story, decision = publication.brief, publication.story, publication.decision
    year = brief.created_at.year
    facts = [_line(f"fact-{n}", line, publication) for n, line in enumerate(brief.facts, 1)]
    facts_note, facts = _standing(facts, brief.facts)
    first = publication.checks[0] if publication.checks else None
    return PageView(
        publication=publication,
        section=brief.section,
        status=str(story.status).capitalize(),
        updates=count(len(story.updates), "update"),
        checked=day_and_time(brief.created_at),
        checked_iso=instant(brief.created_at),
        next_due=day(first.due.date().isoformat(), year) if first else "",
        next_due_iso=instant(first.due) if first else "",
        headline=_line("headline", brief.headline, publication),
        summary=tuple(_line(f"summary-{n}", line, publication) for n, line in enumerate(brief.summary, 1)),
        facts=tuple(facts),
        facts_note=facts_note,
        differences=tuple(
            (
                difference.about,
                tuple(_line(f"difference-{n}-{s}", line, publication) for s, line in enumerate(difference.lines, 1)),
                difference.reason,
            )
            for n, difference in enumerate(brief.differences, 1)
        ),
        missing=tuple(limit.text for limit in brief.limits if not limit.filled),
        score=decision.score,
        ticks=ticks(decision.score),
        kept=_kept(brief.drafted, brief.removed),
        capped=capped(decision.score),
        sources_line=f"{count(len(story.documents), 'source')}, {count(len(story.origins), 'independent origin')}",
        trigger=_line("lens-trigger", brief.lens_trigger, publication) if brief.lens_trigger else None,
        checks=tuple(_check(check, publication) for check in publication.checks),
        notes=tuple(_note(note, publication) for note in publication.evidence),
        sources=tuple(_source(line, n, year) for n, line in enumerate(publication.disclosure.sources, 1)),
        rejected=tuple(
            RejectedView(SIGNS[claim.label], _taken_out_word(claim), *told, claim.text)
            for claim, told in zip(brief.rejected, publication.disclosure.rejected, strict=True)
        ),
        gates=tuple(GateView(GATE_SIGNS[g.outcome], GATE_WORDS[g.outcome], g.name, g.reason) for g in decision.gates),
        passed=_passed([gate.outcome for gate in decision.gates]),
    )


def ticks(score: FactScore) -> TickView:
    """Ten ticks: as many full ones as the score, hatched ones above the lowest cap, the rest empty."""
    cap = min((limit for _, limit, _ in score.caps), default=10)
    marks = tuple("full" if n <= score.value else "cut" if n > cap else "empty" for n in range(1, 11))
    above = f"; a cap cuts off everything above {cap}" if cap < 10 else ""
    return TickView(marks, f"Fact {score.value} of 10{above}")


def capped(score: FactScore) -> str:
    """What the caps did, in a few words; "" when there is none."""
    if not score.caps:
        return ""
    _, cap, reason = min(score.caps, key=lambda item: item[1])
    cause = reason.rstrip(".")
    cause = cause[:1].lower() + cause[1:]
    if cause.endswith((f"cap {cap}", f"at {cap}")):
        return cause
    return f"{cause}: capped at {cap}" if score.uncapped > cap else f"{cause}: the cap of {cap} changes nothing here"


def _kept(drafted: int, removed: int) -> tuple[tuple[str, str], ...]:
    """The counts beside the score as (number, words)."""
    kept = drafted - removed
    if not removed:
        return ((str(kept), f"{'claim' if kept == 1 else 'claims'} drafted, none taken out"),)
    return ((f"{kept} of {drafted}", "drafted claims kept"), (str(removed), "taken out"))


def _taken_out_word(claim: RejectedClaim) -> str:
    return "leans on a claim taken out" if claim.leans else WORDS[claim.label]


def _line(anchor: str, line: Line, publication: Publication) -> LineView:
    lang = "" if line.lang == publication.language else line.lang
    label = max((verdict.label for verdict in line.verdicts), key=SEVERITY.index, default=Label.UNSUPPORTED)
    return LineView(
        anchor,
        line.text,
        lang,
        chips(anchor, cited(line), publication),
        _tags(line),
        SIGNS[label],
        WORDS[label].capitalize(),
        KIND_OF[label],
    )


def chips(anchor: str, documents: Sequence[str], publication: Publication) -> tuple[Chip, ...]:
    """A chip a document; publishers named twice carry their date; a chip without a passage leads to the source."""
    by_id = {document.id: document for document in publication.story.documents}
    shown = [document for document in documents if document in by_id]
    names = Counter(by_id[document].source.name for document in shown)
    passage = {note.document: note.id for note in publication.evidence if anchor in (note.line, *note.also)}
    place = {line.document: n for n, line in enumerate(publication.disclosure.sources, 1)}
    made = []
    for document in shown:
        name, published = by_id[document].source.name, by_id[document].published
        if names[name] > 1 and published is not None:
            name = f"{name} {day(published.iso, publication.brief.created_at.year)}"
        made.append(Chip(name, f"#{passage[document]}" if document in passage else f"#source-{place[document]}"))
    return tuple(dict.fromkeys(made))


def _tags(line: Line) -> tuple[str, ...]:
    """How well a line stands: the fewest origins and the lowest level of its claims."""
    if not line.verdicts:
        return ()
    levels = {str(verdict.level) for verdict in line.verdicts if verdict.level}
    if levels == {"confirmed"}:
        return ("primary document",)
    origins = min(verdict.origins for verdict in line.verdicts)
    return ("single origin",) if origins == 1 else (f"{origins} origins",) if origins else ()


def _standing(facts: list[LineView], lines: Sequence[Line]) -> tuple[str, list[LineView]]:
    """One sentence in place of the same tag on every line."""
    if len(facts) > 2 and {fact.tags for fact in facts} == {("single origin",)}:
        bare = [replace(fact, tags=()) for fact in facts]
        return "Each of these lines rests on a single origin.", bare
    return "", facts


def _check(check: Question, publication: Publication) -> CheckView:
    return CheckView(
        due_iso=instant(check.due),
        rule=check.rule if check.rule.startswith("D+") else "",
        due=day(check.due.date().isoformat(), publication.brief.created_at.year),
        question=check.question,
        counts_as_yes=check.counts_as_yes,
        void_if=check.void_if,
        chips=chips("", check.cites, publication),
    )


def _note(note: EvidenceNote, publication: Publication) -> NoteView:
    document = next(item for item in publication.story.documents if item.id == note.document)
    year = publication.brief.created_at.year
    published = (
        f"published {day(document.published.iso, year)}" if document.published else "date of publication unknown"
    )
    calibrated = "" if "not calibrated" not in publication.verifier else " (not calibrated)"
    label = Label(note.label)
    captured: datetime = document.snapshot.captured_at
    return NoteView(
        id=note.id,
        line=note.line,
        heading=sentence_of(tuple(_heading(anchor) for anchor in (note.line, *note.also))),
        statement=note.statement,
        publisher=document.source.name,
        title=document.title,
        lang="" if document.language in (publication.language, "und", "") else document.language,
        runs=note.runs,
        about=f"{EXTENT_WORDS[str(document.extent)]}, {published}",
        captured=f"captured {day_and_time(captured, year)}",
        captured_iso=instant(captured),
        digest=document.snapshot.sha256,
        sign=SIGNS[label],
        kind=KIND_OF[label],
        verdict=f"supported, {note.probability:.2f}{calibrated}" if label is Label.SUPPORTED else WORDS[label],
        standing=_joined(
            str(note.level) if note.level else "",
            count(note.origins, "origin") if note.origins else "",
            f"told as {note.modality}",
        ),
        url=safe_link(document.url),
    )


EXTENT_WORDS = {"full": "full text", "snippet": "snippet", "headline": "headline only"}


def _heading(anchor: str) -> str:
    name, _, number = anchor.partition("-")
    words = {"headline": "headline", "summary": "summary", "fact": "Fact", "difference": "Difference", "lens": "lens"}
    place = f" {number.split('-')[0]}" if number[:1].isdigit() and name != "summary" else ""
    return words.get(name, name) + place


def _source(line: SourceLine, number: int, year: int) -> SourceView:
    unjudged = "not judged" in line.note
    return SourceView(
        anchor=f"source-{number}",
        line=line,
        about=_joined(
            KINDS[SourceKind(line.kind)],
            line.note,
            "" if line.origin == line.publisher else f"origin: {line.origin}",
            "cited" if line.cited else "supports nothing" if unjudged else "read, not cited",
        ),
        published=day(line.published, year) if line.published else "date unknown",
        captured=_moment(line.captured, year),
        url=safe_link(line.url),
        lang="" if line.language in ("und", "") else line.language,
        unjudged=unjudged,
    )


def _moment(iso: str, year: int) -> str:
    return day_and_time(datetime.fromisoformat(iso.replace("Z", "+00:00")), year)


def _passed(outcomes: Iterable[GateOutcome]) -> str:
    tally = Counter(outcomes)
    parts = [f"{tally[GateOutcome.PASS]} passed"]
    parts += [f"{tally[GateOutcome.HOLD]} hold"] if tally[GateOutcome.HOLD] else []
    parts += [f"{tally[GateOutcome.FAIL]} failed"] if tally[GateOutcome.FAIL] else []
    return ", ".join(parts)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
