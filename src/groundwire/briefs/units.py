"""Cuts a document into the units that can be printed: run-on sentences parted, lists joined to the line that opens them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundwire.briefs import wording
from groundwire.records.claim import ReadDocument, ReadSentence

_LIST_ITEM = re.compile(r"^[^.!?]{2,160}$|^[\w@./-]{2,60}$")
_RUN_ON = re.compile(r"(?<=[a-z]{2}\.)(?=[A-Z][a-z])")
# Short forms that never end a sentence, whatever follows.
# A headline that an archive ran into the first sentence: all up to the place and the dash after it.
_RUN_IN = re.compile(r"^.{20,240}? (?:[A-Z][\w.]{2,20} ?,? ?){1,3}(?:\([^)]{1,20}\) ?)?--+ (?=[A-Z])")
_SAME_WORDS = 4
_NO_END = (" v.", " vs.", " No.", " Sen.", " Rep.", " Gov.", " Gen.")


def units(read: ReadDocument) -> Iterator[tuple[str, ReadSentence]]:
    """The sentences of a document as units to print: run-on ones cut, and a list joined to the line that opens it."""
    sentences = read.sentences
    index = 0
    while index < len(sentences):
        sentence = sentences[index]
        raw = wording.tidy(sentence.sentence.text)
        if not index:
            raw = _without_headline(raw, read.document.title)
        index += 1
        while raw.endswith(_NO_END) and index < len(sentences):
            raw += " " + wording.tidy(sentences[index].sentence.text)
            index += 1
        if raw.endswith(":"):
            items: list[str] = []
            bulleted = False
            while index < len(sentences) and len(items) < 6:
                item = wording.tidy(sentences[index].sentence.text)
                if items and _bulleted(read.document.text, sentences[index]) != bulleted:
                    break
                bulleted = _bulleted(read.document.text, sentences[index])
                if (
                    not item
                    or item.endswith((".", ":", "!", "?"))
                    or not _LIST_ITEM.match(item.replace(".", ""))
                    or len(item.split()) > 16
                ):
                    break
                items.append(item)
                index += 1
            if len(items) >= 2 and not any(raw.endswith(word) for word in ("statement:",)):
                yield _joined(raw[:-1], items), sentence
                continue
        for part in _RUN_ON.split(raw):
            yield part, sentence


def _without_headline(raw: str, title: str) -> str:
    """The first sentence without the document's own headline in front of its place and date."""
    found = _RUN_IN.match(raw)
    same = title.split()[:_SAME_WORDS] == raw.split()[:_SAME_WORDS]
    return raw[found.end() :] if found is not None and same else raw


def _joined(opening: str, items: list[str]) -> str:
    """An opening line and its list as one sentence: commas between short items, semicolons between long ones."""
    if any(re.search(r"[,;:]", item) for item in items):
        return f"{opening} {'; '.join(items)}."
    return f"{opening} {', '.join(items[:-1])} and {items[-1]}."


def _bulleted(text: str, sentence: ReadSentence) -> bool:
    """Whether a list mark stands in front of the sentence in its document."""
    return text[max(0, sentence.sentence.start - 3) : sentence.sentence.start].strip(" \n") in (
        "*",
        "-",
        "•",
    ) or sentence.sentence.text[:2] in ("* ", "- ", "• ")
