"""The questions before a step against members: suspend, remove, fine, block, and a leave that was told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from moderator_app.core.roster.member import Member
from moderator_app.core.rules.verdict import Action
from moderator_app.i18n import translate
from moderator_app.session import Change, Session
from moderator_app.ui.main.dialogs import Question
from moderator_app.ui.main.member_fields import DayField, go_on
from moderator_app.ui.widgets import ComboBox

_MOST_NAMED = 3


class Deed(Question):
    """A question whose answer is one change: `change` holds it once it was done."""

    def __init__(self, title: str, sentence: str, answer: str, parent: QWidget | None) -> None:
        super().__init__(title, sentence, answer, self._answer, parent)
        self.change: Change | None = None

    def _answer(self) -> None:
        change = self.do()
        if change is not None:
            self.change = change
            self.accept()

    def do(self) -> Change | None:
        """Do it; None where something is missing, which was said."""
        raise NotImplementedError

    def reason(self, name: str) -> QLineEdit:
        """A line for the reason, kept in the record."""
        field = QLineEdit()
        field.setPlaceholderText(translate("Members", "会留在记录里"))
        self.add(translate("Members", "理由"), field, name)
        return field

    def needs(self, field: QLineEdit, said: str) -> str:
        """What stands in a field that must not be empty; "" where it is, which was said."""
        text = field.text().strip()
        if not text:
            self.refuse(said, field)
        return text


def named(members: Sequence[Member]) -> str:
    """「张三」, 「张三、李四」, 「张三、李四、王五等 5 位」."""
    names = translate("Members", "、").join(member.name for member in members[:_MOST_NAMED])
    if len(members) <= _MOST_NAMED:
        return names
    return translate("Members", "{names}等 {count} 位", names=names, count=len(members))


class SuspendQuestion(Deed):
    """暂停: out for some days; 待办 tells when they are over."""

    def __init__(self, session: Session, member: Member, parent: QWidget | None, days: int = 0) -> None:
        super().__init__(
            translate("Members", "暂停{name}", name=member.name), "", translate("Members", "暂停"), parent
        )
        self._session, self._member = session, member
        wanted = days or session.rulebook(member.group).process.suspend_days
        self._days = QLineEdit(str(wanted) if wanted else "")
        self._days.setPlaceholderText(translate("Members", "空着：到您恢复为止"))
        self._days.textChanged.connect(lambda _text: self._tell())
        self.add(translate("Members", "天数"), self._days, "suspend-days")
        self._why = self.reason("suspend-reason")
        self._tell()

    def _number(self) -> int | None:
        text = self._days.text().strip()
        return 0 if not text else int(text) if text.isdecimal() and len(text) <= 4 else None

    def _tell(self) -> None:
        days, name = self._number(), self._member.name
        if days:
            until = (date.today() + timedelta(days=days)).isoformat()
            said = translate(
                "Members",
                "请在微信里把{name}暂时移出或禁言。{day} 起，「待办」会提醒您恢复。",
                name=name,
                day=until,
            )
        else:
            said = translate(
                "Members", "请在微信里把{name}暂时移出或禁言。没有期限，到您按「恢复」为止。", name=name
            )
        self.sentence.setText(said)
        self.sentence.show()

    def do(self) -> Change | None:
        """Suspend."""
        days = self._number()
        if days is None:
            self.refuse(translate("Members", "天数请写成数字，如 7。"), self._days)
            return None
        why = self._why.text()
        return self._session.process.take(self._member.id, Action.SUSPEND, reason=why, days=days)


class RemovalQuestion(Deed):
    """移出: done at once, or proposed where the rules want more than one moderator's word."""

    def __init__(self, session: Session, members: Sequence[Member], parent: QWidget | None) -> None:
        self._session, self._members = session, tuple(members)
        removal = session.rulebook(members[0].group).process.removal
        several = removal.owner_above and len(members) > removal.owner_above
        self._waits = bool(removal.waits or several)
        answer = translate("Members", "提请移出") if self._waits else translate("Members", "移出")
        title = translate("Members", "移出{names}", names=named(members))
        super().__init__(title, self._told(), answer, parent)
        self._why = self.reason("removal-reason")

    def _told(self) -> str:
        removal, names = self._session.rulebook(self._members[0].group).process.removal, named(self._members)
        if not self._waits:
            return translate(
                "Members",
                "记为已移出，次数和告知都会留着。请在微信里也把{names}移出；说明会放到剪贴板。",
                names=names,
            )
        if removal.owner_above and len(self._members) > removal.owner_above:
            return translate(
                "Members",
                "按群规，一次移出超过 {most} 位要群主同意。现在先记为提请，同意以后再移出。",
                most=removal.owner_above,
            )
        if removal.owner:
            return translate(
                "Members",
                "按群规，移出要 {admins} 位管理员同意，或群主同意。现在先记为提请，您算第一位。",
                admins=removal.admins,
            )
        return translate(
            "Members",
            "按群规，移出要 {admins} 位管理员同意。现在先记为提请，您算第一位。",
            admins=removal.admins,
        )

    def do(self) -> Change | None:
        """Remove, or propose it; who is asked to agree has to know why."""
        why = self._why.text().strip()
        if self._waits and not why:
            self.refuse(translate("Members", "请写一句理由，其他管理员要看着它决定。"), self._why)
            return None
        if len(self._members) == 1:
            return self._session.process.take(self._members[0].id, Action.REMOVE, reason=why)
        ids = [member.id for member in self._members]
        return self._session.process.take_all(ids, Action.REMOVE, why)


class FineQuestion(Deed):
    """罚款或红包: put on record; nobody collects it here."""

    def __init__(self, session: Session, member: Member, amount: str, parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "罚款或红包"),
            translate(
                "Members",
                "给{name}记一笔，只作记录，这里不收钱；交了以后在记录里按「已交」。",
                name=member.name,
            ),
            translate("Members", "记下"),
            parent,
        )
        self._session, self._member = session, member.id
        self._kind, self._amount = ComboBox(), QLineEdit(amount)
        self._kind.addItem(translate("Members", "罚款"), False)
        self._kind.addItem(translate("Members", "红包"), True)
        self._amount.setPlaceholderText(translate("Members", "如 100 元"))
        self.add(translate("Members", "种类"), self._kind, "fine-kind")
        self.add(translate("Members", "数额"), self._amount, "fine-amount")
        self._why = self.reason("fine-reason")
        go_on(self._amount)

    def do(self) -> Change | None:
        """Put it on record."""
        amount = self.needs(self._amount, translate("Members", "还没有写数额。"))
        if not amount:
            return None
        packet, why = bool(self._kind.currentData()), self._why.text()
        return self._session.process.fine(self._member, amount, reason=why, packet=packet)


class BlockQuestion(Deed):
    """列入黑名单: warns in every group when the name, or one like it, is met again."""

    def __init__(self, session: Session, member: Member, parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "列入黑名单"),
            translate(
                "Members",
                "以后在任何一个群里遇到{name}的名字、别名或相近的名字，都会提醒您。不会自动移出任何人。",
                name=member.name,
            ),
            translate("Members", "列入黑名单"),
            parent,
        )
        self._session, self._member = session, member.id
        self._why = self.reason("block-reason")

    def do(self) -> Change | None:
        """Block."""
        why = self.needs(self._why, translate("Members", "请写一句理由，日后才知道是为什么。"))
        return self._session.process.block(self._member, why) if why else None


class LeaveQuestion(Deed):
    """请假: silence is excused until a day."""

    def __init__(self, session: Session, member: Member, parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "{name}请假", name=member.name),
            translate("Members", "请假期间不算久未发言，也不催聚会。销假时把日期清空。"),
            translate("Members", "保存"),
            parent,
        )
        self._session, self._member = session, member
        self._until = DayField(member.leave_until)
        self.add(translate("Members", "请到哪天"), self._until, "leave-until")
        self._why = self.reason("leave-reason")
        go_on(self._until)

    def do(self) -> Change | None:
        """Note the leave, or its end."""
        if self._until.unread:
            self.refuse(translate("Members", "日期请写成 2026-12-01，或几天后：7。"), self._until)
            return None
        if self._until.day() is None and self._member.leave_until is None:
            self.refuse(translate("Members", "还没有写请到哪天。"), self._until)
            return None
        return self._session.process.leave(self._member.id, self._until.day(), self._why.text())


class MetQuestion(Deed):
    """来过聚会: the day of the last meet-up that these members came to."""

    def __init__(self, session: Session, members: Sequence[Member], parent: QWidget | None) -> None:
        super().__init__(
            translate("Members", "来过聚会"),
            translate(
                "Members", "记下{names}哪天来过聚会，一年没有聚会的名单就不再有他们。", names=named(members)
            ),
            translate("Members", "记下"),
            parent,
        )
        self._session, self._members = session, [member.id for member in members]
        self._day = DayField(date.today(), past=True)
        self.add(translate("Members", "哪天"), self._day, "met-day")

    def do(self) -> Change | None:
        """Note the day."""
        day = self._day.day()
        if day is None:
            self.refuse(translate("Members", "日期请写成 2026-12-01。"), self._day)
            return None
        return self._session.process.met(self._members, day)
