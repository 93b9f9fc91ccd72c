"""The veto `date`: a day, month or year that the evidence does not give for the matter."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.records.claim import Claim, ClaimDate
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest


def date(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """The first date of the claim that neither a sentence of the evidence nor its document's own date gives, or None."""
    for claimed in claim.dates:
        if not claimed.iso:
            continue
        if any(fits(claimed.iso, given.iso) for row in rows for given in row.dates):
            continue
        if any(fits(claimed.iso, day) for row in rows for day in published(row)):
            continue
        return _veto(claimed, closest(rows, policy.close_at))
    return None


def fits(claimed: str, given: str) -> bool:
    """Whether a date follows from another: the same, or a coarser one that holds it ("2024-05" from "2024-05-07")."""
    return bool(given) and (given == claimed or given.startswith(claimed + "-"))


def published(row: Aligned) -> tuple[str, ...]:
    """The days the document's publisher gives."""
    return tuple(one.day for one in (row.document.published, row.document.updated) if one is not None)


def _veto(claimed: ClaimDate, near: Sequence[Aligned]) -> Veto:
    for row in near[:2]:
        for given in row.dates:
            if _rivals(claimed, given):
                reason = f"The claim says {claimed.text}; the evidence says {given.text}."
                return Veto(VetoName.DATE, Label.CONTRADICTED, claimed.text, given.text, reason)
    reason = f"The claim says {claimed.text}; no sentence that speaks of it gives this date."
    return Veto(VetoName.DATE, Label.UNSUPPORTED, claimed.text, "", reason)


def _rivals(claimed: ClaimDate, given: ClaimDate) -> bool:
    """Whether two dates of one role exclude each other: neither holds the other."""
    if not given.iso or claimed.iso.startswith(given.iso) or given.iso.startswith(claimed.iso):
        return False
    return not claimed.role or not given.role or claimed.role == given.role
