"""Finds bodies that are one text, whatever their number, by MinHash over word shingles.

The signature of a text is the least of many hashes of its shingles; two texts agree in as large a share of places as
they have shingles in common (Broder, 1997). Signatures are cut into bands, and only texts that agree in a whole band
are compared, so the work grows with the number of texts and not with that of pairs.

Written on numpy arrays and not with datasketch: the same method, but one vectorised step a document instead of a
Python object a shingle and a permutation (docs/decisions/0015-grouping-on-arrays.md has the figures).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from groundwire.records.policy import GroupingPolicy
from groundwire.stories.shingling import Hashes

# 96 places: the estimate of a share of 0.7 is right within 0.05 (one standard deviation).
# 24 bands of 4: a pair that shares 0.7 is looked at with probability 0.998, one that shares 0.3 with 0.18.
PLACES = 96
BAND = 4
# Texts of fewer shingles than this are too short to be called copies.
LEAST_SHINGLES = 12

Signature = NDArray[np.uint32]
_EMPTY = np.uint32(0xFFFFFFFF)


def _multipliers() -> NDArray[np.uint64]:
    """Odd 64-bit multipliers, one a place: the SplitMix64 sequence from zero (Steele and others, 2014)."""
    found = []
    state = 0
    mask = (1 << 64) - 1
    for _ in range(PLACES):
        state = (state + 0x9E3779B97F4A7C15) & mask
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        found.append((mixed ^ (mixed >> 31)) | 1)
    return np.array(found, dtype=np.uint64)


_MULTIPLIERS = _multipliers()


def signature(hashes: Hashes) -> Signature:
    """The MinHash signature of a set of shingles: shape (PLACES,); all ones when there are too few to tell."""
    if len(hashes) < LEAST_SHINGLES:
        return np.full(PLACES, _EMPTY, dtype=np.uint32)
    least = np.full(PLACES, 0xFFFFFFFFFFFFFFFF, dtype=np.uint64)
    # In blocks, so that a long text does not ask for megabytes at once.
    for start in range(0, len(hashes), 1024):
        spread = hashes[start : start + 1024, None] * _MULTIPLIERS[None, :]
        least = np.minimum(least, spread.min(axis=0))
    return (least >> np.uint64(32)).astype(np.uint32)


def shared_share(a: Signature, b: Signature) -> float:
    """The share of shingles that two texts have in common, estimated from their signatures, in [0, 1]."""
    return float(np.count_nonzero(a == b)) / PLACES


def near_duplicates(signatures: NDArray[np.uint32], days: Sequence[float | None], policy: GroupingPolicy) -> list[int]:
    """For each document the index of the first one in its set of near-duplicates, its own when it has none.

    A pair counts only within the window: a statement that is issued in the same words every month is a new one.

    Args:
        signatures: shape (documents, PLACES), in time order; a row of all ones is a text too short to be a copy.
        days: days since year 1, None when unknown.
    """
    long_enough = np.flatnonzero((signatures != _EMPTY).any(axis=1)).tolist()
    first = list(range(len(signatures)))
    for band in range(PLACES // BAND):
        # The four places of a band as one key of 16 bytes.
        keys = np.ascontiguousarray(signatures[:, band * BAND : (band + 1) * BAND]).view("V16").ravel()
        buckets: dict[bytes, int] = {}
        for index in long_enough:
            key = keys[index].tobytes()
            earlier = buckets.setdefault(key, index)
            if earlier != index and _same(signatures, days, earlier, index, policy):
                _join(first, earlier, index)
            else:
                # Too far in time or another text: from here on, what follows is compared with this one.
                buckets[key] = index
    return [_find(first, index) for index in range(len(signatures))]


def _same(signatures: NDArray[np.uint32], days: Sequence[float | None], a: int, b: int, policy: GroupingPolicy) -> bool:
    left, right = days[a], days[b]
    if left is not None and right is not None and abs(left - right) > policy.window_days:
        return False
    return shared_share(signatures[a], signatures[b]) >= policy.near_duplicate_at


def _find(first: list[int], index: int) -> int:
    while first[index] != index:
        first[index] = first[first[index]]
        index = first[index]
    return index


def _join(first: list[int], a: int, b: int) -> None:
    low, high = sorted((_find(first, a), _find(first, b)))
    first[high] = low
