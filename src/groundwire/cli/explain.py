"""`groundwire explain`: why a claim got its verdict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from groundwire.errors import UsageError

EXAMPLE = "Example: groundwire explain 3f9a0c11d2e4 site/"


def explain(
    claim: Annotated[str, typer.Argument(help="Id of a claim, or its first characters.", metavar="CLAIM-ID")],
    folder: Annotated[Path, typer.Argument(help="Folder that `groundwire brief` wrote.", metavar="DIR")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Says why a claim of a brief got its verdict: the evidence, the odds, the objections."""
    rows = [row for path in sorted(folder.glob("desk/*/decision.json")) for row in _claims(path)]
    if not rows:
        raise UsageError(f"{folder}: no decisions there; name the folder given to groundwire brief --out")
    found = [row for row in rows if str(row["id"]).startswith(claim)]
    if not found:
        raise UsageError(f"no claim of {folder} has an id that begins with {claim}; {len(rows)} claims are there")
    if len({row["id"] for row in found}) > 1:
        raise UsageError(f"{claim} is the beginning of {len(found)} ids; give more characters")
    row = found[0]
    if as_json:
        print(json.dumps(row, ensure_ascii=False, indent=2))
    else:
        _print(row)
    return 0


def _claims(path: Path) -> list[dict[str, Any]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as exc:
        raise UsageError(f"{path} cannot be read: {exc}") from exc
    return [{**row, "brief": path.parent.name} for row in data.get("claims", [])]


def _print(row: dict[str, Any]) -> None:
    sign = {"supported": "✓", "contradicted": "≠"}.get(row["label"], "?")
    print(f"{sign} {row['label'].replace('_', ' ')}, probability {row['probability']:.2f}   ({row['brief']})")
    print(f"  claim     {row['text']}")
    print(
        f"  read as   {row['kind']}, {row['modality']}, {row['status']}{' by ' + row['speaker'] if row['speaker'] else ''}"
    )
    if row.get("level"):
        print(f"  level     {row['level']}, {row['origins']} origin{'s' if row['origins'] != 1 else ''}")
    for objection in row.get("objections", []):
        print(f"  {objection['name']:<9} {objection['reason']}")
    for passage in row.get("evidence", []):
        print(
            f"  evidence  {passage['source']} [{passage['start']}:{passage['end']}]: {' '.join(passage['text'].split())}"
        )
    if row.get("suggestion"):
        print(f"  carried   {row['suggestion']}")
