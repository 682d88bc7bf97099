"""Ctrl+Z in the window: it takes back what was done last, names it, and says in which group it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog

from moderator_app.session import Session
from moderator_app.system import hotkey
from moderator_app.ui.main.log_page import LogPage, UndoQuestion
from moderator_app.ui.main.obeying import obey
from tests.ui.main.conftest import CONTROL, Office
from tests.ui.main.test_group_dialog import add
from tests.ui.main.test_settings_page import FakeHotkey


def undo(office: Office) -> str:
    """Press Ctrl+Z; what the toast says."""
    come_back(office)
    office.press(office.window, Qt.Key.Key_Z, CONTROL)
    return office.toasts.shown[-1].title.text()


def come_back(office: Office) -> None:
    """A dialog is gone: the keys are the window's again."""
    office.wait(lambda: QApplication.activeModalWidget() is None)
    office.window.activateWindow()
    office.wait(office.window.isActiveWindow)


def offered(office: Office) -> str:
    return office.window.page.status.undo.text()


def choose(office: Office, control: str, row: int) -> None:
    box = office.find(control, QComboBox)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def test_on_the_settings_it_takes_back_the_setting_and_no_old_strike(
    office: Office, peopled: Session
) -> None:
    office.show("settings")
    choose(office, "setting-scale", 2)
    assert offered(office) == "可撤销：更改设置：文字大小"
    assert undo(office) == "已撤销：更改设置：文字大小"
    assert peopled.setting("scale") == 100
    assert office.find("setting-scale", QComboBox).currentText() == "100 %"
    assert "记张三一次" in offered(office)
    assert peopled.row(office.member("张三")).active == 1


def test_the_moderators_name_is_taken_back(office: Office, session: Session) -> None:
    office.show("settings")
    field = office.find("setting-moderator")
    field.setText("王管")
    field.editingFinished.emit()
    office.find("setting-scale").setFocus()
    assert undo(office) == "已撤销：更改设置：经手人"
    assert field.text() == session.setting("moderator") == "李管"


def test_the_hotkey_from_before_is_heard_again(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(hotkey, "choose", lambda _setting, pressed: FakeHotkey(pressed))
    office: Office = request.getfixturevalue("office")
    session, keys = office.session, office.hotkeys
    session.subscribe(lambda change: obey(change, keys, lambda: session.settings, lambda: None))
    keys.start()
    keys.change("Ctrl+Alt+K")
    keys.pause(True)
    assert keys.sequence == ""
    session.undo()
    assert keys.sequence == "Ctrl+Alt+K"
    session.undo()
    assert keys.sequence == "Ctrl+Alt+M"


def test_after_a_restore_all_settings_are_in_force(office: Office, peopled: Session) -> None:
    dressed: list[str] = []
    backup = peopled.upkeep.backup()
    change = peopled.upkeep.restore(backup)
    obey(change, office.hotkeys, lambda: peopled.settings, lambda: dressed.append("restore"))
    obey(peopled.undo(), office.hotkeys, lambda: peopled.settings, lambda: dressed.append("undo"))
    charged = peopled.add_member("郑十")
    obey(charged, office.hotkeys, lambda: peopled.settings, lambda: dressed.append("member"))
    assert dressed == ["restore", "undo"]


def test_a_group_that_was_added_is_told_and_taken_back(office: Office, peopled: Session) -> None:
    office.show("members")

    def answer(dialog: QDialog) -> None:
        office.fill(dialog, group_name="读书群")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    wrong = office.answering(answer)
    add(office)
    assert wrong == []
    toast = office.toasts.shown[-1]
    assert (toast.title.text(), toast.acts) == ("添加群「读书群」", True)
    assert offered(office) == "可撤销：添加群「读书群」"
    assert undo(office) == "已撤销：添加群「读书群」"
    assert office.find("group-chooser", QAbstractButton).text() == "医工协群"
    assert peopled.row(office.member("张三")).active == 1


def test_the_group_is_named_where_another_one_is_shown(office: Office, peopled: Session) -> None:
    peopled.add_group("second", "二群", "yigongxie")
    office.show("members")
    assert offered(office) == "可撤销：添加群「二群」"
    peopled.strike_by_name("张三")
    assert offered(office) == "可撤销：记张三一次"
    peopled.choose_group("second")
    assert offered(office) == "可撤销：记张三一次（医工协群）"
    assert undo(office) == "已撤销：记张三一次（医工协群）"


def test_what_goes_along_is_named_before_and_wants_the_button(office: Office, peopled: Session) -> None:
    backup = peopled.upkeep.backup()
    peopled.add_member("郑十")
    peopled.upkeep.restore(backup)
    peopled.add_member("冯一")
    page = office.show("log")
    assert isinstance(page, LogPage)
    office.wait(lambda: bool(page._model.rows))
    office.press("log-list", Qt.Key.Key_Down)
    assert office.find("log-label").text().startswith("回到 20")
    met(office, lambda question: QTest.keyClick(question, Qt.Key.Key_Return))
    assert "冯一" in [row.member.name for row in peopled.members()]
    met(office, lambda question: question.primary.click())
    names = [row.member.name for row in peopled.members()]
    assert "郑十" in names and "冯一" not in names


def met(office: Office, answer: Callable[[UndoQuestion], object]) -> None:
    """Press Del, and answer the question, which has to name what goes along."""

    def meet(dialog: QDialog) -> None:
        assert isinstance(dialog, UndoQuestion)
        assert "之后做的 1 步会一起回去：添加冯一。" in dialog.sentence.text()
        answer(dialog)
        assert dialog.error.text() == ""

    come_back(office)
    wrong = office.answering(meet)
    office.press("log-list", Qt.Key.Key_Delete)
    assert wrong == []


def test_other_steps_take_nothing_along(office: Office, peopled: Session) -> None:
    page = office.show("log")
    assert isinstance(page, LogPage)
    office.wait(lambda: bool(page._model.rows))

    def meet(dialog: QDialog) -> None:
        assert isinstance(dialog, UndoQuestion)
        assert "一起回去" not in dialog.sentence.text()
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    wrong = office.answering(meet)
    office.press("log-list", Qt.Key.Key_Delete)
    assert wrong == []
    assert peopled.row(office.member("张三")).active == 0
