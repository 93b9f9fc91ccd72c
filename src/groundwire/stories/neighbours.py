"""Finds for each document the earlier ones that may tell of the same event, without comparing all pairs.

An inverted index over the heaviest words: a document looks back along the lists of its own, nearest first, and no
list is followed further than a fixed number of steps, so the work grows with the number of documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from groundwire.records.policy import GroupingPolicy
from groundwire.stories.features import Features, Weights

Ints = NDArray[np.int32]


class Rows:
    """Sparse vectors side by side in three arrays, and dot products of one with many of them."""

    def __init__(self, seen: Sequence[Features]) -> None:
        sizes = [len(item.ids) for item in seen]
        self.starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        vocabulary = np.unique(np.concatenate([item.ids for item in seen])) if seen else np.empty(0, dtype=np.uint32)
        # Filled document by document: the same in one step takes three times the memory at its peak.
        self.ids: Ints = np.empty(int(self.starts[-1]), dtype=np.int32)
        for index, item in enumerate(seen):
            self.ids[self.starts[index] : self.starts[index + 1]] = np.searchsorted(vocabulary, item.ids)
        self.weights: Weights = (
            np.concatenate([item.weights for item in seen]) if seen else np.empty(0, dtype=np.float32)
        )
        # One number a word of the folder: a vector is laid out here, read, and wiped again.
        self.board = np.zeros(len(vocabulary) + 1, dtype=np.float32)

    def row(self, index: int) -> tuple[Ints, Weights]:
        """Feature numbers, from 0, and weights of one document, heaviest first."""
        part = slice(self.starts[index], self.starts[index + 1])
        return self.ids[part], self.weights[part]

    def dots(self, ids: Ints, weights: Weights, others: Sequence[tuple[Ints, Weights]]) -> NDArray[np.float64]:
        """The dot product of one vector with each of some others."""
        lengths = np.array([len(other[0]) for other in others], dtype=np.int64)
        result = np.zeros(len(others))
        filled = np.flatnonzero(lengths)
        if not len(filled):
            return result
        self.board[ids] = weights
        products = self.board[np.concatenate([other[0] for other in others])]
        products *= np.concatenate([other[1] for other in others])
        ends = np.cumsum(lengths[filled])
        result[filled] = np.add.reduceat(products, np.concatenate([[0], ends[:-1]]))
        self.board[ids] = 0.0
        return result


def time_factor(days_apart: float | None, policy: GroupingPolicy) -> float:
    """What distance in time leaves of a likeness, in [time_floor, 1]: all of it inside the window or when a date is unknown."""
    if days_apart is None or days_apart <= policy.window_days:
        return 1.0
    past = (days_apart - policy.window_days) / policy.time_half_life_days
    return float(policy.time_floor + (1.0 - policy.time_floor) * 0.5**past)


def neighbours(seen: Sequence[Features], rows: Rows, policy: GroupingPolicy) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of documents that are alike enough to be thought of together.

    Args:
        seen: in time order.
    """
    lists: dict[int, list[int]] = {}
    for later in range(len(seen)):
        ids, weights = rows.row(later)
        lookups = ids[: policy.lookup_features].tolist()
        looked_at = list(chain.from_iterable(lists.get(number, ())[-policy.look_back :] for number in lookups))
        for number in lookups:
            lists.setdefault(number, []).append(later)
        if not looked_at:
            continue
        candidates, times = np.unique(np.array(looked_at, dtype=np.int32), return_counts=True)
        candidates = candidates[times >= policy.lookup_shared]
        alike = rows.dots(ids, weights, [rows.row(earlier) for earlier in candidates.tolist()])
        order = np.argsort(-alike, kind="stable")[: policy.nearest]
        yield from ((int(candidates[i]), later) for i in order.tolist() if alike[i] >= policy.near_at)
