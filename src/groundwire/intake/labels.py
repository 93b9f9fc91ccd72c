"""Reads what a report says of itself: who wrote it, from where, for whom, on whose word, and of which genre."""

from __future__ import annotations

import re
from collections.abc import Iterable

from groundwire.intake import wordlists
from groundwire.records.source import Genre

_AGENCY_BY_SPELLING = {spelling: name for name, spellings in wordlists.AGENCIES.items() for spelling in spellings}
_AGENCY_FOLDED = {spelling.casefold(): name for spelling, name in _AGENCY_BY_SPELLING.items()}
_AGENCY = "|".join(sorted(map(re.escape, _AGENCY_BY_SPELLING), key=len, reverse=True))
# "LONDON, June 3 (Reuters) - ", "WASHINGTON (AP) — ", "FRANKFURT/PARIS, 3 June /PRNewswire/ -- "
_PLACE = r"[A-ZÀ-ÖØ-Þ][^\W\d_a-z]?[\w.,'’/ -]{1,60}?"
_DATELINE_AGENCY = re.compile(
    rf"\s*(?P<place>{_PLACE})\s*[(/]\s*(?P<agency>{_AGENCY})(?:\s+via\s+[^)/]{{1,40}})?\s*[)/]\s*(?:[-–—:]{{1,2}})?\s*"
)
_OPENING_AGENCY = re.compile(rf"\s*[(/]\s*(?P<agency>{_AGENCY})\s*[)/]\s*(?:[-–—:]{{1,2}}\s*)?")
_DATELINE_PLAIN = re.compile(
    r"\s*(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/ -]{2,40}"
    r"(?:,\s[A-Z][A-Za-z.]{1,15}(?:\s[A-Z][A-Za-z.]{1,15})?)?(?:,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,\s\d{4})?)?)\s*(?:[-–—]{1,2})\s+(?=\S)"
)
_BYLINE = re.compile(r"(?:^|\n)\s{0,4}by\s+(?P<who>[^\n]{2,120})", re.IGNORECASE)
_CREDIT = re.compile(
    rf"(?:\((?:reporting|writing|editing)\s+by\s[^)\n]{{2,300}}\)|(?:^|\n)[ \t]{0, 4}(?:source|with (?:files|reporting|material) from|©|copyright(?:\s+\d{{4}})?)\s*:?\s*(?:the\s)?(?P<agency>{_AGENCY})\b)",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"(?:^|\n)[ \t]{0,4}(?P<note>(?:\(?(?:correction|corrections|clarification|corrected|update and correction)\b[^\n]{0,40}?[:.—–-]"
    r"|(?:an|a previous|the)\s(?:earlier|previous|original)?\s?(?:version|headline)\b[^\n]{0,80}?\b(?:said|stated|misstated|incorrectly|wrongly|gave|reported|misidentified|misspelled|had)"
    r"|this (?:article|story|post|report|page) (?:has been|was) (?:corrected|amended|updated to correct|clarified))[^\n]{0,1500})",
    re.IGNORECASE,
)
_EDITORS_NOTE = re.compile(
    r"(?:^|\n)[ \t]{0,4}(?P<note>editor(?:['’]s|s['’]) note\b[^\n]{0,300}?\b(?:correct(?:s|ed|ion)?|amended|misstated|incorrectly|error|clarif\w{1,6}|earlier version|previous version)\b[^\n]{0,1200})",
    re.IGNORECASE,
)
_EMBARGO = re.compile(
    r"(?:^|\n)[ \t]{0,4}(?P<line>(?:strictly\s+)?(?:under\s+)?(?:embargo(?:ed)?\b|not for (?:release|publication|broadcast) (?:before|until)|hold for release|for release (?:at|on|after))[^\n]{0,160})",
    re.IGNORECASE,
)
_RELEASE_LINE = re.compile(
    r"(?:^|\n)[ \t]{0,4}(?:for immediate release|press release|news release|media contacts?:|media release|about [A-Z][\w& ]{1,40}\n|# ?# ?#)",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(r"\b(?:" + "|".join(map(re.escape, wordlists.INSTRUCTIONS)) + r")", re.IGNORECASE)
_LIVE_TITLE = re.compile(r"\blive[ -]?blog\b|\blive updates?\b|\bas it happened\b|^live:|[–—-] live$", re.IGNORECASE)
_LIVE_STAMP = re.compile(
    r"(?:^|\n)\s{0,4}(?:\[?[0-2]?\d[:.][0-5]\d(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}))?\]?)(?:\s|$)", re.IGNORECASE
)
_OUTLET = (
    r"(?:[Tt]he\s)?(?:" + "|".join(sorted(map(re.escape, wordlists.OUTLET_NAMES), key=len, reverse=True)) + r")"
    r"|(?:[Tt]he\s)?(?:[A-Z][\w'’-]{1,20}\s){1,4}(?:" + "|".join(wordlists.OUTLET_WORDS) + r")\b"
    r"|[Tt]he\s(?:" + "|".join(wordlists.OUTLET_WORDS) + r")\b"
)
_CITED = (
    re.compile(
        rf"\b(?P<outlet>{_OUTLET})(?:\s(?:newspaper|news agency|magazine|website|news website))?\s(?:first\s|earlier\s|also\s|previously\s|has\s|had\s)*reported\b"
    ),
    re.compile(
        rf"\b(?:[Aa]ccording to|reported by|first reported by|cited by|[Cc]iting|told|quoted by|in an interview with|seen by|reviewed by|obtained by)\s(?:a\sreport\s(?:by|in|from)\s)?(?P<outlet>{_OUTLET})"
    ),
    re.compile(rf"\b(?:a|the)\s(?:news\s)?report\s(?:by|in|from)\s(?P<outlet>{_OUTLET})"),
)


def wire_of(text: str, byline: str, title: str = "") -> tuple[str, str]:
    """The agency that a report is credited to and its dateline; "" for either when it has none.

    Looks at the dateline, the byline and a credit at the foot; a mention in the running text is no credit.
    """
    dateline = ""
    for start in _paragraph_starts(text, 4):
        match = _DATELINE_AGENCY.match(text, start, start + 160)
        if match:
            return _AGENCY_BY_SPELLING[match["agency"]], match.group().strip(" -–—:")
        opening = _OPENING_AGENCY.match(text, start, start + 60)
        if opening:
            return _AGENCY_BY_SPELLING[opening["agency"]], opening.group().strip(" -–—:")
        plain = _DATELINE_PLAIN.match(text, start, start + 120)
        if plain and not dateline:
            dateline = plain["place"].strip()
    credited = _agency_in_byline(byline)
    if credited:
        return credited, dateline
    foot = _CREDIT.search(text, max(0, len(text) - 800))
    if foot and foot["agency"]:
        return _AGENCY_FOLDED.get(foot["agency"].casefold(), ""), dateline
    return "", dateline


def _paragraph_starts(text: str, count: int) -> list[int]:
    """Offsets of the first lines that hold something."""
    starts, offset = [], 0
    for line in text[:3_000].splitlines(keepends=True):
        if line.strip():
            starts.append(offset)
            if len(starts) == count:
                break
        offset += len(line)
    return starts


def _agency_in_byline(byline: str) -> str:
    """The agency of a byline: "Reuters", "Ana Lopes, Associated Press", "By AFP and staff"."""
    for part in re.split(r"\s*(?:,|/|\||;|\band\b|\bwith\b|\bfor\b|\(|\)|\bvia\b|\bat\b)\s*", byline[:200]):
        name = part.strip().removeprefix("By ").removeprefix("by ").strip()
        found = _AGENCY_BY_SPELLING.get(name) or (_AGENCY_FOLDED.get(name.casefold()) if len(name) > 3 else None)
        if found:
            return found
    return ""


def agency(name: str) -> str:
    """The agency of that name, "" when it is none."""
    return _AGENCY_BY_SPELLING.get(name) or _AGENCY_FOLDED.get(name.casefold(), "")


def byline_of(text: str) -> str:
    """The byline that opens a text ("By Ana Lopes"), "" when there is none in its first lines."""
    match = _BYLINE.search(text[:600])
    who = match["who"].strip(" .") if match else ""
    return who if len(who.split()) <= 12 and who[:1].isupper() else ""


def cited_outlets(text: str, limit: int = 8) -> tuple[str, ...]:
    """Outlets that a text names as where its report comes from, in order, each once."""
    matches = [match for pattern in _CITED for match in pattern.finditer(text[:60_000])]
    found: dict[str, None] = {}
    for match in sorted(matches, key=lambda item: item.start("outlet")):
        name = re.sub(r"^[Tt]he\s", "", match["outlet"]).strip()
        found.setdefault(_AGENCY_BY_SPELLING.get(name, name))
    return tuple(found)[:limit]


def correction_of(text: str) -> str:
    """The correction note of a text, whole paragraph, "" when it has none."""
    match = _CORRECTION.search(text) or _EDITORS_NOTE.search(text)
    return match["note"].strip() if match else ""


def embargo_of(text: str) -> str:
    """The embargo line of a text, "" when it has none in its head."""
    match = _EMBARGO.search(text[:1_500])
    return match["line"].strip() if match else ""


def genre_of(labels: Iterable[str], title: str, text: str, wire: str = "", url: str = "") -> Genre:
    """The genre that labels, address, title or the text's own lines declare; news when nothing does.

    Args:
        labels: section names, article types and tags that the page or feed gives.
    """
    given = {" ".join(label.casefold().replace("_", " ").split()) for label in labels if label}
    segments = {segment.replace("-", " ") for segment in url.casefold().split("/")[3:-1]}
    head = title.casefold()
    for name in ("satire", "sponsored", "release", "opinion", "liveblog"):
        words = wordlists.GENRE_LABELS[name]
        if (
            given & set(words)
            or segments & set(words)
            or head.startswith(tuple(f"{word}{mark}" for word in words for mark in (":", " |", " -")))
        ):
            return Genre(name)
    if _LIVE_TITLE.search(title[:300]):
        return Genre.LIVEBLOG
    if wire in wordlists.RELEASE_WIRES or (
        _RELEASE_LINE.search(text[:800]) or "for immediate release" in text[-600:].casefold()
    ):
        return Genre.RELEASE
    first = text[:120].casefold().split("\n", 1)[0].strip()
    for name in ("sponsored", "satire", "opinion"):
        if first in wordlists.GENRE_LABELS[name]:
            return Genre(name)
    if len(_LIVE_STAMP.findall(text[:60_000])) >= 8:
        return Genre.LIVEBLOG
    return Genre.NEWS


def instructs(text: str) -> bool:
    """Whether a text talks to a machine: what a page hides from its readers and says to a model."""
    return _INSTRUCTION.search(text) is not None
