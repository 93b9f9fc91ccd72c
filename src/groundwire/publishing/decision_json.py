"""What the desk keeps of one brief as JSON: the decision, every claim with its verdict, the wording of what was taken out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from groundwire.publishing.review_json import claim_row
from groundwire.records.brief import Brief
from groundwire.records.gate import Decision
from groundwire.records.source import Refusal
from groundwire.records.story import Story
from groundwire.records.verdict import Verdict


def text(
    story: Story,
    brief: Brief,
    decision: Decision,
    removed: Sequence[Verdict],
    verifier: str,
    warnings: Sequence[Refusal] = (),
) -> str:
    """decision.json of a brief; it holds rejected wording and never goes to the public side.

    Args:
        removed: verdicts of the claims taken out of the draft.
        warnings: inputs that could not be used.
    """
    kept = [verdict for line in brief.stated_lines() for verdict in line.verdicts]
    sources = {document.id: document.source.name for document in story.documents}
    rows = [{**_claim(verdict, sources), "in_text": True} for verdict in _once(kept)]
    rows += [{**_claim(verdict, sources), "in_text": False} for verdict in _once(removed)]
    data = {
        "story": {"id": story.id, "slug": story.slug, "title": story.title, "status": str(story.status)},
        "outcome": str(decision.outcome),
        "version": decision.version,
        "policy": decision.policy,
        "verifier": verifier,
        "gates": [
            {
                "name": gate.name,
                "outcome": str(gate.outcome),
                "reason": gate.reason,
                "inputs": gate.inputs,
                "locked": gate.locked,
            }
            for gate in decision.gates
        ],
        "not_asked": list(decision.not_asked),
        "rationale": list(decision.rationale),
        "score": {
            "value": decision.score.value,
            "uncapped": decision.score.uncapped,
            "arithmetic": list(decision.score.arithmetic),
            "caps": [{"name": name, "cap": cap, "reason": reason} for name, cap, reason in decision.score.caps],
        },
        "claims": rows,
        "rejected_claims": [
            {
                "id": rejected.id,
                "text": rejected.text,
                "description": rejected.description,
                "reason": rejected.reason,
                "label": str(rejected.label),
                "vetoes": list(rejected.vetoes),
                "leans": rejected.leans,
            }
            for rejected in brief.rejected
        ],
        "origins": [
            {"id": origin.id, "name": origin.name, "documents": list(origin.documents), "reason": origin.reason}
            for origin in story.origins
        ],
        "updates": [{"document": step.document, "reason": step.reason} for step in story.updates],
        "warnings": [{"file": item.file, "reason": item.reason, "code": item.code} for item in warnings],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _once(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Each claim once, in order; a headline often repeats a fact's claim."""
    return list({verdict.claim.id: verdict for verdict in verdicts}.values())


def _claim(verdict: Verdict, sources: dict[str, str]) -> dict[str, Any]:
    row = claim_row(verdict)
    row["objections"] = [
        {
            "name": str(veto.name),
            "label": str(veto.label),
            "claimed": veto.claimed,
            "evidence": veto.evidence,
            "reason": veto.reason,
        }
        for veto in verdict.vetoes
    ]
    row["odds"] = {
        "supported": round(verdict.odds.supported, 4),
        "contradicted": round(verdict.odds.contradicted, 4),
        "neither": round(verdict.odds.neither, 4),
    }
    for passage in row["evidence"]:
        passage["source"] = sources.get(passage["document"], "")
    return row
