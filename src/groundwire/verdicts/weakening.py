"""A weaker wording that the evidence carries, for a claim that went too far."""

from __future__ import annotations

import re

from groundwire.language.grammar import verb
from groundwire.records.claim import Claim, Modality
from groundwire.records.verdict import Verdict, VetoName

_AGREED = re.compile(
    r"\b(?:has|have|had)?\s*(?:agreed|decided|pledged|committed|promised)\s+to\s+(?=[a-z])|\bwill\s+(?=[a-z])|\bis (?:going|set) to\s+(?=[a-z])"
)
_SIGNED = re.compile(
    r"\b(?:has|have|had)?\s*(?:signed|closed|concluded|sealed|struck|reached|inked)\s+(?:a|an|the)\s+(?:\w+\s+)?(?:contract|deal|agreement|accord)\s+(?P<link>for|to|with)\b"
)
_DONE = re.compile(r"\b(?P<aux>has|have|had)\s+(?P<verb>[a-z]+)\b")
_SINGULAR = {
    Modality.UNDER_WAY: "is in talks to ",
    Modality.PLANNED: "plans to ",
    Modality.POSSIBLE: "may ",
    Modality.CONDITIONAL: "may ",
}
_PLURAL = {**_SINGULAR, Modality.UNDER_WAY: "are in talks to ", Modality.PLANNED: "plan to "}


def weaker(verdict: Verdict, given: Modality | None, talks: bool) -> str:
    """The claim in a weaker wording, or "" where none can be made safely; it must be verified before it is shown.

    Args:
        given: how far along the evidence says the matter is, None when that is not known.
        talks: whether the evidence speaks of talks or negotiations.
    """
    names = {veto.name for veto in verdict.vetoes}
    if not names or not names <= {VetoName.NUMBER, VetoName.MODALITY}:
        return ""
    text = verdict.claim.text
    for veto in verdict.vetoes:
        if veto.name is VetoName.NUMBER:
            if not veto.evidence or veto.claimed not in text:
                return ""
            text = text.replace(veto.claimed, veto.evidence, 1)
    if VetoName.MODALITY in names:
        text = _lowered(text, verdict.claim, given, talks)
    return text if text != verdict.claim.text else ""


def _lowered(text: str, claim: Claim, given: Modality | None, talks: bool) -> str:
    """The verb of the claim brought down to what the evidence says; the text as it was when that is not safe."""
    if given is None or given not in _SINGULAR or (given is Modality.UNDER_WAY and not talks):
        return text
    lead = (_PLURAL if re.search(r"\b(have|are|were)\b", text) else _SINGULAR)[given]
    found = _AGREED.search(text)
    if found:
        return f"{text[: found.start()].rstrip()} {lead}{text[found.end() :]}"
    found = _SIGNED.search(text)
    if found and given is Modality.UNDER_WAY:
        about = {"for": "about", "to": "to", "with": "with"}[found.group("link")]
        return f"{text[: found.start()].rstrip()} {lead.removesuffix('to ')}{about}{text[found.end() :]}"
    found = _DONE.search(text)
    form = verb(found.group("verb")) if found else None
    if found and form is not None:
        return f"{text[: found.start()]}{lead}{form.base}{text[found.end() :]}"
    return text
