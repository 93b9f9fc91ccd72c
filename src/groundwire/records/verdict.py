"""A verdict: what the evidence says of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groundwire.records.claim import Claim
from groundwire.records.source import Passage


class Label(StrEnum):
    """The four outcomes; the last two are never added together."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    NO_EVIDENCE = "no_evidence"


class Level(StrEnum):
    """How well a supported claim stands: one origin, several, or a primary document."""

    REPORTED = "reported"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"


class VetoName(StrEnum):
    """The deterministic objections, by the name a reader sees."""

    NUMBER = "number"
    DATE = "date"
    ENTITY = "entity"
    QUOTE = "quote"
    SPEAKER = "speaker"
    MODALITY = "modality"
    NEGATION = "negation"
    QUANTIFIER = "quantifier"
    ATTRIBUTION = "attribution"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Odds:
    """What the verifier makes of a pair of evidence and claim; the three are in [0, 1] and sum to 1."""

    supported: float
    contradicted: float
    neither: float


@dataclass(frozen=True, slots=True)
class Veto:
    """One tripped objection.

    Args:
        label: the label it gives: contradicted or unsupported.
        claimed: what the claim says, in its words ("500,000").
        evidence: what the evidence says instead ("at least 50,000"), "" when it says nothing.
        reason: one plain sentence that sets the two side by side.
    """

    name: VetoName
    label: Label
    claimed: str
    evidence: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome for one claim.

    Args:
        probability: calibrated probability of support in [0, 1]; 0 when a veto is tripped.
        passages: the evidence it rests on, best first; empty for no evidence.
        level: only for a supported claim.
        origins: number of independent origins whose passages carry the claim.
        origin_ids: their ids.
        suggestion: weaker wording that the evidence carries, itself verified, or "".
        odds: the verifier's raw odds for the best passage.
        policy: id of the policy it was judged under.
    """

    claim: Claim
    label: Label
    probability: float
    odds: Odds
    policy: str
    vetoes: tuple[Veto, ...] = ()
    passages: tuple[Passage, ...] = ()
    level: Level | None = None
    origins: int = 0
    origin_ids: tuple[str, ...] = ()
    suggestion: str = ""

    @property
    def supported(self) -> bool:
        """Whether the evidence carries the claim."""
        return self.label is Label.SUPPORTED
