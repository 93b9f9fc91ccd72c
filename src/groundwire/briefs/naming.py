"""The name a reader is given for a source: "the US Department of Justice" for us-doj, "Senator Reid's office" for his releases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from groundwire.records.source import Document, SourceKind

PERSONAL_TITLE = re.compile(
    r"^(?:Senators?|Sens?\.|Representative|Reps?\.|Congress(?:man|woman)|Governor|Gov\.|President|Prime Minister|Minister|Mayor|Councillor|Commissioner|MEP|MP|Secretary|Chancellor|Ambassador|Judge|Justice|Dr|Prof(?:essor)?) [A-Z]"
)
_SLUG = re.compile(r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$")
_COUNTRIES = {
    "us": "US",
    "uk": "UK",
    "eu": "EU",
    "un": "UN",
    "au": "Australian",
    "ca": "Canadian",
    "nz": "New Zealand",
    "in": "Indian",
    "fr": "French",
    "de": "German",
    "jp": "Japanese",
}
_LANGUAGES = frozenset(["en", "es", "fr", "de", "pt", "it", "nl", "ja", "zh", "ru", "ar", "pl", "sv"])
_SMALL = frozenset(["of", "the", "and", "for"])
_PHRASE = re.compile(r"\b[A-Z][a-z]+(?: (?:of|the|and|for|[A-Z][a-z]+)){1,6}")
# Reports read for the spelling of a name, and characters of them: a hostile folder must not make naming slow.
_READ, _LENGTH = 12, 60_000
_PRESS = re.compile(
    r"news|times|post\b|herald|tribune|journal|reuters|press|daily|gazette|wire|bbc|cnn|guardian|chronicle|observer|telegraph|standard|bloomberg|agency|afp\b|courier|sentinel|mirror",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,3}")
_RUN_TOGETHER = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_TEAM = re.compile(
    r"\b(?:blog|team|project|department|ministry|commission|agency|office|court|bank|board|council|committee|authority|administration|bureau|foundation|institute|service|union|company|university|group)\b",
    re.IGNORECASE,
)


def shown_name(name: str, documents: Sequence[Document]) -> str:
    """The name of a source as a reader would write it, with an article where English asks for one.

    A name that is a file's short form (lower case, hyphens) is spelled out from the documents' own words: initials that
    they spell out, spellings that they use. Nothing is looked up anywhere else.
    """
    if _DOMAIN.fullmatch(name):
        return name
    if not _SLUG.match(name) or not any(ch.isalpha() for ch in name):
        return _with_article(_full_title(name))
    text = " ".join([document.text for document in documents][:_READ])[:_LENGTH]
    return _from_slug(name, text)


@lru_cache(maxsize=512)
def _from_slug(name: str, text: str) -> str:
    """The words that a file's short form stands for in a text."""
    parts = re.split(r"[-_.]", name)
    lead = ""
    if len(parts) > 1 and parts[0] in _COUNTRIES:
        lead, parts = _COUNTRIES[parts[0]] + " ", parts[1:]
    if len(parts) > 1 and parts[-1] in _LANGUAGES:
        parts = parts[:-1]
    words = [_spelled_out(part, text) for part in parts]
    shown = lead + re.sub(r"^Department of ([A-Z][a-z]+)$", r"\1 Department", " ".join(words))
    if shown != lead + " ".join(words) or len(shown.split()) > 3:
        # A name of its own ("Justice Department") needs no country in front of it.
        shown = shown.removeprefix(lead)
        lead = lead and "the "
    return f"the {shown}" if lead or _TEAM.search(shown) or " of " in shown else shown


def _spelled_out(part: str, text: str) -> str:
    """A short form as the text has it: its own spelling, or the words that its letters stand for."""
    if part in ("blog", "news", "press", "team", "office"):
        return part
    if 2 <= len(part) <= 5:
        for phrase in _PHRASE.findall(text):
            words = phrase.split()
            for start in range(len(words)):
                for end in range(start + 2, min(len(words), start + 6) + 1):
                    run = words[start:end]
                    if run[0] in _SMALL or run[-1] in _SMALL:
                        continue
                    letters = "".join(word[0].lower() for word in run)
                    capitals = "".join(word[0].lower() for word in run if word not in _SMALL)
                    if part in (letters, capitals):
                        return " ".join(run)
        if part.upper() in text.split():
            return part.upper()
    spellings: dict[str, int] = {}
    for word in re.findall(r"\b[A-Z][\w.]*\w", text):
        if re.sub(r"\W", "", word).lower() == part:
            spellings[word] = spellings.get(word, 0) + 1
    if spellings and not all(word.isupper() and len(word) > 4 for word in spellings):
        # A shouted spelling is the last to be taken.
        return max(spellings, key=lambda word: (not word.isupper() or len(word) < 5, spellings[word], word))
    return part.upper() if len(part) <= 3 else part.capitalize()


def _full_title(name: str) -> str:
    """Short titles written out ("Sen. X" is Senator X)."""
    for short, full in (
        ("Sens. ", "Senators "),
        ("Sen. ", "Senator "),
        ("Reps. ", "Representatives "),
        ("Rep. ", "Representative "),
        ("Gov. ", "Governor "),
    ):
        name = name.replace(short, full)
    return name


def full_titles(text: str) -> str:
    """The sentence with short titles written out, so that no full stop stands in a name."""
    return _full_title(text)


def _with_article(name: str) -> str:
    if (
        name.lower().startswith(("the ", "a "))
        or PERSONAL_TITLE.match(name)
        or not _TEAM.search(name)
        or not name[0].isupper()
    ):
        return name
    return f"the {name}" if " " in name and not name.endswith(("Group", "Bank")) else name


def is_person(name: str) -> bool:
    """Whether the source is a person, who speaks through an office."""
    return PERSONAL_TITLE.match(name) is not None


def speaker_of(name: str, documents: Sequence[Document]) -> str:
    """How the source stands in front of a verb of saying."""
    shown = shown_name(name, documents)
    if is_person(shown):
        return f"{shown}'s office" if not shown.endswith("s") else f"{shown}' office"
    return shown


def speaks_as_one(document: Document, documents: Sequence[Document]) -> bool:
    """Whether "we" in the source's text is the source: an authority, a firm or a team, not a paper's or a blogger's readers."""
    if reports(document):
        return False
    name = shown_name(document.source.name, documents)
    return document.source.kind in (SourceKind.PRIMARY, SourceKind.COMPANY) or _TEAM.search(name) is not None


def reports(document: Document) -> bool:
    """Whether the source reports on others (a paper, an agency) and does not speak for itself."""
    return (
        document.source.kind in (SourceKind.WIRE, SourceKind.PRESS) or _PRESS.search(document.source.name) is not None
    )
