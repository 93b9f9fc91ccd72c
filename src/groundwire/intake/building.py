"""Makes a document of what a format gave: one cleaning, one identity, one set of labels, whatever the format."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from groundwire.intake import labels
from groundwire.intake.cleaning import clean, clean_line, clean_title
from groundwire.intake.dates import DateReading, opening_date, read_date
from groundwire.intake.headers import KINDS
from groundwire.intake.languages import detect
from groundwire.intake.links import http_link, normalise, registrable_domain
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Document, Extent, Genre, Snapshot, Source, SourceKind

_BY = re.compile(r"^by\s+", re.IGNORECASE)
_CUT_ENDS = ("…", "...", "[…]", "[...]", "[&#8230;]", "Read more", "Continue reading", "Read More", "(more)")


@dataclass(frozen=True, slots=True)
class Found:
    """What a format's reader found of one item, as it stood there.

    Args:
        published, updated: the words of the dates.
        publisher: the outlet's name; syndicated_from: the outlet an RSS <source> or another site's canonical names.
        labels: section names, types and tags, for the genre.
        head: header lines of a text file, which are stronger than anything found.
        sightings: addresses and feeds it was seen under.
        cut: whether the format says that this is a part ("isAccessibleForFree": false, a summary element).
    """

    title: str
    text: str
    url: str = ""
    published: str = ""
    updated: str = ""
    publisher: str = ""
    syndicated_from: str = ""
    byline: str = ""
    language: str = ""
    labels: tuple[str, ...] = ()
    head: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    sightings: tuple[str, ...] = ()
    cut: bool = False


def snapshot_of(name: str, data: bytes, media_type: str, captured_at: datetime) -> Snapshot:
    """The bytes, named by their hash."""
    return Snapshot(hashlib.sha256(data).hexdigest(), media_type, len(data), captured_at, clean_line(name).text[:500])


def build(found: Found, snapshot: Snapshot, policy: IntakePolicy) -> Document:
    """The document: cleaned, dated, labelled, with its extent and its identity."""
    head = found.head
    body = clean(found.text)
    raw_title = head.get("title") or found.title
    title = (
        clean_title(raw_title, policy.title_graphemes) if raw_title.strip() else clean_title("", policy.title_graphemes)
    )
    url = http_link(head.get("url", "")) or http_link(found.url)
    kind, genre = KINDS.get(" ".join(head.get("kind", "").casefold().split()), (SourceKind.UNKNOWN, None))
    language = detect(
        body.text if len(body.text) > 40 else f"{title.text}\n{body.text}", head.get("language") or found.language
    )
    day = head.get("date") or found.published or opening_date(body.text)
    published = read_date(day, snapshot.captured_at, policy, found.language)
    updated = read_date(found.updated, snapshot.captured_at, policy, found.language)
    byline = _BY.sub("", clean_line(found.byline).text[:200]) or labels.byline_of(body.text)
    wire, dateline = labels.wire_of(body.text, byline, title.text)
    source = _source(found, head, url, kind, snapshot.name)
    if wire == "" and source.kind is SourceKind.WIRE:
        wire = _own_agency(source.name)
    flags = dict.fromkeys((*found.flags, *body.flags, *(flag for flag in title.flags), *_date_flags(published)))
    if genre is None or genre is Genre.NEWS:
        genre = labels.genre_of(found.labels, title.text, body.text, wire, url)
    return Document(
        id=identity(source, url, body.text),
        source=source,
        title=title.text,
        text=body.text,
        snapshot=snapshot,
        url=url,
        published=published.value,
        updated=updated.value if updated.value != published.value else None,
        language=language,
        extent=extent_of(body.text, found.cut, policy),
        genre=genre,
        byline=byline,
        dateline=dateline,
        wire=wire,
        attributed_to=clean_line(found.syndicated_from).text[:200],
        cites=labels.cited_outlets(body.text),
        correction=labels.correction_of(body.text),
        embargo=labels.embargo_of(body.text),
        flags=tuple(flags),
        links=tuple(dict.fromkeys(filter(None, (http_link(link) for link in found.sightings)))),
    )


def identity(source: Source, url: str, text: str) -> str:
    """16 hex characters over source, normalised link and text; a file without a link is its source and text."""
    key = "\x00".join((source.domain or source.name.casefold(), normalise(url), text))
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]


def extent_of(text: str, cut: bool, policy: IntakePolicy) -> Extent:
    """Whether a text is whole: nothing is a headline, little or something that breaks off is a snippet."""
    words = len(text.split())
    if words == 0:
        return Extent.HEADLINE
    if words < policy.full_from_words or cut or text.rstrip().endswith(_CUT_ENDS):
        return Extent.SNIPPET
    return Extent.FULL


def _source(found: Found, head: Mapping[str, str], url: str, kind: SourceKind, file_name: str) -> Source:
    """The publisher: as the header names it, as the page names itself, by its domain, or by the file at last."""
    domain = registrable_domain(url) if url else ""
    name = head.get("source") or found.publisher or domain or _stem(file_name)
    return Source(
        name=clean_line(name).text[:120] or "unknown",
        domain=domain,
        kind=kind,
        owner=clean_line(head.get("owner", "")).text[:120],
        licence=clean_line(head.get("licence", "")).text[:200],
    )


def _stem(file_name: str) -> str:
    """The name of a file without folders and ending."""
    last = file_name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return last.rsplit(".", 1)[0] or last or "pasted text"


def _own_agency(name: str) -> str:
    """An agency's own document is credited to it."""
    return labels.agency(name)


def _date_flags(published: DateReading) -> tuple[str, ...]:
    """Flags of the document for a date that is unknown or was changed."""
    if published.value is None:
        return ("date_unknown",) if published.flag == "date_absent" else ("date_unknown", published.flag)
    return published.value.flags
