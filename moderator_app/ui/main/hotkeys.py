"""The global hotkey as the settings ask for it: kept registered, paused, or lent to the recorder."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from moderator_app.core.errors import BadInput
from moderator_app.core.wording import Reason
from moderator_app.session.settings import Settings, SettingValue
from moderator_app.system import hotkey
from moderator_app.system.trouble import Trouble


class Hotkeys(QObject):
    """Emits `pressed` for the hotkey, or `tried` while somebody tries it out.

    `trouble` is why there is none, `note` what to know although it works; `changed` follows both.
    """

    pressed = Signal()
    tried = Signal()
    changed = Signal()

    def __init__(
        self,
        settings: Callable[[], Settings],
        save: Callable[[str, SettingValue], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._save = settings, save
        self._backend = settings().hotkey_backend
        self._hotkey = hotkey.choose(self._backend, self._heard)
        self._trial = False
        self.trouble: Reason | None = None

    @property
    def sequence(self) -> str:
        """The combination in force, as its keys are named here; "" while there is none."""
        return hotkey.shown(self._hotkey.sequence) if self._hotkey.sequence else ""

    @property
    def shown(self) -> str:
        """The combination that the settings ask for, as its keys are named here."""
        wanted = self._settings().hotkey
        try:
            return hotkey.shown(wanted)
        except hotkey.BadSequence:
            return wanted

    @property
    def note(self) -> Reason | None:
        """What the user should know although the hotkey works."""
        return _reason(self._hotkey.note)

    def start(self) -> None:
        """Register what the settings say, unless the hotkey is paused."""
        settings = self._settings()
        if settings.hotkey_paused:
            self._hotkey.unregister()
            self.trouble = None
        else:
            self.trouble = _reason(self._hotkey.register(settings.hotkey))
        self.changed.emit()

    def stop(self) -> None:
        """Give the combination back to the system."""
        self._hotkey.unregister()

    def rearm(self) -> None:
        """A key was pressed in a window of ours: the hotkey is no longer held."""
        self._hotkey.rearm()

    def pause(self, paused: bool) -> None:
        """Let the hotkey rest, or take it up again."""
        self._save("hotkey_paused", paused)
        self.start()

    def change(self, sequence: str) -> Reason | None:
        """Take another combination; where that fails the old one stays and the reason comes back."""
        before = self._hotkey.sequence
        refused = _reason(self._hotkey.register(sequence))
        if refused is None:
            try:
                self._save("hotkey", hotkey.normalise(sequence))
            except BadInput as error:
                refused = error.reason
        if refused is not None:
            self._back_to(before)
        else:
            self.trouble = None
        self.changed.emit()
        return refused

    def _back_to(self, sequence: str) -> None:
        if sequence:
            self._hotkey.register(sequence)

    def change_backend(self, backend: str) -> None:
        """Hear the hotkey in another way, from now on."""
        self._save("hotkey_backend", backend)
        self.follow()

    def follow(self) -> None:
        """Hear the hotkey that the settings ask for now, in the way that they ask for."""
        wanted = self._settings().hotkey_backend
        if wanted != self._backend:
            self._hotkey.unregister()
            self._hotkey, self._backend = hotkey.choose(wanted, self._heard), wanted
        self.start()

    def lend(self) -> None:
        """Let go while a combination is being recorded: a held key would never reach the field."""
        self._hotkey.unregister()

    def try_out(self, on: bool) -> None:
        """While on, a press is only reported as tried and opens nothing."""
        self._trial = on

    def _heard(self) -> None:
        (self.tried if self._trial else self.pressed).emit()


def _reason(trouble: Trouble | None) -> Reason | None:
    return Reason(trouble.code, trouble.values) if trouble else None
