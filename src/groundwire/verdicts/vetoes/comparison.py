"""Which of two is more: the veto `negation` for a comparison that the evidence has the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from groundwire.language.folding import fold
from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned
from groundwire.verdicts.wording import carried, roots

# What is compared: the words for more of it, and for less.
_SCALES = {
    "size": (
        "more larger bigger greater higher exceeded exceeds exceed surpassed surpasses outnumbered outnumber topped above",
        "fewer less smaller lower below undershot",
    ),
    "age": ("older", "younger newer"),
    "speed": ("faster quicker quickly", "slower slowly"),
    "worth": ("better outperformed", "worse underperformed"),
    "time": ("later", "earlier sooner"),
    "length": ("longer", "shorter"),
    "strength": ("stronger", "weaker"),
    "cost": ("dearer costlier", "cheaper"),
    "distance": ("farther further", "nearer closer"),
    "weight": ("heavier", "lighter"),
}  # fmt: skip
_WORDS = {
    word: (scale, sign)
    for scale, (up, down) in _SCALES.items()
    for text, sign in ((up, 1), (down, -1))
    for word in text.split()
}
# These take what they compare with as an object, without "than".
_BARE = frozenset(word for word in _WORDS if word.startswith(("exceed", "surpass", "outnumber", "topped", "outperf")))
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NOT = frozenset(["not", "no", "never", "hardly", "nor"])
_FIGURES = frozenset("0123456789$€£¥")
_SAME_MATTER = 0.5


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing held against another.

    Args:
        sign: 1 when the first has more of it, -1 when it has less.
        second: what stands after "than", "" when nothing does.
    """

    scale: str
    sign: int
    word: str
    first: str
    second: str


def comparison(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the evidence compares the same two things the other way round, else None."""
    mine = compared(claim.text)
    if mine is None or not mine.second:
        return None
    for row in rows:
        if row.cover < _SAME_MATTER:
            break
        theirs = compared(row.text)
        if theirs is None or theirs.scale != mine.scale:
            continue
        side = _side(mine, theirs)
        if not side:
            continue
        if side * mine.sign * theirs.sign > 0:
            return None
        reason = f'The claim says "{mine.word}"; the evidence says "{theirs.word}" of the two, the other way round.'
        return Veto(VetoName.NEGATION, Label.CONTRADICTED, claim.span or claim.text, row.text, reason)
    return None


def compared(text: str) -> Comparison | None:
    """The one comparison of a sentence, None when there is none or more than one, or a negative stands in it."""
    run = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(fold(text))]
    found = [i for i, (word, _, _) in enumerate(run) if word in _WORDS]
    if len(found) == 2 and run[found[0]][0] in ("more", "less") and found[1] == found[0] + 1:
        # "more quickly": one comparison, on the scale of the second word, with the sign of the first.
        scale, sign = _WORDS[run[found[1]][0]][0], _WORDS[run[found[0]][0]][1]
    elif len(found) == 1:
        scale, sign = _WORDS[run[found[0]][0]]
    else:
        return None
    if any(word in _NOT or word.endswith("n't") for word, _, _ in run):
        return None
    whole = fold(text)
    word, start, end = run[found[-1]]
    than = next((one for one in run[found[-1] + 1 :] if one[0] == "than"), None)
    if than is not None and than[2] < len(whole) and whole[than[2] :].strip()[:1] in _FIGURES:
        # "more than 300" compares with no thing.
        return None
    if word in _BARE:
        return Comparison(scale, sign, word, whole[:start], whole[end:])
    first = whole[:start] if than is None else f"{whole[:start]} {whole[end : than[1]]}"
    return Comparison(scale, sign, word, first, "" if than is None else whole[than[2] :])


def _side(mine: Comparison, theirs: Comparison) -> int:
    """1 when both hold the same one up first, -1 when they have it the other way round, 0 when that is not clear."""
    one, two = roots(mine.first) - roots(mine.second), roots(mine.second) - roots(mine.first)
    first, second = roots(theirs.first) - roots(theirs.second), roots(theirs.second) - roots(theirs.first)
    same = _meet(one, first) + _meet(two, second)
    turned = _meet(one, second) + _meet(two, first)
    if not theirs.second:
        same, turned = 2 * _meet(one, first), 2 * _meet(two, first)
    if same == turned or max(same, turned) < 1 or (same > 0 and turned > 0 and abs(same - turned) < 2):
        return 0
    return 1 if same > turned else -1


def _meet(claimed: AbstractSet[str], given: AbstractSet[str]) -> float:
    """How many roots of one side the other carries."""
    return sum(carried(root, given) >= 0.7 for root in claimed)
