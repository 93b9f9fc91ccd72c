"""Figures to draw: a path, a timeline and bars, all invented."""

from __future__ import annotations

from groundwire.records.brief import (
    Figure,
    FigureNode,
)


def a_path() -> Figure:
    """An impact path: one step in evidence, three that would follow."""
    return Figure(
        kind="impact-path",
        title="From talks to shipments",
        caption="Solid: in evidence. Dashed: would follow if the lens holds.",
        alternative="Impact path in four steps. In evidence: talks over at least 40,000 chips. Not shown by the record: a supply agreement, then qualification by server makers, then shipments.",
        nodes=(
            FigureNode("Talks reported", "≥ 40,000 chips"),
            FigureNode("Supply agreement", "not shown yet", evidenced=False),
            FigureNode("Qualification by makers of servers and memory", evidenced=False),
        ),
    )


def a_timeline() -> Figure:
    """A timeline of four days, the last still to come."""
    return Figure(
        kind="timeline",
        title="From closure to hearing",
        caption="Filled: in evidence. Ring: announced and still to come.",
        alternative="Timeline. 3 June 2026: the outer quay is closed. 5 June: divers inspect the wall. 11 June: one berth reopens. 2 July: hearing announced.",
        nodes=(
            FigureNode("The outer quay is closed", iso="2026-06-03"),
            FigureNode("Divers inspect the quay wall", iso="2026-06-05"),
            FigureNode("One of four berths reopens for small vessels", iso="2026-06-11"),
            FigureNode("Hearing of the harbour inquiry", "announced", evidenced=False, iso="2026-07-02"),
        ),
    )


def some_bars() -> Figure:
    """Three comparable numbers."""
    return Figure(
        kind="bars",
        title="Containers waiting, by report",
        caption="Numbers as each source gives them; none is averaged.",
        alternative="Bars. Port authority, 11 June: 4,200 containers. Harbour Wire, 9 June: 6,000. Coast Ledger, 8 June: 6,500.",
        nodes=(
            FigureNode("Port authority", "11 Jun", value=4200),
            FigureNode("Harbour Wire", "9 Jun", value=6000),
            FigureNode("Coast Ledger", "8 Jun", value=6500),
        ),
        unit="containers",
    )
