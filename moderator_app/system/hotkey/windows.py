"""The hotkey on Windows: RegisterHotKey, which needs no hook and survives the lock screen."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from ctypes import wintypes
from typing import Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QWindow

from moderator_app.system.hotkey.base import Backend, Release
from moderator_app.system.hotkey.chord import Chord, Modifier
from moderator_app.system.trouble import Trouble

WM_HOTKEY = 0x0312
_NO_REPEAT = 0x4000
_ALREADY_REGISTERED = 1409
_BITS = {Modifier.ALT: 1, Modifier.CTRL: 2, Modifier.SHIFT: 4, Modifier.META: 8}
# Waiting messages come as the first, those sent while Windows runs a loop of its own as the second.
_MESSAGES = (b"windows_dispatcher_MSG", b"windows_generic_MSG")


class User32(Protocol):
    """The two calls that are needed; a test gives its own."""

    def register(self, window: int, number: int, modifiers: int, key: int) -> int:
        """Register; 0 when it worked, else the system's error number."""

    def unregister(self, window: int, number: int) -> None:
        """Give one registration back."""


class WindowsHotkey(Backend):
    """Consumes the key; the process that receives it may also come to the front."""

    name = "windows"

    def __init__(
        self,
        pressed: Callable[[], None],
        user32: User32 | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(pressed, clock)
        self._user32 = user32 or _System()
        self._filter = _MessageFilter(self._heard)
        self._window: QWindow | None = None
        self._numbers: set[int] = set()
        self._last_number = 0

    def _grab(self, chord: Chord) -> Release | Trouble:
        modifiers = sum(_BITS[modifier] for modifier in chord.modifiers) | _NO_REPEAT
        window, number = self._handle(), self._last_number + 1
        error = self._user32.register(window, number, modifiers, chord.key.windows)
        if error == _ALREADY_REGISTERED:
            return Trouble("hotkey.taken", {"sequence": str(chord)})
        if error:
            return Trouble("hotkey.refused", {"sequence": str(chord), "error": error})
        self._last_number = number
        self._listen(number)
        return lambda: self._forget(window, number)

    def _handle(self) -> int:
        """A window that is never shown: messages to it outlive menus and move loops."""
        if self._window is None:
            self._window = QWindow()
        return int(self._window.winId())

    def _listen(self, number: int) -> None:
        app = QCoreApplication.instance()
        if app and not self._numbers:
            app.installNativeEventFilter(self._filter)
        self._numbers.add(number)

    def _forget(self, window: int, number: int) -> None:
        self._user32.unregister(window, number)
        self._numbers.discard(number)
        app = QCoreApplication.instance()
        if app and not self._numbers:
            app.removeNativeEventFilter(self._filter)

    def _heard(self, number: int) -> bool:
        ours = number in self._numbers
        if ours:
            self._fire()
        return ours


class _MessageFilter(QAbstractNativeEventFilter):
    """Sees every message to our windows, and takes out the hotkey's."""

    def __init__(self, heard: Callable[[int], bool]) -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, event_type: QByteArray | bytes | bytearray | memoryview[int], message: int
    ) -> tuple[bool, int]:
        if bytes(event_type) not in _MESSAGES:  # type: ignore[arg-type]  # PySide6 says int, gives bytes
            return False, 0
        told = wintypes.MSG.from_address(int(message))
        return (told.message == WM_HOTKEY and self._heard(int(told.wParam))), 0


class _System:
    """user32.dll itself."""

    def __init__(self) -> None:
        self._dll = ctypes.WinDLL("user32", use_last_error=True)  # type: ignore[attr-defined]  # Windows only
        self._dll.RegisterHotKey.argtypes = [wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT]
        self._dll.UnregisterHotKey.argtypes = [wintypes.HWND, ctypes.c_int]

    def register(self, window: int, number: int, modifiers: int, key: int) -> int:
        if self._dll.RegisterHotKey(window, number, modifiers, key):
            return 0
        return ctypes.get_last_error() or -1  # type: ignore[attr-defined]  # Windows only

    def unregister(self, window: int, number: int) -> None:
        self._dll.UnregisterHotKey(window, number)
