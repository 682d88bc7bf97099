"""What is known of a member: name card taken apart, aliases, dates, notes, and the same person elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from moderator_app.core.message import Role
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.text.cards import Card
from moderator_app.i18n import translate
from moderator_app.sentences import role_text, status_text
from moderator_app.sentences.rules import card_field
from moderator_app.ui.main.cards import CardState
from moderator_app.ui.main.parts import clear, row
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Badge, Button, Label


def when(moment: datetime | None, today: date) -> str:
    """今天 09:41, or the day."""
    if moment is None:
        return translate("Members", "没有记下")
    if moment.date() == today:
        return translate("Members", "今天 {time}", time=moment.strftime("%H:%M"))
    return moment.date().isoformat()


def standing_tag(member: Member, group: Group) -> str:
    """群成员, or the role before it where it is a special one."""
    status = status_text(member.status, group)
    return status if member.role is Role.MEMBER else f"{role_text(member.role)} · {status}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The same person in another group: the member's id, and how they stand there in words."""

    member: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that is shown of a member beside the record."""

    member: Member
    seen: datetime | None
    state: CardState
    card: Card | None = None
    reminded: Sequence[datetime] = ()
    elsewhere: Sequence[Elsewhere] = ()


def card_parts(card: Card | None) -> str:
    """「姓名 张三 · 职业或单位 医疗器械 · 城市 上海」: what each part of a card was taken for."""
    if card is None:
        return ""
    parts = [f"{card_field(name)} {value}" for name, value in card.values.items() if value]
    return " · ".join(parts) if len(parts) > 1 else ""


class Facts(QWidget):
    """Captions and values in two columns, wide ones below. Emits `elsewhere` with a member's id."""

    elsewhere = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 2)
        self._badge = Badge()
        self._captions: dict[str, Label] = {}
        self._values: dict[str, Label] = {}
        self._put(0, 0, "card", translate("Members", "群名片"), self._badge)
        self._put(0, 2, "joined", translate("Members", "进群"))
        self._put(1, 0, "aliases", translate("Members", "别名"))
        self._put(1, 2, "seen", translate("Members", "最近发言"))
        self._put(2, 0, "parts", translate("Members", "名片各项"))
        self._put(2, 2, "until", "")
        self._put(3, 0, "reminded", translate("Members", "提醒过"))
        self._put(3, 2, "met", translate("Members", "聚会"))
        self._put(4, 0, "notes", translate("Members", "备注"), wide=True)
        self._links = QWidget()
        self._links_row = QHBoxLayout(self._links)
        self._links_row.setContentsMargins(0, 0, 0, 0)
        self._links_caption = Label(translate("Members", "在别的群"), tone="text2")
        self._grid.addWidget(self._links_caption, 5, 0)
        self._grid.addWidget(self._links, 5, 1, 1, 3)

    def _put(
        self, line: int, place: int, name: str, caption: str, *beside: QWidget, wide: bool = False
    ) -> None:
        head, value = Label(caption, tone="text2"), Label(elide=not wide, wrap=wide)
        value.setObjectName(f"member-{name}-shown")
        if wide:
            head.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._captions[name], self._values[name] = head, value
        self._grid.addWidget(head, line, place)
        if beside:
            self._grid.addLayout(row(value, *beside, None), line, place + 1)
        else:
            self._grid.addWidget(value, line, place + 1, 1, 3 if wide else 1)

    def _set(self, name: str, text: str, *, always: bool = False) -> None:
        self._values[name].setText(text)
        for widget in (self._captions[name], self._values[name]):
            widget.setVisible(always or bool(text))

    def show_known(self, known: Known) -> None:
        """Show another member."""
        member, unknown = known.member, translate("Members", "没有记下")
        card = member.card
        if not card and known.state.known:  # the badge beside it judges the name then
            card = translate("Members", "用的是名字：{name}", name=member.name)
        self._set("card", card or unknown, always=True)
        self._badge.set(known.state.text, known.state.level)
        self._badge.setVisible(known.state.known)
        self._set("joined", member.joined.isoformat() if member.joined else unknown, always=True)
        aliases = translate("Members", "，").join(member.aliases) or translate("Members", "没有")
        self._set("aliases", aliases, always=True)
        self._set("seen", when(known.seen, date.today()), always=True)
        self._set("parts", card_parts(known.card))
        self._set("until", _until(member))
        self._captions["until"].setText(_until_caption(member))
        self._set("reminded", _days(known.reminded))
        self._set("met", member.met.isoformat() if member.met else "")
        self._set("notes", member.notes)
        self._show_links(known.elsewhere)

    def _show_links(self, found: Sequence[Elsewhere]) -> None:
        clear(self._links_row)
        for other in found:
            link = Button(other.text, variant="link")
            link.setObjectName(f"member-elsewhere-{other.member}")
            link.clicked.connect(partial(self._go, other.member))
            self._links_row.addWidget(link)
        self._links_row.addStretch(1)
        self._links.setVisible(bool(found))
        self._links_caption.setVisible(bool(found))

    def _go(self, member: str, *_: object) -> None:
        self.elsewhere.emit(member)


def _until(member: Member) -> str:
    """The day on which a suspension or a leave ends."""
    if member.status is Status.SUSPENDED:
        day = member.suspended_until
        return day.isoformat() if day else translate("Members", "到您恢复为止")
    return member.leave_until.isoformat() if member.leave_until else ""


def _until_caption(member: Member) -> str:
    if member.status is Status.SUSPENDED:
        return translate("Members", "暂停到")
    return translate("Members", "请假到")


def _days(moments: Sequence[datetime]) -> str:
    """「2 次，最近 11-18」."""
    if not moments:
        return ""
    last = max(moments).date().isoformat()
    return translate("Members", "{count} 次，最近 {day}", count=len(moments), day=last)
