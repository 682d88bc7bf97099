"""The global hotkey: one seam, several ways to hear it, and the reason when there is none.

hotkey = choose("auto", pressed)
trouble = hotkey.register("Ctrl+Alt+M")     None when it works; the old one stays otherwise
hotkey.note                                 what to tell the user although it works
hotkey.unregister()
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from moderator_app.system.hotkey import keyboard_package
from moderator_app.system.hotkey.base import Hotkey
from moderator_app.system.hotkey.chord import BadSequence, normalise, parse, shown
from moderator_app.system.hotkey.none import NoHotkey
from moderator_app.system.trouble import Trouble

__all__ = [
    "DEFAULT",
    "SETTINGS",
    "BadSequence",
    "Hotkey",
    "choose",
    "limits",
    "normalise",
    "parse",
    "settings_here",
    "shown",
]

DEFAULT = "Ctrl+Alt+M"
SETTINGS = ("auto", "keyboard", "none")


def settings_here() -> tuple[str, ...]:
    """The settings that make a difference on this system; the window offers no others."""
    return SETTINGS if keyboard_package.available() else ("auto", "none")


def limits() -> Trouble | None:
    """What a user should know of hotkeys on this screen before choosing one."""
    platform = QGuiApplication.platformName()
    if platform == "xcb" and os.environ.get("WAYLAND_DISPLAY"):
        return Trouble("hotkey.x11-in-wayland")
    if platform.startswith("wayland"):
        return Trouble("hotkey.wayland")
    return None if platform in ("xcb", "windows", "cocoa") else Trouble("hotkey.no-display")


def choose(setting: str, pressed: Callable[[], None]) -> Hotkey:
    """The way to hear the hotkey that `setting` asks for and this screen has; needs the application."""
    if setting == "none":
        return NoHotkey(pressed, Trouble("hotkey.off"))
    if setting == "keyboard" and keyboard_package.available():
        return keyboard_package.KeyboardPackageHotkey(pressed)
    makers = {"windows": _windows, "cocoa": _macos, "xcb": _x11}
    make = makers.get(QGuiApplication.platformName())
    hotkey = make(pressed) if make else None
    return hotkey or NoHotkey(pressed, limits() or Trouble("hotkey.no-display"))


def _windows(pressed: Callable[[], None]) -> Hotkey:
    from moderator_app.system.hotkey.fallback import FallbackHotkey  # noqa: PLC0415 - only where it runs
    from moderator_app.system.hotkey.windows import WindowsHotkey  # noqa: PLC0415 - only where it runs

    second = keyboard_package.KeyboardPackageHotkey(pressed)
    return FallbackHotkey(WindowsHotkey(pressed), second)


def _macos(pressed: Callable[[], None]) -> Hotkey | None:
    if sys.platform != "darwin":
        return None
    from moderator_app.system.hotkey.macos import MacHotkey  # noqa: PLC0415 - only where it runs

    return MacHotkey(pressed)


def _x11(pressed: Callable[[], None]) -> Hotkey | None:
    from moderator_app.system.hotkey.x11 import X11Hotkey  # noqa: PLC0415 - only where it runs
    from moderator_app.system.xcb import Screen  # noqa: PLC0415 - only where it runs

    screen = Screen.of_qt()
    return X11Hotkey(pressed, screen) if screen else None
