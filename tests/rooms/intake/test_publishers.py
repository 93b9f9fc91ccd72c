"""What the operator knows of publishers is put on their documents; sightings of one item merge."""

import dataclasses
from datetime import UTC, datetime

import pytest

from groundwire.errors import SettingsError
from groundwire.intake.files import read
from groundwire.intake.identity import merge
from groundwire.intake.publishers import SourceBook
from groundwire.playbook.loading import policy
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import SourceKind

CAPTURED = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BOOK = """
["Norvik Gazette"]
domain = "gazette.example"
kind = "press"
owner = "Brelling Media"
licence = "CC BY 4.0"
quote_limit = 20

["court.example"]
kind = "primary"

[[source]]
name = "Brelling Wire"
kind = "wire"
"""


def document(head):
    return read("a.txt", f"{head}\n\nThe mill closed.".encode(), CAPTURED).documents[0]


def test_a_book_knows_sources_by_name_and_by_domain():
    book = SourceBook.from_toml(BOOK)
    by_name = book.apply(document("Source: norvik gazette")).source
    assert (by_name.kind, by_name.owner, by_name.licence, by_name.quote_limit) == (
        SourceKind.PRESS,
        "Brelling Media",
        "CC BY 4.0",
        20,
    )
    assert book.apply(document("Source: x\nUrl: https://www.court.example/7")).source.kind is SourceKind.PRIMARY
    assert book.apply(document("Source: Brelling Wire")).source.kind is SourceKind.WIRE
    assert book.apply(document("Source: Another")) == document("Source: Another")


def test_the_book_is_stronger_than_the_file_and_leaves_what_it_does_not_say():
    source = SourceBook.from_toml(BOOK).apply(document("Source: Brelling Wire\nKind: press\nOwner: Holm Group")).source
    assert (source.kind, source.owner) == (SourceKind.WIRE, "Holm Group")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("x = ", "not TOML"),
        ("[a]\nkind = 'queen'", "kind must be"),
        ("[a]\ncolour = 'red'", "unknown keys"),
        ("a = 1", "must be a table"),
        ("[a]\nquote_limit = -1", "quote_limit"),
    ],
)
def test_a_wrong_book_says_where(text, what):
    with pytest.raises(SettingsError, match=what):
        SourceBook.from_toml(text)


def test_the_fuller_version_of_an_item_stays_and_says_how_many_there_were():
    short = document("Source: Gazette\nUrl: https://gazette.example/mill")
    longer = dataclasses.replace(short, text=short.text + " The union met.", id="other", published=None)
    (found,) = merge([short, longer])
    assert found.text.endswith("The union met.") and "versions:2" in found.flags


def test_files_without_link_are_one_item_when_source_and_text_are_one():
    assert len(merge([document("Source: A"), document("Source: A"), document("Source: B")])) == 2


def test_the_policy_file_says_what_the_record_says():
    assert policy().intake == IntakePolicy()
