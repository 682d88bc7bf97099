"""A dialog that was answered is taken apart by Qt, in order, and by nobody else."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from moderator_app.ui.main.backup_dialog import BackupDialog
from moderator_app.ui.main.dialogs import PassingDialog, Question
from moderator_app.ui.main.import_dialog import ImportDialog
from moderator_app.ui.main.merge_dialog import MergeDialog
from tests.ui.main.conftest import Office


@pytest.mark.parametrize("kind", [BackupDialog, ImportDialog, MergeDialog, Question])
def test_every_dialog_that_asks_passes(kind: type[QDialog]):
    assert issubclass(kind, PassingDialog)


def test_an_answered_dialog_is_held_until_qt_has_destroyed_it(qtbot: QtBot):
    home = QWidget()
    qtbot.addWidget(home)
    dialog = PassingDialog(home)
    dialog.itself = dialog.itself_again = dialog.accept  # type: ignore[attr-defined]  # as a delegate holds it
    seen = weakref.ref(dialog)
    QTimer.singleShot(0, dialog.reject)
    assert dialog.exec() == QDialog.DialogCode.Rejected.value
    del dialog
    gc.collect()
    held = seen()
    assert held is not None
    assert isValid(held)
    QApplication.sendPostedEvents(held, QEvent.Type.DeferredDelete)
    assert not isValid(held)
    del held
    qtbot.waitUntil(lambda: gc.collect() >= 0 and seen() is None)


def test_the_list_of_backups_can_be_collected_after_it_was_answered(office: Office):
    """Without the above the interpreter crashed here, or later."""
    office.session.add_member("张三")
    office.session.upkeep.backup()
    for _ in range(3):
        dialog = BackupDialog(office.services, None)
        QTimer.singleShot(0, dialog.reject)
        dialog.exec()
        del dialog
        gc.collect()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
