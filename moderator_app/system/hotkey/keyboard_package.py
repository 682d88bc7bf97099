"""The second way on Windows: the `keyboard` package's hook, for combinations that are taken.

The package is not maintained: it hears nothing after Win+L until the program starts again, and
its threads stay. So it is only used where the user chose it or nothing else is left.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import ModuleType
from typing import Protocol

from moderator_app.system.hotkey.base import Backend, Release
from moderator_app.system.hotkey.chord import Chord, Modifier
from moderator_app.system.trouble import Trouble
from moderator_app.system.user32 import user32

_VIRTUAL_KEYS = {
    Modifier.CTRL: (0x11,),
    Modifier.ALT: (0x12,),
    Modifier.SHIFT: (0x10,),
    Modifier.META: (0x5B, 0x5C),
}
_DOWN = 0x8000


class KeyEvent(Protocol):
    """What the package tells of a key; its own class is only there once it is imported."""

    scan_code: int
    event_type: str


class Keys(Protocol):
    """What the system knows of its keys; a test gives its own."""

    def scan_code(self, virtual_key: int) -> int:
        """The key's place on the keyboard, which is what the package's events tell; 0 for none."""

    def held(self) -> frozenset[Modifier]:
        """The modifiers that are down at this moment."""


class KeyboardPackageHotkey(Backend):
    """Listens only: the key also reaches the program in front and whoever registered it.

    The package's own add_hotkey compares with the keys it believes to be down. It misses chords
    that are quicker than its second thread, and hears nothing more once it has missed a release
    (Win+L). So only its hook is used, and the system itself is asked which modifiers are held.
    """

    name = "keyboard"

    def __init__(
        self,
        pressed: Callable[[], None],
        load: Callable[[], ModuleType] | None = None,
        keys: Keys | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(pressed, clock)
        self._load = load or _import_package
        self._keys = keys or _SystemKeys()

    def _grab(self, chord: Chord) -> Release | Trouble:
        try:
            keyboard = self._load()
        except (ImportError, OSError) as failure:
            return Trouble("hotkey.package-missing", {"error": str(failure)})
        code = self._keys.scan_code(chord.key.windows)
        if not code:
            return Trouble("hotkey.no-such-key", {"key": chord.key.name})

        def heard(event: KeyEvent) -> bool:
            """Called inside the system's hook for every key: quick, and lets every key pass."""
            ours = event.scan_code == code and event.event_type == keyboard.KEY_DOWN
            if ours and self._keys.held() == chord.modifiers:
                self._fire()
            return True

        try:
            remove = keyboard.hook(heard, suppress=True)
        except OSError as failure:
            return Trouble("hotkey.refused", {"sequence": str(chord), "error": str(failure)})
        return lambda: keyboard.unhook(remove)


def available() -> bool:
    """Only Windows: elsewhere the package needs root, or crashes when it is imported."""
    return sys.platform == "win32"


def _import_package() -> ModuleType:
    if not available():
        raise ImportError(sys.platform)
    import keyboard  # noqa: PLC0415 - starts nothing until asked, but costs time and is rarely needed

    return keyboard


class _SystemKeys:
    """user32.dll itself."""

    def scan_code(self, virtual_key: int) -> int:
        return int(user32().MapVirtualKeyW(virtual_key, 0))

    def held(self) -> frozenset[Modifier]:
        state = user32().GetAsyncKeyState
        return frozenset(m for m, keys in _VIRTUAL_KEYS.items() if any(state(key) & _DOWN for key in keys))
