"""The actions in the title row of a clause: its mode, give up, save, and restore behind ⋯."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from moderator_app.i18n import translate
from moderator_app.session.rules import Mode
from moderator_app.ui.main.parts import MoreButton, TitleRow
from moderator_app.ui.main.rule_drafts import Edit
from moderator_app.ui.widgets import Button, ComboBox


def failing_text(count: int) -> str:
    """Why a clause cannot be saved; "" where all its examples pass."""
    return translate("Rules", "有 {count} 条例子不通过，暂不能保存。", count=count) if count else ""


class ClauseActions(QObject):
    """Puts its controls into a title row; emits `mode_chosen` with the Mode."""

    mode_chosen = Signal(object)

    def __init__(
        self,
        title: TitleRow,
        *,
        give_up: Callable[[], None],
        save: Callable[[], None],
        restore: Callable[[], None],
    ) -> None:
        super().__init__(title)
        self._title = title
        self._mode = ComboBox(name=translate("Rules", "启用、先观察或停用"))
        self._mode.setObjectName("clause-mode")
        for mode, text in _modes():
            self._mode.addItem(text, mode)
        self._mode.activated.connect(lambda _row: self.mode_chosen.emit(Mode(self._mode.currentData())))
        self._drop = Button(translate("Rules", "放弃修改"))
        self._drop.setObjectName("clause-drop")
        self._drop.clicked.connect(give_up)
        self._save = Button(translate("Rules", "保存"), variant="primary", keys="Ctrl+S")
        self._save.setObjectName("clause-save")
        self._save.clicked.connect(save)
        title.name.setObjectName("clause-title")
        title.tag.setObjectName("clause-tag")
        title.add(self._mode, self._drop, self._save, self._more(restore, title))

    def _more(self, restore: Callable[[], None], parent: QWidget) -> MoreButton:
        more, menu = MoreButton(translate("Rules", "更多")), QMenu(parent)
        more.setObjectName("clause-more")
        self._restore = QAction(translate("Rules", "恢复原样"), menu)
        self._restore.setObjectName("clause-restore")
        self._restore.triggered.connect(restore)
        menu.addAction(self._restore)
        more.setMenu(menu)
        return more

    def show_edit(self, name: str, edit: Edit, failing: int) -> None:
        """Name and state of a clause; saving waits until no example fails, and says why."""
        tag = translate("Rules", "已改过") if edit.saved.changed else ""
        self._title.show_name(name, translate("Rules", "未保存") if edit.dirty else tag)
        self._mode.setCurrentIndex([mode for mode, _ in _modes()].index(edit.now.mode))
        self._drop.setVisible(edit.dirty)
        self._save.setVisible(edit.dirty)
        self._save.setEnabled(not failing)
        self._save.setToolTip(failing_text(failing))
        self._save.setAccessibleDescription(failing_text(failing))
        self._restore.setEnabled(edit.saved.changed)


def _modes() -> list[tuple[Mode, str]]:
    """How a clause may stand, in words."""
    return [
        (Mode.ON, translate("Rules", "启用")),
        (Mode.WATCH, translate("Rules", "先观察")),
        (Mode.OFF, translate("Rules", "停用")),
    ]
