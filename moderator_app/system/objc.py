"""Messages to Objective-C objects through ctypes: the few that Qt has no name for."""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Callable
from typing import Any

_RETURNS: dict[str, type[ctypes._SimpleCData[Any]] | None] = {
    "object": ctypes.c_void_p,
    "bool": ctypes.c_bool,
    "nothing": None,
}


class Objc:
    """The Objective-C runtime; objects are their addresses."""

    def __init__(self) -> None:
        self._runtime = ctypes.CDLL(ctypes.util.find_library("objc"))
        for name in ("objc_getClass", "sel_registerName"):
            getattr(self._runtime, name).restype = ctypes.c_void_p
            getattr(self._runtime, name).argtypes = [ctypes.c_char_p]

    def cls(self, name: str) -> int:
        """A class by its name."""
        return int(self._runtime.objc_getClass(name.encode()) or 0)

    def string(self, text: bytes) -> int:
        """A new NSString."""
        make = self._message(ctypes.c_void_p, ctypes.c_char_p)
        return int(make(self.cls("NSString"), self._selector("stringWithUTF8String:"), text) or 0)

    def send(self, target: int, selector: str, *arguments: int, returns: str = "object") -> int:
        """Send a message; arguments are objects or unsigned numbers, both of a pointer's width."""
        message = self._message(_RETURNS[returns], *(ctypes.c_void_p for _ in arguments))
        return int(message(target, self._selector(selector), *arguments) or 0)

    def _selector(self, name: str) -> int:
        return int(self._runtime.sel_registerName(name.encode()) or 0)

    def _message(
        self, returns: type[ctypes._SimpleCData[Any]] | None, *arguments: type[ctypes._SimpleCData[Any]]
    ) -> Callable[..., Any]:
        kind = ctypes.CFUNCTYPE(returns, ctypes.c_void_p, ctypes.c_void_p, *arguments)
        return kind(("objc_msgSend", self._runtime))
