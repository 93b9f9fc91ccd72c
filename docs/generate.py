"""`make docs`: checks the docs against the code and writes the generated reference to build/docs.

    python docs/generate.py

Ends with status 1 when a command, option, setting, error, gate, threshold, lens or frame is not in the reference, or a link
leads nowhere. What it writes is a convenience and is not kept in the repository.
"""

from __future__ import annotations

import inspect
import re
import sys
from dataclasses import fields
from pathlib import Path

import typer

from groundwire import errors
from groundwire.cli import settings
from groundwire.cli.app import app
from groundwire.playbook.lens_files import frames, lenses
from groundwire.playbook.loading import policy

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
OUT = ROOT / "build" / "docs"
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands() -> list[tuple[str, object]]:
    """Every command by its full name, with typer's record of it."""
    found: list[tuple[str, object]] = []

    def walk(name: str, command: object) -> None:
        children = getattr(command, "commands", None)
        if children:
            for child_name, child in sorted(children.items()):
                walk(f"{name} {child_name}", child)
        else:
            found.append((name, command))

    walk("groundwire", typer.main.get_command(app))
    return found


def command_line() -> str:
    """The command line as a reference page."""
    lines = ["# Command line", ""]
    for name, command in commands():
        lines += [f"## {name}", "", inspect.cleandoc(command.help or ""), "", f"{command.epilog or ''}", ""]
        lines += ["| option | meaning |", "|---|---|"]
        for option in command.params:
            shown = ", ".join(option.opts) if option.param_type_name == "option" else (option.metavar or option.name)
            lines.append(f"| `{shown}` | {getattr(option, 'help', '') or ''} |")
        lines.append("")
    return "\n".join(lines)


def policy_page() -> str:
    """Every threshold of the policy, as read."""
    found = policy("offline")
    lines = [f"# Policy {found.label}", ""]
    for table in fields(found):
        value = getattr(found, table.name)
        if hasattr(value, "__dataclass_fields__"):
            lines += [
                f"## {table.name}",
                "",
                inspect.cleandoc(type(value).__doc__ or ""),
                "",
                "| name | value |",
                "|---|---|",
            ]
            lines += [f"| `{each.name}` | {getattr(value, each.name)} |" for each in fields(value)] + [""]
    lines += ["## gates", "", "| gate | when it does not pass | asked by offline |", "|---|---|---|"]
    lines += [f"| `{rule.name}` | {rule.on_fail} | {'yes' if rule.asked else 'no'} |" for rule in found.gates]
    return "\n".join(lines) + "\n"


def lens_page() -> str:
    """Lenses and frames, as read."""
    lines = ["# Lenses and frames", "", "## Lenses", ""]
    for lens in lenses():
        lines += [
            f"### {lens.id}",
            "",
            f"**{lens.title}.** {lens.thesis}",
            "",
            "Does not apply: " + "; ".join(lens.does_not_apply),
            "",
        ]
    lines += ["## Event frames", ""]
    for frame in frames():
        lines += [f"### {frame.id}", "", f"{frame.title}:", "", *(f"- {slot.open_text}" for slot in frame.slots), ""]
    return "\n".join(lines)


def missing() -> list[str]:
    """What the reference does not name, and links that lead nowhere."""
    found = []
    reference = "\n".join(path.read_text(encoding="utf-8") for path in sorted((DOCS / "reference").glob("*.md")))
    everything = reference + "\n".join(path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md")))
    for name, command in commands():
        if name not in reference:
            found.append(f"command {name} is not in docs/reference")
        for option in command.params:
            if (
                option.param_type_name == "option"
                and option.name != "help"
                and not any(opt in reference for opt in option.opts)
            ):
                found.append(f"option {'/'.join(option.opts)} of {name} is not in docs/reference")
    found += [f"setting {key} is not in the docs" for key in settings._KEYS if f"`{key}`" not in everything]
    for name, item in inspect.getmembers(errors, inspect.isclass):
        if issubclass(item, errors.GroundwireError) and f"`{name}`" not in reference:
            found.append(f"error {name} is not in docs/reference")
    found += [
        f"gate {rule.name} is not in docs/reference"
        for rule in policy("offline").gates
        if f"`{rule.name}`" not in reference
    ]
    found += [f"lens {lens.id} is not in docs/reference" for lens in lenses() if f"`{lens.id}`" not in reference]
    found += [f"frame {frame.id} is not in docs/reference" for frame in frames() if f"`{frame.id}`" not in reference]
    for path in [*sorted(DOCS.rglob("*.md")), *sorted(ROOT.glob("*.md"))]:
        for target in _LINK.findall(path.read_text(encoding="utf-8")):
            if "://" not in target and not (path.parent / target).exists():
                found.append(f"{path.relative_to(ROOT)}: the link to {target} leads nowhere")
    return found


def main() -> int:
    """Checks, writes, and says what is missing."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, text in (("command-line", command_line()), ("policy", policy_page()), ("lenses", lens_page())):
        (OUT / f"{name}.md").write_text(text, encoding="utf-8")
    faults = missing()
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(faults)} faults; generated reference in {OUT.relative_to(ROOT)}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
