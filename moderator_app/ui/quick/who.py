"""Who wrote it: a known member with the ladder, a field to say who, or a choice among several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from moderator_app.core.roster.member import Member
from moderator_app.core.rules.verdict import Level
from moderator_app.i18n import translate
from moderator_app.session.types import Case
from moderator_app.ui.quick import standing, words
from moderator_app.ui.quick.alarm_line import AlarmLine
from moderator_app.ui.quick.ports import CheckSession
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Candidate, KeyHint, Label, LadderLine, SearchField
from moderator_app.ui.widgets.choice_list import ChoiceList
from moderator_app.ui.widgets.painting import Themed


class WhoSection(Themed, QWidget):
    """Emits `chosen` with a member's id, or with `words.NEW` and a name; the field is `field`.

    `listed_wanted` asks to see the one on the blocklist whom the name is like, `filing_wanted` to put
    the message on record as an appeal.
    """

    chosen = Signal(str)
    change_wanted = Signal()
    listed_wanted = Signal()
    filing_wanted = Signal()

    def __init__(self, session: CheckSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.name = Label(bold=True, elide=True)
        self.name.setObjectName("whoName")
        self.status = Label(tone="text2")
        self.status.setObjectName("whoStatus")
        self.record = Label(tone="text2")
        self.record.setObjectName("whoRecord")
        self.change = KeyHint("F2", translate("QuickCheck", "换人"))
        self.change.setObjectName("changeWho")
        self.change.clicked.connect(self.change_wanted)
        self.appeal = KeyHint("Ctrl+R", translate("Filing", "记为申诉"))
        self.appeal.setObjectName("fileAppeal")
        self.appeal.clicked.connect(self.filing_wanted)
        self.ladder = LadderLine()
        self.ladder.setObjectName("ladderLine")
        self.waiting = Label(tone="text2", wrap=True)
        self.waiting.setObjectName("whoWaiting")
        self.alarm = AlarmLine()
        self.alarm.pressed.connect(self.listed_wanted)
        self.field = SearchField(translate("QuickCheck", "谁发的？姓名、别名或拼音首字母，可留空"))
        self.field.setObjectName("whoField")
        self.field.set_source(self._search)
        self.field.chosen.connect(self._picked)
        self.field.entered.connect(lambda text: self.chosen.emit(words.NEW + text))
        self._field_key = KeyHint("F2", "")
        self._field_key.setAccessibleName(translate("QuickCheck", "指明是谁"))
        self._field_key.clicked.connect(self.change_wanted)
        self.note = Label(tone="text2", wrap=True)
        self.note.setObjectName("whoNote")
        self.people = ChoiceList()
        self.people.setObjectName("whoCandidates")
        self.people.chosen.connect(self._picked)
        self._lay_out()
        self.follow_theme()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._known = QWidget()
        self._known_row = QHBoxLayout(self._known)
        for widget in (self.name, self.status, self.record):
            self._known_row.addWidget(widget)
        self._known_row.addStretch(1)
        self._known_row.addWidget(self.appeal)
        self._known_row.addWidget(self.change)
        self._asking = QWidget()
        self._asking_row = QHBoxLayout(self._asking)
        self._asking_row.addWidget(self.field, 1)
        self._asking_row.addWidget(self._field_key)
        for part in self._parts:
            self._column.addWidget(part)

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return (
            *(self._known, self.ladder, self.waiting, self.alarm),
            *(self._asking, self.note, self.people),
        )

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._set_margins(listed=False)
        self._column.setSpacing(px(4))
        for row in (self._known_row, self._asking_row):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(8))
        self.note.setContentsMargins(0, px(4), 0, 0)
        super().restyle()

    # What is shown

    def begin(self) -> None:
        """Another message: what was typed for the one before is of no use now."""
        self.field.clear()
        self.field.close_list()

    def show_case(self, case: Case, *, asking: bool, counting: bool, listed: bool = False) -> None:
        """`asking` opens the field in any case; `counting` tells that a strike would follow.

        `listed` tells that the name stands in a list of people already: only the ladder is shown here,
        and the field when it is asked for.
        """
        several = case.member is None and bool(case.candidates)
        known = not asking and (listed or (not several and bool(words.shown_name(case))))
        self._show_known(case, known=known, counting=counting)
        self._known.setVisible(known and not listed)
        self._asking.setVisible(not known)
        if known:
            self.begin()
        several = several and not known
        note = self._note_text(case, known=known, several=several, counting=counting)
        self._show_note("" if listed and known else note)
        self.people.setVisible(several)
        if several:
            self.people.set_rows(self._candidates(case.candidates))
        self._set_margins(listed=listed and known)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is to be seen."""
        return all(part.isHidden() for part in self._parts)

    def _set_margins(self, *, listed: bool) -> None:
        """Under the list the ladder and the messages are one section."""
        px = theme().px
        self._column.setContentsMargins(px(16), px(12), px(16), 0 if listed else px(12))

    def _show_known(self, case: Case, *, known: bool, counting: bool) -> None:
        self._known.setVisible(known)
        self.name.setText(words.shown_name(case))
        in_list = case.member is not None
        self.status.setText(
            words.standing_text(case.member, case.at.date(), case.group)
            if case.member
            else translate("QuickCheck", "名单里没有")
        )
        self.status.set_tone("text2" if in_list else Level.UNSURE)
        broken = case.verdict.level is not Level.OK
        active = "" if broken else words.strikes_text(case.standing.active)
        record = translate("QuickCheck", "，").join(filter(None, (active, standing.earlier_text(case))))
        self.record.setText(record if in_list else "")
        self.record.setVisible(in_list and bool(record))
        self.appeal.setVisible(in_list and not broken and case.standing.active > 0)
        self.ladder.setVisible(known and broken and case.step.total_steps > 0)
        self._show_ladder(case, counting=counting)
        self._show_standing(case, known=known)

    def _show_ladder(self, case: Case, *, counting: bool) -> None:
        active = case.standing.active
        past, present = words.step_parts(case, self._session.rulebook(case.group.id))
        self.ladder.set(
            had=min(active, case.step.total_steps),
            total=case.step.total_steps,
            now=counting,
            past=past if counting else words.strikes_text(active),
            present=present if counting else "",
            future=words.following_step(case) if counting else words.next_if_counted(case),
        )

    def _show_standing(self, case: Case, *, known: bool) -> None:
        """What waits about the person, and whom the name is like."""
        self.waiting.setText("\n".join(standing.waiting_lines(self._session, case)) if known else "")
        self.waiting.setVisible(bool(self.waiting.text()))
        self.alarm.show_text(standing.alarms_text(case))

    def _show_note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _note_text(self, case: Case, *, known: bool, several: bool, counting: bool) -> str:
        """What the user must know about the person before acting; nothing where all is plain."""
        if several:
            return self._several_text(case)
        if case.verdict.level is Level.OK:
            return ""
        if known and case.member is None:
            return translate("QuickCheck", "记录时会把{name}加进名单。", name=case.sender)
        if words.shown_name(case) or (counting and case.verdict.level is Level.UNSURE):
            return ""  # a counted doubt must name somebody, and its row says so
        return translate("QuickCheck", "剪贴板里没有发言人。不指明也能复制告知，但不会记到个人。")

    @staticmethod
    def _several_text(case: Case) -> str:
        count, name = len(case.candidates), case.sender
        if all(name in (member.name, member.card, *member.aliases) for member in case.candidates):
            if count == 2:
                return translate("QuickCheck", "名单里有两位「{name}」，请选一位。", name=name)
            return translate(
                "QuickCheck", "名单里有 {count} 位「{name}」，请选一位。", count=count, name=name
            )
        return translate("QuickCheck", "名单里没有「{name}」，有相近的，请选一位。", name=name)

    def _candidates(self, members: Sequence[Member]) -> list[Candidate]:
        return [words.candidate(self._session.row(member.id)) for member in members]

    # Choosing

    def open_field(self, text: str = "") -> None:
        """Give the field the focus; `text` is the first letter that was typed."""
        for part in (self._known, self.ladder, self.waiting):
            part.hide()
        self._asking.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.field.setText(text)
            self.field.refresh()

    @property
    def is_asking(self) -> bool:
        """Whether the field is shown."""
        return self._asking.isVisibleTo(self)

    @property
    def is_choosing(self) -> bool:
        """Whether several people are offered and the field is empty."""
        return self.people.isVisibleTo(self) and not self.field.text()

    def _search(self, query: str) -> Sequence[Candidate]:
        rows = [words.candidate(row) for row in self._session.search(query)[:5]]
        exact = any(query in (row.title, row.detail) for row in rows)
        return rows if exact else [*rows, words.new_member(query)]

    def _picked(self, identity: str) -> None:
        self.field.clear()
        self.chosen.emit(identity)
