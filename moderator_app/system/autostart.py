"""Starting with the session: the user's own entry, in the place where each system looks for it."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from moderator_app.system.trouble import Trouble

NAME = "moderator-app"
_SHOWN = "群管助手"
_MAC_LABEL = "org.moderator-app.start"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


class Autostart(ABC):
    """One entry for this user; nothing outside their own folders or registry is touched."""

    @abstractmethod
    def enabled(self) -> bool:
        """Whether the program will start with the session, as the system sees it."""

    @abstractmethod
    def _add(self) -> None:
        """Write the entry with today's command."""

    @abstractmethod
    def _remove(self) -> None:
        """Take the entry away; nothing when there is none."""

    def set_enabled(self, wanted: bool) -> Trouble | None:
        """Switch it; None when it worked."""
        try:
            if wanted:
                self._add()
            else:
                self._remove()
        except OSError as failure:
            return Trouble("autostart.not-changed", {"error": failure.strerror or str(failure)})
        return None


def command(arguments: Sequence[str] = ()) -> list[str]:
    """How this very installation is started: the frozen program, or this Python with the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    python = Path(sys.executable)
    windowed = python.with_name("pythonw.exe")  # the one that opens no console window
    chosen = windowed if sys.platform == "win32" and windowed.exists() else python
    return [str(chosen), "-m", "moderator_app", *arguments]


def autostart(arguments: Sequence[str] = ()) -> Autostart:
    """The entry of this system."""
    line = command(arguments)
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - exists on Windows only

        return WindowsAutostart(line, winreg)
    if sys.platform == "darwin":
        return MacAutostart(line, Path.home() / "Library" / "LaunchAgents")
    config = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return DesktopAutostart(line, Path(config).expanduser() / "autostart")


class WindowsAutostart(Autostart):
    """A value under the user's Run key; the switch in the Task Manager is heeded."""

    def __init__(self, line: Sequence[str], registry: ModuleType) -> None:
        self._line = list(line)
        self._registry = registry

    def enabled(self) -> bool:
        """There is a value, and the user has not switched it off in the Task Manager."""
        if self._value(_RUN) is None:
            return False
        approved = self._value(_APPROVED)
        return not (isinstance(approved, bytes) and approved and approved[0] & 1)

    def _add(self) -> None:
        with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, _RUN) as key:
            self._registry.SetValueEx(key, NAME, 0, self._registry.REG_SZ, quote_windows(self._line))
        self._delete(_APPROVED)

    def _remove(self) -> None:
        self._delete(_RUN)
        self._delete(_APPROVED)

    def _value(self, path: str) -> object:
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, path) as key:
                return self._registry.QueryValueEx(key, NAME)[0]
        except FileNotFoundError:
            return None

    def _delete(self, path: str) -> None:
        access = self._registry.KEY_SET_VALUE
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, path, 0, access) as key:
                self._registry.DeleteValue(key, NAME)
        except FileNotFoundError:
            return


class MacAutostart(Autostart):
    """A LaunchAgent: launchd reads it at the next login; it is not started a second time now."""

    def __init__(self, line: Sequence[str], folder: Path) -> None:
        self._line = list(line)
        self._file = folder / f"{_MAC_LABEL}.plist"

    def enabled(self) -> bool:
        """There is a readable agent that is not disabled."""
        try:
            told = plistlib.loads(self._file.read_bytes())
        except (OSError, plistlib.InvalidFileException, ValueError):
            return False
        return bool(told.get("RunAtLoad")) and not told.get("Disabled")

    def _add(self) -> None:
        agent = {
            "Label": _MAC_LABEL,
            "ProgramArguments": self._line,
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        _replace(self._file, plistlib.dumps(agent))

    def _remove(self) -> None:
        self._file.unlink(missing_ok=True)


class DesktopAutostart(Autostart):
    """A desktop entry in the autostart folder, as every Linux desktop reads it."""

    def __init__(self, line: Sequence[str], folder: Path) -> None:
        self._line = list(line)
        self._file = folder / f"{NAME}.desktop"

    def enabled(self) -> bool:
        """There is an entry that no desktop has switched off."""
        try:
            lines = self._file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return False
        told = {line.replace(" ", "").lower() for line in lines}
        return not told & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def _add(self) -> None:
        entry = (
            "[Desktop Entry]\nType=Application\n"
            f"Name={_SHOWN}\nName[en]=Moderator App\n"
            f"Exec={quote_desktop(self._line)}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
        )
        _replace(self._file, entry.encode("utf-8"))

    def _remove(self) -> None:
        self._file.unlink(missing_ok=True)


def quote_windows(line: Sequence[str]) -> str:
    """A command line that starts the program whatever spaces its folder has."""
    program, *arguments = line
    return f'"{program}"' + "".join(f" {subprocess.list2cmdline([a])}" for a in arguments)


def quote_desktop(line: Sequence[str]) -> str:
    """The Exec value of a desktop entry: quoted, then escaped as a value, with % doubled."""
    return " ".join(_quote_argument(argument) for argument in line)


def _quote_argument(argument: str) -> str:
    quoted = "".join(f"\\{c}" if c in '"`$\\' else c for c in argument)
    return f'"{quoted}"'.replace("\\", "\\\\").replace("%", "%%")


def _replace(file: Path, data: bytes) -> None:
    """Write whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(data)
    fresh.replace(file)
