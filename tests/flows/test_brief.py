"""The main job on invented reports: composed or drafted, every line verified, decided."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundwire.adapters.index_memory import MemoryIndex
from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.claims.reading import ReadingContext, read
from groundwire.flows.brief import brief_of, read_playbook
from groundwire.intake.drafts import read_draft
from groundwire.records.gate import Outcome
from groundwire.records.source import SourceKind
from groundwire.stories.grouping import one_story
from groundwire.testing.atoms import a_document
from groundwire.verdicts.merging import asserts

NOW = datetime(2026, 6, 15, 14, 5, tzinfo=UTC)
BOOK = read_playbook()
WIRE = (
    "Ostrana is in talks with Kelvar Silicon, a chip start-up from Veldhaven, to buy artificial intelligence chips for inference.\n"
    "The talks cover at least 40,000 chips. Ostrana is also considering a similar arrangement with Merribank."
)
KEPT = [
    "Ostrana is in talks with Kelvar Silicon to buy artificial intelligence chips for inference.",
    "The talks cover at least 40,000 chips.",
    "Ostrana is also considering a similar arrangement with Merribank.",
]
FALSE = [
    "Ostrana has signed a contract for 40,000 chips.",
    "Ostrana will buy 400,000 chips.",
    "Talvik's strategy chief said chips will be available in volume in the second half.",
    "Corvane's chief executive said its market share in Veldland is now about zero.",
]


def brief(documents, draft=None):
    story = one_story(documents, BOOK.policy.grouping)
    text = read_draft("draft.md", draft.encode("utf-8")) if draft is not None else None
    return brief_of(story, index_of=MemoryIndex, verifier=LexicalVerifier(), playbook=BOOK, now=NOW, draft=text)


def wire(text=WIRE, **more):
    return a_document(text, **{"title": "Ostrana in talks to buy chips from Kelvar Silicon", **more})


@pytest.fixture(scope="module")
def reference():
    return brief([wire()], "\n\n".join([*KEPT, *FALSE]))


def stated(result):
    return " ".join(line.text for line in result.brief.stated_lines() if not line.limit)


def test_what_the_evidence_carries_is_kept_and_attributed(reference):
    for words in ("in talks with Kelvar Silicon", "at least 40,000 chips", "similar arrangement with Merribank"):
        assert words in stated(reference)
    assert all("Harbour Wire" in line.text for line in reference.brief.facts)


def test_all_four_false_claims_are_taken_out_and_described(reference):
    assert len(reference.brief.rejected) == 4
    for words in ("signed", "400,000", "second half", "zero"):
        assert words not in stated(reference)
        assert not any(words in claim.description + claim.reason for claim in reference.brief.rejected)


def test_three_supported_claims_make_fact_six_and_an_approved_brief(reference):
    assert reference.decision.score.value == 6
    assert reference.decision.outcome is Outcome.APPROVE


def test_the_limits_of_talks_are_said(reference):
    assert reference.brief.frame == "talks"
    still_open = " ".join(limit.text for limit in reference.brief.limits if not limit.filled)
    for word in ("contract", "price", "deliver"):
        assert word in still_open
    assert any(line.limit and "contract" in line.text for line in reference.brief.summary)


def test_the_lens_is_about_chips_and_three_checks_are_dated(reference):
    assert reference.brief.lens is not None and reference.brief.lens.id == "chip-supply"
    assert [(each.rule, each.due.day) for each in reference.brief.questions] == [("D+1", 16), ("D+3", 18), ("D+7", 22)]
    assert all(each.id and each.frozen for each in reference.brief.questions)


def test_analysis_is_marked_and_figures_come_from_accepted_claims(reference):
    assert all(
        line.analysis for line in (*reference.brief.market, *reference.brief.policy_link, *reference.brief.builders)
    )
    accepted = {v.claim.id for line in reference.brief.stated_lines() for v in line.verdicts if v.supported}
    marks = [node for figure in reference.brief.figures for node in figure.nodes]
    assert marks and all(node.claim in accepted if node.evidenced else not node.claim for node in marks)


def test_a_brief_without_a_draft_is_composed_from_the_sources_and_names_them():
    result = brief([wire()])
    assert "at least 40,000 chips" in stated(result)
    assert all("Harbour Wire" in line.text for line in result.brief.facts)
    assert all(v.supported for line in result.brief.stated_lines() for v in line.verdicts)


def test_a_story_nobody_can_judge_is_never_approved():
    result = brief([wire("Die Stadt Halden schliesst den Hafen am Montag.", language="de")])
    assert result.decision.outcome is not Outcome.APPROVE
    assert any("not judged" in note for note in result.brief.notes)


def test_a_draft_of_nothing_true_is_never_approved():
    assert brief([wire()], "\n\n".join(FALSE)).decision.outcome is not Outcome.APPROVE


def test_the_newest_report_leads():
    old = wire(
        "The harbour of Halden was closed on 2 June. The council put the damage at 4 million dollars.",
        published="2026-06-03",
        title="Halden harbour closed",
        url="https://a.example/1",
    )
    new = wire(
        "The harbour of Halden was reopened on 11 June. The council put the damage at 6 million dollars.",
        published="2026-06-12",
        title="Halden harbour reopened",
        url="https://a.example/2",
        publisher="Halden Post",
        kind=SourceKind.PRESS,
    )
    result = brief([old, new])
    assert "reopened" in result.brief.headline.text
    assert (
        "reopened" in result.brief.facts[0].text
        or "6 million" in result.brief.facts[0].text
        or "reopened" in result.brief.summary[0].text
    )


def test_the_order_of_documents_changes_nothing():
    one, two = (
        wire(),
        wire(
            "Kelvar Silicon of Veldhaven makes chips. It was founded in 2019.",
            title="Kelvar Silicon",
            url="https://b.example",
            publisher="Veld Times",
        ),
    )
    assert brief([one, two]).brief.facts == brief([two, one]).brief.facts


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from([*KEPT, *FALSE, "It takes effect in May.", "The contract runs for ten years."]),
        min_size=1,
        max_size=9,
    )
)
def test_no_rejected_claim_nor_a_paraphrase_of_it_stands_in_any_stated_line(sentences):
    result = brief([wire()], "\n\n".join(sentences))
    refused = [verdict.claim for verdict in result.removed if not verdict.supported]
    lines = [line.text for line in result.brief.stated_lines() if line.verdicts]
    told = [claim for line in lines for one in read(line, ReadingContext(draft=True)) for claim in one.claims]
    assert not any(asserts(claim, gone) for claim in told for gone in refused)
    described = " ".join(claim.description for claim in result.brief.rejected)
    assert not any(word in described for word in ("400,000", "signed", "Talvik", "Corvane"))
