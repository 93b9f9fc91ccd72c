"""The deterministic objections, one file each: each a pure function of a claim and the evidence beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Veto
from groundwire.verdicts.passages import Aligned
from groundwire.verdicts.vetoes.attribution import attribution
from groundwire.verdicts.vetoes.comparison import comparison
from groundwire.verdicts.vetoes.contrast import contrast
from groundwire.verdicts.vetoes.date import date
from groundwire.verdicts.vetoes.entity import entity
from groundwire.verdicts.vetoes.handover import handover
from groundwire.verdicts.vetoes.modality import modality
from groundwire.verdicts.vetoes.negation import negation
from groundwire.verdicts.vetoes.number import number
from groundwire.verdicts.vetoes.order import order
from groundwire.verdicts.vetoes.quantifier import quantifier
from groundwire.verdicts.vetoes.quote import quote
from groundwire.verdicts.vetoes.roles import roles
from groundwire.verdicts.vetoes.speaker import speaker
from groundwire.verdicts.vetoes.superseded import superseded

VETOES: tuple[Callable[[Claim, Sequence[Aligned], VerdictPolicy], Veto | None], ...] = (
    number, date, order, entity, roles, handover, contrast, quote, speaker, modality, negation, comparison, quantifier, attribution,
    superseded,
)  # fmt: skip


def objections(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> tuple[Veto, ...]:
    """Every veto that is tripped, in the order in which the reader is told."""
    return tuple(veto for veto in (one(claim, rows, policy) for one in VETOES) if veto is not None)
