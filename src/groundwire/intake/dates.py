"""Strict dates of our own: a value as precise as the source gives it, or unknown; never a guess.

Feed libraries turn an impossible date into a plausible one (a leap day of 2100, an hour 25, a zone of +99:00);
here whatever is not plainly right is unknown.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Dated

_MONTHS = {
    month: number
    for number, spellings in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for month in spellings.split()
}  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# RFC 822 names these and no others; IST, BST or CST elsewhere mean several zones.
_ZONES = {
    "z": 0,
    "ut": 0,
    "utc": 0,
    "gmt": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9})?)?\s?(?P<half>[ap]\.?m\.?)?"
_ZONE = r"(?:\s?(?P<zone>(?:(?:GMT|UTC)?[+-])\d\d:?\d\d|[A-Za-z]{1,5}))?(?:\s\([A-Za-z ]{3,40}\))?"
_MONTH = r"(?P<month_name>[A-Za-z]{3,9})\.?"
_WEEKDAY = r"(?:(?P<weekday>[A-Za-z]{3,9})\.?,?\s)?"
_SHAPES = tuple(
    re.compile(shape, re.ASCII | re.IGNORECASE)
    for shape in (
        rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]{_TIME}{_ZONE})?",
        rf"(?P<year>\d{{4}})/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?:,?\s{_TIME}{_ZONE})?",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH}[ ,-]\s?(?P<year>\d{{4}}|\d\d)(?:(?:,|\sat)?\s{_TIME}{_ZONE})?",
        rf"{_WEEKDAY}{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})(?:(?:,|\sat)?\s{_TIME}{_ZONE})?",
        rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}})(?:,?\s{_TIME}{_ZONE})?",
        rf"(?P<first>\d{{1,2}})/(?P<second_part>\d{{1,2}})/(?P<year>\d{{4}})(?:,?\s{_TIME}{_ZONE})?",
        rf"{_MONTH},?\s(?P<year>\d{{4}})",
        r"(?P<year>\d{4})-(?P<month>\d\d)",
        r"(?P<year>\d{4})",
    )
)
_LEAD = re.compile(r"^(?:published|posted|updated|last updated|date)\s?(?:on|at)?\s?:?\s", re.IGNORECASE)
# Languages and regions that write the day first in 11/12/2026; of English only the United States do not.
_DAY_FIRST = (
    "en-gb",
    "en-au",
    "en-ie",
    "en-nz",
    "en-in",
    "en-za",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "ru",
    "pl",
    "tr",
    "id",
    "vi",
)
_MONTH_FIRST = ("en-us",)


# A place, a word for publication, a day; then the sentence or the line must end.
_OPENING = re.compile(
    r"\s{0,20}(?:[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,3}(?:, [A-Z][\w'’-]{1,30})?, )?"
    r"(?:(?i:published|posted|updated|date)(?: on)?:? )?"
    r"(?P<date>\d{4}-\d\d-\d\d|(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}),? \d{4})\s?(?:\.(?=\s)|\.?\n|—|--|:)"
)
_IN_PATH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3})/(?P<day>\d{1,2})(?:/|$)")


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date, or None with the flag that says why: "date_absent" or "date_unreadable"."""

    value: Dated | None
    flag: str = ""


def read_date(text: str, captured_at: datetime, policy: IntakePolicy, language: str = "") -> DateReading:
    """The date that a text gives, as precisely as it gives it.

    A time without a zone that can be read is dropped and the day kept. A date after the capture is set to the
    capture and flagged; one more than policy.future_days after it is unknown.

    Args:
        captured_at: aware; when the bytes were captured.
        language: BCP 47; decides 11/12/2026 and nothing else.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text[:200]).split())
    if not plain:
        return DateReading(None, "date_absent")
    plain = _LEAD.sub("", plain)
    for shape in _SHAPES:
        match = shape.fullmatch(plain)
        if match:
            found = _value(match.groupdict(), language.lower(), policy)
            return _in_time(found, captured_at, policy) if found else DateReading(None, "date_unreadable")
    return DateReading(None, "date_unreadable")


def opening_date(text: str) -> str:
    """The words of the date that a text opens with and says nothing else beside: "HARLOW, 4 March 2026.", "Date: 2026-03-04."; "" when it has none."""
    match = _OPENING.match(text[:200])
    return match["date"].strip() if match else ""


def date_in_address(url: str) -> str:
    """The day that an article's address names ("/2019/11/19/", "/2019/nov/19/"), as YYYY-MM-DD; "" when it names none."""
    match = _IN_PATH.search(url.casefold()[:2_048])
    if not match:
        return ""
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
    return f"{match['year']}-{number:02d}-{int(match['day']):02d}"


def _value(parts: dict[str, str | None], language: str, policy: IntakePolicy) -> Dated | None:
    """The parts as a date, None when any of them is out of range or their order is not told."""
    year = int(parts["year"] or 0)
    flags: tuple[str, ...] = ()
    if len(parts["year"] or "") == 2:
        # Two digits only where RFC 822 allows them: with the weekday that proves the century.
        year += 2000 if year < 50 else 1900
        if not parts.get("weekday"):
            return None
    if year < policy.first_year:
        return None
    month = _month(parts, language)
    if month is None:
        bare = not any(parts.get(key) for key in ("month", "month_name", "first"))
        return Dated(f"{year:04d}", "year") if bare else None
    number, day_text = month
    if not day_text:
        return Dated(f"{year:04d}-{number:02d}", "month") if 1 <= number <= 12 else None
    try:
        day = date(year, number, int(day_text))
    except ValueError:
        return None
    weekday = parts.get("weekday")
    if weekday and weekday[:3].lower() != _WEEKDAYS[day.weekday()]:
        if weekday[:3].lower() not in _WEEKDAYS or len(parts["year"] or "") == 2:
            return None
        flags = ("weekday_mismatch",)
    return _with_time(day, parts, flags)


def _month(parts: dict[str, str | None], language: str) -> tuple[int, str] | None:
    """Month number and day text; None when the month is not told or the order is ambiguous."""
    if parts.get("month_name"):
        number = _MONTHS.get((parts["month_name"] or "").lower())
        return (number, parts.get("day") or "") if number else None
    if parts.get("month"):
        return int(parts["month"] or 0), parts.get("day") or ""
    first, second = parts.get("first"), parts.get("second_part")
    if not first or not second:
        return None
    if int(first) > 12 or (language.startswith(_DAY_FIRST) and int(second) <= 12):
        return int(second), first
    if int(second) > 12 or language.startswith(_MONTH_FIRST):
        return int(first), second
    return (int(first), second) if first == second else None


def _with_time(day: date, parts: dict[str, str | None], flags: tuple[str, ...]) -> Dated | None:
    """The day with its time in UTC where the zone is told; the day alone where it is not; None for an impossible time."""
    if parts.get("hour") is None:
        return Dated(day.isoformat(), "day", False, flags)
    hour, minute, second = (int(parts.get(key) or 0) for key in ("hour", "minute", "second"))
    half = (parts.get("half") or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    zone = parts.get("zone") or ""
    zone = zone[3:] if zone[3:4] in ("+", "-") else zone
    offset = _offset(zone)
    if offset is None:
        return None if zone[:1] in ("+", "-") and zone else Dated(day.isoformat(), "day", False, flags)
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=timezone(offset)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Dated(moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "instant", True, flags)


def _offset(zone: str) -> timedelta | None:
    """The offset of a zone; None when it is not told, ambiguous or impossible (no place is beyond 14 hours)."""
    if not zone:
        return None
    if zone[0] in "+-":
        hours, minutes = int(zone[1:3]), int(zone[-2:])
        if hours > 14 or minutes > 59 or (hours == 14 and minutes):
            return None
        total = timedelta(hours=hours, minutes=minutes)
        return -total if zone[0] == "-" else total
    known = _ZONES.get(zone.lower())
    return None if known is None else timedelta(hours=known)


def _in_time(found: Dated, captured_at: datetime, policy: IntakePolicy) -> DateReading:
    """Sets a date after the capture to the capture, and calls one far after it unknown."""
    captured = captured_at.astimezone(UTC)
    if found.precision == "instant":
        late = datetime.strptime(found.iso, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) - captured
    else:
        # A day may have begun elsewhere before it does in UTC.
        first = date.fromisoformat(f"{found.iso}-01-01"[:10] if len(found.iso) == 4 else f"{found.iso}-01"[:10])
        late = timedelta(days=(first - captured.date()).days - 1)
    if late > timedelta(days=policy.future_days):
        return DateReading(None, "date_unreadable")
    if late > timedelta(0) and not (found.precision == "instant" and late < timedelta(minutes=10)):
        iso = captured.strftime("%Y-%m-%dT%H:%M:%SZ") if found.precision == "instant" else captured.date().isoformat()
        precision = "instant" if found.precision == "instant" else "day"
        return DateReading(Dated(iso, precision, found.zone_known, (*found.flags, "future_clamped")))
    return DateReading(found)
