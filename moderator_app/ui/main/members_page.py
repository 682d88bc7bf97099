"""成员: search and filter the roster, see a member's whole record, and act on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget

from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.i18n import language, translate
from moderator_app.session import MemberRow
from moderator_app.ui.main.cards import card_state
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.lists import ListPane, RowList, Tabs
from moderator_app.ui.main.member_detail import MemberDetail, standing_tag
from moderator_app.ui.main.member_dialogs import MemberQuestion, RemoveQuestion, StrikeQuestion, VoidQuestion
from moderator_app.ui.main.models import ROW, RowsModel
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.parts import MoreButton, Plane, Scroll, column
from moderator_app.ui.main.record_table import what_happened
from moderator_app.ui.main.services import Services
from moderator_app.ui.widgets import Button, EmptyState, SearchField

ALL, RECORDED, UNNAMED, FREE = "all", "recorded", "unnamed", "free"


class MembersPage(Page):
    """The roster at the left, one member at the right."""

    def __init__(self, services: Services) -> None:
        self._search = SearchField(translate("Members", "姓名、别名、拼音首字母"), keys="Ctrl+F")
        self._search.setObjectName("members-search")
        self._tabs = Tabs((ALL, RECORDED, UNNAMED, FREE))
        self._rows = RowList(translate("Members", "成员"))
        self._rows.setObjectName("members-list")
        super().__init__(services, ListPane(self._search, self._rows, self._tabs))
        self.setObjectName("page-members")
        self._chosen = ""
        self._unnamed: dict[str, str] = {}
        self._steps = 0
        self._model = RowsModel(lambda found: found.member.id, self._spoken)
        self._delegate = RowDelegate(self._face)
        self._rows.setModel(self._model)
        self._rows.setItemDelegate(self._delegate)
        self._search.textChanged.connect(lambda _text: self._show_rows())
        self._search.escaped.connect(self._to_rows)
        self._search.returnPressed.connect(self._enter)
        self._tabs.chosen.connect(lambda _name: self._show_rows())
        self._rows.picked.connect(self._picked)
        self._rows.entered_row.connect(self._to_record)
        self._build_list_foot()
        self._build_detail()

    def _build_list_foot(self) -> None:
        add = Button(translate("Members", "添加成员"), variant="link", icon_name="plus")
        add.setObjectName("members-add")
        add.clicked.connect(lambda: self.add_member(""))
        if self.pane is not None:
            self.pane.add_foot(add)

    def _build_detail(self) -> None:
        self._detail = MemberDetail()
        self._detail.void_wanted.connect(self.delete)
        self._move = Button()
        self._move.setObjectName("member-move")
        self._move.clicked.connect(self._move_member)
        strike = Button(translate("Members", "记一次…"), variant="primary", keys="Ctrl+N")
        strike.setObjectName("member-strike")
        strike.clicked.connect(self.new)
        more = MoreButton(translate("Members", "更多"))
        more.setObjectName("member-more")
        more.setMenu(self._menu())
        self.title.name.setObjectName("member-name-shown")
        self.title.add(self._move, strike, more)
        shown = Plane()
        shown.setLayout(column(self.title, Scroll(self._detail), gap=0))
        self._empty = EmptyState(framed=False)
        self._empty.setObjectName("members-empty")
        self._empty.pressed.connect(lambda: self.add_member(self._search.text().strip()))
        nobody = Plane()
        nobody.setLayout(column(None, self._empty, None, None))
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(nobody)
        self.detail.setLayout(column(self._stack, self.status, gap=0))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name, text, do in (
            ("member-edit", translate("Members", "编辑资料…"), self._edit),
            ("member-remove", translate("Members", "移出名单…"), self._remove),
        ):
            action = QAction(text, menu)
            action.setObjectName(name)
            action.triggered.connect(do)
            menu.addAction(action)
        return menu

    # ---- what is shown

    def refresh(self) -> None:
        """Read the roster again; the chosen member stays chosen."""
        rulebook = self.session.rulebook()
        self._steps = len(rulebook.ladder.steps)
        everybody = self.session.members()
        self._unnamed = self._lacking(everybody, rulebook)
        counts = {name: sum(self._belongs(found, name) for found in everybody) for name in (RECORDED, FREE)}
        self._tabs.set_text(ALL, translate("Members", "全部 {count}", count=len(everybody)))
        self._tabs.set_text(RECORDED, translate("Members", "有记录 {count}", count=counts[RECORDED]))
        self._tabs.set_text(UNNAMED, translate("Members", "待改名 {count}", count=len(self._unnamed)))
        self._tabs.set_text(FREE, translate("Members", "自由群 {count}", count=counts[FREE]))
        self.status.left.setText(translate("Members", "{count} 人有记录", count=counts[RECORDED]))
        self._show_rows()
        self.show_undo()

    @staticmethod
    def _lacking(everybody: list[MemberRow], rulebook: Rulebook) -> dict[str, str]:
        """Whose card is not complete, each with what it wants."""
        states = ((found.member.id, card_state(found.member, rulebook)) for found in everybody)
        return {member: state.wanting for member, state in states if state.lacking}

    def _belongs(self, found: MemberRow, tab: str) -> bool:
        if tab == RECORDED:
            return bool(found.active or found.lapsed or found.voided)
        if tab == UNNAMED:
            return found.member.id in self._unnamed
        return tab == ALL or found.member.status is Status.FREE_GROUP

    def _show_rows(self) -> None:
        tab = self._tabs.current
        rows = [
            found for found in self.session.search(self._search.text().strip()) if self._belongs(found, tab)
        ]
        chosen = self._chosen
        self._model.show_rows(rows)
        index = self._model.find(chosen)
        if not index.isValid() and rows:
            index = self._model.index(0)
        self._rows.setCurrentIndex(index)
        if not rows:
            self._show_nobody()

    def _show_nobody(self) -> None:
        query = self._search.text().strip()
        if query:
            self._empty.set(
                translate("Members", "没有找到「{query}」", query=query),
                translate("Members", "可按姓名、别名、群名片或拼音首字母查找。"),
                translate("Members", "添加成员「{query}」", query=query),
            )
            self._empty.button.set_keys("Enter")
        else:
            self._empty.set(
                translate("Members", "这里还没有人"),
                translate("Members", "检查消息时记下的成员会自动进入名单。"),
                translate("Members", "添加成员"),
            )
            self._empty.button.set_keys("")
        self._chosen = ""
        self._stack.setCurrentIndex(1)

    def _picked(self, index: QModelIndex) -> None:
        found: MemberRow = index.data(ROW)
        self._chosen = found.member.id
        self._show_member(found)

    def _show_member(self, found: MemberRow) -> None:
        member = found.member
        self.title.show_name(member.name, standing_tag(member))
        back = member.status is Status.FREE_GROUP
        text = translate("Members", "请回主群") if back else translate("Members", "移到自由群")
        self._move.set_text(text)
        titles = {notice.id: notice.title.get(language()) for notice in self.session.notices()}
        record = self.session.record(member.id)
        self._detail.show_member(found, record, self.session.rulebook(), titles)
        self._stack.setCurrentIndex(0)

    def _spoken(self, found: MemberRow) -> str:
        face = self._face(found)
        return translate("Members", "，").join(part for part in (face.title, face.detail, face.right) if part)

    def _face(self, found: object) -> RowFace:
        if not isinstance(found, MemberRow):
            return RowFace(title="")
        lacking = found.member.id in self._unnamed
        card = found.member.card
        if lacking:
            wanting = self._unnamed[found.member.id]
            card = translate("Members", "名片：{card} · {wanting}", card=card, wanting=wanting)
        return RowFace(
            title=found.member.name,
            detail=card,
            warn=lacking,
            right=_count_text(found),
            had=min(found.active, self._steps),
            steps=self._steps,
        )

    # ---- what is done

    @property
    def _member(self) -> Member | None:
        return self.session.row(self._chosen).member if self._chosen else None

    def show_member(self, member_id: str) -> None:
        """Choose a member, whatever is filtered now."""
        self._chosen = member_id
        self._search.clear()
        self._tabs.choose(ALL)

    def _to_record(self) -> None:
        self._detail.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self._model.rowCount():
            self._rows.setFocus()
        elif self._search.text().strip():
            self.add_member(self._search.text().strip())

    def add_member(self, name: str) -> None:
        """Ask for a new member's fields and show them."""
        question = MemberQuestion(self.session, None, name, self)
        if question.exec():
            self.show_member(question.saved)

    def new(self) -> None:
        """记一次… for the chosen member."""
        StrikeQuestion(self.services, self._member, self).exec()

    def delete(self) -> None:
        """撤销这一次… for the chosen strike."""
        strike = self._detail.strike_to_void()
        if self._chosen and strike is not None:
            what = what_happened(strike.entry, self.session.rulebook())
            VoidQuestion(self.session, strike.entry, what, self).exec()

    def _edit(self) -> None:
        if self._member is not None:
            MemberQuestion(self.session, self._member, "", self).exec()

    def _remove(self) -> None:
        if self._member is not None:
            RemoveQuestion(self.session, self._member, self).exec()

    def _move_member(self) -> None:
        member = self._member
        if member is None:
            return
        back = member.status is Status.FREE_GROUP
        status = Status.ACTIVE if back else Status.FREE_GROUP
        if back:
            done = translate("Members", "{name}已回到主群", name=member.name)
        else:
            done = translate("Members", "{name}已标为自由群", name=member.name)
        self.services.doer.move(member.id, status, done)


def _count_text(found: MemberRow) -> str:
    """1 次, 2 次，自由群, 2 次已失效, 已撤销 1 次 … under the dots."""
    free = found.member.status is Status.FREE_GROUP
    if found.active:
        text = translate("Members", "{count} 次", count=found.active)
        return translate("Members", "{count}，自由群", count=text) if free else text
    if free:
        return translate("Members", "自由群")
    if found.lapsed:
        return translate("Members", "{count} 次已失效", count=found.lapsed)
    if found.voided:
        return translate("Members", "已撤销 {count} 次", count=found.voided)
    return ""
