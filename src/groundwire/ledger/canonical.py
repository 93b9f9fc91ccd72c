"""One spelling for one event: canonical JSON, so that everyone who hashes it gets the same bytes."""

from __future__ import annotations

import json
import re
from typing import Any

import rfc8785

from groundwire.errors import LedgerError
from groundwire.records.event import Event

# Ids, hashes, labels, instants and addresses of rules: no white space, so no prose can slip into a log that never forgets.
_VALUE = re.compile(r"[A-Za-z0-9_.:,+/=~<>%-]{0,160}")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_KIND = re.compile(r"[a-z]{1,20}\.[a-z]{1,20}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|\+00:00)")
_LARGEST = 2**53 - 1


def canonical(value: Any) -> bytes:
    """The RFC 8785 bytes of a JSON value.

    Raises: LedgerError for what JSON cannot hold: numbers beyond 2**53 - 1, no numbers, lone surrogates, other types.
    Source: RFC 8785, JSON Canonicalization Scheme.
    """
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as exc:
        raise LedgerError(f"this cannot be written as canonical JSON: {exc}") from exc


def strictly(data: bytes) -> Any:
    """The JSON value of canonical bytes.

    Raises: LedgerError when the bytes are no JSON or are not spelled canonically.
    """
    try:
        value = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as exc:
        raise LedgerError("not readable as JSON") from exc
    if canonical(value) != data:
        raise LedgerError("not in its canonical spelling")
    return value


def event_bytes(event: Event) -> bytes:
    """The canonical bytes of an event, as they are hashed and logged.

    Raises: LedgerError when a field is not an id, a number, a label or a commitment: texts belong to the store.
    """
    if not _KIND.fullmatch(event.kind):
        raise LedgerError(f"{event.kind!r} is no kind of event")
    if not _INSTANT.fullmatch(event.at):
        raise LedgerError(f"{event.kind}: {event.at!r} is no UTC instant")
    names = [name for name, _ in event.fields]
    if len(set(names)) != len(names):
        raise LedgerError(f"{event.kind}: a field stands twice")
    for name, value in (("subject", event.subject), *event.fields):
        if not _NAME.fullmatch(name):
            raise LedgerError(f"{event.kind}: {name!r} is no name for a field")
        if isinstance(value, str) and not _VALUE.fullmatch(value):
            raise LedgerError(f"{event.kind}: the field {name} holds text; texts belong to the store")
        if isinstance(value, int) and abs(value) > _LARGEST:
            raise LedgerError(f"{event.kind}: the field {name} is beyond what JSON keeps exactly")
    return canonical({"kind": event.kind, "at": event.at, "subject": event.subject, "fields": dict(event.fields)})


def event_of(value: Any) -> Event:
    """The event of a JSON value that was read back from the log.

    Raises: LedgerError when it is not shaped like one.
    """
    if not isinstance(value, dict) or set(value) != {"kind", "at", "subject", "fields"}:
        raise LedgerError("an event holds exactly kind, at, subject and fields")
    fields = value["fields"]
    if not isinstance(fields, dict) or not all(isinstance(each, str | int | bool) for each in fields.values()):
        raise LedgerError("the fields of an event are texts, whole numbers and truth values")
    if not all(isinstance(value[name], str) for name in ("kind", "at", "subject")):
        raise LedgerError("kind, at and subject of an event are texts")
    event = Event(value["kind"], value["at"], value["subject"], tuple(fields.items()))
    event_bytes(event)
    return event
