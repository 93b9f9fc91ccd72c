"""The command line as a stranger meets it: statuses, one-line errors, formats."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).parent / "groundwire")
SOURCE = "Source: Port Alba Gazette\nDate: 2026-06-14\nTitle: Mill burns\n\nA fire destroyed the flour mill in Port Alba on Sunday. Nobody was hurt.\n"


def run(*words, cwd, stdin=None):
    return subprocess.run(
        [COMMAND, *map(str, words)], cwd=cwd, input=stdin, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "a.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "good.md").write_text("A fire destroyed the flour mill in Port Alba.\n", encoding="utf-8")
    (tmp_path / "bad.md").write_text(
        "A fire destroyed the flour mill in Port Alba. The fire killed three people.\n", encoding="utf-8"
    )
    return tmp_path


def test_a_supported_draft_ends_with_status_0(folder):
    assert run("check", "good.md", "--against", "evidence", cwd=folder).returncode == 0


def test_an_unsupported_sentence_ends_with_status_1(folder):
    assert run("check", "bad.md", "--against", "evidence", cwd=folder).returncode == 1


def test_an_unreadable_input_beside_a_supported_draft_ends_with_status_3_and_is_named(folder):
    (folder / "evidence" / "b.bin").write_bytes(bytes(range(256)) * 40)
    result = run("check", "good.md", "--against", "evidence", "--json", cwd=folder)
    assert result.returncode == 3
    (warning,) = json.loads(result.stdout)["warnings"]
    assert warning["file"].endswith("b.bin") and warning["reason"]


@pytest.mark.parametrize(
    "words",
    [
        ("check", "missing.md", "--against", "evidence"),
        ("check", "good.md", "--against", "nowhere"),
        ("check", "good.md"),
        ("check", "good.md", "--against", "evidence", "--format", "yaml"),
        ("check", "good.md", "--against", "evidence", "--now", "tomorrow"),
        ("brief", "evidence"),
        ("lens", "show", "no-such-lens"),
        ("ledger", "verify", "evidence"),
        ("explain", "abc", "evidence"),
        ("frobnicate",),
    ],
)
def test_a_call_that_cannot_be_used_ends_with_status_2_and_one_line(folder, words):
    result = run(*words, cwd=folder)
    assert result.returncode == 2
    assert len(result.stderr.strip().splitlines()) == 1 and result.stderr.startswith("groundwire: ")
    assert result.stdout == ""


def test_evidence_of_which_nothing_can_be_used_ends_with_status_2(folder):
    (folder / "empty").mkdir()
    (folder / "empty" / "e.txt").write_bytes(b"")
    result = run("check", "good.md", "--against", "empty", cwd=folder)
    assert result.returncode == 2 and "e.txt" in result.stderr


def test_a_draft_on_standard_input_is_checked(folder):
    result = run(
        "check",
        "-",
        "--against",
        "evidence",
        "--json",
        cwd=folder,
        stdin="A fire destroyed the flour mill in Port Alba.\n",
    )
    assert result.returncode == 0 and json.loads(result.stdout)["sentences"][0]["outcome"] == "kept"


def test_json_is_one_document_with_the_agreed_names(folder):
    review = json.loads(run("check", "bad.md", "--against", "evidence", "--json", cwd=folder).stdout)
    assert {"sentences", "claims", "score", "decision", "warnings"} <= set(review)
    assert {"index", "line", "start", "end", "text", "outcome", "reason"} <= set(review["sentences"][0])
    names = {
        "id",
        "text",
        "sentence",
        "kind",
        "modality",
        "status",
        "speaker",
        "quantities",
        "dates",
        "materiality",
        "label",
    }
    names |= {"probability", "vetoes", "level", "origins", "suggestion", "evidence"}
    assert names <= set(review["claims"][0])
    assert {"value", "arithmetic", "caps"} <= set(review["score"])
    assert {"outcome", "policy", "gates"} <= set(review["decision"])


def test_settings_come_from_groundwire_toml(folder):
    (folder / "groundwire.toml").write_text('against = ["evidence"]\nformat = "json"\n', encoding="utf-8")
    assert json.loads(run("check", "good.md", cwd=folder).stdout)["sentences"]


def test_an_unknown_setting_is_named(folder):
    (folder / "groundwire.toml").write_text("againts = []\n", encoding="utf-8")
    result = run("check", "good.md", cwd=folder)
    assert result.returncode == 2 and "againts" in result.stderr


def test_github_format_names_file_line_and_column(folder):
    result = run("check", "bad.md", "--against", "evidence", "--format", "github", cwd=folder)
    assert any(line.startswith("::error file=bad.md,line=1") for line in result.stdout.splitlines())


def test_sarif_names_file_line_and_column(folder):
    document = json.loads(run("check", "bad.md", "--against", "evidence", "--format", "sarif", cwd=folder).stdout)
    (result,) = document["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert document["version"] == "2.1.0" and region["startLine"] == 1 and region["startColumn"] == 47


def test_the_html_report_is_one_file_without_addresses_to_load_from(folder):
    run("check", "bad.md", "--against", "evidence", "--html", "report.html", cwd=folder)
    text = (folder / "report.html").read_text(encoding="utf-8")
    assert "<script src" not in text and 'rel="stylesheet"' not in text and "@import" not in text
    assert "not calibrated" in text


def test_every_output_says_what_the_verifier_is(folder):
    for format in ("text", "json", "sarif"):
        assert (
            "not calibrated" in run("check", "bad.md", "--against", "evidence", "--format", format, cwd=folder).stdout
        )


def test_checking_a_file_against_itself_is_allowed(folder):
    assert run("check", "evidence/a.txt", "--against", "evidence/a.txt", cwd=folder).returncode == 0


def test_version_is_printed(folder):
    assert run("--version", cwd=folder).stdout.startswith("groundwire 0.")


def test_help_has_an_example_for_each_command(folder):
    for command in (
        ["check"],
        ["brief"],
        ["explain"],
        ["lens", "list"],
        ["lens", "show"],
        ["lens", "match"],
        ["ledger", "verify"],
    ):
        assert "Example: groundwire" in run(*command, "--help", cwd=folder).stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    (folder / "a.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "draft.md").write_text(
        "A fire destroyed the flour mill in Port Alba. The fire killed three people.\n", encoding="utf-8"
    )
    assert (
        run("brief", "a.txt", "--draft", "draft.md", "--out", "site", "--now", "2026-06-15", cwd=folder).returncode == 0
    )
    return folder


def test_a_claim_is_explained_by_words_of_its_text(site):
    told = run("explain", "KILLED three", "site", cwd=site)
    assert told.returncode == 0 and "The fire killed three people." in told.stdout


def test_words_that_fit_several_claims_name_them_with_their_ids(site):
    told = run("explain", "fire", "site", cwd=site)
    assert (
        told.returncode == 2 and "fits" in told.stderr and "fire killed" in told.stderr and told.stderr.count("\n") == 1
    )


def test_a_run_is_never_written_into_what_an_earlier_run_wrote(site):
    told = run("brief", "a.txt", "--out", "site/public", cwd=site)
    assert told.returncode == 2 and "name site" in told.stderr.replace(str(site) + "/", "")
    assert not (site / "site" / "public" / "desk").exists()


def test_a_command_without_words_prints_its_help_and_nothing_more(tmp_path):
    told = run("lens", cwd=tmp_path)
    assert told.returncode == 2 and "match" in told.stdout and told.stderr == ""


def test_a_log_with_a_missing_entry_is_told_in_a_few_lines(site, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(site / "site", copy)
    log = copy / "desk" / "ledger" / "ledger.jsonl"
    lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
    log.write_text("".join(lines[:2] + lines[3:]), encoding="utf-8")
    told = run("ledger", "verify", "copy", cwd=tmp_path)
    assert told.returncode == 1 and told.stdout.startswith("≠ entry 2")
    assert len(told.stdout.splitlines()) == 12 and "more; what comes after" in told.stdout
