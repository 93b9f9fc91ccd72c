"""How telling a word is: inverse document frequencies that ship with the package.

No weight is ever taken from the folder under judgement, so that an added document cannot change a verdict.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, float]:
    """Stem to weight, read once."""
    lines = files("groundwire.language").joinpath("idf.tsv").read_text(encoding="utf-8").splitlines()
    return {word: float(weight) for word, weight in (line.split("\t") for line in lines if not line.startswith("#"))}


@cache
def _unseen() -> float:
    """The weight of a stem that the table does not hold: as rare as the rarest that it does."""
    return max(_table().values())


def idf(stem: str) -> float:
    """Inverse document frequency of a stem, natural logarithm, from 0.0 (in every document) to about 10.

    Source: language/idf.tsv, made by training/make_idf.py.
    """
    return _table().get(stem, _unseen())


def known(stem: str) -> bool:
    """Whether the table holds a stem, so that it is a word of the language and not a name or a slip."""
    return stem in _table()
