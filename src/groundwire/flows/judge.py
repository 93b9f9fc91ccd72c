"""Judges claims against documents: retrieval, verifier, vetoes, and a weaker wording where one can be made."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from groundwire.claims.reading import ReadingContext
from groundwire.claims.reading import read as read_text
from groundwire.flows.sourced import by_its_source
from groundwire.ports import PassageIndex, Verifier
from groundwire.records.claim import Claim, Modality, ReadDocument, SentenceState
from groundwire.records.policy import VerdictPolicy
from groundwire.records.source import Origin
from groundwire.records.verdict import Odds, Verdict, VetoName
from groundwire.verdicts.judging import judge
from groundwire.verdicts.passages import Evidence, evidence_of
from groundwire.verdicts.weakening import weaker

# How many times more passages are asked for than looked at, since some are of documents that are not to be looked at.
_WIDER = 4
_TALKS = re.compile(r"\b(talks|negotiat\w{1,8}|discussions?)\b")


def judge_all(
    claims: Sequence[Claim],
    read: Sequence[ReadDocument],
    origins: Sequence[Origin],
    verifier: Verifier,
    index: PassageIndex,
    policy: VerdictPolicy,
) -> tuple[Verdict, ...]:
    """One verdict a claim, in their order; each independent of the other claims and of documents that do not speak of it.

    Raises: VerifierError when the verifier is missing or damaged.
    """
    verdicts = _judged(claims, read, origins, verifier, index, policy)
    inner = lambda some, own: _judged(some, own, origins, verifier, index, policy)  # noqa: E731
    return tuple(
        verdict if verdict.supported else by_its_source(verdict.claim, read, inner) or verdict for verdict in verdicts
    )


def _judged(
    claims: Sequence[Claim],
    read: Sequence[ReadDocument],
    origins: Sequence[Origin],
    verifier: Verifier,
    index: PassageIndex,
    policy: VerdictPolicy,
) -> tuple[Verdict, ...]:
    """One verdict a claim, by the documents given."""
    by_id = {one.document.id: one for one in read}
    gathered = [gather(claim, by_id, index, policy) for claim in claims]
    pairs = [pair for claim, evidence in zip(claims, gathered, strict=True) for pair in _pairs(claim, evidence)]
    odds = list(verifier.odds(pairs)) if pairs else []
    verdicts: list[Verdict] = []
    at = 0
    for claim, evidence in zip(claims, gathered, strict=True):
        count = len(evidence) + 1 if evidence else 0
        own: Sequence[Odds] = odds[at : at + count]
        at += count
        verdict = judge(claim, evidence, own, origins, policy)
        verdicts.append(_with_suggestion(verdict, evidence, by_id, origins, verifier, index, policy))
    return tuple(verdicts)


def gather(
    claim: Claim, by_id: Mapping[str, ReadDocument], index: PassageIndex, policy: VerdictPolicy
) -> tuple[Evidence, ...]:
    """The passages that speak to a claim, and those that hold its quotes, best first."""
    near = [(one, score) for one, score in index.search(claim.text, policy.passages * _WIDER) if one.document in by_id]
    found = [(passage, score) for passage, score in near[: policy.passages] if score >= policy.related_at]
    seen = {(passage.document, passage.start) for passage, _ in found}
    for quote in claim.quotes:
        for passage, score in index.search(quote.text, 1):
            known = passage.document not in by_id or (passage.document, passage.start) in seen
            if score >= policy.close_at and not known and found:
                seen.add((passage.document, passage.start))
                found.append((passage, policy.related_at))
    return tuple(evidence_of(passage, score, by_id[passage.document]) for passage, score in found)


def _pairs(claim: Claim, evidence: Sequence[Evidence]) -> list[tuple[str, Claim]]:
    """All passages read together in the order of their documents, then each by itself."""
    if not evidence:
        return []
    order = sorted(evidence, key=lambda one: (one.document.id, one.passage.start))
    return [("\n".join(one.passage.text for one in order), claim), *((one.passage.text, claim) for one in evidence)]


def _with_suggestion(
    verdict: Verdict,
    evidence: Sequence[Evidence],
    by_id: Mapping[str, ReadDocument],
    origins: Sequence[Origin],
    verifier: Verifier,
    index: PassageIndex,
    policy: VerdictPolicy,
) -> Verdict:
    """The verdict with a weaker wording, when one can be made and the evidence carries it."""
    given, talks = _standing(verdict, evidence)
    wording = weaker(verdict, given, talks)
    if not wording:
        return verdict
    context = ReadingContext(draft=True)
    sentences = read_text(wording, context)
    if not sentences or any(one.state is not SentenceState.CHECKABLE for one in sentences):
        return verdict
    claims = [claim for one in sentences for claim in one.claims]
    for claim in claims:
        found = gather(claim, by_id, index, policy)
        pairs = _pairs(claim, found)
        if not pairs or not judge(claim, found, verifier.odds(pairs), origins, policy).supported:
            return verdict
    return dataclasses.replace(verdict, suggestion=wording)


def _standing(verdict: Verdict, evidence: Sequence[Evidence]) -> tuple[Modality | None, bool]:
    """How far along the evidence says the vetoed matter is, and whether it speaks of talks."""
    words = next((veto.evidence for veto in verdict.vetoes if veto.name is VetoName.MODALITY), "")
    for one in evidence:
        for sentence in one.sentences:
            for claim in sentence.claims:
                if words and words in (claim.span, claim.text):
                    return claim.modality, bool(_TALKS.search(sentence.sentence.text.lower()))
    return None, False
