"""The reference case: one wire snippet, seven drafted sentences, row by row through the command line."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).parent / "groundwire")
NOW = "2026-06-15T14:05:00Z"

SNIPPET = """Source: Reuters
Date: 2026-06-15
Title: ByteDance in talks to buy AI chips from Iluvatar CoreX
Kind: wire
Url: https://reuters.example/bytedance-iluvatar

ByteDance is in talks with Iluvatar CoreX, a GPU start-up from Shanghai, to buy artificial intelligence chips for inference.
The talks cover at least 50,000 chips. ByteDance is also considering a similar arrangement with Baidu.
"""

ROWS = [
    ("ByteDance is in talks with Iluvatar CoreX to buy AI chips for inference.", "supported", set()),
    ("The talks cover at least 50,000 chips.", "supported", set()),
    ("ByteDance also considers a similar arrangement with Baidu.", "supported", set()),
    ("ByteDance has signed a contract for 50,000 chips.", "unsupported", {"modality"}),
    ("ByteDance will buy 500,000 chips.", "unsupported", {"number", "modality"}),
    (
        "Tencent's strategy chief said Chinese AI chips will be available in volume in the second half.",
        "no_evidence",
        set(),
    ),
    ("Nvidia's chief executive said its market share in China is now about zero.", "no_evidence", set()),
]
KEPT, REJECTED = ROWS[:3], ROWS[3:]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("reference")
    (place / "wire.txt").write_text(SNIPPET, encoding="utf-8")
    (place / "draft.md").write_text("\n\n".join(text for text, _, _ in ROWS) + "\n", encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def review(folder):
    run = subprocess.run(
        [COMMAND, "check", "draft.md", "--against", "wire.txt", "--json", "--now", NOW],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def site(folder):
    run = subprocess.run(
        [COMMAND, "brief", "wire.txt", "--one-story", "--draft", "draft.md", "--out", "site", "--now", NOW, "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def brief(site):
    (path,) = site.glob("public/*/brief.json")
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "label", "vetoes"), ROWS, ids=[text[:40] for text, _, _ in ROWS])
def test_each_row_gets_the_label_and_the_vetoes_of_the_table(review, text, label, vetoes):
    (sentence,) = [row for row in review["sentences"] if row["text"] == text]
    claims = [row for row in review["claims"] if row["sentence"] == sentence["index"]]
    assert {row["label"] for row in claims} == {label}
    assert vetoes <= {veto for row in claims for veto in row["vetoes"]}
    assert sentence["outcome"] == ("kept" if label == "supported" else "refused")


def test_a_supported_claim_is_reported_by_one_origin(review):
    levels = {(row["level"], row["origins"]) for row in review["claims"] if row["label"] == "supported"}
    assert levels == {("reported", 1)}


def test_the_signed_contract_gets_the_weaker_wording_that_the_evidence_carries(review):
    (sentence,) = [row for row in review["sentences"] if "signed a contract" in row["text"]]
    suggestions = [
        row["suggestion"] for row in review["claims"] if row["sentence"] == sentence["index"] and row["suggestion"]
    ]
    assert all("talks" in text and "signed" not in text for text in suggestions)


def test_every_evidence_text_is_the_documents_text_between_its_offsets(review, folder):
    body = SNIPPET.split("\n\n", 1)[1]
    for row in review["claims"]:
        for item in row["evidence"]:
            assert item["text"] == body[item["start"] : item["end"]] or item["text"] in " ".join(body.split())


def test_check_never_approves_while_a_refused_sentence_stands(review):
    assert review["decision"]["outcome"] != "approve"


def test_the_brief_is_approved_with_fact_six_and_all_four_rejected_claims_described(brief):
    assert brief["decision"]["outcome"] == "approve"
    assert brief["score"]["value"] == 6
    assert len(brief["rejected_claims"]) == 4
    assert any("cap" in line or "7" in line for line in brief["score"]["arithmetic"])


def test_the_lens_is_about_chip_supply_and_the_three_checks_are_dated(brief):
    assert brief["lens"]["id"] == "chip-supply"
    assert [check["rule"] for check in brief["checks"]][:3] == ["D+1", "D+3", "D+7"]
    assert [check["due"][:10] for check in brief["checks"]][:3] == ["2026-06-16", "2026-06-18", "2026-06-22"]


def test_contract_price_and_delivery_are_among_the_limits(brief):
    open_lines = " ".join(json.dumps(limit) for limit in brief["limits"]["not_shown"])
    for word in ("contract", "price", "deliver"):
        assert word in open_lines


def test_nothing_public_repeats_a_rejected_claim(site):
    forbidden = (
        "signed a contract for",
        "500,000",
        "available in volume",
        "market share in China is now",
        "about zero",
        "second half",
    )
    for path in (site / "public").rglob("*"):
        if path.is_file() and path.suffix in {".html", ".md", ".json", ".svg", ".csv", ".xml", ".txt"}:
            text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
            for words in forbidden:
                assert words not in text, f"{path.name} holds {words!r}"


def test_the_wording_of_the_rejected_claims_is_kept_at_the_desk(site):
    texts = " ".join(path.read_text(encoding="utf-8") for path in (site / "desk").glob("*/decision.json"))
    assert "500,000" in texts and "signed a contract" in texts


def test_the_ledger_of_the_run_holds_and_names_no_wording(site):
    assert subprocess.run([COMMAND, "ledger", "verify", str(site)], check=False, capture_output=True).returncode == 0
    log = (site / "desk" / "ledger" / "ledger.jsonl").read_text(encoding="utf-8")
    assert "50,000" not in log and "Iluvatar" not in log


def test_the_status_is_developing(brief):
    assert brief["status"] == "developing"


def test_every_kept_sentence_is_in_the_page(site):
    (page,) = site.glob("public/*/brief.html")
    text = re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8"))
    for words in ("in talks", "at least 50,000", "Baidu"):
        assert words in text
