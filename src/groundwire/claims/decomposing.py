"""Splits a sentence into the parts that carry a fact each, and leaves a simple one whole."""

from __future__ import annotations

from dataclasses import replace

from groundwire.claims.attribution import Attribution, attribution
from groundwire.claims.auxiliaries import Group
from groundwire.claims.clauses import inverted
from groundwire.claims.embedding import embedded
from groundwire.claims.part import Part
from groundwire.claims.tokens import Token, is_adverb
from groundwire.claims.verbwords import SAYING
from groundwire.language.grammar import COORDINATORS, PREPOSITIONS, SUBORDINATORS
from groundwire.records.claim import ClaimStatus


def parts(text: str, words: list[Token], groups: list[Group], quoted: tuple[tuple[int, int], ...]) -> tuple[Part, ...]:
    """The parts of a sentence in order: one for a simple sentence."""
    found: list[Part] = []
    for part in _shared(text, words, groups, _coordinated(text, words, groups, quoted), quoted):
        found.extend(embedded(text, words, groups, part, quoted))
    return tuple(found)


def _shared(
    text: str, words: list[Token], groups: list[Group], found: tuple[Part, ...], quoted: tuple[tuple[int, int], ...]
) -> list[Part]:
    """Gives every part the speaker that one part names for all: "According to X, A and B"; "A and B, X said"."""
    if len(found) < 2:
        return list(found)
    own = [
        part.attribution or attribution(text, words, groups, part.group, (part.first, part.last), quoted)
        for part in found
    ]
    before, after = own[0], own[-1]
    given: Attribution | None = None
    if before.status is not ClaimStatus.STATED and before.verb < 0 and words[before.first].low == "according":
        given, source, tail = before, f"According to {before.speaker},", ""
    elif (
        after.verb >= 0
        and any(g.role == "main" and found[-1].first <= g.head < after.verb for g in groups)
        and words[-2].start - words[after.verb].start < 60
    ):
        given, source, tail = after, "", f", {after.speaker} said"
    if given is None:
        return list(found)
    shared = replace(given, verb=-1, first=0, last=0)
    result: list[Part] = []
    for part, word_of in zip(found, own, strict=True):
        if word_of.status is ClaimStatus.STATED and part.attribution is None:
            wording = text[words[part.first].start : words[part.last - 1].end].strip(" ,;") + tail if tail else ""
            result.append(
                replace(part, attribution=shared, source=part.source or source, wording=part.wording or wording)
            )
        else:
            result.append(part)
    return result


def _coordinated(
    text: str, words: list[Token], groups: list[Group], quoted: tuple[tuple[int, int], ...]
) -> tuple[Part, ...]:
    """The parts that coordination makes, before clauses set off by commas are taken out."""
    carriers = [g for g in groups if g.role in ("main", "content")]
    whole = (0, len(words))
    if not carriers:
        return (Part(*whole, groups[0] if groups else None, covers=(whole,)),)
    cuts = _cuts(words, groups, carriers, quoted)
    if not cuts:
        return (Part(*whole, carriers[0], covers=(whole,)),)
    found: list[Part] = []
    start = 0
    ends = [*[cut for cut, _ in cuts], len(words)]
    leads = [carriers[0], *[group for _, group in cuts]]
    for index, (end, group) in enumerate(zip(ends, leads, strict=True)):
        first = start
        while first < end and (
            words[first].low in COORDINATORS
            or words[first].text in ",;:—–"
            or (words[first].low == "that" and index and group.role == "content")
            or (words[first].low in ("while", "whereas") and index)
        ):
            first += 1
        last = end
        while last > first + 1 and words[last - 1].text in ",;":
            last -= 1
        start = end
        if first >= last:
            continue
        found.append(_part(text, words, groups, group, first, last, found[-1] if found else None, quoted))
    return tuple(found) or (Part(*whole, carriers[0], covers=(whole,)),)


def _part(
    text: str,
    words: list[Token],
    groups: list[Group],
    group: Group,
    first: int,
    last: int,
    before: Part | None,
    quoted: tuple[tuple[int, int], ...],
) -> Part:
    """One part, with what it shares with the one before."""
    covers = ((first, last),)
    if before is None:
        return Part(first, last, group, covers=covers)
    word_of: Attribution | None = None
    source = ""
    content: Group | None = None
    if group.role == "content" and before.group is not None:
        word_of = before.attribution or attribution(
            text, words, groups, before.group, (before.first, before.last), quoted
        )
        content = group
        if word_of.last > word_of.first and word_of.status is not ClaimStatus.STATED:
            source = " ".join(text[words[word_of.first].start : words[word_of.last - 1].end].split()) + " that"
        elif before.source:
            source = before.source
    subject = ""
    opening = first
    while opening < group.first and is_adverb(words[opening].low):
        opening += 1
    if group.first == opening and before.group is not None:
        reference = before.content or next(
            (g for g in groups if before.first <= g.head < before.last and g.role == group.role), before.group
        )
        subject = before.subject or _subject_text(
            text,
            words,
            before.first if reference.role != "content" else _content_start(words, reference, before),
            reference.first,
        )
    return Part(first, last, group, subject, source, word_of, content, covers)


def _content_start(words: list[Token], group: Group, part: Part) -> int:
    for i in range(group.first - 1, part.first, -1):
        if words[i].low == "that":
            return i + 1
    return part.first


def _subject_text(text: str, words: list[Token], first: int, last: int) -> str:
    """The words of a subject: what stands before the verb, without an opening phrase set off by a comma."""
    opening = words[first]
    if (
        opening.low in PREPOSITIONS
        or opening.low in SUBORDINATORS
        or opening.low == "according"
        or is_adverb(opening.low)
    ):
        comma = next((i for i in range(last - 1, first, -1) if words[i].text == ","), None)
        first = comma + 1 if comma is not None and comma + 1 < last else first
    if last <= first:
        return ""
    return " ".join(text[words[first].start : words[last - 1].end].split()).strip(" ,")


def _cuts(
    words: list[Token], groups: list[Group], carriers: list[Group], quoted: tuple[tuple[int, int], ...]
) -> list[tuple[int, Group]]:
    """Where a new part begins: (token, its verb group)."""
    cuts: list[tuple[int, Group]] = []
    for place, group in enumerate(groups):
        if place == 0 or any(a <= words[group.first].start < b for a, b in quoted):
            continue
        before = groups[place - 1]
        if group.role == "sub" and group.opener in ("while", "whereas"):
            boundary = _opener_at(words, before.head, group.first, group.opener)
            if boundary is not None and boundary > before.head + 1 and words[boundary - 1].text == ",":
                cuts.append((boundary, group))
            continue
        if group.role not in ("main", "content") or group is carriers[0]:
            continue
        if group.role == "content" and not any(g.role == "content" for g in groups[:place]):
            continue
        boundary = _boundary(words, before.head, group.first)
        if boundary is None or any(a <= words[boundary].start < b for a, b in quoted):
            continue
        if (
            group.base in SAYING
            and (inverted(words, group) or _trails(words, group))
            and any(words[k].text in ',"”' for k in range(boundary + 1, group.first))
        ):
            # "... or a hard winter, the mayor said": the speaker comes after the comma, the "or" is what he said.
            continue
        cuts.append((boundary, group))
    return cuts


def _trails(words: list[Token], group: Group) -> bool:
    """Whether nothing that is said follows a verb of saying, so that it came before."""
    after = words[group.head + 1] if group.head + 1 < len(words) else None
    return (
        after is None
        or not after.text[0].isalnum()
        or after.low in PREPOSITIONS
        or is_adverb(after.low)
        or after.low.endswith("day")
    )


def _opener_at(words: list[Token], start: int, end: int, opener: str) -> int | None:
    return next((i for i in range(end - 1, start, -1) if words[i].low == opener), None)


def _boundary(words: list[Token], start: int, end: int) -> int | None:
    """The coordinator or semicolon between two verbs that starts the second clause."""
    for i in range(end - 1, start, -1):
        if words[i].text == ";":
            return i
        if words[i].low not in ("and", "but", "so", "yet", "or") or (
            words[i].low == "so" and words[i + 1].low == "that"
        ):
            continue
        if words[i - 1].text == "," or i + 1 >= end:
            return i
        if _list_and(words, i, start, end):
            continue
        # "If they pay, the firm and its owner will go": the "and" joins two nouns after the comma.
        return None if any(words[k].text == "," for k in range(start + 1, i)) else i
    return None


def _list_and(words: list[Token], i: int, start: int, end: int) -> bool:
    """Whether an "and" joins two nouns of the second clause's subject ("and officials and firms said")."""
    return any(words[k].low in ("and", "but", ";") for k in range(start + 1, i))
