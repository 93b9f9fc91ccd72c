"""No pattern of the package grows faster than its input: 100 KB of hostile text take less than 200 ms each.

Tests share noisy cores: a pattern that takes longer fails when it grows faster than its input, or is five times too slow.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from pathlib import Path

import pytest

import groundwire

HOSTILE = {
    "letters": "a" * 50_000 + "!",
    "capitals": "A" * 50_000 + "!",
    "capitalised words": "Aa " * 25_000 + "!",
    "thousands": "1," * 25_000 + "!",
    "digits": "1" * 50_000 + "!",
    "opened": "(" * 50_000 + "!",
    "dots": "." * 50_000 + "!",
    "spaces": " " * 50_000 + "!",
    "line ends": "\n" * 50_000 + "!",
    "spaced lines": " \n" * 25_000 + "!",
    "quotes": '"' * 50_000 + "!",
    "quoted letters": '"a' * 25_000 + "!",
    "hyphens": "a-" * 25_000 + "!",
    "brackets": "[a" * 25_000 + "!",
    "tags": "<a " * 20_000 + "!",
    "mixed": "a1, (.-'\" A " * 8_000 + "!",
    "money": "$1.5 " * 12_000 + "!",
    "months": "May 1 " * 10_000 + "!",
    "saying": "said that he said that " * 2_500 + "!",
}
HOW = {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}
LIMIT = 0.2
NOT_IMPORTED = []


USES = {}
for path in Path(groundwire.__file__).parent.rglob("*.py"):
    for name, method in re.findall(r"\b(\w{1,60})\.(\w{1,10})\(", path.read_text(encoding="utf-8")):
        if method in HOW:
            USES.setdefault(name, set()).add(method)


def patterns():
    """Every compiled pattern that stands at the top of a module, also inside tuples, lists and dicts there.

    One that is only ever matched at a beginning is tried so; any other is searched for.
    """
    for info in pkgutil.walk_packages(groundwire.__path__, "groundwire."):
        if info.name.endswith("__main__"):
            continue
        try:
            module = importlib.import_module(info.name)
        except ImportError:
            # Whatever cannot be imported fails in the test below, and in its own tests.
            NOT_IMPORTED.append(info.name)
            continue
        for name, value in vars(module).items():
            used = USES.get(name, set())
            for number, pattern in enumerate(_inside(value)):
                how = used.copy() if isinstance(value, re.Pattern) and used else {"finditer"}
                how = {each if each in ("match", "fullmatch") else "finditer" for each in how}
                label = f"{info.name.removeprefix('groundwire.')}.{name}.{number}"
                yield pytest.param(pattern, tuple(sorted(how)), id=label)


def _inside(value, depth=0):
    """Patterns in a value."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _inside(each, depth + 1)
    elif depth < 3 and isinstance(value, dict):
        for each in value.values():
            yield from _inside(each, depth + 1)


def seconds(pattern, how, text):
    """Processor time to look through a text."""
    started = time.thread_time()
    found = getattr(pattern, how)(text)
    if how == "finditer":
        for _match in found:
            pass
    return time.thread_time() - started


def too_slow(pattern, how, text):
    """Seconds for a whole text when they are too many, else 0; small parts are tried first, so that none takes minutes."""
    before = 0.0
    for share in (64, 8, 1):
        part = text[: len(text) // share]
        some = min(seconds(pattern, how, part), seconds(pattern, how, part))
        # Were it quadratic from here on, all of it would take share * share as long, and still be quick enough.
        if some * share * share < LIMIT:
            return 0.0
        if some * share > 5 * LIMIT:
            return some * share
        if share == 1:
            return some if some > LIMIT and some > 12 * before else 0.0
        before = some
    return 0.0


PATTERNS = list(patterns())


def test_every_module_was_looked_at():
    assert NOT_IMPORTED == []
    assert len(PATTERNS) > 20


@pytest.mark.bad("T09")
@pytest.mark.parametrize(("pattern", "used"), PATTERNS)
def test_a_pattern_takes_hostile_text_in_linear_time(pattern, used):
    slow = {}
    for kind, text in HOSTILE.items():
        if isinstance(pattern.pattern, bytes):
            text = text.encode()
        for how in used:
            found = too_slow(pattern, how, text)
            if found:
                slow[f"{how} in {kind}"] = round(found, 3)
    assert slow == {}, pattern.pattern[:300]
