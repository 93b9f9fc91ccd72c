"""Dates as claimed."""

import pytest

from groundwire.claims.dates import dates
from groundwire.claims.reading import ReadingContext, read

PUBLISHED = "2026-03-18"  # a Wednesday


def isos(sentence: str, published: str = PUBLISHED) -> list[str]:
    found = read(sentence, ReadingContext(published))
    return [day.iso for item in found for claim in item.claims for day in claim.dates]


@pytest.mark.bad("D18")
@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("today", "2026-03-18"),
        ("yesterday", "2026-03-17"),
        ("on Tuesday", "2026-03-17"),
        ("on Monday", "2026-03-16"),
        ("on Wednesday", "2026-03-18"),
        ("last Friday", "2026-03-13"),
        ("in January", "2026-01"),
        ("in November", "2025-11"),
        ("on March 2", "2026-03-02"),
        ("on 2 August 2024", "2024-08-02"),
        ("on Dec. 3, 2024", "2024-12-03"),
        ("in 2019", "2019"),
        ("two weeks ago", "2026-03-04"),
        ("a month ago", "2026-02"),
        ("last month", "2026-02"),
        ("last year", "2025"),
        ("this year", "2026"),
        ("in the second quarter of 2025", "2025"),
        ("on 2026-02-11", "2026-02-11"),
        ("on Tuesday, March 3", "2026-03-03"),
    ],
)
def test_what_was_is_resolved_against_the_day_of_publication(words: str, iso: str) -> None:
    assert isos(f"Foltex closed its mill {words}.") == [iso]


@pytest.mark.bad("D18")
@pytest.mark.parametrize(
    ("sentence", "iso"),
    [
        ("Foltex will close its mill on Friday.", "2026-03-20"),
        ("Foltex will close its mill next Tuesday.", "2026-03-24"),
        ("Foltex will close its mill in August.", "2026-08"),
        ("Foltex will close its mill on January 5.", "2027-01-05"),
        ("Foltex said it would close its mill in May.", "2026-05"),
        ("The vote is scheduled for June 2.", "2026-06-02"),
        ("Foltex will close its mill next year.", "2027"),
        ("Foltex will close its mill tomorrow.", "2026-03-19"),
    ],
)
def test_what_is_to_come_is_resolved_forward(sentence: str, iso: str) -> None:
    assert isos(sentence) == [iso]


@pytest.mark.bad("D15")
def test_a_date_that_reads_two_ways_stays_open() -> None:
    assert isos("Foltex has been closed since 11/12/2026.") == [""]
    assert isos("Foltex closed on 25/12/2025.") == ["2025-12-25"]


@pytest.mark.bad("D10")
@pytest.mark.parametrize("words", ["fiscal 2026", "the fiscal first quarter", "FY2026", "its financial year 2026"])
def test_a_fiscal_year_is_never_taken_for_a_calendar_year(words: str) -> None:
    assert isos(f"Sales grew in {words}.") == [""]


@pytest.mark.bad("D11")
def test_a_day_that_does_not_exist_has_no_date() -> None:
    assert isos("Foltex closed on 30 February 2026.") == [""]


@pytest.mark.bad("D16")
def test_full_width_digits_are_digits() -> None:
    assert isos("Foltex closed on ２０２６-02-11.") == ["2026-02-11"]


def test_without_a_day_of_publication_nothing_relative_is_guessed() -> None:
    assert isos("Foltex closed yesterday.", "") == [""]
    assert isos("Foltex closed in May.", "") == [""]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board may meet again.",
        "They march through the town.",
        "The firm sold 2000 cars.",
        "More than 1,950 people came.",
        "They broke the Clean Rivers Act of 1994.",
        "Prices have risen in recent months.",
    ],
)
def test_words_that_only_look_like_dates_are_none(sentence: str) -> None:
    assert isos(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Foltex must pay by 2 August 2026.", "deadline"),
        ("The ban takes effect on 2 August 2026.", "effective"),
        ("It has been closed since 2019.", "period"),
        ("The mill burned down on 2 August 2025.", "event"),
    ],
)
def test_a_date_knows_what_it_is_of(sentence: str, role: str) -> None:
    assert [day.role for day in dates(sentence, PUBLISHED)] == [role]


def test_the_words_of_a_date_are_those_of_the_sentence() -> None:
    sentence = "Foltex closed its mill last Friday."
    (day,) = dates(sentence, PUBLISHED)
    assert sentence[day.start : day.end] == day.text == "last Friday"
