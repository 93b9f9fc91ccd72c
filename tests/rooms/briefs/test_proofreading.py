"""What an editor would not sign is not offered; what is plain prose is."""

import time

import pytest

from groundwire.briefs.proofreading import reads_clean, states_something
from groundwire.briefs.shortening import variants


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Holm said on 21 February that the manner by which that lease was granted.",
        "The firm said that the owners choice to leave this deal.",
        "Completion of a study by June that will look at all roads of the county.",
        "A council could write a rule to any board that.",
    ],
)
def test_a_line_without_a_statement_is_dropped(text):
    assert not reads_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that this really isn't complicated.",
        "The mayor said that what can be tried to keep this from coming back.",
    ],
)
def test_speech_that_points_at_nothing_is_dropped(text):
    assert not reads_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tor Voss will be heard at the on 3 May hearing.",
        "The plant is not expected to open until in 2032.",
        "The bill was passed last night.",
        "The store fell in the wake of tonight's storm.",
    ],
)
def test_a_date_out_of_joint_or_still_relative_is_dropped(text):
    assert not reads_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "Voss, Tom Kern, Nora Lind, and Hilda Marr, was passed by the committee.",
        "19:15 Nora Lind first tries to reach the owner.",
        "The board said that the fee is unfair; 3.",
        "The council will require Norvik Inc.",
        "Senator Holm have heard from many owners.",
        "Yes, there is a chance of a late vote.",
        "4 December: First repairs made and the board told.",
        "Who could forget the flood in the north of the town.",
        "The board says that here is its address: desk@example.org.",
    ],
)
def test_the_remains_of_lists_and_letters_are_dropped(text):
    assert not reads_clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "The company that sold the plant closed it.",
        "Mayor Holm wrote that the rule, which took effect in May, would end.",
        "The firm agreed to be bought by Norvik Inc.",
        "Norvik agreed to pay 3 million dollars because of the spill.",
        "While working at the plant in Halden, he held two posts.",
        "Owners cannot skip the test when they believe it is cheaper to do so.",
        "The owners gave the board until 20 June to answer.",
        "No other plant is affected.",
        "The fee rose while output fell.",
        "Output could stay 200 tons lower each day well into next spring owing to the fire.",
    ],
)
def test_plain_prose_is_kept(text):
    assert reads_clean(text)


def test_a_cut_that_breaks_a_sentence_is_not_among_its_versions():
    text = "The owners choice to leave this deal, which would have put ten mills in the hands of two firms, was made on 3 May."
    assert all(states_something(version) for version in variants(text))
    assert any("was made" in version for version in variants(text))


def test_a_clause_that_says_which_ones_is_never_cut():
    text = (
        "The harbour board of Halden said in a letter to the county that the inspectors found leaks in all of the ten tanks of the "
        "western terminal that were built before the year of the great flood."
    )
    assert all("built before" in version for version in variants(text))


def test_a_hyphen_opens_no_aside():
    text = "The newly-built mill - the top-selling one of Norvik's ten - opened in Halden on 3 May after long talks."
    assert all("newly mill" not in version and "newly one" not in version for version in variants(text))


@pytest.mark.bad("T09")
@pytest.mark.parametrize("unit", ["a ", "A, ", "said that ", "X said ", "of on 3 ", "- a ", "which was ", "Aa, and "])
def test_hostile_text_is_read_in_linear_time(unit):
    text = (unit * 20_000)[:50_000]
    start = time.perf_counter()
    reads_clean(text)
    assert time.perf_counter() - start < 1.0
