"""A rejected claim is described, never repeated or asserted."""

import pytest

from groundwire.briefs.describing import described, generic
from groundwire.claims.reading import ReadingContext, read
from groundwire.language.tokens import words
from groundwire.playbook.lens_files import phrases
from groundwire.verdicts.merging import asserts

DRAFTED = [
    "Ostrana has signed a contract for 40,000 chips.",
    "Kelvar's chief executive said its market share in Veldland is now about zero.",
    '"We will close the smelter in March," the mayor of Halden said.',
    "Merribank fired 900 people on 3 May.",
    "Profits may double by 2031.",
    "The minister was charged with fraud.",
]


def claims_of(text):
    return [claim for sentence in read(text, ReadingContext(draft=True)) for claim in sentence.claims]


@pytest.mark.parametrize("text", DRAFTED)
def test_a_description_asserts_nothing_of_the_claim(text):
    for claim in claims_of(text):
        told = claims_of(described(claim, phrases("en")).capitalize() + ".")
        assert not any(asserts(other, claim) for other in told)


@pytest.mark.parametrize("text", DRAFTED)
def test_a_description_holds_no_name_number_or_run_of_words_of_the_claim(text):
    for claim in claims_of(text):
        shown = described(claim, phrases("en"))
        assert not any(character.isdigit() for character in shown)
        assert not any(name in shown for name in claim.names)
        run, own = words(shown), words(claim.text)
        runs = {tuple(own[i : i + 3]) for i in range(len(own) - 2)}
        assert not any(tuple(run[i : i + 3]) in runs for i in range(len(run) - 2))


def test_a_quotation_is_described_by_the_role_of_its_speaker():
    (claim,) = claims_of("Kelvar's chief executive said its market share in Veldland is now about zero.")
    assert described(claim, phrases("en")) == "a statement attributed to a chief executive about market and share"


def test_the_least_description_names_the_kind_alone():
    (claim,) = claims_of("Ostrana has signed a contract for 40,000 chips.")
    assert "40,000" not in generic(claim, phrases("en")) and "contract" not in generic(claim, phrases("en"))
