"""The icon in the tray and its menu: the program's face while no window is open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from moderator_app.i18n import translate
from moderator_app.storage.paths import resources_dir

RETRIES = 5
RETRY_MS = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayState:
    """What the menu shows: read anew each time that it opens. Notices and groups are (id, title)."""

    group: str = ""
    group_id: str = ""
    today: int = 0
    hotkey: str = ""
    paused: bool = False
    notices: tuple[tuple[str, str], ...] = ()
    groups: tuple[tuple[str, str], ...] = ()


class Tray(QObject):
    """Icon and menu. Signals name what the user asked for; the program does it.

    `settled` is emitted once: True when the icon is in a tray, False when no tray came.
    """

    toggled = Signal()
    opened = Signal()
    checked = Signal()
    notice_wanted = Signal(str)
    notices_opened = Signal()
    group_chosen = Signal(str)
    paused = Signal(bool)
    settings_opened = Signal()
    quit_wanted = Signal()
    settled = Signal(bool)

    def __init__(self, icon: QIcon, read: Callable[[], TrayState], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._tries = 0
        self.here = False
        self._timer = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._timer.timeout.connect(self.start)
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.activated.connect(self._activated)
        self.menu = QMenu()  # kept here: the icon does not own its menu
        self.menu.setObjectName("tray-menu")
        self.menu.aboutToShow.connect(self.refresh)
        self._build()
        self._icon.setContextMenu(self.menu)

    def start(self) -> None:
        """Show the icon; a tray that comes up after us is waited for."""
        self._tries += 1
        self.here = QSystemTrayIcon.isSystemTrayAvailable()
        if self.here:
            self._icon.show()
        elif self._tries <= RETRIES:
            self._timer.start()
            return
        self.settled.emit(self.here)

    def stop(self) -> None:
        """Take the icon away, so that no dead icon stays in the tray."""
        self._timer.stop()
        self._icon.hide()

    def say(self, title: str, text: str) -> None:
        """Show a balloon at the icon."""
        self._icon.showMessage(title, text, self._icon.icon(), 8000)

    def retranslate(self) -> None:
        """Say everything in the language that now is in force."""
        self.menu.clear()
        self._build()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # Trigger comes before DoubleClick, so only the first is heard; macOS opens the menu itself.
        if reason == QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self.toggled.emit()

    def _build(self) -> None:
        menu = self.menu
        self._status = menu.addAction("")
        self._status.setObjectName("tray-status")
        self._status.setEnabled(False)
        menu.addSeparator()
        first = self._add("tray-open", translate("Tray", "打开群管助手"), self.opened.emit)
        menu.setDefaultAction(first)
        self._check = self._add("tray-check", "", self.checked.emit)
        self._notices = menu.addMenu(translate("Tray", "复制告知"))
        self._notices.setObjectName("tray-notices")
        self._groups = menu.addMenu("")
        self._groups.setObjectName("tray-groups")
        menu.addSeparator()
        self._pause = self._add("tray-pause", translate("Tray", "暂停快捷键"), self._toggle_pause)
        self._pause.setCheckable(True)
        settings = translate("Tray", "设置…")
        self._add("tray-settings", f"{settings}\tCtrl+,", self.settings_opened.emit)
        menu.addSeparator()
        self._add("tray-quit", translate("Tray", "退出"), self.quit_wanted.emit)

    def _add(self, name: str, text: str, do: Callable[[], None]) -> QAction:
        action = self.menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda *_: do())
        return action

    def _toggle_pause(self) -> None:
        self.paused.emit(self._pause.isChecked())

    def refresh(self) -> None:
        """Read the state and show it."""
        state = self._read()
        self._status.setText(
            translate("Tray", "{group} · 今天告知 {count} 次", group=state.group, count=state.today)
        )
        check = translate("Tray", "检查剪贴板")
        self._check.setText(check if state.paused or not state.hotkey else f"{check}\t{state.hotkey}")
        self._pause.setChecked(state.paused)
        self._groups.setTitle(translate("Tray", "当前群：{group}", group=state.group))
        self._fill_notices(state)
        self._fill_groups(state)

    def _fill_notices(self, state: TrayState) -> None:
        self._notices.clear()
        for notice, title in state.notices:
            action = self._notices.addAction(_literal(title))
            action.setObjectName(f"tray-notice-{notice}")
            action.triggered.connect(partial(self._want_notice, notice))
        self._notices.addSeparator()
        every = self._notices.addAction(translate("Tray", "全部告知…"))
        every.setObjectName("tray-notices-all")
        every.triggered.connect(lambda *_: self.notices_opened.emit())

    def _fill_groups(self, state: TrayState) -> None:
        self._groups.clear()
        for group, title in state.groups:
            action = self._groups.addAction(_literal(title))
            action.setObjectName(f"tray-group-{group}")
            action.setCheckable(True)
            action.setChecked(group == state.group_id)
            action.triggered.connect(partial(self._choose_group, group))

    def _want_notice(self, notice: str, *_: object) -> None:
        self.notice_wanted.emit(notice)

    def _choose_group(self, group: str, *_: object) -> None:
        self.group_chosen.emit(group)


def _literal(title: str) -> str:
    """A title in a menu, where a single & would become a mnemonic."""
    return title.replace("&", "&&")


def tray_icon() -> QIcon:
    """The program's icon as pictures: drawing it anew would load Qt's SVG reader at every start."""
    icon = QIcon()
    for side in (16, 22, 24, 32, 48, 64):
        icon.addFile(str(resources_dir() / "icons" / f"app-{side}.png"))
    return icon
