"""What leans on a removed sentence goes with it."""

from hypothesis import given
from hypothesis import strategies as st

from groundwire.briefs.pruning import prune
from groundwire.records.claim import ReadSentence, Sentence, SentenceState


def said(*texts):
    return [
        ReadSentence(Sentence(i, i + 1, 1, 0, len(text), text), SentenceState.CHECKABLE) for i, text in enumerate(texts)
    ]


def test_a_sentence_that_opens_with_a_pronoun_goes_with_the_one_before_it():
    draft = said(
        "Kelvar has signed a contract with Ostrana.", "It takes effect in May.", "Merribank was founded in Halden."
    )
    assert prune(draft, {0}) == {1}


def test_what_leans_on_a_leaning_sentence_goes_too():
    draft = said(
        "Kelvar was fined.", "This followed an audit.", "As a result, the board resigned.", "Ostrana makes pumps."
    )
    assert prune(draft, {0}) == {1, 2}


def test_a_sentence_about_the_deal_goes_when_no_kept_sentence_told_of_one():
    draft = said(
        "Kelvar has signed a contract with Ostrana.", "Ostrana makes pumps.", "The agreement runs for ten years."
    )
    assert prune(draft, {0}) == {2}


def test_a_sentence_about_the_deal_stays_when_a_kept_sentence_told_of_one():
    draft = said(
        "Kelvar and Ostrana announced an agreement.", "Kelvar bought Ostrana.", "The agreement runs for ten years."
    )
    assert prune(draft, {1}) == frozenset()


def test_an_empty_subject_points_to_nothing():
    draft = said("Kelvar was fined.", "It is unclear when the plant will reopen.")
    assert prune(draft, {0}) == frozenset()


def test_nothing_goes_when_nothing_was_removed():
    assert prune(said("Kelvar makes pumps.", "It sells them in Halden."), set()) == frozenset()


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Kelvar was fined.",
            "It left Halden.",
            "The deal ended.",
            "Ostrana bought a mill.",
            "As a result, prices rose.",
            "She added that talks go on.",
        ]
    ),
    max_size=12,
)


@given(SENTENCES, st.data())
def test_pruning_is_a_closure(texts, data):
    draft = said(*texts)
    removed = data.draw(st.sets(st.integers(0, max(0, len(texts) - 1)))) if texts else set()
    leaning = prune(draft, removed)
    assert not leaning & removed
    assert prune(draft, removed | leaning) == frozenset()


@given(SENTENCES, st.data())
def test_the_first_sentence_that_is_kept_never_opens_with_a_pronoun_of_a_removed_one(texts, data):
    draft = said(*texts)
    removed = data.draw(st.sets(st.integers(0, max(0, len(texts) - 1)))) if texts else set()
    gone = removed | prune(draft, removed)
    for place, text in enumerate(texts):
        if place not in gone and text.startswith(("It ", "She ")) and place:
            assert place - 1 not in gone
