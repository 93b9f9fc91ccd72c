"""The veto `negation`: the evidence says the opposite, by a negative or by an opposite word."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.language.kinship import opposites
from groundwire.records.claim import Claim, Modality
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned, closest
from groundwire.verdicts.wording import cover, roots, shared, wording


def negation(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when what speaks of the matter has the other sign than the claim, else None."""
    near = closest(rows, policy.close_at)
    if not near or near[0].cover < policy.aligned_at:
        return None
    return _sign(claim, near) or _opposite(claim, near[0], policy)


def _sign(claim: Claim, near: Sequence[Aligned]) -> Veto | None:
    """The claim is negative and the closest statement is not, or the other way round."""
    best: tuple[float, Claim] | None = None
    for row in near:
        for given in row.sentence.claims:
            if not shared(claim.text, given.text):
                continue
            fit = cover(claim.text, given.text)
            if (negative(claim) == negative(given) and (best is None or fit >= best[0])) or best is None or fit > best[0]:
                best = (fit, given)
    if best is None or negative(claim) == negative(best[1]):
        return None
    given = best[1]
    mine, theirs = ("not so", "so") if negative(claim) else ("so", "not so")
    return Veto(
        VetoName.NEGATION, Label.CONTRADICTED, claim.span or claim.text, given.span or given.text,
        f"The claim says it is {mine}; the evidence says it is {theirs}.",
    )  # fmt: skip


def negative(claim: Claim) -> bool:
    """Whether a statement says that something is not so."""
    return claim.negated or claim.modality is Modality.DENIED


def _opposite(claim: Claim, row: Aligned, policy: VerdictPolicy) -> Veto | None:
    """A word of the claim is missing from the closest sentence, and its opposite stands there instead."""
    there, asked = roots(row.text), roots(claim.text)
    for word in wording(claim.text):
        if word.root in there or word.name:
            continue
        against = (opposites(word.root) & there) - asked
        if against:
            found = sorted(against)[0]
            written = next(other.text for other in wording(row.text) if other.root == found)
            return Veto(
                VetoName.NEGATION, Label.CONTRADICTED, word.text, written,
                f'The claim says "{word.text}"; the evidence says "{written}".',
            )  # fmt: skip
    return None
