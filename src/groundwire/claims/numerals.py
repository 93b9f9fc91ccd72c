"""Reads numbers as written: digits with separators, fractions, scale words and number words; never guesses."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from groundwire.language.grammar import word_list

# A number with more digits than this is no count of anything in the news.
MOST_DIGITS = 30

UNITS = {
    word: value
    for value, word in enumerate(
        word_list("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """)
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "t": 1e12}
# Scale words of other languages, where "billion" is a million million (D02).
LONG_SCALES = {
    "milliarde": 1e9,
    "milliarden": 1e9,
    "milliard": 1e9,
    "milliards": 1e9,
    "billionen": 1e12,
    "millones": 1e6,
    "millionen": 1e6,
}
VAGUE = {
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
FRACTIONS = {
    "half": 1 / 2,
    "halves": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
    "eighth": 1 / 8,
    "eighths": 1 / 8,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_MIXED = re.compile(r"(\d{1,4})(?:-|\s)(\d{1,2})/(\d{1,3})")
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")


class Numeral(NamedTuple):
    """A number and how it was written.

    Args:
        value: scale words not yet multiplied in for digits.
        whole: whether it was written as a plain run of digits without separators or fractions.
    """

    value: float
    whole: bool


def digits(text: str) -> Numeral | None:
    """The value of a run of digits and separators, or None when it is ambiguous or no number.

    "1,234" is read the English way; "1.234" is one and a bit; "1.234.567" (a version, or a German million) and
    "1,23" are not guessed.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("\u2044", "/")
        text = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)
    if sum(c.isdigit() for c in text) > MOST_DIGITS:
        return None
    if _GROUPED.fullmatch(text):
        return Numeral(float(text.replace(",", "")), False)
    if _PLAIN.fullmatch(text):
        return Numeral(float(text), "." not in text)
    if mixed := _MIXED.fullmatch(text):
        below = float(mixed.group(3))
        return Numeral(float(mixed.group(1)) + float(mixed.group(2)) / below, False) if below else None
    if (part := _FRACTION.fullmatch(text)) and float(part.group(2)):
        return Numeral(float(part.group(1)) / float(part.group(2)), False)
    return None


def word_number(words: list[str], start: int) -> tuple[float, int] | None:
    """The number that number words spell from a place on ("two hundred and five"): (value, words used), or None."""
    total, current, used, position = 0.0, 0.0, 0, start
    while position < len(words):
        word = words[position]
        if "-" in word and (parts := word.split("-"))[0] in TENS and len(parts) == 2 and parts[1] in UNITS:
            current += TENS[parts[0]] + UNITS[parts[1]]
        elif word in TENS:
            current += TENS[word]
        elif word in UNITS:
            if current and current % 10:
                break
            current += UNITS[word]
        elif word == "hundred" and used:
            current = max(current, 1) * 100
        elif word in SCALES and used:
            total += max(current, 1) * SCALES[word]
            current = 0.0
        elif (
            word == "and"
            and used
            and position + 1 < len(words)
            and words[position - 1] in SCALES
            and (
                words[position + 1] in UNITS
                or words[position + 1] in TENS
                or ("-" in words[position + 1] and words[position + 1].split("-")[0] in TENS)
            )
        ):
            position += 1
            continue
        else:
            break
        position += 1
        used = position - start
    return (total + current, used) if used else None
