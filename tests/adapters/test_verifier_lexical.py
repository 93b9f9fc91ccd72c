"""What the rule-based verifier sees, feature by feature, and what happens when its weights are damaged."""

from __future__ import annotations

import pytest

from groundwire.adapters import verifier_lexical
from groundwire.adapters.lexical_features import NAMES, features
from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.claims.reading import ReadingContext, read
from groundwire.errors import VerifierError


def seen(evidence: str, claim: str) -> dict[str, float]:
    return dict(zip(NAMES, features(evidence, claim), strict=True))


def test_its_name_says_that_it_is_not_calibrated():
    assert LexicalVerifier.name == "rule-based verifier, not calibrated"
    assert LexicalVerifier.calibrated is False


def test_the_same_words_are_covered_whole_and_other_words_not_at_all():
    assert seen("Norvane sold its ferry line.", "Norvane sold its ferry line.")["cover"] == 1.0
    assert seen("Bakers met in Osthaven.", "Norvane sold its ferry line.")["cover"] == 0.0


def test_a_synonym_covers_in_part():
    assert 0.5 < seen("Kelvar purchased the port.", "Kelvar bought the port.")["cover"] <= 1.0
    assert seen("Kelvar purchased the port.", "Kelvar bought the port.")["exact"] < 1.0


def test_a_cause_without_a_word_of_cause_in_the_evidence_is_seen():
    facts = "Profits rose. The port closed."
    assert seen(facts, "Profits rose because the port closed.")["causal"] == 1.0
    assert seen("Profits rose because the port closed.", "Profits rose because the port closed.")["causal"] == 0.0


def test_an_added_clause_is_a_run_that_nothing_carries():
    text = "Norvane sold its ferry line."
    added = "Norvane sold its ferry line, after auditors in Osthaven found forged tickets."
    assert seen(text, added)["gap_run"] > seen(text, text)["gap_run"]
    assert seen(text, added)["weak_clause"] < 0.3


def test_dates_are_left_to_the_date_veto():
    assert seen("Norvane sold its line.", "Norvane sold its line on 4 May 2026.")["cover"] == 1.0


def test_every_feature_is_finite_on_odd_texts():
    for odd in ("", "\u0663\u0664", "Ⅳ ½", "1e999 NaN 0x10", "9" * 400, "«»—\u202e", "a" * 5000):
        for other in ("", "Norvane sold 3 ferries.", odd):
            assert all(-2 <= value <= 2 for value in features(odd, other))
            assert all(-2 <= value <= 2 for value in features(other, odd))


@pytest.mark.bad("L33")
def test_damaged_weights_stop_the_verifier(monkeypatch, tmp_path):
    monkeypatch.setattr(verifier_lexical, "files", lambda package: tmp_path)
    verifier_lexical._weights.cache_clear()
    claim = read("Norvane sold its ferry line.", ReadingContext(draft=True))[0].claims[0]
    try:
        with pytest.raises(VerifierError):
            LexicalVerifier().odds([("Norvane sold its ferry line.", claim)])
    finally:
        monkeypatch.undo()
        verifier_lexical._weights.cache_clear()
