"""A review as SARIF 2.1.0, for code hosts and editors that show findings."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from groundwire.publishing.github import message
from groundwire.publishing.wording import clean
from groundwire.records.review import Review, ReviewedSentence
from groundwire.records.verdict import Label

RULES = {
    "contradicted": "The sources say otherwise.",
    "unsupported": "The sources speak of it, but do not carry the claim.",
    "no-evidence": "Nothing in the sources speaks of it.",
    "unresolved": "What the sentence speaks of cannot be told from its context.",
}


def document(review: Review, path: str, version: str = "") -> dict[str, Any]:
    """The review as a SARIF log of one run.

    Args:
        path: the draft's path, relative to the root of the repository.
        version: of Groundwire.
    """
    driver: dict[str, Any] = {
        "name": "groundwire",
        "rules": [{"id": name, "name": name, "shortDescription": {"text": text}} for name, text in RULES.items()],
    }
    if version:
        driver["version"] = version
    found = [r for r in review.sentences if r.outcome in ("refused", "unresolved")]
    score = review.decision.score
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": True,
                        "toolExecutionNotifications": [
                            {"level": "warning", "message": {"text": clean(f"{item.file}: {item.reason}")}}
                            for item in review.warnings
                        ],
                    }
                ],
                "results": [_result(reviewed, path) for reviewed in found],
                "properties": {
                    "factScore": score.value,
                    "decision": str(review.decision.outcome),
                    "policy": review.decision.policy,
                    "verifier": review.verifier,
                },
            }
        ],
    }


def rule(reviewed: ReviewedSentence) -> str:
    """The id of the rule a sentence falls under: the gravest of its claims."""
    if reviewed.outcome == "unresolved":
        return "unresolved"
    labels = {verdict.label for verdict in reviewed.verdicts}
    if Label.CONTRADICTED in labels:
        return "contradicted"
    return "unsupported" if Label.UNSUPPORTED in labels or not labels else "no-evidence"


def _result(reviewed: ReviewedSentence, path: str) -> dict[str, Any]:
    sentence, name = reviewed.read.sentence, rule(reviewed)
    return {
        "ruleId": name,
        "ruleIndex": list(RULES).index(name),
        "level": "error",
        "message": {"text": message(reviewed)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(path.replace("\\", "/"), safe="/")},
                    "region": {
                        "startLine": max(1, sentence.line),
                        "startColumn": max(1, sentence.column),
                        "snippet": {"text": clean(sentence.text)},
                    },
                }
            }
        ],
        "partialFingerprints": {
            "claim/v1": "-".join(verdict.claim.id for verdict in reviewed.verdicts) or f"sentence-{sentence.index}"
        },
    }
