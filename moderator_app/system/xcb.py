"""The few requests of the X protocol that Qt does not offer, on a connection of libxcb.

Only libxcb itself is needed, which Qt's X11 plugin has loaded anyway. Every request is checked
where it is made, so that a refusal is an answer here and no noise in Qt's event queue.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtGui import QGuiApplication

KEY_PRESS = 2
SHIFT, LOCK, CONTROL = 1, 2, 4
_GRAB_ASYNC = 1
_CLIENT_MESSAGE = 33
_SUBSTRUCTURE = 0x80000 | 0x100000
_FOCUS_PARENT = 2


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


_REQUESTS = {
    "xcb_grab_key_checked": "BIHBBB",
    "xcb_ungrab_key_checked": "BIH",
    "xcb_get_keyboard_mapping": "BB",
    "xcb_get_modifier_mapping": "",
    "xcb_intern_atom": "BHs",
    "xcb_get_property": "BIIIII",
    "xcb_get_input_focus": "",
    "xcb_set_input_focus_checked": "BII",
    "xcb_send_event_checked": "BIIs",
}
_TYPES: dict[str, Any] = {
    "B": ctypes.c_uint8,
    "H": ctypes.c_uint16,
    "I": ctypes.c_uint32,
    "s": ctypes.c_char_p,
}


@cache
def library() -> ctypes.CDLL:
    """libxcb with the signatures that are used here; OSError when it is not installed."""
    lib = ctypes.CDLL("libxcb.so.1")
    for name, arguments in _REQUESTS.items():
        request = getattr(lib, name)
        request.restype = _Cookie
        request.argtypes = [ctypes.c_void_p, *(_TYPES[letter] for letter in arguments)]
    for name in _REQUESTS:
        if not name.endswith("_checked"):
            reply = getattr(lib, f"{name}_reply")
            reply.restype = ctypes.c_void_p
            reply.argtypes = [ctypes.c_void_p, _Cookie, ctypes.c_void_p]
    lib.xcb_request_check.restype = ctypes.c_void_p
    lib.xcb_request_check.argtypes = [ctypes.c_void_p, _Cookie]
    lib.xcb_get_setup.restype = ctypes.c_void_p
    lib.xcb_get_setup.argtypes = [ctypes.c_void_p]
    return lib


@cache
def _free() -> Callable[[int], None]:
    free = ctypes.CDLL(None).free
    free.argtypes = [ctypes.c_void_p]
    free.restype = None
    return free


class Screen:
    """Qt's own connection to the X server and its root window."""

    def __init__(self, connection: int) -> None:
        self._connection = connection
        self._lib = library()
        setup = ctypes.string_at(self._lib.xcb_get_setup(connection), 40)
        vendor_length, self._first_key, self._last_key = (
            struct.unpack_from("=H", setup, 24)[0],
            setup[34],
            setup[35],
        )
        formats = setup[29]
        root_at = 40 + (vendor_length + 3) // 4 * 4 + 8 * formats
        whole = ctypes.string_at(self._lib.xcb_get_setup(connection), root_at + 4)
        self.root: int = struct.unpack_from("=I", whole, root_at)[0]

    @classmethod
    def of_qt(cls) -> Screen | None:
        """The connection of the running QGuiApplication; None where Qt does not speak X."""
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication) or app.platformName() != "xcb":
            return None
        connection = getattr(app.nativeInterface(), "connection", int)()
        return cls(connection) if connection else None

    def grab_key(self, code: int, modifiers: int) -> bool:
        """Take a key for ourselves, whichever window has the focus; False when it is taken."""
        return self._accepted("xcb_grab_key_checked", 1, self.root, modifiers, code, _GRAB_ASYNC, _GRAB_ASYNC)

    def ungrab_key(self, code: int, modifiers: int) -> None:
        """Give a key back."""
        self._accepted("xcb_ungrab_key_checked", code, self.root, modifiers)

    def keycode(self, keysym: int) -> int | None:
        """The key that writes `keysym` without Shift, in the first layout that has it."""
        count = self._last_key - self._first_key + 1
        reply = self._reply("xcb_get_keyboard_mapping", self._first_key, count)
        width = reply[1]
        keysyms = struct.unpack_from(f"={count * width}I", reply, 32)
        for column in range(width):
            for row in range(count):
                if keysyms[row * width + column] == keysym:
                    return self._first_key + row
        return None

    def modifier_mask(self, *keysyms: int) -> int:
        """The modifier bit that the given keys set (Alt, Super, Num Lock); 0 when none does."""
        reply = self._reply("xcb_get_modifier_mapping")
        width = reply[1]
        codes = {self.keycode(keysym) for keysym in keysyms} - {None}
        for bit in range(3, 8):
            if codes & set(reply[32 + bit * width : 32 + (bit + 1) * width]):
                return 1 << bit
        return 0

    def active_window(self) -> int:
        """The window the user works in, as the window manager tells; else the focused one."""
        reply = self._reply("xcb_get_property", 0, self.root, self._atom("_NET_ACTIVE_WINDOW"), 0, 0, 1)
        if struct.unpack_from("=I", reply, 16)[0]:
            return int(struct.unpack_from("=I", reply, 32)[0])
        return int(struct.unpack_from("=I", self._reply("xcb_get_input_focus"), 8)[0])

    def activate(self, window: int) -> bool:
        """Bring a window to the front and give it the keyboard.

        Asked as a pager would ("source 2"): a window manager that keeps programs from stealing
        the focus grants it, for the user has just pressed a key for it.
        """
        message = struct.pack(
            "=BBHII5I", _CLIENT_MESSAGE, 32, 0, window, self._atom("_NET_ACTIVE_WINDOW"), 2, 0, 0, 0, 0
        )
        if self._has_window_manager():
            return self._accepted("xcb_send_event_checked", 0, self.root, _SUBSTRUCTURE, message)
        return self._accepted("xcb_set_input_focus_checked", _FOCUS_PARENT, window, 0)

    def _has_window_manager(self) -> bool:
        name = self._atom("_NET_SUPPORTING_WM_CHECK")
        reply = self._reply("xcb_get_property", 0, self.root, name, 0, 0, 1)
        return bool(struct.unpack_from("=I", reply, 16)[0])

    def _atom(self, name: str) -> int:
        reply = self._reply("xcb_intern_atom", 0, len(name), name.encode("ascii"))
        return int(struct.unpack_from("=I", reply, 8)[0])

    def _accepted(self, request: str, *arguments: int | bytes) -> bool:
        cookie = getattr(self._lib, request)(self._connection, *arguments)
        error = self._lib.xcb_request_check(self._connection, cookie)
        if error:
            _free()(error)
        return not error

    def _reply(self, request: str, *arguments: int | bytes) -> bytes:
        cookie = getattr(self._lib, request)(self._connection, *arguments)
        address = getattr(self._lib, f"{request}_reply")(self._connection, cookie, None)
        if not address:
            return bytes(64)
        extra = struct.unpack_from("=I", ctypes.string_at(address, 8), 4)[0]
        data = ctypes.string_at(address, 32 + 4 * extra)
        _free()(address)
        return data.ljust(64, b"\0")
