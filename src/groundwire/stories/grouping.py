"""Groups documents into stories: each document joins the story it resembles, or opens a new one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from groundwire.language.tokens import words
from groundwire.records.policy import GroupingPolicy
from groundwire.records.source import Document
from groundwire.records.story import Story
from groundwire.stories.clustering import clusters
from groundwire.stories.dates import order
from groundwire.stories.duplicates import PLACES, near_duplicates, signature
from groundwire.stories.features import Features, features
from groundwire.stories.foreign import attached
from groundwire.stories.origins import origins
from groundwire.stories.shingling import shingles_of
from groundwire.stories.slugs import slug
from groundwire.stories.updates import updates
from groundwire.stories.vocabulary import Vocabulary

# Characters of a body that are looked at: a copy shows itself, and a subject too, well before.
LOOKED_AT = 6_000


def group(documents: Sequence[Document], policy: GroupingPolicy) -> tuple[Story, ...]:
    """The stories of some documents, oldest first.

    The order of the documents does not matter; a document given twice counts once.
    """
    ordered = _in_order(documents)
    seen, signatures = _seen(ordered, policy)
    return tuple(
        _story([ordered[i] for i in members], [seen[i] for i in members], policy)
        for members in attached(_partition(seen, signatures, policy), ordered, policy)
    )


def one_story(documents: Sequence[Document], policy: GroupingPolicy) -> Story:
    """All documents as one story, because somebody who knows says so.

    Raises: ValueError when there are none.
    """
    if not documents:
        raise ValueError("a story needs at least one document")
    ordered = _in_order(documents)
    return _story(ordered, _seen(ordered, policy)[0], policy)


def partition(documents: Sequence[Document], policy: GroupingPolicy) -> list[list[Document]]:
    """The documents of each story and nothing else: what the figures of grouping are measured on."""
    ordered = _in_order(documents)
    return [[ordered[i] for i in members] for members in _partition(*_seen(ordered, policy), policy)]


def _seen(documents: Sequence[Document], policy: GroupingPolicy) -> tuple[list[Features], NDArray[np.uint32]]:
    """Features and signatures of the documents, in order."""
    vocabulary = Vocabulary()
    signatures = np.empty((len(documents), PLACES), dtype=np.uint32)
    seen = []
    for index, document in enumerate(documents):
        vocabulary.forget()
        body = vocabulary.places(words(document.text[:LOOKED_AT]))
        signatures[index] = signature(shingles_of(vocabulary.numbers(body)))
        seen.append(features(document, body, vocabulary, policy))
    return seen, signatures


def _partition(seen: Sequence[Features], signatures: NDArray[np.uint32], policy: GroupingPolicy) -> list[list[int]]:
    """The documents of each story, as indices in order.

    Copies of one text are one item while stories are sought: fifty copies must not make a story look so tight that
    a paper's own report of the event is kept out of it.
    """
    first = near_duplicates(signatures, [item.day for item in seen], policy)
    copies: dict[int, list[int]] = {}
    for index, leader in enumerate(first):
        copies.setdefault(leader, []).append(index)
    alone = sorted(copies)
    found = clusters([seen[index] for index in alone], policy)
    return sorted(sorted(copy for item in members for copy in copies[alone[item]]) for members in found)


def _in_order(documents: Sequence[Document]) -> list[Document]:
    return sorted({document.id: document for document in documents}.values(), key=order)


def _story(documents: Sequence[Document], seen: Sequence[Features], policy: GroupingPolicy) -> Story:
    """The record of a story; its title is that of its earliest document that has one, an English one if there is any."""
    story_id = hashlib.sha256(documents[0].id.encode("utf-8")).hexdigest()[:16]
    titled = [document for document in documents if document.title.strip()]
    title = next((document.title for document in sorted(titled, key=lambda item: not item.judged)), "Untitled")
    return Story(
        id=story_id,
        slug=slug(title, story_id),
        title=title,
        documents=tuple(documents),
        origins=origins(documents, policy),
        updates=updates(documents, seen),
    )
