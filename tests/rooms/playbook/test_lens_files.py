"""Lens, frame, section and phrase files: what loads, what is refused, what an operator may lay over them."""

from pathlib import Path

import pytest

from groundwire.errors import PlaybookError
from groundwire.playbook.lens_files import fingerprint, frames, lenses, phrases, sections
from groundwire.playbook.loading import policy

NEEDED_LENSES = {
    "chip-supply",
    "energy-supply",
    "infrastructure",
    "software-security",
    "competition-mergers",
    "product-safety",
    "data-protection",
    "monetary-financial",
    "ai-governance",
    "export-investment",
}


def an_overlay(folder: Path, name: str, change: tuple[str, str]) -> Path:
    """An operator's folder with one packaged file, changed in one place."""
    packaged = Path(__file__).parents[3] / "src" / "groundwire" / "playbook" / name
    text = packaged.read_text(encoding="utf-8")
    assert change[0] in text
    target = folder / name
    target.parent.mkdir(parents=True)
    target.write_text(text.replace(*change, 1), encoding="utf-8")
    return folder


def test_the_ten_lenses_are_there():
    assert {lens.id for lens in lenses()} >= NEEDED_LENSES


@pytest.mark.parametrize("lens", lenses(), ids=lambda lens: lens.id)
def test_every_lens_is_whole(lens):
    assert [check.after_days for check in lens.checks] == [1, 3, 7]
    assert len(lens.impact_path) >= 3 and len(lens.signals) >= 3 and lens.does_not_apply and lens.signs
    assert all(signal.criterion for signal in lens.signals)


@pytest.mark.parametrize("lens", lenses(), ids=lambda lens: lens.id)
def test_every_check_is_a_closed_question(lens):
    for check in lens.checks:
        assert check.question.endswith("?")
        assert check.question.split()[0] in ("Has", "Have", "Is", "Are", "Does", "Do")


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.id)
def test_every_frame_has_slots_that_something_can_fill(frame):
    assert len(frame.slots) >= 4 or frame.id == "general"
    assert len({slot.id for slot in frame.slots}) == len(frame.slots)
    assert all(slot.fillers for slot in frame.slots)
    assert frame.signs or frame.id == "general"


def test_a_file_laid_over_the_packaged_one_takes_its_place(tmp_path):
    overlay = an_overlay(
        tmp_path, "lenses/chip-supply.yaml", ("Chip supply and procurement", "Chips and who gets them")
    )
    changed = next(lens for lens in lenses(overlay) if lens.id == "chip-supply")
    packaged = next(lens for lens in lenses() if lens.id == "chip-supply")
    assert changed.title == "Chips and who gets them"
    assert changed.sha256 != packaged.sha256
    assert fingerprint(overlay) != fingerprint()


@pytest.mark.parametrize(
    ("name", "change", "complaint"),
    [
        ("lenses/chip-supply.yaml", ("title: Chip", "headline: Chip"), "title"),
        ("lenses/chip-supply.yaml", ("after_days: 3", "after_days: 4"), "checks"),
        ("lenses/chip-supply.yaml", ("all: [chips, trade]", "all: [chips, barter]"), "barter"),
        ("lenses/chip-supply.yaml", ("weight: 0.75", "weight: 7.5"), "weight"),
        ("lenses/chip-supply.yaml", ("version: 1", "version: [1"), "not YAML"),
        ("frames/talks.yaml", ("kind: event", "kind: happening"), "kind"),
        ("frames/talks.yaml", ("needs: money", "needs: luck"), "luck"),
    ],
)
def test_a_wrong_file_is_refused_with_what_is_wrong(tmp_path, name, change, complaint):
    overlay = an_overlay(tmp_path, name, change)
    with pytest.raises(PlaybookError, match=complaint):
        lenses(overlay) if name.startswith("lenses") else frames(overlay)


def test_a_list_instead_of_fields_is_refused(tmp_path):
    (tmp_path / "lenses").mkdir()
    (tmp_path / "lenses" / "chip-supply.yaml").write_text("- one\n- two\n", encoding="utf-8")
    with pytest.raises(PlaybookError, match="mapping"):
        lenses(tmp_path)


def test_a_phrase_fills_its_slots():
    assert phrases("en").say("trust.score", score=6, most=10) == "Fact 6/10"


def test_an_unknown_phrase_is_an_error_and_no_silence():
    with pytest.raises(KeyError):
        phrases("en").say("trust.glory")


def test_a_language_without_a_phrase_file_is_refused():
    with pytest.raises(PlaybookError):
        phrases("xx")


def test_every_gate_of_the_policy_has_its_two_reasons():
    for rule in policy("offline").gates:
        assert phrases("en").say(f"gates.{rule.name}")
        assert phrases("en").say(f"gates.{rule.name}_not")


def test_the_disclaimers_say_that_this_is_no_advice():
    assert "Context only. Not investment, legal or tax advice." in phrases("en").all_of("disclaimers.all")


def test_the_last_section_takes_what_is_left():
    assert sections()[-1].section == "General"
    assert not sections()[-1].signs
