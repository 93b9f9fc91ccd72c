"""What every PassageIndex promises, over each that there is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from groundwire.adapters.index_memory import MemoryIndex
from groundwire.claims.reading import read_document
from groundwire.testing.judged import a_text

TEXT = (
    "Norvane sold its ferry line to Kelvar Silicon for 30 million euros. The line carries 9,000 passengers a day. "
    "The council of Delling met on Monday.\n\nThe mayor praised the sale. Bread became dearer in Osthaven."
)


@pytest.fixture(params=[MemoryIndex])
def make(request):
    return lambda *documents: request.param([read_document(one) for one in documents])


def test_a_passage_is_the_documents_text_between_its_offsets(make):
    document = a_text(TEXT)
    found = make(document).search("Who sold the ferry line for 30 million euros?", 5)
    assert found
    for passage, score in found:
        assert document.text[passage.start : passage.end] == passage.text
        assert 0 <= score <= 1


def test_the_best_passage_is_first_and_holds_the_statement(make):
    found = make(a_text(TEXT)).search("Kelvar bought the ferry line from Norvane", 3)
    assert "sold its ferry line" in found[0][0].text
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_at_most_the_number_asked_for_is_given(make):
    index = make(a_text(TEXT))
    assert len(index.search("the ferry line of Norvane and the council of Delling", 2)) == 2
    assert len(index.search("the ferry line", 0)) == 0


def test_no_sentence_is_given_twice(make):
    found = make(a_text(TEXT)).search("Norvane sold the line, passengers, council, mayor, sale, bread", 6)
    spans = sorted((passage.start, passage.end) for passage, _ in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_score_does_not_depend_on_the_other_documents(make):
    alone = make(a_text(TEXT, "a")).search("Norvane sold its ferry line", 1)
    among = make(a_text("Bakers met in Osthaven.", "b"), a_text(TEXT, "a"), a_text("Fog fell.", "c"))
    assert among.search("Norvane sold its ferry line", 1) == alone


def test_titles_and_unjudged_languages_are_never_found(make):
    titled = a_text("Fog fell on the hills.", "a", title="Norvane sold its ferry line")
    french = a_text("Norvane sold its ferry line.", "b", language="fr")
    assert not make(titled, french).search("Norvane sold its ferry line", 3)


def test_nothing_is_found_in_nothing_or_for_nothing(make):
    assert not make().search("Norvane", 3)
    assert not make(a_text("")).search("Norvane", 3)
    assert not make(a_text(TEXT)).search("", 3)
    assert not make(a_text(TEXT)).search("the of and", 3)
