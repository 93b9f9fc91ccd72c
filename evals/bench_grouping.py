"""How long grouping takes, and how it grows: 1,000, 10,000 and 50,000 documents.

    python evals/bench_grouping.py DATA [--sizes 1000 10000 50000]

DATA is a folder that holds opennews/docs.jsonl.gz. The recipe, which takes nothing from chance:

1. Whole documents: those in English with a full date and at least 60 words, in the order of the SHA-256 of their ids.
   The first N of them, as far as they go, are the sample of N.
2. Where more are asked for, derived items follow in rounds: round r takes the same documents in the same order and of
   each the paragraphs whose number modulo 3 is not r modulo 3 (lines where there are no paragraphs), if 40 words are left;
   the item is dated 1 + (r modulo 5) days later and comes from another publisher. They stand for rewrites of a report.

Each size runs in a process of its own, so that its peak of memory is its own. Printed: wall seconds, processor seconds,
peak resident memory with the documents in it, number of stories, and the growth of processor time against that of n log n.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from groundwire.playbook.loading import policy
from groundwire.records.source import Dated, Document, Snapshot, Source
from groundwire.stories.grouping import group

LEAST_WORDS = 60
LEAST_WORDS_DERIVED = 40
MOST_CHARACTERS = 20_000
SNAPSHOT = Snapshot("0" * 64, "text/plain", 1, datetime(2020, 1, 1, tzinfo=UTC), "bench")


def whole_documents(data: Path, size: int) -> list[tuple[str, str, str, str, str]]:
    """(id, source, day, title, text) of the first whole documents, in the order of the recipe; read twice to spare memory."""
    fitting = sorted(hashlib.sha256(row["id"].encode()).hexdigest() for row in fitting_rows(data))
    last = fitting[min(size, len(fitting)) - 1]
    rows = [
        (row["id"], sys.intern(row["source"]), row["date"], row.get("title") or "", row["text"][:MOST_CHARACTERS])
        for row in fitting_rows(data)
        if hashlib.sha256(row["id"].encode()).hexdigest() <= last
    ]
    return sorted(rows, key=lambda row: hashlib.sha256(row[0].encode()).hexdigest())


def fitting_rows(data: Path) -> Iterator[dict[str, str]]:
    """Rows in English with a full date and enough words."""
    with gzip.open(data / "opennews" / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["lang"] == "en" and len(row.get("date") or "") == 10 and row["text"].count(" ") >= LEAST_WORDS:
                yield row


def derived(rows: list[tuple[str, str, str, str, str]]) -> Iterator[tuple[str, str, str, str, str]]:
    """Items made of two thirds of the paragraphs of a document, in rounds without end."""
    turn = 0
    while True:
        turn += 1
        for name, source, day, title, text in rows:
            parts = [part for part in text.split("\n") if part.strip()]
            left = "\n".join(part for number, part in enumerate(parts) if number % 3 != turn % 3)
            if left.count(" ") >= LEAST_WORDS_DERIVED:
                later = (date.fromisoformat(day) + timedelta(days=1 + turn % 5)).isoformat()
                yield f"{name}#{turn}", f"{source} rewrite {turn}", later, title, left


def sample(data: Path, size: int) -> list[Document]:
    """The sample of that size as documents."""
    rows = whole_documents(data, size)
    taken = rows[:size]
    more = derived(rows)
    while len(taken) < size:
        taken.append(next(more))
    return [
        Document(
            hashlib.sha256(name.encode()).hexdigest()[:16],
            Source(source),
            title,
            text,
            SNAPSHOT,
            published=Dated(day, "day"),
        )
        for name, source, day, title, text in taken
    ]


def one_size(data: Path, size: int) -> dict[str, float]:
    """Groups a sample and says what it took."""
    documents = sample(data, size)
    before = time.perf_counter(), time.process_time()
    stories = group(documents, policy("offline").grouping)
    return {
        "documents": len(documents),
        "stories": len(stories),
        "largest": max(len(story.documents) for story in stories),
        "wall_s": round(time.perf_counter() - before[0], 2),
        "cpu_s": round(time.process_time() - before[1], 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }


def main() -> int:
    """Runs each size in its own process and prints a table."""
    parser = argparse.ArgumentParser(description="Seconds and memory of grouping.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 50_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(one_size(asked.data, asked.one)))
        return 0
    if not (asked.data / "opennews" / "docs.jsonl.gz").is_file():
        print("grouping: not measured: no data")
        return 0
    print("documents  stories  largest  wall s   cpu s  peak MB  growth of cpu / growth of n log n")
    first: dict[str, float] = {}
    for size in asked.sizes:
        command = [sys.executable, __file__, str(asked.data), "--one", str(size)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        first = first or found
        growth = size * math.log(size) / (first["documents"] * math.log(first["documents"]))
        ratio = found["cpu_s"] / max(first["cpu_s"], 0.01) / growth
        print(
            f"{found['documents']:>9}  {found['stories']:>7}  {found['largest']:>7}  {found['wall_s']:>6}  {found['cpu_s']:>6}"
            f"  {found['peak_mb']:>7}  {ratio:.2f}",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
