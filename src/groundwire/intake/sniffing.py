"""Says what bytes are by looking at them; a file's ending is a hint between text and Markdown, and no more."""

from __future__ import annotations

import re
import zlib

from groundwire.errors import InputTooBig, InputUnreadable
from groundwire.records.policy import IntakePolicy

TEXT, MARKDOWN, HTML, FEED, JSON_FEED, PDF, WARC = (
    "text/plain",
    "text/markdown",
    "text/html",
    "application/xml",
    "application/feed+json",
    "application/pdf",
    "application/warc",
)
# What people put into such folders and what is not read, by its first bytes.
_NOT_READ = (
    (b"PK\x03\x04", "a zip archive or office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"{\\rtf", "a rich text file"),
)
_FEED_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,30}:)?(rss|feed|rdf|channel)[\s>/]", re.IGNORECASE)
_HTML_START = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_HTML_ROOTS = frozenset(
    [
        "html",
        "head",
        "body",
        "article",
        "main",
        "section",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "header",
        "table",
        "meta",
        "title",
        "span",
        "ul",
        "ol",
        "blockquote",
        "a",
        "b",
        "i",
        "br",
        "img",
        "link",
        "script",
        "style",
        "nav",
        "aside",
        "form",
        "center",
        "font",
    ]
)
_OTHER_ROOT = re.compile(r"<(?!\?|!)([A-Za-z_][\w.:-]{0,40})")


def unpack(name: str, data: bytes, policy: IntakePolicy) -> bytes:
    """The bytes of a gzip file, one layer, within the size limit; anything else as it is.

    Raises: InputTooBig over the limit, InputUnreadable for a stream that breaks off or a second layer.
    """
    if not data.startswith(b"\x1f\x8b"):
        return data
    opener = zlib.decompressobj(wbits=31)
    try:
        plain = opener.decompress(data, policy.max_bytes + 1)
    except zlib.error as exc:
        raise InputUnreadable(name, "it is a damaged gzip file; fetch it again") from exc
    if len(plain) > policy.max_bytes:
        raise InputTooBig(name, f"unpacked it is over the limit of {policy.max_bytes:,} bytes")
    if plain.startswith(b"\x1f\x8b"):
        raise InputUnreadable(name, "it is packed twice; unpack it first")
    return plain


def is_warc(data: bytes) -> bool:
    """Whether the bytes begin as a web archive, packed or not."""
    if data.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(wbits=31).decompress(data[:2_048], 16)
        except zlib.error:
            return False
        return head.startswith(b"WARC/1.")
    return data.startswith(b"WARC/1.")


def refuse_binary(name: str, data: bytes) -> None:
    """Raises InputUnreadable for what is no text of any kind, with what it is."""
    for magic, what in _NOT_READ:
        if data.startswith(magic):
            raise InputUnreadable(
                name, f"it is {what}, which is not read; give text, Markdown, HTML, a feed, a PDF or a WARC"
            )
    head = data[:4_096]
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    # UTF-16 has a zero in every other byte and nothing else that is odd; a program has many kinds of controls.
    odd = controls - head.count(0)
    if odd > len(head) * 0.1 or (controls > len(head) * 0.3 and not _looks_wide(head)):
        raise InputUnreadable(
            name, "it is binary data, which is not read; give text, Markdown, HTML, a feed, a PDF or a WARC"
        )


def _looks_wide(head: bytes) -> bool:
    """Whether the zeros stand in every other place, or three of four."""
    columns = [head[start::4].count(0) for start in range(4)]
    quarter = max(1, len(head) // 4)
    return any(count < quarter * 0.2 for count in columns) and max(columns) > quarter * 0.6


def text_type(name: str, text: str) -> str:
    """What a decoded text is.

    Raises: InputUnreadable for XML that is neither a feed nor a page, and for JSON that is no feed.
    """
    head = text[:4_000].lstrip("\ufeff \t\r\n\x00")
    ending = name.casefold().rsplit(".", 1)[-1] if "." in name else ""
    if head.startswith(("{", "[")) and _json_like(head, ending):
        return JSON_FEED
    if head.startswith("<"):
        return _markup_type(name, head, ending)
    if ending in ("html", "htm", "xhtml") and ("<p" in text[:200_000].casefold() or _HTML_START.search(text[:20_000])):
        return HTML
    return MARKDOWN if ending in ("md", "markdown", "mdown", "mkd") else TEXT


def _json_like(head: str, ending: str) -> bool:
    """Whether it is JSON and not a text that opens with a bracket."""
    return ending == "json" or (head[1:].lstrip()[:1] in ('"', "{", "}", "[") and '":' in head.replace(" ", ""))


def _markup_type(name: str, head: str, ending: str) -> str:
    """Feed or page, by the root element."""
    root = _OTHER_ROOT.search(head)
    name_of_root = root.group(1).casefold() if root else ""
    page = _HTML_START.search(head) if name_of_root in _HTML_ROOTS or not root else None
    feed = _FEED_ROOT.search(head)
    if feed and (not page or feed.start() < page.start()):
        return FEED
    if page or name_of_root in _HTML_ROOTS:
        if ending in ("rss", "atom", "rdf", "xml"):
            raise InputUnreadable(
                name,
                "it is named as a feed and is a web page (a parked domain or a login page?); check its address in a browser",
            )
        return HTML
    if "<!DOCTYPE" in head or "<!ENTITY" in head:
        # A hostile document type may push the root out of sight: the feed reader refuses it by name.
        return FEED
    if root and (head.startswith("<?xml") or ending in ("rss", "atom", "rdf", "xml", "opml", "svg")):
        raise InputUnreadable(name, f"it is XML with the root <{root.group(1)[:40]}>, neither a feed nor a page")
    if ending in ("rss", "atom", "rdf", "xml"):
        return FEED
    return HTML if ending in ("html", "htm", "xhtml") or root else TEXT
