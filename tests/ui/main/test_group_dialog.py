"""添加群: from the list of groups, by keys alone, to a group whose rules hold at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QListView, QMenu

from tests.ui.main.conftest import CONTROL, Office


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
    """Choose 添加群… in the menu of groups, by its keys."""
    choose_in_menu(office, Qt.Key.Key_N)


def choose_in_menu(office: Office, key: Qt.Key) -> None:
    office.press(office.window, Qt.Key.Key_G, CONTROL)
    office.press(office.find("group-menu", QMenu), key)


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
    assert office.find("group-chooser", QAbstractButton).text() == "骨科器械交流群"


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


def test_the_current_group_is_edited_and_the_edit_taken_back(office: Office) -> None:
    office.session.add_group("free", "自由群", "yigongxie")
    office.show("check")

    def answer(dialog: QDialog) -> None:
        free = dialog.findChild(QComboBox, "group-free")
        assert free is not None
        free.setCurrentIndex(free.findData("free"))
        office.fill(dialog, group_title="医工交流一群", group_owner="王主任", group_hours="22:30-07:00")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    wrong = office.answering(answer)
    choose_in_menu(office, Qt.Key.Key_E)
    assert wrong == []
    group = office.session.group
    assert (group.title.zh, group.owner, group.hours) == ("医工交流一群", "王主任", "22:30-07:00")
    assert group.linked_free_group == "free"
    assert office.find("group-chooser", QAbstractButton).text() == "医工交流一群"
    office.show("notices")
    office.wait(office.window.isActiveWindow)
    office.press("notices-list", Qt.Key.Key_Z, CONTROL)
    assert office.session.group.owner == ""


def test_the_free_group_is_made_and_linked_in_one_go(office: Office) -> None:
    office.show("check")

    def answer(dialog: QDialog) -> None:
        free = dialog.findChild(QComboBox, "group-free")
        assert free is not None
        free.setCurrentText("新建「自由群」")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    wrong = office.answering(answer)
    choose_in_menu(office, Qt.Key.Key_E)
    assert wrong == []
    (home, free) = office.session.groups()
    assert (home.linked_free_group, free.rulebook) == (free.id, "free-group")
    assert office.session.group.id == home.id, "the group at hand stays"

    def look(dialog: QDialog) -> None:
        offered = dialog.findChild(QComboBox, "group-free")
        assert offered is not None
        assert [offered.itemText(row) for row in range(offered.count())] == ["没有", "自由群"]

    wrong = office.answering(look)
    choose_in_menu(office, Qt.Key.Key_E)
    assert wrong == []


def test_hours_that_cannot_be_are_told_in_the_dialog(office: Office) -> None:
    office.show("check")

    def answer(dialog: QDialog) -> None:
        office.fill(dialog, group_hours="25:00-99")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        error = dialog.findChild(QLabel, "dialog-error")
        assert error is not None and error.isVisible() and error.text()
        office.fill(dialog, group_hours="", group_title="")
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert error.text() == "还没有写群名。"

    wrong = office.answering(answer)
    choose_in_menu(office, Qt.Key.Key_E)
    assert wrong == []
    assert office.session.group.hours == ""
