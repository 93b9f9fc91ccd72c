"""The page as structured data: schema.org JSON-LD with the cited sources and how the text came about."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from groundwire.publishing.wording import cleaned, instant, safe_link
from groundwire.records.brief import Composer
from groundwire.records.publication import Publication

# IPTC digital source types as schema.org names them. A draft from outside may come from a language model.
SOURCE_TYPES = {
    Composer.EXTRACTIVE: "https://schema.org/AlgorithmicMediaDigitalSource",
    Composer.DRAFT: "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
}


def article(publication: Publication, address: str = "") -> dict[str, Any]:
    """The AnalysisNewsArticle of a publication; `address` is its canonical address, left out when unknown."""
    brief = publication.brief
    moment = instant(brief.created_at)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "AnalysisNewsArticle",
        "headline": brief.headline.text,
        "description": " ".join(line.text for line in brief.summary),
        "inLanguage": publication.language,
        "datePublished": moment,
        "dateModified": moment,
        "version": publication.version,
        "articleSection": brief.section,
        "isAccessibleForFree": True,
        "backstory": " ".join(publication.disclosure.made),
        "digitalSourceType": SOURCE_TYPES[brief.composer],
        "isBasedOn": [_source(line) for line in publication.disclosure.sources if line.cited],
    }
    if address:
        data |= {"url": address, "mainEntityOfPage": address}
    made: dict[str, Any] = cleaned(data)
    return made


def _source(line: Any) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "@type": "NewsArticle" if line.kind in ("wire", "press") else "WebPage",
        "name": line.title,
        "publisher": {"@type": "Organization", "name": line.publisher},
        "inLanguage": line.language,
    }
    if safe_link(line.url):
        entry["url"] = safe_link(line.url)
    if line.published:
        entry["datePublished"] = line.published
    return entry


def script(data: dict[str, Any]) -> Markup:
    """The data as a script block's text: nothing in it can end the block or open another."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)
