"""The events of the log, each with its fields and the texts that go to the store beside it.

| event | when | subject |
|---|---|---|
| document.kept | a document was read and its snapshot kept | document |
| story.updated | a document joined a story | story |
| claim.judged | a claim was held against the evidence | claim |
| brief.drafted | a brief or draft stood before it was checked | story |
| claim.rejected | a drafted claim was taken out | claim |
| brief.gated | the gates decided on exactly one version | version |
| brief.published | an approved version was written to the public folder | version |
| text.erased | the key of one committed text was destroyed | commitment |
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from groundwire.ledger.canonical import canonical
from groundwire.records.brief import Brief, Question, RejectedClaim
from groundwire.records.event import Event
from groundwire.records.gate import Decision
from groundwire.records.source import Document
from groundwire.records.story import Story
from groundwire.records.verdict import Verdict

Logged = tuple[Event, dict[str, str]]


def instant(moment: datetime) -> str:
    """An aware moment as the log writes it: UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def ids_hash(ids: Sequence[str]) -> str:
    """One hash for a list of ids, so that a long list is one field."""
    return hashlib.sha256(canonical(list(ids))).hexdigest()


def document_kept(document: Document, at: datetime) -> Logged:
    """A document was read and its snapshot kept."""
    fields: tuple[tuple[str, str | int | bool], ...] = (
        ("snapshot", document.snapshot.sha256),
        ("text_sha256", hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()),
        ("bytes", document.snapshot.size),
        ("captured", instant(document.snapshot.captured_at)),
        ("extent", str(document.extent)),
        ("genre", str(document.genre)),
        ("source_kind", str(document.source.kind)),
        ("language", document.language),
        ("judged", document.judged),
    )
    texts = {"title": document.title, "source": document.source.name, "address": document.url or document.snapshot.name}
    return Event("document.kept", instant(at), document.id, fields), texts


def story_updated(story: Story, at: datetime) -> Logged:
    """A story stands as it does now: so many documents of so many origins."""
    fields: tuple[tuple[str, str | int | bool], ...] = (
        ("documents", len(story.documents)),
        ("documents_hash", ids_hash([document.id for document in story.documents])),
        ("origins", len(story.origins)),
        ("updates", len(story.updates)),
        ("status", str(story.status)),
    )
    reasons = "\n".join(f"{update.document}: {update.reason}" for update in story.updates)
    return Event("story.updated", instant(at), story.id, fields), {"title": story.title, "reasons": reasons}


def claim_judged(story: str, verdict: Verdict, at: datetime) -> Logged:
    """A claim was held against the evidence, with this label, probability and these vetoes."""
    places = [f"{passage.document}:{passage.start}-{passage.end}" for passage in verdict.passages]
    fields: tuple[tuple[str, str | int | bool], ...] = (
        ("story", story),
        ("label", str(verdict.label)),
        ("probability_millionths", round(verdict.probability * 1_000_000) if 0 <= verdict.probability <= 1 else -1),
        ("vetoes", ",".join(str(veto.name) for veto in verdict.vetoes)),
        ("level", str(verdict.level or "none")),
        ("origins", verdict.origins),
        ("passages", len(places)),
        ("passages_hash", ids_hash(places)),
        ("policy", verdict.policy),
    )
    reasons = "\n".join(veto.reason for veto in verdict.vetoes)
    return Event("claim.judged", instant(at), verdict.claim.id, fields), {
        "wording": verdict.claim.text,
        "reasons": reasons,
    }


def brief_drafted(brief: Brief, at: datetime) -> Logged:
    """A brief stood before its final text was checked."""
    fields: tuple[tuple[str, str | int | bool], ...] = (
        ("composer", str(brief.composer)),
        ("drafted", brief.drafted),
        ("removed", brief.removed),
        ("frame", brief.frame),
        ("lens", brief.lens.id if brief.lens else "none"),
        ("playbook_hash", ids_hash([brief.playbook])),
    )
    return Event("brief.drafted", instant(at), brief.story, fields), {"headline": brief.headline.text}


def claim_rejected(story: str, rejected: RejectedClaim, at: datetime) -> Logged:
    """A drafted claim was taken out; its wording is in the store alone."""
    fields: tuple[tuple[str, str | int | bool], ...] = (
        ("story", story),
        ("label", str(rejected.label)),
        ("vetoes", ",".join(rejected.vetoes)),
        ("kind_of_claim", str(rejected.kind)),
        ("leans", rejected.leans),
    )
    texts = {"wording": rejected.text, "description": rejected.description, "reason": rejected.reason}
    return Event("claim.rejected", instant(at), rejected.id, fields), texts


def brief_gated(story: str, decision: Decision, at: datetime) -> Logged:
    """The gates decided on exactly one version of a text."""
    gates = ",".join(f"{gate.name}={gate.outcome}" for gate in decision.gates)
    fields: tuple[tuple[str, str | int | bool], ...] = (
        ("story", story),
        ("outcome", str(decision.outcome)),
        ("score", decision.score.value),
        ("score_uncapped", decision.score.uncapped),
        ("policy", decision.policy.replace(" ", "_").replace("(", "").replace(")", "")),
        ("gates", len(decision.gates)),
        ("gates_hash", ids_hash([f"{gate.name} {gate.outcome} {gate.inputs}" for gate in decision.gates])),
        ("not_passed", sum(gate.outcome != "pass" for gate in decision.gates)),
    )
    return Event("brief.gated", instant(at), decision.version, fields), {
        "gate_outcomes": gates,
        "rationale": "\n".join(decision.rationale),
    }


def brief_published(
    story: str, version: str, files: Sequence[tuple[str, str]], questions: Sequence[Question], at: datetime
) -> Logged:
    """An approved version was written to the public folder, with these files and frozen questions.

    Args:
        files: (name, sha256) of each file written.
    """
    fields: tuple[tuple[str, str | int | bool], ...] = (
        ("story", story),
        ("files", len(files)),
        ("files_hash", ids_hash([f"{name} {digest}" for name, digest in files])),
        ("questions", len(questions)),
        ("questions_hash", ids_hash([question.frozen for question in questions])),
    )
    return Event("brief.published", instant(at), version, fields), {"files_list": "\n".join(name for name, _ in files)}


def text_erased(commitment: str, at: datetime) -> Event:
    """The key of one committed text was destroyed; what it said can no longer be shown."""
    return Event("text.erased", instant(at), commitment)
