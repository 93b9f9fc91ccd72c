"""Cuts the passages under a line to what may be quoted, and marks the words that carry the claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundwire.language.tokens import FUNCTION_WORDS, stems, words
from groundwire.records.brief import Line
from groundwire.records.policy import QuotePolicy
from groundwire.records.publication import EvidenceNote, Run
from groundwire.records.source import Document, Passage
from groundwire.records.verdict import Label, Verdict

_WORD = re.compile(r"\S+")
_SEVERITY = (Label.SUPPORTED, Label.UNSUPPORTED, Label.NO_EVIDENCE, Label.CONTRADICTED)
OPEN_LICENCES = ("public domain", "cc0", "cc by", "cc-by")


class Excerpts:
    """Makes evidence notes one after the other within the quote limits of each source.

    The first notes get the room, so they are made in the order of importance: facts before headline and summary.
    """

    def __init__(self, documents: Sequence[Document], quotes: QuotePolicy) -> None:
        self._documents = {document.id: document for document in documents}
        self._quotes = quotes
        self._room = {document.id: self._total(document) for document in documents}
        self._shown: dict[tuple[str, int, int], tuple[int, int]] = {}

    def _total(self, document: Document) -> int:
        """Words that may be quoted from a document in all runs together."""
        if document.source.licence.casefold().startswith(OPEN_LICENCES):
            return 10**9
        length = len(document.text.split())
        share = int(length * self._quotes.share) if length > self._quotes.share_from else self._quotes.all_runs
        return min(self._quotes.all_runs, share)

    def _longest(self, document: Document) -> int:
        """Words that may stand in one run."""
        if document.source.quote_limit is not None:
            return document.source.quote_limit
        return 10**9 if document.source.licence.casefold().startswith(OPEN_LICENCES) else self._quotes.longest_run

    def note(self, line: Line, anchor: str, document_id: str) -> EvidenceNote | None:
        """The note of one line and document, not yet numbered; None when no passage of the document is under the line."""
        document = self._documents.get(document_id)
        verdicts = [v for v in line.verdicts if any(p.document == document_id for p in v.passages)]
        if document is None or not verdicts:
            return None
        passages = [p for v in verdicts for p in carrying_passages(v, document_id)]
        spans = _merged([(p.start, p.end) for p in passages], document.text)
        carrying = " ".join([line.text, *(verdict.claim.text for verdict in verdicts)])
        cut = [self._cut(document, start, end, carrying) for start, end in spans]
        kept = tuple((start, end) for start, end in cut if end > start)
        weakest = max((v.label for v in verdicts), key=_SEVERITY.index)
        return EvidenceNote(
            id="",
            line=anchor,
            statement=line.text,
            document=document_id,
            spans=kept,
            runs=_runs(document.text, kept, carrying, spans),
            label=str(weakest),
            level=str(min((str(v.level) for v in verdicts if v.level), key=_level, default="")),
            modality=str(verdicts[0].claim.modality),
            probability=min(v.probability for v in verdicts),
            origins=min(v.origins for v in verdicts),
        )

    def _cut(self, document: Document, start: int, end: int, carrying: str) -> tuple[int, int]:
        """The part of a span that may be shown: whole if it fits, else the window with most carrying words."""
        known = self._shown.get((document.id, start, end))
        if known is not None:
            return known
        tokens = [(start + m.start(), start + m.end()) for m in _WORD.finditer(document.text[start:end])]
        room = max(self._room[document.id], self._quotes.run_from - 1)
        size = min(self._longest(document), room)
        if size <= 0 or not tokens:
            return (start, start)
        first = _best_window([document.text[a:b] for a, b in tokens], size, carrying)
        chosen = tokens[first : first + size]
        if len(chosen) >= self._quotes.run_from:
            self._room[document.id] -= len(chosen)
        cut = (chosen[0][0], chosen[-1][1])
        self._shown[(document.id, start, end)] = cut
        return cut


def carrying_passages(verdict: Verdict, document: str = "") -> list[Passage]:
    """Of a document, or of all: the passage that holds most words of a claim, and another only where it brings words the first lacks."""
    wanted = set(stems(verdict.claim.text))
    same = [p for p in verdict.passages if document in ("", p.document)]
    held = [(wanted & set(stems(p.text)), p) for p in same[:2]]
    held.sort(key=lambda pair: -len(pair[0]))
    return [passage for k, (found, passage) in enumerate(held) if k == 0 or found - held[0][0]]


def shortened(text: str, carrying: str, size: int) -> tuple[str, bool, bool]:
    """The `size` words of a passage that hold most words of a claim, and whether words are left out before and after."""
    tokens = [match.span() for match in _WORD.finditer(text)]
    if len(tokens) <= size:
        return text, False, False
    first = _best_window([text[a:b] for a, b in tokens], size, carrying)
    last = min(first + size, len(tokens)) - 1
    return text[tokens[first][0] : tokens[last][1]], first > 0, last < len(tokens) - 1


def _level(level: str) -> int:
    return ("reported", "corroborated", "confirmed").index(level)


def _merged(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Spans in the order of the text, those that touch made one; ends outside the text are drawn in."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, a), min(len(text), b)) for a, b in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def _best_window(tokens: list[str], size: int, carrying: str) -> int:
    """Index of the first word of the window of `size` words that holds most carrying words; the earliest of equals."""
    if len(tokens) <= size:
        return 0
    wanted = set(stems(carrying))
    carries = {token: int(bool(wanted & set(stems(token)))) for token in set(tokens)}
    hits = [carries[token] for token in tokens]
    best, best_at, inside = sum(hits[:size]), 0, sum(hits[:size])
    for first in range(1, len(tokens) - size + 1):
        inside += hits[first + size - 1] - hits[first - 1]
        if inside > best:
            best, best_at = inside, first
    return best_at


def _runs(
    text: str, spans: tuple[tuple[int, int], ...], carrying: str, whole: list[tuple[int, int]]
) -> tuple[Run, ...]:
    """The excerpts as runs, with a gap wherever words were left out."""
    runs: list[Run] = []
    starts, ends = {start for start, _ in whole}, {end for _, end in whole}
    for place, (start, end) in enumerate(spans):
        if place or start not in starts or not _opens_sentence(text, start):
            runs.append(Run("…", gap=True))
        runs.extend(marked(text[start:end], carrying))
        if place == len(spans) - 1 and end not in ends:
            runs.append(Run("…", gap=True))
    return tuple(runs)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()[-1:]
    return not before or before in '.!?"”’)' or "\n" in text[max(0, start - 2) : start]


def _kind(token: str, wanted: set[str], small: set[str]) -> str:
    """Whether a token carries a claim, is one of its small words, or neither."""
    if wanted & set(stems(token)):
        return "carries"
    held = words(token)
    return "small" if held and small.issuperset(held) else ""


def marked(excerpt: str, carrying: str) -> list[Run]:
    """The excerpt in runs; marked are words of the claim, with the small words between and before them."""
    wanted, small = set(stems(carrying)), set(words(carrying)) & FUNCTION_WORDS
    tokens = [(m.start(), m.end()) for m in _WORD.finditer(excerpt)]
    # Each distinct token is looked at once: a hostile passage repeats one token a hundred thousand times.
    kinds = {token: _kind(token, wanted, small) for token in {excerpt[a:b] for a, b in tokens}}
    hit = [kinds[excerpt[a:b]] == "carries" for a, b in tokens]
    for at in range(len(tokens) - 2, -1, -1):
        if hit[at + 1] and kinds[excerpt[slice(*tokens[at])]] == "small":
            hit[at] = True
    runs: list[Run] = []
    at = 0
    while at < len(tokens):
        last = at
        while last + 1 < len(tokens) and hit[last + 1] == hit[at]:
            last += 1
        start, end = tokens[at][0], tokens[last][1]
        piece = excerpt[start:end]
        if hit[at]:
            tail = len(piece) - len(piece.rstrip('.,;:!?)"”’'))
            runs.append(Run(piece[: len(piece) - tail], marked=True))
            runs.append(
                Run(piece[len(piece) - tail :] + excerpt[end : tokens[last + 1][0] if last + 1 < len(tokens) else end])
            )
        else:
            runs.append(Run(excerpt[start : tokens[last + 1][0] if last + 1 < len(tokens) else end]))
        at = last + 1
    return [run for run in runs if run.text]
