"""Carbon gets the right arguments; its callback is kept alive and tells only of our own hotkey."""

# ruff: noqa: N802, PLR0917 - the stand-ins carry the names and arguments of the real thing
from __future__ import annotations

import ctypes
import gc

import pytest
from PySide6.QtCore import QCoreApplication

from moderator_app.system.hotkey import macos
from moderator_app.system.hotkey.macos import HANDLER, EventHotKeyID, EventTypeSpec, MacHotkey

pytestmark = pytest.mark.usefixtures("qapp")

TARGET = 0x1234
CMD, SHIFT, OPTION, CONTROL = 0x0100, 0x0200, 0x0800, 0x1000


class Carbon:
    """Stands in for the framework: keeps the arguments, calls the handler through its C address."""

    def __init__(self, status=0, install_status=0):
        self.status, self.install_status = status, install_status
        self.calls, self.handler, self.spec, self.pressed_id = [], None, None, None

    def GetApplicationEventTarget(self):
        return TARGET

    def InstallEventHandler(self, target, handler, count, spec, data, out):
        self.calls.append(("install", target, count))
        # keep the address only, as Carbon does
        self.handler = ctypes.cast(handler, ctypes.c_void_p).value
        told = ctypes.cast(spec, ctypes.POINTER(EventTypeSpec)).contents
        self.spec = (told.event_class, told.event_kind)
        ctypes.cast(out, ctypes.POINTER(ctypes.c_void_p))[0] = 99
        return self.install_status

    def RegisterEventHotKey(self, key, modifiers, identity, target, options, out):
        self.calls.append(("register", key, modifiers, identity.signature, identity.id, target, options))
        ctypes.cast(out, ctypes.POINTER(ctypes.c_void_p))[0] = 1000 + identity.id
        return self.status

    def UnregisterEventHotKey(self, reference):
        self.calls.append(("unregister", reference.value))
        return 0

    def GetEventParameter(self, event, name, kind, _actual, size, _got, out):
        assert (name, kind, size) == (0x2D2D2D2D, 0x686B6964, ctypes.sizeof(EventHotKeyID))
        if self.pressed_id is None:
            return -9870
        told = ctypes.cast(out, ctypes.POINTER(EventHotKeyID)).contents
        told.signature, told.id = self.pressed_id
        return 0

    def press(self, signature=macos.SIGNATURE, number=1):
        self.pressed_id = (signature, number)
        return HANDLER(self.handler)(None, 7, None)


def test_the_arguments_are_carbons(presses):
    carbon = Carbon()
    assert MacHotkey(presses, carbon).register("Ctrl+Alt+M") is None
    assert carbon.calls == [
        ("install", TARGET, 1),
        ("register", 46, CMD | OPTION, int.from_bytes(b"MODA", "big"), 1, TARGET, 0),
    ]
    assert carbon.spec == (0x6B657962, 5)


def test_meta_is_the_control_key_and_shift_is_shift(presses):
    carbon = Carbon()
    MacHotkey(presses, carbon).register("Meta+Shift+F5")
    assert carbon.calls[-1][1:3] == (96, CONTROL | SHIFT)


def test_a_press_reaches_us_through_the_address_that_carbon_kept(presses):
    carbon = Carbon()
    hotkey = MacHotkey(presses, carbon)
    hotkey.register("Ctrl+Alt+M")
    gc.collect()
    assert carbon.press() == 0
    QCoreApplication.processEvents()
    assert presses.count == 1
    assert hotkey.sequence == "Ctrl+Alt+M"


@pytest.mark.parametrize("foreign", [{"signature": 1}, {"number": 2}])
def test_a_foreign_hotkey_is_passed_on(presses, foreign):
    carbon = Carbon()
    hotkey = MacHotkey(presses, carbon)
    hotkey.register("Ctrl+Alt+M")
    assert carbon.press(**foreign) == -9874
    QCoreApplication.processEvents()
    assert presses.count == 0


def test_a_change_installs_no_second_handler_and_gives_the_old_one_back(presses):
    carbon = Carbon()
    hotkey = MacHotkey(presses, carbon)
    hotkey.register("Ctrl+Alt+M")
    hotkey.register("Ctrl+Alt+K")
    assert [call[0] for call in carbon.calls] == ["install", "register", "register", "unregister"]
    assert carbon.calls[-1] == ("unregister", 1001)


@pytest.mark.parametrize(("status", "code"), [(-9878, "hotkey.taken"), (-50, "hotkey.refused")])
def test_carbons_error_becomes_a_reason(presses, status, code):
    assert MacHotkey(presses, Carbon(status)).register("Ctrl+Alt+M").code == code


def test_a_key_that_macs_lack_is_refused_before_asking(presses):
    carbon = Carbon()
    assert MacHotkey(presses, carbon).register("Ctrl+F24").code == "hotkey.no-such-key"
    assert carbon.calls == []
