"""`groundwire lens`: the lenses, and which of them fits a text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from groundwire.cli import inputs
from groundwire.errors import UsageError

app = typer.Typer(help="Lists and shows the lenses, and says which of them fits a text.", no_args_is_help=True)

_Overlay = Annotated[
    Path | None, typer.Option("--playbook", help="Folder laid over the packaged playbook.", metavar="DIR")
]
_Json = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]


@app.command("list", epilog="Example: groundwire lens list")
def list_lenses(playbook: _Overlay = None, as_json: _Json = False) -> int:
    """Lists the lenses with their titles."""
    from groundwire.playbook.lens_files import lenses

    rows = [{"id": lens.id, "version": lens.version, "title": lens.title} for lens in lenses(playbook)]
    if as_json:
        print(json.dumps(rows, indent=2))
    else:
        for row in rows:
            print(f"{row['id']:<22} v{row['version']}  {row['title']}")
    return 0


@app.command("show", epilog="Example: groundwire lens show chip-supply")
def show(lens: Annotated[str, typer.Argument(help="Id of a lens.", metavar="LENS")], playbook: _Overlay = None) -> int:
    """Prints one lens as its file holds it."""
    from groundwire.playbook.lens_files import lenses
    from groundwire.playbook.loading import read_text

    known = [item.id for item in lenses(playbook)]
    if lens not in known:
        raise UsageError(f"there is no lens {lens!r}; known are {', '.join(known)}")
    print(read_text(f"lenses/{lens}.yaml", playbook), end="")
    return 0


@app.command("match", epilog="Example: groundwire lens match report.txt --json")
def match(
    file: Annotated[Path, typer.Argument(help="A report: text, Markdown, HTML, PDF, feed or WARC.", metavar="FILE")],
    playbook: _Overlay = None,
    as_json: _Json = False,
) -> int:
    """Says which lens fits the event that a report tells of, or none."""
    from groundwire.adapters.clock import SystemClock
    from groundwire.adapters.reader_child import ChildReader
    from groundwire.briefs import lenses as matching
    from groundwire.playbook.lens_files import lenses
    from groundwire.playbook.loading import policy

    with ChildReader(SystemClock()) as reader:
        readings, _ = inputs.read_files(inputs.files_of([file]), reader, quiet=True)
    documents, refusals, _ = inputs.gathered(readings)
    if not documents:
        raise UsageError(f"{file}: {refusals[0].reason if refusals else 'no report in it'}")
    found = matching.match(documents, lenses(playbook), policy("offline", playbook).lens)
    near = [{"lens": name, "score": round(score, 3), "why_not": why} for name, score, why in found.near]
    if as_json:
        print(json.dumps({"lens": found.lens, "score": round(found.score, 3), "near": near}, indent=2))
        return 0
    print(f"{found.lens}  {found.score:.2f}" if found.lens else f"none: no lens fits (best score {found.score:.2f})")
    for row in near:
        print(f"  near: {row['lens']} {row['score']:.2f}  {row['why_not']}")
    return 0
