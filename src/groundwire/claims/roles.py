"""What a number is of, and whether it tells a rise or a fall."""

from __future__ import annotations

from groundwire.claims.numerals import SCALES, UNITS
from groundwire.claims.quantity_words import DOWN, TREND_VERBS, UP
from groundwire.claims.tokens import Token, is_adverb
from groundwire.claims.verbwords import NOUNISH
from groundwire.language.grammar import (
    COORDINATORS,
    DETERMINERS,
    FINITE_BE,
    HAVE,
    MODALS,
    PARTICIPLE,
    PAST,
    PLAIN,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    verb,
    word_set,
)

_HEDGING = word_set("least most more less than up about fewer estimated per cent percent percentage point points")


def role(words: list[Token], first: int, position: int, unit: str) -> str:
    """What a number counts or measures, in the text's words.

    Args:
        first: index of the number's first token.
        position: index of the token after number and unit.
        unit: the unit as found: a noun is its own role, a share or a sum of money takes it from around.
    """
    link = words[position].low if position < len(words) else ""
    after = _phrase(words, position + 1) if link in ("of", "in", "for") else _phrase(words, position)
    if unit and unit[0].islower() and unit not in ("pp", "bp", "times") and position:
        head = _phrase_back(words, position - 1, first)
        return f"{head} of {after}" if after and link == "of" else head
    if after and link == "of":
        return after
    before = _role_before(words, first)
    if unit in ("%", "pp", "bp") and after and link not in ("in", "for"):
        # "5 percent gains", "2 percent goal": what follows at once is what is measured.
        return after
    return before or after


def _role_before(words: list[Token], first: int) -> str:
    """The noun that a number belongs to: before "of" and the like, else the subject of its verb."""
    i = first - 1
    while i >= 0 and (words[i].low in PREPOSITIONS or words[i].low in _HEDGING or is_adverb(words[i].low)):
        i -= 1
    if i >= 0 and words[i].text[0].isalpha() and not _is_verb(words[i]):
        return _phrase_back(words, i, 0)
    while i >= 0 and (_is_verb(words[i]) or is_adverb(words[i].low) or words[i].low == "to"):
        i -= 1
    while i >= 0 and words[i].text in ",)":
        i -= 1
    return _phrase_back(words, i, 0) if i >= 0 and words[i].low not in SUBJECT_PRONOUNS else ""


def _is_verb(token: Token) -> bool:
    if token.low in FINITE_BE or token.low in HAVE or token.low in MODALS:
        return True
    form = verb(token.low)
    return (
        form is not None
        and (form.base not in NOUNISH or bool(form.kinds & (PAST | PARTICIPLE) and not form.kinds & PLAIN))
        and not token.text[0].isupper()
    )


def _phrase(words: list[Token], position: int) -> str:
    """The noun phrase that starts at a place, lower case, at most five words."""
    found: list[str] = []
    for token in words[position : position + 6]:
        if (
            not token.text[0].isalpha()
            or token.low in RELATIVES
            or (found and _is_verb(token))
            or token.low in FINITE_BE | HAVE | MODALS
            or token.low in COORDINATORS
            or (found and (token.low in PREPOSITIONS or token.low in SUBORDINATORS))
        ):
            break
        if token.low in DETERMINERS or (not found and token.low in PREPOSITIONS):
            continue
        found.append(token.low)
    return " ".join(found[:5])


def _phrase_back(words: list[Token], position: int, first: int) -> str:
    """The noun phrase that ends at a place, lower case, at most five words."""
    found: list[str] = []
    for i in range(position, max(first - 1, position - 6, -1), -1):
        low = words[i].low
        if (
            not words[i].text[0].isalpha()
            or low in DETERMINERS
            or (low in PREPOSITIONS and low != "of")
            or low in COORDINATORS
            or low in UNITS
            or low in SCALES
            or _is_verb(words[i])
        ):
            break
        found.append(low)
    return " ".join(reversed(found[:5])).removeprefix("of ").removesuffix(" of")


def direction(words: list[Token], first: int, position: int, unit: str) -> int:
    """+1 or -1 when the number is how much something rose or fell; 0 for a level ("rose to 5") or a plain count."""
    before = [w.low for w in words[max(0, first - 6) : first]]
    measured = unit in ("%", "pp", "bp", "times") or "by" in before[-3:]
    for back, low in enumerate(reversed(before)):
        if low in ("to", "at", "from", "than") or (low in (",", ";") and back):
            break
        if not measured and (back > 1 or low not in TREND_VERBS):
            if low in UP or low in DOWN:
                break
            continue
        if low in UP or low in DOWN:
            return 1 if low in UP else -1
    if not measured:
        return 0
    for low in (w.low for w in words[position : position + 3]):
        if low in (",", ";", ".", "of", "and", "to"):
            break
        if low in UP or low in DOWN:
            return 1 if low in UP else -1
    return 0
