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


def test_every_command_option_setting_error_gate_lens_and_link_is_in_the_docs():
    assert generate().missing() == []


def test_the_python_of_the_readme_works(capsys):
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(block, "README.md", "exec"), {})
    said = re.findall(r"print\(.*\)  # (.*)", block)
    assert capsys.readouterr().out.split() == " ".join(said).split()
