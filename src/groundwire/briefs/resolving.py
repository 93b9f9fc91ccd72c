"""What a pronoun or "this flaw" at the head of a sentence stands for, taken from the sentences before, or nothing at all."""

from __future__ import annotations

import re

from groundwire.briefs import speech
from groundwire.language.tokens import FUNCTION_WORDS, stem, stems

PRONOUN_START = re.compile(
    r"^(?:(?:In|At|By|On|With|After|Before|Under|For) (?:his|her|their|its|this|that|these|those|it|them|him)\b|(?:He|She|It|They|This|These|Those|That|Such|Here|There|His|Her|Their|Its|Both|Others?|Another|Some|One|Each|Neither|Most of (?:them|these|those))\b)"
)
_DEMONSTRATIVE = re.compile(
    r"^(This|These|That|Those)((?: [a-z][\w-]*){1,4}?) (?=(?:is|are|was|were|has|have|had|will|would|may|can|could|do|does|did|affects?|allows?|arises?|requires?|includes?|means|makes?|made|[a-z]+ed|appear|lead|impacts?)\b)"
)
_FORWARD = re.compile(
    r"^(?:In|At|During|With|After|Before) (?:his|her|their|its) [\w -]{3,60}, (?!he\b|she\b|they\b|it\b)(?:[A-Z]|the )"
)
_EXPLETIVE = re.compile(
    r"^(?:There (?:is|are|was|were|has been|have been)\b|It (?:is|was) (?:not )?(?:clear|unclear|possible|likely|unlikely|expected|unknown|reported|estimated)\b|One of the\b)"
)


def person(who: str, before: list[str]) -> str | None:
    """Who is meant by a speaker: a pronoun is resolved from the sentences before, or not at all."""
    if who.lower() not in ("he", "she", "they"):
        return who
    for earlier in reversed(before):
        told = speech.tail_speech(earlier)
        name = told.who if told is not None else speech.head_speaker(earlier)
        if name and name.lower() not in ("he", "she", "they", "it"):
            return name
    return None


def resolved(text: str, before: list[str], topic: str) -> str | None:
    """The sentence with the pronoun it opens with resolved; None when that cannot be done without a guess."""
    if _EXPLETIVE.match(text):
        return text
    if topic:
        text = re.sub(
            r"^(?:This|That|The) (?:vulnerability|flaw|issue|bug|weakness)\b", f"The vulnerability {topic}", text
        )
    shown = _DEMONSTRATIVE.match(text)
    if shown is not None:
        known = set(stems(" ".join(before)))
        nouns = [word for word in shown.group(2).split() if stem(word.lower()) in known]
        return ("The " + text[shown.end(1) + 1 :]) if nouns else None
    if PRONOUN_START.match(text) is None or _FORWARD.match(text) is not None:
        return text
    match = re.match(r"^(?:He|She|His|Her)\b", text)
    if match:
        people = [name for name in map(speech.head_speaker, reversed(before)) if name and not PRONOUN_START.match(name)]
        subject = people[0] if people else _subject(before[-1] if before else "")
        if not subject:
            return None
        return subject + ("'s" if match.group(0) in ("His", "Her") else "") + text[match.end() :]
    return None


def _subject(sentence: str) -> str:
    """The person that a sentence opens with, when it opens with one: two capitalised words, perhaps with a title."""
    found = re.match(
        r"^((?:[A-Z][\w.'-]+ ){1,4}[A-Z][\w'-]+)(?:,| (?:was|is|had|has|said|will|would|[a-z]+ed)\b)", sentence
    )
    if not found or found.group(1).split()[0].lower() in FUNCTION_WORDS:
        return ""
    return found.group(1)


def topic_after(raw: str, topic: str) -> str:
    """What "this flaw" means from here on: the one identifier in brackets, as a heading gives it, which an archive may have run
    into the sentence before; nothing at all once a sentence names another one, since a wrong identifier is worse than none."""
    bracketed = re.findall(r"\(([A-Z]{2,6}-\d{2,4}-\d{2,7})\)", raw)
    if len(set(bracketed)) == 1:
        return str(bracketed[0])
    named = set(re.findall(r"\b[A-Z]{2,6}-\d{2,4}-\d{2,7}\b", raw))
    return topic if named <= {topic} else ""


def identifier(heading: str) -> str:
    """The identifier that a heading is about, such as a flaw's number, when it names exactly one or ends with one in brackets."""
    found = re.findall(r"\b[A-Z]{2,6}-\d{2,4}-\d{2,7}\b", heading)
    bracketed = re.search(r"\(([A-Z]{2,6}-\d{2,4}-\d{2,7})\)", heading)
    return bracketed.group(1) if bracketed else (found[0] if len(set(found)) == 1 else "")
