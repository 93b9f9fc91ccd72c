"""The report of `check --html`: one self-contained file that loads nothing and runs nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from groundwire.publishing.excerpts import carrying_passages, marked, shortened
from groundwire.publishing.github import title
from groundwire.publishing.rendering import render as _render
from groundwire.publishing.rendering import stylesheet
from groundwire.publishing.view import GATE_SIGNS, GATE_WORDS, GateView, ticks
from groundwire.publishing.wording import EXTENTS, SIGNS, WORDS, count, day, safe_link
from groundwire.records.publication import Run
from groundwire.records.review import Review, ReviewedSentence
from groundwire.records.source import Document
from groundwire.records.verdict import Label, Verdict

LONGEST = 60  # words of a passage shown at once; the offsets lead to the rest
_FONT = re.compile(r"url\((fonts/[a-z0-9-]+\.woff2)\)")
CLASSES = {
    Label.SUPPORTED: "ok",
    Label.CONTRADICTED: "bad",
    Label.UNSUPPORTED: "open-sign",
    Label.NO_EVIDENCE: "open-sign",
}


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage under a claim, with the words that carry it marked."""

    publisher: str
    about: str
    lang: str
    url: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim of a sentence with its verdict in words."""

    sign: str
    kind: str
    text: str
    standing: str
    vetoes: tuple[tuple[str, str], ...]
    suggestion: str
    passages: tuple[PassageView, ...]
    id: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence of the draft with its outcome in words."""

    anchor: str
    sign: str
    kind: str
    word: str
    line: int
    text: str
    reason: str
    claims: tuple[ClaimView, ...]


def render(review: Review) -> str:
    """The report as one HTML file: style and faces inside, no script, no address that is loaded."""
    style = _embedded()
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    documents = {document.id: document for document in review.documents}
    outcomes = [sentence.outcome for sentence in review.sentences]
    decision = review.decision
    return _render(
        "report.html",
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'",
        style=Markup(style),
        review=review,
        name=review.draft.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or review.draft,
        decision=decision,
        ticks=ticks(decision.score),
        sentences=tuple(_sentence(sentence, documents) for sentence in review.sentences),
        counts=_counts(outcomes),
        gates=tuple(GateView(GATE_SIGNS[g.outcome], GATE_WORDS[g.outcome], g.name, g.reason) for g in decision.gates),
        documents=tuple(_document(document) for document in review.documents),
    )


def _embedded() -> str:
    """The style sheet with the faces inside it."""
    folder = files("groundwire.publishing") / "style"

    def data(match: re.Match[str]) -> str:
        raw = folder.joinpath(*match[1].split("/")).read_bytes()
        return f"url(data:font/woff2;base64,{base64.b64encode(raw).decode('ascii')})"

    return _FONT.sub(data, stylesheet())


def _counts(outcomes: list[str]) -> tuple[tuple[str, str], ...]:
    words = (
        ("kept", "supported"),
        ("refused", "refused"),
        ("unresolved", "cannot be resolved"),
        ("not_checkable", "nothing to check"),
    )
    return tuple((str(outcomes.count(key)), word) for key, word in words if outcomes.count(key))


def _sentence(reviewed: ReviewedSentence, documents: dict[str, Document]) -> SentenceView:
    sentence = reviewed.read.sentence
    claims = tuple(_claim(verdict, documents) for verdict in reviewed.verdicts)
    sign, kind, word = "?", "open-sign", title(reviewed)
    if reviewed.outcome == "not_checkable":
        sign, kind, word = "·", "none", "nothing to check"
    elif reviewed.outcome == "kept":
        sign, kind, word = "✓", "ok", "supported"
    elif any(verdict.label is Label.CONTRADICTED for verdict in reviewed.verdicts):
        sign, kind = "≠", "bad"
    told = any(veto.reason in reviewed.reason for verdict in reviewed.verdicts for veto in verdict.vetoes)
    reason = "" if told else reviewed.reason
    return SentenceView(f"s{sentence.index}", sign, kind, word, sentence.line, sentence.text, reason, claims)


def _claim(verdict: Verdict, documents: dict[str, Document]) -> ClaimView:
    level = f" · {verdict.level}, {count(verdict.origins, 'origin')}" if verdict.level else ""
    return ClaimView(
        sign=SIGNS[verdict.label],
        kind=CLASSES[verdict.label],
        text=verdict.claim.text,
        standing=f"{WORDS[verdict.label]} · probability {verdict.probability:.2f} · told as {verdict.claim.modality}{level}",
        vetoes=tuple((str(veto.name), veto.reason) for veto in verdict.vetoes),
        suggestion=verdict.suggestion,
        passages=tuple(
            _passage(documents[p.document], p.text, p.start, p.end, verdict.claim.text)
            for p in carrying_passages(verdict)
            if p.document in documents
        ),
        id=verdict.claim.id,
    )


def _passage(document: Document, text: str, start: int, end: int, claim: str) -> PassageView:
    published = f", published {day(document.published.iso)}" if document.published else ""
    return PassageView(
        publisher=document.source.name,
        about=f"{EXTENTS[str(document.extent)]}{published} · characters {start}–{end}",
        lang=document.language if document.language not in ("en", "und", "") else "",
        url=safe_link(document.url),
        runs=_runs(text, claim),
    )


def _runs(text: str, claim: str) -> tuple[Run, ...]:
    """The passage in runs, a long one cut to where it speaks of the claim."""
    shown, before, after = shortened(text, claim, LONGEST)
    gap = Run("…", gap=True)
    return (*((gap,) if before else ()), *marked(shown, claim), *((gap,) if after else ()))


def _document(document: Document) -> tuple[str, str, str, str]:
    """Publisher, title, address and what is known of one document."""
    published = day(document.published.iso) if document.published else "date unknown"
    judged = "" if document.judged else " · not judged: its language cannot be judged"
    about = f"{published} · {EXTENTS[str(document.extent)]}{judged} · SHA-256 {document.snapshot.sha256[:12]}"
    return document.source.name, document.title, safe_link(document.url), about
