"""The docs name everything that there is, lead nowhere wrong, and their examples work."""

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def generate():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Pages of measured figures: they are written last, from the runs that they tell of.
MEASURED = (
    "explanation/measured.md",
    "explanation/first-run.md",
    "reference/performance.md",
    "tutorial/first-brief.md",
)


def test_every_command_option_setting_error_gate_lens_and_link_is_in_the_docs():
    faults = generate().missing()
    awaited = [page for page in MEASURED if not (ROOT / "docs" / page).exists()]
    assert [fault for fault in faults if not any(page in fault for page in awaited)] == []


def test_the_python_of_the_readme_works(capsys):
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(block, "README.md", "exec"), {})
    said = re.findall(r"print\(.*\)  # (.*)", block)
    assert capsys.readouterr().out.split() == " ".join(said).split()
