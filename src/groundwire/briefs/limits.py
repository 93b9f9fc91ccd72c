"""Says what kind of event a story is, and which facts of such an event the evidence shows and does not show.

The frame files name the facts (slots) in the order a reader would ask for them. A claim fills a slot when it has the
slot's words, is far enough along (talks do not fill "signed") and holds the figure or date the slot asks for.
"""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.briefs.lenses import either, evidence, total
from groundwire.briefs.signs import Line, holds, keys_of, line, split, together
from groundwire.records.claim import Claim, Modality, Quantity, ReadDocument, ReadSentence
from groundwire.records.lens import Filler, Frame, Limit, SectionRule, Slot
from groundwire.records.policy import LensPolicy

GENERAL = "general"
# Claims beyond these do not change which slots are open in any document seen, and cost time.
MOST_CLAIMS = 4000
# Sentences of a document that count as its lead where the reader marks none.
LEAD_SENTENCES = 3


def frame_of(read: Sequence[ReadDocument], frames: Sequence[Frame], policy: LensPolicy) -> tuple[Frame, float]:
    """The frame of a story and its score in [0, 1]; the general frame when none reaches the threshold.

    The newest document counts most: each older one says half of what the next newer one says, and what they say adds up
    as independent evidence does.

    Raises: ValueError when the frames hold no general one.
    """
    general = next((frame for frame in frames if frame.id == GENERAL), None)
    if general is None:
        raise ValueError("the frames hold no general one")
    scored = frame_scores(read, frames, policy)
    if not scored or scored[0][1] < policy.frame_at:
        return general, scored[0][1] if scored else 0.0
    return scored[0]


def frame_scores(
    read: Sequence[ReadDocument], frames: Sequence[Frame], policy: LensPolicy
) -> tuple[tuple[Frame, float], ...]:
    """Every frame that has signs with its score, best first."""
    known = keys_of(sign for frame in frames for sign in (*frame.signs, *frame.against))
    prepared = [
        (line(one.document.title, known), [line(part, known) for part in split(one.document.text)])
        for one in newest_first(read)
        if one.document.judged
    ]
    weights = [0.5**age for age in range(len(prepared))]
    scored = []
    for frame in frames:
        if not frame.signs:
            continue
        parts = [_frame_score(title, body, frame, policy) for title, body in prepared]
        summed = either(part * weight for part, weight in zip(parts, weights, strict=True))
        scored.append((frame, round(summed, 3)))
    scored.sort(key=lambda item: (-item[1], item[0].id))
    return tuple(scored)


def limits(read: Sequence[ReadDocument], frame: Frame) -> tuple[Limit, ...]:
    """Each slot of the frame, in its order: filled with the passages that fill it, or open.

    A later denial of an event that filled a slot opens it again; claims are read oldest document first.
    """
    claims = [
        (one, sentence, claim, line(claim.text))
        for one in reversed(newest_first(read))
        if one.document.judged
        for sentence in one.sentences
        for claim in sentence.claims
    ][-MOST_CLAIMS:]
    return tuple(_limit(frame.id, slot, claims) for slot in frame.slots)


def section_of(
    read: Sequence[ReadDocument],
    lens: str | None,
    frame: str,
    rules: Sequence[SectionRule],
    policy: LensPolicy,
) -> str:
    """The section of the paper a story belongs to: by its lens, else its frame, else its words, else the last rule's."""
    for rule in rules:
        if lens is not None and lens in rule.lenses:
            return rule.section
    for rule in rules:
        if lens is None and frame in rule.frames:
            return rule.section
    newest = newest_first(read)[:1]
    for rule in rules:
        for one in newest:
            body = [line(part) for part in split(one.document.text)[: policy.lead_sentences]]
            seen = evidence(line(one.document.title), body, rule.signs, policy)
            if any(value >= policy.frame_at for value in seen.values()):
                return rule.section
    return rules[-1].section


def newest_first(read: Sequence[ReadDocument]) -> list[ReadDocument]:
    """Documents by their date, newest first; undated ones last, equals in the order given."""
    return sorted(read, key=lambda one: one.document.published.iso if one.document.published else "", reverse=True)


def _frame_score(title: Line, body: Sequence[Line], frame: Frame, policy: LensPolicy) -> float:
    """How much a document looks like an event of the frame's kind, in [0, 1]."""
    against = evidence(title, body[: policy.lead_sentences], frame.against, policy)
    return total(title, body, frame.signs, policy) * (1.0 - either(against.values()))


def _limit(frame: str, slot: Slot, claims: Sequence[tuple[ReadDocument, ReadSentence, Claim, Line]]) -> Limit:
    """One slot against the claims, oldest first."""
    passages: list[tuple[str, int, int]] = []
    for one, sentence, claim, words in claims:
        lead = sentence.lead or sentence.sentence.index < LEAD_SENTENCES
        if any(fills(claim, words, filler, lead) for filler in slot.fillers):
            passages.append((one.document.id, sentence.sentence.start, sentence.sentence.end))
        elif passages and slot.kind == "event" and any(_denies(claim, words, filler) for filler in slot.fillers):
            passages = []
    kept = tuple(dict.fromkeys(passages))
    return Limit(frame, slot.id, slot.shown_text if kept else slot.open_text, bool(kept), kept[-3:])


def fills(claim: Claim, words: Line, filler: Filler, lead: bool = True) -> bool:
    """Whether a claim fills a slot in this way; `lead` says whether it stands in the title or the lead."""
    return (
        claim.modality.value in filler.modalities
        and (lead or not filler.lead)
        and together(words, filler.groups, filler.within)
        and not holds(words, filler.unless)
        and has(claim, filler.needs)
    )


def _denies(claim: Claim, words: Line, filler: Filler) -> bool:
    """Whether a claim says that what fills the slot is not so; a slot that takes denials is never opened by one."""
    denied = claim.modality is Modality.DENIED or claim.negated
    takes = Modality.DENIED.value in filler.modalities
    return denied and not takes and len(filler.groups) > 1 and together(words, filler.groups, filler.within)


def has(claim: Claim, needs: str) -> bool:
    """Whether a claim holds the kind of detail a slot asks for."""
    if needs == "date":
        return any(date.iso and date.role != "publication" for date in claim.dates)
    if needs == "quote":
        return bool(claim.quotes)
    if needs == "name":
        return bool(claim.names)
    if needs in ("money", "percent", "count"):
        return any(quantity_kind(quantity) == needs for quantity in claim.quantities)
    return True


def quantity_kind(quantity: Quantity) -> str:
    """What sort of figure it is: "money" (an ISO 4217 code), "percent" or "count"."""
    if len(quantity.unit) == 3 and quantity.unit.isupper():
        return "money"
    return "percent" if quantity.unit in ("%", "pp") else "count"
