"""Takes out of a draft what leans on a sentence that was taken out: without it the reader would still be told of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from groundwire.language.kinship import bond, root
from groundwire.language.tokens import words
from groundwire.records.claim import ReadSentence

_PRONOUN = re.compile(
    r"^[\"'“‘(]?(?:he|she|it|they|this|that|these|those|such|both|neither|his|her|their|its|the (?:former|latter|two|pair))\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"^it (?:is|was) (?:not )?(?:clear|unclear|unknown|possible|likely|unlikely|expected)\b", re.IGNORECASE
)
_FOLLOWS = re.compile(
    r"^(?:as a (?:result|consequence)|therefore|thus|hence|consequently|accordingly|in response|in turn|because of (?:this|that|it)|after (?:this|that|which)|following (?:this|that)|with (?:this|that)|"
    r"under (?:it|this|these terms|its terms|the terms)|by (?:doing so|contrast)|as such|that (?:means|would)|which (?:means|would))\b",
    re.IGNORECASE,
)
_ADDED = re.compile(r"^(?:he|she|they|it) (?:also |further )?(?:added|continued|went on)\b", re.IGNORECASE)
# What a sentence may point back to with "the" or "this": an act that some sentence must have told of. The words of one row
# stand for each other.
_KINDS = (
    "deal agreement contract order purchase acquisition merger takeover sale settlement transaction arrangement pact accord treaty offer bid partnership venture buy sell acquire merge",
    "decision ruling verdict move plan announcement measure rule ban law vote order decide rule announce",
    "increase rise jump surge gain grow climb",
    "decline fall drop cut loss slump",
    "statement comment remark claim report finding result say tell",
    "incident accident attack breach outage shutdown strike collapse explosion crash",
    "resignation appointment arrest charge lawsuit fine penalty launch release recall delay loan payment investment",
)
ACTS = frozenset(word for row in _KINDS[:-1] for word in row.split()) | frozenset(_KINDS[-1].split())
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|such an?) ((?:[a-z][\w-]* ){0,2}?)([a-z][\w-]*)\b", re.IGNORECASE
)
# How near in meaning two nouns must be for one to point to the other ("agreement" to "contract").
_NEAR = 0.6


def prune(sentences: Sequence[ReadSentence], removed: Collection[int]) -> frozenset[int]:
    """Positions of sentences that lean on a removed one and must go with it.

    A sentence leans when it opens with a word that points back (a pronoun, "as a result") and the sentence it points to is
    gone, or when it speaks of "the deal" or "this decision" and every earlier sentence that told of one is gone. Whatever
    leans on a leaning sentence goes too.

    Args:
        sentences: of the whole draft, in its order.
        removed: positions in `sentences` of what was taken out already.
    Returns: further positions, none of them in `removed`.
    """
    gone = set(removed)
    leaning: set[int] = set()
    for place, sentence in enumerate(sentences):
        if place in gone or sentence.sentence.heading:
            continue
        before = _before(sentences, place)
        if (_points_back(sentence.sentence.text) and before in gone) or _speaks_of_what_is_gone(sentences, place, gone):
            leaning.add(place)
            gone.add(place)
    return frozenset(leaning)


def _before(sentences: Sequence[ReadSentence], place: int) -> int | None:
    """Position of the nearest earlier sentence that is no heading."""
    return next((other for other in range(place - 1, -1, -1) if not sentences[other].sentence.heading), None)


def _points_back(text: str) -> bool:
    """Whether a sentence opens with a word that only an earlier sentence explains."""
    bare = text.strip()
    if _EXPLETIVE.match(bare):
        return False
    return _PRONOUN.match(bare) is not None or _FOLLOWS.match(bare) is not None or _ADDED.match(bare) is not None


def _speaks_of_what_is_gone(sentences: Sequence[ReadSentence], place: int, gone: Collection[int]) -> bool:
    """Whether the sentence points with "the" or "this" to an act that only removed sentences told of."""
    acts = [noun.lower() for _, noun in _DEFINITE.findall(sentences[place].sentence.text) if noun.lower() in ACTS]
    for act in acts:
        told = [other for other in range(place) if _tells_of(sentences[other].sentence.text, act)]
        if any(other in gone for other in told) and all(other in gone for other in told):
            return True
    return False


def _tells_of(text: str, act: str) -> bool:
    """Whether a text names the act, as a noun or verb of the same root, of the same kind, or near in meaning."""
    target = root(act)
    kindred = {root(word) for row in _KINDS[:-1] if act in row.split() for word in row.split()}
    for word in words(text):
        own = root(word)
        if own == target or own in kindred or bond(target, own) >= _NEAR or bond(own, target) >= _NEAR:
            return True
    return False
