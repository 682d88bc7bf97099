"""Starts the window program, or hands over to the one that runs, or says why no window can be shown."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from moderator_app import __version__, i18n
from moderator_app.core.wording import Reason
from moderator_app.storage.paths import data_dir as find_data_dir
from moderator_app.system import screen
from moderator_app.system.single_instance import NoAnswer, ask
from moderator_app.system.trouble import Trouble
from moderator_app.ui.main.program import CANNOT_OPEN, Program

NO_SCREEN = 2


def run(data_dir: Path | None = None, lang: str = "", *, check: bool = False, hidden: bool = False) -> int:
    """Run the program until it is quit; a second start only asks the first one and ends at once.

    `lang` "" follows the setting; `check` asks for the clipboard to be checked at once, `hidden` for
    no window at all, as at the start of the session. Answers 0, or 2 where no window can be shown or
    the data cannot be opened.
    """
    i18n.set_language(lang)
    trouble = screen.trouble()
    if trouble is not None:
        print(_sentence(trouble), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return NO_SCREEN
    folder = find_data_dir(data_dir)
    wanted = "check" if check else "stay" if hidden else "raise"
    if _handed_over(folder, wanted):
        return 0
    app = _application()
    program = Program(app, folder, lang)
    refused = program.claim()
    if refused is not None:
        if refused.code == "instance.running" and _handed_over(folder, wanted):
            return 0
        return _say_trouble(_sentence(refused), folder)
    program.start(check=check, hidden=hidden)
    # What the start has made stays until the end: looking for garbage in it would hold the tray up.
    gc.freeze()
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


def _handed_over(folder: Path, wanted: str) -> bool:
    """Whether a running program took over what this start was for."""
    try:
        return ask(folder, {"do": wanted}, timeout=3.0) is not None
    except NoAnswer:
        return False


def _say_trouble(sentence: str, folder: Path) -> int:
    """Say in a window why the program cannot start; the exit code for that."""
    from moderator_app.ui import theme  # noqa: PLC0415 - rarely needed
    from moderator_app.ui.main.trouble_dialog import show_trouble  # noqa: PLC0415

    theme.install(_application(), language=i18n.language())
    show_trouble(sentence, folder)
    return CANNOT_OPEN
