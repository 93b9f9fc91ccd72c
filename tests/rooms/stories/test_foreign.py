"""A report in a language that is not judged stands with the story it tells of, and judges nothing."""

from datetime import UTC, datetime

from groundwire.playbook.loading import policy
from groundwire.records.source import Dated, Document, Snapshot, Source
from groundwire.stories.foreign import attached
from groundwire.stories.grouping import group

POLICY = policy().grouping


def a_document(name, text, day, language="en", title=""):
    snapshot = Snapshot("0" * 64, "text/plain", len(text), datetime(2026, 6, 1, tzinfo=UTC), name)
    return Document(name, Source(name), title or name, text, snapshot, published=Dated(day, "day"), language=language)


ENGLISH = a_document(
    "a",
    "The Central Bank of Morvane raised its policy rate to 4.50 percent on Thursday. Governor Aline Moreau told reporters in "
    "Valmont that further increases could follow.",
    "2026-06-12",
    title="Morvane raises policy rate",
)
OTHER = a_document(
    "b",
    "A footbridge over the River Sarn collapsed and nine people were injured, Mayor Elke Brandis said.",
    "2026-06-12",
)
FRENCH = (
    "La Banque centrale de Morvane a relevé son taux. La gouverneure Aline Moreau a parlé à Valmont de l'inflation."
)


def test_a_french_report_joins_the_story_whose_names_it_holds():
    stories = group([ENGLISH, OTHER, a_document("c", FRENCH, "2026-06-12", "fr", "La Banque relève")], POLICY)
    assert sorted(sorted(d.id for d in story.documents) for story in stories) == [["a", "c"], ["b"]]


def test_the_story_keeps_its_english_title():
    stories = group([ENGLISH, a_document("c", FRENCH, "2026-06-11", "fr", "La Banque relève")], POLICY)
    assert [story.title for story in stories] == ["Morvane raises policy rate"]


def test_a_french_report_of_another_time_stays_alone():
    assert attached([[0], [1]], [ENGLISH, a_document("c", FRENCH, "2025-01-02", "fr")], POLICY) == [[0], [1]]


def test_a_french_report_with_other_names_stays_alone():
    text = "Le maire de Sarn, Elke Brandis, a parlé du pont."
    assert attached([[0], [1]], [ENGLISH, a_document("c", text, "2026-06-12", "fr")], POLICY) == [[0], [1]]
