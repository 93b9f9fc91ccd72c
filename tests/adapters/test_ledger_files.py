"""The ledger in a folder: what is logged stays, what is cut off goes, what is changed is found."""

from __future__ import annotations

import errno
import json
import os
import shutil
from datetime import UTC, datetime

import pytest

from groundwire.adapters.folder import fail_points
from groundwire.adapters.ledger_files import HEAD, LOG, STORE, FileLedger, verify_folder
from groundwire.errors import LedgerError, StorageError
from groundwire.ledger.commitments import commit
from groundwire.ledger.verify import verify
from groundwire.records.event import Event

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
AT = "2026-05-04T12:00:00Z"


def counted_keys():
    """Keys that differ and can be known in a test."""
    number = 0

    def key():
        nonlocal number
        number += 1
        return number.to_bytes(32, "big")

    return key


def fact(number, wording=""):
    """An invented event with one text."""
    event = Event("claim.rejected", AT, f"{number:012x}", (("label", "unsupported"),))
    return event, {"wording": wording or f"The mill of Tarn signed contract number {number}."}


def a_ledger(folder, facts=3):
    """A ledger with that many events, closed."""
    with FileLedger(folder, counted_keys()) as ledger:
        ledger.append_all([fact(number) for number in range(facts)])
    return folder


def test_what_was_logged_is_there_after_reopening(tmp_path):
    folder = a_ledger(tmp_path / "ledger")
    with FileLedger(folder) as again:
        assert again.size == 3 and again.dropped == ()
        again.append(*fact(3))
        assert again.size == 4
    found = verify_folder(folder)
    assert (found.faults, found.entries) == ((), 4)


def test_the_log_holds_no_wording_and_the_store_does(tmp_path):
    folder = a_ledger(tmp_path / "ledger")
    assert b"mill of Tarn" not in (folder / LOG).read_bytes()
    assert b"mill of Tarn" in (folder / STORE).read_bytes()


@pytest.mark.bad("P19")
def test_a_guessed_text_cannot_be_found_in_the_log(tmp_path):
    folder = tmp_path / "ledger"
    with FileLedger(folder) as ledger:
        ledger.append(*fact(1, "ana@tarn.example"))
    log = (folder / LOG).read_text()
    for key in (b"\x00" * 32, b"\x01" * 32):
        assert commit("wording", "ana@tarn.example", key) not in log
    keys = {json.loads(line)["key"] for line in (folder / STORE).read_text().splitlines()}
    assert all(len(bytes.fromhex(key)) == 32 for key in keys)


def test_the_same_fact_is_logged_once(tmp_path):
    folder = a_ledger(tmp_path / "ledger")
    with FileLedger(folder) as again:
        first = again.append(*fact(1))
        assert (again.size, first.index) == (3, 1)
        again.append(*fact(1, "Another wording of it."))
        assert again.size == 4


def test_two_processes_cannot_write_one_ledger(tmp_path):
    with FileLedger(tmp_path / "ledger"), pytest.raises(LedgerError, match="another process"):
        FileLedger(tmp_path / "ledger")


def test_an_erased_text_is_gone_and_the_log_still_holds(tmp_path):
    folder = a_ledger(tmp_path / "ledger")
    with FileLedger(folder) as ledger:
        commitment = dict(json.loads(ledger.entries[1].canonical)["fields"])["wording"]
        ledger.erase(commitment, NOW)
        assert ledger.text(commitment) is None
    assert b"contract number 1." not in b"".join(path.read_bytes() for path in folder.iterdir())
    found = verify_folder(folder)
    assert (found.faults, found.erased) == ((), 1)
    with FileLedger(folder) as again:
        assert again.size == 4


def test_an_erasure_that_was_cut_off_is_completed(tmp_path):
    folder = a_ledger(tmp_path / "ledger")
    ledger = FileLedger(folder)
    commitment = dict(json.loads(ledger.entries[0].canonical)["fields"])["wording"]

    def crash(name):
        if name == "ledger.before_tombstone":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), fail_points(crash):
        ledger.erase(commitment, NOW)
    ledger.close()
    assert any("should have been erased" in fault for fault in verify_folder(folder).faults)
    FileLedger(folder).close()
    assert b"contract number 0." not in (folder / STORE).read_bytes()
    assert verify_folder(folder).faults == ()


def test_erasing_without_saying_so_is_found(tmp_path):
    folder = a_ledger(tmp_path / "ledger")
    rows = [json.loads(line) for line in (folder / STORE).read_text().splitlines()]
    silent = {"commitment": rows[0]["commitment"], "erased": True, "name": rows[0]["name"]}
    lines = [json.dumps(row, separators=(",", ":"), sort_keys=True) for row in (silent, *rows[1:])]
    (folder / STORE).write_text("\n".join(lines) + "\n")
    assert verify_folder(folder).faults == ("entry 0, wording: its text was erased and no entry says so",)
    with pytest.raises(LedgerError):
        FileLedger(folder)


@pytest.mark.parametrize("name", [LOG, STORE, HEAD])
def test_any_byte_that_is_changed_is_found(tmp_path, name):
    folder = a_ledger(tmp_path / "ledger", facts=2)
    files = {each: (folder / each).read_bytes() for each in (LOG, STORE, HEAD)}
    assert verify(*files.values()).faults == ()
    unnoticed = []
    for place in range(len(files[name])):
        for flip in (0x01, 0x20):
            changed = bytearray(files[name])
            changed[place] ^= flip
            if not verify(*(files | {name: bytes(changed)}).values()).faults:
                unnoticed.append((place, flip))
    assert unnoticed == []


def test_entries_cannot_be_taken_out_added_or_moved(tmp_path):
    folder = a_ledger(tmp_path / "ledger", facts=4)
    lines = (folder / LOG).read_bytes().splitlines(keepends=True)
    for changed in (lines[:-1], lines[1:], [lines[1], lines[0], *lines[2:]], [*lines, lines[-1]], []):
        (folder / LOG).write_bytes(b"".join(changed))
        assert verify_folder(folder).faults, changed
        with pytest.raises(LedgerError):
            FileLedger(folder)


@pytest.mark.parametrize("name", [STORE, HEAD])
def test_a_file_that_is_missing_is_found(tmp_path, name):
    folder = a_ledger(tmp_path / "ledger")
    (folder / name).unlink()
    assert verify_folder(folder).faults


FAIL_POINTS = [
    "append.open.store.jsonl",
    "append.half_written.store.jsonl",
    "append.before_fsync.store.jsonl",
    "append.done.store.jsonl",
    "ledger.before_entries",
    "append.open.ledger.jsonl",
    "append.half_written.ledger.jsonl",
    "append.before_fsync.ledger.jsonl",
    "append.done.ledger.jsonl",
    "ledger.before_head",
    "folder.open",
    "folder.half_written",
    "folder.before_fsync",
    "folder.before_rename",
    "folder.after_rename",
    "folder.sync",
]
NO_WRITE = ("ledger.before_entries", "ledger.before_head", "append.done.store.jsonl")


def in_a_child(work, fail_at):
    """Runs the work in a process of its own that ends without any clean-up at that fail point; returns its status."""
    child = os.fork()
    if child == 0:

        def die(name):
            if name == fail_at:
                os._exit(9)

        try:
            with fail_points(die):
                work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("first", [True, False], ids=["first-write", "later-write"])
@pytest.mark.parametrize("fail_at", FAIL_POINTS)
def test_killed_anywhere_a_ledger_reopens_whole_and_a_second_run_completes_it(tmp_path, fail_at, first):
    folder = tmp_path / "ledger" if first else a_ledger(tmp_path / "ledger", facts=2)
    before = 0 if first else 2

    def work():
        FileLedger(folder).append_all([fact(7), fact(8)])

    status = in_a_child(work, fail_at)
    assert status == 9, f"{fail_at} was never passed"
    with FileLedger(folder) as again:
        assert before <= again.size <= before + 2
        again.append_all([fact(7), fact(8)])
        assert again.size == before + 2
    found = verify_folder(folder)
    assert (found.faults, found.entries) == ((), before + 2)


def test_a_line_that_was_cut_off_is_dropped_and_reported(tmp_path):
    folder = a_ledger(tmp_path / "ledger")
    with (folder / LOG).open("ab") as file:
        file.write(b'{"event":{"at":"2026')
    assert any("cut off" in fault for fault in verify_folder(folder).faults)
    with FileLedger(folder) as again:
        assert again.size == 3
        assert again.dropped == ("the last line of ledger.jsonl, cut off after 20 bytes",)
    assert verify_folder(folder).faults == ()


@pytest.mark.bad("Z09")
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
@pytest.mark.parametrize("fail_at", [each for each in FAIL_POINTS if each not in NO_WRITE])
def test_a_full_disk_at_any_write_leaves_a_whole_ledger(tmp_path, fail_at, number):
    folder = a_ledger(tmp_path / "ledger", facts=2)
    passed = []

    def full(name):
        passed.append(name)
        if name == fail_at:
            raise OSError(number, os.strerror(number))

    with FileLedger(folder) as ledger:
        with pytest.raises(StorageError, match=r"disk|cannot be written"), fail_points(full):
            ledger.append(*fact(7))
        assert fail_at in passed
        copy = tmp_path / "copy"
        shutil.copytree(folder, copy)
        assert verify_folder(copy).faults == ()
        ledger.append(*fact(7))
        assert ledger.size == 3
    assert verify_folder(folder).faults == ()
