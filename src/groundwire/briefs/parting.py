"""Parts of a long sentence that each stand alone: two acts of one subject are two short facts.

Nothing is added: a part repeats the subject that it shares with the rest, and a part that is bound to the rest by a
condition, a doubt or a negation is not made.
"""

from __future__ import annotations

import re

from groundwire.briefs.readable import reads_as_sentence
from groundwire.briefs.wording import sentence_case
from groundwire.language import grammar
from groundwire.language.tokens import words

# A verb that a subject shared by two acts stands before; only past forms, auxiliaries and "will" are sure to be verbs.
_FINITE = r"(?:was|were|is|are|has|have|had|will|would|said|says|[a-z]+ed|pleaded|told|wrote|sold|bought|paid|agreed|found|met|won|lost|led|shut|cut|gave|took|made|sent|held|began|became|fell|rose)"
_SUBJECT = re.compile(
    rf"^(?P<subject>(?:[A-Z][^,;:\"]{{0,110}}?))(?P<aside>, [^,;:\"]{{3,90}},)? (?P<adverb>on \d{{1,2}} [A-Z]\w+(?: \d{{4}})? )?(?P<verb>{_FINITE})\b"
)
_SECOND = re.compile(rf"(?:,\"?|\"?) (?:and|but) (?:also |then |later )?(?={_FINITE} )")
_AND_DO = re.compile(r",? and (?P<verb>[a-z]+) (?=(?:the|an?|its|their|out|up|all|any|to|in|on|for|more|new|\$?\d)\b)")
# A speaker's second clause: "X said that A and that B", "X said A, but said B".
_AND_THAT = re.compile(r",? and that (?=\w)")
_BOUND = re.compile(r"\b(?:if|unless|whether|until|not|no|never|neither|both|either|between|would|could|might|may)\b")
# "A proposal by X to do Y was approved": what it is for is told elsewhere, what became of it is the news.
_TO_DO = re.compile(
    r"^(?P<head>[A-Z][^,;\"]{8,90}?) to [a-z]+ (?P<aim>[^;\"]{10,320}?) (?P<verb>(?:was|were) (?:[a-z]+ed|shut|cut|struck|put|sent|withdrawn|thrown) .*)$"
)
_LEAD_UP = re.compile(
    r"^(?:After|With|In [a-z]+ing|By [a-z]+ing|Following|Because of|Due to|While|Although|Despite|Under (?:a|an|the)|As part of|To [a-z]+|As [a-z]+ (?:by|in)|During the)\b[^,;:\"]{4,120}, (?=(?:[A-Z]|the |an? |two |three )(?!.{0,40}\bwho\b))"
)
_ASIDE = re.compile(
    r"(?<=[\w\"]), (?:(?:consistent|along|together|as|while|after|following|according|speaking|subject|like|in|under|for|by) [^,;:\"]{4,90}|[a-z]+ing [^,;:\"]{4,90}),(?= [a-z])"
)
_KEEPS = re.compile(
    r"\b(?:if|unless|until|without|not|no|never|only|except|alleged\w*|proposed|reportedly|according)\b|\d|,? and\b,",
    re.IGNORECASE,
)
# The name of the case in which a court did something.
_CASE = re.compile(
    r",? in (?:the case of )?[A-Z][\w.&]{1,20}(?: [A-Z][\w.&]{1,20}){0,4} v\.? [A-Z][\w&]{1,20}(?: (?:[A-Z][\w&]{1,20}|Inc\.?|Co\.?|Corp\.?)){0,4}(?=,|\.?$)"
)
# What points at a list that is not printed.
_BELOW = re.compile(r" for the following [a-z]+\.$")
# A longer run of letters is no sentence that anybody would print a part of.
_LEAST, _MOST, _MOST_ACTS = 6, 1_200, 3
_AUXILIARIES = frozenset(["was", "were", "is", "are", "has", "have", "had", "will", "would"])
_CLAUSE = re.compile(r"\b(?:who|which|that|whose|where|when|after|before|because|if|while)\b")
_LEANING = re.compile(r"\b(?:it|them|him|her|do so|did so)\b")
_TELLS = re.compile(r"\b(?:said|says|stated|expressed|announced|told|wrote|claimed|alleged)\b")
_OPENS_CLAUSE = re.compile(r"(?:the|a|an|its|their|his|her|[A-Z][\w.-]*|[\d$])\b")


def parts(text: str) -> list[str]:
    """Shorter sentences that each tell one part of a sentence, in its order; [] when it has none that stand alone."""
    if len(text) > _MOST:
        return []
    found = [*_acts(text), *_said(text), *_aimless(text)]
    return [
        part
        for part in dict.fromkeys(found)
        if part != text and len(part.split()) >= _LEAST and reads_as_sentence(part)
    ]


def trims(text: str) -> list[str]:
    """The sentence without a phrase that leads up to its subject, without an aside after it, and without both.

    A phrase that sets a condition, names a time or holds a number stays.
    """
    if len(text) > _MOST:
        return []
    whole, text = text, _CASE.sub("", _BELOW.sub(".", text))
    led = _LEAD_UP.match(text)
    bare = sentence_case(text[led.end() :]) if led is not None and not _KEEPS.search(led.group(0)) else text
    found = [text, bare]
    for base in dict.fromkeys([text, bare]):
        aside = next((one for one in _ASIDE.finditer(base) if not _KEEPS.search(one.group(0))), None)
        if aside is not None:
            found.append(base[: aside.start()] + base[aside.end() :])
    return [trim for trim in dict.fromkeys(found) if trim != whole and len(trim.split()) >= _LEAST]


def _whole(text: str) -> str:
    return text.strip(" ,;-").rstrip(".").strip(" ,") + "."


def _acts(text: str) -> list[str]:
    """The acts of one subject, each with the subject in front."""
    subject = _SUBJECT.match(text)
    if subject is None or len(subject.group("subject").split()) > 14 or _opens_bent(subject.group("subject")):
        return []
    start = subject.start("verb")
    if subject.group("verb") in ("will", "would"):
        return _planned(text, subject)
    cuts = list(_SECOND.finditer(text, subject.end()))[:_MOST_ACTS]
    if not cuts or _has_own_verb(subject.group("subject")):
        return []
    made: list[str] = []
    edges = [start, *[cut.end() for cut in cuts]]
    ends = [*[cut.start() for cut in cuts], len(text)]
    for begin, end in zip(edges, ends, strict=True):
        piece = text[begin:end]
        closes = '"' if piece.count('"') % 2 and text[end : end + 2] == ',"' else ""
        if begin != start and not _goes_with(subject.group("verb"), text[start:begin], piece):
            continue
        adverb = subject.group("adverb") or "" if begin == start else ""
        made.append(_whole(f"{subject.group('subject')} {adverb}{piece}{closes}"))
    return made


def _planned(text: str, subject: re.Match[str]) -> list[str]:
    """The two things that somebody will do, each with "will"."""
    for cut in _AND_DO.finditer(text, subject.end()):
        form = grammar.verb(cut.group("verb"))
        if form is not None and form.kinds & grammar.PLAIN and not _CLAUSE.search(text[subject.end() : cut.start()]):
            second = text[cut.start("verb") :]
            first = _whole(text[: cut.start()])
            told = f"{subject.group('subject')} {subject.group('verb')} {second}"
            return [first] if _LEANING.search(second) else [first, _whole(told)]
    return []


def _goes_with(verb: str, between: str, piece: str) -> bool:
    """Whether a later verb surely has the sentence's subject, and can be told without the words before it.

    It may belong to a clause in between ("a firm that made pumps and sold them"), be a participle that needs the first
    auxiliary ("has found and disclosed"), stand for what was only said, or lean on a pronoun.
    """
    second = piece.split()[0]
    if _CLAUSE.search(between) or _LEANING.search(piece):
        return False
    if _TELLS.search(between):
        return second in ("said", "says", "wrote")
    return verb not in _AUXILIARIES or second in _AUXILIARIES


def _has_own_verb(subject: str) -> bool:
    """Whether a small word of the subject can be its verb, so that what was taken for one may be a participle."""
    forms = (grammar.verb(word) for word in subject.split()[1:] if word.islower())
    return any(form is not None and form.kinds & (grammar.THIRD | grammar.PAST) for form in forms)


def _said(text: str) -> list[str]:
    """Each of several things that one speaker said."""
    cut = _AND_THAT.search(text)
    head = re.match(
        r"^(?P<who>[A-Z][^\"]{1,140}?(?: said| wrote| added| noted| found| ruled| alleges| alleged)(?: on \d{1,2} [A-Z]\w+(?: \d{4})?)?) that ",
        text,
    )
    if cut is None or head is None or cut.start() < head.end() or not _OPENS_CLAUSE.match(text[cut.end() :]):
        return []
    first, second = text[: cut.start()], f"{head.group('who')} that {text[cut.end() :]}"
    return [] if _BOUND.search(text[head.end() : cut.start()]) else [_whole(first), _whole(second)]


def _aimless(text: str) -> list[str]:
    """What became of a proposal, without what it is for."""
    found = _TO_DO.match(text)
    if found is None or _BOUND.search(found.group("aim")) or len(text.split()) < 24:
        return []
    return [_whole(f"{found.group('head')} {found.group('verb')}")]


def _opens_bent(subject: str) -> bool:
    first = words(subject)[:1]
    return not first or first[0] == "according" or first[0] in grammar.SUBORDINATORS | grammar.PREPOSITIONS
