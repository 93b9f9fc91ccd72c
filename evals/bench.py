"""`make bench`: speed and memory, each figure beside its bound, or beside a peer in the same run.

    python evals/bench.py [--data PATH] [--only NAME ...] [--sizes N ...]

Without DATA the example newsroom is used where a folder of reports will do, and the rest says "not measured: no data".
Seconds are wall-clock seconds, medians of several runs of the whole command, beside its processor seconds; on a machine
that does other work the processor seconds say more. docs/reference/performance.md holds the figures.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
COMMAND = str(Path(sys.executable).parent / "groundwire")
CLAIMS = 30

_WATCH = """
import resource, subprocess, sys, time
start = time.perf_counter()
run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
seconds, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
if run.returncode not in (0, 1, 3):
    sys.exit(f"bench: {sys.argv[2]} ended with {run.returncode}: {run.stderr[-500:]}")
print(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
# A brief of the last file warms everything up; then the clock runs over the brief of the others.
_WARM_BRIEF = """
import sys, time
from pathlib import Path
from groundwire.cli.brief_run import Run
out, *files = sys.argv[1:]
for number, group in enumerate((files[-1:], files[:-1])):
    start, used = time.perf_counter(), time.process_time()
    run = Run(Path(out) / str(number), None, None, "offline", None, "", "")
    run.all([Path(name) for name in group], [], one_story=True, quiet=True)
print(time.perf_counter() - start, time.process_time() - used)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command takes: median wall and processor seconds, and the largest peak of resident memory in megabytes."""

    wall: float
    processor: float
    peak: float


def timed(command: Sequence[str], runs: int = 5) -> Cost:
    """What a command takes over some runs; the peak is that of the command or of the largest of its children."""
    rows = []
    for _ in range(runs):
        watched = subprocess.run(
            [sys.executable, "-c", _WATCH, *command], stdout=subprocess.PIPE, text=True, check=False
        )
        if watched.returncode:
            sys.exit(watched.returncode)
        rows.append(tuple(map(float, watched.stdout.split())))
    walls, processors, peaks = zip(*rows, strict=True)
    return Cost(statistics.median(walls), statistics.median(processors), max(peaks))


def startup(data: Path | None) -> Iterator[str]:
    """Start-up, beside a bare interpreter."""
    bare, own = timed([sys.executable, "-c", "pass"], 9), timed([COMMAND, "--version"], 9)
    yield f"--version {own.wall:.3f} s (bare interpreter {bare.wall:.3f} s), peak {own.peak:.0f} MB; bounds 0.3 s, 500 MB"


def reports(data: Path | None, count: int) -> list[Path]:
    """So many report files: of the labelled drafts' largest events, else of the example newsroom."""
    folder = data / "drafts" if data is not None and (data / "drafts").is_dir() else ROOT / "examples" / "newsroom"
    found = [path for path in folder.rglob("*.txt") if path.name != "README.txt"]
    return sorted(found, key=lambda path: (-len(list(path.parent.glob("*.txt"))), str(path)))[:count]


def draft_of(data: Path | None, claims: int) -> str:
    """A draft of at least so many claims: the labelled drafts, else those of the examples, as far as they are needed."""
    from groundwire.claims.reading import ReadingContext, read

    folder = data / "drafts" if data is not None and (data / "drafts").is_dir() else ROOT / "examples"
    text, count = "", 0
    for path in sorted(folder.rglob("*.md")):
        if "reports" in path.parts:
            continue
        for paragraph in path.read_text(encoding="utf-8").splitlines():
            if count < claims:
                text += f"{paragraph}\n"
                count += sum(len(one.claims) for one in read(paragraph, ReadingContext(draft=True)))
    return text


def checking(data: Path | None) -> Iterator[str]:
    """A draft of about 30 claims against 10 documents, the whole command."""
    files = reports(data, 10)
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as draft:
        draft.write(draft_of(data, CLAIMS))
        draft.flush()
        command = [COMMAND, "check", draft.name, "--against", *map(str, files), "--json"]
        claims = len(json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)["claims"])
        cost = timed(command, 7)
    yield (
        f"{claims} claims against {len(files)} documents {cost.wall:.2f} s in all ({cost.processor:.2f} s of processor), "
        f"peak {cost.peak:.0f} MB; bounds 3 s for {CLAIMS} claims, 500 MB"
    )


def briefing(data: Path | None) -> Iterator[str]:
    """One brief from 20 documents: the whole command, and the brief alone in a process that has briefed before."""
    files = [str(path) for path in reports(data, 20)]
    other = next(str(path) for path in reports(None, 100) if str(path) not in files) if data else files[0]
    with tempfile.TemporaryDirectory() as out:
        cost = timed([COMMAND, "brief", "--one-story", "--out", f"{out}/site", "--json", *files], 5)
        rows = []
        for turn in range(5):
            warm = [sys.executable, "-c", _WARM_BRIEF, f"{out}/warm{turn}", *files, other]
            rows.append(
                tuple(map(float, subprocess.run(warm, capture_output=True, text=True, check=True).stdout.split()))
            )
        wall, processor = (statistics.median(column) for column in zip(*rows, strict=True))
    yield (
        f"{len(files)} documents {cost.wall:.2f} s in all ({cost.processor:.2f} s of processor), peak {cost.peak:.0f} MB; after start-up "
        f"{wall:.2f} s ({processor:.2f} s of processor); bounds 2 s after start-up, 500 MB"
    )


def extraction(data: Path | None) -> Iterator[str]:
    """Extraction and snapshot of the saved pages, beside plain trafilatura in one process a core."""
    if data is None or not (data / "pages" / "scrapinghub").is_dir():
        yield "not measured: no data"
        return
    yield from _lines("bench_extraction.py", str(data))


def grouping(data: Path | None, sizes: Sequence[int] = (1_000, 10_000, 50_000)) -> Iterator[str]:
    """Grouping of 1,000, 10,000 and 50,000 documents."""
    if data is None or not (data / "opennews" / "docs.jsonl.gz").exists():
        yield "not measured: no data"
        return
    yield from _lines("bench_grouping.py", str(data), "--sizes", *map(str, sizes))
    yield "bounds for 10,000: 60 s, 500 MB; growth no worse than n log n (1.00)"


def _lines(script: str, *arguments: str) -> Iterator[str]:
    """What another script of this folder prints, as it prints it."""
    command = [sys.executable, str(HERE / script), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield from (line.rstrip() for line in process.stdout or ())
    if process.returncode:
        sys.exit(f"bench: {script} ended with {process.returncode}")


PARTS: dict[str, Callable[[Path | None], Iterator[str]]] = {
    "start-up": startup,
    "check": checking,
    "brief": briefing,
    "extraction": extraction,
    "grouping": grouping,
}


def machine() -> str:
    """The machine as it names itself, and how busy it is."""
    info = Path("/proc/cpuinfo")
    rows = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next((row.split(":", 1)[1].strip() for row in rows if row.startswith("model name")), platform.processor())
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{model}, {cores} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the start"


def main() -> None:
    """Runs the parts and prints a line for each figure, with the machine named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--only", nargs="*", choices=sorted(PARTS), default=[])
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000, 50_000])
    options = parser.parse_args()
    # As pip leaves an installed package: a checkout under PYTHONDONTWRITEBYTECODE would be compiled anew in every run.
    compileall.compile_dir(ROOT / "src", quiet=1)
    print(f"machine: {machine()}", flush=True)
    for name, part in PARTS.items():
        if not options.only or name in options.only:
            found = grouping(options.data, options.sizes) if name == "grouping" else part(options.data)
            for line in found:
                print(f"{name}: {line}", flush=True)


if __name__ == "__main__":
    main()
