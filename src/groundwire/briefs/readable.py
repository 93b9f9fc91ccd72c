"""Whether words read as a sentence, and which words of some texts are names."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from groundwire.language import grammar
from groundwire.language.calendar import MONTHS
from groundwire.language.tokens import FUNCTION_WORDS, words

_IDLE_END = frozenset(
    [
        "specifically",
        "mainly",
        "partly",
        "largely",
        "solely",
        "especially",
        "particularly",
        "including",
        "according",
        "such",
        "namely",
    ]
)
_MAY_END = frozenset(
    [
        "it",
        "them",
        "so",
        "more",
        "most",
        "other",
        "not",
        "him",
        "her",
        "out",
        "up",
        "down",
        "off",
        "again",
        "do",
        "did",
        "does",
        "is",
        "are",
        "was",
        "were",
        "here",
        "there",
        "others",
    ]
)


# A brief asks for those of all its reports once a report, in the same words each time.
@lru_cache(maxsize=16)
def capitalised(text: str) -> frozenset[str]:
    """Words that are names in these texts: written with a capital where no sentence begins, and not more often without."""
    inside = Counter(re.findall(r"(?<=[a-z,] )[A-Z][\w'.-]*", text))
    low = Counter(words(" ".join(re.findall(r"(?<= )[a-z][\w'-]*", text))))
    return frozenset(word for word, often in inside.items() if often > low[word.lower()]) | frozenset(MONTHS)


def titled(text: str) -> bool:
    """Whether a line is written like a title, or lacks its subject: such lines are no sentences."""
    content = [word for word in re.findall(r"[A-Za-z][\w'-]*", text) if word.lower() not in FUNCTION_WORDS]
    shouted = len(content) >= 5 and sum(word[0].isupper() for word in content) >= 0.8 * len(content)
    # A sentence of many names has its verb in small letters, and a title has not.
    if shouted and not (text.rstrip('" ').endswith(".") and has_verb(" ".join(w for w in content if w[0].islower()))):
        return True
    first = words(text)[:1]
    form = grammar.verb(first[0]) if first else None
    rest = text.split(" ", 1)[-1]
    return form is not None and form.kinds & (grammar.PAST | grammar.THIRD) != 0 and not has_verb(rest)


def reads_as_sentence(text: str) -> bool:
    """Whether a version reads as a sentence: a verb, balanced marks, no dangling end."""
    last = text.rstrip(".").split()[-1]
    dangling = last in FUNCTION_WORDS - _MAY_END or last in _IDLE_END
    return not dangling and has_verb(text) and text.count('"') % 2 == 0 and text.count("(") == text.count(")")


def has_verb(text: str) -> bool:
    """Whether some word of the text can be its finite verb."""
    for word in words(text):
        form = grammar.verb(word)
        if word in grammar.FINITE_BE | grammar.HAVE | grammar.DO | grammar.MODALS or (
            form is not None and form.kinds & (grammar.PAST | grammar.THIRD | grammar.PLAIN)
        ):
            return True
    return False
