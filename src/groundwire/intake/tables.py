"""Writes a table's rows as lines in which every number stands beside its heading and unit."""

from __future__ import annotations

from typing import Any

_MOST_CELLS = 2_000
_MOST_COLUMNS = 20


def write_out(tree: Any) -> int:
    """Replaces data tables, in place, by paragraphs such as "Norvik: 2025, in millions: 4; 2026, in millions: 5."

    A unit often stands only in the heading or caption ("in millions"): a number without it must not look bare (H15).
    Tables that only lay out a page (nested, one column, no heading) stay as they are. Returns how many were written out.
    """
    count = 0
    for table in list(tree.iter("table")):
        if table.find(".//table") is not None or any(True for _ in table.iterancestors("table")):
            continue
        rows = [_row(row) for row in table.iter("tr")]
        rows = [row for row in rows if row]
        if len(rows) < 2 or sum(map(len, rows)) > _MOST_CELLS or not 2 <= max(map(len, rows)) <= _MOST_COLUMNS:
            continue
        if table.find(".//th") is None and table.find(".//thead") is None:
            continue
        _replace(table, _lines(rows, _caption(table)))
        count += 1
    return count


def _row(row: Any) -> list[str]:
    """The words of each cell; a cell that spans columns counts for each of them."""
    cells: list[str] = []
    for cell in row:
        if cell.tag in ("td", "th"):
            span = cell.get("colspan", "1")
            width = int(span) if span.isascii() and span.isdigit() and len(span) < 3 else 1
            cells.extend([" ".join("".join(cell.itertext()).split())] * max(1, min(width, _MOST_COLUMNS)))
    return cells


def _caption(table: Any) -> str:
    """The caption, which may hold the unit."""
    caption = table.find("caption")
    return "" if caption is None else " ".join("".join(caption.itertext()).split())


def _lines(rows: list[list[str]], caption: str) -> list[str]:
    """One line a row, each value after its heading."""
    heading, *body = rows
    lines = [caption] if caption else []
    for row in body:
        if row == heading:
            continue
        pairs = []
        for index, value in enumerate(row):
            if index == 0 or not value:
                continue
            label = heading[index] if index < len(heading) else ""
            pairs.append(f"{label}: {value}" if label else value)
        label = row[0]
        if heading[0] and label and not label[:1].isalpha():
            label = f"{heading[0]} {label}"
        unit = (
            f" ({caption})"
            if caption
            and "(" not in caption
            and any(
                word in caption.casefold()
                for word in ("million", "billion", "thousand", "per cent", "percent", "%", "in ")
            )
            else ""
        )
        lines.append(f"{label}{unit}: {'; '.join(pairs).rstrip('.')}." if pairs else f"{label}.")
    return [line for line in lines if line.strip(" .:")]


def _replace(table: Any, lines: list[str]) -> None:
    """Puts paragraphs where the table was."""
    parent = table.getparent()
    if parent is None:
        return
    index = parent.index(table)
    tail = table.tail
    parent.remove(table)
    last = None
    for offset, line in enumerate(lines):
        paragraph = parent.makeelement("p")
        paragraph.text = line
        parent.insert(index + offset, paragraph)
        last = paragraph
    if last is not None:
        last.tail = tail
