"""What is in the repository can be given to anybody: no place of one machine, no registry's address, no secret."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Put together here, so that this file does not hold what it looks for.
MACHINE = re.compile(
    "|".join(re.escape(f"/{top}/") for top in ("work", "root", "home", "Users")) + "|" + re.escape("C:" + "\\Users")
)
NAMES = "|".join(("pypi", "files.pythonhosted", "registry.npmjs", "proxy.golang", "conda.anaconda"))
REGISTRY = re.compile(rf"(?:{NAMES})\.(?:org|io|com)\b|-{{2}}(?:extra-)?index-url|-{{2}}find-links", re.IGNORECASE)
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|sk-[A-Za-z0-9]{32,}")
UNFINISHED = re.compile(r"\b(?:" + "TO" + "DO|FIX" + r"ME)\b")
BINARY = {".pdf", ".png", ".jpg", ".woff2", ".ico", ".gz", ".zip", ".onnx", ".npz", ".bin"}


def tracked():
    """Every tracked file that is still there, as text where it is one."""
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if run.returncode != 0:
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in run.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and path.suffix not in BINARY]


def holding(pattern, but=()):
    """Tracked files that hold a pattern, with the first line that does."""
    found = []
    for path in tracked():
        name = str(path.relative_to(ROOT))
        if any(name.startswith(each) for each in but):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        match = pattern.search(text)
        if match:
            found.append(f"{name}: {match.group()}")
    return found


def test_no_file_names_a_place_on_one_machine():
    assert holding(MACHINE, but=("vendor/",)) == []


def test_no_file_names_a_registry():
    assert holding(REGISTRY, but=("vendor/",)) == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_holds_versions_and_hashes_and_no_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text and "file:" not in text
    pinned = re.findall(r"^[A-Za-z0-9_.\-\[\]]+==\S+", text, re.M)
    assert len(pinned) > 10
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) >= len(pinned)


def test_no_file_holds_a_secret():
    assert holding(SECRET) == []


def test_nothing_is_left_unfinished():
    assert holding(UNFINISHED, but=("vendor/",)) == []


def test_the_word_pairs_made_from_wordnet_are_those_whose_licence_is_kept_beside_them():
    origin = tomllib.loads((ROOT / "vendor/wordnet/ORIGIN.toml").read_text(encoding="utf-8"))["synonyms"]
    assert hashlib.sha256((ROOT / origin["file"]).read_bytes()).hexdigest() == origin["sha256"]
    licence = (ROOT / "vendor/wordnet/LICENSE").read_text(encoding="utf-8")
    assert (ROOT / "src/groundwire/language/WORDNET-LICENSE.txt").read_text(encoding="utf-8") == licence
