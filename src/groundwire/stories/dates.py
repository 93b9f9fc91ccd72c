"""The days on which documents were published, and their order."""

from __future__ import annotations

from datetime import date

from groundwire.records.source import Dated, Document

# Sorts after every known date: a document without a date never leads a story.
_UNKNOWN = "9999-99-99"


def day_number(dated: Dated | None) -> float | None:
    """Days since year 1; None when unknown or not known to the month. A month counts as its middle."""
    if dated is None or dated.precision == "year":
        return None
    parts = dated.day.split("-")
    try:
        year, month = int(parts[0]), int(parts[1])
        return float(date(year, month, int(parts[2]) if len(parts) > 2 else 15).toordinal())
    except (ValueError, IndexError):
        return None


def order(document: Document) -> tuple[str, str]:
    """Sort key: by publication, unknown last, then by id, so that the order of input never matters."""
    return (document.published.iso if document.published else _UNKNOWN, document.id)
