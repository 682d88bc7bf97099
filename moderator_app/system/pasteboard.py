"""Marks on the system's clipboard that Qt does not pass on: Windows formats and macOS types."""

from __future__ import annotations

import sys
from functools import cache

from moderator_app.system.objc import Objc
from moderator_app.system.user32 import user32

_WINDOWS_FORMAT = "ExcludeClipboardContentFromMonitorProcessing"
_MACOS_TYPE = b"org.nspasteboard.ConcealedType"


def marked_secret() -> bool:
    """Whether a password manager marked what is there; costs a few microseconds."""
    if sys.platform == "win32":
        return _windows()
    return _macos() if sys.platform == "darwin" else False


@cache
def _windows_format() -> int:
    return int(user32().RegisterClipboardFormatW(_WINDOWS_FORMAT))


def _windows() -> bool:
    return bool(user32().IsClipboardFormatAvailable(_windows_format()))


def _macos() -> bool:
    return concealed(Objc())


def concealed(objc: Objc) -> bool:
    """Ask the general pasteboard for the type that password managers agreed on."""
    board = objc.send(objc.cls("NSPasteboard"), "generalPasteboard")
    types = objc.send(board, "types")
    return bool(types and objc.send(types, "containsObject:", objc.string(_MACOS_TYPE), returns="bool"))
