"""The checker's way: a draft and readings in, a review out. Nothing is taken out of the draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from groundwire.claims.reading import ReadingContext, read, read_document
from groundwire.flows.judge import judge_all
from groundwire.gate.decision import decide
from groundwire.gate.score import score_of
from groundwire.gate.texts import of_review
from groundwire.intake.drafts import Draft
from groundwire.intake.identity import merge
from groundwire.ports import IndexMaker, Verifier
from groundwire.records.claim import ReadSentence, SentenceState
from groundwire.records.policy import Policy
from groundwire.records.review import Review, ReviewedSentence
from groundwire.records.source import Document, Reading
from groundwire.records.verdict import Label, Verdict
from groundwire.stories.origins import origins as origins_of
from groundwire.verdicts.merging import same_claim


def check_draft(
    draft: Draft, readings: Sequence[Reading], index_of: IndexMaker, verifier: Verifier, policy: Policy, now: datetime
) -> Review:
    """Checks every sentence of a draft against what was read.

    Args:
        draft: as intake.drafts reads it.
        readings: of the evidence; what could not be read is passed on as warnings.
        index_of, verifier: the ports.
        now: the clock's time, aware, UTC.
    """
    documents = merge([document for reading in readings for document in reading.documents])
    evidence = tuple(read_document(document) for document in documents if document.judged)
    origins = origins_of(documents, policy.grouping)
    header = draft.header
    context = ReadingContext(
        published=header.get("date", ""), source=header.get("source", ""), title=header.get("title", ""), draft=True
    )
    sentences = read(draft.text, context)
    claims = [claim for sentence in sentences for claim in sentence.claims]
    verdicts = judge_all(claims, evidence, origins, verifier, index_of(evidence), policy.verdicts)
    by_claim = {verdict.claim.id: verdict for verdict in verdicts}
    reviewed = tuple(
        review_sentence(draft.placed(sentence), tuple(by_claim[claim.id] for claim in sentence.claims))
        for sentence in sentences
    )
    text = of_review(reviewed, documents, origins, verifier.name, verifier.calibrated, title=header.get("title", ""))
    score = score_of(text, now, policy.score, same_claim)
    return Review(
        draft=draft.name,
        sentences=reviewed,
        documents=documents,
        decision=decide(text, policy, score, now),
        verifier=verifier.name,
        warnings=tuple(refusal for reading in readings for refusal in reading.refusals),
        notes=(*(note for reading in readings for note in reading.notes), *_not_judged(documents)),
    )


def review_sentence(sentence: ReadSentence, verdicts: tuple[Verdict, ...]) -> ReviewedSentence:
    """A sentence with its outcome: kept only if it has a claim and all its claims are supported."""
    if sentence.state is SentenceState.UNRESOLVED:
        return ReviewedSentence(
            sentence, "unresolved", sentence.reason or "it cannot be resolved from its context", verdicts
        )
    if sentence.state is SentenceState.NOT_CHECKABLE or not verdicts:
        return ReviewedSentence(sentence, "not_checkable", sentence.reason or "no claim that can be checked", verdicts)
    refused = [verdict for verdict in verdicts if not verdict.supported]
    if not refused:
        return ReviewedSentence(sentence, "kept", "", verdicts)
    return ReviewedSentence(sentence, "refused", "; ".join(dict.fromkeys(map(reason_for, refused))), verdicts)


def reason_for(verdict: Verdict) -> str:
    """Why a claim is not supported, in one plain sentence."""
    if verdict.vetoes:
        return " ".join(f"{veto.name}: {veto.reason}" for veto in verdict.vetoes)
    return {
        Label.CONTRADICTED: "the evidence says otherwise",
        Label.UNSUPPORTED: "related evidence does not carry it",
        Label.NO_EVIDENCE: "no evidence speaks to it",
        Label.SUPPORTED: "",
    }[verdict.label]


def _not_judged(documents: Sequence[Document]) -> list[str]:
    """A note for each document in a language that the verifier cannot judge."""
    return [
        f"{document.source.name}: not judged, because the verifier reads English only and this is {document.language!r}"
        for document in documents
        if not document.judged
    ]
