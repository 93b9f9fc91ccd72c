"""Readings as JSON and back: what crosses from the parsing child is rebuilt field by field, never unpickled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from groundwire.records.source import (
    Dated,
    Document,
    Extent,
    Genre,
    Reading,
    Refusal,
    Snapshot,
    Source,
    SourceKind,
)

_TEXTS: tuple[str, ...] = (
    "id",
    "title",
    "text",
    "url",
    "language",
    "byline",
    "dateline",
    "wire",
    "attributed_to",
    "correction",
    "embargo",
)
_TUPLES = ("cites", "flags", "links")


def to_json(reading: Reading) -> bytes:
    """A reading as UTF-8 JSON."""
    data = {
        "documents": [_document_out(document) for document in reading.documents],
        "refusals": [[refusal.file, refusal.reason, refusal.code] for refusal in reading.refusals],
        "notes": list(reading.notes),
    }
    return json.dumps(data, ensure_ascii=True, allow_nan=False).encode("ascii")


def from_json(data: bytes) -> Reading:
    """A reading from JSON.

    Raises: ValueError (TypeError and KeyError are turned into it) when anything is not of its type.
    """
    try:
        raw = json.loads(data)
        return Reading(
            tuple(_document_in(item) for item in _list(raw["documents"])),
            tuple(Refusal(*(_text(part) for part in _list(item, 3))) for item in _list(raw["refusals"])),
            tuple(_text(note) for note in _list(raw["notes"])),
        )
    except (TypeError, KeyError, AttributeError, RecursionError) as exc:
        raise ValueError(f"not a reading: {exc}") from exc


def _document_out(document: Document) -> dict[str, Any]:
    source, snapshot = document.source, document.snapshot
    out: dict[str, Any] = {name: getattr(document, name) for name in _TEXTS}
    out |= {name: list(getattr(document, name)) for name in _TUPLES}
    out["extent"], out["genre"] = document.extent.value, document.genre.value
    out["source"] = [source.name, source.domain, source.kind.value, source.owner, source.licence, source.quote_limit]
    out["snapshot"] = [
        snapshot.sha256,
        snapshot.media_type,
        snapshot.size,
        snapshot.captured_at.isoformat(),
        snapshot.name,
    ]
    out["published"], out["updated"] = _dated_out(document.published), _dated_out(document.updated)
    return out


def _dated_out(dated: Dated | None) -> list[Any] | None:
    return None if dated is None else [dated.iso, dated.precision, dated.zone_known, list(dated.flags)]


def _document_in(raw: Mapping[str, Any]) -> Document:
    name, domain, kind, owner, licence, limit = _list(raw["source"], 6)
    digest, media_type, size, captured, file_name = _list(raw["snapshot"], 5)
    fields: dict[str, Any] = {key: _text(raw[key]) for key in _TEXTS}
    fields |= {key: tuple(_text(item) for item in _list(raw[key])) for key in _TUPLES}
    return Document(
        source=Source(
            _text(name),
            _text(domain),
            SourceKind(kind),
            _text(owner),
            _text(licence),
            None if limit is None else int(limit),
        ),
        snapshot=Snapshot(
            _text(digest), _text(media_type), int(size), datetime.fromisoformat(_text(captured)), _text(file_name)
        ),
        published=_dated_in(raw["published"]),
        updated=_dated_in(raw["updated"]),
        extent=Extent(raw["extent"]),
        genre=Genre(raw["genre"]),
        **fields,
    )


def _dated_in(raw: Any) -> Dated | None:
    if raw is None:
        return None
    iso, precision, zone_known, flags = _list(raw, 4)
    return Dated(_text(iso), _text(precision), zone_known is True, tuple(_text(flag) for flag in _list(flags)))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, got {type(value).__name__}")
    return value


def _list(value: Any, length: int | None = None) -> list[Any]:
    if not isinstance(value, list) or (length is not None and len(value) != length):
        raise TypeError("list expected")
    return value
