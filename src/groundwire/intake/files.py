"""The one door of intake: bytes of any supported format in, documents out."""

from __future__ import annotations

from datetime import datetime

from groundwire.errors import InputEmpty, InputTooBig
from groundwire.intake import plaintext, sniffing
from groundwire.intake.building import Found, build, snapshot_of
from groundwire.intake.decoding import Decoded, decode
from groundwire.intake.headers import read_head
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Reading

DEFAULTS = IntakePolicy()


def read(name: str, data: bytes, captured_at: datetime, policy: IntakePolicy = DEFAULTS) -> Reading:
    """Documents of one input of any supported format, told by its bytes; pure.

    Args:
        name: file name or address: data, never opened.
        captured_at: aware; dates after it are clamped to it.
    Raises: InputError (of the kind that fits) when the input cannot be used at all.
    """
    if len(data) > policy.max_bytes:
        raise InputTooBig(
            name, f"it has {len(data):,} bytes, over the limit of {policy.max_bytes:,}; give the part that matters"
        )
    if not data.strip(b" \t\r\n"):
        raise InputEmpty(name, "nothing is in it; give a file with text")
    if sniffing.is_warc(data):
        from groundwire.intake import archives

        return archives.read(name, data, captured_at, policy, read_captured)
    return read_captured(name, data, captured_at, policy, "")


def read_captured(name: str, data: bytes, captured_at: datetime, policy: IntakePolicy, address: str) -> Reading:
    """The same for anything but an archive.

    Args:
        address: where the bytes were captured; "" for a file.
    """
    # Parsers get the unpacked text; the snapshot keeps the bytes as they were captured.
    plain = sniffing.unpack(name, data, policy)
    # The parsers are imported where they are needed: a folder of plain texts starts without them (0.5 s).
    if b"%PDF-" in plain[:1_024]:
        from groundwire.intake import pdfs

        return pdfs.read(name, plain, captured_at, policy)
    sniffing.refuse_binary(name, plain)
    decoded = decode(name, plain)
    media_type = sniffing.text_type(name.removesuffix(".gz"), decoded.text)
    if media_type in (sniffing.TEXT, sniffing.MARKDOWN):
        return read_plain(name, data, decoded, media_type, captured_at, policy)
    if media_type == sniffing.HTML:
        from groundwire.intake import pages

        return pages.read(name, data, decoded, captured_at, policy, address)
    if media_type == sniffing.JSON_FEED:
        from groundwire.intake import json_feeds

        return json_feeds.read(name, data, decoded, captured_at, policy)
    from groundwire.intake import feeds

    return feeds.read(name, data, decoded, captured_at, policy)


def read_plain(
    name: str, data: bytes, decoded: Decoded, media_type: str, captured_at: datetime, policy: IntakePolicy
) -> Reading:
    """A text or Markdown file: header lines aside, its words are the document."""
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    head = read_head(text)
    placed = (
        plaintext.markdown(text, head.body)
        if media_type == sniffing.MARKDOWN
        else plaintext.plain_text(text, head.body)
    )
    if not placed.text.strip() and not head.fields.get("title"):
        raise InputEmpty(name, "it has no text below its header lines")
    title = head.fields.get("title") or plaintext.head_line(placed.text)
    found = Found(title=title, text=placed.text, head=head.fields, flags=decoded.flags)
    return Reading(documents=(build(found, snapshot_of(name, data, media_type, captured_at), policy),))
