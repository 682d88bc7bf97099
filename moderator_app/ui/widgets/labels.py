"""Texts: a label in one of the sizes and tones, and a divider."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets.painting import Themed

Tone = Literal["text", "text2", "accent"] | Level


def tone_colour(tone: Tone) -> QColor:
    """The colour of a tone: a token's name, or a verdict's text colour."""
    if isinstance(tone, Level):
        return theme().ink(tone)
    tokens = theme().tokens
    return {"text": tokens.text, "text2": tokens.text2, "accent": tokens.accent}[tone]


class Label(Themed, QLabel):
    """A text in one size and tone; with `elide` it is one line that gives way on the right."""

    def __init__(
        self,
        text: str = "",
        *,
        kind: Type = Type.BODY,
        tone: Tone = "text",
        bold: bool = False,
        elide: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._tone, self._bold, self._elide = kind, tone, bold, elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def restyle(self) -> None:
        """Take font and colour from the theme."""
        self.setFont(theme().font(self._kind, bold=self._bold))
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.WindowText, tone_colour(self._tone))
        self.setPalette(colours)
        super().restyle()

    def set_tone(self, tone: Tone) -> None:
        """Another colour."""
        if tone != self._tone:
            self._tone = tone
            self.restyle()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """An eliding label may shrink to a few characters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme().px(24)), hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw one elided line where asked to; the whole text is then the tool tip."""
        if not self._elide:
            super().paintEvent(event)
            return
        rect = self.contentsRect()
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(rect, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)


class Divider(Themed, QWidget):
    """A line of one device pixel between two sections, or between two columns."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vertical = vertical
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, wide) if vertical else (wide, fixed)))
        self.follow_theme()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One logical pixel of room."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill one device pixel."""
        painter, thin = QPainter(self), 1 / self.devicePixelRatioF()
        area = self.rect().toRectF()
        area.setWidth(thin) if self._vertical else area.setHeight(thin)
        painter.fillRect(area, theme().tokens.border)
