"""What comes first: the veto `date` for two acts that the claim puts in the other order than the evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.language.folding import fold
from groundwire.records.claim import Claim
from groundwire.records.policy import VerdictPolicy
from groundwire.records.verdict import Label, Veto, VetoName
from groundwire.verdicts.passages import Aligned
from groundwire.verdicts.wording import matter

_LINK = re.compile(r"\b(before|prior to|ahead of|until|after|following|since|once)\b", re.IGNORECASE)
_EARLIER_FIRST = frozenset({"before", "prior to", "ahead of", "until"})
# Opens a sentence that goes on in time from the one before it.
_GOES_ON = re.compile(
    r"(?:then|later|afterwards?|subsequently|in the (?:afternoon|evening)|that (?:afternoon|evening|night)|the (?:next|following) |"
    r"(?:(?:two|three|four|five|six|seven|\w{3,8}) )?(?:hours?|days?|weeks?|months?|years?) later|next|finally)\b"
)
_CLAUSE = re.compile(r";|, (?:and|then|but)\b|\band\b")
# From here on a clause is taken to tell of an act; and by this much one reading must fit better than the other.
_SAME_ACT, _MARGIN = 0.5, 0.2


@dataclass(frozen=True, slots=True)
class Order:
    """Two acts of one sentence, the earlier and the later."""

    earlier: str
    later: str


def order(claim: Claim, rows: Sequence[Aligned], policy: VerdictPolicy) -> Veto | None:
    """An objection when the evidence has the two acts of the claim the other way round in time, else None."""
    mine = ordered(claim.text)
    if mine is None:
        return None
    for row in rows:
        theirs = ordered(row.text)
        if theirs is None:
            continue
        same = min(matter(mine.earlier, theirs.earlier), matter(mine.later, theirs.later))
        turned = min(matter(mine.earlier, theirs.later), matter(mine.later, theirs.earlier))
        if max(same, turned) < _SAME_ACT or abs(same - turned) < _MARGIN:
            continue
        return _veto(claim, row.text) if turned > same else None
    return _told_in_turn(claim, mine, rows)


def ordered(text: str) -> Order | None:
    """The two acts of a sentence with one word of order, None when there is none or more than one."""
    found = list(_LINK.finditer(text))
    if len(found) != 1 or ". " in text:
        return None
    link = found[0]
    if link.start() > 2:
        main, other = text[: link.start()], text[link.end() :]
    else:
        other, comma, main = text[link.end() :].partition(",")
        if not comma:
            return None
    first = fold(link.group()) in _EARLIER_FIRST
    return Order(main, other) if first else Order(other, main)


def _told_in_turn(claim: Claim, mine: Order, rows: Sequence[Aligned]) -> Veto | None:
    """The two acts stand in two clauses, each with its date, or told one after the other with a word that says so."""
    earlier, later = _clause_of(mine.earlier, rows), _clause_of(mine.later, rows)
    if earlier is None or later is None or earlier == later:
        return None
    (row, clause, day), (other, rest, then) = earlier, later
    if day and then and not day.startswith(then) and not then.startswith(day):
        return _veto(claim, f"{clause} ... {rest}") if day > then else None
    if row.document.id != other.document.id:
        return None
    here, there = row.sentence.sentence.start, other.sentence.sentence.start
    if here > there and _GOES_ON.match(fold(row.text)):
        return _veto(claim, row.text)
    return None


def _clause_of(act: str, rows: Sequence[Aligned]) -> tuple[Aligned, str, str] | None:
    """The clause that tells of an act best: its sentence, its words and its date, "" when it has none."""
    best: tuple[float, Aligned, str, str] | None = None
    for row in rows:
        at = 0
        for clause in _CLAUSE.split(row.text):
            start = row.text.find(clause, at)
            at = start + len(clause)
            fit = matter(act, clause)
            if fit >= _SAME_ACT and (best is None or fit > best[0]):
                day = next((one.iso for one in row.dates if one.iso and start <= one.start < at), "")
                best = (fit, row, clause.strip(), day)
    return None if best is None else best[1:]


def _veto(claim: Claim, words: str) -> Veto:
    reason = "The claim puts two acts in the other order than the evidence."
    return Veto(VetoName.DATE, Label.CONTRADICTED, claim.span or claim.text, words, reason)
