"""`make bench`: speed and memory, each figure beside a peer or a bound in the same run.

    python evals/bench.py [--data PATH] [--only NAME ...] [--sizes N ...]

Without DATA the example newsroom is used where a folder of reports will do, and the rest says "not measured: no data".
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
COMMAND = str(Path(sys.executable).parent / "groundwire")


def timed(command: list[str], runs: int = 5) -> tuple[float, float]:
    """Median wall seconds and peak resident megabytes of a command, its children included."""
    seconds, peak = [], 0.0
    for _ in range(runs):
        script = (
            "import resource, subprocess, sys, time; t = time.perf_counter(); "
            "r = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
            "print(time.perf_counter() - t, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, r.returncode)"
        )
        out = subprocess.run(
            [sys.executable, "-c", script, *command], capture_output=True, text=True, check=True
        ).stdout.split()
        seconds.append(float(out[0]))
        peak = max(peak, int(out[1]) / 1024)
        if int(out[2]) not in (0, 1, 3):
            sys.exit(f"bench: {' '.join(command)} ended with {out[2]}")
    return statistics.median(seconds), peak


def startup(data: Path | None) -> Iterator[str]:
    """Start-up, beside a bare interpreter."""
    bare, _ = timed([sys.executable, "-c", "pass"], 9)
    own, peak = timed([COMMAND, "--version"], 9)
    yield f"start-up: --version {own:.3f} s (bare interpreter {bare:.3f} s), {peak:.0f} MB; bound 0.3 s"


def pages_of(data: Path) -> list[tuple[str, bytes]]:
    """The saved pages, unpacked where they are packed."""
    import gzip

    folder = data / "pages" / "scrapinghub"
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".gz" and ".html" in path.name:
            found.append((path.name.removesuffix(".gz"), gzip.decompress(path.read_bytes())))
        elif path.suffix == ".html":
            found.append((path.name, path.read_bytes()))
    return found


def plain_extract(page: bytes) -> int:
    """The peer: trafilatura with metadata, as it comes."""
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True)
    return 0 if found is None else 1


def extraction(data: Path | None) -> Iterator[str]:
    """Extraction and snapshot of the saved pages, beside plain trafilatura in one process a core."""
    if data is None or not (data / "pages").is_dir():
        yield "extraction: not measured: no data"
        return
    import hashlib
    import tempfile

    from groundwire.adapters.clock import SystemClock
    from groundwire.adapters.reader_child import ChildReader
    from groundwire.adapters.warc import write_evidence

    pages = pages_of(data)
    size = sum(len(page) for _, page in pages) / len(pages) / 1000
    peer, own = [], []
    for _ in range(3):
        with ProcessPoolExecutor(2) as pool:
            list(pool.map(plain_extract, [pages[0][1]] * 4))
            start = time.perf_counter()
            list(pool.map(plain_extract, [page for _, page in pages], chunksize=8))
            peer.append(time.perf_counter() - start)
        clock = SystemClock()
        with ChildReader(clock) as reader, tempfile.TemporaryDirectory() as folder:
            list(reader.read_all([pages[0]] * 4))
            start = time.perf_counter()
            documents = [d for reading in reader.read_all(iter(pages)) for d in reading.documents]
            raw = {hashlib.sha256(page).hexdigest(): page for _, page in pages}
            write_evidence(Path(folder) / "evidence.warc.gz", documents, raw, clock.now())
            own.append(time.perf_counter() - start)
    a, b = statistics.median(peer), statistics.median(own)
    yield (
        f"extraction: {len(pages)} pages of {size:.0f} kB on average: plain trafilatura {len(pages) / a:.1f} pages/s, "
        f"extraction and snapshot {len(pages) / b:.1f} pages/s, ratio {a / b:.2f}; bound 0.70; {peak_mb():.0f} MB"
    )


def peak_mb() -> float:
    """Peak resident megabytes of this process and of the largest of its children."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def grouping(data: Path | None) -> Iterator[str]:
    """Grouping of 1,000, 10,000 and 50,000 documents."""
    if data is None or not (data / "opennews" / "docs.jsonl.gz").exists():
        yield "grouping: not measured: no data"
        return
    run = subprocess.run(
        [sys.executable, str(HERE / "bench_grouping.py"), str(data)], capture_output=True, text=True, check=True
    )
    yield from (f"grouping: {line}" for line in run.stdout.strip().splitlines())


def reports(data: Path | None, count: int) -> list[Path]:
    """So many report files: of the labelled drafts' largest events, else of the example newsroom."""
    folder = data / "drafts" if data is not None and (data / "drafts").is_dir() else ROOT / "examples" / "newsroom"
    found = sorted(folder.rglob("*.txt"), key=lambda path: (-len(list(path.parent.glob("*.txt"))), str(path)))
    return found[:count]


def checking(data: Path | None) -> Iterator[str]:
    """A draft of about 30 claims against 10 documents, the whole command."""
    import tempfile

    files = reports(data, 10)
    if data is not None and (data / "drafts").is_dir():
        text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((data / "drafts").glob("*.md"))[:2])
    else:
        text = "\n\n".join(
            path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("draft*.md"))[:3]
        )
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as draft:
        draft.write(text)
        draft.flush()
        command = [COMMAND, "check", draft.name, "--against", *map(str, files), "--json"]
        claims = len(json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)["claims"])
        seconds, peak = timed(command, 5)
    yield f"check: {claims} claims against {len(files)} documents {seconds:.2f} s in all, {peak:.0f} MB; bounds 3 s for 30 claims, 500 MB"


def briefing(data: Path | None) -> Iterator[str]:
    """One brief from 20 documents, with and without start-up."""
    import tempfile

    files = reports(data, 20)
    with tempfile.TemporaryDirectory() as out:
        base = [COMMAND, "brief", "--one-story", "--out", f"{out}/site", "--json"]
        seconds, peak = timed([*base, *map(str, files)], 3)
        start, _ = timed([*base, str(files[0])], 3)
    yield (
        f"brief: {len(files)} documents {seconds:.2f} s in all; a brief of one document {start:.2f} s, so {seconds - start:.2f} s "
        f"after start-up; {peak:.0f} MB; bounds 2 s after start-up, 500 MB"
    )


PARTS: dict[str, Callable[[Path | None], Iterator[str]]] = {
    "startup": startup,
    "check": checking,
    "brief": briefing,
    "extraction": extraction,
    "grouping": grouping,
}


def main() -> None:
    """Runs the parts and prints a line for each figure, with the machine named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--only", nargs="*", choices=sorted(PARTS), default=[])
    options = parser.parse_args()
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        "",
    )
    print(f"machine: {model or platform.processor()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for name, part in PARTS.items():
        if not options.only or name in options.only:
            for line in part(options.data):
                print(line, flush=True)


if __name__ == "__main__":
    main()
