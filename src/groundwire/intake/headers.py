"""Reads the lines in front of a text or Markdown file that say what it is: metadata, never evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from groundwire.records.source import Genre, SourceKind

_KEYS = {
    "source": "source",
    "date": "date",
    "title": "title",
    "kind": "kind",
    "owner": "owner",
    "licence": "licence",
    "license": "licence",
    "url": "url",
    "language": "language",
}
_LINE = re.compile(r"[ \t]*([A-Za-z]{3,8})[ \t]*:[ \t]*(.*)")
_YAML_KEYS = {**_KEYS, "author": "author", "lang": "language", "link": "url", "publisher": "source"}
_LONGEST_HEAD = 20_000
# A value of "Date:" that goes on like this is a text that happens to open so.
_NO_DATE = re.compile(r"[.!?]\s+[A-Z]|.{60}")

KINDS: dict[str, tuple[SourceKind, Genre]] = {
    "primary": (SourceKind.PRIMARY, Genre.NEWS),
    "primary document": (SourceKind.PRIMARY, Genre.NEWS),
    "ruling": (SourceKind.PRIMARY, Genre.NEWS),
    "court": (SourceKind.PRIMARY, Genre.NEWS),
    "law": (SourceKind.PRIMARY, Genre.NEWS),
    "filing": (SourceKind.PRIMARY, Genre.NEWS),
    "regulator": (SourceKind.PRIMARY, Genre.NEWS),
    "government": (SourceKind.PRIMARY, Genre.NEWS),
    "statistics": (SourceKind.PRIMARY, Genre.NEWS),
    "wire": (SourceKind.WIRE, Genre.NEWS),
    "agency": (SourceKind.WIRE, Genre.NEWS),
    "news agency": (SourceKind.WIRE, Genre.NEWS),
    "press": (SourceKind.PRESS, Genre.NEWS),
    "news": (SourceKind.PRESS, Genre.NEWS),
    "newspaper": (SourceKind.PRESS, Genre.NEWS),
    "broadcaster": (SourceKind.PRESS, Genre.NEWS),
    "magazine": (SourceKind.PRESS, Genre.NEWS),
    "company": (SourceKind.COMPANY, Genre.NEWS),
    "press release": (SourceKind.COMPANY, Genre.RELEASE),
    "release": (SourceKind.COMPANY, Genre.RELEASE),
    "blog": (SourceKind.BLOG, Genre.NEWS),
    "opinion": (SourceKind.PRESS, Genre.OPINION),
    "satire": (SourceKind.UNKNOWN, Genre.SATIRE),
    "sponsored": (SourceKind.UNKNOWN, Genre.SPONSORED),
    "advertisement": (SourceKind.UNKNOWN, Genre.SPONSORED),
    "liveblog": (SourceKind.PRESS, Genre.LIVEBLOG),
    "live blog": (SourceKind.PRESS, Genre.LIVEBLOG),
}


@dataclass(frozen=True, slots=True)
class Head:
    """The header of a file and where its text begins.

    Args:
        fields: by lower-case key: source, date, title, kind, owner, licence, url, language.
        body: code-point offset of the first character after the header.
    """

    fields: Mapping[str, str]
    body: int


def read_head(text: str) -> Head:
    """The header, if the file opens with one: lines "Source: ..." in any order down to a blank line.

    A file in which another line comes before the blank line has no header: it may be a text that opens "Date: ...".
    Front matter between two lines of three hyphens is read the same way; what it says besides is left out.
    """
    if text.startswith("---\n"):
        return _front_matter(text)
    fields: dict[str, str] = {}
    offset = 0
    for line in text[:_LONGEST_HEAD].splitlines(keepends=True):
        if not line.strip():
            return Head(fields, offset + len(line)) if fields else Head({}, 0)
        match = _LINE.fullmatch(line.rstrip())
        key = _KEYS.get(match.group(1).lower()) if match else None
        if not match or not key or key in fields or (key == "date" and _NO_DATE.search(match.group(2))):
            return Head({}, 0)
        fields[key] = match.group(2).strip()
        offset += len(line)
    return Head(fields, len(text)) if len(text) <= _LONGEST_HEAD and fields else Head({}, 0)


def _front_matter(text: str) -> Head:
    """Front matter as Markdown sites write it: flat "key: value" lines; nested ones are left out."""
    end = text.find("\n---", 3, _LONGEST_HEAD)
    if end < 0:
        return Head({}, 0)
    fields: dict[str, str] = {}
    for line in text[4:end].splitlines():
        key, colon, value = line.partition(":")
        known = _YAML_KEYS.get(key.strip().lower())
        if colon and known and key[:1].isalpha():
            fields.setdefault(known, value.strip().strip("\"'"))
    line_end = text.find("\n", end + 1)
    return Head(fields, len(text) if line_end < 0 else line_end + 1)
