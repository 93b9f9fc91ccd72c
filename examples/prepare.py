"""Lays the example newsroom on disk, its dates relative to the moment it is prepared.

    python examples/prepare.py FOLDER [INSTANT]

Files of examples/newsroom hold marks such as @{-3 day}: so many days from the moment, as a day ("14 June 2026"), a weekday,
an ISO date, a month, or (with a time) an RFC 822 date. A file NAME.pdf.txt becomes NAME.pdf.
"""

from __future__ import annotations

import re
import shutil
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

NEWSROOM = Path(__file__).parent / "newsroom"
_MARK = re.compile(r"@\{([+-]?\d+) (?:(\d\d:\d\d) )?(day|weekday|iso|month|rfc)\}")


def dated(text: str, now: datetime) -> str:
    """The text with its marks replaced by dates relative to `now`."""

    def written(match: re.Match[str]) -> str:
        moment = now + timedelta(days=int(match[1]))
        if match[2]:
            hour, minute = map(int, match[2].split(":"))
            moment = moment.replace(hour=hour, minute=minute, second=0, microsecond=0)
        return {
            "day": f"{moment.day} {moment:%B %Y}",
            "weekday": f"{moment:%A}",
            "iso": f"{moment:%Y-%m-%d}",
            "month": f"{moment:%B %Y}",
            "rfc": format_datetime(moment, usegmt=True),
        }[match[3]]

    return _MARK.sub(written, text)


def prepare(folder: Path, now: datetime) -> Path:
    """Writes the newsroom's reports and drafts below `folder`, anew each time; returns the folder."""
    if folder.exists():
        shutil.rmtree(folder)
    for source in sorted(NEWSROOM.rglob("*")):
        if not source.is_file():
            continue
        target = folder / source.relative_to(NEWSROOM)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = dated(source.read_text(encoding="utf-8"), now)
        if source.name.endswith(".pdf.txt"):
            target.with_name(source.name.removesuffix(".txt")).write_bytes(pdf(text))
        else:
            target.write_text(text, encoding="utf-8")
    return folder


def pdf(text: str, width: int = 88) -> bytes:
    """A plain one-page PDF with a text layer: Helvetica, a line for every `width` characters, room for about 60 lines."""
    import textwrap

    lines = [line for paragraph in text.splitlines() for line in (textwrap.wrap(paragraph, width) or [""])]
    escaped = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    stream = "BT /F1 10 Tf 14 TL 56 780 Td\n" + "\n".join(f"({line}) Tj T*" for line in escaped) + "\nET"
    body = stream.encode("cp1252", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body),
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


if __name__ == "__main__":
    moment = datetime.fromisoformat(sys.argv[2]).astimezone(UTC) if len(sys.argv) > 2 else datetime.now(UTC)
    print(prepare(Path(sys.argv[1]), moment))
