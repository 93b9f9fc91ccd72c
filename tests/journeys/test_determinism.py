"""The same reports at the same moment give the same brief, whatever the order in which a set is walked."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = str(Path(sys.executable).parent / "groundwire")
REPORTS = Path(__file__).parents[2] / "examples" / "newsroom" / "reports" / "pipeline"


def test_a_brief_does_not_depend_on_the_hash_seed(tmp_path):
    for path in REPORTS.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(
            text.replace("@{-", "2026-06-0").replace(" iso}", "").replace(" day}", ""), encoding="utf-8"
        )
    made = []
    for seed in ("1", "4711"):
        out = tmp_path / f"out{seed}"
        command = [COMMAND, "brief", "--one-story", "--now", "2026-06-12T12:00:00Z", "--out", str(out)]
        subprocess.run(
            [*command, *map(str, sorted(tmp_path.glob("*.txt")))],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
        )
        made.append(
            {p.relative_to(out): p.read_bytes() for p in out.glob("desk/*/decision.json")}
            | {p.relative_to(out): p.read_bytes() for p in out.glob("desk/*/brief.html")}
        )
    assert made[0] and made[0] == made[1]
