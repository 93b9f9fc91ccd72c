"""Finds the numbers that a sentence claims, with unit, role, relation and direction."""

from __future__ import annotations

from dataclasses import replace

from groundwire.claims.counting import Counted, numbers
from groundwire.claims.numerals import (
    LONG_SCALES,
    SCALES,
    SHORT_SCALES,
)
from groundwire.claims.quantity_words import (
    AFTER,
    BEFORE,
    CODES,
    DOWN,
    MONEY_WORDS,
    NATIONAL,
    NOT_UNITS,
    TIME_UNITS,
    UP,
    WINDOW,
)
from groundwire.claims.roles import direction as direction_of
from groundwire.claims.roles import role as role_of
from groundwire.claims.tokens import Token
from groundwire.claims.verbwords import NOUNISH
from groundwire.language.grammar import (
    DETERMINERS,
    PAST,
    verb,
    word_set,
)
from groundwire.records.claim import Quantity, Relation


def quantities(sentence: str, words: list[Token], taken: list[tuple[int, int]]) -> tuple[Quantity, ...]:
    """The quantities of a sentence in order.

    Args:
        words: its tokens.
        taken: spans that are dates, times or names and hold no quantities.
    """
    found = numbers(sentence, words, taken)
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
            result.append(_like_the_one_before(words, item, quantity, result))
    return tuple(result)


def _like_the_one_before(words: list[Token], item: Counted, quantity: Quantity, before: list[Quantity]) -> Quantity:
    """Gives the second number of "rose by 3,000 to 41,000" and "3.5 million barrels, from 3.7 million" role and unit."""
    if not before or item.first == 0 or words[item.first - 1].low not in ("to", "from"):
        return quantity
    last = before[-1]
    unit = quantity.unit or (last.unit if last.unit not in ("%", "pp", "bp") else "")
    role = (
        last.of
        if not quantity.of or not quantity.unit or quantity.unit in ("%", last.unit) or len(unit) == 3
        else quantity.of
    )
    return replace(quantity, unit=unit, of=role)


def _upper_end(sentence: str, words: list[Token], item: Counted, following: Counted | None) -> Counted | None:
    """The upper end when two numbers make a range ("5 to 10 percent", "between 5 and 7", "5-10")."""
    if following is None or following.value <= item.value:
        return None
    between = sentence[item.end : following.start].strip().lower()
    lows = [w.low for w in words[max(0, item.first - 4) : item.first]]
    if between in ("-", "–", "—", "to", "percent to", "% to", "per cent to"):
        # "rose from 5 to 7" and "fell 3 per cent to 41 million" give two numbers, not a range.
        trend = any(low in UP or low in DOWN for low in lows)
        same = between in ("-", "–", "—", "to") or _is_share(words, following)
        if not same or (trend and ("from" in lows or following.value > 3 * item.value or between != "to")):
            return None
        return following
    if between in ("and", "percent and", "% and", "million and", "billion and") and "between" in lows:
        return following
    return None


def _is_share(words: list[Token], counted: Counted) -> bool:
    """Whether a number is followed by a sign or word for per cent."""
    after = words[counted.last + 1].low if counted.last + 1 < len(words) else ""
    return counted.unit == "%" or after in ("percent", "per", "%")


def _finish(sentence: str, words: list[Token], item: Counted, upper: Counted | None) -> Quantity | None:
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
    role = role_of(words, item.first, position, unit)
    direction = direction_of(words, item.first, position, unit)
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


def _unit(words: list[Token], item: Counted, tail: Counted, position: int, end: int) -> tuple[str | None, int, int]:
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
    if low == "times":
        return "times", position + 1, words[position].end
    if low in MONEY_WORDS:
        return MONEY_WORDS[low], position + 1, words[position].end
    if low in NATIONAL and (second in MONEY_WORDS or second == "kong"):
        skip = 1 if second in MONEY_WORDS else 2
        return NATIONAL[low], position + skip + 1, words[min(position + skip, len(words) - 1)].end
    if position < len(words) and words[position].text in CODES:
        return _code(words[position].text), position + 1, words[position].end
    if item.hyphen:
        return singular(item.hyphen), position, end
    if low in _MEASURES and position + 1 < len(words) and words[position + 1].text[0].isalpha():
        # "a 30 day comment period"
        return low, position + 1, words[position].end
    noun = _counted(words, position)
    if noun is not None and words[noun].low in MONEY_WORDS:
        return MONEY_WORDS[words[noun].low], noun + 1, words[noun].end
    if noun is not None:
        return singular(words[noun].low), noun + 1, words[noun].end
    return "", position, end


_MEASURES = word_set(
    "second minute hour day week month year mile inch foot meter metre kilometer kilometre acre ton tonne watt volt"
)


def _counted(words: list[Token], position: int) -> int | None:
    """Index of the noun that a number counts: past its adjectives, at most five words on."""
    if position < len(words) and words[position].low == "of":
        position += 1
        while position < len(words) and (
            words[position].low in DETERMINERS or words[position].low.endswith(("'s", "s'"))
        ):
            position += 1
    last = None
    if position < len(words) and words[position].low in (
        "last",
        "next",
        "this",
        "past",
        "previous",
        "today",
        "yesterday",
    ):
        return None
    form = verb(words[position].low) if position < len(words) else None
    if form is not None and form.kinds & PAST and form.base not in NOUNISH:
        return None
    for i in range(position, min(position + 6, len(words))):
        low = words[i].low
        if not words[i].text[0].isalpha() or "." in low or (low in NOT_UNITS and low not in ("other", "first")):
            break
        if last is not None and low.endswith(("ed", "ing")) and words[last].low.endswith("s"):
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
            if not (after.isalpha() and after.endswith("s") and after not in NOT_UNITS and verb(after) is None):
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
        "buses": "bus",
        "viruses": "virus",
        "bonuses": "bonus",
        "campuses": "campus",
        "gases": "gas",
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


def _in_window(words: list[Token], item: Counted, unit: str) -> bool:
    """Whether the number is part of a date: "the past two months", "a 12-month basis", "two years ago"."""
    if unit + "s" not in TIME_UNITS:
        return False
    before = words[item.first - 1].low if item.first else ""
    after = [w.low for w in words[item.last + 1 : item.last + 4]]
    return (
        before in WINDOW
        or "ago" in after
        or ("earlier" in after[:2] and False)
        or (bool(item.hyphen) and after[:1] == ["basis"])
    )


def _relation(words: list[Token], item: Counted, position: int, top: float | None) -> Relation:
    before = [w.low for w in words[max(0, item.first - 3) : item.first]]
    if before and before[-1] in CODES:
        before.pop()
    found = Relation.EXACTLY
    for size in (3, 2, 1):
        key = tuple(before[-size:])
        if len(key) == size and key in BEFORE:
            found = BEFORE[key]
            break
    if found is Relation.EXACTLY and len(before) >= 2 and before[-1] in ("the", "a", "an", "only"):
        found = BEFORE.get(tuple(before[-2:-1]), Relation.EXACTLY) if before[-1] == "only" else Relation.EXACTLY
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
    for place in (item.last + 1, position):
        if place + 1 < len(words):
            found = AFTER.get((words[place].low, words[place + 1].low), found)
    if top is not None:
        return Relation.RANGE
    if found is Relation.EXACTLY and words[item.first - 1 : item.first] and words[item.first - 1].text in "≈~":
        return Relation.ABOUT
    if found is Relation.EXACTLY and words[item.last + 1 : item.last + 2] and words[item.last + 1].text == "+":
        return Relation.AT_LEAST
    return found


def _spans_time(words: list[Token], item: Counted) -> bool:
    """Whether "over" before a number means during ("over two years")."""
    unit = words[item.last + 1].low if item.last + 1 < len(words) else ""
    return unit in TIME_UNITS
