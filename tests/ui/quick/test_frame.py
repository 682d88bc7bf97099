"""The window's edge: round with a shadow where the desktop blends, square without elsewhere."""

from __future__ import annotations

import ctypes
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from moderator_app.ui.quick import frame
from moderator_app.ui.quick.frame import FramelessWindow
from moderator_app.ui.theme import shadow, theme
from moderator_app.ui.theme.shadow import MARGINS, has_compositor


def _window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, blends: bool) -> FramelessWindow:
    monkeypatch.setattr(frame, "has_compositor", lambda: blends)
    window = FramelessWindow(Qt.WindowType.Tool)
    window.follow_theme()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_with_a_compositor_it_is_round_and_casts_a_shadow(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    window = _window(qtbot, monkeypatch, blends=True)
    image, visible = window.grab().toImage(), window.visible_rect()
    assert visible.left() == MARGINS[0]
    below = [
        image.pixelColor(visible.center().x(), visible.bottom() + far).alpha() for far in (2, 10, 20, 30)
    ]
    assert below == sorted(below, reverse=True)
    assert below[0] > 20 > below[-1]
    assert image.pixelColor(visible.topLeft()).alpha() < 60
    assert image.pixelColor(visible.center()) == theme().tokens.surface


def test_without_one_it_is_square_and_fills_its_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    window = _window(qtbot, monkeypatch, blends=False)
    image = window.grab().toImage()
    assert window.visible_rect() == window.rect()
    assert image.pixelColor(QPoint(0, 0)) == theme().tokens.border
    assert image.pixelColor(QPoint(5, 5)) == theme().tokens.surface


@pytest.mark.parametrize(
    ("platform", "blends"), [("cocoa", True), ("wayland", True), ("offscreen", False), ("minimal", False)]
)
def test_only_a_desktop_that_blends_gets_a_shadow(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str, blends: bool
):
    monkeypatch.setattr(shadow.QGuiApplication, "platformName", lambda: platform)
    assert has_compositor() is blends


class _Windows:
    """Stands in for ctypes.windll: a desktop window manager that answers `enabled`."""

    def __init__(self, enabled: int, *, failed: int = 0, real: bool = True) -> None:
        self.ntdll = SimpleNamespace() if real else SimpleNamespace(wine_get_version=None)
        self.dwmapi = self
        self._enabled, self._failed = enabled, failed

    def DwmIsCompositionEnabled(self, answer: Any) -> int:  # noqa: N802 - Windows' name
        answer._obj.value = self._enabled
        return self._failed


@pytest.mark.parametrize(
    ("windows", "blends"),
    [
        (_Windows(1), True),
        (_Windows(0), False),
        (_Windows(1, failed=-1), False),
        (_Windows(1, real=False), False),
    ],
)
def test_windows_is_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, windows: _Windows, blends: bool):
    monkeypatch.setattr(shadow.QGuiApplication, "platformName", lambda: "windows")
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)
    assert has_compositor() is blends
