"""The veto `number`: a value, scale, unit, currency or role that the evidence does not give."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.language.kinship import root
from groundwire.language.names import same_name, spans
from groundwire.records.claim import Claim, Quantity
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.measures import (
    comparable,
    derivable,
    entails,
    excluded,
    figure_value,
    figures,
    is_count,
    is_measure,
    may_be_counted,
    place,
    same_role,
    spoken,
)
from groundwire.verdicts.passages import Aligned, closest
from groundwire.verdicts.wording import carried, roots

# How units that are written with a sign or in several ways are told beside a figure.
_MARKS = {
    "%": ("%", "percent", "per cent"), "pp": ("percentage point", "points"), "bp": ("basis point",), "USD": ("$", "dollar"),
    "EUR": ("€", "euro"), "GBP": ("£", "pound"), "JPY": ("¥", "yen"), "CNY": ("yuan", "renminbi"), "INR": ("rupee", "₹"),
}  # fmt: skip
_SAME_MATTER = 0.6
# How many characters lie at most between a name and the number that is its own.
_REACH = 24
_SPANS = ("second", "minute", "hour", "day", "week", "month", "year", "decade")


def number(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """The first number of the claim that does not follow from any sentence of the evidence, or None."""
    for quantity in claim.quantities:
        veto = _one(claim, quantity, rows, policy)
        if veto is not None:
            return veto
    return None


def _one(claim: Claim, claimed: Quantity, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    if _is_part_of_a_name(claim.text, claimed):
        return None
    near = closest(rows, policy.close_at)
    for row in near:
        swap = (
            _swapped(claimed, row, policy)
            or _of_another(claim.text, claimed, row, policy)
            or _of_another_noun(claim.text, claimed, row, policy)
        )
        if swap is not None:
            return _veto(claim, claimed, swap, row, Label.CONTRADICTED)
        if any(entails(given, claimed, policy) for given in row.quantities):
            return None
    if any(entails(given, claimed, policy) for row in rows for given in row.quantities):
        return None
    if derivable([given for row in rows for given in row.quantities], claimed, policy):
        return None
    if _written(claimed, rows):
        return None
    for row in near:
        for given in row.quantities:
            alone = row.cover >= _SAME_MATTER and sum(other.unit == given.unit for other in row.quantities) == 1
            if is_count(given, row.text) and rivals(claimed, given, row.cover >= policy.aligned_at, alone):
                outcome = Label.CONTRADICTED if excluded(given, claimed, policy) else Label.UNSUPPORTED
                return _veto(claim, claimed, given, row, outcome)
    if claimed.unit in _SPANS or may_be_counted(claim.text, claimed):
        # A span of time may follow from two dates; what dates give is the matter of the veto `date`.
        return None
    words = spoken(claimed, claim.text)
    reason = f"The claim says {words}; no sentence that speaks of it gives this number."
    return Veto(VetoName.NUMBER, Label.UNSUPPORTED, words, "", reason)


def rivals(claimed: Quantity, given: Quantity, aligned: bool, alone: bool = False) -> bool:
    """Whether two different numbers are about one thing, so that both cannot stand.

    Args:
        aligned: whether the sentence speaks of the claim's matter, so that one unit is enough to make them rivals.
        alone: whether it says most of what the claim says and gives no other number in this unit.
    """
    if _never(claimed, given):
        return False
    if same_role(claimed, given) is True:
        return comparable(claimed, given) is not None or claimed.value == given.value
    if not aligned or (same_role(claimed, given) is False and not is_measure(claimed.unit)):
        return False
    if claimed.value == given.value:
        # The same figure with another unit or currency: one of the two is wrong.
        return is_measure(claimed.unit) and is_measure(given.unit)
    return is_measure(claimed.unit) and claimed.unit == given.unit and (alone or same_role(claimed, given) is not False)


def _never(claimed: Quantity, given: Quantity) -> bool:
    """Whether two numbers cannot be about one thing: a share and a count, a span of time and anything else."""
    mine, theirs = claimed.unit in _SPANS, given.unit in _SPANS
    if mine != theirs:
        return True
    share = ("%", "pp", "bp")
    return (claimed.unit in share) != (given.unit in share)


def _is_part_of_a_name(text: str, quantity: Quantity) -> bool:
    """Whether the figures belong to a name or a code ("CVE-2024-1", "A320"): a hyphen or letter stands before them."""
    words = place(quantity, text)
    at = text.find(words) if words else -1
    before = text[at - 1] if at > 0 else ""
    return before.isalpha() or before in ("-", ".", "/", "_")


def _written(quantity: Quantity, rows: Sequence[Aligned]) -> bool:
    """Whether the figure stands in one of the sentences with its unit beside it, where no statement was read from it."""
    return any(
        _stands_in(quantity, row.text) and not any(given.value == quantity.value for given in row.quantities)
        for row in rows
    )


def _stands_in(quantity: Quantity, text: str) -> bool:
    words = next((figure for figure in figures(text) if figure_value(figure) == quantity.value), "")
    if not words:
        return False
    if not is_measure(quantity.unit):
        return True
    at = text.find(words)
    around = f"{text[max(0, at - 2) : at]}{words}{text[at + len(words) : at + len(words) + 24]}".lower()
    return any(mark in around for mark in _MARKS.get(quantity.unit, (quantity.unit.lower(),)))


def _swapped(claimed: Quantity, row: Aligned, policy: VerdictPolicy) -> Quantity | None:
    """The number that the sentence gives for the claim's role, when the claim's value stands there for another role."""
    if not is_measure(claimed.unit):
        return None
    mine = [given for given in row.quantities if _shared_role(claimed, given) and given.unit == claimed.unit]
    if not mine or any(entails(given, claimed, policy) for given in mine):
        return None
    other = [given for given in row.quantities if given not in mine and entails(given, claimed, policy)]
    return mine[0] if other and all(excluded(given, claimed, policy) for given in mine) else None


def _of_another(text: str, claimed: Quantity, row: Aligned, policy: VerdictPolicy) -> Quantity | None:
    """The number that the sentence gives for the claim's own name, when the claim's value stands there beside another."""
    owner = _owner(text, text.find(place(claimed, text)))
    if not owner:
        return None
    counted = [one for one in row.quantities if one.unit in (claimed.unit, "") and is_count(one, row.text)]
    held = [(given, _owner(row.text, given.start)) for given in counted]
    mine = [given for given, name in held if name and same_name(name, owner)]
    others = [given for given, name in held if name and not same_name(name, owner) and entails(given, claimed, policy)]
    if mine and others and all(excluded(given, claimed, policy) for given in mine):
        return mine[0]
    return None


def _of_another_noun(text: str, claimed: Quantity, row: Aligned, policy: VerdictPolicy) -> Quantity | None:
    """The number that the sentence gives for the counted noun, when the claim's value stands there for another noun."""
    if not claimed.unit or is_measure(claimed.unit) or may_be_counted(text, claimed):
        return None
    mine = [one for one in row.quantities if root(one.unit) == root(claimed.unit) and is_count(one, row.text)]
    others = [
        given
        for given in row.quantities
        if given.value == claimed.value and given.unit and carried(root(claimed.unit), {root(given.unit)}) == 0
    ]
    return mine[0] if mine and others and all(excluded(given, claimed, policy) for given in mine) else None


def _owner(text: str, at: int) -> str:
    """The last name close before a place in a text, "" when there is none."""
    before = [name for name, _, end in spans(text) if at - _REACH <= end <= at]
    return before[-1] if before else ""


def _shared_role(claimed: Quantity, given: Quantity) -> bool:
    """Whether most words of the two roles are the same."""
    mine, theirs = roots(claimed.of), roots(given.of)
    return bool(mine and theirs) and 2 * len(mine & theirs) > min(len(mine), len(theirs))


def _veto(claim: Claim, claimed: Quantity, given: Quantity, row: Aligned, label: Label) -> Veto:
    mine, theirs = spoken(claimed, claim.text), spoken(given, row.text)
    if label is Label.UNSUPPORTED:
        reason = f'The claim says {mine}; the evidence says "{theirs}", which neither gives nor excludes it.'
    else:
        reason = f'The claim says {mine}; the evidence says "{theirs}".'
    return Veto(VetoName.NUMBER, label, mine, theirs, reason)
