"""`make demo`: the main job, offline, on the example newsroom.

    python examples/demo.py [FOLDER]

Lays the newsroom below FOLDER (default: demo), briefs every story, three of them from saved drafts of the kind a language model
writes, and ends by naming the page to open.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from prepare import prepare

COMMAND = str(Path(sys.executable).parent / "groundwire")


def main(folder: Path) -> int:
    """Prepares, briefs, verifies the ledger, and says what came of it."""
    now = datetime.now(UTC).replace(microsecond=0)
    newsroom = prepare(folder / "newsroom", now)
    drafts = sorted((newsroom / "drafts").glob("*.md"))
    site = folder / "site"
    print(
        f"Reading {sum(1 for path in (newsroom / 'reports').rglob('*') if path.is_file())} reports, {len(drafts)} drafts"
    )
    command = [
        COMMAND,
        "brief",
        str(newsroom / "reports"),
        "--sources",
        str(newsroom / "sources.toml"),
        "--out",
        str(site),
    ]
    command += [word for draft in drafts for word in ("--draft", str(draft))]
    if subprocess.run([*command, "--now", now.isoformat()], check=False).returncode != 0:
        return 1
    print("\nThe ledger of the run:")
    if subprocess.run([COMMAND, "ledger", "verify", str(site)], check=False).returncode != 0:
        return 1
    summary = json.loads((site / "desk" / "run.json").read_text(encoding="utf-8"))
    counts = summary["counts"]
    told = [row for row in summary["briefs"] if row["draft"] and row["outcome"] == "approve"]
    print()
    for row in told:
        print(f"From a saved draft: {row['rejected']} of {row['drafted']} claims taken out of {row['folder']}")
    print(
        f"{counts['stories']} stories, {counts['claims']} claims, {counts['rejected']} taken out, "
        f"{counts['approved']} briefs approved, {counts['held']} held, {counts['rejected_briefs']} rejected."
    )
    print(f"Open {(site / 'public' / 'index.html').resolve().as_uri()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo")))
