"""The committed sets: evidence/claim pairs by failure class, and what sentences of short passages claim.

Both sets (evals/data) are invented and labelled by hand; evals/data/SHA256SUMS fixes them. The claims set is counted as
tools/score_claims.py counts, but through the public reading function: sentences with a claim on both sides, sets of
modalities, statuses, quantities (value and relation) and dates (iso) of a sentence.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import groundwire
from groundwire.claims.reading import ReadingContext, read
from groundwire.records.claim import Claim, ReadSentence

DATA = Path(__file__).parent / "data"
Row = dict[str, Any]


def measure(data: Path | None) -> dict[str, float]:
    """Figures of both sets; prints a table by class and the pairs that were judged wrongly.

    Args:
        data: not used: the sets are committed.
    """
    del data
    figures = {f"pairs {key}": value for key, value in pairs().items()}
    return figures | {f"claims {key}": value for key, value in claims().items()}


def rows(name: str) -> list[Row]:
    """The rows of a committed set, in order."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def ratio(hits: float, of: float) -> float:
    """hits / of, 0 of nothing."""
    return hits / of if of else 0.0


def pairs() -> dict[str, float]:
    """Accuracy, balanced accuracy, supported kept, must-reject refused and twin order, each a share in [0, 1]."""
    cases = rows("pairs.jsonl")
    with groundwire.Checker() as checker:
        scores = checker.support([(case["evidence"], case["claim"]) for case in cases])
        threshold = checker.threshold
    score = {case["id"]: value for case, value in zip(cases, scores, strict=True)}
    by_class: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        count, true = by_class[case["class"]], case["label"] == "supported"
        accepted = score[case["id"]] >= threshold
        count["true" if true else "false"] += 1
        count["kept" if true else "refused"] += accepted == true
        if true:
            count["order"] += score[case["id"]] > score[case["twin"]]
        if accepted != true:
            print(f"  {case['id']} {case['label']} {score[case['id']]:.2f} | {case['claim']}")
    print(f"  {'class':26}{'n':>5}{'kept':>9}{'refused':>9}{'order':>9}")
    total: Counter[str] = Counter()
    for name, count in by_class.items():
        total.update(count)
        print(line(name, count))
    print(line("all", total))
    kept, refused = ratio(total["kept"], total["true"]), ratio(total["refused"], total["false"])
    return {
        "accuracy": ratio(total["kept"] + total["refused"], len(cases)),
        "balanced accuracy": (kept + refused) / 2,
        "supported kept": kept,
        "must-reject refused": refused,
        "twin order": ratio(total["order"], total["true"]),
    }


def line(name: str, count: Counter[str]) -> str:
    """A line of the table: the number of pairs, and hits of tries for each figure."""
    true, false = count["true"], count["false"]
    shares = (f"{count['kept']}/{true}", f"{count['refused']}/{false}", f"{count['order']}/{true}")
    return f"  {name:26}{true + false:>5}" + "".join(f"{share:>9}" for share in shares)


def claims() -> dict[str, float]:
    """Checkable accuracy, macro-F1 of modality and status, F1 of quantities and dates."""
    passages: dict[str, list[Row]] = defaultdict(list)
    for row in rows("claims.jsonl"):
        passages[row["p"]].append(row)
    right, total = 0, 0
    tally: dict[str, dict[str, Counter[str]]] = {what: defaultdict(Counter) for what in ("modality", "status")}
    sums: dict[str, Counter[str]] = {"quantities": Counter(), "dates": Counter()}
    for sentences in passages.values():
        first = sentences[0]
        context = ReadingContext(published=first["date"], source=first["source"], title=first["title"])
        found = read("\n\n".join(row["sentence"] for row in sentences), context)
        for row in sentences:
            mine = of_sentence(row["sentence"], found)
            total += 1
            right += bool(mine) == row["checkable"]
            if bool(mine) != row["checkable"]:
                print(f"  checkable: {row['checkable']} | {row['sentence']}")
            if mine and row["claims"]:
                count_labels(row, mine, tally)
                count_details(row, mine, sums)
    figures = {"checkable": ratio(right, total)}
    for what, labels in tally.items():
        own = {label: f1(count) for label, count in labels.items() if count["hit"] + count["missed"]}
        print(f"  {what}: " + ", ".join(f"{label} {value:.2f}" for label, value in sorted(own.items())))
        figures[what] = ratio(sum(own.values()), len(own))
    return figures | {what: f1(count) for what, count in sums.items()}


def of_sentence(sentence: str, found: tuple[ReadSentence, ...]) -> list[Claim]:
    """The claims read in a sentence: of the same words, else of a part of them that is more than half as long."""
    key = plain(sentence)
    texts = [(plain(one.sentence.text), one) for one in found]
    same = [one for text, one in texts if text == key]
    parts = same or [
        one
        for text, one in texts
        if text and (text in key or key in text) and min(len(text), len(key)) > 0.5 * max(len(text), len(key))
    ]
    return [claim for one in parts for claim in one.claims]


def plain(text: str) -> str:
    """A text's words in lower case, with single spaces."""
    return re.sub(r"\W+", " ", text).lower().strip()


def count_labels(row: Row, mine: list[Claim], tally: dict[str, dict[str, Counter[str]]]) -> None:
    """Counts modality and status of a sentence as sets."""
    sets = {"modality": {str(one.modality) for one in mine}, "status": {str(one.status) for one in mine}}
    for what, got in sets.items():
        wanted = {claim[what] for claim in row["claims"]}
        add(wanted, got, lambda label, what=what: tally[what][label])
        if wanted != got:
            print(f"  {what}: {sorted(wanted)} not {sorted(got)} | {row['sentence']}")


def count_details(row: Row, mine: list[Claim], sums: dict[str, Counter[str]]) -> None:
    """Counts quantities and dates of a sentence as sets."""
    wanted = {
        "quantities": {(round(q["value"], 4), q["relation"]) for claim in row["claims"] for q in claim["quantities"]},
        "dates": {date["iso"] for claim in row["claims"] for date in claim["dates"]},
    }
    got = {
        "quantities": {(round(q.value, 4), str(q.relation)) for claim in mine for q in claim.quantities},
        "dates": {date.iso for claim in mine for date in claim.dates},
    }
    for what in sums:
        add(wanted[what], got[what], lambda _label, what=what: sums[what])
        if wanted[what] != got[what]:
            print(f"  {what}: {sorted(wanted[what])} not {sorted(got[what])} | {row['sentence']}")


def add(wanted: set[Any], got: set[Any], counter: Any) -> None:
    """Adds hits, additions and misses to counter(label)."""
    for label in wanted | got:
        kind = "hit" if label in wanted and label in got else "added" if label in got else "missed"
        counter(label)[kind] += 1


def f1(tally: Counter[str]) -> float:
    """F1 of hits, additions and misses."""
    return ratio(2 * tally["hit"], 2 * tally["hit"] + tally["added"] + tally["missed"])
