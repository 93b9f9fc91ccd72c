"""A claim: one checkable statement of a text, with how strongly and by whom it is made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from groundwire.records.source import Document


class Kind(StrEnum):
    """What sort of statement it is."""

    EVENT = "event"
    FIGURE = "figure"
    STATE = "state"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    FORECAST = "forecast"


class Modality(StrEnum):
    """How far along what is claimed is said to be."""

    DONE = "done"
    UNDER_WAY = "under way"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    DENIED = "denied"


class ClaimStatus(StrEnum):
    """On whose word it stands: the document's own, somebody's, an accusation, another medium's."""

    STATED = "stated"
    SAID = "said"
    ALLEGED = "alleged"
    REPORTED = "reported"


class Relation(StrEnum):
    """How a value is meant; the values are those of the JSON output."""

    EXACTLY = "="
    ABOUT = "~"
    AT_LEAST = ">="
    AT_MOST = "<="
    MORE = ">"
    LESS = "<"
    RANGE = "range"


class Materiality(IntEnum):
    """What is at stake: 3 lead, conduct of a named person, money, casualties, law or market; 2 other numbers, dates, quotes; 1 background."""

    BACKGROUND = 1
    DETAIL = 2
    LEAD = 3


class SentenceState(StrEnum):
    """Whether a sentence can be checked at all."""

    CHECKABLE = "checkable"
    NOT_CHECKABLE = "not_checkable"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as claimed.

    Args:
        value: in units of `unit`, scale words multiplied in (5 billion dollars is 5e9 "USD").
        unit: ISO 4217 code for money ("USD"), "%" for per cent, "pp" for percentage points, else a lower-case
            singular noun or SI symbol ("barrel", "km"); "" for a bare number.
        of: what is counted or measured (its role), in the text's words, lower case; "" when not found.
        relation: how the value is meant.
        to: upper end for a range, else None.
        start, end: code-point offsets into the sentence it stands in.
        direction: +1 rise, -1 fall, 0 neither, when the sentence gives the number as a change.
    """

    value: float
    unit: str
    of: str
    relation: Relation = Relation.EXACTLY
    to: float | None = None
    start: int = 0
    end: int = 0
    direction: int = 0


@dataclass(frozen=True, slots=True)
class ClaimDate:
    """A date as claimed, resolved against the document's own date.

    Args:
        text: the words ("last Friday").
        iso: YYYY, YYYY-MM or YYYY-MM-DD; "" when it cannot be resolved.
        role: "event", "publication", "effective", "deadline", "period" or "" when unknown.
        start, end: code-point offsets into the sentence.
    """

    text: str
    iso: str
    role: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, byte for byte, and who is said to have said them ("" when not found).

    Args:
        start, end: code-point offsets of the words (without the marks) in the sentence.
    """

    text: str
    speaker: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: text == whole[start:end].

    Args:
        index: running number from 0.
        line: line number from 1 in the file it was read from.
        column: column from 1.
        paragraph: running number of its paragraph from 0.
        heading: True for a heading or title line.
    """

    index: int
    line: int
    column: int
    start: int
    end: int
    text: str
    paragraph: int = 0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement.

    Args:
        id: 12 hex characters of the hash over its sentence's text, its place and its own text.
        text: self-contained wording: references resolved as far as the context allows.
        sentence: index of its sentence.
        span: the words of the sentence that carry it (what the vetoes compare).
        speaker: who says it, "" when the text itself does.
        depth: 0 stated, 1 X said, 2 X said that Y said.
        negated: whether the main statement is negative.
        names: proper names in it, in order, as written, with references resolved.
    """

    id: str
    text: str
    sentence: int
    kind: Kind
    modality: Modality
    status: ClaimStatus
    materiality: Materiality
    span: str = ""
    speaker: str = ""
    depth: int = 0
    negated: bool = False
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[ClaimDate, ...] = ()
    quotes: tuple[Quote, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with what it claims, or why it claims nothing that can be checked.

    Args:
        reason: for a sentence that is not checkable: opinion, exhortation, question, fragment, boilerplate, heading,
            analysis; for an unresolved one: what could not be resolved, in words; else "".
        lead: True for the first paragraph or the headline.
    """

    sentence: Sentence
    state: SentenceState
    reason: str = ""
    claims: tuple[Claim, ...] = ()
    lead: bool = False


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with its sentences read: what vetoes, limits and the composer look at.

    Every sentence's offsets count code points of document.text.
    """

    document: Document
    sentences: tuple[ReadSentence, ...]
