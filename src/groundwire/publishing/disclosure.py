"""The disclosure box: what was captured, what was verified against what, what was taken out and why, who made it."""

from __future__ import annotations

from collections.abc import Sequence

from groundwire.publishing.wording import EXTENTS, as_sentence, count, sentence_of
from groundwire.records.brief import Brief, Composer
from groundwire.records.gate import Decision, GateOutcome, Outcome
from groundwire.records.publication import Disclosure, SourceLine
from groundwire.records.source import Document, Genre
from groundwire.records.story import Story
from groundwire.records.verdict import Label, Verdict

DISCLAIMERS = (
    "The score speaks of support by the stored evidence, not of the truth of the world or the worth of an outlet.",
    "Analysis is context, not fact, and not investment, legal or tax advice.",
)
LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian",
    "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "nb": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_FLAGS = {
    "truncated": "cut off where it was captured",
    "damaged": "damaged characters in the capture",
    "hidden_instructions": "held hidden instructions, which were ignored",
    "future_clamped": "dated in the future, set to the time of capture",
    "mixed_script": "a name mixes alphabets",
    "liveblog": "live blog",
}
_GENRES = {
    Genre.OPINION: "opinion",
    Genre.SATIRE: "satire",
    Genre.SPONSORED: "sponsored",
    Genre.RELEASE: "a party's own release",
    Genre.LIVEBLOG: "live blog",
}


def disclosure(
    story: Story, brief: Brief, decision: Decision, *, verifier: str, disclaimers: Sequence[str] = DISCLAIMERS
) -> Disclosure:
    """The box under the brief, in words; rejected claims are described and never repeated."""
    cited = {document for line in brief.stated_lines() for document in _resting_on(line.cites, line.verdicts)}
    return Disclosure(
        sources=tuple(_source(document, story, document.id in cited) for document in story.documents),
        rationale=_rationale(story, brief, decision),
        rejected=tuple((as_sentence(claim.description), as_sentence(claim.reason)) for claim in brief.rejected),
        made=_made(brief, decision, verifier),
        disclaimers=tuple(disclaimers),
    )


def not_judged_at_all(story: Story) -> str:
    """Why a story's brief says nothing, when none of its reports is in a language that can be judged; "" otherwise."""
    if not story.documents or any(document.judged for document in story.documents):
        return ""
    languages = dict.fromkeys(language_name(document.language) for document in story.documents)
    return f"Only English is read for now; every report of this story is in another language ({', '.join(languages)})."


def _resting_on(cites: tuple[str, ...], verdicts: tuple[Verdict, ...]) -> set[str]:
    return {*cites, *(verdict.passages[0].document for verdict in verdicts if verdict.passages)}


def _source(document: Document, story: Story, is_cited: bool) -> SourceLine:
    origin = next((origin for origin in story.origins if document.id in origin.documents), None)
    notes = [EXTENTS[str(document.extent)]]
    if not document.judged:
        notes.append(f"not judged: {language_name(document.language)}")
    if document.genre in _GENRES:
        notes.append(_GENRES[document.genre])
    if document.correction:
        notes.append("carries a correction")
    notes += [_FLAGS[flag] for flag in document.flags if flag in _FLAGS]
    published = document.published.iso if document.published else ""
    return SourceLine(
        document=document.id,
        publisher=document.source.name,
        title=document.title,
        url=document.url,
        published=published,
        captured=document.snapshot.captured_at.replace(microsecond=0).isoformat().replace("+00:00", "Z"),
        extent=str(document.extent),
        kind=str(document.source.kind),
        origin=origin.name if origin else document.source.name,
        sha256=document.snapshot.sha256,
        language=document.language,
        note=", ".join(dict.fromkeys(notes)),
        cited=is_cited,
    )


def language_name(code: str) -> str:
    """The English name of a language code, or what can be said without one."""
    base = code.split("-")[0].lower()
    return LANGUAGES.get(base, "language not recognised" if base in ("", "und") else f"language {base}")


def _rationale(story: Story, brief: Brief, decision: Decision) -> tuple[str, ...]:
    """What was verified against what, which limits apply, and why the decision came out as it did."""
    sentences = list(decision.rationale) or _own_words(story, brief, decision)
    missing = sum(not limit.filled for limit in brief.limits)
    if missing:
        sentences.append(f"The record leaves {count(missing, 'question')} open that an event of this kind raises.")
    return (*sentences, *brief.notes)


def _own_words(story: Story, brief: Brief, decision: Decision) -> list[str]:
    """The reasons as this room can see them, for a decision that brings none."""
    verdicts = {v.claim.id: v for line in brief.stated_lines() for v in line.verdicts}
    judged = sum(document.judged for document in story.documents)
    supported = sum(verdict.label is Label.SUPPORTED for verdict in verdicts.values())
    return [
        "The finished text was split into single claims again, and each claim of the headline, the summary and "
        f"What happened was checked against the stored text of {count(judged, 'document')} from "
        f"{count(len(story.origins), 'independent origin')}.",
        f"{supported} of {count(len(verdicts), 'claim')} in the text are supported by a passage shown on this page.",
        _why(decision),
    ]


def _why(decision: Decision) -> str:
    stopped = tuple(gate.name for gate in decision.gates if gate.outcome is not GateOutcome.PASS)
    if decision.outcome is Outcome.APPROVE:
        return f"Approved: all {count(len(decision.gates), 'gate')} that the policy asks for passed."
    word = "Held" if decision.outcome is Outcome.HOLD else "Rejected"
    return f"{word} by {'the gate' if len(stopped) == 1 else 'the gates'} {sentence_of(stopped)}."


def _made(brief: Brief, decision: Decision, verifier: str) -> tuple[str, ...]:
    if brief.composer is Composer.EXTRACTIVE:
        drafted = "Drafted by rules that take facts from the sources and name who reports them; no language model had a part in it."
    else:
        drafted = (
            "Drafted outside Groundwire, by a person or a language model; the draft does not say which. "
            "The draft had no say in any verdict, the score or the decision."
        )
    reviewed = "No person has reviewed it." if "human-approval" in decision.not_asked else ""
    bound = (
        "No bound is claimed on how often such a page is wrong." if "certificate-valid" in decision.not_asked else ""
    )
    lines = (
        drafted,
        reviewed,
        f"Claims were judged by: {verifier}.",
        f"Policy: {decision.policy}.",
        bound,
        f"Playbook: {brief.playbook}." if brief.playbook not in ("", decision.policy) else "",
    )
    return tuple(line for line in lines if line)
