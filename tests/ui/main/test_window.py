"""The window's shell: pages by key, the narrow sidebar, names for screen readers, undo by name."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from moderator_app.core.rules.verdict import Action
from moderator_app.session import Session
from moderator_app.ui.main.fitting import fitted
from moderator_app.ui.widgets import EmptyState
from tests.ui.main.conftest import AD, CONTROL, Office

PAGES = ("check", "members", "notices", "rules", "log", "stats", "settings")


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_1, "check"),
        (Qt.Key.Key_2, "members"),
        (Qt.Key.Key_3, "notices"),
        (Qt.Key.Key_4, "rules"),
        (Qt.Key.Key_5, "log"),
        (Qt.Key.Key_6, "stats"),
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
    room = QGuiApplication.primaryScreen().availableGeometry()
    least = office.window.minimumSize()
    assert least == QSize(min(920, room.width() - 16), min(568, room.height() - 48))
    assert fitted(920, 568, QRect(0, 0, 1440, 852)) == QSize(920, 568)


def test_on_a_small_screen_the_window_gives_way() -> None:
    assert fitted(920, 568, QRect(0, 0, 720, 430)) == QSize(704, 382)


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


def test_ctrl_g_and_a_digit_choose_another_group_at_once(office: Office, session: Session) -> None:
    session.add_group("second", "二群", "yigongxie")
    session.add_group("third", "A & B 群", "class-parents")
    office.show("members")
    for digit, chosen in ((Qt.Key.Key_3, "third"), (Qt.Key.Key_1, "yigongxie"), (Qt.Key.Key_2, "second")):
        office.press(office.window, Qt.Key.Key_G, CONTROL)
        menu = office.find("group-menu", QMenu)
        assert menu.isVisible()
        office.press(menu, digit)
        assert not menu.isVisible()
        assert session.group.id == chosen
    assert office.find("group-chooser", QAbstractButton).text() == "二群"


def test_the_menu_of_groups_marks_the_current_one_and_escape_leaves_it(
    office: Office, session: Session
) -> None:
    session.add_group("second", "二群", "yigongxie")
    office.show("check")
    office.press("group-chooser", Qt.Key.Key_Return)
    menu = office.find("group-menu", QMenu)
    marked = [action.objectName() for action in menu.actions() if action.isChecked()]
    assert marked == ["group-yigongxie"]
    office.press(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible() and session.group.id == "yigongxie"


def test_what_waits_is_counted_beside_the_page_and_beside_each_group(
    office: Office, session: Session
) -> None:
    session.add_group("second", "二群", "yigongxie")
    office.show("check")
    assert office.find("nav-members").accessibleName() == "成员"
    member = session.add_member("张三").members[0]
    session.process.report(member, text="在群里私信拉人")
    assert session.process.todo().count > 0
    office.wait(lambda: office.find("nav-members").count == session.process.todo().count)
    assert f"待办 {session.process.todo().count}" in office.find("nav-members").accessibleName()
    office.press(office.window, Qt.Key.Key_G, CONTROL)
    menu = office.find("group-menu", QMenu)
    told = {action.objectName(): action.text() for action in menu.actions()}
    assert told["group-yigongxie"].endswith(f"待办 {session.process.todo().count}")
    assert "待办" not in told["group-second"]
    office.press(menu, Qt.Key.Key_2)
    office.wait(lambda: office.find("nav-members").count == 0)


def test_f1_opens_the_help_and_escape_closes_it(office: Office, desk: QtBot) -> None:
    office.show("check")
    office.press(office.window, Qt.Key.Key_F1)
    help_page = office.window.findChild(QWidget, "help-page")
    desk.waitUntil(help_page.isVisible)
    assert "Ctrl+Alt+M" in help_page.toPlainText()
    dialog = office.window.findChild(QWidget, "help-dialog")
    office.press(dialog, Qt.Key.Key_Escape)
    desk.waitUntil(lambda: office.window.findChild(QWidget, "help-dialog") is None)


def test_f1_again_brings_the_same_help_to_the_front(office: Office) -> None:
    office.show("check")
    office.press(office.window, Qt.Key.Key_F1)
    office.press(office.window, Qt.Key.Key_F1)
    assert len(office.window.findChildren(QWidget, "help-dialog")) == 1


def test_while_nobody_is_on_the_list_the_check_page_leads_to_the_import(
    office: Office, session: Session
) -> None:
    office.show("check")
    office.wait(office.find("first-run").isVisible)
    office.click("first-run-import")
    assert office.window.current == "members"
    empty = office.find("members-empty", EmptyState)
    assert empty.isVisible() and office.window.focusWidget() is empty.button
    assert not office.find("first-run").isVisible()
    session.add_member("张三")
    office.show("check")
    office.wait(lambda: not office.find("first-run").isVisible())


def test_the_line_about_the_list_can_be_put_off(office: Office) -> None:
    office.show("check")
    office.wait(office.find("first-run").isVisible)
    office.click("first-run-later")
    assert not office.find("first-run").isVisible()
    office.show("rules")
    office.show("check")
    assert not office.find("first-run").isVisible()


def test_whoever_comes_back_on_another_day_sees_what_waits_by_then(
    office: Office, session: Session, clock: list[datetime], desk: QtBot
) -> None:
    member = session.add_member("张三").members[0]
    session.process.take(member, Action.SUSPEND, days=1)
    office.show("members")
    assert session.process.todo().returning == ()
    before = office.find("nav-members").count
    clock[0] += timedelta(days=1)
    office.window._catch_up(date.today() + timedelta(days=1))
    desk.waitUntil(lambda: office.find("nav-members").count == before + 1)


def test_a_group_whose_rules_cannot_be_read_shows_why_and_never_another_groups_people(office: Office):
    session = office.session
    mine = session.data_dir / "rulebooks" / "mine.yaml"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("id: mine\nclauses:\n  - id: own\n    words: 甲\n", encoding="utf-8")
    session.add_member("王五")
    session.add_group("second", title="我们楼", rulebook="mine")
    office.show("members")
    mine.write_text("id: mine\n  : [oops\n", encoding="utf-8")
    session.choose_group("second")
    obstacle = office.find("obstacle", EmptyState)
    for page in ("members", "notices", "rules"):
        shown = office.show(page)
        assert obstacle.isVisible() and not shown.isVisible() and "mine.yaml" in obstacle.detail()
    for page in ("check", "log", "stats"):
        assert office.show(page).isVisible() and not obstacle.isVisible()
    shown = office.show("members")
    QTest.keyClick(office.window, Qt.Key.Key_F, CONTROL)
    assert obstacle.button.hasFocus()  # no search field that nobody sees
    session.edit_group("second", rulebook="homeowners")
    assert shown.isVisible() and not obstacle.isVisible()


def test_a_file_that_was_mended_meanwhile_is_read_when_one_comes_back(office: Office):
    session = office.session
    mine = session.data_dir / "rulebooks" / "mine.yaml"
    mine.parent.mkdir(exist_ok=True)
    whole = "id: mine\nclauses:\n  - id: own\n    words: 甲\n"
    mine.write_text(whole, encoding="utf-8")
    session.add_group("second", title="我们楼", rulebook="mine")
    mine.write_text("id: mine\n  : [oops\n", encoding="utf-8")
    session.choose_group("second")
    page = office.show("members")
    assert not page.isVisible()
    mine.write_text(whole, encoding="utf-8")
    office.window._catch_up(date.today())
    assert page.isVisible()
