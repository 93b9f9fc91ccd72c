"""Small worlds for tests and for authors of lenses and plug-ins: a story, its brief, its page and a review, all invented.

The first world is a deal under talks from one wire snippet; the second a closed harbour told by several publishers,
one of them in a language that is not judged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from groundwire.publishing.page import page
from groundwire.records.brief import (
    Brief,
    Composer,
    Line,
    Question,
    RejectedClaim,
)
from groundwire.records.claim import (
    ClaimStatus,
    Kind,
    Modality,
    Quantity,
    ReadSentence,
    Relation,
    Sentence,
    SentenceState,
)
from groundwire.records.gate import Decision, FactScore, Gate, GateOutcome, Outcome
from groundwire.records.lens import CheckTemplate, Lens, Limit, Signal
from groundwire.records.publication import Publication
from groundwire.records.review import Review, ReviewedSentence
from groundwire.records.source import (
    Document,
    Origin,
    Refusal,
)
from groundwire.records.story import Story, Update
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.testing.atoms import (
    NOW,
    POLICY,
    QUOTES,
    SNIPPET,
    VERIFIER,
    a_claim,
    a_document,
    a_line,
    a_passage,
    a_verdict,
    an_analysis,
)
from groundwire.testing.drawings import a_path, a_timeline, some_bars

__all__ = [
    "NOW",
    "POLICY",
    "QUOTES",
    "SNIPPET",
    "VERIFIER",
    "a_brief",
    "a_claim",
    "a_decision",
    "a_document",
    "a_lens",
    "a_line",
    "a_passage",
    "a_path",
    "a_publication",
    "a_review",
    "a_story",
    "a_timeline",
    "a_verdict",
    "an_analysis",
    "some_bars",
    "some_checks",
    "some_rejected",
]


def a_story(documents: Sequence[Document] = (), *, title: str = "Ostrana in talks over chips") -> Story:
    """A story of the given documents, each its own origin."""
    held = tuple(documents) or (a_document(),)
    return Story(
        id=hashlib.sha256(held[0].id.encode()).hexdigest()[:16],
        slug="ostrana-in-talks-over-chips",
        title=title,
        documents=held,
        origins=tuple(Origin(d.id, d.source.name, (d.id,), "single") for d in held),
        updates=tuple(Update(d.id, "shares 3 names and 41 % of its terms", 0.41) for d in held[1:]),
    )


def a_lens() -> Lens:
    """A lens on procurement under supply limits, complete."""
    return Lens(
        id="chip-supply",
        version=1,
        title="Procurement under supply limits",
        thesis="A large buyer's search for a second supplier is a signal before it is an order. It counts when shipments, filings or budgets confirm it.",
        trigger="a large buyer negotiates with a new supplier",
        mechanism=(
            "Supply limits push buyers to qualify other parts.",
            "One large order can fund a supplier's next generation.",
        ),
        impact_path=("talks", "supply agreement", "qualification", "shipments"),
        horizon="weeks for an agreement, two quarters for shipments",
        sectors=("accelerators", "memory", "server makers"),
        signals=(Signal("A statement on delivery", "a dated figure by either party"),),
        checks=(CheckTemplate(1, "Has a supply agreement been confirmed?", "a statement by either party", ""),),
        why_it_matters=(
            "If the talks turn into orders, they would point to steady demand for inference, which is a running cost for the buyer rather than a single purchase.",
        ),
        policy_link=(
            "If export rules change while talks go on, the part that may be delivered could change with them.",
        ),
        builders=(
            "Teams that depend on one kind of accelerator would do well to test a second one before they need it.",
        ),
        does_not_apply=("The talks end, or the part is bought for resale.",),
    )


def some_checks(now: datetime = NOW) -> tuple[Question, ...]:
    """Three frozen checks at D+1, D+3 and D+7."""
    rows = (
        (1, "Has a supply agreement been confirmed?", "a statement or filing by either party"),
        (3, "Has a second origin reported the talks?", "an independent report, not a copy"),
        (7, "Are volumes or dates on record?", "a figure with a date, attributed"),
    )
    return tuple(
        Question(
            due=now + timedelta(days=days),
            rule=f"D+{days}",
            question=question,
            counts_as_yes=yes,
            void_if="",
            id=hashlib.sha256(question.encode()).hexdigest()[:12],
            frozen=hashlib.sha256(f"{question}{yes}".encode()).hexdigest(),
        )
        for days, question, yes in rows
    )


def some_rejected() -> tuple[RejectedClaim, ...]:
    """Four claims of a draft that the snippet does not carry."""
    rows = (
        ("Ostrana has signed a contract for 40,000 chips.", "A statement about a contract between the parties.", "The evidence has talks, which are not a signature.", Label.UNSUPPORTED, ("modality",)),
        ("Ostrana will buy 400,000 chips.", "A statement about the size of a purchase.", "The number is not the one in the evidence, and talks are not a purchase.", Label.UNSUPPORTED, ("number", "modality")),
        ("Teldane's strategy chief said that such chips will be plentiful by autumn.", "A remark attributed to another company's strategy chief.", "No evidence for the remark.", Label.NO_EVIDENCE, ()),
        ("Corvidia's chief executive said its share has fallen to zero.", "A remark attributed to another company's chief executive about its market share.", "No evidence for the remark.", Label.NO_EVIDENCE, ()),
    )  # fmt: skip
    return tuple(
        RejectedClaim(hashlib.sha256(text.encode()).hexdigest()[:12], text, description, reason, label, vetoes)
        for text, description, reason, label, vetoes in rows
    )


def a_brief(story: Story | None = None, *, says: Sequence[str] = (), drafted: bool = True) -> Brief:
    """The brief of the deal under talks, or one whose facts say what the caller wants, resting on the same snippet.

    Args:
        says: wording of the facts; each rests on the whole text of the story's first document.
        drafted: True when it came from a draft with four claims that did not pass.
    """
    told = story or a_story()
    document = told.documents[0]
    facts = tuple(a_line(text, a_passage(document, document.text)) for text in says) or _deal_facts(document)
    lens = a_lens()
    rejected = some_rejected() if drafted else ()
    first = facts[0].verdicts[0].passages
    return Brief(
        story=told.id,
        section="Technology",
        headline=a_line(
            "Ostrana is in talks over at least 40,000 AI chips, Harbour Wire reports",
            *first,
            modality=Modality.UNDER_WAY,
        ),
        summary=(
            a_line(
                "The talks with Veldhaven's Kelvar Silicon are about chips for inference.",
                *first,
                modality=Modality.UNDER_WAY,
            ),
            an_analysis("The record is one short wire report: it shows talks, not a deal."),
        ),
        facts=facts,
        limits=_limits(),
        frame="deal-talks",
        composer=Composer.DRAFT if drafted else Composer.EXTRACTIVE,
        created_at=NOW,
        market=tuple(an_analysis(text) for text in lens.why_it_matters),
        policy_link=tuple(an_analysis(text) for text in lens.policy_link),
        builders=tuple(an_analysis(text) for text in lens.builders),
        lens=lens,
        lens_trigger=replace(
            facts[1 if len(facts) > 1 else 0], text="Reported talks over at least 40,000 chips for inference."
        ),
        affected_named=("Ostrana", "Kelvar Silicon", "Merribank"),
        affected_inferred=lens.sectors,
        questions=some_checks(),
        figures=(a_path(),),
        rejected=rejected,
        drafted=3 + len(rejected),
        removed=len(rejected),
        playbook="playbook 4f1d2c3b5a69",
    )


def _deal_facts(document: Document) -> tuple[Line, ...]:
    talks, size, other = (
        "Ostrana is in talks to buy artificial intelligence chips from Veldhaven-based start-up Kelvar Silicon for inference workloads, people familiar with the matter said.",
        "The discussions involve at least 40,000 chips.",
        "Ostrana is also considering a similar arrangement with Merribank, the people said.",
    )
    return (
        a_line("Ostrana is in talks to buy AI chips for inference from Kelvar Silicon, a start-up based in Veldhaven, Harbour Wire reported.", a_passage(document, talks), modality=Modality.UNDER_WAY),
        a_line("The discussions cover at least 40,000 chips, according to the report.", a_passage(document, size), modality=Modality.UNDER_WAY),
        a_line("Ostrana is also considering a similar arrangement with Merribank, the report said.", a_passage(document, other), modality=Modality.POSSIBLE),
    )  # fmt: skip


def _limits() -> tuple[Limit, ...]:
    rows = (
        ("parties", "the parties are named", True),
        ("signed", "that a contract is signed", False),
        ("dates", "delivery dates or volumes by date", False),
        ("price", "a price, or how it is set", False),
        ("statement", "a statement by a party", False),
    )
    return tuple(Limit("deal-talks", slot, text, filled) for slot, text, filled in rows)


def a_decision(outcome: Outcome = Outcome.APPROVE, *, score: FactScore | None = None) -> Decision:
    """A decision of the offline policy; hold and reject name the gate that stopped it."""
    stopped = {
        Outcome.APPROVE: GateOutcome.PASS,
        Outcome.HOLD: GateOutcome.HOLD,
        Outcome.REJECT: GateOutcome.FAIL,
    }[outcome]
    reason = (
        "every claim of the text is supported"
        if stopped is GateOutcome.PASS
        else "1 claim of the text is not supported"
    )
    return Decision(
        outcome=outcome,
        version=hashlib.sha256(b"text").hexdigest(),
        policy=POLICY,
        gates=(
            Gate("claims-supported", stopped, reason),
            Gate("no-rejected-survivor", GateOutcome.PASS, "no rejected claim is left"),
            Gate("lead-supported", GateOutcome.PASS, "headline and summary rest on supported claims"),
            Gate("limits-stated", GateOutcome.PASS, "4 open questions are printed"),
            Gate("lens-fits", GateOutcome.PASS, "the lens fits at 0.81"),
        ),
        score=score
        or FactScore(
            value=6,
            arithmetic=(
                "7 claims drafted, 4 taken out, 3 in the text",
                "S = 1.00: all 3 are supported, each with weight 3",
                "n′ = 3.0, so the one-sided 90 % lower bound is 0.65",
                "round(10 × 0.65) = 6",
                "one origin: cap 7, which does not bind",
            ),
            caps=(("one-origin", 7, "one origin"),),
            uncapped=6,
        ),
        not_asked=("certificate-valid", "human-approval"),
        rationale=(),
    )


def a_publication(
    brief: Brief | None = None,
    story: Story | None = None,
    outcome: Outcome = Outcome.APPROVE,
    *,
    contact: str = "",
    site: str = "",
) -> Publication:
    """The page of the deal under talks, or of the given brief."""
    told = story or a_story()
    written = brief or a_brief(told)
    return page(
        told,
        written,
        a_decision(outcome),
        written.questions,
        quotes=QUOTES,
        verifier=VERIFIER,
        contact=contact,
        site=site,
    )


def a_review() -> Review:
    """A draft of four sentences against the snippet: one kept, two refused, one that cannot be checked."""
    document = a_document()
    talks = a_passage(document, document.text[: document.text.index(" The discussions")])
    kept = a_claim("Ostrana is in talks with Kelvar Silicon to buy AI chips.", modality=Modality.UNDER_WAY)
    signed = a_claim(
        "Ostrana has agreed to buy 40,000 chips.",
        sentence=1,
        quantities=(Quantity(40000, "chip", "chips", Relation.EXACTLY),),
    )
    quote = a_claim(
        "Teldane's chief said supply is ample.",
        sentence=2,
        kind=Kind.QUOTE,
        speaker="Teldane's chief",
        status=ClaimStatus.SAID,
    )
    veto = Veto(
        VetoName.MODALITY,
        Label.UNSUPPORTED,
        "has agreed",
        "is in talks",
        "The evidence says “in talks” (under way); the draft says “has agreed” (done).",
    )
    verdicts = (
        a_verdict(kept, (talks,)),
        a_verdict(signed, (talks,), label=Label.UNSUPPORTED, vetoes=(veto,), suggestion="Ostrana is in talks to buy at least 40,000 chips."),
        a_verdict(quote, label=Label.NO_EVIDENCE),
    )  # fmt: skip
    texts = (kept.text, signed.text, quote.text, "This is a turning point for the whole industry.")
    outcomes = (
        ("kept", ""),
        ("refused", veto.reason),
        ("refused", "No passage of the sources speaks of this."),
        ("not_checkable", "opinion"),
    )
    sentences, start = [], 0
    for n, (text, (outcome, reason)) in enumerate(zip(texts, outcomes, strict=True)):
        sentence = Sentence(n, n + 1, 1, start, start + len(text), text)
        own = verdicts[n : n + 1]
        state = SentenceState.CHECKABLE if own else SentenceState.NOT_CHECKABLE
        read = ReadSentence(sentence, state, "" if own else reason, tuple(v.claim for v in own), lead=n == 0)
        sentences.append(ReviewedSentence(read, outcome, reason, own))
        start += len(text) + 1
    score = FactScore(
        2, ("S = 0.33: 1 of 3 claims is supported", "round(10 × 0.16) = 2"), (("one-origin", 7, "one origin"),), 2
    )
    return Review(
        draft="draft.md",
        sentences=tuple(sentences),
        documents=(document,),
        decision=a_decision(Outcome.REJECT, score=score),
        verifier=VERIFIER,
        warnings=(Refusal("sources/empty.html", "There is nothing in it.", "empty"),),
    )
