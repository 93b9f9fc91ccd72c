"""Proper names and whether two are one."""

import unicodedata

import pytest

from groundwire.language.names import mixed_script, names, same_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sen. Ada Brill met Olaf Brand in Tarn.", ["Sen. Ada Brill", "Olaf Brand", "Tarn"]),
        ("The Bank of Ostria raised its rate.", ["Bank of Ostria"]),
        ("The Food and Drug Administration approved it.", ["Food and Drug Administration"]),
        ("Korvatek's mill closed on Monday in March.", ["Korvatek"]),
        ("Foltex Inc. sued Ferrolux.", ["Foltex Inc.", "Ferrolux"]),
        ("Yesterday it closed. However, nobody knew.", []),
        ("Shares of Foltex fell.", ["Foltex"]),
        ('"We won," Anna Lind said.', ["Anna Lind"]),
        ("It paid HK$3 million in Q1.", []),
        ("The U.S. Department of Labor and Foltex agreed.", ["U.S. Department of Labor", "Foltex"]),
        ("the firm and its staff", []),
    ],
)
def test_names_are_found_in_order(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sen. Ada Brill", "Brill"),
        ("Ada Brill", "Ada M. Brill"),
        ("A. Brill", "Ada Brill"),
        ("Foltex Inc.", "Foltex"),
        ("Foltex's", "Foltex"),
        ("FOLTEX", "Foltex"),
        ("Bank of Ostria", "the Bank of Ostria"),
        ("European Space Agency", "ESA"),
        ("Foltex Group", "Foltex"),
    ],
)
def test_spellings_of_one_name_match(a: str, b: str) -> None:
    assert same_name(a, b) and same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ada Brill", "Olaf Brill"),
        ("Foltex", "Ferrolux"),
        ("Bank of Ostria", "Bank of Merrin"),
        ("", "Foltex"),
        ("North Tarn", "South Tarn"),
    ],
)
def test_different_names_do_not_match(a: str, b: str) -> None:
    assert not same_name(a, b)


@pytest.mark.bad("T03")
def test_a_name_with_foreign_letters_is_another_name() -> None:
    forged = "\u0410pplon"  # Cyrillic A
    assert not same_name(forged, "Applon")
    assert mixed_script(forged) and not mixed_script("Applon") and not mixed_script("Éclair")


@pytest.mark.bad("T04")
def test_unicode_forms_of_one_name_match() -> None:
    name = "Société Élan"
    assert same_name(unicodedata.normalize("NFD", name), unicodedata.normalize("NFC", name))
    assert same_name("\uff26\uff4f\uff4c\uff54\uff45\uff58", "Foltex")


@pytest.mark.bad("T20")
@pytest.mark.parametrize(("a", "b"), [("STRASSE AG", "Straße AG"), ("ΟΔΟΣ", "οδος"), ("FOLTEX", "foltex")])
def test_case_folds_without_a_locale(a: str, b: str) -> None:
    assert same_name(a, b)
