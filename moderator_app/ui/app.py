"""Starts the window program: one instance, tray and hotkey first, the rest when nobody waits for it.

The start has two halves. First what the user sees: the icon in the tray, the hotkey, and the claim
on the data folder. Then, from the event loop, the record and the rules are loaded; what was asked
for in between is done right after.
"""

from __future__ import annotations

import gc
import io
import linecache
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from moderator_app import __version__, i18n
from moderator_app.core.errors import Busy, ModeratorError
from moderator_app.core.wording import Reason
from moderator_app.i18n import translate
from moderator_app.session.peek import peek_settings
from moderator_app.session.settings import Settings, SettingValue
from moderator_app.storage.paths import data_dir as find_data_dir
from moderator_app.storage.paths import resources_dir
from moderator_app.system import screen
from moderator_app.system.instance_server import SingleInstance
from moderator_app.system.single_instance import NoAnswer, ask
from moderator_app.system.trouble import Trouble
from moderator_app.ui.main.crash import CrashWatch, Log
from moderator_app.ui.main.hotkeys import Hotkeys
from moderator_app.ui.tray import Tray, TrayState

if TYPE_CHECKING:
    from moderator_app.session import Change, Session
    from moderator_app.system.clipboard import Clipboard
    from moderator_app.ui.main.crash_dialog import CrashDialog
    from moderator_app.ui.main.doing import Doer
    from moderator_app.ui.main.window import MainWindow
    from moderator_app.ui.quick import QuickCheck
    from moderator_app.ui.toast import Toasts

_TIDY_MS = 400
"""How long after the start what is no longer needed is thrown away."""


def run(data_dir: Path | None = None, lang: str = "", *, check: bool = False) -> int:
    """Run the program until it is quit; a second start only asks the first one and ends at once.

    `lang` "" follows the setting; `check` asks for the clipboard to be checked at once. Answers 0,
    or 2 where no window can be shown or the data cannot be opened.
    """
    i18n.set_language(lang)
    trouble = screen.trouble()
    if trouble is not None:
        print(_sentence(trouble), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 2
    folder = find_data_dir(data_dir)
    if _handed_over(folder, check=check):
        return 0
    app = _application()
    program = Program(app, folder, lang)
    refused = program.claim()
    if refused is not None:
        if refused.code == "instance.running" and _handed_over(folder, check=check):
            return 0
        return _say_trouble(_sentence(refused), folder)
    program.start(check=check)
    try:
        return app.exec()
    finally:
        program.close()


def _application() -> QApplication:
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    QApplication.setApplicationName("moderator-app")
    QApplication.setOrganizationName("moderator-app")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("moderator-app")
    return QApplication(sys.argv[:1])


def _sentence(trouble: Trouble) -> str:
    from moderator_app import sentences  # noqa: PLC0415 - not needed for the start

    return sentences.reason_text(Reason(trouble.code, trouble.values))


def _handed_over(folder: Path, *, check: bool) -> bool:
    """Whether a running program took over what this start was for."""
    try:
        return ask(folder, {"do": "check" if check else "raise"}, timeout=3.0) is not None
    except NoAnswer:
        return False


def _say_trouble(sentence: str, folder: Path) -> int:
    """Say in a window why the program cannot start; the exit code for that."""
    from moderator_app.ui import theme  # noqa: PLC0415 - rarely needed
    from moderator_app.ui.main.trouble_dialog import show_trouble  # noqa: PLC0415

    theme.install(_application(), language=i18n.language())
    show_trouble(sentence, folder)
    return 2


class Program(QObject):
    """Holds everything that lives as long as the program does."""

    def __init__(self, app: QApplication, folder: Path, lang: str = "") -> None:
        super().__init__(app)
        self.app, self.folder, self._lang = app, folder, lang
        self._peeked = peek_settings(folder)
        self._translators: list[QTranslator] = []
        self._spoken = ""
        self._look: tuple[str, int, str] = ("", 0, "")
        self._session: Session | None = None
        self._clipboard: Clipboard | None = None
        self._window: MainWindow | None = None
        self._quick: QuickCheck | None = None
        self._doer: Doer | None = None
        self._toasts: Toasts | None = None
        self._crash_dialog: CrashDialog | None = None
        self.watch = CrashWatch(Log(folder / "logs"), self)
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

    def start(self, *, check: bool = False) -> None:
        """Listen for the hotkey and show the tray; the rest follows from the event loop."""
        self.watch.install()
        self.hotkeys.start()
        self.tray.settled.connect(self._tray_settled)
        self.tray.start()
        QTimer.singleShot(0, self, self._load)
        if check:
            QTimer.singleShot(0, self, self.check)

    # ---- the record, opened when it is first needed

    @property
    def session(self) -> Session:
        """The open record; it is opened by whatever needs it first."""
        if self._session is None:
            from moderator_app.session import Session  # noqa: PLC0415 - the second half of the start

            self._session = Session.open(self.folder)
            self._session.subscribe(self._changed)
        return self._session

    def _load(self) -> None:
        """The second half of the start."""
        try:
            session = self.session
        except ModeratorError as error:
            self._cannot_open(error)
            return
        self._tell_error(session.rulebook)
        if session.settings != self._peeked:
            self.hotkeys.start()
        self._speak()
        self._tell_problems()
        # Whoever copies something may press the hotkey next: then the small window should be ready.
        # Until then it is not made, because most of the day nobody needs it. Nothing is read here.
        self.app.clipboard().dataChanged.connect(self._warm_up)
        QTimer.singleShot(_TIDY_MS, self, _tidy)

    def _tell_error(self, do: Callable[[], object]) -> None:
        """Do something that may find a broken file, and say so in a toast."""
        try:
            do()
        except ModeratorError as error:
            from moderator_app import sentences  # noqa: PLC0415 - rarely needed

            self.doer.complain(sentences.error_text(error))

    def _cannot_open(self, error: ModeratorError) -> None:
        from moderator_app import sentences  # noqa: PLC0415 - rarely needed

        self.tray.stop()
        self.hotkeys.stop()
        if isinstance(error, Busy):
            self.server.close()
        self.app.exit(_say_trouble(sentences.error_text(error), self.folder))

    def _settings(self) -> Settings:
        return self._peeked if self._session is None else self._session.settings

    def _set(self, name: str, value: SettingValue) -> None:
        self.session.set_setting(name, value)

    def close(self) -> None:
        """Let the record go."""
        if self._session is not None:
            self._session.close()

    # ---- language, colours, scale

    def _speak(self) -> None:
        """Take over the language that the settings ask for."""
        language = i18n.set_language(self._lang or self._settings().language)
        if language == self._spoken:
            return
        self._spoken = language
        self._install_translators(language)
        self.app.setApplicationDisplayName(translate("App", "群管助手"))
        self.tray.retranslate()

    def _dress_app(self) -> None:
        """Give every window the look that the settings ask for; before the first window is made."""
        from moderator_app.ui import theme  # noqa: PLC0415 - no window, no look

        self._speak()
        settings = self._settings()
        look = (self._spoken, settings.scale, settings.theme)
        if look != self._look:
            self._look = look
            theme.install(self.app, language=self._spoken, scale=settings.scale, scheme=settings.theme)

    def _install_translators(self, language: str) -> None:
        for translator in self._translators:
            self.app.removeTranslator(translator)
        places = [(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{language}")]
        if language != i18n.CHINESE:
            own = i18n.catalogue_path(language)
            places.append((str(own.parent), own.stem))
        self._translators = []
        for folder, name in places:
            translator = QTranslator(self)
            if translator.load(name, folder):
                self.app.installTranslator(translator)
                self._translators.append(translator)

    def dress(self) -> None:
        """Take over what the settings say now of language, scale and colours, in every window."""
        before = self._look
        if not before[0]:
            self._speak()
            return
        self._dress_app()
        if before == self._look:
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
            self._quick.window.hide()
            self._quick.window.deleteLater()
            self._quick.deleteLater()
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
            self._quick.acted.connect(self.doer.remember)
            self._quick.closed.connect(self.hotkeys.rearm)
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

    def _warm_up(self) -> None:
        """Make the quick check ready, so that the first hotkey is as quick as the others."""
        self.app.clipboard().dataChanged.disconnect(self._warm_up)
        QTimer.singleShot(0, self, self._make_quick)

    def _make_quick(self) -> None:
        self.quick.window.winId()
        _tidy()

    def _tell_problems(self) -> None:
        """Files that were found broken are told once, with what was done about them."""
        problems = self.session.problems
        if not problems:
            return
        from moderator_app import sentences  # noqa: PLC0415 - rarely needed
        from moderator_app.core.rules.verdict import Level  # noqa: PLC0415

        for reason in problems[:2]:
            self.toasts.show(sentences.reason_text(reason), level=Level.UNSURE)

    # ---- what the user asks for

    def open(self, page: str = "") -> None:
        """Show the main window, on a page where one is named."""
        self.window.bring_up(page)

    def check(self) -> None:
        """Check the clipboard in the small window."""
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
        tray.notice_wanted.connect(lambda notice: self.doer.copy_notice(notice, ""))
        tray.notices_opened.connect(lambda: self.open("notices"))
        tray.group_chosen.connect(self._choose_group)
        tray.paused.connect(self.hotkeys.pause)
        tray.settings_opened.connect(lambda: self.open("settings"))
        tray.quit_wanted.connect(self.app.quit)

    def _tray_settled(self, here: bool) -> None:
        self.app.setQuitOnLastWindowClosed(False)
        if not here:
            self.open()

    def _choose_group(self, group: str) -> None:
        if group != self.session.group.id:
            self._tell_error(partial(self.session.choose_group, group))

    def _tray_state(self) -> TrayState:
        self._dress_app()
        session, lang = self.session, i18n.language()
        notices = session.notices()
        return TrayState(
            group=session.group.title.get(lang),
            group_id=session.group.id,
            today=_given_today(session),
            hotkey=self.hotkeys.sequence,
            paused=bool(session.setting("hotkey_paused")),
            notices=tuple((notice.id, notice.title.get(lang)) for notice in notices),
            groups=tuple((group.id, group.title.get(lang)) for group in session.groups()),
        )

    def _changed(self, change: Change) -> None:
        if change.topic.value == "settings":
            QTimer.singleShot(0, self, self.dress)

    # ---- other starts, and commands while we run

    def _asked(self, payload: Mapping[str, Any]) -> Mapping[str, Any]:
        """Answer a second start, or run a command of the command line on the live session."""
        if "argv" in payload:
            return self._run_command(payload)
        do = self.check if payload.get("do") == "check" else self.open
        QTimer.singleShot(0, self, do)
        return {"ok": True}

    def _run_command(self, payload: Mapping[str, Any]) -> Mapping[str, Any]:
        from moderator_app import cli  # noqa: PLC0415 - only for those who use the command line

        out, err = io.StringIO(), io.StringIO()
        before = i18n.language()
        try:
            code = cli.run(
                [str(word) for word in payload["argv"]],
                self.session,
                io.StringIO(str(payload.get("stdin", ""))),
                out,
                err,
            )
        finally:
            i18n.set_language(before)
        return {"exit": code, "out": out.getvalue(), "err": err.getvalue()}

    # ---- the end

    def _end(self) -> None:
        self.tray.stop()
        self.hotkeys.stop()
        self.server.close()
        if self._window is not None:
            self._keep_place()
            self._window.end()
        if self._toasts is not None:
            self._toasts.clear()
        self.watch.uninstall()

    def _show_crash(self, report: str) -> None:
        from moderator_app.ui.main.crash_dialog import CrashDialog  # noqa: PLC0415 - hopefully never

        if self._crash_dialog is None or not self._crash_dialog.isVisible():
            self._crash_dialog = CrashDialog(report, self.folder / "logs")
            self._crash_dialog.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
            self._crash_dialog.show()
        else:
            self._crash_dialog.add(report)


def tray_icon() -> QIcon:
    """The program's icon as pictures: drawing it anew would load Qt's SVG reader at every start."""
    icon = QIcon()
    for side in (16, 22, 24, 32, 48, 64):
        icon.addFile(str(resources_dir() / "icons" / f"app-{side}.png"))
    return icon


def _tidy() -> None:
    """Shiboken reads the source of each module imported after Qt, and Python keeps it: let it go."""
    linecache.clearcache()
    gc.collect()


def _given_today(session: Session) -> int:
    """How many notices were given today in the current group."""
    today = date.today()
    month = session.notice_counts()
    uses = (session.notice_uses(notice, limit=count) for notice, count in month.items())
    return sum(use.at.date() == today for found in uses for use in found)
