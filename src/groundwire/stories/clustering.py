"""Puts documents together, the most alike first, until no two groups are alike enough to be one story.

The likeness of two groups is the mean likeness of their documents (average link), measured against how alike each group
is inside: two events of one kind are far less alike than the reports of either, even when they share most words.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from groundwire.records.policy import GroupingPolicy
from groundwire.stories.features import Features, Weights
from groundwire.stories.neighbours import Ints, Rows, neighbours, time_factor


@dataclass(slots=True)
class _Group:
    """Documents that are one story so far.

    Args:
        ids, weights: the sum of their vectors.
        within: sum of likenesses over its pairs of documents.
        first, last: the days it spans, None when no date is known.
        near: numbers of groups that hold a neighbour of one of its documents.
    """

    members: list[int]
    ids: Ints
    weights: Weights
    within: float
    first: float | None
    last: float | None
    near: set[int]

    def tightness(self, policy: GroupingPolicy) -> float:
        """Mean likeness of its documents, drawn towards what is assumed of a small group."""
        pairs = len(self.members) * (len(self.members) - 1) / 2
        return (policy.loose * policy.loose_pairs + self.within) / (policy.loose_pairs + pairs)


def clusters(seen: Sequence[Features], policy: GroupingPolicy) -> list[list[int]]:
    """The documents as groups of indices, each and all in time order.

    Args:
        seen: features in time order.
    """
    rows = Rows(seen)
    groups = {
        index: _Group([index], *rows.row(index), 0.0, item.day, item.day, set()) for index, item in enumerate(seen)
    }
    for earlier, later in neighbours(seen, rows, policy):
        groups[earlier].near.add(later)
        groups[later].near.add(earlier)
    queue: list[tuple[float, int, int]] = []
    for index in range(len(seen)):
        _offer(queue, groups, rows, index, (other for other in groups[index].near if other < index), policy)
    number = len(seen)
    while queue:
        _, a, b = heapq.heappop(queue)
        if a not in groups or b not in groups:
            continue
        groups[number] = _merged(groups.pop(a), groups.pop(b), a, b, rows)
        for other in groups[number].near:
            groups[other].near -= {a, b}
            groups[other].near.add(number)
        _offer(queue, groups, rows, number, groups[number].near, policy)
        number += 1
    return sorted(group.members for group in groups.values())


def _offer(
    queue: list[tuple[float, int, int]],
    groups: dict[int, _Group],
    rows: Rows,
    number: int,
    others: Iterable[int],
    policy: GroupingPolicy,
) -> None:
    """Queues the joins of a group with its neighbours that are alike enough."""
    group = groups[number]
    near = sorted(others)
    sums = rows.dots(group.ids, group.weights, [(groups[other].ids, groups[other].weights) for other in near])
    inside = group.tightness(policy)
    for other, total in zip(near, sums.tolist(), strict=True):
        against = groups[other]
        mean = total / (len(group.members) * len(against.members))
        relative = (inside * against.tightness(policy)) ** 0.5 / policy.loose
        alike = mean / relative**policy.tightness * time_factor(_apart(group, against), policy)
        if alike >= policy.join_at:
            heapq.heappush(queue, (-alike, other, number))


def _merged(left: _Group, right: _Group, a: int, b: int, rows: Rows) -> _Group:
    """Two groups as one."""
    across = float(rows.dots(left.ids, left.weights, [(right.ids, right.weights)])[0])
    ids, places = np.unique(np.concatenate([left.ids, right.ids]), return_inverse=True)
    weights = np.bincount(places, weights=np.concatenate([left.weights, right.weights])).astype(np.float32)
    days = [day for day in (left.first, left.last, right.first, right.last) if day is not None]
    return _Group(
        members=sorted(left.members + right.members),
        ids=ids,
        weights=weights,
        within=left.within + right.within + across,
        first=min(days, default=None),
        last=max(days, default=None),
        near=(left.near | right.near) - {a, b},
    )


def _apart(a: _Group, b: _Group) -> float | None:
    """Days between the end of one and the start of the other, 0 when they overlap, None when a date is unknown."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    return max(0.0, a.first - b.last, b.first - a.last)
