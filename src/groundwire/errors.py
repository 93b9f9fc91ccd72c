"""Everything that can go wrong in Groundwire, as one tree.

    GroundwireError
    ├── UsageError                the call cannot be used: a wrong option, a missing file, nothing to read
    │   └── SettingsError         a settings file that cannot be used
    ├── InputError                one input cannot be used; it costs only itself
    │   ├── InputEmpty            nothing in it: no bytes, only white space, only a byte order mark
    │   ├── InputTooBig           over a limit of size, items, pages or depth
    │   ├── InputTooSlow          its parsing used up the time or memory it is given
    │   ├── InputHostile          it carries a construction that only an attack needs
    │   ├── InputUnreadable       not the format it claims to be, or a format that is not read
    │   ├── NotAnArticle          readable, but a cookie wall, a login page or a teaser without text
    │   └── TamperedEvidence      a stored digest does not match what is stored
    ├── PlaybookError             a lens, frame, phrase or policy file is wrong
    │   └── PolicyError           a threshold out of its range
    ├── VerifierError             the verifier is missing, damaged or gave no usable odds
    ├── LedgerError               the log is not what it says it is
    └── StorageError              what was to be written could not be written whole

An unsupported claim is a Verdict, and a brief that may not be published is a Decision: neither is an error.
"""

from __future__ import annotations


class GroundwireError(Exception):
    """Anything Groundwire raises on purpose."""


class UsageError(GroundwireError):
    """The call cannot be used; the message says what to change."""


class SettingsError(UsageError):
    """A settings file cannot be used."""


class InputError(GroundwireError):
    """One input cannot be used.

    Args:
        name: the file, address or item concerned, as the caller named it.
        reason: what is wrong and how to mend it, in one plain sentence.
    """

    code = "input"

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class InputEmpty(InputError):
    """Nothing is in it."""

    code = "empty"


class InputTooBig(InputError):
    """It is over a limit of size, items, pages or depth."""

    code = "too_big"


class InputTooSlow(InputError):
    """Its parsing used up the time or memory that one input is given."""

    code = "too_slow"


class InputHostile(InputError):
    """It carries a construction that only an attack needs."""

    code = "hostile"


class InputUnreadable(InputError):
    """It is not the format it claims to be, or a format that is not read."""

    code = "parse_failed"


class NotAnArticle(InputError):
    """It can be read, but it is a wall, a login page or a page without text."""

    code = "not_an_article"


class TamperedEvidence(InputError):
    """A stored digest does not match what is stored."""

    code = "tampered"


class PlaybookError(GroundwireError):
    """A lens, frame, phrase or policy file is wrong."""


class PolicyError(PlaybookError):
    """A threshold is out of its range."""


class VerifierError(GroundwireError):
    """The verifier is missing, damaged or gave no usable odds."""


class LedgerError(GroundwireError):
    """The log is not what it says it is."""


class StorageError(GroundwireError):
    """What was to be written could not be written whole."""
