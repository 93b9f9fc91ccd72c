"""Remembers who was spoken of, so that a pronoun can be put back to its name where only one fits."""

from __future__ import annotations

import re

from groundwire.claims.tokens import Token
from groundwire.language.grammar import word_set
from groundwire.language.names import names

_PERSON = frozenset(["he", "she", "him", "her", "his", "hers"])
_PRONOUNS = frozenset(["he", "she", "it", "they"])
_EXPLETIVE = word_set("""
    is was has had will would may might could can seems seemed appears appeared takes took remains remained becomes
    became 's
    """)
_ORGANISED = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|LLC|Bank|Department|Agency|Commission|Committee|University|Ministry|Court|Party|Group|Office|Council|Company|Board|Police|Army|Union|Association|Institute|House|Senate|Congress)\b"
)


_ROLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Judge|President|Mayor|Minister|Chancellor|Secretary|Senator|Governor|spokes(?:man|woman|person)|executive|director|minister|president|analyst|professor|lawyer|"
    r"attorney|officer|chairman|chairwoman|founder|economist|manager|mayor|head|chief|suspect|driver)\.?,? $"
)
_LIFE = re.compile(
    r"^, (?:\d{1,3}|who|(?:an?|the|its|his|her|[A-Z]\w+['’]s)\b.{0,40}?\b(?:executive|director|minister|president|analyst|professor|lawyer|officer|chair\w*|founder|economist|manager|mayor|head|chief|secretary|resident))\b"
)


def person_in(sentence: str, found: list[str], speaker: str) -> str:
    """The last person named in a sentence, by what stands beside the name; "" when there is none for certain."""
    last = ""
    for name in found:
        place = sentence.find(name)
        single = len(name.split()) == 1
        if (
            place < 0
            or _ORGANISED.search(name)
            or any(len(w) > 1 and any(map(str.isupper, w[1:])) for w in name.split())
        ):
            continue
        before, after = sentence[max(0, place - 30) : place], sentence[place + len(name) : place + len(name) + 60]
        told = name == speaker or speaker.endswith(" " + name)
        if _ROLE.search(before) or (not single and (told or _LIFE.match(after))):
            last = name
    return last


class Memory:
    """Who a text has spoken of so far; one per text, fed sentence by sentence."""

    def __init__(self, title: str = "", source: str = "") -> None:
        self.source = source
        self.subject = ""
        self.person = ""
        self.persons: set[str] = set()
        self.things: list[str] = names(title)
        self.speaker = ""
        self.open_quote = False
        self._asked = False
        self._interview = False
        self._own = False
        self._unmarked = False

    def voice(self, words: list[Token], sentence: str) -> str:
        """Who speaks in a sentence that names no speaker, in an interview: the one who is asked; else ""."""
        first_person = any(w.low in ("we", "our", "us", "i", "my") for w in words)
        if self._unmarked and first_person and not any(mark in sentence for mark in '"“”'):
            # A release that has lost its quotation marks: "..., said the mayor. We will go on."
            return self.speaker
        own = any(w.low in ("i", "my", "me") for w in words)
        if self._asked and own and not self._own:
            self._interview = True
        # An author who spoke of himself before anybody was asked asks his readers.
        self._own = self._own or (own and not self._asked and not any(mark in sentence for mark in '"“”'))
        return "the interviewee" if self._interview else ""

    def after(self, words: list[Token], sentence: str, speaker: str, reason: str) -> None:
        """Takes in a sentence once it has been read."""
        if reason == "question" and any(w.low in ("you", "your") for w in words):
            self._asked = True
        found = names(sentence)
        if found:
            self.things = found
        # "It" stands for a name for certain only when that name opened the sentence just before.
        opening = sentence.removeprefix("The ").removeprefix("the ")
        self.subject = found[0] if found and opening.startswith(found[0]) else ""
        person = person_in(sentence, found, speaker)
        self.person = person or self.person
        self.meet(person)
        tail = f"said {speaker.split(' ')[0]}" if speaker else ""
        marked = any(mark in sentence for mark in '"“”')
        self._unmarked = not marked and (
            bool(tail and f", {tail}" in sentence) or (self._unmarked and speaker == self.speaker)
        )
        if speaker:
            self.speaker = speaker

    def meet(self, person: str) -> None:
        """Notes that a name is a person's; the last word of it stands for the person later on."""
        if person:
            self.persons.add(person.rsplit(" ", 1)[-1])

    def acts(self, text: str) -> bool:
        """Whether a person who was named opens a text: it tells what a named person does."""
        return any(word in self.persons for word in text.replace("'s", " 's").split()[:6])

    def unresolved(self, words: list[Token]) -> str:
        """What could not be resolved in a sentence that opens with a pronoun and has nobody before it, in words."""
        if len(words) < 2 or words[0].low not in ("he", "she", "they"):
            return ""
        if self.things or self.subject or self.speaker:
            return ""
        return f"it is not said who “{words[0].text}” is"

    def antecedent(self, words: list[Token]) -> str:
        """Whom the pronoun that opens a sentence stands for, "" when it opens with none or more than one fits."""
        if len(words) < 2:
            return ""
        low, following = words[0].low, words[1].low
        if low in ("he", "she"):
            return self.person
        if low == "it" and following not in _EXPLETIVE:
            return self.subject
        return ""

    def who(self, speaker: str) -> str:
        """A speaker's name when the words for it are a pronoun, else the words."""
        low = speaker.lower()
        if low in ("he", "she"):
            return self.person or self.speaker or speaker
        if low in ("it", "they"):
            return self.speaker or self.subject or speaker
        return speaker
