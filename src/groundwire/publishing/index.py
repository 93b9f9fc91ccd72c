"""The front page: stories, not posts, with where each stands and when it is looked at again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.publishing.rendering import POLICY
from groundwire.publishing.rendering import render as _render
from groundwire.publishing.view import TickView, view
from groundwire.publishing.wording import count
from groundwire.records.gate import Outcome
from groundwire.records.publication import Publication

OUTCOMES = {Outcome.APPROVE: "published", Outcome.HOLD: "held", Outcome.REJECT: "rejected"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One story of the front page.

    Args:
        href: way from the index to the brief ("slug/brief.html").
        sources: "5 sources, 3 independent origins".
        taken_out: number of drafted claims that did not pass.
        order: instant it was last checked, in ISO form.
        outcome: "published", "held" or "rejected"; shown at the desk alone.
    """

    href: str
    section: str
    status: str
    state: str
    updates: str
    title: str
    lang: str
    summary: str
    score: int
    ticks: TickView
    sources: str
    taken_out: int
    next_due: str
    next_due_iso: str
    checked: str
    order: str
    outcome: str = "published"


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run came to, in counts."""

    stories: int
    published: int
    held: int
    rejected: int
    claims: int
    taken_out: int


def entry(publication: Publication, href: str) -> Entry:
    """The entry of a published brief."""
    page = view(publication)
    return Entry(
        href=href,
        section=page.section,
        status=page.status,
        state=str(publication.story.status),
        updates=page.updates,
        title=page.headline.text,
        lang=page.headline.lang,
        summary=next((line.text for line in page.summary if _bare(line.text) != _bare(page.headline.text)), ""),
        score=page.score.value,
        ticks=page.ticks,
        sources=page.sources_line,
        taken_out=len(publication.brief.rejected),
        next_due=page.next_due,
        next_due_iso=page.next_due_iso,
        checked=page.checked,
        order=page.checked_iso,
        outcome=OUTCOMES[publication.decision.outcome],
    )


def _bare(text: str) -> str:
    """A text as it is compared with a headline: a summary that only repeats the headline is not shown below it."""
    return " ".join(text.split()).rstrip(".").casefold()


def ordered(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries as they stand: the one whose disclosure has most to tell leads, the others by score and title."""
    if not entries:
        return ()
    lead = max(entries, key=lambda item: (item.taken_out, item.score, item.title))
    rest = sorted((item for item in entries if item is not lead), key=lambda item: (-item.score, item.title))
    return (lead, *rest)


def tally(
    entries: Sequence[Entry], *, held: int = 0, rejected: int = 0, claims: int = 0, taken_out: int | None = None
) -> Tally:
    """The counts under the heading; `claims` drafted in all, `taken_out` of them (those of the entries by default)."""
    out = sum(item.taken_out for item in entries) if taken_out is None else taken_out
    return Tally(len(entries) + held + rejected, len(entries), held, rejected, claims, out)


def sentences(counts: Tally) -> tuple[str, ...]:
    """The tally in words."""
    first = f"{count(counts.stories, 'story', 'stories')} read: {counts.published} published, {counts.held} held, {counts.rejected} rejected."
    second = (
        f"{count(counts.claims, 'claim')} drafted, {counts.taken_out} taken out because the sources do not carry them."
    )
    return (first, second) if counts.claims else (first,)


def render(
    entries: Sequence[Entry],
    counts: Tally | None = None,
    *,
    title: str = "Stories",
    language: str = "en",
    root: str = "",
    desk: bool = False,
) -> str:
    """index.html of a folder of briefs.

    Args:
        counts: what the run came to; without it only the entries are counted.
        root: way to the folder that holds assets/.
    """
    held = counts or tally(entries)
    return _render(
        "index.html",
        title=title,
        language=language,
        root=root,
        home="index.html",
        policy=POLICY,
        desk=desk,
        entries=ordered(entries),
        sentences=sentences(held),
    )
