"""Single gates: numbers, quotes, persons, origins, embargo, placeholders and the parts of a brief."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from gate_worlds import NOW, a_claim, a_document, a_line, a_text, a_verdict
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwire.gate.findings import Look
from groundwire.gate.gates import GATES
from groundwire.gate.gates.quotes import openly_licensed, shared_places, shared_runs
from groundwire.gate.gates.times import embargo_end
from groundwire.gate.texts import LanguageVersion, Mode, State
from groundwire.playbook.loading import policy
from groundwire.records.brief import Figure, FigureNode
from groundwire.records.claim import ClaimDate, ClaimStatus, Materiality, Modality, Quantity, Quote, Relation
from groundwire.records.lens import Limit
from groundwire.records.source import Dated, Origin, Source, SourceKind
from groundwire.records.verdict import Label, Level, Veto, VetoName

POLICY = policy("offline")


def look(name, text, now=NOW):
    """What one gate finds in a text."""
    return GATES[name](text, Look(POLICY, now))


def passes(name, text, now=NOW):
    """Whether one gate passes a text."""
    return look(name, text, now).passed


def counting(value, unit="barrel", of="lost output", names=("Tarn Oil",), relation=Relation.EXACTLY, **known):
    """A claim with one number."""
    quantity = Quantity(value, unit, of, relation, known.pop("to", None), direction=known.pop("direction", 0))
    return a_claim(f"Tarn Oil {value} {unit} {relation} {known}", quantities=(quantity,), names=names, **known)


def numbers(*claims, places=()):
    """A text with one line a claim."""
    places = dict(enumerate(places))
    return a_text(
        [a_line(f"Line {n}.", [a_verdict(each)], place=places.get(n, "facts")) for n, each in enumerate(claims)]
    )


def test_two_values_of_one_thing_hold():
    assert not passes("numbers-consistent", numbers(counting(400_000.0), counting(200_000.0)))


@pytest.mark.parametrize(
    "other",
    [
        counting(400_000.0),
        counting(300_000.0, relation=Relation.AT_LEAST),
        counting(410_000.0, relation=Relation.ABOUT),
        counting(350_000.0, relation=Relation.RANGE, to=450_000.0),
        counting(200_000.0, of="stock"),
        counting(200_000.0, unit="%"),
        counting(200_000.0, names=("Orsted Looms",)),
        counting(200_000.0, dates=(ClaimDate("in May", "2026-05"),)),
        counting(200_000.0, direction=-1),
        counting(200_000.0, of=""),
    ],
)
def test_values_that_agree_or_are_of_other_things_pass(other):
    assert passes("numbers-consistent", numbers(counting(400_000.0), other))


def test_two_values_that_are_printed_as_a_difference_pass():
    two = (counting(400_000.0), counting(200_000.0))
    assert passes("numbers-consistent", numbers(*two, counting(200_000.0), places=("facts", "facts", "difference")))


def test_a_range_in_one_sentence_is_no_contradiction():
    line = a_line("From 200 to 400.", [a_verdict(counting(200.0)), a_verdict(counting(400.0))])
    assert passes("numbers-consistent", a_text([line]))


def quoting(text, evidence):
    """A text with that line, and one document of that wording."""
    return a_text([a_line(text)], documents=(a_document(text=evidence),))


def test_a_quote_that_stands_in_the_evidence_passes_whatever_its_marks():
    evidence = "Mayor Ida Brandt said: “We will not close the mill’s gates.” Then she left."
    for text in (
        'Brandt said "We will not close the mill\'s gates."',
        "Brandt: „We will not close the mill’s gates,“ she said.",
    ):
        assert passes("quotes-verbatim", quoting(text, evidence))


@pytest.mark.parametrize(
    "quote",
    [
        "We will never close the mill's gates",
        "we will not close the mill's gates",
        "We will not ... the mill's gates",
        "We will not close the gates",
    ],
)
def test_a_quote_that_was_altered_holds(quote):
    evidence = "Mayor Ida Brandt said: “We will not close the mill’s gates.”"
    assert not passes("quotes-verbatim", quoting(f'Brandt said "{quote}".', evidence))


def test_a_quote_that_the_claim_names_is_looked_at_without_marks_too():
    claim = a_claim("Brandt promised", quotes=(Quote("the gates stay open", "Brandt"),))
    text = a_text([a_line("Brandt promised that the gates stay open.", [a_verdict(claim)])])
    assert not passes("quotes-verbatim", text)
    assert passes("quotes-verbatim", replace(text, documents=(a_document(text="She said the gates stay open."),)))


def made_up(number):
    """That many words of letters, no two alike."""
    letters = "bcdfghjklm"
    return ["".join(f"{letters[int(digit)]}a" for digit in f"{place:04d}") for place in range(number)]


LONG = " ".join(made_up(200))


def first(number):
    """The first words of the long text."""
    return " ".join(LONG.split()[:number])


@pytest.mark.bad("P11")
@pytest.mark.parametrize(("number", "passed"), [(11, True), (12, True), (25, True), (26, False), (40, False)])
def test_a_run_of_more_than_twenty_five_words_holds(number, passed):
    assert passes("quote-length", quoting(first(number), LONG)) is passed


@pytest.mark.bad("P11")
def test_quotation_marks_typography_and_case_hide_no_run():
    shown = first(30).upper().replace(" ", "\u00a0")
    assert not passes("quote-length", quoting(f"“{shown}”", LONG))


@pytest.mark.bad("P11")
def test_many_short_runs_from_one_source_hold():
    words = LONG.split()
    pieces = [" ".join(words[start : start + 20]) for start in range(0, 200, 20)]
    assert passes("quote-length", quoting(" but then ".join(pieces[:6]), LONG))
    assert not passes("quote-length", quoting(" but then ".join(pieces[:7]), LONG))


@pytest.mark.bad("P11")
def test_more_than_a_tenth_of_a_long_source_holds():
    words = made_up(1000)
    long = " ".join(words)
    most = " then ".join(" ".join(words[start : start + 20]) for start in range(0, 200, 40))
    assert passes("quote-length", quoting(most, long))
    more = most + " then " + " ".join(words[300:315])
    assert not passes("quote-length", quoting(more, long))


@pytest.mark.bad("P11")
@pytest.mark.parametrize(
    ("licence", "open_"),
    [
        ("public domain", True),
        ("Public Domain (US government)", True),
        ("CC BY 4.0", True),
        ("CC-BY-SA-3.0", True),
        ("CC0", True),
        ("CC BY-NC 4.0", False),
        ("cc-by-nd", False),
        ("all rights reserved", False),
        ("", False),
        ("not in the public domain", False),
    ],
)
def test_an_open_licence_lifts_the_limit(licence, open_):
    assert openly_licensed(licence, POLICY.words) is open_
    source = Source("The Tarn Courier", "", SourceKind.PRESS, licence=licence)
    text = a_text([a_line(first(60))], documents=(a_document(text=LONG, source=source),))
    assert passes("quote-length", text) is open_


@pytest.mark.bad("P11")
def test_a_sources_own_limit_takes_the_place_of_the_default():
    for limit, passed in ((60, True), (40, False), (0, False)):
        source = Source("The Tarn Courier", "", SourceKind.PRESS, quote_limit=limit)
        text = a_text([a_line(first(50))], documents=(a_document(text=LONG, source=source),))
        assert passes("quote-length", text) is passed


def test_words_that_are_repeated_count_once():
    assert passes(
        "quote-length",
        a_text([a_line(f"{first(20)} then {first(20)}") for _ in range(5)], documents=(a_document(text=LONG),)),
    )


def test_copies_of_one_report_do_not_add_up():
    source = Source("The Tarn Courier", "", SourceKind.PRESS)
    copies = tuple(a_document(f"d{n}", text=LONG, source=source) for n in range(8))
    assert passes("quote-length", a_text([a_line(first(24))], documents=copies))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=60), st.lists(st.sampled_from("abc"), max_size=60), st.integers(1, 5))
def test_shared_runs_are_really_shared_and_cover_every_word_that_is(ours, theirs, least):
    runs = shared_places(ours, theirs, least)
    assert all(length >= least for _, length in runs) and sum(length for _, length in runs) <= len(ours)
    whole = " ".join(ours)
    assert all(" ".join(theirs[place : place + length]) in whole for place, length in runs)
    grams = {tuple(theirs[start : start + least]) for start in range(len(theirs) - least + 1)}
    shared = any(tuple(ours[start : start + least]) in grams for start in range(len(ours) - least + 1))
    assert bool(runs) == shared


@pytest.mark.bad("T09")
def test_a_source_that_repeats_one_word_costs_no_more_than_its_length():
    ours, theirs = ["a"] * 20_000, ["a"] * 20_000
    started = datetime.now(UTC)
    assert sum(shared_runs(ours, theirs, 12)) == 20_000
    assert datetime.now(UTC) - started < timedelta(seconds=2)


def accusing(text, names, **known):
    """A text with one supported line of that wording."""
    verdict = known.pop("verdict", {})
    return a_text([a_line(text, [a_verdict(a_claim(text, names=names, **known), **verdict)])])


@pytest.mark.bad("P01")
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Kolb embezzled money from the mill", ("Anna Kolb",)),
        ("The Courier reported that Mr Kolb was arrested for fraud", ("Kolb",)),
        ("Prosecutors charged J. R. van Dalen with bribery", ("J. R. van Dalen",)),
        ("Anna Kolb of Harlow Mills misled the regulator", ("Anna Kolb", "Harlow Mills")),
    ],
)
def test_an_accusation_against_a_named_person_needs_two_origins_or_a_primary_document(text, names):
    assert not passes("named-persons", accusing(text, names))
    assert passes("named-persons", accusing(text, names, verdict={"origins": ("o1", "o2")}))
    assert passes("named-persons", accusing(text, names, verdict={"level": Level.CONFIRMED}))


@pytest.mark.parametrize(
    ("text", "names", "known"),
    [
        ("Anna Kolb opened the mill", ("Anna Kolb",), {}),
        ("Harlow Mills Ltd is accused of fraud", ("Harlow Mills Ltd",), {}),
        ("The Ministry of Health was charged with negligence", ("Ministry of Health",), {}),
        ("NATO lied", ("NATO",), {}),
        ("Anna Kolb is in charge of the battery plant at Tarn", ("Anna Kolb",), {}),
        ("The criminal division is led by Anna Kolb, whose office lies near the court", ("Anna Kolb",), {}),
        ("Anna Kolb said that fraud is a plague", ("Anna Kolb",), {"speaker": "Anna Kolb", "status": ClaimStatus.SAID}),
    ],
)
def test_nobody_is_accused_by_name_in(text, names, known):
    assert passes("named-persons", accusing(text, names, **known))


def test_what_is_marked_as_alleged_accuses_without_a_word_for_it():
    text = accusing("Anna Kolb took the money", ("Anna Kolb",), status=ClaimStatus.ALLEGED)
    assert not passes("named-persons", text)


def flat(text="Harlow Mills bought Orsted Looms for 5 million", **known):
    """A claim that no one stands for but the text."""
    return a_claim(text, **({"status": ClaimStatus.STATED} | known))


def test_a_lead_number_or_date_on_one_origin_must_say_who_says_it():
    line = a_line("Harlow Mills bought Orsted Looms for 5 million.", [a_verdict(flat())])
    assert not passes("origins", a_text([line]))
    for said in (flat(speaker="Anna Kolb"), flat(status=ClaimStatus.SAID), flat(depth=1)):
        assert passes("origins", a_text([replace(line, verdicts=(a_verdict(said),))]))
    assert passes("origins", a_text([replace(line, verdicts=(a_verdict(flat(), origins=("o1", "o2")),))]))
    assert passes("origins", a_text([replace(line, verdicts=(a_verdict(flat(), level=Level.CONFIRMED),))]))


def test_naming_the_cited_source_or_its_origin_attributes_a_line():
    verdicts = [a_verdict(flat())]
    assert passes("origins", a_text([a_line("Harlow Mills bought Orsted Looms, The Tarn Courier reports.", verdicts)]))
    assert not passes(
        "origins", a_text([a_line("Harlow Mills bought Orsted Looms, The Other Paper reports.", verdicts)])
    )
    wire = (Origin("o1", "Norda Wire", ("d1",), "wire credit"),)
    assert passes(
        "origins",
        a_text([a_line("Harlow Mills bought Orsted Looms, according to Norda Wire.", verdicts)], origins=wire),
    )


def test_background_on_one_origin_may_be_stated_flatly():
    claim = flat("Harlow Mills makes cloth", materiality=Materiality.BACKGROUND)
    assert passes("origins", a_text([a_line("Harlow Mills makes cloth.", [a_verdict(claim)])]))


def test_an_accusation_needs_two_origins_however_it_is_attributed():
    claim = a_claim(
        "Harlow Mills defrauded its weavers", names=("Harlow Mills",), speaker="Anna Kolb", status=ClaimStatus.SAID
    )
    assert not passes("origins", a_text([a_line("Anna Kolb said so.", [a_verdict(claim)])]))
    assert passes("origins", a_text([a_line("Anna Kolb said so.", [a_verdict(claim, origins=("o1", "o2"))])]))


def test_a_claim_that_is_stronger_than_its_evidence_holds():
    veto = Veto(VetoName.MODALITY, Label.UNSUPPORTED, "has bought", "is in talks", "Talks are not a purchase.")
    verdict = a_verdict(
        a_claim("Harlow Mills has bought Orsted Looms", modality=Modality.DONE), Label.UNSUPPORTED, vetoes=(veto,)
    )
    found = look("modality", a_text([a_line("It has bought.", [verdict], state=State.REFUSED)]))
    assert not found.passed and "Talks are not a purchase." in found.reason


def test_analysis_is_conditional_in_wording():
    flat_line = a_line("Prices rise and suppliers lose.", [], place="analysis", state=State.NOT_CHECKABLE)
    assert not passes("modality", a_text([a_line(), flat_line]))
    hedged = replace(flat_line, text="If talks end, prices could rise.")
    assert passes("modality", a_text([a_line(), hedged]))


@pytest.mark.bad("P05")
@pytest.mark.parametrize(
    "text",
    [
        "He is XXXX years old.",
        "XXXXXXXX",
        "The mayor, TK, left.",
        "Lorem ipsum dolor",
        "Anna Kolb, [age], of Tarn",
        "HOLD FOR RELEASE",
        "Dear {{ name }}",
        "T" + "ODO: ask",
        "[insert quote]",
        "[ Name ]",
        "[TK]",
        "Price: TBD.",
    ],
)
def test_a_placeholder_cannot_be_published(text):
    assert not passes("placeholder-text", a_text([a_line(text)]))
    assert not passes("placeholder-text", a_text([a_line()], surfaces=(("caption", text),)))


@pytest.mark.parametrize(
    "text",
    [
        "He met Todor in Tarn.",
        "Storks and stock.",
        "The court [sic] said [the mill] closed.",
        "MAXXX",
        "Super Bowl XXX",
        "Lorempo",
        "a tk b",
    ],
)
def test_ordinary_words_are_no_placeholders(text):
    assert passes("placeholder-text", a_text([a_line(text)]))


def test_a_placeholder_that_the_evidence_knows_as_a_word_is_one():
    text = a_text([a_line("TK Looms opened a shop.")], documents=(a_document(text="TK Looms opened a shop."),))
    assert passes("placeholder-text", text)


@pytest.mark.bad("P10")
@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("EMBARGO until 2026-12-01 00:01 GMT", "2026-12-01T00:01"),
        ("Embargoed until 00:01 BST on 1 December 2026", "2026-11-30T23:01"),
        ("EMBARGOED UNTIL 9 a.m. EST, December 1, 2026", "2026-12-01T14:00"),
        ("Not for publication before 2026-12-01T06:30:00Z", "2026-12-01T06:30"),
        ("Under embargo to 1st December 2026, 12:00 +01:00", "2026-12-01T11:00"),
        ("For release at noon UTC on 1 Dec 2026", "2026-12-01T12:00"),
        ("Embargo: 1 December 2026", "2026-12-02T12:00"),
        ("Embargo: 1 December 2026, 09:00", "2026-12-01T21:00"),
        ("Embargo: 1 December 2026, 09:00 XYZ", "2026-12-01T21:00"),
        ("Embargoed until 12.01 a.m. GMT, 1 December 2026", "2026-12-01T00:01"),
    ],
)
def test_an_embargo_is_read_to_the_instant_and_never_ends_early(line, instant):
    assert embargo_end(line).strftime("%Y-%m-%dT%H:%M") == instant


@pytest.mark.bad("P10")
@pytest.mark.parametrize(
    "line",
    [
        "EMBARGO until Tuesday",
        "HOLD FOR RELEASE",
        "Embargo 31 February 2026 10:00 GMT",
        "Embargo until 01/12/2026",
        "EMBARGO 1 May 2026 or 2 May 2026",
        "Embargo until 25:00 on 1 May 2026",
        "Embargo: 13 pm, 1 May 2026 13:00 pm",
    ],
)
def test_an_embargo_that_cannot_be_read_holds(line):
    text = a_text(documents=(a_document(embargo=line),))
    assert not passes("freshness-and-embargo", text, datetime(2099, 1, 1, tzinfo=UTC))


@pytest.mark.bad("P10")
def test_an_embargo_holds_until_its_instant_and_lets_go_then():
    text = a_text(documents=(a_document(embargo="EMBARGO until 2026-12-01 00:01 GMT", published=""),))
    end = datetime(2026, 12, 1, 0, 1, tzinfo=UTC)
    assert not passes("freshness-and-embargo", text, end - timedelta(seconds=1))
    assert passes("freshness-and-embargo", text, end)


def test_an_embargo_on_trade_is_no_embargo_on_publication():
    text = a_text(documents=(a_document(embargo="Embargo on arms exports to be reviewed until 1 May 2099"),))
    assert passes("freshness-and-embargo", text)


@pytest.mark.bad("D17")
def test_a_document_dated_after_the_clock_holds_and_a_clamped_one_is_told():
    assert not passes("freshness-and-embargo", a_text(documents=(a_document(published="2026-05-07"),)))
    clamped = replace(a_document(), published=Dated("2026-05-04", "day", flags=("future_clamped",)))
    found = look("freshness-and-embargo", a_text(documents=(clamped,)))
    assert found.passed and "dated in the future" in found.reason
    held = replace(clamped, embargo="EMBARGO until 2026-05-07 09:00 GMT")
    assert not passes("freshness-and-embargo", a_text(documents=(held,)))


def a_brief_text(**known):
    """A brief of one line with its limits."""
    given = {"mode": Mode.BRIEF, "frame": "talks", "limits": (Limit("talks", "signed", "that it is signed", False),)}
    return a_text(**(given | known))


def test_a_brief_says_what_the_record_leaves_open():
    assert passes("limits-stated", a_brief_text())
    assert not passes("limits-stated", a_brief_text(limits=()))
    assert not passes("limits-stated", a_brief_text(frame=""))
    assert not passes("limits-stated", a_brief_text(frame="outage"))


@pytest.mark.parametrize(
    ("lens", "score", "evidenced", "passed"),
    [
        ("", None, False, True),
        ("chip-supply", 0.9, True, True),
        ("chip-supply", 0.49, True, False),
        ("chip-supply", None, True, False),
        ("chip-supply", 0.9, False, False),
        ("chip-supply", float("nan"), True, False),
    ],
)
def test_a_lens_is_shown_only_when_it_fits_and_its_trigger_is_evidenced(lens, score, evidenced, passed):
    assert passes("lens-fits", a_brief_text(lens=lens, lens_score=score, lens_evidenced=evidenced)) is passed


def test_every_disclaimer_that_is_needed_stands_with_the_brief():
    needed = "Context only. Not investment advice."
    assert not passes("disclaimers", a_brief_text(required_disclaimers=(needed,)))
    assert passes("disclaimers", a_brief_text(required_disclaimers=(needed,), disclaimers=(needed.upper(),)))
    assert not passes("disclaimers", a_brief_text(lens="chip-supply"))
    assert passes("disclaimers", a_text())


def test_a_figure_shows_accepted_claims_or_what_would_follow():
    accepted = a_claim().id
    sound = FigureNode("talks", claim=accepted), FigureNode("prices could rise", evidenced=False)
    assert passes("figure-from-accepted-claims", a_text(figures=(Figure("impact-path", "t", "c", "a", sound),)))
    for loose in (
        FigureNode("a sale", claim="ffff"),
        FigureNode("a sale"),
        FigureNode("7", value=7.0, evidenced=False),
    ):
        figure = Figure("impact-path", "t", "c", "a", (*sound, loose))
        assert not passes("figure-from-accepted-claims", a_text(figures=(figure,)))


def test_versions_in_other_languages_make_the_same_claims():
    same = LanguageVersion("de", (a_claim().id,), True)
    assert passes("languages-agree", a_text(languages=(same,)))
    assert not passes("languages-agree", a_text(languages=(replace(same, claims=()),)))
    assert not passes("languages-agree", a_text(languages=(replace(same, supported=False),)))


def test_what_is_published_is_not_published_again():
    text = a_text()
    assert not passes("duplicate-of-published", replace(text, published=((text.bound_to, ""),)))
    assert not passes("duplicate-of-published", replace(text, published=(("other", text.text + " Indeed."),)))
    assert passes(
        "duplicate-of-published", replace(text, published=(("other", "Another thing happened to other people."),))
    )
