"""Which sentences a reader needs first: importance, breadth over reports and dates, and no repetition."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from groundwire.briefs import substance
from groundwire.briefs.candidates import Candidate
from groundwire.briefs.wording import word_count
from groundwire.language.tokens import stems
from groundwire.language.weights import idf
from groundwire.records.claim import ClaimStatus, Modality
from groundwire.records.policy import ComposePolicy

# A report's own news stands in its first sentences; below this likeness to the others its news is of something else.
_LEAD_PLACES = 2
_STRAY = 0.5
# Share of the words that the news of each report may take before anything else is told.
_LEADS_SHARE = 0.7
# Share of a line's words from which another that holds them tells the same fact.
_SAME_FACT = 0.85


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
        # In the order of the text: sums of floats over a set would hang on the hash seed.
        found = {word: self.weight(word) for word in dict.fromkeys(stems(text))}
        for number in substance.NUMBER.findall(text):
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


@dataclass(frozen=True, slots=True)
class _Version:
    """One wording of a candidate, weighed."""

    candidate: Candidate
    text: str
    concepts: Mapping[str, float]
    prior: float
    words: int


@dataclass(slots=True)
class _Choosing:
    """What was chosen so far and what it said."""

    policy: ComposePolicy
    allowed: Callable[[Candidate, str], bool]
    take: Callable[[Candidate, str], None]
    central: Callable[[Candidate], float]
    holds: Callable[[Candidate, str], bool]
    budget: int
    refused: set[int] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    taken: dict[str, int] = field(default_factory=dict)
    used: set[tuple[str, int, int]] = field(default_factory=set)
    chosen: list[Choice] = field(default_factory=list)
    lines: list[Set[str]] = field(default_factory=list)

    def best(self, versions: Sequence[_Version], least: int = 0) -> tuple[float, _Version] | None:
        """The version that adds most for its words and holds, None when none fits; `least` words are kept back."""
        while True:
            best: tuple[float, _Version] | None = None
            for version in versions:
                if (
                    self._is_used(version.candidate)
                    or version.words > self.budget - least
                    or id(version) in self.refused
                ):
                    continue
                worth = self._worth(version)
                if worth > 0 and (best is None or worth > best[0]) and self.allowed(version.candidate, version.text):
                    best = (worth, version)
            if best is None or self.holds(best[1].candidate, best[1].text):
                return best
            self.refused.add(id(best[1]))

    def add(self, worth: float, version: _Version) -> None:
        """Takes a version into the text."""
        candidate = version.candidate
        self.chosen.append(Choice(candidate, version.text, worth))
        self.used.add((candidate.document.id, candidate.place, candidate.part))
        self.taken[candidate.document.id] = self.taken.get(candidate.document.id, 0) + 1
        self.take(candidate, version.text)
        self.said.update(version.concepts)
        self.lines.append(version.concepts.keys())
        self.budget -= version.words

    def _is_used(self, candidate: Candidate) -> bool:
        """Whether the sentence, or what it is a part of, or a part of it, was taken."""
        id, place = candidate.document.id, candidate.place
        if candidate.part:
            return (id, place, candidate.part) in self.used or (id, place, 0) in self.used
        return any(taken[:2] == (id, place) for taken in self.used)

    def _worth(self, version: _Version) -> float:
        policy, candidate = self.policy, version.candidate
        concepts = version.concepts
        if any(_tells_again(concepts.keys(), line) for line in self.lines):
            return 0.0
        fresh = sum(weight * (policy.said_again if word in self.said else 1.0) for word, weight in concepts.items())
        if fresh / (sum(concepts.values()) + 1e-9) < policy.fresh_share:
            return 0.0
        return float(
            self.central(candidate) ** policy.report_power
            * version.prior
            * fresh
            / (version.words**policy.length_power)
            * min(1.0, policy.line_words / version.words)
            * policy.same_report ** self.taken.get(candidate.document.id, 0)
        )


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
    holds: Callable[[Candidate, str], bool] = lambda candidate, text: True,
) -> list[Choice]:
    """The sentences to print, within the words of the policy: the news of each report first, the newest report before the others.

    A report tells its own news in its first sentences, so each report about the story first gives one of those. The words
    that are left go to greedy cover: each step takes the sentence that adds most weight not yet said per word, so that a
    repeated fact is worth little and a new one much; each further sentence of one report is worth less than the last.
    Talk is left out while there is anything else.

    Args:
        rank: how new a candidate's report is, 0 to 1 for the newest.
        lead_words: words that naming its source in front will take.
        allowed: whether this wording stays within the verbatim limits, given what was chosen before.
        take: told of each wording chosen.
        central: how much a candidate's report is about the same as the others, 0 to 1 for the most central.
        holds: whether a wording, with its source, is supported; one that is not gives way to the next best.
    """
    title_words = set(stems(titles))
    versions = [
        _Version(c, t, weigher.concepts(t), _prior(c, t, title_words, rank(c), policy), word_count(t) + lead_words(c))
        for c in pool
        for t in c.texts
    ]
    facts = [version for version in versions if not substance.is_talk(version.text)] or versions
    state = _Choosing(policy, allowed, take, central, holds, policy.fact_words)
    kept_back = round(policy.fact_words * (1 - _LEADS_SHARE))
    reports = sorted({(-rank(v.candidate), v.candidate.document.id) for v in facts if central(v.candidate) >= _STRAY})
    for _, id in reports:
        found = _news_of([version for version in facts if version.candidate.document.id == id], state, kept_back)
        if found is not None and len(state.chosen) < policy.facts:
            state.add(*found)
    while len(state.chosen) < policy.facts:
        found = state.best(facts)
        if found is None:
            break
        state.add(*found)
    return state.chosen


def _tells_again(concepts: Set[str], line: Set[str]) -> bool:
    """Whether one printed line holds nearly all words of another and every number of it."""
    numbers = {word for word in concepts if word[:1].isdigit()}
    return numbers <= line and len(concepts & line) >= _SAME_FACT * len(concepts)


def _news_of(own: Sequence[_Version], state: _Choosing, kept_back: int) -> tuple[float, _Version] | None:
    """What a report itself tells as news: the first of its opening sentences that has something to tell."""
    for place in range(_LEAD_PLACES + 1):
        here = [v for v in own if v.candidate.place == place and substance.EVENT.search(v.text)]
        found = state.best(here, kept_back)
        if found is not None:
            return found
    return None


def _is_background(candidate: Candidate, text: str) -> bool:
    """Whether a sentence tells how things are and not what happened: a state, without a date of its own."""
    claims = candidate.read.claims
    return bool(claims) and all(
        c.modality is Modality.ONGOING and c.status is ClaimStatus.STATED and not c.dates for c in claims
    )


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
    value += policy.event_word if substance.EVENT.search(text) else 0.0
    number = substance.NUMBER.search(text)
    value += policy.money if substance.MONEY.search(text) else (policy.number if number else 0.0)
    value += policy.newness * rank
    value *= substance.worth(text, policy.rhetoric, policy.nameless)
    if _is_background(candidate, text):
        value *= policy.background
    if candidate.own_speaker and not number:
        value *= policy.opinion
    if not re.search(r"[A-Z]", text[1:]) and not number:
        value *= policy.nameless
    return value
