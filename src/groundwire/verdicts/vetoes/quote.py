"""The veto `quote`: words in quotation marks that no document holds verbatim, or that were spliced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundwire.language.folding import fold
from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned

_MARKS = re.compile(r"[^\w%$€£]+")


def quote(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """The first quote of the claim that the documents at hand do not hold word for word, or None.

    Case, typography and punctuation are set aside; an ellipsis in the quote needs one at the same place in the evidence.
    """
    documents = list({row.document.id: row.document for row in rows}.values())
    for one in claim.quotes:
        asked = words_of(one.text)
        if not asked:
            continue
        if not any(f" {asked} " in f" {words_of(document.text)} " for document in documents):
            near = next((row.text for row in rows if row.document), "")
            reason = f'The words "{_short(one.text)}" do not stand like this in any document.'
            return Veto(VetoName.QUOTE, Label.UNSUPPORTED, one.text, _short(near), reason)
    return None


def words_of(text: str) -> str:
    """The words of a text for comparison byte for byte after folding; an ellipsis stays a word of its own."""
    return " ".join(_MARKS.sub(" ", fold(text).replace("...", " \u2026 ").replace("\u2026", " 0ellipsis0 ")).split())


def _short(text: str) -> str:
    """At most 12 words of a text, for a reason."""
    parts = text.split()
    return " ".join(parts[:12]) + (" ..." if len(parts) > 12 else "")
