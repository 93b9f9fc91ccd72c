"""`groundwire ledger`: the log of a folder of briefs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from groundwire.errors import UsageError

MOST_SHOWN = 10  # faults printed one by one; one changed entry makes a fault of every later one

app = typer.Typer(help="Verifies the log of a folder that `groundwire brief` wrote.", no_args_is_help=True)


@app.callback()
def _ledger() -> None:
    """Verifies the log of a folder that `groundwire brief` wrote."""


@app.command("verify", epilog="Example: groundwire ledger verify site/")
def verify(folder: Annotated[Path, typer.Argument(help="Folder that `groundwire brief` wrote.", metavar="DIR")]) -> int:
    """Recomputes every hash of the log and says what does not hold. Exit status 0: it holds; 1: it does not."""
    from groundwire.adapters.ledger_files import verify_folder

    place = next(
        (path for path in (folder / "desk" / "ledger", folder / "ledger", folder) if (path / "ledger.jsonl").is_file()),
        None,
    )
    if place is None:
        raise UsageError(f"{folder}: no ledger there; name the folder given to groundwire brief --out")
    result = verify_folder(place)
    for fault in result.faults[:MOST_SHOWN]:
        print(f"≠ {fault}")
    if len(result.faults) > MOST_SHOWN:
        print(f"  and {len(result.faults) - MOST_SHOWN} more; what comes after a changed entry does not fit it either")
    if result.faults:
        faults = "1 fault" if len(result.faults) == 1 else f"{len(result.faults)} faults"
        print(f"The log does not hold: {faults} in {result.entries} entries.")
        return 1
    print(f"✓ {result.entries} entries hold. Root {result.root}")
    return 0
