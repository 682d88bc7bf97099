"""Every control in every window has a name that a screen reader can say, and the keyboard reaches it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from moderator_app.session import Session
from moderator_app.ui.main.crash_dialog import CrashDialog
from moderator_app.ui.main.erase_question import EraseQuestion
from moderator_app.ui.main.member_dialogs import MemberQuestion, RemoveQuestion, StrikeQuestion
from moderator_app.ui.main.member_links import SameQuestion
from moderator_app.ui.main.notice_dialogs import DeleteNoticeQuestion, NewNoticeQuestion
from moderator_app.ui.main.process_answers import ReportQuestion, TaskQuestion
from moderator_app.ui.main.process_dialogs import RemovalQuestion, SuspendQuestion
from moderator_app.ui.quick.people import PersonRow
from moderator_app.ui.quick.round import Round
from moderator_app.ui.quick.window import QuickWindow
from moderator_app.ui.tray import Tray, TrayState, tray_icon
from moderator_app.ui.widgets import KeyHint, NoticeRow
from tests.ui.main.conftest import AD, Office

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
BY_THEIR_KEY = (KeyHint, NoticeRow, PersonRow)
"""What shows its own key cap: the window hears that key, Tab need not stop there."""

BY_KEY_ONLY = {
    "closeButton": "Esc",
    "whoCandidates": "arrow keys in the window",
    "rulingClauses": "arrow keys in the window",
    "notice-uses": "nothing to do there",
    "example-text": "a screen reader's own cursor: it is only read",
}
"""Controls that Tab leaves out on purpose, and what serves in their place."""


@dataclass(frozen=True)
class Flaw:
    """One control and what is wrong with it."""

    kind: str
    name: str
    inside: str
    wrong: str


def controls(window: QWidget) -> Iterator[QWidget]:
    """The controls of a window, without the parts that Qt puts into its own controls."""
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        inner = isinstance(parent, (QComboBox, QAbstractItemView)) or isinstance(widget, QHeaderView)
        if isinstance(widget, CONTROLS) and not inner and not widget.objectName().startswith("qt_"):
            yield widget


def spoken(widget: QWidget) -> str:
    """What a screen reader would say of a control."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or text).strip()


def flaws(window: QWidget) -> list[Flaw]:
    """Every control that is unnamed, or that no key reaches although it is shown."""
    found = []
    for widget in controls(window):
        kind, name, inside = type(widget).__name__, widget.objectName(), type(widget.parentWidget()).__name__
        if not spoken(widget) and widget.isVisibleTo(window):
            found.append(Flaw(kind, name, inside, "unnamed"))
        reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(widget, BY_THEIR_KEY)
        reached = reached or name in BY_KEY_ONLY
        if widget.isVisibleTo(window) and widget.isEnabled() and not reached:
            found.append(Flaw(kind, name, inside, "out of reach"))
    return found


def test_a_nameless_control_would_be_found(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert [flaw.wrong for flaw in flaws(window)] == ["unnamed", "out of reach"]


@pytest.mark.parametrize("page", ["check", "members", "notices", "rules", "settings"])
def test_the_pages(office: Office, peopled: Session, page: str):
    office.show(page)
    assert flaws(office.window) == []


@pytest.mark.parametrize("page", ["members", "notices"])
def test_pages_with_nothing_to_show(office: Office, peopled: Session, page: str):
    office.show(page)
    office.find(f"{page}-search", QLineEdit).setText("没有这个")
    assert flaws(office.window) == []


def test_a_case_in_the_main_window(office: Office, peopled: Session, qtbot: QtBot):
    office.show("check")
    office.find("check-text", QPlainTextEdit).setPlainText(AD)
    qtbot.waitUntil(lambda: office.find("verdictWord").isVisible())
    assert flaws(office.window) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda office: StrikeQuestion(office.services, None, None),
        lambda office: MemberQuestion(office.session, None, "", None),
        lambda office: RemoveQuestion(office.session, office.session.member("张三"), None),
        lambda office: SuspendQuestion(office.session, office.session.member("张三"), None),
        lambda office: RemovalQuestion(office.session, [office.session.member("张三")], None),
        lambda office: ReportQuestion(office.session, office.session.member("张三"), None),
        lambda office: TaskQuestion(office.session, [office.session.member("张三")], None),
        lambda office: EraseQuestion(office.session, office.member("张三"), "张三", None),
        lambda office: SameQuestion(office.session, office.session.member("张三"), None),
        lambda office: NewNoticeQuestion(office.session, None),
        lambda office: DeleteNoticeQuestion(office.session, office.session.notices()[0], None),
        lambda office: CrashDialog("report", Path()),
    ],
    ids=[
        "strike",
        "member",
        "remove",
        "suspend",
        "removal",
        "report",
        "task",
        "erase",
        "same",
        "new notice",
        "delete notice",
        "crash",
    ],
)
def test_the_questions(office: Office, peopled: Session, qtbot: QtBot, make: Callable[[Office], QDialog]):
    dialog = make(office)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle()
    assert flaws(dialog) == []


@pytest.mark.parametrize(
    "text", [AD, "请问哪位老师有资料？", "张三 2026/11/21 09:41\n大量现货，工厂直供，微信 abc12345"]
)
def test_the_quick_check(qtbot: QtBot, peopled: Session, text: str):
    window = QuickWindow(peopled)
    qtbot.addWidget(window)
    window.show_round(Round(text, peopled.check(text)))
    window.show()
    assert window.windowTitle()
    assert flaws(window) == []
    window.show_empty("没有", "什么也没有", "试试示例")
    assert flaws(window) == []


def test_the_trays_menu_names_everything_and_is_short(qtbot: QtBot):
    tray = Tray(tray_icon(), lambda: TrayState(group="医工协群", notices=(("a", "告知"),)))
    tray.refresh()
    menus = [tray.menu, *tray.menu.findChildren(QMenu)]
    named = [action for menu in menus for action in menu.actions() if not action.isSeparator()]
    assert all(action.text().strip() for action in named)
    assert len([action for action in tray.menu.actions() if not action.isSeparator()]) <= 8
    assert QApplication.instance() is not None
