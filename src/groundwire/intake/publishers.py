"""What the operator knows of publishers: kind, owner family, licence and quote limit, by name or domain."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from groundwire.errors import SettingsError
from groundwire.intake.links import registrable_domain
from groundwire.records.source import Document, Source, SourceKind

_KEYS = frozenset(["name", "domain", "kind", "owner", "licence", "quote_limit", "as"])


@dataclass(frozen=True, slots=True)
class SourceBook:
    """Sources by folded name and by domain; what it says is stronger than what a file says of itself."""

    by_name: Mapping[str, Source]
    by_domain: Mapping[str, Source]

    @classmethod
    def from_toml(cls, text: str) -> SourceBook:
        """A book from TOML: one table a publisher, named by its name or domain, or [[source]] tables with name and domain.

        Raises: SettingsError with the table and key that are wrong.
        """
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as exc:
            raise SettingsError(f"the sources file is not TOML: {exc}") from exc
        tables: list[tuple[str, object]] = []
        for key, value in data.items():
            if key in ("source", "sources") and isinstance(value, list):
                tables.extend(("", item) for item in value)
            elif (
                key in ("source", "sources")
                and isinstance(value, dict)
                and all(isinstance(item, dict) for item in value.values())
            ):
                tables.extend(value.items())
            else:
                tables.append((key, value))
        by_name: dict[str, Source] = {}
        by_domain: dict[str, Source] = {}
        for key, value in tables:
            source = _source(key, value)
            if source.name:
                by_name[source.name.casefold()] = source
            if key:
                by_name[key.casefold()] = source
            if source.domain:
                by_domain[source.domain] = source
        return cls(by_name, by_domain)

    def apply(self, document: Document) -> Document:
        """The document with its source as the book knows it; unchanged when the book does not know it."""
        own = document.source
        known = self.by_domain.get(own.domain) if own.domain else None
        known = known or self.by_name.get(own.name.casefold())
        if known is None:
            return document
        source = Source(
            name=known.name or own.name,
            domain=own.domain or known.domain,
            kind=known.kind if known.kind is not SourceKind.UNKNOWN else own.kind,
            owner=known.owner or own.owner,
            licence=known.licence or own.licence,
            quote_limit=known.quote_limit if known.quote_limit is not None else own.quote_limit,
        )
        return dataclasses.replace(document, source=source)


def _source(key: str, table: object) -> Source:
    """One table as a source."""
    where = f"[{key or 'source'}] of the sources file"
    if not isinstance(table, dict):
        raise SettingsError(f"{where} must be a table with name, domain, kind, owner, licence or quote_limit")
    unknown = set(table) - _KEYS
    if unknown:
        raise SettingsError(f"{where} has unknown keys: {', '.join(sorted(unknown))}")
    for name, value in table.items():
        if name != "quote_limit" and not isinstance(value, str):
            raise SettingsError(f"{where}: {name} must be text")
    try:
        kind = SourceKind(str(table.get("kind", "unknown")).casefold())
    except ValueError as exc:
        raise SettingsError(f"{where}: kind must be one of {', '.join(SourceKind)}") from exc
    limit = table.get("quote_limit")
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 0):
        raise SettingsError(f"{where}: quote_limit must be a number of words, 0 or more")
    domain = registrable_domain(str(table.get("domain") or key))
    name = str(table.get("name") or ("" if domain and domain == key.casefold() else key))
    return Source(name, domain, kind, str(table.get("owner", "")), str(table.get("licence", "")), limit)
