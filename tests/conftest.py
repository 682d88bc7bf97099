"""What all tests share: no window on a screen, properties not judged by the clock, rulebooks read once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.session import library
from moderator_app.storage.paths import resources_dir

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def shipped_rulebooks_read_once() -> Iterator[None]:
    """Each session of the run is given the same shipped rulebooks, which nothing can change.

    They take longer to read than most tests take; those of the reading itself call it by its own name.
    """
    read, kept = library.load_rulebook, dict[tuple[Path, int], Rulebook]()

    def load(path: Path, *, examples: bool = True, known: Rulebook | None = None) -> Rulebook:
        if examples or path.parent != resources_dir() / "rulebooks":
            return read(path, examples=examples, known=known)
        version = path, path.stat().st_mtime_ns
        if version not in kept:
            kept[version] = read(path, examples=False)
        return kept[version]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "load_rulebook", load)
        yield
