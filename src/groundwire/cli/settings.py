"""Settings from `groundwire.toml`: the options of the command line, written down once for a folder of drafts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from groundwire.errors import SettingsError

FILE = "groundwire.toml"
_KEYS: dict[str, type | tuple[type, ...]] = {
    "against": list,
    "sources": str,
    "playbook": str,
    "policy": str,
    "format": str,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What groundwire.toml may set; the command line's own words win.

    Args:
        against: files and folders of evidence for `check`, relative to the settings file.
        sources: TOML file that says what is known about publishers.
        playbook: folder laid over the packaged playbook.
        policy: "offline" or "newsroom".
        format: output format of `check`.
    """

    against: tuple[Path, ...] = field(default=())
    sources: Path | None = None
    playbook: Path | None = None
    policy: str = "offline"
    format: str = "text"


def read_settings(folder: Path) -> Settings:
    """The settings of a folder, or the defaults when it has no groundwire.toml.

    Raises: SettingsError naming the file, the key and what it may hold.
    """
    path = folder / FILE
    if not path.is_file():
        return Settings()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise SettingsError(f"{FILE} is not TOML: {exc}") from exc
    for key, value in data.items():
        if key not in _KEYS:
            raise SettingsError(f"{FILE} has the unknown key {key!r}; known are {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            raise SettingsError(f"{FILE}: {key} must be {'a list of paths' if key == 'against' else 'a text'}")
    return Settings(
        against=tuple(folder / str(path) for path in data.get("against", ())),
        sources=folder / data["sources"] if "sources" in data else None,
        playbook=folder / data["playbook"] if "playbook" in data else None,
        policy=data.get("policy", "offline"),
        format=data.get("format", "text"),
    )
