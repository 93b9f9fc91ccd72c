"""Short names for addresses: readable, safe as a file name, never empty; identity is the story's id."""

from __future__ import annotations

import re
import unicodedata

MAX_SLUG = 80
# Names that some file systems keep for devices; a file called so cannot be opened there.
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)
_NOT_ALLOWED = re.compile(r"[^a-z0-9]+")


def slug(title: str, story_id: str) -> str:
    """The title as [a-z0-9-]{1,80}; a title that leaves nothing, or a reserved name, takes the story's id.

    Args:
        story_id: lower-case hexadecimal; what keeps two stories of one title apart in any path.
    """
    ascii_only = unicodedata.normalize("NFKD", title[:1000]).encode("ascii", "ignore").decode("ascii")
    cut = _NOT_ALLOWED.sub("-", ascii_only.lower()).strip("-")
    if len(cut) > MAX_SLUG:
        whole_words = cut[: MAX_SLUG + 1].rpartition("-")[0]
        cut = (whole_words or cut)[:MAX_SLUG].strip("-")
    return f"story-{story_id}" if not cut or cut in _RESERVED else cut
