"""Splits text into words, and words into stems, the same way for every room."""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer

from groundwire.language.folding import fold

# Linear: one alternative a class, no nested repetition.
_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)
# The same for folded text without a letter beyond a to z, which most reports are: in three fifths of the time.
_PLAIN_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[a-z]+(?:'[a-z]+)*", re.ASCII)

FUNCTION_WORDS = frozenset(
    [
        "a", "an", "the", "this", "that", "these", "those", "and", "or", "but", "nor", "so", "yet", "for", "of",
        "in", "on", "at", "to", "from", "by", "with", "without", "within", "into", "onto", "upon", "over", "under",
        "above", "below", "between", "among", "through", "during", "before", "after", "since", "until", "till",
        "as", "than", "like", "about", "against", "toward", "towards", "per", "via", "off", "out", "up", "down",
        "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "doing", "done", "have",
        "has", "had", "having", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "ought",
        "need", "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my", "your", "his",
        "its", "our", "their", "mine", "yours", "hers", "ours", "theirs", "who", "whom", "whose", "which", "what",
        "when", "where", "why", "how", "there", "here", "then", "thus", "also", "too", "very", "just", "only",
        "even", "still", "already", "again", "ever", "never", "not", "no", "none", "neither", "either", "both",
        "each", "every", "all", "any", "some", "such", "own", "same", "other", "another", "more", "most", "less",
        "least", "much", "many", "few", "several", "if", "unless", "because", "while", "although", "though",
        "whether", "however", "therefore", "moreover", "s", "t", "d", "ll", "re", "ve", "m",
    ]
)  # fmt: skip

_stemmer = Stemmer.Stemmer("english")


def words(text: str) -> list[str]:
    """Words and numbers of a text, folded, in order; "don't" is one word, "1,234.5" is one number."""
    folded = fold(text)
    word = _PLAIN_WORD if folded.isascii() else _WORD
    return [match.removesuffix("'s") for match in word.findall(folded)]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The Snowball English stem of a folded word; numbers stay as they are.

    Source: Porter, Snowball, 2001.
    """
    return word if word[:1].isdigit() else str(_stemmer.stemWord(word))


def stems(text: str) -> list[str]:
    """Stems of the words of a text that are not function words, in order."""
    return [stem(word) for word in words(text) if word not in FUNCTION_WORDS]


def shingles(text: str, size: int = 5) -> set[str]:
    """Word shingles of a text: every run of `size` words, joined by a space; one shingle for a shorter text."""
    run = words(text)
    if len(run) < size:
        return {" ".join(run)} if run else set()
    return {" ".join(run[i : i + size]) for i in range(len(run) - size + 1)}
