"""The members who want one and the same reminder: what is missing, and when each was reminded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.session.people.types import CardRow, Silent
from moderator_app.ui.main.cards import wanting_text
from moderator_app.ui.main.models import ROW, Cell, TableModel
from moderator_app.ui.main.process_matters import short_day
from moderator_app.ui.main.tables import PlainTable

_MOST_ROWS = 12


class CrowdTable(PlainTable):
    """One row a member; several can be selected. Emits `entered_row` with an id for Enter."""

    entered_row = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("Members", "要提醒的成员"), stretched=2, most_rows=_MOST_ROWS)
        self.setObjectName("crowd-table")
        titles = (
            translate("Members", "成员"),
            translate("Members", "群名片"),
            translate("Members", "缺什么"),
            translate("Members", "提醒过"),
            translate("Members", "期限"),
        )
        self._source = TableModel(titles, self._cells)
        self.setModel(self._source)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.dress()
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(lambda _index: self._enter())

    @staticmethod
    def _cells(row: CardRow | Silent) -> list[Cell]:
        today, member = date.today(), row.member
        due = row.due if isinstance(row, CardRow) else None
        return [
            Cell(text=member.name),
            Cell(text=member.card or translate("Members", "没有"), muted=not member.card),
            Cell(text=missing_text(row)),
            Cell(text=_reminded_text(row, today), muted=not row.reminded),
            Cell(text=short_day(due, today) if due else "", muted=True),
        ]

    def show_rows(self, rows: Sequence[CardRow] | Sequence[Silent]) -> None:
        """Show these; none is selected, which means all."""
        self._source.show_rows(rows)
        self.setColumnHidden(4, not any(isinstance(row, CardRow) and row.due for row in rows))
        self.fit()

    def chosen(self) -> list[str]:
        """The ids of the selected members; none where nobody is selected."""
        return [index.data(ROW).member.id for index in self.selectionModel().selectedRows()]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter shows the member."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().data(ROW).member.id)


def _reminded_text(row: CardRow | Silent, today: date) -> str:
    if not row.reminded:
        return translate("Members", "没有")
    count, last = len(row.reminded), short_day(max(row.reminded).date(), today)
    if row.spent:
        return translate("Members", "{count} 次，{day}，次数已到", count=count, day=last)
    return translate("Members", "{count} 次，{day}", count=count, day=last)


def missing_text(row: CardRow | Silent) -> str:
    """What the reminder is about, in words."""
    if isinstance(row, Silent):
        return reason_text(row.rule)
    return wanting_text(row.problem) if row.problem else ""
