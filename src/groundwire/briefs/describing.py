"""Says what a rejected claim was about without saying what it said."""

from __future__ import annotations

import re

from groundwire.language import grammar
from groundwire.language.tokens import FUNCTION_WORDS, stem, words
from groundwire.language.weights import idf
from groundwire.records.claim import Claim, Kind
from groundwire.records.lens import Phrases
from groundwire.records.verdict import Label, Verdict

_ROLE = re.compile(
    r"(?<![\w'])((?:[a-z]{3,} )?(?:chief executive|chief financial officer|chief operating officer|chief|executive|president|chairman|chairwoman|chair|minister|secretary|spokesman|spokeswoman|spokesperson|director|officer|"
    r"analyst|economist|senator|governor|mayor|judge|prosecutor|lawyer|attorney|official|officials|founder|head|manager|professor|researcher|researchers|engineer|ambassador|commissioner|police|regulator|union|company|agency|ministry))\b",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?<![\w'])[a-z][a-z-]{3,}\b")
_VAGUE = frozenset(
    [
        "people",
        "person",
        "thing",
        "things",
        "time",
        "times",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "half",
        "way",
        "part",
        "number",
        "amount",
        "first",
        "second",
        "third",
        "quarter",
        "about",
        "zero",
        "none",
        "half",
        "more",
        "most",
        "least",
        "almost",
        "nearly",
    ]
)


def described(claim: Claim, phrases: Phrases) -> str:
    """What a claim was about: its kind, the role of who is said to have said it, and up to two nouns; no name, number or verb of it."""
    role = _role(claim.speaker)
    topic = _topic(claim)
    about = f" about {topic}" if topic else ""
    if claim.quotes or claim.kind is Kind.QUOTE:
        return f"a quotation attributed to {role or 'somebody'}{about}"
    if claim.speaker or claim.kind is Kind.ATTRIBUTION:
        return f"a statement attributed to {role or 'somebody'}{about}"
    if claim.kind is Kind.FIGURE and topic:
        return f"a figure{about}"
    if claim.kind is Kind.FORECAST and topic:
        return f"a forecast{about}"
    return f"a statement{about}" if topic else phrases.say(f"rejected.{claim.kind.value}")


def generic(claim: Claim, phrases: Phrases) -> str:
    """The least that can be said of a claim: its kind."""
    return phrases.say(f"rejected.{claim.kind.value}")


def refused_because(verdict: Verdict, phrases: Phrases) -> str:
    """Why it was taken out, in words, without repeating it."""
    reasons = [phrases.say(f"refusals.{name}") for name in dict.fromkeys(str(veto.name) for veto in verdict.vetoes)]
    if not reasons:
        reasons = [phrases.say(f"refusals.{verdict.label.value}")] if verdict.label is not Label.SUPPORTED else []
    return " ".join(reasons)


def _role(speaker: str) -> str:
    """The role a speaker is named with, without the name: "a chief executive"."""
    found = _ROLE.search(speaker)
    if found is None:
        return ""
    role = found.group(1).lower()
    return f"{'an' if role[0] in 'aeio' else 'a'} {role}"


def _topic(claim: Claim) -> str:
    """Up to two nouns of the claim, the most telling ones, in their order."""
    text = claim.text
    skip = {word for name in (*claim.names, claim.speaker) for word in words(name)}
    found: list[str] = []
    for match in _LOWER.finditer(text):
        word = match.group(0)
        if (
            word in skip
            or word in FUNCTION_WORDS
            or word in _VAGUE
            or word in grammar.ADVERBS
            or word.endswith("ly")
            or _is_verb(word)
        ):
            continue
        if word not in found:
            found.append(word)
    best = sorted(found, key=lambda word: -idf(stem(word)))[:2]
    return " and ".join(word for word in found if word in best)


def _is_verb(word: str) -> bool:
    """Whether a spelling is a form of a verb that is hardly ever a noun: inflected, or a past form."""
    form = grammar.verb(word)
    return (form is not None and bool(form.kinds & (grammar.PAST | grammar.PARTICIPLE | grammar.GERUND))) or word in (
        "said",
        "says",
    )
