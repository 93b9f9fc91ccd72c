"""Finds the numbers of a sentence, in digits and in words, and leaves those that are part of a name."""

from __future__ import annotations

import re

from groundwire.claims.numerals import (
    FRACTIONS,
    SCALES,
    SHORT_SCALES,
    TENS,
    UNITS,
    VAGUE,
    digits,
    word_number,
)
from groundwire.claims.quantity_words import (
    CODES,
    MONEY_MARKS,
    MONEY_WORDS,
    NAME_BEFORE,
    NOT_UNITS,
    TIME_UNITS,
)
from groundwire.claims.tokens import Token
from groundwire.language.grammar import (
    FINITE_BE,
    HAVE,
    verb,
    word_set,
)

_NUMBER = re.compile(
    r"(?P<minus>(?<![\w.])[-−–])?(?P<cur>(?:US|AU|A|CA|C|HK|NZ|NT|S|R)?\$|[€£¥₹₽₩₺]|Rs\.?(?=\s?\d))?\s?(?P<num>\d[\d,]*+(?:\.\d+)*+(?:[-\s]\d{1,2}/\d{1,3})?|\d{1,3}/\d{1,3}(?![/\d])|[½⅓⅔¼¾⅕⅛])(?P<frac>[½⅓⅔¼¾⅕⅛])?(?P<scale>(?:k|m|mn|mln|bn|b|tn|trn|t)\b)?(?P<pct>\s?%|％)?"
)
_VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125}


_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_BEFORE_YEAR = word_set("of in since from until by the and")


_VERSIONED = word_set("version versions release releases")


class Counted:
    """A number on its way to a quantity: value, unit so far, the tokens it covers."""

    __slots__ = ("end", "first", "hyphen", "last", "scaled", "start", "unit", "vague", "value")

    def __init__(self, value: float, unit: str, first: int, last: int, start: int, end: int) -> None:
        self.value, self.unit, self.first, self.last, self.start, self.end = value, unit, first, last, start, end
        self.hyphen = ""
        self.scaled = False
        self.vague = False


def numbers(sentence: str, words: list[Token], taken: list[tuple[int, int]]) -> list[Counted]:
    """The numbers of a sentence in order, without those inside the spans taken by dates and times."""
    busy = bytearray(len(sentence) + 1)
    for a, b in taken:
        busy[a:b] = b"\1" * (b - a)
    found = _written(sentence, words, busy) + _spelled(words, busy)
    found.sort(key=lambda counted: counted.start)
    return found


def _written(sentence: str, words: list[Token], busy: bytearray) -> list[Counted]:
    found: list[Counted] = []
    index = 0
    for match in _NUMBER.finditer(sentence):
        start, end = match.start("num"), match.end()
        if 1 in busy[start:end]:
            continue
        while index < len(words) - 1 and words[index].end <= start:
            index += 1
        token = words[index]
        if not (token.start <= start < token.end) or not _plausible(sentence, match, token, words, index):
            continue
        value = _value(match)
        if value is None:
            continue
        last = index
        while last + 1 < len(words) and words[last + 1].start < end:
            last += 1
        unit = MONEY_MARKS.get((match.group("cur") or "").rstrip("."), "")
        if match.group("pct"):
            unit = "%"
        if not unit and index and words[index - 1].text in CODES:
            unit = "CNY" if words[index - 1].text == "RMB" else words[index - 1].text
        left = match.start("cur") if match.group("cur") else start
        item = Counted(value, unit, index, last, left, end)
        item.scaled = bool(match.group("scale"))
        tail = sentence[end : token.end]
        if tail[:1] in "-‑–" and tail[1:2].isalpha():
            item.hyphen, *rest = tail[1:].lower().split("-")
            if item.hyphen in SCALES:
                # "a $500-million plant"
                item.value, item.scaled = item.value * SCALES[item.hyphen], True
                item.hyphen = rest[0] if rest else ""
        if (match.group("minus") and not found) or (
            match.group("minus") and sentence[match.start() - 1 : match.start()] == " "
        ):
            item.value = -item.value
        if index and words[index - 1].text == "$" and not unit:
            item.unit = "USD"
        while item.first and words[item.first - 1].start >= left:
            item.first -= 1
        found.append(item)
    return found


def _value(match: re.Match[str]) -> float | None:
    text = match.group("num")
    if text in _VULGAR:
        return _VULGAR[text]
    number = digits(text.rstrip(","))
    if number is None:
        return None
    value = number.value + (_VULGAR[match.group("frac")] if match.group("frac") else 0.0)
    scale = match.group("scale")
    return value * SHORT_SCALES[scale] if scale else value


def _plausible(sentence: str, match: re.Match[str], token: Token, words: list[Token], index: int) -> bool:
    """Whether digits stand for a quantity and not for part of a name, a version, a time or an address."""
    start, end = match.start("num"), match.end()
    if match.group("cur") or match.group("pct"):
        return True
    if token.text[0].isalpha():
        return False
    before = sentence[start - 1 : start]
    if before and (
        before.isalnum()
        or before in "_#/@."
        or (before in "-–‑" and sentence[start - 2 : start - 1].isalnum() and not sentence[start - 2].isdigit())
    ):
        return False
    after = sentence[end : end + 2]
    if (
        after[:1].isalpha()
        or after[:1] in "_@/"
        or (after[:1] == ":" and after[1:2].isdigit())
        or (after[:1] == "." and after[1:2].isalnum())
    ):
        return False
    if token.text.count(".") > 1 or (before == ":" and sentence[start - 2 : start - 1].isdigit()):
        return False
    if after[:1] in "-‑–" and after[1:2].isupper():
        return False
    previous = words[index - 1] if index else None
    following = words[index + 1] if index + 1 < len(words) else None
    if previous is None:
        # A number that opens a sentence before a comma is a day cut off from its month, or a list mark.
        return following is not None and following.low not in (",", ")", ".")
    if previous.low.rstrip(".") in NAME_BEFORE and not (
        previous.low in ("no", "under", "order", "group", "case", "area", "count")
        and following is not None
        and following.low in TIME_UNITS
    ):
        return False
    if (
        "." in token.text
        and not _counts(following)
        and any(w.low in _VERSIONED for w in words[max(0, index - 4) : index])
    ):
        # "versions 4.0 through 4.7", "versions prior to 5.1"
        return False
    if previous.low == "." and index > 1 and words[index - 2].low in ("no", "nos", "rule", "sec", "art"):
        return False
    if previous.text in "([" and following is not None and following.text in ",)]" and len(match.group("num")) <= 2:
        # A note's number: "(1, 2)", "[3]".
        return False
    if (
        previous.text == ","
        and index > 2
        and words[index - 3].text in "(["
        and following is not None
        and following.text in ")]"
    ):
        return False
    if following is not None and following.low in ("utc", "gmt", "est", "edt", "pst", "cet", "bst", "local"):
        return False
    if _YEAR.fullmatch(match.group("num")) and previous.low in _BEFORE_YEAR and not _counts(following):
        return False
    named = (
        previous.text[0].isupper()
        and (index > 1 or "." in token.text)
        and "," not in token.text
        and not (_counts(following) and following is not None and verb(following.low) is None)
        and not (previous.text.isupper() and (_counts(following) or "." not in token.text))
    )
    return not (named and match.group("scale") is None)


def _counts(token: Token | None) -> bool:
    """Whether the word after a number says what is counted."""
    return token is not None and (
        token.low in SCALES
        or token.low in MONEY_WORDS
        or token.low in ("percent", "per", "percentage", "of")
        or (token.text[0].islower() and token.low not in NOT_UNITS and not verb_only(token.low))
    )


def _vaguely_counts(words: list[Token], i: int) -> bool:
    """Whether "hundreds" counts something: "hundreds of", "thousands more", or people who do what follows."""
    following = words[i + 1] if i + 1 < len(words) else None
    return (
        following is None
        or following.low == "of"
        or _counts(following)
        or following.low in FINITE_BE
        or following.low in HAVE
        or verb(following.low) is not None
    )


def verb_only(low: str) -> bool:
    """Whether a word is a verb form that is hardly ever a noun."""
    form = verb(low)
    return form is not None and low.endswith("ed")


def _spelled(words: list[Token], busy: bytearray) -> list[Counted]:
    lows = [w.low for w in words]
    found: list[Counted] = []
    i = 0
    while i < len(words):
        if 1 in busy[words[i].start : words[i].end]:
            i += 1
            continue
        item, used = _spelled_at(words, lows, i)
        if item is not None:
            found.append(item)
        i += max(1, used)
    return found


def _spelled_at(words: list[Token], lows: list[str], i: int) -> tuple[Counted | None, int]:
    low = lows[i]
    first = low.split("-")[0]
    if low in VAGUE:
        item = Counted(VAGUE[low], "", i, i, words[i].start, words[i].end)
        item.vague = True
        following = lows[i + 1] if i + 1 < len(lows) else ""
        if (
            (lows[i - 1] in ("and", "of") and i and lows[i - 2] in VAGUE)
            or (following == "and" and lows[i + 2 : i + 3] == [low])
            or not _vaguely_counts(words, i)
        ):
            return None, 3 if following == "and" else 1
        if following == "of" and lows[i + 2 : i + 3] and lows[i + 2] in VAGUE:
            item.value *= VAGUE[lows[i + 2]]
            item.last = i + 2
            item.end = words[i + 2].end
            return item, 3
        return item, 1
    if low == "half" and lows[i + 1 : i + 2] == ["a"] and lows[i + 2 : i + 3] and lows[i + 2] in SCALES:
        return Counted(SCALES[lows[i + 2]] / 2, "", i, i + 2, words[i].start, words[i + 2].end), 3
    if low == "dozen" and i and lows[i - 1] in ("a", "half"):
        value = 6.0 if lows[i - 1] == "half" else 12.0
        return Counted(value, "", i - 1, i, words[i - 1].start, words[i].end), 1
    if low in ("hundred", "thousand", "million", "billion", "trillion") and i and lows[i - 1] == "a":
        return Counted(SCALES[low], "", i - 1, i, words[i - 1].start, words[i].end), 1
    share = _share(words, lows, i)
    if share is not None:
        return share
    if first in UNITS or first in TENS:
        if "-" in low and not (first in TENS and low.split("-")[1] in UNITS):
            second = low.split("-")[1]
            if (
                len(low.split("-")) > 1
                and second not in ("time", "sided", "way", "on", "off", "party")
                and first != "one"
                and first in UNITS
                and second not in UNITS
                and second not in ("third", "fold")
                and len(second) > 2
            ):
                item = Counted(float(UNITS[first]), "", i, i, words[i].start, words[i].start + len(first))
                item.hyphen = second
                return item, 1
            return None, 1
        spelled = word_number(lows, i)
        if spelled is None:
            return None, 1
        value, used = spelled
        if value == 1 and not _is_one(words, lows, i):
            return None, 1
        if (value == 0 and "-" in low) or (i and lows[i - 1].rstrip(".") in NAME_BEFORE and words[i].text[0].isupper()):
            return None, used
        after = words[i + used] if i + used < len(words) else None
        if i and lows[i - 1] in ("these", "those", "the", "other", "its", "their") and value <= 12 and after is None:
            return None, used
        return Counted(value, "", i, i + used - 1, words[i].start, words[i + used - 1].end), used
    return None, 1


def _is_one(words: list[Token], lows: list[str], i: int) -> bool:
    """Whether "one" counts something and does not stand for somebody or open a sentence."""
    following = lows[i + 1] if i + 1 < len(lows) else ""
    before = lows[i - 1] if i else ""
    if (
        not i
        or before
        in (
            "no",
            "number",
            "the",
            "this",
            "that",
            "any",
            "every",
            "each",
            "which",
            "only",
            "another",
            "a",
            "day",
            "just",
        )
        or following in ("another", "day", "thing", "way", "side", "hand", "time", "or", "another")
    ):
        return False
    if following == "of":
        return before not in (
            "is",
            "was",
            "become",
            "became",
            "are",
            "as",
            "remains",
            "being",
            "been",
            "s",
            "'s",
            ",",
            "fact",
        )
    return bool(following) and following not in NOT_UNITS and following[0].isalpha() and words[i + 1].text[0].islower()


def _share(words: list[Token], lows: list[str], i: int) -> tuple[Counted | None, int] | None:
    """A share in words: "half of", "two-thirds", "one-half", "three quarters of"."""
    low = lows[i]
    parts = low.split("-")
    following = lows[i + 1 : i + 4]
    if len(parts) == 2 and parts[0] in UNITS and parts[1] in FRACTIONS:
        return Counted(
            round(100 * UNITS[parts[0]] * FRACTIONS[parts[1]], 4), "%", i, i, words[i].start, words[i].end
        ), 1
    if (
        low in UNITS
        and 0 < UNITS[low] < 10
        and following
        and following[0] in FRACTIONS
        and (following[0].endswith("s") or UNITS[low] == 1)
        and following[1:2] == ["of"]
    ):
        return Counted(
            round(100 * UNITS[low] * FRACTIONS[following[0]], 4), "%", i, i + 1, words[i].start, words[i + 1].end
        ), 2
    # "fell by about a fifth": a share without "of" needs its amount word before it.
    alone = bool(
        i > 1 and lows[i - 1] == "a" and lows[i - 2] in ("by", "about", "nearly", "almost", "over", "than", "roughly")
    )
    if (
        low in ("half", "third", "quarter", "fifth", "tenth")
        and (following[:1] == ["of"] or (alone and low != "half"))
        and (low == "half" or (i and lows[i - 1] == "a"))
        and (not i or lows[i - 1] not in ("first", "second", "latter", "other", "last", "fourth", "the"))
    ):
        begin = i - 1 if i and lows[i - 1] == "a" else i
        return Counted(round(100 * FRACTIONS[low], 4), "%", begin, i, words[begin].start, words[i].end), 1
    return None
