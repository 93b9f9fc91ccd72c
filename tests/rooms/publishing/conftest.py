"""Reads a page back as a browser would: its links, ids, scripts and words."""

from html.parser import HTMLParser

import pytest


class Page(HTMLParser):
    """What stands in a page.

    Attributes:
        tags: (name, attributes) of every element, in order.
        ids: every id.
        text: the words between the tags, without those of scripts and styles.
        scripts: (attributes, text) of every script element.
    """

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.scripts: list[tuple[dict[str, str], str]] = []
        self._inside = ""
        self.feed(source)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        held = {name: value or "" for name, value in attrs}
        self.tags.append((tag, held))
        if "id" in held:
            self.ids.append(held["id"])
        if tag in ("script", "style"):
            self._inside = tag
            if tag == "script":
                self.scripts.append((held, ""))

    def handle_endtag(self, tag):
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data):
        if self._inside == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)
        elif not self._inside:
            self.words.append(data)

    def all(self, name):
        return [held for tag, held in self.tags if tag == name]

    def links(self):
        return [held["href"] for tag, held in self.tags if "href" in held and tag == "a"]


@pytest.fixture
def read_page():
    return Page
