"""Who does it to whom: the veto `entity` for a verb whose two sides have changed places, in the active or the passive."""

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
from groundwire.verdicts.wording import carried, roots

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
_SAME_MATTER, _SAME_VERB = 0.55, 0.6
_REACH = 7


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with the roots of those who do it and of those to whom it is done."""

    verb: str
    word: str
    agent: AbstractSet[str]
    patient: AbstractSet[str]


def roles(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the evidence tells the claim's deed with its two sides exchanged, else None."""
    mine = deeds(claim.text)
    if not mine or not rows or rows[0].cover < _SAME_MATTER:
        return None
    for row in rows:
        if row.cover < 0.8 * rows[0].cover:
            break
        for own in mine:
            turned = [one for one in deeds(row.text) if _alike(own, one) and _turned(own, one)]
            if turned and not any(_alike(own, one) and _straight(own, one) for one in deeds(row.text)):
                reason = f'The claim has the two sides of "{own.word}" the other way round than the evidence.'
                return Veto(VetoName.ENTITY, Label.CONTRADICTED, claim.span or claim.text, row.text, reason)
    return None


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
        elif helped and form.kinds & GERUND == 0:
            continue
        else:
            agent, patient = before, _after(run, low, i)
        if agent and patient and not agent & patient:
            found.append(Deed(root(word), word, agent, patient))
    return found


def _finite(kinds: int, low: Sequence[str], i: int) -> bool:
    """Whether a form can be the verb of its clause where it stands."""
    if kinds & (PAST | THIRD | PARTICIPLE):
        return True
    helper = bool(set(low[max(0, i - 3) : i]) & (_BE | _HAVE))
    return helper and kinds & (GERUND | PLAIN) > 0


def _before(run: Sequence[str], low: Sequence[str], i: int) -> frozenset[str]:
    """The roots of the words in front of a verb, back to where its clause begins."""
    start = i
    while start > 0 and i - start < _REACH and low[start - 1] not in _STARTS:
        start -= 1
    return roots(" ".join(run[start:i]))


def _after(run: Sequence[str], low: Sequence[str], i: int) -> frozenset[str]:
    """The roots of the words behind a verb, up to the next preposition or the end of its clause."""
    end = i + 1
    while end < len(run) and end - i <= _REACH and low[end] not in _ENDS:
        end += 1
    return roots(" ".join(run[i + 1 : end]))


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
