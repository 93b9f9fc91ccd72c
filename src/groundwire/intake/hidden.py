"""Takes out of a page what its readers do not see, and what stands beside the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from groundwire.intake.wordlists import BESIDE_ARTICLE, RELATED_HEADINGS

_NEVER_SHOWN = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "button",
    "select",
    "textarea",
    "canvas",
)
_STYLE = re.compile(
    r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}(?:hidden|collapse)|font-size\s{0,4}:\s{0,4}0(?![.\d]*[1-9])|opacity\s{0,4}:\s{0,4}0(?![.\d]*[1-9])"
    r"|(?:left|top|right|text-indent|margin-left|margin-top)\s{0,4}:\s{0,4}-\d{3,}(?:px|em|rem|%)?|clip\s{0,4}:\s{0,4}rect\(\s{0,4}[01](?:px)?[ ,]|(?:max-)?(?:height|width)\s{0,4}:\s{0,4}0(?:px)?\s{0,4}(?:;|$)",
    re.IGNORECASE,
)
_COLOUR = re.compile(
    r"(?<![-\w])color\s{0,4}:\s{0,4}([#\w(),. %]{3,40}?)\s{0,4}(?:!important)?\s{0,4}(?:;|$)", re.IGNORECASE
)
_BACKGROUND = re.compile(
    r"background(?:-color)?\s{0,4}:\s{0,4}([#\w(),. %]{3,40}?)\s{0,4}(?:!important)?\s{0,4}(?:;|$)", re.IGNORECASE
)
_WHITE = frozenset(["white", "#fff", "#ffffff", "#fefefe", "rgb(255,255,255)", "rgba(255,255,255,1)", "transparent"])
_HIDING_CLASSES = frozenset(
    [
        "sr-only",
        "visually-hidden",
        "screen-reader-text",
        "screen-reader-only",
        "visuallyhidden",
        "element-invisible",
        "offscreen",
        "d-none",
    ]
)
_RULE = re.compile(r"(?:^|[},;\s])([.#][A-Za-z_][\w-]{0,60})\s{0,4}\{([^{}]{0,600})\}")
# Rules of a style sheet are believed only as far as they leave a page its text: sites hide whole bodies until a script runs.
_MOST_BY_RULE = 0.4
# A block beside the article is short against it.
_MOST_BESIDE = 0.35
_PARTS = re.compile(r"[^A-Za-z0-9]+")


def take_out_hidden(tree: Any) -> list[str]:
    """Removes from a parsed page, in place, what no reader sees; returns those texts, to be looked at for instructions."""
    texts: list[str] = []
    rules = _hiding_rules(tree)
    whole = _length(tree) if rules else 0
    by_rule = 0
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            texts.append((element.text or "")[:5_000])
            _drop(element)
            continue
        if element.tag in ("html", "body", "head"):
            continue
        if element.tag in _NEVER_SHOWN:
            if element.tag in ("noscript", "template"):
                texts.append(_words(element))
            _drop(element)
        elif _hides_itself(element):
            texts.append(_words(element))
            _drop(element)
        elif rules and _named(element) & rules:
            length = _length(element)
            if by_rule + length <= whole * _MOST_BY_RULE:
                by_rule += length
                texts.append(_words(element))
                _drop(element)
    return [text for text in texts if text.strip()]


def _hides_itself(element: Any) -> bool:
    """Whether an element's own attributes keep it from being seen."""
    if element.get("hidden") is not None or element.get("aria-hidden", "").casefold() == "true":
        return True
    style = element.get("style")
    if style and (_STYLE.search(style[:1_000]) or _white_on_white(style[:1_000])):
        return True
    name = element.get("class")
    return bool(name) and not _HIDING_CLASSES.isdisjoint(name.casefold().split())


def _white_on_white(style: str) -> bool:
    """Whether text has the colour of its ground, or is white on a ground that nothing darkens."""
    colour = _COLOUR.search(style)
    if not colour:
        return False
    value = colour.group(1).casefold().replace(" ", "")
    ground = _BACKGROUND.search(style)
    other = ground.group(1).casefold().replace(" ", "") if ground else "white"
    return value == other or (value in _WHITE and other in _WHITE)


def _hiding_rules(tree: Any) -> frozenset[str]:
    """Class and id selectors that the page's own style sheet hides outside media rules."""
    found: set[str] = set()
    for style in tree.iter("style"):
        sheet = (style.text or "")[:100_000]
        sheet = sheet.split("@media", 1)[0]
        for selector, body in _RULE.findall(sheet):
            if _STYLE.search(body) or _white_on_white(body):
                found.add(selector.casefold())
    return frozenset(found)


def _named(element: Any) -> frozenset[str]:
    """The selectors that an element answers to."""
    names = {f".{name}" for name in (element.get("class") or "").casefold().split()}
    if element.get("id"):
        names.add("#" + element.get("id").casefold())
    return frozenset(names)


def take_out_beside(tree: Any) -> int:
    """Removes, in place, comments, related stories, share bars and the like; returns how many blocks went."""
    body = tree.find(".//body")
    whole = _length(body if body is not None else tree)
    count = 0
    for element in list(tree.iter("div", "section", "aside", "ul", "ol", "nav", "p")):
        parts = {
            part for part in _PARTS.split(f"{element.get('class', '')} {element.get('id', '')}".casefold()) if part
        }
        joined = " ".join((element.get("class", "").casefold(), element.get("id", "").casefold()))
        marked = element.tag == "aside" or bool(parts & _SINGLE) or any(mark in joined for mark in _DOUBLE)
        if not marked:
            continue
        if _PROTECTED.search(joined) or (_prose(element) and not parts & _COMMENTS):
            continue
        if _is_in(element, tree) and _length(element) <= whole * _MOST_BESIDE and not element.findall(".//h1"):
            _drop(element)
            count += 1
    return count + _drop_after_headings(tree, whole) + _drop_link_lines(tree)


def _drop_link_lines(tree: Any) -> int:
    """Removes paragraphs that are one link and nothing else, from pages that have prose besides: they lead elsewhere."""
    paragraphs = list(tree.iter("p"))
    prose = sum(1 for item in paragraphs if _length(item) > 120 and not _mostly_links(item))
    lines = [item for item in paragraphs if _length(item) > 20 and _only_link(item)]
    if prose < 3 or len(lines) > prose:
        return 0
    for item in lines:
        _drop(item)
    return len(lines)


def _only_link(element: Any) -> bool:
    """Whether all words of an element are those of its links."""
    return sum(_length(link) for link in element.iter("a")) >= _length(element) * 0.97


# A class list may name the body and an extra in one breath ("entry-content read-more"): the body wins.
_PROTECTED = re.compile(r"(?:entry|article|story|post|main|page)[-_]{0,2}(?:content|body|text)|articlebody")


def names_a_body(names: str) -> bool:
    """Whether a class list names the body of an article."""
    return bool(_PROTECTED.search(names.casefold()))


_COMMENTS = frozenset(["comments", "comment", "commentlist", "disqus", "discussion", "respond"])
_SINGLE = frozenset(word for word in BESIDE_ARTICLE if "-" not in word)
_DOUBLE = tuple(word for word in BESIDE_ARTICLE if "-" in word)


def _drop_after_headings(tree: Any, whole: int) -> int:
    """Removes what follows a heading such as "Related stories", up to the next heading of its rank or the block's end."""
    count = 0
    for heading in list(tree.iter("h2", "h3", "h4", "h5", "h6", "strong", "p")):
        words = " ".join("".join(heading.itertext()).split()).casefold().strip(" :»›→|")[:60]
        if words not in RELATED_HEADINGS or not _is_in(heading, tree):
            continue
        following = []
        for sibling in heading.itersiblings():
            if sibling.tag in ("h1", "h2", heading.tag) and sibling.tag != "p":
                break
            # Prose after "Read more" goes on with the article; a list or links end it.
            if sibling.tag == "p" and not _mostly_links(sibling):
                break
            following.append(sibling)
        if sum(_length(item) for item in following) <= whole * _MOST_BESIDE:
            for item in (heading, *following):
                _drop(item)
            count += 1
    return count


def _prose(element: Any) -> bool:
    """Whether an element holds three paragraphs or more that read as text: a wrapper of the article, not a teaser box."""
    paragraphs = (item for item in element.iter("p") if _length(item) > 120 and not _mostly_links(item))
    return sum(1 for _ in zip(range(3), paragraphs, strict=False)) == 3


def _mostly_links(element: Any) -> bool:
    """Whether the words of an element are those of its links."""
    length = _length(element)
    return length > 0 and sum(_length(link) for link in element.iter("a")) >= length * 0.6


def _is_in(element: Any, tree: Any) -> bool:
    """Whether an element is still part of the page, after others went."""
    while element.getparent() is not None:
        element = element.getparent()
    return element is tree


def _drop(element: Any) -> None:
    """Takes an element out and leaves the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def _length(element: Any) -> int:
    """Characters of text in an element."""
    return sum(len(part) for part in _texts(element))


def _words(element: Any) -> str:
    """The text of an element, cut where nothing more is learned from it."""
    return " ".join("".join(_texts(element)).split())[:5_000]


def _texts(element: Any) -> Iterator[str]:
    """Text of an element and of what is in it; scripts and comments are none."""
    for part in element.iter():
        if isinstance(part.tag, str) and part.tag not in ("script", "style"):
            if part.text:
                yield part.text
            if part is not element and part.tail:
                yield part.tail
