"""Work that takes a moment, or longer: said before it begins, and shown where it takes long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.sentences import error_text
from moderator_app.session import Cancelled, Progress
from moderator_app.ui.main.working import Working

_PAINTED_MS = 30
"""Until the sentence that says what is done has been painted."""


class Busy(QObject):
    """Does one thing at a time; `say` is told what is done, and at its end "", what went wrong, or that
    it was ended: only what went `wrong` is to look so.
    """

    def __init__(self, parent: QObject, say: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._say = say
        self._do: Callable[[Progress], object] | None = None
        self._text = ""
        self.wrong = False
        self._timer = QTimer(self, singleShot=True, interval=_PAINTED_MS)
        self._timer.timeout.connect(self._work)

    @property
    def working(self) -> bool:
        """Whether something is about to be done."""
        return self._do is not None

    def start(self, text: str, do: Callable[[Progress], object]) -> None:
        """Say `text`, then do it; asked for again in the meantime, nothing more is begun."""
        if self._do is not None:
            return
        self._do, self._text, self.wrong = do, text, False
        self._say(text)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        self._timer.start()

    def cancel(self) -> None:
        """Let it be, where it was not begun yet."""
        if self._timer.isActive():
            self._timer.stop()
            self._end("")

    def _work(self) -> None:
        do, said, over = self._do, "", self.parent()
        try:
            if do is not None:
                with Working(self._text, over.window() if isinstance(over, QWidget) else None) as working:
                    do(working.progress)
        except ModeratorError as error:
            said, self.wrong = error_text(error), not isinstance(error, Cancelled)
        finally:
            self._end(said)

    def _end(self, said: str) -> None:
        self._do = None
        QGuiApplication.restoreOverrideCursor()
        self._say(said)
