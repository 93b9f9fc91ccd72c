"""Draws the visual briefing as SVG: an impact path, a timeline or bars, wide or upright, with its data as a table.

A page has no measuring of text, so widths come from a table of average advances of the interface face at 14 units,
a little generous: a fallback face must still fit its box.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from markupsafe import Markup, escape

from groundwire.publishing.wording import clean, day, head_of, number
from groundwire.records.brief import Figure, FigureNode

# 252 units fill the column of a screen 320 px wide, so that no text of a figure is ever set smaller than it is drawn.
WIDE, UPRIGHT = 664.0, 252.0
SIZE, SMALL, LEADING = 14.0, 13.0, 18.0
PAD = 12.0
LONGEST_LABEL = 600  # code points of a label that are looked at; more than any box shows

# Advances in thousandths of the type size, by class of letter; Inter regular, plus 4 %.
_NARROW, _MIDDLE, _ROUND, _BROAD = 300, 580, 660, 920
_ADVANCES = (
    dict.fromkeys("iljtfrI.,:;!|'’()[] /", _NARROW)
    | dict.fromkeys('aceksvxyzgbdhnopqu0123456789-–≥≤?“”"', _MIDDLE)
    | dict.fromkeys("ABCEFKLPRSTVXYZ$€£&", _ROUND)
    | dict.fromkeys("DGHNOQU", 760)
    | dict.fromkeys("mwMW@%—…", _BROAD)
)

STYLE = """
.paper{fill:#fff}.ink{fill:#171a1f}.slate{fill:#5a616b}.box{fill:none;stroke:#171a1f;stroke-width:1.5}
.dash{stroke-dasharray:5 4}.rule{stroke:#171a1f;stroke-width:1.5;fill:none}.hair{stroke:#dedad0;stroke-width:1}
.head{fill:#171a1f}.bar{fill:#0b5c5a}.dot{fill:#0b5c5a}.ring{fill:none;stroke:#0b5c5a;stroke-width:2}
text{font-family:"Inter Variable",Inter,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:14px}
.strong{font-weight:600}.small{font-size:13px}
@media (prefers-color-scheme:dark){.paper{fill:#1b1e23}.ink,.head{fill:#e9e6df}.slate{fill:#a0a6b0}
.box,.rule{stroke:#e9e6df}.hair{stroke:#32363d}.bar,.dot{fill:#6fc3bf}.ring{stroke:#6fc3bf}}
"""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing without its frame: the marks and the size of the field they stand in."""

    marks: str
    width: float
    height: float


def width_of(text: str, size: float = SIZE, bold: bool = False) -> float:
    """About how wide a text is set, in units of the drawing; wide scripts count a full square a letter."""
    thousandths = sum(_ADVANCES.get(char, 1000 if ord(char) > 0x2E7F else 640) for char in text)
    return thousandths / 1000 * size * (1.06 if bold else 1.0)


def wrapped(text: str, width: float, size: float = SIZE, bold: bool = False, lines: int = 4) -> list[str]:
    """The text in lines no wider than `width`; words too long are cut, and what is left over ends in an ellipsis."""
    rows: list[str] = []
    for word in head_of(clean(text), LONGEST_LABEL).split():
        while width_of(word, size, bold) > width and len(word) > 1:
            fit = max(1, int(len(word) * width / width_of(word, size, bold)))
            piece = head_of(word, fit) or word
            rows.append(piece)
            word = word[len(piece) :]
        if not word:
            continue
        if rows and width_of(f"{rows[-1]} {word}", size, bold) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    if len(rows) > lines:
        rows = rows[:lines]
        while len(rows[-1]) > 1 and width_of(rows[-1] + "…", size, bold) > width:
            rows[-1] = head_of(rows[-1], len(rows[-1]) - 1).rstrip()
        rows[-1] += "…"
    return rows


def drawing(figure: Figure, upright: bool = False) -> Drawing:
    """The marks of a figure, to be put into a page that has their style."""
    if figure.kind == "timeline":
        return _timeline(figure.nodes, UPRIGHT if upright else WIDE)
    if figure.kind == "bars":
        return _bars(figure, UPRIGHT if upright else WIDE)
    return _path_upright(figure.nodes) if upright else _path_wide(figure.nodes)


def inline(figure: Figure, name: str, upright: bool = False) -> Markup:
    """The figure for a page whose style sheet knows its classes; `name` makes its ids unique."""
    made = drawing(figure, upright)
    return Markup(
        f'<svg class="figure-{"upright" if upright else "wide"}" viewBox="0 0 {made.width:g} {made.height:g}" '
        f'role="img" aria-labelledby="{escape(name)}-t {escape(name)}-d" focusable="false">'
        f'<title id="{escape(name)}-t">{_safe(figure.title)}</title>'
        f'<desc id="{escape(name)}-d">{_safe(figure.alternative)}</desc>{made.marks}</svg>'
    )


def svg(figure: Figure, theme: str = "auto", upright: bool = False) -> str:
    """The figure as a file of its own, with title, description and both colour schemes.

    Args:
        theme: "auto" follows the reader's setting, "light" keeps to the light colours.
    """
    made = drawing(figure, upright)
    style = STYLE if theme == "auto" else STYLE.split("@media", maxsplit=1)[0]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {made.width:g} {made.height:g}" '
        f'width="{made.width:g}" height="{made.height:g}" role="img" aria-labelledby="t d">'
        f'<title id="t">{_safe(figure.title)}</title><desc id="d">{_safe(figure.alternative)}</desc>'
        f"<style>{style.strip()}</style>"
        f'<rect class="paper" width="100%" height="100%"/>{made.marks}</svg>\n'
    )


def table(figure: Figure) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The figure's data: column heads, and a row for every node."""
    if figure.kind == "bars":
        rows = tuple((n.label, number(n.value or 0), figure.unit, n.note) for n in figure.nodes)
        return ("What", "Value", "Unit", "Note"), rows
    if figure.kind == "timeline":
        return ("Date", "What", "Note", "Standing"), tuple((n.iso, n.label, n.note, _standing(n)) for n in figure.nodes)
    rows = tuple((str(k), n.label, n.note, _standing(n)) for k, n in enumerate(figure.nodes, 1))
    return ("Step", "What", "Note", "Standing"), rows


def csv_text(figure: Figure) -> str:
    """The data as CSV; a cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    heads, rows = table(figure)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([[csv_cell(cell) for cell in row] for row in rows])
    return out.getvalue()


def csv_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    guarded = f"'{text}" if text[:1] in "=+-@\t\r" and text else text
    return "".join(char for char in guarded if char.isprintable() or char == "\t")


def _standing(node: FigureNode) -> str:
    return "in evidence" if node.evidenced else "would follow if the lens holds"


def _safe(text: str) -> str:
    return str(escape(clean(text)))


def _text(x: float, y: float, row: str, classes: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{classes}" text-anchor="{anchor}">{_safe(row)}</text>'


def _box(node: FigureNode, x: float, y: float, width: float, height: float) -> str:
    """A box of an impact path with its words in the middle."""
    labels, notes = _words(node, width)
    top = y + (height - (len(labels) + len(notes)) * LEADING) / 2 + LEADING * 0.76
    dash = "" if node.evidenced else " dash"
    marks = [f'<rect class="box{dash}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="7"/>']
    for k, row in enumerate(labels):
        marks.append(_text(x + width / 2, top + k * LEADING, row, "ink strong" if node.evidenced else "ink"))
    for k, row in enumerate(notes, len(labels)):
        marks.append(_text(x + width / 2, top + k * LEADING, row, "slate small"))
    return "".join(marks)


def _words(node: FigureNode, width: float) -> tuple[list[str], list[str]]:
    inner = width - 2 * PAD
    return wrapped(node.label, inner, SIZE, node.evidenced, 5), wrapped(node.note, inner, SMALL, False, 2)


def _height(node: FigureNode, width: float) -> float:
    labels, notes = _words(node, width)
    return max(52.0, (len(labels) + len(notes)) * LEADING + 2 * PAD)


def _arrow(x1: float, y1: float, x2: float, y2: float, solid: bool) -> str:
    """A straight arrow to the right or downwards."""
    dash = "" if solid else " dash"
    if y1 == y2:
        head = f"M{x2:.1f} {y2:.1f}l-9 -4.5v9z"
        return f'<path class="rule{dash}" d="M{x1:.1f} {y1:.1f}H{x2 - 8:.1f}"/><path class="head" d="{head}"/>'
    head = f"M{x2:.1f} {y2:.1f}l-4.5 -9h9z"
    return f'<path class="rule{dash}" d="M{x1:.1f} {y1:.1f}V{y2 - 8:.1f}"/><path class="head" d="{head}"/>'


def _path_wide(nodes: tuple[FigureNode, ...]) -> Drawing:
    """Boxes in rows of at most three, read as text is; a row that goes on is joined by an elbow."""
    across = min(3, max(1, len(nodes))) if len(nodes) != 4 else 2
    gap, top, edge = 44.0, 4.0, 2.0
    width = (WIDE - 2 * edge - gap * (across - 1)) / across
    width = min(width, 250.0)
    marks: list[str] = []
    y = top
    for start in range(0, len(nodes), across):
        row = nodes[start : start + across]
        height = max(_height(node, width) for node in row)
        for k, node in enumerate(row):
            x = edge + k * (width + gap)
            marks.append(_box(node, x, y, width, height))
            if k:
                solid = node.evidenced and row[k - 1].evidenced
                marks.append(_arrow(x - gap + 4, y + height / 2, x - 4, y + height / 2, solid))
        if start + across < len(nodes):
            marks.append(_elbow(edge, width, gap, len(row), y + height, nodes[start + across].evidenced))
        y += height + 40
    return Drawing("".join(marks), WIDE, max(y - 40 + top, 20.0))


def _elbow(edge: float, width: float, gap: float, across: int, bottom: float, solid: bool) -> str:
    """From under the last box of a row back to above the first of the next."""
    x1, x2 = edge + (across - 1) * (width + gap) + width / 2, edge + width / 2
    middle, end, dash = bottom + 18, bottom + 36, "" if solid else " dash"
    path = f"M{x1:.1f} {bottom + 4:.1f}V{middle:.1f}H{x2:.1f}V{end - 8:.1f}"
    return f'<path class="rule{dash}" d="{path}"/><path class="head" d="M{x2:.1f} {end:.1f}l-4.5 -9h9z"/>'


def _path_upright(nodes: tuple[FigureNode, ...]) -> Drawing:
    marks: list[str] = []
    y, edge, gap = 4.0, 2.0, 34.0
    width = UPRIGHT - 2 * edge
    for k, node in enumerate(nodes):
        if k:
            solid = node.evidenced and nodes[k - 1].evidenced
            marks.append(_arrow(UPRIGHT / 2, y - gap + 3, UPRIGHT / 2, y - 3, solid))
        height = _height(node, width)
        marks.append(_box(node, edge, y, width, height))
        y += height + gap
    return Drawing("".join(marks), UPRIGHT, max(y - gap + 4, 20.0))


def _timeline(nodes: tuple[FigureNode, ...], width: float) -> Drawing:
    """Days down a line, oldest on top; a ring for what is still to come or not in evidence."""
    column = 104.0 if width == WIDE else 24.0
    marks, y = [], 22.0
    first_y = y
    for node in nodes:
        room = width - column - 16
        labels = wrapped(node.label, room, SIZE, False, 4)
        notes = wrapped(node.note, room, SMALL, False, 2)
        dot = "dot" if node.evidenced else "ring"
        marks.append(f'<circle class="{dot}" cx="{column:.1f}" cy="{y - 5:.1f}" r="5"/>')
        last_y, text_x = y - 5, column + 18
        if width == WIDE:
            marks.append(_text(column - 18, y, day(node.iso), "slate small", "end"))
        else:
            marks.append(_text(text_x, y, day(node.iso), "slate small", "start"))
            y += LEADING
        for row in labels:
            marks.append(_text(text_x, y, row, "ink", "start"))
            y += LEADING
        for row in notes:
            marks.append(_text(text_x, y, row, "slate small", "start"))
            y += LEADING
        y += 16
    line = f'<path class="rule hairline" d="M{column:.1f} {first_y - 5:.1f}V{last_y:.1f}"/>' if len(nodes) > 1 else ""
    return Drawing(line + "".join(marks), width, max(y - 24, 20.0))


def _bars(figure: Figure, width: float) -> Drawing:
    """One bar a value from a common zero; each carries its own number."""
    largest = max((abs(node.value or 0) for node in figure.nodes), default=0) or 1
    marks, y = [], 18.0
    for node in figure.nodes:
        value = node.value or 0
        said = f"{number(value)} {figure.unit}".strip()
        room = width - width_of(said, SIZE, True) - 14
        for row in wrapped(f"{node.label} · {node.note}" if node.note else node.label, width - 4, SMALL, False, 2):
            marks.append(_text(1, y, row, "slate small", "start"))
            y += LEADING
        length = max(2.0, room * abs(value) / largest)
        shape = "bar" if node.evidenced else "box dash"
        marks.append(f'<rect class="{shape}" x="1" y="{y - 11:.1f}" width="{length:.1f}" height="18" rx="2"/>')
        marks.append(_text(length + 9, y + 3, said, "ink strong", "start"))
        y += 40
    return Drawing("".join(marks), width, max(y - 26, 20.0))
