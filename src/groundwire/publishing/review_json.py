"""A review as JSON: the document that `check --format json` prints, names as documented."""

from __future__ import annotations

import math
from typing import Any

from groundwire.publishing.wording import clean
from groundwire.records.claim import Quantity
from groundwire.records.review import Review, ReviewedSentence
from groundwire.records.source import Passage
from groundwire.records.verdict import Verdict


def document(review: Review) -> dict[str, Any]:
    """The review as JSON values.

    `evidence` names documents by id; every item's text equals the document's extracted text between start and end.
    Document texts are not part of it; `documents` lists what each id is.
    """
    score, decision = review.decision.score, review.decision
    return {
        "draft": review.draft,
        "verifier": review.verifier,
        "sentences": [_sentence(sentence) for sentence in review.sentences],
        "claims": [claim_row(verdict) for verdict in review.verdicts],
        "score": {
            "value": score.value,
            "arithmetic": list(score.arithmetic),
            "caps": [{"name": name, "cap": cap, "reason": reason} for name, cap, reason in score.caps],
        },
        "decision": {
            "outcome": str(decision.outcome),
            "policy": decision.policy,
            "gates": [{"name": g.name, "outcome": str(g.outcome), "reason": g.reason} for g in decision.gates],
            "not_asked": list(decision.not_asked),
            "rationale": list(decision.rationale),
        },
        "documents": [
            {
                "id": item.id,
                "file": item.snapshot.name,
                "publisher": item.source.name,
                "title": clean(item.title),
                "url": item.url or None,
                "published": item.published.iso if item.published else None,
                "language": item.language,
                "extent": str(item.extent),
                "judged": item.judged,
                "sha256": item.snapshot.sha256,
            }
            for item in review.documents
        ],
        "warnings": [{"file": item.file, "reason": item.reason, "code": item.code} for item in review.warnings],
        "notes": list(review.notes),
    }


def _sentence(reviewed: ReviewedSentence) -> dict[str, Any]:
    sentence = reviewed.read.sentence
    return {
        "index": sentence.index,
        "line": sentence.line,
        "column": sentence.column,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "outcome": reviewed.outcome,
        "reason": reviewed.reason,
    }


def claim_row(verdict: Verdict) -> dict[str, Any]:
    """One claim with its verdict, as `check` prints it."""
    claim = verdict.claim
    return {
        "id": claim.id,
        "text": claim.text,
        "sentence": claim.sentence,
        "kind": str(claim.kind),
        "modality": str(claim.modality),
        "status": str(claim.status),
        "speaker": claim.speaker,
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "dates": [{"text": date.text, "iso": date.iso, "role": date.role} for date in claim.dates],
        "quotes": [{"text": quote.text, "speaker": quote.speaker} for quote in claim.quotes],
        "materiality": int(claim.materiality),
        "label": str(verdict.label),
        "probability": round(verdict.probability, 4),
        "vetoes": [str(veto.name) for veto in verdict.vetoes],
        "reasons": [veto.reason for veto in verdict.vetoes],
        "level": str(verdict.level) if verdict.level else None,
        "origins": verdict.origins,
        "suggestion": verdict.suggestion or None,
        "evidence": [_passage(passage) for passage in verdict.passages],
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "value": _finite(quantity.value),
        "unit": quantity.unit,
        "of": quantity.of,
        "relation": str(quantity.relation),
        "to": _finite(quantity.to) if quantity.to is not None else None,
    }


def _finite(value: float) -> float | int | None:
    """A number JSON can hold; whole numbers without a decimal point."""
    if not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def _passage(passage: Passage) -> dict[str, Any]:
    return {"document": passage.document, "start": passage.start, "end": passage.end, "text": passage.text}
