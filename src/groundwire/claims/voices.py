"""Gives the sentences of a long quotation the speaker that is named at its end, or before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from groundwire.records.claim import Claim, ClaimStatus, ReadSentence

_MARKS = '"“”'


def give_voices(read: Sequence[ReadSentence], opened: Sequence[bool]) -> list[ReadSentence]:
    """The sentences with the words of a quotation no longer taken for the text's own.

    Args:
        opened: whether a quotation is open before each sentence, and after the last.
    """
    result = list(read)
    run: list[int] = []
    for i, item in enumerate(read):
        text = item.sentence.text
        begins = opened[i] or text[:1] in _MARKS
        within = begins and (opened[i + 1] or text[-1:] in _MARKS)
        speaker = next((claim.speaker for claim in item.claims if claim.speaker), "")
        if begins and speaker:
            _assign(result, run, speaker)
            run = []
        elif within:
            run.append(i)
        elif run:
            _assign(result, run, _before(result, run[0]))
            run = []
    if run:
        _assign(result, run, _before(result, run[0]))
    return result


def _before(read: Sequence[ReadSentence], first: int) -> str:
    """Whoever was last said to speak before a quotation that names nobody; "" when nobody was close by."""
    for item in reversed(read[max(0, first - 2) : first]):
        for claim in item.claims:
            if claim.speaker:
                return claim.speaker
            if item.sentence.text.rstrip().endswith(":") and claim.names:
                return claim.names[0]
    return ""


def _assign(read: list[ReadSentence], run: Sequence[int], speaker: str) -> None:
    for i in run:
        read[i] = replace(read[i], claims=tuple(_spoken(claim, speaker) for claim in read[i].claims))


def _spoken(claim: Claim, speaker: str) -> Claim:
    if claim.status is not ClaimStatus.STATED:
        return claim
    quotes = tuple(replace(quote, speaker=quote.speaker or speaker) for quote in claim.quotes)
    return replace(claim, status=ClaimStatus.SAID, speaker=speaker, depth=1, quotes=quotes)
