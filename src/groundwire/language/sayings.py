"""Takes the source out of an attributed sentence: what "X said on 3 May that P", "According to X, P" and "P, X said" say of P."""

from __future__ import annotations

import re

_VERBS = r"(?:said|says|reported|reports|wrote|announced|stated|noted)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = rf"\d{{1,2}} {_MONTH}(?: \d{{4}})?"
_HEAD = re.compile(rf"^(?P<who>[^,;:\"]{{2,90}}?) {_VERBS}(?: on (?P<day>{_DAY}))? that (?P<what>.+)$", re.DOTALL)
_ACCORDING = re.compile(r"^[Aa]ccording to (?P<who>[^,;:\"]{2,90}), (?P<what>.+)$", re.DOTALL)
_TAIL = re.compile(rf"^(?P<what>.+), (?P<who>[^,;:\"]{{2,90}}) {_VERBS}(?: on (?P<day>{_DAY}))?[.!]?$", re.DOTALL)


def taken_apart(text: str) -> tuple[str, str, str] | None:
    """Who is named as the source, what is said, and the day of saying as written or ""; None when no source is named in these forms."""
    for pattern in (_ACCORDING, _HEAD, _TAIL):
        found = pattern.match(text.strip())
        if found is None:
            continue
        what = found.group("what").strip()
        day = found.groupdict().get("day") or ""
        return found.group("who").strip(), what[:1].upper() + what[1:].rstrip(".") + ".", day
    return None
