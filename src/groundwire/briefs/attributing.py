"""Puts the source in front of a fact, or behind it, in the words that a reporter would use."""

from __future__ import annotations

import re
from collections.abc import Sequence

from groundwire.briefs import dating, naming, wording
from groundwire.briefs.candidates import Candidate, capitalised
from groundwire.language.calendar import MONTHS
from groundwire.language.tokens import FUNCTION_WORDS
from groundwire.records.source import Document

# A sentence of more words keeps its source in front, where the reader needs it; so does one whose end would be misread.
_LONG = 34
_TAIL_HEAVY = re.compile(r"[;:]| said |, which|, who|[\"]")
_DATED_FIRST = re.compile(r"^On (?:the \w+ of )?\d{1,2} [A-Z]")
_SAID_AT_HEAD = re.compile(r" said (?:that )?")


class Attributor:
    """Names sources in one brief: the first fact of a report is dated, later ones are short, and the forms take turns.

    Args:
        documents: every document of the story, from whose words short names are spelled out.
        names: words that are names in these documents and keep their capital after "that".
    """

    def __init__(self, documents: Sequence[Document], names: frozenset[str], now_year: int) -> None:
        self._documents = documents
        self._names = names
        self._year = now_year
        self._seen: dict[str, int] = {}
        self._speakers: dict[str, str] = {}
        self._last = ("", -1)
        self._lower = frozenset(
            re.findall(r"(?<![\w.'-])[a-z][\w'-]*", " ".join(document.text for document in documents))
        )

    def speaker(self, document: Document) -> str:
        """How the source stands in front of a verb of saying."""
        name = document.source.name
        if name not in self._speakers:
            self._speakers[name] = naming.speaker_of(name, self._documents)
        return self._speakers[name]

    def words_in_front(self, candidate: Candidate) -> int:
        """About how many words naming the source takes."""
        return 0 if candidate.own_speaker else wording.word_count(self.speaker(candidate.document)) + 2

    def day(self, document: Document) -> str:
        """The day of a report in words, "" when it is not known to the day."""
        when = dating.day(document.published.iso) if document.published else None
        return dating.spoken(when, self._year) if when else ""

    def line(self, candidate: Candidate, text: str, dated: bool | None = None) -> str:
        """The fact with its source.

        Args:
            dated: whether to give the day of the report; None to give it with the first fact of a report.
        """
        document = candidate.document
        count = self._seen.get(document.id, 0)
        self._seen[document.id] = count + 1
        day = self.day(document) if (count == 0 if dated is None else dated) else ""
        # Two sentences that follow each other in the source are kept apart by its name, or they would read as one long copy.
        follows = self._last == (document.id, candidate.place - 1)
        self._last = (document.id, candidate.place)
        if candidate.own_speaker:
            return self._spoken(candidate, text, day)
        speaker, verb = self.speaker(document), "reported" if naming.reports(document) else "said"
        low = wording.lower_first(text, self._is_name)
        behind = f"{text.rstrip('.')}, {speaker} {verb}"
        if (
            wording.word_count(text) < _LONG
            and not _TAIL_HEAVY.search(text)
            and (_DATED_FIRST.match(text) or self._unsure(text, low))
        ):
            # "X reported on 5 May that on 3 May" is no English, and a word that may be a name keeps its capital in front.
            return f"{behind} on {day}." if day and day not in text else f"{behind}."
        if low.startswith("according to "):
            return f"{wording.sentence_case(speaker)} {verb}{f' on {day}' if day else ''} that, {low}"
        if day and day in text and dated is None:
            return f"{wording.sentence_case(speaker)} {verb} that {low}"
        if day:
            return f"{wording.sentence_case(speaker)} {verb} on {day} that {low}"
        if (
            count % 2
            and not follows
            and not re.search(r"[;:]| said |, which|, who", text)
            and wording.word_count(text) < 26
        ):
            return f"{text.rstrip('.')}, {speaker} {verb}."
        return f"According to {speaker}, {low}"

    def _unsure(self, text: str, low: str) -> bool:
        """Whether the first word lost its capital though no report ever writes it small: it may be a name."""
        first = re.split(r"[ ,]", text, maxsplit=1)[0]
        return (
            low[:1] != text[:1]
            and first.lower() not in FUNCTION_WORDS
            and first.lower() not in self._lower
            and not first.lower().endswith("ly")
        )

    def _is_name(self, word: str) -> bool:
        return word.strip("'s") in self._names or word in self._names

    def _spoken(self, candidate: Candidate, text: str, day: str) -> str:
        """A fact that names its own speaker, with the day when the words carry none."""
        if (
            not day
            or re.search(rf"\b(?:{'|'.join(MONTHS)})\b", text)
            or not naming.is_person(naming.shown_name(candidate.document.source.name, self._documents))
        ):
            return text
        surname = candidate.document.source.name.split()[-1]
        found = _SAID_AT_HEAD.search(text)
        if found is None or surname.lower() not in text[: found.start()].lower():
            return text
        return f"{text[: found.start()]} said on {day} that {text[found.end() :]}"


def attributed(text: str, document: Document, documents: Sequence[Document], now_year: int, heading: bool) -> str:
    """A flat sentence with its source: in front, or behind a heading."""
    speaker = naming.speaker_of(document.source.name, documents)
    if heading:
        return f"{text.rstrip('.')}, {speaker} {'reports' if naming.reports(document) else 'says'}"
    names = capitalised(f"{text} {document.title} {document.text}")
    first = re.split(r"[ ,]", text, maxsplit=1)[0]
    rare = first.lower() not in FUNCTION_WORDS and first.lower() not in document.text.replace(first, "")
    low = (
        text
        if rare and first in document.text
        else wording.lower_first(text, lambda word: word.removesuffix("'s") in names)
    )
    return f"According to {speaker}, {low}"
