"""Finds the files a call names, and reads them through the reader's child, with a progress bar on long work."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from groundwire.errors import InputError, UsageError
from groundwire.ports import Reader
from groundwire.records.source import Document, Reading, Refusal

T = TypeVar("T")
FILES_WATCHED = 20  # fewer files are read before a bar is

# Names that never hold evidence: hidden files, and the ids files that stand beside texts.
_SKIPPED = (".", "~")
# A file over this is refused by its size alone, without being read into memory (SAFETY.md, decision 2: 5 MB of input; a
# compressed WARC holds more than one).
MOST_BYTES = 100 * 2**20


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Every file that the paths name, folders walked in the order of their names, each file once.

    What stands in a folder and is no plain file (a pipe, a device, a broken link, a folder that cannot be opened) is in the
    list too, so that it is named and refused. A link to a folder is not followed: it may lead round in a ring.

    Raises: UsageError when a path does not exist, or when there is nothing to read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for item in sorted(path.rglob("*")):
                open_folder = item.is_dir() and (item.is_symlink() or os.access(item, os.R_OK | os.X_OK))
                if not open_folder and not any(part.startswith(_SKIPPED) for part in item.relative_to(path).parts):
                    found.setdefault(item, None)
        elif path.exists():
            found.setdefault(path, None)
        else:
            raise UsageError(f"{path}: there is no such file or folder; check the path")
    if not found:
        raise UsageError(
            f"{', '.join(map(str, paths))}: nothing to read there; name files, or a folder that holds some"
        )
    return list(found)


def shown(path: Path) -> str:
    """A path as it may be printed: characters that would break a line, colour a terminal or turn a name round are escaped."""
    text = str(path)
    return (
        text
        if text.isprintable()
        else "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
    )


def plain_bytes(path: Path, most: int | None = None) -> bytes:
    """The bytes of a plain file; a pipe or a device, which may never end, is not opened.

    Raises: OSError when it cannot be read; ValueError saying why when it is no plain file, or over `most` bytes.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise ValueError("not a plain file but a folder, pipe or device; name a file")
    if most is not None and found.st_size > most:
        raise ValueError(f"larger than {most // 2**20} MB; split it")
    return path.read_bytes()


def bytes_of(files: Iterable[Path], refusals: list[Refusal]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file; what cannot be read is added to the refusals and skipped."""
    for path in files:
        name = shown(path)
        try:
            data = plain_bytes(path, MOST_BYTES)
        except OSError as exc:
            refusals.append(Refusal(name, f"cannot be read: {exc.strerror or exc}", "parse_failed"))
        except ValueError as exc:
            too_big = "larger" in str(exc)
            refusals.append(Refusal(name, str(exc), "too_big" if too_big else "parse_failed"))
        else:
            yield name, data


def read_files(files: Sequence[Path], reader: Reader, quiet: bool) -> tuple[list[Reading], dict[str, bytes]]:
    """Readings of the files in their order, and the raw bytes of each by sha256."""
    from groundwire.adapters.warc import captured_bytes

    refusals: list[Refusal] = []
    raw: dict[str, bytes] = {}

    def items() -> Iterator[tuple[str, bytes]]:
        for name, data in bytes_of(files, refusals):
            try:
                raw.update(captured_bytes(data))
            except InputError as exc:
                refusals.append(Refusal(name, exc.reason, exc.code))
                continue
            yield name, data

    readings = list(progress(reader.read_all(items()), len(files), "Reading", quiet, FILES_WATCHED))
    return [*readings, Reading(refusals=tuple(refusals))], raw


def progress(work: Iterable[T], total: int, what: str, quiet: bool, least: int) -> Iterator[T]:
    """Hands the work through, with a progress bar on standard error when a person watches and there is at least so much to do."""
    if quiet or total < least or not sys.stderr.isatty():
        yield from work
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(work, description=what, total=total, console=Console(stderr=True), transient=True)


def gathered(readings: Sequence[Reading]) -> tuple[tuple[Document, ...], tuple[Refusal, ...], tuple[str, ...]]:
    """Documents, refusals and notes of all readings; one document seen twice is one."""
    documents = tuple(document for reading in readings for document in reading.documents)
    refusals = tuple(refusal for reading in readings for refusal in reading.refusals)
    return documents, refusals, tuple(note for reading in readings for note in reading.notes)
