"""Looks at markup before any parser does, and refuses what only an attack needs.

The parsers' time grows with the square of attributes and depth (20,000 attributes in 0.2 MB took 11 s), so one
linear pass counts first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from groundwire.errors import InputHostile, InputUnreadable
from groundwire.records.policy import IntakePolicy

_NEXT = re.compile(r"<!--|<!\[CDATA\[|<(?P<close>/?)(?P<name>[A-Za-z][^\s/>]{0,60})(?P<rest>[^<>]*)(?P<end>>|(?=<)|\Z)")
_ATTRIBUTE = re.compile(r"[\s\"'/][^\s\"'=/<>]+\s{0,8}=")
# What is in these is text to a browser, not markup.
_RAW = frozenset(["script", "style", "textarea", "title", "xmp"])
_RAW_END = re.compile(r"</(?:script|style|textarea|title|xmp)\b", re.IGNORECASE)
# Elements without content never nest.
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
# Browsers close these by themselves, and so does the parser: 2,000 unclosed <p> are sloppy, not deep.
_SELF_CLOSING = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot"])
_MOST_OPEN = 20_000
_LONGEST_TAG = 200_000


def scan(name: str, text: str, policy: IntakePolicy, *, markup: str) -> None:
    """Counts attributes, depth, tags without end and nested markers.

    Args:
        markup: "html" or "xml"; in XML every element nests.
    Raises: InputHostile over a limit, InputUnreadable for what is no markup in the end.
    """
    if text.count("<![CDATA[") > text.count("]]>") + 1_000:
        raise InputUnreadable(name, "its CDATA sections are never closed")
    if text.count("<") > 50_000 and text.count(">") * 4 < text.count("<"):
        raise InputHostile(name, "it is made of markup that never ends")
    _scan_tags(name, text, policy, html=markup == "html")


def _scan_tags(name: str, text: str, policy: IntakePolicy, *, html: bool) -> None:
    """One pass over the tags."""
    depth = deepest = 0
    for match in _tags(text, html=html):
        rest = match["rest"]
        if match["close"]:
            depth = max(0, depth - 1)
            continue
        if len(rest) > 2 * policy.max_attributes:
            if len(rest) > _LONGEST_TAG and rest.count('"') <= 2:
                raise InputHostile(name, f"one of its attributes has {len(rest):,} characters")
            # Only a long tag can hold too many, so the others are not looked into.
            if len(_ATTRIBUTE.findall(rest)) > policy.max_attributes or len(rest.split()) > 20 * policy.max_attributes:
                raise InputHostile(name, f"one of its elements has more than {policy.max_attributes} attributes")
        tag = match["name"].casefold()
        if rest.endswith("/") or tag in _VOID or (html and tag in _SELF_CLOSING):
            continue
        depth += 1
        deepest = max(deepest, depth)
    if deepest > policy.max_depth and _true_depth(text, policy, html=html) > policy.max_depth:
        raise InputHostile(name, f"its elements nest deeper than {policy.max_depth}")


def _tags(text: str, *, html: bool) -> Iterator[re.Match[str]]:
    """The tags of a text; what stands in scripts, styles, comments and CDATA sections is no markup."""
    position = 0
    while match := _NEXT.search(text, position):
        position = match.end()
        opening = match.group()
        if opening == "<!--":
            position = _after(text, "-->", position)
        elif opening == "<![CDATA[":
            position = _after(text, "]]>", position)
        else:
            yield match
            if html and not match["close"] and match["name"].casefold() in _RAW:
                end = _RAW_END.search(text, position)
                position = end.start() if end else len(text)


def _after(text: str, mark: str, position: int) -> int:
    """Where a mark begins that ends what is skipped; the end of the text when it never comes."""
    found = text.find(mark, position)
    return len(text) if found < 0 else found


def _true_depth(text: str, policy: IntakePolicy, *, html: bool) -> int:
    """The deepest nesting when a closing tag closes its own element and what was left open inside it.

    The simple count takes unclosed tags for depth; this one is exact and only made when that one is over the limit.
    """
    stack: list[str] = []
    deepest = 0
    for match in _tags(text, html=html):
        tag = match["name"].casefold()
        if tag in _VOID or match["rest"].endswith("/") or (html and tag in _SELF_CLOSING):
            continue
        if not match["close"]:
            stack.append(tag)
            deepest = max(deepest, len(stack))
            if deepest > 4 * policy.max_depth:
                return deepest
        elif tag in stack[-64:]:
            while stack and stack.pop() != tag:
                pass
    return deepest
