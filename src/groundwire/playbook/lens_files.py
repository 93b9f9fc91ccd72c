"""Reads the files that editors write: lenses, event frames, sections and phrases.

A file that is wrong stops the run with its name and the field concerned; nothing is guessed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from groundwire.errors import PlaybookError
from groundwire.playbook.loading import names, read_text, sha256
from groundwire.records.claim import Modality
from groundwire.records.lens import (
    CheckTemplate,
    Filler,
    Frame,
    Lens,
    Phrases,
    SectionRule,
    Sign,
    Signal,
    Slot,
)

# The C loader reads the playbook in a tenth of the time; both build plain data only.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CHECK_DAYS = (1, 3, 7)
NEEDS = ("", "money", "percent", "count", "date", "quote", "name")
SLOT_KINDS = ("event", "amount", "date", "party", "condition")
# What fills a slot unless the file says otherwise: it has happened, is happening or stands.
FACTUAL = (Modality.DONE.value, Modality.UNDER_WAY.value, Modality.ONGOING.value)
SETTLED = {*FACTUAL, Modality.DENIED.value}


@cache
def lenses(overlay: Path | None = None) -> tuple[Lens, ...]:
    """Every lens of the playbook, by id.

    Raises: PlaybookError for a file that is not YAML or lacks a field.
    """
    return tuple(_lens(name, *_yaml(f"lenses/{name}.yaml", overlay)) for name in names("lenses", ".yaml", overlay))


@cache
def frames(overlay: Path | None = None) -> tuple[Frame, ...]:
    """Every event frame of the playbook, by id.

    Raises: PlaybookError for a file that is not YAML or lacks a field.
    """
    hedges = _texts("hedges.yaml", _yaml("hedges.yaml", overlay)[0], "hedges")
    found = names("frames", ".yaml", overlay)
    return tuple(_frame(name, *_yaml(f"frames/{name}.yaml", overlay), hedges=hedges) for name in found)


@cache
def sections(overlay: Path | None = None) -> tuple[SectionRule, ...]:
    """The sections of the paper in the order they are tried; the last one takes what is left.

    Raises: PlaybookError for a file that is not YAML or lacks a field.
    """
    name = "sections.yaml"
    data, _ = _yaml(name, overlay)
    terms = _terms(name, data)
    rules = []
    for item in _list(name, data, "sections"):
        rules.append(
            SectionRule(
                section=_text(name, item, "section"),
                lenses=_texts(name, item, "lenses", needed=False),
                frames=_texts(name, item, "frames", needed=False),
                signs=_signs(name, item, "signs", terms),
            )
        )
    return tuple(rules)


@cache
def phrases(language: str = "en", overlay: Path | None = None) -> Phrases:
    """The wordings of one language.

    Raises: PlaybookError when there is no such file or it is not TOML.
    """
    name = f"phrases/{language}.toml"
    text = read_text(name, overlay)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        raise PlaybookError(f"{name} is not TOML: {exc}") from exc
    tables = {key: value for key, value in data.items() if isinstance(value, dict)}
    return Phrases(
        language=language,
        version=int(data.get("version", 0)),
        sha256=sha256(text),
        tables=tuple(
            (table, tuple((key, words) for key, words in pairs.items() if isinstance(words, str)))
            for table, pairs in tables.items()
        ),
        lists=tuple(
            (f"{table}.{key}", tuple(str(item) for item in words))
            for table, pairs in tables.items()
            for key, words in pairs.items()
            if isinstance(words, list)
        ),
    )


def fingerprint(overlay: Path | None = None) -> str:
    """Hex SHA-256 over all lens, frame, section and phrase files as merged: the version that stands on a brief."""
    parts = [f"{lens.id} {lens.sha256}" for lens in lenses(overlay)]
    parts += [f"{frame.id} {frame.sha256}" for frame in frames(overlay)]
    parts += [f"{name} {sha256(read_text(name, overlay))}" for name in ("sections.yaml", "hedges.yaml")]
    parts += [f"{name} {phrases(name, overlay).sha256}" for name in names("phrases", ".toml", overlay)]
    return sha256("\n".join(parts))


def _lens(name: str, data: Mapping[str, Any], digest: str) -> Lens:
    """One lens file as its record."""
    terms = _terms(name, data)
    checks = tuple(
        CheckTemplate(
            after_days=int(item.get("after_days", 0)),
            question=_text(name, item, "question"),
            counts_as_yes=_text(name, item, "counts_as_yes"),
            void_if=_text(name, item, "void_if"),
        )
        for item in _list(name, data, "checks")
    )
    if tuple(check.after_days for check in checks) != CHECK_DAYS:
        raise PlaybookError(f"lens {name}: checks must be one after 1, one after 3 and one after 7 days, in this order")
    return Lens(
        id=name,
        version=int(data.get("version", 0)),
        title=_text(name, data, "title"),
        thesis=_text(name, data, "thesis"),
        trigger=_text(name, data, "trigger"),
        mechanism=_texts(name, data, "mechanism"),
        impact_path=_texts(name, data, "impact_path"),
        horizon=_text(name, data, "horizon"),
        sectors=_texts(name, data, "sectors"),
        signals=tuple(
            Signal(_text(name, item, "text"), _text(name, item, "criterion")) for item in _list(name, data, "signals")
        ),
        checks=checks,
        why_it_matters=_texts(name, data, "why_it_matters"),
        policy_link=_texts(name, data, "policy_link"),
        builders=_texts(name, data, "builders"),
        does_not_apply=_texts(name, data, "does_not_apply"),
        sha256=digest,
        signs=_signs(name, data, "signs", terms),
        against=_signs(name, data, "against", terms),
    )


def _frame(name: str, data: Mapping[str, Any], digest: str, hedges: tuple[str, ...]) -> Frame:
    """One frame file as its record."""
    terms = _terms(name, data)
    return Frame(
        id=name,
        version=int(data.get("version", 0)),
        title=_text(name, data, "title"),
        slots=tuple(_slot(name, item, terms, hedges) for item in _list(name, data, "slots")),
        sha256=digest,
        signs=_signs(name, data, "signs", terms),
        against=_signs(name, data, "against", terms),
    )


def _slot(name: str, item: Mapping[str, Any], terms: Mapping[str, tuple[str, ...]], hedges: tuple[str, ...]) -> Slot:
    """One slot of a frame with what fills it; a hedge keeps a claim from filling what must be a fact."""
    kind = _text(name, item, "kind")
    if kind not in SLOT_KINDS:
        raise PlaybookError(f"{name}: slot kind must be one of {', '.join(SLOT_KINDS)}, not {kind!r}")
    fillers = []
    for filler in _list(name, item, "fills"):
        needs = str(filler.get("needs", ""))
        modalities = tuple(str(word) for word in filler.get("modality", FACTUAL))
        if needs not in NEEDS or not set(modalities) <= {word.value for word in Modality}:
            raise PlaybookError(f"{name}: slot {item.get('id')}: unknown needs {needs!r} or modality {modalities}")
        fillers.append(
            Filler(
                groups=_groups(name, filler, terms),
                modalities=modalities,
                needs=needs,
                within=int(filler.get("within", 14)),
                unless=_named(name, filler, "unless", terms) + (hedges if set(modalities) <= SETTLED else ()),
                lead=bool(filler.get("lead", False)),
            )
        )
    return Slot(_text(name, item, "id"), _text(name, item, "open"), _text(name, item, "shown"), kind, tuple(fillers))


def _signs(name: str, data: Mapping[str, Any], key: str, terms: Mapping[str, tuple[str, ...]]) -> tuple[Sign, ...]:
    """The signs under a key; a file without the key has none."""
    signs = []
    for item in _list(name, data, key) if key in data else ():
        weight = float(item.get("weight", 0.0))
        if not 0.0 < weight <= 1.0:
            raise PlaybookError(f"{name}: {key}: weight must be above 0 and at most 1, not {weight}")
        signs.append(
            Sign(
                name=" + ".join(str(group) for group in item.get("all", ())),
                groups=_groups(name, item, terms),
                weight=weight,
                within=int(item.get("within", 12)),
                unless=_named(name, item, "unless", terms),
                title_only=bool(item.get("title_only", False)),
                least=int(item.get("least", 0)),
            )
        )
    return tuple(signs)


def _groups(name: str, item: Mapping[str, Any], terms: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The word lists that a sign or filler names, each as its terms."""
    groups = item.get("all", ())
    if not isinstance(groups, list) or any(group not in terms for group in groups):
        raise PlaybookError(f"{name}: {groups!r} must be a list of names that stand under terms")
    return tuple(terms[group] for group in groups)


def _named(name: str, item: Mapping[str, Any], key: str, terms: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """All terms of the word lists named under a key, as one."""
    named = item.get(key, [])
    if not isinstance(named, list) or any(group not in terms for group in named):
        raise PlaybookError(f"{name}: {key}: {named!r} must be a list of names that stand under terms")
    return tuple(term for group in named for term in terms[group])


def _yaml(name: str, overlay: Path | None) -> tuple[Mapping[str, Any], str]:
    """A YAML file as a mapping, and its hash."""
    text = read_text(name, overlay)
    try:
        data = yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as exc:
        raise PlaybookError(f"{name} is not YAML: {exc}") from exc
    if not isinstance(data, dict):
        raise PlaybookError(f"{name} must hold a mapping of fields")
    return data, sha256(text)


def _terms(name: str, data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The named word lists of a file."""
    terms = data.get("terms", {})
    if not isinstance(terms, dict) or not all(isinstance(words, list) and words for words in terms.values()):
        raise PlaybookError(f"{name}: terms must be named lists of words")
    return {str(key): tuple(str(word) for word in words) for key, words in terms.items()}


def _list(name: str, data: Mapping[str, Any], key: str) -> Sequence[Mapping[str, Any]]:
    """A list of mappings under a key."""
    items = data.get(key)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise PlaybookError(f"{name}: {key} must be a list of entries with fields")
    return items


def _text(name: str, data: Mapping[str, Any], key: str) -> str:
    """A wording under a key, white space single."""
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise PlaybookError(f"{name}: {key} must be a wording")
    return " ".join(value.split())


def _texts(name: str, data: Mapping[str, Any], key: str, needed: bool = True) -> tuple[str, ...]:
    """Wordings under a key."""
    values = data.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values) or (needed and not values):
        raise PlaybookError(f"{name}: {key} must be a list of wordings")
    return tuple(" ".join(value.split()) for value in values)
