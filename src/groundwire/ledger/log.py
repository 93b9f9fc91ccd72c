"""The log and its store as lines of text: how an entry is written, and how it is read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from groundwire.errors import LedgerError
from groundwire.ledger import tree
from groundwire.ledger.canonical import canonical, event_bytes, event_of, strictly
from groundwire.ledger.commitments import Kept
from groundwire.records.event import Event, LedgerEntry

T = TypeVar("T")
Read = Callable[[bytes], T]

_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """A line of the log.

    Args:
        root: hex root of the log up to and with this entry.
    """

    entry: LedgerEntry
    event: Event
    root: str


def append(before: tree.Tree, event: Event) -> tuple[tree.Tree, LoggedLine]:
    """The log with the event added, and the line that says so."""
    data = event_bytes(event)
    leaf = tree.leaf_hash(data)
    after = tree.append(before, leaf)
    entry = LedgerEntry(index=before.size, leaf=leaf.hex(), canonical=data.decode("utf-8"))
    return after, LoggedLine(entry, event, after.root.hex())


def line_bytes(line: LoggedLine) -> bytes:
    """A line of the log as it is written, with its end."""
    event = strictly(line.entry.canonical.encode("utf-8"))
    whole = {"index": line.entry.index, "leaf": line.entry.leaf, "root": line.root, "event": event}
    return canonical(whole) + b"\n"


def read_line(data: bytes) -> LoggedLine:
    """A line of the log as it was written; hashes are read, not checked.

    Raises: LedgerError when it is not a line of a log.
    """
    value = strictly(data)
    if not isinstance(value, dict) or set(value) != {"index", "leaf", "root", "event"}:
        raise LedgerError("a line holds exactly index, leaf, root and event")
    index, leaf, root = value["index"], value["leaf"], value["root"]
    if isinstance(index, bool) or not isinstance(index, int) or not (_is_hash(leaf) and _is_hash(root)):
        raise LedgerError("index is a whole number, leaf and root are SHA-256 in hex")
    event = event_of(value["event"])
    text = canonical(value["event"]).decode("utf-8")
    return LoggedLine(LedgerEntry(index, leaf, text), event, root)


def _is_hash(value: object) -> bool:
    """Whether a value is a SHA-256 hash in lower-case hex."""
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def head_bytes(size: int, root: bytes) -> bytes:
    """The head of a log: its size and root, kept apart so that a log cut at its end is noticed."""
    return canonical({"size": size, "root": root.hex()}) + b"\n"


def read_head(data: bytes) -> tuple[int, str]:
    """Size and hex root of a head.

    Raises: LedgerError when it is none.
    """
    value = strictly(data.removesuffix(b"\n"))
    if not data.endswith(b"\n") or not isinstance(value, dict) or set(value) != {"size", "root"}:
        raise LedgerError("the head holds exactly size and root")
    size = value["size"]
    if isinstance(size, bool) or not isinstance(size, int) or size < 0 or not _is_hash(value["root"]):
        raise LedgerError("the head's size is a whole number, its root a SHA-256 in hex")
    return size, value["root"]


def kept_bytes(kept: Kept) -> bytes:
    """A text of the store as it is written, with its end."""
    if kept.erased:
        return canonical({"commitment": kept.commitment, "name": kept.name, "erased": True}) + b"\n"
    row = {"commitment": kept.commitment, "name": kept.name, "key": kept.key.hex(), "text": kept.text}
    return canonical(row) + b"\n"


def read_kept(data: bytes) -> Kept:
    """A text of the store as it was written; the commitment is read, not checked.

    Raises: LedgerError when it is not a row of a store.
    """
    value = strictly(data)
    if isinstance(value, dict) and set(value) == {"commitment", "name", "erased"} and value["erased"] is True:
        if isinstance(value["commitment"], str) and isinstance(value["name"], str):
            return Kept(value["commitment"], value["name"], erased=True)
    elif (
        isinstance(value, dict)
        and set(value) == {"commitment", "name", "key", "text"}
        and all(isinstance(each, str) for each in value.values())
        and _is_hash(value["key"])
    ):
        return Kept(value["commitment"], value["name"], bytes.fromhex(value["key"]), value["text"])
    raise LedgerError("a row holds commitment, name and either key and text or erased")


def whole_lines(data: bytes) -> tuple[Sequence[bytes], bytes]:
    """The lines of a file, and what stands after the last line end: a line cut off in the middle of its writing."""
    *lines, rest = data.split(b"\n")
    return lines, rest
