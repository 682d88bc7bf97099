"""The actions of the record as a list that is read as far as anybody scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from moderator_app.i18n import translate
from moderator_app.session import LogRow
from moderator_app.ui.main.models import ROW, Index

FIRST = 100
"""Actions that are read at once; as many again as are there already each time the end comes in sight."""

Fetch = Callable[[int], Sequence[LogRow]]
"""The newest actions that are looked for, up to that many."""

_ROOT = QModelIndex()


class LogModel(QAbstractListModel):
    """Actions, newest first; `spoken` gives the sentence that a screen reader says for one."""

    def __init__(self, spoken: Callable[[LogRow], str]) -> None:
        super().__init__()
        self._spoken = spoken
        self._fetch: Fetch = lambda _most: ()
        self._rows: list[LogRow] = []
        self.more = False

    def show(self, fetch: Fetch, at_least: int = FIRST) -> None:
        """Show what `fetch` finds; `at_least` so many of it are read at once."""
        self.beginResetModel()
        self._fetch = fetch
        self._rows = list(fetch(at_least))
        self.more = len(self._rows) >= at_least
        self.endResetModel()

    @property
    def rows(self) -> Sequence[LogRow]:
        """What is read so far."""
        return self._rows

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many actions are read so far."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index = _ROOT) -> bool:  # noqa: N802 - Qt's name
        """Whether there may be older ones."""
        return not parent.isValid() and self.more

    def fetchMore(self, parent: Index = _ROOT) -> None:  # noqa: N802 - Qt's name
        """Read twice as far back."""
        if not self.canFetchMore(parent):
            return
        known, most = len(self._rows), 2 * len(self._rows)
        found = self._fetch(most)
        self.more = len(found) >= most
        if len(found) > known:
            self.beginInsertRows(QModelIndex(), known, len(found) - 1)
            self._rows += found[known:]
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The action, or the sentence that stands for it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None

    def find(self, action: str) -> QModelIndex:
        """The index of the action with this id; invalid where it is not among those read so far."""
        for number, row in enumerate(self._rows):
            if row.action == action:
                return self.index(number)
        return QModelIndex()


def short_time(moment: datetime, today: date) -> str:
    """09:41, 昨天 09:41, 05-03 09:41, or the day of another year."""
    day, time = moment.date(), moment.strftime("%H:%M")
    if day == today:
        return time
    if day == today - timedelta(days=1):
        return translate("Log", "昨天 {time}", time=time)
    if day.year == today.year:
        return f"{day:%m-%d} {time}"
    return day.isoformat()
