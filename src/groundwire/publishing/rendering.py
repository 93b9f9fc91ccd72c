"""The template engine of the pages: everything is escaped, third-party text is cleaned, nothing is built from data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from groundwire.publishing.wording import clean

ASSETS = (
    "groundwire.css",
    "page.js",
    "mark.svg",
    "fonts/inter-latin-wght-normal.woff2",
    "fonts/source-serif-4-latin-wght-normal.woff2",
    "fonts/OFL-inter.txt",
    "fonts/OFL-source-serif-4.txt",
)
# No inline script or style anywhere; the only thing left to a page is what lies beside it.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def assets() -> dict[str, bytes]:
    """Everything the pages need beside them, by the name it has in the folder "assets"."""
    folder = files("groundwire.publishing") / "style"
    return {name: folder.joinpath(*name.split("/")).read_bytes() for name in ASSETS}


def stylesheet() -> str:
    """The style sheet of the pages."""
    return (files("groundwire.publishing") / "style" / "groundwire.css").read_text(encoding="utf-8")


def render(name: str, /, **values: Any) -> str:
    """The named template, filled; one final line break."""
    return _environment().get_template(name).render(**values).strip() + "\n"


def _finished(value: Any) -> Any:
    """What a template prints: markup of ours as it is, any other text cleaned (it is escaped after that)."""
    if isinstance(value, Markup):
        return value
    return clean(value) if isinstance(value, str) else value


def _source(name: str) -> str | None:
    file = files("groundwire.publishing") / "templates" / name
    return file.read_text(encoding="utf-8") if file.is_file() else None


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_source),
        autoescape=select_autoescape(default_for_string=True, default=True),
        undefined=StrictUndefined,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
    )
