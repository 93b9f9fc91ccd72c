"""What must not change a verdict does not, and what must change it does (VERIFICATION.md, section 7)."""

from datetime import UTC, datetime
from itertools import permutations

import pytest

from groundwire import Checker
from groundwire.records.source import SourceKind
from groundwire.testing.atoms import a_document

REPORT = (
    "Norvik Shipping is considering the sale of its ferry line to Halden Group, the company said on 3 June 2026. "
    "The ferry line carries at least 240,000 passengers a year. The transport ministry did not approve the new fare. "
    "“We have not signed anything with anybody,” said Mara Lindt, the chief executive of Norvik Shipping."
)
SECOND = (
    "The transport ministry fined Norvik Shipping 3 million euros on 28 May 2026. Norvik Shipping is considering the sale "
    "of its ferry line to Halden Group, two of its directors said."
)
UNRELATED = [
    "Orchards around Pelm lost a third of their apples to hail in May. Growers expect higher prices in autumn.",
    "The museum of Pelm opens a new wing on 12 July. It cost 18 million euros and holds 900 paintings.",
    "Researchers at Lund counted 4,100 puffins on the islands last spring, the most since 1998.",
    "The chess club of Brask won the league for the third time. Its captain said the last game decided it.",
]
SENTENCES = [
    "Norvik Shipping is considering the sale of its ferry line to Halden Group.",
    "The ferry line carries at least 240,000 passengers a year.",
    "The transport ministry did not approve the new fare.",
    "“We have not signed anything with anybody,” said Mara Lindt, the chief executive of Norvik Shipping.",
    "The transport ministry fined Norvik Shipping 3 million euros on 28 May 2026.",
]
_SHOUTED = pytest.mark.xfail(
    strict=True, reason="a verb in capitals in the middle of a sentence is not read as its verb"
)
# One minimal edit each: (as carried, as edited, the word that was changed).
EDITS = [
    (SENTENCES[0], "is considering", "has completed"),
    (SENTENCES[0], "Halden Group", "Tarnow Group"),
    (SENTENCES[1], "240,000", "2,400,000"),
    (SENTENCES[1], "at least", "at most"),
    (SENTENCES[1], "240,000", "240 million"),
    (SENTENCES[2], "did not approve", "approved"),
    (SENTENCES[3], "have not signed", "have signed"),
    (SENTENCES[3], "Mara Lindt", "Otto Brandl"),
    (SENTENCES[4], "3 million", "30 million"),
    (SENTENCES[4], "euros", "dollars"),
    (SENTENCES[4], "28 May", "28 March"),
    (SENTENCES[4], "fined", "did not fine"),
]
CHECKER = Checker(now=datetime(2026, 6, 15, 14, 5, tzinfo=UTC))


def sources(*texts):
    names = ("Harbour Wire", "Veld Times", "Pelm Post", "Tarnow Echo", "Lund Letter", "Brask Bulletin")
    return [
        a_document(text, publisher=names[n], title="", url=f"https://s{n}.example/1", kind=SourceKind.PRESS, published="2026-06-04")
        for n, text in enumerate(texts)
    ]  # fmt: skip


def review(sentences, documents):
    return CHECKER.check("\n\n".join(sentences), documents)


def verdicts(found):
    """Label, probability and objections of each claim, by its text."""
    return {
        v.claim.text: (v.label, round(v.probability, 9), tuple(sorted(str(veto.name) for veto in v.vetoes)))
        for sentence in found.sentences
        for v in sentence.verdicts
    }


DRAFT = [*SENTENCES, *(text.replace(old, new) for text, old, new in (getattr(edit, "values", edit) for edit in EDITS))]
PLAIN = review(DRAFT, sources(REPORT, SECOND))


def test_irrelevant_documents_change_no_verdict():
    more = review(DRAFT, sources(REPORT, SECOND, *UNRELATED))
    assert verdicts(more) == verdicts(PLAIN)
    assert [one.outcome for one in more.sentences] == [one.outcome for one in PLAIN.sentences]


def test_a_name_that_only_an_unrelated_document_holds_supports_nothing():
    other = "The museum of Tarnow opens a new wing on 12 July. The Tarnow Group built it."
    false = SENTENCES[0].replace("Halden Group", "Tarnow Group")
    assert review([false], sources(REPORT, SECOND, other)).sentences[0].outcome == "refused"


def test_irrelevant_documents_do_not_move_the_score():
    assert review(SENTENCES, sources(REPORT, SECOND, *UNRELATED)).decision.score.value == review(SENTENCES, sources(REPORT, SECOND)).decision.score.value  # fmt: skip


def test_the_order_of_documents_changes_nothing():
    found = sources(REPORT, SECOND, UNRELATED[0])
    for order in permutations(found):
        other = review(DRAFT, list(order))
        assert verdicts(other) == verdicts(PLAIN)
        assert other.decision.score.value == PLAIN.decision.score.value


@pytest.mark.parametrize(
    "padding",
    [
        ["It remains to be seen what comes next."] * 6,
        ["Time will tell.", "Much is at stake.", "This is a story worth following.", "Nobody can say how it ends."],
        ["What does this mean for travellers?", "That is the question."],
    ],
)
def test_sentences_without_content_do_not_raise_the_score(padding):
    for sentences in (SENTENCES[:2], [SENTENCES[0], EDITS[8][0].replace("3 million", "30 million")]):
        plain = review(sentences, sources(REPORT, SECOND)).decision.score.value
        assert review([*sentences, *padding], sources(REPORT, SECOND)).decision.score.value <= plain


def test_saying_a_thing_twice_does_not_raise_the_score():
    plain = review(SENTENCES[:2], sources(REPORT, SECOND)).decision.score.value
    again = [*SENTENCES[:2], "At least 240,000 passengers a year are carried by the ferry line.", SENTENCES[1]]
    assert review(again, sources(REPORT, SECOND)).decision.score.value <= plain


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        pytest.param("The ferry line carries at least 240,000 passengers a year.", "the Ferry Line carries AT LEAST 240,000 passengers A YEAR.", marks=_SHOUTED),
        ("The transport ministry did not approve the new fare.", "The Transport Ministry did NOT approve the New Fare."),
        pytest.param("The transport ministry approved the new fare.", "The Transport Ministry APPROVED the new fare.", marks=_SHOUTED),
        ("The ferry line carries 2.4 million passengers a year.", "THE FERRY LINE CARRIES 2.4 MILLION PASSENGERS A YEAR."),
        pytest.param("The transport ministry fined Norvik Shipping 3 million euros.", "The transport ministry FINED Norvik Shipping 3 Million Euros.", marks=_SHOUTED),
    ],
)  # fmt: skip
def test_case_outside_names_and_quotes_does_not_matter(plain, other):
    found = [review([text], sources(REPORT, SECOND)).sentences[0] for text in (plain, other)]
    labels = [[v.label for v in one.verdicts] for one in found]
    assert labels[0] == labels[1] and found[0].outcome == found[1].outcome


@pytest.mark.parametrize(("text", "old", "new"), EDITS)
def test_one_minimal_edit_flips_the_verdict(text, old, new):
    assert old in text
    before, after = review([text, text.replace(old, new)], sources(REPORT, SECOND)).sentences
    assert before.outcome == "kept"
    assert after.outcome == "refused", after.verdicts
