"""Finds the dates that a sentence claims and resolves them against the day its document was published."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from groundwire.language.grammar import verb, word_list, word_set
from groundwire.records.claim import ClaimDate

_MONTH_NAMES = word_list("january february march april may june july august september october november december")
_MONTHS = (
    {name: i for i, name in enumerate(_MONTH_NAMES, 1)}
    | {name[:3]: i for i, name in enumerate(_MONTH_NAMES, 1)}
    | {"sept": 9}
)
_DAYS = {
    name: i for i, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_NUMBERS = {
    word: value
    for value, word in enumerate(word_list("zero one two three four five six seven eight nine ten eleven twelve"))
} | {"a": 1, "an": 1, "few": 3, "several": 3, "couple of": 2, "a couple of": 2, "a few": 3}

_M = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_D = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?few|several|(?:a )?couple of)"
_SPAN = r"(?:days?|weeks?|months?|quarters?|years?|decades?)"

# One pattern a kind, tried in this order; every one is linear: no repetition is nested.
_PATTERN = re.compile(
    # Every pattern opens with a word: said once, it spares trying them all inside words.
    r"\b(?:"
    + "|".join(
        [
            rf"(?P<iso>(?<![\w/-]){_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\w-]))",
            r"(?P<slashed>(?<![\w/.])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/]))",
            rf"(?P<fiscal>\b(?:(?:fiscal|financial)(?:[ -]year)?\s+(?:(?:first|second|third|fourth)[- ]quarter|{_YEAR})|FY\s?'?\d{{2,4}}|(?:(?:first|second|third|fourth)|Q[1-4])[- ](?:fiscal )?(?:quarter )?(?:of )?(?:its |the )?(?:fiscal|financial)(?:[ -]year)?(?:\s+{_YEAR})?|Q[1-4]\s+FY\s?'?\d{{2,4}}))",
            rf"(?P<quarter>\b(?:(?:the )?(?:first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:quarter|half)(?:\s+of\s+(?:the year|(?:this|last|next) year|{_YEAR})|\s+{_YEAR})?|[QH][1-4](?:\s+(?:of\s+)?{_YEAR})?)\b)",
            rf"(?P<mdy>\b{_M}\s{{1,3}}{_DAY}(?:,?\s{{1,3}}{_YEAR})?(?![\w%]|[.,]\d|\s(?:percent|per cent|million|billion)))",
            rf"(?P<dmy>\b{_DAY}(?: of)?\s{{1,3}}{_M}(?:,?\s{{1,3}}{_YEAR})?\b)",
            rf"(?P<my>\b(?:(?:early|late|mid)[- ]?)?{_M},?\s{{1,3}}(?:of\s)?{_YEAR}\b)",
            rf"(?P<cutday>^{_DAY},\s{_YEAR}\b)",
            rf"(?P<weekday>\b(?:(?:last|next|this|the (?:following|previous)|late|early|earlier|this past|this coming)\s)?{_D}(?:'s|’s)?\b)",
            r"(?P<near>\b(?:(?:the day (?:before )?yesterday)|(?:the day after tomorrow)|(?:to(?:day|night)|todays|yesterday|tomorrow)(?:'s|’s)?|this (?:morning|afternoon|evening)|last night|overnight)\b)",
            rf"(?P<ago>\b(?:(?:about|around|nearly|almost|some|more than|over|just over|at least|roughly|less than|just)\s)?{_COUNT}\s{_SPAN}\s(?:ago|earlier|before|later|from now|from today)\b)",
            rf"(?P<inword>\bin (?:{_COUNT})\s{_SPAN}(?:'|’)? time\b)",
            rf"(?P<window>\b(?:over |during |in |within |for )?(?:the )?(?:last|past|previous|coming|next)\s(?:{_COUNT}\s)?(?:{_SPAN})(?:\sof\s{_YEAR})?(?:'s|’s)?\b)",
            r"(?P<relative>\b(?:(?:earlier |later |late |early )?(?:this|last|next|the (?:previous|following|past|coming)) (?:week(?:end)?|month|quarter|year|decade|spring|summer|fall|autumn|winter)(?:'s|’s)?|this time last year|a (?:year|month|week) (?:earlier|ago)|the (?:same )?(?:day|week|month|year) before|year-earlier|the year-ago (?:period|quarter)|(?:the )?end of (?:the|this|last|next) (?:year|month|week)|(?:the )?year-end|mid-?summer|mid-?year|(?:early|late) in the year)\b)",
            rf"(?P<lastmonth>\b(?:last|next|this|in|by|since|until|through|from|during|before|after|of|early|late|mid|and|to|for|scheduled for)[ -]{_M}(?=[\s,.;:)'’]|$)(?!,?\s+\d))",
            r"(?P<decade>\b(?:the )?(?:(?:early|late|mid)[- ])?(?:1[5-9]\d|20\d)0s\b)",
            rf"(?P<year>(?<![\w$€£¥.,/-])(?:(?:early|late|mid)[- ](?:in )?)?{_YEAR}(?![\w%]|[.,]\d|-\d|\s(?:percent|per cent|million|billion|dollars|people|points)))",
            r"(?P<season>\b(?:the )?(?:spring|summer|autumn|winter) of (?:19|20)\d\d\b)",
        ]
    )
    + ")",
    re.IGNORECASE,
)
# Nothing is a date without one of these; most sentences have none, and the pattern above is dear.
_MAY_HOLD = re.compile(
    r"\d|day|night|week|month|quarter|year|decade|half|morning|afternoon|evening|spring|summer|autumn|fall|winter|tomorrow|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|fiscal|financial",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b\d{1,2}(?::\d{2}){1,2}\b(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?(?:[ap]\.m\.|[ap]m\b)|\b\d{1,2} o['’]clock",
    re.IGNORECASE,
)
_MONTHLY = word_set("mdy dmy lastmonth")
_DEADLINE = word_set("by until till before deadline due expires expire through")


def busy(sentence: str) -> list[tuple[int, int]]:
    """Spans of clock times, which hold numbers that count nothing."""
    return [match.span() for match in _TIME.finditer(sentence)]


def dates(sentence: str, published: str, future: bool = False, plans: bool = False) -> tuple[ClaimDate, ...]:
    """The dates of a sentence in order, resolved against a day YYYY, YYYY-MM or YYYY-MM-DD ("" when unknown).

    Args:
        future: whether its main verb speaks of what is to come, so that "on Friday" is the next one.
        plans: whether any of its verbs does, so that "in May" may be the next one.
    """
    if not _MAY_HOLD.search(sentence):
        return ()
    found: list[ClaimDate] = []
    folded = sentence if sentence.isascii() else _ascii_digits(sentence)
    for match in _PATTERN.finditer(folded):
        kind = match.lastgroup or ""
        text = match.group()
        low = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
        if not _is_date(folded, match, kind, low):
            continue
        before = folded[max(0, match.start() - 30) : match.start()].lower().split()
        iso, period = _resolve(kind, low, published, before, future)
        if plans and not future and kind in _MONTHLY:
            iso = _nearer(iso, _resolve(kind, low, published, before, True)[0], published)
        if (not iso and kind in ("window", "relative", "decade")) or _counted(kind, low):
            continue
        start = match.start() + (
            len(text) - len(text.split(None, 1)[-1])
            if kind == "lastmonth" and low.split(None, 1)[0] not in ("last", "next", "this") and "-" not in text
            else 0
        )
        role = _role(before, kind, period, folded, match.end(), low)
        found.append(ClaimDate(sentence[start : match.end()], iso, role, start, match.end()))
    return _joined(_one_day(found, sentence))


def _ascii_digits(text: str) -> str:
    """The text with every decimal digit written in ASCII, of the same length."""
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() and unicodedata.digit(c, None) is not None else c
        for c in text
    )


def _is_date(sentence: str, match: re.Match[str], kind: str, low: str) -> bool:
    """Whether words that look like a date are one: "may" the verb, "march" the walk and "Act of 1994" are not."""
    head = match.group()
    if kind in ("my", "mdy", "dmy", "lastmonth", "weekday"):
        name = next(
            (
                part
                for part in re.split(r"[^A-Za-z]+", head)
                if part.lower().rstrip(".") in _MONTHS or part.lower() in _DAYS
            ),
            "",
        )
        if name and not name[0].isupper():
            return False
        if (
            kind == "lastmonth"
            and name in ("May", "March")
            and not re.match(
                r"\s*(?:$|[,.;:)]|and\b|to\b|through\b|the\b|when\b|after\b|as\b|for\b|but\b|with\b)",
                sentence[match.end() :][:12],
            )
        ):
            return False
    if kind == "year":
        before = sentence[max(0, match.start() - 40) : match.start()]
        words = before.split()
        if len(words) >= 2 and words[-1].lower() == "of" and words[-2][:1].isupper():
            return words[-2].lower() in ("spring", "summer", "autumn", "fall", "winter", "end", "beginning", "start")
        if words and words[-1] in ("No.", "Rule", "Windows", "Section", "Act", "Directive", "Line", "ISO", "version"):
            return False
        after = sentence[match.end() : match.end() + 20]
        if (
            words
            and re.match(r"\s[a-z]+s\b", after)
            and (form := verb(words[-1].lower()))
            and form.base not in ("be", "have", "see")
        ):
            # "sold 2000 cars"
            return False
        if re.match(
            r"\s(?:chips|shares|employees|jobs|homes|tonnes|tons|barrels|workers|miles|kilometers|units|votes)", after
        ):
            return False
        return not (
            words
            and words[-1].lower() in ("than", "least", "about", "some", "nearly", "over")
            and re.match(r"\s[a-z]+s\b", after)
        )
    if kind == "quarter":
        return not re.match(r"\s(?:finger|mile|of the (?:match|game))", sentence[match.end() : match.end() + 20])
    return True


def _counted(kind: str, low: str) -> bool:
    """Whether a span ahead is given by a number ("the next 15 years"): a quantity without an end."""
    return (
        kind == "window"
        and re.search(
            r"(?:next|coming)\s(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple)",
            low,
        )
        is not None
    )


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _resolve(kind: str, low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
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
    month = next((_MONTHS[part] for part in re.findall(r"[a-z]+", low) if part in _MONTHS), 0)
    numbers = [int(part) for part in re.findall(r"\d+", low)]
    day = next((n for n in numbers if n <= 31), 0)
    year = next((n for n in numbers if n > 31), 0) or _year_for(
        month, published, future or (bool(before) and before[-1] in _DEADLINE)
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


def _nearer(past: str, ahead: str, published: str) -> str:
    """Of the last and the next such month the next, unless that is more than nine months away."""
    if len(published) < 7 or len(ahead) < 7 or not past:
        return past
    months = (int(ahead[:4]) - int(published[:4])) * 12 + int(ahead[5:7]) - int(published[5:7])
    return ahead if months <= 9 else past


def _cut_day(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    return low[-4:], False


def _weekday(low: str, published: str, before: list[str], future: bool) -> tuple[str, bool]:
    day = _day(published)
    name = next((part for part in re.findall(r"[a-z]+", low) if part in _DAYS), "")
    if day is None or not name or low.startswith(("the following", "the previous")):
        return "", False
    back = (day.weekday() - _DAYS[name]) % 7
    if low.startswith(("next", "this coming")) or (
        (before[-1:] in (["by"], ["until"], ["before"]) or future) and not low.startswith(("last", "this past"))
    ):
        ahead = (_DAYS[name] - day.weekday()) % 7
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
    if low.endswith("later") or low.endswith("before"):
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
    if not plural and not low.startswith(("the past", "the last")):
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
    month = next((_MONTHS[part] for part in re.findall(r"[a-z]+", low[len(lead) :]) if part in _MONTHS), 0)
    year = _year_for(month, published, future or lead in ("next", "by", "until"))
    if not year:
        return "", True
    now = int(published[5:7]) if len(published) >= 7 else 0
    if lead == "last" and month >= now and now:
        year = int(published[:4]) - 1
    if lead == "next" and month <= now:
        year = int(published[:4]) + 1
    return f"{year}-{month:02}", True


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
    "ago": _ago, "inword": _in_time, "window": _window, "relative": _relative, "lastmonth": _bare_month, "decade": _decade, "year": _decade, "season": _decade,
}  # fmt: skip


def _role(before: list[str], kind: str, period: bool, sentence: str, end: int, low: str) -> str:
    """What the date is of: an event, a period, a deadline, when something takes effect or was published."""
    near = [word.strip(',.;:()"') for word in before[-3:]]
    if (near and near[-1] in _DEADLINE) or any(word in ("deadline", "due", "expires") for word in near):
        return "deadline" if near[-1:] not in (["through"], ["before"]) else "period"
    if any(word in ("effective", "effect", "force") for word in near):
        return "effective"
    if any(word in ("published", "dated", "released", "tweet", "issued") for word in near[-2:]) or low in (
        "todays",
        "today's",
    ):
        return "publication"
    if (near and near[-1] in ("since", "from", "between", "during", "through", "throughout", "to", "over")) or period:
        return "period"
    return "event"


def _one_day(found: list[ClaimDate], sentence: str) -> list[ClaimDate]:
    """Makes "Tuesday, Sept. 12" one date: the day of the month decides."""
    result: list[ClaimDate] = []
    for day in found:
        last = result[-1] if result else None
        if last is not None and day.start - last.end <= 2 and last.text.lower() in _DAYS and len(day.iso) == 10:
            result[-1] = ClaimDate(sentence[last.start : day.end], day.iso, day.role, last.start, day.end)
        else:
            result.append(day)
    return result


def _joined(found: list[ClaimDate]) -> tuple[ClaimDate, ...]:
    """Gives "2 and 3 August" and "May to June 2011" the year that only the last of a row carries."""
    for i in range(len(found) - 1):
        a, b = found[i], found[i + 1]
        if (
            0 <= b.start - a.end <= 9
            and len(a.iso) >= 7
            and len(b.iso) >= 7
            and re.search(r"\d{4}", b.text)
            and not re.search(r"\d{4}", a.text)
        ):
            found[i] = ClaimDate(a.text, b.iso[:4] + a.iso[4:], a.role, a.start, a.end)
    return tuple(found)
