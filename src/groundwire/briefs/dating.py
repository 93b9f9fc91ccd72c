"""Makes the dates of a sentence absolute, in one style: "today" in a report of 3 May becomes "on 3 May"."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = {name[:3].lower(): i + 1 for i, name in enumerate(MONTHS)}
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DAY = "|".join(WEEKDAYS)
_MONTH_FIRST = re.compile(
    rf"\b(?:(?:{_DAY}),? )?({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:, (\d{{4}}))?(?!\d)(?!,? (?:and|or) \d)(?:,(?= [a-z]))?"
)
_DAY_FIRST = re.compile(rf"\b(?:(?:{_DAY}),? )?(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH})(?: (\d{{4}}))?(?!\d)")
_TODAY = re.compile(
    r"\b(?:(?:earlier|later|late) )?(today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))(?!'s|[a-z])"
)
_TODAYS = re.compile(r"\b([Tt])oday's ")
_WEEKDAY = re.compile(
    rf"\b(?:(on|On|by|By|until|since|late|early|before|after) )?((?:late|early) )?(?:(last|next|this|Last|Next|This) )?({_DAY})(?: (night|morning|afternoon|evening))?\b(?!'s|,? (?:{_MONTH}))"
)
_PERIOD = re.compile(
    rf"\b(?:(in|In|of) )?((?:earlier|later) )?(last|this|next|Last|This|Next) (year|month|week|{_MONTH}|spring|summer|autumn|fall|winter)\b(?!'s)"
)
_COUNT = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_AGO = re.compile(rf"\b({'|'.join(_COUNT)}) (days?|weeks?) ago\b", re.IGNORECASE)
# What stands before a weekday that lies ahead; "On Wednesday, X said that it will" looks back.
_AHEAD = re.compile(r"\b(?:will|shall|plans? to|scheduled|to be held|set|expected|due|would)\b[^.;]{0,90}$")
_OWNED = re.compile(r"\blast week's\b")


def day(iso: str) -> date | None:
    """The day of an ISO date or instant; None when it is not known to the day."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def spoken(when: date, now_year: int) -> str:
    """A day in words, with its year only when that is not the reader's: "3 May", "3 May 2011"."""
    return f"{when.day} {MONTHS[when.month - 1]}" + (f" {when.year}" if when.year != now_year else "")


def absolute(text: str, published: date | None, now_year: int) -> str | None:
    """The sentence with every date in one style and every relative one resolved; None when one cannot be.

    Args:
        published: the day of the report; None when unknown, which leaves relative dates unresolvable.
    """
    text = _MONTH_FIRST.sub(lambda m: _styled(m.group(2), m.group(1), m.group(3), now_year, m.group(0)), text)
    text = _DAY_FIRST.sub(lambda m: _styled(m.group(1), m.group(2), m.group(3), now_year, m.group(0)), text)
    if published is None:
        return None if _TODAY.search(text) or _WEEKDAY.search(text) or _PERIOD.search(text) else text
    text = _TODAYS.sub(lambda m: "The " if m.group(1) == "T" else "the ", text)
    text = _TODAY.sub(
        lambda m: (
            "on " + spoken(published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(m.group(1), 0)), now_year)
        ),
        text,
    )
    text = _AGO.sub(
        lambda m: (
            "on "
            + spoken(
                published - timedelta(days=_COUNT[m.group(1).lower()] * (7 if m.group(2).startswith("week") else 1)),
                now_year,
            )
        ),
        text,
    )
    text = re.sub(
        r"^(Today|Yesterday|Tonight|This (?:morning|afternoon|evening)),? ",
        lambda m: f"On {spoken(published - timedelta(days=m.group(1) == 'Yesterday'), now_year)}, ",
        text,
    )
    text = _WEEKDAY.sub(
        lambda m: _weekday(m, published, now_year, _AHEAD.search(m.string[: m.start()]) is not None), text
    )
    text = re.sub(
        rf"\b({_MONTH}) of (?:this year|{published.year})\b", lambda m: f"{m.group(1)} {published.year}", text
    )
    text = _OWNED.sub("the previous week's", text)
    text = re.sub(r"\byesterday's ", "the previous day's ", text)
    text = _PERIOD.sub(lambda m: _period(m, published), text)
    text = re.sub(rf"\b(\d{{1,2}} {_MONTH}(?: \d{{4}})?), (?:on )?\1\b", r"\1", text)
    return re.sub(r"\b(on|On) (?:on) ", r"\1 ", text)


def _styled(number: str, month: str, year: str | None, now_year: int, found: str) -> str:
    which = _SHORT[month[:3].lower()]
    if not 1 <= int(number) <= 31:
        return found
    return f"{int(number)} {MONTHS[which - 1]}" + (f" {year}" if year and year != str(now_year) else "")


def _weekday(match: re.Match[str], published: date, now_year: int, future: bool) -> str:
    before, part, which, name, hour = match.groups()
    if name == name.lower():
        return match.group(0)
    back = (published.weekday() - WEEKDAYS.index(name)) % 7
    which = (which or "").lower()
    if which == "next" or (future and which != "last" and back != 0):
        when = published + timedelta(days=(7 - back) if back else 7)
    elif which == "last" and back == 0:
        when = published - timedelta(days=7)
    else:
        when = published - timedelta(days=back)
    lead = (
        before
        if before and before.lower() in ("by", "until", "since", "before", "after")
        else ("On" if before == "On" else "on")
    )
    hour = "" if hour is None else f"the {hour} of "
    return f"{lead} {part or ''}{hour}{spoken(when, now_year)}"


def _period(match: re.Match[str], published: date) -> str:
    _, shade, which, unit = match.groups()
    which, step = which.lower(), {"last": -1, "this": 0, "next": 1}[which.lower()]
    opening = "In" if match.group(0)[0].isupper() else "in"
    shade = shade or ""
    if unit == "year":
        return f"{shade}{opening} {published.year + step}"
    if unit == "month":
        month = (published.month - 1 + step) % 12
        year = published.year + (published.month - 1 + step) // 12
        return f"{shade}{opening} {MONTHS[month]} {year}"
    if unit == "week":
        near = {"last": "the week before", "this": "the week of", "next": "the week after"}[which]
        return f"{shade}{opening} {near} {published.day} {MONTHS[published.month - 1]}"
    if unit[:3].lower() in _SHORT and unit not in ("spring", "summer", "autumn", "fall", "winter"):
        month = _SHORT[unit[:3].lower()]
        year = (
            published.year
            - (1 if which == "last" and month >= published.month else 0)
            + (1 if which == "next" and month <= published.month else 0)
        )
        return f"{shade}{opening} {MONTHS[month - 1]} {year}"
    return f"{shade}{opening} the {unit} of {published.year + step if which != 'this' else published.year}"
