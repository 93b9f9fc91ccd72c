"""Killed, stopped, out of disk, two at once: never half an output that looks finished, and the next run completes."""

import errno
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from groundwire.adapters.folder import fail_points
from groundwire.adapters.ledger_files import verify_folder
from groundwire.adapters.output import NEW, OLD
from groundwire.cli.brief_run import Run
from groundwire.errors import StorageError, UsageError

COMMAND = str(Path(sys.executable).parent / "groundwire")
NOW = "2026-06-15T12:00:00Z"
PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p><p>The council of {town} meets "
    "again on 24 June, the mayor said. The town has 31,000 people and one harbour.</p></article></body></html>"
)
STORIES = [
    ("Alba", "Mill burns in Alba", "A fire destroyed the flour mill in Alba on Sunday. Nobody was hurt. The mill employed 240 people."),
    ("Halden", "Quay of Halden closed", "The port authority closed the outer quay of Halden on 11 June. About 4,200 containers are waiting there."),
]  # fmt: skip


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, (town, title, text) in enumerate(STORIES):
        page = PAGE.format(town=town, title=title, text=text)
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def texts(tmp_path):
    """The same reports as plain text, for which no child is started."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, (_, title, text) in enumerate(STORIES):
        head = f"Source: Alba Gazette\nDate: 2026-06-14\nTitle: {title}\n\n"
        (folder / f"{number}.txt").write_text(head + text + "\n", encoding="utf-8")
    return folder


def words(folder, out):
    return [COMMAND, "brief", str(folder), "--out", str(out), "--now", NOW, "--json"]


def run(folder, out, **more):
    return subprocess.run(words(folder, out), capture_output=True, text=True, check=False, **more)


def a_run(folder, out):
    """The same run in this process, so that a test can end it at a named place."""
    return Run(out, None, None, "offline", NOW, "", "").all(sorted(folder.iterdir()), [], one_story=False, quiet=True)


def finished(out):
    """Every fault of a folder that is taken for a finished run's; none when there is no finished run in it."""
    if not (out / "desk/run.json").is_file():
        return [f"{part} without a run" for part in ("public", "desk") if (out / part).exists()]
    faults = []
    summary = json.loads((out / "desk/run.json").read_text(encoding="utf-8"))
    index = (out / "public/index.html").read_text(encoding="utf-8")
    if "</html>" not in index:
        faults.append("half an index")
    for row in summary["briefs"]:
        if not json.loads((out / "desk" / row["folder"] / "decision.json").read_text(encoding="utf-8")):
            faults.append("an empty decision")
        if row["outcome"] == "approve":
            json.loads((out / "public" / row["folder"] / "brief.json").read_text(encoding="utf-8"))
            if "</html>" not in (out / "public" / row["folder"] / "brief.html").read_text(encoding="utf-8"):
                faults.append("half a page")
    return faults + list(verify_folder(out / "desk/ledger").faults)


def left_over(out):
    return [name for name in (NEW, OLD) if (out / name).exists()]


def started_by(marker):
    """Processes whose command line holds the marker, and reading children whose parent has ended."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            command = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            parent = (place / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
        except OSError:
            continue
        if marker in command or ("groundwire.adapters.reader_main" in command and parent == "1"):
            found.append(command)
    return found


def gone_soon(marker, seconds=15):
    end = time.monotonic() + seconds
    while started_by(marker) and time.monotonic() < end:
        time.sleep(0.1)
    return started_by(marker)


def stopped(folder, out, sign, when):
    """A run that gets a signal once `when` says so; whether it was still at work then."""
    process = subprocess.Popen(words(folder, out), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while process.poll() is None and not when() and time.monotonic() < end:
        time.sleep(0.002)
    early = process.poll() is None
    if early:
        process.send_signal(sign)
    process.wait(30)
    return early


def after(seconds):
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_a_run_ended_by_a_signal_leaves_nothing_half_done_and_the_next_one_completes(reports, tmp_path, sign):
    out = tmp_path / "out"
    written = out / NEW / "desk"
    # Once while it writes, and at moments nobody chose (start-up, reading, briefing), on a folder that is new, then on one that holds a run.
    moments = [lambda: any(written.glob("*/decision.json")), after(random.Random(1).uniform(0.5, 3.0))]  # fmt: skip
    for when in moments:
        stopped(reports, out, sign, when)
        assert finished(out) == []
        assert gone_soon(str(out)) == []
    assert run(reports, out).returncode == 0
    assert finished(out) == [] and left_over(out) == []
    before = (out / "desk/run.json").read_bytes()
    stopped(reports, out, sign, lambda: any(written.glob("*/decision.json")))
    assert finished(out) == [] and (out / "desk/run.json").read_bytes() == before


class Places:
    """Ends a run at the nth fail point it passes."""

    def __init__(self, stop_at, error):
        self.passed, self.stop_at, self.error = [], stop_at, error

    def __call__(self, name):
        self.passed.append(name)
        if len(self.passed) - 1 == self.stop_at:
            raise self.error


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=["full disk", "Ctrl-C"]
)
def test_a_run_stopped_at_any_place_where_it_writes_leaves_the_last_run_or_its_own_whole(texts, tmp_path, error):
    out = tmp_path / "out"
    a_run(texts, out)
    counted = Places(-1, error)
    with fail_points(counted):
        a_run(texts, out)
    places = counted.passed
    first = {name: n for n, name in reversed(list(enumerate(places)))}
    chosen = sorted({*first.values(), len(places) - 1, len(places) // 2})
    assert len(chosen) >= 6
    for place in chosen:
        try:
            with fail_points(Places(place, error)):
                a_run(texts, out)
        except (StorageError, OSError, KeyboardInterrupt):
            pass
        assert finished(out) == [], places[place]
        assert {path.name for path in out.iterdir()} <= {"public", "desk", NEW, OLD}
    a_run(texts, out)
    assert finished(out) == [] and left_over(out) == []


def test_a_full_disk_in_the_first_run_leaves_nothing_that_looks_finished(texts, tmp_path):
    out = tmp_path / "out"

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))

    result = run(texts, out, preexec_fn=little_room)
    assert result.returncode == 2 and len(result.stderr.strip().splitlines()) == 1, result.stderr
    assert finished(out) == [] and left_over(out) == []
    a_run(texts, out)
    assert finished(out) == []


def test_a_disk_that_is_full_in_earnest_is_said_in_one_line(texts, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(small)], capture_output=True, check=False
    ).returncode == 0  # fmt: skip
    if not mounted:
        pytest.skip("a small disk cannot be mounted here")
    try:
        result = run(texts, small / "out")
        assert result.returncode == 2 and "full" in result.stderr and len(result.stderr.strip().splitlines()) == 1
        assert finished(small / "out") == [] and left_over(small / "out") == []
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_folder_that_may_not_be_written_is_named(texts, tmp_path):
    place = tmp_path / "locked"
    place.mkdir(mode=0o500)
    out = Path("/proc/groundwire-out") if os.geteuid() == 0 else place / "out"
    result = run(texts, out)
    assert result.returncode == 2 and str(out) in result.stderr and len(result.stderr.strip().splitlines()) == 1


def test_of_two_runs_into_one_folder_one_completes_and_the_other_says_why_not(texts, tmp_path):
    out = tmp_path / "out"
    both = [
        subprocess.Popen(words(texts, out), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in "ab"
    ]
    ends = [(process.communicate(timeout=60)[1], process.returncode) for process in both]
    # One may have ended before the other began to write: then both are whole.
    assert 0 in {code for _, code in ends}
    assert all(code == 0 or (code == 2 and "another run" in said) for said, code in ends), ends
    assert finished(out) == [] and left_over(out) == []


def test_a_folder_in_which_a_run_is_writing_is_refused_and_left_alone(texts, tmp_path):
    out = tmp_path / "out"
    a_run(texts, out)
    refused = []

    def second(name):
        if name == "output.before_whole":
            with pytest.raises(UsageError, match="another run"):
                a_run(texts, out)
            refused.append(name)

    with fail_points(second):
        a_run(texts, out)
    assert refused == ["output.before_whole"] and finished(out) == []
