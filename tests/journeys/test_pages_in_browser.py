"""The pages in a real browser: what a reader with a keyboard, a phone, a printer or no script can do."""

import os
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe

from groundwire.publishing import html, index, report
from groundwire.records.gate import Outcome
from groundwire.testing.builders import a_publication, a_review
from groundwire.testing.harbour import harbour_publication

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    # CI asks for the browser: there a missing one fails instead of being skipped.
    pytest.mark.skipif(
        CHROMIUM is None and "GROUNDWIRE_REQUIRE_BROWSER" not in os.environ, reason="chromium is not installed"
    ),
]
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
PAGES = [
    "public/index.html",
    "public/deal/brief.html",
    "public/harbour/brief.html",
    "desk/deal/brief.html",
    "report.html",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": [*quiet, "--disable-component-update", "--disable-sync"],
    }


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """A folder as it would be uploaded, with the desk and a report beside it."""
    home = tmp_path_factory.mktemp("site")
    deal, harbour = a_publication(contact="desk@briefs.example"), harbour_publication()
    held = a_publication(outcome=Outcome.HOLD)
    entries = [index.entry(deal, "deal/brief.html"), index.entry(harbour, "harbour/brief.html")]
    files = {
        "public/index.html": index.render(entries, index.tally(entries, held=1, claims=16)),
        "public/deal/brief.html": html.render(deal),
        "public/harbour/brief.html": html.render(harbour),
        "desk/deal/brief.html": html.render(held, desk=True),
        "report.html": report.render(a_review()),
    }
    for name, text in files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for side in ("public", "desk"):
        for name, data in html.assets().items():
            path = home / side / "assets" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return home


@pytest.fixture
def open_page(new_context, site):
    """Opens a page of the site and fails the test on any error of script, style or policy."""
    problems = []

    def opened(name, **settings):
        page = new_context(**settings).new_page()
        page.on(
            "console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("requestfailed", lambda request: problems.append(request.url))
        page.goto((site / name).as_uri())
        if settings.get("java_script_enabled", True):
            page.evaluate("document.fonts.ready")
        return page

    yield opened
    assert problems == []


@pytest.mark.parametrize(
    ("name", "scheme"),
    [*((name, "light") for name in PAGES), ("public/harbour/brief.html", "dark"), ("report.html", "dark")],
)
def test_axe_finds_nothing(open_page, name, scheme):
    page = open_page(name, viewport=WIDE, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    found = Axe().run(page, options={"preload": False})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ["public/index.html", "public/harbour/brief.html"])
def test_axe_finds_nothing_on_a_phone(open_page, name):
    page = open_page(name, viewport=PHONE, bypass_csp=True)
    found = Axe().run(page, options={"preload": False})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_at_320_pixels(open_page, name):
    page = open_page(name, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", PAGES)
def test_targets_are_24_pixels_high_or_stand_in_a_line_of_text(open_page, name):
    page = open_page(name, viewport=PHONE)
    small = page.evaluate(
        """[...document.querySelectorAll('a.chip, .mast a, .rail a, summary, button, .open a')]
           .filter(part => part.offsetParent && part.getBoundingClientRect().height < 24).map(part => part.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("name", ["public/deal/brief.html", "public/harbour/brief.html"])
def test_no_text_of_a_figure_is_under_twelve_pixels(open_page, name):
    page = open_page(name, viewport=WIDE)
    for width in (320, 360, 760, 761, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        sizes = page.evaluate(
            """[...document.querySelectorAll('figure svg')].filter(svg => svg.getBoundingClientRect().width)
               .flatMap(svg => [...svg.querySelectorAll('text')].map(text =>
                 parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))"""
        )
        assert sizes and min(sizes) >= 12


def test_the_faces_and_the_style_are_loaded(open_page):
    page = open_page("public/deal/brief.html", viewport=WIDE)
    assert page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').length") == 2
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 246)"


def test_dark_is_a_palette_of_its_own(open_page):
    page = open_page("public/deal/brief.html", viewport=WIDE, color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 22, 26)"


def test_on_a_wide_screen_the_passage_stands_beside_its_line(open_page):
    page = open_page("public/deal/brief.html", viewport=WIDE)
    panel = page.locator("#panel")
    panel.wait_for()
    assert "Ostrana is in talks to buy" in panel.inner_text()
    chip = page.locator("#fact-2 .chip")
    chip.click()
    assert "at least 40,000 chips" in panel.inner_text()
    assert chip.get_attribute("aria-expanded") == "true"
    line, shown = page.locator("#fact-2").bounding_box(), panel.bounding_box()
    assert abs(line["y"] - shown["y"]) <= 2
    assert shown["x"] > line["x"] + line["width"]


def test_the_keyboard_reaches_a_passage_and_comes_back(open_page):
    page = open_page("public/deal/brief.html", viewport=WIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#fact-2') !== null"):
            break
    assert page.evaluate("document.activeElement.className") == "chip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('#fact-2') !== null")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_on_a_phone_the_passage_opens_in_a_dialog_that_escape_closes(open_page):
    page = open_page("public/deal/brief.html", viewport=PHONE)
    page.locator("#fact-3 .chip").focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    assert "similar arrangement with Merribank" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert dialog.count() == 0
    assert page.evaluate("document.activeElement.closest('#fact-3') !== null")
    page.locator("#fact-1 .chip").click()
    page.get_by_role("button", name="Close").click()
    assert page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize("viewport", [WIDE, PHONE])
def test_without_script_everything_is_readable_and_every_passage_reachable(open_page, viewport):
    page = open_page("public/harbour/brief.html", viewport=viewport, java_script_enabled=False)
    chips = page.locator(".chip")
    assert chips.count() >= 8
    for number in range(chips.count()):
        target = chips.nth(number).get_attribute("href")
        assert page.locator(target).is_visible()
    chips.first.click()
    assert page.url.endswith(chips.first.get_attribute("href"))
    page.locator("summary").first.click()
    assert page.locator(".arithmetic ol").is_visible()


def test_a_check_that_has_passed_its_day_is_marked_overdue(open_page):
    page = open_page("public/deal/brief.html", viewport=WIDE)
    assert page.locator(".checks .overdue").count() == 3


def test_print_keeps_evidence_and_drops_what_only_a_screen_can_use(open_page):
    page = open_page("public/deal/brief.html", viewport=WIDE)
    page.emulate_media(media="print")
    assert page.locator("#e1 blockquote").is_visible()
    assert not page.locator(".mast nav").is_visible()
    assert not page.locator("#panel").is_visible()
    assert page.locator(".sources").is_visible()


def test_motion_is_off_for_those_who_ask(open_page):
    page = open_page("public/deal/brief.html", viewport=WIDE, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.querySelector('.chip')).transitionDuration") == "0s"


def test_a_right_to_left_title_keeps_its_numbers_in_order(open_page):
    page = open_page("public/harbour/brief.html", viewport=WIDE)
    title = page.locator("bdi[lang=ar]")
    assert "4,200" in title.inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('bdi[lang=ar]')).unicodeBidi") == "isolate"
