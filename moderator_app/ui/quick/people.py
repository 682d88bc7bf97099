"""The rows of a conversation: who is charged and what was done, who joined, and the rest folded into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from moderator_app.core.rules.verdict import Level
from moderator_app.ui.quick.row_area import RowArea
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.keycap import cap_size, paint_cap
from moderator_app.ui.widgets.ladder import dots_width, paint_dots
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth, text_width

MOST_ROWS, FEWEST_ROWS = 6, 3
_HIGH, _NAME, _NARROW_NAME, _WIDE = 36, 136, 104, 480


@dataclass(frozen=True, slots=True, kw_only=True)
class Strikes:
    """The dots of a row: steps had and steps in all; the present one is `had` itself."""

    had: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One row: icon, name, what it is, and at the right dots, a note, a key and what that key does."""

    icon: str
    name: str
    what: str
    note: str = ""
    warns: bool = False
    strikes: Strikes | None = None
    keys: str = ""
    hint: str = ""
    quiet: bool = False
    folded: bool = False

    @property
    def told(self) -> str:
        """The row for a screen reader."""
        return " ".join(part for part in (self.name, self.what, self.note) if part)


class PersonRow(Themed, QAbstractButton):
    """One row, 36 high. Emits `clicked`, or `key_pressed` where its key cap was pressed."""

    key_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = PersonLine(icon=Level.OK.value, name="", what="")
        self._key_left = 0.0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set(self, line: PersonLine, *, chosen: bool) -> None:
        """Show another row."""
        self.line = line
        self.setText(line.name)
        self.setAccessibleName(line.told)
        self.setAccessibleDescription(line.hint)
        self.setChecked(chosen)
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A click only reports itself; who shows the row decides what is chosen."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """36 high."""
        return QSize(theme().px(200), theme().px(_HIGH))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The cap at the right is a button of its own."""
        inside = self.rect().contains(event.position().toPoint())
        if self.line.keys and inside and event.position().x() >= self._key_left:
            self.setDown(False)
            self.key_pressed.emit(self.line.keys)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground, icon, name, what it is, and the right end."""
        painter, px, tokens, line = smooth(self), theme().px, theme().tokens, self.line
        self._paint_ground(painter)
        icon = QRectF(px(16), (self.height() - px(16)) / 2, px(16), px(16))
        verdict = line.icon in tuple(Level)
        paint_icon(painter, line.icon, icon, theme().ink(Level(line.icon)) if verdict else tokens.text)
        right = self._paint_right(painter, float(self.width() - px(16)))
        ink, chosen = tokens.text2 if line.quiet else tokens.text, self.isChecked()
        left = icon.right() + px(8)
        wide = px(_NAME if self.width() >= px(_WIDE) else _NARROW_NAME)
        bold = theme().font(bold=chosen and not line.quiet)
        name = QRectF(left, 0, wide, self.height())
        cut = line_of_text(painter, name, line.name, font=bold, colour=ink)
        what = QRectF(left + wide + px(8), 0, max(right - left - wide - px(16), 0), self.height())
        cut |= line_of_text(painter, what, line.what, font=theme().font(), colour=ink)
        self.setToolTip(line.told if cut else "")

    def _paint_ground(self, painter: QPainter) -> None:
        px, tokens, area = theme().px, theme().tokens, self.rect().toRectF()
        if self.isChecked():
            outline = tokens.accent if theme().high_contrast else None
            box(painter, area, radius=0, fill=tokens.accent_tint, line=outline)
            painter.fillRect(QRectF(0, 0, px(3), area.height()), tokens.accent)
        elif self.underMouse():
            box(painter, area, radius=0, fill=tokens.raised, line=None)
        thin = 1 / self.devicePixelRatioF()
        painter.fillRect(QRectF(0, area.height() - thin, area.width(), thin), tokens.border)

    def _paint_right(self, painter: QPainter, right: float) -> float:
        """From right to left: what the key does, the key, the note, the dots; gives where they begin."""
        px, tokens, line = theme().px, theme().tokens, self.line
        if line.folded:
            place = QRectF(right - px(12), (self.height() - px(12)) / 2, px(12), px(12))
            paint_icon(painter, "down", place, tokens.text2)
            return place.left()
        if line.hint:
            right = self._paint_words(painter, right, line.hint, tokens.text2) - px(6)
        if line.keys:
            cap = cap_size(line.keys)
            place = QRectF(right - cap.width(), (self.height() - cap.height()) / 2, cap.width(), cap.height())
            paint_cap(
                painter, place, line.keys, line=tokens.border_strong, text=tokens.text2, fill=tokens.raised
            )
            right = self._key_left = place.left()
            right -= px(8)
        if line.note:
            plain = tokens.text2 if line.quiet else tokens.text
            colour = theme().ink(Level.UNSURE) if line.warns else plain
            right = self._paint_words(painter, right, line.note, colour) - px(8)
        if line.strikes is not None and dots_width(line.strikes.total):
            right -= dots_width(line.strikes.total)
            had, total = line.strikes.had, line.strikes.total
            paint_dots(painter, right, self.height() / 2, had=had, now=True, total=total)
            right -= px(8)
        return right

    def _paint_words(self, painter: QPainter, right: float, words: str, colour: QColor) -> float:
        font = theme().font(Type.HINT)
        width = text_width(words, font) + 1
        line_of_text(painter, QRectF(right - width, 0, width, self.height()), words, font=font, colour=colour)
        return right - width

    def enterEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Back to quiet."""
        self.update()


class PeopleList(Themed, QWidget):
    """The rows, at most six in view. Emits `chosen` with the row, `key_pressed` with row and key."""

    chosen = Signal(int)
    key_pressed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PersonRow] = []
        self._lines: Sequence[PersonLine] = ()
        self._chosen, self._in_view = 0, MOST_ROWS
        self._scroll = RowArea()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.follow_theme()

    def restyle(self) -> None:
        """As high as its rows."""
        super().restyle()
        self._fit()

    def set_lines(self, lines: Sequence[PersonLine], chosen: int) -> None:
        """Show these rows; the chosen one is brought into view."""
        self._lines, self._chosen = lines, chosen
        while len(self._rows) < len(lines):
            self._add_row()
        for index, row in enumerate(self._rows):
            if index < len(lines):
                row.set(lines[index], chosen=index == chosen)
            row.setVisible(index < len(lines))
        self._fit()

    def show_at_most(self, rows: int) -> None:
        """So many rows in view, the others scroll; where the window has less room fewer."""
        if rows != self._in_view:
            self._in_view = rows
            self._fit()

    def lines(self) -> tuple[PersonLine, ...]:
        """The rows that are shown."""
        return tuple(self._lines)

    def _add_row(self) -> None:
        index, row = len(self._rows), PersonRow()
        row.setObjectName(f"person{index + 1}")
        row.clicked.connect(lambda: self.chosen.emit(index))
        row.key_pressed.connect(lambda keys: self.key_pressed.emit(index, keys))
        self._scroll.rows.addWidget(row)
        self._rows.append(row)

    def _fit(self) -> None:
        high = theme().px(_HIGH)
        self._scroll.keep_height(high * len(self._lines))
        self._scroll.setFixedHeight(high * min(len(self._lines), self._in_view))
        if 0 <= self._chosen < len(self._lines):
            self._scroll.bring(self._rows[self._chosen], around=high)
