"""What the pages of the main window need beside themselves, put together by the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from moderator_app.session import Session
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui.main.doing import Doer
from moderator_app.ui.main.hotkeys import Hotkeys


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The session, the system's services, and what only the program can do.

    `doer` copies, records and takes back; `dress` applies language, colours and scale to the whole
    program once the settings have changed.
    """

    session: Session
    clipboard: Clipboard
    hotkeys: Hotkeys
    doer: Doer
    dress: Callable[[], None]
