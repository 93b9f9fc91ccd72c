"""A fault of the program costs one story, is named without a word of the sources, and publishes nothing."""

import json

from groundwire.cli import brief_run
from groundwire.cli.app import run

MILL = "Source: Port Alba Gazette\nDate: 2026-06-14\nTitle: Mill burns\n\nA fire destroyed the flour mill in Port Alba on Sunday, the fire brigade said. Nobody was hurt.\n"
RATES = "Source: Northmoor Ledger\nDate: 2026-06-14\nTitle: Rates rise\n\nThe Central Bank of Morvane raised its policy rate to 4.5 percent on Friday, Governor Aline Moreau said.\n"


def test_a_story_that_cannot_be_briefed_is_named_and_the_rest_goes_on(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.txt").write_text(MILL, encoding="utf-8")
    (tmp_path / "b.txt").write_text(RATES, encoding="utf-8")
    whole = brief_run.brief_of

    def broken(story, **given):
        if "Mill" in story.title:
            raise KeyError("flour mill in Port Alba")
        return whole(story, **given)

    # The flow is replaced at the edge, since no input is known that breaks it.
    monkeypatch.setattr(brief_run, "brief_of", broken)
    words = ["brief", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--out", str(tmp_path / "site")]
    assert run([*words, "--now", "2026-06-15", "--json"]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert [row["story"] for row in summary["briefs"]] and summary["counts"]["stories"] == 1
    (warning,) = summary["warnings"]
    assert warning["code"] == "fault" and "KeyError" in warning["reason"] and "flour" not in warning["reason"]


def test_a_fault_outside_a_story_ends_as_one_line(tmp_path, monkeypatch, capsys):
    (tmp_path / "a.txt").write_text(MILL, encoding="utf-8")

    def broken(*_given, **_named):
        raise ZeroDivisionError

    monkeypatch.setattr(brief_run, "group", broken)
    assert run(["brief", str(tmp_path / "a.txt"), "--out", str(tmp_path / "site"), "--now", "2026-06-15"]) == 70
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1 and told[0].startswith("groundwire: a fault of the program (ZeroDivisionError")
    assert not (tmp_path / "site" / "public").exists()
