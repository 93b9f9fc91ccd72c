"""The facts of one brief as events for the ledger, in the order in which they happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from groundwire.flows.publish import Decided
from groundwire.ledger import events
from groundwire.ledger.events import Logged
from groundwire.records.gate import Outcome


def facts_of(decided: Decided, published: Sequence[tuple[str, str]], now: datetime) -> list[Logged]:
    """Everything that is to be logged about one brief.

    Args:
        published: (name, sha256) of each file written to the public side; not logged unless the brief is approved.
    """
    story, brief, decision = decided.story, decided.brief, decided.decision
    kept = {verdict.claim.id: verdict for line in brief.stated_lines() for verdict in line.verdicts}
    removed = {verdict.claim.id: verdict for verdict in decided.removed if verdict.claim.id not in kept}
    facts = [events.document_kept(document, now) for document in story.documents]
    facts.append(events.story_updated(story, now))
    facts += [events.claim_judged(story.id, verdict, now) for verdict in (*kept.values(), *removed.values())]
    facts.append(events.brief_drafted(brief, now))
    facts += [events.claim_rejected(story.id, rejected, now) for rejected in brief.rejected]
    facts.append(events.brief_gated(story.id, decision, now))
    if decision.outcome is Outcome.APPROVE:
        facts.append(events.brief_published(story.id, decision.version, published, brief.questions, now))
    return facts
