"""How far something long is, with 取消: a small window over the one that asked for it.

The work is done on the window's own thread and tells here now and then how far it is; in between the
windows are painted and the hotkey is heard. What takes a moment only shows nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic
from types import TracebackType
from typing import Self

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.session import Stage
from moderator_app.system.rubbish import collect_on_this_thread
from moderator_app.ui.main.import_bar import ThinBar
from moderator_app.ui.main.parts import column, margins, row
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Button, Label

SHOWN_AFTER_S, BETWEEN_S = 0.3, 0.03
"""After how long the window comes up, and how often the windows are painted and keys heard."""
_TURN = 0.0005
"""Seconds after which a thread beside gives way, so that it holds up no painting."""
_WIDTH, _FINE = 440, 1000
_UNSEEN = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
_ALL = QEventLoop.ProcessEventsFlag.AllEvents


class Working(QDialog):
    """To be used as `with Working(…) as working: do(progress=working.progress)`.

    Without `parent` nothing is shown, and only the windows are kept alive.
    """

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("working")
        self.setWindowTitle(text.rstrip("…"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._begun = self._heard = monotonic()
        self._stopped = self._final = False
        self._afterwards: Callable[[], None] | None = None
        self._text = Label(text, bold=True, wrap=True)
        self._text.setObjectName("working-text")
        self._stage = Label("", kind=Type.HINT, tone="text2", wrap=True)
        self._stage.setObjectName("working-stage")
        self._bar = ThinBar()
        self._bar.setObjectName("working-progress")
        self._bar.setMaximum(_FINE)
        self._cancel = Button(translate("Dialog", "取消"), keys="Esc")
        self._cancel.setObjectName("working-cancel")
        self._cancel.clicked.connect(self.reject)
        body = column(self._text, self._bar, self._stage, row(None, self._cancel), gap=12)
        margins(body, 24, 20, 24, 20)
        self.setLayout(body)
        self.setFixedWidth(theme().px(_WIDTH))

    # ---- the time of the work

    def __enter__(self) -> Self:
        self._rubbish = collect_on_this_thread()
        self._rubbish.resting = True
        self._usual_turn = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rubbish.resting = False
        sys.setswitchinterval(self._usual_turn)
        self.setObjectName("")
        self.hide()
        self.deleteLater()
        if self._afterwards is not None:
            QTimer.singleShot(0, self._afterwards)

    def progress(self, stage: Stage) -> bool:
        """Show how far it is, paint and hear keys; False where 取消 was pressed."""
        now = monotonic()
        if now - self._heard >= BETWEEN_S:
            self._show(stage)
            if self.parent() is not None and not self.isVisible() and now - self._begun >= SHOWN_AFTER_S:
                self.show()
            QApplication.processEvents(_ALL if self.isVisible() or self.parent() is None else _UNSEEN)
            self._heard = monotonic()
        return not self._stopped

    def _show(self, stage: Stage) -> None:
        self._bar.setValue(round(stage.share * _FINE))
        if stage.final and not self._final:
            self._final = True
            self._cancel.setEnabled(False)
        if self._final:
            self._stage.setText(translate("Work", "改动正在一起写进去，现在不能取消了，马上就好。"))
        elif not self._stopped:
            self._stage.setText(reason_text(Reason(stage.what)))

    # ---- ending it

    def reject(self) -> None:
        """取消, Esc: end the work where that is still possible; this goes when it has ended."""
        if self._final or self._stopped:
            return
        self._stopped = True
        self._cancel.setEnabled(False)
        self._stage.setText(translate("Work", "正在取消…"))

    def leave(self, afterwards: Callable[[], None]) -> None:
        """End it, or let it come to its end where it has to, and then do something else."""
        self._afterwards = afterwards
        self.reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing it is 取消."""
        event.ignore()
        self.reject()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground of a page."""
        QPainter(self).fillRect(self.rect(), theme().tokens.surface)


def when_done(do: Callable[[], None]) -> None:
    """Do it now, or after the long piece of work that is being done: that is ended where it still can be."""
    working = underway()
    if working is None:
        do()
    else:
        working.leave(lambda: when_done(do))


def underway() -> Working | None:
    """The long piece of work that is being done now."""
    tops = QApplication.topLevelWidgets()
    return next((top for top in tops if isinstance(top, Working) and top.objectName()), None)
