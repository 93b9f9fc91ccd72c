"""Follow-up: dated questions that the brief promises to come back to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groundwire.records.brief import Question


class CheckState(StrEnum):
    """Where a check stands; the five answers and waiting."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    NOT_YET = "not yet"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Check:
    """A frozen question of one story, and where it stands."""

    story: str
    question: Question
    state: CheckState = CheckState.WAITING
