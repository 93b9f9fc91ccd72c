"""Dated events of the record that are still to come: each becomes a closed question by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from groundwire.language.tokens import FUNCTION_WORDS, stems
from groundwire.records.brief import Question
from groundwire.records.claim import Claim, ClaimDate, Modality, ReadDocument
from groundwire.records.lens import Phrases
from groundwire.records.policy import FollowupPolicy

_AHEAD = (Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL)
_NOT_EVENTS = ("publication", "period")
# Linear: bounded, and no repetition is nested. Group 1 is the subject, 2 what it will do.
_WILL = re.compile(
    r"^(.{2,120}?)\s(?:will|shall|is to|are to|(?:is|are|has been|have been)\s(?:scheduled|due|expected|set|planned|likely|slated)\sto"
    r"|plans?\sto|intends?\sto|aims?\sto|expects?\sto|hopes?\sto|may|might|could|would)\s(?!not\b|have\b)(.{3,240})$"
)
_FIXED = re.compile(
    r"^(.{2,120}?)\s(?:is|are|was|were|has been|have been)\s(?:scheduled|set|due|planned|slated)\s((?:for|on|in|at)\s.{2,200})$"
)
_SAYING = re.compile(
    r"^.{1,120}?\s(?:said|says|wrote|writes|announced|announces|reported|reports|added|stated|states|confirmed)\s(?:[^,;]{1,40}\s)?that\s",
)
_LONGEST = 220


@dataclass(frozen=True, slots=True)
class Ahead:
    """An event that the record dates after the clock's time.

    Args:
        day: the last day of the date as precisely as the record gives it.
        documents: ids of those that say so, earliest first.
    """

    claim: Claim
    when: ClaimDate
    day: date
    documents: tuple[str, ...]


def ahead(read: Sequence[ReadDocument], now: datetime, policy: FollowupPolicy) -> tuple[Ahead, ...]:
    """The events still to come, told of by most documents first, then the nearest; one entry an event.

    Documents dated after the clock's time are passed over: nothing may be known that was not known then.
    """
    found: list[Ahead] = []
    for document in read:
        if _published_later(document, now):
            continue
        for sentence in document.sentences:
            for claim in sentence.claims:
                for when in claim.dates:
                    event = _event(claim, when, document.document.id, now, policy)
                    if event is not None:
                        _join(found, event, policy.same_event_at)
    found.sort(key=lambda each: (-len(each.documents), each.day, each.claim.id))
    return tuple(found)


def _published_later(document: ReadDocument, now: datetime) -> bool:
    """Whether a document is dated after the clock's day."""
    published = document.document.published
    return published is not None and published.day > now.astimezone(UTC).date().isoformat()


def _event(claim: Claim, when: ClaimDate, document: str, now: datetime, policy: FollowupPolicy) -> Ahead | None:
    """A claim's date as an event to come, None when it lies behind, too far ahead, or dates something else."""
    day = last_day(when.iso)
    today = now.astimezone(UTC).date()
    if day is None or not today < day <= today + timedelta(days=policy.record_horizon_days):
        return None
    if when.role in _NOT_EVENTS or claim.modality is Modality.DENIED:
        return None
    if claim.modality not in _AHEAD and when.role not in ("deadline", "effective"):
        return None
    return Ahead(claim, when, day, (document,))


def last_day(iso: str) -> date | None:
    """The last day of YYYY, YYYY-MM or YYYY-MM-DD, None for anything else."""
    try:
        if len(iso) == 10:
            return date.fromisoformat(iso)
        if len(iso) == 7:
            month = date.fromisoformat(f"{iso}-01")
            return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return date(int(iso), 12, 31) if len(iso) == 4 and iso.isdigit() else None
    except (ValueError, OverflowError):
        return None


def _join(found: list[Ahead], event: Ahead, same_at: float) -> None:
    """Adds an event, or its document to the same event of another document."""
    words = set(stems(event.claim.text))
    for place, other in enumerate(found):
        theirs = set(stems(other.claim.text))
        fewer = min(len(words), len(theirs)) or 1
        if other.day == event.day and len(words & theirs) / fewer >= same_at:
            documents = tuple(dict.fromkeys((*other.documents, *event.documents)))
            # The shorter wording makes the plainer question.
            keep = event if len(event.claim.text) < len(other.claim.text) else other
            found[place] = replace(keep, documents=documents)
            return
    found.append(event)


def question(event: Ahead, phrases: Phrases) -> Question:
    """The closed question that an event to come asks, due when its day is over."""
    return Question(
        due=datetime.combine(event.day, time(23, 59, 59), tzinfo=UTC),
        rule="record",
        question=worded(event.claim, phrases),
        counts_as_yes=phrases.say("checks.record_yes", day=_in_words(event.day)),
        void_if=phrases.say("checks.record_void"),
        cites=event.documents,
    )


def worded(claim: Claim, phrases: Phrases) -> str:
    """A statement about what is to come as a closed question."""
    text = _SAYING.sub("", " ".join(claim.text.split()), count=1).rstrip(" .!?;:,")
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:")
    fixed = _FIXED.match(text)
    if fixed:
        return phrases.say("checks.takes_place", subject=_inside(fixed[1]), rest=_on(fixed[2]))
    will = _WILL.match(text)
    if will:
        return phrases.say("checks.will", subject=_inside(will[1]), rest=will[2])
    return phrases.say("checks.as_announced", event=_inside(text))


def _on(rest: str) -> str:
    """ "for 12 September" as "on 12 September": things are scheduled for a day and take place on it."""
    return f"on {rest[4:]}" if rest.startswith("for ") else rest


def _inside(text: str) -> str:
    """A beginning as it stands inside a sentence: small, unless it begins with a name."""
    first, _, rest = text.partition(" ")
    if first.lower() in FUNCTION_WORDS and first != "I":
        return f"{first.lower()} {rest}".strip()
    return text


def _in_words(day: date) -> str:
    """A day as a reader writes it."""
    return f"{day.day} {day.strftime('%B')} {day.year}"
