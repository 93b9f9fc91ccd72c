"""The veto `date`: a day, month or year that the evidence does not give for the matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from groundwire.records.claim import Claim, ClaimDate
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest
from groundwire.verdicts.wording import cover

_MONTHS = {
    name: i
    for i, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = re.compile(
    rf"\b(?:{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?|(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}),? (\d{{4}})\b", re.I
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH} (?:of )?(\d{{4}})\b", re.I)
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_ISO = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")


# How much of the claim the sentence on its matter holds; another that gives the date must hold nearly as much.
_SAME_MATTER, _ALSO = 0.6, 0.6
# A claim that sets its date beside another act is the matter of the order of the two.
_LINKS = re.compile(r"\b(?:before|after|following|since|until|later|earlier)\b")
_SAYING = re.compile(r"\b(said|says|told|announced|reported|stated|wrote|statement|announcement)\b")
_SAYING_ON = re.compile(r"\b(?:said|says|told|announced|reported|stated|wrote)\b[^,.;]{0,20}$")


def date(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """The first date of the claim that neither a sentence of the evidence nor its document's own date gives, or None."""
    for claimed in claim.dates:
        if not claimed.iso:
            continue
        other = _of_another_act(claimed, rows) or _elsewhere(claim, claimed, rows)
        if other is not None:
            reason = f"The claim says {claimed.text}; the evidence says {other.text} for this, and {claimed.text} for something else."
            return Veto(VetoName.DATE, Label.CONTRADICTED, claimed.text, other.text, reason)
        if any(fits(claimed.iso, given.iso) for row in rows for given in row.dates):
            continue
        if any(fits(claimed.iso, day) for row in rows for day in (*published(row), *written(row.document.text))):
            continue
        return _veto(claimed, closest(rows, policy.close_at))
    return None


def _of_another_act(claimed: ClaimDate, rows: Sequence[Aligned]) -> ClaimDate | None:
    """The date that a sentence gives for the claim's act, when the claim's date stands there for another act."""
    if claimed.role != "effective":
        # Only this role is told apart surely enough: the day a rule is published is not the day it takes effect.
        return None
    for row in rows:
        here = [given for given in row.dates if fits(claimed.iso, given.iso)]
        own = [given for given in row.dates if given.role == claimed.role and given not in here]
        if here and own and all(given.role and given.role != claimed.role for given in here):
            return own[0]
    return None


def _elsewhere(claim: Claim, claimed: ClaimDate, rows: Sequence[Aligned]) -> ClaimDate | None:
    """The date that the one sentence on the claim's matter gives, when the claim's date stands only where other matters are told."""
    said = claim.text.replace(claimed.text, "", 1)
    ranked = sorted(((cover(said, row.text), row) for row in rows), key=lambda pair: -pair[0])
    best, row = ranked[0]
    if best < _SAME_MATTER or _LINKS.search(said):
        return None
    saying = _SAYING.search(claim.text.lower()) is not None
    own = [one for one in row.dates if saying or not _SAYING_ON.search(row.text[: one.start].lower())]
    rivals = [one for one in own if one.iso and _rivals(claimed, one) and one.role != "period"]
    if len(rivals) != 1 or any(one.iso and (fits(claimed.iso, one.iso) or fits(one.iso, claimed.iso)) for one in own):
        return None
    for fit, other in ranked[1:]:
        of_this = [one for one in other.dates if one.role in (claimed.role, "") and fits(claimed.iso, one.iso)]
        if of_this and fit >= _ALSO * best:
            return None
    return rivals[0]


def fits(claimed: str, given: str) -> bool:
    """Whether a date follows from another: the same, or a coarser one that holds it ("2024-05" from "2024-05-07")."""
    return bool(given) and (given == claimed or given.startswith(claimed + "-"))


@lru_cache(maxsize=512)
def written(text: str) -> tuple[str, ...]:
    """Every date that a text writes out, as ISO: days, months with a year, and years."""
    found: dict[str, None] = {}
    for match in _DAY.finditer(text):
        month = _MONTHS[(match.group(1) or match.group(4)).lower()]
        found.setdefault(f"{match.group(5)}-{month:02d}-{int(match.group(2) or match.group(3)):02d}")
    for match in _MONTH_YEAR.finditer(text):
        found.setdefault(f"{match.group(2)}-{_MONTHS[match.group(1).lower()]:02d}")
    for pattern in (_ISO, _YEAR):
        for match in pattern.finditer(text):
            found.setdefault(match.group(1))
    return tuple(found)


def published(row: Aligned) -> tuple[str, ...]:
    """The days the document's publisher gives."""
    return tuple(one.day for one in (row.document.published, row.document.updated) if one is not None)


def _veto(claimed: ClaimDate, near: Sequence[Aligned]) -> Veto:
    for row in near[:1]:
        for given in row.dates:
            if _rivals(claimed, given) and row.cover >= 0.5:
                reason = f"The claim says {claimed.text}; the evidence says {given.text}."
                return Veto(VetoName.DATE, Label.CONTRADICTED, claimed.text, given.text, reason)
    reason = f"The claim says {claimed.text}; no sentence that speaks of it gives this date."
    return Veto(VetoName.DATE, Label.UNSUPPORTED, claimed.text, "", reason)


def _rivals(claimed: ClaimDate, given: ClaimDate) -> bool:
    """Whether two dates of one role exclude each other: neither holds the other."""
    if not given.iso or claimed.iso.startswith(given.iso) or given.iso.startswith(claimed.iso):
        return False
    return not claimed.role or not given.role or claimed.role == given.role
