"""The folder that `groundwire brief` writes: made beside the old one and swapped in whole.

A run that is killed, stopped or out of disk leaves the folder as it was; the next run clears what was left and completes.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import weakref
from contextlib import suppress
from pathlib import Path

from groundwire.adapters.folder import crash_here, storage_error, sync_folder
from groundwire.errors import UsageError

PARTS = ("public", "desk")
NEW, OLD, WHOLE, MARK = ".groundwire-new", ".groundwire-old", "whole", "run.json"


class OutputFolder:
    """Collects the files of one run, then swaps them in.

    Args:
        folder: what the call named with --out; made when it is not there.
    Raises: UsageError when it holds a `public` or `desk` folder that Groundwire did not write, or when another run is
        writing there at this moment.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._new = folder / NEW
        self._old = folder / OLD
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._unlock = weakref.finalize(self, os.close, _locked(folder))
            self._begin()
        except OSError as exc:
            raise storage_error(exc, folder) from exc

    def _begin(self) -> None:
        """Clears or completes what earlier runs left, and makes room for this one."""
        try:
            self._recover()
            self._refuse_foreign()
            for part in PARTS:
                (self._new / part).mkdir(parents=True)
        except BaseException:
            self._unlock()
            raise

    def path(self, name: str) -> Path:
        """Where a file of this run stands until the swap; its folders are made."""
        target = self._new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def write(self, name: str, data: bytes | str) -> None:
        """Writes one file of this run.

        Raises: StorageError when the disk is full or cannot be written.
        """
        raw = data.encode("utf-8") if isinstance(data, str) else data
        try:
            crash_here("output.write")
            with self.path(name).open("wb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
        except OSError as exc:
            raise storage_error(exc, self._new / name) from exc

    def carry(self, name: str) -> Path:
        """Copies a folder of the last run (the ledger, which only grows) into this one; returns its place."""
        before, after = self.folder / name, self._new / name
        try:
            if before.is_dir():
                shutil.copytree(before, after)
            else:
                after.mkdir(parents=True)
        except OSError as exc:
            raise storage_error(exc, after) from exc
        return after

    def finish(self) -> None:
        """Marks this run as whole and swaps it in.

        Raises: StorageError when the disk is full or cannot be written.
        """
        try:
            for part in PARTS:
                _sync_tree(self._new / part)
            crash_here("output.before_whole")
            (self._new / WHOLE).write_text("", encoding="utf-8")
            sync_folder(self._new)
            self._swap()
        except OSError as exc:
            raise storage_error(exc, self.folder) from exc
        self._unlock()

    def abandon(self) -> None:
        """Takes away what this run has written so far; a whole run that was stopped in its swap is swapped in to the end."""
        if (self._new / WHOLE).exists():
            # Half of it may be in place already: taking the rest away would leave two runs mixed.
            with suppress(OSError):
                self._swap()
        else:
            shutil.rmtree(self._new, ignore_errors=True)
        self._unlock()

    def _recover(self) -> None:
        """Completes the swap of a whole run that was cut off in it; clears what any other run left."""
        if (self._new / WHOLE).exists():
            self._swap()
            return
        shutil.rmtree(self._new, ignore_errors=True)
        for part in PARTS:
            if (self._old / part).exists() and not (self.folder / part).exists():
                (self._old / part).rename(self.folder / part)
        shutil.rmtree(self._old, ignore_errors=True)

    def _swap(self) -> None:
        self._old.mkdir(exist_ok=True)
        for part in PARTS:
            if not (self._new / part).exists():
                continue
            crash_here(f"output.swap.{part}")
            if (self.folder / part).exists():
                shutil.rmtree(self._old / part, ignore_errors=True)
                (self.folder / part).rename(self._old / part)
            (self._new / part).rename(self.folder / part)
        sync_folder(self.folder)
        shutil.rmtree(self._old, ignore_errors=True)
        shutil.rmtree(self._new, ignore_errors=True)

    def _refuse_foreign(self) -> None:
        for part in PARTS:
            place = self.folder / part
            if place.exists() and not (self.folder / "desk" / MARK).is_file():
                raise UsageError(
                    f"{place} is there already and was not written by groundwire brief; name another folder with --out"
                )


def _locked(folder: Path) -> int:
    """A handle on the folder that holds its lock; the lock ends with the process, however that ends.

    Raises: UsageError when another run holds it.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as exc:
        os.close(handle)
        raise UsageError(f"{folder}: another run is writing there; wait for its end, or name another folder") from exc
    except BaseException:
        os.close(handle)
        raise
    return handle


def _sync_tree(folder: Path) -> None:
    for place, _, _ in os.walk(folder):
        sync_folder(Path(place))
