"""The one cleaning step: what an outsider's text loses before anything else sees it.

What a reader cannot see must not steer a verifier or a page: bidi controls, tag characters, zero-width
characters, controls and noncharacters go; what went is counted and kept as flags.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# A letter with more marks than four is decoration that breaks a page's layout (T05).
MOST_MARKS = 4
# No word or address of a report is longer; a run of a megabyte only breaks layouts (T08).
LONGEST_RUN = 2_000

_SURROGATES = re.compile("[\ud800-\udfff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TAGS = re.compile("[\U000e0000-\U000e007f\U000e0100-\U000e01ef]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NONCHARACTERS = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17))
    + "]"
)
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
_JOINERS = re.compile("[\u200c\u200d]")
_SELECTORS = re.compile("[\ufe00-\ufe0f]{2,}")
_MARK_RUN = re.compile(rf"[^\x00-\x7f\w]{{{MOST_MARKS + 1},}}")
_RUN = re.compile(rf"[!-~]{{{LONGEST_RUN + 1},}}")
_MANY_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"[ \t]{2,}|\t")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and what was taken out.

    Args:
        flags: such as "bidi_controls:3"; "damaged" when a character could not be decoded.
    """

    text: str
    flags: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """The text in NFC without what a reader cannot see; lines keep their breaks, blank lines stand single.

    Linear in the length of the text.
    """
    flags: list[str] = []
    if text.isascii():
        text = _ascii(text, flags)
    else:
        text = _unicode(text, flags)
    text = _RUN.sub(lambda match: match.group()[:LONGEST_RUN], text)
    text = _SPACES.sub(" ", text)
    # Line by line and not by a pattern: trailing white space before something else makes one quadratic.
    text = "\n".join(line.rstrip(" \u00a0") for line in text.split("\n"))
    text = _MANY_LINES.sub("\n\n", text)
    return Cleaned(text.strip(), tuple(flags))


def steering(text: str) -> tuple[str, ...]:
    """Flags for what a text holds to steer a display or a machine: bidi controls and tag characters, counted."""
    if text.isascii():
        return ()
    counts = (("bidi_controls", len(_BIDI.findall(text))), ("tag_characters", len(_TAGS.findall(text))))
    return tuple(f"{name}:{count}" for name, count in counts if count)


def whole(text: str) -> str:
    """The text with each lone surrogate replaced, so that it can be written as UTF-8."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def clean_line(text: str) -> Cleaned:
    """The same for what must stand on one line: names, links' labels, bylines."""
    cleaned = clean(text)
    return Cleaned(" ".join(cleaned.text.split()), cleaned.flags)


def clean_title(text: str, graphemes: int) -> Cleaned:
    """A title on one line, cut at whole grapheme clusters; "(untitled)" when nothing is left to read."""
    # A title of megabytes is cut before the careful work: no grapheme has more than 64 code points after the marks are cut.
    cleaned = clean_line(text[: graphemes * 64])
    cut = cut_graphemes(cleaned.text, graphemes)
    flags = cleaned.flags
    if cut != cleaned.text or len(text) > graphemes * 64:
        flags = (*flags, "title_cut")
        cut = cut.rstrip() + "…"
    return Cleaned(cut or "(untitled)", flags)


def _ascii(text: str, flags: list[str]) -> str:
    """The short way for plain ASCII."""
    text = _BREAKS.sub("\n", text)
    return _remove(_CONTROLS, text, "controls", flags)


def _unicode(text: str, flags: list[str]) -> str:
    """The long way; marks are cut before NFC, whose sorting of marks is quadratic in their number."""
    text = _remove(_SURROGATES, text, "surrogates", flags, "\ufffd")
    text = _BREAKS.sub("\n", text.replace("\u2029", "\n\n"))
    text = _remove(_CONTROLS, text, "controls", flags)
    text = _remove(_NONCHARACTERS, text, "noncharacters", flags)
    text = _remove(_BIDI, text, "bidi_controls", flags)
    text = _remove(_TAGS, text, "tag_characters", flags)
    text = _remove(_INVISIBLE, text, "invisible", flags)
    text = _SELECTORS.sub(lambda match: match.group()[0], text)
    text = _joiners(text, flags)
    text = _marks(text, flags)
    if "\ufffd" in text:
        flags.append("damaged")
    return unicodedata.normalize("NFC", text)


def _remove(pattern: re.Pattern[str], text: str, name: str, flags: list[str], by: str = "") -> str:
    """The text without what the pattern finds, counted under the name."""
    text, count = pattern.subn(by, text)
    if count:
        flags.append(f"{name}:{count}")
    return text


def _joiners(text: str, flags: list[str]) -> str:
    """Keeps joiners and non-joiners inside emoji and inside words of scripts that need them."""
    removed = 0

    def decide(match: re.Match[str]) -> str:
        nonlocal removed
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if before and after and ((_emoji(before) and _emoji(after)) or (_joining(before) and _joining(after))):
            return match.group()
        removed += 1
        return ""

    text = _JOINERS.sub(decide, text)
    if removed:
        flags.append(f"joiners:{removed}")
    return text


def _emoji(char: str) -> bool:
    """Whether a joiner beside it can be part of an emoji sequence."""
    code = ord(char)
    return code == 0xFE0F or 0x1F000 <= code <= 0x1FAFF or 0x2190 <= code <= 0x2BFF


def _joining(char: str) -> bool:
    """Whether it belongs to an Arabic, Syriac, Indic, Sinhala, Khmer or Mongolian script, where joiners change letters."""
    code = ord(char)
    return 0x0600 <= code <= 0x08FF or 0x0900 <= code <= 0x0DFF or 0x1780 <= code <= 0x18AF or 0xFB50 <= code <= 0xFEFC


def _marks(text: str, flags: list[str]) -> str:
    """At most four combining marks on a base."""
    removed = 0

    def cut(match: re.Match[str]) -> str:
        nonlocal removed
        kept: list[str] = []
        marks = 0
        for char in match.group():
            marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
            if marks <= MOST_MARKS:
                kept.append(char)
            else:
                removed += 1
        return "".join(kept)

    text = _MARK_RUN.sub(cut, text)
    if removed:
        flags.append(f"marks:{removed}")
    return text


def cut_graphemes(text: str, limit: int) -> str:
    """At most `limit` grapheme clusters: a family emoji, a flag or a letter with its marks is never cut apart.

    Source: the extended clusters of UAX 29, without its rule for prepended marks.
    """
    if len(text) <= limit:
        return text
    count, half_flag = 0, False
    for index, char in enumerate(text):
        indicator = 0x1F1E6 <= ord(char) <= 0x1F1FF
        joined = index > 0 and (_extends(text[index - 1], char) or (indicator and half_flag))
        half_flag = indicator and not half_flag
        if joined:
            continue
        if count == limit:
            return text[:index]
        count += 1
    return text


def _extends(before: str, char: str) -> bool:
    """Whether a character belongs to the cluster of the one before it, flags left aside."""
    code = ord(char)
    if code == 0x200D or 0x1F3FB <= code <= 0x1F3FF or unicodedata.category(char) in ("Mn", "Me", "Mc"):
        return True
    return (before == "\u200d" and _emoji(char)) or 0x1160 <= code <= 0x11FF
