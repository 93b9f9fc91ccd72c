"""The veto `number`: a value, scale, unit, currency or role that the evidence does not give."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.records.claim import Claim, Quantity
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.measures import comparable, derivable, entails, excluded, same_role, spoken
from groundwire.verdicts.passages import Aligned, closest

_SPANS = ("second", "minute", "hour", "day", "week", "month", "year", "decade")


def number(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """The first number of the claim that does not follow from any sentence of the evidence, or None."""
    for quantity in claim.quantities:
        veto = _one(claim, quantity, rows, policy)
        if veto is not None:
            return veto
    return None


def _one(claim: Claim, claimed: Quantity, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    near = closest(rows, policy.close_at)
    for row in near:
        swap = _swapped(claimed, row, policy)
        if swap is None and any(entails(given, claimed, policy) for given in row.quantities):
            return None
        if swap is not None:
            return _veto(claim, claimed, swap, row, Label.CONTRADICTED)
    if any(entails(given, claimed, policy) for row in rows for given in row.quantities):
        return None
    if claimed.unit in _SPANS or derivable([q for row in rows for q in row.quantities], claimed, policy):
        # A span of time may follow from two dates; what dates give is the date veto's matter.
        return None if claimed.unit not in _SPANS else _span(claim, claimed, near, policy)
    for row in near:
        for given in row.quantities:
            if _rivals(claimed, given):
                outcome = Label.CONTRADICTED if excluded(given, claimed, policy) else Label.UNSUPPORTED
                return _veto(claim, claimed, given, row, outcome)
    words = spoken(claimed, claim.text)
    return Veto(
        VetoName.NUMBER,
        Label.UNSUPPORTED,
        words,
        "",
        f"The claim says {words}; no sentence that speaks of it gives this number.",
    )


def _rivals(claimed: Quantity, given: Quantity) -> bool:
    """Whether two different numbers are about one thing, so that both cannot stand."""
    if same_role(claimed, given) is False:
        return False
    return comparable(claimed, given) is not None or same_role(claimed, given) is True


def _swapped(claimed: Quantity, row: Aligned, policy: VerdictPolicy) -> Quantity | None:
    """The number that the sentence gives for the claim's role, when the claim's value stands there for another role."""
    mine = [
        given
        for given in row.quantities
        if same_role(claimed, given) is True and comparable(claimed, given) is not None
    ]
    if not mine or any(entails(given, claimed, policy) for given in mine):
        return None
    other = [given for given in row.quantities if given not in mine and entails(given, claimed, policy)]
    return mine[0] if other and all(excluded(given, claimed, policy) for given in mine) else None


def _span(claim: Claim, claimed: Quantity, near: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """A span of time is vetoed only by another span for the same thing in the closest sentence."""
    for row in near[:1]:
        for given in row.quantities:
            if given.unit in _SPANS and same_role(claimed, given) is not False and excluded(given, claimed, policy):
                return _veto(claim, claimed, given, row, Label.CONTRADICTED)
    return None


def _veto(claim: Claim, claimed: Quantity, given: Quantity, row: Aligned, label: Label) -> Veto:
    mine, theirs = spoken(claimed, claim.text), spoken(given, row.text)
    if label is Label.UNSUPPORTED:
        reason = f'The claim says {mine}; the evidence says "{theirs}", which neither gives nor excludes it.'
    else:
        reason = f'The claim says {mine}; the evidence says "{theirs}".'
    return Veto(VetoName.NUMBER, label, mine, theirs, reason)
