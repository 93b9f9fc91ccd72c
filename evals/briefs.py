"""Briefs of the ten events, composed without a language model, counted as tools/score_brief.py counts."""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from groundwire.adapters.index_memory import MemoryIndex
from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.flows.brief import BriefResult, brief_of, read_playbook
from groundwire.flows.publish import Decided, publication_of
from groundwire.intake import files
from groundwire.publishing import markdown
from groundwire.records.story import Story
from groundwire.stories.grouping import one_story

CAPTURED = datetime(2026, 1, 1, tzinfo=UTC)
PATIENCE = 600  # words a reader is given


def scorer(data: Path) -> ModuleType | None:
    """The counting tool that lies beside the data, None where there is none."""
    path = data.parent / "tools" / "score_brief.py"
    if not path.is_file():
        return None
    spec = importlib.util.spec_from_file_location("score_brief", path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def events(data: Path) -> Iterator[tuple[str, Story, dict[str, Any], datetime]]:
    """Name, story, gold and the moment to brief at (noon UTC on the day after the gold's `as_of`) of every event."""
    grouping = read_playbook().policy.grouping
    for path in sorted((data / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        texts = sorted((data / "drafts" / path.stem).glob("*.txt"), key=lambda each: int(each.stem))
        documents = [d for each in texts for d in files.read(each.name, each.read_bytes(), CAPTURED).documents]
        if documents:
            now = datetime.fromisoformat(gold["as_of"]).replace(tzinfo=UTC) + timedelta(days=1, hours=12)
            yield path.stem, one_story(documents, grouping), gold, now


def composed(story: Story, now: datetime) -> tuple[BriefResult, str]:
    """The brief of a story and its page as Markdown."""
    book, verifier = read_playbook(), LexicalVerifier()
    made = brief_of(story, index_of=MemoryIndex, verifier=verifier, playbook=book, now=now)
    decided = Decided(made.story, made.brief, made.decision, made.removed)
    return made, markdown.render(publication_of(decided, book.policy, verifier.name))


def counted(tool: ModuleType, gold: dict[str, Any], page: str) -> dict[str, Any]:
    """What the tool counts of one page."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brief.md"
        path.write_text(page, encoding="utf-8")
        sentences = tool.sentences(tool.text_of(str(path)))
    hits = [(fact, tool.found(fact, sentences)) for fact in gold["key_facts"]]
    running = early = 0
    for early, sentence in enumerate(sentences, 1):  # noqa: B007
        running += len(sentence.split())
        if running >= PATIENCE:
            break
    soon = [(fact, hit) for fact, hit in hits if hit and hit[0] < early]
    must = [fact for fact, _ in hits if fact.get("must")]
    named = [tool.speaker_named(fact, hit[1]) for fact, hit in hits if hit and fact.get("said_by")]
    newest = max((fact.get("date") or "" for fact, _ in hits), default="")
    return {
        "facts": len(soon),
        "of": len(hits),
        "must": sum(bool(fact.get("must")) for fact, _ in soon) / max(1, len(must)),
        "named": sum(bool(each) for each in named if each is not None),
        "to_name": sum(each is not None for each in named),
        "newest_leads": any(hit and hit[0] < 6 for fact, hit in hits if (fact.get("date") or "") == newest),
        "missed": [fact["fact"] for fact, hit in hits if (fact, hit) not in soon],
    }


def rows_of(data: Path) -> list[dict[str, Any]]:
    """One row an event."""
    tool = scorer(data)
    rows = []
    for name, story, gold, now in events(data) if tool else ():
        start = time.perf_counter()
        made, page = composed(story, now)
        seconds = time.perf_counter() - start
        row = counted(tool, gold, page) if tool else {}
        reasons = [gate.name for gate in made.decision.gates if gate.outcome.value != "pass"]
        rows.append(
            {"event": name, **row, "outcome": made.decision.outcome.value, "held_by": reasons, "seconds": seconds}
        )
    return rows


def measure(data: Path, rows: list[dict[str, Any]] | None = None) -> dict[str, float]:
    """Facts and share of `must` within the first 600 words, speakers named, newest state leading, outcomes; {} without data."""
    rows = rows_of(data) if rows is None else rows
    if not rows:
        return {}
    to_name = sum(row["to_name"] for row in rows)
    return {
        "events": len(rows),
        "facts_600": sum(row["facts"] for row in rows) / len(rows),
        "must_600": sum(row["must"] for row in rows) / len(rows),
        "speaker_named": sum(row["named"] for row in rows) / to_name if to_name else 1.0,
        "newest_leads": sum(row["newest_leads"] for row in rows) / len(rows),
        "approved": sum(row["outcome"] == "approve" for row in rows) / len(rows),
        "seconds": max(row["seconds"] for row in rows),
    }


if __name__ == "__main__":
    every = rows_of(Path(sys.argv[1]))
    for each in every:
        print({key: value for key, value in each.items() if key != "missed"})
        if "--missed" in sys.argv:
            print(*(f"    missed: {fact}" for fact in each["missed"]), sep="\n")
    print(json.dumps(measure(Path(sys.argv[1]), every)))
