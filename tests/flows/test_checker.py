"""The library face answers with records, and says what is wrong with a call."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from groundwire import Checker
from groundwire.errors import UsageError

EVIDENCE = (
    "Source: Port Alba Gazette\nDate: 2026-06-14\n\nA fire destroyed the flour mill in Port Alba. Nobody was hurt."
)


def test_a_review_is_a_record_with_an_outcome_for_each_sentence():
    review = Checker(now=datetime(2026, 6, 15, tzinfo=UTC)).check(
        "A fire destroyed the flour mill in Port Alba.", [EVIDENCE]
    )
    assert [sentence.outcome for sentence in review.sentences] == ["kept"]
    assert review.documents[0].source.name == "Port Alba Gazette"


def test_support_gives_one_probability_a_pair_in_order():
    checker = Checker()
    good, bad = checker.support(
        [(EVIDENCE, "A fire destroyed the mill."), (EVIDENCE, "A flood destroyed the bank in Sarn.")]
    )
    assert bad < checker.threshold <= good


@pytest.mark.parametrize("documents", ["one text", [Path("a.txt")], [b"bytes"], []])
def test_documents_that_are_no_texts_are_refused_with_what_to_give(documents):
    with pytest.raises(UsageError):
        Checker().check("A fire destroyed the mill.", documents)


@pytest.mark.parametrize("now", ["tomorrow", "2026-13-01", ""])
def test_a_moment_that_is_none_is_refused(now):
    with pytest.raises(UsageError, match="not an instant"):
        Checker(now=now)


def test_empty_evidence_supports_nothing():
    assert Checker().support([("", "A fire destroyed the mill.")]) == [0.0]
