"""Reports in a language that is not judged go to the story whose names they hold, so that a reader sees them there."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.language.folding import fold
from groundwire.language.names import names
from groundwire.language.tokens import stem, words
from groundwire.language.weights import idf
from groundwire.records.policy import GroupingPolicy
from groundwire.records.source import Document
from groundwire.stories.dates import day_number

# Characters of a body where the names are that matter.
LEAD = 1_500


def attached(groups: Sequence[Sequence[int]], documents: Sequence[Document], policy: GroupingPolicy) -> list[list[int]]:
    """The groups, with each group of unjudged reports alone joined to the one that shares most names with it.

    A report joins when the names it shares weigh at least `foreign_at` (in units of inverse document frequency), at least two of
    them, and its date is within the window. One that fits nowhere stays a story of its own.
    """
    judged = [list(group) for group in groups if any(documents[i].judged for i in group)]
    alone = [list(group) for group in groups if not any(documents[i].judged for i in group)]
    if not judged or not alone:
        return sorted([*judged, *alone])
    known = [_names(group, documents) for group in judged]
    found = [list(group) for group in judged]
    for group in alone:
        text = f" {' '.join(words(' '.join(documents[i].title + ' ' + documents[i].text[:LEAD] for i in group)))} "
        weights = [
            _shared(own, text) if _near(group, judged[at], documents, policy) else 0.0 for at, own in enumerate(known)
        ]
        best = max(range(len(judged)), key=lambda at: weights[at])
        if weights[best] >= policy.foreign_at:
            found[best].extend(group)
        else:
            found.append(group)
    return sorted(sorted(group) for group in found)


def _names(group: Sequence[int], documents: Sequence[Document]) -> dict[str, float]:
    """Names of a story's English reports, folded, with how telling their words are in all."""
    found: dict[str, float] = {}
    for i in group:
        if documents[i].judged:
            for name in names(documents[i].title + ".\n" + documents[i].text[:LEAD]):
                # "Governor Aline Moreau" stands elsewhere as "la gouverneure Aline Moreau": the last two words are tried.
                parts = [word for word in words(name) if len(word) > 2][-2:]
                if parts:
                    found[fold(" ".join(parts))] = sum(idf(stem(word)) for word in parts)
    return found


def _shared(known: dict[str, float], text: str) -> float:
    """Weight of the names that stand in a text as whole words; 0 when it is fewer than two."""
    held = [weight for name, weight in known.items() if f" {name} " in text]
    return sum(held) if len(held) > 1 else 0.0


def _near(group: Sequence[int], other: Sequence[int], documents: Sequence[Document], policy: GroupingPolicy) -> bool:
    days = [day_number(documents[i].published) for i in group]
    others = [day_number(documents[i].published) for i in other]
    pairs = [abs(a - b) for a in days for b in others if a is not None and b is not None]
    return not pairs or min(pairs) <= policy.window_days
