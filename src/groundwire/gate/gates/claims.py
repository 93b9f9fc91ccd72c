"""Gates on the claims of the final text: covered, led by a supported one, no stronger than the evidence, no survivor."""

from __future__ import annotations

from groundwire.errors import VerifierError
from groundwire.gate.findings import Finding, Look, count, excerpt, some
from groundwire.gate.texts import FinalText, State, TextLine
from groundwire.language.tokens import words
from groundwire.records.verdict import Label, VetoName

# Shorter wordings are no evidence of survival: "the company said" stands in any text.
_SHORTEST_SURVIVOR = 4


def claims_supported(text: FinalText, look: Look) -> Finding:
    """Every sentence that must be covered is covered by supported claims, none of them in the abstain band."""
    if not text.verifier:
        raise VerifierError("no verifier was there to judge the claims")
    stated = [line for line in text.lines if line.stated]
    inputs = tuple(line.text for line in stated)
    unresolved = [line for line in stated if line.state is State.UNRESOLVED]
    refused = [line for line in stated if line.state is not State.UNRESOLVED and not _covered(line, text)]
    if unresolved or refused:
        parts = []
        if refused:
            parts.append(f"{count(len(refused), 'sentence is', 'sentences are')} not carried by the evidence")
        if unresolved:
            parts.append(f"{count(len(unresolved), 'sentence', 'sentences')} could not be resolved")
        examples = some([f"“{excerpt(line.text)}”" for line in (*refused, *unresolved)])
        return Finding(False, f"{' and '.join(parts)}: {examples}.", inputs)
    doubtful = [
        verdict
        for verdict in text.verdicts
        if verdict.supported and verdict.probability < look.policy.verdicts.abstain_from
    ]
    if doubtful:
        reason = (
            f"The verifier is too unsure of {count(len(doubtful), 'claim', 'claims')} for a decision without a person."
        )
        return Finding(False, reason, inputs)
    covered = count(len(stated), "sentence that states a fact is", "sentences that state facts are")
    return Finding(True, f"{covered} covered by supported claims.", inputs)


def _covered(line: TextLine, text: FinalText) -> bool:
    """Whether a line is kept and has claims that are all supported, by its verdicts and not by its word."""
    sound = {id(verdict) for verdict in line.verdicts if verdict.supported and 0.0 <= verdict.probability <= 1.0}
    return line.state is State.KEPT and bool(line.verdicts) and len(sound) == len(line.verdicts)


def lead_supported(text: FinalText, look: Look) -> Finding:
    """There is something to check, and what a reader takes away first is supported."""
    if not any(line.stated and line.verdicts for line in text.lines):
        return Finding(False, "The text makes no claim that can be checked.", (text.text,))
    lead = [line for line in text.lines if line.lead and line.stated]
    inputs = tuple(line.text for line in lead)
    if not lead:
        return Finding(False, "The text has no lead that can be checked.", (text.text,))
    weak = [line for line in lead if not _covered(line, text)]
    if weak:
        return Finding(False, f"The lead is not carried by the evidence: “{excerpt(weak[0].text)}”.", inputs)
    return Finding(True, "The lead is carried by the evidence.", inputs)


def no_rejected_survivor(text: FinalText, look: Look) -> Finding:
    """No contradicted and no removed claim stands in the final text, in these words or in others.

    Raises: VerifierError when claims were removed and nobody can say whether they survive.
    """
    inputs = (text.printed, *(verdict.claim.text for verdict in text.removed), *(each.text for each in text.rejected))
    contradicted = [verdict for verdict in text.verdicts if verdict.label is Label.CONTRADICTED]
    if contradicted:
        reason = f"The evidence contradicts {count(len(contradicted), 'claim that stands', 'claims that stand')} in the text."
        return Finding(False, reason, inputs)
    survivors = [*_asserted(text, look), *_literal(text)]
    if survivors:
        number = len(set(survivors))
        return Finding(
            False, f"{count(number, 'removed claim survives', 'removed claims survive')} in the text.", inputs
        )
    removed = max(len(text.removed), len(text.rejected))
    if not removed:
        return Finding(True, "No claim of the text is contradicted; none was removed.", inputs)
    return Finding(
        True, f"None of the {count(removed, 'removed claim', 'removed claims')} survives in the text.", inputs
    )


def _asserted(text: FinalText, look: Look) -> list[str]:
    """Ids of removed claims that a claim of the text asserts, by the flow's word or by the judge's."""
    if text.survivors:
        return list(text.survivors)
    if look.asserts is None:
        if text.survivors is None and (text.removed or text.rejected):
            raise VerifierError("nobody looked whether the removed claims survive")
        return []
    standing = [verdict.claim for verdict in text.verdicts]
    return [
        gone.claim.id
        for gone in text.removed
        if not gone.supported and any(look.asserts(claim, gone.claim) for claim in standing)
    ]


def _literal(text: FinalText) -> list[str]:
    """Ids of removed claims whose very words stand somewhere on what is printed.

    Supported lines are left out: what the evidence carries may contain the words of a claim that said more. So are claims
    that were supported and fell only with one they lean on: where the evidence carries them they may stand.
    """
    kept = {line.text for line in text.lines if line.state is State.KEPT}
    beside = [line.text for line in text.lines if line.text not in kept] + [surface for _, surface in text.surfaces]
    places = [f" {' '.join(words(place))} " for place in beside]
    refused = [verdict.claim for verdict in text.removed if not verdict.supported]
    gone = [(claim.id, wording) for claim in refused for wording in (claim.text, claim.span)]
    gone += [(each.id, each.text) for each in text.rejected if each.label is not Label.SUPPORTED]
    found = []
    for claim_id, wording in gone:
        run = words(wording)
        if len(run) >= _SHORTEST_SURVIVOR and any(f" {' '.join(run)} " in place for place in places):
            found.append(claim_id)
    return found


def modality(text: FinalText, look: Look) -> Finding:
    """No claim is stronger than its evidence, and analysis is conditional in wording."""
    stated = tuple(verdict.claim.text for verdict in text.verdicts)
    analysis = [line.text for line in text.lines if line.place == "analysis"]
    inputs = (*stated, *analysis)
    tripped = [veto for verdict in text.verdicts for veto in verdict.vetoes if veto.name is VetoName.MODALITY]
    if tripped:
        return Finding(False, f"A statement is stronger than its evidence: {tripped[0].reason}", inputs)
    conditionals = [f" {each} " for each in look.policy.words.conditionals]
    flat = [
        line
        for line in analysis
        if conditionals and not any(word in f" {' '.join(words(line))} " for word in conditionals)
    ]
    if flat:
        return Finding(False, f"Analysis is worded as fact: “{excerpt(flat[0])}”.", inputs)
    return Finding(True, "No claim is stronger than its evidence.", inputs)
