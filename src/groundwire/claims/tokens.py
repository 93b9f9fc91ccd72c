"""Words and marks of a sentence with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

from groundwire.language.folding import plain
from groundwire.language.grammar import ADVERBS

_TOKEN = re.compile(r"\w+(?:[.,’'‑/&-]\w+)*+|[^\w\s]")
_CLITIC = re.compile(r"^(i|he|she|it|we|you|they|that|there|what|who|here|where|let)('(?:s|re|ve|ll|d|m))$")


class Token(NamedTuple):
    """A word or mark of a sentence: low is folded, start and end are offsets into the sentence."""

    text: str
    low: str
    start: int
    end: int


def tokens(sentence: str) -> list[Token]:
    """Words and marks of a sentence; "it's" is two, "don't" one."""
    found: list[Token] = []
    last = len(sentence.rstrip("\"'”’)] ")) - 1
    for match in _TOKEN.finditer(sentence):
        text = match.group()
        if text == "." and match.start() < last:
            # A stop within a sentence closes an abbreviation.
            continue
        # A soft hyphen alone folds to nothing: it stays itself.
        low = text.lower() if text.isascii() else plain(text).lower() or text
        clitic = _CLITIC.match(low) if "'" in low else None
        if clitic:
            cut = match.start() + len(clitic.group(1))
            found.append(Token(text[: cut - match.start()], clitic.group(1), match.start(), cut))
            found.append(Token(text[cut - match.start() :], clitic.group(2), cut, match.end()))
        else:
            found.append(Token(text, low, match.start(), match.end()))
    return found


def is_word(token: Token) -> bool:
    """Whether a token is a word or number and not a mark."""
    return token.text[0].isalnum() or (token.low[0] == "'" and len(token.low) > 1)


def is_adverb(low: str) -> bool:
    """Whether a folded word is an adverb by list or by its ending."""
    return low in ADVERBS or (
        low.endswith("ly")
        and len(low) > 4
        and low
        not in ("family", "supply", "apply", "reply", "early", "only", "july", "italy", "rely", "assembly", "likely")
    )
