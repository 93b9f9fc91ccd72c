"""`groundwire check`: a draft against evidence."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from groundwire.cli import inputs
from groundwire.cli.settings import Settings, read_settings
from groundwire.errors import UsageError
from groundwire.records.review import Review
from groundwire.records.source import Refusal

EXAMPLE = "Example: groundwire check draft.md --against sources/ --html report.html"

ALL_SUPPORTED, SOME_NOT, SUPPORTED_WITH_WARNINGS = 0, 1, 3


class Format(StrEnum):
    """How the review is printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def check(
    draft: Annotated[
        str, typer.Argument(help="Markdown, text or HTML file to check, or - for standard input.", metavar="DRAFT")
    ],
    against: Annotated[
        list[Path] | None,
        typer.Option("--against", "-a", help="File or folder of evidence; may be repeated.", metavar="PATH"),
    ] = None,
    more: Annotated[
        list[Path] | None, typer.Argument(help="Further files or folders of evidence.", metavar="PATH")
    ] = None,
    format: Annotated[Format | None, typer.Option("--format", help="How to print the review.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", help="Also write a self-contained HTML report there.", metavar="FILE")
    ] = None,
    sources: Annotated[
        Path | None, typer.Option("--sources", help="TOML file: kind, owner, licence of publishers.", metavar="FILE")
    ] = None,
    playbook: Annotated[
        Path | None, typer.Option("--playbook", help="Folder laid over the packaged playbook.", metavar="DIR")
    ] = None,
    now: Annotated[
        str | None, typer.Option("--now", help="The moment to judge at, e.g. 2026-06-15T12:00:00Z.", metavar="INSTANT")
    ] = None,
) -> int:
    """Checks each sentence of a draft against stored evidence.

    Exit status: 0 every sentence that can be checked is supported; 1 some are not; 2 the call or all of the input cannot be
    used; 3 as 0, but an input could not be read.
    """
    settings = read_settings(Path())
    chosen = Format.JSON if as_json else format or _format_of(settings)
    evidence = [*(against or ()), *(more or ())] or list(settings.against)
    if not evidence:
        raise UsageError("name the evidence: groundwire check DRAFT --against PATH")
    review = _review(draft, evidence, sources or settings.sources, playbook or settings.playbook, now, settings)
    if html is not None:
        from groundwire.adapters.folder import write_whole
        from groundwire.publishing import report

        write_whole(html, report.render(review).encode("utf-8"))
    _print(review, chosen, draft)
    if not review.all_supported:
        return SOME_NOT
    return SUPPORTED_WITH_WARNINGS if review.warnings else ALL_SUPPORTED


def _review(
    draft: str, evidence: list[Path], sources: Path | None, playbook: Path | None, now: str | None, settings: Settings
) -> Review:
    """Reads the draft and the evidence and has them checked."""
    from groundwire.checker import Checker

    files = inputs.files_of(evidence)
    name, data = _draft_bytes(draft)
    with Checker(sources=sources, playbook=playbook, policy=settings.policy, now=now) as checker:
        refusals: list[Refusal] = []
        items = list(inputs.bytes_of(files, refusals))
        review = checker.check_bytes(name, data, items, refusals)
    if not review.documents:
        first = review.warnings[0] if review.warnings else None
        why = f"; {first.file}: {first.reason}" if first else ""
        what = (
            "the evidence cannot be used"
            if len(files) == 1
            else f"none of the {len(files)} files of evidence can be used"
        )
        raise UsageError(f"{what}{why}")
    return review


def _draft_bytes(draft: str) -> tuple[str, bytes]:
    if draft == "-":
        return "-", sys.stdin.buffer.read()
    path = Path(draft)
    if path.is_dir():
        raise UsageError(f"{draft}: is a folder; name one draft at a time, or - for standard input")
    if not path.is_file():
        raise UsageError(f"{draft}: there is no such file; name a Markdown, text or HTML file, or - for standard input")
    try:
        return draft, path.read_bytes()
    except OSError as exc:
        raise UsageError(f"{draft}: cannot be read: {exc.strerror or exc}") from exc


def _format_of(settings: Settings) -> Format:
    try:
        return Format(settings.format)
    except ValueError as exc:
        raise UsageError(
            f"groundwire.toml: format must be one of {', '.join(Format)}, not {settings.format!r}"
        ) from exc


def _print(review: Review, chosen: Format, draft: str) -> None:
    """Prints the review; JSON and SARIF are one document on standard output and nothing else."""
    if chosen is Format.TEXT:
        from groundwire.publishing import terminal

        terminal.print_review(review, sys.stdout)
    elif chosen is Format.JSON:
        from groundwire.publishing import review_json

        print(json.dumps(review_json.document(review), ensure_ascii=False, indent=2))
    elif chosen is Format.SARIF:
        from groundwire.publishing import sarif

        print(json.dumps(sarif.document(review, draft), ensure_ascii=False, indent=2))
    else:
        from groundwire.publishing import github

        for line in github.lines(review, draft):
            print(line)
