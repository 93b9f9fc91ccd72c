"""Reads a draft: the plain text to be split, and the way back to line and column of the file."""

from __future__ import annotations

import dataclasses
import html
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from groundwire.errors import InputEmpty, InputTooBig, InputUnreadable
from groundwire.intake import plaintext, prescan, sniffing
from groundwire.intake.cleaning import clean
from groundwire.intake.decoding import decode
from groundwire.intake.headers import read_head
from groundwire.intake.plaintext import Piece, Placed
from groundwire.records.claim import ReadSentence
from groundwire.records.policy import IntakePolicy

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})[^<>]{0,4000}>|<!--|<![^<>]{0,400}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
_SILENT = frozenset(["script", "style", "head", "template", "noscript", "svg", "math", "title"])
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
        "main",
        "aside",
        "br",
        "hr",
        "figure",
        "figcaption",
        "td",
        "th",
        "pre",
    ]
)
# How far a cleaned character is looked for in the line it comes from.
_REACH = 64
DEFAULTS = IntakePolicy()


@dataclass(frozen=True, slots=True)
class Positions:
    """The way from an offset in the plain text to its place in the file.

    Args:
        placed: the text with its pieces.
        lines: code-point offset in the file of the first character of each line.
    """

    placed: Placed
    lines: tuple[int, ...]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a code point of the plain text."""
        origin = self.placed.origin(offset)
        line = max(1, bisect_right(self.lines, origin))
        return line, origin - self.lines[line - 1] + 1

    def __getitem__(self, offset: int) -> tuple[int, int]:
        """The same, as a mapping is asked."""
        return self.at(offset)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is to be checked.

    Args:
        text: plain text, cleaned; what sentences are split from.
        markup: "markdown", "text" or "html": what the file is written in.
        header: header lines by lower-case key; metadata, not part of the text.
    """

    name: str
    text: str
    markup: str
    header: Mapping[str, str]
    positions: Positions

    def placed(self, read: ReadSentence) -> ReadSentence:
        """A sentence of this text with line and column of the file it stands in."""
        line, column = self.positions.at(read.sentence.start)
        return dataclasses.replace(read, sentence=dataclasses.replace(read.sentence, line=line, column=column))


def read_draft(name: str, data: bytes, policy: IntakePolicy = DEFAULTS) -> Draft:
    """A Markdown, text or HTML file as a draft; standard input ("-") is read as Markdown, whose plain text is itself.

    HTML is stripped here by a linear pass of our own, so that no parser meets it and every sentence keeps its line.
    Raises: InputError when it is empty, too big or of another format.
    """
    if len(data) > policy.max_bytes:
        raise InputTooBig(
            name, f"it has {len(data):,} bytes, over the limit of {policy.max_bytes:,}; check it in parts"
        )
    if not data.strip(b" \t\r\n"):
        raise InputEmpty(name, "nothing is in it; give a draft with text")
    if data.startswith((b"%PDF-", b"\x1f\x8b")):
        raise InputUnreadable(name, "a draft must be Markdown, text or HTML; save it as one of these")
    sniffing.refuse_binary(name, data)
    raw = decode(name, data).text.replace("\r\n", "\n").replace("\r", "\n")
    media_type = sniffing.text_type(name if "." in name else "draft.md", raw)
    head = read_head(raw)
    if media_type == sniffing.HTML:
        prescan.scan(name, raw, policy, markup="html")
        markup, placed = "html", _html(raw)
    elif media_type == sniffing.TEXT:
        markup, placed = "text", plaintext.plain_text(raw, head.body)
    elif media_type == sniffing.MARKDOWN:
        markup, placed = "markdown", plaintext.markdown(raw, head.body)
    else:
        raise InputUnreadable(name, "a draft must be Markdown, text or HTML; feeds can only be evidence")
    placed = _cleaned(placed)
    if not placed.text.strip():
        raise InputEmpty(name, "it has no text to check")
    starts = [0, *(match.end() for match in re.finditer("\n", raw))]
    return Draft(name, placed.text, markup, dict(head.fields), Positions(placed, tuple(starts)))


def _cleaned(placed: Placed) -> Placed:
    """The text after the one cleaning step, with pieces for whatever it moved."""
    cleaned = clean(placed.text).text
    if cleaned == placed.text:
        return placed
    pieces: list[Piece] = []
    source, shift = 0, None
    for index, char in enumerate(cleaned):
        at = placed.text.find(char, source, source + _REACH)
        if at < 0:
            continue
        origin = placed.origin(at)
        if origin - index != shift:
            pieces.append(Piece(index, origin))
            shift = origin - index
        source = at + 1
    return Placed(cleaned, tuple(pieces))


def _html(text: str) -> Placed:
    """The words between tags; blocks stand apart, scripts, styles and comments go, entities become characters."""
    writer = plaintext.Writer()
    position, silent = 0, ""
    while match := _TAG.search(text, position):
        if not silent:
            _words(writer, text[position : match.start()], position)
        position = match.end()
        if match.group() == "<!--":
            end = text.find("-->", position)
            position = len(text) if end < 0 else end + 3
            continue
        name = (match.group(2) or "").casefold()
        if name in _SILENT:
            silent = "" if match.group(1) and name == silent else silent or ("" if match.group(1) else name)
        elif name in _BLOCKS and not silent:
            writer.add("\n\n", match.start())
    if not silent:
        _words(writer, text[position:], position)
    return writer.done()


def _words(writer: plaintext.Writer, run: str, origin: int) -> None:
    """One run between tags; white space and line breaks of the file mean a space."""
    position = 0
    for match in _ENTITY.finditer(run):
        writer.add(_spaced(run[position : match.start()]), origin + position)
        writer.add(html.unescape(match.group()), origin + match.start())
        position = match.end()
    writer.add(_spaced(run[position:]), origin + position)


def _spaced(run: str) -> str:
    """Line breaks and tabs as spaces, one for one, so that places stay true."""
    return run.replace("\n", " ").replace("\t", " ")
