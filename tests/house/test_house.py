"""The house keeps its own rules: imports go down, nouns are frozen, everything public says what it is."""

from __future__ import annotations

import ast
import dataclasses
import enum
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest
from importlinter.application.sentinels import NotSupplied
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import groundwire
from groundwire import errors

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "groundwire"
FILES = sorted(path for path in SOURCE.rglob("*.py") if "__pycache__" not in path.parts)
ROOMS = ["intake", "stories", "claims", "verdicts", "briefs", "gate", "publishing", "followups", "ledger", "playbook"]


def name_of(path):
    """A file by its place in the package."""
    return str(path.relative_to(SOURCE))


def test_imports_only_go_down(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, cache_dir=NotSupplied) == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_contracts_name_every_storey():
    contracts = (ROOT / ".importlinter").read_text(encoding="utf-8")
    assert all(re.search(rf"\b{room}\b", contracts) for room in ROOMS)


def test_the_readme_map_names_every_room():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    inside = {path.name for path in SOURCE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert set(ROOMS) <= inside
    missing = sorted(name for name in inside if f"`{name}`" not in readme)
    assert missing == []


def records():
    """Every class of the nouns."""
    for info in pkgutil.iter_modules([str(SOURCE / "records")]):
        module = importlib.import_module(f"groundwire.records.{info.name}")
        for name, thing in vars(module).items():
            if inspect.isclass(thing) and thing.__module__ == module.__name__:
                yield pytest.param(thing, id=f"{info.name}.{name}")


@pytest.mark.parametrize("record", list(records()))
def test_a_record_is_frozen_slotted_and_documented(record):
    assert record.__doc__ and not record.__doc__.startswith(f"{record.__name__}(")
    if issubclass(record, enum.Enum):
        return
    assert dataclasses.is_dataclass(record)
    assert record.__dataclass_params__.frozen
    assert "__slots__" in vars(record)


@pytest.mark.parametrize("record", list(records()))
def test_a_record_holds_no_list_dict_or_set(record):
    if not dataclasses.is_dataclass(record):
        return
    loose = [each.name for each in dataclasses.fields(record) if re.match(r"(list|dict|set)\b", str(each.type))]
    assert loose == []


def undocumented(path):
    """Names of public modules, classes and functions of a file that have no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    missing = [] if ast.get_docstring(tree) else ["the module"]

    def walk(node, inside=""):
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if child.name.startswith("_"):
                continue
            if not ast.get_docstring(child):
                missing.append(f"{inside}{child.name}")
            if isinstance(child, ast.ClassDef):
                walk(child, f"{child.name}.")

    walk(tree)
    return missing


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_everything_public_says_what_it_is(path):
    assert undocumented(path) == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_stays_readable_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 480


def all_errors():
    """Every error of the tree."""
    found = [errors.GroundwireError]
    for error in found:
        found.extend(error.__subclasses__())
    return [error for error in found if error.__module__ == "groundwire.errors"]


@pytest.mark.parametrize("error", all_errors(), ids=lambda error: error.__name__)
def test_the_map_of_errors_names_each_one_under_its_parent(error):
    depths = {}
    stack = []
    for line in errors.__doc__.splitlines():
        match = re.match(r"^(\s*[│├└─ ]*)([A-Z]\w+)(?:\s{2,}|$)", line)
        if not match:
            continue
        depth = len(match[1])
        while stack and stack[-1][0] >= depth:
            stack.pop()
        depths[match[2]] = stack[-1][1] if stack else ""
        stack.append((depth, match[2]))
    parent = "" if error is errors.GroundwireError else error.__bases__[0].__name__
    assert depths.get(error.__name__) == parent


def test_rooms_ask_nobody_for_the_time_chance_or_the_network():
    banned = {
        "socket",
        "ssl",
        "subprocess",
        "multiprocessing",
        "random",
        "secrets",
        "uuid",
        "time",
        "urllib.request",
        "http",
    }
    found = []
    for room in [*ROOMS, "records", "language", "flows"]:
        for path in sorted((SOURCE / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                # A page may sleep on nothing: only the names that reach outside are banned, datetime arithmetic is not.
                found += [
                    f"{name_of(path)}: {name}"
                    for name in names
                    if name in banned or name.split(".")[0] in banned - {"http"}
                ]
    assert found == []


def test_the_package_is_the_one_of_this_checkout():
    assert Path(groundwire.__file__).parent == SOURCE
