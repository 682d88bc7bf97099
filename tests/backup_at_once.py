"""The day's backup made at once instead of beside the work, for tests that look at the whole folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from moderator_app.storage import daily


class AtOnce:
    """Stands in for a thread: what it is to do is done when it is started."""

    def __init__(self, target: Callable[[], None], name: str) -> None:
        self._target, self.name = target, name

    def start(self) -> None:
        self._target()

    def is_alive(self) -> bool:
        return False

    def join(self) -> None:
        """Nothing is left to wait for."""


@pytest.fixture(autouse=True)
def backup_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here depends on how far a backup has come."""
    monkeypatch.setattr(daily, "Thread", AtOnce)
