"""Which sentences a reader needs first: importance, breadth over reports and dates, and no repetition."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from groundwire.briefs.candidates import Candidate
from groundwire.briefs.wording import word_count
from groundwire.language.tokens import stems
from groundwire.language.weights import idf
from groundwire.records.policy import ComposePolicy

_NUMBER = re.compile(r"\d[\d.,]*")
_RHETORIC = re.compile(
    r"\b(?:should|must|ought|need to|needs to|important|proud|proudly|pleased|committed|commitment|commend|applaud\w*|thank\w*|grateful|hope\w*|believe\w*|deeply|historic|milestone|wake-up|message|"
    r"vindicat\w*|seriousness|seriously|outrage\w*|inexcusable|unacceptable|tragic|tragedy|strong|tough|clear|obvious\w*|vital|critical that|essential|integral|ensure|accountable|accountability|thoughts|prayers|"
    r"great|best|worst|wonderful|excited|exciting|disappoint\w*|concerned|troubled|worried|vigilant|justice was|dedicated|dedication|hard work|leadership|future generations|values|common sense|simply|too (?:long|much|often))\b",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:announced|agreed|approved|passed|rejected|denied|ruled|ordered|filed|charged|indicted|convicted|sentenced|pleaded|pled|admitted|settled|signed|acquired|bought|sold|sued|fined|banned|closed|shut|suspended|"
    r"halted|resumed|launched|released|published|fixed|disclosed|reported|discovered|found|determined|killed|injured|died|collapsed|crashed|resigned|appointed|elected|sworn|withdrew|withdraw|dropped|voted|declared|"
    r"recalled|divest\w*|requires?|required|pay|paid|affects?|affected|vulnerab\w+|credits?|cut|raised|arrested|shot|introduced|proposed|allege[sd]?|scheduled)\b"
)
# What a firm or an office says of itself at the end of every release.
_PORTRAIT = re.compile(
    r"\b(?:headquartered|is a leading|leading (?:global )?(?:provider|supplier|designer|maker|manufacturer)|(?:corporation|company|partnership|firm) (?:based|headquartered|organi[sz]ed|owned)|"
    r"is an? (?:[A-Z]\w+ )?(?:corporation|limited partnership|non-profit|nonprofit|member of)|was founded in|long-time supporter|former (?:governor|mayor)|born in)\b"
)
_MONEY = re.compile(r"[$€£]\s?\d|\b(?:billion|million)\b|per cent|%")


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate in the version chosen for print, with how much it was worth."""

    candidate: Candidate
    text: str
    worth: float


class Weigher:
    """What the words of a story weigh, measured over its reports; an older copy of one report adds nothing.

    Args:
        groups: documents' texts by origin, one text an origin, titles in front.
    """

    def __init__(self, groups: Sequence[str], sentences: Sequence[str], policy: ComposePolicy) -> None:
        self._policy = policy
        self._spread: dict[str, int] = {}
        for text in groups:
            for word in set(stems(text)):
                self._spread[word] = self._spread.get(word, 0) + 1
        self._often: dict[str, int] = {}
        for text in set(sentences):
            for word in set(stems(text)):
                self._often[word] = self._often.get(word, 0) + 1

    def weight(self, concept: str) -> float:
        """Weight of a stem: how telling it is, times how often and in how many origins the story speaks of it."""
        spread, often = self._spread.get(concept, 1), self._often.get(concept, 1)
        rare = self._policy.single_mention if often == 1 else 1.0
        return (
            min(idf(concept), 7.0)
            * (1.0 + self._policy.origins_weight * math.log(spread) + self._policy.mentions_weight * math.log(often))
            * rare
        )

    def core(self, titles: Sequence[str], size: int) -> frozenset[str]:
        """The stems that the story is most about: in several titles, in most reports and sentences of it, and telling."""
        heard = [word for word, often in self._often.items() if often > 1]
        titled: dict[str, int] = {}
        for title in titles:
            for word in set(stems(title)):
                titled[word] = titled.get(word, 0) + 1
        weight = {
            word: min(idf(word), 7.0) * math.sqrt(self._often[word]) * self._spread.get(word, 1) * titled.get(word, 0.5)
            for word in heard
        }
        return frozenset(sorted(weight, key=lambda word: (-weight[word], word))[:size])

    def concepts(self, text: str) -> dict[str, float]:
        """The stems and numbers of a text with their weights."""
        found = {word: self.weight(word) for word in set(stems(text))}
        for number in _NUMBER.findall(text):
            found[number.rstrip(".,")] = self._policy.number_weight
        return found


def centrality(texts: Mapping[str, str]) -> dict[str, float]:
    """How much each text of a story is about what the others are about, 1 for the most central one.

    The mean cosine likeness to the others over stems, weighted by how telling they are.
    """
    vectors = {}
    for name, text in texts.items():
        counts: dict[str, float] = {}
        for word in stems(text):
            counts[word] = counts.get(word, 0.0) + 1.0
        weights = {word: (1 + math.log(count)) * min(idf(word), 7.0) for word, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors[name] = {word: weight / length for word, weight in weights.items()}
    means = {
        name: sum(
            sum(own[word] * other.get(word, 0.0) for word in own) for each, other in vectors.items() if each != name
        )
        for name, own in vectors.items()
    }
    most = max(means.values(), default=0.0)
    return {name: mean / most if most > 0 else 1.0 for name, mean in means.items()}


def choose(
    pool: Sequence[Candidate],
    weigher: Weigher,
    titles: str,
    rank: Callable[[Candidate], float],
    policy: ComposePolicy,
    lead_words: Callable[[Candidate], int],
    allowed: Callable[[Candidate, str], bool],
    take: Callable[[Candidate, str], None] = lambda candidate, text: None,
    central: Callable[[Candidate], float] = lambda candidate: 1.0,
) -> list[Choice]:
    """The sentences to print, best first, within the words of the policy.

    Greedy cover: each step takes the sentence that adds most weight not yet said per word, so that a repeated fact is
    worth little and a new one much; each further sentence of one report is worth less than the last.

    Args:
        rank: how new a candidate's report is, 0 to 1 for the newest.
        lead_words: words that naming its source in front will take.
        allowed: whether this wording stays within the verbatim limits, given what was chosen before.
        take: told of each wording chosen.
        central: how much a candidate's report is about the same as the others, 0 to 1 for the most central.
    """
    said: dict[str, float] = {}
    taken: dict[str, int] = {}
    chosen: list[Choice] = []
    budget = policy.fact_words
    title_words = set(stems(titles))
    versions = [(c, t, weigher.concepts(t), _prior(c, t, title_words, rank(c), policy)) for c in pool for t in c.texts]
    used: set[tuple[str, int]] = set()
    while len(chosen) < policy.facts:
        best: tuple[float, int] | None = None
        for index, (candidate, text, concepts, prior) in enumerate(versions):
            key = (candidate.document.id, candidate.place)
            cost = word_count(text) + lead_words(candidate)
            if key in used or cost > budget:
                continue
            fresh = sum(
                weight * (policy.said_again if concept in said else 1.0) for concept, weight in concepts.items()
            )
            share = fresh / (sum(concepts.values()) + 1e-9)
            if share < policy.fresh_share:
                continue
            worth = (
                central(candidate) ** policy.report_power
                * prior
                * fresh
                / (cost**policy.length_power)
                * min(1.0, policy.line_words / cost)
                * policy.same_report ** taken.get(candidate.document.id, 0)
            )
            if not taken.get(candidate.document.id):
                worth *= policy.first_of_report
            if (best is None or worth > best[0]) and allowed(candidate, text):
                best = (worth, index)
        if best is None:
            break
        candidate, text, concepts, _ = versions[best[1]]
        chosen.append(Choice(candidate, text, best[0]))
        used.add((candidate.document.id, candidate.place))
        taken[candidate.document.id] = taken.get(candidate.document.id, 0) + 1
        take(candidate, text)
        said.update(concepts)
        budget -= word_count(text) + lead_words(candidate)
    return chosen


def _prior(candidate: Candidate, text: str, title_words: set[str], rank: float, policy: ComposePolicy) -> float:
    """How likely a sentence is to hold a fact of the event, before what was already said is taken off."""
    place = candidate.place
    value = 1.0 + (
        policy.first_sentence
        if place == 0
        else policy.early_sentence
        if place <= 2
        else policy.upper_sentence
        if place <= 5
        else 0.0
    )
    own = set(stems(text))
    value += policy.title_overlap * len(own & title_words) / (len(own) + 1)
    value += policy.event_word if _EVENT.search(text) else 0.0
    value += policy.money if _MONEY.search(text) else (policy.number if _NUMBER.search(text) else 0.0)
    value += policy.newness * rank
    value *= policy.rhetoric ** len(_RHETORIC.findall(text))
    if _PORTRAIT.search(text):
        value *= policy.nameless
    if candidate.own_speaker and not _NUMBER.search(text):
        value *= policy.opinion
    if not re.search(r"[A-Z]", text[1:]) and not _NUMBER.search(text):
        value *= policy.nameless
    return value
