"""Resolves the words of a date against the day a document was published."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from groundwire.language.grammar import word_list, word_set

_MONTH_NAMES = word_list("january february march april may june july august september october november december")
MONTHS = (
    {name: i for i, name in enumerate(_MONTH_NAMES, 1)}
    | {name[:3]: i for i, name in enumerate(_MONTH_NAMES, 1)}
    | {"sept": 9}
)
DAYS = {
    name: i for i, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
_NUMBERS = {
    word: value
    for value, word in enumerate(word_list("zero one two three four five six seven eight nine ten eleven twelve"))
} | {"a": 1, "an": 1, "few": 3, "several": 3, "couple of": 2, "a couple of": 2, "a few": 3}

# The month in which a season begins, in the north; only the year of a season is told.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
DEADLINE = word_set("by until till before deadline due expires expire through")


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def resolve(kind: str, low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    """The iso string of an expression and whether it is a stretch of time."""
    return _RESOLVERS[kind](low, published, before, future)


def _iso(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    return (low if len(low) == 7 or _valid(*map(int, low.split("-"))) else ""), False


def _valid(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _slashed(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    """Both readings are kept open unless one number can only be a day."""
    first, second, year = (int(part) for part in low.split("/"))
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    if first > 12 and _valid(year, second, first):
        return f"{year}-{second:02}-{first:02}", False
    if second > 12 and _valid(year, first, second):
        return f"{year}-{first:02}-{second:02}", False
    return (f"{year}-{first:02}-{first:02}", False) if first == second and _valid(year, first, first) else ("", False)


def _ambiguous(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    """A fiscal year ends where each company says: never guessed."""
    return "", True


def _month_day(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    month = next((MONTHS[part] for part in re.findall(r"[a-z]+", low) if part in MONTHS), 0)
    numbers = [int(part) for part in re.findall(r"\d+", low)]
    day = next((n for n in numbers if n <= 31), 0)
    year = next((n for n in numbers if n > 31), 0) or _year_for(
        month, published, future or (bool(before) and before[-1] in DEADLINE)
    )
    if not year or not month:
        return "", False
    if not day:
        return f"{year}-{month:02}", True
    return (f"{year}-{month:02}-{day:02}", False) if _valid(year, month, day) else ("", False)


def _year_for(month: int, published: str, future: bool) -> int:
    """The year of a month named without one: the next such month where the future is spoken of, else the last."""
    if not published[:4].isdigit():
        return 0
    year = int(published[:4])
    if len(published) < 7:
        return year
    now = int(published[5:7])
    return year + (month < now) if future else year - (month > now)


def nearer(past: str, ahead: str, published: str) -> str:
    """Of the last and the next such month the next, unless that is more than nine months away."""
    if len(published) < 7 or len(ahead) < 7 or not past:
        return past
    months = (int(ahead[:4]) - int(published[:4])) * 12 + int(ahead[5:7]) - int(published[5:7])
    return ahead if months <= 9 else past


def _cut_day(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    return low[-4:], False


def _weekday(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    day = _day(published)
    name = next((part for part in re.findall(r"[a-z]+", low) if part in DAYS), "")
    if day is None or not name or low.startswith(("the following", "the previous")):
        return "", False
    back = (day.weekday() - DAYS[name]) % 7
    if low.startswith(("next", "this coming")) or (
        (before[-1:] in (["by"], ["until"], ["before"]) or future) and not low.startswith(("last", "this past"))
    ):
        ahead = (DAYS[name] - day.weekday()) % 7
        return (day + timedelta(days=ahead or (7 if low.startswith("next") else 0))).isoformat(), False
    if low.startswith("last") and back == 0:
        back = 7
    return (day - timedelta(days=back)).isoformat(), False


def _near(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    day = _day(published)
    if day is None:
        return "", False
    shift = (
        -2
        if "before yesterday" in low
        else 2
        if "after tomorrow" in low
        else -1
        if "yesterday" in low or "last night" in low
        else 1
        if "tomorrow" in low
        else 0
    )
    return (day + timedelta(days=shift)).isoformat(), False


def _count_of(low: str) -> tuple[int, str]:
    span = re.search(r"(day|week|month|quarter|year|decade)s?\b", low)
    number = re.search(r"\d{1,3}", low)
    if number:
        count = int(number.group())
    else:
        words = re.findall(r"[a-z]+", low)
        count = next((_NUMBERS[w] for w in words if w in _NUMBERS), 1)
    return count, span.group(1) if span else ""


def _shift(published: str, count: int, unit: str, fine: bool = True) -> str:
    """A date so many units away, as precise as the unit lets it be."""
    day = _day(published)
    if unit in ("day", "week"):
        if day is None:
            return ""
        try:
            return (day + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
        except OverflowError:
            return ""
    if not published[:4].isdigit():
        return ""
    if unit in ("year", "decade"):
        return f"{max(1, int(published[:4]) + count * (10 if unit == 'decade' else 1)):04}" + (
            published[4:7] if fine and unit == "year" and len(published) >= 7 else ""
        )
    if len(published) < 7:
        return ""
    months = int(published[:4]) * 12 + int(published[5:7]) - 1 + count * (3 if unit == "quarter" else 1)
    return f"{max(12, months) // 12:04}-{months % 12 + 1:02}"


def _ago(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    count, unit = _count_of(low)
    if low.endswith(("later", "before")):
        return "", False
    ahead = low.endswith(("from now", "from today"))
    if low.endswith("earlier") and unit != "year":
        return "", False
    return _shift(published, count if ahead else -count, unit, fine=False), low.endswith("earlier")


def _in_time(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    count, unit = _count_of(low)
    return _shift(published, count, unit), False


def _window(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    year = re.search(r"\d{4}", low)
    if year:
        return year.group(), True
    low = re.sub(r"^(?:over|during|in|within|for) ", "", low)
    count, unit = _count_of(low)
    ahead = "next" in low or "coming" in low
    plural = re.search(rf"{unit}s\b", low) is not None and "'s" not in low
    if plural and not re.search(rf"\d|{'|'.join(w for w in _NUMBERS if len(w) > 2)}", low):
        return "", True
    if low.startswith(("last", "next")) and not plural:
        return _relative(low, published, before, future)
    if not plural and not low.startswith(("the past", "the last", "the next", "the coming")):
        return _relative(low, published, before, future)
    if (
        unit == "month"
        and not ahead
        and (day := _day(published)) is not None
        and day.day == monthrange(day.year, day.month)[1]
    ):
        # On the last day of November the past two months are October and November.
        return _shift(published, 1 - count, unit), True
    if unit == "year" and (count == 1 or not plural):
        return _shift(published, 1 if ahead else -1, "year"), True
    return _shift(published, count if ahead else -(count - (unit == "month") * 0), unit, fine=True), True


def _relative(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    step = (
        -1
        if re.search(r"\b(?:last|previous|past|before|ago|earlier than)\b", low)
        or "a year earlier" in low
        or "year-earlier" in low
        or "year-ago" in low
        else 1
        if re.search(r"\b(?:next|following|coming)\b", low)
        else 0
    )
    if low.startswith("a ") and low.endswith(("earlier", "ago")):
        step = -1
    if low.startswith("the ") and ("previous" in low or "following" in low or low.endswith("before")):
        return "", True
    year = published[:4] if published[:4].isdigit() else ""
    if not year:
        return "", True
    if re.search(r"year|spring|summer|fall|autumn|winter|mid-?summer", low):
        return f"{int(year) + step}", True
    if "quarter" in low:
        return f"{int(year)}", True
    if "month" in low:
        return _shift(published, step, "month"), True
    if "decade" in low:
        return "", True
    day = _day(published)
    if day is None:
        return "", True
    return (published[:7] if step == 0 else (day + timedelta(days=7 * step)).isoformat()[:7]), True


def _bare_month(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    lead = re.split(r"[ -]", low, maxsplit=1)[0]
    month = next((MONTHS[part] for part in re.findall(r"[a-z]+", low[len(lead) :]) if part in MONTHS), 0)
    year = _year_for(month, published, future or lead in ("next", "by", "until"))
    if not year:
        return "", True
    now = int(published[5:7]) if len(published) >= 7 else 0
    if lead == "last" and month >= now and now:
        year = int(published[:4]) - 1
    if lead == "next" and month <= now:
        year = int(published[:4]) + 1
    return f"{year}-{month:02}", True


def _season(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    """A season named without its year: the year of the last one, or of the next where the future is spoken of."""
    first = next((month for name, month in _SEASONS.items() if name in low), 0)
    year = _year_for(first, published, future or low.startswith(("by", "until")))
    return (f"{year}" if year else ""), True


def _decade(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    found = re.search(r"\d{4}", low)
    return (found.group() if found else ""), True


def _quarter(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    """A quarter has no iso string of its own here: its year, when one is named or the document's."""
    year = re.search(r"\d{4}", low)
    if year:
        return year.group(), True
    if not published[:4].isdigit():
        return "", True
    shift = -1 if "last year" in low else 1 if "next year" in low else 0
    return f"{int(published[:4]) + shift}", True


_RESOLVERS: dict[str, Callable[[str, str, list[str], bool], tuple[str, bool]]] = {
    "iso": _iso, "slashed": _slashed, "fiscal": _ambiguous, "quarter": _quarter, "mdy": _month_day, "dmy": _month_day, "my": _month_day, "cutday": _cut_day, "weekday": _weekday, "near": _near,
    "bareseason": _season, "ago": _ago, "inword": _in_time, "window": _window, "relative": _relative, "lastmonth": _bare_month, "decade": _decade, "year": _decade, "season": _decade,
}  # fmt: skip
