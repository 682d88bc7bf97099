"""The verdict as a badge: icon, word and colour together; or a plain tag."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width


class Badge(Themed, QWidget):
    """A word 20 pixels high; with a level it has that verdict's icon and fill, without it is outlined."""

    def __init__(self, text: str = "", level: Level | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._level = text, level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.follow_theme()

    def set(self, text: str, level: Level | None = None) -> None:
        """Show another word or verdict."""
        self._text, self._level = text, level
        self.setAccessibleName(text)
        self.restyle()

    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Icon, word and padding."""
        px, words = theme().px, text_width(self._text, theme().font(Type.HINT))
        return QSize(round(words + 0.5) + 2 * px(6) + (px(12) + px(4) if self._level else 0), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw fill, icon and word."""
        px, tokens, painter, area = theme().px, theme().tokens, smooth(self), self.rect().toRectF()
        words = area.adjusted(px(6), 0, -px(6) + 1, 0)
        if self._level is None:
            box(painter, area, radius=px(4), fill=None, line=tokens.border)
            colour = tokens.text2
        else:
            tones = tokens.verdicts[self._level]
            outline = tones.text if theme().high_contrast else None
            box(painter, area, radius=px(4), fill=tones.fill, line=outline)
            paint_icon(painter, self._level.value, QRectF(px(6), px(4), px(12), px(12)), tones.text)
            words.setLeft(px(6) + px(12) + px(4))
            colour = tones.text
        line_of_text(painter, words, self._text, font=theme().font(Type.HINT), colour=colour)
