"""The way that is chosen fits the screen, and where there is none the reason is told."""

from __future__ import annotations

import pytest

from moderator_app.system import hotkey

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def platform(monkeypatch):
    def pretend(name, **environment):
        monkeypatch.setattr("PySide6.QtGui.QGuiApplication.platformName", staticmethod(lambda: name))
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        for variable, value in environment.items():
            monkeypatch.setenv(variable, value)

    return pretend


@pytest.mark.parametrize(
    ("name", "code"),
    [("offscreen", "hotkey.no-display"), ("wayland", "hotkey.wayland"), ("wayland-egl", "hotkey.wayland")],
)
def test_a_screen_without_hotkeys_says_so(platform, presses, name, code):
    platform(name)
    chosen = hotkey.choose("auto", presses)
    assert (chosen.name, chosen.register(hotkey.DEFAULT).code) == ("none", code)


def test_switched_off_is_a_reason_of_its_own(presses):
    assert hotkey.choose("none", presses).register(hotkey.DEFAULT).code == "hotkey.off"


def test_x11_inside_wayland_is_known_to_be_half_a_hotkey(platform):
    platform("xcb", WAYLAND_DISPLAY="wayland-0")
    assert hotkey.limits().code == "hotkey.x11-in-wayland"
    platform("xcb")
    assert hotkey.limits() is None


def test_the_second_way_is_only_offered_where_it_works(monkeypatch, presses):
    monkeypatch.setattr(hotkey.keyboard_package, "available", lambda: False)
    assert hotkey.settings_here() == ("auto", "none")
    assert hotkey.choose("keyboard", presses).name != "keyboard"
    monkeypatch.setattr(hotkey.keyboard_package, "available", lambda: True)
    assert hotkey.settings_here() == ("auto", "keyboard", "none")
    assert hotkey.choose("keyboard", presses).name == "keyboard"
