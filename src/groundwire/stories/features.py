"""What grouping compares of a document: its telling words and names as weighted features, its numbers, its day.

No weight is taken from the folder: a word weighs what language/idf.tsv says, so an added document changes no other's features.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groundwire.language.tokens import stems
from groundwire.language.weights import idf
from groundwire.records.source import Document
from groundwire.stories.dates import day_number

# Words of a document that are looked at: what comes later in a long text is seldom what it is about.
BODY_CHARACTERS = 4000
LEAD_CHARACTERS = 400
# Features kept for a document, heaviest first: bounds memory at 8 bytes each.
MOST_FEATURES = 120

Ids = NDArray[np.uint32]
Weights = NDArray[np.float32]

_CAPITALISED = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4}", re.UNICODE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Features:
    """One document as grouping sees it.

    Args:
        ids: sorted feature numbers (CRC-32 of the feature's name).
        weights: same shape, length 1 as a vector.
        names: folded proper names.
        day: days since year 1, None when unknown.
    """

    ids: Ids
    weights: Weights
    names: frozenset[str]
    day: float | None


def features(document: Document) -> Features:
    """The features of a document, from its title, its lead (counted twice) and the head of its body."""
    body = document.text[:BODY_CHARACTERS]
    counts = Counter(stems(body))
    counts.update(stems(document.title))
    counts.update(stems(document.title + "\n" + body[:LEAD_CHARACTERS]))
    weighed = {stem: (1.0 + math.log(count)) * idf(stem) for stem, count in counts.items()}
    found = frozenset(match.group(0) for match in _CAPITALISED.finditer(body))
    heaviest = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:MOST_FEATURES]
    ids, weights = vector(dict(heaviest))
    return Features(ids, weights, found, day_number(document.published))


def vector(weighed: dict[str, float]) -> tuple[Ids, Weights]:
    """Named weights as sorted numbers and a vector of length 1 (of length 0 when there are none)."""
    numbered: dict[int, float] = {}
    for name, weight in weighed.items():
        number = zlib.crc32(name.encode("utf-8"))
        numbered[number] = numbered.get(number, 0.0) + weight
    ids = np.array(sorted(numbered), dtype=np.uint32)
    weights = np.array([numbered[int(number)] for number in ids], dtype=np.float64)
    length = float(np.sqrt((weights * weights).sum()))
    return ids, (weights / length if length else weights).astype(np.float32)
