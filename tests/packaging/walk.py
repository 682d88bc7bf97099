"""A walk through the main window by keys, whatever form the program has: a list in, and taken back."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.packaging import loop

if TYPE_CHECKING:  # it needs X11, as in loop
    from tests.e2e.desktop import Desktop, Shown

MAIN = "群管助手"
IMPORT, UNDO = "导入名单 ", "撤销这一步 "
"""How the dialogs' titles begin: after the space stands a dash, another one on each system."""
NAMES = ("张三", "李四", "欧阳＊雪")
CARDS = tuple(f"{name}-采购-北京" for name in NAMES)
LIST = "昵称,群昵称\n" + "".join(map("{},{}\n".format, NAMES, CARDS))
ACCENT = (0x24, 0x57, 0xC5)


def run(
    desktop: Desktop, data_dir: Path, hand: loop.Hand, raise_window: Callable[[], object]
) -> dict[str, float]:
    """Paste a list on 成员, confirm it, and take it back on 记录; answers the seconds that it took.

    The program must be running on this desktop with this data folder; `raise_window` starts it a
    second time, which shows the main window.
    """
    desktop.copy(LIST)
    raise_window()
    window = desktop.wait(lambda: main_window(desktop), "the main window")
    hand.let_focus(desktop, window)
    desktop.wait(lambda: desktop.active_title() == MAIN, "the main window's focus")
    started = time.perf_counter()
    desktop.press("ctrl+2", "ctrl+v")
    dialog = desktop.window(IMPORT)
    desktop.wait(lambda: can_be_confirmed(desktop, dialog), "a list that was read")
    desktop.focused(IMPORT)
    took = {"pasting to the list's preview": time.perf_counter() - started}
    desktop.press("Return")
    desktop.gone(IMPORT)
    desktop.wait(lambda: desktop.active_title() == MAIN, "the main window's focus")
    added = [entry for entry in loop.entries(data_dir, "member-added") if entry.get("deed") == "import"]
    assert tuple(entry["name"] for entry in added) == NAMES, added

    started = time.perf_counter()
    desktop.press("ctrl+5")
    desktop.wait(lambda: shows_record(desktop, window), "the record's first row")
    took["to the record's page"] = time.perf_counter() - started
    desktop.press("Delete")
    desktop.window(UNDO)
    desktop.focused(UNDO)
    desktop.press("Return")
    desktop.gone(UNDO)
    undone = {entry["target"] for entry in loop.entries(data_dir, "undo")}
    assert added[0]["action"] in undone
    return took


def main_window(desktop: Desktop) -> Shown | None:
    """Our other windows have its title at the end of theirs."""
    return next((shown for shown in desktop.windows() if shown.title == MAIN), None)


def can_be_confirmed(desktop: Desktop, dialog: Shown) -> bool:
    """Whether the dialog's primary button has the colour of one that can be pressed."""
    return is_accent(desktop, dialog, dialog.width - 30, dialog.height - 32)


def shows_record(desktop: Desktop, window: Shown) -> bool:
    """Whether 记录 is marked in the sidebar, and the first row of its list as the chosen one."""
    marks = ((range(5, 14), 230), (range(164, 176), 123))
    return all(any(is_accent(desktop, window, x, y) for x in columns) for columns, y in marks)


def is_accent(desktop: Desktop, window: Shown, x: int, y: int) -> bool:
    """Whether a place in the window has the colour of what can be pressed or is chosen."""
    return desktop.pixel(window.left + x, window.top + y) == ACCENT
