"""When one number follows from another."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwire.playbook.loading import policy
from groundwire.records.claim import Quantity, Relation
from groundwire.verdicts.measures import derivable, entails, excluded, factor, place, rounds_to, significant, spoken

RULES = policy("offline").verdicts
R = Relation


def q(value: float, relation: Relation = R.EXACTLY, unit: str = "chip", **more) -> Quantity:
    """A quantity without a role."""
    return Quantity(value, unit, "", relation, **more)


@pytest.mark.bad("D06")
@pytest.mark.parametrize(("given_", "claimed", "follows"), [
    (q(12), q(12), True), (q(12), q(12, R.ABOUT), True), (q(12), q(10, R.MORE), True), (q(12), q(12, R.AT_LEAST), True),
    (q(12), q(12, R.MORE), False), (q(12, R.ABOUT), q(12), False), (q(12, R.ABOUT), q(12, R.ABOUT), True),
    (q(12, R.AT_LEAST), q(12), False), (q(12, R.AT_LEAST), q(10, R.AT_LEAST), True), (q(12, R.AT_LEAST), q(13, R.AT_LEAST), False),
    (q(12, R.AT_MOST), q(12), False), (q(12, R.AT_MOST), q(15, R.LESS), True), (q(12, R.MORE), q(12, R.MORE), True),
    (q(10, R.RANGE, to=20), q(10, R.AT_LEAST), True), (q(10, R.RANGE, to=20), q(15), False), (q(12), q(10, R.RANGE, to=20), True),
])  # fmt: skip
def test_a_weaker_number_follows_and_a_stronger_one_does_not(given_, claimed, follows):
    assert entails(given_, claimed, RULES) is follows


@pytest.mark.bad("D07")
@pytest.mark.parametrize(("exact", "rounded", "stands"), [(4.96, 5, True), (50_049, 50_000, True), (4.4, 5, False), (5, 4.96, False), (1_234_567, 1_200_000, True), (149, 100, False)])  # fmt: skip
def test_a_rounded_number_stands_for_the_exact_one_within_the_tolerance(exact, rounded, stands):
    assert rounds_to(exact, rounded, RULES) is stands


@pytest.mark.bad("D04")
def test_currencies_are_not_compared():
    assert factor("USD", "CNY") is None
    assert excluded(q(5e9, unit="CNY"), q(5e9, unit="USD"), RULES)
    assert not entails(q(5e9, unit="CNY"), q(5e9, unit="USD"), RULES)


@pytest.mark.bad("D03")
def test_per_cent_and_percentage_points_are_not_compared():
    assert not entails(q(5, unit="pp"), q(5, unit="%"), RULES)


@pytest.mark.bad("D05")
def test_a_rise_does_not_follow_from_a_fall():
    assert not entails(q(3, unit="%", direction=-1), q(3, unit="%", direction=1), RULES)


def test_units_of_one_scale_are_converted():
    assert entails(q(2, unit="week"), q(14, unit="day"), RULES)
    assert entails(q(3, unit="km"), q(3000, unit="metre"), RULES)


def test_sums_differences_and_shares_of_two_numbers_are_derived():
    held = [q(120, unit="day"), q(21, unit="day")]
    assert derivable(held, q(141, unit="day"), RULES)
    assert derivable([q(400, unit="USD"), q(566, unit="USD")], q(70, R.MORE, unit="%"), RULES)
    assert not derivable(held, q(160, unit="day"), RULES)


def test_a_quantity_is_spoken_in_the_words_of_its_text():
    text = "The fire injured at least 12 people."
    assert spoken(Quantity(12, "person", "people", R.AT_LEAST, start=26, end=35), text) == "at least 12 people"
    assert place(Quantity(7.04e10, "USD", ""), "It fell $70.4 billion short.") == "$70.4 billion"


@given(st.floats(min_value=1e-6, max_value=1e15), st.sampled_from([R.ABOUT, R.AT_LEAST, R.AT_MOST, R.EXACTLY]))
def test_every_weakening_of_a_value_follows_from_the_value(value, relation):
    assert entails(q(value), q(value, relation), RULES)


@given(st.floats(min_value=1e-6, max_value=1e15))
def test_a_number_never_excludes_itself(value):
    assert not excluded(q(value), q(value), RULES)


@given(st.floats(min_value=1e-300, max_value=1e300))
def test_counting_figures_never_fails(value):
    assert 1 <= significant(value) <= 17
    assert math.isfinite(value)
