"""Reads playbook files into records, checks them, and names each version by its hash.

An operator's own folder is laid over the packaged one file by file.
"""

from __future__ import annotations

import dataclasses
import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from groundwire.errors import PlaybookError, PolicyError
from groundwire.records.policy import (
    ComposePolicy,
    FollowupPolicy,
    GateRule,
    GateWords,
    GroupingPolicy,
    IntakePolicy,
    LensPolicy,
    Policy,
    QuotePolicy,
    ScorePolicy,
    VerdictPolicy,
)

T = TypeVar("T")
ON_FAIL = ("reject", "hold", "hold-locked")


def read_text(name: str, overlay: Path | None = None) -> str:
    """The text of a playbook file ("policies/default.toml"), from the operator's folder if it has one there.

    Raises: PlaybookError when neither has it.
    """
    if overlay is not None and (overlay / name).is_file():
        return (overlay / name).read_text(encoding="utf-8")
    packaged = files("groundwire.playbook").joinpath(name)
    if not packaged.is_file():
        raise PlaybookError(f"the playbook has no file {name}")
    return packaged.read_text(encoding="utf-8")


def names(folder: str, suffix: str, overlay: Path | None = None) -> tuple[str, ...]:
    """Names without suffix of the files of a playbook folder, sorted, the operator's among them."""
    found = {item.name for item in files("groundwire.playbook").joinpath(folder).iterdir()}
    if overlay is not None and (overlay / folder).is_dir():
        found |= {item.name for item in (overlay / folder).iterdir()}
    return tuple(sorted(name.removesuffix(suffix) for name in found if name.endswith(suffix)))


def sha256(text: str) -> str:
    """Hex SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@cache
def policy(name: str = "offline", overlay: Path | None = None) -> Policy:
    """The policy of that name: the thresholds of default.toml and which gates the named file asks for.

    Raises: PlaybookError for a missing file or key, PolicyError for a value out of its range.
    """
    base_text = read_text("policies/default.toml", overlay)
    own_text = read_text(f"policies/{name}.toml", overlay)
    words_text = read_text("gate/words.toml", overlay)
    try:
        base, own, words = (tomllib.loads(text) for text in (base_text, own_text, words_text))
    except tomllib.TOMLDecodeError as exc:
        raise PlaybookError(f"policy {name} is not TOML: {exc}") from exc
    not_asked = set(own.get("not_asked", ()))
    rules = []
    for gate, on_fail in base.get("gates", {}).items():
        if on_fail not in ON_FAIL:
            raise PolicyError(f"gate {gate}: on_fail must be one of {', '.join(ON_FAIL)}, not {on_fail!r}")
        rules.append(GateRule(gate, on_fail, gate not in not_asked))
    unknown = not_asked - {rule.name for rule in rules}
    if unknown:
        raise PolicyError(f"policy {name} names gates that do not exist: {', '.join(sorted(unknown))}")
    return Policy(
        id=name,
        version=int(base.get("version", 0)),
        sha256=sha256("\n".join((base_text, own_text, words_text))),
        verdicts=_table(VerdictPolicy, base, "verdicts"),
        score=_table(ScorePolicy, base, "score"),
        quotes=_table(QuotePolicy, base, "quotes"),
        grouping=_table(GroupingPolicy, base, "grouping"),
        lens=_table(LensPolicy, base, "lens"),
        compose=_table(ComposePolicy, base, "compose"),
        intake=_table(IntakePolicy, base, "intake"),
        gates=tuple(rules),
        words=_words(words),
        followups=_table(FollowupPolicy, base, "followups"),
    )


def _words(data: Mapping[str, Any]) -> GateWords:
    """The lists of gate/words.toml as their record; every list must be there, and nothing but texts in it."""
    lists = {key: value for key, value in data.items() if key != "version"}
    if set(lists) != {field.name for field in dataclasses.fields(GateWords)}:
        raise PolicyError("gate/words.toml must hold exactly the lists of GateWords")
    for key, value in lists.items():
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise PolicyError(f"gate/words.toml: {key} must be a list of texts")
    return GateWords(**{key: tuple(value) for key, value in lists.items()})


def _table(record: type[T], data: Mapping[str, Any], name: str) -> T:
    """One table of the policy file as its record; every field must be there, and nothing else."""
    table = data.get(name)
    if not isinstance(table, dict):
        raise PolicyError(f"the policy file has no table [{name}]")
    fields = {field.name: field.type for field in dataclasses.fields(record)}  # type: ignore[arg-type]
    if set(table) != set(fields):
        raise PolicyError(f"[{name}] must hold exactly: {', '.join(fields)}")
    for key, value in table.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise PolicyError(f"[{name}] {key} must be a number, not {value!r}")
    return record(**table)
