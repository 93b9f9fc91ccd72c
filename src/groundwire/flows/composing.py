"""The composer's way: facts drafted from the sources' sentences, each kept only if it verifies as printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from groundwire.briefs.extractive import DraftLine, compose
from groundwire.flows.verify import Checked, Verify
from groundwire.gate.gates.quotes import openly_licensed, shared_places
from groundwire.language.tokens import words
from groundwire.records.brief import Difference, Line
from groundwire.records.claim import Claim
from groundwire.records.lens import Phrases
from groundwire.records.policy import Policy
from groundwire.records.story import Story
from groundwire.records.verdict import Verdict
from groundwire.verdicts.merging import asserts

# With no more facts than this, what the summary tells is told again in the list, so that the list is not empty; and a fact
# that is longer than the summary's by so many letters says more than it.
_FEW, _LONGER = 4, 20


@dataclass(frozen=True, slots=True)
class Stated:
    """The stated part of a brief, every line verified, and what was taken out of its draft.

    Args:
        removed: verdicts of drafted claims that are not in the text.
        leaning: ids of those taken out only because they lean on another.
        unresolved: sentences of the draft that could not be resolved.
        drafted: number of claims drafted.
        not_checkable: number of sentences of a draft left out because they claim nothing that can be checked.
    """

    headline: Line | None
    summary: tuple[Line, ...]
    facts: tuple[Line, ...]
    differences: tuple[Difference, ...] = ()
    removed: tuple[Verdict, ...] = ()
    leaning: frozenset[str] = frozenset()
    unresolved: tuple[str, ...] = ()
    drafted: int = 0
    not_checkable: int = 0


def composed(story: Story, verify: Verify, policy: Policy, now: datetime, phrases: Phrases) -> Stated:
    """The stated part of a brief that the extractive composer drafts.

    Raises: VerifierError when the verifier is missing or damaged.
    """
    draft = compose(
        story,
        verify.read,
        policy,
        now,
        phrases,
        _runs,
        lambda document: openly_licensed(document.source.licence, policy.words),
        lambda text: verify.lines([text])[0].kept,
    )
    checked = verify.lines([line.text for line in draft.facts])
    kept = [line for one, line in zip(checked, draft.facts, strict=True) if one.kept]
    facts = [line_of(one, line.cites) for one, line in zip(checked, draft.facts, strict=True) if one.kept]
    known = {verdict.claim.id: verdict for one in checked for verdict in one.verdicts}
    lead = _first_of(draft.summary, verify, policy.compose.summary_sentences - 1)
    summary = [line for _, line in lead] or facts[:1]
    told = {(drafted_line.cites[0], drafted_line.place) for drafted_line, _ in lead}
    if len(facts) > _FEW:
        # What the summary tells in full is not told again.
        facts = [
            line
            for line, own in zip(facts, kept, strict=True)
            if (own.cites[0], own.place) not in told
            or len(line.text) > max(len(each.text) for each in summary) + _LONGER
        ]
    headline = _first(draft.headlines, verify) or (facts[0] if facts else None)
    facts = _within_limits(facts, [line for line in (headline, *summary) if line], story, policy)
    differences = []
    for each in draft.differences:
        sides = _verified([DraftLine(text, cites) for text, cites in each.sides], verify)
        if len(sides) == len(each.sides):
            differences.append(Difference(each.about, tuple(sides), phrases.say(each.reason)))
    standing = [verdict.claim for line in facts for verdict in line.verdicts]
    removed = tuple(
        verdict for verdict in known.values() if not verdict.supported and not _said(verdict.claim, standing)
    )
    drafted = len(known)
    return Stated(headline, tuple(summary), tuple(facts), tuple(differences), removed, drafted=drafted)


def _within_limits(facts: list[Line], above: Sequence[Line], story: Story, policy: Policy) -> list[Line]:
    """The facts without those that make the whole text copy too much of one report, the last ones going first.

    Line by line the composer keeps within the limits; lines that stand side by side can still make one long run.
    """
    limits, documents = policy.quotes, {document.id: document for document in story.documents}
    for id in dict.fromkeys(cite for line in facts for cite in line.cites[:1]):
        document = documents[id]
        if openly_licensed(document.source.licence, policy.words):
            continue
        theirs = words(f"{document.title}\n{document.text}")
        most = document.source.quote_limit or limits.longest_run
        while True:
            ours = words("\n".join(line.text for line in (*above, *facts)))
            found = shared_places(ours, theirs, limits.run_from)
            total = len({place + step for place, length in found for step in range(length)})
            share = len(theirs) > limits.share_from and total > limits.share * len(theirs)
            longest = max((length for _, length in found), default=0)
            own = [line for line in facts if id in line.cites]
            if not own or (longest <= most and total <= limits.all_runs and not share):
                break
            facts = [line for line in facts if line is not _culprit(own, theirs, limits.run_from)]
    return facts


def _culprit(own: Sequence[Line], theirs: Sequence[str], least: int) -> Line:
    """The line that shares most words in long runs with a report; the later of equals."""
    return max(reversed(own), key=lambda line: sum(_runs(words(line.text), theirs, least)))


def _runs(ours: Sequence[str], theirs: Sequence[str], least: int) -> list[int]:
    """Lengths of the runs of words that a line shares with a document."""
    return [length for _, length in shared_places(ours, theirs, least)]


def line_of(checked: Checked, cites: Sequence[str] = ()) -> Line:
    """A verified line of a brief; what its verdicts rest on is cited after what the composer cites."""
    resting = [verdict.passages[0].document for verdict in checked.verdicts if verdict.passages]
    return Line(checked.text, checked.verdicts, tuple(dict.fromkeys([*cites, *resting])))


def _first_of(lines: Sequence[DraftLine], verify: Verify, most: int) -> list[tuple[DraftLine, Line]]:
    """The first lines that verify, at most so many, each with what it was drafted as."""
    found: list[tuple[DraftLine, Line]] = []
    for line in lines:
        if len(found) >= most:
            break
        found += [(line, one) for one in _verified([line], verify)]
    return found


def _verified(lines: Sequence[DraftLine], verify: Verify) -> list[Line]:
    """Those of the lines that verify."""
    return [
        line_of(one, line.cites)
        for one, line in zip(verify.lines([line.text for line in lines]), lines, strict=True)
        if one.kept
    ]


def _first(lines: Sequence[DraftLine], verify: Verify) -> Line | None:
    """The first of the lines that verifies."""
    return next((found[0] for line in lines if (found := _verified([line], verify))), None)


def _said(claim: Claim, standing: Sequence[Claim]) -> bool:
    """Whether a supported line says it all the same: then nothing was taken out."""
    told: Callable[[Claim], bool] = lambda other: asserts(other, claim)  # noqa: E731
    return any(map(told, standing))
