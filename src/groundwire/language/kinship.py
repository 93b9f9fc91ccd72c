"""Which words mean nearly the same, and which the opposite: tables that ship with the package, and nothing that decides.

The tables hold general English only; no name, and nothing taken from the texts under judgement.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from groundwire.language.tokens import stem

_KINSHIP = ("synonyms.tsv", "bonds.tsv")


def _rows(name: str) -> list[list[str]]:
    """The rows of a packaged table, comments left out."""
    lines = files("groundwire.language").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def _irregular() -> dict[str, str]:
    return {row[0]: row[1] for row in _rows("irregular.tsv")}


@cache
def _tables() -> tuple[list[str], ...]:
    """The lines of both tables of kinship, sorted and otherwise unread: a run asks for few of the 50,000."""
    texts = (files("groundwire.language").joinpath(name).read_text(encoding="utf-8") for name in _KINSHIP)
    return tuple(sorted(text.splitlines()) for text in texts)


@cache
def _antonyms() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for first, second in _rows("opposites.tsv"):
        table.setdefault(first, set()).add(second)
        table.setdefault(second, set()).add(first)
    return {word: frozenset(others) for word, others in table.items()}


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """The stem of a folded word with irregular forms undone: "bought" and "buying" are both "buy"."""
    return stem(_irregular().get(word, word))


def bond(claimed: str, evidence: str) -> float:
    """How far a word of the evidence carries a claimed one, as roots, in [0, 1]; 1.0 for the same root.

    Directed: "vehicle" follows from "car", not the other way round.
    Source: language/synonyms.tsv, made by training/make_synonyms.py from a dictionary, and language/bonds.tsv, learned
    by training/make_bonds.py.
    """
    if claimed == evidence:
        return 1.0
    return kin(claimed).get(evidence, 0.0)


@lru_cache(maxsize=100_000)
def kin(claimed: str) -> Mapping[str, float]:
    """Every root that carries a claimed one, with its weight, without itself."""
    held: dict[str, float] = {}
    head = f"{claimed}\t"
    for lines in _tables():
        at = bisect_left(lines, head)
        while at < len(lines) and lines[at].startswith(head):
            _, evidence, weight = lines[at].split("\t")
            held[evidence] = max(float(weight), held.get(evidence, 0.0))
            at += 1
    return held


def opposites(word: str) -> frozenset[str]:
    """Roots that mean the opposite of a root."""
    return _antonyms().get(word, frozenset())
