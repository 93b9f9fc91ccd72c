"""Tells whether a name is that of a publisher, however a file or a reader shortens it."""

from __future__ import annotations

import re
from functools import lru_cache

from groundwire.language.names import same_name
from groundwire.language.tokens import words

_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_SMALL = frozenset(["of", "the", "and", "for", "a", "an", "in", "on"])
_LANGUAGES = frozenset(["en", "es", "fr", "de", "pt", "it", "nl", "ja", "zh", "ru", "ar", "pl", "sv"])
_COUNTRIES = frozenset(["us", "uk", "eu", "un", "au", "ca", "nz", "in", "fr", "de", "jp"])
_OFFICE = re.compile(r"(?:'s?|’s?)? (?:office|spokes(?:man|woman|person)|press office|campaign|staff)$", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def same_publisher(publisher: str, name: str) -> bool:
    """Whether a name means the publisher: the same name, a person's office, or a file's short form of it ("uk-moj", "the UK Ministry of Justice")."""
    bare = _OFFICE.sub("", name.strip())
    if not bare or not publisher:
        return False
    if same_name(publisher, bare):
        return True
    if not _SLUG.fullmatch(publisher):
        return False
    parts = [part for part in re.split(r"[-_.]", publisher) if part]
    if len(parts) > 1 and parts[-1] in _LANGUAGES:
        parts = parts[:-1]
    rest = [word.replace(".", "") for word in words(bare.replace(".", "")) if word not in _SMALL]
    if len(parts) > 1 and parts[0] in _COUNTRIES and parts[0] not in rest:
        parts = parts[1:]
    for part in parts:
        if part in rest:
            rest.remove(part)
            continue
        letters = sorted(word[0] for word in rest)
        if sorted(part) != letters and sorted(part.replace("o", "", 1)) != letters:
            return False
        rest = []
    return not rest
