"""The veto `superseded`: a newer report, or a correction, has replaced what the claim says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundwire.language.tokens import words
from groundwire.records.claim import Claim, Quantity
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.measures import entails, excluded, is_count, place, same_role, spoken
from groundwire.verdicts.passages import REVISED, Aligned, closest
from groundwire.verdicts.vetoes.quote import words_of
from groundwire.verdicts.wording import cover

_OLD = re.compile(
    r"(?:earlier|previous|original) (?:version|story|report|article|post|edition|bulletin|dispatch|notice|update|statement|advisory)[^.]{0,80}?"
    r"(?:said|stated|misstated|gave|reported|incorrectly|wrongly)([^.]{0,300})",
    re.IGNORECASE,
)

_SAME_MATTER = 0.5
# In a claim: that it speaks of the former figure itself, or of both.
_FORMER = re.compile(
    r"\b(from|previous(?:ly)?|earlier|initial(?:ly)?|original(?:ly)?|first|formerly|before|ago|last|against|compared|than|"
    r"instead|rather|had been|preliminary|once|prior)\b"
)
_INSTEAD = re.compile(
    r"\b(?:against|instead of|rather than|compared (?:with|to)|from|versus|replac(?:es|ing))\s+"
    r"(?:(?:an?|the|its|their|some|about|around|initial|earlier|previous|original|first|preliminary|estimated|reported)\s+){0,3}$"
)
# Words that turn a statement round: a note that takes back "is not affected" does not take back "is affected".
_DENIES = frozenset(["not", "no", "never", "none", "neither", "nor", "nobody", "nothing", "cannot", "without"])
_AT_FIRST = re.compile(
    r"\b(?:(?:at )?first|initially|originally) (?:said|spoke|put|reported|gave|estimated|counted|announced)\b"
)


def superseded(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the claim is built on wording that was corrected, or on a figure that a newer report replaced."""
    return _corrected(claim, rows, policy) or _given_up(claim, rows, policy) or _replaced(claim, rows, policy)


def _given_up(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """The claim's figure is the one that the evidence gives as the former: "45 instead of 70", "put it at 19; corrected to 16"."""
    if _FORMER.search(claim.text.lower()):
        return None
    near = closest(rows, policy.close_at)
    for claimed in claim.quantities:
        old = [(row, given) for row in near for given in row.quantities if given.value == claimed.value]
        if not old or any(row.cover < _SAME_MATTER / 2 for row, _ in old[:1]):
            continue
        newer = [_newer(claimed, row, given, rows) for row, given in old]
        found = next((one for one in newer if one is not None), None)
        if found is None or None in newer:
            continue
        row, now = found
        mine, theirs = spoken(claimed, claim.text), spoken(now, row.text)
        reason = f"The claim says {mine}; the evidence gives this as the former figure, and {theirs} now."
        return Veto(VetoName.SUPERSEDED, Label.CONTRADICTED, mine, theirs, reason)
    return None


def _newer(
    claimed: Quantity, row: Aligned, given: Quantity, rows: Sequence[Aligned]
) -> tuple[Aligned, Quantity] | None:
    """The figure that took the place of one in a sentence, with its own sentence; None when none did."""
    if _INSTEAD.search(row.text[max(0, given.start - 60) : given.start].lower()):
        others = [one for one in row.quantities if one.start < given.start and _kindred(claimed, one)]
        return (row, others[-1]) if others else None
    after = [one for one in rows if one.before == row.text and one.document.id == row.document.id]
    for other in after:
        link = REVISED.search(other.text.lower())
        first = _AT_FIRST.search(row.text.lower())
        start = link.end() - 1 if link else 0
        now = [one for one in other.quantities if one.start >= start and _kindred(claimed, one)]
        if (link or first) and now:
            return other, now[0]
    return None


def _kindred(claimed: Quantity, given: Quantity) -> bool:
    """Whether another value may be of the same thing: one unit, or none named."""
    return given.value != claimed.value and given.unit in (claimed.unit, "")


def _corrected(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """The claim repeats what a correction note says an earlier version said."""
    for document in {row.document.id: row.document for row in rows}.values():
        for note in filter(None, (document.correction, _note(rows, document.id))):
            found = _OLD.search(note)
            old = found.group(1) if found else ""
            if old and _rests_on(claim, old, note[found.end() :] if found else ""):
                reason = "A correction note says that this is how an earlier version had it."
                return Veto(VetoName.SUPERSEDED, Label.CONTRADICTED, claim.span or claim.text, old.strip(), reason)
    return None


def _note(rows: Sequence[Aligned], document: str) -> str:
    """The sentences of a document among the evidence that speak of an earlier version."""
    return " ".join(row.text for row in rows if row.document.id == document and _OLD.search(row.text))


def _rests_on(claim: Claim, old: str, rest: str) -> bool:
    """Whether the claim holds a figure of the old wording that the new one does not, or most of the old wording."""
    was, now = set(words_of(old).split()), set(words_of(rest).split())
    figures = {word for word in was - now if word[:1].isdigit()}
    if figures:
        return bool(figures & set(words_of(claim.text).split()))
    return cover(old, claim.text) >= 0.8 and _denied(old) == _denied(claim.text)


def _denied(text: str) -> bool:
    """Whether an odd number of words of a text denies something."""
    return sum(word in _DENIES or word.endswith("n't") for word in words(text)) % 2 == 1


def _replaced(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """A newer document gives another figure of the same thing, and none as new gives the claim's."""
    near = closest(rows, policy.close_at)
    for claimed in claim.quantities:
        if not any(char.isdigit() for char in place(claimed, claim.text)):
            continue
        holders = [row for row in near if any(entails(given, claimed, policy) for given in row.quantities)]
        if not holders:
            continue
        newest = max(_day(row) for row in holders)
        for row in near:
            given = _rival(claimed, row, policy)
            if given is not None and newest and _day(row) > newest and row.cover >= _SAME_MATTER:
                theirs = spoken(given, row.text)
                mine = spoken(claimed, claim.text)
                reason = f"The claim says {mine}; a newer report says {theirs}."
                return Veto(VetoName.SUPERSEDED, Label.CONTRADICTED, mine, theirs, reason)
    return None


def _rival(claimed: Quantity, row: Aligned, policy: VerdictPolicy) -> Quantity | None:
    """Another figure in a sentence for the claim's own thing that leaves no room for the claim's."""
    for given in row.quantities:
        if (
            not is_count(given, row.text)
            or same_role(claimed, given) is not True
            or claimed.unit != given.unit
            or not claimed.unit
        ):
            continue
        if cover(claimed.of, given.of) >= _SAME_MATTER and excluded(given, claimed, policy):
            return given
    return None


def _day(row: Aligned) -> str:
    """The day of the row's document, "" when unknown."""
    return row.document.published.day if row.document.published else ""
