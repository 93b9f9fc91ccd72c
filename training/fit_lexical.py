"""Fits adapters/lexical_weights.json: how much each feature of the rule-based verifier says about support.

    python training/fit_lexical.py DATA/verifier [--seed 1] [--out FILE]

What cover can see and what it cannot are kept apart: of the hand-written sets only faults that add something the evidence
does not hold (extrinsic, consequence, causal) are shown to the fit, because small edits leave the words in place and are
the business of the vetoes. Each weight may only have the sign that makes sense (more cover never counts against a claim),
so that a habit of one set of authors is not learned. Nothing of the statement alone is used.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from groundwire.adapters.index_memory import MemoryIndex
from groundwire.adapters.lexical_features import NAMES, features
from groundwire.claims.splitting import sentences
from groundwire.records.claim import ReadDocument, ReadSentence, SentenceState
from groundwire.records.source import Document, Snapshot, Source

Floats = NDArray[np.float64]
HOME = Path(__file__).parents[1] / "src" / "groundwire" / "adapters" / "lexical_weights.json"
SEEN_BY_COVER = {"extrinsic", "consequence", "causal"}
HAND_WRITTEN = ("authored.train", "twins.train")
# Most pairs taken of each other set, so that none decides alone.
OTHERS = {"rte": 1000, "scitail": 1000, "fever_bin": 1000, "cg2c_doc": 600, "sanli_translate_wiki": 1000, "mnli_dev": 1500, "healthver": 200, "mctest_nli": 600, "citint": 800, "covidfact": 500, "begin_wow": 100, "begin_topicalchat": 400}  # fmt: skip
SIGNS = {
    "cover": 1,
    "exact": 1,
    "best_sentence": 1,
    "order": 1,
    "bigrams": 1,
    "mass": 1,
    "thin_window": 1,
    "weak_clause": 1,
}
UNUSED = {"length", "hedge", "claim_negation"}
PASSAGES, L2, ROUNDS, OTHER_WEIGHT = 4, 2.0, 1500, 0.5
# Moves the bias so that 0.5 is where the mean of kept and refused is level on the drafts; no weight depends on it.
SHIFT = 0.15
SNAPSHOT = Snapshot("0" * 64, "text/plain", 0, datetime(2026, 1, 1, tzinfo=UTC), "pair")


def pairs(folder: Path, name: str, limit: int | None, seed: int) -> list[dict[str, Any]]:
    """The pairs of one set, or a fixed sample of them."""
    with gzip.open(folder / "train" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        found = [json.loads(line) for line in file]
    return random.Random(seed).sample(found, limit) if limit and len(found) > limit else found


def index_of(text: str) -> MemoryIndex:
    """An index over one evidence text."""
    document = Document("d", Source("pair"), "", text, SNAPSHOT)
    read = tuple(ReadSentence(one, SentenceState.CHECKABLE) for one in sentences(text))
    return MemoryIndex([ReadDocument(document, read)])


def table(rows: list[dict[str, Any]]) -> tuple[Floats, Floats]:
    """Features, shape (pairs, features), and labels, 1.0 for supported."""
    values, labels = [], []
    text, index = "", index_of("")
    for row in rows:
        if row["doc"] != text:
            text, index = row["doc"], index_of(row["doc"])
        found = sorted(index.search(row["claim"], PASSAGES), key=lambda item: item[0].start)
        values.append(features("\n".join(passage.text for passage, _ in found), row["claim"]))
        labels.append(float(row["label"] == "supported"))
    return np.array(values), np.array(labels)


def fit(x: Floats, y: Floats, weight: Floats) -> tuple[Floats, float]:
    """Weights of the raw features and the bias: a logistic with signs held, by accelerated projected gradient."""
    mean, spread = x.mean(0), x.std(0) + 1e-6
    z = np.hstack([(x - mean) / spread, np.ones((len(x), 1))])
    sign = np.array([0 if name in UNUSED else SIGNS.get(name, -1) for name in NAMES] + [0])
    idle = np.array([name in UNUSED for name in NAMES] + [False])
    step = weight.sum() / (np.linalg.norm(z * np.sqrt(weight)[:, None], 2) ** 2 / 4 + L2)
    now, ahead, pace = np.zeros(z.shape[1]), np.zeros(z.shape[1]), 1.0
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-z @ ahead))
        slope = (z.T @ (weight * (p - y)) + L2 * np.r_[ahead[:-1], 0]) / weight.sum()
        new = ahead - step * slope
        new = np.where(idle | (sign * new < 0), 0.0, new)
        faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead, now, pace = new + (pace - 1) / faster * (new - now), new, faster
    raw = now[:-1] / spread
    return raw, float(now[-1] - raw @ mean + SHIFT)


def main(folder: Path, seed: int, out: Path) -> None:
    """Reads, fits, writes; the same seed and data give the same file."""
    parts = []
    for name in HAND_WRITTEN:
        rows = pairs(folder, name, None, seed)
        if name == "twins.train":
            rows = [row for row in rows if row["meta"]["class"] in SEEN_BY_COVER]
        rows = [row for row in rows if row["label"] == "supported" or row["meta"]["class"] in SEEN_BY_COVER]
        x, y = table(rows)
        # True claims outnumber the faults that are left: both sides weigh the same.
        weight = np.where(y == 1, len(y) / 2 / y.sum(), len(y) / 2 / (1 - y).sum())
        parts.append((x, y, weight))
    for name, limit in OTHERS.items():
        x, y = table(pairs(folder, name, limit, seed))
        parts.append((x, y, np.full(len(y), OTHER_WEIGHT)))
    weights, bias = fit(*(np.concatenate([part[i] for part in parts]) for i in range(3)))
    data = {"weights": {n: round(float(w), 4) for n, w in zip(NAMES, weights, strict=True)}, "bias": round(bias, 4)}
    out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=HOME)
    options = parser.parse_args()
    main(options.folder, options.seed, options.out)
