"""Frames and limits: what kind of event a story is, and which of its facts the evidence shows."""

from datetime import UTC, datetime

import pytest

from groundwire.briefs.limits import frame_of, limits, section_of
from groundwire.claims.reading import read_document
from groundwire.playbook.lens_files import frames, sections
from groundwire.playbook.loading import policy
from groundwire.records.claim import ReadDocument
from groundwire.records.source import Dated, Document, Snapshot, Source

POLICY = policy("offline").lens
FRAMES = frames()

# For each frame: a slot, a report that fills it, and a report of such an event that leaves it open.
CASES = [
    (
        "talks",
        "signed",
        ("Halden in talks to buy turbines from Orme", "Halden was in talks to buy turbines from Orme. On Friday Halden signed the contract, Orme said."),
        ("Halden in talks to buy turbines from Orme", "Halden is in talks to buy turbines from Orme. The talks cover at least 40 turbines."),
    ),
    (
        "acquisition",
        "price",
        ("Corvane agrees to buy rival Telmark", "Corvane agreed to buy its rival Telmark for $340 million on Monday. Both boards approved the deal."),
        ("Corvane agrees to buy rival Telmark", "Corvane agreed to buy its rival Telmark on Monday. The companies gave no terms."),
    ),
    (
        "supply-contract",
        "volume",
        ("Bresk wins contract to supply trains to Norland", "Bresk signed a contract to supply 60 trains to the Norland railway on Tuesday."),
        ("Bresk wins contract to supply trains to Norland", "Bresk signed a contract to supply trains to the Norland railway on Tuesday."),
    ),
    (
        "funding",
        "amount",
        ("Lumora raises money in new funding round", "Lumora raised $25 million in a funding round led by Aster Partners."),
        ("Lumora closes new funding round", "Lumora closed a funding round led by Aster Partners. It did not say how large the round was."),
    ),
    (
        "product-launch",
        "price",
        ("Quillon launches new tablet", "Quillon launched a new tablet on Monday. The tablet is priced at $399 in all markets."),
        ("Quillon launches new tablet", "Quillon launched a new tablet on Monday. The tablet is available in all its stores."),
    ),
    (
        "model-release",
        "licence",
        ("Aurel releases language model", "Aurel released a large language model on Monday. The model weights are available under an open source licence."),
        ("Aurel releases language model", "Aurel released a large language model on Monday. It scored 71 percent on a reasoning benchmark."),
    ),
    (
        "rule-proposal",
        "stage",
        ("Senator Marl introduces bill on bridge inspections", "Senator Marl introduced a bill that requires yearly inspections of bridges. The transport committee approved the bill on Thursday."),
        ("Senator Marl introduces bill on bridge inspections", "Senator Marl introduced a bill that requires yearly inspections of bridges. Builders welcomed it."),
    ),
    (
        "rule-adopted",
        "force",
        ("Parliament passes law on phone repairs", "Parliament passed a law on phone repairs on Monday. The president signed the law on Wednesday."),
        ("Parliament passes law on phone repairs", "Parliament passed a law on phone repairs on Monday. It covers all makers of phones."),
    ),
    (
        "enforcement",
        "amount",
        ("Dornick agrees to pay civil penalty over spills", "Dornick agreed to pay a civil penalty of $4.2 million to settle claims over two spills."),
        ("Dornick reaches settlement with regulator over spills", "Dornick reached a settlement with the regulator over two spills. It will install new valves."),
    ),
    (
        "lawsuit",
        "reply",
        ("City of Arden sues Pellworth over water bills", "The city of Arden sued Pellworth on Monday. It alleges that Pellworth billed twice. Pellworth denied the claims."),
        ("City of Arden sues Pellworth over water bills", "The city of Arden sued Pellworth on Monday. It alleges that Pellworth billed twice."),
    ),
    (
        "ruling",
        "appeal",
        ("Court rules against Velmont in patent case", "A court ruled on Monday that Velmont copied a pump. Velmont said it will appeal the ruling."),
        ("Court rules against Velmont in patent case", "A court ruled on Monday that Velmont copied a pump. The judge ordered it to pay damages."),
    ),
    (
        "export-control",
        "effect",
        ("Norland imposes export controls on lenses", "Norland imposed export controls on lenses. The export controls take effect on 1 March 2024."),
        ("Norland imposes export controls on lenses", "Norland imposed export controls on lenses. The government cited national security."),
    ),
    (
        "earnings",
        "revenue",
        ("Tessaly reports quarterly results", "Tessaly said that its revenue was $1.2 billion in the quarter. Net income rose 4 percent."),
        ("Tessaly reports quarterly results", "Tessaly reported quarterly results that fell short of its plans. Net income fell 4 percent."),
    ),
    (
        "rate-decision",
        "vote",
        ("Norland central bank raises interest rate", "The central bank raised its interest rate to 4.5 percent. Seven members voted for the step."),
        ("Norland central bank raises interest rate", "The central bank raised its interest rate to 4.5 percent. It named inflation as the reason."),
    ),
    (
        "layoffs",
        "number",
        ("Garrick to cut jobs at its Marl plant", "Garrick said it will lay off 300 workers at its Marl plant by June."),
        ("Garrick to cut jobs at its Marl plant", "Garrick said it will lay off workers at its Marl plant because orders are falling."),
    ),
    (
        "outage",
        "restored",
        ("Power outage hits Brindle", "A power outage hit Brindle on Monday. Service was restored on Tuesday morning."),
        ("Power outage hits Brindle", "A power outage hit Brindle on Monday. The grid operator is investigating."),
    ),
    (
        "security-breach",
        "number",
        ("Data breach exposes customers of Finwell", "Hackers stole data of Finwell customers. The breach exposed records of 80,000 customers."),
        ("Data breach exposes customers of Finwell", "Hackers stole data of Finwell customers. Finwell notified the police."),
    ),
    (
        "vulnerability",
        "exploited",
        ("Security advisory for Tarn server", "A vulnerability in the Tarn server lets attackers run code. The flaw was exploited in the wild, the project said."),
        ("Security advisory for Tarn server", "A vulnerability in the Tarn server lets attackers run code. Version 2.4 fixes the vulnerability."),
    ),
    (
        "accident",
        "harm",
        ("Ferry sinks off Marl coast", "A ferry sank off the Marl coast on Sunday. Four people died in the accident."),
        ("Bridge collapses near Arden", "A bridge collapsed near Arden on Sunday. Police closed the road."),
    ),
    (
        "appointment",
        "confirmed",
        ("Governor names Ilse Brandt transport secretary", "The governor named Ilse Brandt transport secretary. The senate confirmed the appointment on Friday; she was confirmed by 30 votes."),
        ("Governor names Ilse Brandt transport secretary", "The governor named Ilse Brandt transport secretary. She will follow Otto Lenz."),
    ),
    (
        "election",
        "turnout",
        ("Green list wins Arden election", "The Green list won the election in Arden on Sunday. Turnout was 61 percent."),
        ("Green list wins Arden election", "The Green list won the election in Arden on Sunday. Its leader thanked the voters."),
    ),
    (
        "protest",
        "number",
        ("Teachers protest in Arden against cuts", "Teachers marched in Arden against cuts on Friday. About 4,000 people attended the protest."),
        ("Teachers protest in Arden against cuts", "Teachers marched in Arden against cuts on Friday. They demand smaller classes."),
    ),
    (
        "general",
        "cause",
        ("Arden library moves its archive", "The Arden library moved its archive on Monday because the cellar was damp."),
        ("Arden library moves its archive", "The Arden library moved its archive on Monday. It holds 900 maps."),
    ),
]  # fmt: skip


def a_document(title: str, text: str, day: str = "2024-02-05", name: str = "a") -> ReadDocument:
    snapshot = Snapshot("0" * 64, "text/plain", len(text), datetime(2024, 2, 6, tzinfo=UTC), name)
    return read_document(
        Document(name * 16, Source("The Arden Post"), title, text, snapshot, published=Dated(day, "day"))
    )


def filled(read: list[ReadDocument], frame_id: str) -> dict[str, bool]:
    frame = next(frame for frame in FRAMES if frame.id == frame_id)
    return {limit.slot: limit.filled for limit in limits(read, frame)}


def test_every_frame_of_the_playbook_has_its_case():
    assert {case[0] for case in CASES} == {frame.id for frame in FRAMES}


@pytest.mark.parametrize(("frame", "slot", "filling", "open_"), CASES, ids=[case[0] for case in CASES])
def test_one_report_fills_the_slot_and_another_leaves_it_open(frame, slot, filling, open_):
    for title, text in (filling, open_):
        assert frame_of([a_document(title, text)], FRAMES, POLICY)[0].id == frame
    assert filled([a_document(*filling)], frame)[slot]
    assert not filled([a_document(*open_)], frame)[slot]


def test_talks_do_not_fill_signed_price_or_delivery():
    read = [
        a_document(
            "Ostrava Cloud in talks with Kestrel Micro to buy AI chips",
            "Ostrava Cloud is in talks with Kestrel Micro, a GPU start-up, to buy AI chips for inference. "
            "The talks cover at least 20,000 chips. A similar arrangement with Delph is also being considered.",
        )
    ]
    frame, _ = frame_of(read, FRAMES, POLICY)
    assert frame.id == "talks"
    shown = filled(read, "talks")
    assert not shown["signed"] and not shown["price"] and not shown["delivery"]
    assert shown["volume"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Halden has not signed the contract.",
        "Halden may sign a contract next month.",
        "Halden denied that it signed a contract.",
        "Halden could sign the contract if the price falls.",
    ],
)
def test_a_denied_or_possible_signature_leaves_signed_open(sentence):
    read = [a_document("Halden in talks to buy turbines", "Halden is in talks to buy turbines from Orme. " + sentence)]
    assert not filled(read, "talks")["signed"]


def test_a_later_denial_opens_a_slot_that_an_earlier_report_filled():
    first = a_document("Halden in talks to buy turbines", "Halden signed the contract on Friday.", "2024-02-05", "a")
    later = a_document("Halden denies deal", "Halden has not signed the contract.", "2024-02-08", "b")
    assert filled([first], "talks")["signed"]
    assert not filled([later, first], "talks")["signed"]


def test_the_newest_document_decides_the_frame():
    protest = a_document("Teachers protest in Arden", "Teachers marched in Arden on Friday.", "2024-02-02", "a")
    vote = a_document("Green list wins Arden election", "The Green list won the election.", "2024-02-11", "b")
    assert frame_of([vote, protest], FRAMES, POLICY)[0].id == "election"
    assert frame_of([protest, vote], FRAMES, POLICY)[0].id == "election"


def test_an_event_of_no_known_kind_gets_the_general_frame():
    read = [a_document("Arden choir sings at the harbour", "The Arden choir sang at the harbour on Sunday.")]
    assert frame_of(read, FRAMES, POLICY)[0].id == "general"


def test_the_passage_of_a_filled_slot_is_the_sentence_that_fills_it():
    read = [
        a_document("Corvane agrees to buy rival Telmark", "Corvane agreed to buy Telmark for $340 million. It is old.")
    ]
    frame = next(frame for frame in FRAMES if frame.id == "acquisition")
    price = next(limit for limit in limits(read, frame) if limit.slot == "price")
    document, start, end = price.passages[0]
    assert document == read[0].document.id
    assert read[0].document.text[start:end] == "Corvane agreed to buy Telmark for $340 million."


def test_a_document_that_is_not_judged_fills_nothing():
    one = a_document("Corvane agrees to buy rival Telmark", "Corvane agreed to buy Telmark for $340 million.")
    foreign = ReadDocument(
        Document(one.document.id, one.document.source, one.document.title, one.document.text, one.document.snapshot, language="cs"),
        one.sentences,
    )  # fmt: skip
    assert not any(filled([foreign], "acquisition").values())
    assert frame_of([foreign], FRAMES, POLICY)[0].id == "general"


@pytest.mark.parametrize(
    ("lens", "frame", "title", "section"),
    [
        ("energy-supply", "outage", "Power outage hits Brindle", "Energy"),
        ("chip-supply", "talks", "Ostrava in talks to buy chips", "Technology"),
        (None, "rate-decision", "Norland raises rates", "Markets"),
        (None, "lawsuit", "Arden sues Pellworth", "Policy"),
        (None, "general", "Oil pipeline is painted green", "Energy"),
        (None, "general", "Choir sings at the harbour", "General"),
    ],
)
def test_a_story_goes_to_the_section_of_its_lens_its_frame_or_its_words(lens, frame, title, section):
    assert section_of([a_document(title, "It was so on Monday.")], lens, frame, sections(), POLICY) == section
