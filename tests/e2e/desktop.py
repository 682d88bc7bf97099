"""A virtual desktop of our own (Xvfb, openbox, trayer), watched through X events, never by sleeping."""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QImage
from Xlib import X, display, error
from Xlib.ext import damage, xfixes

Found = TypeVar("Found")
PATIENCE = 20.0  # seconds until a wait for an event is called a failure
SCREEN = "1440x900x24"


@dataclass(frozen=True)
class Shown:
    """A visible window: its X id, title and place on the screen in pixels."""

    id: int
    title: str
    left: int
    top: int
    width: int
    height: int


class Desktop:
    """One X display with window manager and tray; every wait is woken by X events."""

    def __init__(self, tray: bool = True) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        self.name = self._start_server()
        self.environment = {**os.environ, "DISPLAY": self.name, "LANG": "zh_CN.UTF-8"}
        for variable in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR"):
            self.environment.pop(variable, None)
        self.x = display.Display(self.name)
        self.root = self.x.screen().root
        self._listen()
        self._start("openbox")
        self.wait(lambda: self._property(self.root, "_NET_SUPPORTING_WM_CHECK"), "a window manager")
        if tray:
            self._start("trayer", "--edge", "bottom", "--align", "right", "--height", "28")
            self.wait(lambda: self._tray_owner() or None, "a tray")

    def _start_server(self) -> str:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-ac", "-nolisten", "tcp"]
        silent: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._processes.append(subprocess.Popen(command, pass_fds=(write,), **silent))
        os.close(write)
        with os.fdopen(read) as numbers:
            return f":{numbers.readline().strip()}"

    def _start(self, *command: str) -> None:
        silent: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._processes.append(subprocess.Popen(command, env=self.environment, **silent))

    def _listen(self) -> None:
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask | X.PropertyChangeMask)
        self.x.xfixes_query_version()
        self._clipboard = self.x.intern_atom("CLIPBOARD")
        owner_changes = xfixes.XFixesSetSelectionOwnerNotifyMask
        self.x.xfixes_select_selection_input(self.root, self._clipboard, owner_changes)
        self.x.damage_query_version()
        self.root.damage_create(damage.DamageReportRawRectangles)
        self.x.flush()

    def close(self) -> None:
        """End every process of this desktop."""
        self.x.close()
        for process in reversed(self._processes):
            process.terminate()
            process.wait(timeout=PATIENCE)

    def wait(self, look: Callable[[], Found | None], what: str, *, only: type[Any] | None = None) -> Found:
        """What `look` finds, looked for again after each X event, until the patience ends.

        `only` names the one kind of event to wake for: needed where looking causes events itself.
        """
        end = time.monotonic() + PATIENCE
        while True:
            found = look()
            if found:
                return found
            if not self._woken(end, only):
                raise AssertionError(f"{what} did not come within {PATIENCE:g} s")

    def _woken(self, end: float, only: type[Any] | None) -> bool:
        while (seconds := end - time.monotonic()) > 0:
            if not self.x.pending_events() and not select.select([self.x.fileno()], [], [], seconds)[0]:
                return False
            events = [self.x.next_event() for _ in range(self.x.pending_events())]
            if any(only is None or isinstance(event, only) for event in events):
                return True
        return False

    # windows
    def windows(self) -> list[Shown]:
        """Every visible titled window, those that the window manager leaves alone included."""
        return [shown for window in self._all_windows(self.root, depth=3) if (shown := self._shown(window))]

    def _all_windows(self, parent: Any, depth: int) -> Iterator[Any]:
        with contextlib.suppress(error.XError):
            for child in parent.query_tree().children:
                yield child
                if depth > 1:
                    yield from self._all_windows(child, depth - 1)

    def _shown(self, window: Any) -> Shown | None:
        with contextlib.suppress(error.XError):
            title = self._title(window)
            if not title or window.get_attributes().map_state != X.IsViewable:
                return None
            size = window.get_geometry()
            place = window.translate_coords(self.root, 0, 0)
            return Shown(window.id, title, -place.x, -place.y, size.width, size.height)
        return None

    def _title(self, window: Any) -> str:
        raw = self._property(window, "_NET_WM_NAME")
        return raw.value.decode("utf-8", "replace") if raw is not None else ""

    def _property(self, window: Any, name: str) -> Any:
        return window.get_full_property(self.x.intern_atom(name), X.AnyPropertyType)

    def window(self, title: str) -> Shown:
        """The visible window whose title holds `title`, as soon as it is there."""

        def look() -> Shown | None:
            return next((shown for shown in self.windows() if title in shown.title), None)

        return self.wait(look, f"a window «{title}»")

    def gone(self, title: str) -> None:
        """Return once no visible window holds `title` in its own title."""

        def look() -> bool:
            return all(title not in shown.title for shown in self.windows())

        self.wait(look, f"the end of «{title}»")

    def active_title(self) -> str:
        """The title of the window that has the keyboard, or ""; not all ask the window manager for it."""
        active = self._property(self.root, "_NET_ACTIVE_WINDOW")
        with contextlib.suppress(error.XError):
            if active is not None and active.value[0]:
                return self._title(self.x.create_resource_object("window", active.value[0]))
            holder = self.x.get_input_focus().focus
            return self._title(holder) if hasattr(holder, "id") else ""
        return ""

    def focused(self, title: str) -> None:
        """Return once the window with `title` is active and keys go to it, which may come a little later."""

        def look() -> bool:
            with contextlib.suppress(error.XError):
                holder = self.x.get_input_focus().focus
                return title in self.active_title() and hasattr(holder, "id") and title in self._title(holder)
            return False

        self.wait(look, f"the focus on «{title}»")

    def popups(self) -> list[Shown]:
        """Visible windows that bypass the window manager, such as menus, front ones last."""
        popups = []
        for window in self.root.query_tree().children:
            with contextlib.suppress(error.XError):
                attributes = window.get_attributes()
                if attributes.override_redirect and attributes.map_state == X.IsViewable:
                    size, place = window.get_geometry(), window.translate_coords(self.root, 0, 0)
                    if size.width > 40 and size.height > 40:
                        popups.append(
                            Shown(window.id, self._title(window), -place.x, -place.y, size.width, size.height)
                        )
        return popups

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """The colour (red, green, blue) of one screen pixel."""
        raw = self.root.get_image(x, y, 1, 1, X.ZPixmap, 0xFFFFFFFF).data
        return raw[2], raw[1], raw[0]

    def tray_icon(self) -> Shown:
        """The place of the first icon in the tray, as soon as there is one."""
        return self.wait(self._find_tray_icon, "a tray icon")

    def has_tray_icon(self) -> bool:
        """Whether some program shows an icon in the tray now."""
        return self._find_tray_icon() is not None

    def _find_tray_icon(self) -> Shown | None:
        for window in self._all_windows(self.root, depth=4):
            with contextlib.suppress(error.XError):
                if self._property(window, "_XEMBED_INFO") is None:
                    continue
                if window.get_attributes().map_state != X.IsViewable:
                    continue
                size, place = window.get_geometry(), window.translate_coords(self.root, 0, 0)
                return Shown(window.id, "", -place.x, -place.y, size.width, size.height)
        return None

    def _tray_owner(self) -> int:
        owner = self.x.get_selection_owner(self.x.intern_atom("_NET_SYSTEM_TRAY_S0"))
        return 0 if owner == X.NONE else int(getattr(owner, "id", owner))

    # keys, mouse and clipboard, all from outside the program
    def press(self, *keys: str) -> None:
        """Press keys one after the other, as xdotool names them ("ctrl+alt+m", "Return")."""
        subprocess.run(["xdotool", "key", *keys], env=self.environment, check=True)

    def type(self, text: str) -> None:
        """Type text into whatever has the focus."""
        subprocess.run(["xdotool", "type", text], env=self.environment, check=True)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a place on the screen."""
        where = ["mousemove", str(x), str(y), "click", str(button)]
        subprocess.run(["xdotool", *where], env=self.environment, check=True)

    def copy(self, text: str) -> None:
        """Put text on the clipboard as a foreign program would."""
        command = ["xclip", "-selection", "clipboard", "-in"]
        silent: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(command, input=text.encode(), env=self.environment, check=True, **silent)

    def copy_picture(self, file: Path) -> None:
        """Put a PNG file's picture on the clipboard as a foreign program would."""
        command = ["xclip", "-selection", "clipboard", "-target", "image/png", "-in", str(file)]
        silent: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(command, env=self.environment, check=True, **silent)

    def clipboard(self) -> str:
        """The clipboard's text as a foreign program reads it; what is no text comes as replacement marks.

        "" where its owner does not answer within five seconds: xclip would wait for ever.
        """
        command = ["xclip", "-selection", "clipboard", "-out"]
        try:
            done = subprocess.run(command, env=self.environment, capture_output=True, check=False, timeout=5)
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout.decode("utf-8", "replace")

    def clipboard_becomes(self, wanted: Callable[[str], bool], what: str) -> str:
        """The clipboard's text once `wanted` says yes, looked at after each change of owner."""

        def look() -> str | None:
            text = self.clipboard()
            return text if wanted(text) else None

        return self.wait(look, f"a clipboard with {what}", only=xfixes.SelectionNotify)

    def picture(self, path: str) -> None:
        """Keep a screenshot, for the reader of a failed run."""
        size = self.root.get_geometry()
        raw = self.root.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF).data
        QImage(raw, size.width, size.height, QImage.Format.Format_RGB32).save(path)
