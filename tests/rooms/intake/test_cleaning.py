"""What an outsider's text loses before anything else sees it."""

import time

import pytest

from groundwire.intake.cleaning import clean, clean_title, cut_graphemes

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.bad("T01")
def test_bidi_controls_are_removed_and_counted():
    cleaned = clean("Norvik\u202e kcab\u2066 bank\u2069 pays")
    assert cleaned.text == "Norvik kcab bank pays"
    assert "bidi_controls:3" in cleaned.flags


@pytest.mark.bad("T02")
def test_characters_nobody_sees_are_removed_and_counted():
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "ignore")
    cleaned = clean(f"The mill{hidden} clo\u200bsed\ufeff.\u3164\uffa0")
    assert cleaned.text == "The mill closed."
    assert {"tag_characters:6", "invisible:4"} <= set(cleaned.flags)


@pytest.mark.bad("T02")
@pytest.mark.parametrize("text", [f"{FAMILY} day", "क्\u200dष", "می\u200cخواهم"])
def test_joiners_stay_where_a_script_or_an_emoji_needs_them(text):
    assert clean(text).text == text


@pytest.mark.bad("T02")
def test_joiners_go_between_latin_letters():
    assert clean("Nor\u200dvik\u200c").text == "Norvik"


@pytest.mark.bad("T04")
def test_one_name_in_two_normal_forms_is_one_text():
    assert clean("Zoe\u0308 Bru\u0308ll").text == clean("Zoë Brüll").text == "Zoë Brüll"


@pytest.mark.bad("T05")
def test_a_letter_keeps_four_marks_at_most():
    cleaned = clean("a" + "\u0301\u0323" * 100 + "b")
    assert sum(0x300 <= ord(char) <= 0x36F for char in clean("x" + "\u0323" * 200).text) <= 4
    assert len(cleaned.text) <= 6
    assert "marks:196" in cleaned.flags


@pytest.mark.bad("T06")
def test_a_lone_surrogate_becomes_a_replacement_that_can_be_written():
    cleaned = clean("The \ud800 mill")
    assert cleaned.text == "The \ufffd mill"
    cleaned.text.encode("utf-8")
    assert "damaged" in cleaned.flags


@pytest.mark.bad("T07")
def test_controls_and_noncharacters_go_and_line_separators_become_line_breaks():
    cleaned = clean("one\x00\x07\ufffe\uffff\x0btwo\u2028three\u2029four\x1b[31m")
    assert cleaned.text == "one\ntwo\nthree\n\nfour[31m"


@pytest.mark.bad("F18")
def test_a_title_loses_its_nul_byte():
    assert clean_title("Mill\x00 closes", 300).text == "Mill closes"


@pytest.mark.bad("T07")
def test_a_title_is_one_line():
    assert "\u2028" not in clean_title("Mill\u2028closes\nearly", 300).text
    assert clean_title("Mill\u2028closes\nearly", 300).text == "Mill closes early"


@pytest.mark.bad("T16")
def test_a_title_cannot_begin_a_line_of_a_log():
    title = clean_title("Mill closes\n2026-11-23 INFO login ok\x1b[2J", 300).text
    assert "\n" not in title and "\x1b" not in title


@pytest.mark.bad("F19")
@pytest.mark.parametrize(
    ("raw", "shown"),
    [("", "(untitled)"), ("   \n", "(untitled)"), ("\u200b\u202e", "(untitled)"), ("\U0001f600", "\U0001f600")],
)
def test_a_title_with_nothing_to_read_has_a_placeholder(raw, shown):
    assert clean_title(raw, 300).text == shown


@pytest.mark.bad("F19")
def test_a_title_of_a_megabyte_is_cut_quickly_and_flagged():
    started = time.process_time()
    cleaned = clean_title("ä" * 1_000_000, 300)
    assert len(cleaned.text) == 301 and cleaned.text.endswith("…")
    assert "title_cut" in cleaned.flags
    assert time.process_time() - started < 1


@pytest.mark.bad("T12")
@pytest.mark.parametrize("cluster", [FAMILY, "\U0001f44d\U0001f3fd", "\U0001f1e9\U0001f1ea", "e\u0323\u0301", "각"])
def test_a_cut_never_goes_through_a_cluster(cluster):
    assert cut_graphemes(cluster * 10, 3) == cluster * 3


@pytest.mark.bad("T08")
def test_a_megabyte_without_a_space_is_cut_and_many_newlines_become_one_gap():
    assert len(clean("x" * 1_000_000).text) <= 2_000
    assert clean("a" + "\n" * 100_000 + "b").text == "a\n\nb"


@pytest.mark.bad("T09")
@pytest.mark.parametrize(
    "text",
    [
        "a" * 50_000 + "!",
        "(" * 100_000,
        "." * 100_000,
        "1," * 50_000,
        "\u00a0" * 100_000,
        " \n" * 50_000,
        "e\u0301" * 50_000,
        "\u200d" * 100_000,
    ],
)
def test_cleaning_is_linear(text):
    started = time.process_time()
    clean(text)
    assert time.process_time() - started < 1


@pytest.mark.bad("T13")
@pytest.mark.parametrize("text", ["{{ settings.SECRET_KEY }}", "{% debug %}", "${7*7}", "#{7*7}", "%s%s%n"])
def test_template_marks_are_plain_text(text):
    assert clean_title(text, 300).text == text


@pytest.mark.bad("T15")
@pytest.mark.parametrize("text", ['=HYPERLINK("http://a.example")', "+1", "-1", "@SUM(A1)"])
def test_spreadsheet_formulas_are_kept_as_they_are_said(text):
    assert clean(text).text == text
