"""What the gates look at: one final text, be it a draft as given or a brief as it would be published."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from groundwire.records.brief import Brief, Figure, RejectedClaim
from groundwire.records.brief import Line as BriefLine
from groundwire.records.claim import Claim, Materiality
from groundwire.records.lens import Limit
from groundwire.records.review import ReviewedSentence
from groundwire.records.source import Document, Origin
from groundwire.records.verdict import Label, Odds, Verdict


class Mode(StrEnum):
    """A draft as given, of which nothing is taken out, or a brief."""

    CHECK = "check"
    BRIEF = "brief"


class State(StrEnum):
    """How one line of the final text stands."""

    KEPT = "kept"
    REFUSED = "refused"
    UNRESOLVED = "unresolved"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of the final text.

    Args:
        place: "draft", "headline", "summary", "facts", "difference", "analysis" or "limits".
        lead: True for what a reader takes away first: the headline and the summary, or the first sentence of a draft.
        verdicts: of its claims, as judged on the final text.
        cites: ids of the documents it names.
    """

    text: str
    place: str
    state: State
    lead: bool = False
    verdicts: tuple[Verdict, ...] = ()
    cites: tuple[str, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether it must be covered by supported claims: analysis and limits have their own rules."""
        return self.place not in ("analysis", "limits") and self.state is not State.NOT_CHECKABLE


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides that the evidence gives of one thing.

    Args:
        about: what differs, in words.
        lead: whether it touches a lead claim.
        printed: whether the text prints both sides.
        settled: whether a reason for the leading side stands (a newer state, a correction of the same origin).
    """

    about: str
    lead: bool
    printed: bool
    settled: bool


@dataclass(frozen=True, slots=True)
class LanguageVersion:
    """The text in another language, with the ids of the claims it makes and whether all of them are supported."""

    lang: str
    claims: tuple[str, ...]
    supported: bool


@dataclass(frozen=True, slots=True)
class FinalText:
    """A text to be decided on, with everything the gates ask about it.

    Args:
        version: sha256 of exactly what would be published; "" to have it taken over the lines and surfaces.
        removed: verdicts of the drafted claims that were taken out (brief), for the survivor gate.
        rejected: the same as disclosed.
        survivors: ids of removed claims that the flow found asserted by the final text; None when nobody looked.
        surfaces: (name, text) of what is printed beside the lines: captions, alternatives, notes, descriptions.
        lens_score: of the matched lens, in [0, 1]; None when no lens is shown.
        lens_evidenced: whether the lens's trigger is a supported line.
        disclaimers: as printed; required_disclaimers: those that must be among them.
        published: (version, text) of what is already published.
        certificate: "none", "valid", "void" or "breached".
        signed_off: versions that a person has signed off.
        verifier: its name, "" when none was there.
        calibrated: whether its probabilities may be read as such.
        drafted: number of claims drafted, before any was taken out.
    """

    mode: Mode
    lines: tuple[TextLine, ...]
    documents: tuple[Document, ...] = ()
    origins: tuple[Origin, ...] = ()
    version: str = ""
    title: str = ""
    removed: tuple[Verdict, ...] = ()
    rejected: tuple[RejectedClaim, ...] = ()
    survivors: tuple[str, ...] | None = None
    surfaces: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    limits: tuple[Limit, ...] = ()
    frame: str = ""
    lens: str = ""
    lens_score: float | None = None
    lens_evidenced: bool = False
    figures: tuple[Figure, ...] = ()
    disclaimers: tuple[str, ...] = ()
    required_disclaimers: tuple[str, ...] = ()
    published: tuple[tuple[str, str], ...] = ()
    languages: tuple[LanguageVersion, ...] = ()
    certificate: str = "none"
    signed_off: tuple[str, ...] = ()
    verifier: str = ""
    calibrated: bool = False
    drafted: int = 0

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict of the stated lines, in their order, with unusable probabilities made unsupported."""
        return tuple(sound(verdict) for line in self.lines if line.stated for verdict in line.verdicts)

    @property
    def unresolved(self) -> tuple[TextLine, ...]:
        """The lines that could not be resolved."""
        return tuple(line for line in self.lines if line.state is State.UNRESOLVED)

    @property
    def text(self) -> str:
        """The lines, one under another."""
        return "\n".join(line.text for line in self.lines)

    @property
    def printed(self) -> str:
        """The lines and everything printed beside them."""
        return "\n".join([self.text, *(text for _, text in self.surfaces)])

    @property
    def bound_to(self) -> str:
        """The hash of the version that a decision on this text is bound to."""
        return self.version or hashlib.sha256(self.printed.encode("utf-8", "surrogatepass")).hexdigest()

    def document(self, id: str) -> Document | None:
        """The document of that id, or None."""
        return next((document for document in self.documents if document.id == id), None)

    def evidence(self) -> tuple[Document, ...]:
        """The documents that carry at least one supported claim of the text."""
        used = {passage.document for verdict in self.verdicts if verdict.supported for passage in verdict.passages}
        return tuple(document for document in self.documents if document.id in used)


def sound(verdict: Verdict) -> Verdict:
    """The verdict, or the same made unsupported when its probability is no number in [0, 1] (fail closed)."""
    if math.isfinite(verdict.probability) and 0.0 <= verdict.probability <= 1.0:
        return verdict
    label = Label.UNSUPPORTED if verdict.label is Label.SUPPORTED else verdict.label
    return replace(verdict, label=label, probability=0.0, odds=Odds(0.0, 0.0, 1.0), level=None)


def of_review(
    sentences: Sequence[ReviewedSentence],
    documents: Sequence[Document],
    origins: Sequence[Origin],
    verifier: str,
    calibrated: bool = False,
    conflicts: Sequence[Conflict] = (),
    title: str = "",
) -> FinalText:
    """A draft as given, as the text to be decided on; its lead is its headings and its first checkable sentence."""
    lines: list[TextLine] = []
    body_begun = False
    for reviewed in sentences:
        sentence = reviewed.read.sentence
        state = State(reviewed.outcome)
        lead = state is not State.NOT_CHECKABLE and (sentence.heading or not body_begun)
        body_begun = body_begun or (lead and not sentence.heading)
        lines.append(TextLine(sentence.text, "draft", state, lead, reviewed.verdicts))
    return FinalText(
        mode=Mode.CHECK,
        lines=tuple(lines),
        documents=tuple(documents),
        origins=tuple(origins),
        title=title,
        conflicts=tuple(conflicts),
        verifier=verifier,
        calibrated=calibrated,
        drafted=sum(len(line.verdicts) for line in lines),
    )


def of_brief(
    brief: Brief,
    documents: Sequence[Document],
    origins: Sequence[Origin],
    verifier: str,
    calibrated: bool = False,
    removed: Sequence[Verdict] = (),
    survivors: Sequence[str] | None = None,
    conflicts: Sequence[Conflict] | None = None,
    lens_score: float | None = None,
    disclaimers: Sequence[str] = (),
    required_disclaimers: Sequence[str] = (),
    surfaces: Iterable[tuple[str, str]] = (),
    unresolved: frozenset[str] = frozenset(),
) -> FinalText:
    """A brief as the text to be decided on.

    Args:
        removed: verdicts of the claims taken out of the draft.
        survivors: ids of removed claims that the flow found asserted; None to have `decide` look with its predicate.
        conflicts: None to take the brief's differences, each printed and settled by its reason.
        surfaces: what else is printed (disclosure lines); captions, descriptions and notes of the brief are added.
        unresolved: texts of lines of which some sentence could not be resolved.
    """
    places = (
        ("headline", (brief.headline,)),
        ("summary", brief.summary),
        ("facts", brief.facts),
        ("difference", tuple(line for difference in brief.differences for line in difference.lines)),
        ("analysis", (*brief.market, *brief.policy_link, *brief.builders)),
    )
    lines = [_line(line, place, unresolved) for place, group in places for line in group]
    lines += [TextLine(limit.text, "limits", State.NOT_CHECKABLE) for limit in brief.limits]
    if conflicts is None:
        conflicts = [Conflict(each.about, False, len(each.lines) > 1, bool(each.reason)) for each in brief.differences]
    return FinalText(
        mode=Mode.BRIEF,
        lines=tuple(lines),
        documents=tuple(documents),
        origins=tuple(origins),
        title=brief.headline.text,
        removed=tuple(removed),
        rejected=brief.rejected,
        survivors=None if survivors is None else tuple(survivors),
        surfaces=(*_surfaces(brief), *surfaces),
        conflicts=tuple(conflicts),
        limits=brief.limits,
        frame=brief.frame,
        lens=brief.lens.id if brief.lens else "",
        lens_score=lens_score,
        lens_evidenced=brief.lens_trigger is not None and _covered(brief.lens_trigger),
        figures=brief.figures,
        disclaimers=tuple(disclaimers),
        required_disclaimers=tuple(required_disclaimers),
        verifier=verifier,
        calibrated=calibrated,
        drafted=brief.drafted,
    )


def _covered(line: BriefLine) -> bool:
    """Whether a line has claims and all of them are supported."""
    return bool(line.verdicts) and all(sound(verdict).supported for verdict in line.verdicts)


def _line(line: BriefLine, place: str, unresolved: frozenset[str]) -> TextLine:
    """A line of a brief as the gates see it."""
    if line.limit:
        return TextLine(line.text, "limits", State.NOT_CHECKABLE)
    lead = place in ("headline", "summary")
    if line.analysis or place == "analysis":
        return TextLine(line.text, "analysis", State.NOT_CHECKABLE, False, line.verdicts, line.cites)
    state = State.KEPT if _covered(line) else State.REFUSED
    if line.text in unresolved:
        state = State.UNRESOLVED
    return TextLine(line.text, place, state, lead, line.verdicts, line.cites)


def _surfaces(brief: Brief) -> list[tuple[str, str]]:
    """What a brief prints beside its lines, each with a name for the reason of a hold."""
    texts = [("difference", f"{each.about} {each.reason}") for each in brief.differences]
    for figure in brief.figures:
        labels = " · ".join(f"{node.label} {node.note}".strip() for node in figure.nodes)
        texts.append(("figure", f"{figure.title}\n{figure.caption}\n{figure.alternative}\n{labels}"))
    texts += [("description of a removed claim", f"{each.description} {each.reason}") for each in brief.rejected]
    texts += [("check", f"{each.question} {each.counts_as_yes} {each.void_if}") for each in brief.questions]
    texts += [("note", note) for note in brief.notes]
    texts += [("named in evidence", name) for name in brief.affected_named]
    return texts


def weight(claim: Claim) -> int:
    """The materiality of a claim as a weight, 1 to 3; anything else counts as background."""
    return int(claim.materiality) if claim.materiality in tuple(Materiality) else int(Materiality.BACKGROUND)
