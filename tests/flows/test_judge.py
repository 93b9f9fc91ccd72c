"""Claims against documents, with the real parts: the reference case, the classes of fault, and what must not matter."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from groundwire.adapters.index_memory import MemoryIndex
from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.claims.reading import ReadingContext, read, read_document
from groundwire.flows.judge import judge_all
from groundwire.playbook.loading import policy
from groundwire.records.source import Document, Genre, Origin, SourceKind
from groundwire.records.verdict import Level, Verdict
from groundwire.testing.judged import a_text

WIRE = (
    "ByteDance is in talks with Iluvatar CoreX, a GPU start-up from Shanghai, to buy AI chips for inference. "
    "The talks cover at least 50,000 chips. A similar arrangement with Baidu is also being considered."
)


def judged(
    draft: str, *documents: Document | str, day: str = "", origins: Sequence[Origin] = ()
) -> tuple[Verdict, ...]:
    """The verdicts of every claim of a draft; a bare string is a document of its own."""
    held = [a_text(one, f"doc{i}") if isinstance(one, str) else one for i, one in enumerate(documents)]
    evidence = tuple(read_document(one) for one in held)
    claims = [claim for one in read(draft, ReadingContext(published=day, draft=True)) for claim in one.claims]
    roots = tuple(origins) or tuple(Origin(one.id, one.source.name, (one.id,), "single") for one in held)
    return judge_all(claims, evidence, roots, LexicalVerifier(), MemoryIndex(evidence), policy("offline").verdicts)


def vetoes(draft: str, *documents: Document | str, day: str = "") -> set[str]:
    """The names of the vetoes that any claim of a draft trips."""
    return {str(veto.name) for verdict in judged(draft, *documents, day=day) for veto in verdict.vetoes}


def labels(draft: str, *documents: Document | str, day: str = "") -> list[str]:
    """The labels of a draft's claims, in order."""
    return [str(verdict.label) for verdict in judged(draft, *documents, day=day)]


@pytest.mark.parametrize(
    ("claim", "label", "tripped"),
    [
        ("ByteDance is in talks with Iluvatar CoreX to buy AI chips for inference.", "supported", set()),
        ("The talks cover at least 50,000 chips.", "supported", set()),
        ("ByteDance also considers a similar arrangement with Baidu.", "supported", set()),
        ("ByteDance has signed a contract for 50,000 chips.", "unsupported", {"modality"}),
        ("ByteDance will buy 500,000 chips.", "unsupported", {"number", "modality"}),
        (
            "Tencent's strategy chief said Chinese AI chips will be available in volume in the second half.",
            "no_evidence",
            set(),
        ),
        ("Nvidia's chief executive said its market share in China is now about zero.", "no_evidence", set()),
    ],
)
def test_the_reference_case_comes_out_row_by_row(claim, label, tripped):
    (verdict,) = judged(claim, WIRE)
    assert verdict.label == label
    assert tripped <= {veto.name for veto in verdict.vetoes}
    assert (verdict.probability == 0) == (label != "supported")


def test_supported_claims_of_one_wire_are_reported_and_rest_on_its_very_words():
    document = a_text(WIRE)
    (verdict,) = judged("ByteDance is in talks with Iluvatar CoreX to buy AI chips for inference.", document)
    assert verdict.level is Level.REPORTED
    assert verdict.origins == 1
    for passage in verdict.passages:
        assert document.text[passage.start : passage.end] == passage.text


def test_a_signature_is_brought_down_to_talks_and_the_weaker_wording_is_itself_carried():
    (verdict,) = judged("ByteDance has agreed to buy 50,000 chips.", WIRE)
    assert verdict.suggestion == "ByteDance is in talks to buy at least 50,000 chips."
    assert labels(verdict.suggestion, WIRE) == ["supported"]


@pytest.mark.parametrize(
    ("claim", "evidence", "label", "veto"),
    [
        pytest.param(*row, marks=pytest.mark.bad(row_id))
        for row_id, *row in [
            ("D03", "Output at the Delling mill rose 5 percent in May.", "Output at the Delling mill rose 5 percentage points in May.", "contradicted", "number"),
            ("D04", "Norvane paid $5bn for the port.", "Norvane paid 5bn yuan for the port.", "contradicted", "number"),
            ("D04", "Norvane paid $5bn for the port.", "Norvane paid A$5bn for the port.", "contradicted", "number"),
            ("D04", "Norvane paid $5bn for the port.", "Norvane paid HK$5bn for the port.", "contradicted", "number"),
            ("D05", "Sales at Norvane were up 3 percent in March.", "Sales at Norvane were down 3 percent in March.", "contradicted", "number"),
            ("D05", "Sales at Norvane rose 3% in March.", "Sales at Norvane changed by \u22123% in March.", "contradicted", "number"),
            ("D06", "The fire in Delling injured 12 people.", "The fire in Delling injured at least 12 people.", "unsupported", "number"),
            ("D06", "The fire in Delling injured 12 people.", "The fire in Delling injured up to 12 people.", "unsupported", "number"),
            ("D06", "The fire in Delling injured 12 people.", "The fire in Delling injured about 12 people.", "unsupported", "number"),
            ("L18", 'Holm said the port was "a gift to nobody".', 'Holm said the port was "a gift to everybody".', "unsupported", "quote"),
            ("L19", "Ida Holm said the port would close in May.", "Peter Rask said the port would close in May. Ida Holm did not comment.", "unsupported", "speaker"),
            ("L20", "The minister will resign.", "The minister may resign.", "unsupported", "modality"),
            ("L20", "Rask stole 3 million euros.", "Rask allegedly stole 3 million euros.", "unsupported", "attribution"),
            ("L20", "The council approved the bridge.", "The council did not approve the bridge.", "contradicted", "negation"),
            ("L20", "The council did not approve the bridge.", "The council approved the bridge.", "contradicted", "negation"),
            ("L22", "Norvane bought Kelvar Silicon.", "Kelvar Silicon bought Norvane.", "contradicted", "entity"),
            ("L31", "The mayor of Delling took bribes.", "Rumour: the mayor of Delling took bribes.", "unsupported", "attribution"),
            ("H13", "Rask stole the plans of the turbine.", "Holm denied that Rask stole the plans of the turbine.", "unsupported", "attribution"),
        ]
    ],
)  # fmt: skip
def test_a_fault_gives_the_label_of_its_class(claim, evidence, label, veto):
    assert labels(claim, evidence) == [label]
    assert veto in vetoes(claim, evidence)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        pytest.param(*row, marks=pytest.mark.bad(row_id))
        for row_id, *row in [
            ("D06", "The fire in Delling injured 12 people.", "The fire in Delling injured a dozen people."),
            ("D06", "The fire in Delling injured about 12 people.", "The fire in Delling injured 12 people."),
            ("D06", "The fire in Delling injured more than 10 people.", "The fire in Delling injured 12 people."),
            ("D06", "The fire in Delling injured at least 10 people.", "The fire in Delling injured at least 12 people."),
            ("D07", "Norvane's margin was 5 percent.", "Norvane's margin was 4.96 percent."),
            ("L20", "The minister may resign.", "The minister will resign."),
            ("L22", "Most members of the council voted for the bridge.", "All members of the council voted for the bridge."),
        ]
    ],
)  # fmt: skip
def test_a_weaker_statement_follows(claim, evidence):
    assert labels(claim, evidence) == ["supported"]


@pytest.mark.bad("L21")
def test_two_facts_joined_by_because_need_evidence_for_the_cause():
    facts = "Profits at Norvane rose in May. The port closed in April."
    assert labels("Profits at Norvane rose because the port closed.", facts) != ["supported"]
    told = "Profits at Norvane rose because the port closed in April."
    assert labels("Profits at Norvane rose because the port closed.", told) == ["supported"]


@pytest.mark.bad("L20")
def test_a_charge_is_no_conviction():
    assert labels("The court convicted Rask of fraud.", "Rask was charged with fraud in a court in Delling.") != [
        "supported"
    ]


@pytest.mark.bad("D08")
def test_the_newest_figure_wins():
    old = a_text("The collapse killed 40 miners.", "a", day="2026-03-01")
    new = a_text("The collapse killed 70 miners.", "b", day="2026-03-05")
    assert labels("The collapse killed 40 miners.", old, new) == ["contradicted"]
    assert vetoes("The collapse killed 40 miners.", old, new) == {"superseded"}
    assert labels("The collapse killed 70 miners.", old, new) == ["supported"]


@pytest.mark.bad("H12")
def test_a_claim_built_on_corrected_wording_is_contradicted():
    page = (
        "The trial cost 30 million euros.\n\n"
        "Correction: An earlier version of this article said the trial cost 40 million euros."
    )
    assert labels("The trial cost 40 million euros.", page) == ["contradicted"]
    assert "superseded" in vetoes("The trial cost 40 million euros.", page)
    assert labels("The trial cost 30 million euros.", page) == ["supported"]


@pytest.mark.bad("H15")
def test_a_number_whose_unit_stands_in_the_head_of_a_table_is_not_supported():
    table = "Figures in millions of euros\nRevenue 40\nCosts 31"
    assert labels("Revenue was 40 million euros.", table) == ["unsupported"]


@pytest.mark.bad("L32")
@pytest.mark.parametrize("place", [0.0, 0.5, 1.0])
def test_the_deciding_sentence_is_found_wherever_it_stands_in_a_long_document(place):
    filler = [f"The harbour office of ward {i} keeps its books in order and opens at nine." for i in range(400)]
    filler.insert(int(place * len(filler)), "Norvane sold its ferry line to Kelvar Silicon for 30 million euros.")
    text = " ".join(filler)
    assert labels("Norvane sold its ferry line for 30 million euros.", text) == ["supported"]
    assert labels("Norvane sold its ferry line for 50 million euros.", text) == ["contradicted"]


@pytest.mark.bad("H14")
@pytest.mark.parametrize("genre", [Genre.SATIRE, Genre.OPINION, Genre.SPONSORED])
def test_satire_opinion_and_paid_text_never_carry_a_flat_statement_alone(genre):
    said = "Norvane sold its ferry line to Kelvar Silicon for 30 million euros."
    assert labels("Norvane sold its ferry line for 30 million euros.", a_text(said, genre=genre)) == ["unsupported"]
    beside = (a_text(said, "a", genre=genre), a_text(said, "b"))
    assert labels("Norvane sold its ferry line for 30 million euros.", *beside) == ["supported"]


def test_a_claim_that_two_origins_carry_is_corroborated():
    one = a_text("Norvane sold its ferry line for 30 million euros.", "a", publisher="The Harbour Post")
    two = a_text("For 30 million euros Norvane sold its ferry line.", "b", publisher="Delling Echo")
    (verdict,) = judged("Norvane sold its ferry line for 30 million euros.", one, two)
    assert (verdict.level, verdict.origins) == (Level.CORROBORATED, 2)
    wire = (Origin("wire:x", "X", ("a", "b"), "wire credit"),)
    (verdict,) = judged("Norvane sold its ferry line for 30 million euros.", one, two, origins=wire)
    assert (verdict.level, verdict.origins) == (Level.REPORTED, 1)


def test_a_primary_document_confirms_only_its_issuers_own_acts():
    court = a_text(
        "Delling Court fined Norvane 30 million euros. Norvane sold its ferry line.", publisher="Delling Court",
        kind=SourceKind.PRIMARY,
    )  # fmt: skip
    (own,) = judged("Delling Court fined Norvane 30 million euros.", court)
    (other,) = judged("Norvane sold its ferry line.", court)
    assert own.level is Level.CONFIRMED
    assert other.level is Level.REPORTED


def test_a_document_in_a_language_that_is_not_judged_supports_nothing():
    french = a_text("Norvane sold its ferry line for 30 million euros.", language="fr")
    assert labels("Norvane sold its ferry line for 30 million euros.", french) == ["no_evidence"]


def test_a_title_is_never_evidence():
    headline = a_text("The harbour was quiet on Monday.", title="Norvane sold its ferry line for 30 million euros")
    assert labels("Norvane sold its ferry line for 30 million euros.", headline) != ["supported"]


STORY = (
    "Norvane sold its ferry line to Kelvar Silicon for 30 million euros on Monday. The line carries 9,000 passengers a day. "
    "The council of Delling did not object to the sale."
)
DRAFT = (
    "Norvane sold its ferry line for 30 million euros. The line carries 12,000 passengers a day. "
    "The council of Delling objected to the sale."
)


def outcome(draft: str, *documents) -> list[tuple[str, float, list[str]]]:
    """Label, probability and vetoes of every claim."""
    return [(str(v.label), v.probability, [str(x.name) for x in v.vetoes]) for v in judged(draft, *documents)]


def test_irrelevant_documents_change_no_verdict():
    alone = outcome(DRAFT, a_text(STORY, "s"))
    noise = [
        a_text("Bakers in Osthaven raised the price of rye bread. A museum opened a wing for clocks.", "n1"),
        a_text("The weather service expects fog in the hills. Two hikers were led home by a dog.", "n2"),
    ]
    assert outcome(DRAFT, a_text(STORY, "s"), *noise) == alone


def test_the_order_of_documents_changes_no_verdict():
    one, two = a_text(STORY, "a"), a_text("The ferry line carries 9,000 passengers a day, Kelvar said.", "b")
    assert outcome(DRAFT, one, two) == outcome(DRAFT, two, one)


def test_the_case_of_words_that_are_no_names_changes_no_verdict():
    shouted = STORY.replace("ferry line", "FERRY LINE").replace("passengers a day", "Passengers A Day")
    assert [row[0] for row in outcome(DRAFT, a_text(shouted))] == [row[0] for row in outcome(DRAFT, a_text(STORY))]


@pytest.mark.parametrize(
    ("claim", "edited"),
    [
        ("The line carries 9,000 passengers a day.", "The line carries 9,500 passengers a day."),
        ("The council of Delling did not object to the sale.", "The council of Delling objected to the sale."),
        ("Norvane sold its ferry line to Kelvar Silicon.", "Kelvar Silicon sold its ferry line to Norvane."),
        ("Norvane sold its ferry line for 30 million euros.", "Norvane sold its ferry line for 30 million dollars."),
    ],
)
def test_one_small_edit_flips_the_verdict(claim, edited):
    assert labels(claim, STORY) == ["supported"]
    assert labels(edited, STORY) != ["supported"]


def test_a_claims_verdict_does_not_depend_on_its_neighbours():
    (alone,) = judged("The line carries 9,000 passengers a day.", STORY)
    (_, among, _) = judged(DRAFT.replace("12,000", "9,000"), STORY)
    assert (alone.label, alone.probability) == (among.label, among.probability)


def test_no_documents_are_no_evidence():
    assert set(labels(DRAFT)) == {"no_evidence"}
