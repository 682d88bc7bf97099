"""Qt models over the session's records: they hold what a view shows and read nothing themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    QStringListModel,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
"""The record behind an index, whole: what delegates and pages read."""
SORT = Qt.ItemDataRole.UserRole + 2
"""The native value of a cell (a time, a number), so that sorting never compares shown text."""
STRUCK = Qt.ItemDataRole.UserRole + 3
"""True where a cell is shown struck through: voided, but legible."""
MUTED = Qt.ItemDataRole.UserRole + 4
"""True where a cell is shown in the second text colour."""

_ROOT = QModelIndex()
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowsModel(QStringListModel):
    """A list of records; `spoken` gives the sentence that a screen reader says for one.

    Of the strings it needs none but their number: a view asks twice for each row how many there are,
    and of 5,000 rows only Qt's own model answers that in less than a key may take.
    """

    def __init__(self, key: Callable[[Any], str], spoken: Callable[[Any], str]) -> None:
        super().__init__()
        self._key = key
        self._spoken = spoken
        self._rows: Sequence[Any] = ()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these records instead."""
        self._rows = rows
        self.setStringList([""] * len(rows))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row can be chosen, and not be written in."""
        return _CHOSEN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The record, or the sentence that stands for it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def find(self, key: str) -> QModelIndex:
        """The index of the record with this key; invalid where it is not shown."""
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(number)
        return QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell of a table shows and how it sorts."""

    text: str
    sort: float | str | None = None
    struck: bool = False
    muted: bool = False

    def value(self, role: int) -> object:
        """The cell's answer to one of Qt's questions."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text
        if role == SORT:
            return self.text if self.sort is None else self.sort
        return {STRUCK: self.struck, MUTED: self.muted}.get(role)


class TableModel(QAbstractTableModel):
    """A table of records, each turned into cells once, when it is shown."""

    def __init__(self, titles: Sequence[str], cells: Callable[[Any], Sequence[Cell]]) -> None:
        super().__init__()
        self._titles = titles
        self._cells_of = cells
        self._rows: Sequence[Any] = ()
        self._cells: list[Sequence[Cell]] = []

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these records instead."""
        self.beginResetModel()
        self._rows = rows
        self._cells = [self._cells_of(row) for row in rows]
        self.endResetModel()

    def refresh(self) -> None:
        """Turn the same records into cells anew; what is chosen stays so."""
        self._cells = [self._cells_of(row) for row in self._rows]
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._titles) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many records there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The record, or one cell's text, sort value or manner."""
        if not index.isValid():
            return None
        if role == ROW:
            return self._rows[index.row()]
        return self._cells[index.row()][index.column()].value(role)


class SortedTable(QSortFilterProxyModel):
    """Sorts a TableModel by native values; records of equal value keep their order."""

    def __init__(self, source: TableModel) -> None:
        super().__init__()
        self._source = source
        self.setSourceModel(source)
        self.setSortRole(SORT)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these records instead, sorted as before."""
        self._source.show_rows(rows)

    def row(self, number: int) -> object:
        """The record that is shown at this place."""
        return self.index(number, 0).data(ROW)
