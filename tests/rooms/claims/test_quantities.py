"""Numbers as claimed."""

import pytest

from groundwire.claims.reading import ReadingContext, read
from groundwire.records.claim import Quantity


def quantities(sentence: str) -> list[Quantity]:
    found = read(sentence, ReadingContext("2026-03-18"))
    return [quantity for item in found for claim in item.claims for quantity in claim.quantities]


def brief(sentence: str) -> list[tuple[float, str, str]]:
    return [(q.value, q.unit, str(q.relation)) for q in quantities(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks cover at least 50,000 chips.", [(50000, "chip", ">=")]),
        ("The firm employs about 300 people.", [(300, "person", "~")]),
        ("The firm sold more than 1.2 million cars.", [(1.2e6, "car", ">")]),
        ("The plant makes up to 40 buses a day.", [(40, "bus", "<=")]),
        ("Fewer than 20 homes were sold.", [(20, "home", "<")]),
        ("Nearly 5 tonnes were seized.", [(5, "tonne", "~")]),
        ("It hired between 50 and 70 welders.", [(50, "welder", "range")]),
        ("Sales grew 5 to 10 percent.", [(5, "%", "range")]),
        ("A dozen people were hurt.", [(12, "person", "=")]),
        ("Hundreds of people fled the town.", [(100, "person", ">")]),
        ("Twenty-two workers were hurt.", [(22, "worker", "=")]),
        ("Two-thirds of the voters agreed.", [(66.6667, "%", "=")]),
        ("Half of the voters agreed.", [(50, "%", "=")]),
        ("The bank lowered its rate to 2 to 2-1/4 percent.", [(2, "%", "range")]),
        ("The mine employs 300 people or more.", [(300, "person", ">=")]),
        ("It was sentenced to a 30 day closure.", [(30, "day", "=")]),
        ("He faces a 16-count indictment.", [(16, "count", "=")]),
        ("It has raised one hundred and five million euros.", [(105e6, "EUR", "=")]),
        ("Its market share is about zero.", [(0, "", "~")]),
        ("It sold 3½ million shares.", [(3.5e6, "share", "=")]),
    ],
)
def test_value_unit_and_relation_are_read(sentence: str, expected: list[tuple[float, str, str]]) -> None:
    assert brief(sentence) == expected


def test_a_range_has_its_upper_end() -> None:
    assert [q.to for q in quantities("The bank set the range at 2 to 2-1/4 percent.")] == [2.25]


@pytest.mark.bad("D04")
@pytest.mark.parametrize(
    ("sum_of_money", "value", "unit"),
    [
        ("$5bn", 5e9, "USD"),
        ("5bn yuan", 5e9, "CNY"),
        ("A$5bn", 5e9, "AUD"),
        ("HK$5 billion", 5e9, "HKD"),
        ("€3.5m", 3.5e6, "EUR"),
        ("40,000 euros", 40000, "EUR"),
        ("5 million Australian dollars", 5e6, "AUD"),
        ("USD 12 million", 12e6, "USD"),
        ("half a million dollars", 5e5, "USD"),
        ("millions of dollars", 1e6, "USD"),
    ],
)
def test_money_keeps_its_currency_and_scale(sum_of_money: str, value: float, unit: str) -> None:
    found = quantities(f"Foltex paid {sum_of_money} for the mill.")
    assert [(q.value, q.unit) for q in found] == [(value, unit)]


@pytest.mark.bad("D03")
def test_percent_and_percentage_points_are_two_units() -> None:
    assert [q.unit for q in quantities("Turnout rose 5 percent.")] == ["%"]
    assert [q.unit for q in quantities("Turnout rose 5 percentage points.")] == ["pp"]
    assert [q.unit for q in quantities("The bank cut its rate by 25 basis points.")] == ["bp"]


@pytest.mark.bad("D05")
@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Sales rose 3 %.", 1),
        ("Sales fell 3 %.", -1),
        ("Sales were up 3% in May.", 1),
        ("Sales were down 3% in May.", -1),
        ("Sales changed by \u22123% in May.", -1),
        ("Sales rose to 3 million euros.", 0),
        ("The firm raised $3 million.", 0),
        ("It signed a contract for 300 buses.", 0),
    ],
)
def test_a_change_has_a_direction_and_a_level_has_none(sentence: str, direction: int) -> None:
    (found,) = quantities(sentence)
    assert found.value == pytest.approx(3 if found.value < 100 else found.value)
    assert found.direction == direction


@pytest.mark.bad("D06")
def test_a_qualified_twelve_is_not_a_plain_twelve() -> None:
    relations = [
        brief(f"The blast hurt {words} people.")[0][2] for words in ("12", "at least 12", "up to 12", "about 12")
    ]
    assert relations == ["=", ">=", "<=", "~"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Flight 370 left on time.",
        "The Lumo 737 flies to Tarn.",
        "Section 230 applies to all sites.",
        "COVID-19 closed the school.",
        "Version 1.5.1 mends the fault.",
        "CVE-2031-40147 was assigned to the fault.",
        "The fault was found in Parsix 3.11.",
        "Doors open at 10:30.",
        "Doors open at 5 p.m. today.",
        "He was born in 1994.",
        "They broke the Clean Rivers Act of 1994.",
        "The first prize went to the third team.",
        "Several people and a number of dogs were seen.",
        "One of the guests left.",
        "Sales grew in the past two months.",
    ],
)
def test_names_times_years_and_ordinals_are_no_quantities(sentence: str) -> None:
    assert quantities(sentence) == []


@pytest.mark.bad("D01")
@pytest.mark.parametrize("written", ["1.234.567", "12,34", "1'234"])
def test_a_number_in_another_country_s_form_is_not_guessed(written: str) -> None:
    assert 1234567.0 not in [q.value for q in quantities(f"Foltex sold {written} cars.")]


@pytest.mark.bad("D02")
def test_a_long_scale_word_is_a_thousand_million() -> None:
    assert [q.value for q in quantities("Foltex owes 2 Milliarden euros.")] == [2e9]
    assert [q.value for q in quantities("Foltex owes 2 billion euros.")] == [2e9]


@pytest.mark.bad("D09")
@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "1e999", "0x10", "9" * 400, "٣", "½", "Ⅳ", "１２", "1,1,1,1,1", "5/0"]
)
def test_odd_numbers_neither_crash_nor_become_huge(number: str) -> None:
    for found in quantities(f"Foltex sold {number} cars in Tarn."):
        assert abs(found.value) < 1e31


def test_full_width_and_arabic_digits_are_read() -> None:
    assert [q.value for q in quantities("Foltex sold １２ cars.")] == [12]
    assert [q.value for q in quantities("Foltex sold ٣ cars.")] == [3]


def test_the_role_of_a_number_is_what_it_counts_or_measures() -> None:
    assert [q.of for q in quantities("Korvatek had revenue of $6 million.")] == ["revenue"]
    assert [q.of for q in quantities("About 40 percent of voters stayed away.")] == ["voters"]
    assert [q.of for q in quantities("Profit fell 3 per cent to 41 million euros.")] == ["profit", "profit"]


def test_offsets_point_at_the_number() -> None:
    sentence = "Korvatek paid $1.2 billion for 300 wind turbines."
    assert [sentence[q.start : q.end] for q in quantities(sentence)] == ["$1.2 billion", "300 wind turbines"]
