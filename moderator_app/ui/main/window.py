"""The main window: sidebar, pages built when they are first shown, and the keys that lead to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from moderator_app.core.errors import ModeratorError
from moderator_app.i18n import language, translate
from moderator_app.sentences import error_text
from moderator_app.session import Change
from moderator_app.ui.main.fitting import fitted
from moderator_app.ui.main.group_first_run import FirstRun
from moderator_app.ui.main.page import Page
from moderator_app.ui.main.parts import Plane, column
from moderator_app.ui.main.services import Services
from moderator_app.ui.main.sidebar import Place, Sidebar
from moderator_app.ui.theme import app_icon, theme
from moderator_app.ui.widgets import EmptyState

if TYPE_CHECKING:
    from moderator_app.ui.main.check_page import CheckPage
    from moderator_app.ui.main.members_page import MembersPage

_SIZE = (1160, 704)
_LEAST = (920, 568)
"""The look's 736 and 600 count the title bar, which is 32 and the desktop's own."""
_NARROW = 1000
_LATER_MS = 50
"""After the page is painted: what takes a moment must not keep it waiting."""
_PAGES = {
    "check": ("check_page", "CheckPage"),
    "members": ("members_page", "MembersPage"),
    "notices": ("notices_page", "NoticesPage"),
    "rules": ("rules_page", "RulesPage"),
    "log": ("log_page", "LogPage"),
    "stats": ("stats_page", "StatsPage"),
    "settings": ("settings_page", "SettingsPage"),
}


def places() -> list[Place]:
    """The ways in the sidebar, in the language in force."""
    return [
        Place(name="check", icon="check", label=translate("Main", "检查"), key="Ctrl 1"),
        Place(name="members", icon="people", label=translate("Main", "成员"), key="Ctrl 2"),
        Place(name="notices", icon="note", label=translate("Main", "告知"), key="Ctrl 3"),
        Place(name="rules", icon="rule", label=translate("Main", "群规"), key="Ctrl 4"),
        Place(name="log", icon="log", label=translate("Main", "记录"), key="Ctrl 5"),
        Place(name="stats", icon="stat", label=translate("Main", "统计"), key="Ctrl 6"),
    ]


class MainWindow(QWidget):
    """Sidebar and pages. Emits `closing` instead of closing: the program decides what that means."""

    closing = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._session = services.session
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._nobody = False
        self._obstacle = EmptyState(action=translate("Main", "编辑群…"), framed=False)
        self._obstacle.setObjectName("obstacle")
        self._obstacle.pressed.connect(self.edit_group)
        self._blocked = Plane()
        self._blocked.setLayout(column(None, self._obstacle, None, None))
        self.current = ""
        self.setObjectName("main-window")
        self.setWindowTitle(translate("Main", "群管助手"))
        self.setWindowIcon(app_icon())
        foot = Place(name="settings", icon="gear", label=translate("Main", "设置"), key="Ctrl ,")
        self._sidebar = Sidebar(places(), foot)
        self._sidebar.page_wanted.connect(self.show_page)
        self._sidebar.group_wanted.connect(self._choose_group)
        self._sidebar.new_group_wanted.connect(self.add_group)
        self._sidebar.edit_group_wanted.connect(self.edit_group)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._blocked)
        self._first_run = FirstRun()
        self._first_run.wanted.connect(self._import_list)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sidebar)
        layout.addLayout(column(self._first_run, self._stack, gap=0), 1)
        self.setMinimumSize(fitted(*_LEAST))
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._count)
        self._day = date.today()
        self._keys()
        self._restore_place()
        self._unsubscribe = self._session.subscribe(self._changed)
        self._show_groups()

    # ---- size and place

    def _restore_place(self) -> None:
        saved = str(self._session.setting("main_geometry"))
        if saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii", "replace"))):
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(fitted(*_SIZE, room))
        self.move(room.center() - self.rect().center())

    def place(self) -> str:
        """Where the window stands, as it is kept in the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Icons only where it is narrow."""
        super().resizeEvent(event)
        self._sidebar.set_compact(self.width() < theme().px(_NARROW))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave it to the program whether this hides, minimises or quits."""
        event.ignore()
        self.closing.emit()

    def unsaved(self) -> int:
        """How many texts were edited on any page and not saved."""
        return sum(page.unsaved() for page in self._pages.values())

    def end(self) -> None:
        """Let go of the session; the window is thrown away afterwards."""
        self._unsubscribe()
        self._later.stop()
        for page in self._pages.values():
            page.end()
        self.hide()
        self.deleteLater()

    # ---- keys

    def _keys(self) -> None:
        for number, place in enumerate(places(), 1):
            self._bind(f"Ctrl+{number}", partial(self._go_to, place.name))
        self._bind("Ctrl+,", partial(self._go_to, "settings"))
        self._bind("Ctrl+G", self._sidebar.open_groups)
        self._bind("Ctrl+F", self._find)
        self._bind("Ctrl+N", self._new)
        self._bind("Ctrl+Z", self._undo)
        self._bind("Del", self._delete)
        for keys in QKeySequence.keyBindings(QKeySequence.StandardKey.HelpContents):
            self._bind(keys.toString(), self.open_help)

    def _bind(self, keys: str, do: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(do)

    def _go_to(self, name: str) -> None:
        self.show_page(name)

    def _find(self) -> None:
        if self._shown:
            self.page.go_to_search()

    def _new(self) -> None:
        if self._shown:
            self.page.new()

    def _undo(self) -> None:
        self.page.undo()

    def _delete(self) -> None:
        if self._shown:
            self.page.delete()

    @property
    def _shown(self) -> bool:
        """Whether the page itself is shown, and not why it cannot be."""
        return self._stack.currentWidget() is not self._blocked

    def open_help(self) -> None:
        """The help page, in front of this window."""
        from moderator_app.ui.main.help_dialog import open_help  # noqa: PLC0415 - rarely needed

        open_help(self._session, self)

    # ---- pages

    @property
    def page(self) -> Page:
        """The page that is shown; the check page where none was asked for yet."""
        return self._page(self.current or "check")

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            module, kind = _PAGES[name]
            made: Page = getattr(import_module(f"moderator_app.ui.main.{module}"), kind)(self._services)
            self._pages[name] = made
            self._stale.add(name)
            self._stack.addWidget(made)
        return self._pages[name]

    def show_page(self, name: str) -> Page:
        """Show a page, brought up to date, with the focus where its work begins."""
        page = self._page(name)
        self.current = name
        self._refresh(name)
        self._sidebar.set_current(name)
        if name not in self._stale:
            page.first_focus()
        return page

    def _import_list(self) -> None:
        """To the page of members, whose first step it is to import a list while it is empty."""
        empty = self.show_page("members").findChild(EmptyState, "members-empty")
        if empty is not None:
            empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_first_run(self) -> None:
        first = self.current == "check" and self._nobody
        self._first_run.show_where(first)
        if self.current == "check":
            cast("CheckPage", self.page).welcome(first)

    def _refresh(self, name: str) -> None:
        page = self._pages[name]
        if name in self._stale:
            self._stale.discard(name)
            before = self.focusWidget()
            held = before is not None and page.isAncestorOf(before)
            try:
                page.refresh()
            except ModeratorError as error:
                self._stale.add(name)
                self._show_obstacle(error)
                return
            after = self.focusWidget()  # behind a question still the pressed button, though hidden to go
            if held and not (after and page.isAncestorOf(after) and after.isVisibleTo(page)):
                page.first_focus()  # the button that was pressed is gone; the next key is for this page
        self._stack.setCurrentWidget(page)
        self._show_first_run()

    def _show_obstacle(self, error: ModeratorError) -> None:
        """Why a page cannot be shown, in its place: what it showed before may be another group's."""
        group = self._session.group.title.get(language())
        self._obstacle.set(
            translate("Main", "「{group}」暂时看不了", group=group),
            translate(
                "Main", "{why}记录都在。改好后回到这里，或者给这个群换一份群规。", why=error_text(error)
            ),
            translate("Main", "编辑群…"),
        )
        self._stack.setCurrentWidget(self._blocked)
        self._obstacle.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, _change: Change) -> None:
        self._stale = set(self._pages)
        self._show_groups()
        if self.current and self.isVisible():
            self._refresh(self.current)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes back to the window sees what waits by now: tasks and leaves end by themselves."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._catch_up(date.today())

    def _catch_up(self, today: date) -> None:
        self._later.start()
        if today != self._day or not self._shown:  # a file may have been mended meanwhile
            self._day, self._stale = today, set(self._pages)
            if self.current and self.isVisible():
                self._refresh(self.current)

    def bring_up(self, name: str = "", *, minimised: bool = False) -> None:
        """Show the window in front, on a page; on the last one where none is named."""
        self.show_page(name or self.current or "check")
        if minimised:
            self.showMinimized()
            return
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def welcome(self) -> None:
        """Come up for the first time of all, on the page that says what to do."""
        self._count()
        self.bring_up("check")
        cast("CheckPage", self.page).focus_first_step()

    def show_member(self, member: str) -> None:
        """Show somebody, by id, on the page of members."""
        self.bring_up("members")
        cast("MembersPage", self.page).show_member(member)

    # ---- groups

    def _show_groups(self) -> None:
        session = self._session
        self._sidebar.show_groups(session.groups(), session.group, self._todo)
        self._later.start()

    def _count(self) -> None:
        """What needs the whole record read: how much waits, and whether anybody is on the list at all."""
        self._sidebar.show_count("members", self._todo(self._session.group.id))
        self._nobody = not self._session.search("")
        self._show_first_run()

    def _todo(self, group: str) -> int:
        """How much waits in a group; nothing is said of one whose rules cannot be read."""
        try:
            return self._session.process.todo(group).count
        except ModeratorError:
            return 0

    def add_group(self) -> None:
        """Ask what kind of group it is and what it is called; it becomes the current one."""
        from moderator_app.ui.main.group_dialog import GroupQuestion  # noqa: PLC0415 - rarely needed

        GroupQuestion(self._session, self._services.doer, self).exec()

    def edit_group(self) -> None:
        """Ask what the current group is called, which rules hold in it, and who owns it."""
        from moderator_app.ui.main.group_edit import EditGroupQuestion  # noqa: PLC0415 - rarely needed

        EditGroupQuestion(self._session, self._services.doer, self).exec()

    def _choose_group(self, group: str) -> None:
        if group != self._session.group.id:
            self._session.choose_group(group)
