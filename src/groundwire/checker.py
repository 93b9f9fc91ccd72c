"""The library face: check a text against documents, or ask how well evidence supports a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType

from groundwire.adapters.clock import FixedClock, SystemClock
from groundwire.adapters.index_memory import MemoryIndex
from groundwire.adapters.reader_child import ChildReader
from groundwire.adapters.verifier_lexical import LexicalVerifier
from groundwire.errors import InputError, UsageError
from groundwire.flows.check import check_draft
from groundwire.flows.support import support_of
from groundwire.intake import drafts, files
from groundwire.intake.publishers import SourceBook
from groundwire.playbook.loading import policy as load_policy
from groundwire.ports import Clock, IndexMaker, Verifier
from groundwire.records.claim import ReadDocument
from groundwire.records.review import Review
from groundwire.records.source import Document, Reading, Refusal

# No report is older and no check is later; days are added to the moment, so it must stay off the calendar's ends.
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
# Evidence of a pair is read as if captured at the end of time: no date in it lies in the future.
_LATER = datetime(2999, 1, 1, tzinfo=UTC)


class Checker:
    """Checks texts against evidence, offline.

    Use it as a context manager, or call `close()`, when untrusted bytes are read: parsing runs in a child process.

    Args:
        sources: TOML file that says what is known about publishers, or None.
        playbook: folder laid over the packaged playbook, or None.
        policy: "offline" or "newsroom".
        now: the moment to judge at (an aware datetime or ISO text in UTC); the machine's clock when None.
        verifier: another verifier; the bundled one when None.
    Raises: UsageError, SettingsError or PlaybookError when one of these cannot be used.

    Example:
        >>> from groundwire import Checker
        >>> review = Checker().check("Alba Rail has signed the contract.", ["Alba Rail is in talks about a contract."])
        >>> review.sentences[0].outcome
        'refused'
    """

    def __init__(
        self,
        *,
        sources: Path | None = None,
        playbook: Path | None = None,
        policy: str = "offline",
        now: datetime | str | None = None,
        verifier: Verifier | None = None,
    ) -> None:
        if playbook is not None and not playbook.is_dir():
            raise UsageError(
                f"{playbook}: there is no such folder; name the one whose files are laid over the playbook"
            )
        self.policy = load_policy(policy, playbook)
        self.clock: Clock = SystemClock() if now is None else FixedClock(instant(now))
        self._sources = sources
        self._verifier = verifier

    @property
    def index_of(self) -> IndexMaker:
        """What makes an index over documents."""
        return MemoryIndex

    @property
    def threshold(self) -> float:
        """The probability in [0, 1] at or above which a claim counts as supported."""
        return self.policy.verdicts.support_at

    @cached_property
    def verifier(self) -> Verifier:
        """The verifier in use."""
        return self._verifier or LexicalVerifier()

    @cached_property
    def book(self) -> SourceBook:
        """What is known about publishers."""
        if self._sources is None:
            return SourceBook.from_toml("")
        try:
            return SourceBook.from_toml(self._sources.read_text(encoding="utf-8"))
        except OSError as exc:
            raise UsageError(f"{self._sources}: cannot be read: {exc.strerror or exc}") from exc
        except UnicodeDecodeError as exc:
            raise UsageError(f"{self._sources}: is not text in UTF-8; name a TOML file") from exc

    @cached_property
    def reader(self) -> ChildReader:
        """The reader whose children parse untrusted bytes."""
        return ChildReader(self.clock)

    def check(self, draft: str, documents: Sequence[str | Document]) -> Review:
        """Checks a draft against documents.

        Args:
            draft: the text (Markdown marks are understood).
            documents: evidence, as texts that may open with header lines (Source:, Date:, Title:, ...) or as records.
        Returns: the review: every sentence with its outcome, every claim with its verdict, score and decision.
        Raises: UsageError when there is no evidence or the draft is empty.
        """
        read, refusals = self._documents(documents)
        if not read:
            raise UsageError(f"no evidence to check against{'; ' + refusals[0].reason if refusals else ''}")
        own = drafts.read_draft("draft.md", draft.encode("utf-8"))
        return self._check(own, [Reading(documents=tuple(map(self.book.apply, read)), refusals=tuple(refusals))])

    def check_bytes(
        self, name: str, data: bytes, evidence: Iterable[tuple[str, bytes]], refusals: Sequence[Refusal] = ()
    ) -> Review:
        """Checks a draft file against evidence files, all of them untrusted.

        Args:
            name: the draft's file name, "-" for standard input.
            evidence: name and bytes of each file.
            refusals: files that could not even be opened.
        Raises: UsageError when the draft cannot be read; a piece of evidence that cannot costs only itself.
        """
        try:
            own = drafts.read_draft(name, data)
        except InputError as exc:
            raise UsageError(str(exc)) from exc
        readings = [self._known(reading) for reading in self.reader.read_all(evidence)]
        return self._check(own, [*readings, Reading(refusals=tuple(refusals))])

    def support(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How well evidence supports a claim, vetoes included.

        Args:
            pairs: (evidence text, claim text).
        Returns: one probability in [0, 1] a pair, in order; 0 when an objection is tripped.
        """
        return [
            support_of(_read_evidence(evidence), claim, MemoryIndex, self.verifier, self.policy)
            for evidence, claim in pairs
        ]

    def close(self) -> None:
        """Ends the reader's children, if any were started."""
        if "reader" in self.__dict__:
            self.reader.close()

    def __enter__(self) -> Checker:
        """The checker itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the reader's children."""
        self.close()

    def _check(self, own: drafts.Draft, readings: Sequence[Reading]) -> Review:
        return check_draft(own, readings, MemoryIndex, self.verifier, self.policy, self.clock.now())

    def _known(self, reading: Reading) -> Reading:
        return Reading(tuple(map(self.book.apply, reading.documents)), reading.refusals, reading.notes)

    def _documents(self, given: Sequence[str | Document]) -> tuple[list[Document], list[Refusal]]:
        documents: list[Document] = []
        refusals: list[Refusal] = []
        if isinstance(given, str | bytes):
            raise UsageError("documents is one text; give a list of texts or documents: check(draft, [text])")
        for number, item in enumerate(given, 1):
            if isinstance(item, Document):
                documents.append(item)
                continue
            if not isinstance(item, str):
                raise UsageError(
                    f"document {number} is a {type(item).__name__}; give its text, or use check_bytes for files: "
                    "check_bytes(name, data, [(name, data), ...])"
                )
            try:
                documents.extend(files.read(f"document {number}.txt", item.encode("utf-8"), self.clock.now()).documents)
            except InputError as exc:
                refusals.append(Refusal(exc.name, exc.reason, exc.code))
        return documents, refusals


@lru_cache(maxsize=256)
def _read_evidence(evidence: str) -> ReadDocument | None:
    """Evidence of a pair, read once; None when there is nothing in it."""
    from groundwire.claims.reading import read_document

    try:
        found = files.read("evidence.txt", evidence.encode("utf-8"), _LATER).documents
    except InputError:
        return None
    return read_document(found[0]) if found else None


def instant(text: datetime | str) -> datetime:
    """An aware UTC instant from ISO text; a day alone means noon UTC.

    Raises: UsageError when it cannot be read.
    """
    if isinstance(text, datetime):
        moment = text
    else:
        try:
            moment = datetime.fromisoformat(text.strip() + ("T12:00:00+00:00" if len(text.strip()) == 10 else ""))
        except ValueError as exc:
            raise UsageError(f"{text!r} is not an instant; write it as 2026-06-15T12:00:00Z") from exc
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise UsageError(f"{text!s} is no year to judge at; give one from {_FIRST_YEAR} to {_LAST_YEAR}")
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


__all__ = ["Checker", "instant"]
