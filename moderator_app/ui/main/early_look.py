"""Reads all files once, soon after the start and in another process, so that damage is told early.

The program itself reads the record and the rules only when they are first needed, and stays small
until then. A damaged file is better told now than in the middle of a check.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer

AFTER_MS = 3000


def command() -> list[str]:
    """The command line of this program: its console executable where it is frozen."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "moderator_app"]
    here = Path(sys.executable)
    console = here.with_name(f"{here.stem}-cli{here.suffix}")
    return [str(console if console.exists() else here)]


class EarlyLook(QObject):
    """Calls `found` where something cannot be read; a look that does not come about says nothing."""

    def __init__(self, folder: Path, found: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._found = folder, found
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self.look)
        self._process: QProcess | None = None

    def start(self) -> None:
        """Look when the start is over."""
        self._timer.start()

    def look(self) -> None:
        """Look now."""
        program, *arguments = command()
        self._process = QProcess(self)
        self._process.finished.connect(self._looked)
        self._process.start(program, [*arguments, "diagnostics", "--json", "--data-dir", str(self._folder)])

    def stop(self) -> None:
        """The program ends: nobody is left to be told."""
        self._timer.stop()
        if self._process is not None and self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.finished.disconnect(self._looked)
            self._process.kill()
            self._process.waitForFinished(1000)

    def _looked(self, code: int, *_: object) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardOutput().data())
        process.deleteLater()
        if code or _names_problems(said):
            self._found()


def _names_problems(said: bytes) -> bool:
    """Whether the report names a problem; one that cannot be read is a problem itself."""
    try:
        report = json.loads(said)
    except ValueError:
        return True
    return bool(report.get("problems")) if isinstance(report, dict) else True
