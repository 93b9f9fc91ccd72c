"""Finds the dates that a sentence claims and resolves them against the day its document was published."""

from __future__ import annotations

import re
import unicodedata

from groundwire.claims.resolving import DAYS, DEADLINE, MONTHS, nearer, resolve
from groundwire.language.grammar import verb, word_set
from groundwire.records.claim import ClaimDate

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
            rf"(?P<lastmonth>\b(?:last|next|this|in|by|since|until|through|from|during|before|after|of|early|late|mid|and|to|for|scheduled for)[ -]{_M}(?=[\s,.;:)'’]|$)(?!\.?,?\s+\d))",
            r"(?P<decade>\b(?:the )?(?:(?:early|late|mid)[- ])?(?:1[5-9]\d|20\d)0s\b)",
            rf"(?P<year>(?<![\w$€£¥.,/-])(?:(?:early|late|mid)[- ](?:in )?)?{_YEAR}(?![\w%]|[.,]\d|-\d|\s(?:percent|per cent|million|billion|dollars|people|points)))",
            r"(?P<season>\b(?:the )?(?:spring|summer|autumn|winter) of (?:19|20)\d\d\b)",
            r"(?P<bareseason>\b(?:in|by|until|since|before|after|during) (?:the )?(?:early |late )?(?:spring|summer|autumn|winter)\b(?! \w*(?:20|19)\d\d))",
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
# "set sentencing for Sept. 9": whatever the tense, the day was to come.
_SCHEDULED = word_set("set scheduled slated due planned scheduling sets")
# Telephone numbers and places in a code of law: their digits are names.
_CITATION = re.compile(
    r"(?:\b1[-. ])?(?:\(\d{3}\) |\b\d{3}[-.])\d{3}[-.]\d{4}\b|\b\d{1,3} (?:U\.? ?S\.? ?C(?:ode|\.)?|C\.? ?F\.? ?R\.?|Fed\. Reg\.|Stat\.)(?: (?:§{1,2} ?)?\d[\w.()-]{0,20})?"
)
_MONTHLY = word_set("mdy dmy lastmonth")


def busy(sentence: str) -> list[tuple[int, int]]:
    """Spans of clock times, telephone numbers and places in a code of law, which hold numbers that count nothing."""
    return [match.span() for pattern in (_TIME, _CITATION) for match in pattern.finditer(sentence)]


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
    cited = [match.span() for match in _CITATION.finditer(folded)]
    for match in _PATTERN.finditer(folded):
        if any(a <= match.start() < b for a, b in cited):
            continue
        kind = match.lastgroup or ""
        text = match.group()
        low = unicodedata.normalize("NFKC", text).replace("’", "'").lower()
        if not _is_date(folded, match, kind, low):
            continue
        before = folded[max(0, match.start() - 30) : match.start()].lower().split()
        ahead = (
            future
            or (plans and kind == "bareseason")
            or (before[-1:] == ["for"] and any(word in _SCHEDULED for word in before))
        )
        iso, period = resolve(kind, low, published, before, ahead)
        if plans and not future and kind in _MONTHLY:
            iso = nearer(iso, resolve(kind, low, published, before, True)[0], published)
        if low == "a year earlier" and found:
            iso = _year_before(found[-1].iso) or iso
        if (not iso and kind in ("window", "relative", "decade", "ago")) or _counted(kind, low):
            continue
        start = match.start() + (
            len(text) - len(text.split(None, 1)[-1])
            if kind == "lastmonth" and low.split(None, 1)[0] not in ("last", "next", "this") and "-" not in text
            else 0
        )
        role = _role(before, kind, period, folded, match.end(), low)
        found.append(ClaimDate(sentence[start : match.end()], iso, role, start, match.end()))
    return _joined(_one_day(found, sentence))


def _year_before(iso: str) -> str:
    """The same stretch of time a year before ("rose in August from a year earlier"); "" for an open or daily date."""
    return f"{int(iso[:4]) - 1:04}{iso[4:]}" if len(iso) in (4, 7) else ""


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
                if part.lower().rstrip(".") in MONTHS or part.lower() in DAYS
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


def _role(before: list[str], kind: str, period: bool, sentence: str, end: int, low: str) -> str:
    """What the date is of: an event, a period, a deadline, when something takes effect or was published."""
    near = [word.strip(',.;:()"') for word in before[-3:]]
    if (near and near[-1] in DEADLINE) or any(word in ("deadline", "due", "expires") for word in near):
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
        if (
            last is not None
            and day.start - last.end <= 2
            and last.text.lower().split()[-1] in DAYS
            and len(day.iso) == 10
        ):
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
