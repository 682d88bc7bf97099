"""No hotkey: switched off, or a screen that gives none; says why instead of staying silent."""

from __future__ import annotations

import time
from collections.abc import Callable

from moderator_app.system.hotkey.base import Backend, Release
from moderator_app.system.hotkey.chord import Chord
from moderator_app.system.trouble import Trouble


class NoHotkey(Backend):
    """Answers every registration with the reason why there can be none."""

    name = "none"

    def __init__(
        self, pressed: Callable[[], None], why: Trouble, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(pressed, clock)
        self._why = why

    def _grab(self, chord: Chord) -> Release | Trouble:
        return self._why
