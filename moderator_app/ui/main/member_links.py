"""Two records of one person: told to be one in a group, or linked across groups; edits in conflict."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from moderator_app.core.roster.member import Member
from moderator_app.i18n import language, translate
from moderator_app.session import Change, Session
from moderator_app.ui.main.member_fields import PersonField, go_on
from moderator_app.ui.main.process_dialogs import Deed
from moderator_app.ui.widgets import ComboBox


class SameQuestion(Deed):
    """和另一位是同一人: from now on their records count as one; it can be undone."""

    def __init__(
        self, session: Session, member: Member, parent: QWidget | None, other: Member | None = None
    ) -> None:
        super().__init__(
            translate("Members", "同一个人"),
            translate(
                "Members",
                "两份记录会合成{name}这一份，次数加在一起，别名都留着；撤销可以分开。",
                name=member.name,
            ),
            translate("Members", "是同一人"),
            parent,
        )
        self._session, self._member = session, member.id
        self._who = PersonField(session, member.group, without=member.id)
        self._who.entered.connect(lambda _text: self.answer())
        self.add(translate("Members", "另一位"), self._who, "same-member")
        if other is not None:
            self._who.choose(other.id)

    def do(self) -> Change | None:
        """Tell it."""
        if not self._who.member:
            self.refuse(translate("Members", "请从列出的成员里选一位。"), self._who)
            return None
        return self._session.exchange.same(self._member, self._who.member)


class LinkQuestion(Deed):
    """在别的群里是: who the member is in another group; each group goes on counting by itself."""

    def __init__(self, session: Session, member: Member, parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "在别的群里"),
            translate(
                "Members", "记下{name}在别的群里是谁。两个群的次数分开计，互相看得到。", name=member.name
            ),
            translate("Members", "连起来"),
            parent,
        )
        self._session, self._member = session, member.id
        self._group = ComboBox()
        for group in session.groups():
            if group.id != member.group:
                self._group.addItem(group.title.get(language()), group.id)
        self._who = PersonField(session, str(self._group.currentData()))
        self._who.entered.connect(lambda _text: self.answer())
        self._group.currentIndexChanged.connect(self._elsewhere)
        self.add(translate("Members", "群"), self._group, "link-group")
        self.add(translate("Members", "成员"), self._who, "link-member")
        go_on(self._who)

    def _elsewhere(self, *_: object) -> None:
        self._who.group = str(self._group.currentData())
        self._who.clear()

    def do(self) -> Change | None:
        """Link them."""
        if not self._who.member:
            self.refuse(translate("Members", "请从列出的成员里选一位。"), self._who)
            return None
        return self._session.exchange.link(self._member, self._who.member)
