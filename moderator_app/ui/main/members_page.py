"""成员: the roster with its filters, what is to be done, and one member with the whole record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from moderator_app.core.roster.member import Member
from moderator_app.i18n import language, translate
from moderator_app.session import MemberRow, Report
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.import_source import Intake
from moderator_app.ui.main.lists import ListPane
from moderator_app.ui.main.member_deeds import MemberDeeds
from moderator_app.ui.main.member_dialogs import MemberQuestion, StrikeQuestion, VoidQuestion
from moderator_app.ui.main.member_empty import show_nobody
from moderator_app.ui.main.member_faces import member_face
from moderator_app.ui.main.member_filters import ALWAYS, Filter, FilterStrip, filter_text
from moderator_app.ui.main.member_known import OURS, alerts_of, known_of
from moderator_app.ui.main.member_list import ListFoot, MemberList
from moderator_app.ui.main.member_opened import APPEAL, VOID, things_of
from moderator_app.ui.main.member_pane import MemberPane
from moderator_app.ui.main.member_roll import CROWDS, Roll
from moderator_app.ui.main.member_several import SeveralPane
from moderator_app.ui.main.models import ROW, RowsModel
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.parts import Plane, column
from moderator_app.ui.main.process_acting import MemberActs
from moderator_app.ui.main.process_answers import AppealQuestion
from moderator_app.ui.main.process_deals import Dealer
from moderator_app.ui.main.process_matters import Matter, fits, matter_face, matters
from moderator_app.ui.main.process_several import SeveralMatters, alike
from moderator_app.ui.main.process_view import MatterView
from moderator_app.ui.main.record_table import what_happened
from moderator_app.ui.main.services import Services
from moderator_app.ui.widgets import EmptyState, SearchField

_WARM_MS = 200
"""When the hands rest after a change, the index is made ready for the first key of a search."""
_LATER_MS = 50
_MEMBER, _EMPTY, _SEVERAL, _MATTER, _TICKED = range(5)


class MembersPage(Page):
    """The roster, or 待办, at the left; one member, several, or one matter at the right."""

    def __init__(self, services: Services) -> None:
        self._search = SearchField(translate("Members", "姓名、别名、拼音首字母"), keys="Ctrl+F")
        self._search.setObjectName("members-search")
        self._strip = FilterStrip(tuple(Filter), filter_text, ALWAYS)
        self._strip.setObjectName("members-filters")
        self._rows = MemberList(translate("Members", "成员"))
        self._rows.setObjectName("members-list")
        super().__init__(services, ListPane(self._search, self._rows, self._strip))
        self.setObjectName("page-members")
        self.setAcceptDrops(True)
        self._chosen = ""
        self._group = self.session.group.id
        self._roll: Roll | None = None
        self._acts = MemberActs(services)
        self._dealer = Dealer(services, self._acts, self)
        self._deeds = MemberDeeds(services, self._acts, self._dealer, self)
        self._intake = Intake(services, self._acts, self)
        self._model = RowsModel(self._key, self._spoken)
        self._delegate = RowDelegate(self._face)
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(self._delegate)
        self._warm = QTimer(self, singleShot=True, interval=_WARM_MS)
        self._warm.timeout.connect(lambda: self.session.search("0"))
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._show_chosen)
        self._typing = False
        self._build_detail()
        self._connect()

    def _build_detail(self) -> None:
        self._pane = MemberPane(self._deeds)
        self._matter = MatterView()
        self._several, self._ticked = SeveralPane(), SeveralMatters()
        self._empty = EmptyState(framed=False)
        self._empty.setObjectName("members-empty")
        nobody = Plane()
        nobody.setLayout(column(None, self._empty, None, None))
        self._stack = QStackedWidget()
        for pane in (self._pane, nobody, self._several, self._matter, self._ticked):
            self._stack.addWidget(pane)
        self.detail.setLayout(column(self._stack, self.status, gap=0))
        self._foot = ListFoot()
        if self.pane is not None and (body := self.pane.layout()) is not None:
            body.addWidget(self._foot)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda _text: self._typed())
        self._search.escaped.connect(self._to_rows)
        self._search.returnPressed.connect(self._enter)
        self._strip.chosen.connect(lambda _name: self._show_rows())
        self._rows.picked.connect(self._picked)
        self._rows.entered_row.connect(self._open_row)
        self._rows.walked.connect(self._strip.walk)
        self._rows.several.connect(self._chose_several)
        self._rows.menu_wanted.connect(self._pane.open_menu)
        self._foot.add.clicked.connect(lambda: self.add_member(""))
        self._foot.remind.clicked.connect(self._remind)
        self._foot.import_file.clicked.connect(self._intake.choose_file)
        self._foot.export.triggered.connect(self._intake.export)
        self._empty.pressed.connect(self._way_on)
        self._pane.strike_wanted.connect(self.new)
        self._pane.deed_wanted.connect(self._do)
        self._pane.detail.wanted.connect(self._line_wanted)
        self._pane.detail.alerted.connect(self._alerted)
        self._pane.detail.elsewhere.connect(self._go_elsewhere)
        self._matter.wanted.connect(self._deal)
        self._matter.member_wanted.connect(self.show_member)
        self._matter.alike_wanted.connect(self._tick_alike)
        self._several.wanted.connect(self._deeds.do_for)
        self._rows.ticked.connect(self._chose_matters)
        self._ticked.wanted.connect(self._dealer.do_for_several)
        for keys, do in (
            ("Ctrl+I", self._intake.choose_file),
            ("Ctrl+V", self._intake.paste),
            ("Ctrl+R", self._remind),
            ("Ctrl+M", self._press_button),
            ("F2", lambda: self._do("edit")),
            ("F10", self._pane.open_menu),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    # ---- what is shown

    def refresh(self) -> None:
        """Read the roster again; the chosen member stays chosen."""
        if self._group != self.session.group.id:
            self._group = self.session.group.id
            self._search.clear()  # who was looked for in another group is not looked for in this one
        self._roll = Roll(self.session)
        counts = self._roll.counts()
        self._strip.show_counts(counts)
        self.status.left.setText(translate("Members", "{count} 人有记录", count=counts[Filter.RECORDED]))
        self._show_rows(stay=True)
        self.show_undo()
        self._warm.start()

    def end(self) -> None:
        """Make nothing ready any more."""
        self._warm.stop()
        self._later.stop()

    def _found(self) -> Sequence[MemberRow | Matter]:
        """The rows under the filter and the search."""
        query, name = self._search.text().strip(), self._strip.current
        if self._roll is None:
            return []
        if name == Filter.TODO:
            return [each for each in matters(self._roll.todo) if not query or fits(each, query)]
        return self._roll.of(self.session.search(query) if query else self._roll.rows, name)

    def _show_rows(self, *, stay: bool = False) -> None:
        """Show the rows; the chosen one stays. With `stay`, where it is settled, the next has its place."""
        rows = self._found()
        self._foot.show_for(self._strip.current, len(rows))
        self._rows.stop_ticking()
        chosen, place = self._chosen, self._rows.currentIndex().row() if stay else 0
        self._model.show_rows(rows)
        index = self._model.find(chosen)
        if not index.isValid() and rows:
            index = self._model.index(max(0, min(place, len(rows) - 1)))
        self._rows.setCurrentIndex(index)
        if not rows:
            self._show_nobody()

    def _typed(self) -> None:
        """Each key shows the rows at once; whoever is first among them, when the hands rest."""
        self._typing = True
        self._show_rows()
        self._typing = False

    def _show_nobody(self) -> None:
        self._chosen = ""
        self._later.stop()
        show_nobody(self._empty, self._strip.current, self._search.text().strip())
        self._stack.setCurrentIndex(_EMPTY)

    def _way_on(self) -> None:
        """The button of the empty state: all members first, whoever is searched then is found or new."""
        query = self._search.text().strip()
        if self._strip.current != Filter.ALL:
            self._strip.choose(Filter.ALL)
            self._to_rows()  # the button is gone, and the focus must not go with it
        elif query:
            self.add_member(query)
        else:
            self._intake.choose_file()

    @staticmethod
    def _key(found: MemberRow | Matter) -> str:
        return found.key if isinstance(found, Matter) else found.member.id

    def _picked(self, index: QModelIndex) -> None:
        self._chosen = self._key(index.data(ROW))
        if self._typing:
            self._later.start()
        else:
            self._show_chosen()

    def _show_chosen(self) -> None:
        self._later.stop()
        found = self._rows.currentIndex().data(ROW)
        if isinstance(found, Matter):
            group = found.thing.member.group if found.thing else None
            rulebook, moderator = self.session.rulebook(group), str(self.session.setting("moderator"))
            self._matter.show_matter(found, rulebook, moderator, alike(self._found(), found, moderator))
            self._stack.setCurrentIndex(_MATTER)
        elif isinstance(found, MemberRow):
            self._show_member(found)

    def _show_member(self, found: MemberRow) -> None:
        if self._roll is None:
            return
        member, rulebook = found.member, self._roll.rulebook
        record = self.session.record(member.id)
        self._pane.show_title(member, self.session.group)
        self._pane.detail.show_member(
            found,
            known_of(self.session, member, self._roll),
            record,
            rulebook,
            {notice.id: notice.title.get(language()) for notice in self.session.notices()},
            step=self.session.process.next_step(member.id),
            things=things_of(self.session, member, record),
            alerts=alerts_of(self.session, member, self._roll.conflicts),
            moderator=str(self.session.setting("moderator")),
        )
        self._stack.setCurrentIndex(_MEMBER)

    def _spoken(self, found: MemberRow | Matter) -> str:
        face = self._face(found)
        return translate("Members", "，").join(part for part in (face.title, face.detail, face.right) if part)

    def _face(self, found: object) -> RowFace:
        if self._roll is not None and isinstance(found, Matter):
            return matter_face(found, self._roll.rulebook, date.today())
        if self._roll is not None and isinstance(found, MemberRow):
            return member_face(found, self._roll, self._strip.current, date.today())
        return RowFace(title="")

    # ---- who is chosen

    @property
    def _member(self) -> Member | None:
        """The member who is shown alone."""
        found = self._rows.currentIndex().data(ROW)
        return found.member if isinstance(found, MemberRow) else None

    def show_member(self, member_id: str) -> None:
        """Choose a member, whatever is filtered now."""
        self._chosen = member_id
        self._search.clear()
        self._strip.choose(Filter.ALL)

    def show_todo(self, key: str = "") -> None:
        """Show what is to be done; the matter with this key where one is named."""
        self._chosen = key or self._chosen
        self._search.clear()
        self._strip.choose(Filter.TODO)

    def _go_elsewhere(self, member_id: str) -> None:
        """The same person in another group."""
        self.session.choose_group(self.session.row(member_id).member.group)
        self.show_member(member_id)

    def _open_row(self) -> None:
        if self._strip.current == Filter.TODO:
            self._matter.go_to_member()
        else:
            self._pane.detail.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self._model.rowCount():
            self._rows.setFocus()
        elif self._search.text().strip():
            self._way_on()

    def _chose_several(self, members: list[Member]) -> None:
        self._several.show_members(members)
        self._stack.setCurrentIndex(_SEVERAL)

    def _chose_matters(self, found: list[Matter]) -> None:
        self._ticked.show_matters(found, str(self.session.setting("moderator")))
        self._stack.setCurrentIndex(_TICKED)

    def _tick_alike(self) -> bool:
        """A: everything that waits for the same as the proposal that is shown; False where none is."""
        return self._rows.tick_all(self._matter.alike)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Y, N, R and A settle what is shown; a key that is held down settles no more than one thing."""
        key, shown = event.text().upper(), self._stack.currentIndex()
        heard = key in ("Y", "N", "R", "A") and not event.modifiers() and not event.isAutoRepeat()
        several, one, member = self._ticked.press_key, self._matter.press_key, self._pane.detail.press_key
        press = {_TICKED: several, _MATTER: one, _MEMBER: member}.get(shown)
        done = heard and key == "A" and shown == _MATTER and self._tick_alike()
        if not (done or (heard and press is not None and press(key))):
            super().keyPressEvent(event)

    # ---- what is done

    def add_member(self, name: str) -> None:
        """Ask for a new member's fields and show them."""
        question = MemberQuestion(self.session, None, name, self)
        if self._dealer.ask(question):
            self.show_member(question.saved)

    def new(self) -> None:
        """记一次… for the chosen member, or for whom the chosen matter is about."""
        matter = self._rows.currentIndex().data(ROW)
        thing = matter.thing if isinstance(matter, Matter) else None
        said = thing.text if isinstance(thing, Report) else ""
        question = StrikeQuestion(self.services, thing.member if thing else self._member, self, said)
        if question.exec() and question.change:
            if question.offer is None:
                self._acts.told(question.change)
            else:
                self._acts.ready(question.change, question.offer, question.before)

    def delete(self) -> None:
        """作废这一次… for the chosen strike."""
        strike = self._pane.detail.strike_to_void()
        if self._member and strike is not None:
            what = what_happened(strike.entry, self.session.rulebook())
            self._dealer.ask(VoidQuestion(self.session, strike.entry, what, self))

    def _press_button(self) -> None:
        """Ctrl+M: the button that shows it, of one member or of several."""
        if self._stack.currentIndex() == _SEVERAL:
            self._several.remove()
        else:
            self._pane.press_button()

    def _do(self, name: str) -> None:
        if self._member is not None:
            self._deeds.do(name, self._member)

    def _deal(self, name: str) -> None:
        if self._matter.matter is not None:
            self._dealer.do(name, self._matter.matter, self._matter.table.chosen())

    def _line_wanted(self, name: str) -> None:
        """What is wanted for the opened line of the record."""
        line, thing = self._pane.detail.opened.line, self._pane.detail.opened.thing
        if line is None:
            return
        if name == VOID:
            self.delete()
        elif name == APPEAL:
            what = what_happened(line.entry, self.session.rulebook())
            self._dealer.ask(AppealQuestion(self.session, line.entry, what, self))
        elif thing is not None:
            self._dealer.do(name, Matter(key=line.entry.id, thing=thing))

    def _alerted(self, alert: str, choice: str) -> None:
        member = self._member
        if member is None:
            return
        if choice == "todo":
            self.show_todo()
        elif alert.startswith("conflict-") and self._roll is not None:
            about = (member.id, alert.removeprefix("conflict-"))
            found = (each for each in self._roll.conflicts if (each.member.id, each.field) == about)
            self._deeds.settle(next(found), ours=choice == OURS)
        elif choice.startswith("apart-"):
            other = choice.removeprefix("apart-")
            self._acts.do(lambda: self.session.exchange.apart(member.id, other))
        elif choice.startswith("same-"):
            self._deeds.ask_same(member, choice.removeprefix("same-"))
        else:
            self._deeds.do(choice, member)

    def _remind(self) -> None:
        """提醒这几位: those under the filter, or those of them who are selected."""
        crowd = CROWDS.get(Filter(self._strip.current))
        if crowd is not None and self._model.rowCount():
            chosen = [member.id for member in self._rows.chosen()]
            everybody = [row.member.id for row in self._found() if isinstance(row, MemberRow)]
            self._dealer.remind(crowd, chosen if len(chosen) > 1 else everybody)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A file, or a piece of text with names."""
        if self._intake.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take it in, once whoever dropped it is free again."""
        event.acceptProposedAction()
        self._intake.dropped(event.mimeData())
