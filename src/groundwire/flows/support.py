"""How well one piece of evidence supports one claim text."""

from __future__ import annotations

from groundwire.claims.reading import ReadingContext, read
from groundwire.flows.judge import judge_all
from groundwire.ports import IndexMaker, Verifier
from groundwire.records.claim import Claim, ReadDocument
from groundwire.records.policy import Policy
from groundwire.records.source import Origin


def support_of(
    evidence: ReadDocument | None, claim: str, index_of: IndexMaker, verifier: Verifier, policy: Policy
) -> float:
    """Probability in [0, 1] that the evidence carries everything the text claims; 0 when an objection is tripped.

    A text of several claims is carried only as well as its weakest.
    """
    if evidence is None:
        return 0.0
    claims = claims_of(claim)
    if not claims:
        return 0.0
    origins = (Origin(evidence.document.id, evidence.document.source.name, (evidence.document.id,), "single"),)
    verdicts = judge_all(claims, (evidence,), origins, verifier, index_of((evidence,)), policy.verdicts)
    return min(verdict.probability for verdict in verdicts)


def claims_of(text: str) -> tuple[Claim, ...]:
    """The claims of a text that is itself one statement, whether or not a draft's reader would check it."""
    return tuple(claim for sentence in read(text, ReadingContext(draft=True)) for claim in sentence.claims)
