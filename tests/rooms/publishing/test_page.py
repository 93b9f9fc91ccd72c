"""The page of a brief: its order, its evidence, and what must never be on it."""

import json
import re
from dataclasses import replace

import pytest

from groundwire.publishing import brief_json, html, index, markdown
from groundwire.publishing.rendering import assets
from groundwire.publishing.view import ticks
from groundwire.records.gate import FactScore, Outcome
from groundwire.testing.builders import a_brief, a_decision, a_document, a_line, a_passage, a_publication, a_story
from groundwire.testing.harbour import harbour_publication


@pytest.fixture
def deal():
    return a_publication()


@pytest.fixture
def harbour():
    return harbour_publication()


def test_sections_stand_in_the_order_a_reader_is_promised(deal, read_page):
    text = read_page(html.render(deal)).text
    order = [
        "Developing", "checked", "next check",
        "Ostrana is in talks over at least 40,000 AI chips", "The talks with Veldhaven's", "Fact", "independent origin",
        "What happened", "What the record does not show", "Why the market cares", "Tech / policy link", "Market lens",
        "What to watch next", "Builder implications", "Visual briefing", "Sources and disclosure", "Taken out of the draft",
        "How this was made", "Follow-up alerts", "Corrections and safety",
    ]  # fmt: skip
    body = text[text.index("Technology Developing") :]
    places = [body.find(words, 0) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_every_citation_chip_leads_to_a_passage_on_the_page(harbour, read_page):
    page = read_page(html.render(harbour))
    chips = [held["href"] for name, held in page.tags if held.get("class") == "chip"]
    assert len(chips) >= 8
    assert all(chip.startswith("#") and chip[1:] in page.ids for chip in chips)


def test_every_link_inside_the_page_has_its_target_and_no_id_stands_twice(harbour, read_page):
    page = read_page(html.render(harbour))
    assert {link[1:] for link in page.links() if link.startswith("#")} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_the_words_that_carry_a_line_are_marked_in_its_passage(deal):
    note = next(note for note in deal.evidence if note.line == "fact-2")
    marked = " ".join(run.text for run in note.runs if run.marked)
    assert "at least 40,000 chips" in marked
    assert "involve" not in marked


def test_spans_of_evidence_are_the_words_of_the_stored_text(harbour):
    texts = {document.id: document.text for document in harbour.story.documents}
    assert harbour.evidence
    for note in harbour.evidence:
        shown = "".join(run.text for run in note.runs if not run.gap)
        stored = "".join(texts[note.document][start:end] for start, end in note.spans)
        assert shown.replace(" ", "") == stored.replace(" ", "")


def test_headline_and_summary_share_the_passage_of_the_fact_they_restate(deal):
    first = next(note for note in deal.evidence if note.line == "fact-1")
    assert set(first.also) == {"headline", "summary-1"}
    assert len(deal.evidence) == 3


def test_a_score_never_stands_without_sources_and_origins(deal, read_page):
    text = read_page(html.render(deal)).text
    near = text[text.index("Fact 6") : text.index("The arithmetic")]
    assert "1 source, 1 independent origin" in near
    assert "3 of 7 drafted claims kept" in near
    assert "not reviewed by a person" in near


def test_the_arithmetic_is_one_step_away(deal, read_page):
    text = read_page(html.render(deal)).text
    assert all(step in text for step in deal.decision.score.arithmetic)


@pytest.mark.parametrize(
    ("value", "uncapped", "caps", "expected"),
    [
        (6, 6, (("one origin", 7, "one origin"),), "ffffffexxx"),
        (7, 9, (("one origin", 7, "one origin"),), "fffffffxxx"),
        (9, 9, (), "fffffffffe"),
        (0, 5, (("contradicted", 0, "a claim is contradicted"),), "xxxxxxxxxx"),
    ],
)
def test_ticks_above_a_cap_are_hatched(value, uncapped, caps, expected):
    drawn = ticks(FactScore(value, (), caps, uncapped)).ticks
    assert "".join({"full": "f", "empty": "e", "cut": "x"}[tick] for tick in drawn) == expected


def test_lines_on_one_origin_say_so(deal, harbour, read_page):
    assert "Each of these lines rests on a single origin." in read_page(html.render(deal)).text
    shown = read_page(html.render(harbour)).text
    assert "single origin" in shown and "primary document" in shown


def test_what_the_record_does_not_show_lists_open_limits_only(deal, read_page):
    text = read_page(html.render(deal)).text
    after = text[text.index("What the record does not show") : text.index("Why the market cares")]
    assert "that a contract is signed" in after and "a price, or how it is set" in after
    assert "the parties are named" not in after


def test_both_sides_of_a_difference_are_printed_with_the_reason(harbour, read_page):
    text = read_page(html.render(harbour)).text
    after = text[text.index("Where the sources differ") :]
    assert after.index("4,200") < after.index("6,000") < after.index("figure leads")


def test_analysis_is_marked_as_analysis(deal):
    source = html.render(deal)
    for line in (*deal.brief.market, *deal.brief.policy_link, *deal.brief.builders):
        assert f'{line.text} <span class="tag">analysis</span>' in source


def test_a_story_that_no_lens_fits_says_so(harbour, read_page):
    assert "No lens fits this story" in read_page(html.render(harbour)).text


def every_public_text(publication):
    """Every file of a brief that the public can download, as one text."""
    entry = index.entry(publication, "story/brief.html")
    files = html.figure_files(publication)
    return "\n".join(
        [html.render(publication), markdown.render(publication), brief_json.text(publication), index.render([entry]), *files.values()]
    )  # fmt: skip


def test_rejected_claims_are_described_and_their_wording_is_nowhere_public(deal):
    public = every_public_text(deal)
    assert len(deal.brief.rejected) == 4
    for claim in deal.brief.rejected:
        assert claim.text not in public
        assert claim.id not in public
    for word in ("400,000", "Teldane", "Corvidia", "signed a contract"):
        assert word not in public
    assert "A remark attributed to another company" in public


def test_the_desk_shows_the_wording_under_a_banner_that_robots_may_not_index(read_page):
    held = a_publication(outcome=Outcome.HOLD)
    source = html.render(held, root="../", desk=True)
    page = read_page(source)
    assert "Held. This brief is not published." in page.text
    assert "claims-supported: 1 claim of the text is not supported" in page.text
    assert all(claim.text in page.text for claim in held.brief.rejected)
    assert {"name": "robots", "content": "noindex, nofollow"} in page.all("meta")
    assert not page.all("script")[1:] and "application/ld+json" not in source


def test_a_public_page_has_no_banner(deal):
    assert "banner" not in html.render(deal)


def test_nothing_inline_runs_or_styles_and_the_policy_of_the_page_forbids_it(deal, read_page):
    page = read_page(html.render(deal))
    policy = next(held["content"] for held in page.all("meta") if held.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy and "unsafe" not in policy and "base-uri 'none'" in policy
    for held, text in page.scripts:
        assert held.get("type") == "application/ld+json" or (held["src"].startswith("../assets/") and not text.strip())
    assert not page.all("style") and not page.all("iframe") and not page.all("form") and not page.all("base")
    for _, held in page.tags:
        assert "style" not in held
        assert not [name for name in held if name.startswith("on")]


def test_a_page_loads_nothing_but_the_assets_beside_it(deal, read_page):
    page = read_page(html.render(deal, root="../"))
    loaded = [held["href"] for held in page.all("link") if held["rel"] in ("stylesheet", "icon")]
    loaded += [held["src"] for held in page.all("script") if "src" in held]
    names = assets()
    assert loaded and all(address.removeprefix("../assets/") in names for address in loaded)
    assert "http" not in names["groundwire.css"].decode()
    fonts = re.findall(r"url\(([^)]+)\)", names["groundwire.css"].decode())
    assert fonts and all(font in names for font in fonts)


def test_structured_data_is_based_on_exactly_the_cited_sources(harbour, read_page):
    page = read_page(html.render(harbour))
    data = json.loads(next(text for held, text in page.scripts if held.get("type") == "application/ld+json"))
    assert data["@type"] == "AnalysisNewsArticle"
    assert data["headline"] == harbour.brief.headline.text
    assert data["digitalSourceType"] == "https://schema.org/AlgorithmicMediaDigitalSource"
    assert data["datePublished"] == "2026-06-15T14:05:00Z"
    cited = {line.url for line in harbour.disclosure.sources if line.cited}
    assert {entry["url"] for entry in data["isBasedOn"]} == cited
    assert len(cited) == 3


def test_an_outside_draft_is_not_declared_free_of_language_models(deal):
    assert "CompositeWithTrainedAlgorithmicMediaDigitalSource" in html.render(deal)


def test_a_known_site_gives_the_page_its_canonical_address():
    shown = a_publication(site="https://briefs.example/")
    source = html.render(shown, path="deal-1/brief.html")
    assert '<link rel="canonical" href="https://briefs.example/deal-1/brief.html">' in source
    assert 'rel="canonical"' not in html.render(a_publication(), path="deal-1/brief.html")


def test_times_say_utc_and_carry_their_instant(deal, read_page):
    page = read_page(html.render(deal))
    times = [held["datetime"] for held in page.all("time")]
    assert "2026-06-15T14:05:00Z" in times and "2026-06-16T14:05:00Z" in times
    assert "15 Jun 2026, 14:05 UTC" in page.text


def test_disclosure_names_verifier_policy_and_the_gates_that_were_not_asked(deal, read_page):
    text = read_page(html.render(deal)).text
    for words in (
        "rule-based verifier, not calibrated",
        "offline v1",
        "certificate-valid not asked by this policy",
        "human-approval not asked by this policy",
        "No bound is claimed",
        "No person has reviewed it.",
    ):
        assert words in text


def test_a_document_in_a_language_that_is_not_judged_is_listed_and_supports_nothing(harbour, read_page):
    page = read_page(html.render(harbour))
    assert "not judged: Japanese · supports nothing" in page.text
    assert "https://kowan.example/1" in page.links()
    assert not any(note.document == harbour.story.documents[3].id for note in harbour.evidence)


@pytest.mark.bad("T10")
@pytest.mark.bad("H20")
def test_a_title_written_right_to_left_is_isolated_and_marked_with_its_language(harbour):
    assert '<bdi lang="ar">إغلاق الرصيف الخارجي (4,200 حاوية)</bdi>' in html.render(harbour)


def test_a_line_in_another_language_carries_its_mark(read_page):
    document = a_document("Die Werft bleibt geschlossen.", language="de")
    brief = a_brief(a_story([document]), says=["x"])
    line = a_line("Die Werft bleibt geschlossen.", a_passage(document, document.text), lang="de")
    shown = a_publication(replace(brief, facts=(line,)), a_story([document]))
    assert '<span lang="de" dir="auto">Die Werft bleibt geschlossen.</span>' in html.render(shown)


def test_publishers_cited_twice_in_a_line_carry_their_dates(read_page):
    first = a_document("The mill at Astrup closed.", published="2026-06-07", url="https://a.example/1")
    second = a_document("The mill at Astrup stays closed.", published="2026-06-10", url="https://a.example/2")
    story = a_story([first, second])
    line = a_line("The mill at Astrup is closed.", a_passage(first, first.text), a_passage(second, second.text))
    shown = a_publication(replace(a_brief(story, says=["x"]), facts=(line,)), story)
    text = read_page(html.render(shown)).text
    assert "Harbour Wire 7 Jun" in text and "Harbour Wire 10 Jun" in text


def test_a_line_without_support_is_not_shown_as_supported_on_the_desk(read_page):
    brief = a_brief()
    bare = replace(brief.facts[0], verdicts=())
    shown = a_publication(replace(brief, facts=(bare, *brief.facts[1:])), outcome=Outcome.HOLD)
    assert "Not confirmed: Ostrana is in talks to buy" in read_page(html.render(shown, desk=True)).text


def test_reports_have_an_address_only_where_one_is_set(read_page):
    with_contact = read_page(html.render(a_publication(contact="desk@briefs.example")))
    assert "mailto:desk@briefs.example" in with_contact.links()
    assert "No address for reports is set up here." in read_page(html.render(a_publication())).text
    strange = read_page(html.render(a_publication(contact="javascript:alert(1)@x")))
    assert not [link for link in strange.links() if link.startswith(("javascript", "mailto"))]


def test_a_brief_with_nothing_optional_still_makes_a_page(read_page):
    brief = replace(
        a_brief(drafted=False), summary=(), limits=(), market=(), policy_link=(), builders=(), lens=None, lens_trigger=None,
        figures=(), questions=(), affected_named=(), affected_inferred=(),
    )  # fmt: skip
    shown = a_publication(brief)
    text = read_page(html.render(shown)).text
    assert "No check is set for this story." in text and "Nothing was taken out." in text
    assert "Visual briefing" not in text
    markdown.render(shown)


def test_the_same_brief_gives_the_same_bytes(deal):
    assert html.render(deal) == html.render(a_publication())


def test_the_index_leads_with_the_brief_that_has_most_to_tell(deal, harbour, read_page):
    entries = [index.entry(harbour, "b/brief.html"), index.entry(deal, "a/brief.html")]
    counts = index.tally(entries, held=2, rejected=1, claims=30)
    page = read_page(index.render(entries, counts))
    assert page.text.index("Ostrana is in talks") < page.text.index("Norrvik's port authority")
    assert "a/brief.html#taken-out" in page.links()
    assert "5 stories read: 2 published, 2 held, 1 rejected. 30 claims drafted, 4 taken out" in page.text


def test_the_index_of_nothing_says_so(read_page):
    assert "No brief is published yet." in read_page(index.render([])).text


def test_a_decision_with_its_own_rationale_is_quoted_rather_than_restated(read_page):
    decision = replace(a_decision(), rationale=("Three claims were held against one document.",))
    story = a_story()
    brief = a_brief(story)
    from groundwire.publishing.page import page
    from groundwire.testing.builders import QUOTES, VERIFIER

    shown = page(story, brief, decision, brief.questions, quotes=QUOTES, verifier=VERIFIER)
    text = read_page(html.render(shown)).text
    assert "Three claims were held against one document." in text
    assert "was split into single claims again" not in text


def test_the_index_of_the_desk_says_what_became_of_each_brief_and_is_not_for_robots(read_page):
    held = index.entry(a_publication(outcome=Outcome.HOLD), "a/brief.html")
    page = read_page(index.render([held], title="All briefs", desk=True))
    assert "not for upload" in page.text and page.text.endswith("held")
    assert {"name": "robots", "content": "noindex, nofollow"} in page.all("meta")
    assert "held" not in read_page(index.render([held])).text.split("independent origin")[-1]


def test_a_story_told_only_in_a_language_that_is_not_read_says_so_first():
    story = a_story([a_document("La banque relève son taux.", language="fr")])
    said, reasons = html.banner_of(replace(a_publication(), story=story, decision=a_decision(Outcome.REJECT)))
    assert said.startswith("Rejected") and "another language (French)" in reasons[0]
    mixed = a_story([*story.documents, a_document()])
    assert not any("language" in reason for reason in html.banner_of(replace(a_publication(), story=mixed))[1])


def test_the_front_page_never_repeats_a_headline_as_its_summary(deal):
    said = deal.brief.headline.text
    lines = (replace(deal.brief.summary[0], text=f"{said}."), *deal.brief.summary)
    twice = replace(deal, brief=replace(deal.brief, summary=lines))
    assert index.entry(twice, "x/brief.html").summary == index.entry(deal, "x/brief.html").summary != f"{said}."
