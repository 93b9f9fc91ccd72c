"""How a story grew: for each document after the first, what ties it to those before it, in words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from groundwire.language.tokens import words
from groundwire.records.policy import GroupingPolicy
from groundwire.records.source import Document
from groundwire.records.story import Update
from groundwire.stories.dates import day_number
from groundwire.stories.features import features
from groundwire.stories.names_in import names_in
from groundwire.stories.neighbours import Rows

# Characters of a body that hold more words than grouping compares.
HEAD = 8_000


def updates(documents: Sequence[Document], policy: GroupingPolicy) -> tuple[Update, ...]:
    """One update for each document after the first, tied to the earlier document that it is most like.

    Args:
        documents: of one story, in time order.
    """
    if len(documents) < 2:
        return ()
    rows = Rows([features(document, words(document.text[:HEAD]), policy) for document in documents])
    names = [names_in(document) for document in documents]
    found = []
    for index in range(1, len(documents)):
        alike = rows.dots(*rows.row(index), [rows.row(earlier) for earlier in range(index)])
        best = int(np.argmax(alike))
        likeness = min(1.0, max(0.0, float(alike[best])))
        reason = _reason(documents[best], documents[index], names[best] & names[index], likeness)
        found.append(Update(documents[index].id, reason, round(likeness, 4)))
    return tuple(found)


def _reason(earlier: Document, later: Document, shared: frozenset[str], likeness: float) -> str:
    """ "shares 3 names and 41 % of its telling words with the report of Paper of 2031-03-04; 2 days apart"."""
    count = len(shared)
    named = f"{count} {'name' if count == 1 else 'names'} and " if count else ""
    when = f" of {earlier.published.day}" if earlier.published else ""
    said = (
        f"shares {named}{round(100 * likeness)} % of its telling words with the report of {earlier.source.name}{when}"
    )
    a, b = day_number(earlier.published), day_number(later.published)
    if a is None or b is None:
        return f"{said}; no distance in time is known"
    apart = int(abs(b - a))
    return f"{said}; {'the same day' if not apart else '1 day apart' if apart == 1 else f'{apart} days apart'}"
