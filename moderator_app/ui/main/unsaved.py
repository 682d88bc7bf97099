"""The question before the program ends with something that was edited and not saved."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from moderator_app.i18n import translate
from moderator_app.ui.main.dialogs import Question
from moderator_app.ui.main.window import MainWindow


class QuitQuestion(Question):
    """Enter ends the program without saving; Esc leaves the window there to save in."""

    def __init__(self, window: MainWindow) -> None:
        sentence = translate(
            "Quit",
            "群规或告知里有 {count} 处修改还没有保存，退出以后就没有了。取消就回到窗口，可以先保存。",
            count=window.unsaved(),
        )
        answer = translate("Quit", "不保存，退出")
        super().__init__(translate("Quit", "退出群管助手"), sentence, answer, self._go, window)

    def _go(self) -> None:
        self.accept()


def sure(window: MainWindow) -> bool:
    """Whether the user wants to end the program all the same."""
    window.bring_up()
    return QuitQuestion(window).exec() == QDialog.DialogCode.Accepted
