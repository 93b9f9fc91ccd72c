"""Groundwire: evidence-gated news briefs, checked claim by claim, offline.

`Checker` is the library face; it is loaded on first use, so that importing the package stays quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Checker", "__version__"]

if TYPE_CHECKING:
    from groundwire.checker import Checker


def __getattr__(name: str) -> Any:
    """Loads the library face when it is first asked for."""
    if name == "Checker":
        from groundwire.checker import Checker

        return Checker
    raise AttributeError(f"module 'groundwire' has no attribute {name!r}")
