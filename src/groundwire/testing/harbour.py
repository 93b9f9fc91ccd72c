"""The second invented world: a closed harbour, told by several publishers, one of them not judged."""

from __future__ import annotations

from groundwire.publishing.page import page
from groundwire.records.brief import Brief, Composer, Difference, Question
from groundwire.records.gate import FactScore
from groundwire.records.lens import Limit
from groundwire.records.publication import Publication
from groundwire.records.source import Document, Extent, Genre, Origin, SourceKind
from groundwire.records.story import Status, Story, Update
from groundwire.records.verdict import Level
from groundwire.testing.builders import (
    NOW,
    QUOTES,
    VERIFIER,
    a_decision,
    a_document,
    a_line,
    a_passage,
    a_timeline,
    an_analysis,
    some_bars,
    some_checks,
)

AUTHORITY = (
    "The Port Authority of Norrvik closed the outer quay on 3 June after cracks were found in the quay wall. "
    "One of four berths has been open to small vessels since 11 June. About 4,200 containers are waiting. "
    "A hearing of the harbour inquiry is set for 2 July."
)
WIRE = (
    "Some 6,000 containers are stuck at Norrvik, the shippers' association said on 9 June. Divers inspected the wall on "
    "5 June, the association said, and found cracks over a length of 60 metres, which it called the worst damage since "
    "the quay was built, a finding that neither the authority nor its engineers have confirmed in public so far."
)


def harbour_documents() -> tuple[Document, ...]:
    """Five documents: the authority's notice, a wire report, its copy, a Japanese and an Arabic report."""
    return (
        a_document(WIRE, publisher="Harbour Wire", title="Thousands of containers stuck at Norrvik", url="https://harbourwire.example/norrvik", published="2026-06-09", extent=Extent.FULL),
        a_document("Harbour Wire. " + WIRE, publisher="Coast Ledger", title="Norrvik: thousands of boxes stuck", kind=SourceKind.PRESS, url="https://coastledger.example/norrvik", published="2026-06-09", extent=Extent.FULL),
        a_document(AUTHORITY, publisher="Port Authority of Norrvik", title="Notice on the outer quay", kind=SourceKind.PRIMARY, url="https://port.norrvik.example/notice", published="2026-06-11", extent=Extent.FULL, genre=Genre.RELEASE),
        a_document("ノルヴィク港の外岸壁が閉鎖された。", publisher="港湾日報", title="ノルヴィク港、外岸壁を閉鎖", kind=SourceKind.PRESS, url="https://kowan.example/1", published="2026-06-04", language="ja", extent=Extent.FULL),
        a_document("أغلقت سلطة الميناء الرصيف الخارجي.", publisher="صحيفة الساحل", title="إغلاق الرصيف الخارجي (4,200 حاوية)", kind=SourceKind.PRESS, url="https://sahel.example/1", published="", language="ar", extent=Extent.HEADLINE),
    )  # fmt: skip


def harbour_story() -> Story:
    """Those five documents as one story of four origins."""
    wire, copy, authority, japanese, arabic = harbour_documents()
    return Story(
        id="7c1f0a9be2d34856",
        slug="norrvik-outer-quay",
        title="Norrvik closes its outer quay",
        documents=(wire, copy, authority, japanese, arabic),
        origins=(
            Origin("wire:harbour", "Harbour Wire", (wire.id, copy.id), "wire credit"),
            *(Origin(d.id, d.source.name, (d.id,), "single") for d in (authority, japanese, arabic)),
        ),
        updates=tuple(Update(d.id, "shares 4 names", 0.5) for d in (copy, authority, japanese, arabic)),
        status=Status.CONFIRMED,
    )


def harbour_brief(story: Story) -> Brief:
    """The brief of the harbour: confirmed, single-origin and differing lines side by side; no lens fits."""
    wire, copy, authority, *_ = story.documents
    closed = a_passage(authority, AUTHORITY[: AUTHORITY.index(" One of")])
    berth = a_passage(authority, "One of four berths has been open to small vessels since 11 June.")
    waiting = a_passage(authority, "About 4,200 containers are waiting.")
    hearing = a_passage(authority, "A hearing of the harbour inquiry is set for 2 July.")
    stuck = "Some 6,000 containers are stuck at Norrvik, the shippers' association said on 9 June."
    divers = WIRE[WIRE.index("Divers") :]
    return Brief(
        story=story.id,
        section="Transport",
        headline=a_line("Norrvik's port authority reopens one of four berths after closing its outer quay", berth, closed, level=Level.CONFIRMED),
        summary=(
            a_line("The outer quay has been closed since 3 June because of cracks in its wall, the authority says.", closed, level=Level.CONFIRMED),
            an_analysis("The record shows no cause found by the inquiry and no date for the other three berths."),
        ),
        facts=(
            a_line("One of four berths has been open to small vessels since 11 June, the Port Authority of Norrvik said.", berth, level=Level.CONFIRMED),
            a_line("The authority closed the outer quay on 3 June after cracks were found in the quay wall.", closed, level=Level.CONFIRMED),
            a_line("Divers inspected the wall on 5 June and found cracks over 60 metres, according to the shippers' association.", a_passage(wire, divers), a_passage(copy, divers)),
            a_line("A hearing of the harbour inquiry is set for 2 July, the authority said.", hearing, level=Level.CONFIRMED),
        ),
        limits=tuple(
            Limit("accident", slot, text, filled)
            for slot, text, filled in (
                ("cause", "a cause found by the inquiry", False),
                ("restart", "a date on which the quay reopens", False),
                ("cost", "what the closure or the repair costs", False),
                ("harm", "whether anyone was hurt", False),
                ("party", "who is responsible for the wall", True),
            )
        ),
        frame="accident",
        composer=Composer.EXTRACTIVE,
        created_at=NOW,
        differences=(
            Difference(
                "How many containers wait",
                (
                    a_line("The port authority gives about 4,200 containers.", waiting, level=Level.CONFIRMED),
                    a_line("The shippers' association said some 6,000 on 9 June.", a_passage(wire, stuck)),
                ),
                "The authority's figure leads: it is two days newer and its own count.",
            ),
        ),
        questions=(
            *some_checks()[:2],
            Question(NOW.replace(month=7, day=2), "record", "Is the hearing of the harbour inquiry held?", "minutes, or a report of it", "the inquiry is closed before", (authority.id,)),
        ),
        figures=(a_timeline(), some_bars()),
        drafted=9,
        removed=0,
        playbook="playbook 4f1d2c3b5a69",
        notes=("Two reports are in languages that the verifier cannot judge; they are listed and support nothing.",),
    )  # fmt: skip


def harbour_publication() -> Publication:
    """The page of the harbour."""
    story = harbour_story()
    brief = harbour_brief(story)
    score = FactScore(
        value=7,
        arithmetic=("9 claims drafted, none taken out", "S = 1.00", "n′ = 7.4, so the lower bound is 0.82", "round(10 × 0.82) = 8", "only company statements: cap 7"),
        caps=(("shelf-life", 7, "evidence older than 30 days"),),
        uncapped=8,
    )  # fmt: skip
    return page(story, brief, a_decision(score=score), brief.questions, quotes=QUOTES, verifier=VERIFIER)
