"""A Reader that calls the room directly: for tests that need no child."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from groundwire.errors import InputError
from groundwire.intake import files
from groundwire.ports import Clock
from groundwire.records.source import Reading, Refusal


class DirectReader:
    """Reads in the same process; never for bytes of strangers."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def read(self, name: str, data: bytes) -> Reading:
        """Documents of one input, or its refusal."""
        try:
            return files.read(name, data, self._clock.now())
        except InputError as exc:
            return Reading(refusals=(Refusal(exc.name, exc.reason, exc.code),))

    def read_all(self, items: Iterable[tuple[str, bytes]]) -> Iterator[Reading]:
        """The same for many, in their order."""
        for name, data in items:
            yield self.read(name, data)
