"""How a story grew: for each document after the first, what ties it to those before it, in words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from groundwire.language.names import names, same_name
from groundwire.records.source import Document
from groundwire.records.story import Update
from groundwire.stories.dates import day_number
from groundwire.stories.features import Features
from groundwire.stories.neighbours import Rows

# Characters of a body where the names are that matter.
LEAD = 600
# How many documents before it one is compared with: bounds the work on a story of thousands.
LOOK_BACK = 100


def updates(documents: Sequence[Document], seen: Sequence[Features]) -> tuple[Update, ...]:
    """One update for each document after the first, tied to the earlier document that it is most like.

    Args:
        documents: of one story, in time order.
        seen: their features.
    """
    if len(documents) < 2:
        return ()
    rows = Rows(seen)
    leads = [names(document.title + "\n" + document.text[:LEAD]) for document in documents]
    found = []
    for index in range(1, len(documents)):
        before = range(max(0, index - LOOK_BACK), index)
        alike = rows.dots(*rows.row(index), [rows.row(earlier) for earlier in before])
        best = before[int(np.argmax(alike))]
        likeness = min(1.0, max(0.0, float(alike.max())))
        shared = sum(any(same_name(name, other) for other in leads[best]) for name in leads[index])
        reason = _reason(documents[best], documents[index], shared, likeness)
        found.append(Update(documents[index].id, reason, round(likeness, 4)))
    return tuple(found)


def _reason(earlier: Document, later: Document, shared: int, likeness: float) -> str:
    """ "shares 3 names and 41 % of its telling words with the report of Paper of 2031-03-04; 2 days apart"."""
    named = f"{shared} {'name' if shared == 1 else 'names'} and " if shared else ""
    when = f" of {earlier.published.day}" if earlier.published else ""
    said = (
        f"shares {named}{round(100 * likeness)} % of its telling words with the report of {earlier.source.name}{when}"
    )
    a, b = day_number(earlier.published), day_number(later.published)
    if a is None or b is None:
        return f"{said}; no distance in time is known"
    apart = int(abs(b - a))
    return f"{said}; {'the same day' if not apart else '1 day apart' if apart == 1 else f'{apart} days apart'}"
