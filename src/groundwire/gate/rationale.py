"""Why a decision was made, in words a reader can follow; never the wording of a removed claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from groundwire.gate.findings import count
from groundwire.gate.texts import FinalText, Mode
from groundwire.records.gate import FactScore, Gate, GateOutcome, Outcome
from groundwire.records.verdict import Label, VetoName

_LABELS = {
    Label.CONTRADICTED: "contradicted by the evidence",
    Label.UNSUPPORTED: "not carried by the evidence",
    Label.NO_EVIDENCE: "without any evidence",
    Label.SUPPORTED: "taken out because they lean on a removed one",
}
_VETOES = {
    VetoName.NUMBER: "a number",
    VetoName.DATE: "a date",
    VetoName.ENTITY: "a name",
    VetoName.QUOTE: "a quote",
    VetoName.SPEAKER: "who said it",
    VetoName.MODALITY: "how certain it is",
    VetoName.NEGATION: "a negation",
    VetoName.QUANTIFIER: "how much of it",
    VetoName.ATTRIBUTION: "on whose word it stands",
    VetoName.SUPERSEDED: "a later correction",
}


def rationale(
    text: FinalText, outcome: Outcome, gates: Sequence[Gate], score: FactScore, not_asked: Sequence[str]
) -> tuple[str, ...]:
    """The reasons of a decision, one sentence each: what was checked against what, what fell, why this outcome."""
    lines = [_checked(text)]
    lines += _removed(text)
    binding = [cap for cap in score.caps if cap[1] == score.value and score.value < score.uncapped]
    limited = f", held at {binding[0][1]} by: {binding[0][2]}" if binding else ""
    lines.append(
        f"Fact {score.value}/10: support by the stored evidence{limited}; it does not speak of the truth of the world."
    )
    stopped = [gate for gate in gates if gate.outcome is not GateOutcome.PASS]
    lines += [f"{gate.name}: {gate.reason}" for gate in stopped]
    lines.append(_conclusion(outcome, stopped, len(gates)))
    if not_asked:
        lines.append(
            f"The policy does not ask for {' and '.join(not_asked)}: no bound is claimed and no person has signed off."
        )
    return tuple(line for line in lines if line)


def _checked(text: FinalText) -> str:
    """What was held against what, by whom."""
    judged = [document for document in text.documents if document.judged]
    verdicts = text.verdicts
    thing = "the draft as given" if text.mode is Mode.CHECK else "the final text"
    supported = sum(verdict.supported for verdict in verdicts)
    carrying = {origin for verdict in verdicts if verdict.supported for origin in verdict.origin_ids}
    aside = len(text.documents) - len(judged)
    skipped = f" ({count(aside, 'more was', 'more were')} not judged, for the language)" if aside else ""
    return (
        f"{thing.capitalize()} was split into {count(len(verdicts), 'claim', 'claims')}, each held against "
        f"{count(len(judged), 'document', 'documents')}{skipped} by the {text.verifier or 'verifier, which was missing'}: "
        f"{supported} supported, from {count(len(carrying), 'independent origin', 'independent origins')}."
    )


def _removed(text: FinalText) -> list[str]:
    """What was taken out, by reason."""
    if text.mode is Mode.CHECK:
        return []
    if text.rejected:
        labels = Counter("lean" if each.leans else _LABELS[each.label] for each in text.rejected)
        vetoes = Counter(name for each in text.rejected for name in each.vetoes)
        number = len(text.rejected)
    else:
        labels = Counter(_LABELS[each.label] for each in text.removed)
        vetoes = Counter(str(veto.name) for each in text.removed for veto in each.vetoes)
        number = len(text.removed)
    if not number:
        return ["No drafted claim had to be taken out."]
    why = ", ".join(
        f"{times} {_LABELS[Label.SUPPORTED] if label == 'lean' else label}" for label, times in labels.most_common()
    )
    about = ", ".join(f"{_veto(name)} ({times})" for name, times in vetoes.most_common())
    tail = f"; what tripped them: {about}" if about else ""
    return [f"{count(number, 'drafted claim was', 'drafted claims were')} taken out: {why}{tail}."]


def _veto(name: str) -> str:
    """A veto in words."""
    return _VETOES[VetoName(name)] if name in set(VetoName) else name


def _conclusion(outcome: Outcome, stopped: Sequence[Gate], asked: int) -> str:
    """The last word."""
    if outcome is Outcome.APPROVE:
        return f"Approved: all {asked} gates that the policy asks for pass."
    names = ", ".join(gate.name for gate in stopped)
    if outcome is Outcome.REJECT:
        return f"Rejected by: {names}."
    locked = [gate.name for gate in stopped if gate.locked]
    if locked:
        return f"Held by: {names}; nobody can override {', '.join(locked)}."
    return f"Held by: {names}; a person may override it with a written reason that is published."
