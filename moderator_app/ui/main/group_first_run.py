"""The line above the check page while nobody is on the list, with the way to import a list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from moderator_app.i18n import translate
from moderator_app.ui.main.parts import Plane, column, margins, row
from moderator_app.ui.widgets import Button, Divider, Label


class FirstRun(Plane):
    """Emits `wanted` for the import; put off, it stays away until the next start."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge=True, parent=parent)
        self.setObjectName("first-run")
        self._later = False
        text = translate("Start", "名单里还没有人。导入名单后，检查时认得出是谁，次数也记得准。")
        go = Button(translate("Start", "导入名单…"))
        go.setObjectName("first-run-import")
        go.clicked.connect(self.wanted)
        later = Button(translate("Start", "以后再说"), variant="flat")
        later.setObjectName("first-run-later")
        later.clicked.connect(self._put_off)
        line = row(Label(text, wrap=True), go, later, gap=12)
        line.setStretch(0, 1)
        margins(line, 24, 8, 16, 8)
        self.setLayout(column(line, Divider(), gap=0))
        self.hide()

    def show_where(self, nobody: bool) -> None:
        """Show it where it helps: on a page that needs people, while there are none."""
        self.setVisible(nobody and not self._later)

    def _put_off(self) -> None:
        self._later = True
        self.hide()
