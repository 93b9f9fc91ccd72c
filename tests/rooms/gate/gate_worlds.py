"""Small worlds for the tests of the gate: an invented firm, its invented sources, claims and verdicts."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from groundwire.gate.texts import FinalText, Mode, State, TextLine
from groundwire.records.claim import Claim, ClaimStatus, Kind, Materiality, Modality
from groundwire.records.source import Dated, Document, Origin, Passage, Snapshot, Source, SourceKind
from groundwire.records.verdict import Label, Level, Odds, Verdict

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
VERIFIER = "rule-based verifier, not calibrated"


def a_document(id="d1", text="Harlow Mills is in talks with Orsted Looms.", published="2026-05-03", **known):
    """A document of an invented paper."""
    source = known.pop("source", Source("The Tarn Courier", "tarncourier.example", SourceKind.PRESS))
    dated = Dated(published, "day") if published else None
    snapshot = Snapshot("0" * 64, "text/plain", len(text), NOW, f"{id}.txt")
    return Document(id=id, source=source, title="A report", text=text, snapshot=snapshot, published=dated, **known)


def a_claim(text="Harlow Mills is in talks with Orsted Looms", materiality=Materiality.LEAD, **known):
    """A claim of that wording; its id follows from it."""
    defaults = {"kind": Kind.EVENT, "modality": Modality.UNDER_WAY, "status": ClaimStatus.REPORTED, "span": text}
    return Claim(
        id=f"{hashlib.sha256(text.encode()).hexdigest()[:12]}",
        text=text,
        sentence=0,
        materiality=materiality,
        **(defaults | known),
    )


def a_verdict(claim=None, label=Label.SUPPORTED, probability=None, origins=("o1",), document="d1", **known):
    """A verdict on a claim; a supported one rests on one passage and on the given origins."""
    claim = claim or a_claim()
    supported = label is Label.SUPPORTED
    p = (0.8 if supported else 0.0) if probability is None else probability
    passages = (Passage(document, 0, 10, "Harlow Mil"),) if supported else ()
    level = Level.REPORTED if supported else None
    return Verdict(
        claim=claim,
        label=label,
        probability=p,
        odds=Odds(0.8, 0.1, 0.1),
        policy="offline",
        **({"passages": passages, "level": level, "origins": len(origins), "origin_ids": tuple(origins)} | known),
    )


def supported(number, materiality=Materiality.LEAD, origins=("o1", "o2")):
    """That many supported claims, each of its own wording."""
    return [a_verdict(a_claim(f"Fact number {place} stands", materiality), origins=origins) for place in range(number)]


def a_line(text="The Tarn Courier reported that Harlow Mills is in talks with Orsted Looms.", verdicts=None, **known):
    """A line of a text, kept unless said otherwise."""
    given = {"place": "facts", "state": State.KEPT, "cites": ("d1",)} | known
    return TextLine(text=text, verdicts=tuple([a_verdict()] if verdicts is None else verdicts), **given)


def a_text(lines=None, mode=Mode.CHECK, **known):
    """A draft under check with one supported, attributed sentence as its lead."""
    given = {
        "documents": (a_document(),),
        "origins": (Origin("o1", "The Tarn Courier", ("d1",), "single"),),
        "verifier": VERIFIER,
    } | known
    chosen = (a_line(lead=True, place="draft"),) if lines is None else tuple(lines)
    return FinalText(mode=mode, lines=chosen, **given)


def changed(record, **fields):
    """The record with some fields changed."""
    return replace(record, **fields)
