"""The veto `entity`: a name that no document at hand knows, or two names whose parts are exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from groundwire.language.folding import fold
from groundwire.language.grammar import PARTICIPLE, PAST, THIRD, verb
from groundwire.language.kinship import kin, root
from groundwire.language.names import TITLES, names, same_name, spans
from groundwire.language.tokens import FUNCTION_WORDS, stem, words
from groundwire.language.weights import idf
from groundwire.language.weights import known as usual
from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.source import Document
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned
from groundwire.verdicts.wording import Word, carried, cover, roots, shared, value, wording

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
    "america": ("us", "u"),
    "american": ("us", "u"),
    "british": ("uk",),
}


_FAR = 7
_BREAKS = frozenset(["and", "or", "but", "while", "which", "who", "that"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_SAME_MATTER = 0.6
_AS_GOOD = 0.8
# A document speaks of a claim when it carries this share of what the best one carries of it.
_SPEAKS = 0.5


def entity(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection to the first name of the claim that no document behind the evidence knows, or None."""
    if not rows:
        return None
    return _unknown(claim, rows) or _exchanged(claim, rows) or _turned_round(claim, rows)


def _unknown(claim: Claim, rows: Sequence[Aligned]) -> Veto | None:
    """A name that none of the documents knows that speak of the rest of the claim."""
    for name in claim.names:
        if _opens_the_sentence(claim.text, name):
            continue
        if not any(knows(document, name) for document in _speaking(claim, name, rows)):
            reason = f'The claim names "{name}"; no document that speaks of the matter does.'
            return Veto(VetoName.ENTITY, Label.UNSUPPORTED, name, "", reason)
    return None


def _speaking(claim: Claim, name: str, rows: Sequence[Aligned]) -> list[Document]:
    """The documents that may vouch for a name: they carry the rest of the claim, or know another of its names.

    A document that has the name and nothing else of the claim, not one word, must not vouch for it. Where no sentence carries the rest,
    the claim is put together from several, and every document may have a part of it.
    """
    rest = claim.text.replace(name, "", 1)
    fits = [cover(rest, row.text) for row in rows]
    least = _SPEAKS * max(fits) if max(fits) >= _SAME_MATTER else 0.0
    others = [other for other in claim.names if other != name and not same_name(other, name)]
    found: dict[str, Document] = {}
    for row, fit in zip(rows, fits, strict=True):
        if row.document.id not in found and (
            fit >= least or shared(rest, row.text) or any(knows(row.document, one) for one in others)
        ):
            found[row.document.id] = row.document
    return list(found.values())


def _exchanged(claim: Claim, rows: Sequence[Aligned]) -> Veto | None:
    """A person is missing from the sentence that carries everything else, where another one stands in its place."""
    row = rows[0]
    run, given = wording(claim.text), wording(row.text)
    for name in claim.names:
        if not _is_person(name) or any(
            _stands(name, f"{other.before} {other.text}") for other in rows if other.cover >= _AS_GOOD * row.cover
        ):
            continue
        parts = roots(name)
        if cover(claim.text.replace(name, "", 1), row.text) < _SAME_MATTER:
            continue
        for rival in names(row.text):
            if any(same_name(rival, own) or _stands(rival, own) for own in claim.names) or not _is_person(rival):
                continue
            if _beside(run, parts) & _beside(given, roots(rival)):
                reason = f'The claim names "{name}" where the evidence names "{rival}".'
                return Veto(VetoName.ENTITY, Label.CONTRADICTED, name, rival, reason)
    return None


def _turned_round(claim: Claim, rows: Sequence[Aligned]) -> Veto | None:
    """Who does it and to whom it is done change places: the same verb stands between the same two names, the other way."""
    mine = _act(claim.text)
    if mine is None or rows[0].cover < _SAME_MATTER:
        return None
    for row in rows:
        if row.cover < _AS_GOOD * rows[0].cover:
            break
        for theirs in _acts(row.text):
            if carried(mine.verb, {theirs.verb}) < _SAME_MATTER or mine.passive != theirs.passive:
                continue
            if same_name(mine.first, theirs.first) and same_name(mine.second, theirs.second):
                return None
            if same_name(mine.first, theirs.second) and same_name(mine.second, theirs.first):
                reason = f"The claim has {mine.first} and {mine.second} the other way round than the evidence."
                return Veto(VetoName.ENTITY, Label.CONTRADICTED, mine.first, theirs.first, reason)
    return None


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb between two names."""

    first: str
    verb: str
    second: str
    passive: bool


def _act(text: str) -> _Act | None:
    """The one act of a short statement, None when there is none or more."""
    found = _acts(text)
    return found[0] if len(found) == 1 else None


def _acts(text: str) -> list[_Act]:
    """Every verb that stands alone between two names that follow each other."""
    places = spans(text)
    found = []
    for (first, _, end), (second, start, _) in pairwise(places):
        between = words(text[end:start])
        verbs = [(i, word) for i, word in enumerate(between) if word not in FUNCTION_WORDS and _is_verb(word)]
        if len(verbs) != 1 or len(between) > _FAR or set(between) & _BREAKS:
            continue
        at, word = verbs[0]
        passive = bool(set(between[:at]) & _BE) and "by" in between[at + 1 :]
        found.append(_Act(first, root(word), second, passive))
    return found


def _is_verb(word: str) -> bool:
    form = verb(word)
    return form is not None and form.kinds & (PAST | THIRD | PARTICIPLE) > 0


def _is_person(name: str) -> bool:
    """Whether a name may be a person's in full: two words or more, none of them a word of the language."""
    parts = [word for word in words(name) if word not in TITLES and len(word) > 1]
    return len(parts) > 1 and not any(kin(root(word)) or word in FUNCTION_WORDS for word in parts)


def _stands(name: str, text: str) -> bool:
    """Whether the last telling word of a name stands in a text, or a form of it."""
    parts = [word for word in words(name) if word not in FUNCTION_WORDS and word not in TITLES]
    return (
        not parts
        or known(parts[-1], vocabulary(text))
        or any(short in vocabulary(text) for short in SHORT.get(fold(name), ()))
    )


def _beside(run: Sequence[Word], parts: AbstractSet[str]) -> set[str]:
    """The roots of the words that stand next to a name, two on either side."""
    found: set[str] = set()
    for i, word in enumerate(run):
        if word.root in parts:
            found |= {other.root for other in (*run[max(0, i - 2) : i], *run[i + 1 : i + 3]) if not other.name}
    return found - parts


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
    if len(parts) > 1 and known(parts[-1], there) and not _namesakes(parts, document.text):
        return True
    initials = "".join(word[0] for word in words(name) if word not in FUNCTION_WORDS)
    return (len(initials) > 1 and initials in there) or _spelled_out(name, document.text)


def _namesakes(parts: Sequence[str], text: str) -> bool:
    """Whether a text names somebody with the same last word and another one before it."""
    for other in names(text):
        theirs = [word for word in words(other) if word not in FUNCTION_WORDS and word not in TITLES]
        if len(theirs) > 1 and theirs[-1] == parts[-1] and theirs[-2] != parts[-2]:
            return True
    return False


def known(word: str, there: frozenset[str]) -> bool:
    """Whether a word, a form of it or the name it is derived from ("European": "Europe") is among some words."""
    if word in there or stem(word) in there:
        return True
    return any(_derived(word, other) for other in there if other[:4] == word[:4])


def _derived(first: str, second: str) -> bool:
    """Whether two words share all but an ending of at most four letters, and at least four."""
    same = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    return same >= max(4, len(first) - 4, len(second) - 4)


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
    common = bool(kin(root(fold(name)))) or value(fold(name)) is not None or usual(stem(fold(name)))
    return text.startswith(name) and " " not in name and not name.isupper() and common
