"""The veto `speaker`: words put into somebody else's mouth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundwire.language.names import TITLES, names, same_name
from groundwire.language.tokens import FUNCTION_WORDS, words
from groundwire.records.claim import Claim, ReadSentence
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned
from groundwire.verdicts.vetoes.quote import words_of
from groundwire.verdicts.wording import cover

# The speaker stands behind "said" only where the words do before it: in "she said Kelvar is ..." Kelvar does not speak.
_SAID_BY = re.compile(r"(?:^|[,”\"’'?!]\s?)said ((?:[A-Z][\w.’'-]{1,30} ?){1,8})")
_SPEAKS = re.compile(
    r",?\s+(?:has |had |have )?(?:said|declared|called|described|warned|cautioned|asked|urged|stated|praised|criticised|criticized|"
    r"predicted|insisted|argued|promised|complained|suggested|demanded|rejected|welcomed)\b"
)
# Of what is said without the speaker's name, a sentence must hold this much to count as the words in question.
_SAME_WORDS = 0.45
# Another sentence that gives them to the claimed speaker must hold nearly as much.
_AS_GOOD = 0.6


def speaker(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the sentences that hold the words give them to another named speaker, else None."""
    return _quoted(claim, rows) or _reported(claim, rows)


def _quoted(claim: Claim, rows: Sequence[Aligned]) -> Veto | None:
    """Words quoted from one who is not among the names of the claim."""
    holding = _holding(claim, rows)
    claimed = named(claim.speaker)
    people = [claimed] if claimed else [name for name in claim.names if len(name.split()) > 1]
    other = ""
    for row in holding:
        found = speakers(row.sentence)
        around = row.text if found else f"{row.before} {row.text}"
        if not found or any(_there(one, claim.text) for one in found) or any(_there(name, around) for name in people):
            return None
        other = other or found[0]
    return _veto(people[0], other) if other and people else None


def _reported(claim: Claim, rows: Sequence[Aligned]) -> Veto | None:
    """What the claim reports of one speaker stands in the evidence as another's."""
    who = claim.speaker or _opens(claim)
    claimed = named(who)
    if not claimed or not rows:
        return None
    said = _without(claim.text, who)
    ranked = sorted(((cover(said, row.text), row) for row in rows), key=lambda pair: -pair[0])
    best = ranked[0][0]
    if best < _SAME_WORDS:
        return None
    other = ""
    for fit, row in ranked:
        if fit < _AS_GOOD * best:
            break
        found = speakers(row.sentence)
        around = row.text if found else f"{row.before} {row.text}"
        if _there(claimed, around) or any(_there(claimed, one) or _there(one, claimed) for one in found):
            return None
        if not found:
            return None
        other = other or found[0]
    return _veto(who, other) if other else None


def _opens(claim: Claim) -> str:
    """The name that opens a claim and is followed by a verb of speech, "" when there is none."""
    for name in claim.names[:1]:
        if claim.text.startswith(name) and _SPEAKS.match(claim.text[len(name) :]):
            return name
    return ""


def _veto(claimed: str, other: str) -> Veto:
    reason = f"The claim gives the words to {claimed}; the evidence gives them to {other}."
    return Veto(VetoName.SPEAKER, Label.UNSUPPORTED, claimed, other, reason)


def _without(text: str, who: str) -> str:
    """A statement without the words that name its speaker."""
    return text.replace(who, "", 1) if who else text


def _there(name: str, text: str) -> bool:
    """Whether a name, or its last word, stands in a text."""
    parts = [word for word in words(name) if word not in FUNCTION_WORDS and word not in TITLES]
    return (bool(parts) and parts[-1] in words(text)) or any(same_name(one, name) for one in names(text))


def _holding(claim: Claim, rows: Sequence[Aligned]) -> tuple[Aligned, ...]:
    """The sentences that hold one of the claim's quotes word for word."""
    asked = [words_of(one.text) for one in claim.quotes if len(one.text.split()) > 1]
    return tuple(row for row in rows if any(words in words_of(row.text) for words in asked))


def speakers(sentence: ReadSentence) -> tuple[str, ...]:
    """The named speakers of a sentence's statements and quotes."""
    found = [claim.speaker for claim in sentence.claims]
    found += [one.speaker for claim in sentence.claims for one in claim.quotes]
    found += [match.group(1) for match in _SAID_BY.finditer(sentence.sentence.text)]
    return tuple(dict.fromkeys(name for name in map(named, found) if name))


def named(who: str) -> str:
    """The proper name in a speaker's description ("the minister Ida Holm": "Ida Holm"), "" when there is none."""
    found = names(who)
    return max(found, key=len) if found else ""
