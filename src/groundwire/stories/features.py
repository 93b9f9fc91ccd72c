"""What grouping compares of a document: its telling words as a weighted vector, and its day.

No weight is taken from the folder: a word weighs what language/idf.tsv says, so an added document changes no other's
features. Words of names and numbers weigh more: two events of one kind differ in who, where and how many.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

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

# English prose has about six characters a word, the space included.
_CHARACTERS_A_WORD = 6


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


def features(document: Document, body: Sequence[str], policy: GroupingPolicy) -> Features:
    """The features of a document, from its title, its lead and the head of its body.

    Args:
        body: the words of its text, in order, at least the first `policy.head_words` of them.
    """
    weighed = weighed_stems(document, body, policy)
    heaviest = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[: policy.features]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    # Two stems with one number are rarer than one document in 10,000; the lighter one is left out.
    numbered: dict[int, float] = {}
    for name, weight in heaviest:
        numbered.setdefault(zlib.crc32(name.encode("utf-8")), weight / length)
    return Features(
        np.array(list(numbered), dtype=np.uint32),
        np.array(list(numbered.values()), dtype=np.float32),
        day_number(document.published),
    )


def weighed_stems(document: Document, body: Sequence[str], policy: GroupingPolicy) -> dict[str, float]:
    """Each stem of a document with its weight: how often it stands there, how rare it is, whether it is a name or number."""
    title = words(document.title)
    counts: dict[str, float] = dict(Counter(title + list(body[: policy.head_words])))
    for word in chain(title, body[: policy.lead_words]):
        counts[word] += policy.lead_weight
    total: dict[str, float] = {}
    for word, times in counts.items():
        if word not in FUNCTION_WORDS:
            root = stem(word)
            total[root] = total.get(root, 0.0) + times
    head = document.text[: policy.head_words * _CHARACTERS_A_WORD]
    named = {stem(word.casefold().removesuffix("'s").removesuffix("’s")) for word in set(_NAME_WORD.findall(head))}
    weighed = {}
    for root, times in total.items():
        factor = policy.number_weight if root[:1].isdigit() else policy.name_weight if root in named else 1.0
        weighed[root] = (1.0 + math.log(times)) * idf(root) * factor
    return weighed
