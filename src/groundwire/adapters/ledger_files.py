"""The ledger in a folder: `ledger.jsonl` (the log), `store.jsonl` (texts and keys, erasable), `head.json` (size and root)."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType

from groundwire.adapters.folder import append_whole, crash_here, storage_error, take_back, write_whole
from groundwire.errors import LedgerError, StorageError
from groundwire.ledger import log, tree
from groundwire.ledger.canonical import canonical
from groundwire.ledger.commitments import KEY_BYTES, Kept, Keys, commitments, sealed
from groundwire.ledger.events import text_erased
from groundwire.ledger.verify import Verification, verify
from groundwire.records.event import Event, LedgerEntry

LOG, STORE, HEAD, LOCK = "ledger.jsonl", "store.jsonl", "head.json", "lock"


def _random_key() -> bytes:
    """A fresh key for one text."""
    return secrets.token_bytes(KEY_BYTES)


def verify_folder(folder: Path) -> Verification:
    """What of the ledger in a folder does not hold; a ledger that is not there holds, with no entry.

    Raises: StorageError when a file is there and cannot be read.
    """
    data = _bytes(folder / LOG), _bytes(folder / STORE), _bytes(folder / HEAD)
    if not any(data):
        return verify(b"", b"", log.head_bytes(0, tree.EMPTY))
    return verify(*data)


def _bytes(path: Path) -> bytes:
    """The bytes of a file, none when it is not there."""
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as exc:
        raise storage_error(exc, path) from exc


class FileLedger:
    """A ledger in a folder, for one process at a time.

    Texts are made durable before the entries that name them, entries before the head that counts them. Opening one after a
    crash drops what was cut off in the middle of its writing (`dropped` says what) and brings the head up to the log; anything
    else that does not hold is an error. Logging the same fact again gives the entry that is there.

    Args:
        folder: made when it is not there.
        keys: gives 32 random bytes a call.
    Raises: LedgerError when the log is not what it says it is, or another process has it open; StorageError for the disk.
    """

    def __init__(self, folder: Path, keys: Keys = _random_key) -> None:
        self.folder = folder
        self.dropped: tuple[str, ...] = ()
        self._keys = keys
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as exc:
            raise storage_error(exc, folder) from exc
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._lines, self._kept = self._resume()
        except BlockingIOError as exc:
            os.close(self._lock)
            raise LedgerError(f"{folder}: another process writes this ledger; wait until it has ended") from exc
        except BaseException:
            os.close(self._lock)
            raise
        self._tree = tree.Tree()
        for line in self._lines:
            self._tree = tree.append(self._tree, bytes.fromhex(line.entry.leaf))
        self._facts = {self._fact(line.event): line.entry for line in self._lines}

    def __enter__(self) -> FileLedger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets another process open the ledger."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    @property
    def size(self) -> int:
        """Number of entries."""
        return self._tree.size

    @property
    def root(self) -> str:
        """Hex root over all entries."""
        return self._tree.root.hex()

    @property
    def entries(self) -> tuple[LedgerEntry, ...]:
        """Every entry, in order."""
        return tuple(line.entry for line in self._lines)

    def text(self, commitment: str) -> str | None:
        """The text that was committed to, None when it was erased or never there."""
        row = self._kept.get(commitment)
        return None if row is None or row.erased else row.text

    def append(self, event: Event, texts: dict[str, str]) -> LedgerEntry:
        """Logs an event; texts (name to wording) go to the store and into the event as salted commitments."""
        return self.append_all([(event, texts)])[0]

    def append_all(self, facts: Sequence[tuple[Event, dict[str, str]]]) -> tuple[LedgerEntry, ...]:
        """Logs many events in their order, durable when it returns; a crash in the middle leaves the first few of them.

        Raises: LedgerError for an event that holds text; StorageError when the disk is full: the ledger is then whole, with
            all of them or none, and logging them again is harmless.
        """
        grown, new_lines, new_kept = self._tree, list[log.LoggedLine](), list[Kept]()
        known: dict[bytes, LedgerEntry] = {}
        entries = []
        for event, texts in facts:
            fact = _fact_of(event, texts)
            entry = self._facts.get(fact) or known.get(fact)
            if entry is None:
                whole, kept = sealed(event, texts, self._keys)
                grown, line = log.append(grown, whole)
                entry = known[fact] = line.entry
                new_lines.append(line)
                new_kept += kept
            entries.append(entry)
        if new_lines:
            self._write(new_lines, new_kept, grown)
        return tuple(entries)

    def erase(self, commitment: str, now: datetime) -> LedgerEntry:
        """Destroys the key and the wording of one text; the log keeps the commitment, and that it was erased.

        Raises: LedgerError when no entry names it.
        """
        if commitment not in self._kept:
            raise LedgerError(f"{commitment}: no entry names such a text")
        entry = self.append(text_erased(commitment, now), {})
        crash_here("ledger.before_tombstone")
        self._kept[commitment] = replace(self._kept[commitment], key=b"", text="", erased=True)
        self._write_store(self._kept)
        return entry

    def _write(self, lines: list[log.LoggedLine], kept: list[Kept], grown: tree.Tree) -> None:
        """Texts first, then entries, then the head: what is named is there, what is counted is there."""
        store = self.folder / STORE
        before = store.stat().st_size if store.exists() else 0
        if kept:
            append_whole(store, b"".join(map(log.kept_bytes, kept)))
        crash_here("ledger.before_entries")
        try:
            append_whole(self.folder / LOG, b"".join(map(log.line_bytes, lines)))
        except StorageError:
            if kept:
                take_back(store, before)
            raise
        self._lines += lines
        self._kept |= {row.commitment: row for row in kept}
        self._tree = grown
        self._facts |= {self._fact(line.event): line.entry for line in lines}
        crash_here("ledger.before_head")
        write_whole(self.folder / HEAD, log.head_bytes(grown.size, grown.root))

    def _write_store(self, kept: dict[str, Kept]) -> None:
        """Puts the whole store in its place."""
        write_whole(self.folder / STORE, b"".join(map(log.kept_bytes, kept.values())))

    def _resume(self) -> tuple[list[log.LoggedLine], dict[str, Kept]]:
        """Reads the ledger back, mends what a crash left, and checks all of it."""
        files = {name: _bytes(self.folder / name) for name in (LOG, STORE, HEAD)}
        if not any(files.values()):
            return [], {}
        lines, cut = self._whole(files[LOG], log.read_line, LOG)
        kept, cut_store = self._whole(files[STORE], log.read_kept, STORE)
        counted = log.read_head(files[HEAD])[0] if files[HEAD] else 0
        if len(lines) < counted:
            raise LedgerError(f"{self.folder}: the log has {len(lines)} entries and its head counts {counted}")
        named = {commitment for line in lines for _, commitment in commitments(line.event)}
        rows = {row.commitment: row for row in kept if row.commitment in named}
        loose = len(kept) - len(rows)
        erased = {line.event.subject for line in lines if line.event.kind == "text.erased"}
        unfinished = [each for each in erased if each in rows and not rows[each].erased]
        for commitment in unfinished:
            rows[commitment] = replace(rows[commitment], key=b"", text="", erased=True)
        self._check(lines, rows, files[HEAD])
        if cut:
            write_whole(self.folder / LOG, b"".join(map(log.line_bytes, lines)))
        if cut_store or loose or unfinished:
            self._write_store(rows)
        if loose:
            self.dropped = (*self.dropped, f"{loose} texts that no entry names")
        grown = tree.root([bytes.fromhex(line.entry.leaf) for line in lines])
        if files[HEAD] != log.head_bytes(len(lines), grown):
            write_whole(self.folder / HEAD, log.head_bytes(len(lines), grown))
        return lines, rows

    def _whole(self, data: bytes, read: log.Read[log.T], name: str) -> tuple[list[log.T], bool]:
        """What the whole lines of a file hold, and whether a last one was cut off."""
        lines, rest = log.whole_lines(data)
        try:
            found = [read(line) for line in lines]
        except LedgerError as exc:
            raise LedgerError(f"{self.folder / name}: {exc}") from exc
        if rest:
            self.dropped = (*self.dropped, f"the last line of {name}, cut off after {len(rest)} bytes")
        return found, bool(rest)

    def _check(self, lines: list[log.LoggedLine], rows: dict[str, Kept], head: bytes) -> None:
        """Raises when what was read back does not hold."""
        result = verify(
            b"".join(map(log.line_bytes, lines)),
            b"".join(map(log.kept_bytes, rows.values())),
            head or log.head_bytes(0, tree.EMPTY),
        )
        if result.faults:
            raise LedgerError(f"{self.folder}: {result.faults[0]} ({len(result.faults)} faults in all)")

    def _fact(self, event: Event) -> bytes:
        """What an event of the log says, its texts opened: the same for the same fact, whatever the keys."""
        # An erased text is not known any more: the commitment stands for it, so that the fact equals no other.
        opened = {name: value if (text := self.text(value)) is None else text for name, value in commitments(event)}
        fields = tuple(pair for pair in event.fields if pair[0] not in opened)
        return _fact_of(replace(event, fields=fields), opened)


def _fact_of(event: Event, texts: dict[str, str]) -> bytes:
    """One spelling of an event with its texts."""
    whole = {"kind": event.kind, "at": event.at, "subject": event.subject, "fields": dict(event.fields), "texts": texts}
    return canonical(whole)
