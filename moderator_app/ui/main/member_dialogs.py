"""The questions about members: record a strike, add or edit, void with a reason, take off the list."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from moderator_app.core.errors import Ambiguous, ModeratorError, NotFound
from moderator_app.core.message import Role
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.member import Member, Status
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text, role_text, status_text
from moderator_app.session import Change, Offer, Session
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.ui.main.member_fields import candidates
from moderator_app.ui.main.process_dialogs import Deed
from moderator_app.ui.main.services import Services
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import ComboBox, SearchField

_SEPARATORS = str.maketrans("，、；;", ",,,,")


def copy_failed() -> str:
    """The sentence for a clipboard that did not take our text."""
    return translate("Copy", "没能复制，剪贴板被别的程序占用。也没有记录；请再试一次。")


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.translate(_SEPARATORS).split(",") if part.strip())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class StrikeQuestion(Deed):
    """记一次: who, which clause, what was said, and whether a notice goes with it.

    `offer` is the notice that lies on the clipboard then, in place of what was there `before`.
    """

    def __init__(
        self, services: Services, member: Member | None, parent: QWidget | None, text: str = ""
    ) -> None:
        super().__init__(translate("Members", "记一次"), "", translate("Members", "记录"), parent)
        self._services, self._session = services, services.session
        self.offer: Offer | None = None
        self.before = ClipboardContent()
        self._new = ""
        self._who = SearchField(translate("Members", "姓名、别名、拼音首字母"))
        self._who.set_source(lambda query: candidates(self._session, query))
        self._who.chosen.connect(self._choose)
        self._who.textEdited.connect(self._forget)
        self._who.entered.connect(lambda _name: self.answer())
        self._member = ""
        self._rule, self._notice = ComboBox(), ComboBox()
        self._text = QPlainTextEdit(text)
        self._text.setFixedHeight(theme().px(88))
        self._text.setTabChangesFocus(True)
        self.add(translate("Members", "成员"), self._who, "strike-member")
        self.add(translate("Members", "条款"), self._rule, "strike-rule")
        self.add(translate("Members", "原话"), self._text, "strike-text")
        self.add(translate("Members", "告知"), self._notice, "strike-notice")
        self._fill()
        if member is not None:
            self._choose(member.id)
            self._rule.setFocus()

    def _fill(self) -> None:
        lang = language()
        for clause in self._session.rulebook().active:
            label = translate(
                "Members", "第 {number} 条 {title}", number=clause.number, title=clause.title.get(lang)
            )
            self._rule.addItem(label, clause.id)
        self._notice.addItem(translate("Members", "只记录，不告知"), "")
        for notice in self._session.notices():
            if notice.counts:
                self._notice.addItem(notice.title.get(lang), notice.id)

    def _choose(self, member: str) -> None:
        self._member = member
        self._who.setText(self._session.row(member).member.name)
        self._who.close_list()

    def _forget(self, _text: str) -> None:
        self._member = ""

    def do(self) -> Change | None:
        """Record it; with a notice only once that lies on the clipboard."""
        name = self.needs(self._who, translate("Members", "还没有写是谁。"))
        if not name or self._asks_again(name):
            return None
        notice = str(self._notice.currentData())
        if not notice:
            return self._strike("")
        text = self._session.notice_text(notice, self._member or name)
        self.before = self._services.clipboard.read()
        self.offer = Offer(notice=self._session.notice(notice), text=text)
        self._services.clipboard.write(text, self._copied)
        return None

    def _asks_again(self, name: str) -> bool:
        """A name that nobody has may be a slip: it is said once before somebody new comes on the list."""
        if self._member or name == self._new:
            return False
        try:
            self._session.member(name)
        except Ambiguous:
            return False  # told by what records
        except NotFound:
            self._new = name
            said = translate(
                "Members", "名单里没有「{name}」。再按一次 Enter，就加入名单并记一次。", name=name
            )
            self.refuse(said, self._who)
            return True
        return False

    def _copied(self, arrived: bool) -> None:
        """Record only what really lies on the clipboard."""
        if not arrived or self.offer is None:
            self.refuse(copy_failed())
            return
        try:
            self.change = self._strike(self.offer.notice.id)
        except ModeratorError as error:
            self._services.clipboard.restore(self.before, self.offer.text, lambda _restored: None)
            self.refuse(error_text(error))
            return
        self.accept()

    def _strike(self, notice: str) -> Change:
        return self._session.strike_by_name(
            self._member or self._who.text().strip(),
            rules=[str(self._rule.currentData())],
            message=self._text.toPlainText(),
            notice=notice,
        )


class MemberQuestion(Deed):
    """Add a member, or edit one: every field that is kept."""

    def __init__(self, session: Session, member: Member | None, name: str, parent: QWidget | None) -> None:
        title = translate("Members", "编辑成员") if member else translate("Members", "添加成员")
        super().__init__(title, "", translate("Members", "保存"), parent)
        self._session, self._before = session, member
        self.saved = member.id if member else ""
        known = member or Member(id="", group="", name=name)
        self._name, self._card = QLineEdit(known.name), QLineEdit(known.card)
        self._aliases = QLineEdit("，".join(known.aliases))
        self._role, self._status = ComboBox(), ComboBox()
        self._joined = QLineEdit(known.joined.isoformat() if known.joined else "")
        self._joined.setPlaceholderText("2026-03-01")
        self._notes = QPlainTextEdit(known.notes)
        self._notes.setFixedHeight(theme().px(72))
        self._notes.setTabChangesFocus(True)
        for role in Role:
            self._role.addItem(role_text(role), role)
        for status in Status:
            self._status.addItem(status_text(status, session.group), status)
        self._role.setCurrentIndex(list(Role).index(known.role))
        self._status.setCurrentIndex(list(Status).index(known.status))
        self.add(translate("Members", "姓名"), self._name, "member-name")
        self.add(translate("Members", "群名片"), self._card, "member-card")
        self.add(translate("Members", "别名"), self._aliases, "member-aliases")
        self.add(translate("Members", "角色"), self._role, "member-role")
        self.add(translate("Members", "状态"), self._status, "member-status")
        self.add(translate("Members", "进群日期"), self._joined, "member-joined")
        self.add(translate("Members", "备注"), self._notes, "member-notes")
        self._aliases.setPlaceholderText(translate("Members", "几个别名之间用逗号隔开"))

    def do(self) -> Change | None:
        """Save."""
        name = self.needs(self._name, translate("Members", "还没有写姓名。"))
        if not name:
            return None
        joined = self._joined.text().strip()
        if joined and _day(joined) is None:
            wanted = translate("Members", "进群日期「{text}」读不懂，请写成 2026-03-01 这样。", text=joined)
            self.refuse(wanted, self._joined)
            return None
        fields: dict[str, object] = {
            "card": self._card.text().strip(),
            "aliases": _names(self._aliases.text()),
            "role": list(Role)[self._role.currentIndex()],
            "status": list(Status)[self._status.currentIndex()],
            "joined": _day(joined),
            "notes": self._notes.toPlainText().strip(),
        }
        if self._before is not None:
            return self._session.edit_member(self._before.id, name=name, **fields)
        change = self._session.add_member(name, group=None, **fields)
        self.saved = change.members[0]
        return change


class VoidQuestion(Deed):
    """作废一次: the strike counts no longer, and the reason stays in the record."""

    def __init__(self, session: Session, strike: Entry, what: str, parent: QWidget | None) -> None:
        sentence = translate(
            "Members",
            "{name}在 {day} 因「{what}」记的这一次将不再计数。记录和理由都留着。",
            name=strike.name,
            day=strike.at.date().isoformat(),
            what=what,
        )
        title = translate("Members", "作废这一次")
        super().__init__(title, sentence, translate("Members", "作废"), parent)
        self._session, self._strike = session, strike
        self._reason = self.reason("void-reason")

    def do(self) -> Change | None:
        """Void it."""
        reason = self.needs(self._reason, translate("Members", "请写一句理由，它会留在记录里。"))
        return self._session.void(self._strike.id, reason) if reason else None


class RemoveQuestion(Deed):
    """从名单移除: named, so that nobody is taken off by a slip; the record stays."""

    def __init__(self, session: Session, member: Member, parent: QWidget | None) -> None:
        sentence = translate(
            "Members",
            "把「{name}」从名单移除？用于加错的人；退群或移出请改状态。记录都留着，撤销（Ctrl+Z）可以恢复。",
            name=member.name,
        )
        title = translate("Members", "从名单移除")
        answer = translate("Members", "移除「{name}」", name=member.name)
        super().__init__(title, sentence, answer, parent)
        self._session, self._member = session, member.id

    def do(self) -> Change | None:
        """Take them off the list."""
        return self._session.remove_member(self._member)
