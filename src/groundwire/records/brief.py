"""A brief: the structured article, in the order a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from groundwire.records.claim import Kind
from groundwire.records.lens import Lens, Limit
from groundwire.records.verdict import Label, Verdict


class Composer(StrEnum):
    """Who drafted it."""

    EXTRACTIVE = "extractive"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or two of a brief with the verdicts of its claims; verdicts are empty for analysis and limits.

    Args:
        cites: document ids, in the order they are shown as chips.
        analysis: True when it is analysis: conditional in wording and marked as such.
        lang: BCP 47 code of the text.
        limit: True for a sentence on what the record does not show.
    """

    text: str
    verdicts: tuple[Verdict, ...] = ()
    cites: tuple[str, ...] = ()
    analysis: bool = False
    lang: str = "en"
    limit: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """Two values of one thing that the sources give, printed side by side.

    Args:
        about: what differs, in words.
        lines: one a side, each attributed and cited; the one that leads is first.
        reason: why it leads, in one sentence.
    """

    about: str
    lines: tuple[Line, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RejectedClaim:
    """A drafted claim that did not pass; its wording stays at the desk.

    Args:
        id: the claim's id.
        text: the wording; never on a published surface.
        description: what it was about, without repeating or asserting it ("a quote attributed to a company's chief executive").
        reason: why it was taken out, in words, without repeating it.
        leans: True when it was taken out because it leans on a rejected claim.
    """

    id: str
    text: str
    description: str
    reason: str
    label: Label
    vetoes: tuple[str, ...] = ()
    kind: Kind = Kind.EVENT
    leans: bool = False


@dataclass(frozen=True, slots=True)
class FigureNode:
    """A box of an impact path, a point of a timeline or a bar.

    Args:
        label: short words from an accepted claim or a lens file.
        note: a second line ("≥ 50,000 chips"), or "".
        evidenced: solid when True, dashed when it would follow if the lens holds.
        value: for bars, else None.
        iso: for timelines, else "".
        claim: id of the accepted claim it comes from, "" for a lens file.
    """

    label: str
    note: str = ""
    evidenced: bool = True
    value: float | None = None
    iso: str = ""
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """The visual briefing: made from accepted claims only.

    Args:
        kind: "impact-path", "timeline" or "bars".
        unit: for bars.
    """

    kind: str
    title: str
    caption: str
    alternative: str
    nodes: tuple[FigureNode, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A closed, dated question with its criteria.

    Args:
        id: 12 hex characters of the hash over story, rule and question; "" until it is frozen.
        due: aware UTC instant.
        rule: "D+1", "D+3", "D+7" or "record" when the date stands in the evidence.
        frozen: sha256 over question, criteria, void conditions and due instant; "" until publication.
    """

    due: datetime
    rule: str
    question: str
    counts_as_yes: str
    void_if: str
    cites: tuple[str, ...] = ()
    id: str = ""
    frozen: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """The structured article in its sections.

    Args:
        story: id of the story.
        headline, summary: lines like any other, verified like any other.
        facts: What happened, one fact a line.
        differences: where the sources differ.
        limits: what the record shows and does not show, in the frame's order.
        frame: id of the event frame.
        market, policy_link, builders: analysis lines.
        lens: the lens that fits, or None.
        affected_named: names in evidence; affected_inferred: sectors from the lens.
        drafted, removed: number of claims drafted and removed.
        notes: plain sentences for the disclosure (languages not judged, damaged sources, ...).
    """

    story: str
    section: str
    headline: Line
    summary: tuple[Line, ...]
    facts: tuple[Line, ...]
    limits: tuple[Limit, ...]
    frame: str
    composer: Composer
    created_at: datetime
    differences: tuple[Difference, ...] = ()
    market: tuple[Line, ...] = ()
    policy_link: tuple[Line, ...] = ()
    builders: tuple[Line, ...] = ()
    lens: Lens | None = None
    lens_trigger: Line | None = None
    affected_named: tuple[str, ...] = ()
    affected_inferred: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    figures: tuple[Figure, ...] = ()
    rejected: tuple[RejectedClaim, ...] = ()
    drafted: int = 0
    removed: int = 0
    playbook: str = ""
    notes: tuple[str, ...] = ()

    def stated_lines(self) -> tuple[Line, ...]:
        """Headline, summary, facts and differences: everything that must be covered by supported claims."""
        sides = tuple(line for difference in self.differences for line in difference.lines)
        return (self.headline, *self.summary, *self.facts, *sides)
