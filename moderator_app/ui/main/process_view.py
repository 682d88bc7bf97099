"""One matter of 待办 opened: what it is about in full, and the buttons that settle it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.session import Appeal, Fine, Pending, Report, Returning, Task
from moderator_app.ui.main.card_table import CrowdTable
from moderator_app.ui.main.parts import Card, Framed, Plane, Scroll, TitleRow, clear, column, margins, row
from moderator_app.ui.main.process_deals import Deal, deals
from moderator_app.ui.main.process_matters import Matter, kind_text, matter_title
from moderator_app.ui.main.process_parts import ThingBody
from moderator_app.ui.theme import Type
from moderator_app.ui.widgets import Button, KeyHint, Label
from moderator_app.ui.widgets.keycap import KeyCap


class MatterView(Plane):
    """A matter in full. Emits `wanted` with the name of what is to be done, `member_wanted` with an id.

    `alike_wanted` is for all proposals that wait as this one does.
    """

    wanted = Signal(str)
    member_wanted = Signal(str)
    alike_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("matter-view")
        self.matter: Matter | None = None
        self.alike: Sequence[int] = ()
        self._deals: list[Deal] = []
        self._settled, self._since = "", QElapsedTimer()
        self.title = TitleRow()
        self.title.name.setObjectName("matter-title")
        self._buttons = QWidget()
        self._buttons_row = row(gap=12)
        self._buttons.setLayout(self._buttons_row)
        self.title.add(self._buttons)
        self._sentence = Label(wrap=True)
        self._sentence.setObjectName("matter-sentence")
        self._several = QWidget()
        self._several.setObjectName("matter-several")
        tick = Label(translate("Members", "逐件勾选，一起办"), kind=Type.HINT, tone="text2")
        self._all = KeyHint("A", "")
        self._all.setObjectName("matter-alike")
        self._all.clicked.connect(self.alike_wanted)
        self._several.setLayout(row(self._all, row(KeyCap("Space"), tick, gap=6), None, gap=16))
        self.body = ThingBody()
        self._to_member = Button(translate("Members", "看这位成员"), variant="link", keys="Enter")
        self._to_member.setObjectName("matter-member")
        self._to_member.clicked.connect(self.go_to_member)
        self.table = CrowdTable()
        self.table.entered_row.connect(self.member_wanted)
        self._framed = Framed(self.table)
        self.setLayout(column(self.title, Scroll(self._content()), gap=0))

    def _content(self) -> QWidget:
        inner = self._card = Card()
        held = column(self.body)
        margins(held, 16, 12, 16, 12)
        inner.setLayout(held)
        body = column(
            self._sentence, self._several, inner, self._framed, row(self._to_member, None), None, gap=16
        )
        margins(body, 24, 0, 24, 16)
        content = QWidget()
        content.setLayout(body)
        return content

    def show_matter(
        self, matter: Matter, rulebook: Rulebook, moderator: str, alike: Sequence[int] = ()
    ) -> None:
        """Show another matter; `alike` are the places in the list of those to be settled with it at once."""
        self.matter, self.alike = matter, alike
        self._all.set_text(translate("Members", "选中同样的 {count} 件", count=len(alike)))
        self._several.setVisible(len(alike) > 1)
        thing = matter.thing
        self.title.show_name(matter_title(matter), kind_text(matter))
        self._show_deals(deals(matter, moderator))
        self._sentence.setText(sentence(matter))
        for widget in (self._card, self._to_member):
            widget.setVisible(thing is not None)
        self._framed.setVisible(thing is None)
        if thing is None:
            self.table.show_rows(matter.rows)
        else:
            self.body.show_thing(thing, rulebook)

    def _show_deals(self, found: list[Deal]) -> None:
        if found == self._deals:
            return
        self._deals = found
        for old in self._buttons.findChildren(Button):
            old.setObjectName("")  # it goes later: the one that was pressed may still be at work
        clear(self._buttons_row)
        for deal in found:
            button = Button(deal.text, variant="primary" if deal.primary else "plain", keys=deal.key)
            button.setObjectName(f"matter-{deal.name}")
            button.clicked.connect(partial(self._press, deal.name))
            self._buttons_row.addWidget(button)

    def _press(self, name: str, *_: object) -> None:
        self.wanted.emit(name)

    def press_key(self, key: str) -> bool:
        """Y, N or R was pressed; whether it means anything here.

        What follows a settled matter comes up in its place: a hasty second press is not meant for it.
        """
        shown = self.matter.key if self.matter else ""
        soon = self._since.isValid() and not self._since.hasExpired(QApplication.doubleClickInterval())
        if soon and shown != self._settled:
            return True
        if key == "R" and self.matter and isinstance(self.matter.thing, Report):
            self.body.reporter.reveal()
            return True
        deal = next((deal for deal in self._deals if deal.key == key), None)
        if deal is not None:
            self._settled = shown
            self._since.start()
            self.wanted.emit(deal.name)
        return deal is not None

    def go_to_member(self) -> None:
        """Enter: the member whom it is about; into the table where there are several."""
        if self.matter is None:
            return
        if self.matter.thing is not None:
            self.member_wanted.emit(self.matter.thing.member.id)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def sentence(matter: Matter) -> str:
    """What is to be decided, in a sentence or two."""
    said = translate(
        "Members",
        "一次复制一条提醒，名字都在里面，提醒过谁、哪天提醒的会记下。选中几行，就只提醒这几位。",
    )
    match matter.thing:
        case Pending(ready=True, member=member, needs=needs):
            said = translate(
                "Members",
                "{needs}请在微信里移出{name}，再按「已移出」；给群里的说明会放到剪贴板。",
                needs=reason_text(needs),
                name=member.name,
            )
        case Pending(needs=needs):
            said = reason_text(needs)
        case Appeal():
            said = translate("Members", "作废以后这一次不再计数；维持则照旧计数。都要写一句理由。")
        case Report():
            said = translate("Members", "怎么处理都可以，办结时写一句。举报人不进记录、导出和告知。")
        case Returning(member=member):
            said = translate(
                "Members", "暂停的时间到了。请在微信里请{name}回来，再按「恢复」。", name=member.name
            )
        case Task(fine=fine, fined=fined):
            said = translate("Members", "过了时间没有回复。")
            if fine and not fined:
                said = translate("Members", "过了时间没有回复。群规规定 {fine}，只作记录。", fine=fine)
        case Fine():
            said = translate("Members", "这里只作记录，不收钱。交了以后按「已交」。")
    return said
