"""Parts of a sentence that stand alone, and talk that is no news."""

import time

import pytest

from groundwire.briefs.parting import parts, trims
from groundwire.briefs.substance import is_talk


def test_two_acts_of_one_subject_are_two_facts():
    assert parts("Norvik Steel pleaded guilty to one count of fraud and was sentenced to pay 4 million dollars.") == [
        "Norvik Steel pleaded guilty to one count of fraud.",
        "Norvik Steel was sentenced to pay 4 million dollars.",
    ]


def test_what_a_speaker_said_twice_keeps_its_speaker():
    told = parts("Mayor Ida Holm said that the quay is closed for a year and that the repair costs 6 million dollars.")
    assert told == [
        "Mayor Ida Holm said that the quay is closed for a year.",
        "Mayor Ida Holm said that the repair costs 6 million dollars.",
    ]


def test_what_became_of_a_proposal_stands_without_its_aim():
    told = parts(
        "A proposal by Mayor Ida Holm to require a long review of the sale of the harbour of Halden by the boards of three towns in the north of the valley "
        "was approved by the council of Telmark."
    )
    assert told == ["A proposal by Mayor Ida Holm was approved by the council of Telmark."]


@pytest.mark.parametrize(
    "text",
    [
        "Norvik bought a firm that made pumps for the harbour and sold them to Telmark.",
        "The bill would let the town be removed from the list of ports and subjected to the rules of Telmark.",
        "The council has not found the cause of the crack in the quay.",
        "Holm stated the quay was safe in the winter but would close the harbour when asked.",
    ],
)
def test_an_act_that_may_be_somebody_elses_is_never_given_to_the_subject(text):
    assert not any(
        part.startswith(text.split(" ", 1)[0]) and part != text and _last(text) in part for part in parts(text)
    )


def _last(text):
    return " ".join(text.rstrip(".").split()[-4:])


def test_a_phrase_in_front_goes_unless_it_holds_a_condition_or_a_number():
    assert trims("After hearing both sides, the court of Halden fined Norvik Steel 4 million dollars.") == [
        "The court of Halden fined Norvik Steel 4 million dollars."
    ]
    assert trims("Unless the town objects, the court of Halden closes the case next month.") == []
    assert trims("With the 2 million dollars already paid, the fine comes to 6 million dollars.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm said that this is simply not that complicated.",
        "The whole town is grateful for the hard work of so many.",
        "Ida Holm said that it is time to stand up for hard-working families.",
        "Norvik has always been an outspoken champion of common sense.",
    ],
)
def test_praise_blame_and_idioms_are_talk(text):
    assert is_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm said that the council should pay 4 million dollars.",
        "Norvik Steel was sentenced by the court of Halden.",
        "An attacker can read any file of the server.",
        "Users of Telo 4.1 must update again.",
        "The quay will hold for fifty years.",
    ],
)
def test_what_can_be_checked_is_not_talk(text):
    assert not is_talk(text)


@pytest.mark.parametrize("unit", ["and was ", "a, b, ", '"and said ', "to do and ", "said that and that "])
def test_hostile_sentences_are_parted_in_linear_time(unit):
    text = "Norvik was " + unit * (100_000 // len(unit))
    start = time.perf_counter()
    for size in (1_200, 100_000):
        parts(text[:size])
        trims(text[:size])
    is_talk(text)
    assert time.perf_counter() - start < 0.5
