"""What can be done once the record is open and nobody waits: needless things let go, a long record read."""

from __future__ import annotations

import gc
import linecache
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from moderator_app.core.errors import ModeratorError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from moderator_app.session import Session
    from moderator_app.ui.main.window import MainWindow


def settle(session: Session, owner: QObject, then: Callable[[], None]) -> None:
    """Begin with it, and do `then` at the end; as long as `owner` lives it goes on between other events."""
    linecache.clearcache()  # Shiboken reads the source of each module imported after Qt, and Python keeps it
    gc.collect()
    _read_ahead(session, owner, then)


def _read_ahead(session: Session, owner: QObject, then: Callable[[], None]) -> None:
    """Read one piece of the record, so that a check need not wait for all of it, and then the next."""
    more = False
    with suppress(ModeratorError):  # told by what needs the record
        more = session.read_ahead()
    if more:
        QTimer.singleShot(0, owner, lambda: _read_ahead(session, owner, then))
    else:
        then()


def leave(app: QApplication, window: MainWindow | None) -> None:
    """Quit; a long piece of work is ended first, or comes to its end where it can be ended no more.

    Where something was edited and not saved, only who is sure of it.
    """
    if window is not None and window.unsaved():
        from moderator_app.ui.main.unsaved import sure  # noqa: PLC0415 - not needed for the start

        if not sure(window):
            return
    from moderator_app.ui.main.working import when_done  # noqa: PLC0415 - not needed for the start

    when_done(app.exit)  # not `quit`, which asks each window first: ours goes into the tray instead
