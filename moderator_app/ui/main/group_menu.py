"""The current group in the sidebar, and the menu in which one key chooses another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from moderator_app.core.roster.group import Group
from moderator_app.i18n import language, translate
from moderator_app.ui.theme import Type, paint_icon, theme
from moderator_app.ui.widgets.painting import Themed, box, line_of_text, smooth

_DIGITS = 9
Todo = Callable[[str], int]
"""How much there is to do in a group, by its id."""


class GroupMenu(QMenu):
    """The groups with what there is to do in each, numbered by the key that chooses; edit and add below.

    What there is to do is counted when the menu opens, not before.
    """

    wanted = Signal(str)
    edit_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("group-menu")
        self.setAccessibleName(translate("Groups", "群"))
        self._groups: tuple[Group, ...] = ()
        self._current = ""
        self._todo: Todo = lambda _group: 0
        self.aboutToShow.connect(self._fill)

    def set_groups(self, groups: Sequence[Group], current: str, todo: Todo) -> None:
        """The groups that the menu will show."""
        self._groups, self._current, self._todo = tuple(groups), current, todo

    def _fill(self) -> None:
        self.clear()
        ring = QActionGroup(self)
        for number, group in enumerate(self._groups, 1):
            action = self._line(group, number)
            action.setObjectName(f"group-{group.id}")
            action.setCheckable(True)
            action.setChecked(group.id == self._current)
            action.triggered.connect(partial(self._choose, group.id))
            ring.addAction(action)
            if action.isChecked():
                self.setActiveAction(action)
        self.addSeparator()
        title = next((each.title.get(language()) for each in self._groups if each.id == self._current), "")
        edit = translate("Groups", "编辑「{group}」…(&E)", group=_plain(title))
        self._do("group-edit", edit, self.edit_wanted)
        self._do("group-add", translate("Groups", "添加群…(&N)"), self.new_wanted)

    def _line(self, group: Group, number: int) -> QAction:
        title, count = _plain(group.title.get(language())), self._todo(group.id)
        name = f"&{number}  {title}" if number <= _DIGITS else f"    {title}"
        todo = translate("Groups", "待办 {count}", count=count) if count else ""
        return self.addAction(f"{name}\t{todo}")

    def _do(self, name: str, text: str, asked: SignalInstance) -> None:
        action = self.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda *_: asked.emit())

    def _choose(self, group: str, *_: object) -> None:
        self.wanted.emit(group)


def _plain(title: str) -> str:
    """A title in which no character is taken for a key or a column."""
    return title.replace("&", "&&").replace("\t", " ")


class GroupButton(Themed, QAbstractButton):
    """The current group's title; in a narrow sidebar its first character. Opens the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("group-chooser")
        self.setAccessibleName(translate("Main", "当前群"))
        self.setAccessibleDescription("Ctrl G")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._compact = False
        self.menu = GroupMenu(self)
        self.clicked.connect(self.open)
        self.follow_theme()

    def show_title(self, title: str) -> None:
        """Show another group as the current one."""
        self.setText(title)
        self.setAccessibleName(translate("Groups", "当前群：{group}", group=title))
        self.setToolTip(f"{title}  Ctrl G")
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the first character only."""
        self._compact = compact
        self.update()

    def open(self) -> None:
        """Open the menu below the button."""
        self.menu.setMinimumWidth(max(self.width(), theme().px(200)))
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + theme().px(4))))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as any control."""
        return QSize(theme().px(40), theme().px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and ↓ open the menu as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a field with the title and a chevron."""
        painter, tokens, px = smooth(self), theme().tokens, theme().px
        edge, width = (tokens.accent, 2) if self.hasFocus() else (tokens.border_strong, 0)
        fill = tokens.raised if self.underMouse() else tokens.surface
        area, font = self.rect().toRectF(), theme().font(Type.BODY)
        box(painter, area, radius=px(6), fill=fill, line=edge, width=width)
        if self._compact:
            middle = Qt.AlignmentFlag.AlignHCenter
            line_of_text(painter, area, self.text()[:1], font=font, colour=tokens.text, align=middle)
            return
        words = area.adjusted(px(8), 0, -px(28), 0)
        line_of_text(painter, words, self.text(), font=font, colour=tokens.text)
        place = QRectF(area.right() - px(24), (area.height() - px(16)) / 2, px(16), px(16))
        paint_icon(painter, "down", place, tokens.text)
