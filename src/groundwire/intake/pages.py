"""Reads web pages: the article's own words, as a reader sees them, and what the page says of itself."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import lxml.etree
import lxml.html
import trafilatura

from groundwire.errors import InputEmpty, InputUnreadable
from groundwire.intake import hidden, prescan, sniffing, tables
from groundwire.intake.building import Found, build, snapshot_of
from groundwire.intake.cleaning import steering, whole
from groundwire.intake.dates import read_date
from groundwire.intake.decoding import Decoded
from groundwire.intake.labels import instructs
from groundwire.intake.page_facts import PageFacts, page_facts
from groundwire.intake.walls import refuse_wall
from groundwire.intake.wordlists import FURNITURE
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Reading

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
# Of many equal paragraphs one is evidence: a page that says a thing 50,000 times has said it once (H04).
_REPEATED = 1
# A longer block that begins so is a report about subscriptions.
_FURNITURE_WORDS = 35
_MOST_ELEMENTS = 60_000


def read(
    name: str, data: bytes, decoded: Decoded, captured_at: datetime, policy: IntakePolicy, address: str = ""
) -> Reading:
    """The one document of a web page.

    Args:
        address: where the bytes were captured; "" for a file.
    Raises: InputHostile, InputUnreadable, NotAnArticle.
    """
    found = read_page(name, decoded, captured_at, policy, address)
    return Reading(documents=(build(found, snapshot_of(name, data, sniffing.HTML, captured_at), policy),))


def read_page(name: str, decoded: Decoded, captured_at: datetime, policy: IntakePolicy, address: str = "") -> Found:
    """What was found in the page: extracted body without hidden text, comments, related stories and walls."""
    text = fewer_repeats(decoded.text)
    prescan.scan(name, text, policy, markup="html")
    tree = parse(name, text)
    facts = page_facts(tree, address)
    secrets = hidden.take_out_hidden(tree)
    page = visible_text(tree)
    hidden.take_out_beside(tree)
    tables.write_out(tree)
    join_parts(tree)
    body = extract(tree)
    body = without_title(body, facts.title)
    refuse_wall(name, body, page, facts.title)
    # The extraction library drops these itself, so they are counted before it.
    return _found(facts, body, (*decoded.flags, *steering(page)), secrets, captured_at, policy)


def _found(
    facts: PageFacts, body: str, seen: tuple[str, ...], secrets: list[str], captured_at: datetime, policy: IntakePolicy
) -> Found:
    """Facts and body as one item."""
    flags = [*seen]
    readable = (value for value in facts.published if read_date(value, captured_at, policy, facts.language).value)
    published = next(readable, facts.published[0] if facts.published else "")
    if any(instructs(secret) for secret in secrets):
        flags.append("hidden_instructions")
    return Found(
        title=facts.title,
        text=body,
        url=facts.address,
        published=published,
        updated=facts.updated,
        publisher=facts.publisher,
        syndicated_from=facts.elsewhere,
        byline=facts.byline,
        language=facts.language,
        labels=facts.labels,
        flags=tuple(flags),
        cut=not facts.free,
    )


def parse(name: str, text: str) -> Any:
    """The page as a tree.

    Raises: InputEmpty, InputUnreadable when there is no page in it.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    try:
        tree = lxml.html.document_fromstring(whole(_XML_DECLARATION.sub("", text)).encode("utf-8"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as exc:
        if not text.strip("\ufeff \t\r\n\x00"):
            raise InputEmpty(name, "nothing is in it; give a page with text") from exc
        raise InputUnreadable(name, "it is not a web page that can be parsed") from exc
    if tree is None or sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise InputUnreadable(name, f"it is no page of fewer than {_MOST_ELEMENTS:,} elements")
    return tree


def extract(tree: Any) -> str:
    """The article's text, block by block, as the extraction library finds it; "" when there is none."""
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        include_formatting=False,
        with_metadata=False,
    )
    text = getattr(found, "text", None) or ""
    lines = (line.strip().removeprefix("- ") for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line and not _furniture(line))


def _furniture(line: str) -> bool:
    """Whether a block asks the reader for something or points elsewhere ("Sign up for ...", "Read more: ...")."""
    return line.casefold().startswith(FURNITURE) and len(line.split()) <= _FURNITURE_WORDS


def join_parts(tree: Any) -> None:
    """Brings the parts of a body that advertisements cut in pieces into the first of them, in place.

    Parts are elements of one class that names a body, inside one article or on a page without any: the extraction
    library takes the first part alone (3 of 181 pages lost half their text).
    """
    if sum(1 for _ in tree.iter("article")) > 1:
        return
    groups: dict[str, list[Any]] = {}
    for element in tree.iter("div", "section"):
        name = element.get("class") or ""
        if (
            hidden.names_a_body(name)
            and sum(1 for part in element.iterchildren("p") if len(part.text_content()) > 60) >= 2
        ):
            groups.setdefault(name, []).append(element)
    for parts in groups.values():
        first, *others = parts
        for part in others:
            if not any(True for _ in part.iter("h1")) and first not in part.iterancestors():
                first.extend(list(part))


def visible_text(tree: Any) -> str:
    """All words of the page body, for telling walls."""
    body = tree.find(".//body")
    return " ".join(" ".join((body if body is not None else tree).itertext()).split())


def without_title(body: str, title: str) -> str:
    """The body without its headline, which some pages repeat as the first block."""
    first, _, rest = body.partition("\n\n")
    return rest if title and rest and first.casefold().strip() == title.casefold().strip() else body


def fewer_repeats(text: str) -> str:
    """The page with each run of equal paragraphs cut to a few; what a flood repeats costs no parsing."""
    if text.count("<p") < 5_000:
        return text
    seen: dict[str, int] = {}
    kept = []
    for part in text.split("<p"):
        seen[part] = seen.get(part, 0) + 1
        if seen[part] <= _REPEATED:
            kept.append(part)
    return "<p".join(kept)
