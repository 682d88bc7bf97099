"""One line of a member's record opened: what was said or done in full, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action, Level
from moderator_app.i18n import translate
from moderator_app.sentences import action_text, level_text
from moderator_app.sentences.ledger import changes
from moderator_app.session import RecordRow, Report, RowState, Session
from moderator_app.ui.main.parts import Card, clear, column, margins, row
from moderator_app.ui.main.process_deals import deals
from moderator_app.ui.main.process_matters import Matter, Recorded, Thing
from moderator_app.ui.main.process_parts import ThingBody
from moderator_app.ui.main.record_table import clause_titles, what_happened
from moderator_app.ui.widgets import Badge, Button, Label, Mark, MarkedText

APPEAL, VOID = "appeal", "void-strike"


def things_of(session: Session, member: Member, record: Sequence[RecordRow]) -> dict[str, Recorded]:
    """What the process knows of the lines of a member's record, by the id of their entry."""
    process, group = session.process, member.group
    readers: dict[EntryKind, Callable[[], Sequence[Recorded]]] = {
        EntryKind.APPEALED: lambda: process.appeals(group),
        EntryKind.REPORTED: lambda: process.reports(group),
        EntryKind.FINE: lambda: process.fines(group),
        EntryKind.TASK: lambda: process.tasks(group),
        EntryKind.PROPOSED: lambda: process.pending(group),
    }
    kinds = {line.entry.kind for line in record}
    return {
        thing.entry.id: thing
        for kind, read in readers.items()
        if kind in kinds
        for thing in read()
        if thing.member.id == member.id
    }


class OpenedLine(Card):
    """Time, verdict, clause and buttons above; words with their marks, or facts, below.

    Emits `wanted` with what is to be done: the name of a deal, `appeal` or `void-strike`.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("opened-line")
        self.line: RecordRow | None = None
        self.thing: Thing | None = None
        self._time, self._what = Label(bold=True), Label(tone="text2", elide=True)
        self._badge = Badge()
        self._buttons = QWidget()
        self._buttons_row = row(gap=8)
        self._buttons.setLayout(self._buttons_row)
        self._text, self._note = MarkedText(max_height=144), Label(tone="text2", wrap=True)
        self._text.setObjectName("strike-message")
        self._text.setAccessibleName(translate("Members", "原话"))
        self._note.setObjectName("opened-note")
        self.body = ThingBody()
        head = row(self._time, self._badge, self._what, None, self._buttons)
        held = column(head, self._text, self.body, self._note, gap=8)
        margins(held, 16, 12, 16, 12)
        self.setLayout(held)

    def show_line(
        self, line: RecordRow | None, things: Mapping[str, Recorded], rulebook: Rulebook, moderator: str
    ) -> None:
        """Show another line; nothing where none is chosen or there is no more to say of it."""
        self.line = line
        self.thing = things.get(line.entry.id) if line else None
        note = _note(line, rulebook) if line else ""
        is_strike = line is not None and line.entry.kind is EntryKind.STRIKE
        self.setVisible(bool(is_strike or self.thing or note))
        if line is None:
            return
        self._time.setText(line.entry.at.strftime("%Y-%m-%d %H:%M"))
        self._badge.setVisible(is_strike)
        self._badge.set(level_text(Level.VIOLATION), Level.VIOLATION)
        self._what.setText(
            _clauses(line.entry, rulebook) if is_strike else what_happened(line.entry, rulebook)
        )
        marks = [Mark(start=start, end=end, level=Level.VIOLATION) for start, end in line.entry.spans]
        said = line.entry.message if self.thing is None else ""
        self._text.set_marked(said, marks)
        self._text.setVisible(bool(said))
        self.body.setVisible(self.thing is not None)
        if self.thing is not None:
            self.body.show_thing(self.thing, rulebook, dated=False)
        self._note.setText(note if self.thing is None else "")
        self._note.setVisible(bool(self._note.text()))
        self._show_buttons(line, moderator)

    def _show_buttons(self, line: RecordRow, moderator: str) -> None:
        clear(self._buttons_row)
        if _counted(line):
            self._add(APPEAL, translate("Members", "申诉…"), "A")
            self._add(VOID, translate("Members", "作废这一次…"), "Del")
        if self.thing is not None:
            for deal in deals(Matter(key=line.entry.id, thing=self.thing), moderator):
                self._add(deal.name, deal.text, deal.key)

    def _add(self, name: str, text: str, keys: str) -> None:
        button = Button(text, keys=keys)
        button.setObjectName("strike-void" if name == VOID else f"line-{name}")
        button.clicked.connect(partial(self._press, name))
        self._buttons_row.addWidget(button)

    def _press(self, name: str, *_: object) -> None:
        self.wanted.emit(name)

    def press_key(self, key: str, moderator: str) -> bool:
        """Y, N, A or R was pressed in the record; whether it means anything for this line."""
        if self.line is None:
            return False
        if key == "R" and isinstance(self.thing, Report):
            self.body.reporter.reveal()
            return True
        if key == "A" and _counted(self.line):
            self.wanted.emit(APPEAL)
            return True
        if self.thing is None:
            return False
        found = deals(Matter(key=self.line.entry.id, thing=self.thing), moderator)
        deal = next((deal for deal in found if deal.key == key), None)
        if deal is not None:
            self.wanted.emit(deal.name)
        return deal is not None


def _counted(line: RecordRow) -> bool:
    """Whether it is a strike that can be spoken against and voided."""
    return line.entry.kind is EntryKind.STRIKE and line.state in (RowState.ACTIVE, RowState.LAPSED)


def _clauses(entry: Entry, rulebook: Rulebook) -> str:
    clause = rulebook.clause(entry.rules[0]) if entry.rules else None
    titles = clause_titles(rulebook, entry.rules)
    if clause is None:
        return titles
    return translate("Members", "第 {number} 条 {title}", number=clause.number, title=titles)


def _note(line: RecordRow, rulebook: Rulebook) -> str:
    """What else there is to say of a line: its reason, what changed, what the ladder asked for."""
    entry = line.entry
    if line.void is not None:
        day = line.void.at.date().isoformat()
        return translate("Members", "{day} 作废：{reason}", day=day, reason=line.void.reason)
    said = [*changes(entry.before, entry.after)] if entry.kind is EntryKind.MEMBER_EDITED else []
    if entry.reason:
        said.append(translate("Members", "理由：{reason}", reason=entry.reason))
    if entry.kind is EntryKind.STRIKE:
        if entry.step is not Action.NONE:
            step = action_text(entry.step)
            said.append(translate("Members", "当时的处理：{step}", step=step))
        if not entry.message:
            said.append(translate("Members", "没有留下原话。"))
    if entry.until is not None and entry.kind is EntryKind.CARRIED_OUT:
        said.append(translate("Members", "到 {day}", day=entry.until.date().isoformat()))
    return "\n".join(said)
