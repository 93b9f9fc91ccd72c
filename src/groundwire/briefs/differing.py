"""Where the sources differ: two values of one quantity, side by side, with the reason for what leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.briefs.attributing import Attributor
from groundwire.briefs.candidates import Candidate
from groundwire.language.folding import fold
from groundwire.language.tokens import stems
from groundwire.records.claim import Claim, Quantity, ReadDocument, Relation
from groundwire.records.source import SourceKind

# Least share of common words for two sentences to speak of one thing, and most differences that are printed.
_SAME_MATTER = 0.5
_MOST = 3
_LEAST_COMMON = 4
# A role in more words than this is a clause that was read as one.
_ABOUT_WORDS = 4


@dataclass(frozen=True, slots=True)
class DraftDifference:
    """Two sides of one quantity, not yet verified; the one that leads is first.

    Args:
        about: what differs, in words.
        sides: text and ids of the documents of each.
        reason: key of the reason in the phrase file ("differences.newer").
    """

    about: str
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    reason: str


def differences(
    read: Sequence[ReadDocument], pool: Sequence[Candidate], attributor: Attributor
) -> tuple[DraftDifference, ...]:
    """Quantities that two reports give with different values for the same thing, newest first."""
    by_sentence = {id(candidate.read): candidate for candidate in pool if not candidate.part}
    values = [
        (quantity, claim, by_sentence[id(sentence)])
        for one in read
        for sentence in one.sentences
        if id(sentence) in by_sentence
        for claim in sentence.claims
        for quantity in claim.quantities
        if quantity.unit and quantity.of and quantity.relation is not Relation.RANGE
    ]
    found: list[DraftDifference] = []
    used: set[str] = set()
    for index, (older, first, early) in enumerate(values):
        for newer, second, late in values[index + 1 :]:
            if early.document.id == late.document.id or not _compete(older, first, newer, second):
                continue
            about = newer.of
            if about in used or len(about.split()) > _ABOUT_WORDS or about == newer.unit:
                continue
            used.add(about)
            lead, other, reason = (late, early, "newer")
            if early.document.source.kind is SourceKind.PRIMARY and late.document.source.kind is not SourceKind.PRIMARY:
                lead, other, reason = (early, late, "primary")
            elif _day(early) == _day(late):
                reason = "undecided"
            sides = tuple(
                (
                    attributor.line(
                        c,
                        min(
                            c.texts,
                            key=lambda text: (
                                str(int(_value(c, newer, older))) not in text.replace(",", ""),
                                len(text),
                            ),
                        ),
                        dated=True,
                    ),
                    (c.document.id,),
                )
                for c in (lead, other)
            )
            found.append(DraftDifference(about, sides, f"differences.{reason}"))
    return tuple(found[:_MOST])


def _value(candidate: Candidate, newer: Quantity, older: Quantity) -> float:
    """The value that a side gives."""
    own = [
        quantity.value for claim in candidate.read.claims for quantity in claim.quantities if quantity.of == newer.of
    ]
    return own[0] if own else older.value


def _day(candidate: Candidate) -> str:
    published = candidate.document.published
    return published.iso[:10] if published else ""


def _compete(a: Quantity, first: Claim, b: Quantity, second: Claim) -> bool:
    """Whether two quantities are values of one thing that cannot both stand."""
    if a.unit != b.unit or a.direction != b.direction or set(stems(a.of)) != set(stems(b.of)) or a.value == b.value:
        return False
    low, high = sorted((a.value, b.value))
    if low <= 0 or high / low > 20 or _open(a, b.value) or _open(b, a.value):
        return False
    one, two = set(stems(first.text)), set(stems(second.text))
    # Two people, firms or places each have their own number: the claims must be about the same ones.
    ours, theirs = {fold(name) for name in first.names}, {fold(name) for name in second.names}
    same = not ours or not theirs or ours <= theirs or theirs <= ours
    return same and len(one & two) >= _SAME_MATTER * min(len(one), len(two)) and len(one & two) >= _LEAST_COMMON


def _open(a: Quantity, value: float) -> bool:
    """Whether an open relation ("at least", "about") leaves room for the other value."""
    return {
        Relation.AT_LEAST: value >= a.value,
        Relation.MORE: value > a.value,
        Relation.AT_MOST: value <= a.value,
        Relation.LESS: value < a.value,
        Relation.ABOUT: abs(value - a.value) <= 0.05 * a.value,
    }.get(a.relation, False)
