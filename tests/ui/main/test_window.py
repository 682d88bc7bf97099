"""The window's shell: pages by key, the narrow sidebar, names for screen readers, undo by name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from moderator_app.session import Session
from tests.ui.main.conftest import AD, CONTROL, Office

PAGES = ("check", "members", "notices", "rules", "settings")


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_1, "check"),
        (Qt.Key.Key_2, "members"),
        (Qt.Key.Key_3, "notices"),
        (Qt.Key.Key_4, "rules"),
        (Qt.Key.Key_Comma, "settings"),
    ],
)
def test_each_page_has_its_key(office: Office, key: Qt.Key, page: str) -> None:
    office.show("notices" if page != "notices" else "rules")
    office.press(office.window, key, CONTROL)
    assert office.window.current == page
    assert office.window.page.objectName() == f"page-{page}"
    assert office.find(f"nav-{page}").isChecked()


def test_the_sidebar_shows_icons_only_where_the_window_is_narrow(office: Office, desk: QtBot) -> None:
    office.show("rules")
    office.window.resize(1160, 704)
    desk.waitUntil(lambda: office.find("sidebar").width() == 168)
    office.window.resize(960, 600)
    desk.waitUntil(lambda: office.find("sidebar").width() == 56)


def test_the_window_is_never_smaller_than_the_look_allows(office: Office) -> None:
    assert office.window.minimumWidth() == 920


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name_for_screen_readers(office: Office, peopled: Session, page: str) -> None:
    office.show(page)
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in office.window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


@pytest.mark.parametrize("page", PAGES)
def test_every_control_can_be_reached_by_tab(office: Office, peopled: Session, page: str) -> None:
    office.show(page)
    reached, widget = set(), office.window.focusWidget()
    while widget not in reached:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    buttons = [
        button.objectName()
        for button in office.window.page.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button.focusPolicy() & Qt.FocusPolicy.TabFocus
        if button not in reached
    ]
    assert buttons == []


def test_closing_is_left_to_the_program(office: Office, desk: QtBot) -> None:
    office.show("members")
    with desk.waitSignal(office.window.closing):
        office.window.close()
    assert office.window.isVisible()


def test_a_change_made_elsewhere_is_shown_at_once(office: Office, session: Session) -> None:
    office.show("members")
    session.add_member("郑十")
    assert office.find("tab-all").text() == "全部 1"


def test_undo_is_named_in_the_status_line_and_done_by_its_key(office: Office, session: Session) -> None:
    office.show("members")
    session.strike(session.check(AD, member="张三"))
    assert "张三" in office.find("status-undo").text()
    office.press("members-list", Qt.Key.Key_Z, CONTROL)
    assert [row for row in session.members() if row.active] == []


def test_another_group_is_one_choice_away(office: Office, session: Session) -> None:
    session.add_group("second", "二群", "yigongxie")
    office.show("members")
    chooser = office.find("group-chooser", QComboBox)
    chooser.setCurrentIndex(chooser.findText("二群"))
    chooser.activated.emit(chooser.currentIndex())
    assert session.group.id == "second"


def test_ctrl_g_lists_the_groups_to_choose_by_key(office: Office, session: Session) -> None:
    session.add_group("second", "二群", "yigongxie")
    office.show("members")
    office.press(office.window, Qt.Key.Key_G, CONTROL)
    listed = office.find("group-chooser", QComboBox).view()
    assert listed.isVisible()
    office.press(listed, Qt.Key.Key_Down)
    office.press(listed, Qt.Key.Key_Return)
    assert session.group.id == "second"


def test_f1_opens_the_help_and_escape_closes_it(office: Office, desk: QtBot) -> None:
    office.show("check")
    office.press(office.window, Qt.Key.Key_F1)
    help_page = office.window.findChild(QWidget, "help-page")
    desk.waitUntil(help_page.isVisible)
    assert "Ctrl+Alt+M" in help_page.toPlainText()
    dialog = office.window.findChild(QWidget, "help-dialog")
    office.press(dialog, Qt.Key.Key_Escape)
    desk.waitUntil(lambda: office.window.findChild(QWidget, "help-dialog") is None)
