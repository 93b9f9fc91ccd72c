"""Learns language/bonds.tsv: which words of evidence carry which words of a statement that follows from it.

    python training/make_bonds.py DATA/verifier

Words that stand on both sides are set aside; what is left of true pairs is aligned by expectation maximisation (the first
of the IBM word alignment models, Brown et al. 1993). Only sets whose licence lets a table made from them ship are read.
The output holds word roots and weights, no sentence.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

from groundwire.language.kinship import opposites
from groundwire.verdicts.wording import wording

SETS = (
    "rte",
    "scitail",
    "snli_dev",
    "mnli_dev",
    "sanli_base_wiki",
    "sanli_sim_wiki",
    "sanli_translate_wiki",
    "conjnli",
)
AUTHORED = ("authored.train", "twins.train")
ROUNDS = 8
NULL = "~"
MIN_COUNT, MIN_SHARE, MIN_LIFT = 4.0, 0.07, 25.0
# Spans of time and money carry no value for each other, though they stand in each other's place.
APART = frozenset(
    [
        "second",
        "minut",
        "hour",
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "decad",
        "centuri",
        "today",
        "yesterday",
        "tomorrow",
        "percent",
        "point",
        "dollar",
        "euro",
        "pound",
        "million",
        "billion",
        "thousand",
        "half",
        "third",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "januari",
        "februari",
        "march",
        "april",
        "june",
        "juli",
        "august",
        "septemb",
        "octob",
        "novemb",
        "decemb",
        "man",
        "woman",
        "boy",
        "girl",
        "kid",
        "say",
        "accord",
    ]
)
HOME = Path(__file__).parents[1] / "src" / "groundwire" / "language"


def rows(path: Path) -> list[dict[str, object]]:
    """The pairs of one file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def roots(text: str) -> set[str]:
    """Roots of the words that are neither names nor numbers."""
    return {word.root for word in wording(text) if word.number is None and not word.name}


def true_pairs(folder: Path) -> list[tuple[str, str, float]]:
    """(evidence, claim, weight) of every pair that holds, for the authored sets only the sentences that decide."""
    found: list[tuple[str, str, float]] = []
    with gzip.open(folder / "authored_sentences.json.gz", "rt", encoding="utf-8") as file:
        passages = {one["pid"]: one["sents"] for one in json.load(file)}
    for name in AUTHORED:
        for row in rows(folder / "train" / f"{name}.jsonl.gz"):
            if row["label"] == "supported":
                sentences = passages[str(row["id"]).split(".")[0]]
                chosen = [sentences[i - 1] for i in row["meta"]["sentences"] if 0 < i <= len(sentences)]  # type: ignore[index]
                found.append((" ".join(chosen) or str(row["doc"]), str(row["claim"]), 1.5))
    for name in SETS:
        for row in rows(folder / "train" / f"{name}.jsonl.gz"):
            if row["label"] == "supported" and len(str(row["doc"])) < 600:
                found.append((str(row["doc"]), str(row["claim"]), 1.0))
    return found


def main(folder: Path) -> None:
    """Aligns, filters, writes."""
    residue: list[tuple[list[str], list[str], float]] = []
    for evidence, claim, weight in true_pairs(folder):
        given, asked = roots(evidence), roots(claim)
        if given - asked and asked - given:
            residue.append((sorted(given - asked)[:40], sorted(asked - given), weight))
    share: dict[tuple[str, str], float] = {}
    count: dict[tuple[str, str], float] = {}
    for turn in range(ROUNDS):
        count, total = defaultdict(float), defaultdict(float)
        for given, asked, weight in residue:
            for word in asked:
                parts = [(other, share.get((word, other), 0.0) if turn else 1.0) for other in (*given, NULL)]
                whole = sum(part for _, part in parts) or 1e-9
                for other, part in parts:
                    if weight * part / whole > 1e-3:
                        count[word, other] += weight * part / whole
                        total[other] += weight * part / whole
        share = {pair: n / total[pair[1]] for pair, n in count.items()}
    asked_count = Counter(word for _, asked, _ in residue for word in asked)
    everything = sum(asked_count.values())
    lines = []
    for (word, other), n in sorted(count.items()):
        part = share[word, other]
        lift = part / (asked_count[word] / everything)
        if other == NULL or n < MIN_COUNT or part < MIN_SHARE or lift < MIN_LIFT:
            continue
        if word in APART or other in APART or other in opposites(word):
            continue
        strength = 0.35 + 0.1 * math.log2(n / MIN_COUNT) + 0.3 * min(1.0, part / 0.5)
        lines.append(f"{word}\t{other}\t{min(0.9, strength):.2f}\n")
    head = "# made by training/make_bonds.py: root claimed, root in evidence, weight in [0, 1]\n"
    (HOME / "bonds.tsv").write_text(head + "".join(lines), encoding="utf-8")
    print(len(residue), "pairs with a residue,", len(lines), "bonds")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
