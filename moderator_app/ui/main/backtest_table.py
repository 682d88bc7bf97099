"""What a changed clause would flag, message by message, and the moderator's answer to each: Y or N."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.session.rules import Backtest, Flagged, Was
from moderator_app.ui.main.delegates import TableDelegate
from moderator_app.ui.main.models import ROW, Cell, Index, TableModel
from moderator_app.ui.main.tables import PlainTable
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Mark
from moderator_app.ui.widgets.keycap import cap_size, paint_cap
from moderator_app.ui.widgets.marked_lines import MarkedLines
from moderator_app.ui.widgets.painting import line_of_text, text_width

_MOST_ROWS = 8
_SIGN, _MESSAGE, _NAME, _DAY, _JUDGED = range(5)
_NARROW = 560
_SELECTED = QStyle.StateFlag.State_Selected

Decided = Callable[[str], bool | None]
"""Whether the draft takes a message as a hit or a miss; None where it says nothing of it."""


class Sort(StrEnum):
    """Why a message is in the table: new, gone, or flagged before and after."""

    NEW = "new"
    GONE = "gone"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedRow:
    """One message of a backtest."""

    flagged: Flagged
    sort: Sort

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The places that the clause speaks of; of one that is gone those where it spoke."""
        level = Level.OK if self.sort is Sort.GONE else self.flagged.level
        return tuple(Mark(start=start, end=end, level=level) for start, end in self.flagged.spans)


def rows_of(found: Backtest) -> list[TriedRow]:
    """What is new first, those that were let pass before the others; then what is gone; then the rest.

    The newest stand on top where times are known; else they stand as in the file.
    """
    new = set(map(id, found.newly))
    rows = [TriedRow(flagged=each, sort=Sort.NEW) for each in found.newly]
    rows += [TriedRow(flagged=each, sort=Sort.GONE) for each in found.no_longer]
    rows += [TriedRow(flagged=each, sort=Sort.SAME) for each in found.flagged if id(each) not in new]
    order = (Sort.NEW, Sort.GONE, Sort.SAME)
    if all(row.flagged.at for row in rows):
        rows.reverse()
    return sorted(rows, key=lambda row: (order.index(row.sort), row.flagged.was is not Was.PASSED))


class _Delegate(TableDelegate):
    """Plus and minus in the verdict's colours, the message with its marks, Y and N on the current row."""

    def __init__(self, decided: Decided) -> None:
        super().__init__()
        self._decided = decided

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        if index.column() not in (_SIGN, _MESSAGE) and not self._asks(option, index):
            super().paint(painter, option, index)
            return
        self.paint_ground(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, area = index.data(ROW), QRectF(option.rect)
        if index.column() == _SIGN:
            self._paint_sign(painter, area, row)
        elif index.column() == _MESSAGE:
            tinted = bool(option.state & _SELECTED)
            self._paint_message(painter, area, row, tinted=tinted)
        else:
            self._paint_keys(painter, area, row)
        painter.restore()

    @staticmethod
    def _asks(option: QStyleOptionViewItem, index: Index) -> bool:
        return index.column() == _JUDGED and bool(option.state & _SELECTED)

    @staticmethod
    def _paint_sign(painter: QPainter, area: QRectF, row: TriedRow) -> None:
        sign = {Sort.NEW: "＋", Sort.GONE: "－"}.get(row.sort, "")
        ink = theme().ink(Level.VIOLATION if row.sort is Sort.NEW else Level.OK)
        font, middle = theme().font(Type.BODY, bold=True), Qt.AlignmentFlag.AlignHCenter
        line_of_text(painter, area, sign, font=font, colour=ink, align=middle)

    @staticmethod
    def _paint_message(painter: QPainter, area: QRectF, row: TriedRow, *, tinted: bool) -> None:
        px, tokens = theme().px, theme().tokens
        width, font = area.width() - 2 * px(8), theme().font(Type.BODY)
        lines = MarkedLines(row.flagged.text, row.marks, width=width, font=font)
        tint = tokens.surface if tinted else None
        lines.paint(painter, area.left() + px(8), area.top() + px(8), tokens.text, tint)

    def _paint_keys(self, painter: QPainter, area: QRectF, row: TriedRow) -> None:
        tokens, left, chosen = theme().tokens, area.left() + theme().px(8), self._decided(row.flagged.text)
        for cap, word, width, hit in key_parts():
            on = chosen is hit
            size = cap_size(cap)
            place = QRectF(left, area.center().y() - size.height() / 2, size.width(), size.height())
            line, ink = (tokens.accent, tokens.accent) if on else (tokens.border_strong, tokens.text2)
            paint_cap(painter, place, cap, line=line, text=ink, fill=tokens.surface)
            words = QRectF(place.right() + theme().px(4), area.top(), width, area.height())
            line_of_text(painter, words, word, font=theme().font(), colour=ink if on else tokens.text)
            left = words.left() + width + theme().px(8)


def key_parts() -> list[tuple[str, str, float, bool]]:
    """The two answers: cap, word, the word's width, and whether it calls the message a hit."""
    words = (("Y", translate("Rules", "该中"), True), ("N", translate("Rules", "放过"), False))
    return [(cap, word, text_width(word, theme().font()) + 2, hit) for cap, word, hit in words]


class BacktestTable(PlainTable):
    """Emits `judged` with the message and whether it is a hit; ↑ ↓ walk, Y and N judge, Esc leaves."""

    judged = Signal(str, bool)
    left = Signal()
    chosen = Signal()

    def __init__(self, decided: Decided) -> None:
        super().__init__(translate("Rules", "回测结果"), stretched=_MESSAGE, most_rows=_MOST_ROWS)
        self.setObjectName("backtest-table")
        self._decided = decided
        self._pressed = -1
        self._delegate = _Delegate(decided)
        self.setItemDelegate(self._delegate)
        titles = (
            "",
            translate("Rules", "消息"),
            translate("Rules", "发言人"),
            translate("Rules", "日期"),
            translate("Rules", "您的判断"),
        )
        self._model = TableModel(titles, self._cells)
        self.setModel(self._model)
        self.dress()
        self.horizontalHeader().setSectionsClickable(False)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())

    def dress(self) -> None:
        """The sign and the answers keep their widths, so that nothing moves as one walks."""
        super().dress()
        across, px = self.horizontalHeader(), theme().px
        keys = sum(px(24) + round(width) + px(12) for _, _, width, _ in key_parts())
        longest = translate("Rules", "放过，已加为例子")
        judged = max(keys, round(text_width(longest, theme().font()))) + 2 * px(8)
        for column, width in ((_SIGN, px(32)), (_JUDGED, judged)):
            across.setSectionResizeMode(column, across.ResizeMode.Fixed)
            across.resizeSection(column, width)

    def _cells(self, row: TriedRow) -> list[Cell]:
        flagged = row.flagged
        sign = {
            Sort.NEW: translate("Rules", "新增"),
            Sort.GONE: translate("Rules", "减少"),
            Sort.SAME: translate("Rules", "照旧"),
        }[row.sort]
        return [
            Cell(text=sign),
            Cell(text=flagged.text),
            Cell(text=flagged.name or translate("Rules", "不详")),
            Cell(text=f"{flagged.at:%m-%d}" if flagged.at else ""),
            Cell(text=self._judgement(flagged), muted=True),
        ]

    def _judgement(self, flagged: Flagged) -> str:
        decided = self._decided(flagged.text)
        if decided is not None:
            return (
                translate("Rules", "该中，已加为例子") if decided else translate("Rules", "放过，已加为例子")
            )
        return {
            Was.PASSED: translate("Rules", "当时放过"),
            Was.CONFIRMED: translate("Rules", "当时处理过"),
        }.get(flagged.was, translate("Rules", "未判断"))

    def show_rows(self, rows: list[TriedRow]) -> None:
        """Show another backtest, its first message chosen."""
        self._model.show_rows(rows)
        self.setColumnHidden(_NAME, not any(row.flagged.name for row in rows) or self._narrow())
        self.setColumnHidden(_DAY, not any(row.flagged.at for row in rows))
        self.fit()
        if rows:
            self._choose(0)

    def show_judgements(self) -> None:
        """The draft has changed: what it says of each message is told anew."""
        self._model.refresh()

    def current(self) -> TriedRow | None:
        """The message that is chosen."""
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row if isinstance(row, TriedRow) else None

    def _choose(self, number: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(number, _MESSAGE)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def go_to_passed(self) -> None:
        """Choose the next message that the moderator had let pass, after the last one the first again."""
        count, start = self._model.rowCount(), self.currentIndex().row() + 1
        for number in (*range(start, count), *range(start)):
            row = self._model.index(number, 0).data(ROW)
            if row.flagged.was is Was.PASSED and row.sort is not Sort.GONE:
                self._choose(number)
                return

    def _narrow(self) -> bool:
        return self.width() < theme().px(_NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow, the message comes before who said it."""
        super().resizeEvent(event)
        rows = [self._model.index(number, 0).data(ROW) for number in range(self._model.rowCount())]
        self.setColumnHidden(_NAME, self._narrow() or not any(row.flagged.name for row in rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Y and N judge and go on to the next message."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and event.key() in (Qt.Key.Key_Y, Qt.Key.Key_N):
            self._judge(event.key() == Qt.Key.Key_Y)
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _judge(self, hit: bool) -> None:
        row, number = self.current(), self.currentIndex().row()
        if row is not None:
            self.judged.emit(row.flagged.text, hit)
            self._choose(min(number + 1, self._model.rowCount() - 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The two answers of the current row can be pressed."""
        index = self.indexAt(event.position().toPoint())
        was = self.currentIndex().row()
        super().mouseReleaseEvent(event)
        if index.isValid() and index.column() == _JUDGED and index.row() == was == self._pressed:
            left = self.visualRect(index).left() + theme().px(8)
            first = key_parts()[0]
            middle = left + cap_size("Y").width() + first[2] + theme().px(8)
            self._judge(event.position().x() < middle)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The first click on a row only chooses it."""
        self._pressed = self.currentIndex().row()
        super().mousePressEvent(event)
