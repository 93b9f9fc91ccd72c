"""Judges "X said that P" by X's own documents: there, X says whatever the document states."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from groundwire.claims.reading import ReadingContext, read
from groundwire.language.calendar import MONTHS
from groundwire.language.publishers import same_publisher
from groundwire.language.sayings import taken_apart
from groundwire.records.claim import Claim, ReadDocument, SentenceState
from groundwire.records.source import Document
from groundwire.records.verdict import Label, Verdict

JudgeIn = Callable[[Sequence[Claim], Sequence[ReadDocument]], Sequence[Verdict]]


def by_its_source(claim: Claim, evidence: Sequence[ReadDocument], judge_in: JudgeIn) -> Verdict | None:
    """The verdict on a claim that names a publisher of the evidence as its source, by that publisher's own documents.

    Only a supported verdict is returned: a claim that fails this way may still be carried by another's report of it.

    Args:
        judge_in: judges claims by some of the documents.
    Returns: None when the claim names no such source, or its documents do not carry what it is said to have said.
    """
    parts = taken_apart(claim.text)
    if parts is None:
        return None
    who, what, day = parts
    own = [one for one in evidence if same_publisher(one.document.source.name, who) and _on(one.document, day)]
    if not own:
        return None
    published = own[0].document.published.day if len(own) == 1 and own[0].document.published else ""
    sentences = read(what, ReadingContext(published=published, source=own[0].document.source.name, draft=True))
    inner = [each for sentence in sentences for each in sentence.claims]
    if not inner or any(sentence.state is not SentenceState.CHECKABLE for sentence in sentences):
        return None
    verdicts = judge_in(inner, own)
    if not all(verdict.supported for verdict in verdicts):
        return None
    weakest = min(verdicts, key=lambda verdict: verdict.probability)
    passages = tuple(dict.fromkeys(passage for verdict in verdicts for passage in verdict.passages))
    return dataclasses.replace(weakest, claim=claim, label=Label.SUPPORTED, passages=passages)


def _on(document: Document, day: str) -> bool:
    """Whether a document is dated on a day as written ("3 May", "3 May 2011"); any is, when no day is given."""
    if not day:
        return True
    if document.published is None or len(document.published.day) != 10:
        return False
    number, month, *year = day.split()
    wanted = f"{MONTHS.index(month) + 1:02d}-{int(number):02d}"
    return document.published.day[5:] == wanted and (not year or document.published.day[:4] == year[0])
