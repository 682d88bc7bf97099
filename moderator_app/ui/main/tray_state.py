"""What the tray's menu shows of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from moderator_app.i18n import language
from moderator_app.ui.tray import TrayState

if TYPE_CHECKING:
    from moderator_app.session import Session


def tray_state(session: Session, hotkey: str) -> TrayState:
    """The state to show now; `hotkey` is the combination in force."""
    lang = language()
    return TrayState(
        group=session.group.title.get(lang),
        group_id=session.group.id,
        today=session.notices_today(),
        hotkey=hotkey,
        paused=session.settings.hotkey_paused,
        notices=tuple((notice.id, notice.title.get(lang)) for notice in session.notices()),
        groups=tuple((group.id, group.title.get(lang)) for group in session.groups()),
    )
