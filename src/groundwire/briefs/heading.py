"""The headline and the summary: made last, from accepted facts only, and never stronger than they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from groundwire.briefs.attributing import Attributor
from groundwire.briefs.candidates import Candidate, reads_as_sentence
from groundwire.briefs.wording import word_count
from groundwire.language import grammar
from groundwire.language.publishers import same_publisher
from groundwire.records.policy import ComposePolicy

# Words whose loss would make a sentence say more than it does.
HOLDS_BACK = re.compile(
    r"\b(?:if|unless|until|only|not|no|never|may|might|could|would|should|alleg\w+|propos\w+|plan\w*|seek\w*|expected|likely|subject|pending|tentative\w*|about|at least|up to|"
    r"nearly|almost|except|but|claim\w*|accus\w+|according|reportedly|attempt\w*|try\w*|tried)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r",? (?=(?:for|over|after|before|because|under|in|at|on|following|during|from|while|when|which|who|and|against|amid|since)\b)"
)
_DATE = re.compile(
    r",? ?\b(?:[Oo]n )(?:the (?:night|morning|evening|afternoon) of )?\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
)
_ANNOUNCED = re.compile(r"^((?:The )?[A-Z][\w. ]{2,60}?) (?:announced|said)(?: on \d{1,2} [A-Z]\w+(?: \d{4})?)? that ")
_OPEN_END = re.compile(
    r"\b(?:required|expected|set|able|likely|due|going|trying|agreed|plans?|seeks?|wants?|ordered|asked|urged|allowed|forced|determined|found|announced|said|says|reported|among|between|that|of|to|sworn|taken|put|carried|brought|turned|broken|called|calling|asking|urging|seeking|saying|based|made|given|held|used|led|issued|statement|following)$"
)
_SUMMARY_WORDS = 30


def headline_of(candidate: Candidate, attributor: Attributor, policy: ComposePolicy) -> Iterator[str]:
    """Possible headlines from one fact, the shortest whole wording first; with its source behind it.

    A headline is a version of the fact that ends earlier; a part that hedges is never the part that goes.
    """
    source = attributor.speaker(candidate.document)
    announced = _ANNOUNCED.match(candidate.texts[0])
    flat = not candidate.own_speaker or (
        announced is not None and same_publisher(candidate.document.source.name, announced.group(1))
    )
    tail = f", {source.removeprefix('the ')} says" if flat else ""
    room = policy.headline_words - word_count(tail.strip(" ,"))
    texts = [_ANNOUNCED.sub("", text) for text in candidate.texts] if flat else list(candidate.texts)
    for text in _short(texts, room):
        bare = text.rstrip(".")
        yield bare[:1].upper() + bare[1:] + tail


def _short(texts: Sequence[str], room: int) -> Iterator[str]:
    """Wordings of at most so many words, longest first, then the shortest there is."""
    undated = [_DATE.sub("", text, count=1).strip(" ,") for text in texts]
    whole = [text[:1].upper() + text[1:] for text in undated if reads_as_sentence(text)]
    for text in whole:
        if word_count(text) <= room:
            yield text
            break
    for text in whole:
        for cut in reversed(list(_JOINT.finditer(text))):
            head, rest = text[: cut.start()], text[cut.start() :]
            if (
                5 <= word_count(head) <= room
                and not HOLDS_BACK.search(rest)
                and not _OPEN_END.search(head)
                and not _opens_bent(head)
                and reads_as_sentence(head)
            ):
                yield head
                break
    shortest = min(whole or list(texts), key=word_count)
    yield shortest


def _opens_bent(text: str) -> bool:
    """Whether a wording opens with a phrase or clause that only leads up to its statement."""
    first = text.split()[0].lower()
    return first in grammar.PREPOSITIONS | grammar.SUBORDINATORS and "," not in text


def summary_text(candidate: Candidate, chosen: str) -> str:
    """The wording for the summary: the one chosen for the facts when it is short enough, else the longest that is."""
    if word_count(chosen) <= _SUMMARY_WORDS:
        return chosen
    fitting = [text for text in candidate.texts if word_count(text) <= _SUMMARY_WORDS]
    return max(fitting, key=word_count) if fitting else chosen
