"""Gates on the parts of a brief: limits, lens, disclaimers, figures, languages. A draft under check has none of them."""

from __future__ import annotations

from groundwire.gate.findings import Finding, Look, count, some
from groundwire.gate.texts import FinalText, Mode
from groundwire.language.folding import fold

_NOT_IN_A_DRAFT = "A draft under check has none: not looked at."


def limits_stated(text: FinalText, look: Look) -> Finding:
    """A brief says what kind of event it is about and what of it the record does not show."""
    if text.mode is Mode.CHECK:
        return Finding(True, _NOT_IN_A_DRAFT)
    inputs = (text.frame, *(f"{limit.slot} {limit.filled}" for limit in text.limits))
    if not text.frame or not text.limits:
        return Finding(False, "The brief does not say what the record leaves open.", inputs)
    foreign = [limit.slot for limit in text.limits if limit.frame != text.frame]
    if foreign:
        return Finding(False, f"Limits of another kind of event stand in the brief: {some(foreign)}.", inputs)
    still_open = sum(not limit.filled for limit in text.limits)
    return Finding(
        True, f"The limits of the record are stated: {still_open} of {len(text.limits)} facts are open.", inputs
    )


def lens_fits(text: FinalText, look: Look) -> Finding:
    """A lens is shown only when it fits well enough and its trigger is a supported fact."""
    if text.mode is Mode.CHECK:
        return Finding(True, _NOT_IN_A_DRAFT)
    inputs = (text.lens, str(text.lens_score))
    if not text.lens:
        return Finding(True, "No lens fits, and none is shown.", inputs)
    score = text.lens_score
    if score is None or not look.policy.lens.show_at <= score <= 1.0:
        return Finding(False, f"The lens {text.lens} does not fit well enough to be shown.", inputs)
    if not text.lens_evidenced:
        return Finding(False, f"What triggers the lens {text.lens} is not a supported fact.", inputs)
    return Finding(True, f"The lens {text.lens} fits ({score:.2f}), and its trigger is evidenced.", inputs)


def disclaimers(text: FinalText, look: Look) -> Finding:
    """A brief carries every disclaimer it needs, in its words."""
    if text.mode is Mode.CHECK:
        return Finding(True, _NOT_IN_A_DRAFT)
    inputs = (*text.disclaimers, *text.required_disclaimers)
    printed = fold("\n".join(text.disclaimers))
    missing = [each for each in text.required_disclaimers if fold(each) not in printed]
    if missing:
        return Finding(False, f"A disclaimer is missing: {some(missing)}", inputs)
    has_analysis = text.lens or any(line.place == "analysis" for line in text.lines)
    if has_analysis and not text.disclaimers:
        return Finding(False, "The brief holds analysis and no disclaimer.", inputs)
    return Finding(
        True, f"{count(len(text.disclaimers), 'disclaimer stands', 'disclaimers stand')} with the brief.", inputs
    )


def figure_from_accepted_claims(text: FinalText, look: Look) -> Finding:
    """Every box, point and bar of a figure comes from a claim that was accepted, or is drawn as what would follow."""
    accepted = {verdict.claim.id for verdict in text.verdicts if verdict.supported}
    nodes = [node for figure in text.figures for node in figure.nodes]
    inputs = tuple(f"{node.claim} {node.label} {node.note}" for node in nodes)
    loose = [
        node.label
        for node in nodes
        if (node.claim and node.claim not in accepted)
        or (not node.claim and (node.evidenced or node.value is not None))
    ]
    if loose:
        return Finding(False, f"{count(len(loose), 'mark', 'marks')} of a figure come from no accepted claim.", inputs)
    if not text.figures:
        return Finding(True, "There is no figure.", inputs)
    return Finding(
        True, "Every mark of the figures comes from an accepted claim or is drawn as what would follow.", inputs
    )


def languages_agree(text: FinalText, look: Look) -> Finding:
    """Versions in other languages make the same claims, and each was verified."""
    inputs = tuple(f"{each.lang} {' '.join(each.claims)}" for each in text.languages)
    if not text.languages:
        return Finding(True, "There is one language version.", inputs)
    own = {verdict.claim.id for verdict in text.verdicts}
    differing = [each.lang for each in text.languages if set(each.claims) != own or not each.supported]
    if differing:
        return Finding(False, f"A version in another language says something else: {some(differing)}.", inputs)
    return Finding(
        True,
        f"{count(len(inputs), 'other language version makes', 'other language versions make')} the same claims.",
        inputs,
    )
