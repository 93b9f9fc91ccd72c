"""What a page says of itself in its head: title, publisher, addresses, dates, authors, language, labels."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from groundwire.intake.dates import date_in_address
from groundwire.intake.links import http_link, registrable_domain, trusted_canonical

_LONGEST_SCRIPT = 300_000
_ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "OpinionNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "SatiricalArticle",
        "AdvertiserContentArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "WebPage",
        "TechArticle",
        "Report",
    ]
)
_TYPE_LABELS = {
    "OpinionNewsArticle": "opinion",
    "SatiricalArticle": "satire",
    "AdvertiserContentArticle": "sponsored",
    "LiveBlogPosting": "liveblog",
}
_PUBLISHED = (
    "article:published",
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "originalpublicationdate",
    "og:pubdate",
    "rnews:datepublished",
    "datecreated",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "article.updated",
)
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author")
_SECTIONS = (
    "article:section",
    "section",
    "parsely-section",
    "og:type",
    "article:tag",
    "news_keywords",
    "content_type",
    "content-type-name",
)
_SITE_TAIL = re.compile(r"(?<!\s)\s+[|–—•·»-]\s{1,8}[^|–—•·»]{2,60}$")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The metadata of a page, in its own words.

    Args:
        address: where the page is, as far as it can be trusted; "" when unknown.
        elsewhere: the domain that a canonical link to another party names, "" when none does.
        published: the words of every date of publication that the page gives, the surest first.
        free: False when the page says that it is not accessible for free.
    """

    title: str
    address: str
    elsewhere: str
    publisher: str
    published: tuple[str, ...]
    updated: str
    byline: str
    language: str
    labels: tuple[str, ...]
    free: bool


def page_facts(tree: Any, address: str) -> PageFacts:
    """Reads them from a parsed page; the page's words are data, and nothing here is believed to be evidence.

    Args:
        tree: the root element as lxml gives it.
        address: where the bytes were captured, "" for a file.
    """
    metas = _metas(tree)
    article = _article(tree)
    canonical_link = next(
        (
            link.get("href", "")
            for link in tree.iterfind(".//link[@rel]")
            if link.get("rel", "").casefold() == "canonical"
        ),
        "",
    )
    own = http_link(metas.get("og:url", ""), address)
    canonical = http_link(canonical_link, address or own) or own
    trusted = trusted_canonical(canonical, address)
    other = registrable_domain(canonical) if canonical and not trusted else ""
    publisher = _name(article.get("publisher")) or metas.get("og:site_name", "") or metas.get("application-name", "")
    return PageFacts(
        title=_title(tree, metas, article),
        address=trusted or http_link(address),
        elsewhere=other,
        publisher=publisher,
        published=_dates(tree, metas, article, trusted or address),
        updated=_text(article.get("dateModified")) or _first(metas, _UPDATED),
        byline=_name(article.get("author"))
        or next((value for value in (metas.get(key, "") for key in _AUTHORS) if value and "://" not in value), ""),
        language=tree.get("lang", "")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang", "")
        or metas.get("og:locale", "")
        or metas.get("content-language", ""),
        labels=_labels(metas, article),
        free=str(article.get("isAccessibleForFree", "true")).casefold() != "false",
    )


def _metas(tree: Any) -> dict[str, str]:
    """Contents of meta elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (
            meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        ).casefold()
        value = (meta.get("content") or "").strip()
        if key and value:
            found.setdefault(key[:100], value[:2_000])
    return found


def _article(tree: Any) -> dict[str, Any]:
    """The JSON-LD object that describes the article, {} when none does."""
    best: dict[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _LONGEST_SCRIPT:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            kinds = set(_strings(item.get("@type")))
            dated = bool(_text(item.get("datePublished")) and _text(item.get("headline")))
            if (kinds & _ARTICLE_TYPES or dated) and (
                not best or (kinds != {"WebPage"} and set(_strings(best.get("@type"))) == {"WebPage"})
            ):
                best = item
    return best


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script, two storeys deep at most."""
    storey = data if isinstance(data, list) else [data]
    for item in storey[:50]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (part for part in graph[:50] if isinstance(part, dict))


def _title(tree: Any, metas: dict[str, str], article: dict[str, Any]) -> str:
    """The headline: as the article object, the one h1 or the social title gives it, else the page's title without the site."""
    headline = _text(article.get("headline"))
    if headline:
        return headline
    social = metas.get("og:title", "")
    headings = [" ".join("".join(heading.itertext()).split()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if len(heading) > 10]
    if len(headings) == 1 and (not social or headings[0].casefold() in social.casefold()):
        return headings[0]
    element = tree.find(".//title")
    whole = " ".join((element.text or "").split()) if element is not None else ""
    title = social or whole
    return _SITE_TAIL.sub("", title) if len(title) > 25 else title or (headings[0] if headings else "")


def _labels(metas: dict[str, str], article: dict[str, Any]) -> tuple[str, ...]:
    """Section names, tags and types."""
    labels = [part.strip() for key in _SECTIONS for part in metas.get(key, "").split(",")]
    labels += _strings(article.get("articleSection")) + [
        _TYPE_LABELS[kind] for kind in _strings(article.get("@type")) if kind in _TYPE_LABELS
    ]
    labels += _strings(article.get("genre"))
    return tuple(label[:80] for label in labels if label)


def _time_element(tree: Any) -> str:
    """The first time element that is marked as publication or stands in the article's head."""
    for element in tree.iter("time"):
        value = element.get("datetime") or ""
        if value and (
            element.get("pubdate") is not None
            or "publish" in f"{element.get('class', '')} {element.get('itemprop', '')}".casefold()
        ):
            return str(value)
    first = tree.find(".//article//time[@datetime]")
    return str(first.get("datetime")) if first is not None else ""


def _dates(tree: Any, metas: dict[str, str], article: dict[str, Any], address: str) -> tuple[str, ...]:
    """Every date of publication in the order of trust: structured data, meta elements, time elements, the address."""
    times = [str(element.get("datetime")) for element in tree.iter("time") if element.get("datetime")]
    alone = times[0] if 0 < len(times) <= 2 else ""
    found = (
        _text(article.get("datePublished")),
        *(metas.get(key, "") for key in _PUBLISHED),
        _time_element(tree),
        alone,
        date_in_address(address),
    )
    return tuple(dict.fromkeys(value for value in found if value))


def _first(metas: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((metas[key] for key in keys if metas.get(key)), "")


def _text(value: Any) -> str:
    """A JSON-LD value as text, "" for anything else."""
    return html.unescape(value.strip()[:500]) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    """Names of persons or organisations, joined."""
    if isinstance(value, str):
        return "" if "://" in value else html.unescape(value.strip()[:200])
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_name, value[:6]))))[:200]
    return ""


def _strings(value: Any) -> list[str]:
    """A JSON-LD value as a list of texts."""
    return [item for item in (value if isinstance(value, list) else [value])[:20] if isinstance(item, str)]
