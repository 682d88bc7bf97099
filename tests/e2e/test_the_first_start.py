"""The first start: a window that says what to do and leads to a verdict; later starts are quiet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, Shown
from tests.e2e.program import Program

MAIN = "群管助手"


@pytest.fixture
def fresh(desktop: Desktop, tmp_path: Path) -> Iterator[Program]:
    """The program with an empty data folder, not yet started."""
    made = Program(desktop, tmp_path / "data")
    yield made
    assert made.end() == ""


def main_window(desktop: Desktop) -> Shown | None:
    return next((shown for shown in desktop.windows() if shown.title == MAIN), None)


def test_the_first_start_shows_the_window_and_its_sample_leads_to_a_notice(
    desktop: Desktop, fresh: Program
) -> None:
    fresh.start()
    desktop.wait(lambda: main_window(desktop), "the main window")
    desktop.wait(lambda: desktop.active_title() == MAIN, "the main window's focus")
    desktop.press("Return")
    desktop.clipboard_becomes(lambda text: "手术衣" in text, "the sample")
    desktop.press("ctrl+alt+m")
    desktop.window("违规")
    desktop.focused("违规")
    desktop.press("Return")
    desktop.clipboard_becomes(lambda text: "群不是摊位" in text, "the notice")


@pytest.mark.parametrize("options", [(), ("--hidden",)])
def test_a_later_start_and_one_with_the_session_show_nothing(
    desktop: Desktop, fresh: Program, options: tuple[str, ...]
) -> None:
    if not options:
        fresh.start()
        desktop.wait(lambda: main_window(desktop), "the main window")
        desktop.wait((fresh.data / "settings.json").exists, "what is kept of the first start")
        assert fresh.end() == ""
        desktop.wait(lambda: not desktop.has_tray_icon(), "the end of the icon")
    fresh.start(*options)
    desktop.copy("大量现货，工厂直供，欢迎加微信 shouyi_2288")
    desktop.press("ctrl+alt+m")
    desktop.window("违规")
    desktop.focused("违规")
    desktop.press("Escape")
    desktop.gone("违规")
    assert main_window(desktop) is None
