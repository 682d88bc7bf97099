"""添加群: from the list of groups, by keys alone, to a group whose rules hold at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QListView

from tests.ui.main.conftest import Office


def choose(dialog: QDialog, template: str) -> None:
    """Walk with ↓ to the row of this template."""
    rows = dialog.findChild(QListView, "group-template")
    assert rows is not None and dialog.focusWidget() is rows
    for _ in range(rows.model().rowCount()):
        if rows.currentIndex().data().startswith(template):
            return
        QTest.keyClick(rows, Qt.Key.Key_Down)
    raise AssertionError(f"{template} is not offered")


def add(office: Office) -> None:
    """Choose 添加群… in the list of groups, as a click there does."""
    groups = office.find("group-chooser", QComboBox)
    groups.activated.emit(groups.count() - 1)


def test_a_group_is_added_and_becomes_the_current_one(office: Office) -> None:
    office.show("rules")
    title = next(each.title.zh for each in office.session.templates() if each.id == "yigongxie")

    def answer(dialog: QDialog) -> None:
        choose(dialog, title)
        office.fill(dialog, group_name="骨科器械交流群")
        name = dialog.findChild(QLabel, "dialog-error")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert name is not None and not dialog.isVisible(), name.text() if name else ""

    wrong = office.answering(answer)
    add(office)
    assert wrong == []
    assert (office.session.group.title.zh, office.session.group.rulebook) == ("骨科器械交流群", "yigongxie")
    assert office.session.group.id == "yigongxie-2"
    assert office.find("group-chooser", QComboBox).currentText() == "骨科器械交流群"


def test_a_group_without_a_name_is_not_added(office: Office) -> None:
    office.show("rules")

    def answer(dialog: QDialog) -> None:
        office.fill(dialog, group_name="")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        error = dialog.findChild(QLabel, "dialog-error")
        assert error is not None and error.text() == "还没有写群名。" and dialog.isVisible()

    wrong = office.answering(answer)
    add(office)
    assert wrong == []
    assert len(office.session.groups()) == 1
    assert office.find("group-chooser", QComboBox).currentIndex() == 0


def test_the_name_follows_the_template_until_it_is_written(office: Office) -> None:
    office.show("check")

    def answer(dialog: QDialog) -> None:
        rows, name = dialog.findChild(QListView, "group-template"), dialog.findChild(QLineEdit, "group-name")
        assert rows is not None and name is not None
        titles = [each.title.zh for each in office.session.templates()]
        assert (rows.model().rowCount(), name.text()) == (len(titles), titles[0])
        office.fill(dialog, group_name="my own")
        QTest.keyClick(rows, Qt.Key.Key_Down)
        assert name.text() == "my own"

    wrong = office.answering(answer)
    add(office)
    assert wrong == []
