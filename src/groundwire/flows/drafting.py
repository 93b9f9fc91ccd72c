"""The draft's way: a text that a person or a language model wrote, split, judged, and pruned of what the evidence does not carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from groundwire.briefs.attributing import attributed
from groundwire.briefs.pruning import prune
from groundwire.claims.reading import ReadingContext, read
from groundwire.flows.composing import Stated, line_of
from groundwire.flows.verify import Verify
from groundwire.gate.gates.standing import attributes
from groundwire.intake.drafts import Draft
from groundwire.records.brief import Line
from groundwire.records.claim import ReadSentence, SentenceState
from groundwire.records.story import Story
from groundwire.records.verdict import Level, Verdict
from groundwire.verdicts.merging import asserts

_HEADLINE_MARK = re.compile(r"[.!?]$")


def drafted(draft: Draft, story: Story, verify: Verify, now: datetime) -> Stated:
    """The stated part of a brief that a draft gives: what the evidence carries, in the draft's order.

    Raises: VerifierError when the verifier is missing or damaged.
    """
    header = draft.header
    published = header.get("date", "") or now.date().isoformat()
    context = ReadingContext(published, header.get("source", ""), header.get("title", ""), draft=True)
    sentences = [draft.placed(one) for one in read(draft.text, context)]
    verdicts = verify.judged([claim for one in sentences for claim in one.claims])
    of = {verdict.claim.id: verdict for verdict in verdicts}
    refused = {place for place, one in enumerate(sentences) if not _stands(one, of)}
    refused |= _repeating([v for v in verdicts if not v.supported], sentences, refused)
    leaning = prune(sentences, refused)
    kept = [place for place in range(len(sentences)) if place not in refused and place not in leaning]
    made = {place: _line(sentences[place], of, story, verify, now) for place in kept}
    # What is carried beside its neighbours and not alone cannot be printed: it leans on them, and is disclosed as such.
    leaning |= {place for place, line in made.items() if line is None}
    lines = [line for line in made.values() if line is not None]
    body = [line for place, line in made.items() if line is not None and not sentences[place].sentence.heading] or lines
    gone = [place for place in sorted(refused | leaning) if sentences[place].claims]
    printed = {verdict.claim.id for line in lines for verdict in line.verdicts}
    removed = [
        of[c.id] for place in gone for c in sentences[place].claims if not of[c.id].supported or place in leaning
    ]
    return Stated(
        headline=_headline(lines),
        summary=tuple(body[:1]),
        facts=tuple(body),
        removed=tuple(verdict for verdict in removed if verdict.claim.id not in printed),
        leaning=frozenset(c.id for place in leaning for c in sentences[place].claims),
        unresolved=tuple(one.sentence.text for one in sentences if one.state is SentenceState.UNRESOLVED),
        not_checkable=sum(one.state is SentenceState.NOT_CHECKABLE and not one.sentence.heading for one in sentences),
        drafted=len(verdicts) + sum(one.state is SentenceState.UNRESOLVED for one in sentences),
    )


def _stands(sentence: ReadSentence, of: dict[str, Verdict]) -> bool:
    """Whether a sentence may stay: checkable, with claims, all of them supported."""
    return (
        sentence.state is SentenceState.CHECKABLE
        and bool(sentence.claims)
        and all(of[c.id].supported for c in sentence.claims)
    )


def _repeating(rejected: Sequence[Verdict], sentences: Sequence[ReadSentence], refused: set[int]) -> set[int]:
    """Positions of sentences that were found supported and say all the same what a rejected claim says."""
    return {
        place
        for place, one in enumerate(sentences)
        if place not in refused and any(asserts(claim, verdict.claim) for claim in one.claims for verdict in rejected)
    }


def _line(sentence: ReadSentence, of: dict[str, Verdict], story: Story, verify: Verify, now: datetime) -> Line | None:
    """A kept sentence as a line, verified as it will be printed: with its source in front where it stands on one origin."""
    text = sentence.sentence.text.strip()
    verdicts = [of[claim.id] for claim in sentence.claims]
    flat = [v for v in verdicts if v.origins < 2 and v.level is not Level.CONFIRMED and not attributes(v.claim)]
    cites = tuple(dict.fromkeys(v.passages[0].document for v in verdicts if v.passages))
    texts = [text]
    if flat and cites:
        source = next(document for document in story.documents if document.id == cites[0])
        texts.insert(0, attributed(text, source, story.documents, now.year, sentence.sentence.heading))
    for checked in verify.lines(texts):
        if checked.kept:
            return line_of(checked, cites)
    # A sentence that leans on its neighbours for its reference, and is supported there, cannot be printed alone.
    return None


def _headline(lines: Sequence[Line]) -> Line | None:
    """The draft's own heading if one was kept, else its first kept sentence."""
    own = [line for line in lines if not _HEADLINE_MARK.search(line.text)]
    return next(iter([*own, *lines]), None)
