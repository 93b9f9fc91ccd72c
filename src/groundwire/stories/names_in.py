"""The proper names of a document's title and lead."""

from __future__ import annotations

import re

from groundwire.records.source import Document

_NAME = re.compile(r"(?<=[\w,;)] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}", re.UNICODE)

HEAD = 4_000


def names_in(document: Document) -> frozenset[str]:
    """Names as written, from the title and the head of the body."""
    return frozenset(_NAME.findall(document.text[:HEAD]))
