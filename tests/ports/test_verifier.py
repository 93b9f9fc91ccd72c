"""What every Verifier promises, over each that there is."""

from __future__ import annotations

import pytest

from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.claims.reading import ReadingContext, read
from groundwire.ports import Verifier
from groundwire.records.claim import Claim


@pytest.fixture(params=[LexicalVerifier])
def verifier(request) -> Verifier:
    return request.param()


def claim(text: str) -> Claim:
    return read(text, ReadingContext(draft=True))[0].claims[0]


PAIRS = [
    ("Norvane sold its ferry line to Kelvar.", claim("Norvane sold its ferry line.")),
    ("Bakers raised the price of bread.", claim("Norvane sold its ferry line.")),
    ("", claim("Norvane sold its ferry line.")),
    ("\u0663 \u00bd \ufffd", claim("Norvane sold 3 ferries.")),
]


def test_odds_are_shares_that_sum_to_one(verifier: Verifier):
    for odds in verifier.odds(PAIRS):
        parts = (odds.supported, odds.contradicted, odds.neither)
        assert all(0 <= part <= 1 for part in parts)
        assert sum(parts) == pytest.approx(1)


def test_every_pair_stands_on_its_own_and_in_its_order(verifier: Verifier):
    together = list(verifier.odds(PAIRS))
    assert together == [verifier.odds([pair])[0] for pair in PAIRS]
    assert list(verifier.odds(PAIRS[::-1])) == together[::-1]


def test_the_same_words_are_likelier_than_other_words(verifier: Verifier):
    same, other, nothing, _ = verifier.odds(PAIRS)
    assert same.supported > other.supported
    assert nothing.supported == 0


def test_no_pairs_give_no_odds(verifier: Verifier):
    assert list(verifier.odds([])) == []


def test_it_says_its_name_and_whether_it_is_calibrated(verifier: Verifier):
    assert verifier.name
    assert isinstance(verifier.calibrated, bool)
