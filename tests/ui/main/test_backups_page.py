"""Backups from the settings: listed, compared, gone back to only by the button, and back again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from moderator_app.session import Session
from moderator_app.ui.main.backup_dialog import BackupDialog
from moderator_app.ui.main.restore_question import RestoreQuestion
from tests.backup_at_once import backup_at_once  # noqa: F401 - a fixture for every test here
from tests.ui.main.conftest import Office


@pytest.fixture
def clock() -> list[datetime]:
    """Files of backups carry the time of the disk, so the record runs on it too."""
    return [datetime.now()]


@pytest.fixture
def dialog(office: Office, peopled: Session) -> BackupDialog:
    """Opened over a backup of four members, after a fifth came."""
    made = peopled.upkeep.backup()
    peopled.add_member("郑十")
    office.show("settings")
    opened = BackupDialog(office.services, office.window)
    opened.show()
    choose(opened, made)
    return opened


def choose(dialog: BackupDialog, path: Path) -> None:
    dialog._rows.setCurrentIndex(dialog._model.find(str(path)))


def text(dialog: QDialog, name: str) -> str:
    found = dialog.findChild(object, name)
    return str(found.text())  # type: ignore[attr-defined]


def meet(answer: Callable[[RestoreQuestion], None]) -> list[str]:
    """Answer the question when it comes; what went wrong in it."""
    wrong: list[str] = []

    def look() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, RestoreQuestion):
            wrong.append(f"no question came, but {question}")
            return
        try:
            answer(question)
        except AssertionError as error:
            wrong.append(str(error))
        finally:
            if question.isVisible():
                question.reject()

    QTimer.singleShot(0, look)
    return wrong


def test_the_settings_name_the_newest_backup_and_make_one_more(office: Office, peopled: Session) -> None:
    office.show("settings")
    before = len(peopled.upkeep.backups())
    office.click("backup-make")
    office.wait(lambda: len(peopled.upkeep.backups()) > before)
    office.wait(lambda: "手动" in office.find("backup-note").text())


def test_a_backup_is_compared_with_what_is_here_now(office: Office, dialog: BackupDialog) -> None:
    office.wait(lambda: text(dialog, "backup-difference").startswith("恢复到这一份"))
    assert "后来记下的 1 条会失去" in text(dialog, "backup-difference")
    assert "医工协群 4 人" in text(dialog, "backup-held")


def test_enter_alone_restores_nothing(office: Office, dialog: BackupDialog, peopled: Session) -> None:
    def answer(question: RestoreQuestion) -> None:
        QTest.keyClick(question, Qt.Key.Key_Return)
        assert question.isVisible()

    wrong = meet(answer)
    office.press(dialog.findChild(object, "backup-list"), Qt.Key.Key_Return)  # type: ignore[arg-type]
    assert wrong == []
    assert peopled.member("郑十").name == "郑十"


def test_going_back_brings_all_of_then_and_keeps_all_of_now(
    office: Office, dialog: BackupDialog, peopled: Session
) -> None:
    def answer(question: RestoreQuestion) -> None:
        assert "后来记下的 1 条会失去" in question.sentence.text()
        question.primary.click()

    wrong = meet(answer)
    dialog.restore()
    office.wait(lambda: not dialog.isVisible())
    assert wrong == []
    assert "郑十" not in [row.member.name for row in peopled.members()]
    assert office.dressed == 1
    kept = [backup.path for backup in peopled.upkeep.backups() if backup.label == "恢复前"]
    assert len(kept) == 1
    assert "恢复前" in office.toasts.shown[-1].detail.text()
    peopled.upkeep.restore(kept[0])
    assert peopled.member("郑十").name == "郑十"


def test_a_damaged_backup_is_told_and_cannot_be_restored(
    office: Office, peopled: Session, tmp_path: Path
) -> None:
    made = peopled.upkeep.backup()
    made.write_bytes(b"no zip")
    dialog = BackupDialog(office.services, office.window)
    dialog.show()
    choose(dialog, made)
    office.wait(lambda: text(dialog, "backup-said") != "")
    assert not dialog.findChild(object, "backup-restore").isEnabled()  # type: ignore[attr-defined]
