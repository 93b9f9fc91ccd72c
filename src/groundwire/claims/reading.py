"""Reads a text into sentences with what each claims, or why it claims nothing that can be checked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.claims.assembling import Parsed, claims_of, parse
from groundwire.claims.media import give_media
from groundwire.claims.references import Memory
from groundwire.claims.splitting import sentences
from groundwire.claims.voices import give_voices
from groundwire.records.claim import (
    Claim,
    ReadDocument,
    ReadSentence,
    Sentence,
    SentenceState,
)
from groundwire.records.source import Document


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What is known about a text before it is read.

    Args:
        published: the day it was published, YYYY, YYYY-MM or YYYY-MM-DD; "" when unknown: relative dates stay open.
        source: who publishes it.
        title: its title.
        draft: whether it is a draft under check, where what cannot be resolved counts as unresolved.
    """

    published: str = ""
    source: str = ""
    title: str = ""
    draft: bool = False


def read(text: str, context: ReadingContext) -> tuple[ReadSentence, ...]:
    """The sentences of a text in order, each with its claims or the reason why it has none."""
    memory = Memory(context.title, context.source)
    split = sentences(text)
    lead = next((s.paragraph for s in split if not s.heading), 0)
    done: list[ReadSentence] = []
    opened: list[bool] = []
    for sentence in split:
        opened.append(memory.open_quote)
        done.append(_read_sentence(sentence, context, memory, sentence.paragraph <= lead))
    opened.append(memory.open_quote)
    return tuple(give_media(give_voices(done, opened)))


def read_document(document: Document) -> ReadDocument:
    """A document with its sentences read, dates resolved against its own date."""
    published = document.published.day if document.published else ""
    context = ReadingContext(published, document.source.name, document.title)
    return ReadDocument(document, read(document.text, context))


def _read_sentence(sentence: Sentence, context: ReadingContext, memory: Memory, lead: bool) -> ReadSentence:
    parsed = parse(sentence, context.published, memory, context.draft)
    if parsed.reason:
        memory.after(parsed.words, sentence.text, "", parsed.reason)
        return ReadSentence(sentence, SentenceState.NOT_CHECKABLE, parsed.reason, (), lead)
    open_reference = memory.unresolved(parsed.words) if context.draft else ""
    claims = claims_of(sentence, parsed, context.published, memory, lead)
    memory.after(parsed.words, sentence.text, _speaker(claims), "")
    if open_reference:
        return ReadSentence(sentence, SentenceState.UNRESOLVED, open_reference, (), lead)
    return ReadSentence(sentence, SentenceState.CHECKABLE, "", tuple(_named(sentence, claims)), lead)


def _speaker(claims: Sequence[Claim]) -> str:
    return next((claim.speaker for claim in claims if claim.speaker), "")


def _named(sentence: Sentence, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with their ids: the hash over the sentence's text, its place and the claim's own text."""
    named = []
    for place, claim in enumerate(claims):
        digest = hashlib.sha256(
            f"{sentence.text}\0{sentence.index}\0{place}\0{claim.text}".encode("utf-8", "surrogatepass")
        ).hexdigest()[:12]
        named.append(_with_id(claim, digest))
    return named


def _with_id(claim: Claim, digest: str) -> Claim:
    return Claim(
        digest, claim.text, claim.sentence, claim.kind, claim.modality, claim.status, claim.materiality, claim.span, claim.speaker, claim.depth,
        claim.negated, claim.quantities, claim.dates, claim.quotes, claim.names,
    )  # fmt: skip


__all__ = ["Parsed", "ReadingContext", "read", "read_document"]
