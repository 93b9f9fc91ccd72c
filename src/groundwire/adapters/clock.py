"""The time: the machine's, or one that stands where it is put."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from groundwire.errors import UsageError


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        """This moment, aware."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: for --now, and for tests.

    Args:
        moment: aware.
    """

    moment: datetime

    def __post_init__(self) -> None:
        if self.moment.tzinfo is None:
            raise UsageError("the moment needs a zone: write 2026-11-23T12:00:00Z")

    def now(self) -> datetime:
        """The moment it was set to, in UTC."""
        return self.moment.astimezone(UTC)
