"""The headline and the summary: made last, from accepted facts only, and never stronger than they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundwire.briefs.attributing import Attributor
from groundwire.briefs.candidates import Candidate, reads_as_sentence
from groundwire.briefs.wording import word_count
from groundwire.records.policy import ComposePolicy

# Words whose loss would make a sentence say more than it does.
HOLDS_BACK = re.compile(
    r"\b(?:if|unless|until|only|not|no|never|may|might|could|would|should|alleg\w+|propos\w+|plan\w*|seek\w*|expected|likely|subject|pending|tentative\w*|about|at least|up to|"
    r"nearly|almost|except|but|claim\w*|accus\w+|according|reportedly|attempt\w*|try\w*|tried)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r",? (?=(?:for|over|after|before|because|under|in|at|on|following|during|from|by|with|to|while|when|that|which|who|and|as|against|amid|through|since)\b)|, "
)
_DATE = re.compile(
    r",? ?\b(?:[Oo]n )(?:the (?:night|morning|evening|afternoon) of )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?,?"
)
_SUMMARY_WORDS = 26


def headline_of(candidate: Candidate, attributor: Attributor, policy: ComposePolicy) -> Iterator[str]:
    """Possible headlines from one fact, the shortest whole wording first; with its source behind it.

    A headline is a version of the fact that ends earlier; a part that hedges is never the part that goes.
    """
    source = attributor.speaker(candidate.document)
    tail = f", {source} says" if not candidate.own_speaker else ""
    room = policy.headline_words - word_count(tail)
    for text in _short(candidate, room):
        bare = text.rstrip(".")
        yield bare[:1].upper() + bare[1:] + tail


def _short(candidate: Candidate, room: int) -> Iterator[str]:
    """Wordings of at most so many words, longest first, then the shortest there is."""
    undated = [_DATE.sub("", text, count=1).strip() for text in candidate.texts]
    whole = [text[:1].upper() + text[1:] for text in undated if reads_as_sentence(text)]
    for text in whole:
        if word_count(text) <= room:
            yield text
            break
    for text in whole:
        for cut in reversed(list(_JOINT.finditer(text))):
            head, rest = text[: cut.start()], text[cut.start() :]
            if 5 <= word_count(head) <= room and not HOLDS_BACK.search(rest) and reads_as_sentence(head):
                yield head
                break
    shortest = min(whole or list(candidate.texts), key=word_count)
    yield shortest


def summary_text(candidate: Candidate) -> str:
    """The wording for the summary: the longest that is short enough, else the shortest."""
    fitting = [text for text in candidate.texts if word_count(text) <= _SUMMARY_WORDS]
    return max(fitting, key=word_count) if fitting else min(candidate.texts, key=word_count)
