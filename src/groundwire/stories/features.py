"""What grouping compares of a document: its telling words as a weighted vector, and its day.

No weight is taken from the folder: a word weighs what language/idf.tsv says, so an added document changes no other's
features. Words of names and numbers weigh more: two events of one kind differ in who, where and how many.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from groundwire.language.tokens import words
from groundwire.records.policy import GroupingPolicy
from groundwire.records.source import Document
from groundwire.stories.dates import day_number
from groundwire.stories.vocabulary import Vocabulary

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


def features(document: Document, body: Sequence[int], vocabulary: Vocabulary, policy: GroupingPolicy) -> Features:
    """The features of a document, from its title, its lead and the head of its body.

    A word weighs more the more often it stands there (logarithm), the rarer it is, and when it is a name or a number.

    Args:
        body: places in the vocabulary of the words of its text, in order, at least the first `policy.head_words` of them.
    """
    title = vocabulary.places(words(document.title))
    head = document.text[: policy.head_words * _CHARACTERS_A_WORD]
    names = {word.casefold().removesuffix("'s").removesuffix("’s") for word in set(_NAME_WORD.findall(head))}
    named = vocabulary.stems(vocabulary.places(sorted(names)))
    places = [*title, *body[: policy.head_words]]
    times = np.ones(len(places))
    times[: len(title) + policy.lead_words] += policy.lead_weight
    ids, firsts, which = np.unique(vocabulary.stems(places), return_index=True, return_inverse=True)
    counts = np.bincount(which, weights=times, minlength=len(ids))
    weights = vocabulary.weights([places[first] for first in firsts.tolist()], policy.number_weight)
    weights *= (1.0 + np.log(np.maximum(counts, 1.0))) * np.where(np.isin(ids, named), policy.name_weight, 1.0)
    heaviest = np.lexsort((ids, -weights))[: policy.features]
    heaviest = heaviest[weights[heaviest] > 0]
    kept = weights[heaviest]
    length = math.sqrt(float((kept * kept).sum())) or 1.0
    return Features(ids[heaviest], (kept / length).astype(np.float32), day_number(document.published))
