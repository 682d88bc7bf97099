"""The one loop that everything serves, driven from outside whatever form the program has."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.system.drawn_codes import GROUP as CODE
from tests.system.drawn_codes import noise, put, qr

if TYPE_CHECKING:  # it needs X11, and the tests of the frozen program run everywhere
    from tests.e2e.desktop import Desktop, Shown

HOTKEY = "ctrl+alt+m"
SENDER = "张三"
ADVERTISEMENT = "工厂直供一次性手术衣，大量现货，价格优惠，V❤：zs_demo"
COPIED = f"{SENDER}\n2026年09月23日 16:04\n{ADVERTISEMENT}"
VIOLATION, VIOLATION_FILL = "违规", (0xFB, 0xE6, 0xE3)
AFTER = "剪贴板里是刚才的告知"
NOTICE, NOTICE_SAYS = "叫卖告知", "没有人提出需求"
OFFENDERS = ["王五", "孙七"]
ALL_OFFENDERS = f"违规 {len(OFFENDERS)} 人"
CONVERSATION = """李四-设备科-苏州
2026年09月24日 10:12
请问各位，院里的内镜清洗登记怎么做电子化？

王五-监护仪-无锡
2026年09月24日 10:45
便携超声工厂直供，大量现货，量大从优，加我微信 ww_demo 详谈。

孙七-耗材-杭州
2026年09月24日 11:20
无纺布口罩厂家直销，现货批发，欢迎咨询，微信 sq_demo2。
"""
BARGAIN = "邻居们帮我砍一刀，就差最后一点了，点链接就行"
CODE_NOTICE_SAYS = "二维码"


class Hand:
    """The user's: how the hotkey is pressed, and whether windows get the keyboard by themselves."""

    def work_elsewhere(self, desktop: Desktop) -> None:
        """Be in another program before the hotkey is pressed: here nothing is needed for that."""

    def press_hotkey(self, desktop: Desktop) -> None:
        """All keys at once."""
        desktop.press(HOTKEY)

    def let_focus(self, desktop: Desktop, window: Shown) -> None:
        """The window must get the keyboard without any help."""
        desktop.focused(window.title)


def run(desktop: Desktop, data_dir: Path, hand: Hand) -> dict[str, float]:
    """Copy, hotkey, verdict, Enter, notice, strike, hotkey, Ctrl+Z; answers the seconds they took.

    The program must be running on this desktop with this data folder and hear the hotkey.
    """
    took: dict[str, float] = {}
    desktop.copy(COPIED)
    hand.work_elsewhere(desktop)
    started = time.perf_counter()
    hand.press_hotkey(desktop)
    window = desktop.window(VIOLATION)
    took["hotkey to window"] = time.perf_counter() - started
    desktop.wait(lambda: is_painted(desktop, window), "the painted verdict")
    took["hotkey to verdict painted"] = time.perf_counter() - started
    hand.let_focus(desktop, window)

    started = time.perf_counter()
    desktop.press("Return")
    text = clipboard_becomes(desktop, lambda found: NOTICE_SAYS in found, "the notice")
    took["Enter to notice on the clipboard"] = time.perf_counter() - started
    desktop.gone(VIOLATION)
    assert f"@{SENDER}" in text
    assert "{" not in text

    (strike,) = entries(data_dir, "strike")
    assert (strike["name"], strike["message"], strike["notice"]) == (SENDER, ADVERTISEMENT, NOTICE)
    assert strike["rules"][0] == "hawking"

    open_window(desktop, hand, AFTER)
    desktop.press("ctrl+z")
    clipboard_becomes(desktop, lambda found: found.replace("\r\n", "\n") == COPIED, "the text copied first")
    assert [entry["target"] for entry in entries(data_dir, "undo")] == [strike["action"]]
    return took


def run_conversation(desktop: Desktop, data_dir: Path, hand: Hand) -> None:
    """Copy a conversation once; hotkey and Enter, as often as it has offenders, deal with each in turn."""
    desktop.copy(CONVERSATION)
    for name in OFFENDERS:
        open_window(desktop, hand, ALL_OFFENDERS)
        desktop.press("Return")
        start = f"@{name}"
        clipboard_becomes(desktop, lambda text, start=start: text.startswith(start), f"a notice to {name}")
        desktop.gone(ALL_OFFENDERS)
    struck = [entry["name"] for entry in entries(data_dir, "strike")]
    assert struck[-len(OFFENDERS) :] == OFFENDERS, struck


def run_picture(desktop: Desktop, hand: Hand, folder: Path) -> float:
    """Copy a picture, which is drawn in this folder; answers the seconds from the hotkey to the verdict."""
    desktop.copy_picture(draw_picture(folder))
    lift_the_hand()
    hand.work_elsewhere(desktop)
    started = time.perf_counter()
    hand.press_hotkey(desktop)
    window = desktop.window(VIOLATION)
    desktop.wait(lambda: is_painted(desktop, window), "the painted verdict on a picture")
    took = time.perf_counter() - started
    hand.let_focus(desktop, window)
    desktop.press("Return")
    text = clipboard_becomes(desktop, lambda found: CODE_NOTICE_SAYS in found, "the notice about codes")
    assert CODE not in text
    desktop.gone(VIOLATION)
    return took


def draw_picture(folder: Path, ending: str = "png") -> Path:
    """A telephone's screenshot in which CODE stands, the invitation to another group."""
    file = folder / f"聊天截图.{ending}"
    assert put(noise(1080, 2400), qr(CODE, 6), 300, 900).save(str(file))
    return file


def open_window(desktop: Desktop, hand: Hand, title: str) -> Shown:
    """Be elsewhere, press the hotkey, and see to it that the window has the keyboard."""
    lift_the_hand()
    hand.work_elsewhere(desktop)
    hand.press_hotkey(desktop)
    window = desktop.window(title)
    hand.let_focus(desktop, window)
    return window


def measure(desktop: Desktop, rounds: int, hand: Hand) -> list[float]:
    """Seconds from the hotkey to the painted verdict, each time for a message not seen before."""
    took = []
    for number in range(rounds):
        lift_the_hand()
        desktop.copy(f"{ADVERTISEMENT}{number}")
        hand.work_elsewhere(desktop)
        started = time.perf_counter()
        hand.press_hotkey(desktop)
        window = desktop.window(VIOLATION)
        desktop.wait(lambda shown=window: is_painted(desktop, shown), "the painted verdict")
        took.append(time.perf_counter() - started)
        hand.let_focus(desktop, window)
        desktop.press("Escape")
        desktop.gone(VIOLATION)
    return took


def clipboard_becomes(desktop: Desktop, wanted: Callable[[str], bool], what: str) -> str:
    """As the desktop's own, but looking again after every event: Wine owns first and fills later."""

    def look() -> str | None:
        text = desktop.clipboard()
        return text if wanted(text) else None

    return desktop.wait(look, f"a clipboard with {what}")


def lift_the_hand() -> None:
    """Let the time pass in which a second press would count as the repeat of a held key."""
    threading.Event().wait(0.9)


def is_painted(desktop: Desktop, window: Shown) -> bool:
    """Whether the window's head has the colour of the verdict."""
    return desktop.pixel(*head(window)) == VIOLATION_FILL


def head(window: Shown) -> tuple[int, int]:
    """A place in the window's head right of its words, also where a shadow surrounds the window."""
    return window.left + window.width * 65 // 100, window.top + 32


def entries(data_dir: Path, kind: str) -> list[dict[str, Any]]:
    """The ledger's entries of one kind, read from the files as anybody could."""
    return [entry for entry in _all_entries(data_dir) if entry["kind"] == kind]


def _all_entries(data_dir: Path) -> Iterator[dict[str, Any]]:
    for file in sorted((data_dir / "ledger").rglob("*.json")):
        yield from json.loads(file.read_text("utf-8"))["entries"].values()
