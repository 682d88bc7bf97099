"""A pasted conversation with the real session: person by person, all at once, newcomers, taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from moderator_app.session import Session
from moderator_app.system.clipboard import Clipboard
from moderator_app.ui.quick import QuickCheck
from moderator_app.ui.quick.people import PersonRow
from moderator_app.ui.toast import Toasts

NO, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NEED = "请问各位，院里的内镜清洗登记怎么做电子化？"
TALK = f"""李四-设备科-苏州
2026年09月23日 10:12
{NEED}

张三-医疗器械-上海
2026年09月23日 10:45
便携超声工厂直供，大量现货，量大从优，加我微信 zs_demo 详谈。

孙七-耗材-杭州
2026年09月23日 11:20
一次性手术衣厂家直销，现货批发，价格优惠，欢迎咨询，微信 sq_demo2。

王五-检验-南京
2026年09月23日 11:31
谢谢，我们再看看现有的系统能不能改。
"""
JOINS = '"甲"邀请"乙、丙"加入了群聊\n"丁"通过扫描"张三"分享的二维码加入群聊\n'


class Desk:
    """The quick check over a real session, and a hand on the keys."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self._qtbot, self.toasts = session, qtbot, Toasts()
        self.quick = QuickCheck(session, Clipboard(), self.toasts)
        self.quick.hotkey = lambda: "Ctrl+Alt+M"
        self.quick.prepare()
        self.window = self.quick.window

    def copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.hotkey()

    def hotkey(self) -> None:
        self.quick.check_clipboard()
        self._qtbot.waitUntil(lambda: self.window.isVisible() and not self.window.is_unseen)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    @property
    def copied(self) -> str:
        return QApplication.clipboard().text()

    @property
    def rows(self) -> list[tuple[str, str]]:
        return [(line.name, line.note) for line in self.window.people.lines()]

    @property
    def chosen(self) -> str:
        return self.window.people.lines()[self.window.round.row].name  # type: ignore[union-attr]

    def strikes(self, name: str) -> int:
        return self.session.row(self.session.member(name).id).active

    def toast(self) -> tuple[str, str]:
        newest = self.toasts.shown[-1]
        return newest.title.text(), newest.detail.text()


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> Iterator[Desk]:
    session.add_member("张三", card="张三-医疗器械-上海")
    made = Desk(session, qtbot)
    yield made
    made.toasts.clear()
    made.window.hide()
    made.window.deleteLater()


def test_the_list_tells_who_what_and_how_often(desk: Desk):
    desk.copy(TALK)
    window = desk.window
    assert window.header.word.text() == "违规 2 人"
    assert window.header.extent.text() == "共 4 条"
    assert desk.rows == [
        ("张三-医疗器械-上海", "第 1 次"),
        ("孙七-耗材-杭州", "名单里没有"),
        ("其余 2 人", ""),
    ]
    assert window.people.lines()[2].what == "自然对话 2 条"
    assert window.footer.hints() == ["↑↓", "Ctrl+Enter", "Esc"]
    assert window.talk.texts() == [f"李四-设备科-苏州：{NEED}", TALK.split("\n")[6]]
    assert window.who.ladder.isVisible() and not window.who.name.isVisible()


def test_arrows_change_the_person_and_the_rest_can_be_read(desk: Desk):
    desk.copy(TALK)
    desk.press(Qt.Key.Key_Down)
    assert desk.chosen == "孙七-耗材-杭州"
    assert desk.window.offers.findChild(object, "offersLabel").text() == "给孙七的告知"
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert desk.chosen == "其余 2 人"
    assert desk.window.talk.texts()[0].endswith(NEED)
    assert not desk.window.offers.isVisible()
    assert desk.window.footer.primary.text() == "关闭"
    desk.press(Qt.Key.Key_Up)
    assert desk.chosen == "孙七-耗材-杭州"


def test_enter_then_the_hotkey_leads_to_the_next_and_the_last_to_the_end(desk: Desk):
    desk.copy(TALK)
    desk.press(Qt.Key.Key_Return)
    assert not desk.window.isVisible()
    assert desk.copied.startswith("@张三")
    assert desk.toast()[1] == "张三记第 1 次；还有 1 人未处理，按 Ctrl+Alt+M 继续"
    desk.hotkey()
    assert desk.rows[0] == ("张三-医疗器械-上海", "已告知，第 1 次")
    assert desk.window.people.lines()[0].keys == "Ctrl+Z"
    assert desk.chosen == "孙七-耗材-杭州"
    assert desk.window.header.extent.text() == "共 4 条，已处理 1 人"
    desk.press(Qt.Key.Key_Return)
    assert desk.copied.startswith("@孙七")
    desk.hotkey()
    assert desk.window.header.title.text() == "剪贴板里是刚才的告知"
    assert desk.window.body.left.title.text() == "2 人都处理完了"
    assert desk.window.footer.primary.text() == "关闭"
    assert (desk.strikes("张三"), desk.strikes("孙七")) == (1, 1)


def test_undo_in_the_list_takes_back_one_after_the_other(desk: Desk):
    desk.copy(TALK)
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.chosen == "孙七-耗材-杭州" and desk.window.isVisible()
    assert desk.copied.startswith("@张三")
    assert desk.window.people.lines()[0].keys == "Ctrl+Z"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.chosen == "张三-医疗器械-上海"
    assert desk.rows[0][1] == "第 1 次"
    assert desk.copied == TALK
    assert desk.strikes("张三") == 0
    desk.press(Qt.Key.Key_Return)
    assert desk.strikes("张三") == 1


def test_a_handled_person_is_not_charged_again(desk: Desk):
    desk.copy(TALK)
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    desk.press(Qt.Key.Key_Up)
    assert desk.chosen == "张三-医疗器械-上海"
    assert not desk.window.offers.isVisible()
    assert desk.window.footer.primary.text() == "看下一人"
    for key in (Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_F2):
        desk.press(key)
    desk.press(Qt.Key.Key_Return, SHIFT)
    desk.press(Qt.Key.Key_Return)
    assert desk.chosen == "孙七-耗材-杭州"
    assert desk.strikes("张三") == 1


def test_the_same_text_copied_again_knows_who_was_handled(desk: Desk):
    desk.copy(TALK)
    desk.press(Qt.Key.Key_Return)
    desk.copy(TALK)
    assert desk.rows[0] == ("张三-医疗器械-上海", "已告知，第 1 次")


def test_one_notice_for_all_and_one_undo(desk: Desk):
    desk.copy(TALK)
    desk.press(Qt.Key.Key_Return, CTRL)
    assert not desk.window.isVisible()
    assert "张三、孙七" in desk.copied
    assert (desk.strikes("张三"), desk.strikes("孙七")) == (1, 1)
    assert desk.toast()[1] == "张三、孙七各记一次"
    desk.hotkey()
    assert "各记一次" in desk.window.after.accessibleName()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.copied == TALK
    assert desk.strikes("张三") == 0
    assert desk.session.search("孙七") == []
    assert desk.window.isVisible() and desk.window.round is not None and desk.window.round.left == 2


def test_who_is_not_in_the_list_can_be_named(desk: Desk):
    desk.session.add_member("孙七七", card="孙七七-耗材-杭州")
    desk.copy(TALK)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_F2)
    assert desk.window.who.field.hasFocus()
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.isVisible() and not desk.window.who.field.isVisible()
    row = desk.window.people.findChild(PersonRow, "person2")
    assert row is not None
    row.key_pressed.emit("F2")
    for letter in "sqq":
        QTest.keyClick(desk.window.windowHandle(), letter)
    desk.press(Qt.Key.Key_Return)
    assert desk.chosen == "孙七七-耗材-杭州"
    desk.press(Qt.Key.Key_Return)
    assert desk.strikes("孙七七") == 1


def test_esc_closes_and_lets_nobody_pass(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    passed: list[object] = []
    monkeypatch.setattr(desk.session, "pass_", passed.append)
    desk.copy(TALK)
    desk.press(Qt.Key.Key_Escape)
    assert not desk.window.isVisible() and passed == []


def test_what_was_checked_is_remembered_only_once_it_is_painted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    kept: list[int] = []
    monkeypatch.setattr(desk.session, "remember", lambda case: kept.append(len(case.messages)))
    QApplication.clipboard().setText(TALK)
    desk.quick.check_clipboard()
    assert kept == []
    qtbot.waitUntil(lambda: kept == [4])
    desk.quick.intake.check("请问有人在吗？", trial=True)
    with qtbot.waitSignal(desk.window.painted):
        desk.window.update()
    assert kept == [4]


# Who joined


def test_join_lines_add_the_new_members_with_one_welcome(desk: Desk):
    desk.session.add_member("丁")
    desk.copy(JOINS)
    assert desk.window.header.title.text() == "新成员 2 人"
    section = desk.window.body.newcomers
    assert section.names.text() == "乙、丙，由甲邀请"
    assert section.known.text() == "名单里已有：丁（群成员）"
    assert desk.window.footer.primary.text() == "复制告知并加入名单"
    desk.press(Qt.Key.Key_Return)
    assert desk.copied.startswith("@乙、丙")
    assert desk.session.member("乙").invited_by == "甲"
    assert desk.toast()[1] == "新成员 2 人已加入名单"
    desk.hotkey()
    assert "新成员 2 人已加入名单" in desk.window.after.accessibleName()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert [row.member.name for row in desk.session.members()] == ["丁", "张三"]
    assert desk.copied == JOINS


def test_join_lines_in_a_conversation_are_one_more_row(desk: Desk):
    desk.copy(TALK + "\n" + JOINS)
    assert [name for name, _ in desk.rows] == [
        "张三-医疗器械-上海",
        "孙七-耗材-杭州",
        "新成员 3 人",
        "其余 2 人",
    ]
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    before = desk.window.body.newcomers.notice.height()
    desk.press(Qt.Key.Key_Space)
    assert desk.window.body.newcomers.notice.heightForWidth(500) > before
    desk.press(Qt.Key.Key_Return)
    assert desk.session.member("丙").invited_by == "甲"
    desk.hotkey()
    assert desk.chosen == "张三-医疗器械-上海"
    assert desk.rows[2] == ("新成员 3 人", "已告知")


# Handled minutes ago, and seen before


def test_the_same_case_again_is_said_and_enter_only_closes(desk: Desk):
    ad = "\n".join(TALK.split("\n")[4:7])
    desk.copy(ad)
    desk.press(Qt.Key.Key_Return)
    desk.copy(ad)
    assert desk.window.body.again.isVisible()
    assert desk.window.body.again.accessibleName().startswith("刚才已处理过")
    assert desk.window.footer.primary.text() == "关闭"
    desk.press(Qt.Key.Key_Return)
    assert desk.strikes("张三") == 1
    desk.copy(ad)
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_Return)
    assert desk.strikes("张三") == 2
    desk.copy(ad)
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.strikes("张三") == 1


def test_why_opens_one_finding_after_the_other(desk: Desk):
    desk.copy("便携超声工厂直供，大量现货，量大从优，加我微信 zs_demo 详谈。")
    why = desk.window.findings.why
    desk.press(Qt.Key.Key_Right)
    assert why.isVisible()
    first = why.lines()
    assert {"字句", "迹象", "例外"} <= {name for name, _ in first}
    desk.press(Qt.Key.Key_Right)
    assert why.lines() != first
    desk.press(Qt.Key.Key_Left)
    assert why.lines() == first
    desk.press(Qt.Key.Key_Left)
    assert not why.isVisible()


def test_deciding_shows_the_one_message_and_keeps_who_was_handled(desk: Desk):
    desk.copy(TALK)
    desk.press(Qt.Key.Key_Return)
    desk.hotkey()
    desk.press(Qt.Key.Key_D, CTRL)
    if desk.window.ruling:
        assert desk.window.message.isVisible() and not desk.window.talk.isVisible()
        assert desk.window.message.original() == TALK.split("\n")[10]
        desk.press(Qt.Key.Key_Return)
    assert desk.toast()[0] == "已记为例子"
    assert desk.rows[0] == ("张三-医疗器械-上海", "已告知，第 1 次")
