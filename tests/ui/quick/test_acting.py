"""Enter and what follows: copied first, recorded then, and both taken back together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from moderator_app.core.roster.group import Group
from moderator_app.core.rules.verdict import Level
from moderator_app.core.wording import Wording
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.ui.quick.keys import Want, Wish
from moderator_app.ui.quick.ports import NobodyInFront
from tests.ui.quick.conftest import Hand
from tests.ui.quick.fakes import AD, SOFT

NO, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_enter_copies_records_closes_and_tells(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_Return)
    assert (hand.clipboard.content.text or "").startswith("@张三 您好，这是本群第二次")
    assert hand.recorded == [("strike", "叫卖告知 2", "m1")]
    assert not hand.window.isVisible()
    assert hand.toast() == ("已复制「叫卖告知 2」，可以粘贴了", "张三记第 2 次，待移到自由群")
    assert hand.toasts.shown[-1].action.text() == "撤销"


def test_the_toast_takes_back_strike_and_clipboard(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_Return)
    hand.toasts.shown[-1].action.click()
    assert hand.clipboard.content.text == AD
    assert hand.session.strikes["m1"] == 1
    assert hand.recorded[-1] == ("undo",)
    assert hand.toast() == ("已撤销：张三回到 1 次", "剪贴板已还原")


def test_the_hotkey_on_our_own_notice_offers_undo(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_Return)
    hand.hotkey()
    assert hand.window.header.title.text() == "剪贴板里是刚才的告知"
    assert hand.window.after.accessibleName() == "叫卖告知 2 已复制，张三记第 2 次"
    hand.press(Qt.Key.Key_Z, CTRL)
    assert hand.clipboard.content.text == AD
    assert hand.session.strikes["m1"] == 1
    assert not hand.window.isVisible()


def test_undo_takes_back_nothing_that_was_done_by_others_since(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_Return)
    assert hand.window.case is not None
    hand.session.strike(hand.window.case, "叫卖告知", member="m2")
    hand.toasts.shown[-1].action.click()
    assert ("undo",) not in hand.recorded
    assert "之后又做了别的事" in hand.toast()[0]
    assert (hand.clipboard.content.text or "").startswith("@张三")


def test_nothing_to_take_back_is_said_in_place(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_Z, CTRL)
    assert hand.window.inline.text() == "这里没有可以撤销的；更早的，请到主窗口撤销。"
    assert hand.window.isVisible()


def test_a_copy_that_fails_records_nothing(hand: Hand):
    hand.copy(AD, "张三")
    hand.clipboard.arrives = False
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == []
    assert hand.window.isVisible()
    assert hand.window.inline.text() == (
        "没能复制，剪贴板被别的程序占用。也没有记录；检查结果还在，请再试一次。"
    )
    hand.clipboard.arrives = True
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("strike", "叫卖告知 2", "m1")]


def test_a_record_that_fails_puts_the_clipboard_back(hand: Hand):
    hand.copy(AD, "张三")
    hand.session.fail = True
    hand.press(Qt.Key.Key_Return)
    assert hand.clipboard.content.text == AD
    assert hand.window.isVisible()
    assert hand.window.inline.text().startswith("没有记录，剪贴板已还原。")
    assert hand.toasts.shown == ()


def test_while_the_clipboard_is_tried_enter_does_nothing(hand: Hand):
    hand.copy(AD, "张三")
    hand.clipboard.delay = True
    hand.press(Qt.Key.Key_Return)
    assert not hand.window.footer.primary.isEnabled()
    hand.press(Qt.Key.Key_Return)
    hand.quick.check_clipboard()
    assert hand.recorded == []
    assert hand.clipboard.later is not None
    hand.clipboard.later()
    assert hand.window.footer.primary.isEnabled()
    assert hand.window.inline.text().startswith("没能复制")


def test_shift_enter_copies_and_records_nothing(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_Return, SHIFT)
    assert hand.recorded == [("remember_copied", "叫卖告知 2")]
    assert hand.toast() == ("已复制「叫卖告知 2」，可以粘贴了", "没有记录次数")
    hand.toasts.shown[-1].action.click()
    assert hand.clipboard.content.text == AD
    assert ("undo",) not in hand.recorded


def test_zero_records_without_touching_the_clipboard(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_0)
    assert hand.window.footer.primary.text() == "只记录"
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("strike", "", "m1")]
    assert hand.clipboard.content.text == AD
    assert hand.toast() == ("已记录，没有复制告知", "张三记第 2 次，待移到自由群")


def test_digits_choose_another_notice(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_3)
    hand.press(Qt.Key.Key_9)  # there are only four
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("strike", "群发信息告知", "m1")]


def test_a_question_copies_and_records_nothing(hand: Hand):
    hand.copy(SOFT)
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("remember_copied", "善意询问")]
    assert (hand.clipboard.content.text or "").startswith("您好，这条信息我们一时判断不了")


def test_a_counted_notice_for_what_is_unsure_needs_somebody(hand: Hand):
    hand.copy(SOFT)
    hand.press(Qt.Key.Key_2)
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == []
    assert hand.window.inline.text() == "还没有记录：计次数须先指明成员。"
    assert hand.window.who.field.hasFocus()
    hand.type("zs")
    hand.press(Qt.Key.Key_Return)
    assert hand.window.who.name.text() == "张三-医疗器械-上海"
    assert hand.window.offers.offer is not None and hand.window.offers.offer.notice.id == "群发信息告知"
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("strike", "群发信息告知", "m1")]


def test_a_violation_by_nobody_is_copied_without_a_strike(hand: Hand):
    hand.copy(AD)
    assert hand.window.footer.primary.text() == "复制告知"
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("note_notice", "叫卖告知", None)]
    assert hand.toast()[1] == "没有记录次数"


def test_letters_lead_to_the_person_by_initials(hand: Hand):
    hand.copy(AD, "李四")
    hand.type("zs")
    assert hand.window.who.field.hasFocus()
    assert hand.window.who.field.text() == "zs"
    hand.press(Qt.Key.Key_Return)
    assert hand.window.who.name.text() == "张三-医疗器械-上海"
    assert hand.window.offers.offer is not None and "张三" in hand.window.offers.offer.text


def test_f2_and_back_with_escape(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_F2)
    assert hand.window.who.field.hasFocus()
    hand.type("l")
    hand.press(Qt.Key.Key_Escape)
    assert hand.window.who.field.text() == ""
    assert hand.window.isVisible()
    hand.press(Qt.Key.Key_Escape)
    assert hand.window.who.name.isVisible()
    hand.press(Qt.Key.Key_Escape)
    assert not hand.window.isVisible()
    assert hand.recorded == [("pass", AD)]


def test_a_digit_is_typed_into_a_name_and_alt_chooses(hand: Hand):
    hand.copy(AD)
    hand.type("l")
    hand.press(Qt.Key.Key_2)
    assert hand.window.who.field.text() == "l2"
    hand.press(Qt.Key.Key_2, ALT)
    assert hand.window.offers.index == 1


def test_a_name_that_is_not_in_the_list_becomes_a_new_member(hand: Hand):
    hand.copy(AD)
    field = hand.window.who.field
    done = QInputMethodEvent("", [])
    done.setCommitString("孙七")
    QApplication.sendEvent(field, done)
    assert [row.title for row in field.completion.rows] == ["新成员「孙七」"]
    hand.press(Qt.Key.Key_Return)
    assert hand.window.who.name.text() == "孙七"
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("strike", "叫卖告知", "孙七")]


def test_while_composing_all_keys_are_the_input_methods(hand: Hand):
    hand.copy(AD)
    QApplication.sendEvent(hand.window.who.field, QInputMethodEvent("zhang", []))
    for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_F1):
        hand.press(key)
    assert hand.window.isVisible()
    assert hand.window.offers.index == 0
    assert not hand.window.help.isVisible()
    assert hand.recorded == []


def test_a_blocked_notice_says_why_and_copies_nothing(hand: Hand):
    hand.session.blocked = {"叫卖告知 2"}
    hand.copy(AD, "张三")
    offer = hand.window.offers.offer
    assert offer is not None and offer.problem is not None
    assert not hand.window.footer.primary.isEnabled()
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Return, SHIFT)
    assert hand.clipboard.content.text == AD and hand.recorded == []
    hand.press(Qt.Key.Key_2)
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("strike", "叫卖告知", "m1")]


def test_escape_means_no_problem(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_Escape)
    assert not hand.window.isVisible()
    assert hand.recorded == [("pass", AD)] and hand.clipboard.content.text == AD


def test_f1_shows_exactly_the_keys_and_closes_again(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_F1)
    assert hand.window.help.isVisible()
    hand.press(Qt.Key.Key_Return)
    assert not hand.window.help.isVisible()
    assert hand.window.isVisible() and hand.recorded == []


def test_with_two_groups_one_key_switches_and_checks_again(hand: Hand):
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_G, CTRL)
    assert hand.window.header.group.text() == "设备交流群"
    assert hand.session.calls[-1] == ("check", AD)
    hand.press(Qt.Key.Key_G, CTRL)
    assert hand.window.header.group.text() == "医工协群"


def test_with_more_groups_the_key_shows_them_and_a_digit_chooses(hand: Hand):
    third = Group(id="third", title=Wording("采购 & 物流群", "Buyers"), rulebook="yigongxie")
    hand.session.known_groups = (*hand.session.known_groups, third)
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_G, CTRL)
    menu = hand.window.group_menu
    assert [action.text() for action in menu.actions()] == [
        "&1  医工协群",
        "&2  设备交流群",
        "&3  采购 && 物流群",
    ]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    QTest.keyClick(menu, Qt.Key.Key_3)
    assert hand.window.header.group.text() == "采购 & 物流群"
    assert hand.session.calls[-1] == ("check", AD)


def test_enter_before_the_first_paint_does_nothing(hand: Hand):
    """The key was on its way to another window when ours came up."""
    hand.copy(AD, "张三")
    hand.press(Qt.Key.Key_Escape)
    hand.quick.intake.check(AD)
    hand.window.obey(Wish(want=Want.PRIMARY))
    assert hand.window.isVisible()
    assert not any(call[0] == "strike" for call in hand.recorded)
    hand.painted()
    hand.press(Qt.Key.Key_Return)
    assert ("strike", "叫卖告知 2", "m1") in hand.recorded


def test_the_window_before_gets_the_keyboard_back(hand: Hand):
    told: list[str] = []

    class Front(NobodyInFront):
        def remember(self) -> None:
            told.append("remember")

        def give_back(self) -> bool:
            told.append("give back")
            return True

        def take(self, window: int) -> bool:
            told.append("take")
            return True

    hand.quick._foreground = Front()
    hand.copy(AD, "张三")
    hand.hotkey()
    hand.press(Qt.Key.Key_Return)
    assert told == ["remember", "take", "take", "give back"]


def test_closing_by_the_desktop_is_escape_and_never_refused(hand: Hand):
    hand.copy(AD, "张三")
    assert hand.window.close()
    assert not hand.window.isVisible()
    assert hand.recorded == []
    hand.clipboard.content = ClipboardContent(text=AD)
    hand.hotkey()
    assert hand.window.header.word.text() == "违规"
    assert hand.window.case is not None and hand.window.case.verdict.level is Level.VIOLATION
