"""Talks stay talks when somebody says so: an attributed claim is held to how far along the matter is said to be."""

import pytest

from groundwire import Checker

EVIDENCE = (
    "The council of Brell is in talks with Orvane about buying 40 electric buses, the transport officer Mina Tolland said on "
    "Monday. No contract has been signed, Tolland said."
)


@pytest.mark.parametrize(
    "claim",
    [
        "The council of Brell has signed a contract with Orvane for 40 electric buses, Mina Tolland said.",
        "The council of Brell has bought 40 electric buses from Orvane, Mina Tolland said.",
    ],
)
def test_somebodys_talks_do_not_become_a_signature(claim):
    checker = Checker()
    assert checker.support([(EVIDENCE, claim)])[0] < checker.threshold


def test_somebodys_talks_are_carried_as_talks():
    checker = Checker()
    claim = "Mina Tolland said the council of Brell is in talks with Orvane about buying 40 electric buses."
    assert checker.support([(EVIDENCE, claim)])[0] >= checker.threshold


def test_a_hearing_to_come_has_not_been_held_whatever_else_has_been_done():
    evidence = (
        "The Energy Safety Board has opened an inquiry into the eastern line. A public hearing will be held on 9 December in Port "
        "Alba. Deliveries to Port Alba fall by about 120,000 barrels a day."
    )
    checker = Checker()
    assert checker.support([(evidence, "The Board held a public hearing in Port Alba.")])[0] < checker.threshold
    assert checker.support([(evidence, "A public hearing will be held in Port Alba.")])[0] >= checker.threshold


def test_a_headline_of_talks_without_its_verb_is_carried_by_talks():
    evidence = "The council of Brell is in talks with Orvane to buy 40 electric buses. No contract has been signed."
    checker = Checker()
    assert checker.support([(evidence, "Brell in talks to buy 40 electric buses")])[0] >= checker.threshold
    assert checker.support([(evidence, "Brell buys 40 electric buses")])[0] < checker.threshold
