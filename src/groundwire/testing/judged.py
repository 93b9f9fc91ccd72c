"""A document with one body, for tests of judging."""

from __future__ import annotations

from datetime import UTC, datetime

from groundwire.records.source import Dated, Document, Genre, Snapshot, Source, SourceKind

_SNAPSHOT = Snapshot("0" * 64, "text/plain", 0, datetime(2026, 1, 1, tzinfo=UTC), "note.txt")


def a_text(
    text: str,
    name: str = "doc",
    *,
    publisher: str = "The Harbour Post",
    day: str = "2026-03-10",
    kind: SourceKind = SourceKind.PRESS,
    genre: Genre = Genre.NEWS,
    language: str = "en",
    title: str = "",
    correction: str = "",
) -> Document:
    """A document with this body."""
    return Document(
        name, Source(publisher, kind=kind), title, text, _SNAPSHOT, published=Dated(day, "day") if day else None,
        language=language, genre=genre, correction=correction,
    )  # fmt: skip
