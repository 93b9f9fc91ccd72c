"""Figures: readable on a wide page and on a phone, with their data beside them."""

import re

import pytest
from lxml import etree

from groundwire.publishing import figures
from groundwire.publishing.wording import head_of
from groundwire.records.brief import Figure, FigureNode
from groundwire.testing.builders import a_path, a_timeline, some_bars

ALL = [a_path(), a_timeline(), some_bars()]


def texts(drawn):
    """(x, anchor, size, words, bold) of every text of a drawing."""
    root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn.marks}</svg>')
    found = []
    for element in root.iter("{*}text"):
        size = figures.SMALL if "small" in element.get("class") else figures.SIZE
        found.append(
            (
                float(element.get("x")),
                element.get("text-anchor"),
                size,
                element.text or "",
                "strong" in element.get("class"),
            )
        )
    return found


@pytest.mark.parametrize("figure", ALL, ids=lambda figure: figure.kind)
@pytest.mark.parametrize("upright", [False, True])
def test_no_text_runs_out_of_the_drawing(figure, upright):
    drawn = figures.drawing(figure, upright)
    assert texts(drawn)
    for x, anchor, size, words, bold in texts(drawn):
        width = figures.width_of(words, size, bold)
        left = {"middle": x - width / 2, "start": x, "end": x - width}[anchor]
        assert left >= -1 and left + width <= drawn.width + 1, words


@pytest.mark.parametrize("figure", ALL, ids=lambda figure: figure.kind)
def test_text_is_never_under_twelve_pixels_on_a_phone(figure):
    drawn = figures.drawing(figure, upright=True)
    room_at_320 = 320 - 2 * 18 - 2 * 14 - 2
    assert min(size for _, _, size, _, _ in texts(drawn)) * min(1, room_at_320 / drawn.width) >= 12


def test_what_is_in_evidence_is_solid_and_what_would_follow_is_dashed():
    marks = figures.drawing(a_path()).marks
    boxes = re.findall(r'<rect class="([^"]+)"', marks)
    assert boxes == ["box", "box dash", "box dash"]
    assert re.findall(r'<path class="(rule[^"]*)"', marks) == ["rule dash", "rule dash"]


def test_two_steps_in_evidence_are_joined_by_a_solid_line():
    path = Figure(
        "impact-path",
        "t",
        "c",
        "a",
        (FigureNode("Talks"), FigureNode("Contract"), FigureNode("Delivery", evidenced=False)),
    )
    assert re.findall(r'<path class="(rule[^"]*)"', figures.drawing(path).marks) == ["rule", "rule dash"]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7])
def test_a_path_of_any_length_keeps_its_boxes_inside(count):
    path = Figure(
        "impact-path", "t", "c", "a", tuple(FigureNode(f"Step {n} of a longer way", "a note") for n in range(count))
    )
    for upright in (False, True):
        drawn = figures.drawing(path, upright)
        for x, width in re.findall(r'<rect class="box" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn.marks):
            assert float(x) >= 0 and float(x) + float(width) <= drawn.width


def test_a_timeline_says_which_days_are_still_to_come():
    marks = figures.drawing(a_timeline()).marks
    assert re.findall(r'<circle class="(\w+)"', marks) == ["dot", "dot", "dot", "ring"]
    assert "3 Jun 2026" in marks


def test_bars_are_as_long_as_their_numbers():
    lengths = [
        float(n) for n in re.findall(r'<rect class="bar"[^>]* width="([\d.]+)"', figures.drawing(some_bars()).marks)
    ]
    assert lengths[0] / lengths[2] == pytest.approx(4200 / 6500, rel=0.01)
    assert lengths == sorted(lengths)


def test_values_of_zero_draw_without_error():
    nothing = Figure("bars", "t", "c", "a", (FigureNode("a", value=0.0), FigureNode("b", value=None)))
    assert "unknown" not in figures.svg(nothing)


@pytest.mark.parametrize("figure", ALL, ids=lambda figure: figure.kind)
def test_every_node_is_in_the_table_and_in_the_csv(figure):
    heads, rows = figures.table(figure)
    assert len(rows) == len(figure.nodes) and all(len(row) == len(heads) for row in rows)
    assert len(figures.csv_text(figure).splitlines()) == len(figure.nodes) + 1
    assert [node.label in row for node, row in zip(figure.nodes, rows, strict=True)]


@pytest.mark.parametrize("figure", ALL, ids=lambda figure: figure.kind)
def test_a_figure_file_has_title_description_and_a_dark_form(figure):
    root = etree.fromstring(figures.svg(figure).encode())
    assert root.find("{*}title").text == figure.title
    assert root.find("{*}desc").text == figure.alternative
    assert root.get("role") == "img"
    assert "prefers-color-scheme:dark" in root.find("{*}style").text
    assert "prefers-color-scheme" not in figures.svg(figure, "light")


@pytest.mark.bad("T08")
def test_a_label_without_a_space_is_broken_and_a_long_one_ends_in_an_ellipsis():
    rows = figures.wrapped("x" * 400, 120, lines=3)
    assert len(rows) == 3 and rows[-1].endswith("…")
    assert all(figures.width_of(row) <= 125 for row in rows)
    assert figures.wrapped("", 100) == []


@pytest.mark.bad("T12")
def test_a_label_is_never_cut_inside_an_emoji_or_before_its_marks():
    family = "👩🏽\u200d👩🏽\u200d👧🏽"
    rows = figures.wrapped(family * 12, 120, lines=20)
    assert all(not row.startswith(("\u200d", "🏽")) and not row.endswith("\u200d") for row in rows)
    assert "".join(rows) == family * 12
    assert head_of("e\u0301te\u0301", 4) == "e\u0301t"


@pytest.mark.bad("T09")
def test_a_hostile_label_of_a_hundred_thousand_letters_is_wrapped_at_once():
    from time import process_time

    start = process_time()
    assert figures.wrapped("a" * 100_000, 100, lines=4)[-1].endswith("…")
    assert process_time() - start < 0.2
