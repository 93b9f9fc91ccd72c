"""Turns the markup of a feed's item into text: words and paragraphs, nothing that could act."""

from __future__ import annotations

from typing import Any

import lxml.etree
import lxml.html

from groundwire.intake import hidden, tables
from groundwire.intake.cleaning import whole

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "figcaption",
        "pre",
        "dl",
        "dt",
        "dd",
        "hr",
        "td",
        "th",
    ]
)
_LONGEST = 400_000


def plain(markup: str) -> str:
    """One line of text: a title or a name."""
    return " ".join(blocks(markup).split())


def blocks(markup: str) -> str:
    """The words of a fragment, its blocks parted by blank lines; tags, scripts and hidden parts are gone."""
    markup = whole(markup[:_LONGEST])
    if "<" not in markup and "&" not in markup:
        return markup
    try:
        tree = lxml.html.document_fromstring(
            f"<html><body><div>{markup}</div></body></html>".encode(),
            parser=lxml.html.HTMLParser(encoding="utf-8", no_network=True),
        )
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return ""
    hidden.take_out_hidden(tree)
    tables.write_out(tree)
    parts: list[str] = []
    _walk(tree, parts)
    lines = [" ".join(line.split()) for line in "".join(parts).split("\x01")]
    return "\n\n".join(line for line in lines if line)


def _walk(tree: Any, parts: list[str]) -> None:
    """Collects text in order, with \\x01 between blocks; without recursion, so depth costs nothing."""
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        block = element.tag in _BLOCKS
        if event == "start":
            parts.append("\x01" if block else " " if element.tag == "br" else "")
            parts.append((element.text or "").replace("\x01", ""))
        else:
            parts.append("\x01" if block else "")
            parts.append((element.tail or "").replace("\x01", ""))
