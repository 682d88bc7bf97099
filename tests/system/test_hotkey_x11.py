"""The grab on X11: every lock variant or none at all, and only our key is taken out of the stream."""

from __future__ import annotations

import ctypes
import struct
import sys

import pytest
from PySide6.QtCore import QCoreApplication

from moderator_app.system.hotkey.x11 import X11Hotkey, read_key_press

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no X11"),
]

CONTROL, MOD1, LOCK, MOD2, MOD4 = 4, 8, 2, 16, 64
KEYCODES = {ord("m"): 58, ord("k"): 45}
MODIFIERS = {0xFFE9: MOD1, 0xFF7F: MOD2, 0xFFEB: MOD4}


class Screen:
    """An X server with two letters on its keyboard."""

    def __init__(self, taken=(), modifiers=MODIFIERS):
        self.taken, self.modifiers, self.held = set(taken), modifiers, set()

    def keycode(self, keysym):
        return KEYCODES.get(keysym)

    def modifier_mask(self, *keysyms):
        return next((self.modifiers[k] for k in keysyms if k in self.modifiers), 0)

    def grab_key(self, code, modifiers):
        if (code, modifiers) in self.taken:
            return False
        self.held.add((code, modifiers))
        return True

    def ungrab_key(self, code, modifiers):
        self.held.discard((code, modifiers))


def event(kind=2, code=58, state=CONTROL | MOD1):
    """A key event as the X server sends it."""
    return ctypes.create_string_buffer(
        struct.pack("=BBHIIIIhhhhHBx", kind, code, 1, 2, 3, 4, 5, 0, 0, 0, 0, state, 1)
    )


def feed(hotkey, buffer, kind=b"xcb_generic_event_t"):
    taken, _ = hotkey._filter.nativeEventFilter(kind, ctypes.addressof(buffer))
    QCoreApplication.processEvents()
    return taken


@pytest.fixture
def hotkey(presses):
    made = X11Hotkey(presses, Screen())
    assert made.register("Ctrl+Alt+M") is None
    yield made
    made.unregister()


def test_caps_lock_and_num_lock_are_grabbed_too(hotkey):
    plain = CONTROL | MOD1
    assert hotkey._screen.held == {
        (58, plain), (58, plain | LOCK), (58, plain | MOD2), (58, plain | LOCK | MOD2)
    }  # fmt: skip


@pytest.mark.parametrize("lock", [0, LOCK, MOD2, LOCK | MOD2])
def test_our_key_is_taken_whatever_lock_is_on(hotkey, presses, lock):
    assert feed(hotkey, event(state=CONTROL | MOD1 | lock))
    assert presses.count == 1


@pytest.mark.parametrize(
    "foreign", [event(kind=3), event(code=59), event(state=CONTROL), event(state=CONTROL | MOD1 | MOD4)]
)
def test_other_events_pass(hotkey, presses, foreign):
    assert not feed(hotkey, foreign)
    assert presses.count == 0


def test_an_event_that_another_client_sent_is_read_the_same_way():
    assert read_key_press(ctypes.addressof(event(kind=0x82))) == (58, CONTROL | MOD1)


def test_a_taken_variant_gives_the_others_back(presses):
    screen = Screen(taken={(58, CONTROL | MOD1 | MOD2)})
    hotkey = X11Hotkey(presses, screen)
    assert hotkey.register("Ctrl+Alt+M").code == "hotkey.taken"
    assert screen.held == set()


def test_a_key_or_modifier_that_the_keyboard_lacks_is_named(presses):
    assert X11Hotkey(presses, Screen()).register("Ctrl+Alt+Q").values["key"] == "Q"
    without_super = {k: v for k, v in MODIFIERS.items() if v != MOD4}
    assert X11Hotkey(presses, Screen(modifiers=without_super)).register("Meta+M").values["key"] == "Meta"


def test_everything_is_given_back(hotkey, presses):
    hotkey.register("Ctrl+Alt+K")
    assert {code for code, _ in hotkey._screen.held} == {45}
    assert not feed(hotkey, event(code=58))
    hotkey.unregister()
    assert hotkey._screen.held == set()
