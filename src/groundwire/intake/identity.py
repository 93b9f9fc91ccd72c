"""Brings the sightings of one item together: the same article through three feeds is one document."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from groundwire.intake.links import normalise, registrable_domain
from groundwire.records.source import Document

_EXTENTS = {"headline": 0, "snippet": 1, "full": 2}


def key_of(document: Document) -> tuple[str, str]:
    """What makes a document the same item: its normalised link, else its source and text.

    A feed's guid is no part of it: feeds give one guid to all items, or a new one at each reading.
    """
    link = normalise(document.url)
    if link:
        return ("link", link)
    words = " ".join(document.text.split()) or document.title
    return (document.source.domain or document.source.name.casefold(), words)


def merge(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Each item once, in order of first sighting: the fullest version stays, with the addresses of the others.

    Two texts under one link are two versions of one item: the later one stays if the dates tell, else the fuller,
    and the flag "versions:n" says how many there were. Many outlets with one wire copy stay many documents: that
    they are one origin is for the stories room to find.
    """
    groups: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        groups.setdefault(key_of(document), []).append(document)
    return tuple(_one(group) for group in groups.values())


def _one(group: list[Document]) -> Document:
    """The version that stands for the item."""
    if len(group) == 1:
        return group[0]
    best = max(group, key=_rank)
    links = dict.fromkeys(
        link for document in group for link in (document.url, *document.links) if link and link != best.url
    )
    texts = {document.text for document in group if document.text}
    published = best.published or next((document.published for document in group if document.published), None)
    flags = (
        best.flags if best.published or not published else tuple(flag for flag in best.flags if flag != "date_unknown")
    )
    if len(texts) > 1:
        flags = (*flags, f"versions:{len(texts)}")
    named = next(
        (document.source for document in group if document.source.domain == best.source.domain and not _bare(document)),
        best.source,
    )
    return dataclasses.replace(best, links=tuple(links), published=published, flags=flags, source=named)


def _rank(document: Document) -> tuple[int, str, int]:
    """Fuller before cut, later before earlier, longer before shorter."""
    when = document.updated or document.published
    return _EXTENTS[document.extent.value], when.iso if when else "", len(document.text)


def _bare(document: Document) -> bool:
    """Whether its source is known by nothing but its domain."""
    return (
        document.source.name in ("", document.source.domain)
        or registrable_domain(document.source.name) == document.source.name
    )
