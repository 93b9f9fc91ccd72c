"""From odds and objections to a verdict: the label, the probability, and how well a supported claim stands."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.language.names import same_name
from groundwire.records.claim import Claim, ClaimStatus
from groundwire.records.policy import VerdictPolicy
from groundwire.records.source import Document, Genre, Origin, Passage, SourceKind
from groundwire.records.verdict import Label, Level, Odds, Verdict, Veto, VetoName
from groundwire.verdicts.passages import Evidence, align
from groundwire.verdicts.vetoes import objections
from groundwire.verdicts.vetoes.entity import knows

_NOTHING = Odds(0.0, 0.0, 1.0)
# Genres whose word alone carries no flat statement: attributed it passes.
_NEVER_ALONE = frozenset({Genre.SATIRE, Genre.OPINION, Genre.SPONSORED})


def judge(
    claim: Claim, evidence: Sequence[Evidence], odds: Sequence[Odds], origins: Sequence[Origin], policy: VerdictPolicy
) -> Verdict:
    """What the evidence says of a claim.

    Args:
        evidence: passages, best first; those below the policy's `related_at` are set aside.
        odds: the verifier's: first for all passages read together, then one a passage, in the order of `evidence`.
        origins: of all documents of the story.
    """
    if not evidence or evidence[0].score < policy.related_at:
        return Verdict(claim, Label.NO_EVIDENCE, 0.0, _NOTHING, policy_id(policy))
    together = odds[0]
    if _unrelated(claim, evidence, together, policy):
        return Verdict(claim, Label.NO_EVIDENCE, 0.0, together, policy_id(policy))
    vetoes = objections(claim, align(claim, evidence), policy)
    sole = _sole_support(claim, evidence, odds[1:], policy)
    if sole is not None and not vetoes and together.supported >= policy.support_at:
        vetoes = (sole,)
    label = _label(together, vetoes, policy)
    shown = _shown(evidence, odds[1:])
    if label is not Label.SUPPORTED:
        probability = 0.0 if vetoes else together.supported
        return Verdict(claim, label, probability, together, policy_id(policy), vetoes, shown)
    carriers = _carriers(claim, evidence, odds[1:], policy)
    standing = [origin for origin in origins if set(origin.documents) & {one.document.id for one in carriers}]
    level = _level(claim, carriers, standing)
    return Verdict(
        claim, label, together.supported, together, policy_id(policy), (), shown, level,
        max(1, len(standing)), tuple(origin.id for origin in standing),
    )  # fmt: skip


def _unrelated(claim: Claim, evidence: Sequence[Evidence], odds: Odds, policy: VerdictPolicy) -> bool:
    """Whether what was found shares words with the claim and no more: it knows not whom the claim is about, and carries little."""
    subject = claim.names[0] if claim.names else ""
    if not subject or odds.supported >= policy.support_at / 2:
        return False
    return not any(knows(one.document, subject) for one in evidence)


def policy_id(policy: VerdictPolicy) -> str:
    """What a verdict names as the policy it was judged under."""
    return f"verdicts:{policy.support_at:g}/{policy.contradict_at:g}/{policy.related_at:g}"


def _label(odds: Odds, vetoes: Sequence[Veto], policy: VerdictPolicy) -> Label:
    """A contradiction outweighs what is merely not there; any veto outweighs the odds."""
    if any(veto.label is Label.CONTRADICTED for veto in vetoes):
        return Label.CONTRADICTED
    if vetoes:
        return Label.UNSUPPORTED
    if odds.supported >= policy.support_at:
        return Label.SUPPORTED
    return Label.CONTRADICTED if odds.contradicted >= policy.contradict_at else Label.UNSUPPORTED


def _shown(evidence: Sequence[Evidence], odds: Sequence[Odds]) -> tuple[Passage, ...]:
    """The passages, those first that carry most by themselves."""
    order = sorted(range(len(evidence)), key=lambda i: (-evidence[i].score - odds[i].supported, i))
    return tuple(evidence[i].passage for i in order)


def _carriers(
    claim: Claim, evidence: Sequence[Evidence], odds: Sequence[Odds], policy: VerdictPolicy
) -> tuple[Evidence, ...]:
    """The passages that carry the claim by themselves and trip no veto; the best one where it takes several together."""
    alone = tuple(
        one
        for one, own in zip(evidence, odds, strict=True)
        if own.supported >= policy.support_at and not objections(claim, align(claim, [one]), policy)
    )
    return alone or (evidence[0],)


def _level(claim: Claim, carriers: Sequence[Evidence], standing: Sequence[Origin]) -> Level:
    """Confirmed by the issuer's own document of its own acts and words, corroborated by two origins, else reported."""
    if any(own_word(claim, one.document) for one in carriers):
        return Level.CONFIRMED
    named = [origin for origin in standing if not origin.anonymous]
    return Level.CORROBORATED if len(named) > 1 else Level.REPORTED


def own_word(claim: Claim, document: Document) -> bool:
    """Whether a document is primary for a claim: its issuer speaks of what the issuer itself did or said."""
    if document.source.kind is not SourceKind.PRIMARY:
        return False
    actor = claim.speaker or (claim.names[0] if claim.names else "")
    return bool(actor) and same_name(actor, document.source.name)


def _sole_support(
    claim: Claim, evidence: Sequence[Evidence], odds: Sequence[Odds], policy: VerdictPolicy
) -> Veto | None:
    """An objection when satire, opinion or paid text is all that a flat statement rests on."""
    if claim.status is not ClaimStatus.STATED or claim.speaker:
        return None
    strong = [one for one, own in zip(evidence, odds, strict=True) if own.supported >= policy.support_at] or evidence[
        :1
    ]
    genres = {one.document.genre for one in strong}
    if not genres <= _NEVER_ALONE:
        return None
    kind = sorted(genres)[0].value
    reason = f"Only {kind} says this, and the claim states it as fact."
    return Veto(VetoName.ATTRIBUTION, Label.UNSUPPORTED, claim.span or claim.text, kind, reason)
