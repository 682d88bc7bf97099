"""Work on another thread: one piece after the other, answers on this one, errors told, and a real end."""

from __future__ import annotations

import sys
import threading
from threading import Event, Thread, Timer, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from moderator_app.system.aside import Aside


def test_work_is_done_there_one_after_the_other_and_told_here(qapp: QApplication, qtbot: QtBot) -> None:
    aside, said, threads = Aside(), [], []

    def work(number: int) -> None:
        told = Event()

        def tell() -> None:
            said.append(f"told {number} {current_thread() is main_thread()}")
            told.set()

        threads.append(current_thread())
        said.append(f"work {number}")
        aside.tell(tell)
        assert told.wait(5)  # it is told while the work goes on

    for number in (1, 2):
        aside.do(lambda number=number: work(number), lambda number=number: said.append(f"ended {number}"))
    qtbot.waitUntil(lambda: "ended 2" in said)
    first, second = ([each for each in said if each.split()[1] == number] for number in "12")
    assert first == ["work 1", "told 1 True", "ended 1"] and second == ["work 2", "told 2 True", "ended 2"]
    assert said.index("work 2") > said.index("told 1 True")
    assert main_thread() not in threads and not any(each.is_alive() for each in threads)


def test_an_error_is_told_to_the_hook_of_threads_and_the_work_goes_on(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", caught.append)
    aside, ended = Aside(), []
    aside.do(lambda: {}["nothing there"], lambda: ended.append(len(caught)))
    aside.do(lambda: None, lambda: ended.append("next"))
    qtbot.waitUntil(lambda: "next" in ended)
    assert ended == [1, "next"] and caught[0].exc_type is KeyError


def test_the_end_waits_and_leaves_what_was_not_begun(qapp: QApplication, qtbot: QtBot) -> None:
    aside, said, stop = Aside(), [], Event()

    def work() -> None:
        stop.wait(5)
        said.append("done")

    aside.do(work, lambda: said.append("ended"))
    aside.do(lambda: said.append("never"), lambda: said.append("never"))
    Timer(0.05, stop.set).start()  # in the midst of the waiting
    aside.end()
    assert said == ["done"]
    qtbot.waitUntil(lambda: len(said) > 1)
    qtbot.wait(20)
    assert said == ["done", "ended"]


def test_what_nobody_knows_any_more_dies_here_and_not_there(qapp: QApplication, qtbot: QtBot) -> None:
    died: list[Thread] = []

    class Held(QObject):
        def __del__(self) -> None:
            died.append(current_thread())

    go = Event()

    def begin() -> None:
        held, aside = Held(), Aside()
        aside.do(lambda: (go.wait(5), held), lambda: None)

    begin()
    assert died == []
    go.set()
    qtbot.waitUntil(lambda: bool(died))
    assert died == [main_thread()]


def test_threads_take_shorter_turns_only_while_there_is_work(qapp: QApplication, qtbot: QtBot) -> None:
    usual, go, ended = sys.getswitchinterval(), Event(), []
    aside = Aside()
    aside.do(lambda: go.wait(5) or None, lambda: ended.append(True))
    assert sys.getswitchinterval() < 0.001
    go.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert sys.getswitchinterval() == usual
