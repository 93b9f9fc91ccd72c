"""Small words and signs that every surface shares: dates, counts, signs of verdicts, clean text and safe links."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from typing import Any

from groundwire.records.brief import Brief, Composer
from groundwire.records.source import SourceKind
from groundwire.records.verdict import Label

SIGNS = {Label.SUPPORTED: "✓", Label.CONTRADICTED: "≠", Label.UNSUPPORTED: "?", Label.NO_EVIDENCE: "?"}
WORDS = {
    Label.SUPPORTED: "supported",
    Label.CONTRADICTED: "contradicted",
    Label.UNSUPPORTED: "not confirmed",
    Label.NO_EVIDENCE: "no evidence",
}
KINDS = {
    SourceKind.PRIMARY: "primary document",
    SourceKind.WIRE: "wire agency",
    SourceKind.PRESS: "press",
    SourceKind.COMPANY: "company",
    SourceKind.BLOG: "blog",
    SourceKind.UNKNOWN: "kind of source unknown",
}
EXTENTS = {"full": "full text", "snippet": "snippet only", "headline": "headline only"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Marks that reorder, hide or break text. Zero-width joiners stay: emoji, Arabic and Indic words need them.
_INVISIBLE = frozenset(
    "\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u3164\uffa0\ufffe\uffff"
)


def clean(text: str) -> str:
    """The text without control characters, marks that turn its direction, tag characters and lone surrogates.

    Line breaks and tabs become spaces: a third party's text never starts a line of its own.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = []
    for char in text:
        if char in "\n\r\t\v\f":
            kept.append(" ")
        elif (
            char not in _INVISIBLE
            and unicodedata.category(char) not in ("Cc", "Cs")
            and not 0xE0000 <= ord(char) <= 0xE007F
        ):
            kept.append(char)
    return "".join(kept)


def head_of(text: str, length: int) -> str:
    """At most `length` code points of a text, never ending inside an emoji or between a letter and its marks."""
    end = min(length, len(text))
    while 0 < end < len(text) and (_clings(text[end]) or text[end - 1] == "\u200d"):
        end -= 1
    return text[:end]


def _clings(char: str) -> bool:
    """Whether a code point belongs to the one before it: marks, joiners, variation selectors, skin tones."""
    return char == "\u200d" or unicodedata.category(char) in ("Mn", "Me", "Mc") or 0x1F3FB <= ord(char) <= 0x1F3FF


def cleaned(value: Any) -> Any:
    """The same JSON value with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: cleaned(item) for key, item in value.items()}
    return [cleaned(item) for item in value] if isinstance(value, list) else value


def safe_link(url: str) -> str:
    """The address if it leads to the web over http or https and holds nothing that could break out, else ""."""
    address = url.strip()
    if not address.lower().startswith(("http://", "https://")) or "\\" in address:
        return ""
    if any(char.isspace() or not char.isprintable() or char in "\"'<>`" for char in address):
        return ""
    return address if len(address) <= 2000 and "@" not in address.split("/")[2] else ""


def instant(moment: datetime) -> str:
    """The instant in ISO form, in UTC, to the second."""
    return moment.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def day(iso: str, year: int | None = None) -> str:
    """ "18 Aug 2026" for 2026-08-18, "Aug 2026" for 2026-08; the year is left out when it is the given one."""
    parts = iso[:10].split("-")
    if not all(part.isdigit() for part in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return iso[:10]
    shown_year = "" if year is not None and int(parts[0]) == year and len(parts) > 1 else parts[0]
    month = MONTHS[int(parts[1]) - 1] if len(parts) > 1 else ""
    date = str(int(parts[2])) if len(parts) > 2 else ""
    return " ".join(part for part in (date, month, shown_year) if part)


def day_and_time(moment: datetime, year: int | None = None) -> str:
    """ "18 Aug 2026, 14:05 UTC"."""
    utc = moment.astimezone(UTC)
    return f"{day(utc.date().isoformat(), year)}, {utc:%H:%M} UTC"


def count(number: int, noun: str, plural: str = "") -> str:
    """ "1 source", "3 sources"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def number(value: float) -> str:
    """A number as a reader writes it: thousands apart, no more decimals than it has."""
    if value != value or value in (float("inf"), float("-inf")):
        return "unknown"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.4f}".rstrip("0").rstrip(".")


def as_sentence(text: str) -> str:
    """The text with a capital in front and a full stop behind; nothing for nothing."""
    told = text.strip()
    return f"{told[:1].upper()}{told[1:]}{'' if told[-1:] in '.!?…' else '.'}" if told else ""


def sentence_of(words: tuple[str, ...]) -> str:
    """ "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def composed_how(brief: Brief) -> str:
    """Who drafted it, in a few words."""
    if brief.composer is Composer.EXTRACTIVE:
        return "drafted by rules from the sources, no language model"
    return "drafted outside Groundwire, by a person or a language model"
