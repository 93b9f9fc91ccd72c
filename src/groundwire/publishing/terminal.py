"""A review for a terminal: legible in colour and without, every verdict with its sign and its word."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from groundwire.publishing.excerpts import carrying_passages, shortened
from groundwire.publishing.github import title
from groundwire.publishing.view import GATE_SIGNS, GATE_WORDS
from groundwire.publishing.wording import SIGNS, WORDS, clean, count
from groundwire.records.gate import GateOutcome, Outcome
from groundwire.records.review import Review, ReviewedSentence
from groundwire.records.source import Document, Passage
from groundwire.records.verdict import Label, Verdict

COLOURS = {
    Label.SUPPORTED: "green",
    Label.CONTRADICTED: "red",
    Label.UNSUPPORTED: "yellow",
    Label.NO_EVIDENCE: "yellow",
}
GATE_COLOURS = {GateOutcome.PASS: "green", GateOutcome.HOLD: "yellow", GateOutcome.FAIL: "red"}
OUTCOME_COLOURS = {Outcome.APPROVE: "green", Outcome.HOLD: "yellow", Outcome.REJECT: "red"}
LONGEST = 45  # words of a passage shown at once


def print_review(found: Review, out: TextIO, width: int | None = None) -> None:
    """Prints the review to a stream, in colour where the stream is a terminal that has colours."""
    console = Console(file=out, width=width, highlight=False, emoji=False, markup=False)
    console.print(review(found), soft_wrap=False)


def review(found: Review) -> RenderableType:
    """The whole review, to be printed by a rich console."""
    documents = {document.id: document for document in found.documents}
    parts: list[RenderableType] = [
        Text(f"{clean(found.draft)} against {count(len(found.documents), 'document')}", style="bold"),
        Text(),
    ]
    for sentence in found.sentences:
        parts += [_sentence(sentence, documents), Text()]
    parts += [_score(found), Text(), _decision(found)]
    for warning in found.warnings:
        parts.append(Text(f"! {clean(warning.file)}: not used: {clean(warning.reason)}", style="yellow"))
    parts += [Text(clean(note), style="dim") for note in found.notes]
    return Group(*parts)


def _sentence(reviewed: ReviewedSentence, documents: dict[str, Document]) -> RenderableType:
    sentence = reviewed.read.sentence
    if reviewed.outcome == "not_checkable":
        return Text(f"·  {clean(sentence.text)}  ({clean(reviewed.reason) or 'nothing to check'})", style="dim")
    kept = reviewed.outcome == "kept"
    label = _worst(reviewed)
    sign, colour = ("?", "yellow") if reviewed.outcome == "unresolved" else (SIGNS[label], COLOURS[label])
    head = Text(f"{sign}  ", style=f"bold {colour}")
    head.append(clean(sentence.text), style="bold" if not kept else "")
    word = "supported" if kept else title(reviewed)
    parts: list[RenderableType] = [head, Text(f"   line {sentence.line}: {word}", style=colour)]
    if reviewed.reason and not any(veto.reason in reviewed.reason for v in reviewed.verdicts for veto in v.vetoes):
        parts.append(Text(f"   {clean(reviewed.reason)}"))
    parts += [
        Padding(_verdict(verdict, documents, len(reviewed.verdicts) > 1), (0, 0, 0, 3)) for verdict in reviewed.verdicts
    ]
    return Group(*parts)


def _worst(reviewed: ReviewedSentence) -> Label:
    labels = {verdict.label for verdict in reviewed.verdicts}
    order = (Label.CONTRADICTED, Label.UNSUPPORTED, Label.NO_EVIDENCE, Label.SUPPORTED)
    return next((label for label in order if label in labels), Label.UNSUPPORTED)


def _verdict(verdict: Verdict, documents: dict[str, Document], several: bool) -> RenderableType:
    parts: list[RenderableType] = []
    if several:
        parts.append(Text(f"{SIGNS[verdict.label]} {clean(verdict.claim.text)}", style=COLOURS[verdict.label]))
    # One claim has its label in the line above; of several, each says its own.
    standing = [f"{WORDS[verdict.label]}"] if several else []
    standing += [f"p = {verdict.probability:.2f}", f"told as {verdict.claim.modality}"]
    if verdict.level:
        standing.append(f"{verdict.level}, {count(verdict.origins, 'origin')}")
    parts.append(Text(" · ".join([*standing, f"claim {verdict.claim.id}"]), style="dim"))
    parts += [Text(f"veto {veto.name}: {clean(veto.reason)}", style=COLOURS[veto.label]) for veto in verdict.vetoes]
    parts += [_passage(passage, documents, verdict.claim.text) for passage in carrying_passages(verdict)[:1]]
    if verdict.suggestion:
        carried = Text("the evidence carries: ", style="dim")
        carried.append(clean(verdict.suggestion), style="green")
        parts.append(carried)
    return Group(*parts)


def _passage(passage: Passage, documents: dict[str, Document], claim: str) -> Text:
    document = documents.get(passage.document)
    shown, before, after = shortened(passage.text, claim, LONGEST)
    words = f"{'… ' if before else ''}{clean(shown)}{' …' if after else ''}"
    line = Text("“", style="dim")
    line.append(words, style="italic")
    line.append("” ", style="dim")
    where = f"{clean(document.source.name)}, characters {passage.start}–{passage.end}" if document else passage.document
    line.append(where, style="dim")
    return line


def _score(found: Review) -> RenderableType:
    score = found.decision.score
    head = Text("Fact ", style="bold")
    head.append(f"{score.value}/10  ", style="bold")
    head.append("■" * score.value + "□" * (10 - score.value))
    lines: list[RenderableType] = [head]
    lines += [Text(f"  {clean(step)}") for step in score.arithmetic]
    lines += [
        Text(f"  cap {cap}: {clean(reason)}")
        for _, cap, reason in score.caps
        if not any(reason in step for step in score.arithmetic)
    ]
    return Group(*lines)


def _decision(found: Review) -> RenderableType:
    decision = found.decision
    head = Text("Decision ", style="bold")
    head.append(str(decision.outcome), style=f"bold {OUTCOME_COLOURS[decision.outcome]}")
    head.append(f" under {decision.policy}; {found.verifier}", style="dim")
    grid = Table.grid(padding=(0, 2))
    for gate in decision.gates:
        colour = GATE_COLOURS[gate.outcome]
        grid.add_row(
            Text(f"  {GATE_SIGNS[gate.outcome]} {GATE_WORDS[gate.outcome]}", style=colour),
            Text(gate.name),
            Text(clean(gate.reason), style="dim"),
        )
    parts: list[RenderableType] = [head, grid]
    if decision.not_asked:
        parts.append(Text(f"  not asked by this policy: {', '.join(decision.not_asked)}", style="dim"))
    return Group(*parts)
