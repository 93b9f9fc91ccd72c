"""Whole classes of sentences are read alike: what media report, what is under way, planned, hung on something, denied, or mere taste."""

from __future__ import annotations

import pytest

from groundwire.claims.reading import ReadingContext, read
from groundwire.records.claim import Claim


def claims(text: str, published: str = "2026-02-17") -> list[Claim]:
    return [claim for item in read(text, ReadingContext(published=published)) for claim in item.claims]


@pytest.mark.parametrize(
    "sentence",
    [
        "Radio Norvik reported that the dam had burst.",
        "According to Channel Four, the wiring was old.",
        "Local media said the ferry had turned back.",
        "The mine may close, the weekly Lantern reported on Monday.",
        "The owner is said to be building a second yard.",
        "The bank is understood to have hired lawyers.",
        "Unconfirmed reports put the number of missing at 12.",
    ],
)
def test_what_another_medium_or_hearsay_tells_is_reported(sentence: str) -> None:
    assert {str(claim.status) for claim in claims(sentence)} == {"reported"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Press secretary Ona Reyes said the talks had ended.",
        "The newspaper's editor said the building was safe.",
        "Officials said the ferry had turned back.",
        "Trellick Foods rejected the allegation.",
    ],
)
def test_a_person_or_an_office_says(sentence: str) -> None:
    assert {str(claim.status) for claim in claims(sentence)} == {"said"}


def test_a_name_introduced_as_a_medium_stays_one() -> None:
    text = "The weekly Lantern saw the letter.\n\nLantern said that the mine would close."
    assert str(claims(text)[-1].status) == "reported"


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Crews are moving pipes along Mill Street.", "under way"),
        ("Nurses are vaccinating children in the valley.", "under way"),
        ("The talks were continuing on Monday.", "under way"),
        ("The bridge is under construction.", "under way"),
        ("Crews have begun repairing the roof.", "under way"),
        ("The trader is said to be in talks with a rival.", "under way"),
        ("Prices were continuing to rise.", "ongoing"),
        ("Nora Vale has served on the board since 2019.", "ongoing"),
        ("The ministry plans to inspect all ferries.", "planned"),
        ("Tansy Lines intends to order new ships.", "planned"),
        ("The bill would require tests of all wells.", "conditional"),
        ("The order depends on a loan from the harbour bank.", "conditional"),
        ("The sale is subject to court approval.", "conditional"),
        ("The regulator has set no date.", "denied"),
        ("We no longer support the old format.", "denied"),
        ("The bank will not raise fees.", "denied"),
        ("The captain could not be reached.", "denied"),
        ("Vasper has rejected the allegation.", "denied"),
        ("Officials have not said whether the money was found.", "denied"),
        ("We are pleased to announce version two.", "done"),
        ('This "no wrong door" plan shortened the wait.', "done"),
    ],
)
def test_how_far_a_matter_is_along(sentence: str, modality: str) -> None:
    assert [str(claim.modality) for claim in claims(sentence)] == [modality]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("It is a sorry spectacle.", "opinion"),
        ("We have the finest cooks anywhere in the world.", "opinion"),
        ("Anyone who saw the fire should call the fire service.", "exhortation"),
        ("[1a2b3c4d5e] - deps: update the parser", "fragment"),
    ],
)
def test_taste_calls_and_log_entries_claim_nothing(sentence: str, reason: str) -> None:
    (item,) = read(sentence, ReadingContext())
    assert (item.reason, item.claims) == (reason, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Share trading was halted on Monday.",
        "Support for version 2 will end in June.",
        "However, that is not legal in Sarvia.",
        "This will help small farms.",
        "In May 2012, each pleaded guilty to one count.",
    ],
)
def test_a_sentence_that_only_looks_like_an_order_or_a_fragment_claims(sentence: str) -> None:
    assert claims(sentence)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The minister expects cases to fall in March.", ["2026-03"]),
        ("The next decision is due on 20 March.", ["2026-03-20"]),
        ("Prices rose in August from a year earlier.", ["2025-08", "2024-08"]),
        ("A ruling is possible in spring.", ["2026"]),
        ("The judge set sentencing for Sept. 9.", ["2026-09-09"]),
        ("Sentencing is scheduled for Dec. 19, 2027.", ["2027-12-19"]),
    ],
)
def test_days_resolve_in_the_direction_the_verb_points(sentence: str, days: list[str]) -> None:
    assert [day.iso for claim in claims(sentence) for day in claim.dates] == days


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Norrel will build a $500-million plant.", [500_000_000.0]),
        ("The clerk broke 18 U.S.C. § 1343.", []),
        ("The office can be reached at 1-800-555-0142.", []),
        ("Versions 4.0 through 4.7 are affected.", []),
    ],
)
def test_scales_count_and_names_with_digits_do_not(sentence: str, values: list[float]) -> None:
    assert [number.value for claim in claims(sentence) for number in claim.quantities] == values


def test_a_quotation_without_its_closing_mark_ends_where_the_speaker_follows() -> None:
    (claim,) = claims('"Such thefts hurt every farmer, said Marshal Ada Quill of Senna County.')
    assert (str(claim.status), claim.speaker) == ("said", "Marshal Ada Quill of Senna County")


def test_the_speaker_after_an_announcing_verb_is_the_one_who_announces() -> None:
    (claim,) = claims("A clerk was jailed for fraud, announced Acting Attorney General Ken Moss.")
    assert (str(claim.status), claim.speaker) == ("said", "Acting Attorney General Ken Moss")


def test_brackets_end_no_speakers_name() -> None:
    (claim,) = claims("The bridge is safe, the Senna Roads Office (SRO) announced.")
    assert claim.speaker == "the Senna Roads Office"
