"""The checks of a brief: three days at least, dated events of the record, frozen wording, nothing from the future."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwire.followups.record import last_day, worded
from groundwire.followups.schedule import DAYS, checks, freeze, is_frozen, next_due, questions
from groundwire.playbook.lens_files import frames, lenses, phrases
from groundwire.playbook.loading import policy
from groundwire.records.brief import Question
from groundwire.records.claim import (
    Claim,
    ClaimDate,
    ClaimStatus,
    Kind,
    Materiality,
    Modality,
    ReadDocument,
    ReadSentence,
    Sentence,
    SentenceState,
)
from groundwire.records.lens import CheckTemplate, Limit
from groundwire.records.source import Dated, Document, Snapshot, Source

NOW = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)
POLICY = policy("offline").followups
PHRASES = phrases("en")


def a_claim(text, iso, modality=Modality.PLANNED, role="event"):
    """A claim with one date."""
    return Claim(
        id="c1",
        text=text,
        sentence=0,
        kind=Kind.EVENT,
        modality=modality,
        status=ClaimStatus.STATED,
        materiality=Materiality.DETAIL,
        dates=(ClaimDate("then", iso, role),),
    )


def a_read(claim, id="d1", published="2026-05-03"):
    """A document of one sentence with that claim."""
    snapshot = Snapshot("0" * 64, "text/plain", 1, NOW, "d.txt")
    dated = Dated(published, "day") if published else None
    document = Document(
        id=id, source=Source("The Tarn Courier"), title="A report", text=claim.text, snapshot=snapshot, published=dated
    )
    sentence = Sentence(0, 1, 1, 0, len(claim.text), claim.text)
    return ReadDocument(document, (ReadSentence(sentence, SentenceState.CHECKABLE, "", (claim,)),))


def asked(*read, lens=None, frame=None, **known):
    """The questions of a brief on those documents."""
    return questions(lens, frame, read, NOW, phrases=PHRASES, policy=POLICY, **known)


HEARING = "The council of Tarn will hold a hearing on 12 June"


def test_a_brief_without_lens_or_frame_still_has_three_checks():
    found = asked()
    assert [(each.rule, each.due - NOW) for each in found] == [(f"D+{days}", timedelta(days=days)) for days in DAYS]
    assert len({each.question for each in found}) == 3


def test_due_instants_are_utc_whatever_the_clock_of_the_house():
    at = NOW.astimezone(timezone(timedelta(hours=9)))
    found = questions(None, None, (), at, phrases=PHRASES, policy=POLICY)
    assert [each.due for each in found] == [NOW + timedelta(days=days) for days in DAYS]
    assert all(each.due.tzinfo is UTC for each in found)


@pytest.mark.parametrize("lens", lenses(), ids=lambda lens: lens.id)
def test_every_lens_gives_its_own_three_checks(lens):
    found = asked(lens=lens)
    assert [each.rule for each in found] == ["D+1", "D+3", "D+7"]
    assert [each.question for each in found] == [
        each.question for each in sorted(lens.checks, key=lambda each: each.after_days)
    ]


def test_slots_of_a_lens_are_filled_from_accepted_claims_or_the_question_is_not_asked():
    lens = lenses()[0]
    template = CheckTemplate(1, "Has {party} stated a price?", "A statement by {party}.", "No price is open.")
    slotted = replace(lens, checks=(template, *lens.checks[1:]))
    assert asked(lens=slotted, slots={"party": "Harlow Mills"})[0].question == "Has Harlow Mills stated a price?"
    assert "{" not in asked(lens=slotted)[0].question
    assert asked(lens=slotted)[0].question != template.question


def test_without_a_lens_the_open_facts_of_the_frame_are_asked_for():
    frame = next(each for each in frames() if each.id == "talks")
    limits = tuple(Limit("talks", slot.id, slot.open_text, filled=slot.id != "signed") for slot in frame.slots)
    found = asked(frame=frame, limits=limits)
    assert "that a contract is signed" in found[0].question
    assert all("price" not in each.question for each in found)


def test_a_dated_event_of_the_record_becomes_a_closed_question():
    found = [each for each in asked(a_read(a_claim(HEARING, "2026-06-12"))) if each.rule == "record"]
    assert [each.question for each in found] == ["Will the council of Tarn hold a hearing on 12 June?"]
    assert found[0].due == datetime(2026, 6, 12, 23, 59, 59, tzinfo=UTC)
    assert found[0].cites == ("d1",)
    assert "12 June 2026" in found[0].counts_as_yes


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A vote is scheduled for 12 June", "Does a vote take place on 12 June?"),
        ("Harlow Mills plans to open a plant in Tarn by 12 June", "Will Harlow Mills open a plant in Tarn by 12 June?"),
        ("The mayor said that the bridge is expected to reopen on 12 June", "Will the bridge reopen on 12 June?"),
        (
            "The new tariff takes effect on 12 June",
            "Has this come about as announced: the new tariff takes effect on 12 June?",
        ),
        ("The works may end on 12 June", "Will the works end on 12 June?"),
    ],
)
def test_questions_are_closed_and_grammatical(text, question):
    assert worded(a_claim(text, "2026-06-12"), PHRASES) == question


@pytest.mark.parametrize(
    ("iso", "modality", "role"),
    [
        ("2026-05-04", Modality.PLANNED, "event"),
        ("2026-04-01", Modality.PLANNED, "event"),
        ("2031-01-01", Modality.PLANNED, "event"),
        ("", Modality.PLANNED, "event"),
        ("2026-13-45", Modality.PLANNED, "event"),
        ("2026-06-12", Modality.DENIED, "event"),
        ("2026-06-12", Modality.DONE, "event"),
        ("2026-06-12", Modality.PLANNED, "publication"),
    ],
)
def test_what_is_past_far_denied_done_or_undated_is_not_asked(iso, modality, role):
    assert not [each for each in asked(a_read(a_claim(HEARING, iso, modality, role))) if each.rule == "record"]


def test_a_deadline_is_asked_whatever_its_wording():
    claim = a_claim("The deadline for objections is 12 June", "2026-06-12", Modality.ONGOING, "deadline")
    assert [each for each in asked(a_read(claim)) if each.rule == "record"]


def test_nothing_is_known_that_was_not_known_then():
    later = a_read(a_claim(HEARING, "2026-06-12"), published="2026-05-05")
    assert not [each for each in asked(later) if each.rule == "record"]


def test_two_reports_of_one_event_ask_once_and_cite_both():
    one = a_read(a_claim(HEARING, "2026-06-12"), "d1")
    other = a_read(a_claim("A hearing will be held by the council on 12 June in the old town hall", "2026-06-12"), "d2")
    else_where = a_read(a_claim("Orsted Looms will publish its figures on 12 June", "2026-06-12"), "d3")
    found = [each for each in asked(one, other, else_where) if each.rule == "record"]
    assert len(found) == 2
    assert {each.cites for each in found} == {("d1", "d2"), ("d3",)}


def test_at_most_so_many_dated_events_become_checks():
    days = [f"2026-06-{day:02d}" for day in range(1, 12)]
    read = [a_read(a_claim(f"Ward number {day} of Tarn will vote on {day}", day), f"d{day}") for day in days]
    assert len([each for each in asked(*read) if each.rule == "record"]) == POLICY.record_checks


def test_a_frozen_question_cannot_be_changed_unnoticed():
    frozen = freeze(asked()[0], "story1")
    assert is_frozen(frozen, "story1") and len(frozen.id) == 12 and len(frozen.frozen) == 64
    changes = {
        "question": "Is it so?",
        "counts_as_yes": "Anything.",
        "void_if": "Always.",
        "due": NOW,
        "rule": "D+7",
    }
    for field, value in changes.items():
        assert not is_frozen(replace(frozen, **{field: value}), "story1"), field
    assert not is_frozen(frozen, "story2")


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_words_cannot_be_moved_between_the_parts_of_a_frozen_question(one, two, three):
    first = freeze(Question(NOW, "D+1", one + two, three, ""), "s")
    second = freeze(Question(NOW, "D+1", one, two + three, ""), "s")
    assert (first.frozen == second.frozen) == ((one + two, three) == (one, two + three))


def test_checks_wait_and_the_next_one_is_the_nearest():
    made = checks("story1", asked())
    assert {each.state.value for each in made} == {"waiting"}
    assert next_due([each.question for each in made], NOW).rule == "D+1"
    assert next_due([each.question for each in made], NOW + timedelta(days=2)).rule == "D+3"
    assert next_due([each.question for each in made], NOW + timedelta(days=30)) is None


@pytest.mark.parametrize(
    ("iso", "day"), [("2026", "2026-12-31"), ("2026-02", "2026-02-28"), ("2026-06-12", "2026-06-12")]
)
def test_a_vague_date_is_due_on_its_last_day(iso, day):
    assert last_day(iso).isoformat() == day
