"""Web archives and PDFs are read as far as they are whole."""

import gzip
import hashlib
from datetime import UTC, datetime

import pytest
from fpdf import FPDF

from groundwire.errors import InputError, InputTooBig, InputUnreadable, TamperedEvidence
from groundwire.intake.files import read

CAPTURED = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PAGE = (
    "<html><head><title>Mill closes in Norvik after years</title></head><body><article><p>The paper mill in Norvik closed on Monday after ninety years, its owner said in a statement.</p>"
    "<p>About 240 people lose their work, according to the union, which met the mayor on Tuesday evening.</p></article></body></html>"
).encode("ascii")


def record(kind, block, address="https://gazette.example/mill", headers="", length=None):
    lines = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{hashlib.md5(block).hexdigest()}>\r\nWARC-Date: 2026-11-20T08:00:00Z\r\nWARC-Target-URI: {address}\r\n{headers}"
    size = len(block) if length is None else length
    return lines.encode() + f"Content-Length: {size}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(body=PAGE, head="", status="200 OK", **more):
    block = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n{head}\r\n".encode() + body
    return record("response", block, **more)


def packed(*members):
    return b"".join(gzip.compress(member) for member in members)


REQUEST = record(
    "request",
    b"GET /mill HTTP/1.1\r\nHost: gazette.example\r\nCookie: session=secretvalue\r\nAuthorization: Bearer secretvalue\r\n\r\n",
)


@pytest.mark.parametrize("form", [packed, lambda *members: b"".join(members)])
def test_a_response_gives_a_document_with_the_address_and_time_of_its_capture(form):
    found = read("a.warc", form(record("warcinfo", b"software: x\r\n"), REQUEST, response()), CAPTURED).documents[0]
    assert found.text.startswith("The paper mill") and found.url == "https://gazette.example/mill"
    assert found.snapshot.captured_at == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    assert found.snapshot.sha256 == hashlib.sha256(PAGE).hexdigest()


def test_a_packed_and_chunked_body_is_unpacked():
    body = gzip.compress(PAGE)
    chunked = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    head = "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    assert read("a.warc", response(chunked, head), CAPTURED).documents[0].text.startswith("The paper mill")


def test_errors_and_pictures_are_no_documents_and_a_bad_record_costs_itself():
    data = packed(
        response(status="404 Not Found"),
        response(b"", address="https://gazette.example/b"),
        response(address="https://gazette.example/c"),
    )
    reading = read("a.warc.gz", data, CAPTURED)
    assert [document.url for document in reading.documents] == ["https://gazette.example/c"]
    assert [refusal.file for refusal in reading.refusals] == ["https://gazette.example/b"]


def test_a_conversion_is_read_only_without_its_original():
    original = response()
    identifier = original.split(b"Record-ID: ")[1].split(b"\r\n")[0].decode()
    text = record("conversion", b"The mill closed, somebody extracted.", headers=f"WARC-Refers-To: {identifier}\r\n")
    assert len(read("a.warc", original + text, CAPTURED).documents) == 1
    assert read("a.warc", text, CAPTURED).documents[0].text == "The mill closed, somebody extracted."


@pytest.mark.bad("Z04")
def test_a_digest_that_does_not_fit_is_an_alarm():
    with pytest.raises(TamperedEvidence):
        read("a.warc", response(headers=f"WARC-Block-Digest: sha256:{'0' * 64}\r\n"), CAPTURED)
    with pytest.raises(TamperedEvidence):
        read("a.warc", response(headers="WARC-Payload-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n"), CAPTURED)


@pytest.mark.bad("Z04")
@pytest.mark.parametrize(
    ("length", "error"),
    [(10, InputUnreadable), (1_000_000_000, InputTooBig), (-1, InputUnreadable), ("x", InputUnreadable)],
)
def test_a_wrong_length_is_a_typed_error(length, error):
    with pytest.raises(error):
        read("a.warc", response(length=length) + response(), CAPTURED)


@pytest.mark.bad("Z04")
def test_a_record_of_a_gigabyte_is_never_unpacked():
    bomb = gzip.compress(record("resource", b"\x00" * 30_000_000))
    with pytest.raises(InputTooBig):
        read("a.warc.gz", bomb, CAPTURED)


@pytest.mark.bad("Z05")
def test_an_archive_cut_at_any_byte_gives_its_whole_records():
    first, second = gzip.compress(response()), gzip.compress(response(address="https://gazette.example/second"))
    whole = first + second
    for cut in [*range(len(first) - 3, len(first) + 40), *range(len(first), len(whole), 37)]:
        try:
            reading = read("a.warc.gz", whole[:cut], CAPTURED)
        except InputError:
            assert cut < len(first)
            continue
        assert [document.url for document in reading.documents] == ["https://gazette.example/mill"]
        assert cut == len(first) or "breaks off" in reading.notes[0]


@pytest.mark.bad("Z05")
def test_an_unpacked_archive_cut_short_gives_its_whole_records():
    first, second = response(), response(address="https://gazette.example/second")
    for cut in range(len(first), len(first) + len(second) - 4, 101):
        assert len(read("a.warc", (first + second)[:cut], CAPTURED).documents) == 1


def pdf(pages, **more):
    made = FPDF()
    made.set_font("Helvetica", size=12)
    for page in pages:
        made.add_page()
        made.multi_cell(0, 6, page)
    for name, value in more.items():
        getattr(made, name)(value)
    return bytes(made.output())


RULING = "The court of Norvik rules that Brelling Paper must pay 4 million crowns to the town. The company has thirty days to appeal the ruling before a higher court of the country."


def test_a_pdf_gives_its_text_in_paragraphs():
    found = read("ruling.pdf", pdf([RULING], set_title="Ruling in the case of the Norvik mill"), CAPTURED).documents[0]
    assert " ".join(found.text.split()) == RULING
    assert "\n" not in found.text
    assert found.title == "Ruling in the case of the Norvik mill" and found.snapshot.media_type == "application/pdf"


@pytest.mark.bad("H18")
def test_of_a_long_pdf_fifty_pages_are_read_and_the_rest_counted():
    reading = read("long.pdf", pdf([f"Page number {n} of the report." for n in range(60)]), CAPTURED)
    assert "number 49 of" in reading.documents[0].text and "number 50 of" not in reading.documents[0].text
    assert "10 of 60 pages left out" in reading.notes[0] and "truncated" in reading.documents[0].flags


@pytest.mark.bad("H18")
def test_an_encrypted_pdf_is_a_typed_error():
    made = FPDF()
    made.add_page()
    made.set_encryption("owner", "user")
    with pytest.raises(InputUnreadable, match="encrypted"):
        read("secret.pdf", bytes(made.output()), CAPTURED)


@pytest.mark.bad("H18")
def test_a_pdf_script_is_no_text():
    data = pdf([RULING]).replace(
        b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    )
    found = read("script.pdf", data, CAPTURED).documents[0]
    assert "alert" not in found.text


@pytest.mark.bad("H18")
@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF",
        b"%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [2 0 R] /Count 1 >> endobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF",
        b"%PDF-1.4\n" + b"1 0 obj " + b"[" * 50_000,
    ],
    ids=["nothing", "xref loop", "pages loop", "nesting"],
)
def test_a_damaged_pdf_is_a_typed_error(data):
    with pytest.raises(InputError):
        read("bad.pdf", data, CAPTURED)


@pytest.mark.bad("H18")
def test_a_pdf_without_text_layer_is_refused():
    with pytest.raises(InputUnreadable, match="no text layer"):
        read("scan.pdf", pdf([""]), CAPTURED)


def test_a_gzip_of_one_page_is_read_and_a_bomb_is_not():
    assert read("mill.html.gz", gzip.compress(PAGE), CAPTURED).documents[0].text.startswith("The paper mill")
    with pytest.raises(InputTooBig):
        read("mill.html.gz", gzip.compress(b"<p>" + b" " * 20_000_000), CAPTURED)
    with pytest.raises(InputUnreadable, match="twice"):
        read("mill.html.gz", gzip.compress(gzip.compress(PAGE)), CAPTURED)
