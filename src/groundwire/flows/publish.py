"""From decided briefs to the files of a site: what the public may have, and what stays at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from groundwire.publishing import brief_json, decision_json, html, index, markdown
from groundwire.publishing.page import page
from groundwire.records.brief import Brief
from groundwire.records.gate import Decision, Outcome
from groundwire.records.policy import Policy
from groundwire.records.publication import Publication
from groundwire.records.story import Story
from groundwire.records.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Decided:
    """A brief that the gates have decided on.

    Args:
        removed: verdicts of the claims that were taken out of its draft.
        draft: the draft as it was given, "" for a composed one.
    """

    story: Story
    brief: Brief
    decision: Decision
    removed: tuple[Verdict, ...] = ()
    draft: str = ""

    @property
    def name(self) -> str:
        """Folder of its files: slug and the head of the story's id, so that equal slugs never meet."""
        return f"{self.story.slug}-{self.story.id[:8]}"


def publication_of(decided: Decided, policy: Policy, verifier: str, site: str = "", contact: str = "") -> Publication:
    """The page of a decided brief as a record."""
    return page(
        decided.story,
        decided.brief,
        decided.decision,
        decided.brief.questions,
        quotes=policy.quotes,
        verifier=verifier,
        site=site,
        contact=contact,
    )


def brief_files(decided: Decided, publication: Publication, verifier: str) -> dict[str, str]:
    """Every text file of one brief by its name below the output folder; public ones only for an approved brief."""
    made = {
        f"desk/{decided.name}/decision.json": decision_json.text(
            decided.story, decided.brief, decided.decision, decided.removed, verifier
        ),
        f"desk/{decided.name}/brief.html": html.render(publication, root="../", desk=True),
    }
    if decided.draft:
        made[f"desk/{decided.name}/draft.md"] = decided.draft
    drawn = html.figure_files(publication)
    made |= {f"desk/{decided.name}/{name}": text for name, text in drawn.items()}
    if decided.decision.outcome is Outcome.APPROVE:
        place = f"public/{decided.name}"
        made[f"{place}/brief.html"] = html.render(publication, root="../", path=f"{decided.name}/brief.html")
        made[f"{place}/brief.md"] = markdown.render(publication)
        made[f"{place}/brief.json"] = brief_json.text(publication)
        made |= {f"{place}/{name}": text for name, text in drawn.items()}
    return made


def site_files(decided: Sequence[tuple[Decided, Publication]]) -> dict[str, bytes]:
    """The index pages and what all pages share, by name below the output folder."""
    approved = [(item, shown) for item, shown in decided if item.decision.outcome is Outcome.APPROVE]
    entries = [index.entry(shown, f"{item.name}/brief.html") for item, shown in approved]
    outcomes = [item.decision.outcome for item, _ in decided]
    counts = index.tally(
        entries,
        held=outcomes.count(Outcome.HOLD),
        rejected=outcomes.count(Outcome.REJECT),
        claims=sum(item.brief.drafted for item, _ in decided),
        taken_out=sum(item.brief.removed for item, _ in decided),
    )
    every = [index.entry(shown, f"{item.name}/brief.html") for item, shown in decided]
    made = {
        "public/index.html": index.render(entries, counts).encode("utf-8"),
        "desk/index.html": index.render(every, counts, title="All briefs", desk=True).encode("utf-8"),
    }
    for name, data in html.assets().items():
        made[f"public/assets/{name}"] = data
        made[f"desk/assets/{name}"] = data
    return made
