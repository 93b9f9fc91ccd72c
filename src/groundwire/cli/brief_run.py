"""One run of `groundwire brief`: reads, groups, briefs, writes, and swaps the result in whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from groundwire import __version__
from groundwire.adapters.ledger_files import FileLedger
from groundwire.adapters.output import MARK, OutputFolder
from groundwire.adapters.warc import write_evidence
from groundwire.checker import Checker
from groundwire.cli import faults, inputs
from groundwire.errors import GroundwireError, InputError, UsageError
from groundwire.flows.brief import brief_of, read_playbook
from groundwire.flows.log import facts_of
from groundwire.flows.publish import Decided, brief_files, publication_of, site_files
from groundwire.intake import drafts
from groundwire.intake.identity import merge
from groundwire.ledger.canonical import canonical
from groundwire.publishing.disclosure import not_judged_at_all
from groundwire.records.gate import GateOutcome, Outcome
from groundwire.records.publication import Publication
from groundwire.records.source import Document, Refusal
from groundwire.records.story import Story
from groundwire.stories.grouping import group, one_story
from groundwire.stories.nearest import nearest
from groundwire.stories.status import status

LEDGER = "desk/ledger"
BRIEFS_WATCHED = 3  # with fewer stories the run is over before a bar is read


class Run:
    """Everything one run needs, from its options.

    Args:
        out: folder to write.
        sources, playbook_folder: what the operator says of publishers, and lays over the packaged playbook.
        now: the moment to brief at; the machine's clock when None.
    """

    def __init__(
        self,
        out: Path,
        sources: Path | None,
        playbook_folder: Path | None,
        policy: str,
        now: str | None,
        site: str,
        contact: str,
    ) -> None:
        self.out, self.site, self.contact = out, site, contact
        self.checker = Checker(sources=sources, playbook=playbook_folder, policy=policy, now=now)
        self.playbook = read_playbook(policy, playbook_folder)
        self.now = self.checker.clock.now()
        self.faults: list[Refusal] = []

    def all(
        self, files: Sequence[Path], draft_files: Sequence[Path], *, one_story: bool, quiet: bool
    ) -> dict[str, Any]:
        """Reads the files, writes a brief of each story, and says what came of it.

        Raises: UsageError when no document can be used; StorageError when the output cannot be written.
        """
        with self.checker:
            readings, raw = inputs.read_files(files, self.checker.reader, quiet)
        found, warnings, notes = inputs.gathered(readings)
        documents = merge([self.checker.book.apply(document) for document in found])
        if not documents:
            why = f"; {warnings[0].file}: {warnings[0].reason}" if warnings else ""
            what = "the file holds no report" if len(files) == 1 else f"none of the {len(files)} files holds a report"
            raise UsageError(f"{what} that can be used{why}")
        stories = self._stories(documents, one_story)
        texts = self._drafts(draft_files, stories)
        output = OutputFolder(self.out)
        try:
            decided = list(self._briefs(stories, texts, quiet))
            warnings = (*warnings, *self.faults)
            if not decided:
                raise UsageError(f"no story could be briefed; {self.faults[0].file}: {self.faults[0].reason}")
            self._write(output, decided, raw)
            summary = self._summary(decided, documents, warnings, notes)
            output.write(f"desk/{MARK}", canonical(summary))
            output.finish()
        except BaseException:
            output.abandon()
            raise
        return summary

    def _stories(self, documents: Sequence[Document], together: bool) -> tuple[Story, ...]:
        grouping = self.checker.policy.grouping
        stories = (one_story(documents, grouping),) if together else group(documents, grouping)
        return tuple(replace(story, status=status(story.documents, self.now, grouping)) for story in stories)

    def _drafts(self, files: Sequence[Path], stories: Sequence[Story]) -> dict[str, drafts.Draft]:
        """Drafts by the id of the story each is about.

        Raises: UsageError when a draft cannot be read, is about none of the stories, or two are about one.
        """
        found: dict[str, drafts.Draft] = {}
        for path in files:
            try:
                draft = drafts.read_draft(inputs.shown(path), inputs.plain_bytes(path))
            except OSError as exc:
                raise UsageError(f"{path}: cannot be read: {exc.strerror or exc}; name a Markdown file") from exc
            except ValueError as exc:
                raise UsageError(f"{path}: {exc}") from exc
            except InputError as exc:
                raise UsageError(str(exc)) from exc
            story = (
                stories[0] if len(stories) == 1 else nearest(draft.text, stories, self.checker.policy.grouping.draft_at)
            )
            if story is None:
                raise UsageError(
                    f"{path}: it is about none of the {len(stories)} stories in these reports; give its reports too"
                )
            if story.id in found:
                raise UsageError(
                    f"{path}: another draft is about the same story ({story.title}); give one draft a story"
                )
            found[story.id] = draft
        return found

    def _briefs(
        self, stories: Sequence[Story], texts: Mapping[str, drafts.Draft], quiet: bool
    ) -> Iterator[tuple[Decided, Publication]]:
        """Each story's brief, decided on, with its page; a progress bar when a person watches many."""
        for story in inputs.progress(stories, len(stories), "Briefing", quiet, BRIEFS_WATCHED):
            try:
                yield self._brief(story, texts.get(story.id))
            except GroundwireError:
                raise
            except Exception as exc:
                # Whatever it is, it costs this story alone, is named, and publishes nothing.
                self.faults.append(Refusal(story.title, faults.sentence(exc), "fault"))

    def _brief(self, story: Story, draft: drafts.Draft | None) -> tuple[Decided, Publication]:
        made = brief_of(
            story,
            index_of=self.checker.index_of,
            verifier=self.checker.verifier,
            playbook=self.playbook,
            now=self.now,
            draft=draft,
        )
        decided = Decided(made.story, made.brief, made.decision, made.removed, draft.text if draft else "")
        return decided, publication_of(
            decided, self.checker.policy, self.checker.verifier.name, self.site, self.contact
        )

    def _write(
        self,
        output: OutputFolder,
        decided: Sequence[tuple[Decided, Publication]],
        raw: Mapping[str, bytes],
    ) -> None:
        """Writes every file of the run, and logs every step before the swap makes it public."""
        with FileLedger(output.carry(LEDGER)) as ledger:
            for item, shown in decided:
                made = brief_files(item, shown, self.checker.verifier.name)
                for name, text in made.items():
                    output.write(name, text)
                write_evidence(output.path(f"desk/{item.name}/evidence.warc.gz"), item.story.documents, raw, self.now)
                digests = [
                    (name, hashlib.sha256(text.encode("utf-8")).hexdigest())
                    for name, text in sorted(made.items())
                    if name.startswith("public/")
                ]
                ledger.append_all(facts_of(item, digests, self.now))
        for name, data in site_files(decided).items():
            output.write(name, data)

    def _summary(
        self,
        decided: Sequence[tuple[Decided, Publication]],
        documents: Sequence[Document],
        warnings: Sequence[Refusal],
        notes: Sequence[str],
    ) -> dict[str, Any]:
        rows = [_row(item) for item, _ in decided]
        outcomes = [row["outcome"] for row in rows]
        return {
            "version": __version__,
            "now": self.now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "verifier": self.checker.verifier.name,
            "policy": self.checker.policy.label,
            "not_asked": [rule.name for rule in self.checker.policy.gates if not rule.asked],
            "counts": {
                "stories": len(rows),
                "documents": len(documents),
                "claims": sum(row["drafted"] for row in rows),
                "rejected": sum(row["rejected"] for row in rows),
                "approved": outcomes.count("approve"),
                "held": outcomes.count("hold"),
                "rejected_briefs": outcomes.count("reject"),
            },
            "briefs": rows,
            "warnings": [{"file": item.file, "reason": item.reason, "code": item.code} for item in warnings],
            "notes": list(notes),
        }


def _row(item: Decided) -> dict[str, Any]:
    decision = item.decision
    return {
        "folder": item.name,
        "story": item.story.id,
        "documents": len(item.story.documents),
        "origins": len(item.story.origins),
        "headline": item.brief.headline.text if decision.outcome is Outcome.APPROVE else item.story.title,
        "outcome": str(decision.outcome),
        "score": decision.score.value,
        "drafted": item.brief.drafted,
        "rejected": len(item.brief.rejected),
        "frame": item.brief.frame,
        "lens": item.brief.lens.id if item.brief.lens else None,
        "draft": bool(item.draft),
        "reasons": [
            *filter(None, [not_judged_at_all(item.story)]),
            *(f"{gate.name}: {gate.reason}" for gate in decision.gates if gate.outcome is not GateOutcome.PASS),
        ],
    }
