"""The running program: tray, hotkey, record and windows, each made when it is first needed.

The start has two halves. First what the user sees: the icon in the tray, the hotkey, and the claim
on the data folder. The record, the rules and the small window follow when they are first needed,
and the first sign of that is that something was copied, anywhere: the hotkey may come next. So an
idle program stays small, and the first check is as quick as the others. What is copied is not
looked at before the hotkey.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from moderator_app.core.errors import Busy, ModeratorError
from moderator_app.i18n import translate
from moderator_app.session.peek import is_new, peek_settings
from moderator_app.session.settings import Settings, SettingValue
from moderator_app.storage.log import Log
from moderator_app.system.instance_server import SingleInstance
from moderator_app.system.rubbish import collect_on_this_thread
from moderator_app.system.trouble import Trouble
from moderator_app.ui.main.crash import CrashWatch
from moderator_app.ui.main.early_look import EarlyLook
from moderator_app.ui.main.hotkeys import Hotkeys
from moderator_app.ui.main.look import Look
from moderator_app.ui.main.obeying import obey
from moderator_app.ui.main.settling import leave, settle
from moderator_app.ui.main.tray_state import tray_state
from moderator_app.ui.tray import Tray, TrayState, tray_icon

if TYPE_CHECKING:
    from moderator_app.core.wording import Reason
    from moderator_app.session import Change, Session
    from moderator_app.system.clipboard import Clipboard
    from moderator_app.ui.main.crash_dialog import CrashDialog
    from moderator_app.ui.main.doing import Doer
    from moderator_app.ui.main.window import MainWindow
    from moderator_app.ui.quick import QuickCheck
    from moderator_app.ui.toast import Toasts

_TELL_OF_COPIES = ("xcb", "windows")
"""Where Qt hears that another program has copied something; elsewhere all is loaded at once."""

_ICON_FIRST_MS = 150
CANNOT_OPEN = 2
"""The exit code where the data cannot be opened."""


class Program(QObject):
    """Holds everything that lives as long as the program does."""

    def __init__(self, app: QApplication, folder: Path, lang: str = "") -> None:
        super().__init__(app)
        collect_on_this_thread()
        self.app, self.folder, self._lang = app, folder, lang
        self._peeked = peek_settings(folder)
        self._look = Look(app)
        self._session: Session | None = None
        self._loaded = False
        self._clipboard: Clipboard | None = None
        self._window: MainWindow | None = None
        self._quick: QuickCheck | None = None
        self._doer: Doer | None = None
        self._toasts: Toasts | None = None
        self._crash_dialog: CrashDialog | None = None
        self._told: list[Reason] = []
        self._early = EarlyLook(folder, self._found_damage, self)
        self.watch = CrashWatch(Log(folder), self)
        self.watch.crashed.connect(self._show_crash)
        self.server = SingleInstance(folder, self._asked, self)
        self.hotkeys = Hotkeys(self._settings, self._set, self)
        self.hotkeys.pressed.connect(self.check)
        self.tray = Tray(tray_icon(), self._tray_state, self)
        self._connect_tray()
        app.aboutToQuit.connect(self._end)

    def claim(self) -> Trouble | None:
        """Make the data folder ours; the reason where that cannot be."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return Trouble("instance.folder-read-only")
        return self.server.start()

    def start(self, *, check: bool = False, hidden: bool = False) -> None:
        """Listen for the hotkey and show the tray; the rest follows from the event loop."""
        self.watch.install()
        self.hotkeys.start()
        first = not check and not hidden and is_new(self.folder)
        self.tray.settled.connect(partial(self._tray_settled, first=first, hidden=hidden))
        self.tray.start()
        if first:  # also where no tray comes, which is waited for much longer
            QTimer.singleShot(_ICON_FIRST_MS, self, self._welcome)
        if check:
            QTimer.singleShot(0, self, self.check)
        if self.app.platformName() in _TELL_OF_COPIES:
            self.app.clipboard().dataChanged.connect(self._something_copied)
        else:
            QTimer.singleShot(0, self, self._load)

    # ---- the record, opened when it is first needed

    @property
    def session(self) -> Session:
        """The open record; it is opened by whatever needs it first."""
        if self._session is None:
            from moderator_app.session import Session  # noqa: PLC0415 - the second half of the start

            self._session = Session.open(self.folder)
            self._session.subscribe(self._changed)
        return self._session

    def _something_copied(self) -> None:
        self.app.clipboard().dataChanged.disconnect(self._something_copied)
        QTimer.singleShot(0, self, self._load)

    def _ready(self) -> bool:
        """Whether the record is open; it is opened now where it was not, and a failure is told."""
        self._load()
        return self._loaded

    def _load(self) -> None:
        """The second half of the start; also where a command or a setting has opened the record before."""
        if self._loaded:
            return
        try:
            session = self.session
        except ModeratorError as error:
            self._cannot_open(error)
            return
        self._loaded = True
        self._tell_error(session.rulebook)
        if session.settings != self._peeked:
            self.hotkeys.start()
        self.quick.prepare()
        settle(session, self, self._tell_problems)

    def _tell_error(self, do: Callable[[], object]) -> None:
        """Do something that may find a broken file, and say so in a toast."""
        try:
            do()
        except ModeratorError as error:
            from moderator_app import sentences  # noqa: PLC0415 - rarely needed

            self.doer.complain(sentences.error_text(error))

    def _cannot_open(self, error: ModeratorError) -> None:
        from moderator_app import sentences  # noqa: PLC0415 - rarely needed
        from moderator_app.ui.main.trouble_dialog import show_trouble  # noqa: PLC0415

        self._dress_app()
        if isinstance(error, Busy):  # a command that is just writing; it will be done soon
            show_trouble(sentences.error_text(error), self.folder)
            return
        self.tray.stop()
        self.hotkeys.stop()
        show_trouble(sentences.error_text(error), self.folder)
        self.app.exit(CANNOT_OPEN)

    def _settings(self) -> Settings:
        return self._peeked if self._session is None else self._session.settings

    def _set(self, name: str, value: SettingValue) -> None:
        self.session.set_setting(name, value)

    def close(self) -> None:
        """Let the record go."""
        if self._session is not None:
            self._session.close()

    # ---- language, colours, scale

    def _language(self) -> str:
        return self._lang or self._settings().language

    def _speak(self) -> None:
        if self._look.speak(self._language()):
            self.tray.retranslate()

    def _dress_app(self) -> bool:
        """Before a window is made; whether the look is another one than before."""
        self._speak()
        settings = self._settings()
        return self._look.dress(settings.scale, settings.theme)

    def dress(self) -> None:
        """Take over what the settings say now of language, scale and colours, in every window."""
        if not self._look.dressed:
            self._speak()
            return
        if not self._dress_app():
            return
        page = self._window.current if self._window is not None else ""
        shown = self._window is not None and self._window.isVisible()
        self._drop_windows()
        if shown:
            self.open(page)

    def _drop_windows(self) -> None:
        """Windows are made in one language and scale; other ones are made when next asked for."""
        if self._window is not None:
            self._keep_place()
            self._window.end()
            self._window = None
        if self._quick is not None:
            self._quick.end()
            self._quick = None

    # ---- parts that are made when they are first needed

    @property
    def clipboard(self) -> Clipboard:
        """The clipboard."""
        if self._clipboard is None:
            from moderator_app.system.clipboard import Clipboard  # noqa: PLC0415 - not needed for the start

            self._clipboard = Clipboard(parent=self)
        return self._clipboard

    @property
    def toasts(self) -> Toasts:
        """The toasts."""
        if self._toasts is None:
            from moderator_app.ui.toast import Toasts  # noqa: PLC0415 - not needed for the start

            self._dress_app()
            self._toasts = Toasts(self)
        return self._toasts

    @property
    def doer(self) -> Doer:
        """What copies, records and takes back for tray and main window."""
        if self._doer is None:
            from moderator_app.ui.main.doing import Doer  # noqa: PLC0415 - not needed for the start

            self._doer = Doer(self.session, self.clipboard, self.toasts, self)
        return self._doer

    @property
    def quick(self) -> QuickCheck:
        """The quick check."""
        if self._quick is None:
            from moderator_app.system.foreground import foreground  # noqa: PLC0415 - see above
            from moderator_app.ui.quick import QuickCheck  # noqa: PLC0415

            self._dress_app()
            self._quick = QuickCheck(self.session, self.clipboard, self.toasts, self, foreground=foreground())
            self._quick.hotkey = lambda: self.hotkeys.sequence
            self._quick.acted.connect(self.doer.remember)
            self._quick.closed.connect(self.hotkeys.rearm)
            self._quick.person_wanted.connect(lambda member: self.window.show_member(member))  # noqa: PLW0108
        return self._quick

    @property
    def window(self) -> MainWindow:
        """The main window."""
        if self._window is None:
            from moderator_app.ui.main.services import Services  # noqa: PLC0415 - see above
            from moderator_app.ui.main.window import MainWindow  # noqa: PLC0415

            self._dress_app()
            self._window = MainWindow(
                Services(
                    session=self.session,
                    clipboard=self.clipboard,
                    hotkeys=self.hotkeys,
                    doer=self.doer,
                    dress=self.dress,
                )
            )
            self._window.closing.connect(self._window_closing)
        return self._window

    def _found_damage(self) -> None:
        """Something cannot be read: open all of it now, so that it is mended where it can be, and told."""
        if self._ready():
            self._tell_error(self.session.members)
            self._tell_error(self.session.notices)
            self._tell_problems()

    def _tell_problems(self) -> None:
        """Files that were found broken are told once, with what was done about them."""
        from moderator_app.ui.main.problems import tell_new  # noqa: PLC0415 - not needed for the start

        tell_new(self.session.problems, self._told, lambda: self.toasts)

    # ---- what the user asks for

    def open(self, page: str = "", *, minimised: bool = False) -> None:
        """Show the main window, on a page where one is named."""
        if self._ready():
            self.window.bring_up(page, minimised=minimised)

    def check(self) -> None:
        """Check the clipboard in the small window."""
        if self._ready():
            self.quick.check_clipboard()

    def toggle(self) -> None:
        """A click on the icon: the window comes up, or goes away where it is in front."""
        if self._window is not None and self._window.isVisible() and not self._window.isMinimized():
            self._window.close()
        else:
            self.open()

    def _window_closing(self) -> None:
        self._keep_place()
        if not self.tray.here:
            self.window.showMinimized()
            return
        self.window.hide()
        if not self.session.setting("closed_to_tray_told"):
            self._tell_error(partial(self.session.set_setting, "closed_to_tray_told", True))
            self.tray.say(
                translate("App", "群管助手还在这里"),
                translate("App", "窗口已收进托盘，快捷键照常可用；要退出，请用托盘菜单里的「退出」。"),
            )

    def _keep_place(self) -> None:
        place = self.window.place()
        if place != self.session.setting("main_geometry"):
            self._tell_error(partial(self.session.set_setting, "main_geometry", place))

    # ---- tray

    def _connect_tray(self) -> None:
        tray = self.tray
        tray.toggled.connect(self.toggle)
        tray.opened.connect(partial(self.open, ""))
        tray.checked.connect(self.check)
        tray.notice_wanted.connect(self._copy_notice)
        tray.notices_opened.connect(lambda: self.open("notices"))
        tray.group_chosen.connect(self._choose_group)
        tray.paused.connect(self.hotkeys.pause)
        tray.settings_opened.connect(lambda: self.open("settings"))
        tray.quit_wanted.connect(lambda: leave(self.app, self._window))

    def _tray_settled(self, here: bool, *, first: bool, hidden: bool) -> None:
        self._early.start()
        self.app.setQuitOnLastWindowClosed(False)
        if not here and not first:
            self.open(minimised=hidden)

    def _welcome(self) -> None:
        """The first start of all; what is kept of it makes the next one another."""
        if self._ready():
            self.window.welcome()
            self._keep_place()

    def _copy_notice(self, notice: str) -> None:
        self.doer.copy_notice(notice, "")

    def _choose_group(self, group: str) -> None:
        if group != self.session.group.id:
            self._tell_error(partial(self.session.choose_group, group))

    def _tray_state(self) -> TrayState:
        if not self._ready():
            return TrayState()
        self._dress_app()
        return tray_state(self.session, self.hotkeys.sequence)

    def _changed(self, change: Change) -> None:
        QTimer.singleShot(0, self, partial(obey, change, self.hotkeys, self._settings, self.dress))

    # ---- other starts, and commands while we run

    def _asked(self, payload: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Answer a second start, or run a command on the live session; None where it has to wait."""
        if "argv" in payload:
            from moderator_app.ui.main.handed_over import run_command  # noqa: PLC0415 - for few starts

            return run_command(payload, lambda: self.session, lambda: self._window)
        do = {"check": self.check, "stay": None}.get(str(payload.get("do")), self.open)
        if do is not None:
            QTimer.singleShot(0, self, do)
        return {"ok": True}

    # ---- the end

    def _end(self) -> None:
        self._early.stop()
        self.tray.stop()
        self.hotkeys.stop()
        self.server.close()
        self._drop_windows()
        if self._toasts is not None:
            self._toasts.clear()
        self.watch.uninstall()

    def _show_crash(self, report: str) -> None:
        from moderator_app.ui.main.crash_dialog import show_report  # noqa: PLC0415 - hopefully never

        self._crash_dialog = show_report(report, self.watch.log.folder, self._crash_dialog)
