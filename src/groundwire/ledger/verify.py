"""Verifies a log and its store: every leaf, every root, every commitment. Nothing but their bytes is trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.errors import LedgerError
from groundwire.ledger import tree
from groundwire.ledger.commitments import Kept, commitments, opens
from groundwire.ledger.log import LoggedLine, Read, T, read_head, read_kept, read_line, whole_lines


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying a log found.

    Args:
        entries: number of entries that could be read.
        root: hex root over them.
        faults: what does not hold, one sentence each; empty for a log that holds.
        erased: number of texts that were erased on purpose.
    """

    entries: int
    root: str
    faults: tuple[str, ...]
    erased: int = 0


def verify(log: bytes, store: bytes, head: bytes) -> Verification:
    """What of a log does not hold.

    Args:
        log, store, head: contents of ledger.jsonl, store.jsonl and head.json.
    """
    faults: list[str] = []
    lines = _read(log, "entry", read_line, faults)
    after, roots = _tree(lines, faults)
    _head(head, roots, faults)
    kept = _read(store, "text", read_kept, faults)
    _commitments(lines, kept, faults)
    return Verification(len(lines), after.root.hex(), tuple(faults), sum(each.erased for each in kept))


def _read(data: bytes, thing: str, read: Read[T], faults: list[str]) -> list[T]:
    """What the lines of a file hold; each one that cannot be read, and a last one cut off, is a fault."""
    found = []
    lines, rest = whole_lines(data)
    for number, line in enumerate(lines):
        try:
            found.append(read(line))
        except LedgerError as exc:
            faults.append(f"{thing} {number}: {exc}")
    if rest:
        faults.append(f"{thing} {len(lines)}: cut off in the middle of its writing")
    return found


def _tree(lines: Sequence[LoggedLine], faults: list[str]) -> tuple[tree.Tree, list[str]]:
    """The tree over the entries, and its root after each; entries that are not what they say are faults."""
    grown = tree.Tree()
    roots = [grown.root.hex()]
    for number, line in enumerate(lines):
        leaf = tree.leaf_hash(line.entry.canonical.encode("utf-8"))
        if line.entry.index != number:
            faults.append(f"entry {number}: it says that it is number {line.entry.index}")
        if line.entry.leaf != leaf.hex():
            faults.append(f"entry {number}: its content does not have the leaf hash that it names")
        grown = tree.append(grown, leaf)
        roots.append(grown.root.hex())
        if line.root != roots[-1]:
            faults.append(f"entry {number}: the log up to here does not have the root that it names")
    return grown, roots


def _head(head: bytes, roots: Sequence[str], faults: list[str]) -> None:
    """Whether the log is, or has grown from, what its head says."""
    try:
        size, root = read_head(head)
    except LedgerError as exc:
        faults.append(f"head: {exc}")
        return
    if size >= len(roots):
        faults.append(f"head: it counts {size} entries, the log has {len(roots) - 1}")
    elif roots[size] != root:
        faults.append(f"head: the first {size} entries do not have its root")


def _commitments(lines: Sequence[LoggedLine], kept: Sequence[Kept], faults: list[str]) -> None:
    """Whether every committed text is there and opens its commitment, or was erased by an event that says so."""
    rows: dict[str, Kept] = {}
    for each in kept:
        if each.commitment in rows:
            faults.append(f"{each.commitment}: it stands in the store twice")
        rows[each.commitment] = each
    erased = {line.event.subject for line in lines if line.event.kind == "text.erased"}
    named = set()
    for number, line in enumerate(lines):
        for name, commitment in commitments(line.event):
            named.add(commitment)
            fault = _row_fault(rows.get(commitment), name, commitment in erased)
            if fault:
                faults.append(f"entry {number}, {name}: {fault}")
    faults += [f"{commitment}: no entry names this text" for commitment in rows if commitment not in named]
    faults += [f"{commitment}: erased, but no entry named it" for commitment in sorted(erased - named)]


def _row_fault(row: Kept | None, name: str, erased: bool) -> str:
    """What is wrong with the row of a committed text, "" when nothing is."""
    if row is None:
        return "its text is not in the store"
    if row.name != name:
        return f"the store has its text under another name, {row.name}"
    if row.erased:
        return "" if erased else "its text was erased and no entry says so"
    if erased:
        return "its text should have been erased and is still there"
    return "" if opens(row) else "the stored text is not the one that was committed to"
