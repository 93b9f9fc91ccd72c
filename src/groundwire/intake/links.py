"""Brings the addresses of one item to one form, and drops what is no address of an article."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

if TYPE_CHECKING:
    from tldextract import TLDExtract

LONGEST = 2_048
_TRACKING = re.compile(
    r"utm_.*|mc_[ce]id|[fgtym]?clid|fbclid|gclsrc|dclid|msclkid|igshid|yclid|_hs(?:enc|mi)|vero_.*|oly_.*|pk_.*|mtm_.*|matomo_.*"
    r"|ref(?:_src|_url|errer)?|cmp(?:id)?|ncid|smid|smtyp|ocid|xtor|at_.*|ns_.*|wt\.mc_id|sh(?:are)?|share(?:d|_.*)|source|rss|feedtype|partner"
    r"|output(?:type)?|amp|s_cid|icid|cid|sr_share|mkt_tok|spm|ito|taid|sref|guccounter",
    re.IGNORECASE,
)
_AMP_ENDS = (".amp.html", ".amp", "/amp.html")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\<>\"^`{|}]")


@cache
def _extract() -> TLDExtract:
    """The list of public suffixes that ships with the library; it never asks the network."""
    # Imported here: it costs 150 ms, and plain text files without addresses do not need it.
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def registrable_domain(url_or_host: str) -> str:
    """The part of a host that one party registers ("news.example.co.uk" gives "example.co.uk"), "" for none."""
    found = _extract()(url_or_host[:LONGEST])
    known = str(found.top_domain_under_public_suffix).lower()
    if known or found.suffix or found.ipv4 or found.ipv6 or not found.subdomain:
        return known
    # An ending that the list lacks is a suffix of its own: the list's default rule "*".
    return f"{found.subdomain.rsplit('.', 1)[-1]}.{found.domain}".lower()


def http_link(link: str, base: str = "") -> str:
    """The absolute http(s) address that a link means, "" for anything else (javascript:, data:, a bare word)."""
    link = "".join(link.split()) if "\n" in link or "\t" in link else link.strip()
    if not link or len(link) > LONGEST:
        return ""
    try:
        whole = urljoin(base, link) if base else link
        parts = urlsplit(whole)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not host or parts.username or parts.password:
        return ""
    return "" if _FORBIDDEN.search(whole.replace(" ", "%20")) else whole.replace(" ", "%20")


def normalise(link: str) -> str:
    """One form for one item: https, no www, AMP or mobile host, no tracking parameters, no fragment; "" for no link.

    It is an identity, not an address to fetch.
    """
    address = http_link(link)
    if not address:
        return ""
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return ""
    host = _plain_host(host)
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    query = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(key)
    ]
    return urlunsplit(("https", host + port, _plain_path(parts.path), urlencode(sorted(query)), ""))


def _plain_host(host: str) -> str:
    """The host without www., m., mobile. and amp. in front, as long as a registrable domain remains."""
    domain = registrable_domain(host)
    for prefix in ("www.", "m.", "mobile.", "amp."):
        if host.startswith(prefix) and domain and len(host) - len(prefix) >= len(domain):
            host = host[len(prefix) :]
    return (
        host.replace(".m.", ".", 1)
        if domain and host.endswith(domain) and ".m." in host.removesuffix(domain) + "."
        else host
    )


def _plain_path(path: str) -> str:
    """The path without the marks of an AMP copy and without a trailing slash."""
    for end in _AMP_ENDS:
        if path.endswith(end):
            path = path[: -len(end)] + (".html" if end == ".amp.html" else "")
            break
    segments = [segment for segment in path.split("/") if segment != "amp"]
    return "/".join(segments).rstrip("/") or "/"


def trusted_canonical(canonical: str, address: str) -> str:
    """The canonical link if it is of the same registrable domain as the address, or no address is known; else ""."""
    link = http_link(canonical, address)
    if not link:
        return ""
    if not address:
        return link
    return link if registrable_domain(link) and registrable_domain(link) == registrable_domain(address) else ""
