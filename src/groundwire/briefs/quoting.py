"""Keeps track of quotations that run over several sentences, whole or with their marks lost."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.briefs import naming, speech
from groundwire.language.folding import plain
from groundwire.records.source import Document

# Sentences of a paragraph that are given to the speaker of its first one where all marks are lost.
_RUNS_ON = 4


class Quoting:
    """Keeps track, sentence by sentence, of a quotation that runs on, so that words inside it are given to their speaker."""

    def __init__(self, document: Document, everyone: Sequence[Document]) -> None:
        name = naming.shown_name(document.source.name, everyone)
        self._source = name if naming.is_person(name) else ""
        self._marks = '"' in plain(document.text)
        self._open = False
        # In a text that is one long paragraph nothing shows where a speaker's words end.
        self._parted = document.text.strip().count("\n") > 1
        self._paragraph = -1
        self._place = 0
        self._spoken = ""
        self.speaker = ""

    def whole_quote(self, raw: str, paragraph: int) -> str:
        """The sentence with a quotation mark that opens or closes a longer quotation taken off; sets `speaker`."""
        if paragraph != self._paragraph:
            self._spoken, self._open, self._paragraph, self._place = "", False, paragraph, 0
        self._place += 1
        self.speaker = ""
        told = speech.tail_speech(raw)
        if told is not None:
            # A paragraph that begins with a speaker's words and has lost its marks goes on with them.
            lost = not self._marks and self._parted and self._place == 1
            self._spoken = told.who if lost or raw.startswith('"') else ""
            self._open = raw.count('"') % 2 == 1
            return raw
        odd = raw.count('"') % 2 == 1
        inside = self._open or (odd and raw.startswith('"'))
        if odd:
            self._open = not self._open
        if (
            inside
            or (self._spoken and not self._marks and self._place <= _RUNS_ON)
            or (raw.startswith('"') and raw.endswith('"'))
        ):
            self.speaker = (
                self._spoken
                if self._spoken.lower() not in ("he", "she", "they") and self._spoken
                else self._source or "?"
            )
            return raw.strip('"')
        return raw
