"""Bytes become text by mark, declaration and evidence."""

import pytest

from groundwire.errors import InputEmpty, InputUnreadable
from groundwire.intake.decoding import decode

RUSSIAN = "Завод в Норвике закрыли в понедельник, сообщил владелец. Рабочие узнали об этом утром из газет и по радио. "
JAPANESE = "工場は月曜日に閉鎖された。所有者は声明で発表した。従業員は朝の新聞で知った。"


@pytest.mark.bad("F13")
@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \n\t ", b"\xef\xbb\xbf \r\n"])
def test_nothing_is_empty(data):
    with pytest.raises(InputEmpty):
        decode("a.txt", data)


@pytest.mark.bad("F14")
def test_a_text_cut_inside_a_character_is_flagged():
    decoded = decode("a.txt", "Der Bürgermeister von Brüll".encode()[:-4] + b"\xc3")
    assert decoded.flags == ("damaged",) and decoded.text.endswith("\ufffd")


@pytest.mark.bad("F15")
@pytest.mark.parametrize(
    ("encoding", "text"),
    [("koi8-r", RUSSIAN * 4), ("windows-1251", RUSSIAN * 4), ("shift_jis", JAPANESE * 4)],
)
def test_a_wrong_declaration_of_utf8_is_found_out_and_flagged(encoding, text):
    head = '<?xml version="1.0" encoding="utf-8"?>'
    decoded = decode("a.xml", head.encode() + text.encode(encoding))
    assert decoded.text == head + text
    assert "encoding_guessed" in decoded.flags


@pytest.mark.bad("F15")
@pytest.mark.parametrize("encoding", ["windows-1252", "euc-kr", "big5", "koi8-r", "shift_jis"])
def test_a_declared_encoding_is_used(encoding):
    text = {"euc-kr": "공장이 닫혔다", "big5": "工廠關閉", "koi8-r": "Завод", "shift_jis": "工場"}.get(
        encoding, "café “quoted”"
    )
    data = f'<html><head><meta charset="{encoding}"></head>{text}'.encode(encoding)
    assert text in decode("a.html", data).text


@pytest.mark.bad("F16")
def test_utf7_is_refused():
    with pytest.raises(InputUnreadable, match="UTF-7"):
        decode("a.xml", b'<?xml version="1.0" encoding="UTF-7"?><rss>+ADw-script+AD4-</rss>')


@pytest.mark.bad("F17")
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_wide_encodings_give_the_right_text(encoding):
    assert (
        decode("a.txt", "The mill in Norvik closed on Monday.".encode(encoding)).text
        == "The mill in Norvik closed on Monday."
    )


@pytest.mark.bad("F17")
def test_ebcdic_is_refused_by_name():
    with pytest.raises(InputUnreadable, match="EBCDIC"):
        decode("a.xml", '<?xml version="1.0"?><rss/>'.encode("cp500"))
