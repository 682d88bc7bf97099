"""Work that takes a moment: said before it begins, so that the window never looks dead without a word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from moderator_app.core.errors import ModeratorError
from moderator_app.sentences import error_text

_PAINTED_MS = 30
"""Until the sentence that says what is done has been painted."""


class Busy(QObject):
    """Does one thing at a time; `say` is told what is done, and "" or what went wrong at its end."""

    def __init__(self, parent: QObject, say: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._say = say
        self._do: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAINTED_MS)
        self._timer.timeout.connect(self._work)

    @property
    def working(self) -> bool:
        """Whether something is about to be done."""
        return self._do is not None

    def start(self, text: str, do: Callable[[], object]) -> None:
        """Say `text`, then do it; asked for again in the meantime, nothing more is begun."""
        if self._do is not None:
            return
        self._do = do
        self._say(text)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self._timer.start()

    def cancel(self) -> None:
        """Let it be, where it was not begun yet."""
        if self._do is not None:
            self._timer.stop()
            self._end("")

    def _work(self) -> None:
        do, said = self._do, ""
        try:
            if do is not None:
                do()
        except ModeratorError as error:
            said = error_text(error)
        finally:
            self._end(said)

    def _end(self, said: str) -> None:
        self._do = None
        QGuiApplication.restoreOverrideCursor()
        self._say(said)
