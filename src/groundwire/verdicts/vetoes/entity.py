"""The veto `entity`: a name that no document at hand knows, or two names whose parts are exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from os.path import commonpath

from groundwire.language.folding import fold
from groundwire.language.kinship import kin, root
from groundwire.language.names import TITLES, same_name
from groundwire.language.tokens import FUNCTION_WORDS, stem, words
from groundwire.language.weights import idf
from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.source import Document
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned

# How English news shortens the names of states.
SHORT = {
    "alabama": ("ala",),
    "arizona": ("ariz",),
    "arkansas": ("ark",),
    "california": ("calif",),
    "colorado": ("colo",),
    "connecticut": ("conn",),
    "delaware": ("del",),
    "florida": ("fla",),
    "georgia": ("ga",),
    "illinois": ("ill",),
    "indiana": ("ind",),
    "kansas": ("kan",),
    "kentucky": ("ky",),
    "louisiana": ("la",),
    "maine": ("me",),
    "maryland": ("md",),
    "massachusetts": ("mass",),
    "michigan": ("mich",),
    "minnesota": ("minn",),
    "mississippi": ("miss",),
    "missouri": ("mo",),
    "montana": ("mont",),
    "nebraska": ("neb",),
    "nevada": ("nev",),
    "new hampshire": ("nh",),
    "new jersey": ("nj",),
    "new mexico": ("nm",),
    "new york": ("ny",),
    "north carolina": ("nc",),
    "north dakota": ("nd",),
    "oklahoma": ("okla",),
    "oregon": ("ore",),
    "pennsylvania": ("pa",),
    "rhode island": ("ri",),
    "south carolina": ("sc",),
    "south dakota": ("sd",),
    "tennessee": ("tenn",),
    "texas": ("tex",),
    "vermont": ("vt",),
    "virginia": ("va",),
    "washington": ("wash",),
    "west virginia": ("wv",),
    "wisconsin": ("wis",),
    "wyoming": ("wyo",),
    "united states": ("us",),
    "united kingdom": ("uk",),
    "european union": ("eu",),
    "united nations": ("un",),
    "britain": ("uk",),
    "america": ("us",),
}


def entity(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection to the first name of the claim that no document behind the evidence knows, or None."""
    documents = list({row.document.id: row.document for row in rows}.values())
    if not documents:
        return None
    for name in claim.names:
        if _opens_the_sentence(claim.text, name):
            continue
        if not any(knows(document, name) for document in documents):
            reason = f'The claim names "{name}"; no document that speaks of the matter does.'
            return Veto(VetoName.ENTITY, Label.UNSUPPORTED, name, "", reason)
    return None


def knows(document: Document, name: str) -> bool:
    """Whether a document names somebody or something: in full, by the telling part, by initials, or as its publisher."""
    text = f" {fold(document.text)} "
    if f" {fold(name)} " in text or same_name(document.source.name, name):
        return True
    parts = [word for word in words(name) if word not in FUNCTION_WORDS and word not in TITLES]
    if not parts:
        return True
    there = vocabulary(document.text)
    telling = max(parts, key=lambda word: idf(stem(word)))
    if any(known(word, there) for word in (telling, *SHORT.get(fold(name), ()))):
        return True
    initials = "".join(word[0] for word in words(name) if word not in FUNCTION_WORDS)
    return (len(initials) > 1 and initials in there) or _spelled_out(name, document.text)


def known(word: str, there: frozenset[str]) -> bool:
    """Whether a word, a form of it or the name it is derived from ("European": "Europe") is among some words."""
    if word in there or stem(word) in there:
        return True
    return any(_derived(word, other) for other in there if other[:4] == word[:4])


def _derived(first: str, second: str) -> bool:
    """Whether two words share all but an ending of at most four letters, and at least four."""
    size = len(commonpath([first, second]))
    return size >= max(4, len(first) - 4, len(second) - 4)


@lru_cache(maxsize=512)
def vocabulary(text: str) -> frozenset[str]:
    """The words of a text and their stems."""
    run = words(text)
    return frozenset(run) | frozenset(map(stem, run))


def _spelled_out(name: str, text: str) -> bool:
    """Whether an acronym stands for words in a row of the text."""
    if not (1 < len(name) < 7 and name.isupper()):
        return False
    initials = "".join(word[0] for word in words(text) if word not in FUNCTION_WORDS)
    return name.lower() in initials


def _opens_the_sentence(text: str, name: str) -> bool:
    """Whether a name is no more than a common word that stands first and therefore has a capital."""
    return text.startswith(name) and " " not in name and not name.isupper() and bool(kin(root(fold(name))))
