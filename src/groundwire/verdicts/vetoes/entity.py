"""The veto `entity`: a name that no document at hand knows, or two names whose parts are exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.language.folding import fold
from groundwire.language.names import names, same_name
from groundwire.language.tokens import stem, words
from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.source import Document
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned


def entity(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection to the first name of the claim that no document behind the evidence knows, or None."""
    documents = list({row.document.id: row.document for row in rows}.values())
    if not documents:
        return None
    for name in claim.names:
        if not any(knows(document, name) for document in documents):
            reason = f'The claim names "{name}"; no document that speaks of the matter does.'
            return Veto(VetoName.ENTITY, Label.UNSUPPORTED, name, "", reason)
    return None


def knows(document: Document, name: str) -> bool:
    """Whether a document names somebody or something, in full, in part or by its publisher."""
    text = f" {fold(document.text)} "
    if f" {fold(name)} " in text or same_name(document.source.name, name):
        return True
    there = {stem(word) for word in words(document.text)}
    parts = [stem(word) for word in words(name) if len(word) > 2 or word.isupper()]
    if parts and all(part in there for part in parts):
        return True
    return any(same_name(other, name) for other in names(document.text))
