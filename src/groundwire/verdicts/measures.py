"""Whether one number follows from another: value, unit, and how each is meant."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import combinations

from groundwire.language.kinship import root
from groundwire.records.claim import Quantity, Relation
from groundwire.records.policy import VerdictPolicy
from groundwire.verdicts.wording import carried, wording

INFINITY = math.inf
COUNTABLE = 12
# How many times larger or smaller a count of another noun may be and still speak of what a bound is set to.
_NEARBY = 2.0
_TIME = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0}
_CALENDAR = {"month": 1.0, "quarter": 3.0, "year": 12.0, "decade": 120.0, "century": 1200.0}
_LENGTH = {"m": 1.0, "metre": 1.0, "meter": 1.0, "km": 1000.0, "kilometre": 1000.0, "kilometer": 1000.0, "mile": 1609.344, "foot": 0.3048, "yard": 0.9144}  # fmt: skip
_MASS = {"kg": 1.0, "kilogram": 1.0, "kilogramme": 1.0, "g": 0.001, "gram": 0.001, "tonne": 1000.0, "t": 1000.0, "pound weight": 0.4536}  # fmt: skip
_SCALES = (_TIME, _CALENDAR, _LENGTH, _MASS)


def bounds(quantity: Quantity, policy: VerdictPolicy) -> tuple[float, float]:
    """The values a quantity allows, lowest and highest; "about" gives or takes the policy's share."""
    value = quantity.value
    match quantity.relation:
        case Relation.ABOUT:
            slack = abs(value) * policy.about
            return value - slack, value + slack
        case Relation.AT_LEAST | Relation.MORE:
            return value, INFINITY
        case Relation.AT_MOST | Relation.LESS:
            return -INFINITY, value
        case Relation.RANGE:
            other = value if quantity.to is None else quantity.to
            return min(value, other), max(value, other)
        case _:
            return value, value


def factor(claimed: str, given: str) -> float | None:
    """What a value in the evidence's unit is multiplied by to stand in the claim's unit; None when they cannot be compared."""
    if claimed == given:
        return 1.0
    if (claimed, given) in (("", "%"), ("share", "%")):
        return 0.01
    if (claimed, given) in (("%", ""), ("%", "share")):
        return 100.0
    for scale in _SCALES:
        if claimed in scale and given in scale:
            return scale[given] / scale[claimed]
    return None


def comparable(claimed: Quantity, given: Quantity) -> float | None:
    """As `factor`, but a counted noun also compares with a bare number or a kindred noun of another word."""
    exact = factor(claimed.unit, given.unit)
    if exact is not None:
        return exact
    if is_measure(claimed.unit) or is_measure(given.unit):
        return None
    return 1.0


def is_measure(unit: str) -> bool:
    """Whether a unit is money, a share or a physical unit, whose change changes the fact; counted nouns are not."""
    known = any(unit in scale for scale in _SCALES)
    return known or unit in ("%", "pp", "bp") or (len(unit) == 3 and unit.isupper()) or unit in ("barrel", "gallon", "litre", "liter", "degree", "acre", "hectare", "ton", "watt", "kw", "mw", "gw", "mph", "km/h")  # fmt: skip


def entails(given: Quantity, claimed: Quantity, policy: VerdictPolicy) -> bool:
    """Whether the claim's number follows from the evidence's.

    "About 12" and "at least 10" follow from "12"; "12" does not follow from "about 12". A rounded value follows from
    the exact one within the policy's tolerance.
    """
    scale = comparable(claimed, given)
    if scale is None or _turned(claimed, given) or _far_off(claimed, given):
        return False
    low, high = (bound * scale for bound in bounds(given, policy))
    value = claimed.value
    if _term(claimed, given) or _from_open(claimed, given, low, policy):
        return True
    match claimed.relation:
        case Relation.AT_LEAST:
            return low >= value or rounds_to(low, value, policy)
        case Relation.MORE:
            return low > value or (given.relation is Relation.MORE and low >= value)
        case Relation.AT_MOST:
            return high <= value or rounds_to(high, value, policy)
        case Relation.LESS:
            return high < value or (given.relation is Relation.LESS and high <= value)
        case Relation.RANGE:
            bottom, top = bounds(claimed, policy)
            return bottom <= low and high <= top
        case Relation.ABOUT:
            bottom, top = bounds(claimed, policy)
            if given.relation is Relation.ABOUT:
                middle = given.value * scale
                return bottom <= middle <= top
            return bottom <= low and high <= top
        case _:
            return low == high and (math.isclose(low, value, rel_tol=1e-9) or rounds_to(low, value, policy))


def _far_off(claimed: Quantity, given: Quantity) -> bool:
    """Whether a bound lies far from a count of something else: "at most 240 guests" does not follow from "two cooks"."""
    bound = claimed.relation not in (Relation.EXACTLY, Relation.ABOUT)
    if not bound or factor(claimed.unit, given.unit) is not None or not claimed.value or not given.value:
        return False
    kindred = bool(given.unit) and carried(root(claimed.unit), {root(given.unit)}) > 0
    return not kindred and not 1 / _NEARBY <= given.value / claimed.value <= _NEARBY


def _term(claimed: Quantity, given: Quantity) -> bool:
    """Whether a term is told as such: "was given ten days" from "within ten days"."""
    term = claimed.unit in _TIME or claimed.unit in _CALENDAR
    return term and given.relation is Relation.AT_MOST and given.value == claimed.value and given.unit == claimed.unit


def _from_open(claimed: Quantity, given: Quantity, low: float, policy: VerdictPolicy) -> bool:
    """Whether "some 65 million" is said of "more than 65 million": nobody writes so of what is far from it."""
    open_ended = claimed.relation is Relation.ABOUT and given.relation in (Relation.MORE, Relation.AT_LEAST)
    return open_ended and abs(claimed.value - low) <= policy.rounding * abs(low)


def _turned(claimed: Quantity, given: Quantity) -> bool:
    """Whether one side rises and the other falls."""
    return claimed.direction * given.direction < 0


def rounds_to(exact: float, rounded: float, policy: VerdictPolicy) -> bool:
    """Whether a value is another one rounded to the figures it is written with: 4.96 is 5, 50,049 is 50,000."""
    if not math.isfinite(exact) or not rounded or not exact:
        return False
    if abs(exact - rounded) > policy.rounding * abs(exact):
        return False
    digits = significant(rounded)
    if digits >= significant(exact):
        return False
    return math.isclose(round_to(exact, digits), rounded, rel_tol=1e-9)


def significant(value: float) -> int:
    """How many significant figures a value is written with, at most 15."""
    text = f"{abs(value):.15g}"
    mantissa = text.split("e")[0].replace(".", "").lstrip("0")
    return max(1, len(mantissa.rstrip("0")))


def round_to(value: float, digits: int) -> float:
    """A value rounded half up to some significant figures."""
    if not value:
        return 0.0
    places = digits - 1 - math.floor(math.log10(abs(value)))
    scaled = value * 10.0**places
    return math.copysign(math.floor(abs(scaled) + 0.5), value) / 10.0**places


def excluded(given: Quantity, claimed: Quantity, policy: VerdictPolicy) -> bool:
    """Whether the evidence's number leaves no room for the claim's: no value is in both."""
    scale = factor(claimed.unit, given.unit)
    if scale is None:
        return True
    if _turned(claimed, given):
        return True
    low, high = (bound * scale for bound in bounds(given, policy))
    bottom, top = bounds(claimed, policy)
    return low > top or bottom > high


def derivable(given: Sequence[Quantity], claimed: Quantity, policy: VerdictPolicy) -> bool:
    """Whether a sum, a difference or a ratio of two of the evidence's numbers gives the claim's.

    Only exact values in one unit are put together. A share follows from two values of one unit.
    """
    exact = [one for one in given if one.relation in (Relation.EXACTLY, Relation.ABOUT)][:24]
    if claimed.unit in ("", "%", "share") and _is_share(exact, claimed, policy):
        return True
    for first, second in combinations(exact, 2):
        same = factor(first.unit, second.unit)
        if same is None:
            continue
        a, b = first.value, second.value * same
        if claimed.relation not in (Relation.EXACTLY, Relation.ABOUT) and claimed.value in (a, b):
            # "Under 100" is not what 100 less 3 gives.
            continue
        scale = factor(claimed.unit, first.unit)
        values = [] if scale is None else [(a + b) * scale, abs(a - b) * scale]
        if claimed.unit == "%" and a and b:
            values += [100 * a / b, 100 * b / a]
        if claimed.unit in ("", "time", "fold") and a and b:
            values += [a / b, b / a]
        if any(_near(value, claimed, policy) for value in values):
            return True
    return False


def _is_share(given: Sequence[Quantity], claimed: Quantity, policy: VerdictPolicy) -> bool:
    """Whether one count of the evidence is the claimed share of another."""
    whole = 100.0 if claimed.unit == "%" else 1.0
    if not 0 < claimed.value < whole:
        return False
    counts = [one.value for one in given if one.value > 0]
    return any(a < b and _near(whole * a / b, claimed, policy) for a in counts for b in counts)


def _near(value: float, claimed: Quantity, policy: VerdictPolicy) -> bool:
    """Whether a computed value is what the claim says, by the claim's own relation; a bound must be close to count."""
    bottom, top = bounds(claimed, policy)
    slack = policy.about * abs(claimed.value)
    if claimed.relation in (Relation.MORE, Relation.AT_LEAST):
        return claimed.value <= value <= claimed.value + slack
    if claimed.relation in (Relation.LESS, Relation.AT_MOST):
        return claimed.value - slack <= value <= claimed.value
    return bottom <= value <= top or rounds_to(value, claimed.value, policy)


def same_role(first: Quantity, second: Quantity) -> bool | None:
    """Whether two quantities measure the same thing, by the words of their roles; None when one says nothing."""
    mine = {word.root for word in wording(f"{first.of} {'' if is_measure(first.unit) else first.unit}")}
    theirs = {word.root for word in wording(f"{second.of} {'' if is_measure(second.unit) else second.unit}")}
    if not mine or not theirs:
        return None
    return bool(mine & theirs)


_FIGURE = re.compile(
    r"[$€£¥]?\s?\d[\d,]*(?:\.\d+)?%?(?:\s(?:thousand|million|billion|trillion|percent|per cent|percentage points))?"
)
_LEADS = {
    Relation.ABOUT: "about", Relation.AT_LEAST: "at least", Relation.AT_MOST: "at most",
    Relation.MORE: "more than", Relation.LESS: "less than",
}  # fmt: skip


def spoken(quantity: Quantity, text: str) -> str:
    """The words of a quantity in a text that holds it, with how it is meant in front; its value where it is not found."""
    words = place(quantity, text) or f"{quantity.value:,.15g} {quantity.unit}".strip()
    lead = _LEADS.get(quantity.relation, "")
    if not lead or words.split(" ")[0].isalpha():
        return words
    return f"{lead} {words}"


def place(quantity: Quantity, text: str) -> str:
    """The stretch of a text that names a quantity, "" when there is none.

    Offsets count in the sentence; a claim's own text may be shorter, so what stands there must have the value.
    """
    part = text[quantity.start : quantity.end] if 0 <= quantity.start < quantity.end <= len(text) else ""
    around = text[max(0, quantity.start - 1) : quantity.start] + text[quantity.end : quantity.end + 1]
    if any(char.isalnum() for char in around):
        part = ""
    if part and (
        _means(part, quantity.value) or (not any(char.isdigit() for char in part) and _spelled(part, quantity.value))
    ):
        return part.strip(" ,;")
    for match in _FIGURE.finditer(text):
        if _means(match.group(), quantity.value):
            return match.group().strip(" ,")
    return ""


def figures(text: str) -> list[str]:
    """The stretches of a text that write a number in figures, scale words with them."""
    return [match.group().strip(" ,") for match in _FIGURE.finditer(text)]


def figure_value(figure: str) -> float | None:
    """What a stretch of figures and its scale word are worth."""
    return next((word.number for word in wording(figure) if word.number is not None), None)


def may_be_counted(text: str, quantity: Quantity) -> bool:
    """Whether a number is a small count in letters ("two senators"), which evidence may show without naming it."""
    spelled = not any(char.isdigit() for char in place(quantity, text))
    return spelled and 1 <= quantity.value <= COUNTABLE and not is_measure(quantity.unit)


def is_count(quantity: Quantity, text: str) -> bool:
    """Whether a counted noun may have this number: "2.0 litre cars" are no two cars."""
    return is_measure(quantity.unit) or quantity.value >= COUNTABLE * 100 or "." not in place(quantity, text)


def _means(part: str, number: float) -> bool:
    """Whether the figures in a text are a number's, up to its scale word."""
    for word in wording(part):
        if word.number:
            times = number / word.number
            if times > 0 and any(math.isclose(times, power, rel_tol=1e-9) for power in (1, 0.01, 1e3, 1e6, 1e9, 1e12)):
                return True
    return False


def _spelled(part: str, number: float) -> bool:
    """Whether a text holds a number in letters, whole words only."""
    return part == part.strip() and any(word.number is not None for word in wording(part)) and number <= 1e6
