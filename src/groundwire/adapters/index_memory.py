"""Finds the passages of a set of documents that speak to a statement, in memory.

The score of a passage depends on the passage, its document and the statement alone: no weight is taken from the other
documents, so that an added irrelevant document cannot change a verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from groundwire.language.kinship import kin
from groundwire.records.claim import ReadDocument
from groundwire.records.source import Document, Passage
from groundwire.verdicts.wording import Word, wording

Matrix = NDArray[np.float64]
Places = NDArray[np.int64]

NAME_WEIGHT = 1.3
NUMBER_WEIGHT = 1.2
# A second sentence must earn its place: below 0.04 almost every passage grew to two sentences.
PAIR_COST = 0.04
# What the rest of the document says of the statement, so that of two equal sentences the one in the right report wins.
DOCUMENT_SHARE = 0.12
# How much a further passage is worth for what the earlier ones do not hold, against what it holds by itself.
NOVELTY = 0.5


class MemoryIndex:
    """A PassageIndex over read documents; titles are never evidence, nor is a language that is not judged."""

    def __init__(self, read: Sequence[ReadDocument]) -> None:
        self._documents: list[Document] = []
        self._spans: list[tuple[int, int, int]] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        for one in read:
            if one.document.judged:
                self._add(one)
        count = len(self._spans)
        self._postings_at = {root: np.unique(np.array(rows)) for root, rows in self._postings.items()}
        self._home = np.array([span[0] for span in self._spans], dtype=np.int64)
        self._follows = np.zeros(count, dtype=bool)
        for i in range(1, count):
            self._follows[i] = self._home[i] == self._home[i - 1]
        # What does not depend on the statement is made once: every sentence, and every sentence with the one before it.
        self._second = np.flatnonzero(self._follows)
        self._first = np.concatenate([np.arange(count), self._second - 1])
        self._last = np.concatenate([np.arange(count), self._second])
        self._inside = [np.flatnonzero(self._home == home) for home in range(len(self._documents))]

    def _add(self, read: ReadDocument) -> None:
        home = len(self._documents)
        self._documents.append(read.document)
        for sentence in read.sentences:
            place = sentence.sentence
            if not place.text.strip():
                continue
            row = len(self._spans)
            self._spans.append((home, place.start, place.end))
            for word in wording(place.text):
                self._postings[word.root].append(row)

    def search(self, text: str, limit: int) -> Sequence[tuple[Passage, float]]:
        """At most `limit` passages with a score in [0, 1], best first; a passage is one or two whole sentences.

        The first passage is the one that holds most of the statement; each next one is chosen for what it holds and
        for what it adds.
        """
        asked = distinct(wording(text))
        if not asked or not self._spans or limit < 1:
            return ()
        weights = np.array([weight_of(word) for word in asked])
        hits = self._hits(asked)
        held = np.hstack([hits, np.maximum(hits[:, self._second - 1], hits[:, self._second])])
        total = float(weights.sum()) or 1.0
        own = weights @ held / total
        home = self._document_cover(hits, weights, total)[self._first]
        scores = own * (1 - DOCUMENT_SHARE) + home * DOCUMENT_SHARE * (own > 0)
        costs = PAIR_COST * (self._last - self._first)
        chosen = _choose(scores, costs, held, weights / total, (self._first, self._last), limit)
        found = [(self._passage(self._first[i], self._last[i]), float(min(1.0, max(0.0, scores[i])))) for i in chosen]
        return tuple(sorted(found, key=lambda item: (-item[1], item[0].document, item[0].start)))

    def _hits(self, asked: Sequence[Word]) -> Matrix:
        """How far each sentence holds each asked word, in [0, 1], shape (words, sentences)."""
        hits = np.zeros((len(asked), len(self._spans)))
        for i, word in enumerate(asked):
            for root, bond in kin(word.root).items():
                at = self._postings_at.get(root)
                if at is not None:
                    hits[i, at] = np.maximum(hits[i, at], bond)
            at = self._postings_at.get(word.root)
            if at is not None:
                hits[i, at] = 1.0
        return hits

    def _document_cover(self, hits: Matrix, weights: Matrix, total: float) -> Matrix:
        """How much of the statement the whole document of each sentence holds, in [0, 1], one a sentence."""
        cover = np.zeros(len(self._spans))
        for mine in self._inside:
            if mine.size:
                cover[mine] = float(weights @ hits[:, mine].max(axis=1)) / total
        return cover

    def _passage(self, first: int, last: int) -> Passage:
        home, start, _ = self._spans[first]
        end = self._spans[last][2]
        document = self._documents[home]
        return Passage(document.id, start, end, document.text[start:end])


def _choose(
    scores: Matrix, costs: Matrix, held: Matrix, shares: Matrix, spans: tuple[Places, Places], limit: int
) -> list[int]:
    """Candidates in the order they are taken: no sentence twice, nothing without a hit."""
    free = scores > 0
    covered = np.zeros(held.shape[0])
    chosen: list[int] = []
    first, last = spans
    while len(chosen) < limit and free.any():
        gain = shares @ np.maximum(held - covered[:, None], 0.0)
        worth = scores - costs if not chosen else (1 - NOVELTY) * scores + NOVELTY * gain - costs
        best = int(np.argmax(np.where(free, worth, -1.0)))
        chosen.append(best)
        covered = np.maximum(covered, held[:, best])
        free &= (last < first[best]) | (first > last[best])
    return chosen


def distinct(words: Sequence[Word]) -> list[Word]:
    """The words without repetition of a root, in order."""
    return list({word.root: word for word in reversed(words)}.values())[::-1]


def weight_of(word: Word) -> float:
    """How telling a word is: its idf, names and numbers weighted up."""
    if word.number is not None:
        return word.weight * NUMBER_WEIGHT
    return word.weight * NAME_WEIGHT if word.name else word.weight
