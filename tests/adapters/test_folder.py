"""A file is the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import os

import pytest

from groundwire.adapters.folder import append_whole, crash_here, fail_points, write_whole
from groundwire.errors import StorageError

WRITES = ["folder.open", "folder.half_written", "folder.before_fsync", "folder.before_rename"]


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path):
    write_whole(tmp_path / "made" / "brief.html", b"<p>whole</p>")
    assert [path.name for path in (tmp_path / "made").iterdir()] == ["brief.html"]
    assert (tmp_path / "made" / "brief.html").read_bytes() == b"<p>whole</p>"


@pytest.mark.bad("Z09")
@pytest.mark.parametrize("fail_at", WRITES)
def test_a_full_disk_leaves_the_file_as_it_was(tmp_path, fail_at):
    path = tmp_path / "brief.html"
    write_whole(path, b"the old one")

    def full(name):
        if name == fail_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(StorageError, match="disk is full"), fail_points(full):
        write_whole(path, b"the new one, much longer")
    assert path.read_bytes() == b"the old one"
    assert [each.name for each in tmp_path.iterdir()] == ["brief.html"]
    write_whole(path, b"the new one, much longer")
    assert path.read_bytes() == b"the new one, much longer"


@pytest.mark.parametrize("fail_at", WRITES)
def test_an_interrupt_leaves_the_file_as_it_was(tmp_path, fail_at):
    path = tmp_path / "brief.html"
    write_whole(path, b"the old one")

    def stop(name):
        if name == fail_at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), fail_points(stop):
        write_whole(path, b"the new one")
    assert path.read_bytes() == b"the old one"
    assert [each.name for each in tmp_path.iterdir()] == ["brief.html"]


@pytest.mark.parametrize("fail_at", [*WRITES, "folder.after_rename"])
def test_a_killed_process_leaves_the_old_file_or_the_new_one(tmp_path, fail_at):
    path = tmp_path / "brief.html"
    write_whole(path, b"the old one")
    child = os.fork()
    if child == 0:
        with fail_points(lambda name: os._exit(9) if name == fail_at else None):
            write_whole(path, b"the new one, much longer")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert path.read_bytes() == (b"the new one, much longer" if fail_at == "folder.after_rename" else b"the old one")
    write_whole(path, b"the next one")
    assert [each.name for each in tmp_path.iterdir()] == ["brief.html"]


def test_an_appended_line_that_fails_is_taken_back(tmp_path):
    path = tmp_path / "lines.jsonl"
    append_whole(path, b"one\n")

    def full(name):
        if name == "append.half_written.lines.jsonl":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(StorageError), fail_points(full):
        append_whole(path, b"two two two\n")
    assert path.read_bytes() == b"one\n"


def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="cannot be written"):
        write_whole(tmp_path / "file" / "brief.html", b"x")


def test_fail_points_do_nothing_outside_of_a_test():
    crash_here("anything")
