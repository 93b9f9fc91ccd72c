"""Verb forms."""

import pytest

from groundwire.language.grammar import GERUND, PARTICIPLE, PAST, PLAIN, THIRD, verb


@pytest.mark.parametrize(
    ("word", "base", "kind"),
    [
        ("bought", "buy", PAST),
        ("given", "give", PARTICIPLE),
        ("plans", "plan", THIRD),
        ("planned", "plan", PAST),
        ("planning", "plan", GERUND),
        ("denies", "deny", THIRD),
        ("making", "make", GERUND),
        ("lying", "lie", GERUND),
        ("sell", "sell", PLAIN),
        ("found", "find", PAST),
    ],
)
def test_a_form_leads_to_its_verb(word: str, base: str, kind: int) -> None:
    form = verb(word)
    assert form is not None and form.base == base and form.kinds & kind


def test_a_word_that_is_no_listed_verb_has_no_form() -> None:
    assert verb("bridge") is None
