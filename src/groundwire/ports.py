"""What the core asks of the world, each as a small protocol."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from groundwire.records.claim import Claim, ReadDocument
from groundwire.records.event import Event, LedgerEntry
from groundwire.records.source import Document, Passage, Reading
from groundwire.records.verdict import Odds


class Clock(Protocol):
    """The one source of the time."""

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...


class Reader(Protocol):
    """Turns untrusted bytes into documents; never raises for a bad input, which costs only itself."""

    def read(self, name: str, data: bytes) -> Reading:
        """Documents of one input; name is data (a file name or address), never a path to open."""
        ...

    def read_all(self, items: Iterable[tuple[str, bytes]]) -> Iterable[Reading]:
        """The same for many, in their order, each on its own."""
        ...


class Snapshots(Protocol):
    """Keeps captured bytes and extracted texts as evidence."""

    def keep(self, document: Document, data: bytes) -> str:
        """Stores the bytes and the extracted text once; returns the sha256 of the bytes."""
        ...


class PassageIndex(Protocol):
    """Finds the passages of a set of documents that speak to a statement."""

    def search(self, text: str, limit: int) -> Sequence[tuple[Passage, float]]:
        """At most `limit` passages with a score in [0, 1], best first; a passage is one or two whole sentences."""
        ...


class Verifier(Protocol):
    """Gives odds that evidence carries a claim; a verdict must not depend on the other pairs of a call."""

    name: str
    calibrated: bool

    def odds(self, pairs: Sequence[tuple[str, Claim]]) -> Sequence[Odds]:
        """Odds for each (evidence text, claim), in order.

        Raises: VerifierError when it is missing or damaged.
        """
        ...


class Ledger(Protocol):
    """The append-only log, and the erasable store of texts beside it."""

    def append(self, event: Event, texts: dict[str, str]) -> LedgerEntry:
        """Logs an event; texts (name to wording) go to the store and into the event as salted commitments."""
        ...


class IndexMaker(Protocol):
    """Makes a passage index over documents that have been read."""

    def __call__(self, read: Sequence[ReadDocument]) -> PassageIndex:
        """An index over exactly these documents."""
        ...
