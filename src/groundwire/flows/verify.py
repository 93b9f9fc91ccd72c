"""Splits and judges lines of a brief, as they would be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwire.claims.reading import ReadingContext, read
from groundwire.flows.judge import judge_all
from groundwire.ports import PassageIndex, Verifier
from groundwire.records.claim import Claim, ReadDocument, ReadSentence, SentenceState
from groundwire.records.policy import Policy
from groundwire.records.source import Origin
from groundwire.records.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Checked:
    """A line with what was found of it.

    Args:
        verdicts: one a claim, in the order of the text.
    """

    text: str
    sentences: tuple[ReadSentence, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def kept(self) -> bool:
        """Whether every sentence of it can be checked and every claim is supported."""
        resolved = all(one.state is SentenceState.CHECKABLE for one in self.sentences)
        return resolved and bool(self.verdicts) and all(verdict.supported for verdict in self.verdicts)


@dataclass(slots=True)
class Verify:
    """Judges lines against one story's documents; a line judged once is not judged again.

    Args:
        published: the day by which relative dates of a line are resolved, "" to leave them open.
    """

    read: Sequence[ReadDocument]
    origins: Sequence[Origin]
    verifier: Verifier
    index: PassageIndex
    policy: Policy
    published: str = ""
    _known: dict[str, Checked] = field(default_factory=dict)

    def lines(self, texts: Sequence[str]) -> list[Checked]:
        """The lines with their verdicts, in order.

        Raises: VerifierError when the verifier is missing or damaged.
        """
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        parsed = [read(text, ReadingContext(published=self.published, draft=True)) for text in new]
        verdicts = self.judged([claim for sentences in parsed for one in sentences for claim in one.claims])
        at = 0
        for text, sentences in zip(new, parsed, strict=True):
            size = sum(len(one.claims) for one in sentences)
            self._known[text] = Checked(text, sentences, tuple(verdicts[at : at + size]))
            at += size
        return [self._known[text] for text in texts]

    def judged(self, claims: Sequence[Claim]) -> list[Verdict]:
        """One verdict a claim."""
        if not claims:
            return []
        return list(judge_all(claims, self.read, self.origins, self.verifier, self.index, self.policy.verdicts))
