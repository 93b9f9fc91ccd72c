"""What sentences are taken to claim, against hand annotation, through the command line and the set's own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def measure(data: Path) -> dict[str, float]:
    """Figures of tools/score_claims.py, which stands beside the data, on claims.dev.jsonl."""
    scorer = data.parent / "tools" / "score_claims.py"
    command = f"{Path(sys.executable).parent / 'groundwire'} check"
    run = subprocess.run(
        [sys.executable, str(scorer), str(data / "claims" / "claims.dev.jsonl"), "--command", command],
        capture_output=True,
        text=True,
        check=True,
    )
    return {key: float(value) for key, value in json.loads(run.stdout.strip().splitlines()[-1]).items()}
