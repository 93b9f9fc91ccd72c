"""The decision: what rejects, what holds, what approves, and that every error holds."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from gate_worlds import NOW, a_claim, a_document, a_line, a_text, a_verdict
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.gate import gates as gates_room
from groundwire.gate.decision import decide
from groundwire.gate.findings import Finding
from groundwire.gate.gates import GATES
from groundwire.gate.score import score_of
from groundwire.gate.texts import Conflict, Mode, State, of_brief, of_review
from groundwire.playbook.loading import policy
from groundwire.records.brief import Brief, Composer, Line, RejectedClaim
from groundwire.records.claim import ClaimStatus, ReadSentence, Sentence, SentenceState
from groundwire.records.gate import GateOutcome, Outcome
from groundwire.records.lens import Limit
from groundwire.records.policy import GateRule
from groundwire.records.review import ReviewedSentence
from groundwire.records.verdict import Label, Level

OFFLINE = policy("offline")
NEWSROOM = policy("newsroom")


def decided(text, under=OFFLINE, asserts=None):
    """The decision on a text."""
    return decide(text, under, score_of(text, NOW, under.score), NOW, asserts)


def stopped(decision):
    """Names of the gates that did not pass."""
    return [gate.name for gate in decision.gates if gate.outcome is not GateOutcome.PASS]


def with_rule(under, name, **fields):
    """The policy with one gate's rule changed."""
    rules = tuple(replace(rule, **fields) if rule.name == name else rule for rule in under.gates)
    return replace(under, gates=rules)


def lead(*more, **known):
    """A draft with a supported lead and further lines."""
    return a_text([a_line(lead=True, place="draft"), *more], **known)


def refused(label=Label.UNSUPPORTED, text="Harlow Mills has bought Orsted Looms.", **known):
    """A line that the evidence does not carry."""
    return a_line(text, [a_verdict(a_claim(text), label)], state=State.REFUSED, **({"place": "draft"} | known))


def a_brief_line(text="The Tarn Courier reported that Harlow Mills is in talks with Orsted Looms.", verdicts=None):
    """A line of a brief with one supported claim."""
    return Line(text, tuple([a_verdict()] if verdicts is None else verdicts), ("d1",))


def a_brief(**known):
    """A brief of one fact that passes every gate."""
    given = {
        "story": "s1",
        "section": "General",
        "headline": a_brief_line("Harlow Mills is in talks with Orsted Looms, The Tarn Courier reports"),
        "summary": (a_brief_line(),),
        "facts": (a_brief_line(),),
        "limits": (Limit("talks", "signed", "that a contract is signed", False),),
        "frame": "talks",
        "composer": Composer.EXTRACTIVE,
        "created_at": NOW,
        "drafted": 1,
    }
    return Brief(**(given | known))


def brief_text(brief=None, **known):
    """The brief as the gates see it."""
    given = {"documents": (a_document(),), "origins": (), "verifier": "rule-based verifier, not calibrated"} | known
    return of_brief(brief or a_brief(), **given)


def test_a_supported_attributed_text_is_approved_and_the_decision_names_its_version():
    text = lead()
    found = decided(text)
    assert (found.outcome, stopped(found)) == (Outcome.APPROVE, [])
    assert found.version == text.bound_to and len(found.version) == 64
    assert found.policy.startswith("offline v")


def test_a_whole_brief_is_approved():
    found = decided(brief_text())
    assert (found.outcome, stopped(found)) == (Outcome.APPROVE, [])


def test_every_gate_of_the_policy_is_decided_in_one_order_with_a_reason_and_the_hash_of_what_it_saw():
    found = decided(lead())
    assert [gate.name for gate in found.gates] == [rule.name for rule in OFFLINE.gates if rule.asked]
    assert all(gate.reason.endswith(".") and len(gate.inputs) == 64 for gate in found.gates)


def test_the_gates_are_those_of_the_policy_file():
    assert list(GATES) == [rule.name for rule in NEWSROOM.gates]


def test_the_offline_policy_says_what_it_does_not_ask_for():
    found = decided(lead())
    assert found.not_asked == ("certificate-valid", "human-approval")
    assert any("certificate-valid and human-approval" in line for line in found.rationale)


def test_the_newsroom_holds_what_nobody_has_signed_off_and_approves_exactly_the_version_that_somebody_has():
    text = lead()
    assert stopped(decided(text, NEWSROOM)) == ["human-approval"]
    signed = replace(text, signed_off=(text.bound_to,))
    assert decided(signed, NEWSROOM).outcome is Outcome.APPROVE
    changed = replace(signed, lines=(*signed.lines, a_line("The Courier reported more.")))
    assert stopped(decided(changed, NEWSROOM)) == ["human-approval"]


@pytest.mark.parametrize(
    ("state", "stops"), [("none", []), ("void", []), ("valid", []), ("breached", ["certificate-valid"])]
)
def test_only_a_breached_certificate_holds(state, stops):
    text = replace(lead(), certificate=state)
    found = decided(replace(text, signed_off=(text.bound_to,)), NEWSROOM)
    assert stopped(found) == stops


def test_an_unsupported_sentence_that_stands_is_never_approved():
    for label in (Label.UNSUPPORTED, Label.NO_EVIDENCE):
        found = decided(lead(refused(label)))
        assert (found.outcome, stopped(found)) == (Outcome.HOLD, ["claims-supported"])


def test_an_unresolved_sentence_that_stands_is_never_approved():
    found = decided(lead(a_line("They did so on that day.", [], state=State.UNRESOLVED, place="draft")))
    assert (found.outcome, stopped(found)) == (Outcome.HOLD, ["claims-supported"])


def test_a_contradicted_sentence_that_stands_rejects_and_scores_zero():
    found = decided(lead(refused(Label.CONTRADICTED)))
    assert found.outcome is Outcome.REJECT
    assert found.score.value == 0
    assert "no-rejected-survivor" in stopped(found)


def test_an_unsupported_lead_rejects():
    found = decided(a_text([refused(lead=True), a_line(place="draft")]))
    assert found.outcome is Outcome.REJECT
    assert "lead-supported" in stopped(found)


def test_a_text_without_a_checkable_claim_is_rejected():
    for lines in ([], [a_line("What a day!", [], state=State.NOT_CHECKABLE)]):
        found = decided(a_text(lines))
        assert found.outcome is Outcome.REJECT
        assert "lead-supported" in stopped(found)


def test_a_line_that_calls_itself_kept_is_held_all_the_same_without_a_supported_claim():
    bare = a_line("Harlow Mills was founded long ago.", [], place="draft")
    lying = a_line("Harlow Mills was sold.", [a_verdict(a_claim("x"), Label.UNSUPPORTED)], place="draft")
    assert decided(lead(bare)).outcome is Outcome.HOLD
    assert decided(lead(lying)).outcome is Outcome.HOLD


def test_a_brief_line_that_no_claim_covers_holds():
    found = decided(brief_text(a_brief(facts=(Line("Harlow Mills was sold."),))))
    assert stopped(found) == ["claims-supported"]


def test_analysis_and_limits_need_no_cover():
    analysis = Line("If talks end, suppliers could look elsewhere.", analysis=True)
    text = brief_text(a_brief(market=(analysis,)), disclaimers=("Context only.",))
    assert decided(text).outcome is Outcome.APPROVE


def test_a_probability_in_the_abstain_band_holds():
    band = replace(OFFLINE, verdicts=replace(OFFLINE.verdicts, support_at=0.5, abstain_from=0.9))
    assert stopped(decided(lead(), band)) == ["claims-supported"]


@pytest.mark.parametrize("broken", [math.nan, math.inf, -1.0, 2.0])
def test_a_probability_that_is_no_number_holds_or_rejects(broken):
    found = decided(lead(a_line(verdicts=[a_verdict(probability=broken)], place="draft")))
    assert found.outcome is Outcome.HOLD
    assert decided(a_text([a_line(verdicts=[a_verdict(probability=broken)], lead=True)])).outcome is Outcome.REJECT


def test_without_a_verifier_nothing_is_approved_and_nobody_can_override_it():
    found = decided(replace(lead(), verifier=""))
    gate = next(gate for gate in found.gates if gate.name == "claims-supported")
    assert (found.outcome, gate.outcome, gate.locked) == (Outcome.HOLD, GateOutcome.HOLD, True)


@pytest.mark.parametrize("name", list(GATES))
def test_an_error_inside_any_gate_holds_and_nobody_can_override_it(monkeypatch, name):
    def broken(text, look):
        raise ZeroDivisionError("invented")

    monkeypatch.setitem(gates_room.GATES, name, broken)
    text = lead()
    found = decided(replace(text, signed_off=(text.bound_to,)), NEWSROOM)
    gate = next(gate for gate in found.gates if gate.name == name)
    assert found.outcome is Outcome.HOLD
    assert (gate.outcome, gate.locked) == (GateOutcome.HOLD, True)
    assert "ZeroDivisionError" in gate.reason


def test_a_gate_that_does_not_exist_or_that_the_policy_does_not_know_holds():
    unknown = replace(OFFLINE, gates=(*OFFLINE.gates, GateRule("moon-phase", "hold", True)))
    assert stopped(decided(lead(), unknown)) == ["moon-phase"]
    fewer = replace(OFFLINE, gates=OFFLINE.gates[1:])
    assert stopped(decided(lead(), fewer)) == [OFFLINE.gates[0].name]
    assert decided(lead(), replace(OFFLINE, gates=())).outcome is Outcome.HOLD


@pytest.mark.parametrize(
    ("on_fail", "outcome", "locked"),
    [("reject", Outcome.REJECT, False), ("hold", Outcome.HOLD, False), ("hold-locked", Outcome.HOLD, True)],
)
def test_the_policy_sets_what_a_gate_that_does_not_pass_means(on_fail, outcome, locked):
    found = decided(lead(refused()), with_rule(OFFLINE, "claims-supported", on_fail=on_fail))
    gate = next(gate for gate in found.gates if gate.name == "claims-supported")
    assert (found.outcome, gate.locked) == (outcome, locked)


def test_a_removed_claim_that_survives_rejects_whoever_finds_it():
    gone = a_verdict(a_claim("Harlow Mills has bought Orsted Looms"), Label.UNSUPPORTED)
    text = replace(lead(), removed=(gone,))
    assert decided(text, asserts=lambda standing, removed: True).outcome is Outcome.REJECT
    assert decided(text, asserts=lambda standing, removed: False).outcome is Outcome.APPROVE
    assert decided(replace(text, survivors=(gone.claim.id,))).outcome is Outcome.REJECT
    assert decided(replace(text, survivors=())).outcome is Outcome.APPROVE


def test_when_nobody_looked_for_survivors_the_text_is_held():
    gone = a_verdict(a_claim("Harlow Mills has bought Orsted Looms"), Label.UNSUPPORTED)
    found = decided(replace(lead(), removed=(gone,)))
    assert stopped(found) == ["no-rejected-survivor"]
    assert found.outcome is Outcome.HOLD


@pytest.mark.parametrize("place", ["caption", "description of a removed claim", "note", "check"])
def test_the_words_of_a_removed_claim_reject_wherever_they_are_printed(place):
    gone = a_verdict(a_claim("Harlow Mills has bought Orsted Looms"), Label.UNSUPPORTED)
    surface = (place, "It was said that HARLOW Mills has bought Orsted Looms, which fell.")
    text = replace(lead(), removed=(gone,), survivors=(), surfaces=(surface,))
    assert decided(text).outcome is Outcome.REJECT


def test_a_removed_claim_may_be_described():
    gone = a_verdict(a_claim("Harlow Mills has bought Orsted Looms"), Label.UNSUPPORTED)
    surface = (
        "description of a removed claim",
        "A statement about how far the talks have come: a purchase is not shown.",
    )
    assert decided(replace(lead(), removed=(gone,), survivors=(), surfaces=(surface,))).outcome is Outcome.APPROVE


def test_a_veto_on_a_removed_claim_is_disclosed_and_decides_nothing():
    rejected = RejectedClaim(
        "c9", "Harlow Mills has signed.", "a statement about a signature", "not shown", Label.UNSUPPORTED, ("modality",)
    )
    gone = a_verdict(a_claim("Harlow Mills has signed"), Label.UNSUPPORTED)
    found = decided(brief_text(a_brief(rejected=(rejected,), drafted=2, removed=1), removed=(gone,), survivors=()))
    assert found.outcome is Outcome.APPROVE
    assert any("1 drafted claim was taken out: 1 not carried by the evidence" in line for line in found.rationale)
    assert not any("has signed." in line for line in found.rationale)


def test_the_rationale_tells_what_held_it_and_whether_a_person_may_override_it():
    found = decided(lead(refused()))
    assert "a person may override it" in found.rationale[-2]
    locked = decided(replace(lead(), verifier=""))
    assert any("nobody can override" in line for line in locked.rationale)
    rejected = decided(lead(refused(Label.CONTRADICTED)))
    assert any(line.startswith("Rejected by: ") for line in rejected.rationale)


def test_a_draft_becomes_a_text_with_its_headings_and_first_checkable_sentence_as_lead():
    def reviewed(number, outcome, heading=False, verdicts=()):
        sentence = Sentence(number, number + 1, 1, 0, 5, f"Sentence {number}.", heading=heading)
        return ReviewedSentence(ReadSentence(sentence, SentenceState.CHECKABLE), outcome, "", tuple(verdicts))

    rows = [
        reviewed(0, "kept", heading=True, verdicts=[a_verdict()]),
        reviewed(1, "not_checkable"),
        reviewed(2, "refused", verdicts=[a_verdict(label=Label.UNSUPPORTED)]),
        reviewed(3, "kept", verdicts=[a_verdict()]),
    ]
    text = of_review(rows, [a_document()], [], "v")
    assert [line.lead for line in text.lines] == [True, False, True, False]
    assert text.mode is Mode.CHECK and text.drafted == 3
    assert decided(text).outcome is Outcome.REJECT


def test_the_version_changes_with_any_printed_word():
    text = lead()
    assert replace(text, surfaces=(("note", "x"),)).bound_to != text.bound_to
    assert replace(text, lines=(a_line("Another line."),)).bound_to != text.bound_to


outcomes = st.sampled_from([Label.SUPPORTED, Label.UNSUPPORTED, Label.NO_EVIDENCE, Label.CONTRADICTED])


@settings(max_examples=150, deadline=None)
@given(st.lists(outcomes, min_size=1, max_size=8), st.booleans())
def test_a_text_with_a_claim_that_is_not_supported_is_never_approved(labels, honest):
    lines = []
    for place, label in enumerate(labels):
        wording = f"Harlow Mills did thing {place}"
        kept = label is Label.SUPPORTED or not honest
        state = State.KEPT if kept else State.REFUSED
        lines.append(
            a_line(f"The Tarn Courier: {wording}.", [a_verdict(a_claim(wording), label)], state=state, lead=place == 0)
        )
    found = decided(a_text(lines))
    assert (found.outcome is Outcome.APPROVE) == all(label is Label.SUPPORTED for label in labels)
    if Label.CONTRADICTED in labels:
        assert (found.outcome, found.score.value) == (Outcome.REJECT, 0)


words = st.lists(
    st.sampled_from(["harlow", "mills", "bought", "orsted", "looms", "sold", "tarn", "bridge"]), min_size=4, max_size=7
)


@settings(max_examples=150, deadline=None)
@given(words, st.sampled_from(["line", "surface", "judge"]), st.sampled_from(["upper", "title", "lower"]))
def test_a_text_in_which_a_rejected_claim_survives_is_never_approved(run, where, case):
    wording = " ".join(run)
    gone = a_verdict(a_claim(wording), Label.UNSUPPORTED)
    shown = getattr(f"as it is, {wording} indeed", case)()
    text = replace(lead(), removed=(gone,), survivors=())
    if where == "line":
        text = replace(text, lines=(*text.lines, a_line(shown, [], place="analysis", state=State.NOT_CHECKABLE)))
    elif where == "surface":
        text = replace(text, surfaces=(("caption", shown),))
    else:
        text = replace(text, survivors=None)
    found = decided(text, asserts=(lambda standing, removed: removed.text == wording) if where == "judge" else None)
    assert found.outcome is Outcome.REJECT


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(list(GATES)), st.sampled_from(["reject", "hold", "hold-locked"]))
def test_no_rule_of_a_policy_turns_a_gate_that_stops_into_an_approval(name, on_fail):
    def stops(text, look):
        return Finding(False, "Invented.")

    before = gates_room.GATES[name]
    gates_room.GATES[name] = stops
    try:
        text = lead()
        found = decided(replace(text, signed_off=(text.bound_to,)), with_rule(NEWSROOM, name, on_fail=on_fail))
    finally:
        gates_room.GATES[name] = before
    assert found.outcome is (Outcome.REJECT if on_fail == "reject" else Outcome.HOLD)


def test_conflicts_are_printed_or_hold():
    printed = Conflict("the price", lead=False, printed=True, settled=False)
    assert decided(replace(lead(), conflicts=(printed,))).outcome is Outcome.APPROVE
    assert stopped(decided(replace(lead(), conflicts=(replace(printed, printed=False),)))) == ["conflict"]
    assert stopped(decided(replace(lead(), conflicts=(replace(printed, lead=True),)))) == ["conflict"]
    settled = replace(printed, lead=True, settled=True)
    assert decided(replace(lead(), conflicts=(settled,))).outcome is Outcome.APPROVE


def test_a_confirmed_claim_may_be_stated_flatly():
    flat = a_claim("Harlow Mills bought Orsted Looms", status=ClaimStatus.STATED)
    assert stopped(decided(a_text([a_line("Harlow Mills bought Orsted Looms.", [a_verdict(flat)], lead=True)]))) == [
        "origins"
    ]
    confirmed = a_verdict(flat, level=Level.CONFIRMED)
    assert (
        decided(a_text([a_line("Harlow Mills bought Orsted Looms.", [confirmed], lead=True)])).outcome
        is Outcome.APPROVE
    )
