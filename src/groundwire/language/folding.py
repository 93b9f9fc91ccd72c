"""Brings spellings of one text together, so that comparison sees words and not typography."""

from __future__ import annotations

import unicodedata

_TYPOGRAPHY = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "ʼ": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
        "…": "...", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u00ad": "",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """The text with plain quotation marks, hyphens and spaces; code points may shift where one becomes three."""
    return text.translate(_TYPOGRAPHY)


def fold(text: str) -> str:
    """The text for comparison: plain typography, compatibility forms unified, case folded, white space single.

    Free of locale (Turkish dotless i, sharp s and final sigma fold as Unicode says).
    """
    return " ".join(unicodedata.normalize("NFKC", plain(text)).casefold().split())
