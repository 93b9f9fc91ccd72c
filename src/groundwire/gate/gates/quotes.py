"""Gates on other people's words: quotes stand byte for byte in the evidence, and no run of words is too long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwire.gate.findings import Finding, Look, count, excerpt, some
from groundwire.gate.texts import FinalText
from groundwire.language.folding import plain
from groundwire.language.tokens import words
from groundwire.records.policy import GateWords, QuotePolicy
from groundwire.records.source import Source

# Linear: every repetition is of a class that cannot match the mark that ends it.
_DOUBLE = re.compile(r'["“„«][^"“”„«»\n]{1,2000}["”“»]')
_CANDIDATES = 8


def quotes_verbatim(text: FinalText, look: Look) -> Finding:
    """Whatever stands between quotation marks stands word for word in a document."""
    quotes = _quotes(text)
    sources = [_flat(f"{document.title}\n{document.text}") for document in text.documents]
    altered = [quote for quote in quotes if not any(_flat(quote) in source for source in sources)]
    if altered:
        reason = f"{count(len(altered), 'quote is', 'quotes are')} not word for word in the evidence."
        return Finding(False, reason, tuple(quotes))
    if not quotes:
        return Finding(True, "The text quotes nobody.", ())
    return Finding(
        True, f"{count(len(quotes), 'quote stands', 'quotes stand')} word for word in the evidence.", tuple(quotes)
    )


def _quotes(text: FinalText) -> list[str]:
    """Every quote of the text, as its claims give it and as its marks show it, once each."""
    found = [
        quote.text for line in text.lines if line.stated for verdict in line.verdicts for quote in verdict.claim.quotes
    ]
    for line in text.lines:
        if line.place != "limits":
            found += [match.group()[1:-1] for match in _DOUBLE.finditer(line.text)]
    trimmed = (quote.strip(" ,.;:!?") for quote in found)
    return list(dict.fromkeys(quote for quote in trimmed if words(quote)))


def _flat(text: str) -> str:
    """Plain typography and single spaces, letters as they are; marks at the end of a quote are the quoting text's."""
    return " ".join(plain(text).split())


@dataclass(slots=True)
class _Runs:
    """The runs that a text shares with one source's documents."""

    source: Source
    longest: int = 0
    total: int = 0
    over_share: list[str] = field(default_factory=list)


def quote_length(text: FinalText, look: Look) -> Finding:
    """No long run of words is taken from one source, with or without quotation marks.

    Limits: bad input P11; a source's own limit or an open licence takes their place.
    """
    ours = words("\n".join(line.text for line in text.lines if line.place not in ("limits", "analysis")))
    limits = look.policy.quotes
    by_source: dict[tuple[str, str], _Runs] = {}
    for document in text.documents:
        if openly_licensed(document.source.licence, look.policy.words):
            continue
        runs = by_source.setdefault((document.source.name, document.source.domain), _Runs(document.source))
        theirs = words(f"{document.title}\n{document.text}")
        found = shared_places(ours, theirs, limits.run_from)
        runs.longest = max([runs.longest, *(length for _, length in found)])
        # Words of theirs count once, however often they are repeated; and of copies of one report the worst counts alone.
        total = len({place + step for place, length in found for step in range(length)})
        runs.total = max(runs.total, total)
        if len(theirs) > limits.share_from and total > limits.share * len(theirs):
            runs.over_share.append(document.id)
    faults = [fault for runs in by_source.values() for fault in _faults(runs, limits)]
    inputs = (" ".join(ours), *(document.id for document in text.documents))
    if faults:
        return Finding(False, f"Too many words in a row are a source's own: {some(faults)}.", inputs)
    longest = max((runs.longest for runs in by_source.values()), default=0)
    known = f"the longest has {longest} words" if longest else f"none reaches {limits.run_from} words"
    return Finding(True, f"Verbatim runs are within their limits: {known}.", inputs)


def _faults(runs: _Runs, limits: QuotePolicy) -> list[str]:
    """What one source could object to, in words."""
    most = limits.longest_run if runs.source.quote_limit is None else runs.source.quote_limit
    name = excerpt(runs.source.name, 40) or "a source"
    faults = []
    if runs.longest > most:
        faults.append(f"{runs.longest} in one run from {name} (limit {most})")
    if runs.total > limits.all_runs:
        faults.append(f"{runs.total} in all runs from {name} (limit {limits.all_runs})")
    if runs.over_share:
        faults.append(f"more than {limits.share:.0%} of a text of {name}")
    return faults


def openly_licensed(licence: str, lists: GateWords) -> bool:
    """Whether a licence, as its name is written, lets its text be repeated at any length."""
    name = " ".join("".join(letter if letter.isalnum() else " " for letter in licence.casefold()).split())
    if not any(name == each or name.startswith(f"{each} ") for each in lists.open_licences):
        return False
    return not any(f" {each} " in f" {name} " for each in lists.closed_licences)


def shared_runs(ours: Sequence[str], theirs: Sequence[str], least: int) -> list[int]:
    """Lengths of the runs of at least `least` words of ours that stand in theirs, in the order of ours."""
    return [length for _, length in shared_places(ours, theirs, least)]


def shared_places(ours: Sequence[str], theirs: Sequence[str], least: int) -> list[tuple[int, int]]:
    """The runs of at least `least` words of ours that stand in theirs, each as long as it goes: (place in theirs, length).

    Linear in both lengths: of a run that stands in theirs more often than eight times only eight places are tried.
    """
    if least < 1 or len(ours) < least or len(theirs) < least:
        return []
    places: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(theirs) - least + 1):
        found = places.setdefault(tuple(theirs[start : start + least]), [])
        if len(found) < _CANDIDATES:
            found.append(start)
    runs = []
    at = 0
    while at <= len(ours) - least:
        candidates = places.get(tuple(ours[at : at + least]))
        if not candidates:
            at += 1
            continue
        length, place = max((_extent(ours, at, theirs, place), -place) for place in candidates)
        runs.append((-place, length))
        at += length
    return runs


def _extent(ours: Sequence[str], at: int, theirs: Sequence[str], place: int) -> int:
    """How many words agree from these two places on."""
    length = 0
    while at + length < len(ours) and place + length < len(theirs) and ours[at + length] == theirs[place + length]:
        length += 1
    return length
