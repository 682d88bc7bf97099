"""What all ways of hearing the hotkey promise: nothing lost by a failure, presses told on our thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QThread

from moderator_app.system.hotkey.base import Backend
from moderator_app.system.hotkey.fallback import FallbackHotkey
from moderator_app.system.hotkey.none import NoHotkey
from moderator_app.system.trouble import Trouble

pytestmark = pytest.mark.usefixtures("qapp")


class Fake(Backend):
    """A system that refuses what is in `taken` and keeps a list of what it was asked."""

    name = "fake"

    def __init__(self, pressed, *, taken=(), code="hotkey.taken", **more):
        super().__init__(pressed, **more)
        self.taken, self.code, self.log = set(taken), code, []

    def _grab(self, chord):
        if str(chord) in self.taken:
            return Trouble(self.code, {"sequence": str(chord)})
        self.log.append(f"grab {chord}")
        return lambda: self.log.append(f"release {chord}")

    def press(self):
        self._fire()


def test_the_new_one_is_grabbed_before_the_old_one_is_let_go(presses):
    hotkey = Fake(presses)
    assert hotkey.register("Ctrl+Alt+M") is None
    assert hotkey.register("ctrl+alt+k") is None
    assert hotkey.log == ["grab Ctrl+Alt+M", "grab Ctrl+Alt+K", "release Ctrl+Alt+M"]
    assert hotkey.sequence == "Ctrl+Alt+K"


def test_a_failure_keeps_the_old_one_and_says_so(presses):
    hotkey = Fake(presses, taken={"Ctrl+Alt+K"})
    hotkey.register("Ctrl+Alt+M")
    trouble = hotkey.register("Ctrl+Alt+K")
    assert trouble == Trouble("hotkey.taken", {"sequence": "Ctrl+Alt+K", "kept": "Ctrl+Alt+M"})
    assert hotkey.register("rubbish+M").code == "hotkey.unreadable"
    assert hotkey.sequence == "Ctrl+Alt+M"
    assert hotkey.log == ["grab Ctrl+Alt+M"]


def test_registering_the_same_again_asks_nothing_of_the_system(presses):
    hotkey = Fake(presses)
    hotkey.register("Ctrl+Alt+M")
    assert hotkey.register("alt+ctrl+m") is None
    assert hotkey.log == ["grab Ctrl+Alt+M"]


def test_unregistering_twice_lets_go_once(presses):
    hotkey = Fake(presses)
    hotkey.register("Ctrl+Alt+M")
    hotkey.unregister()
    hotkey.unregister()
    assert hotkey.log == ["grab Ctrl+Alt+M", "release Ctrl+Alt+M"]
    assert hotkey.sequence == ""


def test_a_press_is_told_from_the_event_loop_not_from_the_native_callback(presses):
    hotkey = Fake(presses)
    hotkey.press()
    assert presses.count == 0
    QCoreApplication.processEvents()
    assert presses.count == 1


def test_a_press_heard_on_another_thread_is_told_on_ours(qtbot):
    threads = []
    hotkey = Fake(lambda: threads.append(QThread.currentThread()))
    other = threading.Thread(target=hotkey.press)
    other.start()
    other.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [QCoreApplication.instance().thread()]


def test_repeats_of_a_held_key_are_told_once(presses, clock):
    hotkey = Fake(presses, clock=clock)
    for _ in range(30):
        hotkey.press()
        clock.now += 0.03
    clock.now += 1
    hotkey.press()
    QCoreApplication.processEvents()
    assert presses.count == 2


def test_no_hotkey_always_says_why(presses):
    hotkey = NoHotkey(presses, Trouble("hotkey.wayland"))
    assert hotkey.register("Ctrl+Alt+M").code == "hotkey.wayland"
    assert hotkey.register("Ctrl+C").code == "hotkey.everyday"
    assert hotkey.sequence == ""


def both(presses, *, first=(), second=(), code="hotkey.taken"):
    ways = Fake(presses, taken=first, code=code), Fake(presses, taken=second)
    return FallbackHotkey(*ways), *ways


def test_the_second_way_serves_what_the_first_finds_taken_and_a_note_says_so(presses):
    hotkey, first, second = both(presses, first={"Ctrl+Alt+K"})
    assert hotkey.register("Ctrl+Alt+M") is None
    assert hotkey.note is None
    assert hotkey.register("Ctrl+Alt+K") is None
    assert (first.sequence, second.sequence, hotkey.sequence) == ("", "Ctrl+Alt+K", "Ctrl+Alt+K")
    assert hotkey.note == Trouble("hotkey.shared", {"sequence": "Ctrl+Alt+K"})
    assert hotkey.register("Ctrl+Alt+M") is None
    assert (first.sequence, second.sequence) == ("Ctrl+Alt+M", "")
    assert hotkey.note is None


def test_when_neither_way_can_the_first_reason_is_told_and_the_old_one_works_on(presses):
    hotkey, first, second = both(presses, first={"Ctrl+Alt+K"}, second={"Ctrl+Alt+K"})
    hotkey.register("Ctrl+Alt+M")
    assert hotkey.register("Ctrl+Alt+K").code == "hotkey.taken"
    assert (first.sequence, second.sequence) == ("Ctrl+Alt+M", "")


def test_only_a_taken_combination_goes_to_the_second_way(presses):
    hotkey, _, second = both(presses, first={"Ctrl+Alt+K"}, code="hotkey.refused")
    assert hotkey.register("Ctrl+Alt+K").code == "hotkey.refused"
    assert hotkey.register("Ctrl+C").code == "hotkey.everyday"
    assert second.log == []


def test_both_ways_let_go(presses):
    hotkey, first, second = both(presses, first={"Ctrl+Alt+K"})
    hotkey.register("Ctrl+Alt+K")
    hotkey.unregister()
    assert (hotkey.sequence, first.sequence, second.sequence) == ("", "", "")
