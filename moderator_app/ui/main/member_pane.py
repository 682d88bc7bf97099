"""One member at the right: name and actions by where they stand, and the detail below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member
from moderator_app.i18n import translate
from moderator_app.ui.main.member_deeds import SEPARATOR, MemberDeeds
from moderator_app.ui.main.member_detail import MemberDetail
from moderator_app.ui.main.member_facts import standing_tag
from moderator_app.ui.main.parts import MoreButton, Plane, Scroll, TitleRow, column
from moderator_app.ui.widgets import Button


class MemberPane(Plane):
    """Emits `deed_wanted` with the name of a deed, `strike_wanted` for 记一次…."""

    deed_wanted = Signal(str)
    strike_wanted = Signal()

    def __init__(self, deeds: MemberDeeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._member: Member | None = None
        self.detail = MemberDetail()
        self.title = TitleRow()
        self.title.name.setObjectName("member-name-shown")
        self._button = Button(keys="Ctrl+M")
        self._button.setObjectName("member-move")
        self._button.clicked.connect(self.press_button)
        strike = Button(translate("Members", "记一次…"), variant="primary", keys="Ctrl+N")
        strike.setObjectName("member-strike")
        strike.clicked.connect(self.strike_wanted)
        self._more = MoreButton(translate("Members", "更多"))
        self._more.setObjectName("member-more")
        self._more.setToolTip("F10")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self.title.add(self._button, strike, self._more)
        self.setLayout(column(self.title, Scroll(self.detail), gap=0))

    def show_title(self, member: Member, group: Group) -> None:
        """Show name, standing in the group and the button that fits."""
        self._member = member
        self.title.show_name(member.name, standing_tag(member, group))
        self._button.set_text(self._deeds.button(member)[1])

    def press_button(self) -> None:
        """Ctrl+M: what the button beside 记一次… says."""
        if self._member is not None and self.isVisible():
            self.deed_wanted.emit(self._deeds.button(self._member)[0])

    def _fill_menu(self) -> None:
        self._menu.clear()
        for name, text in self._deeds.menu(self._member) if self._member else ():
            if name == SEPARATOR:
                self._menu.addSeparator()
                continue
            action = QAction(text, self._menu)
            action.setObjectName(f"deed-{name}")
            action.triggered.connect(partial(self._choose, name))
            if name == "edit":
                action.setText(f"{text}\tF2")
            self._menu.addAction(action)

    def _choose(self, name: str, *_: object) -> None:
        self.deed_wanted.emit(name)

    def open_menu(self, place: QPoint | None = None) -> None:
        """F10, or the menu key: the rarer actions."""
        if self._member is None or not self.isVisible():
            return
        self._menu.popup(place or self._more.mapToGlobal(QPoint(0, self._more.height())))
