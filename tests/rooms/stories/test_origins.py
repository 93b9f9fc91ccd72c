"""Origins: copies of one report are one witness."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.playbook.loading import policy
from groundwire.records.source import Dated, Document, Extent, Genre, Snapshot, Source, SourceKind
from groundwire.stories.origins import origins, per_claim

POLICY = policy().grouping
SNAPSHOT = Snapshot("0" * 64, "text/plain", 1, datetime(2031, 1, 1, tzinfo=UTC), "a.txt")
REPORT = (
    "HALVERN, 3 March. The ferry company Nordlys Lines said on Monday that it had taken two ships out of service after "
    "inspectors found cracks in their bow doors.\n"
    "Chief engineer Marta Kjelstrup told reporters that repairs would last three weeks and that tickets would be paid back in full."
)
OTHER = (
    "Passengers queued for hours at the quay in Halvern on Monday. A spokesman for the port, Jens Aalto, said that buses "
    "would take them to Soderby until the two ships return to the route.\n"
    "The coast guard keeps a cutter ready for patients who have to reach the hospital on the mainland."
)


def a_document(number: int, source: str = "", text: str = OTHER, day: int = 3, **more: object) -> Document:
    name = source or f"Paper {number}"
    owner = str(more.pop("owner", ""))
    kind = more.pop("kind", SourceKind.PRESS)
    return Document(
        id=f"{number:016x}",
        source=Source(name, kind=kind, owner=owner),  # type: ignore[arg-type]
        title=str(more.pop("title", "Ships out of service")),
        text=text,
        snapshot=SNAPSHOT,
        published=Dated(f"2031-03-{day:02d}", "day"),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.bad("F32")
def test_fifty_outlets_with_one_wire_copy_are_one_origin_that_shows_all_fifty():
    copies = [a_document(n, text=REPORT, wire="Transnews") for n in range(50)]
    found = origins(copies, POLICY)
    assert len(found) == 1
    assert found[0].name == "Transnews"
    assert found[0].id == "wire:transnews"
    assert len(found[0].documents) == 50


@pytest.mark.bad("F32")
def test_two_feeds_that_republish_each_other_are_one_origin():
    first = a_document(1, "Harbour Post", attributed_to="Fjord Mail")
    second = a_document(2, "Fjord Mail", text="Two ferries are out of service, in short.", attributed_to="Harbour Post")
    assert len(origins([first, second], POLICY)) == 1


@pytest.mark.bad("F32")
def test_fifty_outlets_with_the_same_text_and_no_credit_are_the_origin_of_the_earliest():
    copies = [a_document(n, text=REPORT, day=4) for n in range(49)]
    earliest = a_document(99, "Harbour Post", text=REPORT, day=3)
    found = origins([*copies, earliest], POLICY)
    assert [origin.name for origin in found] == ["Harbour Post"]
    assert found[0].reason == "text reuse"


def test_two_papers_with_their_own_reports_are_two_origins():
    assert len(origins([a_document(1, text=REPORT), a_document(2)], POLICY)) == 2


def test_a_publisher_with_three_reports_is_one_origin():
    texts = (REPORT, OTHER, "The second ship came back on Friday, the harbour master of Halvern said.")
    found = origins([a_document(n, "Harbour Post", text) for n, text in enumerate(texts)], POLICY)
    assert len(found) == 1
    assert found[0].reason == "same publisher"


def test_papers_of_one_owner_are_one_origin():
    pair = [a_document(1, "Harbour Post", REPORT, owner="Lund Media"), a_document(2, "Fjord Mail", owner="Lund Media")]
    found = origins(pair, POLICY)
    assert len(found) == 1
    assert (found[0].name, found[0].reason) == ("Lund Media", "owner")


def test_the_wire_itself_and_a_paper_that_credits_it_are_one_origin():
    pair = [a_document(1, "Transnews", REPORT, kind=SourceKind.WIRE), a_document(2, "Fjord Mail", wire="Transnews")]
    assert len(origins(pair, POLICY)) == 1


def test_a_wire_copy_does_not_make_a_papers_own_report_the_wires():
    own = a_document(1, "Fjord Mail", OTHER)
    copied = a_document(2, "Fjord Mail", REPORT, wire="Transnews")
    assert len(origins([own, copied], POLICY)) == 2


def test_a_report_that_reuses_a_press_release_has_the_release_as_its_origin():
    release = a_document(1, "Nordlys Lines", REPORT, genre=Genre.RELEASE, kind=SourceKind.COMPANY, day=4)
    report = a_document(2, "Harbour Post", REPORT + "\nShares were unchanged.", day=5)
    found = origins([report, release], POLICY)
    assert [(origin.name, origin.reason) for origin in found] == [("Nordlys Lines", "press release reused")]


def test_a_snippet_of_a_report_is_the_report():
    snippet = a_document(1, text=REPORT.split("\n")[0], extent=Extent.SNIPPET)
    assert len(origins([snippet, a_document(2, text=REPORT)], POLICY)) == 1


def test_a_piece_that_relays_an_outlet_in_its_lead_comes_from_that_outlet():
    relay = a_document(
        1, "Fjord Mail", "Two ferries are out of service, the Harbour Post reported on Monday.", cites=("Harbour Post",)
    )
    found = origins([relay, a_document(2, "Harbour Post", REPORT)], POLICY)
    assert len(found) == 1
    assert found[0].name == "Harbour Post"


def test_an_outlet_named_far_down_in_a_piece_with_its_own_reporting_is_background():
    text = "\n".join([OTHER, REPORT, "The line opened in 2009, as the Harbour Post reported then."])
    piece = a_document(1, "Fjord Mail", text, cites=("Harbour Post",))
    other = a_document(2, "Harbour Post", "The council of Halvern wants a bridge, and asks the county to pay for it.")
    assert len(origins([piece, other], POLICY)) == 2


def test_two_pieces_that_quote_one_speech_and_nothing_else_are_one_origin():
    words = '"We will not sail again before each of the bow doors has been opened, measured and closed by an inspector"'
    first = a_document(1, text=f"Nordlys Lines keeps its ships in port. {words}, Marta Kjelstrup said in the evening.")
    second = a_document(2, text=f"No date is set for the ferries. {words}, the engineer Kjelstrup told the council.")
    assert len(origins([first, second], POLICY)) == 1


def test_an_origin_that_rests_on_unnamed_sources_says_so():
    whisper = a_document(
        1, text="Nordlys Lines plans to sell two ships, people familiar with the matter said on Monday."
    )
    assert origins([whisper], POLICY)[0].anonymous


def test_repetition_does_not_upgrade_unnamed_sources():
    text = "Nordlys Lines plans to sell two of its ships to a rival by the end of June, people familiar with the matter said."
    found = origins([a_document(n, text=text) for n in range(5)], POLICY)
    assert len(found) == 1
    assert found[0].anonymous


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "Nordlys Lines confirmed the sale. People familiar with the matter said that the price was low.",
        "Nordlys Lines sold two ships in May.",
    ],
)
def test_a_named_speaker_or_a_plain_report_is_not_anonymous(text):
    assert not origins([a_document(1, text=text)], POLICY)[0].anonymous


def test_a_claim_counts_only_the_origins_whose_documents_carry_it():
    found = origins([a_document(1, text=REPORT), a_document(2), a_document(3, text=REPORT, day=5)], POLICY)
    carried = per_claim(found, [f"{3:016x}"])
    assert [origin.documents for origin in carried] == [(f"{3:016x}",)]
    assert per_claim(found, []) == ()


_TEXTS = st.sampled_from(
    [
        REPORT,
        OTHER,
        REPORT.split("\n")[0],
        "The bridge is closed.",
        "",
        "Rain fell on Halvern for eleven days in a row and the cellars of the old town stood under water.",
    ]
)
_WORLDS = st.lists(
    st.builds(
        lambda source, text, day, wire, to, owner: (source, text, day, wire, to, owner),
        st.sampled_from(["Harbour Post", "Fjord Mail", "Transnews", "Soderby News"]),
        _TEXTS,
        st.integers(1, 28),
        st.sampled_from(["", "", "Transnews"]),
        st.sampled_from(["", "", "", "Harbour Post", "Fjord Mail"]),
        st.sampled_from(["", "", "Lund Media"]),
    ),
    max_size=7,
)


def built(world: list[tuple[str, str, int, str, str, str]]) -> list[Document]:
    return [
        a_document(n, source, text, day, wire=wire, attributed_to=to, owner=owner)
        for n, (source, text, day, wire, to, owner) in enumerate(world)
    ]


@settings(max_examples=60, deadline=None)
@given(_WORLDS, st.randoms(use_true_random=False))
def test_origins_do_not_depend_on_the_order_of_documents_nor_on_repeating_them(world, shuffler):
    documents = built(world)
    shuffled = [*documents, *documents]
    shuffler.shuffle(shuffled)
    assert origins(shuffled, POLICY) == origins(documents, POLICY)


@settings(max_examples=60, deadline=None)
@given(_WORLDS)
def test_a_document_about_something_else_from_another_publisher_changes_no_other_origin(world):
    documents = built(world)
    stranger = a_document(
        500, "Inland Gazette", "The orchard show in Vellmar opened with forty kinds of pear on its tables."
    )
    with_stranger = origins([*documents, stranger], POLICY)
    assert tuple(o for o in with_stranger if stranger.id not in o.documents) == origins(documents, POLICY)


@settings(max_examples=60, deadline=None)
@given(_WORLDS)
def test_every_document_has_exactly_one_origin(world):
    documents = built(world)
    carried = [document for origin in origins(documents, POLICY) for document in origin.documents]
    assert sorted(carried) == sorted(document.id for document in documents)
