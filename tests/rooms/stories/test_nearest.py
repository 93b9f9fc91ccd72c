"""A draft goes to the story it is about, or to none."""

from datetime import UTC, datetime

from groundwire.records.source import Document, Snapshot, Source
from groundwire.records.story import Story
from groundwire.stories.nearest import nearest


def a_story(name, text):
    snapshot = Snapshot("0" * 64, "text/plain", len(text), datetime(2026, 6, 1, tzinfo=UTC), name)
    return Story(name, name, name, (Document(name, Source("Gazette"), name, text, snapshot),), ())


MILL = a_story("mill", "A fire destroyed the flour mill in Port Alba. The brigade saved the silo.")
RATES = a_story("rates", "The central bank of Morvane raised its policy rate to 4.5 percent.")


def test_a_text_goes_to_the_story_whose_words_it_shares():
    assert nearest("The silo of the flour mill in Port Alba survived the fire.", [RATES, MILL], 0.3) is MILL


def test_a_text_about_something_else_goes_to_none():
    assert nearest("Kestrel Motors recalls vans over faulty brakes.", [RATES, MILL], 0.3) is None


def test_an_empty_text_goes_to_none():
    assert nearest("  ", [RATES, MILL], 0.3) is None
