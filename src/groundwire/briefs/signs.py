"""Finds the signs of lenses and frames in a text: which stand in it, where, and how much they say.

A sign is a group of words near together in one sentence, such as a word for chips and a word for an order. Where it
stands decides what it says of the event: a title tells what happened, a sentence far down tells the background.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from groundwire.language.tokens import words
from groundwire.records.lens import Sign

LONGEST_TERM = 4
# Sentences looked at: what stands further down is background and would only cost time.
MOST_SENTENCES = 60
MOST_CHARACTERS = 20_000
# Longer than nearly every sentence of clean news (median 22 words), shorter than a damaged release without stops.
LONGEST_LINE = 48
# Linear: a stop with white space behind it, or a line break.
_ENDS = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]{0,2}\s+(?=\S)|\n+")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence prepared for search: where each run of up to four base forms starts and ends."""

    places: dict[str, tuple[tuple[int, int], ...]]
    size: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """A sign seen in the line of that number; 0 is the title."""

    sign: Sign
    line: int


def split(text: str) -> list[str]:
    """Roughly the sentences of the beginning of a text, linear in its length; enough to say what stands together.

    A run of words without a stop is cut, since archives lose punctuation and everything would stand in the opening.
    """
    lines: list[str] = []
    for part in _ENDS.split(text[:MOST_CHARACTERS]):
        run = part.split()
        lines.extend(" ".join(run[i : i + LONGEST_LINE]) for i in range(0, len(run), LONGEST_LINE))
        if len(lines) >= MOST_SENTENCES:
            break
    return lines[:MOST_SENTENCES]


@lru_cache(maxsize=200_000)
def inflected(word: str) -> str:
    """A folded word without the ending of its plural, past or present form: supplies, supplied and supplying are one.

    Weaker than a stemmer on purpose: vulnerable and vulnerability, develop and developer, compile and compiler stay
    apart, which the Snowball stemmer brings together.
    """
    if word[:1].isdigit() or len(word) < 4:
        return word
    base = word
    if base.endswith("ies") and len(base) > 4:
        base = base[:-3] + "y"
    elif base.endswith("s") and not base.endswith(("ss", "us", "is")):
        base = base[:-1]
    if base.endswith("eed") and len(base) > 5:
        base = base[:-1]
    for ending in ("ing", "ed"):
        if base.endswith(ending) and len(base) - len(ending) >= 3 and not base.endswith("eed"):
            base = base[: -len(ending)]
            break
    if base.endswith("i"):
        base = base[:-1] + "y"
    if len(base) > 3 and base[-1] == "e":
        base = base[:-1]
    return base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiou" else base


def line(text: str, known: frozenset[str] | None = None) -> Line:
    """A sentence as the runs of base forms in it; a word as it is written stands beside them with "=" in front.

    Args:
        known: keys of the terms that will be looked for; others are not kept, which saves most of the time.
    """
    plain = words(text)
    run = [inflected(word) for word in plain]
    places: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(run)):
        keys = [("=" + plain[start], start)]
        keys += [(" ".join(run[start : end + 1]), end) for end in range(start, min(start + LONGEST_TERM, len(run)))]
        for key, end in keys:
            if known is None or key in known:
                places.setdefault(key, []).append((start, end))
    return Line({key: tuple(value) for key, value in places.items()}, len(run))


@lru_cache(maxsize=20_000)
def term_key(term: str) -> str:
    """A term of a playbook file as the run of base forms it is looked up by; one that opens with "=" counts only as written."""
    if term.startswith("="):
        return "=" + "".join(words(term))
    return " ".join(inflected(word) for word in words(term))


def keys_of(signs: Iterable[Sign]) -> frozenset[str]:
    """The keys of every term that the signs look for."""
    return frozenset(term_key(term) for sign in signs for group in (*sign.groups, sign.unless) for term in group)


@lru_cache(maxsize=4_000)
def group_keys(terms: tuple[str, ...]) -> frozenset[str]:
    """The keys of a group of terms, made once a group."""
    return frozenset(term_key(term) for term in terms)


def holds(where: Line, terms: Iterable[str]) -> bool:
    """Whether a sentence holds one of the terms."""
    return not group_keys(tuple(terms)).isdisjoint(where.places)


def together(where: Line, groups: Sequence[Sequence[str]], within: int) -> bool:
    """Whether one term of each group stands within so many words; no groups at all always do.

    Two groups may not be satisfied by the same words.
    """
    spots: list[tuple[int, int, int]] = []
    for number, group in enumerate(groups):
        keys = group_keys(tuple(group))
        found = [(start, end, number) for key, places in where.places.items() if key in keys for start, end in places]
        if not found:
            return False
        spots.extend(found)
    if len(groups) <= 1:
        return True
    spots.sort()
    return any(_covers(spots, first, len(groups), within) for first in range(len(spots)))


def _covers(spots: Sequence[tuple[int, int, int]], first: int, groups: int, within: int) -> bool:
    """Whether the spots from one on reach every group before the window ends, without sharing words."""
    start = spots[first][0]
    seen: set[int] = set()
    last_end = -1
    for begin, end, number in spots[first:]:
        if begin - start >= within:
            return False
        if number in seen or begin <= last_end:
            continue
        seen.add(number)
        last_end = end
        if len(seen) == groups:
            return True
    return False


def sightings(title: Line, body: Sequence[Line], signs: Sequence[Sign]) -> list[Sighting]:
    """Every sign in every line where it stands; the title is line 0, the first sentence line 1."""
    return [
        Sighting(sign, number)
        for number, where in enumerate((title, *body))
        if where.places
        for sign in signs
        if not sign.least
        and not (sign.title_only and number)
        and together(where, sign.groups, sign.within)
        and not holds(where, sign.unless)
    ]


def gathered(title: Line, lead: Sequence[Line], signs: Sequence[Sign]) -> list[Sign]:
    """The signs that ask for several different terms in title and lead together, and find them."""
    there = {key for where in (title, *lead) for key in where.places}
    return [
        sign
        for sign in signs
        if sign.least
        and len(there & group_keys(sign.groups[0])) >= sign.least
        and not any(holds(where, sign.unless) for where in (title, *lead))
    ]
