"""Makes the dates of a sentence absolute, in one style: "today" in a report of 3 May becomes "on 3 May"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from groundwire.language.calendar import MONTHS, WEEKDAYS

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
_TODAYS = re.compile(r"\b([Tt])o(?:day|night)'s ")
# "As it stands today" speaks of a state, not of a day.
_STILL = re.compile(r"\b(exists?|remains?|stands?|is|are|do|does|as|than|of|still|here) today\b")
_INSIDE = re.compile(r"\b(that|and|but) (Today|Yesterday|Tonight),? ")
_LAST_NIGHT = re.compile(r"\b(?:on )?[Ll]ast night\b(?!'s)")
_NIGHTS = re.compile(r"\b[Ll]ast night's ")
# A weekday that owns something, or that stands between an article and a noun ("Monday's hearing", "the Monday hearing").
_OWNING = re.compile(
    rf"\b(?:(?:last|next|this) )?({'|'.join(WEEKDAYS)})(?: (?:night|morning|afternoon|evening))?'s(?= [a-z])"
)
_NOUN_DAY = re.compile(
    rf"\b(the|a|its|his|her|their|our) ({'|'.join(WEEKDAYS)})(?= (?!to\b|and\b|or\b|before\b|after\b)[a-z])"
)
# Days that are names and stay: no date is meant by the word.
_NAMED_DAY = re.compile(
    rf"\b(?:Super|Black|Good|Ash|Holy|Cyber|Giving|Shrove|Palm|Easter|Fat|Bloody|Maundy|Whit) (?:{'|'.join(WEEKDAYS)})\b"
)
_ISO = re.compile(r"\b(on |On |by |since |until |before |after )?((?:19|20)\d\d)-(\d\d)-(\d\d)\b(?![-T:])")
_ISO_FIRST = re.compile(r"^((?:19|20)\d\d)-(\d\d)-(\d\d)(?: ?[-:])? (?=[A-Z#])")
_PAST_WEEK = re.compile(r"\b(?:in|over|during) the (?:past|last) (week|month|few days|few weeks)\b")
_OWNED_PERIOD = re.compile(r"\b([Tt]his|[Ll]ast|[Nn]ext) (year|month)'s\b")
_WEEKDAY = re.compile(
    rf"\b(?:(on|On|by|By|until|since|late|early|before|after) )?((?:late|early) )?(?:(last|next|this|Last|Next|This) )?({_DAY})(?: (night|morning|afternoon|evening))?\b(?!'s|,? (?:{_MONTH}))"
)
_PERIOD = re.compile(
    rf"\b(?:just |only )?(?:((?i:in|of|until|by|since|before|after|during|through|from|for)) )?((?:earlier|later) )?(last|this|next|Last|This|Next) (year|month|week|{_MONTH}|spring|summer|autumn|fall|winter)\b(?!'s)"
)
_COUNT = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_AGO = re.compile(rf"\b({'|'.join(_COUNT)}) (days?|weeks?) ago\b", re.IGNORECASE)
# What stands before a weekday that lies ahead; "On Wednesday, X said that it will" looks back.
_AHEAD = re.compile(
    r"\b(?:will|shall|plans? to|scheduled|to be held|set|expected|due|would|is to|are to|opens|begins|starts|meets|votes|expires|closes|goes on sale)\b[^.;]{0,90}$"
)
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
    text = _iso(text, now_year)
    text = _MONTH_FIRST.sub(lambda m: _styled(m.group(2), m.group(1), m.group(3), now_year, m.group(0)), text)
    text = _DAY_FIRST.sub(lambda m: _styled(m.group(1), m.group(2), m.group(3), now_year, m.group(0)), text)
    if published is None:
        relative = (_TODAY, _WEEKDAY, _PERIOD, _OWNING, _OWNED_PERIOD, _PAST_WEEK, _LAST_NIGHT, _TODAYS, _NIGHTS)
        return None if any(pattern.search(text) for pattern in relative) else text
    named = _NAMED_DAY.search(text)
    if named is not None:
        parts = [
            absolute(part, published, now_year) if part.strip() else part for part in text.split(named.group(0), 1)
        ]
        return None if None in parts else named.group(0).join(part for part in parts if part is not None)
    night = f"on the night of {spoken(published - timedelta(days=1), now_year)}"
    text = _STILL.sub(r"\1", text)
    text = _LAST_NIGHT.sub(
        night if not _LAST_NIGHT.match(text) else night[0].upper() + night[1:],
        _NIGHTS.sub("the previous night's ", text),
    )
    text = _INSIDE.sub(lambda m: f"{m.group(1)} {m.group(2).lower()} ", text)
    text = _PAST_WEEK.sub(
        lambda m: f"in the {m.group(1).replace('few ', '')} before {spoken(published, now_year)}", text
    )
    text = _OWNED_PERIOD.sub(lambda m: _owned(m, published), text)
    text = _OWNING.sub(lambda m: f"the {_on_weekday(m, m.group(1), published, now_year)}", text)
    text = _NOUN_DAY.sub(lambda m: f"{m.group(1)} {_on_weekday(m, m.group(2), published, now_year)}", text)
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


def _iso(text: str, now_year: int) -> str:
    """The text with dates of the form 2031-05-03 in words; at its start, as timelines have them, with "On"."""

    def say(year: str, month: str, number: str, found: str) -> str:
        try:
            return spoken(date(int(year), int(month), int(number)), now_year)
        except ValueError:
            return found

    text = _ISO_FIRST.sub(lambda m: f"On {say(m.group(1), m.group(2), m.group(3), m.group(0))}, ", text)
    text = re.sub(
        r"^(On \d{1,2} [A-Z]\w+(?: \d{4})?, )(The|A|An) ", lambda m: f"{m.group(1)}{m.group(2).lower()} ", text
    )
    return _ISO.sub(
        lambda m: (m.group(1) or "") + say(m.group(2), m.group(3), m.group(4), m.group(0)[len(m.group(1) or "") :]),
        text,
    )


def _owned(match: re.Match[str], published: date) -> str:
    """ "This year's" as "the 2031", "last month's" as "the April"."""
    step = {"last": -1, "this": 0, "next": 1}[match.group(1).lower()]
    the = "The" if match.group(1)[0].isupper() else "the"
    if match.group(2) == "year":
        return f"{the} {published.year + step}"
    return f"{the} {MONTHS[(published.month - 1 + step) % 12]}"


def _on_weekday(found: re.Match[str], name: str, published: date, now_year: int) -> str:
    """The day that a weekday before a noun means: the coming one where "next" or a word of what lies ahead says so, else the last one."""
    back = (published.weekday() - WEEKDAYS.index(name)) % 7
    ahead = "next" in found.group(0).lower() or _AHEAD.search(found.string[: found.start()]) is not None
    if ahead and back:
        back -= 7
    return spoken(published - timedelta(days=back), now_year)


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
    before = match.group(1) or ""
    if before.lower() not in ("", "in", "of"):
        # "Until next year" is "until 2031".
        opening = before
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
