"""Gate on numbers: the text never gives two values of one thing without saying that they differ."""

from __future__ import annotations

import math
from dataclasses import dataclass

from groundwire.gate.findings import Finding, Look, some
from groundwire.gate.texts import FinalText
from groundwire.language.folding import fold
from groundwire.language.tokens import stems, words
from groundwire.records.claim import Claim, Quantity, Relation

# "About 12" and 13 may stand side by side, "about 12" and 20 may not; the veto on numbers is stricter.
_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class _Value:
    """One value the text gives, with what it is a value of."""

    line: int
    claim: Claim
    quantity: Quantity
    role: frozenset[str]


def numbers_consistent(text: FinalText, look: Look) -> Finding:
    """Two values of one subject, role and unit stand in the text only as a printed difference."""
    printed = [line for line in text.lines if line.stated and line.place != "difference"]
    values = [
        _Value(number, verdict.claim, quantity, frozenset(stems(quantity.of)))
        for number, line in enumerate(printed)
        for verdict in line.verdicts
        if verdict.supported
        for quantity in verdict.claim.quantities
        if quantity.of
    ]
    disclosed = [
        (quantity.unit, frozenset(stems(quantity.of)))
        for line in text.lines
        if line.place == "difference"
        for verdict in line.verdicts
        for quantity in verdict.claim.quantities
    ]
    inputs = tuple(f"{each.quantity.value} {each.quantity.unit} {each.quantity.of}" for each in values)
    clashes = []
    by_thing: dict[tuple[str, frozenset[str], int], list[_Value]] = {}
    for value in values:
        by_thing.setdefault((value.quantity.unit, value.role, value.quantity.direction), []).append(value)
    for (unit, role, _), group in by_thing.items():
        if (unit, role) in disclosed or not role:
            continue
        for place, one in enumerate(group):
            clashes += [
                f"{_shown(one.quantity)} and {_shown(other.quantity)}"
                for other in group[place + 1 :]
                if one.line != other.line
                and _same_thing(one.claim, other.claim)
                and not _agree(one.quantity, other.quantity)
            ]
    if clashes:
        return Finding(False, f"The text gives two values of one thing without saying so: {some(clashes)}.", inputs)
    return Finding(True, "The numbers of the text do not contradict each other.", inputs)


def _same_thing(one: Claim, other: Claim) -> bool:
    """Whether two claims speak of one subject at one time: the same names as far as both give any, and no other date."""
    names, others = (_about(claim) for claim in (one, other))
    if (names or others) and not (names & others and (names <= others or others <= names)):
        return False
    dates, other_dates = ({date.iso for date in claim.dates if date.iso} for claim in (one, other))
    return not (dates or other_dates) or bool(dates & other_dates)


def _about(claim: Claim) -> set[str]:
    """The names that a claim is about: whoever says it is not among them."""
    speaker = set(words(claim.speaker))
    return {fold(name) for name in claim.names if not set(words(name)) <= speaker}


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether both values can be true of one thing."""
    low, high = _span(one)
    other_low, other_high = _span(other)
    return low <= other_high and other_low <= high


def _span(quantity: Quantity) -> tuple[float, float]:
    """The values that a quantity allows."""
    value = quantity.value
    if quantity.relation is Relation.RANGE and quantity.to is not None:
        return min(value, quantity.to), max(value, quantity.to)
    if quantity.relation in (Relation.AT_LEAST, Relation.MORE):
        return value, math.inf
    if quantity.relation in (Relation.AT_MOST, Relation.LESS):
        return -math.inf, value
    slack = abs(value) * _ABOUT if quantity.relation is Relation.ABOUT else 0.0
    return value - slack, value + slack


def _shown(quantity: Quantity) -> str:
    """A quantity in short."""
    return f"{quantity.value:,.12g} {quantity.unit}".strip()
