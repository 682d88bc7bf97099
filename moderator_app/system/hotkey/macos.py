"""The hotkey on macOS: Carbon's RegisterEventHotKey, which needs no permission of the user."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable

from moderator_app.system.hotkey.base import Backend, Release
from moderator_app.system.hotkey.chord import Chord, Modifier
from moderator_app.system.trouble import Trouble

_CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"
_ALREADY_EXISTS = -9878
_NOT_HANDLED = -9874
_BITS = {Modifier.CTRL: 0x0100, Modifier.SHIFT: 0x0200, Modifier.ALT: 0x0800, Modifier.META: 0x1000}


def four(code: str) -> int:
    """A four-character code as Carbon numbers it."""
    return int.from_bytes(code.encode("ascii"), "big")


KEYBOARD_CLASS, HOTKEY_PRESSED = four("keyb"), 5
_DIRECT_OBJECT, _HOTKEY_ID = four("----"), four("hkid")
SIGNATURE = four("MODA")


class EventTypeSpec(ctypes.Structure):
    """Which events a handler wants."""

    _fields_ = (("event_class", ctypes.c_uint32), ("event_kind", ctypes.c_uint32))


class EventHotKeyID(ctypes.Structure):
    """Whose hotkey it is, and which."""

    _fields_ = (("signature", ctypes.c_uint32), ("id", ctypes.c_uint32))


HANDLER = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class MacHotkey(Backend):
    """Must be made on the main thread, which is where Carbon calls its handlers."""

    name = "macos"

    def __init__(
        self,
        pressed: Callable[[], None],
        carbon: ctypes.CDLL | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(pressed, clock)
        self._carbon = carbon or load_carbon()
        self._callback = HANDLER(self._handle)  # Carbon keeps only its address: it must stay alive
        self._handler = ctypes.c_void_p()
        self._numbers: set[int] = set()
        self._last_number = 0

    def _grab(self, chord: Chord) -> Release | Trouble:
        if chord.key.macos is None:
            return Trouble("hotkey.no-such-key", {"key": chord.key.name})
        status = self._install()
        if status:
            return Trouble("hotkey.refused", {"sequence": str(chord), "error": status})
        modifiers = sum(_BITS[modifier] for modifier in chord.modifiers)
        number, reference = self._last_number + 1, ctypes.c_void_p()
        status = self._carbon.RegisterEventHotKey(
            chord.key.macos,
            modifiers,
            EventHotKeyID(SIGNATURE, number),
            self._carbon.GetApplicationEventTarget(),
            0,
            ctypes.byref(reference),
        )
        if status == _ALREADY_EXISTS:
            return Trouble("hotkey.taken", {"sequence": str(chord)})
        if status:
            return Trouble("hotkey.refused", {"sequence": str(chord), "error": status})
        self._last_number = number
        self._numbers.add(number)
        return lambda: self._forget(reference, number)

    def _install(self) -> int:
        """One handler for the life of the program; 0 when it is there."""
        if self._handler:
            return 0
        wanted = EventTypeSpec(KEYBOARD_CLASS, HOTKEY_PRESSED)
        return int(
            self._carbon.InstallEventHandler(
                self._carbon.GetApplicationEventTarget(),
                self._callback,
                1,
                ctypes.byref(wanted),
                None,
                ctypes.byref(self._handler),
            )
        )

    def _forget(self, reference: ctypes.c_void_p, number: int) -> None:
        self._carbon.UnregisterEventHotKey(reference)
        self._numbers.discard(number)

    def _handle(self, _next: int | None, event: int | None, _data: int | None) -> int:
        told = EventHotKeyID()
        status = self._carbon.GetEventParameter(
            event, _DIRECT_OBJECT, _HOTKEY_ID, None, ctypes.sizeof(told), None, ctypes.byref(told)
        )
        if status or told.signature != SIGNATURE or told.id not in self._numbers:
            return _NOT_HANDLED
        self._fire()
        return 0


def load_carbon() -> ctypes.CDLL:
    """Carbon with the signatures that are used here."""
    pointer, number, status = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int32
    carbon = ctypes.CDLL(_CARBON)
    carbon.GetApplicationEventTarget.restype = pointer
    carbon.GetApplicationEventTarget.argtypes = []
    for name, arguments in {
        "InstallEventHandler": [pointer, HANDLER, ctypes.c_ulong, pointer, pointer, pointer],
        "RegisterEventHotKey": [number, number, EventHotKeyID, pointer, number, pointer],
        "UnregisterEventHotKey": [pointer],
        "GetEventParameter": [pointer, number, number, pointer, ctypes.c_ulong, pointer, pointer],
    }.items():
        function = getattr(carbon, name)
        function.restype, function.argtypes = status, arguments
    return carbon
