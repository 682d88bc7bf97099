"""How the rows of the main window's lists and tables are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.main.models import MUTED, ROW, STRUCK, Index
from moderator_app.ui.main.paint import list_row
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.keycap import cap_size, paint_cap
from moderator_app.ui.widgets.ladder import dots_width, paint_dots
from moderator_app.ui.widgets.painting import line_of_text, text_width

_SELECTED = QStyle.StateFlag.State_Selected


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """What a list row shows: title, second line, word at the right, dots, key cap and verdict."""

    title: str
    detail: str = ""
    right: str = ""
    warn: bool = False
    alarm: bool = False
    quiet: bool = False
    had: int = 0
    steps: int = 0
    key: str = ""
    level: Level | None = None
    indent: bool = False
    struck: bool = False


class RowDelegate(QStyledItemDelegate):
    """A list row 52 high, or 36 with one line; `face` tells what it shows of a record."""

    def __init__(self, face: Callable[[object], RowFace], *, height: int = 52) -> None:
        super().__init__()
        self._face = face
        self._height = height

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """The fixed height of the look."""
        return QSize(theme().px(120), theme().px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        face, current = self._face(index.data(ROW)), bool(option.state & _SELECTED)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        list_row(painter, option.rect, current=current)
        px = theme().px
        area = QRectF(option.rect).adjusted(px(16), 0, -px(12), 0)
        area = self._lead(painter, area, face, current)
        area.setRight(area.right() - self._tail(painter, area, face) - px(8))
        self._words(painter, area, face, current)
        painter.restore()

    def _lead(self, painter: QPainter, area: QRectF, face: RowFace, current: bool) -> QRectF:
        """The key cap or the verdict before the words."""
        px, tokens, middle = theme().px, theme().tokens, area.center().y()
        if face.key:
            size = cap_size(face.key)
            place = QRectF(area.left(), middle - size.height() / 2, size.width(), size.height())
            line, ink = (tokens.accent, tokens.accent) if current else (tokens.border_strong, tokens.text2)
            paint_cap(painter, place, face.key, line=line, text=ink, fill=tokens.surface)
        elif face.level is not None:
            place = QRectF(area.left(), middle - px(8), px(16), px(16))
            paint_icon(painter, face.level.value, place, theme().ink(face.level))
        elif not face.indent:
            return area
        return area.adjusted(px(28 if face.key else 24), 0, 0, 0)

    def _tail(self, painter: QPainter, area: QRectF, face: RowFace) -> float:
        """Dots and the word at the right; returns the width that they take."""
        hint, tokens, px = theme().font(Type.HINT), theme().tokens, theme().px
        width = text_width(face.right, hint)
        dots = dots_width(face.steps)
        ink = theme().ink(Level.VIOLATION) if face.alarm else tokens.text2
        place = area if self._height < 52 or not dots else self._line(area, 1)
        if dots:
            paint_dots(
                painter,
                area.right() - dots,
                (self._line(area, 0) if face.detail or face.right else area).center().y(),
                had=face.had,
                now=False,
                total=face.steps,
            )
        right = QRectF(area.right() - width - 1, place.top(), width + 1, place.height())
        line_of_text(painter, right, face.right, font=hint, colour=ink)
        return max(width, float(dots)) + (px(4) if face.right else 0)

    def _words(self, painter: QPainter, area: QRectF, face: RowFace, current: bool) -> None:
        tokens = theme().tokens
        body = QFont(theme().font(Type.BODY, bold=current))
        body.setStrikeOut(face.struck)
        ink = tokens.text2 if face.quiet else tokens.text
        if self._height < 52 or not face.detail:  # one line stands in the middle, beside what is at the right
            line_of_text(painter, area, face.title, font=body, colour=ink)
            return
        line_of_text(painter, self._line(area, 0), face.title, font=body, colour=ink)
        second = theme().ink(Level.UNSURE) if face.warn else tokens.text2
        line_of_text(painter, self._line(area, 1), face.detail, font=theme().font(Type.HINT), colour=second)

    def _line(self, area: QRectF, number: int) -> QRectF:
        """The upper line (20 high) or the lower one (16), centred together in the row."""
        px = theme().px
        top = area.top() + (area.height() - px(36)) / 2
        return QRectF(area.left(), top + px(20) * number, area.width(), px(16 if number else 20))


class TableDelegate(QStyledItemDelegate):
    """A table cell: no focus frame, a hairline below, struck through where voided."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its words, 36 high."""
        words = text_width(str(index.data() or ""), theme().font(Type.BODY))
        return QSize(round(words) + 2 * theme().px(8) + 2, theme().px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        tokens, px = theme().tokens, theme().px
        self.paint_ground(painter, option, index)
        painter.save()
        muted = bool(index.data(STRUCK) or index.data(MUTED))
        area = QRectF(option.rect).adjusted(px(8), 0, -px(8), 0)
        ink = tokens.text2 if muted else tokens.text
        text, font = str(index.data() or ""), self._font(bool(index.data(STRUCK)))
        line_of_text(painter, area, text, font=font, colour=ink, align=Qt.AlignmentFlag.AlignLeft)
        painter.restore()

    @staticmethod
    def paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The tint of the chosen row, and the line below every row but the last."""
        if option.state & _SELECTED:
            painter.fillRect(option.rect, theme().tokens.accent_tint)
        if index.row() + 1 < index.model().rowCount():
            _hairline(painter, option.rect, theme().tokens.border)

    @staticmethod
    def _font(struck: bool) -> QFont:
        font = QFont(theme().font(Type.BODY))
        font.setStrikeOut(struck)
        return font


def _hairline(painter: QPainter, rect: QRect, colour: QColor) -> None:
    thin = 1 / painter.device().devicePixelRatioF()
    painter.fillRect(QRectF(rect.left(), rect.bottom() + 1 - thin, rect.width(), thin), colour)
