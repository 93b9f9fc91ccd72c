"""The composer without a language model: takes facts from the sources' own sentences, attributes, orders and shortens them.

Nothing here states what no sentence states: a line is one sentence of one source, made self-contained and shorter, with its
source in front. Every line is verified afterwards like any drafted sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from groundwire.briefs import dating, substance
from groundwire.briefs.attributing import Attributor
from groundwire.briefs.candidates import Candidate, candidates, capitalised
from groundwire.briefs.choosing import Choice, Weigher, centrality, choose
from groundwire.briefs.differing import DraftDifference, differences
from groundwire.briefs.heading import headline_of, summary_text, title_of
from groundwire.language.tokens import stems, words
from groundwire.records.claim import ReadDocument
from groundwire.records.lens import Phrases
from groundwire.records.policy import Policy
from groundwire.records.source import Document
from groundwire.records.story import Story

# Sentences of a report that its title is held against.
_OPENING = 4
# Words that a headline of the newest report may have over its length before an older report leads.
_GRACE = 4
# A report less like the others than this (the most central is 1), or a fact with fewer of the story's own words, never leads.
_STRAY = 0.5
_LEAST_CORE, _ENOUGH_CORE = 2, 4
Runs = Callable[[Sequence[str], Sequence[str], int], list[int]]


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A sentence drafted for a brief, not yet verified.

    Args:
        cites: ids of the documents it is taken from, the most direct first.
        sources: their names as a reader would write them.
        place: running number of its sentence in the first of them; the summary and the facts know each other by it.
    """

    text: str
    cites: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    place: int = -1


@dataclass(frozen=True, slots=True)
class Composition:
    """What the composer offers: every line is still to be verified.

    Args:
        headlines: possible headlines, the preferred one first.
        summary: possible sentences for the summary, the preferred one first, without the one on what is not shown.
    """

    headlines: tuple[DraftLine, ...]
    summary: tuple[DraftLine, ...]
    facts: tuple[DraftLine, ...]
    differences: tuple[DraftDifference, ...] = ()


def compose(
    story: Story,
    read: Sequence[ReadDocument],
    policy: Policy,
    now: datetime,
    phrases: Phrases,
    runs: Runs | None = None,
    free: Callable[[Document], bool] | None = None,
    holds: Callable[[str], bool] | None = None,
) -> Composition:
    """Drafts a brief of a story from its documents.

    Args:
        read: the story's judged documents, read.
        now: the moment of the brief, which decides which dates need their year.
        runs: lengths of verbatim runs of (ours, theirs, least words); None to take no account of them.
        free: whether a document's licence lifts the limits on verbatim runs.
        holds: whether a line is supported as it would be printed; None to offer what the caller has yet to verify.
    """
    ordered = sorted(read, key=lambda one: (_published(one.document), one.document.id))
    everyone = [one.document for one in ordered]
    year = year_left_out(everyone, now)
    pool = _without_copies([c for one in ordered for c in candidates(one, year, everyone)])
    if not pool:
        return Composition((), (), ())
    newest = max((day for one in everyone if one.published and (day := dating.day(one.published.iso))), default=None)
    # A plan for a day that is past by the newest report is no news of today; its report's other facts are.
    pool = (
        [
            c
            for c in pool
            if (c.document.published and dating.day(c.document.published.iso) == newest)
            # A day without a year is of the year of its report.
            or not substance.overtaken(c.texts[-1], newest, int(_published(c.document)[:4] or now.year))
        ]
        or pool
    )
    names = capitalised(" ".join(document.text for document in everyone))
    days = sorted({_published(document) for document in everyone})
    newness = {
        document.id: days.index(_published(document)) / max(1, len(days) - 1) if len(days) > 1 else 1.0
        for document in everyone
    }
    central = centrality({document.id: f"{document.title} {document.text}" for document in everyone})
    attributor = Attributor(everyone, names, year)
    weigher = Weigher(_texts_by_origin(story, everyone), [c.raw for c in pool], policy.compose)
    limit, trial = _RunLimit(policy, runs, free), Attributor(everyone, names, year)
    chosen = choose(
        pool,
        weigher,
        " ".join(document.title for document in everyone),
        lambda candidate: newness[candidate.document.id],
        policy.compose,
        attributor.words_in_front,
        limit.allows,
        limit.take,
        lambda candidate: central[candidate.document.id],
        lambda candidate, text: holds is None or holds(trial.line(candidate, text, dated=False)),
    )
    newest_first = sorted(
        chosen,
        key=lambda choice: (
            -newness[choice.candidate.document.id],
            choice.candidate.document.id,
            choice.candidate.place,
        ),
    )
    leads = _leads(
        newest_first, newness, central, weigher.core([each.title for each in everyone], policy.compose.core_words)
    )
    heading = Attributor(everyone, names, year)
    facts = tuple(_line(each, attributor.line(each.candidate, each.text), pool, attributor) for each in newest_first)
    summary = tuple(_for_summary(each, heading) for each in leads)
    headlines = _headlines(leads, pool, everyone, heading, policy)
    apart = [
        each
        for each in differences(ordered, pool, heading)
        if all(limit.allows_line(text, cites[0]) for text, cites in each.sides)
    ]
    return Composition(headlines, summary, facts, tuple(apart))


def _published(document: Document) -> str:
    return document.published.iso if document.published else ""


def _texts_by_origin(story: Story, documents: Sequence[Document]) -> list[str]:
    """One text an origin, titles in front: forty copies weigh as much as one report."""
    by_id = {document.id: f"{document.title} {document.text}" for document in documents}
    groups = [[by_id.pop(id) for id in origin.documents if id in by_id][:1] for origin in story.origins]
    # Documents of one origin that differ (a firm's releases over a year) are still different reports of it.
    return [text for group in groups for text in group] + list(by_id.values())


def _without_copies(pool: Sequence[Candidate]) -> list[Candidate]:
    """Each sentence once, from the earliest report that has it."""
    seen: set[str] = set()
    kept = []
    for candidate in pool:
        key = f"{' '.join(words(candidate.raw))} {candidate.part}"
        if key not in seen:
            seen.add(key)
            kept.append(candidate)
    return kept


class _RunLimit:
    """Keeps the verbatim runs taken from each document within the policy."""

    def __init__(self, policy: Policy, runs: Runs | None, free: Callable[[Document], bool] | None) -> None:
        self._quotes = policy.quotes
        self._runs = runs
        self._free = free
        self._taken: dict[str, int] = {}
        self._words: dict[str, list[str]] = {}
        self._shingles: dict[str, set[tuple[str, ...]]] = {}
        self._cost: dict[tuple[str, str], list[int]] = {}

    def _lengths(self, candidate: Candidate, text: str) -> list[int]:
        if self._runs is None or (self._free is not None and self._free(candidate.document)):
            return []
        document = candidate.document
        size = self._quotes.run_from
        if document.id not in self._words:
            theirs = words(f"{document.title}\n{document.text}")
            self._words[document.id] = theirs
            self._shingles[document.id] = {tuple(theirs[i : i + size]) for i in range(len(theirs) - size + 1)}
        key = (document.id, text)
        if key not in self._cost:
            ours = words(text)
            known = self._shingles[document.id]
            shared = any(tuple(ours[i : i + size]) in known for i in range(len(ours) - size + 1))
            self._cost[key] = self._runs(ours, self._words[document.id], size) if shared else []
        return self._cost[key]

    def allows(self, candidate: Candidate, text: str) -> bool:
        """Whether this wording still fits."""
        lengths = self._lengths(candidate, text)
        if not lengths:
            return True
        longest = candidate.document.source.quote_limit or self._quotes.longest_run
        total = sum(lengths) + self._taken.get(candidate.document.id, 0)
        size = len(self._words[candidate.document.id])
        share = size > self._quotes.share_from and total > self._quotes.share * size
        return max(lengths) <= longest and total <= self._quotes.all_runs and not share

    def allows_line(self, text: str, document: str) -> bool:
        """Whether a line taken from one of the documents fits besides the facts."""
        theirs = self._words.get(document)
        if self._runs is None or theirs is None:
            return True
        lengths = self._runs(words(text), theirs, self._quotes.run_from)
        total = sum(lengths) + self._taken.get(document, 0)
        return max(lengths, default=0) <= self._quotes.longest_run and total <= self._quotes.all_runs

    def take(self, candidate: Candidate, text: str) -> None:
        """Counts a wording as used."""
        self._taken[candidate.document.id] = self._taken.get(candidate.document.id, 0) + sum(
            self._lengths(candidate, text)
        )


def _line(choice: Choice, text: str, pool: Sequence[Candidate], attributor: Attributor) -> DraftLine:
    """A chosen fact as a line, with the other reports that carry it among its citations."""
    own = choice.candidate.document
    concepts = set(stems(choice.text))
    numbers = set(re.findall(r"\d[\d.,]*\d|\d", choice.text))
    cites = [own]
    for other in pool:
        if other.document.id in {document.id for document in cites} or len(cites) > 3:
            continue
        theirs = set(stems(other.raw))
        if len(concepts & theirs) >= 0.75 * len(concepts) and numbers <= set(
            re.findall(r"\d[\d.,]*\d|\d", other.texts[0])
        ):
            cites.append(other.document)
    sources = tuple(attributor.speaker(document) for document in cites)
    return DraftLine(text, tuple(document.id for document in cites), sources, choice.candidate.place)


def _leads(
    newest_first: Sequence[Choice], newness: Mapping[str, float], central: Mapping[str, float], core: frozenset[str]
) -> list[Choice]:
    """The facts in the order in which they may lead: of reports that are about the story the newest first, and of one
    report the fact that speaks most of what the story is about."""

    def order(choice: Choice) -> tuple[bool, float, int, float]:
        document = choice.candidate.document.id
        about = len(core & set(stems(choice.text)))
        stray = central[document] < _STRAY or about < _LEAST_CORE
        early = _ENOUGH_CORE if choice.candidate.place == 0 else 1 if choice.candidate.place <= 2 else 0
        return stray, -newness[document], -(min(about, _ENOUGH_CORE) + early), -choice.worth

    return sorted(newest_first, key=order)


def _headlines(
    leads: Sequence[Choice],
    pool: Sequence[Candidate],
    everyone: Sequence[Document],
    heading: Attributor,
    policy: Policy,
) -> tuple[DraftLine, ...]:
    """Possible headlines in the order of what leads, those of the right length first: a report's title, then its fact."""
    most = policy.compose.headline_words
    offered: list[tuple[bool, bool, bool, DraftLine]] = []
    titled: set[str] = set()
    for each in leads:
        document = each.candidate.document
        texts = list(headline_of(each.candidate, heading, policy.compose))
        late = each.candidate.place > _OPENING
        # An older state must not lead because it is put in fewer words.
        older = document.id != leads[0].candidate.document.id
        if document.id not in titled:
            titled.add(document.id)
            opening = " ".join(c.raw for c in pool if c.document.id == document.id and c.place <= _OPENING)
            own = list(title_of(document, f"{opening} {each.candidate.raw}", everyone, policy.compose))
            texts, late = [*own, *texts], late and not own
        source = (heading.speaker(document),)
        for text in texts:
            size = len(text.split())
            offered.append((size > most + _GRACE, older or late, size > most, DraftLine(text, (document.id,), source)))
    return tuple(line for *_, line in sorted(offered, key=lambda item: item[:3]))


def _for_summary(choice: Choice, attributor: Attributor) -> DraftLine:
    """A fact as a sentence of the summary: dated, and shorter than below when it is long."""
    document = choice.candidate.document
    shown = attributor.line(choice.candidate, summary_text(choice.candidate, choice.text), dated=True)
    return DraftLine(shown, (document.id,), (attributor.speaker(document),), choice.candidate.place)


def year_left_out(documents: Sequence[Document], now: datetime) -> int:
    """The year that dates are told without: this one, and none (0) where the reports go back over a new year.

    "On 3 May" is clear in a story of this year; in one of five years it would be read as the last 3 May.
    """
    years = {_published(document)[:4] for document in documents} - {""}
    return now.year if years <= {str(now.year)} else 0
