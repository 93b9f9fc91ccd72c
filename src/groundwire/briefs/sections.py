"""The parts of a brief that are not facts: analysis from the lens, the sentence on what is not shown, notes."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.records.brief import Line
from groundwire.records.lens import Lens, Limit, Phrases
from groundwire.records.story import Story

_ITEMS = 3


def analysis(lens: Lens | None) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]]:
    """Market, policy and builder lines of a lens, each marked as analysis; nothing without a lens."""
    if lens is None:
        return (), (), ()
    market, policy, builders = (
        tuple(Line(text, analysis=True) for text in texts)
        for texts in (lens.why_it_matters, lens.policy_link, lens.builders)
    )
    return market, policy, builders


def not_shown(limits: Sequence[Limit], phrases: Phrases) -> str:
    """The summary's sentence on what the record does not show, "" when nothing is open."""
    items = [limit.text.rstrip(".") for limit in limits if not limit.filled][:_ITEMS]
    if not items:
        return ""
    joined = items[0] if len(items) == 1 else f"{', '.join(items[:-1])} or {items[-1]}"
    return phrases.say("summary.not_shown", items=joined)


def notes(story: Story, phrases: Phrases) -> tuple[str, ...]:
    """Plain sentences for the disclosure: which documents were not judged or arrived damaged."""
    found = []
    for document in story.documents:
        if not document.judged:
            found.append(f"{document.source.name}: {phrases.say('notes.not_judged', language=document.language)}.")
        elif "damaged" in document.flags:
            found.append(f"{document.source.name}: {phrases.say('notes.damaged')}")
    return tuple(found)
