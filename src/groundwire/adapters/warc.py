"""Keeps captured bytes and extracted texts as a web archive that any tool of the trade can open.

One gzip member a record, SHA-256 digests of block and payload, a conversion record for each document's text that refers
to the record of its bytes. What identified a visitor (request records, cookies, authorisation) is never written.

Source: ISO 28500:2017 (WARC 1.1).
"""

from __future__ import annotations

import gzip
import hashlib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from groundwire.adapters.folder import write_whole
from groundwire.errors import InputTooBig, InputUnreadable, TamperedEvidence
from groundwire.intake import archives, sniffing
from groundwire.intake.warc_records import WarcFault, digest_holds, records
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Document

_DOCUMENT_FIELD = "Groundwire-Document"
_SECRET_HEADERS = frozenset(
    ["cookie", "set-cookie", "set-cookie2", "authorization", "proxy-authorization", "www-authenticate", "x-api-key"]
)
_LONGEST = 64_000_000
_DEFAULTS = IntakePolicy()


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as read back, its digest verified.

    Args:
        kind: "warcinfo", "resource", "response" or "conversion".
        document: id of the document whose text a conversion holds, "" for other records.
        refers_to: record id of the bytes that a conversion was made of, "" when they are not in the archive.
    """

    kind: str
    id: str
    address: str
    captured_at: str
    media_type: str
    payload: bytes
    document: str = ""
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class StoredEvidence:
    """An archive as read back; damaged is True when its end was lost and the whole records were recovered."""

    records: tuple[StoredRecord, ...]
    damaged: bool = False

    def text_of(self, document: str) -> str | None:
        """The stored text of a document, None when the archive does not hold it."""
        return next((record.payload.decode("utf-8") for record in self.records if record.document == document), None)


def write_evidence(path: Path, documents: Iterable[Document], raw: Mapping[str, bytes], now: datetime) -> None:
    """Writes the archive of these documents in one step; the same input and time give the same bytes.

    Args:
        raw: captured bytes by the hex SHA-256 that the documents' snapshots name; a document whose bytes are missing
            is kept as its text alone.
        now: aware; the time the archive is made.
    Raises: StorageError when it cannot be written whole, TamperedEvidence when bytes are not those of their hash.
    """
    write_whole(path, evidence(documents, raw, now))


def evidence(documents: Iterable[Document], raw: Mapping[str, bytes], now: datetime) -> bytes:
    """The bytes of such an archive."""
    about = f"software: Groundwire/{version('groundwire')}\r\nformat: WARC File Format 1.1\r\n".encode("ascii")
    parts = [_member("warcinfo", about, "application/warc-fields", now, "")]
    by_snapshot: dict[str, list[Document]] = {}
    for document in documents:
        by_snapshot.setdefault(document.snapshot.sha256, []).append(document)
    for digest, group in by_snapshot.items():
        snapshot = group[0].snapshot
        address = group[0].url if len(group) == 1 and group[0].url else f"urn:sha256:{digest}"
        refers_to = ""
        if digest in raw:
            data = raw[digest]
            if hashlib.sha256(data).hexdigest() != digest:
                raise TamperedEvidence(snapshot.name, "its bytes are not those of the hash that its documents name")
            refers_to = _record_id("resource", address, data)
            parts.append(_member("resource", data, snapshot.media_type, snapshot.captured_at, address))
        for document in group:
            own = document.url or f"urn:sha256:{digest}"
            extra = {_DOCUMENT_FIELD: document.id, **({"WARC-Refers-To": refers_to} if refers_to else {})}
            parts.append(
                _member(
                    "conversion",
                    document.text.encode("utf-8"),
                    "text/plain; charset=utf-8",
                    snapshot.captured_at,
                    own,
                    extra,
                )
            )
    return b"".join(parts)


def read_warc(data: bytes, name: str = "evidence.warc.gz") -> StoredEvidence:
    """The records of an archive, each digest verified; a last record that breaks off is left out and said so.

    Raises: TamperedEvidence when a stored digest is not that of its bytes, InputUnreadable when it is no archive.
    """
    found: list[StoredRecord] = []
    damaged = False
    try:
        for record in records(data, _LONGEST):
            if not record.whole:
                damaged = True
                break
            payload = archives.payload_of(record)
            for field, value in (("warc-block-digest", record.block), ("warc-payload-digest", payload)):
                if digest_holds(record.headers.get(field, ""), value) is False:
                    raise TamperedEvidence(
                        name, f"the stored digest of {record.address or record.kind} does not match its bytes"
                    )
            headers = record.headers
            found.append(
                StoredRecord(
                    record.kind,
                    headers.get("warc-record-id", ""),
                    record.address,
                    headers.get("warc-date", ""),
                    headers.get("content-type", ""),
                    payload,
                    headers.get(_DOCUMENT_FIELD.casefold(), ""),
                    headers.get("warc-refers-to", ""),
                )
            )
    except WarcFault as exc:
        kind = InputTooBig if "limit" in str(exc) else InputUnreadable
        raise kind(name, f"it is a damaged web archive: {exc}") from exc
    return StoredEvidence(tuple(found), damaged)


def captured_bytes(data: bytes, policy: IntakePolicy = _DEFAULTS) -> dict[str, bytes]:
    """What an input's documents were taken from, by hash: the input itself, and each body if it is a web archive."""
    found = {hashlib.sha256(data).hexdigest(): data}
    if sniffing.is_warc(data):
        found |= {hashlib.sha256(body).hexdigest(): body for body in archives.bodies(data, policy)}
    return found


def without_secrets(http_head: bytes) -> bytes:
    """An HTTP head without cookies and authorisation, for whoever stores a response with its head."""
    lines = http_head.split(b"\r\n")
    kept = [
        line for line in lines if line.split(b":", 1)[0].strip().decode("latin-1").casefold() not in _SECRET_HEADERS
    ]
    return b"\r\n".join(kept)


def _member(
    kind: str, block: bytes, media_type: str, when: datetime, address: str, extra: Mapping[str, str] | None = None
) -> bytes:
    """One record as one gzip member without a time of its own."""
    digest = "sha256:" + hashlib.sha256(block).hexdigest()
    lines = {
        "WARC-Type": kind,
        "WARC-Record-ID": _record_id(kind, address + (extra or {}).get(_DOCUMENT_FIELD, ""), block),
        "WARC-Date": when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        **({"WARC-Target-URI": address} if address else {}),
        "WARC-Block-Digest": digest,
        **({"WARC-Payload-Digest": digest} if kind != "warcinfo" else {}),
        **(extra or {}),
        "Content-Type": media_type,
        "Content-Length": str(len(block)),
    }
    head = "WARC/1.1\r\n" + "".join(f"{name}: {_one_line(value)}\r\n" for name, value in lines.items()) + "\r\n"
    return gzip.compress(head.encode("utf-8") + block + b"\r\n\r\n", mtime=0)


def _one_line(value: str) -> str:
    """A header's value: a name from outside must not begin a line of its own."""
    return " ".join(value.split())


def _record_id(kind: str, address: str, block: bytes) -> str:
    """An id that the content decides, so that writing twice gives one archive."""
    key = f"{kind}\n{address}\n{hashlib.sha256(block).hexdigest()}"
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, key)}>"
