"""Judges a few sentences against a few texts, with the real parts, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from groundwire.adapters.index_memory import MemoryIndex
from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.claims.reading import ReadingContext, read, read_document
from groundwire.flows.judge import judge_all
from groundwire.playbook.loading import policy
from groundwire.records.source import Dated, Document, Genre, Origin, Snapshot, Source, SourceKind
from groundwire.records.verdict import Verdict

_SNAPSHOT = Snapshot("0" * 64, "text/plain", 0, datetime(2026, 1, 1, tzinfo=UTC), "note.txt")


def a_text(
    text: str,
    name: str = "doc",
    *,
    publisher: str = "The Harbour Post",
    day: str = "2026-03-10",
    kind: SourceKind = SourceKind.PRESS,
    genre: Genre = Genre.NEWS,
    language: str = "en",
    title: str = "",
    correction: str = "",
) -> Document:
    """A document with this body."""
    return Document(
        name, Source(publisher, kind=kind), title, text, _SNAPSHOT, published=Dated(day, "day") if day else None,
        language=language, genre=genre, correction=correction,
    )  # fmt: skip


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
