"""Who says a thing, and how it is put: "P, X said." becomes "X said that P", and a sentence without a speaker is given its source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from groundwire.briefs.wording import sentence_case
from groundwire.language import grammar

SAYING = r"said|says|wrote|noted|added|told [A-Z][\w ]{2,30}|stated|explained|continued|argued|testified|warned|concluded|estimated|acknowledged|confirmed|claimed|reported|tweeted"
_HE = r"[Hh]e|[Ss]he|[Tt]hey"
_WHO = rf"(?:(?:[A-Z][\w.'-]*|the|The|an?|{_HE})(?: [\w.'&-]+){{0,9}}?|{_HE})"
_ROLE = r"(?:, [^\"]{3,120}?)?"
# P, said X, role.   |   P, X said.   |   P, X, role, said.
_TAIL_VERB_FIRST = re.compile(
    r'^"?(?P<what>.{12,600}?),?"?,? (?P<verb>said|says|wrote|noted|added|continued|explained) (?P<who>[A-Z][\w.\' -]{2,60}?)(?P<role>(?:, (?!(?:and|but|which|who) )[^"]{3,140}|\s+(?:for|of|from) the [A-Z][^",]{3,80})*)\.?$'
)
# What is said and who says it are parted by a mark, unless the speaker is a pronoun: "the week and coach Ada Berg said" is no speaker.
_TAIL = re.compile(
    rf'^"?(?P<what>.{{12,600}}?)(?:[,?!]"?|",?|(?= (?:{_HE}) )) (?P<who>{_WHO}){_ROLE} (?P<verb>{SAYING})(?P<rest>(?: (?:in|on|at|to|during|after) [^",]{{3,80}})?)\.?$'
)
# Verbs that tell of saying only when "that" follows: one confirms a nominee, reports for duty, estimates a cost.
_DOUBTFUL = "confirmed|reported|acknowledged|estimated|claimed|concluded|argued|warned|noted|added|stated|explained|continued|testified|tweeted"
_HEAD = re.compile(
    rf"^(?P<who>[A-Z][^\"]{{1,140}}?) (?:(?:said|says|wrote|told [A-Z][\w ]{{2,30}})(?: on [\w ]{{3,20}}?)?(?: that|,|:)?|(?:{_DOUBTFUL})(?: on [\w ]{{3,20}}?)? that) "
)
# Nobody in particular is no speaker: "according to one report" still needs the source that says so.
_ACCORDING = re.compile(
    r"\b[Aa]ccording to (?!the (?:agreement|terms|plan)|(?:one|some|several|many|most|recent|media|news|press|local|various|other|initial|early|first)\b|"
    r"(?:reports?|estimates|sources|officials|critics|analysts|experts|data|people|witnesses)\b)"
)
FIRST_PERSON = re.compile(
    r"\b(?:I|we|We|me|us|my|My|our|Our|ours|mine|myself|ourselves|let's|Let's|I'm|we're|we've|I've|we'll|I'll|We're|We've|We'll)\b"
)
SECOND_PERSON = re.compile(r"\b(?:you|You|your|Your|yours|yourself|yourselves|you're|you'll)\b")


@dataclass(frozen=True, slots=True)
class Speech:
    """A sentence taken apart into who said it, with which verb, and what.

    Args:
        who: as the source writes it, with the role; a pronoun is for the caller to resolve.
        quoted: whether the source gives the words as a direct quotation.
        rest: the occasion ("in a statement"), with a leading space, or "".
    """

    who: str
    verb: str
    what: str
    quoted: bool
    role: str = ""
    rest: str = ""


def tail_speech(text: str) -> Speech | None:
    """Takes apart a sentence whose speaker stands at its end; None when it is not of that shape."""
    for pattern in (_TAIL_VERB_FIRST, _TAIL):
        found = pattern.match(text)
        if found is None:
            continue
        parts = found.groupdict()
        what = parts["what"].strip(' ,"')
        if re.search(r"\b(?:which|that|who|to|--)(?!\w)", parts["who"]) or "--" in parts["who"]:
            continue
        if len(what.split()) < 4 or (
            parts["who"].split()[0] in ("The", "A", "An", "It") and len(parts["who"].split()) == 1
        ):
            continue
        return Speech(
            parts["who"].strip(),
            parts["verb"],
            what,
            text.startswith('"'),
            (parts.get("role") or "").strip(" ,"),
            parts.get("rest") or "",
        )
    return None


def has_speaker(text: str) -> bool:
    """Whether the sentence itself says on whose word it stands."""
    head = _HEAD.match(text)
    if head is not None and not re.search(r"\b(?:who|which|that|when|after|as)\b", head.group("who")):
        return True
    return _ACCORDING.search(text) is not None or tail_speech(text) is not None


def head_speaker(text: str) -> str:
    """The speaker that opens the sentence ("X said that ..."), or ""."""
    head = _HEAD.match(text)
    return (
        head.group("who")
        if head is not None and not re.search(r"\b(?:who|which|that|when|after|as)\b", head.group("who"))
        else ""
    )


def as_head(speech: Speech, who: str) -> str:
    """The same with the speaker in front: "X, the mayor of Y, said in a statement that P"."""
    role = (
        f", {speech.role},"
        if speech.role and not speech.role.startswith(("for ", "of ", "from "))
        else (f" {speech.role}" if speech.role else "")
    )
    return f"{sentence_case(who)}{role} {'said' if speech.verb in ('continued', 'added', 'explained', 'says') else speech.verb}{speech.rest} that {speech.what}"


def outside_quotes(text: str) -> str:
    """The sentence with the words between quotation marks taken out."""
    return re.sub(r'"[^"]*"', '""', text)


def speaks_of_itself(text: str) -> bool:
    """Whether the sentence speaks in the first or second person outside quotation marks."""
    bare = outside_quotes(text)
    return FIRST_PERSON.search(bare) is not None or SECOND_PERSON.search(bare) is not None


_FINITE = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "don't": "doesn't",
    "haven't": "hasn't",
    "aren't": "isn't",
    "weren't": "wasn't",
}
_ADVERBS = frozenset(
    [
        "also",
        "strongly",
        "now",
        "still",
        "never",
        "always",
        "not",
        "only",
        "therefore",
        "recently",
        "currently",
        "fully",
        "highly",
        "generally",
    ]
)
_WE = re.compile(r"\b([Ww]e)((?:'ve|'re|'ll)?)((?: [a-z']+){1,3})")
_OF_ALL = re.compile(
    r"\b[Oo]ur (?:\w+ )?(?:economy|country|countries|nation|democracy|troops|children|kids|schools|borders|society|planet|world|lives|freedoms?|future|soldiers|families|history|allies|streets|cities|communities|way of life|eyes|hearts)\b"
)
_URGES = re.compile(
    r"^\"?I (?:(?:strongly|also|again|hereby) )?(urge|ask|call on|request|support|oppose|condemn|welcome|introduced|voted|wrote|asked|urged|demand|propose|proposed|offered|will (?:vote|introduce|support|oppose|offer))\b"
)
_PAST = {
    "urge": "urged",
    "ask": "asked",
    "call on": "called on",
    "request": "requested",
    "support": "supports",
    "oppose": "opposes",
    "condemn": "condemned",
    "welcome": "welcomed",
    "demand": "demanded",
    "propose": "proposed",
}


def to_third_person(text: str) -> str:
    """A sentence of an institution about itself, as somebody else tells it: "we have found" becomes "it has found".

    The caller puts the institution in front ("X said that it has found ..."). A sentence in which "our" is everybody's ("our
    economy"), or in which an "it" would stand beside another, comes back as it is.
    """
    first = _WE.search(text)
    if _OF_ALL.search(text) or (first is not None and re.search(r"\b[Ii]t\b", text[: first.start()])):
        return text
    text = _WE.sub(lambda m: _it(m.group(1), m.group(2), m.group(3)), text)
    text = re.sub(r"\b[Oo]ur\b", lambda m: "Its" if m.group(0)[0] == "O" else "its", text)
    return re.sub(r"\b(ours?elves|us)\b", lambda m: "itself" if m.group(1) != "us" else "it", text)


_OF_ONE = {"have": "has", "am": "is", "do": "does", "don't": "doesn't", "haven't": "hasn't"}
_I_VERB = re.compile(r"\bI ((?:also |now |still |never |always )?)(have|am|do|don't|haven't)\b")


def of_one(text: str) -> str:
    """The sentence with the verb after "I" as it stands after a name: "I have heard" as "I has heard", for the caller to put the name in."""
    return _I_VERB.sub(lambda match: f"I {match.group(1)}{_OF_ONE[match.group(2)]}", text)


def _it(we: str, joined: str, after: str) -> str:
    """ "we" with the words after it, in the third person singular."""
    it = "It" if we[0] == "W" else "it"
    if joined:
        return it + {"'ve": " has", "'re": " is", "'ll": " will"}[joined] + after
    following = after.split()
    place = next((i for i, word in enumerate(following) if word not in _ADVERBS), 0)
    following[place] = _third(following[place])
    return f"{it} {' '.join(following)}"


def _third(word: str) -> str:
    """A plain verb form with the ending of the third person singular; past forms and modals stay."""
    if word in _FINITE:
        return _FINITE[word]
    form = grammar.verb(word)
    if form is None or not form.kinds & grammar.PLAIN or form.kinds & grammar.PAST:
        return word
    return next(
        (
            spelling
            for spelling, other in grammar.verb_forms().items()
            if other.base == form.base and other.kinds & grammar.THIRD
        ),
        word,
    )


def to_users(text: str) -> str:
    """A notice that speaks to its reader, as somebody else tells it: "if you updated, you will need" is said of users."""
    named = False

    def told(match: re.Match[str]) -> str:
        nonlocal named
        owner = match.group(0).lower() == "your"
        word = ("their" if named else "a user's") if owner else ("they" if named else "users")
        named = named or not owner
        return word[0].upper() + word[1:] if match.group(0)[0] == "Y" else word

    return re.sub(r"\b(?:[Yy]our\b|[Yy]ou\b(?!'))", told, text)


def performed(text: str, who: str) -> str:
    """An act done by saying it, told of the speaker: "I urge the board to act" becomes "X urged the board to act"; "" if it is none."""
    found = _URGES.match(text)
    if found is None:
        return ""
    rest = text[found.end() :].strip('"')
    if FIRST_PERSON.search(rest) or SECOND_PERSON.search(rest):
        return ""
    verb = found.group(1)
    return f"{who} {_PAST.get(verb, verb)}{rest}"
