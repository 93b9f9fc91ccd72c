"""Which story a text is about."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.language.tokens import stems
from groundwire.language.weights import idf
from groundwire.records.story import Story


def nearest(text: str, stories: Sequence[Story], least: float) -> Story | None:
    """The story whose documents hold most of what is telling in a text, or None when all hold less than `least` of it.

    Args:
        least: share in [0, 1] of the text's words, weighted by how telling they are.
    """
    words = set(stems(text))
    total = sum(map(idf, sorted(words)))
    if not total:
        return None

    def share(story: Story) -> float:
        held = {stem for document in story.documents for stem in stems(f"{document.title}\n{document.text}")}
        return sum(map(idf, sorted(words & held))) / total

    shares = [(share(story), story.id, story) for story in stories]
    best = max(shares, key=lambda item: item[:2], default=None)
    return best[2] if best is not None and best[0] >= least else None
