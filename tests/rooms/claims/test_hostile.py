"""Hostile lines cost no more than their length."""

import time

import pytest

from groundwire.claims.dates import dates
from groundwire.claims.quantities import quantities
from groundwire.claims.quotes import quoted
from groundwire.claims.reading import ReadingContext, read
from groundwire.claims.tokens import tokens

KILLERS = {
    "letters": "a" * 50_000 + "!",
    "brackets": "(" * 100_000,
    "dots": "." * 100_000,
    "ones": "1," * 50_000,
    "hyphens": "1-" * 50_000,
    "quotes": '"' * 100_000,
    "single quotes": "'a " * 33_000,
    "months": "March 1, " * 11_000,
    "years": "last year " * 10_000,
    "names": "Bank of the and " * 6_000,
    "dollars": "$" * 100_000,
    "digits": "9" * 100_000,
    "marks": "a" + "\u0301" * 100_000,
    "commas": "a," * 50_000,
    "nul": "\0a" * 50_000,
}


@pytest.mark.bad("T09")
@pytest.mark.parametrize("text", KILLERS.values(), ids=KILLERS.keys())
def test_a_hundred_kilobytes_of_anything_are_read_in_time(text: str) -> None:
    start = time.process_time()
    read(text, ReadingContext("2026-03-18", draft=True))
    # The reader runs a dozen expressions over the text; each has far less than 200 ms of this.
    assert time.process_time() - start < 2.0


@pytest.mark.bad("T09")
@pytest.mark.parametrize("text", KILLERS.values(), ids=KILLERS.keys())
def test_time_grows_no_faster_than_length(text: str) -> None:
    def cost(piece: str) -> float:
        start = time.process_time()
        read(piece, ReadingContext("2026-03-18"))
        return time.process_time() - start

    cost(text[:10_000])
    short, long = min(cost(text[:20_000]) for _ in range(2)), min(cost(text[:80_000]) for _ in range(2))
    assert long < 12 * short + 0.2


@pytest.mark.bad("T09")
@pytest.mark.parametrize("text", ["1," * 5000, "March 1, " * 1100, "'a " * 3300, "last last " * 1000, "1-" * 5000])
def test_each_reader_of_a_single_sentence_is_quick_on_its_own(text: str) -> None:
    for reader in (
        lambda: tokens(text),
        lambda: dates(text, "2026-03-18"),
        lambda: quoted(text),
        lambda: quantities(text, tokens(text), []),
    ):
        start = time.process_time()
        reader()
        assert time.process_time() - start < 0.5


@pytest.mark.bad("T07")
def test_control_characters_and_separators_do_not_break_offsets() -> None:
    text = "Foltex\u2028closed\u2029its\x0bmill.\x00 It\ufffe will\x85reopen."
    for item in read(text, ReadingContext("2026-03-18")):
        assert text[item.sentence.start : item.sentence.end] == item.sentence.text


@pytest.mark.bad("T02")
def test_zero_width_characters_do_not_break_the_reader() -> None:
    text = "Fol\u200btex clo\u200dsed its\ufeff mill."
    assert len(read(text, ReadingContext("2026-03-18"))) == 1
