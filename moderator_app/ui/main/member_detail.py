"""The right side of 成员: who it is, where they stand on the ladder, and their record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.ladder import Ladder, StepView
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.i18n import translate
from moderator_app.sentences import action_text
from moderator_app.sentences.steps import deed_text, step_text
from moderator_app.session import MemberRow, RecordRow, RowState
from moderator_app.ui.main.member_alerts import Alert, Alerts
from moderator_app.ui.main.member_facts import Facts, Known
from moderator_app.ui.main.member_opened import OpenedLine
from moderator_app.ui.main.parts import Card, Framed, column, margins, row
from moderator_app.ui.main.process_matters import Recorded
from moderator_app.ui.main.record_table import RecordTable
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Dots, Label, LadderLine


class LadderBox(Card):
    """How many strikes count, since when, until when, and what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self._dots = Dots()
        self._count, self._terms = Label(bold=True), Label(tone="text2", elide=True)
        self._count.setObjectName("member-count")
        self._terms.setObjectName("member-terms")
        self._line = LadderLine()
        self._line.setObjectName("member-ladder")
        body = column(row(self._dots, self._count, self._terms, None), self._line)
        margins(body, 16, 12, 16, 12)
        self.setLayout(body)

    def show_standing(
        self, shown: MemberRow, rulebook: Rulebook, step: StepView, notices: Mapping[str, str]
    ) -> None:
        """Show the standing of a member and the step that comes next; `notices` are titles by id."""
        ladder = rulebook.ladder
        self._dots.set(min(shown.active, len(ladder.steps)), len(ladder.steps))
        self._count.setText(
            translate("Members", "有效 {count} 次", count=shown.active)
            if shown.active
            else translate("Members", "没有有效的记录")
        )
        self._terms.setText(_terms_of(shown, ladder))
        called = notices.get(step.notice, "") if step.last else ""
        now = step_text(step, rulebook, date.today(), notice=called or deed_text(step))
        then = action_text(step.following) if step.following else ""
        future = translate("Members", "再犯 {action}", action=then) if then else ""
        self._line.set(had=0, total=0, now=False, past="", present=now, future=future)


def _terms_of(shown: MemberRow, ladder: Ladder) -> str:
    """「满 180 天失效，已失效 2 次」."""
    parts = []
    if ladder.lapse_days:
        parts.append(translate("Members", "满 {days} 天失效", days=ladder.lapse_days))
    if shown.lapsed:
        parts.append(translate("Members", "已失效 {count} 次", count=shown.lapsed))
    if shown.cleared:
        parts.append(translate("Members", "恢复前 {count} 次，不再计", count=shown.cleared))
    if shown.voided:
        parts.append(translate("Members", "已作废 {count} 次", count=shown.voided))
    return translate("Members", "，").join(parts)


class MemberDetail(QWidget):
    """Alerts, facts, ladder, record, and the line of the record that is chosen.

    Emits `wanted` with what is to be done about that line, `alerted` with an alert and the choice
    taken, `elsewhere` with the id of the same person in another group.
    """

    wanted = Signal(str)
    alerted = Signal(str, str)
    elsewhere = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._alerts, self._facts, self._ladder = Alerts(), Facts(), LadderBox()
        self.opened = OpenedLine()
        self.table = RecordTable()
        self.table.selectionModel().currentRowChanged.connect(self._open)
        self.opened.wanted.connect(self.wanted)
        self._alerts.chosen.connect(self.alerted)
        self._facts.elsewhere.connect(self.elsewhere)
        self._rulebook: Rulebook | None = None
        self._things: Mapping[str, Recorded] = {}
        self._moderator = ""
        self._none = Label(tone="text2")
        self._framed = Framed(self.table)
        body = column(
            self._alerts, self._facts, self._ladder, self._none, self._framed, self.opened, None, gap=16
        )
        margins(body, 24, 0, 24, 16)
        self.setLayout(body)
        self._none.setText(translate("Members", "还没有记录。"))
        self._none.setFont(theme().font(Type.BODY))

    def show_member(
        self,
        shown: MemberRow,
        known: Known,
        record: list[RecordRow],
        rulebook: Rulebook,
        notices: Mapping[str, str],
        *,
        step: StepView,
        things: Mapping[str, Recorded],
        alerts: Sequence[Alert],
        moderator: str,
    ) -> None:
        """Show another member.

        `step` comes next, `notices` are the titles of the notices by id, `things` what the process
        knows of lines of the record by their entry's id, `moderator` is who sits here.
        """
        self._rulebook, self._things, self._moderator = rulebook, things, moderator
        self._alerts.show_alerts(alerts)
        self._facts.show_known(known)
        self._ladder.show_standing(shown, rulebook, step, notices)
        self.table.show_record(record, rulebook, notices, things)
        self._framed.setVisible(bool(record))
        self._none.setVisible(not record)
        self._open()

    def _open(self, *_: object) -> None:
        if self._rulebook is not None:
            self.opened.show_line(self.table.current(), self._things, self._rulebook, self._moderator)

    def press_key(self, key: str) -> bool:
        """A letter was pressed in the record; whether it means anything for the chosen line."""
        return self.opened.press_key(key, self._moderator)

    def strike_to_void(self) -> RecordRow | None:
        """The chosen strike, where it still can be voided."""
        chosen = self.table.current()
        if chosen is None or chosen.entry.kind is not EntryKind.STRIKE:
            return None
        return chosen if chosen.state in (RowState.ACTIVE, RowState.LAPSED) else None
