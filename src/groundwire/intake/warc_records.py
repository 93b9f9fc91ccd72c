"""Takes a WARC file apart, record by record; a file cut short by a crash still gives its whole records.

Written here and not taken from a library, because every length in such a file is a stranger's word: each gzip member
and each record is bounded before it is unpacked.

Source: ISO 28500:2017 (WARC 1.1).
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_VERSION = re.compile(rb"WARC/1\.[01]")
_LONGEST_HEAD = 64_000
# Digests other than these cannot be verified here; sha1 is what most crawlers write.
_ALGORITHMS = ("sha256", "sha1", "md5", "sha512")


class WarcFault(ValueError):
    """The bytes are no WARC from here on."""


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record.

    Args:
        headers: by lower-case name.
        block: its bytes, as the archive holds them.
        whole: False for a last record that breaks off.
    """

    headers: Mapping[str, str]
    block: bytes
    whole: bool = True

    @property
    def kind(self) -> str:
        """The record's type: response, resource, conversion, warcinfo, ..."""
        return self.headers.get("warc-type", "")

    @property
    def address(self) -> str:
        """The target address, without the angle brackets that old archives put around it."""
        return self.headers.get("warc-target-uri", "").strip("<>")


def records(data: bytes, limit: int) -> Iterator[WarcRecord]:
    """The records of an archive in order, packed or not; the last one has whole=False when it breaks off.

    Args:
        limit: most bytes of one record, and of one gzip member unpacked.
    Raises: WarcFault for a record over the limit or bytes that are no record.
    """
    if data.startswith(b"\x1f\x8b"):
        yield from _packed(data, limit)
    else:
        yield from _plain(data, limit)


def _packed(data: bytes, limit: int) -> Iterator[WarcRecord]:
    """Members of gzip, one record each (several in one are read as well)."""
    rest = data
    while rest:
        opener = zlib.decompressobj(wbits=31)
        try:
            member = opener.decompress(rest, limit + _LONGEST_HEAD)
        except zlib.error as exc:
            if not rest.startswith(b"\x1f\x8b"):
                raise WarcFault("bytes between its records are no record") from exc
            yield WarcRecord({}, b"", whole=False)
            return
        if opener.unconsumed_tail and not opener.eof:
            raise WarcFault(f"one of its records is over the limit of {limit:,} bytes")
        if not opener.eof:
            yield from _partial(member, limit)
            return
        yield from _plain(member, limit)
        rest = opener.unused_data


def _partial(member: bytes, limit: int) -> Iterator[WarcRecord]:
    """What a member that breaks off holds: its whole records, then the mark of a broken one.

    A record in it may look whole, but the member's own check sum was never seen; it is not taken.
    """
    yield WarcRecord({}, member[:0], whole=False)


def _plain(data: bytes, limit: int) -> Iterator[WarcRecord]:
    """Records one after the other."""
    position = 0
    while position < len(data):
        while data[position : position + 2] == b"\r\n":
            position += 2
        if position >= len(data):
            return
        if not _VERSION.match(data, position):
            if len(data) - position < 10:
                yield WarcRecord({}, b"", whole=False)
                return
            raise WarcFault("bytes between its records are no record")
        end = data.find(b"\r\n\r\n", position, position + _LONGEST_HEAD)
        if end < 0:
            yield WarcRecord({}, b"", whole=False)
            return
        headers = head(data[position:end])
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 15):
            raise WarcFault("one of its records has no length")
        size = int(length)
        if size > limit:
            raise WarcFault(f"one of its records says it has {size:,} bytes, over the limit of {limit:,}")
        block = data[end + 4 : end + 4 + size]
        if len(block) < size:
            yield WarcRecord(headers, block, whole=False)
            return
        if data[end + 4 + size : end + 8 + size] not in (b"\r\n\r\n", b""):
            raise WarcFault("the length of one of its records is wrong")
        yield WarcRecord(headers, block)
        position = end + 4 + size


def head(data: bytes) -> dict[str, str]:
    """Header lines by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for line in data.decode("utf-8", "replace").split("\r\n")[1:]:
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().casefold(), value.strip())
    return found


def digest_holds(stated: str, data: bytes) -> bool | None:
    """Whether a stated digest ("sha256:..." in hex or base 32) is that of the bytes; None when it cannot be told."""
    algorithm, colon, value = stated.partition(":")
    algorithm = algorithm.casefold().replace("-", "")
    if not colon or algorithm not in _ALGORITHMS:
        return None
    actual = hashlib.new(algorithm, data, usedforsecurity=False).digest()
    value = value.strip()
    return value.casefold() == actual.hex() or value.rstrip("=") == base64.b32encode(actual).decode("ascii").rstrip("=")
