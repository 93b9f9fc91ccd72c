"""Where evidence comes from: sources, documents, snapshots, passages and origins."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of publisher a source is; it decides what its word can carry."""

    PRIMARY = "primary"
    WIRE = "wire"
    PRESS = "press"
    COMPANY = "company"
    BLOG = "blog"
    UNKNOWN = "unknown"


class Genre(StrEnum):
    """What sort of text a document is; only news, releases and rulings carry flat statements alone."""

    NEWS = "news"
    RELEASE = "release"
    OPINION = "opinion"
    SATIRE = "satire"
    SPONSORED = "sponsored"
    LIVEBLOG = "liveblog"


class Extent(StrEnum):
    """How much of an item was captured."""

    FULL = "full"
    SNIPPET = "snippet"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher: its name, domain, kind, owner family, licence and quote limit.

    Args:
        name: the name a reader sees on a citation.
        domain: its registrable domain, or "" when the evidence came from a file without one.
        owner: owner family; two sources of one owner are one origin. "" when unknown.
        licence: as the operator or the file states it, "" when unknown.
        quote_limit: most words in one verbatim run, None for the policy's default.
    """

    name: str
    domain: str = ""
    kind: SourceKind = SourceKind.UNKNOWN
    owner: str = ""
    licence: str = ""
    quote_limit: int | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment as precisely as it is known, never more.

    Args:
        iso: YYYY, YYYY-MM, YYYY-MM-DD, or a full UTC instant YYYY-MM-DDTHH:MM:SSZ.
        precision: "year", "month", "day" or "instant".
        zone_known: whether the source gave a zone that could be read; without one only the day is kept.
        flags: why it was changed or doubted, e.g. ("future_clamped",).
    """

    iso: str
    precision: str
    zone_known: bool = False
    flags: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """The date part, YYYY, YYYY-MM or YYYY-MM-DD."""
        return self.iso[:10]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes as captured, named by their hash.

    Args:
        sha256: hex digest of the raw bytes.
        media_type: what the bytes turned out to be, e.g. "text/html".
        size: bytes.
        captured_at: aware UTC instant.
        name: file name or address it came from; data, never used as a path.
    """

    sha256: str
    media_type: str
    size: int
    captured_at: datetime
    name: str


@dataclass(frozen=True, slots=True)
class Document:
    """One item of a publisher: its text, what is known about it, and the snapshot it was taken from.

    Args:
        id: 16 hex characters of the hash over source, normalised link and text.
        text: the extracted body, cleaned; every offset of the system counts code points of this string.
        published: when the publisher dates it; None when unknown.
        updated: a later date the publisher gives; None when there is none.
        language: BCP 47 code as detected, "und" when undecided.
        byline, dateline, wire: as read from the text; "" when absent. wire is the agency's name ("Reuters").
        cites: outlets that the text names as where its report comes from.
        correction: the text of a correction note in the document, "" when there is none.
        flags: what a reader or gate should know: "truncated", "hidden_instructions", "damaged", "date_unknown", ...
        links: the document's other addresses or feeds it was seen under (sightings).
        attributed_to: the outlet an RSS <source> or canonical publisher names, "" when none.
    """

    id: str
    source: Source
    title: str
    text: str
    snapshot: Snapshot
    url: str = ""
    published: Dated | None = None
    updated: Dated | None = None
    language: str = "en"
    extent: Extent = Extent.FULL
    genre: Genre = Genre.NEWS
    byline: str = ""
    dateline: str = ""
    wire: str = ""
    attributed_to: str = ""
    cites: tuple[str, ...] = ()
    correction: str = ""
    embargo: str = ""
    flags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def judged(self) -> bool:
        """Whether the verifier can judge its language (English alone for now)."""
        return self.language == "en"


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a document's body, the unit of evidence: text == document.text[start:end].

    Args:
        document: id of the document.
        start, end: code-point offsets into the document's text, end exclusive.
    """

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where documents really come from: copies of one report are one origin.

    Args:
        id: stable within a story: the id of the document that stands for it, or a name like "wire:reuters".
        name: for a reader, e.g. "Reuters".
        documents: ids of the documents that carry it.
        reason: which rule joined them ("wire credit", "text reuse", "owner", "single", ...).
        anonymous: True when it rests on unnamed sources only.
    """

    id: str
    name: str
    documents: tuple[str, ...]
    reason: str
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be used, with the reason a person can act on.

    Args:
        file: as the caller named it.
        reason: one plain sentence.
        code: the error's code: "empty", "too_big", "too_slow", "hostile", "parse_failed", "not_an_article", "tampered".
    """

    file: str
    reason: str
    code: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one input gave: documents, refusals, and notes on what was left out.

    Args:
        notes: sentences such as "49,000 of 50,000 items left out".
    """

    documents: tuple[Document, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = field(default=())
