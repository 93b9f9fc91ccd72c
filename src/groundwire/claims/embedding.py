"""Takes out of a clause what it says on the side: "which" clauses, what others add, what is alleged."""

from __future__ import annotations

from dataclasses import replace

from groundwire.claims.attribution import STATED, Attribution, attribution
from groundwire.claims.auxiliaries import Group
from groundwire.claims.part import Part
from groundwire.claims.speakers import trim_speaker
from groundwire.claims.tokens import Token, is_adverb
from groundwire.language.grammar import (
    COORDINATORS,
    DETERMINERS,
    GERUND,
    PREPOSITIONS,
    verb,
    word_set,
)
from groundwire.records.claim import ClaimStatus

_SHARES = word_set("much some all most many one each both none two three half part several few")
_ASIDE = word_set(
    "say add note argue warn claim state explain insist tell indicate stress allege predict caution acknowledge"
)
_ALLEGED = word_set("allegation allegations accusation accusations")
# A clause on the side with fewer words than this says nothing worth a claim of its own.
_FEWEST = 4


def embedded(
    text: str, words: list[Token], groups: list[Group], part: Part, quoted: tuple[tuple[int, int], ...]
) -> list[Part]:
    """The part itself without its asides, then a part for each aside, in order."""
    holes: list[tuple[int, int]] = []
    asides: list[Part] = []
    inside = [g for g in groups if part.first <= g.head < part.last]
    for group in inside:
        if any(a <= words[group.head].start < b for a, b in quoted) or any(a <= group.first < b for a, b in holes):
            continue
        found = _relative(text, words, inside, group, part)
        if found is not None:
            asides.append(found[0])
            holes.append(found[1])
    said = _added(text, words, groups, part, holes, quoted)
    if said is not None:
        asides.append(said[0])
        holes.append(said[1])
    alleged = _allegation(text, words, inside, part)
    if alleged is not None:
        asides.append(alleged)
    if not asides:
        return [part]
    return [_without(text, words, part, holes) if holes else part, *asides]


def _without(text: str, words: list[Token], part: Part, holes: list[tuple[int, int]]) -> Part:
    """The part with its asides cut out of its words and of what belongs to it."""
    covers: list[tuple[int, int]] = []
    start = part.first
    for a, b in sorted(holes):
        if start < a:
            covers.append((start, a))
        start = max(start, b)
    if start < part.last:
        covers.append((start, part.last))
    pieces = [text[words[a].start : words[b - 1].end].strip(" ,") for a, b in covers if a < b]
    wording = " ".join(piece for piece in pieces if any(map(str.isalnum, piece)))
    return replace(part, covers=tuple(covers), wording=" ".join(wording.split()))


def _relative(
    text: str, words: list[Token], inside: list[Group], group: Group, part: Part
) -> tuple[Part, tuple[int, int]] | None:
    """A clause with "which" or "who" behind a comma: (its part, the tokens it takes up with its commas)."""
    if group.role != "relative" or group.opener not in ("which", "who"):
        return None
    opener = next((i for i in range(group.first - 1, part.first, -1) if words[i].low == group.opener), None)
    if opener is None or not _is_subject(words, opener, group):
        return None
    start = opener
    while start > part.first + 1 and (words[start - 1].low in PREPOSITIONS or words[start - 1].low in _SHARES):
        start -= 1
    if words[start - 1].text != "," or start - 1 <= part.first:
        return None
    end = _end_of_aside(words, inside, group, part)
    antecedent = _antecedent(text, words, part.first, start - 1)
    if end - opener < _FEWEST or not antecedent:
        return None
    lead = text[words[start].start : words[opener - 1].end] + " " if start < opener else ""
    tail = " ".join(text[words[opener].end : words[end - 1].end].split())
    wording = f"{lead}{antecedent} {tail}".strip(" ,;")
    found = Part(opener, end, group, attribution=STATED, content=group, covers=((start, end),), wording=wording)
    close = end + 1 if end < part.last and words[end].text == "," else end
    return found, (start - 1, close)


def _is_subject(words: list[Token], opener: int, group: Group) -> bool:
    """Whether the relative pronoun is the subject of its clause, so that the noun can stand in its place."""
    following = words[opener + 1] if opener + 1 < len(words) else None
    if group.first == opener + 1 or following is None:
        return True
    return is_adverb(following.low) or following.low in PREPOSITIONS or following.text == ","


def _end_of_aside(words: list[Token], inside: list[Group], group: Group, part: Part) -> int:
    """The token after a clause on the side: the comma before the clause it interrupts goes on, else the part's end."""
    later = next((g for g in inside if g.first > group.head and g.role in ("main", "content") and not g.opener), None)
    if later is None:
        return part.last
    commas = [i for i in range(group.head + 1, later.first) if words[i].text == ","]
    return commas[-1] if commas else part.last


def _antecedent(text: str, words: list[Token], first: int, comma: int) -> str:
    """The noun phrase before a comma that a relative pronoun stands for."""
    i = comma - 1
    while i > first:
        before = words[i - 1]
        named = (
            words[i].text[0].isupper()
            and before.low in ("of", "for", "the")
            and i - 2 >= first
            and words[i - 2].text[0].isupper()
        )
        if before.low in DETERMINERS:
            i -= 1
            break
        if (before.low in PREPOSITIONS and not named) or before.low in COORDINATORS or not before.text[0].isalnum():
            break
        if before.text[0].islower() and verb(before.low) is not None and not before.low.endswith(("ing", "s")):
            break
        i -= 1
    phrase = " ".join(text[words[i].start : words[comma - 1].end].split())
    # "a barrel a day, which is": a bare noun is a measure or part of a phrase, not what the clause is about.
    certain = words[i].low in DETERMINERS or words[i].text[0].isupper() or words[comma - 1].low.endswith("s")
    return phrase if certain and any(map(str.isalpha, phrase)) else ""


def _added(
    text: str,
    words: list[Token],
    groups: list[Group],
    part: Part,
    holes: list[tuple[int, int]],
    quoted: tuple[tuple[int, int], ...],
) -> tuple[Part, tuple[int, int]] | None:
    """What somebody adds at the end of a clause: ", with officials saying ...", ", adding that ..."."""
    for i in range(part.first + 3, part.last - 2):
        form = verb(words[i].low)
        if form is None or not form.kinds & GERUND or form.base not in _ASIDE or any(a <= i < b for a, b in holes):
            continue
        content = next((g for g in groups if i < g.first < part.last), None)
        if content is None or any(a <= words[i].start < b for a, b in quoted):
            continue
        comma = next((k for k in range(i - 1, max(part.first, i - 12), -1) if words[k].text == ","), None)
        if comma is None:
            continue
        status = ClaimStatus.ALLEGED if form.base in ("allege", "claim") else ClaimStatus.SAID
        if words[comma + 1].low == "with" and comma + 2 < i:
            speaker = trim_speaker(text[words[comma + 2].start : words[i - 1].end])
        elif comma + 1 == i:
            main = attribution(text, words, groups, part.group, (part.first, comma), quoted)
            subject = (
                text[words[part.first].start : words[part.group.first - 1].end]
                if part.group and part.group.first > part.first
                else ""
            )
            speaker = main.speaker or trim_speaker(subject.rsplit(",", 1)[-1])
        else:
            continue
        if not speaker:
            continue
        start = i + 2 if words[i + 1].low == "that" else i + 1
        said = " ".join(text[words[start].start : words[part.last - 1].end].split()).strip(" ,;")
        found = Part(
            start, part.last, content, attribution=Attribution(status, speaker, 1), content=content,
            covers=((start, part.last),), wording=f"{speaker} said {said}",
        )  # fmt: skip
        return found, (comma, part.last)
    return None


def _allegation(text: str, words: list[Token], inside: list[Group], part: Part) -> Part | None:
    """What an allegation named in the clause says ("to settle allegations that the bank ..."), as alleged."""
    for group in inside:
        if group.opener != "that" or group.role not in ("relative", "content"):
            continue
        opener = next((i for i in range(group.first - 1, part.first, -1) if words[i].low == "that"), None)
        if opener is None or words[opener - 1].low not in _ALLEGED:
            continue
        wording = " ".join(text[words[opener].end : words[part.last - 1].end].split()).strip(" ,;.")
        return Part(
            opener + 1, part.last, group, attribution=Attribution(ClaimStatus.ALLEGED, "", 1), content=group,
            covers=((opener + 1, part.last),), wording=f"It is alleged that {wording}",
        )  # fmt: skip
    return None
