"""What stands in the window when the clipboard holds the notice that was just copied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from moderator_app.i18n import language, translate
from moderator_app.session.types import Again, LastNotice
from moderator_app.ui.quick.acting import Done
from moderator_app.ui.quick.header import IconView
from moderator_app.ui.quick.next_acts import followed_text
from moderator_app.ui.quick.past_words import again_text, again_title
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Button, Label
from moderator_app.ui.widgets.painting import Themed


class AfterSection(Themed, QWidget):
    """One row: the notice, what was recorded, when, and 撤销. Emits `undo_pressed`."""

    undo_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView("tick", 16)
        self._title = Label(bold=True)
        self._title.setObjectName("afterTitle")
        self._what = Label(elide=True)
        self._what.setObjectName("afterWhat")
        self._time = Label(tone="text2")
        self.undo = Button(translate("QuickCheck", "撤销"), variant="link", keys="Ctrl+Z")
        self.undo.setObjectName("undoButton")
        self.undo.clicked.connect(self.undo_pressed)
        self._row = QHBoxLayout(self)
        for widget in (self._icon, self._title, self._what, self._time):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.undo)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._row.setContentsMargins(px(16), px(8), px(8), px(8))
        self._row.setSpacing(px(8))
        super().restyle()

    def show_last(self, last: LastNotice, done: Done | None) -> None:
        """Tell what was done; without anything to take back there is no 撤销."""
        self._title.setText(last.notice.title.get(language()))
        if done is not None and done.act is not None:
            what, _ = followed_text(done.act)
        elif done is not None and done.newcomers:
            count = len(done.newcomers)
            what = translate("QuickCheck", "已复制，新成员 {count} 人已加入名单", count=count)
        elif done is not None and done.cases:
            what = translate("QuickCheck", "已复制，{names}各记一次", names=last.member)
        elif last.member and last.count:
            what = translate(
                "QuickCheck", "已复制，{name}记第 {count} 次", name=last.member, count=last.count
            )
        else:
            what = translate("QuickCheck", "已复制，没有记录次数")
        self._show(what, last.at.strftime("%H:%M"), undoable=done is not None)

    def show_again(self, again: Again, notice: str, *, undoable: bool) -> None:
        """The same case was handled minutes ago; `notice` is the title of what was given then."""
        self._title.setText(again_title(again))
        self._show(again_text(again, notice), again.at.strftime("%H:%M"), undoable=undoable)

    def _show(self, what: str, time: str, *, undoable: bool) -> None:
        self._what.setText(what)
        self._time.setText(time)
        self.undo.setVisible(undoable)
        self.setAccessibleName(f"{self._title.text()} {what}")


class LeftSection(Themed, QWidget):
    """One row below it: how many of the conversation are still to be handled, and who is next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconView("tick", 16)
        self.title = Label(bold=True)
        self.title.setObjectName("leftTitle")
        self.next = Label(elide=True)
        self.next.setObjectName("leftNext")
        self._row = QHBoxLayout(self)
        for widget in (self._icon, self.title, self.next):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.follow_theme()

    def restyle(self) -> None:
        """Take the spacing from the theme."""
        px = theme().px
        self._row.setContentsMargins(px(16), px(12), px(16), px(12))
        self._row.setSpacing(px(8))
        super().restyle()

    def show_left(self, icon: str, title: str, following: str) -> None:
        """How many are left, and the next of them."""
        self._icon.set(icon)
        self.title.setText(title)
        self.next.setText(following)
        self.setAccessibleName(f"{title} {following}".strip())
