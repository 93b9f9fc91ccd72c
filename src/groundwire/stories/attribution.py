"""What a text says of where its news comes from: outlets it relays, unnamed sources, words it quotes."""

from __future__ import annotations

import re

from groundwire.language.folding import fold, plain
from groundwire.records.source import Document, Extent

# A relay is announced at the top: in the title or the first paragraphs. An outlet named only further down
# is background, and the piece is the publisher's own report.
LEAD_PARAGRAPHS = 3

_DOMAIN_END = re.compile(r"\.(?:com|org|net|co|info|gov|edu|[a-z]{2})(?:\.[a-z]{2})?$")
_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)
_QUOTED = re.compile(r'"([^"\n]{1,2000})"')

# Characters of a body that are looked at for how it credits its sources.
LOOKED_AT = 6_000
# A quick look, without regard to place, that spares most texts the long one.
_HINT = re.compile(
    r"familiar|knowledge|anonym|unnamed|unidentified|be named|be identified|briefed|close to|[Ss]ources?|people (?:told|said|say)|person (?:told|said|says)|involved in the|condition of"
)
_UNNAMED = re.compile(
    r"\b(?:people|persons?|sources?|officials?|executives?|insiders?|diplomats?|employees?|bankers?|traders?|investors?)"
    r"(?: (?:who (?:are|were|is|was)|that are))? "
    r"(?:familiar|close to|briefed|with (?:direct )?knowledge|involved in the (?:talks|matter|discussions)"
    r"|(?:who )?(?:asked|declined|spoke|requested|wished)(?: not to be (?:named|identified)| to (?:be named|be identified|remain anonymous)"
    r"| on (?:the )?condition of anonymity| anonymously))"
    r"|\b(?:unnamed|unidentified|anonymous) (?:sources?|officials?|persons?|people|executives?)\b"
    r"|\b(?:asked not to be (?:named|identified)|on (?:the )?condition of anonymity|declined to be (?:named|identified))\b"
    r"|\b(?:a|the|one|two|three|four|five|six|several|multiple|some) (?:\w+ )?(?:sources?|people) (?:told|said|say|says)\b"
    r"|\b(?:sources?|people) (?:told|said|say|says)\b"
    r"|\baccording to (?:\w+ ){0,3}(?:sources?|people|persons?)\b",
    re.IGNORECASE,
)
_SAYING = r"(?:said|says|told|wrote|writes|announced|stated|confirmed|added|argued|testified|declared|tweeted|posted)"
# A capitalised name beside a verb of saying: somebody stands for it by name.
_NAMED_SPEAKER = re.compile(
    rf"\b[A-Z][\w'-]{{1,30}} (?:{_SAYING})\b|\b{_SAYING} [A-Z][\w'-]{{1,30}} [A-Z][\w'-]{{1,30}}|\b[Aa]ccording to (?:the )?[A-Z][\w'-]{{1,30}}"
)


def outlet_key(name: str) -> str:
    """A publisher's name as a key: "The Harbour Post", "harbour post" and "harbourpost.com" are one."""
    folded = fold(name).removeprefix("www.")
    folded = _DOMAIN_END.sub("", folded) if " " not in folded else folded.removeprefix("the ")
    return _NOT_WORD.sub("", folded) or folded


def relayed_outlet(document: Document) -> str:
    """The outlet whose report a document relays, "" when it reports for itself.

    An outlet counts when the reader of the file found it cited as where the report comes from and it is named in
    the title or the first paragraphs, or in a snippet, where there is nothing but a lead.
    """
    if not document.cites:
        return ""
    paragraphs = [part for part in document.text.split("\n") if part.strip()]
    whole = document.extent != Extent.FULL
    top = fold(" ".join([document.title, *(paragraphs if whole else paragraphs[:LEAD_PARAGRAPHS])]))
    return next((outlet for outlet in document.cites if fold(outlet) in top), "")


def quoted_text(text: str) -> str:
    """The words between quotation marks, one run a line; what is unclosed or very long is left out."""
    return "\n".join(_QUOTED.findall(plain(text)))


def rests_on_unnamed(text: str) -> bool:
    """Whether a text credits unnamed sources and no speaker by name."""
    readable = plain(text[:LOOKED_AT])
    if not _HINT.search(readable) or not _UNNAMED.search(readable):
        return False
    return not any(_is_person_or_body(match.group(0)) for match in _NAMED_SPEAKER.finditer(readable))


_NOT_NAMES = frozenset(["the", "a", "an", "people", "sources", "source", "officials", "he", "she", "they", "it", "we", "one", "who", "two", "three", "some", "several"])  # fmt: skip


def _is_person_or_body(match: str) -> bool:
    """Whether what stands beside the verb of saying is a name and not a word that opens a sentence."""
    capitals = [word for word in match.split() if word[:1].isupper() and word.casefold() != "according"]
    return any(word.casefold() not in _NOT_NAMES for word in capitals)
