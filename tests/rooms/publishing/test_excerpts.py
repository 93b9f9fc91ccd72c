"""What is quoted from a source stays within its limits, and the words that carry a line are found."""

from dataclasses import replace

import pytest

from groundwire.publishing.excerpts import Excerpts, marked, shortened
from groundwire.testing.builders import QUOTES, a_document, a_line, a_passage

FILLER = "the crew moved crate after crate along the northern pier while rain fell on the sheds and nobody on shift could say when the ferry would come"


def pieces(note):
    return "".join("\n" if run.gap else run.text for run in note.runs).split("\n")


def words_of(note):
    return sum(len(piece.split()) for piece in pieces(note))


def longest_run(note):
    return max(len(piece.split()) for piece in pieces(note))


def test_a_long_sentence_is_cut_to_the_longest_run_and_says_that_words_are_missing():
    document = a_document(f"{FILLER} and in the end {FILLER} before 14 pilots resigned in Tolvik.")
    line = a_line("Fourteen pilots resigned in Tolvik: 14 pilots.", a_passage(document, document.text))
    note = Excerpts([document], QUOTES).note(line, "fact-1", document.id)
    assert longest_run(note) <= 25
    assert note.runs[0].gap
    assert "14 pilots resigned in Tolvik" in "".join(run.text for run in note.runs)


@pytest.mark.bad("P11")
def test_all_runs_of_one_source_stay_under_its_total():
    sentences = [f"{FILLER} in case {n}." for n in range(12)]
    document = a_document(" ".join(sentences))
    excerpts = Excerpts([document], QUOTES)
    notes = [
        excerpts.note(
            a_line(f"The crew moved crates in case {n}.", a_passage(document, text)), f"fact-{n}", document.id
        )
        for n, text in enumerate(sentences)
    ]
    counted = sum(words_of(note) for note in notes if words_of(note) >= QUOTES.run_from)
    assert 0 < counted <= QUOTES.all_runs
    assert all(note.runs for note in notes)


def test_a_source_may_set_a_shorter_run_and_an_open_licence_lifts_it():
    text = f"{FILLER} in Tolvik."
    line_of = lambda d: a_line("The crew moved crates in Tolvik.", a_passage(d, text))  # noqa: E731
    strict = a_document(text, quote_limit=8)
    free = a_document(text, licence="CC BY 4.0")
    assert words_of(Excerpts([strict], QUOTES).note(line_of(strict), "fact-1", strict.id)) == 8
    assert words_of(Excerpts([free], QUOTES).note(line_of(free), "fact-1", free.id)) == len(text.split())


def test_a_source_that_forbids_quotes_is_not_quoted():
    document = a_document(f"{FILLER} in Tolvik.", quote_limit=0)
    line = a_line("The crew moved crates.", a_passage(document, document.text))
    assert Excerpts([document], QUOTES).note(line, "fact-1", document.id).spans == ()


def test_the_same_passage_is_counted_once():
    document = a_document(f"{FILLER} in Tolvik.")
    line = a_line("The crew moved crates in Tolvik.", a_passage(document, document.text))
    excerpts = Excerpts([document], replace(QUOTES, all_runs=30))
    first, second = (excerpts.note(line, anchor, document.id) for anchor in ("fact-1", "headline"))
    assert first.spans == second.spans


def test_a_line_that_rests_on_nothing_in_a_document_has_no_note():
    first, second = a_document("The ferry left."), a_document("Rain fell.")
    line = a_line("The ferry left.", a_passage(first, "The ferry left."))
    assert Excerpts([first, second], QUOTES).note(line, "fact-1", second.id) is None
    assert Excerpts([second], QUOTES).note(line, "fact-1", first.id) is None


def test_small_words_are_marked_only_beside_words_that_carry():
    runs = marked("Orvo is in talks to sell the mill, and the council is silent.", "Orvo is in talks to sell the mill.")
    assert [run.text for run in runs if run.marked] == ["Orvo is in talks to sell the mill"]


@pytest.mark.bad("T09")
@pytest.mark.parametrize("text", ["a" * 100_000, "a " * 50_000, "….,!" * 25_000])
def test_marking_a_hundred_thousand_characters_is_quick(text):
    from time import process_time

    start = process_time()
    marked(text, "a b c")
    assert process_time() - start < 2.0


def test_a_second_passage_is_shown_only_where_it_brings_words_the_first_lacks():
    document = a_document("The mill at Astrup closed in May. The mill has a tower. Forty people lost their work there.")
    best, idle, other = (a_passage(document, text + ".") for text in document.text.rstrip(".").split(". "))
    excerpts = Excerpts([document], QUOTES)
    alone = excerpts.note(a_line("The mill at Astrup closed in May.", best, idle), "fact-1", document.id)
    both = excerpts.note(a_line("The mill closed in May; forty lost their work.", best, other), "fact-2", document.id)
    assert len(alone.spans) == 1 and len(both.spans) == 2


def test_a_long_passage_of_a_report_is_shown_where_it_speaks_of_the_claim():
    text = f"{FILLER} {FILLER} and 14 pilots resigned in Tolvik {FILLER}"
    shown, before, after = shortened(text, "Fourteen (14) pilots resigned in Tolvik.", 20)
    assert before and after and "14 pilots resigned in Tolvik" in shown and len(shown.split()) == 20
    assert shortened("Rain fell.", "Rain fell.", 20) == ("Rain fell.", False, False)
