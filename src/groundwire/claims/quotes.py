"""Finds the words between quotation marks, byte for byte."""

from __future__ import annotations

import re

from groundwire.records.claim import Quote

_MARKS = re.compile("[\"“”„«»「」『』‘’']")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "‘": "’"}
_TOLD = re.compile(r",”?\s(?:said|says)\s(?:the\s|[A-Z])")
# A quotation longer than this is a mark left open, not a quotation.
_LONGEST = 2000


def quoted(sentence: str, open_before: bool = False) -> tuple[tuple[int, int], ...]:
    """Spans between quotation marks, without the marks; an unclosed one runs to the end of the sentence.

    Args:
        open_before: whether a quotation of an earlier sentence is still open.
    """
    spans: list[tuple[int, int]] = []
    if sentence[:1] in '"“':
        # A new paragraph of a long quotation opens its mark again.
        open_before = False
    start: int | None = 0 if open_before else None
    closers = '"”' if open_before else ""
    for match in _MARKS.finditer(sentence):
        position, character = match.start(), match.group()
        if start is None:
            if character == '"':
                start, closers = position + 1, '"'
            elif character in _PAIRS and (character != "‘" or _opens(sentence, position)):
                start, closers = position + 1, _PAIRS[character]
            elif character == "'" and _opens(sentence, position) and _closes_single(sentence, position):
                start, closers = position + 1, "'"
        elif character in closers and not (character in "'’" and _apostrophe(sentence, position)):
            if start < position:
                spans.append((start, position))
            start = None
    if start is not None and (told := _TOLD.search(sentence, start)):
        # The closing mark is missing where the speaker follows ("... of the law, said Attorney Jane Doe").
        spans.append((start, told.start()))
        start = None
    if (
        start is not None
        and start < len(sentence) - 1
        and len(sentence) - start <= _LONGEST
        and closers not in ("'", "’")
    ):
        spans.append((start, len(sentence)))
    return tuple(spans)


def left_open(sentence: str, open_before: bool) -> bool:
    """Whether a double quotation is still open at the end of a sentence."""
    state = open_before and sentence[:1] not in '"“'
    for character in _MARKS.findall(sentence):
        if character == '"':
            state = not state
        elif character == "“":
            state = True
        elif character == "”":
            state = False
    return state and not _TOLD.search(sentence, max(sentence.rfind('"'), sentence.rfind("“"), 0))


def _opens(sentence: str, position: int) -> bool:
    """Whether a single mark stands where a quotation can begin."""
    before = sentence[position - 1 : position]
    after = sentence[position + 1 : position + 2]
    return (not before or before in " ([—–-") and after.isalnum()


def _apostrophe(sentence: str, position: int) -> bool:
    """Whether a single mark stands inside a word."""
    return sentence[position - 1 : position].isalnum() and sentence[position + 1 : position + 2].isalnum()


def _closes_single(sentence: str, position: int) -> bool:
    """Whether a straight single mark has a partner within a reasonable run."""
    end = sentence.find("'", position + 1, position + 300)
    while end != -1 and _apostrophe(sentence, end):
        end = sentence.find("'", end + 1, position + 300)
    return end != -1


def quotes_in(
    sentence: str, spans: tuple[tuple[int, int], ...], first: int, last: int, speaker: str
) -> tuple[Quote, ...]:
    """The quotations that start between two offsets of a sentence, with their speaker."""
    return tuple(Quote(sentence[a:b], speaker, a, b) for a, b in spans if first <= a < last)
