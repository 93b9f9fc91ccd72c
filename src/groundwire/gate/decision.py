"""The decision: every gate the policy asks for looks at the final text, and the outcome follows from them."""

from __future__ import annotations

import hashlib
from datetime import datetime

from groundwire.gate.findings import Asserts, Check, Finding, Look
from groundwire.gate.gates import GATES
from groundwire.gate.rationale import rationale
from groundwire.gate.texts import FinalText
from groundwire.records.gate import Decision, FactScore, Gate, GateOutcome, Outcome
from groundwire.records.policy import GateRule, Policy

_LOCKED = "hold-locked"


def decide(
    text: FinalText, policy: Policy, score: FactScore, now: datetime, asserts: Asserts | None = None
) -> Decision:
    """Approve, hold or reject exactly this text, by the gates that the policy asks for.

    Fails closed: an error inside a gate, a missing verifier, a gate that the policy does not know or asks for and that does
    not exist hold the text, and nobody can override that.

    Args:
        text: what would be published, or a draft as given.
        score: of the same text; printed with the decision, it decides nothing itself but stands for a contradiction at 0.
        now: the clock's time, aware, UTC.
        asserts: whether a claim of the text asserts a removed one (`verdicts.merging.asserts`); None when the flow has
            looked itself and filled `text.survivors`.
    Source: VERIFICATION.md section 5.
    """
    look = Look(policy=policy, now=now, asserts=asserts)
    rules = {rule.name: rule for rule in policy.gates}
    names = [*GATES, *(name for name in rules if name not in GATES)]
    gates = tuple(_outcome(name, rules.get(name), text, look) for name in names if _asked(rules.get(name)))
    not_asked = tuple(name for name in names if not _asked(rules.get(name)))
    outcome = _follows(gates)
    return Decision(
        outcome=outcome,
        version=text.bound_to,
        policy=policy.label,
        gates=gates,
        score=score,
        not_asked=not_asked,
        rationale=rationale(text, outcome, gates, score, not_asked),
    )


def _asked(rule: GateRule | None) -> bool:
    """Whether a gate is to be passed; one that the policy does not name is, and will hold."""
    return rule is None or rule.asked


def _outcome(name: str, rule: GateRule | None, text: FinalText, look: Look) -> Gate:
    """One gate with what the policy makes of its finding."""
    check = GATES.get(name)
    if rule is None or check is None:
        reason = (
            "The policy does not know this gate." if rule is None else "The policy asks for a gate that does not exist."
        )
        return Gate(name, GateOutcome.HOLD, reason, "", True)
    found, failed = _find(check, text, look)
    inputs = hashlib.sha256("\x1f".join(found.inputs).encode("utf-8", "surrogatepass")).hexdigest()
    if found.passed:
        return Gate(name, GateOutcome.PASS, found.reason, inputs)
    if failed:
        return Gate(name, GateOutcome.HOLD, found.reason, inputs, True)
    outcome = GateOutcome.FAIL if rule.on_fail == "reject" else GateOutcome.HOLD
    return Gate(name, outcome, found.reason, inputs, rule.on_fail == _LOCKED)


def _find(check: Check, text: FinalText, look: Look) -> tuple[Finding, bool]:
    """What a gate finds, and whether it could not look at all.

    This is the one place that catches everything: whatever goes wrong inside a gate must hold the text, never approve it.
    """
    try:
        return check(text, look), False
    except Exception as exc:
        return Finding(False, f"The gate could not look: {type(exc).__name__}: {exc}"), True


def _follows(gates: tuple[Gate, ...]) -> Outcome:
    """The outcome that follows from the gates; without any gate nothing is approved."""
    outcomes = {gate.outcome for gate in gates}
    if GateOutcome.FAIL in outcomes:
        return Outcome.REJECT
    if GateOutcome.HOLD in outcomes or not outcomes:
        return Outcome.HOLD
    return Outcome.APPROVE
