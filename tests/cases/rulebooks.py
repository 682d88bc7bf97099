"""The shipped rulebooks, each loaded once for all tables."""

from __future__ import annotations

from functools import cache

from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.storage.paths import resources_dir
from moderator_app.storage.rulebooks import load_rulebook


@cache
def rulebook(group: str) -> Rulebook:
    """The rulebook of this id."""
    return load_rulebook(resources_dir() / "rulebooks" / f"{group}.yaml", examples=False)
