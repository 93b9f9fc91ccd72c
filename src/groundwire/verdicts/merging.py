"""When two statements are one claim, and when a text asserts a claim that was rejected."""

from __future__ import annotations

from collections.abc import Iterable

from groundwire.language.names import same_name
from groundwire.records.claim import Claim, ClaimStatus, Quantity
from groundwire.verdicts.measures import factor
from groundwire.verdicts.vetoes.modality import RANK
from groundwire.verdicts.vetoes.negation import negative
from groundwire.verdicts.vetoes.quote import words_of
from groundwire.verdicts.wording import cover, roots, wording

# Paraphrases of one statement cover each other at 0.7 and more; two statements of one event mostly stay below 0.6.
SAME = 0.7
ASSERTS = 0.6


def same_claim(a: Claim, b: Claim) -> bool:
    """Whether two claims say the same, so that repeating an easy one cannot raise a score."""
    if negative(a) != negative(b) or RANK[a.modality] != RANK[b.modality]:
        return False
    if bool(a.speaker) != bool(b.speaker) or not _same_numbers(a, b):
        return False
    return cover(a.text, b.text) >= SAME and cover(b.text, a.text) >= SAME


def asserts(text_claim: Claim, rejected: Claim) -> bool:
    """Whether a claim of a text says what a rejected claim said, in the same or in other words.

    A weaker statement is none: "is in talks to sign" does not assert "signed", "at least 50" does not assert "500",
    "somebody said P" does not assert P when P was rejected as a flat statement.
    """
    if words_of(rejected.text) in words_of(text_claim.text):
        return True
    if any(quote.text and words_of(quote.text) in words_of(text_claim.text) for quote in rejected.quotes):
        return True
    if negative(text_claim) != negative(rejected) or RANK[text_claim.modality] < RANK[rejected.modality]:
        return False
    if text_claim.status is not ClaimStatus.STATED and rejected.status is ClaimStatus.STATED:
        return False
    if rejected.speaker and text_claim.speaker and not _kindred(text_claim.speaker, rejected.speaker):
        return False
    if not all(any(_equal(own, one) for own in text_claim.quantities) for one in rejected.quantities):
        return False
    return cover(rejected.text, text_claim.text) >= ASSERTS and _names_in(text_claim, rejected)


def _same_numbers(a: Claim, b: Claim) -> bool:
    """Whether each number of either stands in the other."""
    return all(any(_equal(x, y) for y in b.quantities) for x in a.quantities) and all(
        any(_equal(x, y) for y in a.quantities) for x in b.quantities
    )


def _equal(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities have one value in one unit, whatever their relations."""
    scale = factor(a.unit, b.unit)
    if scale is None and a.unit and b.unit:
        return False
    return abs(a.value - b.value * (scale or 1.0)) <= 1e-9 * max(abs(a.value), 1.0)


def _kindred(a: str, b: str) -> bool:
    """Whether two descriptions of a speaker share a word."""
    return bool(roots(a) & roots(b))


def _names_in(text_claim: Claim, rejected: Claim) -> bool:
    """Whether at least half of the names of the rejected claim stand in the text's claim, and neither has one in another's stead.

    "Is to sell to Halden" does not assert the rejected "is to sell to Tarnow"; a text may leave a name out, or add one.
    """
    gone = [name for name in rejected.names if not _named(name, text_claim.names)]
    added = [name for name in text_claim.names if not _named(name, (*rejected.names, text_claim.speaker))]
    if gone and added:
        return False
    names = {word.root for word in wording(rejected.text) if word.name}
    return 2 * len(names & roots(text_claim.text)) >= len(names)


def _named(name: str, among: Iterable[str]) -> bool:
    """Whether a name is one of others, in full or in part."""
    return any(same_name(name, other) or roots(name) & roots(other) for other in among)
