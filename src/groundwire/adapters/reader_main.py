"""The parsing child: reads frames from its standard input, answers with JSON, and may do nothing else.

Started by reader_child.py as `python -P -m groundwire.adapters.reader_main`. Its memory, its time for each item and
its files are limited, and an audit hook stops it from opening connections, starting programs or writing files.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from dataclasses import asdict
from datetime import datetime
from typing import BinaryIO

from groundwire.adapters import reader_wire
from groundwire.errors import InputError, InputTooBig, InputTooSlow, InputUnreadable
from groundwire.intake import files
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Reading, Refusal

_FORBIDDEN = frozenset(
    [
        "socket.connect",
        "socket.bind",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.fork",
        "os.rename",
        "os.mkdir",
        "shutil.rmtree",
    ]
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
# The language model unpacks itself (over 64 MB) into a temporary file; nothing else is ever written.
_SCRATCH_BYTES = 256_000_000
_SCRATCH = tempfile.gettempdir()


def main() -> None:
    """Answers frames until the input ends."""
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not become part of an answer.
    os.dup2(2, 1)
    policy = IntakePolicy(**json.loads(_frame(source) or b"{}"))
    _limit(policy)
    answers.write(b"ready")
    answers.flush()
    _warm()
    while (head := _frame(source)) is not None:
        request = json.loads(head)
        data = _frame(source) or b""
        answer = _answer(str(request["name"]), data, datetime.fromisoformat(request["captured_at"]), policy)
        answers.write(len(answer).to_bytes(4, "big") + answer)
        answers.flush()


def _frame(source: BinaryIO) -> bytes | None:
    """The next frame: four bytes of length and so many bytes; None when the input has ended."""
    head = source.read(4)
    if len(head) < 4:
        return None
    return source.read(int.from_bytes(head, "big"))


def _limit(policy: IntakePolicy) -> None:
    """Memory, files and forbidden deeds; time is set anew for each item."""
    memory = policy.memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_SCRATCH_BYTES, _SCRATCH_BYTES))
    sys.addaudithook(_forbid)


def _forbid(event: str, args: tuple[object, ...]) -> None:
    """Stops what parsing never needs."""
    if event in _FORBIDDEN:
        raise PermissionError(f"the parsing child may not use {event}")
    writes = event == "open" and len(args) > 2 and isinstance(args[2], int) and bool(args[2] & _WRITES)
    if writes and not str(args[0]).startswith(_SCRATCH):
        raise PermissionError("the parsing child may not write files")


def _warm() -> None:
    """Loads the parsers before the first item, so that its time is its own."""
    from groundwire.intake import feeds, pages  # noqa: F401


def _answer(name: str, data: bytes, captured_at: datetime, policy: IntakePolicy) -> bytes:
    """The reading of one item as JSON, or the refusal with its reason; what an item costs ends with it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (spent + policy.cpu_seconds, resource.RLIM_INFINITY))
    try:
        reading = files.read(name, data, captured_at, policy)
    except InputError as exc:
        reading = _refused(exc)
    except MemoryError:
        reading = _refused(InputTooSlow(name, "reading it took more memory than one input is given"))
    except RecursionError:
        reading = _refused(InputUnreadable(name, "it nests too deep to be read"))
    except Exception as exc:
        # A parser's own failure on hostile bytes: any kind, and it must cost this item alone.
        reading = _refused(InputUnreadable(name, f"its parser failed ({type(exc).__name__})"))
    answer = reader_wire.to_json(reading)
    if len(answer) > policy.result_bytes:
        answer = reader_wire.to_json(_refused(InputTooBig(name, "what it holds is over the limit of one answer")))
    return answer


def _refused(error: InputError) -> Reading:
    return Reading(refusals=(Refusal(error.name, error.reason, error.code),))


def policy_frame(policy: IntakePolicy) -> bytes:
    """The first frame a child is sent: its limits."""
    return json.dumps(asdict(policy)).encode("ascii")


if __name__ == "__main__":
    main()
