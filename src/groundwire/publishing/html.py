"""A brief as a static page: readable without style, script or network, and unable to run anything that is not ours."""

from __future__ import annotations

from groundwire.publishing import figures
from groundwire.publishing.disclosure import not_judged_at_all
from groundwire.publishing.rendering import POLICY, assets
from groundwire.publishing.rendering import render as _render
from groundwire.publishing.structured import SOURCE_TYPES, article, script
from groundwire.publishing.view import view
from groundwire.publishing.wording import composed_how, count, safe_link
from groundwire.records.gate import GateOutcome, Outcome
from groundwire.records.publication import Publication

__all__ = ["assets", "banner_of", "figure_files", "render"]


def render(publication: Publication, *, root: str = "../", path: str = "", desk: bool = False) -> str:
    """The page of a brief.

    Args:
        root: way from the page to the folder that holds index.html and assets/, ending in "/" or "".
        path: the page's own place under the site ("slug/brief.html"), for its canonical address.
        desk: for the desk only: says so in a banner, and shows the wording of what was taken out.
    """
    brief = publication.brief
    address = f"{publication.site}/{path}" if publication.site and path else ""
    drawn = [
        {
            "figure": figure,
            "name": figure_name(number, figure.kind),
            "wide": figures.inline(figure, f"f{number}w"),
            "upright": figures.inline(figure, f"f{number}u", upright=True),
            "table": figures.table(figure),
        }
        for number, figure in enumerate(brief.figures, 1)
    ]
    return _render(
        "brief.html",
        page=view(publication),
        root=root,
        policy=POLICY,
        address=address,
        desk=desk,
        banner=banner_of(publication) if desk else None,
        figures=drawn,
        how=composed_how(brief),
        taken_out=f"{count(len(brief.rejected), 'claim is', 'claims are')} counted beside the score and do not enter it."
        if len(brief.rejected) != 1
        else "It is counted beside the score and does not enter it.",
        contact_link=contact_link(publication.contact),
        source_type=SOURCE_TYPES[brief.composer],
        structured="" if desk else script(article(publication, address)),
    )


def banner_of(publication: Publication) -> tuple[str, tuple[str, ...]]:
    """What stands over a page of the desk: the decision, and the reasons of the gates that did not pass."""
    decision = publication.decision
    words = {
        Outcome.APPROVE: "Approved. This is the desk's copy, with the wording of what was taken out.",
        Outcome.HOLD: "Held. This brief is not published.",
        Outcome.REJECT: "Rejected. This brief is not published.",
    }
    reasons = tuple(f"{gate.name}: {gate.reason}" for gate in decision.gates if gate.outcome is not GateOutcome.PASS)
    unread = not_judged_at_all(publication.story)
    return words[decision.outcome], (unread, *reasons) if unread else reasons


def contact_link(contact: str) -> str:
    """A link for an address of a page or a mailbox; "" for anything else."""
    if contact.count("@") == 1 and all(char.isalnum() or char in "@.-_+" for char in contact):
        return f"mailto:{contact}"
    return safe_link(contact)


def figure_name(number: int, kind: str) -> str:
    """The name of a figure's files without suffix."""
    return f"figure-{number}-{kind}"


def figure_files(publication: Publication) -> dict[str, str]:
    """Every figure of a brief as files: wide and upright SVG, and its data as CSV, by name."""
    made: dict[str, str] = {}
    for number, figure in enumerate(publication.brief.figures, 1):
        name = figure_name(number, figure.kind)
        made[f"{name}.svg"] = figures.svg(figure)
        made[f"{name}-upright.svg"] = figures.svg(figure, upright=True)
        made[f"{name}.csv"] = figures.csv_text(figure)
    return made
