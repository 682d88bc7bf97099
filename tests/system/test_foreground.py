"""Giving the focus back asks each system in its own words, and is harmless where it cannot be done."""

from __future__ import annotations

import sys

import pytest

from moderator_app.system.foreground import (
    MacForeground,
    NoForeground,
    WindowsForeground,
    X11Foreground,
    foreground,
)

pytestmark = pytest.mark.usefixtures("qapp")


class Screen:
    def __init__(self, active):
        self.active, self.asked = active, []

    def active_window(self):
        return self.active

    def activate(self, window):
        self.asked.append(window)
        return True


def test_x11_gives_back_once():
    screen = Screen(77)
    front = X11Foreground(screen)
    assert not front.give_back()
    front.remember()
    assert front.give_back()
    assert not front.give_back()
    assert screen.asked == [77]


@pytest.mark.parametrize("nothing", [0, 1])
def test_x11_without_a_window_in_front_asks_nothing(nothing):
    screen = Screen(nothing)
    front = X11Foreground(screen)
    front.remember()
    assert not front.give_back()
    assert screen.asked == []


class Call:
    """A function of a DLL: it can be given types, and keeps what it was called with."""

    def __init__(self, answer):
        self.answer, self.calls = answer, []

    def __call__(self, *arguments):
        self.calls.append(arguments)
        return self.answer(*arguments) if callable(self.answer) else self.answer


class User32:
    def __init__(self, allowed=True, exists=True):
        self.attached = False
        self.GetForegroundWindow = Call(500)
        self.IsWindow = Call(exists)
        self.SetForegroundWindow = Call(lambda _: allowed or self.attached)
        self.GetWindowThreadProcessId = Call(lambda window, _: {500: 5, 900: 9}[window])
        self.AttachThreadInput = Call(self.attach)

    def attach(self, _ours, _theirs, on):
        self.attached = bool(on)
        return True


def test_windows_gives_back_to_a_window_that_still_exists():
    user32 = User32()
    front = WindowsForeground(user32)
    front.remember()
    assert front.give_back()
    assert user32.SetForegroundWindow.calls == [(500,)]
    gone = WindowsForeground(User32(exists=False))
    gone.remember()
    assert not gone.give_back()


def test_windows_borrows_the_right_and_gives_it_back():
    user32 = User32(allowed=False)
    assert WindowsForeground(user32).take(900)
    assert user32.AttachThreadInput.calls == [(9, 5, True), (9, 5, False)]
    assert not user32.attached


class Objc:
    def __init__(self, front=42):
        self.front, self.sent = front, []

    def cls(self, name):
        return {"NSWorkspace": 1, "NSRunningApplication": 2}[name]

    def send(self, target, selector, *arguments, returns="object"):
        self.sent.append((target, selector, *arguments))
        return {"sharedWorkspace": 11, "frontmostApplication": self.front, "currentApplication": 22}.get(
            selector, 1
        )


def test_macos_activates_the_program_and_keeps_it_alive_until_then():
    objc = Objc()
    front = MacForeground(objc)
    front.remember()
    assert front.give_back()
    assert objc.sent[2:] == [(42, "retain"), (42, "activateWithOptions:", 2), (42, "release")]
    assert not front.give_back()


def test_macos_remembering_twice_releases_the_first():
    objc = Objc()
    front = MacForeground(objc)
    front.remember()
    front.remember()
    assert [sent for sent in objc.sent if sent[1] in ("retain", "release")] == [
        (42, "retain"), (42, "release"), (42, "retain")
    ]  # fmt: skip


def test_macos_takes_the_front_for_itself():
    objc = Objc()
    assert MacForeground(objc).take(1)
    assert objc.sent[-1] == (22, "activateWithOptions:", 2)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there it can be done")
def test_where_nothing_can_be_done_nothing_happens(qapp):
    if qapp.platformName() == "xcb":
        pytest.skip("this screen can do it")
    front = foreground()
    assert isinstance(front, NoForeground)
    front.remember()
    assert not front.give_back()
    assert not front.take(1)
