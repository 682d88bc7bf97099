"""Damage is told soon after the start, by another process, and a sound folder is left in peace."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from moderator_app.core.wording import Reason
from moderator_app.session import Session
from moderator_app.ui.main import early_look
from moderator_app.ui.main.early_look import EarlyLook, command
from moderator_app.ui.main.problems import tell_new
from moderator_app.ui.toast import Toasts

PATIENCE = 20_000


def _look(qtbot: QtBot, folder: Path) -> bool:
    told: list[bool] = []
    look = EarlyLook(folder, lambda: told.append(True))
    look.look()
    process = look.findChild(QProcess)
    assert process is not None
    with qtbot.waitSignal(process.finished, timeout=PATIENCE):
        pass
    return bool(told)


def test_a_sound_folder_is_left_in_peace(qtbot: QtBot, tmp_path: Path):
    with Session.open(tmp_path / "data") as session:
        session.add_member("张三")
    assert not _look(qtbot, tmp_path / "data")


def test_a_damaged_file_is_found(qtbot: QtBot, tmp_path: Path):
    with Session.open(tmp_path / "data") as session:
        session.add_member("张三")
    ledger = next((tmp_path / "data" / "ledger").rglob("*.json"))
    ledger.write_text("{", encoding="utf-8")
    assert _look(qtbot, tmp_path / "data")


def test_a_notice_that_cannot_be_read_is_found(qtbot: QtBot, tmp_path: Path):
    with Session.open(tmp_path / "data") as session:
        session.save_notice("我的告知", "您好")
    notice = next((tmp_path / "data" / "notices").rglob("*.md"))
    notice.write_text("no head", encoding="utf-8")
    assert _look(qtbot, tmp_path / "data")


def test_the_end_of_the_program_ends_the_look(qtbot: QtBot, tmp_path: Path):
    told: list[bool] = []
    look = EarlyLook(tmp_path / "data", lambda: told.append(True))
    look.look()
    look.stop()
    process = look.findChild(QProcess)
    assert process is not None
    assert process.state() == QProcess.ProcessState.NotRunning
    assert told == []


def test_a_frozen_program_looks_through_its_console_executable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    program = tmp_path / "moderator-app.exe"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert command() == [str(program)]
    console = tmp_path / "moderator-app-cli.exe"
    console.touch()
    assert command() == [str(console)]


@pytest.mark.parametrize(
    ("said", "bad"),
    [(b'{"problems": []}', False), (b'{"problems": ["x"]}', True), (b"", True), (b"[]", True)],
)
def test_what_is_no_clean_report_is_a_problem(said: bytes, bad: bool):
    assert early_look._names_problems(said) is bad


def test_each_problem_is_told_once_and_many_by_number(qtbot: QtBot):
    toasts, told = Toasts(), [Reason("group.unknown", {"id": "a"})]
    problems = [*told, *(Reason("group.unknown", {"id": name}) for name in "bcde")]
    tell_new(problems, told, lambda: toasts)
    assert [("「b」" in toast.title.text(), toast.detail.text()) for toast in toasts.shown] == [
        (True, ""),
        (False, "另有 2 处，在「群规」和日志里。"),
    ]
    assert told == problems
    toasts.clear()
    tell_new(problems, told, lambda: toasts)
    assert toasts.shown == ()
