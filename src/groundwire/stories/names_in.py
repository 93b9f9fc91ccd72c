"""The proper names of a document's title and lead."""

from __future__ import annotations

import re

from groundwire.records.policy import GroupingPolicy
from groundwire.records.source import Document

_NAME = re.compile(r"(?<=[\w,;)] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}", re.UNICODE)


def names_in(document: Document, policy: GroupingPolicy) -> frozenset[str]:
    """Names as written, from the title and the head of the body."""
    return frozenset(_NAME.findall(document.text[: policy.head_characters]))
