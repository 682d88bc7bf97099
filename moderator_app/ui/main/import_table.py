"""The preview of a list: its rows as they were read, and a heading in which each column is named."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from moderator_app.i18n import translate
from moderator_app.sentences.lists import field_title
from moderator_app.session import Columns, Field
from moderator_app.ui.main.models import ROW, TableModel
from moderator_app.ui.main.tables import PlainTable
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import ComboBox
from moderator_app.ui.widgets.painting import line_of_text

_OUTCOME, _COLUMN, _WIDEST, _TOLD = 96, 112, 160, 320


class ColumnHead(QHeaderView):
    """What the list itself calls a column above, what it is taken for below. Emits `changed`."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._combos: list[ComboBox] = []
        self._titles: Sequence[str] = ()
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.sectionResized.connect(lambda *_: self._place())

    def show_columns(self, titles: Sequence[str], columns: Columns) -> None:
        """Show one combo box for each column of the list, beginning at the second section."""
        self._titles = titles
        for combo in self._combos:
            combo.hide()
            combo.deleteLater()
        self._combos = [
            self._combo(number, title, field)
            for number, (title, field) in enumerate(zip(titles, columns.fields, strict=True))
        ]
        self.setFixedHeight(theme().px(60))
        self._place()

    def _combo(self, number: int, title: str, chosen: Field | None) -> ComboBox:
        combo = ComboBox(name=translate("Import", "第 {number} 列 {title}", number=number + 1, title=title))
        combo.setParent(self.viewport())
        combo.setObjectName(f"import-column-{number}")
        combo.addItem(translate("Import", "不读"), None)
        for field in Field:
            combo.addItem(field_title(field), field)
        combo.setCurrentIndex(0 if chosen is None else list(Field).index(chosen) + 1)
        combo.activated.connect(partial(self._activated))
        combo.show()
        return combo

    def _activated(self, *_: object) -> None:
        self.changed.emit()

    @property
    def fields(self) -> tuple[Field | None, ...]:
        """What each column is taken for now."""
        return tuple(combo.currentData() for combo in self._combos)

    def _place(self) -> None:
        px = theme().px
        for number, combo in enumerate(self._combos, 1):
            left = self.sectionViewportPosition(number)
            combo.setGeometry(left + px(4), px(24), self.sectionSize(number) - px(8), px(32))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The combo boxes stay at their columns."""
        super().resizeEvent(event)
        self._place()

    def setOffset(self, offset: int) -> None:  # noqa: N802 - Qt's name
        """Scrolled: likewise."""
        super().setOffset(offset)
        self._place()

    def scrolled(self) -> None:
        """The table was scrolled sideways."""
        self._place()

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:  # noqa: N802 - Qt's name
        """The list's own heading in small letters; the fixed columns carry their title at the foot."""
        tokens, px = theme().tokens, theme().px
        area = rect.toRectF()
        painter.fillRect(area, tokens.raised)
        inner = area.adjusted(px(8), 0, -px(8), 0)
        own = 1 <= index <= len(self._titles)
        inner.setTop(inner.top() + (px(4) if own else px(32)))
        inner.setHeight(px(20))
        text = self._titles[index - 1] if own else str(self.model().headerData(index, self.orientation()))
        line_of_text(painter, inner, text, font=theme().font(Type.HINT), colour=tokens.text2)


class PreviewTable(PlainTable):
    """The rows; `decided` tells the key that was pressed on one, `confirmed` Enter."""

    decided = Signal(str)
    confirmed = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Import", "预览"), stretched=0, most_rows=10)
        self.setObjectName("import-table")
        self.head = ColumnHead(self)
        self.setHorizontalHeader(self.head)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.head.scrolled())
        self._source: TableModel | None = None

    def show_table(self, titles: Sequence[str], columns: Columns, source: TableModel) -> None:
        """Show a list read with these columns; `titles` are its own headings."""
        self._source = source
        self.setModel(source)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())
        upright = self.verticalHeader()
        upright.hide()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultSectionSize(theme().px(36))
        self.head.show_columns(titles, columns)
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.head.setStretchLastSection(True)
        self._size_columns(source.columnCount())

    def _size_columns(self, count: int) -> None:
        """The list's own columns share what is left beside the sentence about a row."""
        px, last = theme().px, count - 1
        room = self.viewport().width() - px(_OUTCOME) - px(_TOLD)
        wide = max(px(_COLUMN), min(px(_WIDEST), room // max(last - 1, 1)))
        for section in range(last):
            self.head.resizeSection(section, wide if section else px(_OUTCOME))
        self.head.resizeSection(last, px(_TOLD))

    def refresh(self) -> None:
        """Something was decided: show the same rows anew."""
        if self._source is not None:
            self._source.refresh()

    def choose(self, number: int) -> None:
        """Make a row the current one."""
        if self.model() is None or not 0 <= number < self.model().rowCount():
            return
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(number, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def current(self) -> object:
        """The row that is chosen."""
        return self.currentIndex().data(ROW) if self.currentIndex().isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter confirms; letters and digits decide about the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        elif event.text().isalnum() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.decided.emit(event.text().upper())
        else:
            super().keyPressEvent(event)
