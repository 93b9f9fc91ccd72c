"""`groundwire brief`: a folder of reports in, briefs with their evidence out."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from groundwire.cli import inputs
from groundwire.cli.settings import read_settings
from groundwire.errors import UsageError

EXAMPLE = "Example: groundwire brief reports/ --out site/"


def brief(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders of reports.", metavar="PATH...")],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Folder to write; its public/ can be uploaded as it is.", metavar="DIR")
    ],
    one_story: Annotated[bool, typer.Option("--one-story", help="Take all reports as one story.")] = False,
    now: Annotated[
        str | None, typer.Option("--now", help="The moment to brief at, e.g. 2026-06-15T12:00:00Z.", metavar="INSTANT")
    ] = None,
    sources: Annotated[
        Path | None, typer.Option("--sources", help="TOML file: kind, owner, licence of publishers.", metavar="FILE")
    ] = None,
    draft: Annotated[
        list[Path] | None,
        typer.Option(
            "--draft",
            help="Markdown draft of one story, used in place of the composer; may be given several times.",
            metavar="FILE",
        ),
    ] = None,
    playbook: Annotated[
        Path | None, typer.Option("--playbook", help="Folder laid over the packaged playbook.", metavar="DIR")
    ] = None,
    site: Annotated[
        str, typer.Option("--site", help="Public address of the folder, for canonical links.", metavar="URL")
    ] = "",
    contact: Annotated[
        str, typer.Option("--contact", help="Where readers report problems: address or e-mail.", metavar="TEXT")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document about the run.")] = False,
) -> int:
    """Groups reports into stories, writes a brief of each, checks every claim, and publishes what the gates approve.

    Exit status: 0 the run is complete, whatever was approved, held or rejected; 2 the call or all of the input cannot be used.
    """
    from groundwire.cli.brief_run import Run

    settings = read_settings(Path())
    run = Run(out, sources or settings.sources, playbook or settings.playbook, settings.policy, now, site, contact)
    # os.path.realpath, because Path.resolve raises on a ring of links; the ring is named with the other files.
    own = Path(os.path.realpath(out))
    for folder in (own, *own.parents):
        if folder.name in ("public", "desk") and (folder.parent / "desk" / "run.json").is_file():
            raise UsageError(
                f"{out}: lies in what an earlier run wrote, and would mix the desk into it; name {folder.parent}"
            )
    files = [path for path in inputs.files_of(paths) if not Path(os.path.realpath(path)).is_relative_to(own)]
    if not files:
        raise UsageError("every file named lies in the folder of --out; a brief is never made from its own output")
    summary = run.all(files, draft or [], one_story=one_story, quiet=as_json)
    if as_json:
        print(json.dumps(summary, ensure_ascii=False, indent=2))
    else:
        _print(summary, out)
    return 0


def _print(summary: dict[str, Any], out: Path) -> None:
    """What a person wants to know of a run: each story with its outcome, then the counts and where to look."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
    signs = {"approve": ("✓", "green"), "hold": ("…", "yellow"), "reject": ("≠", "red")}
    for row in summary["briefs"]:
        sign, colour = signs[row["outcome"]]
        line = Text.assemble((f"{sign} {row['outcome']:<8}", colour), f"{row['score']:>2}/10  {row['headline']}")
        console.print(line)
        if row["rejected"]:
            console.print(f"            {row['rejected']} of {row['drafted']} drafted claims taken out", style="dim")
        for reason in row["reasons"]:
            console.print(f"            {reason}", style="dim")
        if row["outcome"] != "approve":
            console.print(
                f"            not published; read it at {out / 'desk' / row['folder'] / 'brief.html'}", style="dim"
            )
    for warning in summary["warnings"]:
        console.print(f"! {warning['file']}: {warning['reason']}", style="dim")
    counts = summary["counts"]
    console.print(
        f"{_count(counts['stories'], 'story', 'stories')} of {_count(counts['documents'], 'document', 'documents')}; "
        f"{_count(counts['claims'], 'claim', 'claims')} drafted, "
        f"{counts['rejected']} taken out; {counts['approved']} approved, {counts['held']} held, {counts['rejected_briefs']} rejected."
    )
    console.print(
        f"Verifier: {summary['verifier']}. Policy {summary['policy']}; not asked for: {', '.join(summary['not_asked']) or 'nothing'}."
    )
    console.print(f"Open {out / 'public' / 'index.html'}")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
