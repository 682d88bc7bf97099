"""A second way to hear the hotkey, for a combination that the first finds taken."""

from __future__ import annotations

from moderator_app.system.hotkey.base import Hotkey
from moderator_app.system.trouble import Trouble


class FallbackHotkey(Hotkey):
    """Tries the better way; where the combination is taken, listens beside its owner and says so."""

    name = "auto"

    def __init__(self, first: Hotkey, second: Hotkey) -> None:
        self._first, self._second = first, second

    @property
    def sequence(self) -> str:
        """The combination that either way listens for."""
        return self._first.sequence or self._second.sequence

    @property
    def note(self) -> Trouble | None:
        """Told when another program answers to the same keys."""
        shared = self._second.sequence
        return Trouble("hotkey.shared", {"sequence": shared}) if shared else None

    def register(self, sequence: str) -> Trouble | None:
        """Listen for `sequence` by the first way that can; the other then lets go."""
        trouble = self._first.register(sequence)
        if trouble is None:
            self._second.unregister()
        elif trouble.code == "hotkey.taken" and self._second.register(sequence) is None:
            self._first.unregister()
            return None
        return trouble

    def unregister(self) -> None:
        """Both ways let go."""
        self._first.unregister()
        self._second.unregister()

    def rearm(self) -> None:
        """Both hear the next press."""
        self._first.rearm()
        self._second.rearm()
