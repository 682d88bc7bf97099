"""The help page in a window of its own, opened by F1."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from moderator_app.i18n import language, translate
from moderator_app.session import Session
from moderator_app.ui.theme import theme

_SIZE = (640, 600)


def open_help(session: Session, parent: QWidget) -> None:
    """Show the help in the language in force, in front of `parent`."""
    HelpDialog(session.help_page(language()), parent).show()


class HelpDialog(QDialog):
    """Shows a page of Markdown; Esc closes it. Nothing in it leads out of the program."""

    def __init__(self, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Help", "使用说明"))
        self.page = QTextBrowser()
        self.page.setObjectName("help-page")
        self.page.setAccessibleName(self.windowTitle())
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.setMarkdown(page)
        layout = QVBoxLayout(self)
        side = theme().px(16)
        layout.setContentsMargins(side, side, 0, side)
        layout.addWidget(self.page)
        self.resize(*(theme().px(length) for length in _SIZE))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground of a page."""
        QPainter(self).fillRect(self.rect(), theme().tokens.surface)
