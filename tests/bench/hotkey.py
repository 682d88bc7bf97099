"""Prints the time from the hotkey's key press to the painted verdict, seen from outside the program.

    python -m tests.bench.hotkey [ROUNDS]

A foreign program copies a text, the key is pressed through XTEST, and the clock stops when the X
server reports that the verdict's colour stands on the screen. Needs what the end-to-end tests need.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from Xlib import XK, X
from Xlib.ext import xtest

from tests.e2e.desktop import Desktop
from tests.e2e.program import Program

TEXT = (
    "各位老师好，工厂直供一次性手术衣，大量现货，规格齐全，价格优惠，第 {} 批，微信 shouyi_2288，欢迎咨询。"
)
FILL = (0xFB, 0xE6, 0xE3)
KEYS = ("Control_L", "Alt_L", "m")
_HAND = 1.0  # seconds from the copy to the hotkey: nobody's hand is faster


def main() -> None:
    """Measure and print median, 95th percentile and maximum in milliseconds."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    desktop = Desktop()
    with tempfile.TemporaryDirectory() as folder:
        at_once = _first(desktop, Path(folder) / "first", rest=0.0)
        program = Program(desktop, Path(folder) / "data")
        program.start("--hidden")
        try:
            first = _measure(desktop, 0, rest=_HAND)
            times = sorted(_measure(desktop, number) for number in range(1, rounds + 1))
        finally:
            program.end()
            desktop.close()
    print(  # noqa: T201 - printing is what this program is for
        f"hotkey to painted verdict, {rounds} rounds: median {statistics.median(times):.1f} ms, "
        f"p95 {times[int(len(times) * 0.95) - 1]:.1f} ms, max {times[-1]:.1f} ms; "
        f"the very first after the start {first:.1f} ms, pressed in the instant of copying {at_once:.1f} ms"
    )


def _first(desktop: Desktop, folder: Path, rest: float) -> float:
    """The first press after a start of its own."""
    program = Program(desktop, folder)
    program.start("--hidden")
    try:
        return _measure(desktop, 0, rest=rest)
    finally:
        program.end()


def _measure(desktop: Desktop, number: int, rest: float = 0.0) -> float:
    """Milliseconds from the press, `rest` seconds after copying, to the colour on the screen."""
    desktop.copy(TEXT.format(number))
    time.sleep(rest)  # as long as a hand takes from copying to the hotkey; nothing tells when it is there
    place = (760, 125)  # in the header, beside its words
    assert desktop.pixel(*place) != FILL
    codes = [desktop.x.keysym_to_keycode(XK.string_to_keysym(name)) for name in KEYS]
    started = time.perf_counter()
    for code in codes:
        xtest.fake_input(desktop.x, X.KeyPress, code)
    for code in reversed(codes):
        xtest.fake_input(desktop.x, X.KeyRelease, code)
    desktop.x.flush()
    desktop.wait(lambda: desktop.pixel(*place) == FILL, "the painted verdict")
    passed = (time.perf_counter() - started) * 1000
    desktop.focused("违规")
    desktop.press("Escape")
    desktop.gone("违规")
    return passed


if __name__ == "__main__":
    main()
