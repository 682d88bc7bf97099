"""A message with its marks in one or a few lines, as rows of lists and tables paint it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from moderator_app.ui.theme import theme
from moderator_app.ui.widgets.display_text import Shown, shown
from moderator_app.ui.widgets.marked_text import Mark, cursor_x, paint_mark

_BLANKS = str.maketrans(dict.fromkeys("\r\n\t\v\f\x85\u2028\u2029", " "))
_READ = 800
"""Characters that are laid out: more than a row ever shows."""
_LEAD = 8
"""Characters that stand before the first mark where the beginning is left out for it."""


class MarkedLines:
    """The text laid out at `width` in at most `most` lines of 20; the rest is elided.

    Where the first mark would be cut off, the beginning is left out instead.
    """

    def __init__(self, text: str, marks: Sequence[Mark], *, width: float, font: QFont, most: int = 1) -> None:
        self._font, self._width, self._most = font, max(width, 1.0), most
        plain = text.strip().translate(_BLANKS)
        lead = len(text) - len(text.lstrip())
        moved = [replace(mark, start=mark.start - lead, end=mark.end - lead) for mark in marks]
        self._lay_out(plain, 0)
        first = min((mark.start for mark in moved), default=0)
        if self._cuts(first + 1):
            self._lay_out(plain, max(0, first - _LEAD))
        spans = ((self._shown.span(mark.start, mark.end), mark.level) for mark in moved)
        self._spans = [(*place, level) for place, level in spans if place is not None]

    @property
    def height(self) -> int:
        """In pixels: 20 for each line."""
        return theme().px(20) * self._layout.lineCount()

    def _cuts(self, place: int) -> bool:
        """Whether the character before `place` of the text is not shown."""
        return self._elided_at is not None and self._shown.at[min(place, len(self._shown.at) - 1)] > (
            self._elided_at
        )

    def _lay_out(self, text: str, first: int) -> None:
        self._shown: Shown = shown(text, first=first, limit=_READ)
        self._elided_at: int | None = None
        self._layout = self._wrapped(self._shown.text)
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        units = self._shown.text.encode("utf-16-le")
        if last.isValid() and 2 * (last.textStart() + last.textLength()) < len(units):
            head = units[: 2 * last.textStart()].decode("utf-16-le")
            tail = units[2 * last.textStart() :].decode("utf-16-le")
            cut = QFontMetricsF(self._font).elidedText(tail, Qt.TextElideMode.ElideRight, self._width)
            self._elided_at = last.textStart() + len(cut[:-1].encode("utf-16-le")) // 2
            self._layout = self._wrapped(head + cut)

    def _wrapped(self, text: str) -> QTextLayout:
        layout, option = QTextLayout(text, self._font), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        for number in range(self._most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._width)
            rise = (theme().px(20) - line.height()) / 2
            line.setPosition(QPointF(0, theme().px(20) * number + rise))
        layout.endLayout()
        return layout

    def paint(self, painter: QPainter, left: float, top: float, ink: QColor, tint: QColor | None) -> None:
        """Draw marks and words; `tint` replaces the marks' own where the ground has it already."""
        for start, end, level in self._spans:
            for number in range(self._layout.lineCount()):
                place = self._place(self._layout.lineAt(number), start, end)
                if place is not None:
                    paint_mark(painter, place.translated(left, top), level, tint)
        painter.setPen(ink)
        self._layout.draw(painter, QPointF(left, top))

    def _place(self, line: QTextLine, start: int, end: int) -> QRectF | None:
        """Where a span stands in one line: its baseline on top, as wide as the span."""
        low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if self._elided_at is not None:
            high = min(high, self._elided_at)
        if low >= high:
            return None
        left, right = (cursor_x(line, place) for place in (low, high))
        return QRectF(left, line.y() + line.ascent(), right - left, 1)
