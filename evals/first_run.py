"""The main job over many real stories, in process: what goes in, what is drafted, removed and decided, and how long it takes.

    python evals/first_run.py DATA [--briefs FOLDER] [--only KIND]

Prints one line a story and a table of counts (docs/explanation/first-run.md is written from it). DATA holds opennews, stories and
pages; what is not there is left out. With --briefs every brief is also written to FOLDER as Markdown, to be read by an editor;
these hold words of the sources and are not for committing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from groundwire.adapters.clock import FixedClock
from groundwire.adapters.index_memory import MemoryIndex
from groundwire.adapters.reader_child import ChildReader
from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.flows.brief import BriefResult, brief_of, read_playbook
from groundwire.flows.publish import Decided, publication_of
from groundwire.intake import files
from groundwire.publishing import markdown
from groundwire.records.gate import GateOutcome
from groundwire.records.source import Document
from groundwire.records.story import Story
from groundwire.stories.grouping import group, one_story

CAPTURED = datetime(2026, 1, 1, tzinfo=UTC)
MOST_DOCUMENTS = 20  # of one story; the earliest are taken, as a desk would have had them first
ECB_STORIES, CHAINS, PAGES = 12, 4, 60
NEWS = (
    "wikinews-en",
    "bitcoincore-posts",
    "rust-blog",
    "nodejs-blog",
    "letsencrypt-blog",
    "react-blog",
    "electron-blog",
)


def document_of(row: dict[str, Any]) -> list[Document]:
    """A row of the open news as the reader of plain files reads it."""
    head = f"Source: {row.get('outlet') or row['source']}\nDate: {row.get('date') or ''}\nTitle: {row.get('title') or ''}\n\n"
    name = row["id"].replace("/", "-") + ".txt"
    return list(files.read(name, (head + row["text"]).encode(), CAPTURED).documents)


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a compressed file of JSON lines, none where it is missing."""
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def story_of(rows: Iterable[dict[str, Any]], until: str = "9999") -> Story | None:
    """One story of rows, the earliest first and no more than a desk would read."""
    dated = sorted((row for row in rows if (row.get("date") or "") <= until), key=lambda row: row.get("date") or "")
    documents = [document for row in dated[:MOST_DOCUMENTS] for document in document_of(row)]
    return one_story(documents, read_playbook().policy.grouping) if documents else None


def events(data: Path) -> Iterator[tuple[str, Story]]:
    """The dated events of the open news, the large ones cut."""
    listed = data / "opennews" / "events.json"
    rows = {row["id"]: row for row in rows_of(data / "opennews" / "events_docs.jsonl.gz")}
    for event in json.loads(listed.read_text(encoding="utf-8")) if listed.is_file() else []:
        story = story_of(rows[name] for name in event["ids"] if name in rows)
        if story:
            yield event["event"], story


def similar(data: Path) -> Iterator[tuple[str, Story]]:
    """Undated newspaper articles about one event each."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows_of(data / "stories" / "ecbplus_full.train.jsonl.gz"):
        groups[row["story"]].append({"source": f"Paper {len(groups[row['story']]) + 1}", **row})
    for name in sorted(groups)[: ECB_STORIES * 2 : 2]:
        story = story_of(groups[name])
        if story:
            yield name, story


def grouped(data: Path) -> Iterator[tuple[str, Story]]:
    """News and incident posts of the last years, grouped by the system itself: stories of two reports or more, and lone ones."""
    kept = [row for row in rows_of(data / "opennews" / "docs.jsonl.gz") if row["source"] in (*NEWS, "us-doj")]
    incident = ("incident", "vulnerab", "security", "outage", "disclosure", "attack", "malicious")
    for source in NEWS:
        own = [
            row
            for row in kept
            if row["source"] == source and len(row["text"]) < 20_000 and row.get("lang", "en") == "en"
        ]
        if source != "wikinews-en":
            own = [row for row in own if any(word in (row.get("title") or "").lower() for word in incident)]
        documents = [document for row in own[-90:] for document in document_of(row)]
        stories = sorted(group(documents, read_playbook().policy.grouping), key=lambda story: -len(story.documents))
        for number, story in enumerate(stories[:3]):
            yield f"{source}-{number}", story
    chains = ("Anthem", "AT&T", "Dow", "Halliburton", "JetBlue", "Bazaarvoice")
    for name in chains[:CHAINS]:
        chain = story_of(
            row
            for row in kept
            if row["source"] == "us-doj" and "ntitrust" in row["text"] and name in (row.get("title") or "")
        )
        if chain:
            yield f"antitrust-{name}", chain


def pages(data: Path) -> Iterator[tuple[str, Story]]:
    """Saved news pages as they came over the wire, each a story of its own."""
    with ChildReader(FixedClock(CAPTURED), read_playbook().policy.intake) as reader:
        for path in sorted((data / "pages" / "scrapinghub").glob("*.html.gz"))[:PAGES]:
            reading = reader.read(path.name.removesuffix(".gz"), gzip.decompress(path.read_bytes()))
            if reading.documents:
                yield path.name[:12], one_story(list(reading.documents), read_playbook().policy.grouping)


KINDS = {"events": events, "similar": similar, "grouped": grouped, "pages": pages}


@dataclass
class Counts:
    """What was counted over the stories of one kind."""

    of: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)

    def add(self, made: BriefResult, seconds: float) -> None:
        """Counts one brief."""
        brief = made.brief
        self.seconds.append(seconds)
        self.of["stories"] += 1
        self.of["documents"] += len(made.story.documents)
        self.of["drafted"] += brief.drafted
        self.of["removed"] += brief.removed
        self.of["lines"] += len(brief.facts)
        self.of["empty"] += not brief.facts
        self.of["lens"] += brief.lens is not None
        self.of[made.decision.outcome.value] += 1
        for verdict in made.removed:
            self.of[f"removed as {verdict.label.value}"] += 1
        for gate in made.decision.gates:
            if gate.outcome is not GateOutcome.PASS:
                self.held[gate.name] += 1


def moment(story: Story) -> datetime:
    """A day after the latest report, or the day of capture when none is dated."""
    days = [
        document.published.day
        for document in story.documents
        if document.published and len(document.published.day) == 10
    ]
    return datetime.fromisoformat(max(days)).replace(tzinfo=UTC) + timedelta(days=1, hours=14) if days else CAPTURED


def run(stories: Iterable[tuple[str, Story]], folder: Path | None) -> Counts:
    """Briefs every story and counts."""
    book, verifier, counts = read_playbook(), LexicalVerifier(), Counts()
    for name, story in stories:
        start = time.perf_counter()
        made = brief_of(story, index_of=MemoryIndex, verifier=verifier, playbook=book, now=moment(story))
        counts.add(made, time.perf_counter() - start)
        print(
            f"{name}: {len(story.documents)} documents, {made.decision.outcome.value}, {counts.seconds[-1]:.1f} s",
            flush=True,
        )
        if folder:
            decided = Decided(made.story, made.brief, made.decision, made.removed)
            page = markdown.render(publication_of(decided, book.policy, verifier.name))
            (folder / f"{name.replace('/', '-')}.md").write_text(page, encoding="utf-8")
    return counts


def main() -> None:
    """Prints the counts, one row a kind of story."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", type=Path)
    parser.add_argument("--briefs", type=Path)
    parser.add_argument("--only", choices=KINDS)
    given = parser.parse_args()
    if given.briefs:
        given.briefs.mkdir(parents=True, exist_ok=True)
    for kind, stories in KINDS.items():
        if given.only in (None, kind):
            counts = run(stories(given.data), given.briefs)
            seconds = sorted(counts.seconds) or [0.0]
            middle, longest = seconds[len(seconds) // 2], seconds[-1]
            print(
                json.dumps(
                    {"kind": kind, **counts.of, "held_by": dict(counts.held), "median_s": middle, "longest_s": longest}
                )
            )


if __name__ == "__main__":
    main()
