"""Tells a page that stands in front of an article from the article."""

from __future__ import annotations

from groundwire.errors import NotAnArticle
from groundwire.intake.wordlists import WALLS

# A wall has few words of its own; a long text that mentions cookies is an article about cookies.
_WALL_WORDS = 150
_PAYWALL_WORDS = 260
_NO_TEXT_WORDS = 50


def refuse_wall(name: str, text: str, page: str, title: str) -> None:
    """Raises NotAnArticle for cookie, pay and script walls, CAPTCHAs, logins, parked domains and error pages.

    Args:
        text: what was extracted as the article.
        page: all visible words of the page.
    """
    words = len(text.split())
    inside, around = text.casefold(), page[:60_000].casefold()
    head = title.casefold()
    for what, phrases in WALLS.items():
        limit = _PAYWALL_WORDS if what == "paywall" else _WALL_WORDS
        if words < limit and any(phrase in inside for phrase in phrases):
            raise NotAnArticle(name, f"it is a {what}, not an article; give the article itself")
        if words < _NO_TEXT_WORDS and any(phrase in around or phrase in head for phrase in phrases):
            raise NotAnArticle(name, f"it is a {what}, not an article; give the article itself")
    if not text.strip():
        raise NotAnArticle(name, "no article text was found in the page; give a page with the text of a report")
