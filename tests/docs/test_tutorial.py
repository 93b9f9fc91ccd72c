"""The tutorial does what it says: its texts are written to a folder, its commands run, its output is printed."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "tutorial" / "first-brief.md"
COMMAND = str(Path(sys.executable).parent / "groundwire")
FILE = re.compile(r"ave as `([a-z/.-]+)`[^`]*(?:`[a-z]+`[^`]*)*```\n(.*?)```", re.DOTALL)
SESSION = re.compile(r"```console\n(.*?)```", re.DOTALL)
LEFT_OUT = "…"


def steps():
    """Each command of the page with the lines shown below it, in order; `echo $?` shows the status of the one before."""
    found = []
    for session in SESSION.findall(PAGE.read_text(encoding="utf-8")):
        for line in session.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def squeezed(text):
    """A text without the line breaks and spaces that depend on the width of a terminal."""
    return "".join(text.split())


def not_printed(shown, printed):
    """The first shown piece that was not printed after the pieces before it, None when all were."""
    rest = squeezed(printed)
    for line in shown:
        for piece in filter(None, map(squeezed, line.split(LEFT_OUT))):
            if piece not in rest:
                return line
            rest = rest[rest.index(piece) + len(piece) :]
    return None


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """The page walked once: every command with what it shows, what it printed, and its status."""
    folder = tmp_path_factory.mktemp("buses")
    texts = FILE.findall(PAGE.read_text(encoding="utf-8"))
    for name, text in texts:
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8")
    results, status = [], 0
    for command, shown in steps():
        if command == "echo $?":
            printed = str(status)
        else:
            name, *words = shlex.split(command)
            assert name == "groundwire"
            run = subprocess.run([COMMAND, *words], cwd=folder, capture_output=True, text=True, check=False)
            printed, status = run.stdout + run.stderr, run.returncode
        results.append((command, shown, printed))
    return {"texts": dict(texts), "results": results, "folder": folder}


def test_the_page_holds_three_reports_and_two_drafts(walked):
    assert set(walked["texts"]) == {
        "reports/gazette.md",
        "reports/wire.txt",
        "reports/council.txt",
        "draft.md",
        "mended.md",
    }


def test_every_line_the_page_shows_is_printed_in_that_order(walked):
    assert len(walked["results"]) >= 8
    for command, shown, printed in walked["results"]:
        assert not_printed(shown, printed) is None, f"{command}\nnot printed: {not_printed(shown, printed)}\n{printed}"


def test_the_mended_draft_is_what_stands_in_the_published_folder_at_the_end(walked):
    (page,) = (walked["folder"] / "site" / "public").glob("*/brief.md")
    text = page.read_text(encoding="utf-8")
    assert "is in talks with Orvane to buy 40 electric buses" in text and "signed a contract" not in text


def test_a_line_that_is_not_printed_is_noticed():
    assert not_printed(["✓ all … hold"], "✓ all three\n entries hold") is None
    assert not_printed(["hold", "✓ all"], "✓ all three entries hold") == "✓ all"
