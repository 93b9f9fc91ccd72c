"""Word shingles of texts as numbers: what near-duplicates and text reuse are found by."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from groundwire.language.tokens import words

SHINGLE_WORDS = 5
# Odd 64-bit multipliers (from the fractional part of the golden ratio and SplitMix64); any odd ones would do.
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)

Hashes = NDArray[np.uint64]


def shingle_hashes(text: str) -> Hashes:
    """The distinct word shingles of a text as sorted 64-bit numbers; a shorter text is one shingle, an empty one none."""
    run = words(text)
    return shingles_of(np.fromiter((zlib.crc32(word.encode("utf-8")) for word in run), dtype=np.uint64, count=len(run)))


def shingles_of(numbers: Hashes, size: int = SHINGLE_WORDS) -> Hashes:
    """The same for the words of a text as numbers (CRC-32 of each), in order."""
    if not len(numbers):
        return numbers
    size = min(size, len(numbers))
    total = np.zeros(len(numbers) - size + 1, dtype=np.uint64)
    # Arithmetic on unsigned numbers wraps round: a polynomial rolling hash modulo 2**64.
    for offset in range(size):
        total = total * _STEP + numbers[offset : len(numbers) - size + 1 + offset] + np.uint64(1)
    total ^= total >> np.uint64(31)
    total *= _MIX
    total ^= total >> np.uint64(29)
    total.sort()
    distinct: Hashes = total[np.concatenate([[True], total[1:] != total[:-1]])]
    return distinct
