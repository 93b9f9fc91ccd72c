"""A story: the documents about one event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groundwire.records.source import Document, Origin


class Status(StrEnum):
    """Where a story stands."""

    DEVELOPING = "developing"
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    STALLED = "stalled"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Update:
    """One step by which a story grew: a document joined it, and why.

    Args:
        document: id of the document that joined.
        reason: which signals joined it, in words, e.g. "shares 3 names and 41 % of its terms; 2 days apart".
        similarity: in [0, 1].
    """

    document: str
    reason: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Story:
    """The documents about one event, oldest first, with their origins.

    Args:
        id: 16 hex characters of the hash over the ids of the first document.
        slug: [a-z0-9-]{1,80}, never empty; identity is the id.
        updates: one for each document after the first.
    """

    id: str
    slug: str
    title: str
    documents: tuple[Document, ...]
    origins: tuple[Origin, ...]
    updates: tuple[Update, ...] = ()
    status: Status = Status.DEVELOPING
