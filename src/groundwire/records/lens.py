"""A lens: a reusable analytic frame; and the event frames that say which facts an event of a kind has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signal:
    """Something observable to watch, with what counts as seeing it."""

    text: str
    criterion: str


@dataclass(frozen=True, slots=True)
class CheckTemplate:
    """A dated question a lens asks.

    Args:
        after_days: 1, 3 or 7.
        question: closed question; slots in {braces} are filled from accepted claims.
        counts_as_yes: what answers it with yes.
        void_if: when it cannot be decided.
    """

    after_days: int
    question: str
    counts_as_yes: str
    void_if: str


@dataclass(frozen=True, slots=True)
class Lens:
    """A reusable analytic frame; holds no name, figure, date or quote except slots.

    Args:
        id: file name without suffix.
        does_not_apply: conditions in words, printed with the lens.
    """

    id: str
    version: int
    title: str
    thesis: str
    trigger: str
    mechanism: tuple[str, ...]
    impact_path: tuple[str, ...]
    horizon: str
    sectors: tuple[str, ...]
    signals: tuple[Signal, ...]
    checks: tuple[CheckTemplate, ...]
    why_it_matters: tuple[str, ...]
    policy_link: tuple[str, ...]
    builders: tuple[str, ...]
    does_not_apply: tuple[str, ...]
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class LensMatch:
    """Which lens fits a story, or none, with the nearest ones.

    Args:
        lens: id, or None when none fits.
        score: of the best lens, in [0, 1].
        near: (id, score, why not) of the runners-up.
    """

    lens: str | None
    score: float
    near: tuple[tuple[str, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """One fact that an event of a kind has or should have.

    Args:
        id: short name, e.g. "signed".
        open_text: the line printed when the evidence does not show it ("that a contract is signed").
        shown_text: the line used when it does ("a contract is signed").
        kind: "event", "amount", "date", "party" or "condition".
    """

    id: str
    open_text: str
    shown_text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of event, with its slots in the order a reader would ask."""

    id: str
    version: int
    title: str
    slots: tuple[Slot, ...]
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """One slot as the record stands.

    Args:
        frame: id of the frame.
        slot: id of the slot.
        text: the line for the reader.
        filled: whether the evidence shows it.
        passages: what fills it, as (document, start, end); empty when open.
    """

    frame: str
    slot: str
    text: str
    filled: bool
    passages: tuple[tuple[str, int, int], ...] = ()
