"""The veto `speaker`: words put into somebody else's mouth."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.language.names import TITLES, names, same_name
from groundwire.language.tokens import FUNCTION_WORDS, words
from groundwire.records.claim import Claim, ReadSentence
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest
from groundwire.verdicts.vetoes.quote import words_of


def speaker(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the sentences that hold the words give them to another named speaker, else None."""
    claimed = named(claim.speaker)
    if not claimed:
        return None
    near = _holding(claim, rows) or closest(rows, policy.close_at)
    other = ""
    for row in near:
        if any(same_name(one, claimed) for one in names(f"{row.before} {row.text}")) or same_name(
            row.document.source.name, claimed
        ):
            return None
        for one in speakers(row.sentence):
            if _there(claimed, one):
                return None
            other = other or one
    if not other:
        return None
    reason = f"The claim gives the words to {claim.speaker}; the evidence gives them to {other}."
    return Veto(VetoName.SPEAKER, Label.UNSUPPORTED, claim.speaker, other, reason)


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
    return tuple(dict.fromkeys(name for name in map(named, found) if name))


def named(who: str) -> str:
    """The proper name in a speaker's description ("the minister Ida Holm": "Ida Holm"), "" when there is none."""
    found = names(who)
    return max(found, key=len) if found else ""
