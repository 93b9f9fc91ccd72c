"""Finds the numbers that a sentence claims, with unit, role, relation and direction."""

from __future__ import annotations

import re

from groundwire.claims.numerals import (
    FRACTIONS,
    LONG_SCALES,
    SCALES,
    SHORT_SCALES,
    TENS,
    UNITS,
    VAGUE,
    digits,
    word_number,
)
from groundwire.claims.tokens import Token, is_adverb
from groundwire.language.grammar import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    FINITE_BE,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    verb,
    word_set,
)
from groundwire.records.claim import Quantity, Relation

_MONEY_MARKS = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "Rs": "INR",
}
_CODES = word_set("""
    USD EUR GBP JPY CNY RMB AUD CAD HKD NZD SGD TWD INR RUB KRW CHF SEK NOK DKK BRL MXN ZAR TRY PLN SAR AED
    """)
_MONEY_WORDS = {
    "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "rupee": "INR", "rupees": "INR", "ruble": "RUB",
    "rubles": "RUB", "roubles": "RUB", "won": "KRW", "franc": "CHF", "francs": "CHF", "peso": "MXN", "pesos": "MXN", "cent": "USc", "cents": "USc", "pence": "GBp", "lira": "TRY", "rand": "ZAR", "reais": "BRL",
}  # fmt: skip
_NATIONAL = {
    "australian": "AUD",
    "canadian": "CAD",
    "hong": "HKD",
    "kong": "HKD",
    "zealand": "NZD",
    "singapore": "SGD",
    "taiwan": "TWD",
    "u.s": "USD",
    "us": "USD",
    "american": "USD",
    "swiss": "CHF",
}
_BEFORE = {
    ("at", "least"): Relation.AT_LEAST, ("no", "less", "than"): Relation.AT_LEAST, ("no", "fewer", "than"): Relation.AT_LEAST, ("not", "less", "than"): Relation.AT_LEAST, ("minimum", "of"): Relation.AT_LEAST,
    ("at", "most"): Relation.AT_MOST, ("up", "to"): Relation.AT_MOST, ("as", "many", "as"): Relation.AT_MOST, ("as", "much", "as"): Relation.AT_MOST, ("no", "more", "than"): Relation.AT_MOST,
    ("not", "more", "than"): Relation.AT_MOST, ("maximum", "of"): Relation.AT_MOST, ("as", "few", "as"): Relation.AT_LEAST, ("as", "high", "as"): Relation.AT_MOST,
    ("more", "than"): Relation.MORE, ("over",): Relation.MORE, ("above",): Relation.MORE, ("exceeding",): Relation.MORE, ("greater", "than"): Relation.MORE, ("upwards", "of"): Relation.MORE, ("upward", "of"): Relation.MORE,
    ("exceeded",): Relation.MORE, ("exceeds",): Relation.MORE, ("exceed",): Relation.MORE, ("higher", "than"): Relation.MORE, ("larger", "than"): Relation.MORE, ("longer", "than"): Relation.MORE, ("topped",): Relation.MORE, ("surpassed",): Relation.MORE,
    ("less", "than"): Relation.LESS, ("fewer", "than"): Relation.LESS, ("under",): Relation.LESS, ("below",): Relation.LESS, ("lower", "than"): Relation.LESS, ("within",): Relation.AT_MOST,
    ("about",): Relation.ABOUT, ("around",): Relation.ABOUT, ("approximately",): Relation.ABOUT, ("roughly",): Relation.ABOUT, ("nearly",): Relation.ABOUT, ("almost",): Relation.ABOUT, ("some",): Relation.ABOUT, ("circa",): Relation.ABOUT,
    ("close", "to"): Relation.ABOUT, ("near",): Relation.ABOUT, ("estimated",): Relation.ABOUT, ("est",): Relation.ABOUT, ("~",): Relation.ABOUT, ("c",): Relation.ABOUT, ("just", "over"): Relation.MORE, ("just", "under"): Relation.LESS,
    ("an", "estimated"): Relation.ABOUT, ("virtually",): Relation.ABOUT, (">",): Relation.MORE, ("<",): Relation.LESS, ("≥",): Relation.AT_LEAST, ("≤",): Relation.AT_MOST, ("well", "over"): Relation.MORE,
}  # fmt: skip
_AFTER = {
    ("or", "more"): Relation.AT_LEAST,
    ("or", "less"): Relation.AT_MOST,
    ("or", "fewer"): Relation.AT_MOST,
    ("or", "so"): Relation.ABOUT,
    ("or", "over"): Relation.AT_LEAST,
    ("or", "higher"): Relation.AT_LEAST,
    ("or", "greater"): Relation.AT_LEAST,
    ("or", "above"): Relation.AT_LEAST,
}
_UP = word_set("""
    rise rises rose risen rising grow grows grew grown growing growth increase increases increased increasing up
    gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging
    soar soared soaring higher add added advance advanced expand expanded expansion above raise raised raises
    improve improved improvement
    """)
_DOWN = word_set("""
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased decreasing down lose loses lost losing loss slump slumped slumping plunge plunged plunging
    slide slid sliding slip slipped lower shrink shrank shrunk contract contracted cut cuts reduce reduced reduction
    tumble tumbled sink sank fewer slow slowed below lowered slashed slash
    """)
_TIME_UNITS = word_set("""
    second seconds minute minutes hour hours day days week weeks month months year years decade decades quarter
    quarters century centuries
    """)
_WINDOW = frozenset(["past", "last", "previous", "recent", "preceding"])
_NAME_BEFORE = word_set("""
    no nos number article section chapter title rule rules line flight route highway interstate form part phase
    level version v room gate unit boeing airbus act bill resolution paragraph item page figure table appendix count
    grade type size class channel vol volume verse model series task area building apartment pier terminal group
    tier stage category step exhibit docket case order release lot district precinct ward zone base reactor
    amendment proposition prop directive regulation clause annex schedule code box suite windows python rust ios
    android covid sars
    """)
_NOT_UNITS = (
    PREPOSITIONS | COORDINATORS | DETERMINERS | FINITE_BE | HAVE | MODALS | SUBJECT_PRONOUNS | SUBORDINATORS | ADVERBS
) - {"yards"}
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)"
)
_NUMBER = re.compile(
    r"(?P<minus>(?<![\w.])[-−–])?(?P<cur>(?:US|AU|A|CA|C|HK|NZ|NT|S|R)?\$|[€£¥₹₽₩₺]|Rs\.?(?=\s?\d))?\s?(?P<num>\d[\d,]*+(?:\.\d+)*+(?:[-\s]\d{1,2}/\d{1,3})?|\d{1,3}/\d{1,3}(?![/\d])|[½⅓⅔¼¾⅕⅛])(?P<frac>[½⅓⅔¼¾⅕⅛])?(?P<scale>(?:k|m|mn|mln|bn|b|tn|trn|t)\b)?(?P<pct>\s?%|％)?"
)
_VULGAR = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅛": 0.125}


class _Found:
    """A number on its way to a quantity: value, unit so far, the tokens it covers."""

    __slots__ = ("end", "first", "hyphen", "last", "scaled", "start", "unit", "vague", "value")

    def __init__(self, value: float, unit: str, first: int, last: int, start: int, end: int) -> None:
        self.value, self.unit, self.first, self.last, self.start, self.end = value, unit, first, last, start, end
        self.hyphen = ""
        self.scaled = False
        self.vague = False


def quantities(sentence: str, words: list[Token], taken: list[tuple[int, int]]) -> tuple[Quantity, ...]:
    """The quantities of a sentence in order.

    Args:
        words: its tokens.
        taken: spans that are dates, times or names and hold no quantities.
    """
    found = _written(sentence, words, taken) + _spelled(sentence, words, taken)
    found.sort(key=lambda f: f.start)
    result: list[Quantity] = []
    skip = -1
    for place, item in enumerate(found):
        if place == skip:
            continue
        following = found[place + 1] if place + 1 < len(found) else None
        upper = _upper_end(sentence, words, item, following)
        if upper is not None and following is not None:
            skip = place + 1
        quantity = _finish(sentence, words, item, upper)
        if quantity is not None:
            result.append(quantity)
    return tuple(result)


def _written(sentence: str, words: list[Token], taken: list[tuple[int, int]]) -> list[_Found]:
    found: list[_Found] = []
    index = 0
    for match in _NUMBER.finditer(sentence):
        start, end = match.start("num"), match.end()
        if any(a < end and start < b for a, b in taken):
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
        unit = _MONEY_MARKS.get((match.group("cur") or "").rstrip("."), "")
        if match.group("pct"):
            unit = "%"
        if not unit and index and words[index - 1].text in _CODES:
            unit = _code(words[index - 1].text)
        left = match.start("cur") if match.group("cur") else start
        item = _Found(value, unit, index, last, left, end)
        item.scaled = bool(match.group("scale"))
        tail = sentence[end : token.end]
        if tail[:1] in "-‑–" and tail[1:2].isalpha():
            item.hyphen = tail[1:].split("-")[0].lower()
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
    if previous.low.rstrip(".") in _NAME_BEFORE and not (
        previous.low in ("no", "under", "order", "group", "case", "area", "count")
        and following is not None
        and following.low in _TIME_UNITS
    ):
        return False
    if previous.low == "." and index > 1 and words[index - 2].low in ("no", "nos", "rule", "sec", "art"):
        return False
    named = (
        previous.text[0].isupper()
        and index > 1
        and "," not in token.text
        and not _counts(following)
        and not previous.text.isupper()
    )
    return not (named and match.group("scale") is None)


def _counts(token: Token | None) -> bool:
    """Whether the word after a number says what is counted."""
    return token is not None and (
        token.low in SCALES
        or token.low in _MONEY_WORDS
        or token.low in ("percent", "per", "percentage", "of")
        or (token.text[0].islower() and token.low not in _NOT_UNITS and not verb_only(token.low))
    )


def verb_only(low: str) -> bool:
    """Whether a word is a verb form that is hardly ever a noun."""
    form = verb(low)
    return form is not None and low.endswith("ed")


def _spelled(sentence: str, words: list[Token], taken: list[tuple[int, int]]) -> list[_Found]:
    lows = [w.low for w in words]
    found: list[_Found] = []
    i = 0
    while i < len(words):
        if any(a < words[i].end and words[i].start < b for a, b in taken):
            i += 1
            continue
        item, used = _spelled_at(words, lows, i)
        if item is not None:
            found.append(item)
        i += max(1, used)
    return found


def _spelled_at(words: list[Token], lows: list[str], i: int) -> tuple[_Found | None, int]:
    low = lows[i]
    first = low.split("-")[0]
    if low in VAGUE:
        item = _Found(VAGUE[low], "", i, i, words[i].start, words[i].end)
        item.vague = True
        following = lows[i + 1] if i + 1 < len(lows) else ""
        if (
            (lows[i - 1] in ("and", "of") and i and lows[i - 2] in VAGUE)
            or (following == "and" and lows[i + 2 : i + 3] == [low])
            or not (following == "of" or _counts(words[i + 1] if i + 1 < len(words) else None))
        ):
            return None, 3 if following == "and" else 1
        if following == "of" and lows[i + 2 : i + 3] and lows[i + 2] in VAGUE:
            item.value *= VAGUE[lows[i + 2]]
            item.last = i + 2
            item.end = words[i + 2].end
            return item, 3
        return item, 1
    if low == "dozen" and i and lows[i - 1] in ("a", "half"):
        value = 6.0 if lows[i - 1] == "half" else 12.0
        return _Found(value, "", i - 1, i, words[i - 1].start, words[i].end), 1
    if low in ("hundred", "thousand", "million", "billion", "trillion") and i and lows[i - 1] == "a":
        return _Found(SCALES[low], "", i - 1, i, words[i - 1].start, words[i].end), 1
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
                item = _Found(float(UNITS[first]), "", i, i, words[i].start, words[i].start + len(first))
                item.hyphen = second
                return item, 1
            return None, 1
        spelled = word_number(lows, i)
        if spelled is None:
            return None, 1
        value, used = spelled
        if value == 1 and not _is_one(words, lows, i):
            return None, 1
        if value == 0 or (i and lows[i - 1].rstrip(".") in _NAME_BEFORE and words[i].text[0].isupper()):
            return None, used
        after = words[i + used] if i + used < len(words) else None
        if i and lows[i - 1] in ("these", "those", "the", "other", "its", "their") and value <= 12 and after is None:
            return None, used
        return _Found(value, "", i, i + used - 1, words[i].start, words[i + used - 1].end), used
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
    return bool(following) and following not in _NOT_UNITS and following[0].isalpha() and words[i + 1].text[0].islower()


def _share(words: list[Token], lows: list[str], i: int) -> tuple[_Found | None, int] | None:
    """A share in words: "half of", "two-thirds", "one-half", "three quarters of"."""
    low = lows[i]
    parts = low.split("-")
    following = lows[i + 1 : i + 4]
    if len(parts) == 2 and parts[0] in UNITS and parts[1] in FRACTIONS:
        return _Found(round(100 * UNITS[parts[0]] * FRACTIONS[parts[1]], 4), "%", i, i, words[i].start, words[i].end), 1
    if (
        low in UNITS
        and 0 < UNITS[low] < 10
        and following
        and following[0] in FRACTIONS
        and (following[0].endswith("s") or UNITS[low] == 1)
        and following[1:2] == ["of"]
    ):
        return _Found(
            round(100 * UNITS[low] * FRACTIONS[following[0]], 4), "%", i, i + 1, words[i].start, words[i + 1].end
        ), 2
    if (
        low in ("half", "third", "quarter")
        and following[:1] == ["of"]
        and (low == "half" or (i and lows[i - 1] == "a"))
        and (not i or lows[i - 1] not in ("first", "second", "latter", "other", "last", "fourth", "the"))
    ):
        begin = i - 1 if i and lows[i - 1] == "a" else i
        return _Found(round(100 * FRACTIONS[low], 4), "%", begin, i, words[begin].start, words[i].end), 1
    return None


def _upper_end(sentence: str, words: list[Token], item: _Found, following: _Found | None) -> _Found | None:
    """The upper end when two numbers make a range ("5 to 10 percent", "between 5 and 7", "5-10")."""
    if following is None or following.value <= item.value:
        return None
    between = sentence[item.end : following.start].strip().lower()
    lows = [w.low for w in words[max(0, item.first - 3) : item.first]]
    if between in ("-", "–", "—", "to", "percent to", "% to", "per cent to"):
        # "rose from 5 to 7" gives two numbers, not a range.
        if "from" in lows[-1:] and any(
            k in _UP or k in _DOWN for k in [w.low for w in words[max(0, item.first - 6) : item.first]]
        ):
            return None
        return following
    if between in ("and", "percent and", "% and", "million and", "billion and") and "between" in lows:
        return following
    return None


def _finish(sentence: str, words: list[Token], item: _Found, upper: _Found | None) -> Quantity | None:
    """Adds scale, unit, role, relation and direction to a number."""
    tail = upper or item
    position = tail.last + 1
    value, top = item.value, upper.value if upper else None
    low = words[position].low.rstrip(".") if position < len(words) else ""
    scale = SCALES.get(low) or LONG_SCALES.get(low)
    if (
        scale is None
        and position < len(words)
        and not tail.scaled
        and low in ("m", "bn", "mn", "tn")
        and words[position].text[0].islower()
    ):
        scale = SHORT_SCALES[low]
    end = tail.end
    if (
        scale is not None
        and low != "dozen"
        and not (tail.value == 1 and item.first == item.last and words[item.first].low == "one" and low not in SCALES)
    ):
        lifted = top is not None and not (item.scaled or item.value >= tail.value * 100)
        if top is None or tail is item:
            value *= scale
        else:
            top *= scale
            if lifted:
                value *= scale
        end = words[position].end
        position += 1
    unit, position, end = _unit(words, item, tail, position, end)
    if unit is None:
        return None
    if _in_window(words, item, unit):
        return None
    relation = _relation(words, item, position, top)
    start = item.start
    role = _role(words, item.first, position, unit)
    direction = _direction(words, item.first, position)
    if value < 0 and unit in ("%", "pp"):
        value, direction = -value, -1
    if item.vague and relation is Relation.EXACTLY:
        relation = Relation.MORE
    return Quantity(
        value=value,
        unit=unit,
        of=role,
        relation=relation,
        to=top,
        start=start,
        end=max(end, item.end),
        direction=direction,
    )


def _unit(words: list[Token], item: _Found, tail: _Found, position: int, end: int) -> tuple[str | None, int, int]:
    """The unit after a number: (unit, index after it, end offset); None when the number counts nothing."""
    unit = item.unit or tail.unit
    low = words[position].low if position < len(words) else ""
    second = words[position + 1].low if position + 1 < len(words) else ""
    if low in ("percentage", "percent-age") and second.startswith("point"):
        return "pp", position + 2, words[position + 1].end
    if unit == "%" and low.startswith("point"):
        return "pp", position + 1, words[position].end
    if low == "percent" or low == "pct" or low == "%":
        return (
            ("pp", position + 2, words[position + 1].end)
            if second.startswith("point")
            else ("%", position + 1, words[position].end)
        )
    if low == "per" and second == "cent":
        return "%", position + 2, words[position + 1].end
    if low == "basis" and second.startswith("point"):
        return "bp", position + 2, words[position + 1].end
    if unit:
        return unit, position, end
    if low in _MONEY_WORDS:
        return _MONEY_WORDS[low], position + 1, words[position].end
    if low in _NATIONAL and (second in _MONEY_WORDS or second == "kong"):
        skip = 1 if second in _MONEY_WORDS else 2
        return _NATIONAL[low], position + skip + 1, words[min(position + skip, len(words) - 1)].end
    if position < len(words) and words[position].text in _CODES:
        return _code(words[position].text), position + 1, words[position].end
    if item.hyphen:
        return singular(item.hyphen), position, end
    noun = _counted(words, position)
    if noun is not None:
        return singular(words[noun].low), noun + 1, words[noun].end
    return "", position, end


def _counted(words: list[Token], position: int) -> int | None:
    """Index of the noun that a number counts: past its adjectives, at most five words on."""
    if position < len(words) and words[position].low == "of":
        position += 1
        while position < len(words) and (
            words[position].low in DETERMINERS or words[position].low.endswith(("'s", "s'"))
        ):
            position += 1
    last = None
    for i in range(position, min(position + 6, len(words))):
        low = words[i].low
        if not words[i].text[0].isalpha() or (low in _NOT_UNITS and low not in ("other", "first")):
            break
        if last is not None and (low.endswith("ed") or low.endswith("ing")) and words[last].low.endswith("s"):
            break
        form = verb(low)
        if last is not None and words[last].low.endswith("s") and form is not None:
            break
        last = i
        if (
            low.endswith("s")
            and not low.endswith(("ss", "us", "'s"))
            and i + 1 < len(words)
            and words[i + 1].low not in ("and",)
        ):
            after = words[i + 1].low
            if not (after.isalpha() and after.endswith("s") and after not in _NOT_UNITS and verb(after) is None):
                break
        if low in ("people", "men", "women", "children", "police"):
            break
    return last


def _code(text: str) -> str:
    return "CNY" if text == "RMB" else text


def singular(noun: str) -> str:
    """The singular of a noun by its ending; enough to compare units."""
    irregular = {
        "people": "person",
        "men": "man",
        "women": "woman",
        "children": "child",
        "feet": "foot",
        "series": "series",
        "species": "species",
        "lives": "life",
        "means": "means",
    }
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 2:
        return noun[:-1]
    return noun


def _in_window(words: list[Token], item: _Found, unit: str) -> bool:
    """Whether the number is part of a date: "the past two months", "a 12-month basis", "two years ago"."""
    if unit + "s" not in _TIME_UNITS:
        return False
    before = words[item.first - 1].low if item.first else ""
    after = [w.low for w in words[item.last + 1 : item.last + 4]]
    return (
        before in _WINDOW
        or "ago" in after
        or ("earlier" in after[:2] and False)
        or (bool(item.hyphen) and after[:1] == ["basis"])
    )


def _relation(words: list[Token], item: _Found, position: int, top: float | None) -> Relation:
    before = [w.low for w in words[max(0, item.first - 3) : item.first]]
    if before and before[-1] in _CODES:
        before.pop()
    found = Relation.EXACTLY
    for size in (3, 2, 1):
        key = tuple(before[-size:])
        if len(key) == size and key in _BEFORE:
            found = _BEFORE[key]
            break
    if found is Relation.EXACTLY and len(before) >= 2 and before[-1] in ("the", "a", "an", "only"):
        found = _BEFORE.get(tuple(before[-2:-1]), Relation.EXACTLY) if before[-1] == "only" else Relation.EXACTLY
    if found is Relation.EXACTLY and (side := next((w for w in reversed(before) if w in ("below", "above")), "")):
        # "below the board's 2 percent goal"
        between = before[before.index(side) + 1 :]
        if between and all(w in DETERMINERS or w.endswith(("'s", "s'")) for w in between):
            found = Relation.LESS if side == "below" else Relation.MORE
    if found is Relation.MORE and before[-1:] == ["over"] and _spans_time(words, item):
        found = Relation.EXACTLY
    if (
        found in (Relation.LESS, Relation.MORE)
        and before[-1:] in (["under"], ["above"], ["below"])
        and words[item.first].low in ("one",)
    ):
        found = Relation.EXACTLY
    after = tuple(w.low for w in words[item.last + 1 : item.last + 3])
    late = tuple(w.low for w in words[position : position + 2])
    found = _AFTER.get(after, _AFTER.get(late, found))
    if top is not None:
        return Relation.RANGE
    if found is Relation.EXACTLY and words[item.first - 1 : item.first] and words[item.first - 1].text in "≈~":
        return Relation.ABOUT
    if found is Relation.EXACTLY and words[item.last + 1 : item.last + 2] and words[item.last + 1].text == "+":
        return Relation.AT_LEAST
    return found


def _spans_time(words: list[Token], item: _Found) -> bool:
    """Whether "over" before a number means during ("over two years")."""
    unit = words[item.last + 1].low if item.last + 1 < len(words) else ""
    return unit in _TIME_UNITS


def _role(words: list[Token], first: int, position: int, unit: str) -> str:
    """What is counted or measured, from the words around: after the unit, else before "of", else the subject."""
    after = (
        _phrase(words, position + 1)
        if position < len(words) and words[position].low in ("of", "in", "for")
        else _phrase(words, position)
    )
    if unit and unit[0].islower() and unit not in ("pp", "bp") and position:
        head = _phrase_back(words, position - 1, first)
        return f"{head} of {after}" if after and position < len(words) and words[position].low == "of" else head
    if after and (unit in ("%", "pp", "bp") or (position < len(words) and words[position].low in ("of", "in", "for"))):
        return after
    i = first - 1
    while i >= 0 and (
        words[i].low in PREPOSITIONS
        or words[i].low in ("least", "most", "more", "less", "than", "up", "about")
        or is_adverb(words[i].low)
    ):
        i -= 1
    if i >= 0 and words[i].text[0].isalpha() and verb(words[i].low) is None and words[i].low not in FINITE_BE:
        return _phrase_back(words, i, 0)
    while i >= 0 and (
        verb(words[i].low) is not None or words[i].low in FINITE_BE | HAVE | MODALS or is_adverb(words[i].low)
    ):
        i -= 1
    return _phrase_back(words, i, 0) if i >= 0 else after


def _phrase(words: list[Token], position: int) -> str:
    """The noun phrase that starts at a place, lower case, at most five words."""
    found: list[str] = []
    for token in words[position : position + 6]:
        if (
            not token.text[0].isalpha()
            or token.low in FINITE_BE | HAVE | MODALS
            or token.low in COORDINATORS
            or (found and (token.low in PREPOSITIONS or token.low in SUBORDINATORS))
        ):
            break
        if token.low in DETERMINERS or (not found and token.low in PREPOSITIONS):
            continue
        found.append(token.low)
    return " ".join(found[:5])


def _phrase_back(words: list[Token], position: int, first: int) -> str:
    """The noun phrase that ends at a place, lower case, at most five words."""
    found: list[str] = []
    for i in range(position, max(first - 1, position - 6, -1), -1):
        low = words[i].low
        if (
            not words[i].text[0].isalpha()
            or low in DETERMINERS
            or (low in PREPOSITIONS and low != "of")
            or low in COORDINATORS
            or low in UNITS
            or low in SCALES
        ):
            break
        found.append(low)
    return " ".join(reversed(found[:5])).removeprefix("of ").removesuffix(" of")


def _direction(words: list[Token], first: int, position: int) -> int:
    """+1 or -1 when the number is how much something rose or fell; 0 for a level ("rose to 5")."""
    before = [w.low for w in words[max(0, first - 6) : first]]
    for back, low in enumerate(reversed(before)):
        if low in ("to", "at", "from") or (low in (",", ";") and back):
            break
        if low in _UP:
            return 1
        if low in _DOWN:
            return -1
    after = [w.low for w in words[position : position + 3]]
    for low in after:
        if low in (",", ";", ".", "of", "and", "to"):
            break
        if low in _UP:
            return 1
        if low in _DOWN:
            return -1
    return 0
