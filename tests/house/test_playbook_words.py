"""The words of the playbook: no proper name, figure, date or quotation, and analysis that stays conditional.

Names are found without a list of names: a capital letter that neither opens a sentence nor stands in a short list of
words that English writes with a capital (or that are abbreviations of the trade).
"""

import re
from pathlib import Path

import pytest
import yaml

from groundwire.playbook.lens_files import frames, lenses, phrases

PLAYBOOK = Path(__file__).parents[2] / "src" / "groundwire" / "playbook"
YAML_FILES = sorted([*PLAYBOOK.glob("lenses/*.yaml"), *PLAYBOOK.glob("frames/*.yaml"), *PLAYBOOK.glob("*.yaml")])
PHRASES = phrases("en")

CAPITALS_OF_ENGLISH = {"I", "English", "D", "UTC"}
QUOTES = re.compile("[\"“”„«»‘]|(?<!\\w)'|'(?!\\w)")
CONDITIONAL = re.compile(r"\b(if|would|could|may|might|depends?|unless|where)\b", re.IGNORECASE)
MONTHS_AND_DAYS = re.compile(
    r"\b(january|february|april|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)


def wordings(data: object) -> list[str]:
    """Every text in a file's data, keys left out."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        return [text for value in data.values() for text in wordings(value)]
    if isinstance(data, list):
        return [text for value in data for text in wordings(value)]
    return []


def names_in(text: str) -> list[str]:
    """Capitalised words that do not open a sentence."""
    bare = re.sub(r"\{[a-z_]+\}", "slot", text)
    inside = re.findall(r"(?<![.!?:])\s([A-Z][\w'-]*)", " " + bare)
    opening = re.match(r"\s*([A-Z][\w'-]*)", bare)
    first = {opening.group(1)} if opening else set()
    skip_first = [word for word in inside if not (word in first and bare.strip().startswith(word))]
    return [word for word in skip_first if word not in CAPITALS_OF_ENGLISH]


def faults(text: str) -> list[str]:
    """What a wording holds that it must not."""
    bare = re.sub(r"\{[a-z_]+\}", "", text)
    found = [f"name {name}" for name in names_in(text)]
    found += [f"figure {digit}" for digit in re.findall(r"\d+", bare)]
    found += [f"date word {word}" for word in MONTHS_AND_DAYS.findall(bare)]
    found += [f"quotation mark {mark}" for mark in QUOTES.findall(bare)]
    return found


@pytest.mark.parametrize("path", YAML_FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_playbook_files_hold_no_name_figure_date_or_quotation(path):
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {text: faults(text) for text in wordings(data) if faults(text)} == {}


def test_phrases_hold_no_name_figure_date_or_quotation():
    texts = [text for _, pairs in PHRASES.tables for _, text in pairs]
    texts += [text for _, lines in PHRASES.lists for text in lines]
    assert {text: faults(text) for text in texts if faults(text)} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Halden could fall.",
        "It would cost 40 million.",
        'He may call it "a triumph".',
        "It may close on Monday.",
        "If Orme Steel buys, prices could rise.",
    ],
)
def test_the_test_itself_finds_a_name_a_figure_a_date_or_a_quotation(text):
    assert faults(text)


def test_a_slot_is_no_fault():
    assert faults("If {party} signs, prices could rise.") == []


@pytest.mark.parametrize("lens", lenses(), ids=lambda lens: lens.id)
def test_every_sentence_of_analysis_is_conditional(lens):
    analysis = (lens.thesis, *lens.mechanism, *lens.why_it_matters, *lens.policy_link, *lens.builders)
    assert [text for text in analysis if not CONDITIONAL.search(text)] == []


@pytest.mark.parametrize("lens", lenses(), ids=lambda lens: lens.id)
def test_no_lens_advises_to_buy_or_sell(lens):
    texts = (lens.thesis, *lens.why_it_matters, *lens.policy_link, *lens.builders)
    assert not any(
        re.search(r"\b(buy|sell|hold) (the )?(shares?|stock)|price target|undervalued", text) for text in texts
    )


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.id)
def test_open_slots_read_on_after_does_not_show(frame):
    """The page prints: the record does not show + the slot's line."""
    for slot in frame.slots:
        assert slot.open_text[0].islower() or slot.open_text[0] == "{"
        assert not slot.open_text.endswith(".")
