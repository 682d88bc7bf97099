"""The second way on Windows: the `keyboard` package's hook, for combinations that are taken.

The package is not maintained: it hears nothing after Win+L until the program starts again, and
its threads stay. So it is only used where the user chose it or nothing else is left.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from types import ModuleType

from moderator_app.system.hotkey.base import Backend, Release
from moderator_app.system.hotkey.chord import Chord, Modifier
from moderator_app.system.trouble import Trouble

_NAMES = {Modifier.CTRL: "ctrl", Modifier.ALT: "alt", Modifier.SHIFT: "shift", Modifier.META: "windows"}


class KeyboardPackageHotkey(Backend):
    """Listens only: the key also reaches the program in front and whoever registered it."""

    name = "keyboard"

    def __init__(
        self,
        pressed: Callable[[], None],
        load: Callable[[], ModuleType] | None = None,
        scan_code: Callable[[int], int] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(pressed, clock)
        self._load = load or _import_package
        self._scan_code = scan_code or _scan_code

    def _grab(self, chord: Chord) -> Release | Trouble:
        try:
            keyboard = self._load()
        except (ImportError, OSError) as failure:
            return Trouble("hotkey.package-missing", {"error": str(failure)})
        code = self._scan_code(chord.key.windows)
        if not code:
            return Trouble("hotkey.no-such-key", {"key": chord.key.name})
        held = [_NAMES[modifier] for modifier in Modifier if modifier in chord.modifiers]
        try:
            remove = keyboard.add_hotkey((*held, code), self._fire, suppress=False)
        except (ValueError, OSError) as failure:
            return Trouble("hotkey.refused", {"sequence": str(chord), "error": str(failure)})
        return lambda: keyboard.remove_hotkey(remove)


def available() -> bool:
    """Only Windows: elsewhere the package needs root, or crashes when it is imported."""
    return sys.platform == "win32"


def _import_package() -> ModuleType:
    if not available():
        raise ImportError(sys.platform)
    import keyboard  # noqa: PLC0415 - starts nothing until asked, but costs time and is rarely needed

    return keyboard


def _scan_code(virtual_key: int) -> int:
    """The key's place on the keyboard, which is what the package's events tell."""
    return int(ctypes.windll.user32.MapVirtualKeyW(virtual_key, 0))  # type: ignore[attr-defined]
