"""A table as the look has it: head 28, rows 36, no stripes, no frame; as high as what it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from moderator_app.ui.main.delegates import TableDelegate
from moderator_app.ui.theme import Type, theme


class PlainTable(QTableView):
    """One column, `stretched`, takes the room that the others leave."""

    def __init__(self, name: str, stretched: int, most_rows: int) -> None:
        super().__init__()
        self._stretched, self._most_rows = stretched, most_rows
        self._delegate = TableDelegate()
        self.setAccessibleName(name)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)

    def dress(self) -> None:
        """Size head and rows; called once the model is set."""
        upright, across = self.verticalHeader(), self.horizontalHeader()
        upright.hide()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultSectionSize(theme().px(36))
        across.setFixedHeight(theme().px(28))
        points = theme().font(Type.HINT).pointSizeF()
        across.setStyleSheet(f"QHeaderView::section {{ font-size: {points:g}pt; }}")
        across.setHighlightSections(False)
        across.setSortIndicatorShown(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(self._stretched, QHeaderView.ResizeMode.Stretch)

    def fit(self) -> None:
        """As high as the rows, up to the most; more of them scroll."""
        shown = min(max(self.model().rowCount(), 1), self._most_rows)
        self.setFixedHeight(theme().px(28) + theme().px(36) * shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Letters belong to the shortcuts of the page, not to Qt's own search."""
        if event.text() and event.text().isprintable() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)
