"""What is particular to the index in memory: other words for the same, numbers as numbers, and two sentences for one."""

from __future__ import annotations

import time

from groundwire.adapters.index_memory import MemoryIndex
from groundwire.claims.reading import read_document
from groundwire.testing.judged import a_text


def index(*texts: str) -> MemoryIndex:
    return MemoryIndex([read_document(a_text(text, f"d{i}")) for i, text in enumerate(texts)])


def best(found) -> str:
    return found[0][0].text


def test_other_words_for_the_same_thing_are_found():
    found = index("Fog fell. Norvane purchased the harbour. Bread was dear.").search("Norvane bought the harbour", 1)
    assert best(found) == "Norvane purchased the harbour."


def test_irregular_forms_and_number_words_meet():
    found = index("Fog fell. Prices rose by twelve percent. Bread was good.").search("prices rise 12 percent", 1)
    assert best(found) == "Prices rose by twelve percent."


def test_a_statement_of_two_halves_gets_both_sentences():
    text = "Norvane sold its ferry line. Fog fell on the hills. The council of Delling approved a bridge."
    found = index(text).search("Norvane sold its ferry line and the council approved a bridge", 2)
    assert {passage.text for passage, _ in found} == {
        "Norvane sold its ferry line.",
        "The council of Delling approved a bridge.",
    }


def test_a_search_over_ten_documents_takes_milliseconds():
    documents = [
        " ".join(f"Ward {i} of district {j} keeps {i * j} books on ferries and bread." for i in range(60))
        for j in range(10)
    ]
    made = index(*documents)
    made.search("warm up the tables", 6)
    started = time.perf_counter()
    for _ in range(30):
        made.search("Ward 7 of district 3 keeps 21 books on ferries, said the council of Delling on Monday", 6)
    assert time.perf_counter() - started < 3.0
