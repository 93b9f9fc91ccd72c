"""Finds the words that name a speaker: the subject before a verb, the noun after "according to" or "said"."""

from __future__ import annotations

import re

from groundwire.claims.auxiliaries import Group
from groundwire.claims.tokens import Token, is_adverb
from groundwire.language.grammar import COORDINATORS, PREPOSITIONS, SUBORDINATORS, word_set

_TRAILING = word_set("""
    today yesterday also now then later recently earlier reportedly monday tuesday wednesday thursday friday
    saturday sunday generally still on has have had
    """)
_NAME = re.compile(
    r"^(?:[A-Z][\w.’'-]*|de|van|von|bin|al|el|da|du|la|le)(?:\s+(?:[A-Z][\w.’'-]*|de|van|von|bin|al|el|da|du|la|le)){1,4}$"
)


def noun_phrase(sentence: str, words: list[Token], start: int, stop: int) -> tuple[str, int]:
    """The words of a noun phrase from a token on, to the next comma, mark or verb: (text, token after it)."""
    end = start
    while (
        end < stop
        and words[end].text not in (",", ".", ";", ":", "(", ")", '"', "“", "”", "—", "–")
        and end - start < 24
    ):
        end += 1
    if end == start:
        return "", start
    return sentence[words[start].start : words[end - 1].end], end


def head_noun(lows: list[str]) -> str:
    """The noun before the first preposition or participle of a phrase."""
    for i, low in enumerate(lows):
        if i and (low in PREPOSITIONS or low in ("received", "reviewed", "released", "published")):
            return lows[i - 1]
    return lows[-1]


def subject_of(sentence: str, words: list[Token], group: Group, clause: tuple[int, int]) -> tuple[str, int]:
    """The words of the subject before a verb group: (text, its first token)."""
    start, end = clause[0], group.first
    while end > start and (is_adverb(words[end - 1].low) or words[end - 1].low in _TRAILING):
        end -= 1
    if end > start and words[end - 1].text == ")":
        # "the Internal Revenue Service (IRS) said": an abbreviation in brackets belongs to the name.
        opening = next((i for i in range(end - 2, max(start, end - 8), -1) if words[i].text == "("), None)
        end = opening if opening is not None else end
    closing = end > start and words[end - 1].text in (",", "—", "–", ")")
    if closing:
        end -= 1
    parts: list[tuple[int, int]] = []
    begin = start
    bracket = -1
    for i in range(start, end + 1):
        if i < end and words[i].text == "(":
            bracket = next((k for k in range(i + 1, min(end, i + 8)) if words[k].text == ")"), -1)
        if i <= bracket:
            # "the University of Colorado (CU), said": an abbreviation does not end a name.
            continue
        if (
            i == end
            or words[i].text in (",", ";", ":", "“", "”", '"', "—", "–", "(", ")")
            or (words[i].low in ("that", "as", "while") and i < end - 1 and words[i].low != "that")
        ):
            if begin < i:
                parts.append((begin, i))
            begin = i + 1
    if not parts:
        return "", start
    chosen = parts[-1]
    if closing and len(parts) > 1 and not _NAME.match(sentence[words[chosen[0]].start : words[chosen[1] - 1].end]):
        # "Jane Doe, 54, the firm's head, said": the last part before the appositions.
        earlier = [part for part in parts[:-1] if not _apposition(words, part)]
        chosen = earlier[-1] if earlier else parts[-2]
    first, last = chosen
    while first < last - 1 and (
        words[first].low in COORDINATORS
        or words[first].low in SUBORDINATORS
        or (
            is_adverb(words[first].low)
            and words[first].low not in ("all", "both", "each", "nearly", "almost", "about", "most")
        )
    ):
        first += 1
    return re.sub(r"\s?\([^()]*\)", "", sentence[words[first].start : words[last - 1].end]), first


def _apposition(words: list[Token], part: tuple[int, int]) -> bool:
    """Whether a part between commas only says more about a name before it."""
    opening = words[part[0]]
    return (
        opening.low in PREPOSITIONS
        or opening.low in ("which", "who", "whose", "where", "a", "an", "or")
        or opening.text[0].isdigit()
        or (opening.text[0].islower() and part[0] > 2)
    )


def opens_name(words: list[Token], i: int, stop: int) -> bool:
    """Whether a token can open the name of a speaker after "said"."""
    if i >= stop:
        return False
    low = words[i].low
    return (
        low[0].isalpha()
        and low not in PREPOSITIONS
        and low not in SUBORDINATORS
        and low not in ("it", "they", "we", "he", "she", "i", "there", "this", "that")
        and low not in _TRAILING
        and not is_adverb(low)
    )


def trim_speaker(speaker: str) -> str:
    """A speaker's words without what only says where and when ("Jane Doe in a statement on Friday")."""
    speaker = re.split(
        r"\s(?:in an? (?:statement|interview|speech|email|e-mail|blog post|filing|letter|tweet|report)|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|at a (?:news|press))\b",
        speaker,
        maxsplit=1,
    )[0]
    words = speaker.split()
    while words and words[-1].lower().strip(".,") in _TRAILING:
        words.pop()
    if len(words) > 1 and words[0].isupper() and len(words[0]) > 4 and words[1].lower() == "the":
        words = words[1:]
    return " ".join(words).strip(' .,;:"“”')
