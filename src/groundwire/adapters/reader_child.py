"""The Reader port for untrusted bytes: parsing happens in a child that can be killed, and the parent outlives it.

A child is kept warm for a batch and replaced when an item uses up its limits. Its memory limit is the 512 MB of the
threat model: over 181 saved news pages of 174 kB on average a child mapped 195 MB at most (resident 114 MB).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import weakref
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from typing import BinaryIO

from groundwire.adapters import reader_wire
from groundwire.adapters.reader_main import policy_frame
from groundwire.errors import InputError, InputTooBig, InputTooSlow, InputUnreadable
from groundwire.intake import files, sniffing
from groundwire.ports import Clock
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Reading, Refusal

# Two at most: more would take the cores that the rest of a run needs.
CHILDREN = 2
# Starting Python and the parsers on a busy machine.
_START_SECONDS = 60
_AHEAD = 8
_PLAIN_BYTES = 500_000
_DEFAULTS = IntakePolicy()


class ReaderChild:
    """One child process; used by one thread at a time."""

    def __init__(self, policy: IntakePolicy) -> None:
        self.policy = policy
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, name: str, data: bytes, captured_at: datetime) -> Reading:
        """The reading of one input; a child that dies or hangs over it is replaced for the next one."""
        if len(data) > self.policy.max_bytes:
            reason = (
                f"it has {len(data):,} bytes, over the limit of {self.policy.max_bytes:,}; give the part that matters"
            )
            return _refused(InputTooBig(name, reason))
        head = json.dumps({"name": name[:2_048], "captured_at": captured_at.isoformat()}).encode("ascii")
        try:
            process = self._running()
        except (OSError, EOFError):
            self.stop()
            return _refused(InputUnreadable(name, "the reading process could not be started; try again"))
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self.policy.wall_seconds, end)
        timer.start()
        try:
            _send(process, head)
            _send(process, data)
            answer = _receive(_pipe(process.stdout), self.policy.result_bytes)
            return reader_wire.from_json(answer)
        except (OSError, EOFError):
            self.stop()
            what = "time" if late.is_set() or process.returncode in (-24, -9) else "time or memory"
            return _refused(
                InputTooSlow(name, f"reading it took more {what} than one input is given; give the part that matters")
            )
        except ValueError:
            self.stop()
            return _refused(InputUnreadable(name, "its parser gave an answer that cannot be trusted"))
        finally:
            timer.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        """The child, started if it is not there."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.stop()
        environment = {
            # The parent's own path, so that the child runs the same code; nothing else of the environment goes along.
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "OMP_NUM_THREADS": "1",
            "LC_ALL": "C.UTF-8",
        }
        command = [sys.executable, "-P", "-m", "groundwire.adapters.reader_main"]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            close_fds=True,
            start_new_session=True,
        )
        self._process = process
        timer = threading.Timer(_START_SECONDS, process.kill)
        timer.start()
        try:
            _send(process, policy_frame(self.policy))
            if _pipe(process.stdout).read(5) != b"ready":
                raise EOFError("the child did not start")
        finally:
            timer.cancel()
        return process

    def stop(self) -> None:
        """Kills and reaps the child; harmless when there is none."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                # What was still to be written to a dead child is lost, as it should be.
                continue
        process.wait()


class ReaderPool:
    """The children of one reader and the threads that wait for them; started when first needed."""

    def __init__(self, policy: IntakePolicy) -> None:
        self._policy = policy
        self._local = threading.local()
        self._children: list[ReaderChild] = []
        self._lock = threading.Lock()
        self._threads: ThreadPoolExecutor | None = None

    def submit(self, name: str, data: bytes, captured_at: datetime) -> Future[Reading]:
        """The reading of one input, to come."""
        with self._lock:
            if self._threads is None:
                self._threads = ThreadPoolExecutor(CHILDREN, thread_name_prefix="reader")
            return self._threads.submit(self._read, name, data, captured_at)

    def _read(self, name: str, data: bytes, captured_at: datetime) -> Reading:
        child: ReaderChild | None = getattr(self._local, "child", None)
        if child is None:
            child = self._local.child = ReaderChild(self._policy)
            with self._lock:
                self._children.append(child)
        return child.read(name, data, captured_at)

    def close(self) -> None:
        """Ends threads and children, and waits for both."""
        with self._lock:
            threads, self._threads = self._threads, None
            children, self._children = self._children, []
        # Children first: a thread may be waiting for one.
        for child in children:
            child.stop()
        if threads is not None:
            threads.shutdown(wait=True, cancel_futures=True)
        for child in children:
            child.stop()
        self._local = threading.local()


class ChildReader:
    """Reads any supported format; a bad input costs only itself. Use as a context manager, or call close().

    Args:
        clock: the time of capture.
        policy: limits; the playbook's.
    """

    def __init__(self, clock: Clock, policy: IntakePolicy = _DEFAULTS) -> None:
        self._clock = clock
        self._policy = policy
        self._pool = ReaderPool(policy)
        self._finalizer = weakref.finalize(self, self._pool.close)

    def __enter__(self) -> ChildReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the children; the next reading starts new ones."""
        self._pool.close()

    def read(self, name: str, data: bytes) -> Reading:
        """Documents of one input; never raises for a bad one."""
        return next(iter(self.read_all([(name, data)])))

    def read_all(self, items: Iterable[tuple[str, bytes]]) -> Iterator[Reading]:
        """The same for many, in their order, two side by side; inputs are taken as they are needed."""
        waiting: deque[Future[Reading] | Reading] = deque()
        for name, data in items:
            waiting.append(self._start(name, data))
            if len(waiting) > _AHEAD:
                yield _done(waiting.popleft())
        while waiting:
            yield _done(waiting.popleft())

    def _start(self, name: str, data: bytes) -> Future[Reading] | Reading:
        """Begins one reading.

        A text or Markdown file without markup goes through our own linear code alone: no foreign parser touches it, so
        it needs no child, and a check of a few text files starts none (0.6 s).
        """
        now = self._clock.now()
        if len(data) <= _PLAIN_BYTES and _is_plain(name, data):
            try:
                return files.read(name, data, now, self._policy)
            except InputError as exc:
                return _refused(exc)
        return self._pool.submit(name, data, now)


def _is_plain(name: str, data: bytes) -> bool:
    """Whether only our own code would touch these bytes: UTF-8, no markup at the start, not packed, not JSON."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head or head[:1] in (b"<", b"{", b"[", b"%", b"\x1f") or b"\x00" in data[:4_096] or b"%PDF-" in data[:1_024]:
        return False
    if not name.casefold().endswith((".txt", ".md", ".markdown", ".text")) or sniffing.is_warc(data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _done(item: Future[Reading] | Reading) -> Reading:
    return item if isinstance(item, Reading) else item.result()


def _send(process: subprocess.Popen[bytes], data: bytes) -> None:
    """One frame to the child."""
    pipe = _pipe(process.stdin)
    pipe.write(len(data).to_bytes(4, "big") + data)
    pipe.flush()


def _receive(pipe: BinaryIO, limit: int) -> bytes:
    """One frame from the child.

    Raises: EOFError when it ended, ValueError when the answer is over its limit.
    """
    head = pipe.read(4)
    if len(head) < 4:
        raise EOFError("the child ended")
    length = int.from_bytes(head, "big")
    if length > limit:
        raise ValueError("the answer is over its limit")
    answer = pipe.read(length)
    if len(answer) < length:
        raise EOFError("the child ended")
    return answer


def _pipe(pipe: object) -> BinaryIO:
    """A pipe that is open."""
    if pipe is None:
        raise EOFError("no pipe")
    return pipe  # type: ignore[return-value]


def _refused(error: InputError) -> Reading:
    return Reading(refusals=(Refusal(error.name, error.reason, error.code),))
