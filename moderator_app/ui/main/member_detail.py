"""The right side of 成员: who it is, where they stand on the ladder, and their record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from moderator_app.core.message import Role
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.ladder import Ladder, next_step
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.sentences import action_text, level_text, role_text, status_text
from moderator_app.session import MemberRow, RecordRow, RowState
from moderator_app.ui.main.cards import CardState, card_state
from moderator_app.ui.main.parts import Card, Framed, column, margins, row
from moderator_app.ui.main.record_table import RecordTable, clause_titles
from moderator_app.ui.theme import Type, theme
from moderator_app.ui.widgets import Badge, Button, Dots, Label, LadderLine, Mark, MarkedText


def when(moment: datetime | None, today: date) -> str:
    """今天 09:41, or the day."""
    if moment is None:
        return translate("Members", "没有记下")
    if moment.date() == today:
        return translate("Members", "今天 {time}", time=moment.strftime("%H:%M"))
    return moment.date().isoformat()


def standing_tag(member: Member) -> str:
    """主群成员, or the role before it where it is a special one."""
    status = status_text(member.status)
    return status if member.role is Role.MEMBER else f"{role_text(member.role)} · {status}"


class Facts(QWidget):
    """Name card with its verdict, aliases, dates and notes, in two columns."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._card, self._badge = self._value("member-card-shown"), Badge()
        self._aliases, self._joined = self._value("member-aliases-shown"), self._value("member-joined-shown")
        self._seen, self._notes = self._value("member-seen-shown"), Label(wrap=True)
        self._notes.setObjectName("member-notes-shown")
        self._caption(0, 0, translate("Members", "群名片"))
        self._grid.addLayout(row(self._card, self._badge, None), 0, 1)
        self._put(0, 2, translate("Members", "进群"), self._joined)
        self._put(1, 0, translate("Members", "别名"), self._aliases)
        self._put(1, 2, translate("Members", "最近记录"), self._seen)
        self._notes_caption = self._caption(2, 0, translate("Members", "备注"))
        self._notes_caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._notes, 2, 1, 1, 3)

    @staticmethod
    def _value(name: str) -> Label:
        label = Label(elide=True)
        label.setObjectName(name)
        return label

    def _caption(self, line: int, place: int, text: str) -> Label:
        caption = Label(text, tone="text2")
        self._grid.addWidget(caption, line, place)
        return caption

    def _put(self, line: int, place: int, text: str, value: Label) -> None:
        self._grid.addWidget(value, line, place + 1)
        self._caption(line, place, text)

    def show_member(self, member: Member, last: datetime | None, card: CardState) -> None:
        """Show a member's facts; `last` is the time of the newest line in the record."""
        unknown = translate("Members", "没有记下")
        self._card.setText(member.card or unknown)
        self._badge.set(card.text, card.level)
        self._badge.setVisible(card.known)
        self._aliases.setText(translate("Members", "，").join(member.aliases) or translate("Members", "没有"))
        self._joined.setText(member.joined.isoformat() if member.joined else unknown)
        self._seen.setText(when(last, date.today()))
        self._notes.setText(member.notes)
        for label in (self._notes, self._notes_caption):
            label.setVisible(bool(member.notes))


class LadderBox(Card):
    """How many strikes count, since when they lapse, and what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self._dots = Dots()
        self._count, self._terms = Label(bold=True), Label(tone="text2", elide=True)
        self._count.setObjectName("member-count")
        self._line = LadderLine()
        self._line.setObjectName("member-ladder")
        body = column(row(self._dots, self._count, self._terms, None), self._line)
        margins(body, 16, 12, 16, 12)
        self.setLayout(body)

    def show_standing(self, shown: MemberRow, ladder: Ladder, last: datetime | None) -> None:
        """Show the standing of a member on a ladder; `last` is the newest strike that counts."""
        step = next_step(ladder, shown.active)
        self._dots.set(min(shown.active, len(ladder.steps)), len(ladder.steps))
        self._count.setText(
            translate("Members", "有效 {count} 次", count=shown.active)
            if shown.active
            else translate("Members", "没有有效的记录")
        )
        self._terms.setText(self._terms_of(shown, ladder))
        past = ""
        if shown.active and step.past and last is not None:
            done, day = action_text(step.past[-1]), last.strftime("%m-%d")
            past = translate(
                "Members", "第 {number} 次 {action}（{day}）", number=shown.active, action=done, day=day
            )
        now = translate("Members", "下一次 {action}", action=action_text(step.action))
        then = step.following
        future = translate("Members", "再犯 {action}", action=action_text(then)) if then else ""
        self._line.set(had=0, total=0, now=False, past=past, present=now, future=future)

    @staticmethod
    def _terms_of(shown: MemberRow, ladder: Ladder) -> str:
        parts = []
        if ladder.lapse_days:
            parts.append(translate("Members", "满 {days} 天失效", days=ladder.lapse_days))
        if shown.lapsed:
            parts.append(translate("Members", "已失效 {count} 次", count=shown.lapsed))
        if shown.voided:
            parts.append(translate("Members", "已撤销 {count} 次", count=shown.voided))
        return translate("Members", "，").join(parts)


class StrikeBox(Card):
    """One line of the record opened: time, verdict, clause, and the message with its marks."""

    void_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._time, self._clause = Label(bold=True), Label(tone="text2", elide=True)
        self._badge = Badge()
        self.void = Button(translate("Members", "撤销这一次…"), keys="Del")
        self.void.setObjectName("strike-void")
        self.void.clicked.connect(self.void_wanted)
        self._text, self._note = MarkedText(max_height=144), Label(tone="text2", wrap=True)
        self._text.setObjectName("strike-message")
        self._text.setAccessibleName(translate("Members", "原话"))
        body = column(
            row(self._time, self._badge, self._clause, None, self.void), self._text, self._note, gap=8
        )
        margins(body, 16, 12, 16, 12)
        self.setLayout(body)

    def show_row(self, shown: RecordRow | None, rulebook: Rulebook) -> None:
        """Show a strike; other lines of the record need no opening."""
        is_strike = shown is not None and shown.entry.kind is EntryKind.STRIKE
        self.setVisible(is_strike)
        if shown is None or not is_strike:
            return
        entry = shown.entry
        self._time.setText(entry.at.strftime("%Y-%m-%d %H:%M"))
        self._badge.set(level_text(Level.VIOLATION), Level.VIOLATION)
        self._clause.setText(self._clauses(entry.rules, rulebook))
        marks = [Mark(start=start, end=end, level=Level.VIOLATION) for start, end in entry.spans]
        self._text.set_marked(entry.message, marks)
        self._text.setVisible(bool(entry.message))
        self.void.setVisible(shown.state in (RowState.ACTIVE, RowState.LAPSED))
        self._note.setText(self._void_note(shown))
        self._note.setVisible(bool(self._note.text()))

    @staticmethod
    def _clauses(rules: tuple[str, ...], rulebook: Rulebook) -> str:
        clause = rulebook.clause(rules[0]) if rules else None
        titles = clause_titles(rulebook, rules)
        if clause is None:
            return titles
        return translate("Members", "第 {number} 条 {title}", number=clause.number, title=titles)

    @staticmethod
    def _void_note(shown: RecordRow) -> str:
        if shown.void is None:
            return "" if shown.entry.message else translate("Members", "没有留下原话。")
        day = shown.void.at.date().isoformat()
        return translate("Members", "{day} 撤销：{reason}", day=day, reason=shown.void.reason)


class MemberDetail(QWidget):
    """Facts, ladder, record, and the line of the record that is chosen."""

    void_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facts, self._ladder, self._strike = Facts(), LadderBox(), StrikeBox()
        self.table = RecordTable()
        self.table.selectionModel().currentRowChanged.connect(self._open)
        self._strike.void_wanted.connect(self.void_wanted)
        self._rulebook: Rulebook | None = None
        self._none = Label(tone="text2")
        framed = self._framed = Framed(self.table)
        body = column(self._facts, self._ladder, self._none, framed, self._strike, None, gap=16)
        margins(body, 24, 0, 24, 16)
        self.setLayout(body)
        self._none.setText(translate("Members", "还没有记录。"))
        self._none.setFont(theme().font(Type.BODY))

    def show_member(
        self, shown: MemberRow, record: list[RecordRow], rulebook: Rulebook, notices: Mapping[str, str]
    ) -> None:
        """Show another member; `notices` are the titles of the notices by id."""
        self._rulebook = rulebook
        strikes = [line.entry.at for line in record if line.state is RowState.ACTIVE]
        last = record[0].entry.at if record else None
        self._facts.show_member(shown.member, last, card_state(shown.member, rulebook))
        self._ladder.show_standing(shown, rulebook.ladder, max(strikes, default=None))
        self.table.show_record(record, rulebook, notices)
        self._framed.setVisible(bool(record))
        self._none.setVisible(not record)
        self._open()

    def _open(self, *_: object) -> None:
        if self._rulebook is not None:
            self._strike.show_row(self.table.current(), self._rulebook)

    def strike_to_void(self) -> RecordRow | None:
        """The chosen strike, where it still can be voided."""
        chosen = self.table.current()
        if chosen is None or chosen.entry.kind is not EntryKind.STRIKE:
            return None
        return chosen if chosen.state in (RowState.ACTIVE, RowState.LAPSED) else None
