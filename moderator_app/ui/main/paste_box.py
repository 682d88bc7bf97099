"""The field that takes what was copied: text goes in, pictures are handed on."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from moderator_app.i18n import translate
from moderator_app.system.clipboard import content_of
from moderator_app.system.pictures import pictures_in
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets.painting import Themed


class PasteBox(Themed, QPlainTextEdit):
    """The field for the message.

    Emits `pasted` after a paste of text, and `pictures` with those that came and whether they came alone.
    """

    pasted = Signal()
    pictures = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check-text")
        self.setAccessibleName(translate("Check", "要检查的文字"))
        self.setPlaceholderText(translate("Check", "把微信里的一条消息或一段聊天记录粘贴到这里"))
        self.setTabChangesFocus(True)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the font from the theme."""
        self.setFont(theme().font(Type.MESSAGE))
        super().restyle()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Text into the field, pictures to whoever looks at them; the places of files are not text."""
        worded = bool((content_of(source).text or "").strip())
        if worded:
            super().insertFromMimeData(source)
            self.pasted.emit()
        self.pictures.emit(pictures_in(source), not worded)

    def take_away(self) -> None:
        """Let the text go in such a way that Ctrl+Z in the field brings it back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """A picture is accepted too."""
        return source.hasText() or source.hasImage() or source.hasUrls()


def decoded(data: bytes) -> str | None:
    """The text of a file as Chinese programs write it; None where it is none."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None
