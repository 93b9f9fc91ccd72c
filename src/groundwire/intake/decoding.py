"""Turns bytes into text: by mark, by declaration, by evidence, never by hope.

Only encodings of the list are used. An encoding that can smuggle markup (UTF-7) or that no publisher uses is refused.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from groundwire.errors import InputEmpty, InputUnreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python's own names of what may be used.
_ALLOWED = frozenset(
    [
        "utf-8",
        "ascii",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "iso8859-1",
        "iso8859-2",
        "iso8859-3",
        "iso8859-4",
        "iso8859-5",
        "iso8859-6",
        "iso8859-7",
        "iso8859-8",
        "iso8859-9",
        "iso8859-10",
        "iso8859-13",
        "iso8859-14",
        "iso8859-15",
        "iso8859-16",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "koi8-r",
        "koi8-u",
        "shift_jis",
        "cp932",
        "euc_jp",
        "iso2022_jp",
        "euc_kr",
        "cp949",
        "big5",
        "big5hkscs",
        "gb2312",
        "gbk",
        "gb18030",
        "tis-620",
        "mac-roman",
    ]
)
# Browsers read these labels as the wider code page; so do we.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_GUESSED = [
    "cp1252",
    "cp1250",
    "cp1251",
    "koi8_r",
    "cp1253",
    "cp1255",
    "cp1256",
    "cp932",
    "euc_jp",
    "cp949",
    "big5",
    "gb18030",
    "iso8859_2",
    "iso8859_5",
]
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})""")
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
_EBCDIC = b"\x4c\x6f\xa7\x94\x93"
# Of a text that says UTF-8, so few faults per byte are damage and not another encoding.
_DAMAGE_SHARE = 0.002


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read with, and flags ("damaged", "encoding_guessed")."""

    text: str
    encoding: str
    flags: tuple[str, ...] = ()


def decode(name: str, data: bytes, declared: str = "") -> Decoded:
    """The text of the bytes.

    Args:
        declared: what a transport header says; a byte order mark is stronger, and so is plainly valid UTF-8.
    Raises: InputEmpty for nothing but marks and white space, InputUnreadable for an encoding outside the list.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _finish(name, data[len(mark) :], encoding)
    if not data.strip(b" \t\r\n\x00"):
        raise InputEmpty(name, "nothing is in it; give a file with text")
    if data.startswith(_EBCDIC):
        raise InputUnreadable(name, "its encoding is EBCDIC, which is not read; save it as UTF-8")
    wide = _without_mark(data[:4_000])
    if wide:
        return _finish(name, data, wide)
    said = _known(name, declared) or _said_inside(name, data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8") if said != "iso2022_jp" else Decoded(data.decode(said), said)
    except UnicodeDecodeError as exc:
        if exc.start >= len(data) - 3:
            return Decoded(data.decode("utf-8", "replace"), "utf-8", ("damaged",))
    if said and said != "utf-8":
        return _finish(name, data, _WIDER.get(said, said))
    repaired = data.decode("utf-8", "replace")
    if repaired.count("\ufffd") <= max(1, len(data) * _DAMAGE_SHARE) and _has_wide(repaired):
        return Decoded(repaired, "utf-8", ("damaged",))
    return _guess(name, data)


def _finish(name: str, data: bytes, encoding: str) -> Decoded:
    """Decodes with a known encoding; what does not fit becomes U+FFFD and is flagged."""
    text = data.decode(encoding, "replace")
    if not text.strip("\ufeff \t\r\n\x00"):
        raise InputEmpty(name, "nothing is in it; give a file with text")
    return Decoded(text, encoding, ("damaged",) if "\ufffd" in text else ())


def _without_mark(head: bytes) -> str:
    """UTF-16 without a mark shows as zero bytes in every other place; "" when it does not."""
    if len(head) < 4 or head.count(0) < len(head) * 0.3:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd else ""


def _said_inside(name: str, data: bytes) -> str:
    """The encoding that an XML declaration or a meta element names, "" for none."""
    match = _XML.search(data[:400]) or _META.search(data[:4_096])
    return _known(name, match.group(1).decode("ascii")) if match else ""


def _known(name: str, label: str) -> str:
    """Python's name of a label; "" for none.

    Raises: InputUnreadable when it is not on the list.
    """
    if not label:
        return ""
    try:
        known = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    if known not in _ALLOWED:
        raise InputUnreadable(name, f"its encoding {label[:40]!r} is not read; save it as UTF-8")
    # Whoever says UTF-16 in bytes that a byte parser could read this far is wrong.
    return "" if known.startswith("utf-16") else known


def _has_wide(text: str) -> bool:
    """Whether there is a character beyond ASCII that decoded well, so that UTF-8 was likely meant."""
    return any(char > "\x7f" and char != "\ufffd" for char in text[:200_000])


def _guess(name: str, data: bytes) -> Decoded:
    """The likeliest encoding of the list by the look of the text, flagged as guessed."""
    # Imported here: it costs 60 ms, and only bytes in an unknown encoding need it.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:20_000], cp_isolation=_GUESSED).best()
    if best is None:
        raise InputUnreadable(name, "it is not text in an encoding that can be told; save it as UTF-8")
    text = data.decode(best.encoding, "replace")
    return Decoded(text, best.encoding, ("encoding_guessed", *(("damaged",) if "\ufffd" in text else ())))
