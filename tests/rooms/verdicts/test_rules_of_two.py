"""What is read out of a sentence about two: which came first, which is more, who does it to whom, who has which part."""

from __future__ import annotations

import pytest

from groundwire.verdicts.vetoes.comparison import compared
from groundwire.verdicts.vetoes.order import ordered
from groundwire.verdicts.vetoes.roles import converse, deeds
from groundwire.verdicts.wording import cover, roots, stands_for, wording


@pytest.mark.parametrize(("text", "earlier"), [
    ("The auditor left before the bank closed.", "The auditor left "),
    ("The auditor left after the bank closed.", " the bank closed."),
    ("After the bank closed, the auditor left.", " the bank closed"),
])  # fmt: skip
def test_the_earlier_of_two_acts_is_told_by_the_word_between_them(text, earlier):
    order = ordered(text)
    assert order is not None
    assert order.earlier == earlier


def test_a_sentence_with_two_words_of_order_gives_none():
    assert ordered("He left after lunch and before the vote.") is None


@pytest.mark.parametrize(("text", "scale", "sign"), [
    ("Barley did better than wheat.", "worth", 1), ("Wheat yields were lower than last year.", "size", -1),
    ("Sales grew more quickly than costs.", "speed", 1), ("Exports exceeded imports.", "size", 1),
])  # fmt: skip
def test_a_comparison_has_a_scale_and_a_sign(text, scale, sign):
    found = compared(text)
    assert found is not None
    assert (found.scale, found.sign) == (scale, sign)


@pytest.mark.parametrize("text", ["It sold more than 300 cars.", "It cost more than $3 million.", "Exports were not larger than imports."])  # fmt: skip
def test_a_bound_or_a_denied_comparison_is_none(text):
    assert compared(text) is None


def test_active_and_passive_have_one_agent():
    (active,) = deeds("Tarn Bank acquired Ellery Mutual.")
    (passive,) = deeds("Ellery Mutual was acquired by Tarn Bank.")
    assert active.agent == passive.agent == roots("at Tarn Bank")
    assert active.patient == passive.patient


def test_buying_and_selling_are_one_deed_from_two_ends():
    assert converse("buy", "sell")
    assert not converse("buy", "build")


def test_a_number_with_its_scale_is_one_word():
    (word,) = wording("2.5 million")
    assert word.number == 2_500_000
    assert cover("2.5 million jars", "2,500,000 jars") == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize(("claimed", "given", "stands"), [("#3000000", "#2984112", True), ("#62", "#61.7", True), ("#2984112", "#3000000", False), ("#481", "#475", False)])  # fmt: skip
def test_a_rounded_figure_stands_for_the_exact_one_only(claimed, given, stands):
    assert stands_for(claimed, given) is stands
