"""Puts a sentence's claims together from its clauses: wording, modality, attribution, numbers, dates, quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from groundwire.claims.attribution import STATED, Attribution, attribution
from groundwire.claims.auxiliaries import Group, rumoured
from groundwire.claims.clauses import groups
from groundwire.claims.dates import busy, dates
from groundwire.claims.decomposing import parts
from groundwire.claims.modality import modality, told_by_headline
from groundwire.claims.part import Part
from groundwire.claims.quantities import quantities
from groundwire.claims.quotes import left_open, quoted, quotes_in
from groundwire.claims.references import Memory, person_in
from groundwire.claims.selecting import not_checkable
from groundwire.claims.stakes import kind_of, materiality_of
from groundwire.claims.tokens import Token, tokens
from groundwire.language.grammar import word_set
from groundwire.language.names import names
from groundwire.records.claim import (
    Claim,
    ClaimDate,
    ClaimStatus,
    Modality,
    Quantity,
    Sentence,
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence taken apart: words, verb groups, parts that carry a claim each, or the reason why there is none."""

    words: list[Token]
    groups: list[Group]
    parts: tuple[Part, ...]
    quoted: tuple[tuple[int, int], ...]
    reason: str
    voice: str = ""


def parse(sentence: Sentence, published: str, memory: Memory, draft: bool) -> Parsed:
    """Takes a sentence apart and says whether it can be checked."""
    text = sentence.text
    words = tokens(text)
    verbs = groups(words, sentence.heading)
    spans = quoted(text, memory.open_quote)
    voice = memory.voice(words, text)
    whole = attribution(text, words, verbs, None, (0, len(words)), spans) if words else STATED
    attributed = whole.status is not ClaimStatus.STATED or bool(voice)
    reason = not_checkable(text, words, verbs, sentence.heading, draft, attributed) if words else "fragment"
    found = () if reason else parts(text, words, verbs, spans)
    memory.open_quote = left_open(text, memory.open_quote)
    return Parsed(words, verbs, found, spans, reason, voice)


def claims_of(sentence: Sentence, parsed: Parsed, published: str, memory: Memory, lead: bool) -> list[Claim]:
    """The claims of a checkable sentence in order, without ids."""
    text, words = sentence.text, parsed.words
    future = any(
        g.modal == "will" or (g.passive and not g.past and g.base in _AHEAD) for g in parsed.groups if g.role == "main"
    )
    plans = any(_ahead(words, g) for g in parsed.groups)
    memory.meet(person_in(text, names(text), ""))
    days = dates(text, published, future, plans)
    numbers = quantities(text, words, [(d.start, d.end) for d in days] + busy(text))
    return [
        _claim(sentence, parsed, part, days, numbers, memory, lead, len(parsed.parts) == 1) for part in parsed.parts
    ]


def _ahead(words: list[Token], group: Group) -> bool:
    """Whether a verb speaks of what is to come: will, plans to, is due, expects."""
    if group.modal or (group.to and not group.past) or (group.passive and group.base in _AHEAD):
        return True
    if group.base == "be" and not group.past:
        return any(
            w.low in ("due", "set", "possible", "likely", "planned") for w in words[group.head + 1 : group.head + 3]
        )
    return group.base in _FORESEEING and not group.past


def _claim(
    sentence: Sentence,
    parsed: Parsed,
    part: Part,
    days: tuple[ClaimDate, ...],
    numbers: tuple[Quantity, ...],
    memory: Memory,
    lead: bool,
    only: bool,
) -> Claim:
    text, words = sentence.text, parsed.words
    start, end = words[part.first].start, words[part.last - 1].end
    word_of = (
        part.attribution
        if part.attribution is not None
        else attribution(text, words, parsed.groups, part.group, (part.first, part.last), parsed.quoted)
    )
    if word_of.status is ClaimStatus.STATED and parsed.voice:
        word_of = Attribution(ClaimStatus.SAID, parsed.voice, 1)
    content = _content(words, parsed.groups, part, word_of)
    how, negated = _how(words, parsed.groups, part, content, word_of, sentence.heading)
    speaker = memory.who(word_of.speaker)
    here_days = tuple(d for d in days if only or _inside(d.start, part, words))
    here_numbers = tuple(n for n in numbers if only or _inside(n.start, part, words))
    here_quotes = quotes_in(text, parsed.quoted, 0 if only else start, len(text) if only else end, speaker)
    span = text[start:end] if not only else text
    wording = _wording(text, words, part, memory, only)
    kind = kind_of(how, word_of.status, bool(here_numbers), bool(here_quotes), speaker)
    conduct = how in (Modality.DONE, Modality.DENIED) and memory.acts(wording)
    stake = materiality_of(span, here_numbers, here_days, here_quotes, lead, conduct)
    return Claim(
        id="", text=wording, sentence=sentence.index, kind=kind, modality=how, status=word_of.status, materiality=stake, span=span, speaker=speaker, depth=word_of.depth,
        negated=negated, quantities=here_numbers, dates=here_days, quotes=here_quotes, names=tuple(names(wording)),
    )  # fmt: skip


def _inside(place: int, part: Part, words: list[Token]) -> bool:
    return any(words[a].start <= place < words[b - 1].end for a, b in part.covers if a < b)


def _content(words: list[Token], found: list[Group], part: Part, word_of: Attribution) -> Group | None:
    """The verb group of what is claimed: within what somebody says, else the clause's own."""
    if part.content is not None:
        return part.content
    if word_of.verb < 0:
        return part.group
    inside = [g for g in found if part.first <= g.head < part.last]
    said = next((g for g in inside if g.head > word_of.verb and g.role == "content"), None)
    if said is not None:
        return said
    before = next((g for g in inside if g.head < word_of.verb and g.role == "main"), None)
    if before is not None:
        return before
    after = next(
        (g for g in inside if g.head > word_of.verb and g.role == "main" and words[word_of.verb + 1].text == ","), None
    )
    return after or next((g for g in inside if g.head == word_of.verb), part.group)


def _how(
    words: list[Token], found: list[Group], part: Part, content: Group | None, word_of: Attribution, heading: bool
) -> tuple[Modality, bool]:
    if content is None:
        return Modality.ONGOING, False
    conditional = _conditional(words, found, part)
    clause = (part.first, part.last)
    if word_of.verb >= 0 and content.head > word_of.verb:
        clause = (word_of.verb + 1, part.last)
    speaking = next((g for g in found if g.head == word_of.verb), None) if word_of.verb >= 0 else None
    if (
        speaking is not None
        and content.modal == "would"
        and speaking.past
        and speaking.base in _TOLD
        and not conditional
    ):
        # "said it would": what was said was "will".
        content = replace(content, modal="will")
    content = rumoured(words, content)
    how, negated = modality(words, content, clause, conditional)
    if heading and how is Modality.ONGOING and told_by_headline(content):
        how = Modality.DONE
    if speaking is not None:
        if speaking.negated and speaking.base in (
            "say",
            "tell",
            "explain",
            "disclose",
            "reveal",
            "announce",
            "confirm",
        ):
            # "Officials have not said whether": what is told is that nothing was said.
            return Modality.DENIED, True
        if speaking.base == "deny" and not speaking.negated:
            return Modality.DENIED, True
        if speaking.base in _FORESEEING and how is not Modality.CONDITIONAL:
            return Modality.POSSIBLE, negated
    return how, negated


_FORESEEING = word_set("expect anticipate predict forecast project hope")
_TOLD = word_set(
    "say tell add announce write note state confirm indicate report promise pledge explain reply tweet agree"
)
_IF = word_set("if unless provided")
_AHEAD = word_set("schedule plan set slate expect due require")
_CONDITION = re.compile(
    r"\b(?:once (?:\w+ed|approved|complete)|if (?:\w+ed|approved|necessary)|subject to (?:\w+ ){0,3}(?:approval|review|conditions?)|under certain (?:conditions|circumstances)|contingent (?:up)?on|conditional (?:up)?on|pending (?:\w+ ){0,3}approval|on (?:the )?condition that|as long as|assuming|with (?:\w+ )?adjustments)\b"
)


def _conditional(words: list[Token], found: list[Group], part: Part) -> bool:
    """Whether the clause stands under a condition."""
    if any(g.role == "sub" and g.opener in _IF and part.first <= g.head < part.last for g in found):
        return True
    if words[part.first].low in _IF and any(words[i].text == "," for i in range(part.first, part.last)):
        return True
    return bool(_CONDITION.search(" ".join(w.low for w in words[part.first : part.last])))


def _wording(text: str, words: list[Token], part: Part, memory: Memory, only: bool) -> str:
    """Self-contained words for a claim: its own part, the subject it shares, pronouns put back where certain."""
    body = text if only else part.wording or text[words[part.first].start : words[part.last - 1].end]
    body = " ".join(body.split())
    opening = words[part.first : part.first + 2]
    name = memory.antecedent(opening)
    if name and not part.subject and body.lower().startswith(opening[0].low + " "):
        body = name + body[len(opening[0].text) :]
    if part.subject:
        body = f"{part.subject} {body}"
    if part.source:
        body = f"{part.source} {body}"
    if only:
        return body
    body = body.strip(" ,;:—–")
    return body[:1].upper() + body[1:] + ("" if body[-1:] in '.!?"”' else ".")
