"""Qt's own controls where the style sheet cannot draw them: a combo box and a check box."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width


class ComboBox(Themed, QComboBox):
    """A combo box with our chevron."""

    def __init__(self, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.follow_theme()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box, then the chevron."""
        super().paintEvent(event)
        px, colour = theme().px, theme().tokens.text if self.isEnabled() else theme().tokens.text2
        place = QRectF(self.width() - px(24), (self.height() - px(16)) / 2, px(16), px(16))
        if not theme().high_contrast:
            paint_icon(smooth(self), "down", place, colour)


class CheckBox(Themed, QCheckBox):
    """A check box 16 wide; the tick is a shape, so colour is not needed to read it."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Box, gap, words; four pixels around for the ring."""
        px = theme().px
        return QSize(round(px(4) + px(16) + px(8) + text_width(self.text(), theme().font()) + px(4)), px(28))

    def hitButton(self, pos: object) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw box, tick and words."""
        painter, px, tokens = smooth(self), theme().px, theme().tokens
        square = QRectF(px(4), (self.height() - px(16)) / 2, px(16), px(16))
        if self.hasFocus():
            box(
                painter,
                square.adjusted(-4, -4, 4, 4),
                radius=px(4) + 4,
                fill=None,
                line=tokens.accent,
                width=2,
            )
        on = self.isChecked()
        fill = tokens.accent if on and self.isEnabled() else tokens.surface
        box(painter, square, radius=px(4), fill=fill, line=tokens.accent if on else tokens.border_strong)
        if on:
            ink = tokens.on_accent if self.isEnabled() else tokens.text2
            paint_icon(painter, "tick", square.adjusted(px(2), px(2), -px(2), -px(2)), ink)
        words = self.rect().toRectF().adjusted(square.right() + px(8), 0, 0, 0)
        colour = tokens.text if self.isEnabled() else tokens.text2
        line_of_text(
            painter,
            words,
            self.text(),
            font=theme().font(Type.BODY),
            colour=colour,
            align=Qt.AlignmentFlag.AlignLeft,
        )
