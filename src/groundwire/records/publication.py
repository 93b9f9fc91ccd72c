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
class Publication:
    """Everything a page of one brief prints; checks are the frozen questions, all waiting at publication."""

    story: Story
    brief: Brief
    decision: Decision
    checks: tuple[Question, ...]
    disclosure: Disclosure
    language: str = "en"
