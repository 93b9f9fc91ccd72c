"""Who does it to whom: the veto `entity` for a verb whose two sides have changed places, in the active or the passive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import takewhile

from groundwire.language.grammar import GERUND, PARTICIPLE, PAST, PLAIN, THIRD, verb
from groundwire.language.kinship import root
from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned
from groundwire.verdicts.wording import carried, roots, wording

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:]")
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "got", "gets"])
_HAVE = frozenset(
    [
        "has",
        "have",
        "had",
        "having",
        "will",
        "would",
        "may",
        "might",
        "could",
        "can",
        "to",
        "not",
        "n't",
        "since",
        "now",
        "also",
    ]
)
_ENDS = frozenset(
    [
        ",",
        ";",
        ":",
        ".",
        "and",
        "but",
        "or",
        "while",
        "which",
        "who",
        "that",
        "because",
        "after",
        "before",
        "when",
        "if",
        "as",
        "from",
        "for",
        "in",
        "on",
        "at",
        "over",
        "to",
        "with",
        "during",
        "against",
        "until",
        "under",
        "than",
        "via",
        "amid",
        "into",
        "by",
    ]
)
_STARTS = frozenset(
    [
        ",",
        ";",
        ":",
        "and",
        "but",
        "or",
        "while",
        "which",
        "who",
        "that",
        "because",
        "after",
        "before",
        "when",
        "if",
        "as",
        "said",
    ]
)
# The verbs that tell the same deed from its other end: who sells to B is who B buys from.
CONVERSES = frozenset(
    frozenset(pair.split("/"))
    for pair in [
        "buy/sell",
        "acquir/sell",
        "purchas/sell",
        "borrow/lend",
        "lend/borrow",
        "rent/let",
        "leas/let",
        "give/receiv",
        "give/get",
        "send/receiv",
        "win/lose",
        "beat/lose",
        "defeat/lose",
        "teach/learn",
        "inherit/leav",
        "import/export",
        "pay/receiv",
        "award/win",
        "grant/receiv",
        "award/receiv",
        "hire/join",
        "employ/work",
    ]
)
# What two do to each other, told from either.
_MUTUAL = frozenset(root(word) for word in ("meet", "marry", "join", "face", "fight", "match", "resemble", "contact"))
_SAME_MATTER, _SAME_VERB = 0.55, 0.6
_REACH = 7


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with the roots of those who do it and of those to whom it is done.

    Args:
        whom: as `patient`, without what stands behind a number ("fined the bank 3 million euros": the bank).
        doers: the roots of the proper names among the doers.
    """

    verb: str
    word: str
    agent: AbstractSet[str]
    patient: AbstractSet[str]
    whom: AbstractSet[str] = frozenset()
    doers: AbstractSet[str] = frozenset()


def roles(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the evidence tells the claim's deed with its two sides exchanged, else None."""
    mine = deeds(claim.text)
    if not mine or not rows or rows[0].cover < _SAME_MATTER:
        return None
    for row in rows:
        if row.cover < 0.8 * rows[0].cover:
            break
        for own in mine:
            theirs = [one for one in deeds(row.text) if _alike(own, one)]
            if any(_straight(own, one) for one in theirs):
                continue
            if any(_turned(own, one) for one in theirs):
                reason = f'The claim has the two sides of "{own.word}" the other way round than the evidence.'
                return Veto(VetoName.ENTITY, Label.CONTRADICTED, claim.span or claim.text, row.text, reason)
            if any(_moved(own, one) for one in theirs) and not _told_straight(own, rows):
                reason = f'The claim and the evidence differ in who did it and to whom ("{own.word}").'
                return Veto(VetoName.ENTITY, Label.UNSUPPORTED, claim.span or claim.text, row.text, reason)
    return None


def _told_straight(own: Deed, rows: Sequence[Aligned]) -> bool:
    """Whether any sentence of the evidence tells the deed with the claim's two sides."""
    return any(_alike(own, one) and _straight(own, one) for row in rows for one in deeds(row.text))


def _moved(own: Deed, other: Deed) -> bool:
    """Whether one of the two sides has changed over, or another named doer has taken the place of the evidence's.

    Only where the doers have nothing in common.
    """
    if own.verb in _MUTUAL or other.verb in _MUTUAL or own.agent & other.agent:
        return False
    if own.whom & other.whom:
        return bool(own.doers and other.doers) and not (
            _short(own.doers, other.doers) or _short(other.doers, own.doers)
        )
    return bool(own.agent & other.whom or own.whom & other.agent)


def _short(first: AbstractSet[str], second: AbstractSet[str]) -> bool:
    """Whether a name of one word may be short for the other: the same letters as its initials."""
    initials = sorted(word[0] for word in second)
    return len(initials) > 1 and any(sorted(word) == initials for word in first)


def deeds(text: str) -> list[Deed]:
    """The verbs of a sentence that have words for somebody or something on both sides."""
    run = _WORD.findall(text)
    low = [word.casefold() for word in run]
    found = []
    for i, word in enumerate(low):
        form = verb(word)
        if form is None or word in _BE or word in _HAVE or (i and run[i][:1].isupper()):
            continue
        helped = [one for one in low[max(0, i - 4) : i] if one in _BE]
        if not _finite(form.kinds, low, i):
            continue
        passive = bool(helped) and form.kinds & PARTICIPLE > 0 and "by" in low[i + 1 : i + 5]
        before = _before(run, low, i)
        if passive:
            at = low.index("by", i + 1)
            agent, patient = _after(run, low, at), before
            named, whom = _after_text(run, low, at), _before_text(run, low, i)
        elif helped and form.kinds & GERUND == 0:
            continue
        else:
            agent, patient = before, _after(run, low, i)
            named, whom = _before_text(run, low, i), _after_text(run, low, i)
        if agent and patient and not agent & patient:
            found.append(Deed(root(word), word, agent, patient, _unnumbered(whom), _named(named)))
    return found


def _finite(kinds: int, low: Sequence[str], i: int) -> bool:
    """Whether a form can be the verb of its clause where it stands."""
    if kinds & (PAST | THIRD | PARTICIPLE):
        return True
    helper = bool(set(low[max(0, i - 3) : i]) & (_BE | _HAVE))
    return helper and kinds & (GERUND | PLAIN) > 0


def _before(run: Sequence[str], low: Sequence[str], i: int) -> frozenset[str]:
    """The roots of the words in front of a verb, back to where its clause begins."""
    return roots(_before_text(run, low, i))


def _before_text(run: Sequence[str], low: Sequence[str], i: int) -> str:
    start = i
    while start > 0 and i - start < _REACH and low[start - 1] not in _STARTS:
        start -= 1
    return " ".join(run[start:i])


def _after(run: Sequence[str], low: Sequence[str], i: int) -> frozenset[str]:
    """The roots of the words behind a verb, up to the next preposition or the end of its clause."""
    return roots(_after_text(run, low, i))


def _after_text(run: Sequence[str], low: Sequence[str], i: int) -> str:
    end = i + 1
    while end < len(run) and end - i <= _REACH and low[end] not in _ENDS:
        end += 1
    return " ".join(run[i + 1 : end])


def _unnumbered(text: str) -> frozenset[str]:
    """The roots of the words in front of the first number."""
    return frozenset(word.root for word in takewhile(lambda word: word.number is None, wording(text)))


def _named(text: str) -> frozenset[str]:
    """The roots of the proper names of a few words."""
    return frozenset(word.root for word in wording(text) if word.name)


def _alike(own: Deed, other: Deed) -> bool:
    return own.verb == other.verb or carried(own.verb, {other.verb}) >= _SAME_VERB


def _turned(own: Deed, other: Deed) -> bool:
    """Whether each side of the one stands on the other side of the other, and on none of its own."""
    return bool(own.agent & other.patient and own.patient & other.agent) and not (
        own.agent & other.agent or own.patient & other.patient
    )


def _straight(own: Deed, other: Deed) -> bool:
    return bool(own.agent & other.agent and own.patient & other.patient)


def converse(first: str, second: str) -> bool:
    """Whether two verbs, as roots, tell one deed from its two ends."""
    return frozenset((first, second)) in CONVERSES


def same_subject(first: str, verb_of_first: str, second: str, verb_of_second: str) -> bool:
    """Whether the words in front of two verbs have somebody or something in common."""
    return bool(_front(first, verb_of_first) & _front(second, verb_of_second))


def _front(text: str, word: str) -> frozenset[str]:
    run = _WORD.findall(text)
    low = [one.casefold() for one in run]
    at = low.index(word) if word in low else len(low)
    return _before(run, low, at)
