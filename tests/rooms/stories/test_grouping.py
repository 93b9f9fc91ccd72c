"""Grouping: which documents tell of one event."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.playbook.loading import policy
from groundwire.records.source import Dated, Document, Snapshot, Source, SourceKind
from groundwire.records.story import Status
from groundwire.stories.grouping import group, one_story
from groundwire.stories.slugs import slug
from groundwire.stories.status import status

POLICY = policy().grouping
SNAPSHOT = Snapshot("0" * 64, "text/plain", 1, datetime(2031, 1, 1, tzinfo=UTC), "a.txt")

HALVERN = (
    "A chemical tank burst at the Orvane works in Halvern on Tuesday night and 31 people were taken to hospital. The fire service said the tank held 400 tonnes of nitric acid. Mayor Lise Tonder told residents of Halvern to keep windows shut.",
    "Halvern's fire service says 31 people are in hospital after a tank of nitric acid burst at the Orvane works on Tuesday. Lise Tonder, the mayor, asked residents to stay indoors until the acid has been washed away.",
    "Orvane closed its Halvern works on Wednesday, a day after a tank of nitric acid burst and sent 31 people to hospital. Inspectors will look at the tank, which was built in 1988, the fire service of Halvern said.",
)
DRUMMEL = (
    "A chemical tank burst at the Pell refinery in Drummel on Friday morning and 6 workers were taken to hospital. The fire brigade said that the tank held 90 tonnes of caustic soda. Governor Ivo Marsh praised the workers of Drummel.",
    "Six workers of the Pell refinery in Drummel are in hospital after a tank of caustic soda burst on Friday. Governor Ivo Marsh visited the refinery in the evening, and the fire brigade of Drummel pumped out 90 tonnes.",
    "The Pell refinery in Drummel is running again after a tank of caustic soda burst on Friday. All 6 workers have left hospital, Pell said. Governor Ivo Marsh wants the report of the fire brigade to be published.",
)
BANK = (
    "The central bank of Vestria raised its key rate to 4.75 per cent on Thursday. Governor Anka Dorn said inflation in Vestria was still at 6.1 per cent.",
    "Vestria's central bank put up its key rate by half a point to 4.75 per cent. Inflation of 6.1 per cent leaves no choice, Governor Anka Dorn said on Thursday in Vestria.",
)


def a_document(number: int, text: str, day: str = "2031-03-04", source: str = "", title: str = "") -> Document:
    published = Dated(day, "day") if day else None
    return Document(f"{number:016x}", Source(source or f"Paper {number}"), title, text, SNAPSHOT, published=published)


def a_folder() -> list[Document]:
    return [a_document(n, text) for n, text in enumerate((*HALVERN, *DRUMMEL, *BANK))]


def found(documents: list[Document]) -> set[frozenset[str]]:
    return {frozenset(document.id for document in story.documents) for story in group(documents, POLICY)}


def ids(*numbers: int) -> frozenset[str]:
    return frozenset(f"{number:016x}" for number in numbers)


def test_reports_of_one_event_are_one_story_and_a_similar_event_is_another():
    assert found(a_folder()) == {ids(0, 1, 2), ids(3, 4, 5), ids(6, 7)}


def test_similar_events_stay_apart_without_any_date():
    undated = [a_document(n, text, day="") for n, text in enumerate((*HALVERN, *DRUMMEL))]
    assert found(undated) == {ids(0, 1, 2), ids(3, 4, 5)}


def test_fifty_copies_of_one_report_do_not_keep_another_papers_report_out():
    copies = [a_document(100 + n, HALVERN[0]) for n in range(50)]
    assert len(group([*copies, a_document(1, HALVERN[1]), a_document(2, HALVERN[2])], POLICY)) == 1


def test_a_later_report_of_the_same_event_joins_it_after_a_year():
    later = a_document(9, HALVERN[1], day="2032-03-04")
    assert found([a_document(0, HALVERN[0]), later]) == {ids(0, 9)}


def test_a_statement_in_the_words_of_last_years_is_no_copy_of_it():
    text = " ".join(f"The council of Vellmar met in session {n} and heard the treasurer." for n in range(12))
    documents = [a_document(0, text), a_document(1, text, day="2032-03-04")]
    from groundwire.stories.duplicates import near_duplicates
    from groundwire.stories.grouping import _seen

    seen, signatures = _seen(documents, POLICY)
    assert near_duplicates(signatures, [item.day for item in seen], POLICY) == [0, 1]
    assert near_duplicates(signatures, [None, None], POLICY) == [0, 0]


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(8)))
def test_the_order_of_documents_changes_nothing(order):
    folder = a_folder()
    assert group([folder[i] for i in order], POLICY) == group(folder, POLICY)


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, 7), min_size=1))
def test_documents_about_something_else_change_no_story(kept):
    folder = a_folder()
    strangers = [
        a_document(
            500,
            "The orchard show in Vellmar opened with forty kinds of pear. Judge Odo Brandt gave the prize to a child.",
        ),
        a_document(
            501,
            "Rowers from Soderby won the eights at the Lake Immel regatta by two lengths, the umpire Kari Solle said.",
        ),
    ]
    some = [folder[i] for i in sorted(kept)]
    assert found([*some, *strangers]) == found(some) | {ids(500), ids(501)}


def test_a_document_given_twice_counts_once():
    assert group([*a_folder(), *a_folder()], POLICY) == group(a_folder(), POLICY)


def test_no_documents_make_no_story():
    assert group([], POLICY) == ()
    with pytest.raises(ValueError, match="at least one"):
        one_story([], POLICY)


@pytest.mark.parametrize("text", ["", "   ", "?!", "的", "the of and", "x"])
def test_a_document_with_nothing_to_compare_is_a_story_of_its_own(text):
    documents = [a_document(n, text) for n in range(3)]
    assert len(group(documents, POLICY)) == 3


def test_one_story_takes_all_documents_oldest_first_whatever_they_tell():
    first, last = a_document(5, BANK[0], day="2031-03-02"), a_document(1, HALVERN[0], day="2031-03-09")
    undated = a_document(0, "Rain fell.", day="")
    story = one_story([undated, last, first], POLICY)
    assert [document.id for document in story.documents] == [first.id, last.id, undated.id]
    assert len(story.updates) == 2
    assert len(story.origins) == 3


def test_an_update_says_in_words_what_ties_the_document_to_the_story():
    story = one_story([a_document(1, HALVERN[0]), a_document(2, HALVERN[1], day="2031-03-06")], POLICY)
    reason = story.updates[0].reason
    assert re.fullmatch(
        r"shares \d+ names? and \d+ % of its telling words with the report of Paper 1 of 2031-03-04; 2 days apart",
        reason,
    )
    assert 0 < story.updates[0].similarity < 1


def test_a_story_keeps_its_id_when_documents_join_it_later():
    early = one_story([a_document(1, HALVERN[0])], POLICY)
    late = one_story([a_document(2, HALVERN[1], day="2031-03-06"), a_document(1, HALVERN[0])], POLICY)
    assert early.id == late.id
    assert re.fullmatch(r"[0-9a-f]{16}", early.id)


@pytest.mark.bad("T18")
@pytest.mark.parametrize(
    "title",
    ["../../etc/passwd", "con", "NUL", ".", "..", "", "   ", "x" * 500, "🎈🎈", "速報", "A/B\\C:D*E?", "a\x00b\nc", "-", "%2e%2e%2f", "Überfall in Århus", "word " * 120],
)  # fmt: skip
def test_a_slug_is_safe_and_never_empty_whatever_the_title(title):
    made = slug(title, "0123456789abcdef")
    assert re.fullmatch(r"[a-z0-9-]{1,80}", made)
    assert made not in {"con", "nul"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=600))
def test_a_slug_is_safe_for_any_text(title):
    assert re.fullmatch(r"[a-z0-9-]{1,80}", slug(title, "0123456789abcdef"))


@pytest.mark.bad("T19")
def test_two_stories_of_one_title_have_one_slug_and_two_ids():
    a = one_story([a_document(1, HALVERN[0], title="Tank bursts")], POLICY)
    b = one_story([a_document(2, DRUMMEL[0], title="TANK BURSTS!")], POLICY)
    assert a.slug == b.slug == "tank-bursts"
    assert a.id != b.id


@pytest.mark.parametrize(
    ("idle", "kind", "conflict", "stands"),
    [
        (1, SourceKind.PRESS, False, Status.DEVELOPING),
        (1, SourceKind.PRIMARY, False, Status.CONFIRMED),
        (1, SourceKind.PRIMARY, True, Status.CONTRADICTED),
        (14, SourceKind.PRESS, False, Status.STALLED),
        (14, SourceKind.PRIMARY, False, Status.CLOSED),
        (60, SourceKind.PRESS, False, Status.CLOSED),
        (400, SourceKind.PRESS, True, Status.CONTRADICTED),
    ],
)
def test_where_a_story_stands_follows_from_its_sources_and_the_days_without_news(idle, kind, conflict, stands):
    last = date(2031, 3, 4)
    document = Document(
        "1" * 16, Source("Paper", kind=kind), "", "Text.", SNAPSHOT, published=Dated(last.isoformat(), "day")
    )
    now = datetime.combine(last + timedelta(days=idle), datetime.min.time(), tzinfo=UTC)
    assert status([document], now, POLICY, open_conflict=conflict) == stands


def test_a_story_without_dates_is_never_stalled():
    assert status([a_document(1, "Text.", day="")], datetime(2040, 1, 1, tzinfo=UTC), POLICY) == Status.DEVELOPING
