"""The commands and what is common to them: one-line errors, exit statuses, the examples in --help."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import typer
from typer.exceptions import TyperException

from groundwire import __version__
from groundwire.cli import brief, check, explain, faults, ledger, lens
from groundwire.errors import GroundwireError

CANNOT_BE_USED = 2
FAULT = 70  # EX_SOFTWARE of sysexits.h

app = typer.Typer(
    name="groundwire",
    help="Checks texts against evidence, and writes news briefs in which every claim is checked. Works offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog="Example: groundwire check draft.md --against sources/   Each command has its own --help.",
)
app.command("check", epilog=check.EXAMPLE)(check.check)
app.command("brief", epilog=brief.EXAMPLE)(brief.brief)
app.command("explain", epilog=explain.EXAMPLE)(explain.explain)
app.add_typer(lens.app, name="lens")
app.add_typer(ledger.app, name="ledger")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"groundwire {__version__}")
        raise typer.Exit


@app.callback()
def _groundwire(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and end."
    ),
) -> None:
    """Checks texts against evidence, and writes news briefs in which every claim is checked. Works offline."""


def run(words: list[str]) -> int:
    """Runs one command; every failure that is the caller's to mend ends as one line and status 2."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no sign of ours, or a file name that is no text, must not end a run at its last line.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        result = app(args=words, prog_name="groundwire", standalone_mode=False)
        return int(result or 0)
    except typer.Exit as exc:
        return exc.exit_code
    except (typer.Abort, KeyboardInterrupt):
        print("groundwire: stopped; nothing half-written was left in place", file=sys.stderr)
        return 130
    except TyperException as exc:
        # A command that was called with no word at all has printed its help; there is nothing to add.
        if told := _message(exc):
            print(f"groundwire: {_one_line(told)}", file=sys.stderr)
        return CANNOT_BE_USED
    except GroundwireError as exc:
        print(f"groundwire: {_one_line(str(exc))}", file=sys.stderr)
        return CANNOT_BE_USED
    except BrokenPipeError:
        sys.stderr.close()
        return 141
    except OSError as exc:
        # What the file system refuses (a name too long, a full disk, no right to write) is the caller's to mend as well.
        print(f"groundwire: {_one_line(str(exc.filename or 'a file'))}: {exc.strerror or exc}", file=sys.stderr)
        return CANNOT_BE_USED
    except Exception as exc:
        print(f"groundwire: {faults.sentence(exc)}", file=sys.stderr)
        return FAULT


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _message(exc: TyperException) -> str:
    """What is wrong with the call, in the words of the option concerned, and where help is."""
    words = str(getattr(exc, "format_message", lambda: str(exc))()).replace(": Value error, ", ": ")
    if not words.strip():
        return ""
    context = getattr(exc, "ctx", None)
    return f"{words} Try: {context.command_path} --help" if context is not None else str(words)
