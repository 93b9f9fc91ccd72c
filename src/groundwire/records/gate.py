"""The gate: fact score, named gates, and the decision that follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GateOutcome(StrEnum):
    """What one gate says."""

    PASS = "pass"
    HOLD = "hold"
    FAIL = "fail"


class Outcome(StrEnum):
    """The machine's decision."""

    APPROVE = "approve"
    HOLD = "hold"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class FactScore:
    """Support by the stored evidence, 0 to 10, with its arithmetic.

    Args:
        arithmetic: one line a step, in words a reader can follow.
        caps: (name, cap, reason) of every cap that applies, binding or not.
        uncapped: the value before the caps.
    """

    value: int
    arithmetic: tuple[str, ...]
    caps: tuple[tuple[str, int, str], ...] = ()
    uncapped: int = 0


@dataclass(frozen=True, slots=True)
class Gate:
    """One named launch check.

    Args:
        inputs: sha256 over what it looked at.
        locked: True when its hold cannot be overridden.
    """

    name: str
    outcome: GateOutcome
    reason: str
    inputs: str = ""
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Approve, hold or reject, bound to exactly one version of a text.

    Args:
        version: sha256 of the text decided on.
        policy: id, version and hash prefix of the policy.
        gates: every gate the policy asks for.
        not_asked: gates the policy does not ask for, printed with it.
        rationale: why, in words, one sentence each.
    """

    outcome: Outcome
    version: str
    policy: str
    gates: tuple[Gate, ...]
    score: FactScore
    not_asked: tuple[str, ...] = ()
    rationale: tuple[str, ...] = ()
