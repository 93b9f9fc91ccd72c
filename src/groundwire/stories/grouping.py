"""Groups documents into stories: each document joins the story it resembles, or opens a new one."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Sequence

import numpy as np

from groundwire.records.policy import GroupingPolicy
from groundwire.records.source import Document
from groundwire.records.story import Story, Update
from groundwire.stories.dates import order
from groundwire.stories.features import Features, Ids, Weights, features
from groundwire.stories.origins import origins
from groundwire.stories.slugs import slug

# Features of a document that are looked up to find its candidates, and how far back in each list.
LOOKUP_FEATURES = 16
LOOK_BACK = 64


def group(documents: Sequence[Document], policy: GroupingPolicy) -> tuple[Story, ...]:
    """The stories of some documents, oldest first; the order of the documents does not matter."""
    ordered = sorted({document.id: document for document in documents}.values(), key=order)
    seen = [features(document) for document in ordered]
    clusters = _clusters(seen, policy)
    return tuple(_story([ordered[i] for i in members], [seen[i] for i in members], policy) for members in clusters)


def one_story(documents: Sequence[Document], policy: GroupingPolicy) -> Story:
    """All documents as one story, because somebody who knows says so."""
    ordered = sorted({document.id: document for document in documents}.values(), key=order)
    return _story(ordered, [features(document) for document in ordered], policy)


def similarity(a: Features, b: Features) -> float:
    """How alike two documents are, in [0, 1]: cosine of their weighted features."""
    _, left, right = np.intersect1d(a.ids, b.ids, assume_unique=True, return_indices=True)
    return float(np.dot(a.weights[left], b.weights[right]))


def _story(documents: Sequence[Document], seen: Sequence[Features], policy: GroupingPolicy) -> Story:
    first = documents[0]
    story_id = hashlib.sha256(first.id.encode("utf-8")).hexdigest()[:16]
    updates = []
    for index in range(1, len(documents)):
        best = max(range(index), key=lambda earlier: similarity(seen[index], seen[earlier]))
        alike = similarity(seen[index], seen[best])
        updates.append(Update(documents[index].id, f"shares {round(100 * alike)} % of its telling words", alike))
    title = first.title or "Untitled"
    return Story(story_id, slug(title, story_id), title, tuple(documents), origins(documents, policy), tuple(updates))


def _clusters(seen: Sequence[Features], policy: GroupingPolicy) -> list[list[int]]:
    """Average-link clustering over the pairs that share telling features; members and clusters in order."""
    members = {i: [i] for i in range(len(seen))}
    sums: dict[int, tuple[Ids, Weights]] = {i: (item.ids, item.weights) for i, item in enumerate(seen)}
    heap: list[tuple[float, int, int]] = []
    near: dict[int, set[int]] = {i: set() for i in members}
    for i, j in _candidates(seen, policy):
        near[i].add(j)
        near[j].add(i)
        alike = _alike(sums[i], sums[j], 1)
        if alike >= policy.join_at:
            heapq.heappush(heap, (-alike, i, j))
    fresh = len(seen)
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        members[fresh] = sorted(members.pop(i) + members.pop(j))
        sums[fresh] = _add(sums.pop(i), sums.pop(j))
        around = (near.pop(i) | near.pop(j)) - {i, j}
        near[fresh] = set()
        for other in sorted(around):
            near[other].discard(i)
            near[other].discard(j)
            near[other].add(fresh)
            near[fresh].add(other)
            alike = _alike(sums[other], sums[fresh], len(members[other]) * len(members[fresh]))
            if alike >= policy.join_at:
                heapq.heappush(heap, (-alike, other, fresh))
        fresh += 1
    return sorted(members.values())


def _alike(a: tuple[Ids, Weights], b: tuple[Ids, Weights], pairs: int) -> float:
    _, left, right = np.intersect1d(a[0], b[0], assume_unique=True, return_indices=True)
    return float(np.dot(a[1][left], b[1][right])) / pairs


def _add(a: tuple[Ids, Weights], b: tuple[Ids, Weights]) -> tuple[Ids, Weights]:
    ids, places = np.unique(np.concatenate([a[0], b[0]]), return_inverse=True)
    return ids, np.bincount(places, weights=np.concatenate([a[1], b[1]])).astype(np.float32)


def _candidates(seen: Sequence[Features], policy: GroupingPolicy) -> list[tuple[int, int]]:
    """Pairs of documents that share a telling feature within the window."""
    lists: dict[int, list[int]] = {}
    found: set[tuple[int, int]] = set()
    for j, item in enumerate(seen):
        heaviest = item.ids[np.argsort(-item.weights, kind="stable")[:LOOKUP_FEATURES]]
        for number in heaviest.tolist():
            postings = lists.setdefault(number, [])
            for i in postings[-LOOK_BACK:]:
                apart = None if item.day is None or seen[i].day is None else abs(item.day - (seen[i].day or 0.0))
                if apart is None or apart <= policy.window_days:
                    found.add((i, j))
            postings.append(j)
    return sorted(found)
