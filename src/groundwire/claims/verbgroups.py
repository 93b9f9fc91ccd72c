"""Finds the words of a sentence that can be finite verbs, with what their auxiliaries say."""

from __future__ import annotations

from groundwire.claims.auxiliaries import Group, chain, follows, infinitive
from groundwire.claims.tokens import Token, is_adverb, is_word
from groundwire.claims.verbwords import INTRANSITIVE, NOUNISH, SAYING
from groundwire.language.grammar import (
    COORDINATORS,
    DETERMINERS,
    DO,
    FINITE_BE,
    GERUND,
    HAVE,
    MODALS,
    PARTICIPLE,
    PAST,
    PLAIN,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    THIRD,
    verb,
    word_set,
)

_BREAKS = frozenset(',;:()—–-"“”')
_ALONE = word_set("this that these those all both some many each several few")
_PERSONAL = word_set("i he she it we they you there")
# Verbs that follow what was said ("..., said the mayor").
TOLD = word_set("say add tell write reply report announce tweet warn argue explain note ask")
_BARE_INFINITIVE = word_set("help helps helped helping let lets letting make makes making watch")
_PLURALS = frozenset(["people", "police", "men", "women", "children", "media", "data"])


# After a verb these go with it ("burned down"): no sign of a participle.
PARTICLES = word_set("up down out off over")
# A run of more verbs than this is no sentence; it also keeps the time for a hostile line in bounds.
MOST_VERBS = 60


def candidates(words: list[Token], headline: bool = False) -> list[Group]:
    """What can be finite verb groups, in order; roles are not yet given.

    Args:
        headline: whether the words are a headline, where "Firm to buy rival" tells a plan.
    """
    titled = all(w.text[0].isupper() for w in words if len(w.text) > 3 and w.text[0].isalpha())
    found: list[Group] = []
    position = 0
    while position < len(words) and len(found) < MOST_VERBS:
        group = _group_at(words, position, found[-1] if found else None, titled)
        if group is None:
            position += 1
        else:
            found.append(group)
            position = group.head + 1
    if headline and not found:
        found = _headline_plan(words)
    return found or last_resort(words)


def _headline_plan(words: list[Token]) -> list[Group]:
    """ "Firm to buy rival": the infinitive of a headline without a finite verb."""
    for i in range(1, len(words) - 1):
        base = infinitive(words, i)
        if words[i].low == "to" and base and words[i - 1].text[0].isalnum():
            return [Group(i, i + 1, base, modal="will")]
    return []


def last_resort(words: list[Token]) -> list[Group]:
    """The first word that can be a finite verb after a noun, for a sentence where nothing else looks like one."""
    for listed in (True, False):
        for i in range(1, len(words) - 1):
            low, form = words[i].low, verb(words[i].low)
            if not words[i].text[0].islower() or (form is None) == listed or not _after_noun(words[i - 1]):
                continue
            if form is None:
                # A verb that is not listed: "the law stipulates that".
                if low.endswith(("s", "ed")) and len(low) > 4 and _is_object(words[i + 1]):
                    return [Group(i, i, low, past=low.endswith("ed"), to=infinitive(words, i + 1), sure=0)]
                continue
            object_follows = _is_object(words[i + 1])
            if form.kinds & (THIRD | PLAIN | PAST) and (
                object_follows or (words[i + 1].low in PREPOSITIONS and form.base not in NOUNISH)
            ):
                return [Group(i, i, form.base, past=bool(form.kinds & PAST), to=infinitive(words, i + 1), sure=0)]
    return []


def _after_noun(token: Token) -> bool:
    """Whether a token can be the end of a subject."""
    return (
        is_word(token)
        and token.low not in DETERMINERS
        and token.low not in PREPOSITIONS
        and token.low not in COORDINATORS
    )


def _group_at(words: list[Token], i: int, before: Group | None, titled: bool) -> Group | None:
    low = words[i].low
    if low == "'d":
        # "I'd been": had; "I'd go": would.
        return chain(words, i, "had" if follows(words, i + 1, PARTICIPLE) else "would")
    if low in MODALS or low in FINITE_BE or low in HAVE - {"having"} or low in DO - {"done"}:
        previous = words[i - 1].low if i else ""
        if low in ("will", "might", "can", "must", "may") and (
            previous in DETERMINERS - _ALONE or (words[i].text[0].isupper() and i > 0 and not titled)
        ):
            return None
        if low in HAVE | DO and previous == "to":
            return None
        return chain(words, i, low)
    form = verb(low)
    if form is None or not form.kinds & (PAST | THIRD | PLAIN):
        if form is None and low.endswith("ed") and len(low) > 4 and low.isalpha() and words[i].text[0].islower():
            return _bare(words, i, low, PAST | PARTICIPLE, before)
        return None
    if words[i].text[0].isupper() and i > 0 and not titled:
        return None
    return _bare(words, i, form.base, form.kinds, before)


def _bare(words: list[Token], i: int, base: str, kinds: int, before: Group | None) -> Group | None:
    """A verb form without auxiliary, when what stands before and after it lets it be finite."""
    j = _left(words, i)
    if j < 0 or _rules_out(words, j, kinds):
        return None
    low = words[j].low
    if before is not None and before.head == j and before.base != "be" and before.sure > 2:
        return None
    after = words[i + 1] if i + 1 < len(words) else None
    to = infinitive(words, i + 1)
    if kinds & PAST:
        sure = _past_sure(words, i, j, kinds, base, before, to)
        return Group(i, i, base, past=True, to=to, sure=sure) if sure >= 0 else None
    takes = after is not None and _is_object(after)
    if low in _PERSONAL or low in ("who", "which"):
        return Group(i, i, base, to=to, sure=4)
    noun = base in NOUNISH
    if after is None or (noun and (not _opens_object(after) or after.low == "of")):
        return None
    if low in COORDINATORS:
        fits = before is not None and _parallel(words, i, before, kinds)
        return Group(i, i, base, to=to, sure=0.2 if noun else 2 if takes else 1) if fits else None
    if (
        low == ","
        and any(w.text == "," for w in words[:j])
        and (before is None or before.sure <= 1 or (before.base in SAYING and words[before.head + 1].text == ","))
    ):
        # "The deal, due to close in June, values ..."
        return Group(i, i, base, to=to, sure=(0.8 if takes or after.text[0].isupper() else 0.2) if noun else 1.5)
    if low in _BREAKS or (low in SUBORDINATORS and low != "that"):
        return None
    return _present(words, i, j, base, kinds, to, takes)


def _left(words: list[Token], i: int) -> int:
    """Index of the word before a verb, past adverbs and a parenthesis; -1 when there is none."""
    j = i - 1
    while j >= 0:
        low = words[j].low
        if low == ")":
            while j > 0 and words[j].low != "(":
                j -= 1
        elif low == "longer" and j and words[j - 1].low == "no":
            j -= 1
        elif low in ("both", "all", "each", "first", "once"):
            if (j > 1 and words[j - 2].low == "to") or not (
                j
                and words[j - 1].text[0].isalpha()
                and words[j - 1].low not in PREPOSITIONS | COORDINATORS | SUBORDINATORS
            ):
                break
        elif not is_adverb(low):
            break
        j -= 1
    return j


def _rules_out(words: list[Token], j: int, kinds: int) -> bool:
    """Whether the word before makes it a noun, an adjective or an infinitive."""
    low = words[j].low
    if low in ("to", "be", "been", "being", "other", "new", "same", "own"):
        return True
    if low in DETERMINERS and low not in _ALONE and low not in SUBJECT_PRONOUNS:
        return True
    if low in PREPOSITIONS and low not in SUBORDINATORS | RELATIVES and low not in ("up", "down", "out", "off", "over"):
        return True
    if low.endswith(("'s", "s'")) and not kinds & PAST:
        return True
    # "help the agencies assess", "let users see": an infinitive without "to".
    return bool(kinds & PLAIN) and not kinds & PAST and any(w.low in _BARE_INFINITIVE for w in words[max(0, j - 4) : j])


def _past_sure(words: list[Token], i: int, j: int, kinds: int, base: str, before: Group | None, to: str) -> float:
    """How surely a past form is a finite verb; -1 when it is none."""
    low = words[j].low
    after = words[i + 1] if i + 1 < len(words) else None
    takes = after is not None and (
        _is_object(after) or (is_adverb(after.low) and i + 2 < len(words) and _is_object(words[i + 2]))
    )
    if not kinds & PARTICIPLE:
        return 4
    if (
        low in DETERMINERS
        and after is not None
        and after.low != "guilty"
        and _may_be_noun(after)
        and not takes
        and low not in ("this", "that")
    ):
        return -1
    sure: float = 3 if takes or to or low in _PERSONAL else 2
    if low in COORDINATORS:
        if before is None:
            return -1 if not takes else 1
        if (
            (before.passive or before.perfect or before.progressive)
            and (j == 0 or words[j - 1].text != ",")
            and kinds & PARTICIPLE
            and words[j].low != "but"
        ):
            return -1
        if takes or to:
            return sure
        return (
            1
            if before.past
            and not before.passive
            and (after is None or not _may_be_noun(after) or after.low == "guilty")
            and (after is None or after.low != "by")
            else -1
        )
    if low in ',"”' and low:
        if base in TOLD and not to:
            return 3
        preposition = after is not None and after.low in PREPOSITIONS
        return 0.5 if preposition else 3 if takes and before is None else 1
    if (
        after is not None
        and after.low in PREPOSITIONS - PARTICLES
        and sure == 2
        and (after.low in ("by", "of") or base not in INTRANSITIVE | SAYING)
    ):
        return 1
    return sure


def _parallel(words: list[Token], i: int, before: Group, kinds: int) -> bool:
    """Whether a present form after "and" goes on with the verb before it."""
    if before.modal or before.past or before.to:
        return False
    if kinds & PLAIN and any(words[k].low == "to" for k in range(before.head + 1, i)):
        # "it is time to act and realize": both are infinitives.
        return False
    head = verb(words[before.head].low)
    singular = words[before.first].low in ("is", "'s", "has", "does") or bool(head and head.kinds & THIRD)
    return bool(kinds & THIRD) if singular else bool(kinds & PLAIN)


def _present(words: list[Token], i: int, j: int, base: str, kinds: int, to: str, takes: bool) -> Group | None:
    """A bare present form after a noun: third person after a singular, plain after a plural."""
    previous, noun = words[j], base in NOUNISH
    low = previous.low
    plural = (low.endswith("s") and not low.endswith(("ss", "us", "is"))) or low in _PLURALS or _joined(words, j)
    either = _joined(words, j) and not noun
    if (kinds & THIRD and (not plural or previous.text[0].isupper() or either)) or (kinds & PLAIN and plural):
        named = previous.text[0].isupper() and i + 1 < len(words) and words[i + 1].text[0].isupper() and j <= 1
        sure = (2 if named else 1.5 if to else 1 if takes else 0.2) if noun else 3.5 if to else 3
        return Group(i, i, base, to=to, sure=sure)
    if kinds & PLAIN and not noun and any(w.low.endswith("s") for w in words[:j]):
        return Group(i, i, base, to=to, sure=2)
    return None


def _joined(words: list[Token], j: int) -> bool:
    """Whether the noun at j is the last of several ("food and energy")."""
    return any(words[k].low == "and" for k in range(max(0, j - 3), j))


def _is_object(token: Token) -> bool:
    """Whether a token can only start an object, so that the verb before it is no participle or noun."""
    return (
        token.low in DETERMINERS
        or token.low in SUBJECT_PRONOUNS
        or token.low in ("him", "them", "us", "me")
        or token.text[0].isdigit()
        or token.text[0] in '$€£¥"“'
    )


def _may_be_noun(token: Token) -> bool:
    return (
        token.text[0].isalpha()
        and token.low not in PREPOSITIONS
        and token.low not in DETERMINERS
        and token.low not in COORDINATORS
        and token.low not in SUBORDINATORS
        and not is_adverb(token.low)
    )


def _opens_object(token: Token) -> bool:
    """Whether a token can follow a finite present verb rather than a noun."""
    low = token.low
    if low in MODALS or low in FINITE_BE or low in HAVE or low in DO:
        return False
    if (
        _is_object(token)
        or low == "to"
        or is_adverb(low)
        or low in PREPOSITIONS
        or low in SUBORDINATORS
        or token.text[0] in ".,;:)"
    ):
        return True
    if token.text[0].isupper():
        return True
    form = verb(low)
    return (
        form is None
        or form.base in NOUNISH
        or bool(form.kinds & (GERUND | PARTICIPLE) and not form.kinds & (PAST | THIRD | PLAIN))
    )
