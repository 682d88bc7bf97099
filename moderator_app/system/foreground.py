"""The window the user was working in: remembered at the hotkey, given the keyboard back afterwards."""

from __future__ import annotations

import ctypes
import sys
from abc import ABC, abstractmethod

from moderator_app.system.objc import Objc
from moderator_app.system.user32 import user32
from moderator_app.system.xcb import Screen


class Foreground(ABC):
    """Remembers one foreign window. Where a system allows none of this, nothing happens."""

    @abstractmethod
    def remember(self) -> None:
        """Note the window that is in front now; call before showing our own."""

    @abstractmethod
    def give_back(self) -> bool:
        """Bring the remembered window to the front again; False when it cannot be done."""

    @abstractmethod
    def take(self, window: int) -> bool:
        """Bring our own window (its winId) to the front, right after the user pressed the hotkey."""


def foreground() -> Foreground:
    """The way of this system; needs the application."""
    if sys.platform == "win32":
        return WindowsForeground(user32())
    if sys.platform == "darwin":
        return MacForeground(Objc())
    screen = Screen.of_qt()
    return X11Foreground(screen) if screen else NoForeground()


class NoForeground(Foreground):
    """Wayland and offscreen: the desktop itself gives the focus back when our window closes."""

    def remember(self) -> None:
        """Nothing to note."""

    def give_back(self) -> bool:
        """Left to the desktop."""
        return False

    def take(self, window: int) -> bool:
        """Left to Qt's own request."""
        return False


class X11Foreground(Foreground):
    """Through the window manager where there is one, else by setting the focus."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._window = 0

    def remember(self) -> None:
        """Ask the window manager."""
        self._window = self._screen.active_window()

    def give_back(self) -> bool:
        """The window may be gone meanwhile; then there is nobody to give it to."""
        window, self._window = self._window, 0
        return window > 1 and self._screen.activate(window)

    def take(self, window: int) -> bool:
        """As if a pager had been clicked."""
        return self._screen.activate(window)


class WindowsForeground(Foreground):
    """Allowed while we are in front ourselves, or have just received the registered hotkey."""

    def __init__(self, user32: ctypes.CDLL) -> None:
        self._user32 = user32
        user32.GetForegroundWindow.restype = ctypes.c_void_p
        for name in ("SetForegroundWindow", "IsWindow"):
            getattr(user32, name).argtypes = [ctypes.c_void_p]
        user32.GetWindowThreadProcessId.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        user32.AttachThreadInput.argtypes = [ctypes.c_uint32, ctypes.c_uint32, ctypes.c_int]
        self._window = 0

    def remember(self) -> None:
        """Null while no window has the focus, as during a switch."""
        self._window = self._user32.GetForegroundWindow() or 0

    def give_back(self) -> bool:
        """To the window that was in front, if it still exists."""
        window, self._window = self._window, 0
        return bool(window and self._user32.IsWindow(window) and self._user32.SetForegroundWindow(window))

    def take(self, window: int) -> bool:
        """Where the right to it is missing (keyboard hook), borrow it from the thread in front."""
        if self._user32.SetForegroundWindow(window):
            return True
        ours = self._user32.GetWindowThreadProcessId(window, None)
        theirs = self._user32.GetWindowThreadProcessId(self._user32.GetForegroundWindow() or 0, None)
        if not theirs or ours == theirs or not self._user32.AttachThreadInput(ours, theirs, True):
            return False
        try:
            return bool(self._user32.SetForegroundWindow(window))
        finally:
            self._user32.AttachThreadInput(ours, theirs, False)


class MacForeground(Foreground):
    """By program, not by window: macOS brings back the window the program had in front."""

    _IGNORING_OTHERS = 2

    def __init__(self, objc: Objc) -> None:
        self._objc = objc
        self._program: int = 0

    def remember(self) -> None:
        """Keep the front program (retained until it is given back)."""
        self._forget()
        workspace = self._objc.send(self._objc.cls("NSWorkspace"), "sharedWorkspace")
        self._program = self._objc.send(workspace, "frontmostApplication") or 0
        if self._program:
            self._objc.send(self._program, "retain")

    def give_back(self) -> bool:
        """Activate it again."""
        if not self._program:
            return False
        activated = self._objc.send(
            self._program, "activateWithOptions:", self._IGNORING_OTHERS, returns="bool"
        )
        self._forget()
        return bool(activated)

    def take(self, window: int) -> bool:
        """Activate ourselves; Qt then makes its window the key window."""
        program = self._objc.cls("NSRunningApplication")
        current = self._objc.send(program, "currentApplication")
        return bool(self._objc.send(current, "activateWithOptions:", self._IGNORING_OTHERS, returns="bool"))

    def _forget(self) -> None:
        program, self._program = self._program, 0
        if program:
            self._objc.send(program, "release", returns="nothing")
