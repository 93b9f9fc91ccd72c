"""The checks that a brief promises: closed questions with a due instant, frozen at publication."""

from __future__ import annotations

import hashlib
import json
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from groundwire.followups.record import ahead
from groundwire.followups.record import question as question_of
from groundwire.records.brief import Question
from groundwire.records.claim import ReadDocument
from groundwire.records.followup import Check
from groundwire.records.lens import CheckTemplate, Frame, Lens, Limit, Phrases
from groundwire.records.policy import FollowupPolicy

# The days after publication on which a brief comes back; part of what Groundwire is, not a threshold.
DAYS = (1, 3, 7)


def questions(
    lens: Lens | None,
    frame: Frame | None,
    read: Sequence[ReadDocument],
    now: datetime,
    *,
    limits: Sequence[Limit] = (),
    phrases: Phrases,
    policy: FollowupPolicy,
    slots: Mapping[str, str] | None = None,
    cites: Sequence[str] = (),
) -> tuple[Question, ...]:
    """The questions of a brief: one each for D+1, D+3 and D+7, and one for every dated event of the record to come.

    Args:
        lens: whose checks are asked; None to ask for what the record leaves open.
        frame, limits: the kind of event, and which of its facts the record shows.
        read: the story's documents; those dated after `now` are passed over.
        now: the moment of publication, aware.
        slots: values from accepted claims for the slots in a lens's questions; a question with an empty slot is not asked.
        cites: documents that the lens's and the general questions lean on.
    Returns: by due instant; at least three, not yet frozen.
    """
    asked = [_from_lens(template, now, slots or {}, cites) for template in (lens.checks if lens else ())]
    by_day = {question.rule: question for question in asked if question is not None}
    general = _general(frame, limits, phrases)
    for days in DAYS:
        rule = f"D+{days}"
        if rule not in by_day:
            wording, yes = next(general)
            by_day[rule] = Question(_after(now, days), rule, wording, yes, phrases.say("checks.void"), tuple(cites))
    record = [question_of(event, phrases) for event in ahead(read, now, policy)[: policy.record_checks]]
    return tuple(sorted((*by_day.values(), *record), key=lambda each: (each.due, each.rule, each.question)))


def _after(now: datetime, days: int) -> datetime:
    """The instant so many days after publication."""
    return now.astimezone(UTC) + timedelta(days=days)


def _from_lens(
    template: CheckTemplate, now: datetime, slots: Mapping[str, str], cites: Sequence[str]
) -> Question | None:
    """A check of a lens as a question, None when one of its slots has no value."""
    texts = (template.question, template.counts_as_yes, template.void_if)
    needed = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    if any(not slots.get(name) for name in needed):
        return None
    wording, yes, void = [text.format(**{name: slots[name] for name in needed}) for text in texts]
    return Question(_after(now, template.after_days), f"D+{template.after_days}", wording, yes, void, tuple(cites))


def _general(frame: Frame | None, limits: Sequence[Limit], phrases: Phrases) -> Iterator[tuple[str, str]]:
    """Question and criterion where no lens asks: first what the record leaves open, then whether it still stands."""
    for slot in frame.slots if frame else ():
        if _is_open(slot.id, limits):
            yield phrases.say("checks.open_slot", item=slot.open_text), phrases.say("checks.open_yes")
    for key in ("spoken", "further", "changed"):
        yield phrases.say(f"checks.{key}"), phrases.say(f"checks.{key}_yes")


def _is_open(slot: str, limits: Sequence[Limit]) -> bool:
    """Whether the record leaves a fact open; one that nobody looked for counts as shown."""
    return any(limit.slot == slot and not limit.filled for limit in limits)


def freeze(question: Question, story_id: str) -> Question:
    """The question with its id and the hash that binds wording, criteria and due instant."""
    return replace(question, id=_id(question, story_id), frozen=_hash(question))


def is_frozen(question: Question, story_id: str) -> bool:
    """Whether a question is still exactly the one that was frozen."""
    return question.id == _id(question, story_id) and question.frozen == _hash(question)


def _id(question: Question, story_id: str) -> str:
    """12 hex characters over story, rule and question."""
    return _sha256(story_id, question.rule, question.question)[:12]


def _hash(question: Question) -> str:
    """SHA-256 over question, criteria, void conditions and due instant."""
    due = question.due.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _sha256(question.question, question.counts_as_yes, question.void_if, due)


def _sha256(*parts: str) -> str:
    """Hex SHA-256 over texts such that no two lists of texts share one spelling."""
    return hashlib.sha256(
        json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    ).hexdigest()


def checks(story_id: str, asked: Sequence[Question]) -> tuple[Check, ...]:
    """The checks of a published story, frozen and waiting."""
    return tuple(Check(story_id, freeze(question, story_id)) for question in asked)


def next_due(asked: Sequence[Question], now: datetime) -> Question | None:
    """The question that is due next, None when all of them are past."""
    return min((question for question in asked if question.due > now), key=lambda each: each.due, default=None)
