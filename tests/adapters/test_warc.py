"""Evidence is kept so that others can open it and nobody can change it unseen."""

import gzip
import hashlib
import io
from datetime import UTC, datetime

import pytest
from warcio.archiveiterator import ArchiveIterator

from groundwire.adapters.warc import captured_bytes, evidence, read_warc, without_secrets, write_evidence
from groundwire.errors import InputUnreadable, StorageError, TamperedEvidence
from groundwire.intake.files import read

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEXTS = {
    "a.txt": b"Source: Norvik Gazette\nUrl: https://gazette.example/mill\n\nThe mill closed on Monday.",
    "b.txt": "Die Mühle ist zu, sagt Brüll.".encode(),
}


def kept():
    documents = [read(name, data, NOW).documents[0] for name, data in TEXTS.items()]
    raw = {hashlib.sha256(data).hexdigest(): data for data in TEXTS.values()}
    return documents, raw


def test_text_and_bytes_come_back_as_they_were():
    documents, raw = kept()
    stored = read_warc(evidence(documents, raw, NOW))
    assert [stored.text_of(document.id) for document in documents] == [document.text for document in documents]
    assert {record.payload for record in stored.records if record.kind == "resource"} == set(TEXTS.values())
    originals = {record.id for record in stored.records if record.kind == "resource"}
    assert all(record.refers_to in originals for record in stored.records if record.kind == "conversion")
    assert not stored.damaged


def test_the_same_evidence_gives_the_same_bytes():
    documents, raw = kept()
    assert evidence(documents, raw, NOW) == evidence(documents, raw, NOW)


def test_another_tool_opens_it_and_its_digests_hold():
    documents, raw = kept()
    found = []
    for record in ArchiveIterator(io.BytesIO(evidence(documents, raw, NOW)), check_digests="raise"):
        record.content_stream().read()
        found.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI")))
    assert found[:3] == [
        ("warcinfo", None),
        ("resource", "https://gazette.example/mill"),
        ("conversion", "https://gazette.example/mill"),
    ]
    assert len(found) == 5


def test_every_record_is_a_gzip_member_of_its_own():
    documents, raw = kept()
    data = evidence(documents, raw, NOW)
    assert gzip.decompress(data).count(b"WARC/1.1\r\n") == 5
    assert data.count(b"\x1f\x8b\x08\x00\x00\x00\x00\x00") == 5


def test_a_document_whose_bytes_are_gone_is_kept_as_text():
    documents, _ = kept()
    stored = read_warc(evidence(documents, {}, NOW))
    assert stored.text_of(documents[0].id) == documents[0].text
    assert {record.refers_to for record in stored.records} == {""}


@pytest.mark.bad("Z04")
def test_a_changed_text_is_found_out():
    documents, raw = kept()
    members = gzip.decompress(evidence(documents, raw, NOW)).replace(b"closed on Monday.", b"opened on Monday.")
    with pytest.raises(TamperedEvidence):
        read_warc(members)


@pytest.mark.bad("Z04")
def test_bytes_of_another_hash_are_not_kept():
    documents, _ = kept()
    with pytest.raises(TamperedEvidence):
        evidence(documents, {documents[0].snapshot.sha256: b"other"}, NOW)


@pytest.mark.bad("Z04")
def test_what_identified_a_visitor_is_never_written():
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nSet-Cookie: session=secretvalue\r\nAuthorization: secretvalue"
    )
    assert b"secretvalue" not in without_secrets(head) and b"text/plain" in without_secrets(head)
    block = head + b"\r\n\r\nThe mill closed on Monday."
    request = b"GET / HTTP/1.1\r\nCookie: secretvalue\r\n\r\n"
    archive = b"".join(
        b"WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:x:%d>\r\nWARC-Target-URI: https://gazette.example/mill\r\nWARC-Date: 2026-11-20T08:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        % (kind, number, len(part), part)
        for number, (kind, part) in enumerate(((b"request", request), (b"response", block)))
    )
    documents = read("a.warc", archive, NOW).documents
    data = gzip.decompress(
        evidence(documents, {key: value for key, value in captured_bytes(archive).items() if value != archive}, NOW)
    )
    assert b"The mill closed" in data and b"secretvalue" not in data
    assert b"WARC-Refers-To" in data


@pytest.mark.bad("Z05")
def test_an_archive_cut_at_any_byte_gives_its_whole_records():
    documents, raw = kept()
    data = evidence(documents, raw, NOW)
    ends = [index for index in range(1, len(data)) if data[index : index + 8] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00"]
    for cut in range(1, len(data)):
        stored = read_warc(data[:cut])
        assert len(stored.records) == sum(end <= cut for end in ends)
        assert stored.damaged is (cut not in ends)


def test_what_is_no_archive_is_refused():
    with pytest.raises(InputUnreadable):
        read_warc(b"The mill closed on Monday.")


@pytest.mark.bad("Z08")
def test_a_file_name_cannot_write_a_header(tmp_path):
    odd = "a\r\nWARC-Type: request\r\n/../../CON.txt"
    document = read(odd, b"The mill closed.", NOW).documents[0]
    path = tmp_path / "evidence.warc.gz"
    write_evidence(path, [document], {document.snapshot.sha256: b"The mill closed."}, NOW)
    assert {record.kind for record in read_warc(path.read_bytes()).records} == {"warcinfo", "resource", "conversion"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["evidence.warc.gz"]


def test_a_place_that_cannot_be_written_is_a_typed_error(tmp_path):
    documents, raw = kept()
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError):
        write_evidence(tmp_path / "file" / "evidence.warc.gz", documents, raw, NOW)
