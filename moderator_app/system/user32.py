"""The door to Windows' user32.dll, in one place."""

from __future__ import annotations

import ctypes


def user32() -> ctypes.CDLL:
    """The library; call it on Windows only."""
    library: ctypes.CDLL = ctypes.windll.user32  # type: ignore[attr-defined]  # on Windows alone
    return library
