"""What a rule-based reader sees when it lays a statement beside its evidence, as numbers.

Nothing here looks at the statement alone, except to weigh what is missing: a definite statement is not less true for
being definite.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from groundwire.language.folding import fold
from groundwire.language.kinship import kin, opposites
from groundwire.verdicts.wording import Word, stands_for, wording

NAMES = (
    "cover", "exact", "best_sentence", "heaviest_gap", "gaps", "name_gaps", "number_gaps", "opposite", "negation",
    "order", "spread", "bigrams", "causal", "strict", "compare", "temporal", "swap", "quote", "claim_negation",
    "length", "hedge", "modal", "mass", "thin_window", "gap_run", "twist", "near_gaps", "weak_clause", "cause_gap",
)  # fmt: skip

_NEGATIVE = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "neither",
        "nor",
        "nobody",
        "nothing",
        "nowhere",
        "cannot",
        "without",
        "hardly",
        "scarcely",
        "rarely",
        "seldom",
        "unable",
        "fail",
        "failed",
        "fails",
        "failing",
        "lack",
        "lacked",
        "lacks",
        "lacking",
        "refuse",
        "refused",
        "refuses",
        "deny",
        "denied",
        "denies",
        "reject",
        "rejected",
        "rejects",
        "decline",
        "declined",
        "yet",
    ]
)
_CAUSAL = ("because", "due to", "as a result", "owing to", "thanks to", "led to", "caused", "causing", "prompted", "therefore", "in response to", "triggered", "blamed", "resulted", "so that", "in order to", "after which")  # fmt: skip
_STRICT = frozenset(["all", "every", "only", "always", "never", "none", "entire", "entirely", "both", "exclusively", "solely", "sole", "unanimous", "unanimously", "everyone", "everybody", "nobody", "any", "whole", "completely", "fully", "most", "majority", "first", "last", "alone", "exactly"])  # fmt: skip
_COMPARE = frozenset(["more", "less", "fewer", "greater", "larger", "smaller", "higher", "lower", "better", "worse", "most", "least", "largest", "smallest", "highest", "lowest", "faster", "slower", "earlier", "later", "longer", "shorter", "stronger", "weaker", "biggest", "older", "younger", "than", "double", "twice", "half"])  # fmt: skip
_TEMPORAL = {"before": -1, "prior": -1, "earlier": -1, "until": -1, "ahead": -1, "preceding": -1, "after": 1, "following": 1, "since": 1, "later": 1, "once": 1, "then": 1, "subsequently": 1}  # fmt: skip
_HEDGE = frozenset(["may", "might", "could", "can", "possibly", "perhaps", "likely", "about", "roughly", "nearly", "almost", "approximately", "some", "around", "least", "up", "over", "under"])  # fmt: skip
_FIRM = frozenset(["will", "must", "shall", "has", "have", "had", "already", "was", "were", "is", "are", "did"])
_SOFT = frozenset(["may", "might", "could", "would", "should", "plan", "plans", "planned", "propose", "proposed", "proposes", "consider", "considering", "expect", "expected", "hopes", "hope", "seek", "seeks", "seeking", "intend", "intends", "talks", "possible", "potential", "if", "likely"])  # fmt: skip
_QUOTED = re.compile(r'["“]([^"“”]{3,400})["”]')
_LETTERS = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?")


@lru_cache(maxsize=20_000)
def plain_words(text: str) -> tuple[str, ...]:
    """Every word of a text, folded, function words too."""
    return tuple(_LETTERS.findall(fold(text)))


def features(evidence: str, claim: str) -> tuple[float, ...]:
    """The numbers of NAMES, in their order, each about in [-1, 1]; all zero when nothing can be compared."""
    asked = [word for word in wording(claim) if not word.timing]
    given = _given(evidence)
    if not asked or not given:
        return (0.0,) * len(NAMES)
    by_root: dict[str, list[Word]] = {}
    for word in given:
        by_root.setdefault(word.root, []).append(word)
    links = [_link(word, by_root) for word in asked]
    weights = [word.weight for word in asked]
    total = sum(weights) or 1.0
    cover = sum(w * link[0] for w, link in zip(weights, links, strict=True)) / total
    exact = sum(w for w, link in zip(weights, links, strict=True) if link[0] == 1.0) / total
    best, sentence = _best_sentence(asked, given, weights, total)
    gaps = [(word, (1 - link[0])) for word, link in zip(asked, links, strict=True)]
    heaviest = max(word.weight * gap for word, gap in gaps) / 8.0
    missing = sum(gap > 0.5 for _, gap in gaps) / 6.0
    names = sum(gap for word, gap in gaps if word.name)
    numbers = sum(gap for word, gap in gaps if word.number is not None)
    near = [word for word in given if word.sentence == sentence]
    shares = [link[0] for link in links]
    contrary = _opposite(asked, links, near)
    claim_words, all_words = plain_words(claim), plain_words(evidence)
    near_words = _sentence_words(evidence, near, all_words)
    return (
        cover, exact, best, heaviest, min(2.0, missing), min(2.0, names), min(2.0, numbers), contrary,
        _negation(claim_words, near_words), *_order(asked, links), _bigrams(claim_words, all_words),
        _causal(claim, evidence), _missing(claim_words, all_words, _STRICT), _missing(claim_words, all_words, _COMPARE),
        _temporal(claim_words, near_words), _swap(asked, near), _quote(claim, evidence),
        min(1.0, sum(w in _NEGATIVE or w.endswith("n't") for w in claim_words) / 2),
        min(1.0, len(asked) / 25), _missing(claim_words, all_words, _HEDGE), _modal(claim_words, near_words),
        min(1.0, cover * total / 80), _thin(weights, shares), _run(shares), _twist(asked, shares),
        min(1.0, sum(gap > 0.5 for word, gap in gaps if _beside_name(asked, word)) / 3),
        _weak_clause(claim, by_root), _cause_gap(claim, by_root),
    )  # fmt: skip


def _given(evidence: str) -> list[Word]:
    """The content words of the evidence, line by line, so that a passage seen before is not read again."""
    found: list[Word] = []
    at = sentence = 0
    for line in evidence.split("\n"):
        run = wording(line)
        found += [_moved(word, at, sentence) for word in run] if sentence else run
        at += run[-1].at + 1 if run else 1
        sentence += run[-1].sentence + 1 if run else 1
    return found


def _moved(word: Word, at: int, sentence: int) -> Word:
    """The word further down; built outright, since dataclasses.replace takes four times as long and this is the inner loop."""
    return Word(
        word.text, word.root, word.weight, word.name, word.number, word.at + at, word.sentence + sentence, word.timing
    )


def _link(word: Word, by_root: Mapping[str, Sequence[Word]]) -> tuple[float, Word | None]:
    """The word of the evidence that carries a claimed one best, and how far it does."""
    same = by_root.get(word.root)
    if same:
        return 1.0, same[0]
    best, found = 0.0, None
    for root, weight in _others(word, by_root).items():
        if weight > best and root in by_root:
            best, found = weight, by_root[root][0]
    return best, found


def _others(word: Word, there: Iterable[str]) -> Mapping[str, float]:
    """The roots that carry a claimed word besides its own: kindred words, or the exact figures of a rounded one."""
    if word.number is None:
        return kin(word.root)
    return {root: 1.0 for root in there if root.startswith("#") and stands_for(word.root, root)}


def _best_sentence(
    asked: Sequence[Word], given: Sequence[Word], weights: Sequence[float], total: float
) -> tuple[float, int]:
    """How much of the claim one sentence of the evidence holds, and which."""
    homes: dict[str, list[int]] = {}
    for word in given:
        homes.setdefault(word.root, []).append(word.sentence)
    held = {word.sentence: [0.0] * len(asked) for word in given}
    for place, word in enumerate(asked):
        others = _others(word, homes)
        for root in others.keys() & homes.keys():
            for sentence in homes[root]:
                held[sentence][place] = max(held[sentence][place], others[root])
        for sentence in homes.get(word.root, ()):
            held[sentence][place] = 1.0
    best, at = 0.0, given[0].sentence
    for sentence, shares in held.items():
        share = sum(w * one for w, one in zip(weights, shares, strict=True)) / total
        if share > best:
            best, at = share, sentence
    return best, at


def _sentence_words(evidence: str, near: Sequence[Word], all_words: tuple[str, ...]) -> tuple[str, ...]:
    """All words of the best sentence, by its first and last content word."""
    if not near:
        return all_words
    return all_words[max(0, near[0].at - 4) : near[-1].at + 3]


def _opposite(asked: Sequence[Word], links: Sequence[tuple[float, Word | None]], near: Sequence[Word]) -> float:
    """Claimed words that are missing while their opposite stands in the best sentence."""
    roots = {word.root for word in near}
    claimed = {word.root for word in asked}
    hits = sum(
        bool((opposites(word.root) & roots) - claimed)
        for word, link in zip(asked, links, strict=True)
        if link[0] < 0.95
    )
    return min(1.0, hits / 2)


def _negation(claim: Sequence[str], evidence: Sequence[str]) -> float:
    """1.0 when one side is negative and the other is not."""
    mine = sum(word in _NEGATIVE or word.endswith("n't") for word in claim)
    theirs = sum(word in _NEGATIVE or word.endswith("n't") for word in evidence)
    return float((mine > 0) != (theirs > 0))


def _order(asked: Sequence[Word], links: Sequence[tuple[float, Word | None]]) -> tuple[float, float]:
    """How often neighbours in the claim stand in the same order in the evidence, and how far apart they stand."""
    places = [(word.at, link[1].at) for word, link in zip(asked, links, strict=True) if link[1] is not None]
    if len(places) < 2:
        return 0.5, 0.5
    same = sum(b[1] > a[1] for a, b in itertools.pairwise(places)) / (len(places) - 1)
    gaps = [min(20, abs(b[1] - a[1])) for a, b in itertools.pairwise(places)]
    return same, sum(gaps) / len(gaps) / 20


def _bigrams(claim: Sequence[str], evidence: Sequence[str]) -> float:
    """Share of the claim's word pairs that stand in the evidence as they are."""
    mine = list(itertools.pairwise(claim))
    theirs = set(itertools.pairwise(evidence))
    return sum(pair in theirs for pair in mine) / len(mine) if mine else 0.0


def _causal(claim: str, evidence: str) -> float:
    """1.0 when the claim gives a cause and the evidence has no word of cause."""
    mine, theirs = f" {fold(claim)} ", f" {fold(evidence)} "
    return float(any(f" {w} " in mine for w in _CAUSAL) and not any(f" {w} " in theirs for w in _CAUSAL))


def _missing(claim: Sequence[str], evidence: Sequence[str], kind: frozenset[str]) -> float:
    """Words of a closed kind that the claim has and the evidence has not."""
    there = set(evidence)
    return min(1.0, sum(word in kind and word not in there for word in set(claim)) / 2)


def _temporal(claim: Sequence[str], evidence: Sequence[str]) -> float:
    """1.0 when the claim orders in time one way and the evidence the other."""
    mine = {_TEMPORAL[word] for word in claim if word in _TEMPORAL}
    theirs = {_TEMPORAL[word] for word in evidence if word in _TEMPORAL}
    return float(len(mine) == 1 and len(theirs) == 1 and mine != theirs)


def _swap(asked: Sequence[Word], near: Sequence[Word]) -> float:
    """1.0 when two names of the claim stand in the other order in the sentence, both in it once."""
    names = [word for word in asked if word.name]
    place = {word.root: word.at for word in reversed(near)}
    there = [place[word.root] for word in names if word.root in place]
    if len(there) < 2:
        return 0.0
    turned = sum(b < a for a, b in itertools.pairwise(there))
    return turned / (len(there) - 1)


def _quote(claim: str, evidence: str) -> float:
    """Quoted words of the claim that the evidence does not hold verbatim: 1.0 none held, -1.0 all held, 0 no quote."""
    quotes = _QUOTED.findall(claim)
    if not quotes:
        return 0.0
    there = " ".join(plain_words(evidence))
    held = sum(" ".join(plain_words(quote)) in there for quote in quotes)
    return 1.0 - 2.0 * held / len(quotes)


def _modal(claim: Sequence[str], evidence: Sequence[str]) -> float:
    """1.0 when the claim is firm and the evidence soft."""
    mine, theirs = set(claim), set(evidence)
    return float(not (mine & _SOFT) and bool(theirs & _SOFT))


def _thin(weights: Sequence[float], shares: Sequence[float], width: int = 5) -> float:
    """How much the worst-shares run of `width` content words is shares."""
    if len(shares) <= width:
        return sum(w * c for w, c in zip(weights, shares, strict=True)) / (sum(weights) or 1.0)
    windows = []
    for i in range(len(shares) - width + 1):
        part = weights[i : i + width]
        windows.append(sum(w * c for w, c in zip(part, shares[i : i + width], strict=True)) / (sum(part) or 1.0))
    return min(windows)


def _run(shares: Sequence[float]) -> float:
    """The longest run of content words that nothing carries, in sixths."""
    longest = now = 0
    for one in shares:
        now = now + 1 if one < 0.3 else 0
        longest = max(longest, now)
    return min(1.5, longest / 6)


def _twist(asked: Sequence[Word], shares: Sequence[float]) -> float:
    """1.0 when all but one or two words are shares whole and those not at all: a small edit, not another wording."""
    bare = sum(one < 0.2 for one in shares)
    whole = sum(one > 0.95 for one in shares)
    return float(1 <= bare <= 2 and whole >= 0.75 * len(asked))


def _beside_name(asked: Sequence[Word], word: Word) -> bool:
    """Whether a word stands next to a name or a number."""
    i = asked.index(word)
    around = [*asked[max(0, i - 1) : i], *asked[i + 1 : i + 2]]
    return any(other.name or other.number is not None for other in around)


_CLAUSE = re.compile(
    r"[,;:]|\b(?:and|but|while|which|who|because|after|before|when|since|so that|citing|although|though|as)\b"
)
_CAUSE = re.compile(
    r"\b(?:because|since|due to|owing to|thanks to|as a result of|cit(?:ed|ing)|caused by|led by|stems? from|prompted by|"
    r"in response to|so that|in order to|blam(?:ed|ing)|driven by|result(?:ed|ing) from|traced)\b",
    re.IGNORECASE,
)


def _weak_clause(claim: str, by_root: Mapping[str, Sequence[Word]]) -> float:
    """How much the worst-carried clause of the claim is carried; clauses of one telling word do not count."""
    parts = [_part(text, by_root) for text in _CLAUSE.split(claim)]
    return min((share for share, weight in parts if weight >= _TELLING), default=1.0)


def _cause_gap(claim: str, by_root: Mapping[str, Sequence[Word]]) -> float:
    """How much of a given cause or purpose nothing carries; 0.0 when the claim gives none."""
    found = _CAUSE.search(claim)
    if not found:
        return 0.0
    share, weight = _part(claim[found.end() :], by_root)
    return 1.0 - share if weight >= _TELLING else 0.0


def _part(text: str, by_root: Mapping[str, Sequence[Word]]) -> tuple[float, float]:
    """How much of a part of the claim is carried, and how much it weighs."""
    run = [word for word in wording(text) if not word.timing]
    weight = sum(word.weight for word in run)
    return (sum(word.weight * _link(word, by_root)[0] for word in run) / weight if weight else 1.0), weight


# Two words of middling weight: a clause of less says too little to be missing.
_TELLING = 7.0
