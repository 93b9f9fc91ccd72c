"""The fact score: its known values, its caps, and that nothing but support can raise it."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import timedelta

import pytest
from gate_worlds import NOW, a_claim, a_document, a_line, a_text, a_verdict, supported
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.gate.score import fact_score, newest_day, score_of, wilson_lower
from groundwire.gate.texts import Conflict, State
from groundwire.playbook.loading import policy
from groundwire.records.claim import Materiality, Quantity
from groundwire.records.source import Dated, Genre, Origin, Source, SourceKind
from groundwire.records.verdict import Label, Level

POLICY = policy("offline").score


def score(verdicts, documents=(), origins=(), now=NOW, **known):
    """The score under the offline policy."""
    return fact_score(verdicts, documents, origins, now, POLICY, **known)


def caps(found):
    """The caps of a score by name."""
    return {name: cap for name, cap, _ in found.caps}


@pytest.mark.parametrize(("claims", "value"), [(3, 6), (4, 7), (8, 8), (12, 9), (32, 10)])
def test_at_full_support_the_score_grows_with_the_number_of_claims(claims, value):
    assert score(supported(claims)).value == value


def test_the_reference_case_scores_six_and_the_cap_for_one_origin_is_printed_without_binding():
    found = score(supported(3, origins=("wire",)))
    assert (found.value, found.uncapped) == (6, 6)
    assert caps(found) == {"one origin": 7}
    assert any("does not bind" in line for line in found.arithmetic)


def test_the_reference_case_scores_six_with_four_claims_removed_which_are_printed_beside_it():
    found = score(supported(3, origins=("wire",)), drafted=7, removed=4)
    assert found.value == 6
    assert found.arithmetic[0] == "Claims: 7 drafted, 4 removed, 3 supported."


def test_what_was_drafted_and_what_the_final_text_states_are_counted_apart():
    found = score(supported(5), drafted=7, removed=4)
    assert found.arithmetic[0] == "Claims: 7 drafted, 4 removed; the final text states 5: 5 supported."


def test_a_contradicted_claim_caps_the_score_at_zero():
    found = score([*supported(32), a_verdict(a_claim("Something else"), Label.CONTRADICTED)])
    assert (found.value, caps(found)["contradicted claim"]) == (0, 0)


def test_unsupported_and_unresolved_enter_at_zero():
    whole = score(supported(12)).value
    assert score([*supported(12), a_verdict(a_claim("Not carried"), Label.UNSUPPORTED, 0.4)]).value < whole
    assert score([*supported(12), a_verdict(a_claim("Not known"), Label.NO_EVIDENCE)]).value < whole
    assert score(supported(12), unresolved=[2, 2, 2]).value < whole


def test_an_uncalibrated_supported_claim_enters_at_one_and_the_arithmetic_says_so():
    found = score([replace(each, probability=0.55) for each in supported(3)])
    assert found.value == 6
    assert any("not calibrated" in line for line in found.arithmetic)


def test_a_calibrated_probability_enters_as_it_is():
    doubtful = [replace(each, probability=0.6) for each in supported(12)]
    assert score(doubtful, calibrated=True).value < score(doubtful).value == 9


def test_a_probability_that_is_no_number_counts_as_unsupported():
    for broken in (math.nan, math.inf, -math.inf, -0.1, 1.7):
        assert score([replace(each, probability=broken) for each in supported(12)]).value == 0


def test_without_a_claim_the_score_is_zero():
    assert score([]).value == 0
    assert any("nothing to score" in line for line in score([]).arithmetic)


def test_background_alone_scores_nothing_and_pads_nothing():
    assert score(supported(30, Materiality.BACKGROUND)).value == 0
    padding = [a_verdict(a_claim(f"Background {n}", Materiality.BACKGROUND), origins=("o1", "o2")) for n in range(40)]
    assert score([*supported(3), *padding]).value == 6


def test_one_origin_caps_at_seven():
    found = score(supported(32, origins=("o1",)))
    assert (found.value, found.uncapped) == (7, 10)
    assert "one origin: cap 7" in " ".join(found.arithmetic)


def test_a_number_on_one_origin_caps_at_seven_though_the_rest_stands_on_two():
    number = a_claim("It costs 5 million", Materiality.LEAD, quantities=(Quantity(5e6, "USD", "cost"),))
    assert caps(score([*supported(31), a_verdict(number, origins=("o1",))])) == {"one origin": 7}


def test_a_primary_document_needs_no_second_origin():
    confirmed = [replace(each, level=Level.CONFIRMED) for each in supported(32, origins=("o1",))]
    assert score(confirmed).value == 10


def test_anonymous_sources_alone_cap_at_six():
    origins = (
        Origin("o1", "people who know", ("d1",), "single", anonymous=True),
        Origin("o2", "others", ("d2",), "single", True),
    )
    assert caps(score(supported(32), origins=origins))["anonymous sources only"] == 6
    named = (origins[0], replace(origins[1], anonymous=False))
    assert "anonymous sources only" not in caps(score(supported(32), origins=named))


@pytest.mark.parametrize(
    ("kind", "genre", "capped"),
    [
        (SourceKind.COMPANY, Genre.NEWS, True),
        (SourceKind.UNKNOWN, Genre.RELEASE, True),
        (SourceKind.PRIMARY, Genre.RELEASE, False),
        (SourceKind.PRESS, Genre.NEWS, False),
    ],
)
def test_a_companys_own_word_alone_caps_at_six(kind, genre, capped):
    document = a_document(source=Source("Harlow Mills", "", kind), genre=genre)
    found = score(supported(32), [document])
    assert ("company claims only" in caps(found)) is capped


def test_an_open_conflict_on_a_lead_claim_caps_at_six():
    assert score(supported(32), open_conflict=True).value == 6


@pytest.mark.parametrize(("days", "capped"), [(30, False), (31, True)])
def test_evidence_past_its_shelf_life_caps_at_seven(days, capped):
    document = a_document(published=(NOW - timedelta(days=days)).date().isoformat())
    assert ("old evidence" in caps(score(supported(32), [document]))) is capped


def test_the_newest_dated_evidence_decides_its_age():
    old, new = a_document("d0", published="2020-01-01"), a_document("d1", published="2026-05-03")
    verdicts = [a_verdict(a_claim("One"), document="d0"), a_verdict(a_claim("Two"), document="d1")]
    assert "old evidence" not in caps(score(verdicts, [old, new]))
    assert "old evidence" not in caps(score(supported(3), [a_document(published="")]))


def test_machine_translated_evidence_caps_at_eight():
    assert score(supported(32), [a_document(flags=("machine_translated",))]).value == 8


def test_evidence_that_carries_no_claim_caps_nothing():
    idle = a_document("d9", published="1999-01-01", flags=("machine_translated",))
    assert caps(score(supported(32), [a_document(), idle])) == {}


def test_removed_claims_do_not_enter():
    assert score(supported(12), drafted=40, removed=28).value == score(supported(12)).value


def test_a_wording_that_comes_twice_is_merged_and_the_lowest_probability_stands():
    verdicts = supported(3)
    again = score([*verdicts, *verdicts])
    assert again.value == score(verdicts).value
    assert any("merged" in line for line in again.arithmetic)
    denied = a_verdict(verdicts[0].claim, Label.UNSUPPORTED)
    assert score([*verdicts, denied]).value < score(verdicts).value


def test_a_text_gives_its_own_score():
    lines = [a_line(f"Line {n}.", [verdict], lead=n == 0) for n, verdict in enumerate(supported(4))]
    assert score_of(a_text(lines), NOW, POLICY).value == 7
    unresolved = a_line("It did so.", [], state=State.UNRESOLVED)
    assert score_of(a_text([*lines, unresolved]), NOW, POLICY).value < 7
    conflict = Conflict("the price", lead=True, printed=True, settled=False)
    assert "open conflict" in caps(score_of(a_text(lines, conflicts=(conflict,)), NOW, POLICY))


def test_the_bound_is_the_one_that_wilson_gives():
    # 9 of 10 at z = 1.96: the published interval is 0.596 to 0.982.
    assert wilson_lower(0.9, 10, 1.96) == pytest.approx(0.596, abs=0.0005)
    assert wilson_lower(0.0, 5, 1.28) == pytest.approx(0.0, abs=1e-12)
    assert wilson_lower(1.0, 0, 1.28) == 0.0


@pytest.mark.parametrize(
    ("iso", "day"),
    [("2026", "2026-12-31"), ("2026-02", "2026-02-28"), ("9999-12", None), ("soon", None), ("2026-02-30", None)],
)
def test_a_vague_or_broken_date_is_never_older_than_it_may_be(iso, day):
    found = newest_day(replace(a_document(), published=Dated(iso, "day")))
    assert (found.isoformat() if found else None) == day


labels = st.sampled_from([Label.SUPPORTED, Label.UNSUPPORTED, Label.NO_EVIDENCE])
drafts = st.lists(
    st.tuples(labels, st.sampled_from(list(Materiality)), st.floats(0, 1), st.integers(1, 3)), min_size=1, max_size=25
)


def drafted(rows):
    """Verdicts of that many claims, each of its own wording."""
    return [
        a_verdict(a_claim(f"Claim number {place}", weight), label, p, origins=tuple(f"o{n}" for n in range(count)))
        for place, (label, weight, p, count) in enumerate(rows)
    ]


@settings(max_examples=150, deadline=None)
@given(drafts, st.booleans())
def test_the_score_stays_within_its_bounds_and_below_every_cap(rows, calibrated):
    found = score(drafted(rows), calibrated=calibrated)
    assert 0 <= found.value <= found.uncapped <= 10
    assert all(found.value <= cap for _, cap, _ in found.caps)


@settings(max_examples=150, deadline=None)
@given(drafts, st.data(), st.booleans())
def test_repeating_a_claim_never_raises_the_score(rows, data, calibrated):
    verdicts = drafted(rows)
    again = data.draw(st.sampled_from(verdicts))
    weight = data.draw(st.sampled_from(list(Materiality)))
    repeated = replace(again, claim=replace(again.claim, materiality=weight))
    where = data.draw(st.integers(verdicts.index(again) + 1, len(verdicts)))
    longer = [*verdicts[:where], repeated, *verdicts[where:]]
    assert score(longer, calibrated=calibrated).value <= score(verdicts, calibrated=calibrated).value


@settings(max_examples=150, deadline=None)
@given(drafts, st.data())
def test_losing_the_support_of_a_claim_never_raises_the_score(rows, data):
    verdicts = drafted(rows)
    place = data.draw(st.integers(0, len(verdicts) - 1))
    for label in (Label.UNSUPPORTED, Label.NO_EVIDENCE, Label.CONTRADICTED):
        lost = [*verdicts[:place], a_verdict(verdicts[place].claim, label), *verdicts[place + 1 :]]
        assert score(lost).uncapped <= score(verdicts).uncapped
        if label is Label.CONTRADICTED:
            assert score(lost).value == 0


@settings(max_examples=100, deadline=None)
@given(drafts, st.floats(0, 1), st.data())
def test_a_higher_probability_never_lowers_a_calibrated_score(rows, p, data):
    verdicts = [replace(each, label=Label.SUPPORTED) for each in drafted(rows)]
    place = data.draw(st.integers(0, len(verdicts) - 1))
    raised = [*verdicts]
    raised[place] = replace(verdicts[place], probability=max(p, verdicts[place].probability))
    assert score(raised, calibrated=True).uncapped >= score(verdicts, calibrated=True).uncapped


@settings(max_examples=60, deadline=None)
@given(drafts, st.randoms(use_true_random=False))
def test_the_order_of_distinct_claims_does_not_matter(rows, random):
    verdicts = drafted(rows)
    shuffled = [*verdicts]
    random.shuffle(shuffled)
    assert score(shuffled).value == score(verdicts).value


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 60))
def test_supported_background_never_raises_a_fully_supported_score(material, background):
    padding = [a_verdict(a_claim(f"Background {n}", Materiality.BACKGROUND)) for n in range(background)]
    assert score([*supported(material), *padding]).uncapped == score(supported(material)).uncapped
