"""Weaker wordings: made only where the words are known to be safe to change."""

from __future__ import annotations

import pytest

from groundwire.claims.reading import ReadingContext, read
from groundwire.records.claim import Modality
from groundwire.records.verdict import Label, Odds, Verdict, Veto, VetoName
from groundwire.verdicts.weakening import weaker


def refused(text: str, *names: VetoName, claimed: str = "", evidence: str = "") -> Verdict:
    claim = read(text, ReadingContext(draft=True))[0].claims[0]
    vetoes = tuple(Veto(name, Label.UNSUPPORTED, claimed, evidence, "") for name in names)
    return Verdict(claim, Label.UNSUPPORTED, 0.0, Odds(0.4, 0.0, 0.6), "test", vetoes)


@pytest.mark.parametrize(("text", "given", "weaker_"), [
    ("Norvane has agreed to buy the port.", Modality.UNDER_WAY, "Norvane is in talks to buy the port."),
    ("Norvane will buy the port.", Modality.POSSIBLE, "Norvane may buy the port."),
    ("Norvane has bought the port.", Modality.PLANNED, "Norvane plans to buy the port."),
])  # fmt: skip
def test_the_verb_comes_down_to_what_the_evidence_says(text, given, weaker_):
    assert weaker(refused(text, VetoName.MODALITY), given, talks=True) == weaker_


def test_a_number_takes_the_words_of_the_evidence():
    verdict = refused(
        "The fire injured 12 people.", VetoName.NUMBER, claimed="12 people", evidence="at least 12 people"
    )
    assert weaker(verdict, None, talks=False) == "The fire injured at least 12 people."


def test_nothing_is_offered_where_the_fault_is_of_another_kind():
    assert weaker(refused("Norvane has bought the port.", VetoName.ENTITY), Modality.PLANNED, talks=False) == ""
    assert (
        weaker(
            refused("Norvane has bought the port.", VetoName.MODALITY, VetoName.SPEAKER), Modality.PLANNED, talks=False
        )
        == ""
    )


def test_work_under_way_without_talks_is_not_called_talks():
    assert (
        weaker(refused("Norvane has agreed to buy the port.", VetoName.MODALITY), Modality.UNDER_WAY, talks=False) == ""
    )
