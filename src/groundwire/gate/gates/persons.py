"""Gate on accusations: what is said against a named person needs two origins or a primary document."""

from __future__ import annotations

from groundwire.gate.findings import Finding, Look, count
from groundwire.gate.texts import FinalText
from groundwire.language.folding import fold
from groundwire.language.tokens import stem, words
from groundwire.records.claim import Claim, ClaimStatus
from groundwire.records.policy import GateWords
from groundwire.records.verdict import Level, Verdict

_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "van",
        "von",
        "y",
    ]
)


def named_persons(text: FinalText, look: Look) -> Finding:
    """An accusation against a named person stands on two origins or a primary document."""
    accusing = [verdict for verdict in text.verdicts if accuses_a_person(verdict.claim, look.policy.words)]
    inputs = tuple(verdict.claim.text for verdict in accusing)
    alone = [verdict for verdict in accusing if not well_founded(verdict)]
    if alone:
        people = count(len(alone), "accusation against a named person rests", "accusations against named persons rest")
        return Finding(False, f"{people} on one origin; two, or a primary document, are needed.", inputs)
    if not accusing:
        return Finding(True, "Nobody is accused by name.", inputs)
    return Finding(
        True,
        f"{count(len(accusing), 'accusation', 'accusations')} by name, each on two origins or a primary document.",
        inputs,
    )


def well_founded(verdict: Verdict) -> bool:
    """Whether a claim stands on two origins or a primary document."""
    return verdict.origins >= 2 or verdict.level is Level.CONFIRMED


def accuses(claim: Claim, lists: GateWords) -> bool:
    """Whether a claim accuses somebody: it is marked as alleged, or a word in it names a crime or misconduct."""
    if claim.status is ClaimStatus.ALLEGED:
        return True
    run = f" {' '.join(stem(word) for word in words(claim.text))} "
    return any(f" {' '.join(stem(word) for word in words(each))} " in run for each in lists.accusations)


def accuses_a_person(claim: Claim, lists: GateWords) -> bool:
    """Whether a claim accuses somebody who is named in it, the one who speaks apart."""
    return accuses(claim, lists) and any(
        looks_like_a_person(name, claim.text, lists) for name in claim.names if not _is_speaker(name, claim)
    )


def _is_speaker(name: str, claim: Claim) -> bool:
    """Whether a name is that of the one who says it."""
    own, speaker = set(words(name)), set(words(claim.speaker))
    return bool(own) and own <= speaker


def looks_like_a_person(name: str, text: str, lists: GateWords) -> bool:
    """Whether a proper name may be a person's: titled, or two to four capitalised words of which none is an organisation's.

    When in doubt it says yes, which holds a brief for an editor; a place of two words may be taken for a person.
    """
    before = fold(text).partition(fold(name))[0].rstrip(" .").rsplit(" ", 1)[-1]
    folded = words(name)
    titles = set(lists.person_titles)
    if before in titles or (folded and folded[0] in titles and len(folded) > 1):
        return True
    parts = [part for part in name.replace(".", " ").split() if fold(part) not in _PARTICLES]
    if not 2 <= len(parts) <= 4:
        return False
    if any(word in lists.organisations for word in folded):
        return False
    return all(
        part[:1].isupper()
        and (len(part) == 1 or not part.isupper())
        and part.replace("-", "").replace("'", "").replace("’", "").isalpha()
        for part in parts
    )
