"""The door to Windows' user32.dll, in one place."""

from __future__ import annotations

import ctypes


def user32() -> ctypes.CDLL:
    """The library; call it on Windows only."""
    return ctypes.windll.user32  # type: ignore[attr-defined]  # ctypes has it on Windows alone
