"""The committed evaluation sets are the ones that were fixed, and are built as their README says."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

DATA = Path(__file__).parents[2] / "evals" / "data"
MODALITIES = {"done", "under way", "ongoing", "planned", "possible", "conditional", "denied"}
STATUSES = {"stated", "said", "alleged", "reported"}


def rows(name):
    """The rows of a committed set."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def test_the_sets_are_the_ones_whose_hashes_were_fixed():
    sums = dict(reversed(line.split()) for line in (DATA / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    assert set(sums) == {"pairs.jsonl", "claims.jsonl"}
    for name, wanted in sums.items():
        assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == wanted, name


def test_no_two_pairs_share_an_id_or_their_words():
    pairs = rows("pairs.jsonl")
    assert len(pairs) >= 240
    assert len({pair["id"] for pair in pairs}) == len(pairs)
    assert len({(pair["evidence"], pair["claim"]) for pair in pairs}) == len(pairs)


def test_a_pair_and_its_twin_share_evidence_and_only_one_of_them_is_supported():
    pairs = {pair["id"]: pair for pair in rows("pairs.jsonl")}
    for pair in pairs.values():
        twin = pairs[pair["twin"]]
        assert twin["twin"] == pair["id"]
        assert (twin["class"], twin["evidence"]) == (pair["class"], pair["evidence"])
        assert (twin["label"] == "supported") != (pair["label"] == "supported"), pair["id"]
        assert pair["label"] in {"supported", "contradicted", "unsupported"}


def test_every_class_has_ten_pairs_or_more_and_half_of_them_are_supported():
    pairs = rows("pairs.jsonl")
    classes = Counter(pair["class"] for pair in pairs)
    supported = Counter(pair["class"] for pair in pairs if pair["label"] == "supported")
    assert len(classes) == 23
    for name, count in classes.items():
        assert count >= 10, name
        assert supported[name] * 2 == count, name


def test_the_passages_cover_every_modality_and_every_status_five_times():
    sentences = rows("claims.jsonl")
    claims = [claim for sentence in sentences for claim in sentence["claims"]]
    modalities, statuses = (Counter(claim[what] for claim in claims) for what in ("modality", "status"))
    assert len(sentences) >= 60
    assert set(modalities) == MODALITIES
    assert set(statuses) == STATUSES
    assert min([*modalities.values(), *statuses.values()]) >= 5


def test_a_sentence_has_claims_or_a_reason_why_it_has_none_and_its_dates_stand_in_it():
    for row in rows("claims.jsonl"):
        assert row["checkable"] == bool(row["claims"]) == (row["why_not"] is None), row["sentence"]
        for claim in row["claims"]:
            assert all(date["text"] in row["sentence"] for date in claim["dates"])
            assert claim["quote"] is None or claim["quote"] in row["sentence"]
