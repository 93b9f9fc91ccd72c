"""Ten drafts with planted faults against their documents, in one process, counted as tools/score_check.py counts."""

from __future__ import annotations

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from groundwire.adapters.index_memory import MemoryIndex
from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.claims.reading import ReadingContext, read, read_document
from groundwire.flows.judge import judge_all
from groundwire.intake import files
from groundwire.playbook.loading import policy
from groundwire.records.claim import ReadDocument, SentenceState
from groundwire.records.verdict import Verdict
from groundwire.stories.origins import origins as origins_of

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FOUND_AT = 0.6  # share of different words that a sentence must have in common with a labelled one to be it


@dataclass
class Judged:
    """A labelled sentence with what became of it."""

    event: str
    gold: dict[str, Any]
    text: str
    outcome: str
    verdicts: tuple[Verdict, ...]

    @property
    def kept(self) -> bool:
        return self.outcome == "kept"


def documents_of(folder: Path) -> tuple[ReadDocument, ...]:
    """The documents of an event, read."""
    names = sorted(folder.glob("*.txt"), key=lambda path: int(path.stem))
    return tuple(read_document(d) for path in names for d in files.read(path.name, path.read_bytes(), NOW).documents)


def events(data: Path) -> Iterator[tuple[str, tuple[ReadDocument, ...], str, list[dict[str, Any]]]]:
    """Name, documents, draft text and labelled sentences of every event."""
    for path in sorted((data / "drafts").glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        yield path.stem, documents_of(path.with_suffix("")), path.with_suffix(".md").read_text(encoding="utf-8"), rows


def judged(data: Path) -> Iterator[Judged]:
    """Every labelled sentence with its outcome."""
    rules, verifier = policy("offline"), LexicalVerifier()
    for name, documents, draft, rows in events(data):
        sentences = read(draft, ReadingContext(draft=True))
        claims = [claim for one in sentences for claim in one.claims]
        origins = origins_of([one.document for one in documents], rules.grouping)
        verdicts = judge_all(claims, documents, origins, verifier, MemoryIndex(documents), rules.verdicts)
        by_id = {verdict.claim.id: verdict for verdict in verdicts}
        table = []
        for one in sentences:
            own = tuple(by_id[claim.id] for claim in one.claims)
            if one.state is SentenceState.CHECKABLE and own:
                outcome = "kept" if all(verdict.supported for verdict in own) else "refused"
            else:
                outcome = str(one.state)
            table.append((one.sentence.text, outcome, own))
        for gold in rows:
            text, outcome, own = max(table, key=lambda row: likeness(gold["s"], row[0]))
            found = likeness(gold["s"], text) > FOUND_AT
            yield Judged(name, gold, text, outcome if found else "missing", own)


def likeness(first: str, second: str) -> float:
    """Jaccard likeness of the different words of two texts."""
    one, two = set(words(first)), set(words(second))
    return len(one & two) / max(1, len(one | two))


def words(text: str) -> list[str]:
    """Words as the scorer counts them."""
    return re.sub(r"\W+", " ", text).lower().split()


def shows_quote(row: Judged) -> bool:
    """Whether the evidence shown holds at least 60 % of the different words of one of the editor's quotes."""
    shown = {word for verdict in row.verdicts for passage in verdict.passages for word in words(passage.text)}
    return any(len(set(words(q)) & shown) >= 0.6 * len(set(words(q))) for q in row.gold["q"])


def summary(rows: list[Judged]) -> dict[str, float]:
    """The figures of a run."""
    true = [row for row in rows if row.gold["l"] == "S"]
    faults = [row for row in rows if row.gold["l"] != "S"]
    kept = sum(row.kept for row in true) / max(1, len(true))
    refused = sum(not row.kept for row in faults) / max(1, len(faults))
    evidence = [shows_quote(row) for row in true if row.kept]
    return {
        "kept": round(kept, 3),
        "refused": round(refused, 3),
        "mean": round((kept + refused) / 2, 3),
        "evidence": round(sum(evidence) / max(1, len(evidence)), 3),
        "missing": sum(row.outcome == "missing" for row in rows),
    }


def measure(data: Path) -> dict[str, float]:
    """Supported sentences kept, faults refused, their mean, and how often the evidence shown holds the editor's quote."""
    return summary(list(judged(data)))


def main() -> None:
    """Prints the figures, and with --show every wrong sentence."""
    started = time.perf_counter()
    rows = list(judged(Path(sys.argv[1])))
    classes: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in rows:
        classes[row.gold["l"], row.gold["c"]].append(row.kept == (row.gold["l"] == "S"))
        if "--show" in sys.argv and row.kept != (row.gold["l"] == "S"):
            print(row.event, row.gold["l"], row.gold["c"], row.outcome, "|", row.gold["s"], "| W:", row.gold["w"])
            for verdict in row.verdicts:
                vetoes = "; ".join(f"{v.name} {v.claimed!r}/{v.evidence!r}" for v in verdict.vetoes)
                print(f"      {verdict.label} {verdict.odds.supported:.2f} [{vetoes}] {verdict.claim.text}")
    for (label, kind), right in sorted(classes.items()):
        print(f"{label} {kind:12s} right {sum(right)}/{len(right)}")
    print(json.dumps(summary(rows)), f"{time.perf_counter() - started:.1f} s")


if __name__ == "__main__":
    main()
