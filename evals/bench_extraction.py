"""Extraction and snapshot of saved pages, beside plain trafilatura with metadata in one process a core.

    python evals/bench_extraction.py DATA [--rounds N]

DATA is a folder that holds pages/scrapinghub. Both sides take the same bytes in the same order and are warm before the clock
starts: trafilatura's own `bare_extraction` with metadata in a pool of processes, one a core; and ours, which parses in
children that can be killed, and afterwards writes every page and what was read of it into one WARC file. The rounds of the
two alternate, each in a process of its own, so that each peak of memory is its own; the medians are compared.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

BOUND = 0.70


def pages_of(data: Path) -> list[tuple[str, bytes]]:
    """Name and bytes of the saved pages, unpacked where they are packed, in order."""
    found = []
    for path in sorted((data / "pages" / "scrapinghub").rglob("*.html*")):
        packed = path.suffix == ".gz"
        found.append(
            (path.name.removesuffix(".gz"), gzip.decompress(path.read_bytes()) if packed else path.read_bytes())
        )
    return found


def plain_extract(page: bytes) -> int:
    """The peer as it comes: 1 when it finds a text."""
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True)
    return 0 if found is None else 1


def peer(pages: list[tuple[str, bytes]]) -> tuple[float, int]:
    """Seconds and number of pages in which the peer finds a text."""
    cores = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(plain_extract, [pages[0][1]] * 2 * cores))
        start = time.perf_counter()
        found = sum(pool.map(plain_extract, [page for _, page in pages], chunksize=8))
        return time.perf_counter() - start, found


def own(pages: list[tuple[str, bytes]]) -> tuple[float, int]:
    """Seconds and number of documents read, with their snapshots written."""
    from groundwire.adapters.clock import SystemClock
    from groundwire.adapters.reader_child import ChildReader
    from groundwire.adapters.warc import write_evidence

    clock = SystemClock()
    with ChildReader(clock) as reader, tempfile.TemporaryDirectory() as folder:
        list(reader.read_all([pages[0]] * 4))
        start = time.perf_counter()
        documents = [document for reading in reader.read_all(iter(pages)) for document in reading.documents]
        raw = {hashlib.sha256(page).hexdigest(): page for _, page in pages}
        write_evidence(Path(folder) / "evidence.warc.gz", documents, raw, clock.now())
        return time.perf_counter() - start, len(documents)


def lines(data: Path, rounds: int = 3) -> list[str]:
    """The figures as lines to print."""
    pages = pages_of(data)
    size = sum(len(page) for _, page in pages) / len(pages) / 1000
    runs: dict[str, list[dict[str, float]]] = {"peer": [], "own": []}
    for _ in range(rounds):
        for name, found in runs.items():
            command = [sys.executable, __file__, str(data), "--one", name]
            found.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    seconds = {name: statistics.median(run["seconds"] for run in found) for name, found in runs.items()}
    head = f"{len(pages)} pages of {size:.0f} kB on average, {rounds} rounds"
    return [
        f"{head}: plain trafilatura {len(pages) / seconds['peer']:.1f} pages/s, extraction and snapshot "
        f"{len(pages) / seconds['own']:.1f} pages/s, ratio {seconds['peer'] / seconds['own']:.2f}; bound {BOUND:.2f}",
        *(
            f"{name}: {found[-1]['found']} found; peak {max(run['self_mb'] for run in found):.0f} MB, "
            f"largest child {max(run['child_mb'] for run in found):.0f} MB"
            for name, found in runs.items()
        ),
    ]


def main() -> int:
    """Runs the rounds, or one of them in this process."""
    parser = argparse.ArgumentParser(description="Pages a second of extraction and snapshot, beside trafilatura.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", choices=["peer", "own"], help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if not (asked.data / "pages" / "scrapinghub").is_dir():
        print("extraction: not measured: no data")
    elif asked.one:
        seconds, found = (peer if asked.one == "peer" else own)(pages_of(asked.data))
        peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        print(json.dumps({"seconds": seconds, "found": found, "self_mb": peaks[0], "child_mb": peaks[1]}))
    else:
        print(*lines(asked.data, asked.rounds), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
