"""Reads the settings alone, before the record is opened: the tray and the hotkey need nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from moderator_app.session.settings import Settings, read_settings


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
