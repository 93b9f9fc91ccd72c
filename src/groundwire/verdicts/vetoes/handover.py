"""From whom or to whom it goes: the veto `entity` where the evidence has the other end of a handing over do the deed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from groundwire.language.grammar import GERUND, PARTICIPLE, PAST, PLAIN, THIRD, verb
from groundwire.language.kinship import root
from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned
from groundwire.verdicts.wording import roots

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:]")
_HELPERS = frozenset(
    ["is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "may", "might", "could", "can", "should"]
)  # fmt: skip
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
# Words in front of a verb that has its doer further in front: "in talks to buy", "plans for buying".
_LEADS = frozenset(["to", "about", "on", "over", "of", "for", "into", "in"])
_PREPOSITIONS = _LEADS | {"with", "from", "by", "at", "against", "between", "after", "under"}
_STARTS = frozenset([",", ";", ":", "and", "but", "or", "while", "which", "who", "that", "because", "when", "if", "as", "said"])  # fmt: skip
_SAME_MATTER, _AS_GOOD = 0.55, 0.8
# How many words lie at most between a verb and the other end, and between a verb and its doer.
_NEAR, _FAR = 8, 14


@dataclass(frozen=True, slots=True)
class Doing:
    """A verb with the roots of its doer and of who stands behind "from" or "to" after it (none: empty)."""

    verb: str
    word: str
    doer: AbstractSet[str]
    other: AbstractSet[str]


def handover(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the claim has one take from another, or give to him, what the evidence has the other do himself."""
    mine = [one for one in doings(claim.text) if one.doer and one.other]
    if not mine or not rows or rows[0].cover < _SAME_MATTER:
        return None
    near = [row for row in rows if row.cover >= _AS_GOOD * rows[0].cover]
    for own in mine:
        theirs = [(one, row) for row in near for one in doings(row.text) if one.verb == own.verb]
        if any(own.doer & one.doer for one, _ in theirs):
            continue
        for one, row in theirs:
            if own.other & one.doer:
                reason = f'The claim and the evidence differ in who is the one to "{own.word}".'
                return Veto(VetoName.ENTITY, Label.UNSUPPORTED, claim.span or claim.text, row.text, reason)
    return None


def doings(text: str) -> list[Doing]:
    """The verbs of a sentence, no passives, with a doer that can be told."""
    run = _WORD.findall(text)
    low = [word.casefold() for word in run]
    found = []
    for i, word in enumerate(low):
        form = verb(word)
        if not i or form is None or word in _HELPERS or word in _BE or run[i][:1].isupper():
            continue
        if form.kinds & GERUND == 0 and form.kinds & PARTICIPLE and set(low[max(0, i - 3) : i]) & _BE:
            continue
        doer = _doer(run, low, i, form.kinds)
        if doer:
            found.append(Doing(root(word), word, doer, _other(run, low, i)))
    return found


def _doer(run: Sequence[str], low: Sequence[str], i: int, kinds: int) -> frozenset[str]:
    """The roots of who does what a verb says, empty when it cannot be told."""
    start = i
    while start > 0 and i - start < _FAR and low[start - 1] not in _STARTS:
        start -= 1
    led = low[i - 1] in _LEADS
    if led and not kinds & (GERUND | PLAIN):
        return frozenset()
    end = i - 1 if led else i
    first = next((k for k in range(start + 1, end) if low[k] in _HELPERS or _finite(run, low, k)), end)
    between = [run[k] for k in range(first + 1, end)]
    if led and low[i - 1] == "to":
        bare = next((k for k, word in enumerate(between) if word.casefold() in _PREPOSITIONS), len(between))
        if any(word[:1].isupper() for word in between[:bare]):
            # "wants Kelvar to buy": who stands in front of "to" is the one.
            return roots(" ".join(between[:bare]))
    return roots(" ".join(run[start:first]))


def _finite(run: Sequence[str], low: Sequence[str], k: int) -> bool:
    form = verb(low[k])
    return form is not None and form.kinds & (PAST | THIRD) > 0 and not run[k][:1].isupper()


def _other(run: Sequence[str], low: Sequence[str], i: int) -> frozenset[str]:
    """The roots of who stands behind the first "from" or "to" after a verb."""
    for k in range(i + 1, min(len(run), i + _NEAR + 1)):
        if low[k] in _STARTS:
            break
        if low[k] in ("from", "to"):
            end = k + 1
            while end < len(run) and end - k <= _NEAR and low[end] not in _STARTS and low[end] not in _PREPOSITIONS:
                end += 1
            return roots(" ".join(run[k + 1 : end]))
    return frozenset()
