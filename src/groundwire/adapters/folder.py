"""Writes files so that a reader finds the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from groundwire.errors import StorageError

FailPoint = Callable[[str], None]


def _nothing(name: str) -> None:
    """What happens at a fail point in ordinary life."""


_fail_point: list[FailPoint] = [_nothing]


def crash_here(name: str) -> None:
    """A named place at which a test may end the process or fill the disk; does nothing in ordinary life."""
    _fail_point[0](name)


@contextmanager
def fail_points(hook: FailPoint) -> Iterator[None]:
    """Calls `hook` with the name of every fail point passed while the block runs."""
    before = _fail_point[0]
    _fail_point[0] = hook
    try:
        yield
    finally:
        _fail_point[0] = before


def write_whole(path: Path, data: bytes) -> None:
    """Puts a file in its place in one step: written beside it, made durable, then renamed.

    Raises: StorageError when the disk is full or cannot be written; the file in place is then as it was.
    """
    beside = path.parent / f".{path.name[:80]}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(beside, data)
            crash_here("folder.before_rename")
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        crash_here("folder.after_rename")
        sync_folder(path.parent)
    except OSError as exc:
        raise storage_error(exc, path) from exc


def _write(path: Path, data: bytes) -> None:
    """Writes bytes to a file of our own and makes them durable."""
    crash_here("folder.open")
    with path.open("wb") as file:
        half = len(data) // 2
        file.write(data[:half])
        file.flush()
        crash_here("folder.half_written")
        file.write(data[half:])
        file.flush()
        crash_here("folder.before_fsync")
        os.fsync(file.fileno())


def append_whole(path: Path, data: bytes) -> None:
    """Adds bytes at the end of a file and makes them durable; a write that fails is taken back.

    A process that is killed in the middle leaves the beginning of the bytes: whoever reads must know a whole line.

    Raises: StorageError when the disk is full or cannot be written.
    """
    try:
        size = path.stat().st_size if path.exists() else 0
        try:
            _append(path, data)
        except OSError:
            take_back(path, size)
            raise
        if size == 0:
            sync_folder(path.parent)
    except OSError as exc:
        raise storage_error(exc, path) from exc


def take_back(path: Path, size: int) -> None:
    """Cuts a file back to the size it had; needs no room on the disk."""
    with suppress(OSError):
        os.truncate(path, size)


def _append(path: Path, data: bytes) -> None:
    """Adds bytes at the end of a file in two writes, so that tests can end it between them."""
    crash_here(f"append.open.{path.name}")
    with path.open("ab") as file:
        half = len(data) // 2
        file.write(data[:half])
        file.flush()
        crash_here(f"append.half_written.{path.name}")
        file.write(data[half:])
        file.flush()
        crash_here(f"append.before_fsync.{path.name}")
        os.fsync(file.fileno())
    crash_here(f"append.done.{path.name}")


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable."""
    crash_here("folder.sync")
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def storage_error(exc: OSError, path: Path) -> StorageError:
    """What a person can act on when a file could not be written."""
    if exc.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageError(
            f"{path}: the disk is full; free some room and run again, nothing half-written was left in place"
        )
    if exc.errno == errno.EROFS:
        return StorageError(f"{path}: the disk is read-only; name another folder, nothing was written")
    return StorageError(f"{path}: cannot be written: {exc.strerror or exc}; nothing half-written was left in place")
