"""`groundwire explain`: why a claim got its verdict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from groundwire.errors import UsageError

EXAMPLE = "Example: groundwire explain 3f9a0c11d2e4 site/, or: groundwire explain 'signed a contract' site/"

MOST_NAMED, LONGEST_HEAD = 6, 60  # claims named when words fit several, and characters of each


def explain(
    claim: Annotated[
        str, typer.Argument(help="Id of a claim, its first characters, or words of its text.", metavar="CLAIM")
    ],
    folder: Annotated[Path, typer.Argument(help="Folder that `groundwire brief` wrote.", metavar="DIR")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Says why a claim of a brief got its verdict: the evidence, the odds, the objections."""
    rows = [row for path in sorted(folder.glob("desk/*/decision.json")) for row in _claims(path)]
    if not rows:
        raise UsageError(f"{folder}: no decisions there; name the folder given to groundwire brief --out")
    if not claim.strip():
        raise UsageError("name the claim: its id, or words of its text")
    found = [row for row in rows if str(row["id"]).startswith(claim)] or [row for row in rows if _has(row, claim)]
    if not found:
        raise UsageError(f"no claim of {folder} has the id or the words {claim!r}; {len(rows)} claims are there")
    one_of_each = {str(row["id"]): row for row in found}
    if len(one_of_each) > 1:
        heads = "; ".join(f"{name} {_head(row)}" for name, row in list(one_of_each.items())[:MOST_NAMED])
        raise UsageError(f"{claim!r} fits {len(one_of_each)} claims, give the id or more words: {heads}")
    row = found[0]
    if as_json:
        print(json.dumps(row, ensure_ascii=False, indent=2))
    else:
        _print(row)
    return 0


def _has(row: dict[str, Any], words: str) -> bool:
    """Whether the claim's text holds the words as they were given, whatever their case and spacing."""
    return " ".join(words.split()).casefold() in " ".join(str(row["text"]).split()).casefold()


def _head(row: dict[str, Any]) -> str:
    text = " ".join(str(row["text"]).split())
    return text if len(text) <= LONGEST_HEAD else text[:LONGEST_HEAD].rstrip() + " …"


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
        print(f"  veto      {objection['name']}: {objection['reason']}")
    for passage in row.get("evidence", []):
        print(
            f"  evidence  {passage['source']} [{passage['start']}:{passage['end']}]: {' '.join(passage['text'].split())}"
        )
    if row.get("suggestion"):
        print(f"  carried   {row['suggestion']}")
