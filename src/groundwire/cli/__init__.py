"""The command line: reads arguments and settings, picks the adapters, calls one flow, prints what came back."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and ends the process with its exit status.

    Args:
        arguments: words after the program's name; those of the process when None.
    """
    words = sys.argv[1:] if arguments is None else arguments
    if words == ["--version"]:
        # Asked by scripts before anything else: answered without loading the rest.
        from groundwire import __version__

        print(f"groundwire {__version__}")
        raise SystemExit(0)
    from groundwire.cli.app import run

    raise SystemExit(run(words))
