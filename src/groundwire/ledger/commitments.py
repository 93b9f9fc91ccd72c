"""Salted commitments: the log proves what a text was for as long as its key is kept, and forgets it with the key."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from groundwire.errors import LedgerError
from groundwire.records.event import Event

KEY_BYTES = 32
MAC = "hmac:"

Keys = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Kept:
    """A text of the store, beside the log.

    Args:
        commitment: "hmac:" and 64 hex characters, as the event names it.
        key: 32 random bytes, of this item alone; empty once it is erased.
        name: which field of its event it stands for.
        text: the wording; "" once it is erased.
        erased: True for a tombstone: key and wording are gone, the commitment stays.
    """

    commitment: str
    name: str
    key: bytes = b""
    text: str = ""
    erased: bool = False


def commit(name: str, text: str, key: bytes) -> str:
    """The commitment to a text: HMAC-SHA256 under a key of its own over its name, a zero byte and the text in UTF-8.

    Raises: LedgerError when the key is shorter than 32 bytes: without a real salt a short text can be guessed.
    """
    if len(key) < KEY_BYTES:
        raise LedgerError("a commitment needs a random key of 32 bytes")
    message = name.encode("utf-8") + b"\x00" + text.encode("utf-8", "surrogatepass")
    return MAC + hmac.new(key, message, hashlib.sha256).hexdigest()


def opens(kept: Kept) -> bool:
    """Whether the key and the text are those that were committed to."""
    if kept.erased or len(kept.key) < KEY_BYTES:
        return False
    return hmac.compare_digest(commit(kept.name, kept.text, kept.key), kept.commitment)


def sealed(event: Event, texts: Mapping[str, str], keys: Keys) -> tuple[Event, tuple[Kept, ...]]:
    """The event with a commitment in the place of each text, and the texts with their keys for the store.

    Args:
        texts: field name to wording; none of the names may be a field already.
        keys: gives 32 fresh random bytes a call.
    Raises: LedgerError when a text has the name of a field, or a key is too short.
    """
    taken = {name for name, _ in event.fields}
    twice = sorted(taken & set(texts))
    if twice:
        raise LedgerError(f"{event.kind}: {', '.join(twice)} is a field already")
    kept = []
    for name in sorted(texts):
        key = keys()
        kept.append(Kept(commit(name, texts[name], key), name, key, texts[name]))
    fields = (*event.fields, *((each.name, each.commitment) for each in kept))
    return replace(event, fields=fields), tuple(kept)


def commitments(event: Event) -> tuple[tuple[str, str], ...]:
    """(name, commitment) of every committed text that an event names."""
    return tuple((name, value) for name, value in event.fields if isinstance(value, str) and value.startswith(MAC))
