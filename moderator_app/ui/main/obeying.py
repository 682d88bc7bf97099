"""What is in force follows the settings, also where an undo or a restore has put them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moderator_app.session import Change
    from moderator_app.session.settings import Settings
    from moderator_app.ui.main.hotkeys import Hotkeys

_ALL_AT_ONCE = frozenset({"did.restore", "undone.restore", "did.import-all", "undone.import-all"})
_HOTKEYS = frozenset({"hotkey", "hotkey_backend", "hotkey_paused"})


def obey(
    change: Change, hotkeys: Hotkeys, settings: Callable[[], Settings], dress: Callable[[], None]
) -> None:
    """After a change: hear the hotkey, start at login and `dress` the windows as the settings say now."""
    all_at_once = change.label.code in _ALL_AT_ONCE
    back = change.label.values.get("name") if change.label.code == "undone.setting" else ""
    if all_at_once or back in _HOTKEYS:
        hotkeys.follow()
    if back == "autostart":
        from moderator_app.system.autostart import autostart  # noqa: PLC0415 - rarely needed

        autostart().set_enabled(settings().autostart)
    if all_at_once or change.topic.value == "settings":
        dress()
