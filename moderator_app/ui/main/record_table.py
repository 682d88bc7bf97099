"""A member's record as a table: what happened, when, by whose hand, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.member import Status
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action
from moderator_app.i18n import language, translate
from moderator_app.sentences import action_text, status_text
from moderator_app.sentences.ledger import changes, kind_text
from moderator_app.session import (
    Appeal,
    AppealState,
    Fine,
    Pending,
    RecordRow,
    Report,
    RowState,
    Task,
    TaskState,
)
from moderator_app.ui.main.models import Cell, SortedTable, TableModel
from moderator_app.ui.main.tables import PlainTable
from moderator_app.ui.theme import theme

if TYPE_CHECKING:
    from moderator_app.ui.main.process_matters import Thing

_MOST_ROWS = 8
_NOTICE, _BY = 3, 4  # columns that may give way
_NARROW = 560
_MOST_EVIDENCE = 24  # characters


def clause_titles(rulebook: Rulebook, rules: tuple[str, ...]) -> str:
    """The titles of the clauses, in the language in force; an id that is gone stays an id."""
    found = (rulebook.clause(rule) for rule in rules)
    titles = [
        clause.title.get(language()) if clause else rule for clause, rule in zip(found, rules, strict=True)
    ]
    return translate("Members", "、").join(titles)


def first_clause(rulebook: Rulebook, rules: tuple[str, ...]) -> str:
    """The title of the clause that weighs most, and how many there are beside it."""
    first = clause_titles(rulebook, rules[:1])
    return (
        translate("Members", "{first} 等 {count} 条", first=first, count=len(rules)) if rules[1:] else first
    )


def evidence(entry: Entry) -> str:
    """The longest words that were marked, in quotation marks; else the beginning of the message."""
    marked = (entry.message[start:end] for start, end in entry.spans)
    words = max(marked, key=len, default=entry.message)
    if len(words) > _MOST_EVIDENCE:
        words = f"{words[:_MOST_EVIDENCE]}…"
    return translate("Members", "「{words}」", words=" ".join(words.split())) if words else ""


def what_happened(entry: Entry, rulebook: Rulebook) -> str:
    """An entry's matter in a word or two."""
    if entry.kind is EntryKind.STRIKE:
        return first_clause(rulebook, entry.rules) or translate("Members", "没有写明")
    if entry.kind is EntryKind.MEMBER_EDITED:
        return _edited(entry)
    if entry.kind is EntryKind.CARRIED_OUT:
        moved = entry.step is Action.MOVE  # the notice that comes before it has a line of its own
        return translate("Members", "移到自由群") if moved else action_text(entry.step)
    if entry.kind is EntryKind.PROPOSED:
        return translate("Members", "提请{what}", what=action_text(entry.step))
    if entry.kind is EntryKind.FINE:
        return translate("Members", "红包") if entry.deed == "packet" else translate("Members", "罚款")
    return {
        EntryKind.VOID: translate("Members", "作废理由"),
        EntryKind.NOTICE: translate("Members", "只告知"),
        EntryKind.BREACH: translate("Members", "判为违规"),
    }.get(entry.kind) or kind_text(entry.kind)


def _edited(entry: Entry) -> str:
    if entry.deed == "leave":
        return translate("Members", "请假")
    if entry.deed == "met":
        return translate("Members", "来过聚会")
    before, after = entry.before, entry.after
    if before and after and before.status is not after.status:
        if after.status is Status.FREE_GROUP:
            return translate("Members", "移到自由群")
        return status_text(after.status)
    return translate("Members", "修改资料")


def _said(entry: Entry) -> str:
    """What the third column tells: the words that were marked, an amount, a reason, or what changed."""
    if entry.message:
        return evidence(entry)
    if entry.kind is EntryKind.MEMBER_EDITED:
        return translate("Members", "；").join(changes(entry.before, entry.after))
    parts = (entry.amount, entry.reason)
    return translate("Members", "，").join(part for part in parts if part)


def _state(row: RecordRow, thing: Thing | None) -> str:
    """How a line stands: a strike by whether it counts, anything else by whether it is settled."""
    said = {
        RowState.ACTIVE: translate("Members", "有效"),
        RowState.LAPSED: translate("Members", "已失效"),
        RowState.VOIDED: translate("Members", "已作废"),
        RowState.CLEARED: translate("Members", "恢复前"),
        RowState.PLAIN: "",
    }[row.state]
    match thing:
        case Pending():
            said = translate("Members", "等人同意")
        case Appeal(state=state):
            said = _APPEALS[state]()
        case Report(open=waits):
            said = translate("Members", "待办") if waits else translate("Members", "已办结")
        case Fine(paid=paid):
            said = translate("Members", "已交") if paid else translate("Members", "未交")
        case Task(state=state):
            said = _TASKS[state]()
    return said


_APPEALS = {
    AppealState.OPEN: lambda: translate("Members", "待办"),
    AppealState.UPHELD: lambda: translate("Members", "维持"),
    AppealState.VOIDED: lambda: translate("Members", "成立"),
}
_TASKS = {
    TaskState.OPEN: lambda: translate("Members", "未到时间"),
    TaskState.LATE: lambda: translate("Members", "没有回复"),
    TaskState.ANSWERED: lambda: translate("Members", "已回复"),
}


class RecordTable(PlainTable):
    """The record, newest first; sorts by native values."""

    def __init__(self) -> None:
        super().__init__(translate("Members", "记录"), stretched=2, most_rows=_MOST_ROWS)
        self.setObjectName("record-table")
        self._rulebook: Rulebook | None = None
        self._notices: Mapping[str, str] = {}
        self._things: Mapping[str, Thing] = {}
        titles = (
            translate("Members", "日期"),
            translate("Members", "事由"),
            translate("Members", "证据"),
            translate("Members", "告知"),
            translate("Members", "经手"),
            translate("Members", "状态"),
        )
        self._model = SortedTable(TableModel(titles, self._cells))
        self.setModel(self._model)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.dress()

    def _cells(self, row: RecordRow) -> list[Cell]:
        entry, rulebook = row.entry, self._rulebook
        if rulebook is None:
            raise RuntimeError("show_record comes first")
        struck, plain = row.state is RowState.VOIDED, row.state is RowState.PLAIN
        state = _state(row, self._things.get(entry.id))
        return [
            Cell(text=entry.at.date().isoformat(), sort=entry.at.isoformat(), struck=struck),
            Cell(text=what_happened(entry, rulebook), struck=struck, muted=plain),
            Cell(text=_said(entry), struck=struck, muted=plain),
            Cell(text=self._notices.get(entry.notice, entry.notice), struck=struck, muted=plain),
            Cell(text=entry.moderator, muted=struck or plain),
            Cell(text=state, muted=row.state is not RowState.ACTIVE),
        ]

    def show_record(
        self,
        rows: list[RecordRow],
        rulebook: Rulebook,
        notices: Mapping[str, str],
        things: Mapping[str, Thing],
    ) -> None:
        """Show another member's record, the newest line chosen.

        `notices` are titles by id, `things` what the process knows of a line, by its entry's id.
        """
        self._rulebook, self._notices, self._things = rulebook, notices, things
        self._model.show_rows(rows)
        self.setColumnHidden(_BY, not any(row.entry.moderator for row in rows))
        self.fit()
        if rows:
            self.choose(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow, what was said comes before which notice was given."""
        super().resizeEvent(event)
        self.setColumnHidden(_NOTICE, self.width() < theme().px(_NARROW))

    def choose(self, number: int) -> None:
        """Make a row the current one."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(number, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def current(self) -> RecordRow | None:
        """The row that is chosen."""
        index = self.currentIndex()
        found = self._model.row(index.row()) if index.isValid() else None
        return found if isinstance(found, RecordRow) else None
