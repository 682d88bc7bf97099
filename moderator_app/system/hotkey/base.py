"""What every way of hearing the hotkey has in common: register, unregister, tell the window."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from moderator_app.system.hotkey.chord import BadSequence, Chord, parse
from moderator_app.system.hotkey.debounce import Debounce
from moderator_app.system.trouble import Trouble

Release = Callable[[], None]
"""Gives one combination back to the system."""


class _Relay(QObject):
    """Carries a press from wherever it was heard to the window's thread and event loop."""

    came = Signal()

    def __init__(self, pressed: Callable[[], None]) -> None:
        super().__init__()
        self._pressed = pressed
        self.came.connect(self._defer)  # queued by Qt where it comes from another thread

    @Slot()
    def _defer(self) -> None:
        # A queued connection would do the same, but naming it loads all of Qt's enums: 15 ms of the start.
        QTimer.singleShot(0, self, self._pressed)


class Hotkey(ABC):
    """One global hotkey, however it is heard."""

    name: ClassVar[str]

    @property
    @abstractmethod
    def sequence(self) -> str:
        """The combination that is registered now, in its normal spelling; "" when none is."""

    @property
    def note(self) -> Trouble | None:
        """What the user should know although the hotkey works."""
        return None

    @abstractmethod
    def register(self, sequence: str) -> Trouble | None:
        """Listen for `sequence` from now on; on failure say why and keep the one there was."""

    @abstractmethod
    def unregister(self) -> None:
        """Give the combination back; safe to call at any time."""

    @abstractmethod
    def rearm(self) -> None:
        """Another key was pressed since: the next event is no repeat of a held hotkey."""


class Backend(Hotkey):
    """One way of hearing it; a subclass only has to grab a combination.

    `pressed` is called on the thread that made the object, from its event loop: never inside a
    native callback, where opening a window could re-enter the system's own code.
    """

    def __init__(self, pressed: Callable[[], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._debounce = Debounce(clock=clock)
        self._relay = _Relay(pressed)
        self._chord: Chord | None = None
        self._release: Release | None = None

    @property
    def sequence(self) -> str:
        """The combination that was grabbed last and is still held."""
        return str(self._chord) if self._chord else ""

    def register(self, sequence: str) -> Trouble | None:
        """Grab the new combination before the old one is let go, so that a failure costs nothing."""
        try:
            chord = parse(sequence)
        except BadSequence as refusal:
            return refusal.trouble
        if chord == self._chord:
            return None
        grip = self._grab(chord)
        if isinstance(grip, Trouble):
            return Trouble(grip.code, {**grip.values, "kept": self.sequence})
        self.unregister()
        self._chord, self._release = chord, grip
        return None

    def unregister(self) -> None:
        """Let go of what is held."""
        release, self._chord, self._release = self._release, None, None
        if release:
            release()

    def rearm(self) -> None:
        """Hear the next press, however soon it comes."""
        self._debounce.rearm()

    @abstractmethod
    def _grab(self, chord: Chord) -> Release | Trouble:
        """Take one more combination from the system, while another may still be held."""

    def _fire(self) -> None:
        """Tell of a press; may be called from any thread."""
        if self._debounce.accepts():
            self._relay.came.emit()
