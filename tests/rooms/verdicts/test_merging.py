"""When two claims are one, and when a text asserts a rejected one."""

from __future__ import annotations

import pytest

from groundwire.claims.reading import ReadingContext, read
from groundwire.records.claim import Claim
from groundwire.verdicts.merging import asserts, same_claim


def one(text: str) -> Claim:
    """The first claim of a sentence."""
    return read(text, ReadingContext(draft=True))[0].claims[0]


@pytest.mark.parametrize(("first", "second", "same"), [
    ("Norvane sold its ferry line to Kelvar.", "Norvane has sold the ferry line to Kelvar.", True),
    ("Norvane bought the port of Delling.", "Norvane acquired the port of Delling.", True),
    ("Norvane sold its ferry line to Kelvar.", "Norvane did not sell its ferry line to Kelvar.", False),
    ("Norvane sold 30 ferries.", "Norvane sold 40 ferries.", False),
    ("Norvane sold its ferry line.", "Norvane may sell its ferry line.", False),
    ("Norvane sold its ferry line.", "The council of Delling opened a school.", False),
])  # fmt: skip
def test_paraphrases_are_one_claim_and_other_statements_are_not(first, second, same):
    assert same_claim(one(first), one(second)) is same
    assert same_claim(one(second), one(first)) is same


@pytest.mark.bad("L23")
@pytest.mark.parametrize("text", [
    "Norvane has signed a contract with Kelvar.",
    "Norvane signed the contract with Kelvar on Monday.",
    "With Kelvar, Norvane has signed a contract.",
])  # fmt: skip
def test_a_paraphrase_asserts_the_rejected_claim(text):
    assert asserts(one(text), one("Norvane signed a contract with Kelvar."))


@pytest.mark.parametrize("text", [
    "Norvane is in talks to sign a contract with Kelvar.",
    "Norvane may sign a contract with Kelvar.",
    "Norvane has not signed a contract with Kelvar.",
    "Norvane runs a ferry line.",
])  # fmt: skip
def test_a_weaker_or_other_statement_does_not_assert_it(text):
    assert not asserts(one(text), one("Norvane signed a contract with Kelvar."))


def test_the_accepted_range_does_not_assert_the_rejected_figure():
    assert not asserts(one("The talks cover at least 50,000 chips."), one("Norvane will buy 500,000 chips."))
