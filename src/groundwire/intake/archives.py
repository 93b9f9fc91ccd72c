"""Reads web archives: each captured page, file or feed in them, with the address and time of its capture."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime

from groundwire.errors import InputEmpty, InputError, InputTooBig, InputUnreadable, TamperedEvidence
from groundwire.intake import sniffing
from groundwire.intake.building import identity
from groundwire.intake.links import http_link, registrable_domain
from groundwire.intake.warc_records import WarcFault, WarcRecord, digest_holds, head, records
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Document, Reading, Refusal

# How one captured body is read: files.read_captured, handed in so that the two modules need not import each other.
ReadCaptured = Callable[[str, bytes, datetime, IntakePolicy, str], Reading]
_READ = ("response", "resource")
_PAGE_ENDS = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/rss",
    "application/atom",
    "application/rdf",
    "application/json",
    "application/feed+json",
    "application/pdf",
    "",
)
_SKIPPED = ("text/css", "text/javascript", "text/dns")


def read(name: str, data: bytes, captured_at: datetime, policy: IntakePolicy, read_captured: ReadCaptured) -> Reading:
    """Documents of every response and resource record; a record that cannot be read costs only itself.

    A conversion record is text that somebody made of another record: it is read only when the archive lacks that one.
    Raises: InputUnreadable when it is no archive, TamperedEvidence when a stated digest does not fit, InputTooBig.
    """
    found = _Collected(read_captured)
    taken = 0
    try:
        for record in records(data, policy.max_bytes):
            if not record.whole:
                found.notes.append(f"{name}: its last record breaks off and was left out")
                found.damaged = True
                break
            _verify(name, record)
            if record.kind in _READ or record.kind == "conversion":
                taken += 1
                if taken > policy.max_items:
                    found.notes.append(f"{name}: records after the first {policy.max_items:,} were left out")
                    break
                _take(found, name, record, captured_at, policy)
    except WarcFault as exc:
        if not found.documents:
            kind = InputTooBig if "limit" in str(exc) else InputUnreadable
            raise kind(name, f"it is a damaged web archive: {exc}") from exc
        found.notes.append(f"{name}: read up to a damaged record: {exc}")
    found.settle_conversions(name, captured_at, policy)
    if not found.documents and not found.refusals:
        raise InputEmpty(name, "no captured page or file is in it" + (", and it breaks off" if found.damaged else ""))
    return Reading(tuple(found.documents), tuple(found.refusals), tuple(found.notes))


class _Collected:
    """What an archive gave so far."""

    def __init__(self, read_captured: ReadCaptured) -> None:
        self.read = read_captured
        self.documents: list[Document] = []
        self.refusals: list[Refusal] = []
        self.notes: list[str] = []
        self.damaged = False
        self.ids: set[str] = set()
        self.conversions: list[WarcRecord] = []

    def settle_conversions(self, name: str, captured_at: datetime, policy: IntakePolicy) -> None:
        """Reads the conversions whose original is not in the archive."""
        for record in self.conversions:
            if record.headers.get("warc-refers-to", "") not in self.ids:
                _read_one(self, name, record, record.block, "text/plain", captured_at, policy)


def _verify(name: str, record: WarcRecord) -> None:
    """Raises TamperedEvidence when a digest that the record states is not that of its bytes."""
    if digest_holds(record.headers.get("warc-block-digest", ""), record.block) is False:
        raise TamperedEvidence(
            name, f"the stored digest of {record.address[:200] or 'a record'} does not match its bytes"
        )
    payload = payload_of(record)
    if digest_holds(record.headers.get("warc-payload-digest", ""), payload) is False and not _encoded(record):
        raise TamperedEvidence(
            name, f"the stored digest of {record.address[:200] or 'a record'} does not match its bytes"
        )


def _take(found: _Collected, name: str, record: WarcRecord, captured_at: datetime, policy: IntakePolicy) -> None:
    """Reads one record."""
    if record.kind == "conversion":
        found.conversions.append(record)
        return
    found.ids.add(record.headers.get("warc-record-id", ""))
    headers = _http_head(record)
    status = record.block[9:12] if record.kind == "response" else b"200"
    if status[:1] != b"2":
        return
    media_type = headers.get(
        "content-type", "" if record.kind == "response" else record.headers.get("content-type", "")
    )
    media_type = media_type.split(";")[0].strip().casefold()
    if media_type in _SKIPPED or not media_type.startswith(_PAGE_ENDS[:-1] if media_type else _PAGE_ENDS):
        return
    try:
        body = _body(record, headers, policy)
    except InputError as exc:
        found.refusals.append(Refusal(record.address[:500] or name, exc.reason, exc.code))
        return
    _read_one(found, name, record, body, media_type, captured_at, policy)


def _read_one(
    found: _Collected,
    name: str,
    record: WarcRecord,
    body: bytes,
    media_type: str,
    captured_at: datetime,
    policy: IntakePolicy,
) -> None:
    """The documents of one body, under the record's address and time."""
    address = http_link(record.address)
    label = address or record.headers.get("warc-filename", "") or record.address or name
    try:
        if sniffing.is_warc(body):
            raise InputUnreadable(label, "it is an archive inside an archive, which is not read")
        when = min(_when(record) or captured_at, captured_at)
        reading = found.read(label, body, when, policy, address)
    except InputError as exc:
        found.refusals.append(Refusal(label[:500], exc.reason, exc.code))
        return
    found.documents.extend(_at(document, address) for document in reading.documents)
    found.refusals.extend(reading.refusals)
    found.notes.extend(reading.notes)


def _at(document: Document, address: str) -> Document:
    """A document without an address of its own stands where it was captured."""
    if document.url or not address:
        return document
    domain = registrable_domain(address)
    source = document.source
    if not source.domain:
        source = dataclasses.replace(source, domain=domain)
    return dataclasses.replace(document, url=address, source=source, id=identity(source, address, document.text))


def payload_of(record: WarcRecord) -> bytes:
    """What a payload digest is over: a response without its HTTP head, anything else whole."""
    if record.kind != "response":
        return record.block
    end = record.block.find(b"\r\n\r\n")
    return record.block[end + 4 :] if end >= 0 else record.block


def _encoded(record: WarcRecord) -> bool:
    """Whether the payload was chunked or packed in transfer, when archives differ in what they digest."""
    headers = _http_head(record)
    return bool(headers.get("transfer-encoding"))


def _http_head(record: WarcRecord) -> dict[str, str]:
    """The HTTP headers of a response, {} for other records."""
    if record.kind != "response":
        return {}
    end = record.block.find(b"\r\n\r\n")
    return head(record.block[:end]) if end >= 0 else {}


def _body(record: WarcRecord, headers: dict[str, str], policy: IntakePolicy) -> bytes:
    """The bytes of the page: unchunked, and unpacked when one layer of gzip was used."""
    body = payload_of(record)
    if headers.get("transfer-encoding", "").casefold() == "chunked":
        body = _unchunked(body)
    encoding = headers.get("content-encoding", "").casefold()
    if encoding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        return sniffing.unpack(record.address, body, policy)
    if encoding == "deflate":
        try:
            return zlib.decompressobj().decompress(body, policy.max_bytes)
        except zlib.error as exc:
            raise InputUnreadable(record.address, "its packed body is damaged") from exc
    return body


def _unchunked(body: bytes) -> bytes:
    """A chunked body put together; what does not look chunked is left as it is."""
    parts: list[bytes] = []
    position = 0
    while True:
        end = body.find(b"\r\n", position, position + 20)
        size = body[position:end].split(b";")[0].strip() if end > 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            return body if not parts else b"".join(parts)
        if length == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + length])
        position = end + 4 + length


def bodies(data: bytes, policy: IntakePolicy) -> Iterator[bytes]:
    """The body of each record that may be read, as read() takes it; for keeping what documents were taken from."""
    with suppress(WarcFault):
        for number, record in enumerate(records(data, policy.max_bytes)):
            if not record.whole or number >= 4 * policy.max_items:
                return
            if record.kind == "conversion":
                yield record.block
            elif record.kind in _READ:
                with suppress(InputError):
                    yield _body(record, _http_head(record), policy)


def _when(record: WarcRecord) -> datetime | None:
    """The record's time of capture, None when it states none that can be read."""
    text = record.headers.get("warc-date", "")[:19]
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=UTC)
    except ValueError:
        return None
