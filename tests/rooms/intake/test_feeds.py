"""Feeds give one document an item, and nothing hostile gets through."""

import json
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from groundwire.errors import InputEmpty, InputHostile, InputTooBig, InputUnreadable
from groundwire.intake.files import read
from groundwire.intake.identity import merge
from groundwire.records.source import Extent

CAPTURED = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LONG = " ".join(["The mill in Norvik closed on Monday, the owner said in a statement."] * 12)


def rss(items, head=""):
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Norvik Gazette</title><link>https://gazette.example/</link><language>en</language>{items}</channel></rss>"
    ).encode()


def item(title="Mill closes", link="https://gazette.example/mill", text="The mill closed on Monday.", more=""):
    return f"<item><title>{title}</title><link>{link}</link><description>{text}</description>{more}</item>"


def documents(data, name="news.rss"):
    return read(name, data, CAPTURED).documents


def test_an_rss_item_becomes_a_document_of_its_publisher():
    (found,) = documents(rss(item(more="<pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><author>Ana Lopes</author>")))
    assert (found.title, found.text, found.url) == (
        "Mill closes",
        "The mill closed on Monday.",
        "https://gazette.example/mill",
    )
    assert (found.source.name, found.source.domain) == ("Norvik Gazette", "gazette.example")
    assert found.published.iso == "2026-11-20T10:00:00Z" and found.extent is Extent.SNIPPET and found.language == "en"


def test_full_content_is_taken_before_the_summary():
    (found,) = documents(
        rss(item(more=f"<content:encoded><![CDATA[<p>{LONG}</p><p>The union met.</p>]]></content:encoded>"))
    )
    assert found.text == f"{LONG}\n\nThe union met." and found.extent is Extent.FULL


def test_an_atom_entry_and_an_rdf_item_are_read():
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><link href="https://gazette.example/"/><entry><title>Mill</title>
    <link href="https://gazette.example/mill"/><published>2026-11-20T10:00:00Z</published><updated>2026-11-21T10:00:00Z</updated><summary>It closed on Monday.</summary></entry></feed>"""
    (found,) = documents(atom.encode(), "news.atom")
    assert (found.published.iso, found.updated.iso, found.text) == (
        "2026-11-20T10:00:00Z",
        "2026-11-21T10:00:00Z",
        "It closed on Monday.",
    )
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Gazette</title>
    <link>https://gazette.example/</link></channel><item rdf:about="https://gazette.example/m"><title>Mill</title><link>https://gazette.example/m</link><description>It closed.</description></item></rdf:RDF>"""
    assert documents(rdf.encode())[0].text == "It closed."


def test_a_source_element_names_where_an_item_really_comes_from():
    (found,) = documents(rss(item(more='<source url="https://wire.example/rss">Brelling Wire</source>')))
    assert found.attributed_to == "Brelling Wire"


BOMB = (
    '<!DOCTYPE rss [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
)


@pytest.mark.bad("F01")
def test_a_billion_laughs_are_refused_and_no_item_is_taken():
    started = time.process_time()
    with pytest.raises(InputHostile):
        read("news.rss", rss(item(title="&a9;"), head=BOMB), CAPTURED)
    assert time.process_time() - started < 2


@pytest.mark.bad("F02")
def test_a_quadratic_entity_is_refused():
    head = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 100_000}">]>'
    with pytest.raises(InputHostile):
        read("news.rss", rss(item(text="&a;" * 20_000), head=head), CAPTURED)


@pytest.mark.bad("F03")
def test_an_external_entity_is_refused_and_nothing_is_read():
    head = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(InputHostile):
        read("news.rss", rss(item(text="&x;"), head=head), CAPTURED)


@pytest.mark.bad("F04")
def test_an_external_document_type_makes_no_connection():
    asked = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        port = server.server_port
        head = f'<!DOCTYPE rss SYSTEM "http://127.0.0.1:{port}/a.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1:{port}/p"> %p;]>'
        with pytest.raises(InputHostile):
            read("news.rss", rss(item(), head=head), CAPTURED)
        read("news.rss", rss(item(), head=f'<!DOCTYPE rss SYSTEM "http://127.0.0.1:{port}/a.dtd">'), CAPTURED)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert asked == []


@pytest.mark.bad("F05")
def test_deep_nesting_in_a_feed_is_refused_before_parsing():
    with pytest.raises(InputHostile, match="deeper"):
        read("news.rss", rss(item(text="<b>" * 100_000)), CAPTURED)


@pytest.mark.bad("F06")
def test_thousands_of_attributes_in_a_feed_are_refused_before_parsing():
    started = time.process_time()
    many = " ".join(f'a{n}="1"' for n in range(20_000))
    with pytest.raises(InputHostile, match="attributes"):
        read("news.rss", rss(f"<item {many}><title>x</title></item>"), CAPTURED)
    assert time.process_time() - started < 1


@pytest.mark.bad("F07")
def test_a_feed_over_the_size_limit_is_too_big():
    with pytest.raises(InputTooBig):
        read("news.rss", rss(item(text="x" * 5_000_000)), CAPTURED)


@pytest.mark.bad("F08")
def test_of_fifty_thousand_items_the_first_thousand_are_taken_and_the_rest_counted():
    many = "".join(f"<item><title>M{n}</title><link>https://gazette.example/{n}</link></item>" for n in range(50_000))
    reading = read("news.rss", rss(many), CAPTURED)
    assert [document.title for document in reading.documents[:2]] == ["M0", "M1"] and len(reading.documents) == 1_000
    assert "49,000 of 50,000 items left out" in reading.notes[0]


@pytest.mark.bad("F09")
def test_a_feed_of_opening_brackets_is_contained():
    started = time.process_time()
    with pytest.raises((InputUnreadable, InputHostile)):
        read("news.rss", b"<rss>" + b"<" * 2_000_000, CAPTURED)
    assert time.process_time() - started < 2


@pytest.mark.bad("F10")
def test_unclosed_items_end_in_time():
    started = time.process_time()
    with pytest.raises((InputUnreadable, InputHostile)):
        read("news.rss", b"<rss><channel>" + b"<item><title>" * 20_000, CAPTURED)
    assert time.process_time() - started < 5


@pytest.mark.bad("F11")
def test_cdata_opened_a_hundred_thousand_times_is_refused():
    with pytest.raises(InputUnreadable):
        read("news.rss", b"<rss><channel>" + b"<![CDATA[" * 100_000, CAPTURED)


@pytest.mark.bad("F12")
def test_a_document_type_of_brackets_is_refused():
    started = time.process_time()
    with pytest.raises((InputUnreadable, InputHostile)):
        read("news.rss", b"<!DOCTYPE rss " + b"[" * 200_000, CAPTURED)
    assert time.process_time() - started < 2


@pytest.mark.bad("F13")
@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b" " * 100])
def test_an_empty_feed_is_empty(data):
    with pytest.raises(InputEmpty):
        read("news.rss", data, CAPTURED)


@pytest.mark.bad("F13")
def test_one_byte_is_no_feed():
    with pytest.raises(InputUnreadable):
        read("news.rss", b"<", CAPTURED)


@pytest.mark.bad("F14")
def test_a_feed_cut_inside_a_character_is_flagged():
    (found, *_) = documents(
        rss(item(text="Die Mühle in Norvik ist seit Montag zu, sagte der Bürgermeister der Stadt.")).split(b"</rss>")[0]
        + b"<!-- \xc3"
    )
    assert "damaged" in found.flags


@pytest.mark.bad("F16")
def test_an_encoding_that_smuggles_markup_is_refused():
    with pytest.raises(InputUnreadable, match="UTF-7"):
        read("news.rss", rss(item()).replace(b'version="1.0"?', b'version="1.0" encoding="UTF-7"?'), CAPTURED)


@pytest.mark.bad("F18")
def test_a_nul_byte_in_a_title_is_gone():
    assert documents(rss(item(title="Mill\x00 closes")))[0].title == "Mill closes"


@pytest.mark.bad("F19")
@pytest.mark.parametrize(
    ("title", "shown"), [("", "(untitled)"), ("&lt;b&gt;&lt;/b&gt;", "(untitled)"), ("\U0001f600", "\U0001f600")]
)
def test_a_title_without_words_has_a_placeholder(title, shown):
    assert documents(rss(item(title=title)))[0].title == shown


@pytest.mark.bad("F20")
@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", ""])
def test_an_item_without_a_usable_link_is_no_evidence_and_said_so(link):
    reading = read("news.rss", rss(item(link=link) + item()), CAPTURED)
    assert len(reading.documents) == 1 and "without a usable link" in reading.notes[0]


@pytest.mark.parametrize("guid", ["same", "x" * 100_000])
def test_a_guid_makes_no_identity(guid):
    more = f"<guid isPermaLink='false'>{guid}</guid>"
    found = documents(
        rss(item(more=more) + item(link="https://gazette.example/other", text="Another thing.", more=more))
    )
    assert len({document.id for document in found}) == 2


@pytest.mark.bad("F24")
@pytest.mark.parametrize("date", ["Fri, 31 Dec 9999 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "0000-00-00", "-5"])
def test_a_date_out_of_all_reason_is_unknown(date):
    (found,) = documents(rss(item(more=f"<pubDate>{date}</pubDate>")))
    assert found.published is None and "date_unknown" in found.flags


@pytest.mark.bad("D12")
@pytest.mark.bad("D13")
@pytest.mark.parametrize("date", ["1764000000", "2026-11-23T25:00:00Z", "2100-02-29"])
def test_a_feed_date_is_never_rolled_over(date):
    (found,) = documents(rss(item(more=f"<pubDate>{date}</pubDate>")))
    assert found.published is None and "date_unreadable" in found.flags


@pytest.mark.bad("F28")
@pytest.mark.bad("F29")
def test_markup_in_titles_and_texts_is_taken_out():
    active = "<script>alert(1)</script><iframe srcdoc='&lt;script&gt;alert(2)&lt;/script&gt;'></iframe><p onclick='x()'>The mill closed.</p>"
    data = rss(
        item(
            title=f"<![CDATA[{active}Mill]]>",
            text=f"<![CDATA[{active}]]>",
            more=f"<content:encoded><![CDATA[{active}<p>The union met.</p>]]></content:encoded>",
        )
    )
    (found,) = documents(data)
    assert found.text == "The mill closed.\n\nThe union met."
    assert "alert" not in found.title and "<" not in found.title and found.title.endswith("Mill")


@pytest.mark.bad("F30")
def test_style_sheets_includes_and_bases_are_ignored():
    head = '<?xml-stylesheet href="https://evil.example/x.xsl" type="text/xsl"?>'
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>'
    data = rss(item(text=f"The mill closed. {include}"), head=head).replace(
        b"<channel>", b'<channel xml:base="https://evil.example/">'
    )
    (found,) = documents(data)
    assert found.url == "https://gazette.example/mill" and "evil" not in found.text


@pytest.mark.bad("F32")
def test_one_article_through_three_feeds_is_one_document_with_its_sightings():
    links = [
        "https://gazette.example/mill?utm_source=rss",
        "http://www.gazette.example/mill/",
        "https://amp.gazette.example/mill",
    ]
    found = merge(document for link in links for document in documents(rss(item(link=link.replace("&", "&amp;")))))
    assert len(found) == 1 and len(found[0].links) >= 2


@pytest.mark.bad("F32")
def test_fifty_outlets_with_one_wire_copy_stay_fifty_documents():
    copies = [
        documents(
            rss(item(link=f"https://outlet{n}.example/mill", text="NORVIK (Reuters) - The mill closed on Monday."))
        )[0]
        for n in range(50)
    ]
    assert len(merge(copies)) == 50 and {copy.wire for copy in copies} == {"Reuters"}


def json_feed(**more):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Norvik Gazette",
        "home_page_url": "https://gazette.example/",
        "items": [
            {
                "id": "1",
                "url": "https://gazette.example/mill",
                "title": "Mill",
                "content_html": "<p>The mill closed.</p><p>The union met.</p>",
                "date_published": "2026-11-20T10:00:00Z",
            }
        ],
    }
    return json.dumps(feed | more).encode()


def test_a_json_feed_is_read():
    (found,) = documents(json_feed(), "news.json")
    assert (found.title, found.text, found.published.iso, found.source.name) == (
        "Mill",
        "The mill closed.\n\nThe union met.",
        "2026-11-20T10:00:00Z",
        "Norvik Gazette",
    )


@pytest.mark.bad("F27")
@pytest.mark.parametrize(
    "data",
    [
        json_feed().replace(b'"title": "Mill"', b'"title": "Mill", "title": "Other"'),
        json_feed(x="@").replace(b'"@"', b"NaN"),
        json_feed(x="@").replace(b'"@"', b"1e400"),
        json_feed(x="@").replace(b'"@"', b"9" * 300),
        json_feed(x="@").replace(b'"@"', b"[" * 10_000 + b"]" * 10_000),
    ],
    ids=["duplicate keys", "NaN", "infinity", "300 digits", "depth"],
)
def test_json_that_only_an_attack_needs_is_refused(data):
    started = time.process_time()
    with pytest.raises(InputHostile):
        read("news.json", data, CAPTURED)
    assert time.process_time() - started < 1


@pytest.mark.bad("T06")
def test_a_lone_surrogate_in_json_is_replaced():
    (found,) = documents(json_feed().replace(b"The union met.", b"The \\ud800 union met."), "news.json")
    assert "The \ufffd union met." in found.text
    found.text.encode("utf-8")


def test_json_that_is_no_feed_is_refused():
    with pytest.raises(InputUnreadable, match="not a JSON Feed"):
        read("x.json", b'{"a": 1}', CAPTURED)


@pytest.mark.bad("T09")
def test_a_string_that_never_ends_is_refused_in_time():
    started = time.process_time()
    with pytest.raises((InputUnreadable, InputHostile)):
        read("news.json", b'{"version": "' + b'\\"' * 1_000_000, CAPTURED)
    assert time.process_time() - started < 2
