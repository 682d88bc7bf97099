"""What the desktop that we run on is, as far as looks depend on it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from moderator_app.system.user32 import user32

_SPI_GETHIGHCONTRAST = 0x0042
_HCF_HIGHCONTRASTON = 0x1


def family() -> Literal["windows", "macos", "linux"]:
    """The kind of desktop: everything that is neither Windows nor macOS counts as Linux."""
    if sys.platform == "win32":
        return "windows"
    return "macos" if sys.platform == "darwin" else "linux"


def high_contrast() -> bool:
    """Whether the user asked the desktop for high contrast."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and later
    if accessibility is not None:
        return bool(accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)
    return _windows_high_contrast() if sys.platform == "win32" else False


def when_contrast_changes(callback: Callable[[], None]) -> None:
    """Call back when the user switches high contrast, where Qt tells."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    if accessibility is not None:
        accessibility().contrastPreferenceChanged.connect(callback)


def _windows_high_contrast() -> bool:
    import ctypes  # noqa: PLC0415 - only on Windows, and only with a Qt that does not tell
    from ctypes import wintypes  # noqa: PLC0415

    class HighContrast(ctypes.Structure):
        _fields_ = (("cbSize", wintypes.UINT), ("dwFlags", wintypes.DWORD), ("scheme", wintypes.LPWSTR))

    state = HighContrast(ctypes.sizeof(HighContrast), 0, None)
    asked = user32().SystemParametersInfoW(_SPI_GETHIGHCONTRAST, state.cbSize, ctypes.byref(state), 0)
    return bool(asked) and bool(state.dwFlags & _HCF_HIGHCONTRASTON)
