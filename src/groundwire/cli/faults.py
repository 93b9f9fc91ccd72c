"""A fault of the program itself, in one sentence that a person can report."""

from __future__ import annotations

import traceback
from pathlib import Path


def sentence(exc: BaseException) -> str:
    """What went wrong and where, without a word of the texts that were being read.

    Only the kind of the fault and its place are told: its message may hold text of a source.
    """
    frames = traceback.extract_tb(exc.__traceback__)
    last = next((frame for frame in reversed(frames) if "groundwire" in frame.filename), frames[-1] if frames else None)
    place = f" in {Path(last.filename).name}, line {last.lineno}" if last else ""
    return f"a fault of the program ({type(exc).__name__}{place}); please report it with this line"
