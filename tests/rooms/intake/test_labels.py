"""What a report says of itself is read from it."""

import time

import pytest

from groundwire.intake import labels
from groundwire.intake.languages import detect
from groundwire.records.source import Genre


@pytest.mark.parametrize(
    ("text", "byline", "wire", "dateline"),
    [
        ("NORVIK, June 3 (Reuters) - The mill closed.", "", "Reuters", "NORVIK, June 3 (Reuters)"),
        ("NORVIK (AP) — The mill closed.", "", "AP", "NORVIK (AP)"),
        ("NORVIK, 3 June 2024 /PRNewswire/ -- Acme opens.", "", "PR Newswire", "NORVIK, 3 June 2024 /PRNewswire/"),
        ("Norvik (dpa) - Die Mühle schließt.", "", "dpa", "Norvik (dpa)"),
        ("The mill closed.", "Ana Lopes, Associated Press", "AP", ""),
        ("The mill closed.", "AFP", "AFP", ""),
        ("NORVIK, Brelland — The mill closed.", "", "", "NORVIK, Brelland"),
        ("The mill closed, Reuters reported on Monday.", "", "", ""),
    ],
)
def test_wire_credit_and_dateline_are_read_and_a_mention_is_no_credit(text, byline, wire, dateline):
    assert labels.wire_of(text, byline) == (wire, dateline)


def test_outlets_that_a_text_rests_on_are_named_once():
    text = (
        "The sale was first reported by the Financial Times. Reuters reported on Monday that talks go on. "
        "According to the Brelling Herald, the board agrees. Reuters also reported a price. Ana Lopes told reporters."
    )
    assert labels.cited_outlets(text) == ("Financial Times", "Reuters", "Brelling Herald")


@pytest.mark.bad("H12")
@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article said 40 people were hurt.",
        "An earlier version of this story misstated the number of workers.",
        "This article was amended on 3 June to correct the price.",
        "Clarification — the mill belongs to the town.",
    ],
)
def test_a_correction_note_is_recognised(note):
    assert labels.correction_of(f"The mill closed.\n\nIt was old.\n\n{note}") == note


def test_a_text_about_corrections_has_no_note():
    assert labels.correction_of("The ministry promised a correction of the law.\n\nThe mill closed.") == ""


def test_an_embargo_line_is_kept():
    assert labels.embargo_of("EMBARGOED UNTIL 6 A.M. ON 4 JUNE\n\nThe mill").startswith("EMBARGOED UNTIL 6 A.M.")
    assert labels.embargo_of("The oil embargo hit the mill.") == ""


@pytest.mark.bad("H14")
@pytest.mark.parametrize(
    ("given", "title", "text", "url", "genre"),
    [
        (["Opinion"], "Close it", "Text.", "", Genre.OPINION),
        ([], "Opinion: Close the mill", "Text.", "", Genre.OPINION),
        ([], "Close the mill", "Text.", "https://a.example/opinion/2024/close", Genre.OPINION),
        (["Satire"], "Mill eats town", "Text.", "", Genre.SATIRE),
        (["Sponsored Content"], "Ten mills", "Text.", "", Genre.SPONSORED),
        ([], "Acme opens", "FOR IMMEDIATE RELEASE\n\nAcme said.", "", Genre.RELEASE),
        ([], "Mill closes", "The mill's opinion was asked.", "", Genre.NEWS),
    ],
)
def test_a_genre_label_is_read_where_it_stands(given, title, text, url, genre):
    assert labels.genre_of(given, title, text, "", url) is genre


@pytest.mark.bad("H11")
def test_a_page_of_time_stamped_entries_is_a_liveblog():
    text = "\n\n".join(f"{10 + n}:0{n} The mill gate number {n} closed." for n in range(9))
    assert labels.genre_of([], "Mill day", text) is Genre.LIVEBLOG


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The company said it was in talks.", "en"),
        ("Oil prices rise as refinery shuts", "en"),
        ("Die Bank hat gestern die Zinsen erhöht und will sie weiter erhöhen, sagte der Sprecher.", "de"),
        ("Le gouvernement a annoncé hier une hausse des prix dans tout le pays, selon le ministre.", "fr"),
        ("今日、工場は閉鎖された。", "ja"),
        ("Завод закрыли в понедельник", "ru"),
    ],
)
def test_a_language_is_told_even_from_a_snippet(text, code):
    assert detect(text) == code


def test_too_little_text_takes_the_declared_language_or_none():
    assert detect("12", "fr-CA") == "fr"
    assert detect("12") == "und"


@pytest.mark.bad("T09")
@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "(",
        ".",
        "1,",
        "A ",
        "Aa ",
        "by ",
        "\n ",
        "the ",
        "according to ",
        "Correction ",
        "\n12:00",
        "Source: ",
        "A.-",
    ],
)
def test_every_label_is_read_in_linear_time(unit):
    text = unit * (100_000 // len(unit))
    for reader in (
        labels.cited_outlets,
        labels.correction_of,
        labels.embargo_of,
        labels.byline_of,
        lambda part: labels.wire_of(part, part),
        lambda part: labels.genre_of([part], part, part),
    ):
        started = time.process_time()
        reader(text)
        assert time.process_time() - started < 0.6
