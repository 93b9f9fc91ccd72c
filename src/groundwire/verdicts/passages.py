"""Evidence as the vetoes see it: passages with their documents and the sentences in them, laid beside a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.records.claim import Claim, ClaimDate, Quantity, ReadDocument, ReadSentence
from groundwire.records.source import Document, Passage
from groundwire.verdicts.wording import cover

# In lower case: a figure or a wording was changed to another one.
REVISED = re.compile(r"\b(?:correct|revis|updat|amend|restat|adjust)(?:e?s|e?d|ing)?\b[^.]{0,60}?\bto\s")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage with its document and its sentences, read.

    Args:
        score: how well retrieval thinks it fits, in [0, 1].
    """

    passage: Passage
    document: Document
    sentences: tuple[ReadSentence, ...]
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Aligned:
    """One sentence of the evidence beside a claim.

    Args:
        cover: how much of the claim's wording it carries, in [0, 1].
        before: text of the sentence before it in its passage, "" when there is none.
    """

    sentence: ReadSentence
    document: Document
    cover: float
    before: str = ""

    @property
    def text(self) -> str:
        """The sentence as it stands in the document."""
        return self.sentence.sentence.text

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every number of the sentence, once."""
        return tuple(dict.fromkeys(q for claim in self.sentence.claims for q in claim.quantities))

    @property
    def dates(self) -> tuple[ClaimDate, ...]:
        """Every date of the sentence, once."""
        return tuple(dict.fromkeys(d for claim in self.sentence.claims for d in claim.dates))


def evidence_of(passage: Passage, score: float, read: ReadDocument) -> Evidence:
    """The passage with the sentences of its document that lie in it, and the next one when that takes a figure back."""
    inside = tuple(
        one for one in read.sentences if one.sentence.start >= passage.start and one.sentence.end <= passage.end
    )
    after = next((one for one in read.sentences if one.sentence.start >= passage.end), None)
    if inside and after is not None and REVISED.search(after.sentence.text.lower()):
        inside = (*inside, after)
    return Evidence(passage, read.document, inside, score)


def align(claim: Claim, evidence: Sequence[Evidence]) -> tuple[Aligned, ...]:
    """Every sentence of the evidence beside the claim, the one that carries most of it first; ties by place."""
    rows: list[Aligned] = []
    for one in evidence:
        before = ""
        for sentence in one.sentences:
            text = sentence.sentence.text
            rows.append(Aligned(sentence, one.document, cover(claim.text, text), before))
            before = text
    rows.sort(key=lambda row: (-row.cover, row.document.id, row.sentence.sentence.start))
    return tuple(rows)


def closest(rows: Sequence[Aligned], share: float) -> tuple[Aligned, ...]:
    """The sentences that carry at least `share` as much of the claim as the best one."""
    if not rows:
        return ()
    return tuple(row for row in rows if row.cover >= share * rows[0].cover and row.cover > 0)
