"""The other forms of a brief and of a review: JSON with its schema, Markdown, SARIF, annotations, terminal, report."""

import hashlib
import io
import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from groundwire.publishing import brief_json, github, html, markdown, report, review_json, sarif, terminal
from groundwire.publishing.rendering import assets
from groundwire.publishing.wording import clean
from groundwire.records.claim import Quantity, Relation
from groundwire.testing.builders import a_publication, a_review
from groundwire.testing.harbour import harbour_publication

ROOT = Path(__file__).parents[3]


@pytest.fixture
def review():
    return a_review()


@pytest.mark.parametrize("make", [a_publication, harbour_publication])
def test_brief_json_keeps_to_its_schema(make):
    jsonschema.Draft202012Validator.check_schema(brief_json.schema())
    document = json.loads(brief_json.text(make()))
    jsonschema.Draft202012Validator(brief_json.schema()).validate(document)


def test_the_schema_refuses_the_wording_of_a_rejected_claim():
    document = brief_json.document(a_publication())
    document["rejected_claims"][0]["text"] = "Ostrana has signed."
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(brief_json.schema()).validate(document)


def test_brief_json_names_score_limits_checks_and_what_was_taken_out():
    document = brief_json.document(a_publication())
    assert document["score"]["value"] == 6 and document["score"]["removed"] == 4
    assert [limit["slot"] for limit in document["limits"]["not_shown"]] == ["signed", "dates", "price", "statement"]
    assert [check["rule"] for check in document["checks"]] == ["D+1", "D+3", "D+7"]
    assert len(document["rejected_claims"]) == 4 and document["rejected_claims"][0]["description"].startswith(
        "A statement"
    )
    assert document["facts"][0]["evidence"] == ["e1"]
    assert document["evidence"][0]["lines"] == ["fact-1", "headline", "summary-1"]


def test_every_file_that_brief_json_names_is_made():
    publication = harbour_publication()
    made = html.figure_files(publication)
    for figure in brief_json.document(publication)["figures"]:
        assert set(figure["files"].values()) <= set(made)


def test_markdown_has_the_sections_of_the_page_in_order():
    told = markdown.render(a_publication())
    heads = re.findall(r"^#+ (.+)$", told, re.M)
    assert heads == [
        "Ostrana is in talks over at least 40,000 AI chips, Harbour Wire reports",
        "What happened",
        "What the record does not show",
        "Why the market cares (analysis)",
        "Tech / policy link (analysis)",
        "Market lens: Procurement under supply limits (analysis)",
        "What to watch next",
        "Builder implications (analysis)",
        "Visual briefing",
        "Evidence, line by line",
        "Sources and disclosure",
        "Taken out of the draft",
        "How this was made",
    ]
    assert "**Fact 6/10** · 3 of 7 drafted claims kept, 4 taken out" in told


@pytest.mark.parametrize(
    "words", ["1. a list", "- a list", "# a head", "+ x", "=== x", "12) x", "a | b", "*x* _y_", "a\\b"]
)
def test_markdown_text_stays_text(words):
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown.literal(words))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children) == words


MARKUP = ["*a*", "_b_", "[x](y)", "![i](j)", "<b>", "`c`", "**d**", "~~e~~", "&amp;", "\\", "1. ", "- ", "# ", "> ", "| ", "a", " ", "<http://x.example>", "---"]  # fmt: skip
SNIPPETS = st.lists(st.sampled_from(MARKUP), min_size=1, max_size=6).map("".join)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40) | SNIPPETS)
def test_whatever_the_text_markdown_prints_it_as_one_paragraph_of_plain_words(words):
    shown = " ".join(clean(f"x {words} y").split())
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown.literal(shown))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children} <= {"text", "text_special"}
    assert "".join(child.content for child in tokens[1].children) == shown


@given(SNIPPETS)
def test_no_text_at_the_start_of_a_line_opens_a_block(words):
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown.literal(words.strip() or "x"))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]


def test_the_json_of_a_check_has_the_documented_names(review):
    document = json.loads(json.dumps(review_json.document(review)))
    assert set(document) >= {"sentences", "claims", "score", "decision", "warnings"}
    assert set(document["sentences"][0]) >= {"index", "line", "start", "end", "text", "outcome", "reason"}
    assert set(document["claims"][0]) >= {
        "id", "text", "sentence", "kind", "modality", "status", "speaker", "quantities", "dates", "materiality", "label",
        "probability", "vetoes", "level", "origins", "suggestion", "evidence",
    }  # fmt: skip
    assert set(document["score"]) >= {"value", "arithmetic", "caps"}
    assert set(document["decision"]) >= {"outcome", "policy", "gates"}
    assert set(document["decision"]["gates"][0]) == {"name", "outcome", "reason"}
    assert [sentence["outcome"] for sentence in document["sentences"]] == [
        "kept",
        "refused",
        "refused",
        "not_checkable",
    ]
    assert [claim["label"] for claim in document["claims"]] == ["supported", "unsupported", "no_evidence"]
    assert document["claims"][0]["modality"] == "under way"
    assert document["claims"][0]["suggestion"] is None and document["claims"][1]["level"] is None
    assert document["claims"][1]["vetoes"] == ["modality"]
    assert document["claims"][1]["quantities"] == [
        {"value": 40000, "unit": "chip", "of": "chips", "relation": "=", "to": None}
    ]
    assert document["warnings"][0]["file"] == "sources/empty.html"


def test_evidence_of_a_check_is_the_stored_text_between_its_offsets(review):
    texts = {document.id: document.text for document in review.documents}
    for claim in review_json.document(review)["claims"]:
        for item in claim["evidence"]:
            assert item["text"] == texts[item["document"]][item["start"] : item["end"]]


@pytest.mark.bad("D09")
@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300])
def test_numbers_that_json_cannot_hold_do_not_break_it(review, value):
    verdict = review.sentences[1].verdicts[0]
    claim = replace(verdict.claim, quantities=(Quantity(value, "chip", "chips", Relation.RANGE, value),))
    sentence = replace(review.sentences[1], verdicts=(replace(verdict, claim=claim),))
    json.dumps(review_json.document(replace(review, sentences=(sentence,))), allow_nan=False)


def test_sarif_names_rule_file_line_and_column(review):
    log = sarif.document(review, "drafts/one.md", "1.0")
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [result["ruleId"] for result in run["results"]] == ["unsupported", "no-evidence"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] == "error" and result["message"]["text"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1 and region["startColumn"] == 1
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "drafts/one.md"}
    assert "at least 40,000 chips" in run["results"][0]["message"]["text"]


def test_annotations_stand_at_their_lines(review):
    lines = github.lines(review, "drafts/one.md")
    assert lines[0].startswith("::error file=drafts/one.md,line=2,col=1,title=not supported by the sources::")
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning", "::notice"]
    assert "Fact 2/10, reject" in lines[-1] and "not calibrated" in lines[-1]


def test_a_terminal_without_colour_still_tells_the_verdicts_apart(review):
    out = io.StringIO()
    terminal.print_review(review, out, width=100)
    text = out.getvalue()
    assert "\x1b" not in text
    assert "✓  Ostrana is in talks" in text and "?  Ostrana has agreed" in text
    for words in (
        "line 2: not supported by the sources", "veto modality", "the evidence carries: Ostrana is in talks to buy at least",
        "Fact 2/10", "round(10 × 0.16) = 2", "Decision reject under offline v1", "not calibrated",
        "certificate-valid, human-approval", "sources/empty.html: not used", "Harbour Wire, characters",
    ):  # fmt: skip
        assert words in text


def test_the_report_is_one_file_that_loads_and_runs_nothing(review, read_page):
    source = report.render(review)
    page = read_page(source)
    assert not page.scripts and not page.all("link") and not page.all("img")
    assert not re.findall(r"url\((?!data:font/woff2;base64,)", source)
    policy = next(held["content"] for held in page.all("meta") if held.get("http-equiv"))
    style = source[source.index("<style>") + 7 : source.index("</style>")]
    digest = re.search(r"'sha256-([^']+)'", policy)[1]
    import base64

    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() == digest
    for words in (
        "not supported by the sources",
        "Wording that the evidence carries",
        "no evidence in the sources",
        "! not used",
    ):
        assert words in page.text


def test_shipped_faces_are_the_files_whose_origin_is_written_down():
    origins = tomllib.loads((ROOT / "vendor/fonts/ORIGIN.toml").read_text(encoding="utf-8"))
    named = set()
    for face in origins.values():
        path = ROOT / face["file"]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == face["sha256"]
        assert (ROOT / "vendor/fonts" / face["licence_file"]).read_bytes() == (
            path.parent / face["licence_file"]
        ).read_bytes()
        assert "SIL Open Font License" in (path.parent / face["licence_file"]).read_text(encoding="utf-8")
        named.add(f"fonts/{path.name}")
    assert named == {name for name in assets() if name.endswith(".woff2")}


def channel(value):
    part = value / 255
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    red, green, blue = (channel(int(digits[n : n + 2], 16)) for n in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_pair_of_text_and_ground_passes_in_light_and_dark():
    css = assets()["groundwire.css"].decode()
    blocks = re.findall(r":root\{(.*?)\}", css, re.S)
    light = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]+)", blocks[0]))
    dark = light | dict(re.findall(r"--([a-z-]+):(#[0-9a-f]+)", blocks[1]))
    for theme in (light, dark):
        for ground in ("paper", "card", "mark"):
            for text in ("ink", "slate", "teal", "rust", "amber"):
                if (ground, text) not in {("mark", "rust"), ("mark", "amber")}:
                    assert contrast(theme[ground], theme[text]) >= 4.5, (ground, text)
        assert contrast(theme["teal-wash"], theme["teal"]) >= 4.5
