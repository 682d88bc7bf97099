"""The hotkey on X11: a grab on the root window, heard through Qt's own connection."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from itertools import product

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from moderator_app.system.hotkey.base import Backend, Release
from moderator_app.system.hotkey.chord import Chord, Modifier
from moderator_app.system.trouble import Trouble
from moderator_app.system.xcb import CONTROL, KEY_PRESS, LOCK, SHIFT, Screen

_ALT, _SUPER, _NUM_LOCK = (0xFFE9, 0xFFEA), (0xFFEB, 0xFFEC), (0xFF7F,)
_FIXED_STATE = 0xFF  # of a key event's state only the eight modifiers matter, not the mouse buttons


class X11Hotkey(Backend):
    """Consumes the key: no other window sees it, and nobody else can take it meanwhile."""

    name = "x11"

    def __init__(
        self, pressed: Callable[[], None], screen: Screen, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(pressed, clock)
        self._screen = screen
        self._filter = _KeyFilter(self._heard)
        self._wanted: dict[tuple[int, int], int] = {}
        self._locks = LOCK | screen.modifier_mask(*_NUM_LOCK)

    def _grab(self, chord: Chord) -> Release | Trouble:
        code = self._screen.keycode(chord.key.keysym)
        if code is None:
            return Trouble("hotkey.no-such-key", {"key": chord.key.name})
        modifiers = self._mask(chord)
        if modifiers is None:
            return Trouble("hotkey.no-such-key", {"key": "+".join(sorted(chord.modifiers))})
        taken: list[int] = []
        for variant in self._variants(modifiers):
            if not self._screen.grab_key(code, variant):
                self._give_back(code, taken)
                return Trouble("hotkey.taken", {"sequence": str(chord)})
            taken.append(variant)
        self._listen(code, modifiers)
        return lambda: self._forget(code, modifiers, taken)

    def _mask(self, chord: Chord) -> int | None:
        """The modifier bits on this keyboard; None when it has no such key."""
        bits = {
            Modifier.CTRL: CONTROL,
            Modifier.SHIFT: SHIFT,
            Modifier.ALT: self._screen.modifier_mask(*_ALT),
            Modifier.META: self._screen.modifier_mask(*_SUPER),
        }
        held = [bits[modifier] for modifier in chord.modifiers]
        return sum(held) if all(held) else None

    def _variants(self, modifiers: int) -> list[int]:
        """The same combination with Caps Lock and Num Lock off and on."""
        caps, num = LOCK, self._locks & ~LOCK
        return sorted({modifiers | a | b for a, b in product((0, caps), (0, num))})

    def _listen(self, code: int, modifiers: int) -> None:
        app = QCoreApplication.instance()
        if app and not self._wanted:
            app.installNativeEventFilter(self._filter)
        self._wanted[code, modifiers] = self._wanted.get((code, modifiers), 0) + 1

    def _forget(self, code: int, modifiers: int, taken: list[int]) -> None:
        self._give_back(code, taken)
        del self._wanted[code, modifiers]
        app = QCoreApplication.instance()
        if app and not self._wanted:
            app.removeNativeEventFilter(self._filter)

    def _give_back(self, code: int, variants: list[int]) -> None:
        for variant in variants:
            self._screen.ungrab_key(code, variant)

    def _heard(self, code: int, state: int) -> bool:
        ours = (code, state & _FIXED_STATE & ~self._locks) in self._wanted
        if ours:
            self._fire()
        return ours


class _KeyFilter(QAbstractNativeEventFilter):
    """Sees every X event before Qt does, and takes out the key presses that are ours."""

    def __init__(self, heard: Callable[[int, int], bool]) -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, event_type: QByteArray | bytes | bytearray | memoryview[int], message: int
    ) -> tuple[bool, int]:
        if bytes(event_type) != b"xcb_generic_event_t":  # type: ignore[arg-type]  # PySide6 says int
            return False, 0
        press = read_key_press(int(message))
        return (press is not None and self._heard(*press)), 0


def read_key_press(address: int) -> tuple[int, int] | None:
    """Key code and modifier state of a key press event; None for every other event."""
    head = ctypes.string_at(address, 2)
    if head[0] & 0x7F != KEY_PRESS:
        return None
    return head[1], int.from_bytes(ctypes.string_at(address + 28, 2), sys.byteorder)
