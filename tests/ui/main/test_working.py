"""What the window shows of long work: how far it is, 取消, that it is too late for that; and quitting."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from moderator_app.session import Cancelled, Session, Stage
from moderator_app.storage.work import Work
from moderator_app.ui.main import working as module
from moderator_app.ui.main.backup_dialog import BackupDialog
from moderator_app.ui.main.export_busy import Busy
from moderator_app.ui.main.handed_over import run_command
from moderator_app.ui.main.working import Working, underway, when_done
from tests.backup_at_once import backup_at_once  # noqa: F401 - a fixture for every test here
from tests.ui.main.conftest import Office


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shown from the first word on, and at every one."""
    monkeypatch.setattr(module, "SHOWN_AFTER_S", 0.0)
    monkeypatch.setattr(module, "BETWEEN_S", 0.0)


def stage(share: float, *, final: bool = False) -> Stage:
    return Stage(what="work.merging", share=share, final=final)


def text(working: QWidget, name: str) -> str:
    found = working.findChild(QWidget, name)
    assert found is not None
    return str(found.text())  # type: ignore[attr-defined]


def test_it_comes_up_tells_how_far_it_is_and_goes(office: Office) -> None:
    office.show("settings")
    with Working("正在合并…", office.window) as working:
        assert underway() is working
        assert not gc.isenabled()
        assert working.progress(stage(0.25))
        assert working.isVisible()
        assert text(working, "working-text") == "正在合并…"
        assert text(working, "working-stage") == "正在合并记录…"
        assert working.findChild(QWidget, "working-progress").value() == 250  # type: ignore[union-attr]
    assert not working.isVisible()
    assert underway() is None


def test_escape_and_closing_end_it_and_are_answered(office: Office) -> None:
    office.show("settings")
    for act in (lambda it: QTest.keyClick(it, Qt.Key.Key_Escape), lambda it: it.close()):
        with Working("正在合并…", office.window) as working:
            assert working.progress(stage(0.1))
            act(working)
            assert working.isVisible()
            assert text(working, "working-stage") == "正在取消…"
            assert not working.progress(stage(0.2))


def test_past_the_point_of_no_return_the_button_is_off_and_the_words_say_why(office: Office) -> None:
    office.show("settings")
    with Working("正在合并…", office.window) as working:
        assert working.progress(stage(0.8, final=True))
        cancel = working.findChild(QWidget, "working-cancel")
        assert cancel is not None
        assert not cancel.isEnabled()
        assert "不能取消" in text(working, "working-stage")
        QTest.keyClick(working, Qt.Key.Key_Escape)
        assert working.progress(stage(0.9, final=True))


def test_quitting_waits_until_it_has_ended(office: Office, desk: QtBot) -> None:
    office.show("settings")
    quits: list[str] = []
    when_done(lambda: quits.append("at once"))
    assert quits == ["at once"]
    with Working("正在恢复…", office.window) as working:
        working.progress(stage(0.1))
        when_done(lambda: quits.append("later"))
        assert not working.progress(stage(0.2))
        assert quits == ["at once"]
    desk.waitUntil(lambda: quits == ["at once", "later"])


def test_quitting_past_the_point_of_no_return_lets_it_come_to_its_end(office: Office, desk: QtBot) -> None:
    office.show("settings")
    quits: list[str] = []
    with Working("正在恢复…", office.window) as working:
        working.progress(stage(0.8, final=True))
        when_done(lambda: quits.append("later"))
        assert working.progress(stage(0.9, final=True))
        assert not quits
    desk.waitUntil(lambda: quits == ["later"])


def test_what_was_ended_is_said_and_is_no_fault(office: Office, desk: QtBot) -> None:
    office.show("settings")
    said: list[tuple[str, bool]] = []
    busy = Busy(office.window, lambda words: said.append((words, busy.wrong)))

    def ended(_progress: object) -> None:
        raise Cancelled

    busy.start("正在合并…", ended)
    desk.waitUntil(lambda: not busy.working)
    assert said == [("正在合并…", False), ("已取消，一切和原来一样。", False)]


def press_cancel_when(ready: Callable[[], bool]) -> None:
    """Press 取消 in the window that shows the work, as soon as it is there and this holds."""

    def look() -> None:
        working = underway()
        if working is not None and working.isVisible() and ready():
            QTest.keyClick(working, Qt.Key.Key_Escape)
        else:
            QTimer.singleShot(0, look)

    QTimer.singleShot(0, look)


def test_a_restore_is_ended_with_a_key_and_everything_is_as_it_was(
    office: Office, peopled: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Work, "beside", lambda work, call: call(work.step))
    path = peopled.upkeep.backup()
    peopled.add_member("郑十")
    before = [info.path for info in peopled.upkeep.backups()]
    office.show("settings")
    dialog = BackupDialog(office.services, office.window)
    dialog.show()
    dialog._rows.setCurrentIndex(dialog._model.find(str(path)))
    office.wait(lambda: text(dialog, "backup-difference").startswith("恢复到这一份"))
    press_cancel_when(lambda: True)
    assert dialog._shown is not None
    dialog._busy.start("正在恢复…", dialog._go_back(dialog._shown))
    office.wait(lambda: text(dialog, "backup-said") == "已取消，一切和原来一样。")
    assert dialog.isVisible()
    assert "郑十" in [row.member.name for row in peopled.members()]
    assert [info.path for info in peopled.upkeep.backups()] == before


def test_a_command_shows_how_far_it_is_in_the_windows_language_and_others_wait(
    office: Office, peopled: Session, tmp_path: Path
) -> None:
    office.show("settings")
    seen: list[object] = []

    def look(working: Working) -> None:
        seen.append((text(working, "working-text"), working.isVisible()))
        seen.append(run_command({"argv": ["undo"]}, lambda: peopled))

    real = Working.progress

    def progress(self: Working, told: Stage) -> bool:
        goes_on = real(self, told)
        look(self)
        return goes_on

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Working, "progress", progress)
        payload = {"argv": ["--lang", "en", "--cwd", str(tmp_path), "backup"]}
        answer = run_command(payload, lambda: peopled, lambda: office.window)
    assert answer is not None
    assert answer["exit"] == 0
    assert "Backed up" in str(answer["out"])
    assert seen[:2] == [("正在执行命令行交来的命令…", True), None]
    assert underway() is None


def test_without_a_window_a_command_is_done_as_well(peopled: Session, office: Office) -> None:
    answer = run_command({"argv": ["backup"]}, lambda: peopled, lambda: None)
    assert answer is not None
    assert answer["exit"] == 0
    assert not any(isinstance(top, Working) and top.isVisible() for top in QApplication.topLevelWidgets())


def test_a_backup_that_was_not_compared_to_the_end_is_no_fault_and_is_not_gone_back_to(
    office: Office, peopled: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Work, "beside", lambda work, call: call(work.step))
    peopled.upkeep.backup()
    peopled.add_member("郑十")
    office.show("settings")
    dialog = BackupDialog(office.services, office.window)
    dialog.show()
    press_cancel_when(lambda: True)
    dialog.restore()
    assert text(dialog, "backup-difference") == "没有比较完。"
    assert dialog._restore.isEnabled()
    office.wait(lambda: underway() is None)
    assert "郑十" in [row.member.name for row in peopled.members()]


def test_no_second_work_begins_within_the_first(office: Office, peopled: Session) -> None:
    peopled.upkeep.backup()
    office.show("settings")
    dialog = BackupDialog(office.services, office.window)
    dialog.show()
    with Working("正在备份…", dialog) as working:
        working.progress(stage(0.1))
        assert not dialog._open()
    office.wait(lambda: text(dialog, "backup-difference") != "正在和现在比较…")
