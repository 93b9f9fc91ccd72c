"""The lens matcher: a lens fits when the event itself is of its kind; most stories fit none."""

import time
from datetime import UTC, datetime

import pytest

from groundwire.briefs.lenses import match, match_texts
from groundwire.briefs.signs import holds, inflected, line, split, together
from groundwire.playbook.lens_files import lenses
from groundwire.playbook.loading import policy
from groundwire.records.source import Document, Snapshot, Source

POLICY = policy("offline").lens
LENSES = lenses()


def lens_of(title: str, text: str) -> str | None:
    return match_texts([(title, text)], LENSES, POLICY).lens


FITTING = {
    "chip-supply": (
        "Ostrava Cloud in talks with Kestrel Micro to buy AI chips",
        "Ostrava Cloud is in talks with Kestrel Micro, a GPU start-up, to buy AI chips for inference. "
        "The talks cover at least 20,000 chips.",
    ),
    "energy-supply": (
        "Brindle refinery halts output after fire",
        "The Brindle refinery halted output of gasoline on Monday. Oil supply in the region fell by a tenth.",
    ),
    "infrastructure": (
        "Arden bridge closed after cracks are found",
        "The highway bridge at Arden was closed on Monday. Inspectors say that the bridge needs repair.",
    ),
    "software-security": (
        "Security update for the Tarn web server",
        "A vulnerability in the Tarn web server lets a remote attacker run code. Version 2.4 fixes it.",
    ),
    "competition-mergers": (
        "Regulator sues to block merger of Corvane and Telmark",
        "The regulator filed an antitrust suit to block the merger of two makers of pumps.",
    ),
    "product-safety": (
        "Pellworth recalls cribs over choking hazard",
        "Pellworth recalled 40,000 cribs because small parts of the product are a choking hazard to children.",
    ),
    "data-protection": (
        "Data breach at Finwell exposes records of patients",
        "Personal information of 80,000 patients was exposed in a data breach, Finwell said.",
    ),
    "monetary-financial": (
        "Norland central bank raises interest rate",
        "The central bank raised its policy rate by half a point, citing inflation.",
    ),
    "ai-governance": (
        "Norland parliament passes law on artificial intelligence",
        "The law requires makers of artificial intelligence to follow rules on testing and oversight.",
    ),
    "export-investment": (
        "Norland imposes export controls on lenses",
        "The export controls take effect in March. Exporters will need a licence.",
    ),
}

# Each is near the lens it is listed under, and of another kind.
NEAR_MISSES = [
    ("chip-supply", "Norland adopts rules on artificial intelligence", "The law sets rules for artificial intelligence. Its makers use chips."),
    ("chip-supply", "Flaw found in Kestrel processor", "A vulnerability in the processor lets attackers read memory. A patch was released."),
    ("chip-supply", "Arden bakery sells potato chips", "The bakery began to sell potato chips made in its own kitchen."),
    ("ai-governance", "Ostrava Cloud in talks to buy AI chips", "Ostrava Cloud is in talks to buy AI chips for inference."),
    ("ai-governance", "Aurel hires head of artificial intelligence", "Aurel hired Ilse Brandt to lead its work on artificial intelligence."),
    ("energy-supply", "Oil company pays fine for tax fraud", "The oil company pleaded guilty to tax fraud and paid a fine."),
    ("energy-supply", "Oil executive sentenced for bribery", "A former executive of an oil company was sentenced to prison for bribery."),
    ("infrastructure", "Man stabbed on Arden bridge", "A man was stabbed on a bridge in Arden on Sunday. Police arrested a suspect."),
    ("infrastructure", "Project moves its web infrastructure", "The project moved its servers and website to another cloud provider."),
    ("software-security", "Tarn 3.0 released with faster builds", "Version 3.0 of Tarn is faster. It also has new functions for lists and dates."),
    ("software-security", "Port security bill delayed", "Senators delayed a bill on port security, citing vulnerabilities at terminals."),
    ("software-security", "Storm advisory for the Marl coast", "Forecasters issued an advisory for the coast. The storm could hit on Tuesday."),
    ("competition-mergers", "Arden wins league after final match", "Arden beat Marl in the competition and won the league title."),
    ("competition-mergers", "Head of drug cartel sentenced", "The head of a drug cartel was sentenced to life for drug trafficking."),
    ("product-safety", "Pharmacist sentenced for kickbacks", "A pharmacist was sentenced for taking kickbacks to sell drugs."),
    ("product-safety", "Voters recall mayor of Marl", "Voters in Marl recalled their mayor on Sunday after two years in office."),
    ("data-protection", "Woman sentenced for identity theft", "A woman who filed false tax returns with stolen identities was sentenced for identity theft."),
    ("data-protection", "Agency publishes data on rivers", "The agency put its data on rivers online. The records go back decades."),
    ("monetary-financial", "Bank teller pleads guilty to embezzlement", "A teller pleaded guilty to embezzlement from her bank and faces prison."),
    ("monetary-financial", "Hotel cuts room rates in winter", "The hotel lowered its rates for the winter season."),
    ("export-investment", "Foreign minister visits Marl", "The foreign minister visited Marl and met students."),
    ("export-investment", "Court sanctions lawyer", "A court imposed sanctions on a lawyer who missed three hearings."),
]  # fmt: skip


def test_every_lens_has_a_story_that_it_fits():
    assert set(FITTING) == {lens.id for lens in LENSES}


@pytest.mark.parametrize("lens", sorted(FITTING))
def test_a_lens_fits_an_event_of_its_kind(lens):
    assert lens_of(*FITTING[lens]) == lens


@pytest.mark.parametrize(("lens", "title", "text"), NEAR_MISSES)
def test_a_lens_does_not_fit_where_only_its_words_occur(lens, title, text):
    assert lens_of(title, text) != lens


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Singer Ilse Brandt dies aged 81", "The singer Ilse Brandt died on Monday. She sold two million records."),
        ("Arden beats Marl in cup final", "Arden beat Marl three to one in the cup final on Sunday."),
        ("Man sentenced for robbery in Marl", "A man was sentenced to six years in prison for a robbery in Marl."),
        ("Marl elects new mayor", "Voters in Marl elected Otto Lenz mayor on Sunday."),
        ("Project plans its yearly meeting", "The project invites all developers to its yearly meeting in Arden."),
        ("", ""),
    ],
)
def test_most_stories_fit_none(title, text):
    assert lens_of(title, text) is None


def test_a_sign_in_the_background_alone_does_not_bring_a_lens():
    filler = "The town celebrated its founding day with music and a parade. " * 12
    text = filler + "In the evening the mayor recalled that a data breach had once exposed personal information."
    assert lens_of("Marl celebrates its founding day", text) is None


def test_a_stray_document_neither_brings_a_lens_nor_takes_it_away():
    about, stray = FITTING["energy-supply"], ("Marl elects new mayor", "Voters in Marl elected Otto Lenz mayor.")
    assert match_texts([about, about, stray], LENSES, POLICY).lens == "energy-supply"
    assert match_texts([stray, stray, stray, stray, about], LENSES, POLICY).lens is None


def test_what_is_near_is_named_with_the_reason_it_is_not_shown():
    text = "The oil company pleaded guilty to tax fraud. Oil supply and oil production went on as before."
    found = match_texts([("Oil company fined over oil exports", text)], LENSES, POLICY)
    assert found.lens is None
    near = {lens: reason for lens, _, reason in found.near}
    assert "what speaks against it" in near["energy-supply"]


def test_the_order_of_documents_does_not_matter():
    texts = [
        FITTING["energy-supply"],
        FITTING["infrastructure"],
        ("Marl elects new mayor", "Voters elected Otto Lenz."),
    ]
    assert match_texts(texts, LENSES, POLICY) == match_texts(texts[::-1], LENSES, POLICY)


def test_a_document_in_a_language_that_is_not_judged_brings_no_lens():
    title, text = FITTING["chip-supply"]
    snapshot = Snapshot("0" * 64, "text/plain", len(text), datetime(2024, 2, 6, tzinfo=UTC), "a")
    document = Document("a" * 16, Source("The Arden Post"), title, text, snapshot)
    assert match([document], LENSES, POLICY).lens == "chip-supply"
    foreign = Document("a" * 16, Source("The Arden Post"), title, text, snapshot, language="cs")
    assert match([foreign], LENSES, POLICY).lens is None


@pytest.mark.parametrize(
    "forms",
    [
        "supply supplies supplied supplying",
        "ship ships shipped shipping",
        "agree agrees agreed",
        "vulnerability vulnerabilities",
    ],
)
def test_forms_of_one_word_are_one(forms):
    assert len({inflected(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["vulnerable vulnerability", "develop developer", "compile compiler", "merge merger"])
def test_words_of_one_family_stay_apart(pair):
    first, second = pair.split()
    assert inflected(first) != inflected(second)


def test_terms_count_together_only_within_their_window_and_never_on_the_same_word():
    where = line("The supplier of chips for the town hall, which was built long ago by masons, ships an order")
    assert together(where, [["chips"], ["order"]], 20)
    assert not together(where, [["chips"], ["order"]], 8)
    assert not together(line("chip order"), [["chip order"], ["order"]], 8)


def test_a_term_with_an_equals_sign_counts_only_as_written():
    assert holds(line("They developed it"), ["develop"])
    assert not holds(line("They developed it"), ["=develop"])


@pytest.mark.bad("T09")
def test_hostile_text_costs_no_more_than_its_length():
    for text in ("." * 100_000, "a. " * 33_000, '"' * 100_000, "chip " * 20_000, "\n" * 100_000):
        start = time.perf_counter()
        split(text)
        assert time.perf_counter() - start < 0.2


def test_several_words_of_a_topic_in_the_lead_bring_a_lens_and_one_does_not():
    many = ("Marl cuts pumping", "The crude comes from an oil field with a pipeline. A refinery stands next to it.")
    one = ("Marl votes", "The crude joke of a speaker ended the meeting. The members went home at nine.")
    assert lens_of(*many) == "energy-supply"
    assert lens_of(*one) is None
