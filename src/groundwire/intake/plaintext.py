"""Reads text and Markdown: what the marks mean goes, what the reader reads stays, and every piece knows its place."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass

# A file counts as hard-wrapped at this width or less, if nearly all its line breaks could not have been later.
_WIDEST_WRAP = 120
_WRAPPED_SHARE = 0.8
_FEWEST_BREAKS = 3
_SLACK = 12

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
_SETEXT = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_BULLET = re.compile(r"[ \t]{0,12}(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?){1,8}")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t:|-]{3,}\|?[ \t]*")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S.*")
# Every part is bounded, so that a line of brackets or backticks costs linear time.
_INLINE = re.compile(
    r"!\[[^\]\n]{0,300}\](?:\([^)\[\n]{0,600}\)|\[[^\]\n]{0,100}\])?"
    r"|\[(?P<label>[^\[\]\n]{1,400})\](?:\((?P<target>[^)\[\n]{0,600})\)|\[[^\]\n]{0,100}\])"
    r"|\[\^[^\]\n]{1,40}\]"
    r"|<!--[^<\n]{0,1000}?-->"
    r"|</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>\n]{0,400})?/?>"
    r"|<(?P<auto>https?://[^<>\s]{1,500})>"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!~|<>-])"
    r"|(?P<marks>\*{1,3}|~~|`{1,3})"
    r"|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of output text and where it stood: start is in the output, origin in the input, both in code points."""

    start: int
    origin: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A plain text made of pieces of an input, with the way back."""

    text: str
    pieces: tuple[Piece, ...]

    def origin(self, offset: int) -> int:
        """The code-point offset in the input of a code point of the text."""
        if not self.pieces:
            return 0
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda item: item.start) - 1)]
        return piece.origin + max(0, offset - piece.start)


class Writer:
    """Collects pieces."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0

    def add(self, text: str, origin: int) -> None:
        """One run of text that stood at that place."""
        if text:
            self.pieces.append(Piece(self.length, origin))
            self.parts.append(text)
            self.length += len(text)

    def done(self) -> Placed:
        """All of it."""
        return Placed("".join(self.parts), tuple(self.pieces))


def plain_text(text: str, start: int = 0) -> Placed:
    """A text file from that offset on; the line breaks of a hard-wrapped file become spaces, paragraphs stay."""
    lines = _lines(text, start)
    width = wrap_width([line for _, line in lines])
    writer = Writer()
    for index, (origin, line) in enumerate(lines):
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        joined = (width > 0 and _wrapped(line, following, width)) or _goes_on(line, following)
        writer.add(line, origin)
        if index + 1 < len(lines):
            writer.add(" " if joined else "\n", origin + len(line))
    return writer.done()


def wrap_width(lines: list[str]) -> int:
    """The width at which a file is hard-wrapped, 0 when its lines are paragraphs.

    A break is a wrap when the next word would not have fitted; a heading above a paragraph ends before it must.
    """
    width = max((len(line) for line in lines), default=0)
    if not 40 <= width <= _WIDEST_WRAP:
        return 0
    breaks = [(line, after) for line, after in itertools.pairwise(lines) if line.strip() and after.strip()]
    wraps = sum(_wrapped(line, after, width) for line, after in breaks)
    return width if wraps >= _FEWEST_BREAKS and wraps >= len(breaks) * _WRAPPED_SHARE else 0


def _wrapped(line: str, following: str, width: int) -> bool:
    """Whether the break after a line was made by the width and not by the writer."""
    if not line.strip() or not following.strip() or _BULLET.match(following):
        return False
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - _SLACK


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence plainly runs over the break: no stop before it and a small letter after it, or a comma before it.

    A table of short lines is none: the line must be long enough to have been broken.
    """
    if len(line) < 40 or not following.strip() or _BULLET.match(following):
        return False
    return line.endswith(",") or (line[-1].isalnum() and following[:1].islower())


def markdown(text: str, start: int = 0) -> Placed:
    """The words of a Markdown text: marks, addresses, images, comments and code blocks go; a block stays a block."""
    writer = Writer()
    lines = _lines(text, start)
    in_code, in_comment, open_paragraph = False, False, False
    for index, (origin, line) in enumerate(lines):
        if _FENCE.match(line):
            in_code = not in_code
            open_paragraph = False
            continue
        if in_comment or line.lstrip().startswith("<!--"):
            in_comment = "-->" not in line
            continue
        if in_code or _DEFINITION.fullmatch(line):
            continue
        if (
            not line.strip()
            or _RULE.fullmatch(line)
            or _SETEXT.fullmatch(line)
            or ("|" in line and _TABLE_RULE.fullmatch(line))
        ):
            open_paragraph = False
            continue
        content, offset, own_block = _block(line)
        underlined = index + 1 < len(lines) and bool(_SETEXT.fullmatch(lines[index + 1][1]))
        if writer.length:
            joined = open_paragraph and not own_block
            tight = own_block and not joined
            writer.add(" " if joined else "\n" if tight and open_paragraph else "\n\n", origin)
        _inline(writer, content, origin + offset)
        open_paragraph = not (underlined or (own_block and line.lstrip().startswith("#")))
    return writer.done()


def _block(line: str) -> tuple[str, int, bool]:
    """A line without the marks of its block, how many code points they took, and whether it opens a block of its own."""
    offset, own = 0, False
    for pattern in (_QUOTE, _HEADING, _BULLET):
        match = pattern.match(line, offset)
        if match:
            own = own or pattern is not _QUOTE
            offset = match.end()
    content = line[offset:].rstrip()
    if content.startswith("|"):
        own = True
    return content, offset, own


def _inline(writer: Writer, content: str, origin: int) -> None:
    """Writes a line without emphasis marks, link targets, images, tags and footnote marks."""
    position = 0
    for match in _INLINE.finditer(content):
        writer.add(content[position : match.start()], origin + position)
        group = next((name for name in ("label", "auto", "escaped") if match[name]), "")
        if group == "label":
            _inline(writer, match["label"], origin + match.start("label"))
        elif group:
            writer.add(match[group], origin + match.start(group))
        position = match.end()
    writer.add(content[position:], origin + position)


def _lines(text: str, start: int) -> list[tuple[int, str]]:
    """Lines with their offsets; line ends are "\\n" alone by now."""
    lines, offset = [], start
    for line in text[start:].split("\n"):
        lines.append((offset, line.rstrip()))
        offset += len(line) + 1
    return lines


def head_line(text: str) -> str:
    """The first line of a text if it is short enough for a title; else its first words."""
    line = text.lstrip().split("\n", 1)[0].strip()
    return line if len(line) <= 160 else " ".join(line.split()[:14]) + " …"
