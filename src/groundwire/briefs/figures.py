"""The visual briefing, from accepted claims only: an impact path, a timeline, or bars."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundwire.briefs.candidates import reads_as_sentence
from groundwire.briefs.heading import HOLDS_BACK
from groundwire.briefs.shortening import variants
from groundwire.briefs.wording import word_count
from groundwire.language.tokens import stems
from groundwire.records.brief import Figure, FigureNode, Line
from groundwire.records.claim import Quantity, Relation
from groundwire.records.lens import Lens
from groundwire.records.verdict import Verdict

_LABEL_WORDS = 14
_FEWEST_DATES, _MOST_DATES = 3, 8
_FEWEST_BARS, _MOST_BARS = 2, 6
_SHOWN = {
    Relation.AT_LEAST: "at least ",
    Relation.AT_MOST: "at most ",
    Relation.MORE: "more than ",
    Relation.LESS: "less than ",
    Relation.ABOUT: "about ",
}


def figures(lines: Sequence[Line], lens: Lens | None) -> tuple[Figure, ...]:
    """The figures that the accepted lines of a brief allow, the most telling first.

    Args:
        lines: stated lines with their verdicts; only supported claims are drawn.
    """
    verdicts = list({v.claim.id: v for line in lines for v in line.verdicts if v.supported}.values())
    drawn = [_path(lines, lens) if lens else None, _timeline(verdicts), _bars(verdicts)]
    return tuple(figure for figure in drawn if figure is not None)


def label_of(text: str) -> str:
    """A short wording of a claim for a figure; "" when no short one says as little as the claim."""
    bare = [version for version in variants(text.rstrip(".") + ".") if reads_as_sentence(version)]
    for version in bare:
        cut = text[len(version.rstrip(".")) :] if text.startswith(version.rstrip(".")) else ""
        if word_count(version) <= _LABEL_WORDS and not HOLDS_BACK.search(cut):
            return version.rstrip(".")
    return ""


def _path(lines: Sequence[Line], lens: Lens) -> Figure | None:
    """From an accepted fact along the steps that would follow if the lens holds."""
    for line in lines:
        for verdict in line.verdicts:
            label = label_of(verdict.claim.text) if verdict.supported else ""
            if not label:
                continue
            steps = tuple(FigureNode(step, evidenced=False) for step in lens.impact_path)
            first = FigureNode(label, _note(verdict.claim.quantities), True, claim=verdict.claim.id)
            words = "; then ".join(step.rstrip(".") for step in lens.impact_path)
            return Figure(
                "impact-path",
                "Impact path",
                "The first box is in evidence; the dashed ones would follow if the lens holds.",
                f"In evidence: {label}. If the lens holds, this could follow: {words}.",
                (first, *steps),
            )
    return None


def _note(quantities: Sequence[Quantity]) -> str:
    """The claim's first number in words, "" when it has none."""
    for quantity in quantities:
        if quantity.relation is Relation.RANGE or not quantity.of:
            continue
        return f"{_SHOWN.get(quantity.relation, '')}{quantity.value:,.10g} {quantity.of}".strip()
    return ""


def _timeline(verdicts: Sequence[Verdict]) -> Figure | None:
    """Dated accepted claims in their order, when there are at least three days."""
    nodes: dict[str, FigureNode] = {}
    for verdict in verdicts:
        for date in verdict.claim.dates:
            label = label_of(verdict.claim.text)
            if len(date.iso) == 10 and date.role != "publication" and label and date.iso not in nodes:
                nodes[date.iso] = FigureNode(label, "", True, iso=date.iso, claim=verdict.claim.id)
    if len(nodes) < _FEWEST_DATES:
        return None
    ordered = tuple(nodes[iso] for iso in sorted(nodes))[-_MOST_DATES:]
    told = "; ".join(f"{node.iso}: {node.label}" for node in ordered)
    return Figure(
        "timeline", "Timeline", "Dated facts of this brief, each from an accepted claim.", f"{told}.", ordered
    )


def _bars(verdicts: Sequence[Verdict]) -> Figure | None:
    """Values of one unit and one role, when there are at least two that differ."""
    groups: dict[tuple[str, str], dict[float, FigureNode]] = {}
    for verdict in verdicts:
        for quantity in verdict.claim.quantities:
            if not quantity.unit or not quantity.of or quantity.relation is Relation.RANGE or quantity.value <= 0:
                continue
            key = (quantity.unit, " ".join(sorted(stems(quantity.of))))
            label = label_of(verdict.claim.text)
            if label:
                note = _SHOWN.get(quantity.relation, "").strip()
                groups.setdefault(key, {}).setdefault(
                    quantity.value, FigureNode(label, note, True, quantity.value, claim=verdict.claim.id)
                )
    best = max(groups.items(), key=lambda item: len(item[1]), default=None)
    if best is None or len(best[1]) < _FEWEST_BARS:
        return None
    nodes = tuple(best[1].values())[:_MOST_BARS]
    unit = best[0][0]
    told = "; ".join(f"{node.label}: {node.note} {node.value:,.10g} {unit}".replace("  ", " ") for node in nodes)
    return Figure(
        "bars", "Figures side by side", "Numbers of one kind, each from an accepted claim.", f"{told}.", nodes, unit
    )


def names_of(lines: Sequence[Line], most: int) -> tuple[str, ...]:
    """Names in the accepted claims of these lines that stand in more than one of them, the most frequent first."""
    counts: dict[str, int] = {}
    for line in lines:
        for name in dict.fromkeys(
            name for verdict in line.verdicts if verdict.supported for name in verdict.claim.names
        ):
            if re.match(r"^[A-Z]", name) and name.lower() not in ("the",):
                counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: -counts[name])[:most])
