"""The whole loop with the real session, rulebook, notices and clipboard; only the screen is in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from moderator_app.session import Session
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui.quick import QuickCheck
from moderator_app.ui.toast import Toasts

AD = "张三\n2026年09月23日 16:04\n一次性内镜工厂直供，大量现货，量大从优，加我微信详谈。"
OTHER_AD = "张三\n2026年09月23日 17:20\n便携超声现货供应，厂家直销，欢迎批发，私聊报价。"
NEED = "请问哪位老师有内镜清洗登记电子化的经验？"


@pytest.fixture
def quick(qtbot: QtBot, session: Session):
    made = QuickCheck(session, Clipboard(), Toasts())
    made.prepare()
    yield made
    made._toasts.clear()
    made.window.hide()
    made.window.deleteLater()


def copy(quick: QuickCheck, qapp: QApplication, qtbot: QtBot, text: str) -> None:
    qapp.clipboard().setText(text)
    quick.check_clipboard()
    qtbot.waitUntil(lambda: quick.window.isVisible() and not quick.window.is_unseen)


def press(quick: QuickCheck, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(quick.window.windowHandle(), key, modifier)


def strikes(session: Session, name: str) -> int:
    return session.row(session.member(name).id).active


def test_copy_hotkey_enter_and_undo(quick: QuickCheck, session: Session, qapp: QApplication, qtbot: QtBot):
    session.add_member("张三", card="张三-医疗器械-上海")
    copy(quick, qapp, qtbot, AD)
    assert quick.window.header.word.text() == "违规"
    assert quick.window.who.name.text() == "张三-医疗器械-上海"
    assert quick.window.who.ladder.accessibleName().startswith("第 1 次 › 叫卖告知，提醒")
    press(quick, Qt.Key.Key_Return)
    assert not quick.window.isVisible()
    assert "张三" in qapp.clipboard().text()
    assert "{" not in qapp.clipboard().text()
    assert strikes(session, "张三") == 1

    quick.check_clipboard()
    assert quick.window.header.title.text() == "剪贴板里是刚才的告知"
    press(quick, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == AD
    assert strikes(session, "张三") == 0


def test_the_second_strike_moves(quick: QuickCheck, session: Session, qapp: QApplication, qtbot: QtBot):
    steps = {AD: "第 1 次 › 叫卖告知，提醒", OTHER_AD: "第 2 次，上次 "}
    for text, expected in steps.items():
        copy(quick, qapp, qtbot, text)
        assert quick.window.who.ladder.accessibleName().startswith(expected)
        press(quick, Qt.Key.Key_Return)
    assert quick._toasts.shown[-1].title.text() == "已复制「叫卖告知 2」，可以粘贴了"
    assert quick._toasts.shown[-1].detail.text() == "张三记第 2 次，待移到自由群"


def test_a_need_is_no_problem(quick: QuickCheck, qapp: QApplication, qtbot: QtBot):
    copy(quick, qapp, qtbot, NEED)
    assert quick.window.header.word.text() == "没问题"
    press(quick, Qt.Key.Key_Return)
    assert not quick.window.isVisible()
    assert qapp.clipboard().text() == NEED


def test_a_notice_of_the_tray_can_be_taken_back_here(
    quick: QuickCheck, session: Session, qapp: QApplication, qtbot: QtBot
):
    text = session.notice_text("进群告知")
    session.note_notice("进群告知")
    copy(quick, qapp, qtbot, text)
    assert quick.window.header.title.text() == "剪贴板里是刚才的告知"
    assert quick.window.after.undo.isVisible()
    press(quick, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.undoable() is None
    assert quick._toasts.shown[-1].detail.text() == "剪贴板已清空"
    assert qapp.clipboard().text() == ""


def test_a_disk_that_cannot_be_written_records_and_copies_nothing(
    quick: QuickCheck, session: Session, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    copy(quick, qapp, qtbot, AD)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    monkeypatch.setattr("os.replace", full)
    press(quick, Qt.Key.Key_Return)
    monkeypatch.undo()
    assert quick.window.isVisible()
    assert quick.window.inline.text().startswith("没有记录，剪贴板已还原。")
    assert qapp.clipboard().text() == AD
    assert session.members() == []


@pytest.mark.parametrize(
    "text",
    [
        "\ud800大量现货",
        "a\x00b",
        "\u202e现货\u202c",
        "字" * 19_000,
        "\ufdd0\ufffc",
        "😀" * 500,
        "\r\n\r\n张三:\r\n在吗",
    ],
)
def test_odd_texts_are_shown(quick: QuickCheck, text: str, qtbot: QtBot):
    quick.intake.check(text)
    qtbot.waitUntil(quick.window.isVisible)
    assert quick.window.case is not None
    quick.window.grab()
