"""Gates on how well things stand: origins a claim, and conflicts between the sources."""

from __future__ import annotations

from groundwire.gate.findings import Finding, Look, count, excerpt, some
from groundwire.gate.gates.persons import accuses, well_founded
from groundwire.gate.score import needs_second_origin
from groundwire.gate.texts import FinalText, TextLine
from groundwire.language.publishers import same_publisher
from groundwire.language.tokens import words
from groundwire.records.claim import Claim, ClaimStatus
from groundwire.records.verdict import Verdict


def origins(text: FinalText, look: Look) -> Finding:
    """Each supported claim has the origins it needs: one for background and for what attributes itself, else two.

    A primary document stands for two. An accusation needs two however it is worded.
    """
    stated = [line for line in text.lines if line.stated]
    names = source_names(text)
    flat: list[str] = []
    accusing: list[str] = []
    for line in stated:
        attributed = names_its_source(line, names)
        for verdict in line.verdicts:
            if not verdict.supported or well_founded(verdict):
                continue
            if accuses(verdict.claim, look.policy.words) and _against_somebody(verdict):
                accusing.append(f"“{excerpt(line.text)}”")
            elif needs_second_origin(verdict.claim) and not (attributed or attributes(verdict.claim)):
                flat.append(f"“{excerpt(line.text)}”")
    inputs = tuple(f"{verdict.claim.id} {verdict.origins}" for line in stated for verdict in line.verdicts)
    faults = []
    if accusing:
        faults.append(f"accusations on one origin: {some(list(dict.fromkeys(accusing)))}")
    if flat:
        faults.append(
            f"stated flatly on one origin, where the sentence should say who says so: {some(list(dict.fromkeys(flat)))}"
        )
    if faults:
        whole = "; ".join(faults)
        return Finding(False, f"{whole[0].upper()}{whole[1:]}.", inputs)
    everywhere = {origin for verdict in text.verdicts if verdict.supported for origin in verdict.origin_ids}
    known = f"{count(len(everywhere), 'independent origin', 'independent origins')} in all"
    return Finding(True, f"Every claim has the origins it needs; {known}.", inputs)


def _against_somebody(verdict: Verdict) -> bool:
    """Whether an accusation names anybody besides the one who speaks."""
    claim = verdict.claim
    return any(not set(words(name)) <= set(words(claim.speaker)) for name in claim.names)


def attributes(claim: Claim) -> bool:
    """Whether the sentence of a claim says on whose word it stands."""
    return bool(claim.speaker) or claim.depth > 0 or claim.status is not ClaimStatus.STATED


def source_names(text: FinalText) -> dict[str, frozenset[str]]:
    """Words of the name of each source and origin, by document id; one-word names of function words are left out."""
    names: dict[str, set[str]] = {document.id: set() for document in text.documents}
    for document in text.documents:
        for name in (document.source.name, document.wire, document.attributed_to):
            if words(name):
                names[document.id].add(" ".join(words(name)))
    for origin in text.origins:
        if words(origin.name):
            for document_id in origin.documents:
                names.setdefault(document_id, set()).add(" ".join(words(origin.name)))
    return {document_id: frozenset(each) for document_id, each in names.items()}


def names_its_source(line: TextLine, names: dict[str, frozenset[str]]) -> bool:
    """Whether a line names a source that it cites or rests on, in its own words or in a form of its name."""
    run = f" {' '.join(words(line.text))} "
    behind = {*line.cites, *(passage.document for verdict in line.verdicts for passage in verdict.passages)}
    named = {one for verdict in line.verdicts for one in (*verdict.claim.names, verdict.claim.speaker) if one}
    return any(
        f" {name} " in run
        or any(same_publisher(name.replace(" ", "-"), one) or same_publisher(name, one) for one in named)
        for document_id in behind
        for name in names.get(document_id, frozenset())
    )


def conflict(text: FinalText, look: Look) -> Finding:
    """Where the sources differ the text prints both sides, and no lead stands on an open conflict."""
    inputs = tuple(each.about for each in text.conflicts)
    hidden = [each.about for each in text.conflicts if not each.printed]
    if hidden:
        return Finding(False, f"The sources differ and the text does not say so: {some(hidden)}.", inputs)
    open_lead = [each.about for each in text.conflicts if each.lead and not each.settled]
    if open_lead:
        return Finding(False, f"The sources disagree on what leads the text: {some(open_lead)}.", inputs)
    if not inputs:
        return Finding(True, "No conflict between the sources was found.", inputs)
    return Finding(
        True, f"{count(len(inputs), 'difference', 'differences')} between the sources, both sides printed.", inputs
    )
