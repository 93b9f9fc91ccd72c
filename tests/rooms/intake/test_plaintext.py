"""Text, Markdown, headers and drafts: what the reader reads stays, and every piece knows its place."""

import time
from datetime import UTC, datetime

import pytest

from groundwire.errors import InputEmpty, InputTooBig, InputUnreadable
from groundwire.intake.drafts import read_draft
from groundwire.intake.files import read
from groundwire.intake.headers import read_head
from groundwire.intake.plaintext import markdown, plain_text
from groundwire.records.claim import ReadSentence, Sentence, SentenceState
from groundwire.records.source import Extent, Genre, SourceKind

CAPTURED = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def document(text, name="mill.txt"):
    return read(name, text.encode(), CAPTURED).documents[0]


def test_header_lines_in_any_order_are_metadata_and_no_evidence():
    found = document(
        "Url: https://gazette.example/mill\nKind: wire\nsource: Norvik Gazette\nOwner: Brelling Media\nLicence: CC BY 4.0\nTitle: Mill closes\nDate: August 17, 2006\n\nThe mill closed."
    )
    assert found.text == "The mill closed."
    assert (found.title, found.url, found.published.iso) == (
        "Mill closes",
        "https://gazette.example/mill",
        "2006-08-17",
    )
    source = found.source
    assert (source.name, source.domain, source.kind, source.owner, source.licence) == (
        "Norvik Gazette",
        "gazette.example",
        SourceKind.WIRE,
        "Brelling Media",
        "CC BY 4.0",
    )


def test_a_text_that_only_looks_like_a_header_is_a_text():
    text = "Date: Monday, at noon.\nThe mill closed when the siren went.\n\nThe union met."
    assert read_head(text).fields == {}
    assert document(text).text.startswith("Date: Monday")


def test_front_matter_is_read_and_is_no_evidence():
    found = document(
        "---\ntitle: 'Mill closes'\ndate: 2024-05-06\ntags:\n  - paper\n---\n# Mill closes\n\nThe mill closed.",
        "mill.md",
    )
    assert (found.title, found.published.iso, found.text) == (
        "Mill closes",
        "2024-05-06",
        "Mill closes\n\nThe mill closed.",
    )


def test_a_file_without_header_is_known_by_its_name_and_first_line():
    found = document("The mill closed on Monday.\n\nThe union met.", "folder/mill-report.txt")
    assert (found.source.name, found.title, found.extent) == (
        "mill-report",
        "The mill closed on Monday.",
        Extent.SNIPPET,
    )
    assert "date_unknown" in found.flags


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("press release", (SourceKind.COMPANY, Genre.RELEASE)),
        ("ruling", (SourceKind.PRIMARY, Genre.NEWS)),
        ("opinion", (SourceKind.PRESS, Genre.OPINION)),
        ("nonsense", (SourceKind.UNKNOWN, Genre.NEWS)),
    ],
)
def test_a_kind_is_a_source_kind_a_genre_or_unknown(kind, expected):
    found = document(f"Kind: {kind}\n\nThe mill closed.")
    assert (found.source.kind, found.genre) == expected


def test_a_hard_wrapped_file_is_unwrapped_and_paragraph_lines_are_not():
    wrapped = "The paper mill in Norvik closed on Monday after\nninety years, its owner said in a statement to\nthe newspapers of the town, which wrote about\nit at length on the next day.\n\nThe union met."
    assert plain_text(wrapped).text.split("\n")[0].endswith("it at length on the next day.")
    lines = "Mill closes in Norvik\nThe paper mill closed on Monday.\nThe union met the mayor."
    assert plain_text(lines).text == lines


def test_a_sentence_that_runs_over_one_break_is_joined_and_a_list_is_not():
    text = "The paper mill in Norvik closed on Monday after\nninety years. The owner named the price of energy,\nBrelling Paper said."
    assert plain_text(text).text == text.replace("\n", " ")
    rows = "Workers hurt\nnone\nWorkers sent home\n240"
    assert plain_text(rows).text == rows


MARKUP = """# Mill closes

The **mill** in [Norvik](https://a.example/x_(y)) closed on *Monday*[^1],
the owner said. ![chimney](c.png) It made `paper_bags` for snake_case firms.

- About 240 people lose their work.
- The union <b>met</b> the mayor.

> The price was 4\\*5 crowns.

| Year | Sales |
|------|-------|
| 2024 | 412 |

<!-- hidden words -->
```
code("x")
```
[^1]: note
[ref]: https://b.example
"""


def test_markdown_gives_words_without_marks():
    text = markdown(MARKUP).text
    assert text.startswith("Mill closes\n\nThe mill in Norvik")
    assert "closed on Monday, the owner said." in text
    assert "paper_bags for snake_case firms" in text
    assert "The union met the mayor." in text and "4*5 crowns" in text and "2024 | 412" in text
    for gone in ("**", "](", "chimney", "hidden words", "code(", "ref]", "<b>", "#", "|---"):
        assert gone not in text


@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html"])
def test_every_word_of_a_draft_knows_its_line_and_column(name):
    source = {
        "draft.md": "Title: Mill\n\n# Mill *closes*\n\nThe **mill** in [Norvik](https://a.example) closed.\nThe union met.\n",
        "draft.txt": "Title: Mill\n\nMill closes\n\nThe mill in Norvik closed.\nThe union met.\n",
        "draft.html": "<html><head><title>x</title></head>\n<body><h1>Mill closes</h1>\n<p>The <b>mill</b> in Norvik\nclosed &amp; ended.</p>\n<p>The union met.</p></body></html>",
    }[name]
    draft = read_draft(name, source.encode())
    lines = source.split("\n")
    for word in ("Mill", "mill", "Norvik", "closed", "union", "met."):
        line, column = draft.positions[draft.text.index(word)]
        assert lines[line - 1][column - 1 :].startswith(word)


def test_a_draft_keeps_its_header_apart_and_places_its_sentences():
    draft = read_draft("draft.md", b"Title: Mill closes\nDate: 2024-05-06\n\nThe mill closed.\n\nThe union met.")
    assert (draft.header["title"], draft.header["date"], draft.markup) == ("Mill closes", "2024-05-06", "markdown")
    start = draft.text.index("The union")
    read_sentence = ReadSentence(Sentence(1, 1, 1, start, start + 14, "The union met."), SentenceState.CHECKABLE)
    placed = draft.placed(read_sentence).sentence
    assert (placed.line, placed.column) == (6, 1)


def test_cleaning_moves_no_place():
    source = "The\u200b mill  in Nor\u202evik closed.\n\nThe union met."
    draft = read_draft("draft.txt", source.encode())
    assert draft.text == "The mill in Norvik closed.\n\nThe union met."
    assert draft.positions[draft.text.index("closed")] == (1, source.index("closed") + 1)
    assert draft.positions[draft.text.index("union")] == (3, 5)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", InputEmpty),
        (b"x" * 6_000_000, InputTooBig),
        (b"%PDF-1.4", InputUnreadable),
        (b"\x7fELF\x00\x01", InputUnreadable),
        (b"Title: x\n\n", InputEmpty),
    ],
)
def test_a_draft_that_cannot_be_used_says_why(data, error):
    with pytest.raises(error):
        read_draft("draft.md", data)


@pytest.mark.bad("T14")
def test_markup_in_a_text_file_is_literal():
    odd = "The notice read [x](javascript:alert(1)) and ![](http://t.example/p) and </script>."
    assert document(odd).text == odd


@pytest.mark.bad("T08")
@pytest.mark.bad("T09")
@pytest.mark.parametrize(
    "unit", ["[", "![", "`", "*", "_a", "<a ", "(", "> ", "- ", "|", "# ", "\\", "[x](", "<!--", "\n"]
)
def test_markdown_is_read_in_linear_time(unit):
    text = "a " + unit * (100_000 // len(unit))
    started = time.process_time()
    markdown(text)
    plain_text(text)
    assert time.process_time() - started < 1


@pytest.mark.bad("T11")
def test_text_without_spaces_keeps_its_own_stops():
    text = "工場は月曜日に閉鎖された。所有者は声明で発表した。" * 20
    found = document(text)
    assert found.text == text and found.language == "ja" and not found.judged


@pytest.mark.bad("T03")
def test_a_mixed_script_name_is_kept_as_it_is_written():
    assert "Nоrvik" in document("The mill of Nоrvik closed on Monday, said the owner.").text


@pytest.mark.bad("T20")
def test_letters_that_fold_differently_by_country_are_kept():
    text = "The İzmir office of Straßer and Σίσυφος closed on Monday, the owner said."
    assert document(text).text == text


@pytest.mark.bad("Z08")
@pytest.mark.parametrize(
    "name",
    ["n" * 300 + ".txt", "CON", "mill.", "../../etc/passwd", "mill\u202etxt.exe", "\U0001f600.txt", "a\x00b\n.txt"],
)
def test_a_file_name_is_data_and_no_path(name):
    found = read(name, b"The mill closed on Monday.", CAPTURED).documents[0]
    assert found.snapshot.sha256 and "\n" not in found.snapshot.name and "\u202e" not in found.snapshot.name
    assert len(found.source.name) <= 120 and "/" not in found.source.name


@pytest.mark.bad("T18")
def test_a_source_name_from_an_odd_file_name_is_never_empty():
    assert all(
        read(name, b"The mill closed.", CAPTURED).documents[0].source.name for name in ("..", ".", "/", "\u200b")
    )


def test_what_is_no_text_is_refused_by_what_it_is():
    for data, what in (
        (b"PK\x03\x04zip", "zip archive"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(1, 9)) * 50, "binary"),
    ):
        with pytest.raises(InputUnreadable, match=what):
            read("x.txt", data, CAPTURED)
