"""The main job: the documents of a story in, a verified and decided brief out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from groundwire.briefs.describing import described, generic, refused_because
from groundwire.briefs.figures import figures, names_of
from groundwire.briefs.lenses import match
from groundwire.briefs.limits import frame_of, limits, section_of
from groundwire.briefs.sections import analysis, not_shown, notes
from groundwire.claims.reading import ReadingContext, read, read_document
from groundwire.flows.composing import Stated, composed
from groundwire.flows.drafting import drafted
from groundwire.flows.verify import Verify
from groundwire.followups.schedule import freeze, questions
from groundwire.gate.decision import decide
from groundwire.gate.gates.persons import looks_like_a_person
from groundwire.gate.score import score_of
from groundwire.gate.texts import of_brief
from groundwire.intake.drafts import Draft
from groundwire.language.publishers import same_publisher
from groundwire.playbook import lens_files
from groundwire.playbook.loading import policy as read_policy
from groundwire.ports import IndexMaker, Verifier
from groundwire.publishing.disclosure import DISCLAIMERS
from groundwire.records.brief import Brief, Composer, Line, RejectedClaim
from groundwire.records.claim import Claim, Kind, ReadDocument
from groundwire.records.gate import Decision
from groundwire.records.lens import Frame, Lens, Phrases, SectionRule
from groundwire.records.policy import Policy
from groundwire.records.story import Story
from groundwire.records.verdict import Label, Verdict
from groundwire.verdicts.merging import asserts, same_claim


@dataclass(frozen=True, slots=True)
class Playbook:
    """The words and numbers that steer a brief, as one version."""

    policy: Policy
    lenses: tuple[Lens, ...]
    frames: tuple[Frame, ...]
    sections: tuple[SectionRule, ...]
    phrases: Phrases
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class BriefResult:
    """A brief with its decision.

    Args:
        removed: verdicts of the drafted claims that are not in the text.
        draft: the draft as it was given, "" for a composed brief.
        lens_score: of the best lens, in [0, 1].
    """

    story: Story
    brief: Brief
    decision: Decision
    removed: tuple[Verdict, ...] = ()
    draft: str = ""
    lens_score: float = 0.0


def read_playbook(policy: str = "offline", overlay: Path | None = None, language: str = "en") -> Playbook:
    """The packaged playbook with an operator's files laid over it.

    Raises: PlaybookError for a file that is wrong.
    """
    return Playbook(
        policy=read_policy(policy, overlay),
        lenses=lens_files.lenses(overlay),
        frames=lens_files.frames(overlay),
        sections=lens_files.sections(overlay),
        phrases=lens_files.phrases(language, overlay),
        fingerprint=lens_files.fingerprint(overlay),
    )


def brief_of(
    story: Story,
    *,
    index_of: IndexMaker,
    verifier: Verifier,
    playbook: Playbook,
    now: datetime,
    draft: Draft | None = None,
) -> BriefResult:
    """Writes a brief of a story, checks every line of it, and decides on exactly that text.

    Args:
        story: with its documents and origins.
        draft: takes the composer's place when given.
        now: the clock's time, aware, UTC.
    Raises: VerifierError when the verifier is missing or damaged.
    """
    policy = playbook.policy
    evidence = tuple(read_document(document) for document in story.documents if document.judged)
    verify = Verify(evidence, story.origins, verifier, index_of(evidence), policy)
    if draft is None:
        stated = composed(story, verify, policy, now, playbook.phrases)
    else:
        stated = drafted(draft, story, verify, now)
    composer = Composer.EXTRACTIVE if draft is None else Composer.DRAFT
    brief, lens_score = _completed(story, evidence, stated, playbook, now, composer)
    decision = _decision(brief, story, stated, verifier, policy, lens_score, now)
    return BriefResult(story, brief, decision, stated.removed, draft.text if draft else "", lens_score)


def _completed(
    story: Story,
    evidence: Sequence[ReadDocument],
    stated: Stated,
    playbook: Playbook,
    now: datetime,
    composer: Composer,
) -> tuple[Brief, float]:
    """The brief around its stated lines: limits, lens, figures, checks, disclosure; and the lens's score."""
    policy, phrases = playbook.policy, playbook.phrases
    found = match(story.documents, playbook.lenses, policy.lens)
    trigger = next(iter(stated.facts), None)
    lens = next((each for each in playbook.lenses if each.id == found.lens), None) if trigger else None
    frame, _ = frame_of(evidence, playbook.frames, policy.lens)
    record = limits(evidence, frame)
    cites = tuple(dict.fromkeys(cite for line in stated.facts[:2] for cite in line.cites))[:3]
    asked = questions(lens, frame, evidence, now, limits=record, phrases=phrases, policy=policy.followups, cites=cites)
    market, policy_link, builders = analysis(lens)
    shown = not_shown(record, phrases)
    own = [document.source.name for document in story.documents]
    named = [
        name
        for name in names_of(stated.facts, 12)
        if not any(same_publisher(each, name) for each in own)
        and not name.isupper()
        and not looks_like_a_person(name, name, policy.words)
    ]
    brief = Brief(
        story=story.id,
        section=section_of(evidence, found.lens, frame.id, playbook.sections, policy.lens),
        headline=stated.headline or Line(story.title),
        summary=(*stated.summary, *([Line(shown, limit=True)] if shown else [])),
        facts=stated.facts,
        limits=record,
        frame=frame.id,
        composer=composer,
        created_at=now,
        differences=stated.differences,
        market=market,
        policy_link=policy_link,
        builders=builders,
        lens=lens,
        lens_trigger=trigger if lens else None,
        affected_named=tuple(named[:5]) if lens else (),
        affected_inferred=lens.sectors if lens else (),
        questions=tuple(freeze(each, story.id) for each in asked),
        figures=figures(stated.facts, lens),
        rejected=_rejected(stated, phrases),
        drafted=stated.drafted,
        removed=len(stated.removed) + len(stated.unresolved),
        playbook=policy.label,
        notes=(
            *notes(story, phrases),
            *([phrases.say("notes.not_checkable", number=stated.not_checkable)] if stated.not_checkable else []),
        ),
    )
    return brief, found.score


def _decision(
    brief: Brief, story: Story, stated: Stated, verifier: Verifier, policy: Policy, lens_score: float, now: datetime
) -> Decision:
    """The gates' decision on exactly this brief."""
    text = of_brief(
        brief,
        story.documents,
        story.origins,
        verifier.name,
        verifier.calibrated,
        removed=[verdict for verdict in stated.removed if not verdict.supported],
        lens_score=lens_score if brief.lens else None,
        disclaimers=DISCLAIMERS,
        required_disclaimers=DISCLAIMERS,
    )
    score = score_of(text, now, policy.score, same_claim)
    return decide(text, policy, score, now, asserts)


def _rejected(stated: Stated, phrases: Phrases) -> tuple[RejectedClaim, ...]:
    """What was taken out, described; one entry a claim."""
    gone = []
    for verdict in stated.removed:
        leans = verdict.claim.id in stated.leaning and verdict.supported
        reason = phrases.say("rejected.leans") if leans else refused_because(verdict, phrases)
        gone.append(
            RejectedClaim(
                id=verdict.claim.id,
                text=verdict.claim.text,
                description=_description(verdict.claim, phrases),
                reason=reason,
                label=verdict.label,
                vetoes=tuple(str(veto.name) for veto in verdict.vetoes),
                kind=verdict.claim.kind,
                leans=leans,
            )
        )
    for number, text in enumerate(stated.unresolved):
        gone.append(
            RejectedClaim(
                f"unresolved-{number}",
                text,
                phrases.say("rejected.state"),
                phrases.say("refusals.unresolved"),
                Label.UNSUPPORTED,
                kind=Kind.STATE,
            )
        )
    return tuple(gone)


def _description(claim: Claim, phrases: Phrases) -> str:
    """The description of a rejected claim; the least that can be said when a fuller one would assert it."""
    text = described(claim, phrases)
    told = [other for sentence in read(text, ReadingContext(draft=True)) for other in sentence.claims]
    return generic(claim, phrases) if any(asserts(other, claim) for other in told) else text
