"""Looks into the data folder before the record is opened: the tray and the hotkey need no more."""

from __future__ import annotations

import json
from pathlib import Path

from moderator_app.session.settings import Settings, read_settings

_NOT_KEPT = frozenset({"running.lock", "writer.lock", "logs"})
"""What lies in a data folder although nothing was ever kept there."""


def is_new(folder: Path) -> bool:
    """Whether nothing was ever kept in this folder: no setting, no group, no member, no entry."""
    try:
        return all(entry.name in _NOT_KEPT for entry in folder.iterdir())
    except FileNotFoundError:
        return True
    except OSError:
        return False


def peek_settings(folder: Path) -> Settings:
    """The settings as they lie in the data folder; the defaults where they cannot be read.

    Whatever is damaged is left alone: opening the record rescues it and tells of it.
    """
    try:
        tables = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        rows = list(tables["settings"].values())
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return Settings()
    return read_settings(rows[0]) if rows and isinstance(rows[0], dict) else Settings()
