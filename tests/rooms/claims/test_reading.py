"""What sentences claim: modality, whose word it is, parts, quotes, and what cannot be checked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.claims.reading import ReadingContext, read
from groundwire.records.claim import Claim, ReadSentence, SentenceState


def reading(text: str, draft: bool = False) -> tuple[ReadSentence, ...]:
    return read(text, ReadingContext("2026-03-18", draft=draft))


def claims(text: str) -> list[Claim]:
    return [claim for item in reading(text) for claim in item.claims]


def only(text: str) -> Claim:
    (claim,) = claims(text)
    return claim


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Korvatek is in talks with Ferrolux to buy its mill.", "under way"),
        ("Korvatek is building a mill in Tarn.", "under way"),
        ("Korvatek is negotiating with Ferrolux.", "under way"),
        ("Korvatek has signed a contract with Ferrolux.", "done"),
        ("Korvatek bought the mill in May.", "done"),
        ("Korvatek was sentenced to pay a fine.", "done"),
        ("Korvatek will buy the mill.", "planned"),
        ("Korvatek plans to buy the mill.", "planned"),
        ("Korvatek must sell the mill.", "planned"),
        ("The hearing is scheduled for June 2.", "planned"),
        ("Korvatek also considers a similar deal with Baruda.", "possible"),
        ("A similar deal with Baruda is also being considered.", "possible"),
        ("Korvatek may buy the mill.", "possible"),
        ("Profit is expected to fall.", "possible"),
        ("If the court agrees, Korvatek would buy the mill.", "conditional"),
        ("The deal, once approved, will end the dispute.", "conditional"),
        ("Should the vote fail, the minister will resign.", "conditional"),
        ("Korvatek has not signed a contract.", "denied"),
        ("No contract was signed.", "denied"),
        ("There were no injuries.", "denied"),
        ("Korvatek makes pumps in Lindau.", "ongoing"),
        ("The mill is based in Lindau.", "ongoing"),
        ("Prices have continued to rise.", "ongoing"),
        ("There is no doubt that the mill is closed.", "ongoing"),
    ],
)
def test_how_far_along_a_matter_is(sentence: str, modality: str) -> None:
    assert only(sentence).modality == modality


@pytest.mark.parametrize(
    ("headline", "modality"),
    [
        ("Korvatek buys Ferrolux for $3 million", "done"),
        ("Korvatek to buy Ferrolux", "planned"),
        ("Korvatek plans to buy Ferrolux", "planned"),
        ("Korvatek may buy Ferrolux", "possible"),
    ],
)
def test_a_headline_s_present_tense_tells_what_happened(headline: str, modality: str) -> None:
    assert only(f"{headline}\n\n").modality == modality


@pytest.mark.parametrize(
    ("sentence", "status", "speaker"),
    [
        ("The mill closed in May.", "stated", ""),
        ("Ada Brill said the mill closed in May.", "said", "Ada Brill"),
        ("The mill closed in May, Ada Brill said.", "said", "Ada Brill"),
        ("The mill closed in May, said Ada Brill, the mayor of Tarn.", "said", "Ada Brill"),
        ("Ada Brill, 54, the mayor of Tarn, said the mill had closed.", "said", "Ada Brill"),
        ("The mayor of Tarn, Ada Brill, told reporters the mill would close.", "said", "Ada Brill"),
        ('"We are done," Ada Brill, head of Foltex, said in a statement.', "said", "Ada Brill"),
        ("According to the union, the mill closed in May.", "said", "the union"),
        ("The mill closed in May, according to the union.", "said", "the union"),
        ("Foltex, which makes pumps, said on Friday it had closed the mill.", "said", "Foltex"),
        ("Retailers reported strong sales.", "said", "Retailers"),
        ("The complaint alleges that Foltex hid the leak.", "alleged", "The complaint"),
        ("Foltex is accused of hiding the leak.", "alleged", ""),
        ("Foltex reportedly hid the leak.", "reported", ""),
        ("The Tarn Gazette reported that the mill had closed.", "reported", "The Tarn Gazette"),
        ("The data showed that sales fell.", "stated", ""),
        ("The council announced a plan for the bridge.", "stated", ""),
    ],
)
def test_whose_word_a_claim_is(sentence: str, status: str, speaker: str) -> None:
    claim = only(sentence) if "which" not in sentence else claims(sentence)[0]
    assert (claim.status, claim.speaker) == (status, speaker)


def test_hearsay_of_hearsay_is_two_deep() -> None:
    assert only("Ada Brill said that the union said the mill had closed.").depth == 2
    assert only("Ada Brill said that the mill had closed.").depth == 1
    assert only("The mill had closed.").depth == 0


def test_said_it_would_is_a_plan() -> None:
    assert only("Foltex said it would close the mill.").modality == "planned"


def test_a_denial_is_denied() -> None:
    claim = only("Foltex denied that it had sold the mill.")
    assert (claim.modality, claim.status, claim.negated) == ("denied", "said", True)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("The mill closed in May.", ["The mill closed in May."]),
        (
            "Sales fell 3 percent, and profit rose to 4 million euros.",
            ["Sales fell 3 percent.", "Profit rose to 4 million euros."],
        ),
        (
            "Foltex is based in Tarn and makes pumps.",
            ["Foltex is based in Tarn.", "Foltex makes pumps."],
        ),
        (
            "Foltex said that sales fell and that it would close the mill.",
            ["Foltex said that sales fell.", "Foltex said that it would close the mill."],
        ),
        (
            "Foltex, which makes pumps in Lindau, closed its mill.",
            ["Foltex closed its mill.", "Foltex makes pumps in Lindau."],
        ),
        (
            "Two people were hurt and the mill burned down, police said.",
            ["Two people were hurt, police said.", "The mill burned down, police said."],
        ),
        (
            "Prosecutors charged Olaf Brand with fraud, with officials saying he took bribes.",
            ["Prosecutors charged Olaf Brand with fraud.", "Officials said he took bribes."],
        ),
        ("Foltex makes pumps, pipes and valves.", ["Foltex makes pumps, pipes and valves."]),
        ("The new and improved mill opened.", ["The new and improved mill opened."]),
    ],
)
def test_a_sentence_is_split_where_it_states_several_facts(sentence: str, parts: list[str]) -> None:
    assert [claim.text for claim in claims(sentence)] == parts


def test_each_part_has_its_own_numbers_and_dates() -> None:
    first, second = claims("Sales fell 3 percent in 2024, and profit rose to 4 million euros in 2025.")
    assert [q.value for q in first.quantities] == [3] and [d.iso for d in first.dates] == ["2024"]
    assert [q.value for q in second.quantities] == [4e6] and [d.iso for d in second.dates] == ["2025"]


def test_quotes_are_kept_byte_for_byte_with_their_speaker() -> None:
    sentence = "“We won’t  close—ever,” said Ada Brill."
    (quote,) = only(sentence).quotes
    assert (quote.text, quote.speaker) == ("We won’t  close—ever,", "Ada Brill")
    assert sentence[quote.start : quote.end] == quote.text


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    text = 'Ada Brill spoke in Tarn. "The mill is old. It will close in May. Nobody will lose a job," she said.'
    assert [claim.status for claim in claims(text)][1:] == ["said", "said", "said"]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Where would we even begin?", "question"),
        ("Check the notes of the council.", "exhortation"),
        ("Users should update their software.", "exhortation"),
        ("For more information, see the notice of the council.", "boilerplate"),
        ("All rights reserved.", "boilerplate"),
        ("I felt like a stranger in my own town.", "opinion"),
        ("It is a shameful day for the town.", "opinion"),
        ("new rules for the use of the bridge;", "fragment"),
        ("The bridge over the Orm", "heading"),
    ],
)
def test_what_cannot_be_checked_says_why(sentence: str, reason: str) -> None:
    (item,) = reading(sentence)
    assert (item.state, item.reason, item.claims) == (SentenceState.NOT_CHECKABLE, reason, ())


def test_an_opinion_with_a_speaker_can_be_checked_as_said() -> None:
    assert only('Ada Brill said it is "a shameful day" for the town.').status == "said"


def test_a_pronoun_is_put_back_where_one_person_fits() -> None:
    text = "Ada Brill, the mayor of Tarn, opened the bridge. She praised the workers."
    assert claims(text)[1].text == "Ada Brill praised the workers."


def test_a_pronoun_with_nobody_before_it_is_unresolved_in_a_draft() -> None:
    (item,) = reading("He has sold the mill.", draft=True)
    assert item.state is SentenceState.UNRESOLVED and "He" in item.reason and item.claims == ()


def test_money_law_harm_and_the_lead_are_material() -> None:
    text = "The mill is old.\n\nFoltex paid 3 million euros. Two men were arrested. The mill has 12 doors. The mill is brown."
    assert [int(claim.materiality) for claim in claims(text)] == [3, 3, 3, 2, 1]


def test_ids_are_stable_and_differ_by_place() -> None:
    first, second = claims("The mill closed. The mill closed.")
    assert first.id != second.id and len(first.id) == 12
    assert [c.id for c in claims("The mill closed. The mill closed.")] == [first.id, second.id]


PIECES = st.sampled_from(
    [
        "Foltex",
        "said",
        "that",
        "the mill",
        "closed",
        "and",
        ",",
        "which",
        "will",
        "not",
        "$3 million",
        "in May",
        '"',
        "”",
        "“",
        "of",
        "to",
        "buy",
        ".",
        "12",
        "if",
        "who",
        "(",
        ")",
        ";",
        "\n",
        "it",
        "alleging",
        "'s",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_offsets_hold_for_any_jumble_of_words(text: str) -> None:
    for item in reading(text):
        sentence = item.sentence.text
        for claim in item.claims:
            assert claim.sentence == item.sentence.index and claim.text.strip()
            for quote in claim.quotes:
                assert sentence[quote.start : quote.end] == quote.text
            for day in claim.dates:
                assert sentence[day.start : day.end] == day.text
            for number in claim.quantities:
                assert 0 <= number.start < number.end <= len(sentence)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    for item in reading(text, draft=True):
        assert (item.state is SentenceState.CHECKABLE) == bool(item.claims)
