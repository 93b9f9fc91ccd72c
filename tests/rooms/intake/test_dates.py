"""Dates are as precise as the source gives them, or unknown."""

import time
from datetime import UTC, datetime

import pytest

from groundwire.intake.dates import read_date
from groundwire.records.policy import IntakePolicy

CAPTURED = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def read(text, language=""):
    return read_date(text, CAPTURED, IntakePolicy(), language)


@pytest.mark.parametrize(
    ("text", "iso", "precision"),
    [
        ("Thu, 17 Aug 2006 10:00:00 GMT", "2006-08-17T10:00:00Z", "instant"),
        ("Thu, 17 Aug 2006 10:00 EST", "2006-08-17T15:00:00Z", "instant"),
        ("Thu, 17 Aug 06 10:00:00 +0200", "2006-08-17T08:00:00Z", "instant"),
        ("2006-08-17T10:00:00.123+02:00", "2006-08-17T08:00:00Z", "instant"),
        ("2006-08-17T00:30:00+02:00", "2006-08-16T22:30:00Z", "instant"),
        ("2006-08-17", "2006-08-17", "day"),
        ("August 17, 2006", "2006-08-17", "day"),
        ("Aug. 17, 2006, 3:45 p.m. ET", "2006-08-17", "day"),
        ("17 August 2006", "2006-08-17", "day"),
        ("17.8.2006", "2006-08-17", "day"),
        ("2006/8/17", "2006-08-17", "day"),
        ("17/08/2006", "2006-08-17", "day"),
        ("Updated: August 17, 2006", "2006-08-17", "day"),
        ("August 2006", "2006-08", "month"),
        ("2006-08", "2006-08", "month"),
        ("2006", "2006", "year"),
    ],
)
def test_a_plain_date_is_read_as_precisely_as_it_is_given(text, iso, precision):
    value = read(text).value
    assert (value.iso, value.precision) == (iso, precision)
    assert value.zone_known is (precision == "instant")


@pytest.mark.bad("F24")
@pytest.mark.parametrize(
    "text", ["9999-01-01", "Thu, 01 Jan 1970 00:00:00 GMT", "0000-01-01", "-0044-03-15", "31 Dec 9999"]
)
def test_a_year_that_no_publisher_means_is_unknown_and_flagged(text):
    assert read(text).value is None
    assert read(text).flag == "date_unreadable"


@pytest.mark.bad("D11")
@pytest.mark.parametrize("text", ["Thu, 30 Feb 2026 10:00:00 GMT", "23 Nov 2026 23:59:60 GMT", "2026-11-23T23:59:60Z"])
def test_a_day_or_second_that_does_not_exist_is_unknown(text):
    assert read(text).value is None


@pytest.mark.bad("D12")
def test_seconds_since_an_epoch_are_no_date():
    assert read("1764000000").value is None


@pytest.mark.bad("D13")
@pytest.mark.parametrize(
    "text", ["2026-11-23T25:00:00Z", "2026-11-20T10:00:00+99:00", "2100-02-29", "2026-W48-1", "2026-13-01"]
)
def test_an_impossible_date_is_never_rolled_over(text):
    assert read(text).value is None and read(text).flag == "date_unreadable"


@pytest.mark.bad("D14")
@pytest.mark.parametrize("text", ["Mon, 23 Nov 2026 10:00:00 IST", "2026-11-23 10:00", "23 Nov 2026 10:00 BST"])
def test_a_time_without_a_zone_that_can_be_told_leaves_the_day(text):
    value = read(text).value
    assert (value.iso, value.precision, value.zone_known) == ("2026-11-23", "day", False)


@pytest.mark.bad("D15")
def test_day_and_month_that_could_be_either_need_a_language_that_decides():
    assert read("11/12/2025").value is None
    assert read("11/12/2025", "en-GB").value.iso == "2025-12-11"
    assert read("11/12/2025", "de").value.iso == "2025-12-11"
    assert read("11/12/2025", "en-US").value.iso == "2025-11-12"
    assert read("11/12/2025", "en").value is None


@pytest.mark.bad("D16")
def test_full_width_digits_are_digits_and_other_digits_are_not_guessed():
    assert read("２０２６-11-23").value.iso == "2026-11-23"
    assert read("٢٠٢٦-11-23").value is None


@pytest.mark.bad("D17")
def test_a_date_after_the_capture_is_set_to_it_and_flagged():
    value = read("2026-11-26T10:00:00Z").value
    assert value.iso == "2026-11-23T12:00:00Z" and value.flags == ("future_clamped",)
    day = read("2026-11-27").value
    assert day.iso == "2026-11-23" and day.flags == ("future_clamped",)


def test_tomorrow_is_today_elsewhere():
    assert read("2026-11-24").value.flags == ()


def test_a_wrong_weekday_is_flagged():
    assert read("Mon, 17 Aug 2006 10:00:00 GMT").value.flags == ("weekday_mismatch",)


@pytest.mark.bad("T09")
@pytest.mark.parametrize("text", ["1" * 100_000, "Mon, " * 20_000, " " * 100_000, "2026-" * 20_000])
def test_reading_a_date_is_bounded(text):
    started = time.process_time()
    assert read(text).value is None
    assert time.process_time() - started < 0.2
