"""Every bad input that this version promises to survive has a test that carries its id."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


def ids(letter, *parts):
    """Ids such as F01 from numbers and (first, last) pairs."""
    numbers = [n for part in parts for n in (range(part[0], part[1] + 1) if isinstance(part, tuple) else [part])]
    return [f"{letter}{number:02d}" for number in numbers]


PROMISED = [
    *ids("F", (1, 20), 24, 25, (27, 30), 32),
    *ids("H", (3, 16), (18, 20)),
    *ids("T", (1, 5), (7, 16), (18, 20)),
    *ids("D", (1, 18)),
    *ids("Z", 4, 5, 8, 9),
]


def marked():
    """Every id that a mark `bad` of some test names, with the files that do."""
    found = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr != "bad":
                continue
            for argument in node.args:
                if isinstance(argument, ast.Constant):
                    found.setdefault(argument.value, set()).add(path.name)
    return found


MARKED = marked()


@pytest.mark.parametrize("id", PROMISED)
def test_a_promised_bad_input_has_a_test(id):
    assert id in MARKED


def test_marks_name_ids_of_the_catalogue():
    # F feeds, H pages, T text, D data, P publishing, Z the rest, U addresses, L model output.
    odd = sorted(
        str(id)
        for id in MARKED
        if not (isinstance(id, str) and len(id) == 3 and id[0] in "UFHTDLPSGZRMAWXYBCE" and id[1:].isdigit())
    )
    assert odd == []
