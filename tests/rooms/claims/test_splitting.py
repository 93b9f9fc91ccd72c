"""Sentences and their offsets."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.claims.splitting import LONGEST, sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Tan of Foltex Inc. said no. He left.", 2),
        ("The U.S. Senate met at 5 p.m. on Friday.", 1),
        ("It moved to the U.S. The staff stayed.", 2),
        ("Sen. Ada Brill (D-Tarn) spoke. Nobody answered.", 2),
        ("J. R. Osk founded it. He is 80.", 2),
        ("He asked for No. 5 and got no. 6.", 1),
        ("The trial opens on Sept. 12 in Merrin.", 1),
        ('"Stop!" he said. They did not.', 2),
        ('"We won." The crowd cheered.', 2),
        ("Prices rose 3.5 percent. Wages did not.", 2),
        ("It costs 1.5 million... or more.", 1),
        ("Is it so? Yes! It is.", 3),
    ],
)
def test_abbreviations_initials_and_quotes_do_not_end_a_sentence(text: str, count: int) -> None:
    assert len(texts(text)) == count


def test_a_wrapped_line_stays_in_its_sentence() -> None:
    found = texts("The firm said that it\nwill close the mill\nin May. Nobody knew.\n")
    assert found == ["The firm said that it\nwill close the mill\nin May.", "Nobody knew."]


def test_headings_and_list_items_stand_alone() -> None:
    text = "Firm closes mill\nThe firm will close its mill in Tarn.\n\n- first point here\n- second point here"
    found = sentences(text)
    assert [s.text for s in found] == [
        "Firm closes mill",
        "The firm will close its mill in Tarn.",
        "first point here",
        "second point here",
    ]
    assert found[0].heading and not found[1].heading


def test_long_lines_are_paragraphs_of_their_own() -> None:
    long = "The council of Tarn voted for the new bridge after a debate that lasted for more than nine hours on Monday night."
    found = sentences(f"{long}\n{long}\nThe bridge will open in May.")
    assert [s.paragraph for s in found] == [0, 1, 2]


def test_line_and_column_count_from_one() -> None:
    found = sentences("First one here. Second one.\n\nThird one.")
    assert [(s.line, s.column) for s in found] == [(1, 1), (1, 17), (3, 1)]


@pytest.mark.bad("T11")
@pytest.mark.parametrize("text", ["東京は晴れ。大阪は雨でした。" * 400, "ราคาน้ำมันเพิ่มขึ้นสิบเปอร์เซ็นต์" * 300])
def test_text_without_spaces_is_cut_into_pieces(text: str) -> None:
    found = sentences(text)
    assert len(found) > 5
    assert max(len(s.text) for s in found) <= LONGEST


@pytest.mark.bad("T08")
@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "\n" * 100_000, "word " * 200_000], ids=["line", "newlines", "words"]
)
def test_a_hostile_line_is_split_within_a_second(text: str) -> None:
    start = time.process_time()
    found = sentences(text)
    assert time.process_time() - start < 1.0
    assert all(len(s.text) <= LONGEST for s in found)


@pytest.mark.bad("T12")
def test_a_cut_does_not_part_an_emoji_from_its_joiner() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert all(not s.text.startswith("\u200d") for s in sentences(family * 2000 + " done"))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("abcABC .!?\n\"”“'()0123,;:-\t…。é\u3000•*#"), max_size=400))
def test_every_sentence_is_exactly_its_slice_and_none_overlap(text: str) -> None:
    end = 0
    for number, sentence in enumerate(sentences(text)):
        assert sentence.index == number
        assert sentence.start >= end
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        end = sentence.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    kept = "".join(character for sentence in sentences(text) for character in sentence.text if character.isalnum())
    bullets = sum(character.isalnum() for character in text) - len(kept)
    # Only the numbers or letters of list marks may fall away, three a line at most.
    assert 0 <= bullets <= 4 * (text.count("\n") + 1)
