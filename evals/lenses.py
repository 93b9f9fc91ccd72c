"""Which lens is shown for real stories, against judgements that were written with the matcher out of sight.

    python evals/lenses.py DATA

evals/data/lens_labels.jsonl holds ids and judgements only ({"doc", "lens", "fits", "also", "why"}); the texts come from DATA
(opennews). lens is an id or "none"; fits says whether that lens fits the story.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from groundwire.briefs.lenses import match_texts
from groundwire.playbook.lens_files import lenses
from groundwire.playbook.loading import policy
from groundwire.records.lens import LensMatch

LABELS = Path(__file__).parent / "data" / "lens_labels.jsonl"


@dataclass(frozen=True, slots=True)
class Judged:
    """One story with its judgements and what the matcher says.

    Args:
        fits, not_fits: lens ids judged to fit and not to fit.
    """

    doc: str
    title: str
    fits: frozenset[str]
    not_fits: frozenset[str]
    match: LensMatch

    @property
    def outcome(self) -> str:
        """ "right", "wrong", "missed", "none" (rightly) or "unjudged" (a shown lens that nobody judged for this story)."""
        shown = self.match.lens
        if shown is None:
            return "missed" if self.fits else "none"
        if shown in self.fits:
            return "right"
        return "wrong" if shown in self.not_fits or self.fits else "unjudged"


def texts(data: Path, wanted: set[str]) -> dict[str, tuple[str, str]]:
    """(title, text) of the wanted documents by id."""
    found: dict[str, tuple[str, str]] = {}
    for name in ("docs.jsonl.gz", "events_docs.jsonl.gz"):
        with gzip.open(data / "opennews" / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["id"] in wanted:
                    found.setdefault(row["id"], (row.get("title") or "", row["text"]))
    return found


def judged(data: Path, labels: Path = LABELS) -> Iterator[Judged]:
    """Every labelled story whose text is in DATA, in the order of their ids."""
    by_doc: dict[str, dict[str, bool]] = defaultdict(dict)
    for line in labels.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["lens"] not in (None, "", "none"):
            by_doc[row["doc"]][row["lens"]] = bool(row["fits"])
            also = row.get("also") or []
            by_doc[row["doc"]].update(dict.fromkeys([also] if isinstance(also, str) else also, True))
        else:
            by_doc[row["doc"]].update({lens.id: False for lens in lenses()} if row["fits"] else {})
    found = texts(data, set(by_doc))
    for doc in sorted(found):
        title, text = found[doc]
        said = by_doc[doc]
        yield Judged(
            doc,
            title,
            frozenset(lens for lens, fits in said.items() if fits),
            frozenset(lens for lens, fits in said.items() if not fits),
            match_texts([(title, text)], lenses(), policy("offline").lens),
        )


def figures(rows: list[Judged]) -> dict[str, float]:
    """Precision of a shown lens, recall over stories that some lens fits, and the counts behind them."""
    count = {
        name: sum(row.outcome == name for row in rows) for name in ("right", "wrong", "missed", "none", "unjudged")
    }
    shown, fitting = count["right"] + count["wrong"], sum(bool(row.fits) for row in rows)
    return {
        "precision": count["right"] / shown if shown else 0.0,
        "recall": count["right"] / fitting if fitting else 0.0,
        "stories": float(len(rows)),
        **{name: float(number) for name, number in count.items()},
    }


def measure(data: Path) -> dict[str, float]:
    """The figures for evals/run.py."""
    return figures(list(judged(data)))


def main() -> None:
    """Prints the figures, then every story that went wrong."""
    rows = list(judged(Path(sys.argv[1])))
    print(json.dumps(figures(rows)))
    for row in rows:
        if row.outcome in ("wrong", "missed", "unjudged"):
            near = ", ".join(f"{lens} {score:.2f}" for lens, score, _ in row.match.near)
            fits = ", ".join(sorted(row.fits)) or "none"
            print(
                f"{row.outcome}: {row.doc} {row.title[:90]!r}: shown {row.match.lens} {row.match.score:.2f}; fits {fits}; near {near}"
            )


if __name__ == "__main__":
    main()
