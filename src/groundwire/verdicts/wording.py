"""The content words of a text, as everything in this room compares them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache

from groundwire.language.folding import plain
from groundwire.language.kinship import kin, root
from groundwire.language.tokens import FUNCTION_WORDS, stem
from groundwire.language.weights import idf

# Linear: one alternative a class, no nested repetition that can overlap.
_TOKEN = re.compile(r"%|\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[.!?;:\"()\n]", re.UNICODE)
_STOPS = frozenset('.!?;:"()\n')
_HEAVIEST = 8.0
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "tn": 1e12}
# A rounded figure stands for the exact one within this share of it, when it has fewer figures (policy: rounding).
_ROUNDED = 0.05
_CALENDAR = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "once": 1, "twice": 2, "thrice": 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A content word in its place.

    Args:
        text: folded, as written.
        root: what it is compared by; numbers by their value ("#12").
        weight: inverse document frequency, 0 to 8.
        name: written with a capital inside a sentence.
        number: its value when it is a number, else None.
        at: running number among all words of the text, function words counted.
        sentence: running number of its sentence.
        timing: part of a date; dates are compared as dates, not as words.
    """

    text: str
    root: str
    weight: float
    name: bool
    number: float | None
    at: int
    sentence: int
    timing: bool = False


@lru_cache(maxsize=20_000)
def wording(text: str) -> tuple[Word, ...]:
    """The content words of a text: no function words, numbers by value, irregular forms undone."""
    found: list[Word] = []
    opening, sentence, at, first = True, 0, 0, -1
    for match in _TOKEN.finditer(unicodedata.normalize("NFKC", plain(text)).replace("per cent", "percent")):
        token = match.group()
        if token == "%":
            token = "percent"
        if token in _STOPS:
            if token in ".!?\n":
                sentence += 1
            opening = True
            continue
        word = token.casefold().removesuffix("'s").rstrip("'")
        at += 1
        capital = token[:1].isupper()
        number = value(word)
        if number is not None:
            year = word.isdigit() and 1900 <= number <= 2100
            day = number <= 31 and bool(found) and found[-1].timing and found[-1].at == at - 1
            found.append(Word(word, f"#{number:.15g}", 5.0, False, number, at, sentence, year or day))
        elif word in _SCALES and found and found[-1].number is not None and found[-1].at == at - 1:
            # "2.1 million" is one number, as "2,100,000" is.
            whole = found[-1].number * _SCALES[word]
            weight = found[-1].weight + min(_HEAVIEST, idf(word))
            found[-1] = replace(found[-1], root=f"#{whole:.15g}", number=whole, weight=weight, at=at, timing=False)
        elif word not in FUNCTION_WORDS or (word == "may" and capital and not opening):
            base = root(word)
            # The weight is that of the word as written: a rare form of a common word tells no more than the word.
            weight = min(_HEAVIEST, idf(base), idf(stem(word)))
            timing = capital and word in _CALENDAR
            if timing and found and found[-1].number is not None and found[-1].number <= 31 and found[-1].at == at - 1:
                found[-1] = replace(found[-1], timing=True)
            if capital and not opening and found and found[-1].at == at - 1 == first:
                # A capital that opens the sentence belongs to a name when a name goes on from it.
                found[-1] = replace(found[-1], name=True)
            found.append(Word(word, base, weight, capital and not opening, None, at, sentence, timing))
            first = at if capital and opening else first
        opening = False
    return tuple(found)


def value(word: str) -> float | None:
    """The value of a folded number token, None when it is none; at most 30 digits are read."""
    if word[:1].isdigit():
        digits = word.replace(",", "")
        if len(digits) > 30 or digits.count(".") > 1 or not digits.replace(".", "").isascii():
            return None
        try:
            return float(digits)
        except ValueError:
            return None
    return UNITS.get(word)


@lru_cache(maxsize=50_000)
def cover(claim: str, evidence: str) -> float:
    """How much of a claim's wording a text carries, weighed by how telling the words are, in [0, 1]."""
    asked = wording(claim)
    there = {word.root for word in wording(evidence)}
    total = sum(word.weight for word in asked)
    if not total or not there:
        return 0.0
    return sum(word.weight * carried(word.root, there) for word in asked) / total


def carried(claimed: str, there: AbstractSet[str]) -> float:
    """How far the best of some roots carries a claimed root, in [0, 1]."""
    if claimed in there:
        return 1.0
    if claimed.startswith("#"):
        return float(any(other.startswith("#") and stands_for(claimed, other) for other in there))
    others = kin(claimed)
    if len(others) < len(there):
        return max((weight for other, weight in others.items() if other in there), default=0.0)
    return max((others[other] for other in there if other in others), default=0.0)


@lru_cache(maxsize=20_000)
def stands_for(claimed: str, given: str) -> bool:
    """Whether a number, as a root, is another one rounded to fewer figures: 3 million is 2,984,112."""
    mine, theirs = float(claimed[1:]), float(given[1:])
    if not theirs or abs(mine - theirs) > _ROUNDED * abs(theirs):
        return False
    return _figures(claimed) < _figures(given)


def _figures(number: str) -> int:
    """How many significant figures a number, as a root, is written with."""
    return len(number[1:].split("e")[0].replace(".", "").strip("0"))


def shared(first: str, second: str) -> bool:
    """Whether two texts have a content word in common that is neither a name nor a number, or a close kin of one."""
    there = {word.root for word in wording(second) if not word.name and word.number is None}
    return any(carried(word.root, there) >= 0.5 for word in wording(first) if not word.name and word.number is None)


def roots(text: str) -> frozenset[str]:
    """The roots of the content words of a text."""
    return frozenset(word.root for word in wording(text))


@lru_cache(maxsize=50_000)
def matter(claim: str, evidence: str) -> float:
    """As `cover`, without the names: how much of what is said, not of whom, a text carries, in [0, 1]."""
    asked = [word for word in wording(claim) if not word.name and not word.timing]
    there = {word.root for word in wording(evidence)}
    total = sum(word.weight for word in asked)
    return sum(word.weight * carried(word.root, there) for word in asked) / total if total else 0.0
