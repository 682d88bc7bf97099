"""Several selected members: who they are, and what can be done for all of them at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from moderator_app.core.roster.member import Member
from moderator_app.i18n import translate
from moderator_app.ui.main.flow import ChipFlow
from moderator_app.ui.main.parts import Plane, Scroll, TitleRow, column, margins
from moderator_app.ui.widgets import Button, Label


class SeveralPane(Plane):
    """Emits `wanted` with the name of a deed and the members."""

    wanted = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("several-pane")
        self._members: list[Member] = []
        self.title = TitleRow()
        self.title.name.setObjectName("several-title")
        for name, text, keys in (
            ("met", translate("Members", "来过聚会…"), ""),
            ("task", translate("Members", "要回复的事…"), ""),
            ("removal", translate("Members", "移出…"), "Ctrl+M"),
        ):
            button = Button(text, keys=keys)
            button.setObjectName(f"several-{name}")
            button.clicked.connect(partial(self._press, name))
            self.title.add(button)
        self._names = ChipFlow()
        note = Label(translate("Members", "做一次就是一步，撤销也是一步。"), tone="text2", wrap=True)
        body = column(note, self._names, None, gap=12)
        margins(body, 24, 0, 24, 16)
        content = QWidget()
        content.setLayout(body)
        self.setLayout(column(self.title, Scroll(content, steady=True), gap=0))

    def show_members(self, members: list[Member]) -> None:
        """Show these."""
        self._members = members
        self.title.show_name(translate("Members", "已选 {count} 位", count=len(members)))
        self._names.show_words([member.name for member in members])

    def remove(self) -> None:
        """Ctrl+M: 移出…"""
        self._press("removal")

    def _press(self, name: str, *_: object) -> None:
        self.wanted.emit(name, self._members)
