"""The output folder is swapped in whole or not at all."""

import os

import pytest

from groundwire.adapters.output import NEW, OLD, WHOLE, OutputFolder
from groundwire.errors import StorageError, UsageError


def a_run(folder, text):
    output = OutputFolder(folder)
    output.write("public/index.html", text)
    output.write("desk/run.json", "{}")
    return output


def test_a_finished_run_replaces_the_last_one_whole(tmp_path):
    a_run(tmp_path, "first").finish()
    second = OutputFolder(tmp_path)
    second.write("public/other.html", "second")
    second.write("desk/run.json", "{}")
    second.finish()
    assert sorted(p.name for p in (tmp_path / "public").iterdir()) == ["other.html"]
    assert not (tmp_path / NEW).exists() and not (tmp_path / OLD).exists()


def test_a_run_cut_off_before_it_was_whole_leaves_the_last_one_standing(tmp_path):
    a_run(tmp_path, "first").finish()
    a_run(tmp_path, "half")
    assert (tmp_path / "public/index.html").read_text() == "first"
    a_run(tmp_path, "third").finish()
    assert (tmp_path / "public/index.html").read_text() == "third"


@pytest.mark.parametrize("moved", [0, 1, 2, 3])
def test_a_swap_cut_off_at_any_step_is_completed_by_the_next_run(tmp_path, moved):
    a_run(tmp_path, "first").finish()
    a_run(tmp_path, "second")
    new, old = tmp_path / NEW, tmp_path / OLD
    (new / WHOLE).write_text("")
    old.mkdir()
    steps = [
        ((tmp_path / "public"), (old / "public")),
        ((new / "public"), (tmp_path / "public")),
        ((tmp_path / "desk"), (old / "desk")),
    ]
    for before, after in steps[:moved]:
        before.rename(after)
    OutputFolder(tmp_path).abandon()
    assert (tmp_path / "public/index.html").read_text() == "second"
    assert (tmp_path / "desk/run.json").is_file()


def test_a_public_folder_of_somebody_else_is_not_touched(tmp_path):
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="name another folder"):
        OutputFolder(tmp_path)
    assert (tmp_path / "public" / "mine.txt").read_text() == "mine"


@pytest.mark.bad("Z09")
def test_a_full_disk_at_each_write_leaves_the_last_run_standing(tmp_path, monkeypatch):
    a_run(tmp_path, "first").finish()
    real = os.fsync
    for fails_at in range(1, 7):
        calls = iter(range(1, 100))

        def full(handle, calls=calls, fails_at=fails_at):
            if next(calls) == fails_at:
                raise OSError(28, "No space left on device")
            real(handle)

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(StorageError, match="disk is full"):
            a_run(tmp_path, "half").finish()
        monkeypatch.setattr(os, "fsync", real)
        OutputFolder(tmp_path).abandon()
        # Six syncs come before the swap; a failure in or after it has either run whole, never a mixture.
        assert (tmp_path / "public/index.html").read_text() in ("first", "half")
        assert {p.name for p in tmp_path.iterdir()} == {"public", "desk"}
    a_run(tmp_path, "last").finish()
    assert (tmp_path / "public/index.html").read_text() == "last"
