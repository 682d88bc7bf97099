"""Where Python's garbage is collected: on the window's thread, however much the others make, and in time."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from moderator_app.system.rubbish import YOUNG, Rubbish, collect_on_this_thread


class Window(QObject):
    """Holds itself, as windows do by their slots, and a timer, which only its own thread can stop."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self
        self.timer = QTimer(self, interval=1)
        self.timer.start()


class Litter:
    """Garbage that only the collector finds."""

    there = 0

    def __init__(self) -> None:
        Litter.there += 1
        self.myself = self

    def __del__(self) -> None:
        Litter.there -= 1


def litter(count: int) -> None:
    for _ in range(count):
        Litter()


@pytest.fixture
def busy_collector(qapp: QApplication) -> Iterator[None]:
    """Python's own collector as it is in a new process, only quicker to look at everything."""
    limits = gc.get_threshold()
    was = qapp.findChild(Rubbish)
    if was is not None:
        was.setParent(None)
        was.deleteLater()
    gc.enable()
    gc.collect()
    gc.set_threshold(10, 1, 1)
    yield
    gc.set_threshold(*limits)
    collect_on_this_thread()
    gc.disable()


def test_a_window_dies_on_its_own_thread_although_another_makes_the_garbage(
    busy_collector: None, qapp: QApplication, qtbot: QtBot
) -> None:
    collect_on_this_thread()
    threads: list[Thread] = []
    window = Window()
    weakref.finalize(window, lambda: threads.append(current_thread()))
    del window
    other = Thread(target=litter, args=(300_000,))
    other.start()
    other.join()
    assert threads == []
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [main_thread()]


def test_garbage_does_not_grow_while_the_event_loop_runs(qapp: QApplication, qtbot: QtBot) -> None:
    rubbish = collect_on_this_thread()
    assert collect_on_this_thread() is rubbish and not gc.isenabled()
    kept: list[int] = []

    def work() -> None:
        litter(1000)
        kept.append(Litter.there)

    timer = QTimer(interval=0)
    timer.timeout.connect(work)
    timer.start()
    qtbot.waitUntil(lambda: len(kept) > 50)
    timer.stop()
    assert max(kept) < 3000


def test_old_garbage_is_found_too(qapp: QApplication) -> None:
    rubbish = collect_on_this_thread()
    window = Window()
    gc.collect()
    gone: list[bool] = []
    weakref.finalize(window, lambda: gone.append(True))
    window.timer.stop()
    del window
    rounds = 0
    while not gone:
        litter(2 * YOUNG)
        rubbish.collect()
        rounds += 1
        assert rounds < 200
