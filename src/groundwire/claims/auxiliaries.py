"""Reads a chain of auxiliaries and its head verb: "has not been sold", "is going to buy"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from groundwire.claims.tokens import Token, is_adverb
from groundwire.language.grammar import (
    COORDINATORS,
    DETERMINERS,
    FINITE_BE,
    GERUND,
    HAVE,
    MODALS,
    NEGATORS,
    PARTICIPLE,
    PLAIN,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    verb,
)


@dataclass(frozen=True, slots=True)
class Group:
    """A finite verb group: auxiliaries, head verb and what hangs on them.

    Args:
        first, head: indices of its first word and of its head verb among the tokens.
        base: base form of the head verb ("be" for a copula).
        modal: the modal verb, "" when there is none; "must" for "has to", "will" for "is going to".
        past, perfect, progressive, passive, negated: as they say.
        to: base form of an infinitive that follows at once ("plans to buy": buy), "" when none.
        role: "main", "sub", "relative" or "content" (what somebody says or thinks).
        opener: the word that opens its clause ("if", "which"), "" when none.
        sure: from 4 when it can only be finite, over 2 when it may be a participle, to 0 when it is likely a noun.
    """

    first: int
    head: int
    base: str
    modal: str = ""
    past: bool = False
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    negated: bool = False
    to: str = ""
    role: str = "main"
    opener: str = ""
    sure: float = 4


def follows(words: list[Token], i: int, kind: int) -> bool:
    """Whether the next word that is no adverb has a verb form of that kind."""
    while i < len(words) and is_adverb(words[i].low):
        i += 1
    if i >= len(words):
        return False
    form = verb(words[i].low)
    return bool(form and form.kinds & kind) or words[i].low == "been"


def infinitive(words: list[Token], i: int) -> str:
    """Base form of the infinitive at i ("to buy", "not to buy"), "" when there is none."""
    if i < len(words) and words[i].low == "not":
        i += 1
    if i + 1 < len(words) and words[i].low == "to":
        i += 1
        while i < len(words) - 1 and is_adverb(words[i].low):
            i += 1
        form = verb(words[i].low)
        if form and form.kinds & PLAIN:
            return form.base
        if words[i].low in ("be", "have", "do"):
            return words[i].low
    return ""


def chain(words: list[Token], first: int, low: str) -> Group:
    """Reads auxiliaries and head verb from their first word on."""
    modal = low.replace("n't", "") if low in MODALS or low == "would" else ""
    negated = "n't" in low or low == "cannot"
    modal = {"wo": "will", "ca": "can", "cannot": "can", "'ll": "will", "sha": "will", "shall": "will"}.get(
        modal, modal
    )
    past = low in ("was", "were", "wasn't", "weren't", "had", "hadn't", "did", "didn't")
    state = "modal" if modal else "be" if low in FINITE_BE else "have" if low in HAVE or low == "had" else "do"
    perfect = progressive = passive = False
    head, base = first, {"be": "be", "have": "have", "do": "do"}.get(state, modal)
    i = first + 1
    while i < len(words) and i - head <= 5:
        word = words[i].low
        if (
            word in NEGATORS
            and word not in ("none", "nothing", "nobody", "nor", "without")
            and not (word in ("no", "neither") and state != "be")
        ):
            affirms = i + 1 < len(words) and words[i + 1].low in ("doubt", "question", "secret", "wonder", "surprise")
            negated = negated or not (word == "no" and affirms)
            i += 1
            if word == "no":
                break
            continue
        if (
            is_adverb(word)
            or word in ("either", "both", '"', "“")
            or (word in COORDINATORS and i + 1 < len(words) and words[i + 1].low in MODALS)
        ):
            i += 1
            continue
        form = verb(word)
        if state in ("modal", "do", "to") and word == "have":
            state, head, base = "have", i, "have"
        elif (state in ("modal", "to") and word == "be") or (state == "have" and word == "been"):
            perfect = perfect or word == "been"
            state, head, base = "be", i, "be"
        elif state == "be" and word == "being":
            progressive, head = True, i
        elif state == "be" and word == "going" and i + 1 < len(words) and words[i + 1].low == "to":
            modal, state, head = "will", "to", i + 1
            i += 1
        elif state == "have" and word == "to":
            modal, state, head = "must", "to", i
        elif state == "be" and word == "to" and i - first <= 2 and not past and head == first:
            modal, state, head = "will", "to", i
        elif state == "be" and form and form.kinds & GERUND:
            progressive, head, base = True, i, form.base
            break
        elif state == "be" and form is None and _unlisted_gerund(words, i):
            progressive, head, base = True, i, word
            break
        elif state == "be" and (
            (form and form.kinds & PARTICIPLE and not form.kinds & PLAIN) or _regular_past(word, form)
        ):
            passive, head, base = True, i, form.base if form else word
            break
        elif state == "be" and form and form.kinds & PARTICIPLE and form.kinds & PLAIN and words[i].text[0].islower():
            passive, head, base = True, i, form.base
            break
        elif state == "have" and ((form and form.kinds & PARTICIPLE) or _regular_past(word, form)):
            perfect, head, base = True, i, form.base if form else word
            break
        elif state in ("modal", "do", "to") and form and form.kinds & PLAIN:
            head, base = i, form.base
            break
        elif (
            state in ("modal", "do", "to")
            and word not in DETERMINERS
            and word not in SUBJECT_PRONOUNS
            and words[i].text[0].islower()
            and word not in PREPOSITIONS
        ):
            # A verb that is not listed.
            head, base = i, word
            break
        elif word in SUBJECT_PRONOUNS and head == first:
            i += 1
            continue
        else:
            break
        i += 1
    return Group(first, head, base, modal, past, perfect, progressive, passive, negated, infinitive(words, head + 1))


def _unlisted_gerund(words: list[Token], i: int) -> bool:
    """Whether an unlisted word in -ing after "be" is a verb: its object follows."""
    word, after = words[i].low, words[i + 1].low if i + 1 < len(words) else ""
    return len(word) > 5 and word.endswith("ing") and (after in DETERMINERS or after.endswith("s")) and after != "as"


def rumoured(words: list[Token], group: Group) -> Group:
    """What is rumoured, as if it were stated: "is said to be building" as "is building"; other groups as they are."""
    told = group.passive and group.base in ("say", "report", "understand", "believe", "think", "know", "rumor")
    if not told or not group.to or words[group.head + 1].low != "to":
        return group
    inner = chain(words, group.head + 1, "will")
    return replace(inner, modal="", role=group.role, opener=group.opener)


def _regular_past(word: str, form: object) -> bool:
    return form is None and word.endswith("ed") and len(word) > 4
