"""Chooses the lens that fits a story, or none: most stories fit none.

A lens fits when the event itself is of its kind. So a sighting in the title or the first sentences says much, one further
down little, and a sign that comes back through the text says more than one that occurs once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from groundwire.briefs.signs import Line, Sighting, gathered, keys_of, line, sightings, split
from groundwire.records.lens import Lens, LensMatch, Sign
from groundwire.records.policy import LensPolicy
from groundwire.records.source import Document


def match(documents: Sequence[Document], lenses: Sequence[Lens], policy: LensPolicy) -> LensMatch:
    """The lens of a story.

    A lens's score over several documents is the mean of the better half of them, so that a stray document in a story
    neither brings a lens nor takes it away. Documents that are not judged (other languages) do not count.
    """
    texts = [(document.title, document.text) for document in documents if document.judged]
    return match_texts(texts, lenses, policy)


def match_texts(texts: Sequence[tuple[str, str]], lenses: Sequence[Lens], policy: LensPolicy) -> LensMatch:
    """The lens of a story given as (title, body) pairs."""
    known = keys_of(sign for lens in lenses for sign in (*lens.signs, *lens.against))
    prepared = [(line(title, known), [line(part, known) for part in split(body)]) for title, body in texts]
    if not prepared:
        return LensMatch(None, 0.0)
    scored = []
    for lens in lenses:
        each = sorted((_score(title, body, lens, policy) for title, body in prepared), reverse=True)
        half = each[: ceil(len(each) / 2)]
        score = sum(score for score, _ in half) / len(half)
        scored.append((round(score, 3), lens, half[0][1]))
    scored.sort(key=lambda item: (-item[0], item[1].id))
    best, lens, _ = scored[0]
    shown = lens.id if best >= policy.show_at else None
    rest = scored[1:] if shown else scored
    near = tuple(
        (other.id, score, _why_not(score, other, against, shown, policy))
        for score, other, against in rest
        if score >= policy.near_at
    )
    return LensMatch(shown, best, near)


def _score(title: Line, body: Sequence[Line], lens: Lens, policy: LensPolicy) -> tuple[float, str]:
    """Score of a lens for one document in [0, 1], and the name of the sign that speaks most against it.

    What speaks against it is read in the title and the lead only: the background of every story mentions something.
    """
    against = evidence(title, body[: policy.lead_sentences], lens.against, policy)
    strongest = max(against.items(), key=lambda item: item[1], default=("", 0.0))
    return total(title, body, lens.signs, policy) * (1.0 - either(against.values())), strongest[0]


def total(title: Line, body: Sequence[Line], signs: Sequence[Sign], policy: LensPolicy) -> float:
    """What all signs of a lens or frame say together, in [0, 1]: each by its best places, and how much of the text has one."""
    seen = sightings(title, body, signs)
    theme = 0.0
    if len(body) > policy.short_text:
        share = len({sighting.line for sighting in seen}) / (len(body) + 1)
        theme = policy.theme_weight * min(1.0, share / policy.theme_full)
    topic = [sign.weight for sign in gathered(title, body[: policy.lead_sentences], signs)]
    return either((*_by_sign(seen, len(body), policy).values(), theme, *topic))


def evidence(title: Line, body: Sequence[Line], signs: Sequence[Sign], policy: LensPolicy) -> dict[str, float]:
    """How much each sign seen says, in [0, 1]: its weight by the places it stands in."""
    return _by_sign(sightings(title, body, signs), len(body), policy)


def _by_sign(seen: Sequence[Sighting], lines: int, policy: LensPolicy) -> dict[str, float]:
    """Weight of each sign by its three best places: one that comes back says more than one that occurs once."""
    places: dict[str, tuple[float, list[float]]] = {}
    for sighting in seen:
        where = place(sighting.line, lines, policy)
        places.setdefault(sighting.sign.name, (sighting.sign.weight, []))[1].append(where)
    return {name: weight * either(sorted(where, reverse=True)[:3]) for name, (weight, where) in places.items()}


def place(number: int, lines: int, policy: LensPolicy) -> float:
    """What a line says of the event, in [0, 1]: title, opening sentence, lead, background; a short text has no background."""
    if number == 0:
        return policy.in_title
    if number == 1:
        return policy.in_opening
    in_lead = number <= policy.lead_sentences or lines <= policy.short_text
    return policy.in_lead if in_lead else policy.in_background


def either(parts: Iterable[float]) -> float:
    """Independent pieces of evidence together: one minus the product of what each leaves open."""
    left = 1.0
    for part in parts:
        left *= 1.0 - part
    return 1.0 - left


def _why_not(score: float, lens: Lens, against: str, shown: str | None, policy: LensPolicy) -> str:
    """Why a near lens is not the one shown, in words."""
    if against and score < policy.show_at:
        return f"what speaks against it stands in the text: {against}"
    if score < policy.show_at:
        return "its signs stand in the background only, or too few of them do"
    return f"{shown} fits better"
