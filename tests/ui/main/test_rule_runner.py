"""Work on rules beside the window: answered here, told where it goes wrong, ended before the window goes."""

from __future__ import annotations

import threading
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from moderator_app.core.errors import BadInput, ModeratorError
from moderator_app.session import Session
from moderator_app.storage.log import Log
from moderator_app.ui.main.crash import CrashWatch
from moderator_app.ui.main.rule_runner import Job, RuleRunner


def test_an_answer_comes_back_and_an_error_of_ours_is_one(desk: QtBot, session: Session) -> None:
    runner, answers, failures = RuleRunner(session.data_dir), [], []

    def wrong(_session: Session, _job: Job) -> None:
        raise BadInput("rule.bad-points")

    runner.ask("one", lambda own, _job: (own.group.id, current_thread()), answers.append)
    runner.ask("two", wrong, answers.append, failures.append)
    desk.waitUntil(lambda: bool(failures))
    assert answers[0][0] == session.group.id and answers[0][1] is not main_thread()
    assert isinstance(failures[0], ModeratorError) and len(answers) == 1
    runner.end()


def test_an_unexpected_error_reaches_the_crash_report(
    desk: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch, reports, broken, answers = CrashWatch(Log(tmp_path)), [], [], []
    watch.crashed.connect(reports.append)
    monkeypatch.setattr(threading, "excepthook", watch._caught_in_thread)
    runner = RuleRunner(session.data_dir)
    runner.broken.connect(broken.append)
    runner.ask("wrong", lambda _session, _job: {}["nothing there"], answers.append)
    runner.ask("right", lambda _session, _job: "right", answers.append)
    desk.waitUntil(lambda: bool(answers))
    assert "KeyError" in reports[0] and "test_rule_runner" in reports[0]
    assert (broken, answers, len(reports)) == (["wrong"], ["right"], 1)
    runner.end()


def test_the_session_is_closed_only_when_the_thread_has_ended(
    desk: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    close = Session.close
    monkeypatch.setattr(Session, "close", lambda self: (said.append("closed"), close(self))[1])
    runner, begun = RuleRunner(session.data_dir), Event()

    def work(_session: Session, job: Job) -> None:
        begun.set()
        while job.progress(1, 2):
            pass
        said.append("worked")

    runner.ask("long", work, said.append)
    assert begun.wait(5)
    runner.end()
    assert said == ["worked", "closed"]
    desk.wait(20)
    assert said == ["worked", "closed"] and not runner.busy("long")


def test_a_runner_that_is_destroyed_while_it_works_is_not_called(desk: QtBot, session: Session) -> None:
    runner, go, answers = RuleRunner(session.data_dir), Event(), []

    def work(_session: Session, job: Job) -> None:
        go.wait(5)
        job.progress(1, 1)

    runner.ask("long", work, answers.append)
    runner.deleteLater()
    with desk.waitSignal(runner.destroyed):
        pass
    go.set()
    desk.waitUntil(lambda: "aside" not in {thread.name for thread in threading.enumerate()})
    desk.wait(20)
    assert answers == []
