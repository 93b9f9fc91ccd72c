"""Reads JSON Feed with a strict parser: no duplicate keys, no NaN, no number beyond reason, no depth beyond 64."""

from __future__ import annotations

import json
import math
import re
from datetime import datetime
from typing import Any, NoReturn

from groundwire.errors import InputHostile, InputUnreadable
from groundwire.intake import fragments, sniffing
from groundwire.intake.building import Found, build, snapshot_of
from groundwire.intake.decoding import Decoded
from groundwire.intake.links import http_link, registrable_domain
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Document, Reading

_DEEPEST = 64
_MOST_DIGITS = 30
# Ends at the text's end too: a string that is never closed must not be tried again from each of its quotes.
_STRING = re.compile(r'"(?:[^"\\]+|\\.)*(?:"|\\?\Z)', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")
_LONG_NUMBER = re.compile(r"\d{31}")


def read(name: str, data: bytes, decoded: Decoded, captured_at: datetime, policy: IntakePolicy) -> Reading:
    """A document for each of the first items of a JSON Feed 1.0 or 1.1.

    Raises: InputHostile for what only an attack needs, InputUnreadable for JSON that is no feed.
    """
    feed = strict(name, decoded.text)
    if (
        not isinstance(feed, dict)
        or not isinstance(feed.get("items"), list)
        or "jsonfeed.org" not in str(feed.get("version", ""))
    ):
        raise InputUnreadable(name, "it is JSON but not a JSON Feed; give a feed with version and items")
    items = feed["items"]
    snapshot = snapshot_of(name, data, sniffing.JSON_FEED, captured_at)
    documents: list[Document] = []
    unusable = 0
    for item in items[: policy.max_items]:
        found = read_item(item, feed, decoded.flags) if isinstance(item, dict) else None
        if found is None:
            unusable += 1
            continue
        documents.append(build(found, snapshot, policy))
    notes = []
    if len(items) > policy.max_items:
        notes.append(
            f"{name}: {len(items) - policy.max_items:,} of {len(items):,} items left out; the first {policy.max_items:,} were taken"
        )
    if unusable:
        notes.append(
            f"{name}: {unusable:,} items without a usable link left out; an item without one cannot be evidence"
        )
    if not documents and not notes:
        raise InputUnreadable(name, "it is a feed without items")
    return Reading(tuple(documents), (), tuple(notes))


def strict(name: str, text: str) -> Any:
    """JSON as the standard has it.

    Raises: InputHostile for duplicate keys, NaN, infinities, huge numbers and depth; InputUnreadable for no JSON.
    """
    outside = _STRING.sub('""', text)
    depth = deepest = 0
    for match in _BRACKETS.finditer(outside):
        depth += 1 if match.group() in "[{" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise InputHostile(name, f"its values nest deeper than {_DEEPEST}")
    if _LONG_NUMBER.search(outside):
        raise InputHostile(name, f"it holds a number of more than {_MOST_DIGITS} digits")

    def refuse(constant: str) -> NoReturn:
        raise InputHostile(name, f"it holds {constant}, which is not JSON")

    def number(digits: str) -> float:
        value = float(digits)
        if math.isinf(value):
            raise InputHostile(name, "it holds a number beyond all ranges")
        return value

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(pairs)
        if len(table) != len(pairs):
            raise InputHostile(name, "one of its objects has the same key twice")
        return table

    try:
        return json.loads(text.lstrip("\ufeff"), parse_constant=refuse, parse_float=number, object_pairs_hook=once)
    except (ValueError, RecursionError) as exc:
        raise InputUnreadable(name, "it is not JSON that can be parsed") from exc


def read_item(item: dict[str, Any], feed: dict[str, Any], flags: tuple[str, ...]) -> Found | None:
    """What one item says; None when it has no address that could be cited."""
    url = http_link(_text(item.get("url"))) or http_link(_text(item.get("external_url")))
    if not url and _text(item.get("id")).startswith(("http://", "https://")):
        url = http_link(_text(item.get("id")))
    if not url:
        return None
    markup, bare, summary = _text(item.get("content_html")), _text(item.get("content_text")), _text(item.get("summary"))
    text = fragments.blocks(markup) if markup else bare or summary
    home = http_link(_text(feed.get("home_page_url")))
    own = not home or registrable_domain(home) == registrable_domain(url)
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [_text(author.get("name")) for author in authors or [] if isinstance(author, dict)]
    tags = item.get("tags") if isinstance(item.get("tags"), list) else []
    return Found(
        title=_text(item.get("title")),
        text=text,
        url=url,
        published=_text(item.get("date_published")),
        updated=_text(item.get("date_modified")),
        publisher=_text(feed.get("title")) if own else registrable_domain(url),
        byline=", ".join(filter(None, names[:6])),
        language=_text(item.get("language")) or _text(feed.get("language")),
        labels=tuple(_text(tag) for tag in (tags or [])[:20]),
        flags=flags,
        sightings=tuple(filter(None, (url, home))),
        cut=not (markup or bare),
    )


def _text(value: Any) -> str:
    """A value as text, "" for anything else."""
    return value if isinstance(value, str) else ""
