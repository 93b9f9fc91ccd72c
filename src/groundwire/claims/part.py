"""A part of a sentence that carries one claim."""

from __future__ import annotations

from dataclasses import dataclass

from groundwire.claims.attribution import Attribution
from groundwire.claims.auxiliaries import Group


@dataclass(frozen=True, slots=True)
class Part:
    """A run of tokens that carries one claim.

    Args:
        first, last: its tokens (last exclusive).
        group: its verb group.
        subject: a subject it shares with an earlier part, "" when it has its own.
        source: attributing words it shares with an earlier part ("Officials said that"), "" when none.
        attribution: given by an earlier part it hangs on, None to be found in the part itself.
        content: the verb group of what is said, when an earlier part attributes it.
        covers: token runs whose numbers, dates and quotes belong to it.
        wording: its words when they are not simply those of its tokens, "" otherwise.
    """

    first: int
    last: int
    group: Group | None
    subject: str = ""
    source: str = ""
    attribution: Attribution | None = None
    content: Group | None = None
    covers: tuple[tuple[int, int], ...] = ()
    wording: str = ""
