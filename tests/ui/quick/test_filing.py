"""Ctrl+R: what was copied is a complaint about somebody, or what a member says against a strike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from moderator_app.core.rules.verdict import Action
from moderator_app.session import Session
from moderator_app.session.process.types import AppealState
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui.quick import QuickCheck
from moderator_app.ui.toast import Toasts
from tests.system.drawn_codes import GROUP, noise, put, qr

CTRL = Qt.KeyboardModifier.ControlModifier
AD = "一次性内镜工厂直供，大量现货，量大从优，加我微信详谈。"
PLEA = "管理员您好，昨天那条是在回答王五老师的提问，麻烦再看一下。"


class Desk:
    """The quick check over a real session, and a hand on the keys."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self._qtbot, self.toasts = session, qtbot, Toasts()
        self.quick = QuickCheck(session, Clipboard(), self.toasts)
        self.quick.prepare()
        self.window = self.quick.window

    def copy(self, name: str, text: str) -> None:
        QApplication.clipboard().setText(f"{name}\n2026年09月23日 16:04\n{text}" if name else text)
        self.quick.check_clipboard()
        self._qtbot.waitUntil(lambda: self.window.isVisible() and not self.window.is_unseen)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.window.body.filing.reporter, text)

    @property
    def primary(self) -> str:
        return self.window.footer.primary.text()


@pytest.fixture
def desk(qtbot: QtBot, session: Session) -> Iterator[Desk]:
    made = Desk(session, qtbot)
    yield made
    made.toasts.clear()
    made.window.hide()
    made.window.deleteLater()


def test_a_message_becomes_a_report_with_its_reporter_kept_apart(desk: Desk, session: Session):
    desk.copy("张三", AD)
    desk.press(Qt.Key.Key_R, CTRL)
    assert desk.window.body.filing.reporter.hasFocus()
    assert desk.primary == "记为举报"
    desk.type("1z")  # digits and letters are the name's here
    desk.press(Qt.Key.Key_Return)
    (report,) = session.process.reports()
    assert (report.member.name, report.text, report.reporter) == ("张三", AD, "1z")
    assert "1z" not in str(report.entry)
    assert desk.toasts.shown[-1].title.text() == "已记为举报"
    assert desk.window.isVisible() and desk.primary == "复制告知并记录"  # the message is still to be handled
    assert desk.window.who.waiting.text() == "有 1 件举报没有办结"


def test_ctrl_z_takes_the_report_back(desk: Desk, session: Session):
    desk.copy("张三", AD)
    desk.press(Qt.Key.Key_R, CTRL)
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert session.process.reports() == ()


def test_escape_leads_back_and_records_nothing(desk: Desk, session: Session):
    desk.copy("张三", AD)
    desk.press(Qt.Key.Key_R, CTRL)
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.isVisible() and not desk.window.body.filing.isVisible()
    assert session.process.reports() == ()
    assert desk.primary == "复制告知并记录"


def test_who_it_is_about_is_asked_first(desk: Desk, session: Session):
    desk.copy("", AD)
    desk.press(Qt.Key.Key_R, CTRL)
    assert desk.window.who.is_asking
    assert not desk.window.body.filing.isVisible()
    assert session.process.reports() == ()


def test_a_struck_member_s_words_become_an_appeal_with_two_keys(desk: Desk, session: Session):
    session.strike(session.check(AD, member="张三"), "叫卖告知", member="张三")
    desk.copy("张三", PLEA)
    assert desk.window.who.appeal.isVisible()
    desk.press(Qt.Key.Key_R, CTRL)
    assert desk.primary == "记为申诉"
    desk.press(Qt.Key.Key_Return)
    (appeal,) = session.process.appeals()
    assert (appeal.text, appeal.state) == (PLEA, AppealState.OPEN)
    assert appeal.strike.step is Action.REMIND
    assert desk.toasts.shown[-1].title.text() == "已记为申诉"
    assert not desk.window.isVisible()


def test_the_arrows_lead_from_the_appeal_to_the_report_and_back(desk: Desk, session: Session):
    session.strike(session.check(AD, member="张三"), "叫卖告知", member="张三")
    desk.copy("张三", PLEA)
    desk.press(Qt.Key.Key_R, CTRL)
    desk.press(Qt.Key.Key_Up)
    assert desk.primary == "记为举报"
    desk.press(Qt.Key.Key_Down)
    assert desk.primary == "记为申诉"


def test_what_is_appealed_already_cannot_be_appealed_again(desk: Desk, session: Session):
    change = session.strike(session.check(AD, member="张三"), "叫卖告知", member="张三")
    strike = next(entry for entry in change.entries if entry.kind.value == "strike")
    session.process.appeal(strike.id, PLEA)
    desk.copy("张三", PLEA)
    desk.press(Qt.Key.Key_R, CTRL)
    assert [row.title for row in desk.window.body.filing.list.rows] == ["对张三的举报"]


def test_a_member_without_strikes_has_no_appeal_to_offer(desk: Desk, session: Session):
    session.add_member("李四")
    desk.copy("李四", PLEA)
    assert not desk.window.who.appeal.isVisible()


def test_the_picture_is_evidence(desk: Desk, session: Session, qtbot: QtBot):
    session.add_member("张三")
    QApplication.clipboard().setImage(put(noise(600, 900), qr(GROUP, 6), 100, 300))
    desk.quick.check_clipboard()
    qtbot.waitUntil(
        lambda: not desk.quick.intake.looking and desk.window.isVisible() and not desk.window.is_unseen
    )
    desk.press(Qt.Key.Key_F2)
    QTest.keyClicks(desk.window.who.field, "zs")
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_R, CTRL)
    desk.press(Qt.Key.Key_Return)
    (report,) = session.process.reports()
    (picture,) = report.pictures
    assert QImage(str(picture)).width() == 600
