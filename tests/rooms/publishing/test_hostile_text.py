"""Third-party text is text on every surface, whatever it tries to be."""

import json
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from groundwire.publishing import brief_json, figures, github, html, index, markdown, report, sarif, terminal
from groundwire.publishing.wording import clean, safe_link
from groundwire.records.brief import Difference, Figure, FigureNode
from groundwire.testing.builders import a_brief, a_document, a_line, a_passage, a_publication, a_review, a_story

SCRIPT = "<script>alert(1)</script>"
HOSTILE = [
    pytest.param(SCRIPT, marks=pytest.mark.bad("F28")),
    pytest.param('<iframe srcdoc="<script>alert(1)</script>"></iframe>', marks=pytest.mark.bad("F29")),
    pytest.param('<svg><set attributeName="href" to="javascript:alert(1)"/></svg>', marks=pytest.mark.bad("H05")),
    pytest.param('<math><annotation-xml encoding="text/html"><p>x</p></annotation-xml></math>', marks=pytest.mark.bad("H05")),
    pytest.param('"><img src=x onerror=alert(1)>', marks=pytest.mark.bad("H06")),
    pytest.param('<a href=" java&#x09;script:alert(1)">x</a><base href="//e.example"><form action="//e.example">', marks=pytest.mark.bad("H06")),
    pytest.param('<meta http-equiv="refresh" content="0;url=//e.example"><style>@import "//e.example"</style>', marks=pytest.mark.bad("H06")),
    pytest.param("{{ 7*7 }} {% debug %} ${7*7} #{7*7} %s%s%n", marks=pytest.mark.bad("T13")),
    pytest.param("[x](javascript:alert(1)) ![](http://t.example/pixel) </script><!-- `code` **bold** <b>", marks=pytest.mark.bad("T14")),
    pytest.param("a' onmouseover='alert(1)' x=\"", marks=pytest.mark.bad("H06")),
]  # fmt: skip


def poisoned(words):
    """A page with the words in every place that a third party can fill."""
    document = a_document(f"Before. {words} After.", publisher=f"P {words}", title=f"T {words}", flags=(words,))
    story = a_story([document], title=words)
    passage = a_passage(document, document.text)
    line = a_line(f"It said {words} today.", passage)
    brief = replace(
        a_brief(story, says=["x"]),
        headline=line,
        summary=(line,),
        facts=(line,),
        section=words,
        differences=(Difference(words, (line, line), words),),
        affected_named=(words,),
        figures=(Figure("impact-path", words, words, words, (FigureNode(words, words),)),),
        notes=(words,),
    )
    return a_publication(brief, story)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_literally_on_the_page_and_change_nothing_of_it(words, read_page):
    page, harmless = read_page(html.render(poisoned(words))), read_page(html.render(poisoned("harmless")))
    assert [tag for tag, _ in page.tags if tag in TELLING] == [tag for tag, _ in harmless.tags if tag in TELLING]
    assert clean(" ".join(words.split())) in page.text
    for _, held in page.tags:
        assert not [name for name in held if name.startswith("on") or name == "srcdoc"]
        assert not held.get("href", "").strip().lower().startswith(("javascript", "data", "vbscript"))


TELLING = {
    "script",
    "style",
    "iframe",
    "img",
    "form",
    "base",
    "meta",
    "link",
    "set",
    "math",
    "object",
    "embed",
    "b",
    "a",
}


@pytest.mark.parametrize("words", HOSTILE)
def test_structured_data_cannot_be_left_and_reads_back_as_written(words, read_page):
    page = read_page(html.render(poisoned(words)))
    blocks = [text for held, text in page.scripts if held.get("type") == "application/ld+json"]
    assert len(blocks) == 1 and "<" not in blocks[0]
    assert json.loads(blocks[0])["headline"] == clean(f"It said {words} today.")


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_of_hostile_words_has_no_markup_and_no_address_of_theirs(words):
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown.render(poisoned(words)))
    parts = [child for token in tokens for child in (token.children or [token])]
    assert not [part for part in parts if part.type in ("html_inline", "html_block")]
    addresses = [
        str(part.attrs.get("href") or part.attrs.get("src")) for part in parts if part.type in ("link_open", "image")
    ]
    assert set(addresses) <= {"https://harbourwire.example/ostrana-chips", "figure-1-impact-path.svg"}
    shown = " ".join("".join(part.content for part in parts if part.type in ("text", "code_inline")).split())
    assert clean(" ".join(words.split())) in shown


@pytest.mark.parametrize("words", HOSTILE)
def test_a_figure_of_hostile_words_is_well_formed_and_holds_nothing_active(words):
    from lxml import etree

    shown = poisoned(words).brief.figures[0]
    for upright in (False, True):
        root = etree.fromstring(figures.svg(shown, upright=upright).encode())
        names = {etree.QName(element).localname for element in root.iter()}
        assert names <= {"svg", "title", "desc", "style", "rect", "path", "text", "circle"}
        assert not [
            name for element in root.iter() for name in element.attrib if "href" in name or name.startswith("on")
        ]
        assert root.find("{*}title").text == clean(words)


@pytest.mark.parametrize("words", HOSTILE)
def test_index_report_and_json_keep_hostile_words_as_words(words, read_page):
    shown = poisoned(words)
    front = read_page(index.render([index.entry(shown, "a/brief.html")]))
    assert clean(words) in front.text or " ".join(words.split()) in front.text
    assert json.loads(brief_json.text(shown))["headline"]["text"] == clean(f"It said {words} today.")
    review = a_review()
    review = replace(review, draft=words, notes=(words,), documents=(replace(review.documents[0], title=words),))
    told = read_page(report.render(review))
    assert not told.scripts and len(told.all("style")) == 1 and not told.all("iframe") and not told.all("img")


@pytest.mark.bad("F20")
@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "vbscript:x", " java\tscript:x", "https://a.example/\"onx", "https://u:p@a.example/", "http://a.example\\@b.example/", "ftp://a.example/", "//a.example", "https://a.example/<b>"],
)  # fmt: skip
def test_only_plain_web_addresses_become_links(address, read_page):
    assert safe_link(address) == ""
    document = a_document(url=address)
    story = a_story([document])
    page = read_page(html.render(a_publication(a_brief(story), story)))
    assert not [link for link in page.links() if not link.startswith(("#", "../", "brief.", "figure-", "https://"))]
    assert address not in page.links()


def test_a_plain_web_address_becomes_a_link():
    assert safe_link("https://harbourwire.example/a?b=c#d") == "https://harbourwire.example/a?b=c#d"


@pytest.mark.bad("T15")
@pytest.mark.parametrize("cell", ['=HYPERLINK("http://e.example")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell):
    figure = Figure("bars", "t", "c", "a", (FigureNode(cell, value=1.0), FigureNode("plain", value=2.0)))
    rows = figures.csv_text(figure).splitlines()
    assert "'" in rows[1][:2]
    assert rows[2].startswith("plain")
    shown = a_publication(replace(a_brief(), figures=(figure,)))
    assert brief_json.document(shown)["figures"][0]["nodes"][0]["label"].strip() == cell.strip()


@pytest.mark.bad("T16")
def test_workflow_commands_stay_on_one_line_whatever_the_text():
    review = a_review()
    bad = "x\n::error::fake%0A\r\n2026-06-15 INFO login ok \x1b[31m"
    sentence = replace(review.sentences[1], reason=bad)
    lines = github.lines(replace(review, sentences=(sentence,)), "dir/a,b:c.md")
    assert len(lines) == 3
    assert all("\n" not in line and "\r" not in line and "\x1b" not in line for line in lines)
    assert lines[0].startswith("::error file=dir/a%2Cb%3Ac.md,line=2,col=1,title=")
    assert "%250A" in lines[0]


@pytest.mark.bad("T16")
def test_the_terminal_gets_no_escape_of_a_third_party():
    import io

    out = io.StringIO()
    review = a_review()
    bad = "title \x1b]0;owned\x07 \x1b[2J [red]x[/red] :smile:"
    terminal.print_review(replace(review, draft=bad, notes=(bad,)), out, width=100)
    assert "\x1b" not in out.getvalue() and "\x07" not in out.getvalue()
    assert "[red]x[/red] :smile:" in out.getvalue()


@pytest.mark.bad("T01")
@pytest.mark.parametrize(
    "mark", ["\u202e", "\u2066", "\u200f", "\U000e0041", "\u200b", "\ufeff", "\x00", "\x85", "\ud800"]
)
def test_marks_that_reorder_or_hide_text_are_on_no_surface(mark):
    shown = poisoned(f"Har{mark}bour")
    for text in (
        html.render(shown),
        markdown.render(shown),
        brief_json.text(shown),
        *html.figure_files(shown).values(),
    ):
        assert mark not in text
        text.encode("utf-8")
    assert "Harbour" in html.render(shown)


def test_emoji_of_several_parts_stay_whole():
    family = "👩\u200d👩\u200d👧"
    assert clean(f"a {family} b") == f"a {family} b"


def test_findings_name_paths_with_spaces_as_addresses():
    log = sarif.document(a_review(), "my drafts\\one.md")
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == "my%20drafts/one.md"
