"""Each objection by itself, on claims and sentences made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from groundwire.playbook.loading import policy
from groundwire.records.claim import (
    Claim,
    ClaimDate,
    ClaimStatus,
    Kind,
    Materiality,
    Modality,
    Quantity,
    Quote,
    ReadDocument,
    ReadSentence,
    Relation,
    Sentence,
    SentenceState,
)
from groundwire.records.source import Dated, Document, Passage, Snapshot, Source
from groundwire.records.verdict import Label, VetoName
from groundwire.verdicts.passages import Aligned, align, evidence_of
from groundwire.verdicts.vetoes import objections
from groundwire.verdicts.vetoes.attribution import attribution, frame
from groundwire.verdicts.vetoes.date import date, fits, written
from groundwire.verdicts.vetoes.entity import entity, knows
from groundwire.verdicts.vetoes.handover import handover
from groundwire.verdicts.vetoes.modality import follows, modality
from groundwire.verdicts.vetoes.negation import negation
from groundwire.verdicts.vetoes.number import number
from groundwire.verdicts.vetoes.quantifier import quantifier
from groundwire.verdicts.vetoes.quote import quote
from groundwire.verdicts.vetoes.roles import roles
from groundwire.verdicts.vetoes.speaker import speaker
from groundwire.verdicts.vetoes.superseded import superseded
from groundwire.verdicts.wording import cover

RULES = policy("offline").verdicts
SNAPSHOT = Snapshot("0" * 64, "text/plain", 0, datetime(2026, 1, 1, tzinfo=UTC), "a.txt")


def claim(text: str, **more) -> Claim:
    """A flat, done statement, but for what is given."""
    made = Claim("c" * 12, text, 0, Kind.EVENT, Modality.DONE, ClaimStatus.STATED, Materiality.LEAD, span=text)
    return replace(made, **more)


def row(
    given: Claim | str, beside: str, *, text: str = "", day: str = "2026-03-10", before: str = "", name: str = "d"
) -> Aligned:
    """A sentence of evidence with its statement, laid beside a claim's text."""
    held = claim(given) if isinstance(given, str) else given
    words = text or held.text
    sentence = ReadSentence(Sentence(0, 1, 1, 0, len(words), words), SentenceState.CHECKABLE, claims=(held,))
    document = Document(name, Source("The Harbour Post"), "", words, SNAPSHOT, published=Dated(day, "day"))
    return Aligned(sentence, document, cover(beside, words), before)


def test_a_number_names_both_values_in_a_plain_sentence():
    mine = claim("The mill burned 40 tonnes.", quantities=(Quantity(40, "tonne", "coal", start=16, end=25),))
    theirs = claim("The mill burned 30 tonnes.", quantities=(Quantity(30, "tonne", "coal", start=16, end=25),))
    veto = number(mine, [row(theirs, mine.text)], RULES)
    assert veto is not None
    assert (veto.name, veto.label, veto.claimed, veto.evidence) == (
        VetoName.NUMBER,
        Label.CONTRADICTED,
        "40 tonnes",
        "30 tonnes",
    )
    assert veto.reason == 'The claim says 40 tonnes; the evidence says "30 tonnes".'


def test_an_open_range_leaves_a_value_unsupported_and_not_contradicted():
    mine = claim("Kelvar buys 500 chips.", quantities=(Quantity(500, "chip", "chips", start=12, end=21),))
    given = Quantity(50, "chip", "chips", Relation.AT_LEAST, start=12, end=29)
    theirs = claim("Kelvar buys at least 50 chips.", quantities=(given,))
    veto = number(mine, [row(theirs, mine.text)], RULES)
    assert veto is not None and veto.label is Label.UNSUPPORTED
    below = claim("Kelvar buys 20 chips.", quantities=(Quantity(20, "chip", "chips", start=12, end=20),))
    veto = number(below, [row(theirs, below.text)], RULES)
    assert veto is not None and veto.label is Label.CONTRADICTED


def test_a_number_that_another_close_sentence_gives_is_not_objected_to():
    mine = claim("The mill burned 40 tonnes.", quantities=(Quantity(40, "tonne", "coal"),))
    other = claim("The mill burned 30 tonnes.", quantities=(Quantity(30, "tonne", "coal"),))
    same = claim("The mill burned 40 tonnes.", quantities=(Quantity(40, "tonne", "coal"),))
    assert number(mine, [row(other, mine.text), row(same, mine.text)], RULES) is None


@pytest.mark.bad("L22")
def test_numbers_exchanged_between_two_firms_are_contradicted():
    words = "Norvane employs 300 and Kelvar employs 700."
    theirs = claim(words, quantities=(Quantity(300, "", "", start=16, end=19), Quantity(700, "", "", start=39, end=42)))
    text = "Norvane employs 700."
    mine = claim(text, quantities=(Quantity(700, "", "", start=16, end=19),))
    veto = number(mine, [row(theirs, text)], RULES)
    assert veto is not None and veto.label is Label.CONTRADICTED and veto.evidence == "300"


def test_figures_inside_a_code_are_no_number():
    mine = claim("The flaw ABC-2024-771 is closed.", quantities=(Quantity(771, "", "", start=18, end=21),))
    assert number(mine, [row("The flaw is closed.", mine.text)], RULES) is None


def test_another_day_for_the_same_act_contradicts():
    mine = claim("The vote is on 4 May 2026.", dates=(ClaimDate("4 May 2026", "2026-05-04", "event"),))
    theirs = claim("The vote is on 5 May 2026.", dates=(ClaimDate("5 May 2026", "2026-05-05", "event"),))
    veto = date(mine, [row(theirs, mine.text)], RULES)
    assert veto is not None and (veto.label, veto.evidence) == (Label.CONTRADICTED, "5 May 2026")


def test_a_date_that_no_document_gives_is_unsupported():
    mine = claim("The vote is on 4 May 2026.", dates=(ClaimDate("4 May 2026", "2026-05-04", "event"),))
    veto = date(mine, [row("The vote is near.", mine.text)], RULES)
    assert veto is not None and (veto.label, veto.evidence) == (Label.UNSUPPORTED, "")


def test_the_day_a_rule_was_published_is_not_the_day_it_takes_effect():
    mine = claim("The rule takes effect on 4 May 2026.", dates=(ClaimDate("4 May 2026", "2026-05-04", "effective"),))
    theirs = claim(
        "The rule was published on 4 May 2026 and takes effect on 1 July 2026.",
        dates=(
            ClaimDate("4 May 2026", "2026-05-04", "publication"),
            ClaimDate("1 July 2026", "2026-07-01", "effective"),
        ),
    )
    veto = date(mine, [row(theirs, mine.text)], RULES)
    assert veto is not None and (veto.label, veto.evidence) == (Label.CONTRADICTED, "1 July 2026")


@pytest.mark.parametrize(("claimed", "given", "follows_"), [("2026-05", "2026-05-04", True), ("2026", "2026-05", True), ("2026-05-04", "2026-05", False), ("2026-05", "2026-06-01", False)])  # fmt: skip
def test_a_coarser_date_follows_from_a_finer_one(claimed, given, follows_):
    assert fits(claimed, given) is follows_


def test_dates_are_read_as_english_news_writes_them():
    assert set(written("On May 4, 2026, and 5 June 2025; since 1999.")) >= {"2026-05-04", "2025-06-05", "1999"}


def test_a_name_that_no_document_knows_is_unsupported():
    mine = claim("Norvane sold the line to Veldor.", names=("Norvane", "Veldor"))
    veto = entity(mine, [row("Norvane sold the line.", mine.text)], RULES)
    assert veto is not None and (veto.label, veto.claimed) == (Label.UNSUPPORTED, "Veldor")


@pytest.mark.parametrize(("name", "text"), [("European", "A court in Europe ruled."), ("OSHO", "The Office of Safe Harbour Operations ruled."), ("South Carolina", "The ship left S.C. yesterday, SC officials said."), ("Minister Ida Holm", "Holm resigned.")])  # fmt: skip
def test_a_name_is_known_by_a_form_of_it(name, text):
    assert knows(row(text, text).document, name)


def test_a_quote_must_stand_word_for_word():
    mine = claim('Holm said it was "a gift to nobody".', quotes=(Quote("a gift to nobody"),))
    same = claim('Holm said it was "a gift to everybody".', quotes=(Quote("a gift to everybody"),))
    veto = quote(mine, [row('Holm said it was "a gift to everybody".', mine.text)], RULES)
    assert veto is not None and veto.label is Label.UNSUPPORTED
    assert quote(same, [row("Holm said it was “a gift to EVERYBODY”.", same.text)], RULES) is None


@pytest.mark.bad("L18")
def test_a_quote_spliced_over_left_out_words_is_not_verbatim():
    mine = claim('Holm said it was "a gift ... everybody".', quotes=(Quote("a gift ... everybody"),))
    assert quote(mine, [row('Holm said it was "a gift to everybody".', mine.text)], RULES) is not None


@pytest.mark.bad("L19")
def test_words_of_one_put_into_the_mouth_of_another_are_unsupported():
    mine = claim("Holm said the port would close.", speaker="Holm", depth=1, status=ClaimStatus.SAID, names=("Holm",))
    theirs = claim("Rask said the port would close.", speaker="Rask", depth=1, status=ClaimStatus.SAID, names=("Rask",))
    veto = speaker(mine, [row(theirs, mine.text)], RULES)
    assert veto is not None and (veto.label, veto.evidence) == (Label.UNSUPPORTED, "Rask")
    assert speaker(replace(mine, speaker="Rask"), [row(theirs, mine.text)], RULES) is None


@pytest.mark.parametrize(("claimed", "given", "allowed"), [
    (Modality.POSSIBLE, Modality.DONE, True), (Modality.POSSIBLE, Modality.PLANNED, True), (Modality.PLANNED, Modality.DONE, True),
    (Modality.DONE, Modality.PLANNED, False), (Modality.DONE, Modality.UNDER_WAY, False), (Modality.PLANNED, Modality.UNDER_WAY, False),
    (Modality.UNDER_WAY, Modality.POSSIBLE, False), (Modality.DONE, Modality.ONGOING, True),
])  # fmt: skip
def test_weakening_is_allowed_and_strengthening_is_not(claimed, given, allowed):
    assert follows(claimed, given) is allowed


def test_talks_are_no_signature():
    mine = claim("Norvane has signed a contract with Kelvar.", names=("Norvane", "Kelvar"))
    talks = claim("Norvane is in talks with Kelvar.", names=("Norvane", "Kelvar"), modality=Modality.UNDER_WAY)
    done = claim("Norvane signed a contract with Kelvar.", names=("Norvane", "Kelvar"))
    veto = modality(mine, [row(talks, mine.text)], RULES)
    assert veto is not None and veto.label is Label.UNSUPPORTED
    assert modality(mine, [row(talks, mine.text), row(done, mine.text)], RULES) is None


def test_overt_and_lexical_negation_contradict():
    mine = claim("The council approved the bridge.")
    denied = claim("The council did not approve the bridge.", modality=Modality.DENIED, negated=True)
    for given in (denied, claim("The council rejected the bridge.")):
        veto = negation(mine, [row(given, mine.text)], RULES)
        assert veto is not None and veto.label is Label.CONTRADICTED


def test_what_is_only_planned_does_not_contradict_that_it_is_not_done():
    mine = claim("The bill has not been signed.", modality=Modality.DENIED, negated=True)
    given = claim("The bill will be signed.", modality=Modality.PLANNED)
    assert negation(mine, [row(given, mine.text)], RULES) is None


def test_most_is_not_all():
    mine = claim("All members of the council voted for the bridge.")
    veto = quantifier(mine, [row("Most members of the council voted for the bridge.", mine.text)], RULES)
    assert veto is not None and (veto.claimed, veto.evidence) == ("all", "most")
    assert quantifier(mine, [row("Every member of the council voted for the bridge.", mine.text)], RULES) is None


def test_somebodys_word_is_not_a_fact_but_unnamed_sources_speak_through_the_text():
    mine = claim("The port will close in the spring.")
    named = claim("The port will close in the spring, Rask said.", status=ClaimStatus.SAID, depth=1, speaker="Rask")
    veto = attribution(mine, [row(named, mine.text)], RULES)
    assert veto is not None and (veto.name, veto.label) == (VetoName.ATTRIBUTION, Label.UNSUPPORTED)
    unnamed = replace(
        named,
        text="The port will close in the spring, people close to the matter said.",
        speaker="people close to the matter",
    )
    assert attribution(mine, [row(unnamed, mine.text)], RULES) is None


@pytest.mark.bad("L31")
@pytest.mark.parametrize("text", ["Rumour: the mayor took bribes.", "Hoax: the mayor took bribes.", "Posts falsely claimed the mayor took bribes.", "The claim is false.", "Holm denied that the mayor took bribes."])  # fmt: skip
def test_a_frame_that_calls_a_statement_false_is_recognised(text):
    assert frame(text)


def test_plain_news_is_in_no_frame():
    assert not frame("The mayor opened the false ceiling of the hall and denied the firm a licence.")


@pytest.mark.bad("D08")
def test_the_figure_of_an_older_report_is_superseded_by_a_newer_one():
    mine = claim("The fire killed 40 people.", quantities=(Quantity(40, "person", "people", start=16, end=25),))
    old = claim("The fire killed 40 people.", quantities=(Quantity(40, "person", "people", start=16, end=25),))
    new = claim("The fire killed 70 people.", quantities=(Quantity(70, "person", "people", start=16, end=25),))
    rows = [row(old, mine.text, day="2026-03-01", name="a"), row(new, mine.text, day="2026-03-05", name="b")]
    veto = superseded(mine, rows, RULES)
    assert veto is not None and veto.label is Label.CONTRADICTED
    later = [row(old, mine.text, day="2026-03-05", name="a"), row(new, mine.text, day="2026-03-01", name="b")]
    assert superseded(mine, later, RULES) is None


def test_a_claim_that_the_evidence_repeats_trips_nothing():
    same = claim("Norvane sold its ferry line on Monday.", names=("Norvane",))
    assert objections(same, [row(same, same.text)], RULES) == ()


def test_no_evidence_trips_nothing():
    assert objections(claim("Norvane sold its ferry line."), [], RULES) == ()


def test_who_is_said_to_have_declined_has_declined():
    given = "Norvane and Kelvar declined to comment."
    mine = claim(given, names=("Norvane", "Kelvar"))
    assert negation(mine, [row(given, mine.text)], RULES) is None
    other = claim("Norvane and Kelvar comment.", names=("Norvane", "Kelvar"))
    assert negation(other, [row(given, other.text)], RULES) is not None


def test_a_bound_does_not_follow_from_a_small_count_of_something_else():
    few = Quantity(2, "director", of="directors")
    least = Quantity(240_000, "passenger", of="passengers", relation=Relation.AT_LEAST)
    most = replace(least, relation=Relation.AT_MOST)
    mine = claim("The line carries at most 240,000 passengers.", quantities=(most,))
    near = claim("The line carries at least 240,000 passengers.", quantities=(least,))
    far = claim("Two directors spoke of the sale.", quantities=(few,))
    veto = number(mine, [row(near, mine.text), row(far, mine.text)], RULES)
    assert veto is not None and veto.label is Label.UNSUPPORTED


def test_a_document_with_a_name_and_nothing_else_of_the_claim_does_not_vouch_for_it():
    mine = claim("Norvane weighs the sale of its ferry line to Tarnow Group.", names=("Norvane", "Tarnow Group"))
    near = row("Norvane weighs the sale of its ferry line to Halden.", mine.text)
    far = row("The Tarnow Group built a museum.", mine.text, name="e")
    veto = entity(mine, [near, far], RULES)
    assert veto is not None and veto.claimed == "Tarnow Group"
    kindred = row("Talks on the ferry line are held with the Tarnow Group.", mine.text, name="e")
    assert entity(mine, [near, kindred], RULES) is None


@pytest.mark.parametrize(("said", "given", "refused"), [
    ("Halden Group fined the ministry 3 million euros.", "The ministry fined Norvane 3 million euros.", True),
    ("Norvane fined the port 3 million euros.", "The ministry fined Norvane 3 million euros.", True),
    ("Halden Group fined Norvane 3 million euros.", "Kelvar Bank fined Norvane 3 million euros.", True),
    ("The ministry fined Norvane 3 million euros.", "The ministry fined Norvane 3 million euros.", False),
    ("The KB fined Norvane 3 million euros.", "Kelvar Bank fined Norvane 3 million euros.", False),
    ("The ministry met Norvane in May.", "Norvane met the port of Pelm and the ministry in May.", False),
])  # fmt: skip
def test_who_did_it_and_to_whom_stay_where_they_are(said, given, refused):
    veto = roles(claim(said), [row(given, said)], RULES)
    assert (veto is not None) is refused


def test_a_figure_taken_back_in_the_next_sentence_is_superseded_though_only_the_first_was_found():
    first, second = "The toll was put at 80.", "On Tuesday it was corrected to 65."
    old, new = Quantity(80, "", of="toll", start=20, end=22), Quantity(65, "", of="", start=31, end=33)
    at = len(first) + 1
    read = (
        ReadSentence(Sentence(0, 1, 1, 0, len(first), first), SentenceState.CHECKABLE, claims=(claim(first, quantities=(old,)),)),
        ReadSentence(Sentence(1, 1, 1, at, at + len(second), second), SentenceState.CHECKABLE, claims=(claim(second, quantities=(new,)),)),
    )  # fmt: skip
    document = Document("d", Source("The Harbour Post"), "", f"{first} {second}", SNAPSHOT)
    given = evidence_of(Passage("d", 0, len(first), first), 1.0, ReadDocument(document, read))
    mine = claim(first, quantities=(old,))
    veto = superseded(mine, align(mine, [given]), RULES)
    assert veto is not None and (veto.label, veto.evidence) == (Label.CONTRADICTED, "65")


def test_a_note_of_correction_takes_back_the_sentence_but_not_its_opposite():
    note = "Correction: an earlier post said that the Kelvar client is not affected. The Kelvar client is affected."
    mine = claim("The Kelvar client is not affected.", modality=Modality.DENIED, negated=True)
    older = row("The Kelvar client is not affected.", mine.text, name="e", day="2026-03-01")
    veto = superseded(mine, [older, row(note, mine.text)], RULES)
    assert veto is not None and veto.label is Label.CONTRADICTED
    assert superseded(claim("The Kelvar client is affected."), [row(note, mine.text)], RULES) is None


@pytest.mark.parametrize(("said", "given", "refused"), [
    ("Orvane is in talks to buy 40 buses from the council.", "The council is in talks with Orvane about buying 40 buses.", True),
    ("Kelvar lent 3 million euros to the port.", "The port lent Kelvar 3 million euros in May.", True),
    ("The council is in talks to buy 40 buses from Orvane.", "The council is in talks with Orvane about buying 40 buses.", False),
    ("Orvane will buy 40 buses from the council.", "The council wants Orvane to buy 40 buses.", False),
    ("Orvane bought 40 buses from the council.", "The council sold 40 buses to Orvane.", False),
])  # fmt: skip
def test_who_takes_and_from_whom_stay_where_they_are(said, given, refused):
    veto = handover(claim(said), [row(given, said)], RULES)
    assert (veto is not None) is refused


def test_whom_a_speaker_speaks_of_is_not_taken_for_the_speaker():
    mine = claim(
        "Kelvar is moving its freight to the river, Holm said.", speaker="Holm", depth=1, status=ClaimStatus.SAID
    )
    of_it = claim(
        "She said Kelvar is moving its freight to the river.", speaker="she", depth=1, status=ClaimStatus.SAID
    )
    assert speaker(mine, [row(of_it, mine.text, before="Ida Holm heads Kelvar.")], RULES) is None
    other = replace(of_it, text="Kelvar is moving its freight to the river, said Tom Rask.", speaker="")
    assert speaker(mine, [row(other, mine.text)], RULES) is not None


def test_a_sentence_that_names_one_twice_is_not_its_own_exchange():
    given = "Users of Kelvar updated Kelvar at once."
    assert entity(claim(given, names=("Kelvar",)), [row(given, given)], RULES) is None
