"""The smallest builders: one document, passage, claim, verdict or line, all invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from groundwire.records.brief import (
    Line,
)
from groundwire.records.claim import (
    Claim,
    ClaimStatus,
    Kind,
    Materiality,
    Modality,
    Quantity,
)
from groundwire.records.policy import QuotePolicy
from groundwire.records.source import (
    Dated,
    Document,
    Extent,
    Genre,
    Passage,
    Snapshot,
    Source,
    SourceKind,
)
from groundwire.records.verdict import Label, Level, Odds, Verdict, Veto

VERIFIER = "rule-based verifier, not calibrated"
POLICY = "offline v1 (0123456789ab)"
NOW = datetime(2026, 6, 15, 14, 5, tzinfo=UTC)
QUOTES = QuotePolicy(run_from=12, longest_run=25, all_runs=120, share=0.10, share_from=900)

SNIPPET = (
    "Ostrana is in talks to buy artificial intelligence chips from Veldhaven-based start-up Kelvar Silicon for "
    "inference workloads, people familiar with the matter said. The discussions involve at least 40,000 chips. "
    "Ostrana is also considering a similar arrangement with Merribank, the people said."
)


def a_document(
    text: str = SNIPPET,
    *,
    publisher: str = "Harbour Wire",
    title: str = "Ostrana in talks over chips for inference",
    kind: SourceKind = SourceKind.WIRE,
    url: str = "https://harbourwire.example/ostrana-chips",
    published: str = "2026-06-15",
    language: str = "en",
    extent: Extent = Extent.SNIPPET,
    genre: Genre = Genre.NEWS,
    quote_limit: int | None = None,
    licence: str = "",
    flags: tuple[str, ...] = (),
    captured_at: datetime = NOW - timedelta(minutes=7),
) -> Document:
    """A document of an invented publisher."""
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Document(
        id=hashlib.sha256(f"{publisher}\n{url}\n{text}".encode("utf-8", "replace")).hexdigest()[:16],
        source=Source(publisher, kind=kind, quote_limit=quote_limit, licence=licence),
        title=title,
        text=text,
        snapshot=Snapshot(digest, "text/html", len(text.encode("utf-8", "replace")), captured_at, title),
        url=url,
        published=Dated(published, "day") if published else None,
        language=language,
        extent=extent,
        genre=genre,
        flags=flags,
    )


def a_passage(document: Document, words: str) -> Passage:
    """The passage of a document that holds exactly these words."""
    start = document.text.index(words)
    return Passage(document.id, start, start + len(words), words)


def a_claim(
    text: str,
    *,
    sentence: int = 0,
    kind: Kind = Kind.EVENT,
    modality: Modality = Modality.DONE,
    status: ClaimStatus = ClaimStatus.REPORTED,
    materiality: Materiality = Materiality.LEAD,
    speaker: str = "",
    quantities: tuple[Quantity, ...] = (),
) -> Claim:
    """A claim with the given wording."""
    name = hashlib.sha256(f"{sentence}\n{text}".encode("utf-8", "replace")).hexdigest()[:12]
    return Claim(name, text, sentence, kind, modality, status, materiality, text, speaker, quantities=quantities)


def a_verdict(
    claim: Claim,
    passages: Sequence[Passage] = (),
    *,
    label: Label = Label.SUPPORTED,
    probability: float = 0.94,
    vetoes: tuple[Veto, ...] = (),
    level: Level | None = Level.REPORTED,
    origins: int = 1,
    suggestion: str = "",
) -> Verdict:
    """A verdict on a claim; without passages it should be told its label."""
    held = label is Label.SUPPORTED
    return Verdict(
        claim=claim,
        label=label,
        probability=probability if held else 0.0,
        odds=Odds(probability, 0.02, round(0.98 - probability, 4)) if held else Odds(0.05, 0.05, 0.9),
        policy=POLICY,
        vetoes=vetoes,
        passages=tuple(passages),
        level=level if held else None,
        origins=origins if held else 0,
        origin_ids=tuple(f"origin-{n}" for n in range(origins)) if held else (),
        suggestion=suggestion,
    )


def a_line(
    text: str,
    *passages: Passage,
    modality: Modality = Modality.DONE,
    level: Level = Level.REPORTED,
    origins: int = 1,
    lang: str = "en",
) -> Line:
    """A line of a brief that rests on the given passages."""
    verdict = a_verdict(a_claim(text, modality=modality), passages, level=level, origins=origins)
    return Line(text, (verdict,), tuple(dict.fromkeys(p.document for p in passages)), lang=lang)


def an_analysis(text: str) -> Line:
    """A line of analysis."""
    return Line(text, analysis=True)
