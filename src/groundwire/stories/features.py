"""What grouping compares of a document: its telling words as a weighted vector, and its day.

No weight is taken from the folder: a word weighs what language/idf.tsv says, so an added document changes no other's
features. Words of names and numbers weigh more: two events of one kind differ in who, where and how many.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groundwire.language.tokens import FUNCTION_WORDS, stem, words
from groundwire.language.weights import idf
from groundwire.records.policy import GroupingPolicy
from groundwire.records.source import Document
from groundwire.stories.dates import day_number

Ids = NDArray[np.uint32]
Weights = NDArray[np.float32]

# A capitalised word that does not open a sentence, a line or a quotation: part of a name. Linear: one class, no nesting.
_NAME_WORD = re.compile(r"(?<=[\w,;)] )[A-Z][\w’']+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Features:
    """One document as grouping sees it.

    Args:
        ids: distinct feature numbers (CRC-32 of the stem), heaviest first.
        weights: same shape; a vector of length 1, or empty when the document has no words.
        day: days since year 1, None when unknown.
    """

    ids: Ids
    weights: Weights
    day: float | None


def features(document: Document, policy: GroupingPolicy) -> Features:
    """The features of a document, from its title, its lead and the head of its body."""
    weighed = weighed_stems(document, policy)
    heaviest = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[: policy.features]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    ids, weights = [], []
    seen = set()
    for name, weight in heaviest:
        number = zlib.crc32(name.encode("utf-8"))
        # Two stems with one number are rarer than one document in 10,000; the lighter one is left out.
        if number not in seen:
            seen.add(number)
            ids.append(number)
            weights.append(weight / length)
    return Features(np.array(ids, dtype=np.uint32), np.array(weights, dtype=np.float32), day_number(document.published))


def weighed_stems(document: Document, policy: GroupingPolicy) -> dict[str, float]:
    """Each stem of a document with its weight: how often it stands there, how rare it is, whether it is a name or number."""
    head = document.text[: policy.head_characters]
    lead = document.title + "\n" + head[: policy.lead_characters]
    counts: dict[str, float] = {}
    for word, times in Counter(words(document.title + "\n" + head)).items():
        if word not in FUNCTION_WORDS:
            counts[stem(word)] = counts.get(stem(word), 0.0) + times
    for word, again in Counter(words(lead)).items():
        if word not in FUNCTION_WORDS:
            counts[stem(word)] = counts.get(stem(word), 0.0) + again * policy.lead_weight
    named = {stem(word.casefold().removesuffix("'s").removesuffix("’s")) for word in _NAME_WORD.findall(head)}
    weighed = {}
    for found, total in counts.items():
        factor = policy.number_weight if found[:1].isdigit() else policy.name_weight if found in named else 1.0
        weighed[found] = (1.0 + math.log(total)) * idf(found) * factor
    return weighed
