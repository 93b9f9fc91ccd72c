"""How well documents are grouped into stories: B-Cubed and pairwise figures on labelled sets, and what time adds.

    python evals/stories.py DATA

DATA/stories holds news articles labelled by event, two similar events a topic, without dates (its train half was used to
choose the thresholds, its dev half was not). DATA/opennews holds dated events; their figures are given with the dates,
and again with every date taken away.
"""

from __future__ import annotations

import dataclasses
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from groundwire.playbook.loading import policy
from groundwire.records.source import Dated, Document, Snapshot, Source
from groundwire.stories.grouping import partition

SNAPSHOT = Snapshot("0" * 64, "text/plain", 1, datetime(2020, 1, 1, tzinfo=UTC), "eval")


@dataclasses.dataclass(frozen=True)
class Figures:
    """Precision, recall and F1, by document (B-Cubed) and by pair of documents, and how many stories were made."""

    precision: float
    recall: float
    f1: float
    pair_precision: float
    pair_recall: float
    pair_f1: float
    stories: int


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def figures(gold: Mapping[str, str], found: Iterable[Iterable[str]]) -> Figures:
    """Holds groups of ids against the labels of the same ids (Bagga and Baldwin, 1998; pairs as counted by Rand)."""
    groups = [[name for name in group if name in gold] for group in found]
    groups = [group for group in groups if group]
    size = Counter(gold.values())
    precision = recall = 0.0
    both = together = 0
    for group in groups:
        inside = Counter(gold[name] for name in group)
        together += len(group) * (len(group) - 1) // 2
        both += sum(count * (count - 1) // 2 for count in inside.values())
        precision += sum(count * count / len(group) for count in inside.values())
        recall += sum(count * count / size[label] for label, count in inside.items())
    meant = sum(count * (count - 1) // 2 for count in size.values())
    p, r = precision / len(gold), recall / len(gold)
    pp, pr = (both / together if together else 1.0), (both / meant if meant else 1.0)
    return Figures(p, r, f1(p, r), pp, pr, f1(pp, pr), len(groups))


def similar_events(data: Path, part: str) -> Figures:
    """The undated set: two similar but different events a topic."""
    with gzip.open(data / "stories" / f"ecbplus_full.{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    documents = [Document(row["id"], Source(row["id"]), "", row["text"], SNAPSHOT) for row in rows]
    gold = {row["id"]: row["story"] for row in rows}
    return figures(gold, ([d.id for d in story] for story in partition(documents, policy("offline").grouping)))


def dated_events(data: Path, dates: bool = True) -> tuple[Figures, float]:
    """The dated set, and the mean over its events of the share of an event's documents in its largest story."""
    folder = data / "opennews"
    labels: dict[str, str] = {}
    for event in json.loads((folder / "events.json").read_text(encoding="utf-8")):
        for name in event["ids"]:
            labels.setdefault(name, event["event"])
    documents = []
    with gzip.open(folder / "events_docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            day = row.get("date") or ""
            published = Dated(day, "day") if dates and len(day) == 10 else None
            source = Source(row.get("outlet") or row["source"])
            documents.append(
                Document(row["id"], source, row.get("title") or "", row["text"], SNAPSHOT, published=published)
            )
    gold = {document.id: labels[document.id] for document in documents if document.id in labels}
    groups = [[d.id for d in story] for story in partition(documents, policy("offline").grouping)]
    largest: dict[str, int] = defaultdict(int)
    for group in groups:
        for label, count in Counter(gold[name] for name in group if name in gold).items():
            largest[label] = max(largest[label], count)
    size = Counter(gold.values())
    whole = sum(largest[label] / size[label] for label in size) / len(size)
    return figures(gold, groups), whole


def measure(data: Path) -> dict[str, float]:
    """The figures `make eval` keeps a floor under."""
    dev = similar_events(data, "dev")
    kept = {
        "dev_b3_precision": dev.precision,
        "dev_b3_recall": dev.recall,
        "dev_b3_f1": dev.f1,
        "dev_pair_f1": dev.pair_f1,
    }
    if (data / "opennews" / "events.json").is_file():
        dated, whole = dated_events(data)
        kept |= {"dated_b3_precision": dated.precision, "dated_b3_f1": dated.f1, "dated_largest_story": whole}
    return kept


def main() -> int:
    """Prints the table of docs/explanation/grouping.md."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
    if not (data / "stories").is_dir():
        print("stories: not measured: no data")
        return 0
    print(f"{'set':34} B3 P    R     F1    pair P R     F1    stories")
    rows = [
        ("similar events, train (tuned on)", similar_events(data, "train")),
        ("similar events, dev", similar_events(data, "dev")),
    ]
    if (data / "opennews" / "events.json").is_file():
        with_dates, whole = dated_events(data)
        without, whole_without = dated_events(data, dates=False)
        rows += [("dated events, with their dates", with_dates), ("dated events, dates taken away", without)]
    for name, row in rows:
        print(
            f"{name:34} {row.precision:.3f} {row.recall:.3f} {row.f1:.3f} "
            f"{row.pair_precision:.3f} {row.pair_recall:.3f} {row.pair_f1:.3f} {row.stories:>5}"
        )
    if len(rows) > 2:
        print(f"share of an event in its largest story: {whole:.3f} with dates, {whole_without:.3f} without")
    return 0


if __name__ == "__main__":
    sys.exit(main())
