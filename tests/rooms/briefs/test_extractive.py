"""What the composer drafts from sources alone."""

from datetime import UTC, datetime

import pytest

from groundwire.briefs.extractive import compose, year_left_out
from groundwire.briefs.naming import reports, shown_name, speaker_of
from groundwire.claims.reading import read_document
from groundwire.flows.composing import _runs
from groundwire.language.publishers import same_publisher
from groundwire.language.tokens import words
from groundwire.playbook.lens_files import phrases
from groundwire.playbook.loading import policy
from groundwire.records.source import SourceKind
from groundwire.records.story import Story
from groundwire.stories.origins import origins
from groundwire.testing.atoms import a_document

NOW = datetime(2031, 5, 20, 12, tzinfo=UTC)
POLICY = policy("offline")

OLD = a_document(
    "Mayor Ida Holm today ordered the harbour of Halden to be closed after a crack was found in the north quay. "
    "The council put the damage at 4 million dollars. We must do better, Holm said.\n"
    "Ships are sent to Telmark instead. He thanked everyone for their hard work.",
    publisher="Halden Post", title="Harbour of Halden closed after crack in quay", kind=SourceKind.PRESS, published="2031-05-02", url="https://a.example/1",
)  # fmt: skip
NEW = a_document(
    "The harbour of Halden was reopened on Monday, the council announced. The repair of the north quay cost 6 million dollars. "
    '"The quay will hold for fifty years," said Ada Berg, the harbour master.\n'
    "THE COUNCIL THANKS ALL WORKERS FOR THE EFFORT.",
    publisher="council-blog", title="Harbour of Halden reopened", kind=SourceKind.UNKNOWN, published="2031-05-14", url="https://a.example/2",
)  # fmt: skip


def composed(*documents, runs=None):
    story = Story("0" * 16, "halden", documents[0].title, documents, origins(documents, POLICY.grouping))
    return compose(story, [read_document(each) for each in documents], POLICY, NOW, phrases("en"), runs)


@pytest.fixture(scope="module")
def draft():
    return composed(OLD, NEW)


def test_every_fact_names_who_says_it(draft):
    assert all(
        any(name in line.text for name in ("Halden Post", "Council blog", "council blog", "Ada Berg"))
        for line in draft.facts
    )


def test_the_newest_report_comes_first(draft):
    assert draft.facts[0].cites[0] == NEW.id
    assert draft.headlines[0].cites[0] == NEW.id


def test_relative_dates_are_printed_as_days(draft):
    told = " ".join(line.text for line in draft.facts)
    assert "today" not in told and "Monday" not in told
    assert "2 May" in told and "12 May" in told


def test_speech_is_told_with_its_speaker_in_front(draft):
    assert any(
        line.text.startswith("Ada Berg, the harbour master, said") and "will hold for fifty years" in line.text
        for line in draft.facts
    )


def test_shouting_exhortation_and_open_pronouns_are_never_printed(draft):
    told = " ".join(line.text for line in draft.facts)
    assert "THE COUNCIL" not in told and "must do better" not in told and "thanked everyone" not in told


def test_the_order_of_the_documents_changes_nothing(draft):
    assert composed(NEW, OLD) == draft


def test_verbatim_runs_stay_within_the_limits():
    text = " ".join(
        f"The board of Norvik agreed on plan {number} for the long bridge over the river near the old mill in the north of the valley of Telmark "
        f"with the builders of part {number} and the owners of the land on both sides of the water and the road."
        for number in range(12)
    )
    document = a_document(
        text, title="Bridge plans", publisher="Telmark Times", kind=SourceKind.PRESS, published="2031-05-10"
    )
    lines = composed(document, runs=_runs).facts
    shared = [length for line in lines for length in _runs(words(line.text), words(text), POLICY.quotes.run_from)]
    assert max(shared, default=0) <= POLICY.quotes.longest_run and sum(shared) <= POLICY.quotes.all_runs


def test_a_copy_of_a_report_is_not_told_twice():
    copy = a_document(
        OLD.text, publisher="Telmark Times", title=OLD.title, published="2031-05-03", url="https://b.example"
    )
    told = [line.text for line in composed(OLD, copy).facts if "4 million" in line.text]
    assert len(told) == 1


def test_nothing_is_made_of_nothing():
    assert composed(a_document("", title="Nothing")).facts == ()


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("uk-mof", "The Ministry of Fisheries opened a port.", "the UK Ministry of Fisheries"),
        ("telo-blog", "Telo 4.1 is out.", "the Telo blog"),
        ("Senator Ida Holm", "She spoke.", "Senator Ida Holm"),
        ("Halden Post", "It rained.", "Halden Post"),
    ],
)
def test_a_source_is_named_as_a_reader_would_name_it(name, text, shown):
    found = shown_name(name, [a_document(text, publisher=name)])
    assert found in (shown, shown.replace("the UK ", "the "))
    assert same_publisher(name, found)


def test_a_person_speaks_through_an_office_and_a_paper_reports():
    document = a_document("Rain fell.", publisher="Senator Ida Holm", kind=SourceKind.UNKNOWN)
    assert speaker_of("Senator Ida Holm", [document]) == "Senator Ida Holm's office"
    assert not reports(document) and reports(OLD)


def test_another_office_is_not_the_publisher():
    assert not same_publisher("uk-mof", "the Ministry of Health")
    assert not same_publisher("Halden Post", "Telmark Times")


def test_a_flaw_is_never_given_the_number_of_the_one_before_it():
    advisory = a_document(
        "Bypass of the import guard (CVE-2031-1111) - High\n\nThis flaw lets an attacker read any file of the server of Telo.\n\n"
        "Thank you to Ada for the report. Escape of the sandbox (CVE-2031-2222) - Low\nThis flaw affects the experimental sandbox of Telo 4 alone.",
        publisher="telo-blog", title="Security releases of Telo", published="2031-05-10",
    )  # fmt: skip
    told = [line.text for line in composed(advisory).facts]
    assert not any("CVE-2031-1111" in text and "sandbox" in text for text in told)


def test_a_headline_is_short_and_comes_from_a_title_that_its_report_carries(draft):
    assert all(len(line.text.split()) <= POLICY.compose.headline_words for line in draft.headlines[:1])
    shouted = a_document(
        NEW.text, title="HARBOUR OF HALDEN WAS REOPENED", publisher="Telmark Times", kind=SourceKind.PRESS, published="2031-05-14"
    )  # fmt: skip
    assert composed(shouted).headlines[0].text == "Harbour of Halden was reopened, Telmark Times reports"


def test_a_title_that_judges_is_no_headline():
    judged = a_document(
        NEW.text, title="Halden was reopened at last in shameful and outrageous haste", publisher="Telmark Times", kind=SourceKind.PRESS, published="2031-05-14"
    )  # fmt: skip
    assert "shameful" not in " ".join(line.text for line in composed(judged).headlines)


def test_a_plan_for_a_day_that_is_past_is_not_told_as_a_plan():
    before = a_document(
        "The council of Halden will vote on the repair of the north quay on 9 May. The crack in the north quay was found in April.",
        publisher="Halden Post", title="Council to vote on quay", kind=SourceKind.PRESS, published="2031-05-05", url="https://c.example",
    )  # fmt: skip
    told = " ".join(line.text for line in composed(before, NEW).facts)
    assert "will vote" not in told and "crack" in told


def test_a_fact_that_does_not_hold_gives_way_to_another():
    story = Story("0" * 16, "halden", OLD.title, (OLD,), origins((OLD,), POLICY.grouping))
    read = [read_document(OLD)]
    lines = compose(story, read, POLICY, NOW, phrases("en"), holds=lambda text: "4 million" not in text).facts
    assert lines and not any("4 million" in line.text for line in lines)


def test_a_story_that_goes_back_over_a_new_year_tells_every_date_with_its_year():
    new, old = a_document("Text.", published="2031-05-19"), a_document("Text.", published="2029-05-03")
    assert year_left_out([new], NOW) == 2031
    assert year_left_out([old, new], NOW) == 0
