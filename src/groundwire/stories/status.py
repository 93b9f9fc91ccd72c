"""Where a story stands, from its documents and the time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from groundwire.records.policy import GroupingPolicy
from groundwire.records.source import Document, SourceKind
from groundwire.records.story import Status
from groundwire.stories.dates import day_number


def status(documents: Sequence[Document], now: datetime, policy: GroupingPolicy, open_conflict: bool = False) -> Status:
    """Where a story stands. The first rule that fits decides:

    1. contradicted: its sources contradict each other on a lead claim (`open_conflict`, which the verdicts find);
    2. closed: nothing new for `closed_after_days`, or for `stalled_after_days` once a primary document is there;
    3. stalled: nothing new for `stalled_after_days`;
    4. confirmed: a primary document is there;
    5. developing.

    A story none of whose dates is known is never stalled or closed.

    Args:
        now: aware UTC instant.
    """
    if open_conflict:
        return Status.CONTRADICTED
    days = [
        day for document in documents for day in (day_number(document.published), day_number(document.updated)) if day
    ]
    idle = now.toordinal() - max(days) if days else 0.0
    primary = any(document.source.kind == SourceKind.PRIMARY for document in documents)
    if idle >= (policy.stalled_after_days if primary else policy.closed_after_days):
        return Status.CLOSED
    if idle >= policy.stalled_after_days:
        return Status.STALLED
    return Status.CONFIRMED if primary else Status.DEVELOPING
