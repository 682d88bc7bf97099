"""Strikes as dots, and the line that tells past, now and next of the ladder."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.painting import Themed, line_of_text, smooth, text_width

MOST_DOTS = 5
"""A longer ladder is told in words only."""


def dots_width(total: int) -> int:
    """The room that the dots take, 0 where there are too many to show."""
    return 0 if not 0 < total <= MOST_DOTS else theme().px(12) * total - theme().px(2)


def paint_dots(painter: QPainter, left: float, middle: float, *, had: int, now: bool, total: int) -> None:
    """● for strikes had, ◎ for the present one, ○ for those left."""
    if not dots_width(total):
        return
    px, tokens = theme().px, theme().tokens
    for index in range(total):
        centre = left + px(5) + px(12) * index
        present = now and index == had
        radius = px(10) / 2 - px(1) if present else px(8) / 2
        filled = index < had
        pen = QPen(tokens.accent, px(2)) if present else QPen(tokens.border_strong, 1)
        painter.setPen(QPen(tokens.text, 1) if filled else pen)
        painter.setBrush(tokens.text if filled else tokens.surface if present else Qt.BrushStyle.NoBrush)
        inset = 0 if present else 0.5
        side = 2 * (radius - inset)
        painter.drawEllipse(QRectF(centre - radius + inset, middle - radius + inset, side, side))


class Dots(Themed, QWidget):
    """The strikes of a member; always placed beside the count in words."""

    def __init__(
        self, had: int = 0, total: int = 3, *, now: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._had, self._total, self._now = had, total, now
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set(self, had: int, total: int, *, now: bool = False) -> None:
        """Show other counts."""
        self._had, self._total, self._now = had, total, now
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Twelve pixels a dot; nothing above five."""
        return QSize(dots_width(self._total), theme().px(20) if dots_width(self._total) else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the dots."""
        paint_dots(smooth(self), 0, self.height() / 2, had=self._had, now=self._now, total=self._total)


class LadderLine(Themed, QWidget):
    """dots, past › now › next in one line; the right end gives way where room is short.

    Where that happens the tooltip holds all of it, and `toggle_whole` gives each part a line of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._had, self._total, self._now = 0, 0, False
        self._whole = False
        self._parts: list[tuple[str, bool, bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set(self, *, had: int, total: int, now: bool, past: str, present: str, future: str) -> None:
        """Strikes had, steps in all, whether this one counts, and three texts of which any may be ""."""
        self._had, self._total, self._now = had, total, now
        texts = ((past, False, False), (present, True, False), (future, False, True))
        self._parts, self._whole = [part for part in texts if part[0]], False
        self.setAccessibleName(" › ".join(part[0] for part in self._parts))
        self.restyle()

    def toggle_whole(self) -> bool:
        """All of it below each other, or one line again; False where one line holds all of it."""
        if not self._whole and self._needed() <= self.width():
            return False
        self._whole = not self._whole
        self.updateGeometry()
        self.update()
        return True

    def _needed(self) -> int:
        """How wide one line with all of it is."""
        px, dots = theme().px, dots_width(self._total)
        words = sum(text_width(text, self._font(bold)) for text, bold, _ in self._parts)
        gaps = max(len(self._parts) - 1, 0) * (2 * px(8) + px(12))
        return round(words + gaps + 1) + (dots + px(8) if dots else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of it where there is room."""
        return QSize(self._needed(), theme().px(20) * (len(self._parts) if self._whole else 1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The dots and a word."""
        return QSize(theme().px(120), self.sizeHint().height())

    def _font(self, bold: bool) -> QFont:
        return theme().font(Type.BODY, bold=bold)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw dots, words and chevrons from the left until the room ends, or each part on its line."""
        px, painter = theme().px, smooth(self)
        left, dots = 0.0, dots_width(self._total)
        if dots:
            paint_dots(painter, 0, px(10), had=self._had, now=self._now, total=self._total)
            left += dots + px(8)
        if self._whole:
            for line in range(len(self._parts)):
                self._paint_part(painter, line, left, line * px(20))
            self.setToolTip("")
            return
        elided = False
        for index, (text, bold, _quiet) in enumerate(self._parts):
            if index:
                self._paint_chevron(painter, left + px(8))
                left += 2 * px(8) + px(12)
            if self.width() - left < px(24):
                elided = True
                break
            elided |= self._paint_part(painter, index, left, 0)
            left += text_width(text, self._font(bold))
        self.setToolTip(self.accessibleName() if elided else "")

    def _paint_part(self, painter: QPainter, index: int, left: float, top: int) -> bool:
        """One part; whether it had to give way."""
        text, bold, quiet = self._parts[index]
        room = QRectF(left, top, self.width() - left, theme().px(20))
        colour = theme().tokens.text2 if quiet else theme().tokens.text
        return line_of_text(painter, room, text, font=self._font(bold), colour=colour)

    @staticmethod
    def _paint_chevron(painter: QPainter, left: float) -> None:
        px = theme().px
        paint_icon(painter, "right", QRectF(left, px(4), px(12), px(12)), theme().tokens.text2)
