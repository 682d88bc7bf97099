"""The report of an unexpected error: one window, and reachable over whatever is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from moderator_app.ui.main.crash_dialog import show_report


def test_over_a_modal_dialog_it_can_be_read_and_closed(desk: QtBot, tmp_path: Path) -> None:
    asked = QDialog()
    desk.addWidget(asked)
    asked.setModal(True)
    asked.show()
    report = show_report("one", tmp_path, None)
    desk.addWidget(report)
    assert QApplication.activeModalWidget() is report
    report.reject()
    assert QApplication.activeModalWidget() is asked


def test_a_second_error_is_added_to_the_report_that_is_open(desk: QtBot, tmp_path: Path) -> None:
    report = show_report("one", tmp_path, None)
    desk.addWidget(report)
    assert show_report("two", tmp_path, report) is report
    assert report.isModal() is False
    words = report.findChild(QPlainTextEdit, "crash-report")
    assert words is not None and words.toPlainText().split() == ["one", "two"]
