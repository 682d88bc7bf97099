"""Keeps an unexpected error from vanishing: into the log, and into a dialog that can be copied.

Members' texts must never reach a log, so an error is written down by its place in the code and
its type; its message is left out, because it may quote what somebody wrote.
"""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from moderator_app import __version__
from moderator_app.storage.log import Log, describe


def versions() -> str:
    """One line that says which program runs on which system."""
    import platform  # noqa: PLC0415 - not needed for the start

    system = f"Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}"
    return f"moderator_app {__version__} · {system}"


class CrashWatch(QObject):
    """Takes over the hooks of Python and Qt; `crashed` is emitted on the GUI thread with the report."""

    crashed = Signal(str)

    def __init__(self, log: Log, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log

    def install(self) -> None:
        """Hear of every error that nobody caught, in any thread, and of Qt's own warnings."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(self._qt_said)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = describe(error)
        self.log.write(report)
        self.crashed.emit(f"{versions()}\n{report}")

    def _caught_in_thread(self, problem: threading.ExceptHookArgs) -> None:
        if problem.exc_value is not None:
            self._caught(problem.exc_type, problem.exc_value, problem.exc_traceback)

    def _qt_said(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg:
            self.log.write(f"Qt {kind.name.removeprefix('Qt').removesuffix('Msg').lower()}: {text}")
