"""RegisterHotKey gets the right arguments, and its message is taken out of Qt's stream."""

from __future__ import annotations

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtCore import QCoreApplication

from moderator_app.system.hotkey.windows import WM_HOTKEY, WindowsHotkey

pytestmark = pytest.mark.usefixtures("qapp")

MOD_NOREPEAT, MOD_CONTROL, MOD_ALT = 0x4000, 2, 1


class User32:
    def __init__(self, error=0):
        self.error, self.calls = error, []

    def register(self, window, number, modifiers, key):
        self.calls.append(("register", number, modifiers, key))
        return self.error

    def unregister(self, window, number):
        self.calls.append(("unregister", number))


@pytest.fixture
def hotkey(presses):
    made = WindowsHotkey(presses, User32())
    made.register("Ctrl+Alt+M")
    yield made
    made.unregister()


def send(hotkey, message, number, kind=b"windows_generic_MSG"):
    told = wintypes.MSG()
    told.message, told.wParam = message, number
    taken, result = hotkey._filter.nativeEventFilter(kind, ctypes.addressof(told))
    QCoreApplication.processEvents()
    return taken, result


def test_modifiers_key_and_no_repeat_are_passed(hotkey):
    assert hotkey._user32.calls == [("register", 1, MOD_NOREPEAT | MOD_CONTROL | MOD_ALT, 0x4D)]


@pytest.mark.parametrize("kind", [b"windows_generic_MSG", b"windows_dispatcher_MSG"])
def test_our_message_is_taken_and_told(hotkey, presses, kind):
    assert send(hotkey, WM_HOTKEY, 1, kind) == (True, 0)
    assert presses.count == 1


@pytest.mark.parametrize(
    ("message", "number", "kind"),
    [
        (WM_HOTKEY, 2, b"windows_generic_MSG"),
        (0x0100, 1, b"windows_generic_MSG"),
        (WM_HOTKEY, 1, b"xcb_generic_event_t"),
    ],
)
def test_foreign_messages_pass(hotkey, presses, message, number, kind):
    assert send(hotkey, message, number, kind)[0] is False
    assert presses.count == 0


def test_a_change_registers_under_a_new_number_before_the_old_goes(hotkey, presses):
    hotkey.register("Ctrl+Alt+K")
    assert [call[:2] for call in hotkey._user32.calls] == [
        ("register", 1),
        ("register", 2),
        ("unregister", 1),
    ]
    assert send(hotkey, WM_HOTKEY, 1)[0] is False
    assert send(hotkey, WM_HOTKEY, 2)[0] is True


@pytest.mark.parametrize(("error", "code"), [(1409, "hotkey.taken"), (5, "hotkey.refused")])
def test_the_systems_error_becomes_a_reason(presses, error, code):
    trouble = WindowsHotkey(presses, User32(error)).register("Ctrl+Alt+M")
    assert trouble.code == code
    assert trouble.values.get("error", 1409) == error
