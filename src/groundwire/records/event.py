"""Events of the ledger: typed ids, numbers and salted commitments, never text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """One fact to be logged.

    Args:
        kind: "document.kept", "story.updated", "claim.judged", "brief.drafted", "claim.rejected", "brief.gated", "brief.published".
        at: UTC instant in ISO form.
        subject: id of what it is about.
        fields: (name, value) pairs; values are ids, numbers, booleans, labels or commitments.
    """

    kind: str
    at: str
    subject: str
    fields: tuple[tuple[str, str | int | bool], ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An event in its place in the log.

    Args:
        leaf: hex RFC 6962 leaf hash of the canonical bytes.
        canonical: RFC 8785 JSON of the event, as logged.
    """

    index: int
    leaf: str
    canonical: str
