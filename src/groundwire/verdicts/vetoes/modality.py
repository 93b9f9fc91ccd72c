"""The veto `modality`: what is planned, possible or under way told as done, or an open end told as settled."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.language.kinship import root
from groundwire.language.tokens import words
from groundwire.records.claim import Claim, Modality
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest
from groundwire.verdicts.wording import cover, shared

# How much a modality commits to. Weakening goes down the ladder and is allowed; strengthening goes up and is not.
RANK = {
    Modality.DONE: 4,
    Modality.ONGOING: 4,
    Modality.UNDER_WAY: 3,
    Modality.PLANNED: 2,
    Modality.POSSIBLE: 1,
    Modality.CONDITIONAL: 1,
    Modality.DENIED: 4,
}
WORDS = {
    Modality.DONE: "done",
    Modality.ONGOING: "going on",
    Modality.UNDER_WAY: "under way",
    Modality.PLANNED: "planned",
    Modality.POSSIBLE: "possible",
    Modality.CONDITIONAL: "conditional",
    Modality.DENIED: "not so",
}

# Verbs that make a claim one of intentions, whatever its tense ("had aimed at Tuesday").
_SOFT = frozenset(
    [
        "aim",
        "plan",
        "intend",
        "propos",
        "seek",
        "want",
        "hope",
        "expect",
        "consid",
        "offer",
        "urg",
        "ask",
        "call",
        "request",
        "demand",
        "try",
        "attempt",
        "may",
        "might",
        "could",
        "would",
    ]
)


def modality(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when every sentence that speaks of the matter is weaker than the claim, else None."""
    if claim.modality in (Modality.DENIED, Modality.ONGOING, Modality.POSSIBLE) or claim.depth:
        # What goes on is told in the present, and so is what is planned ("the law takes effect in May").
        return None
    if _SOFT & {root(word) for word in words(claim.text)}:
        return None
    best: tuple[float, Claim] | None = None
    for row in closest(rows, policy.close_at):
        for given in row.sentence.claims:
            if given.modality is Modality.DENIED or not shared(claim.text, given.text):
                continue
            if follows(claim.modality, given.modality):
                return None
            fit = cover(claim.text, given.text)
            if best is None or fit > best[0]:
                best = (fit, given)
    if best is None:
        return None
    given = best[1]
    mine, theirs = WORDS[claim.modality], WORDS[given.modality]
    reason = f"The claim tells as {mine} what the evidence tells as {theirs}."
    return Veto(VetoName.MODALITY, Label.UNSUPPORTED, mine, given.span or given.text, reason)


def follows(claimed: Modality, given: Modality) -> bool:
    """Whether what is claimed commits to no more than what is given."""
    if claimed is Modality.POSSIBLE:
        return True
    if claimed is Modality.PLANNED and given is Modality.UNDER_WAY:
        # Talks about a deal are no plan to close it; work under way on a thing is.
        return False
    return RANK[given] >= RANK[claimed]
