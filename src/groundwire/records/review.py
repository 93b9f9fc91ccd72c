"""A review: what `check` found in a draft."""

from __future__ import annotations

from dataclasses import dataclass

from groundwire.records.claim import ReadSentence
from groundwire.records.gate import Decision
from groundwire.records.source import Document, Refusal
from groundwire.records.verdict import Verdict


@dataclass(frozen=True, slots=True)
class ReviewedSentence:
    """A sentence of the draft with its outcome.

    Args:
        outcome: "kept", "refused", "unresolved" or "not_checkable"; kept only if it has a claim and all its claims are
            supported.
        reason: why, in one plain sentence; "" for a kept one.
        verdicts: one a claim.
    """

    read: ReadSentence
    outcome: str
    reason: str
    verdicts: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A draft, checked against documents.

    Args:
        draft: name of the draft as the caller gave it.
        verifier: name of the verifier, and whether it is calibrated, as printed on every output.
        warnings: inputs that could not be used.
        notes: sentences on what was left out.
    """

    draft: str
    sentences: tuple[ReviewedSentence, ...]
    documents: tuple[Document, ...]
    decision: Decision
    verifier: str
    warnings: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """Every verdict, in the order of the draft."""
        return tuple(verdict for sentence in self.sentences for verdict in sentence.verdicts)

    @property
    def all_supported(self) -> bool:
        """Whether every sentence that can be checked is supported, and there is at least one."""
        outcomes = [sentence.outcome for sentence in self.sentences]
        return "kept" in outcomes and not {"refused", "unresolved"} & set(outcomes)
