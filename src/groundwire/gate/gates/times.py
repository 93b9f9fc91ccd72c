"""Gate on time: nothing under embargo, nothing dated after the clock."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from groundwire.gate.findings import Finding, Look, count, excerpt, some
from groundwire.gate.score import newest_day
from groundwire.gate.texts import FinalText
from groundwire.records.source import Document

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Hours from UTC. Of two zones with one name the one stands here whose clock is behind: an embargo may end late, never early.
_ZONES = {
    "z": 0.0, "utc": 0.0, "gmt": 0.0, "wet": 0.0, "bst": 1.0, "ist": 1.0, "cet": 1.0, "west": 1.0, "cest": 2.0, "eet": 2.0, "sast": 2.0,
    "eest": 3.0, "msk": 3.0, "gst": 4.0, "pkt": 5.0, "sgt": 8.0, "hkt": 8.0, "jst": 9.0, "kst": 9.0, "aest": 10.0,
    "aedt": 11.0, "nzst": 12.0, "nzdt": 13.0, "ast": -4.0, "adt": -3.0, "est": -5.0, "et": -5.0, "edt": -4.0, "cst": -6.0,
    "ct": -6.0, "cdt": -5.0, "mst": -7.0, "mt": -7.0, "mdt": -6.0, "pst": -8.0, "pt": -8.0, "pdt": -7.0, "akst": -9.0, "hst": -10.0,
}  # fmt: skip
_LAST_ZONE = -12.0
# All linear: bounded repetitions, no nested ones.
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?([A-Za-z]{3,9})\.?,?\s(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})\b")
_CLOCK = re.compile(
    r"(?<![\d-])(\d{1,2})(?:[:.h](\d\d))(?::\d\d)?\s?([ap]\.?m\b\.?)?\s?(?:hours\s|hrs\s)?([A-Za-z]{1,4}\b|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_HALF_CLOCK = re.compile(r"(?<![\d-])(\d{1,2})()\s?([ap]\.?m\b\.?)\s?([A-Za-z]{1,4}\b)?", re.IGNORECASE)
_NOON = re.compile(r"\b(noon|midnight)\b\s?([A-Za-z]{1,4}\b)?", re.IGNORECASE)
# "Embargo on arms exports" is a policy, "Embargo: 5 May" is a hold.
_TRADE = re.compile(
    r"^\W*embargo(?:es|ed)?\s(?:on|against|of|by|imposed|imposes|was|is|has|could|may|will|would|lifted|ends|talks)\b",
    re.IGNORECASE,
)


def freshness_and_embargo(text: FinalText, look: Look) -> Finding:
    """No document is under embargo at the clock's time, and none is dated after it."""
    inputs = tuple(
        f"{each.id} {each.embargo} {each.published.iso if each.published else ''}" for each in text.documents
    )
    held = [reason for document in text.documents if (reason := embargo_holds(document, look.now))]
    if held:
        return Finding(False, f"{some(held)}.", inputs)
    tomorrow = (look.now + timedelta(days=1)).date()
    late = [each for each in text.documents if (day := first_day(each)) is not None and day > tomorrow]
    if late:
        reason = f"{count(len(late), 'document is', 'documents are')} dated after the moment of the decision."
        return Finding(False, reason, inputs)
    clamped = sum(each.published is not None and "future_clamped" in each.published.flags for each in text.documents)
    note = (
        f"; {count(clamped, 'document was', 'documents were')} dated in the future and taken at the time of capture"
        if clamped
        else ""
    )
    days = [day for each in text.evidence() if (day := newest_day(each)) is not None]
    age = (
        f"the newest evidence is {count(max((look.now.date() - max(days)).days, 0), 'day', 'days')} old"
        if days
        else "the evidence carries no date"
    )
    return Finding(True, f"Nothing is under embargo; {age}{note}.", inputs)


def embargo_holds(document: Document, now: datetime) -> str:
    """Why a document's embargo holds at this time, "" when it has none or it is over; unreadable ones hold."""
    line = " ".join(document.embargo.split())
    if not line or _TRADE.search(line):
        return ""
    until = embargo_end(line)
    if until is None:
        return f"A document carries an embargo whose end cannot be read: “{excerpt(line)}”"
    if now < until:
        return f"A document is under embargo until {until.strftime('%Y-%m-%d %H:%M')} UTC"
    return ""


def embargo_end(line: str) -> datetime | None:
    """The UTC instant at which an embargo line lets go, None when it cannot be read.

    Without a zone the last one on earth counts, without a time the end of the day.
    """
    found = _day(line)
    if found is None:
        return None
    day, rest = found
    clock = _CLOCK.search(rest) or _HALF_CLOCK.search(rest)
    noon = _NOON.search(rest)
    try:
        if clock:
            hour, minute = int(clock[1]), int(clock[2] or 0)
            half = (clock[3] or "").replace(".", "").lower()
            if half and not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
            local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
            zone = clock[4]
        elif noon:
            # Midnight of a day is taken for its end, which is the later of the two readings.
            hours = 12 if noon[1].lower() == "noon" else 24
            local = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hours)
            zone = noon[2]
        else:
            local = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)
            zone = None
        return local - timedelta(hours=_offset(zone))
    except (ValueError, OverflowError):
        return None


def _offset(zone: str | None) -> float:
    """Hours from UTC of a zone; of an unknown one the last on earth."""
    name = (zone or "").lower()
    if name[:1] in ("+", "-"):
        digits = name[1:].replace(":", "")
        hours = int(digits[:2]) + int(digits[2:]) / 60
        return hours if name[0] == "+" else -hours
    return _ZONES.get(name, _LAST_ZONE)


def _day(line: str) -> tuple[date, str] | None:
    """The one day a line names, and the line without it; None when it names none, two, or one that does not exist."""
    found: list[tuple[date, str]] = []
    try:
        for match in _ISO.finditer(line):
            found.append((date(int(match[1]), int(match[2]), int(match[3])), _without(line, match)))
        for match in _DAY_FIRST.finditer(line):
            found.append((date(int(match[3]), _month(match[2]), int(match[1])), _without(line, match)))
        for match in _MONTH_FIRST.finditer(line):
            found.append((date(int(match[3]), _month(match[1]), int(match[2])), _without(line, match)))
    except ValueError:
        return None
    return found[0] if len({day for day, _ in found}) == 1 else None


def _without(line: str, match: re.Match[str]) -> str:
    """The line with the match cut out, and the T of an ISO instant with it."""
    rest = line[match.end() :].lstrip()
    return f"{line[: match.start()]} {rest[1:] if rest[:1] == 'T' and rest[1:2].isdigit() else rest}"


def _month(name: str) -> int:
    """The number of a month by its name; raises ValueError for anything else."""
    return _MONTHS.index(name[:3].lower()) + 1


def first_day(document: Document) -> date | None:
    """The first day that a document's publication date allows, None when it has no usable one."""
    if document.published is None:
        return None
    iso = document.published.day
    try:
        return date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) == 4 else f"{iso}-01" if len(iso) == 7 else iso)
    except ValueError:
        return None
