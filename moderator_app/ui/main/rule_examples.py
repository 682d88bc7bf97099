"""The sentences that a clause must hit and must let pass, each with its marks and whether it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from moderator_app.core.rules.examples import ExampleResult
from moderator_app.core.rules.verdict import Level, Verdict
from moderator_app.i18n import translate
from moderator_app.ui.main.lists import RowList
from moderator_app.ui.main.models import ROW, Index, RowsModel
from moderator_app.ui.main.parts import Framed, column, row
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets import Label, marks_of
from moderator_app.ui.widgets.marked_lines import MarkedLines
from moderator_app.ui.widgets.painting import line_of_text, text_width

_PASSING_AT_FIRST = 2
_LINES, _LINES_OF_CURRENT = 1, 6
_WORDS_OF_FAULT = 8
"""Characters of the words that a fault names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """The row that stands for those that are not shown."""

    count: int


def words_hit(result: ExampleResult) -> str:
    """The longest words for which its clause speaks, "" where none are to be shown."""
    found = (*result.verdict.findings, *result.verdict.watched)
    hits = [hit.evidence for finding in found if finding.rule == result.clause for hit in finding.hits]
    return " ".join(max(hits, key=len, default="").split())


def fault_of(result: ExampleResult) -> str:
    """What is wrong with an example that fails: 「没有命中」, 「误中「现货」」."""
    if result.expected_hit:
        return translate("Rules", "没有命中")
    words = words_hit(result)
    if len(words) > _WORDS_OF_FAULT:
        words = f"{words[:_WORDS_OF_FAULT]}…"
    return translate("Rules", "误中「{words}」", words=words) if words else translate("Rules", "误中")


def _about(result: ExampleResult) -> Verdict:
    """The verdict as far as it is about the example's own clause."""
    verdict = result.verdict
    own = (*verdict.findings, *verdict.watched)
    return replace(
        verdict,
        findings=tuple(found for found in own if found.rule == result.clause),
        passed=tuple(found for found in verdict.passed if found.rule == result.clause),
    )


def _state(result: ExampleResult) -> str:
    """Whether it does as it should, in words; with whose it is."""
    state = translate("Rules", "通过") if result.passed else fault_of(result)
    if result.decided:
        return translate("Rules", "{state}，您判定过", state=state)
    return translate("Rules", "{state}，您加的", state=state) if result.own else state


class _ExampleDelegate(QStyledItemDelegate):
    """Tick or cross, the sentence, and what is wrong; the current row shows all of its lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """12 above and below the lines."""
        shown = index.data(ROW)
        width = option.rect.width() or option.widget.width()
        height = theme().px(20)
        if not isinstance(shown, More):
            height = max(height, self._lines(shown, width, self._is_current(option, index)).height)
        height += 2 * theme().px(6)
        return QSize(theme().px(120), height)

    @staticmethod
    def _is_current(option: QStyleOptionViewItem, index: Index) -> bool:
        view = option.widget
        return isinstance(view, ExampleList) and view.hasFocus() and view.currentIndex() == index

    def _lines(self, result: ExampleResult, width: float, current: bool) -> MarkedLines:
        """The sentence laid out in what icon, fault and cross leave."""
        left = width - theme().px(32) - self._tail(result, current)
        most = _LINES_OF_CURRENT if current else _LINES
        font = theme().font(Type.BODY)
        return MarkedLines(result.text, marks_of(_about(result)), width=left, font=font, most=most)

    @staticmethod
    def _tail(result: ExampleResult, current: bool) -> float:
        """What stands at the right takes so much."""
        px, width = theme().px, float(theme().px(8))
        if not result.passed:
            width += text_width(fault_of(result), theme().font(Type.HINT)) + px(8)
        return width + (px(24) if result.own and current else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown, area = index.data(ROW), QRectF(option.rect)
        current = self._is_current(option, index)
        tinted = self._ground(painter, area, shown, current)
        if isinstance(shown, More):
            self._paint_more(painter, area, shown)
        else:
            self._paint_example(painter, area, shown, current=current, tinted=tinted)
        if index.row() + 1 < index.model().rowCount():
            thin = 1 / painter.device().devicePixelRatioF()
            line = QRectF(area.left(), area.bottom() - thin, area.width(), thin)
            painter.fillRect(line, theme().tokens.border)
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, area: QRectF, shown: object, current: bool) -> bool:
        """Tint of one that fails, or of the current one; whether it is the former."""
        tokens = theme().tokens
        failing = isinstance(shown, ExampleResult) and not shown.passed
        if current:
            painter.fillRect(area, tokens.accent_tint)
            painter.fillRect(QRectF(area.left(), area.top(), theme().px(3), area.height()), tokens.accent)
        elif failing and not theme().high_contrast:
            painter.fillRect(area, tokens.verdicts[Level.VIOLATION].fill)
        return failing or current

    @staticmethod
    def _paint_more(painter: QPainter, area: QRectF, more: More) -> None:
        px, ink = theme().px, theme().tokens.text2
        paint_icon(painter, "down", QRectF(area.left() + px(8), area.top() + px(8), px(16), px(16)), ink)
        words = translate("Rules", "另有 {count} 条通过", count=more.count)
        line_of_text(painter, area.adjusted(px(32), 0, 0, 0), words, font=theme().font(), colour=ink)

    def _paint_example(
        self, painter: QPainter, area: QRectF, result: ExampleResult, *, current: bool, tinted: bool
    ) -> None:
        px, tokens = theme().px, theme().tokens
        alarm = theme().ink(Level.VIOLATION)
        icon = QRectF(area.left() + px(8), area.top() + px(8), px(16), px(16))
        paint_icon(painter, "tick" if result.passed else "x", icon, tokens.text if result.passed else alarm)
        lines = self._lines(result, area.width(), current)
        tint = tokens.surface if tinted else None
        lines.paint(painter, area.left() + px(32), area.top() + px(6), tokens.text, tint)
        right = area.adjusted(0, 0, -px(8), 0)
        if result.own and current:
            paint_icon(painter, "x", cross_in(area), tokens.text2)
            right.setRight(right.right() - px(24))
        if not result.passed:
            right.setBottom(area.top() + px(32))
            hint, align = theme().font(Type.HINT), Qt.AlignmentFlag.AlignRight
            line_of_text(painter, right, fault_of(result), font=hint, colour=alarm, align=align)


def cross_in(area: QRectF) -> QRectF:
    """Where the cross of a row stands."""
    px = theme().px
    return QRectF(area.right() - px(24), area.top() + px(8), px(16), px(16))


class ExampleList(RowList):
    """The rows; Del takes one's own away, Enter on the last one shows the rest."""

    unwanted = Signal(str)
    grown = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._delegate = _ExampleDelegate()
        self.setUniformItemSizes(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(RowsModel(lambda _row: "", self._spoken))
        self.setItemDelegate(self._delegate)
        self.picked.connect(lambda _index: self.relayout())

    @staticmethod
    def _spoken(shown: object) -> str:
        if isinstance(shown, ExampleResult):
            return f"{shown.text} {_state(shown)}"
        return translate("Rules", "另有 {count} 条通过", count=shown.count) if isinstance(shown, More) else ""

    def relayout(self) -> None:
        """As high as the rows."""
        self.scheduleDelayedItemsLayout()
        self.doItemsLayout()
        model = self.model()
        height = sum(self.sizeHintForRow(number) for number in range(model.rowCount()))
        self.setFixedHeight(max(height, 1))
        self.viewport().update()

    def current(self) -> object:
        """The example that is chosen, or the row of the rest."""
        return self.currentIndex().data(ROW)

    def remove_current(self) -> None:
        """Take the chosen one away where it is one's own."""
        chosen = self.current()
        if isinstance(chosen, ExampleResult) and chosen.own:
            self.unwanted.emit(chosen.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Del, Enter; the rest walks."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_current()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the cross takes away, on the last row shows the rest."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and isinstance(index.data(ROW), More):
            self._open()
        elif index.isValid() and cross_in(QRectF(self.visualRect(index))).contains(event.position()):
            self.remove_current()

    def _open(self) -> None:
        if isinstance(self.current(), More):
            self.grown.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The current row opens with the focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.relayout()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """And closes with it."""
        super().focusOutEvent(event)
        self.relayout()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The current row wraps anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.relayout()


class ExampleBox(QWidget):
    """The examples of one kind: those that fail first, some of the others, the rest at a press.

    `added` brings a sentence to add, `removed` one to take away, `typing` what is being typed.
    """

    added = Signal(str)
    removed = Signal(str)
    typing = Signal()
    left = Signal()

    def __init__(self, title: str, name: str, *, hit: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self._hit, self._all = hit, False
        self._results: Sequence[ExampleResult] = ()
        self._count = Label(kind=Type.HINT, tone="text2")
        self._count.setObjectName(f"{name}-count")
        self.list = ExampleList(title)
        self.list.setObjectName(f"{name}-list")
        self.list.unwanted.connect(self.removed)
        self.list.grown.connect(self._show_all)
        self._card = Framed(self.list)
        self.field = _AddField(
            translate("Rules", "加一句应当命中的") if hit else translate("Rules", "加一句应当放过的")
        )
        self.field.setObjectName(f"{name}-add")
        self.field.returnPressed.connect(self.commit)
        self.field.textEdited.connect(lambda _text: self.typing.emit())
        self.field.left.connect(self.left)
        self._told = Label(kind=Type.HINT, tone="text2")
        self._told.setObjectName(f"{name}-told")
        self._told.hide()
        head = row(Label(title, kind=Type.HINT, tone="text2"), None, self._count)
        self.setLayout(column(head, self._card, row(self.field, self._told), gap=4))

    @property
    def pending(self) -> str:
        """The sentence that is being typed and not yet added."""
        return self.field.text().strip()

    def commit(self) -> None:
        """Add what was typed."""
        if text := self.pending:
            self.field.clear()
            self._told.hide()
            self.added.emit(text)

    def forget(self) -> None:
        """Another clause: nothing typed, nothing opened."""
        self.field.clear()
        self._told.hide()
        self._all = False

    def show_results(self, results: Sequence[ExampleResult]) -> None:
        """Show the examples of this kind; the one being typed is told beside its field."""
        pending = self.pending
        mine = [each for each in results if each.expected_hit is self._hit]
        typed = next((each for each in mine if each.own and each.text == pending), None)
        shown = [each for each in mine if not (pending and each is typed)]
        self._results = sorted(shown, key=lambda each: (each.passed, not each.own))
        good = sum(each.passed for each in shown)
        self._count.setText(translate("Rules", "{good}/{all} 通过", good=good, all=len(shown)))
        self._count.set_tone("text2" if good == len(shown) else Level.VIOLATION)
        self._tell_typed(typed)
        self._fill()

    def _tell_typed(self, typed: ExampleResult | None) -> None:
        self._told.setVisible(typed is not None)
        if typed is not None:
            self._told.setText(translate("Rules", "会通过") if typed.passed else fault_of(typed))
            self._told.set_tone("text2" if typed.passed else Level.VIOLATION)

    def _fill(self) -> None:
        failing = sum(not each.passed for each in self._results)
        most = len(self._results) if self._all else max(_PASSING_AT_FIRST, failing + 1)
        shown: list[ExampleResult | More] = list(self._results[:most])
        rest = len(self._results) - len(shown)
        if rest == 1:
            shown, rest = list(self._results), 0
        chosen, model = self.list.currentIndex().row(), self.list.model()
        if isinstance(model, RowsModel):
            model.show_rows([*shown, *([More(count=rest)] if rest else [])])
        if chosen >= 0 and model.rowCount():
            self.list.setCurrentIndex(model.index(min(chosen, model.rowCount() - 1), 0))
        self._card.setVisible(bool(shown))
        self.list.relayout()

    def _show_all(self) -> None:
        self._all = True
        self._fill()


class _AddField(QLineEdit):
    """A line for one more sentence; Esc clears it, then leads back."""

    left = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc is ours."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            self.left.emit()
