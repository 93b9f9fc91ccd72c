"""Reads the text layer of a PDF: at most so many pages, no scripts, no passwords."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pypdf
import pypdf.errors

from groundwire.errors import InputHostile, InputUnreadable
from groundwire.intake import plaintext, sniffing
from groundwire.intake.building import Found, build, snapshot_of
from groundwire.records.policy import IntakePolicy
from groundwire.records.source import Reading

_LONGEST_PAGE = 200_000
# A text layer is broken at each line; a break inside a sentence is none of the writer's.
_HYPHEN_BREAK = re.compile(r"(?<=[a-zß-ÿ])-\n(?=[a-zß-ÿ])")
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)'?)?)?")


def read(name: str, data: bytes, captured_at: datetime, policy: IntakePolicy) -> Reading:
    """The one document of a PDF; pages over the limit are left out and said so.

    Raises: InputUnreadable when it is encrypted, damaged or has no text layer, InputHostile when it nests without end.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise InputUnreadable(name, "it is an encrypted PDF; save it without a password")
        count = len(reader.pages)
        pages = [page_text(reader.pages[index]) for index in range(min(count, policy.max_pages))]
        facts: Mapping[str, Any] = reader.metadata or {}
        title, author, created = (str(facts.get(key) or "") for key in ("/Title", "/Author", "/CreationDate"))
    except InputUnreadable:
        raise
    except RecursionError as exc:
        raise InputHostile(name, "its objects refer to each other without end") from exc
    except (
        pypdf.errors.PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        AssertionError,
    ) as exc:
        # The library meets damaged objects with any of these; all mean that the file cannot be read.
        raise InputUnreadable(name, "it is a damaged PDF; fetch it again or give its text") from exc
    body = "\n\n".join(filter(None, map(unwrapped, without_running_heads(pages))))
    if not body.strip():
        raise InputUnreadable(name, "it has no text layer (a scan?); give its text")
    found = Found(
        title=title if usable_title(title) else first_line(body), text=body, published=pdf_date(created), byline=author
    )
    notes = (
        (f"{name}: {count - policy.max_pages:,} of {count:,} pages left out; the first {policy.max_pages} were read",)
        if count > policy.max_pages
        else ()
    )
    if notes:
        found = Found(title=found.title, text=body, published=found.published, byline=author, flags=("truncated",))
    return Reading((build(found, snapshot_of(name, data, sniffing.PDF, captured_at), policy),), (), notes)


def page_text(page: Any) -> str:
    """The text layer of one page."""
    return str(page.extract_text() or "")[:_LONGEST_PAGE]


def without_running_heads(pages: list[str]) -> list[str]:
    """Pages without the first and last lines that repeat on most of them, page numbers aside."""
    if len(pages) < 4:
        return [_without_number(page) for page in pages]
    edges: dict[str, int] = {}
    split = [[line for line in page.split("\n") if line.strip()] for page in pages]
    for lines in split:
        for line in {_shape(line) for line in (*lines[:2], *lines[-2:])}:
            edges[line] = edges.get(line, 0) + 1
    # A sentence is no running head, even where every page has the same one.
    running = {
        line for line, count in edges.items() if count >= len(pages) * 0.6 and not line.endswith((".", "!", "?"))
    }
    kept = []
    for lines in split:
        last = len(lines) - 1
        kept.append(
            "\n".join(
                line for at, line in enumerate(lines) if not (_shape(line) in running and (at < 2 or at > last - 2))
            )
        )
    return kept


def unwrapped(page: str) -> str:
    """A page's lines joined into paragraphs: a line that nearly fills the width goes on with the next."""
    lines = [line.strip() for line in _HYPHEN_BREAK.sub("", page).split("\n")]
    width = max((len(line) for line in lines), default=0)
    parts: list[str] = []
    for index, line in enumerate(lines):
        if not line:
            parts.append("\n\n")
            continue
        parts.append(line)
        following = lines[index + 1] if index + 1 < len(lines) else ""
        full = len(line) > width * 0.7 and not (line.endswith((".", "!", "?", ":")) and len(line) < width * 0.85)
        goes_on = following[:1].islower()
        parts.append(" " if following and (full or goes_on) else "\n\n")
    return "".join(parts).strip()


def pdf_date(text: str) -> str:
    """A PDF's own date as RFC 3339, "" when it is none."""
    match = _PDF_DATE.match(text)
    if not match:
        return ""
    year, month, day, hour, minute, second, zone, zone_minutes = match.groups()
    if hour is None:
        return f"{year}-{month}-{day}"
    offset = f"{zone}:{zone_minutes}" if zone else "Z" if text[match.end() - 1 : match.end()] == "Z" else ""
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{offset}"


def usable_title(title: str) -> bool:
    """Whether a title is one and not the name of the file it was written in."""
    return (
        len(title.split()) > 2
        and not title.casefold().endswith((".doc", ".docx", ".indd", ".pdf", ".rtf"))
        and not title.startswith("Microsoft Word")
    )


def first_line(body: str) -> str:
    """The first paragraph, as far as a title goes."""
    return plaintext.head_line(body)


def _shape(line: str) -> str:
    """A line with its numbers masked, so that page 3 and page 4 look alike."""
    return re.sub(r"\d+", "#", line.strip())[:120]


def _without_number(page: str) -> str:
    """A page without a first or last line that is only its number."""
    lines = [line for line in page.split("\n") if line.strip()]
    while lines and re.fullmatch(r"\s*(?:page\s)?\d{1,4}(?:\s(?:of|/)\s\d{1,4})?\s*", lines[-1], re.IGNORECASE):
        lines.pop()
    return "\n".join(lines)
