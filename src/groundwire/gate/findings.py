"""What a gate is given besides the text, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from groundwire.gate.texts import FinalText
from groundwire.records.claim import Claim
from groundwire.records.policy import Policy

Asserts = Callable[[Claim, Claim], bool]


@dataclass(frozen=True, slots=True)
class Look:
    """What every gate may look at besides the text.

    Args:
        now: the clock's time, aware, UTC.
        asserts: whether a claim of the text asserts a removed claim, in whatever words; None when no such judge is there.
    """

    policy: Policy
    now: datetime
    asserts: Asserts | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What one gate found.

    Args:
        reason: one plain sentence that never repeats a removed claim.
        inputs: the texts it looked at; their hash goes on the decision.
    """

    passed: bool
    reason: str
    inputs: tuple[str, ...] = ()


Check = Callable[[FinalText, Look], Finding]


def some(items: list[str], most: int = 3) -> str:
    """A few items in words: "a; b; c and 4 more"."""
    shown = "; ".join(items[:most])
    return shown if len(items) <= most else f"{shown} and {len(items) - most} more"


def count(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 sentence", "3 sentences"."""
    return f"{number} {one if number == 1 else many}"


def excerpt(text: str, most: int = 80) -> str:
    """The beginning of a line, for the reason of a hold; cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[: most - 1].rsplit(" ", 1)[0] + "…"
