"""What a reader is shown: the page as a record that templates print and decide nothing about."""

from __future__ import annotations

from dataclasses import dataclass

from groundwire.records.brief import Brief, Question
from groundwire.records.gate import Decision
from groundwire.records.story import Story


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One entry of the source box.

    Args:
        captured: UTC instant in ISO form.
        note: "full text", "snippet only", "not judged: Japanese", ...
    """

    document: str
    publisher: str
    title: str
    url: str
    published: str
    captured: str
    extent: str
    kind: str
    origin: str
    sha256: str
    language: str
    note: str
    cited: bool


@dataclass(frozen=True, slots=True)
class Disclosure:
    """The review rationale in words, how it was made, and the disclaimers."""

    sources: tuple[SourceLine, ...]
    rationale: tuple[str, ...]
    rejected: tuple[tuple[str, str], ...]
    made: tuple[str, ...]
    disclaimers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an excerpt; marked when its words carry the claim, a gap when it stands for words left out."""

    text: str
    marked: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceNote:
    """What one document shows for one line of the brief, cut to the source's quote limit.

    Args:
        id: anchor on the page ("e3"), in the order of the page.
        line: "headline", "summary", "fact-2", "difference-1": the anchor of the line it belongs to.
        statement: the line's text.
        document: id of the document.
        spans: (start, end) in code points of the document's text, one for each excerpt.
        runs: the excerpts with the words that carry the claim marked.
        label: the verdict's label; of several claims in a line, the weakest.
        level: "reported", "corroborated", "confirmed" or "".
        modality: how far along the line's first claim is said to be.
        probability: the lowest of the line's claims, in [0, 1].
        origins: independent origins that carry the line: the fewest of its claims.
        also: anchors of other lines that rest on the same words.
    """

    id: str
    line: str
    statement: str
    document: str
    spans: tuple[tuple[int, int], ...]
    runs: tuple[Run, ...]
    label: str
    level: str
    modality: str
    probability: float
    origins: int
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything a page of one brief prints; checks are the frozen questions, all waiting at publication.

    Args:
        evidence: one note a line and document, in the order of the page.
        verifier: name of the verifier, as printed on every output.
        version: number of the version, from 1.
        site: public address of the folder the pages lie in, without a trailing slash, or "" when it is not known.
        contact: where a reader can report a problem (an address of a page or mailbox), or "".
    """

    story: Story
    brief: Brief
    decision: Decision
    checks: tuple[Question, ...]
    disclosure: Disclosure
    language: str = "en"
    evidence: tuple[EvidenceNote, ...] = ()
    verifier: str = ""
    version: int = 1
    site: str = ""
    contact: str = ""
