"""Reads RSS, Atom and RDF feeds: one document for each item, from the item's own text and nothing fetched.

A feed with a document type is refused whole: nothing that publishers write needs one, and entity bombs do.
"""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

import feedparser

from groundwire.errors import InputHostile, InputUnreadable
from groundwire.intake import fragments, prescan, sniffing
from groundwire.intake.building import Found, build, snapshot_of
from groundwire.intake.decoding import Decoded
from groundwire.intake.links import http_link, registrable_domain
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Document, Reading

_DOCTYPE = re.compile(r"<!DOCTYPE(?P<rest>[^>]{0,2000})", re.IGNORECASE)
# Netscape's own type of RSS 0.91 declares nothing of its own.
_HARMLESS = re.compile(
    r"\s+rss\s+(?:PUBLIC\s+\"[^\"<>\[]{0,200}\"\s+)?(?:SYSTEM\s+)?\"[^\"<>\[]{0,200}\"\s*|\s+(?:rss|feed|rdf:RDF)\s*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"<(?:[A-Za-z][\w.-]{0,20}:)?(?:item|entry)(?=[\s>])")
_ITEM_END = re.compile(r"</(?:[A-Za-z][\w.-]{0,20}:)?(?:item|entry)\s{0,8}>")
_PROLOG = re.compile(r"^\s{0,2000}<\?xml[^>]{0,300}\?>")
_LONGEST_ITEM = 400_000


def read(name: str, data: bytes, decoded: Decoded, captured_at: datetime, policy: IntakePolicy) -> Reading:
    """A document for each of the first items of a feed, in the feed's order.

    Raises: InputHostile for a document type or an attack, InputUnreadable when no feed can be read in it.
    """
    refuse_document_type(name, decoded.text)
    prescan.scan(name, decoded.text, policy, markup="xml")
    text, total = first_items(decoded.text, policy.max_items)
    feed = parse(name, text)
    snapshot = snapshot_of(name, data, sniffing.FEED, captured_at)
    documents: list[Document] = []
    notes: list[str] = []
    linkless = 0
    for entry in feed.entries[: policy.max_items]:
        found = read_entry(entry, feed.feed, decoded.flags)
        if found is None:
            linkless += 1
            continue
        documents.append(build(found, snapshot, policy))
    if total > policy.max_items:
        notes.append(
            f"{name}: {total - policy.max_items:,} of {total:,} items left out; the first {policy.max_items:,} were taken"
        )
    if linkless:
        notes.append(
            f"{name}: {linkless:,} items without a usable link left out; an item without one cannot be evidence"
        )
    if not documents and not notes:
        raise InputUnreadable(name, "it is a feed without items")
    return Reading(tuple(documents), (), tuple(notes))


def refuse_document_type(name: str, text: str) -> None:
    """Raises InputHostile for a document type that declares anything, wherever it stands."""
    match = _DOCTYPE.search(text)
    if match and not _HARMLESS.fullmatch(match["rest"]):
        raise InputHostile(name, "it has a document type declaration, which feeds do not need and entity bombs do")
    if "<!ENTITY" in text:
        raise InputHostile(name, "it declares entities, which feeds do not need and entity bombs do")


def first_items(text: str, limit: int) -> tuple[str, int]:
    """The feed with no more than so many items, and how many it had: 50,000 items cost the parser 23 s."""
    starts = [match.start() for match in _ITEM.finditer(text)]
    if len(starts) <= limit:
        return text, len(starts)
    ends = [match.end() for match in _ITEM_END.finditer(text, starts[limit - 1])]
    cut = next((end for end in ends if end <= starts[limit]), starts[limit])
    last = ends[-1] if ends else 0
    return text[:cut] + (text[last:] if last else ""), len(starts)


def parse(name: str, text: str) -> Any:
    """The feed as the library sees it, from text whose encoding is settled.

    Raises: InputUnreadable when it has neither version nor items.
    """
    body = '<?xml version="1.0" encoding="utf-8"?>' + _PROLOG.sub("", text.lstrip("\ufeff"), count=1).replace(
        "\x00", ""
    )
    feed = feedparser.parse(
        io.BytesIO(body.encode("utf-8", "replace")), sanitize_html=False, resolve_relative_uris=False
    )
    if not feed.entries and (feed.bozo or not feed.version):
        raise InputUnreadable(name, "it is not RSS, Atom or RDF that can be parsed; check its address in a browser")
    return feed


def read_entry(entry: Any, channel: Any, flags: tuple[str, ...]) -> Found | None:
    """What one item says; None when it has no address that could be cited."""
    base = str(channel.get("link") or "")
    url = entry_link(entry, base)
    if not url:
        return None
    text, full = entry_text(entry)
    source = entry.get("source") or {}
    publisher = fragments.plain(str(channel.get("title") or ""))
    origin = fragments.plain(str(source.get("title") or "")) or registrable_domain(str(source.get("href") or ""))
    tags = tuple(str(tag.get("term") or "") for tag in (entry.get("tags") or [])[:20] if isinstance(tag, dict))
    return Found(
        title=fragments.plain(str(entry.get("title") or "")),
        text=fragments.blocks(text),
        url=url,
        published=str(entry.get("published") or entry.get("created") or ""),
        updated=str(dict.get(entry, "updated") or ""),
        publisher=publisher if same_site(url, base) else registrable_domain(url),
        syndicated_from="" if origin == publisher else origin,
        byline=fragments.plain(str(entry.get("author") or "")),
        language=str(channel.get("language") or entry.get("language") or ""),
        labels=tags,
        flags=flags,
        sightings=tuple(filter(None, (url, base))),
        cut=not full,
    )


def entry_link(entry: Any, base: str) -> str:
    """The item's address: its alternate link, else a guid that is an address; "" for javascript:, data: and the like."""
    for link in (entry.get("links") or [])[:20]:
        if isinstance(link, dict) and link.get("rel", "alternate") == "alternate":
            address = http_link(str(link.get("href") or ""), base)
            if address:
                return address
    address = http_link(str(entry.get("link") or ""), base)
    if address:
        return address
    guid = str(entry.get("id") or "")
    return http_link(guid) if guid.startswith(("http://", "https://")) else ""


def entry_text(entry: Any) -> tuple[str, bool]:
    """The item's markup and whether the feed means it as the whole text."""
    contents = [
        str(content.get("value") or "") for content in (entry.get("content") or [])[:10] if isinstance(content, dict)
    ]
    summary = str(entry.get("summary") or "")
    content = max(contents, key=len, default="")
    if len(content) >= len(summary) and content:
        return content[:_LONGEST_ITEM], True
    return summary[:_LONGEST_ITEM], not contents and len(summary) > 2_000


def same_site(url: str, base: str) -> bool:
    """Whether an item is on the feed's own site; a feed without a link is taken at its word."""
    return not base or not registrable_domain(base) or registrable_domain(url) == registrable_domain(base)
