"""From the clipboard to what the window says, for every state that the look names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from moderator_app import i18n
from moderator_app.core.errors import BadInput
from moderator_app.core.rules.verdict import Level
from moderator_app.session.types import LONGEST
from moderator_app.system.clipboard import ClipboardContent
from moderator_app.ui.theme import theme
from moderator_app.ui.widgets import Label
from tests.ui.quick.conftest import Hand
from tests.ui.quick.fakes import AD, ANSWER, MEMBERS, SOFT


def shown(hand: Hand, name: str) -> bool:
    widget = hand.window.findChild(QWidget, name)
    assert widget is not None, name
    return widget.isVisible()


def test_a_violation_by_a_known_member(hand: Hand):
    hand.copy(AD, "张三")
    window = hand.window
    assert window.header.word.text() == "违规"
    assert window.header.clauses.text() == "叫卖 · 二维码"
    assert window.who.name.text() == "张三-医疗器械-上海"
    assert window.who.status.text() == "群成员"
    assert window.who.ladder.accessibleName() == "第 2 次 › 叫卖告知 2，移到自由群 › 再犯：移出"
    assert [row.title for row in window.findings.rows()] == ["叫卖", "二维码"]
    assert [row.trailing for row in window.findings.rows()] == ["第 2 条", "第 9 条"]
    assert window.offers.offer is not None and window.offers.offer.notice.id == "叫卖告知 2"
    assert window.footer.primary.text() == "复制告知并记录"
    assert window.footer.hints() == ["Esc", "Ctrl+D", "F1"]
    marked = {AD[start:end] for start, end, _ in window.message.mark_spans()}
    assert marked == {"工厂直供", "大量现货", "价格优惠", "V❤：zs_demo", "扫码"}
    assert not shown(hand, "whoField")


def test_what_is_unsure_asks_who_with_the_field_focused(hand: Hand):
    hand.copy(SOFT)
    window = hand.window
    assert window.header.word.text() == "拿不准"
    assert window.header.clauses.text() == "可能是软广告"
    assert window.who.field.hasFocus()
    assert window.who.note.text().startswith("剪贴板里没有发言人")
    assert window.footer.primary.text() == "复制询问"
    assert [row.title for row in window.findings.rows()] == ["软广告", "反面迹象"]
    assert not shown(hand, "recordOnly")


def test_no_problem_closes_with_enter_and_offers_praise(hand: Hand):
    hand.copy(ANSWER, "李四")
    window = hand.window
    assert window.header.word.text() == "没问题"
    assert window.header.clauses.text() == "在回答别人的需求"
    assert window.who.record.text() == "没有记录"
    assert window.footer.primary.text() == "关闭"
    assert window.offers.offer is None
    hand.press(Qt.Key.Key_1)
    assert window.footer.primary.text() == "复制告知"
    assert window.footer.hints() == ["Esc", "Ctrl+D", "F1"]
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("note_notice", "模板表扬", "m2")]


def test_nothing_wrong_and_nothing_to_say(hand: Hand):
    hand.copy("请问内镜清洗登记怎么做电子化？")
    assert not shown(hand, "offersLabel")
    hand.press(Qt.Key.Key_Return)
    assert not hand.window.isVisible()
    assert hand.recorded == []


def test_an_unknown_sender_is_added_when_recorded(hand: Hand):
    hand.copy(AD, "赵六")
    assert hand.window.who.name.text() == "赵六"
    assert hand.window.who.status.text() == "名单里没有"
    assert hand.window.who.note.text() == "记录时会把赵六加进名单。"
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("strike", "叫卖告知", "赵六")]


def test_a_name_of_two_people_must_be_chosen(hand: Hand):
    hand.session.people = (MEMBERS["m3"], MEMBERS["m4"])
    hand.copy(AD, "李明")
    assert hand.window.who.note.text() == "名单里有两位「李明」，请选一位。"
    assert "↑↓" in hand.window.footer.hints()
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == []
    assert hand.window.inline.text() == "还没有记录：请先选是哪一位。"
    hand.press(Qt.Key.Key_Down)
    assert hand.window.footer.primary.text() == "选人"
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    assert hand.window.who.name.text() == "李明-耗材-杭州"
    assert hand.window.who.ladder.accessibleName().startswith("第 3 次 › 叫卖告知 2，移出")
    hand.press(Qt.Key.Key_Return)
    assert hand.recorded == [("strike", "叫卖告知 2", "m4")]


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (ClipboardContent(), "剪贴板里没有文字或图片"),
        (ClipboardContent(text=" \n "), "剪贴板里没有文字或图片"),
        (ClipboardContent(has_image=True), "剪贴板里的图片读不出来"),
        (ClipboardContent(has_urls=True, files=("/a/报告.docx",)), "剪贴板里是文件"),
        (ClipboardContent(secret=True), "剪贴板里的内容被标为机密"),
        (ClipboardContent(text="字" * (LONGEST + 1)), "这段文字太长，没有检查"),
    ],
)
def test_nothing_to_check_says_so_plainly(hand: Hand, content: ClipboardContent, title: str):
    hand.clipboard.content = content
    hand.hotkey()
    assert hand.window.empty.title() == title
    assert hand.window.empty.detail()
    assert hand.session.remembered == []
    assert shown(hand, "emptyAction") is (content in (ClipboardContent(), ClipboardContent(text=" \n ")))
    hand.press(Qt.Key.Key_Return)
    assert not hand.window.isVisible()


def test_a_picture_that_did_not_come_along_is_asked_for(hand: Hand):
    hand.copy("[图片]")
    assert hand.window.empty.title() == "只复制到「[图片]」几个字"
    assert "单独复制" in hand.window.empty.detail()


def test_the_sample_can_be_tried(hand: Hand):
    hand.clipboard.content = ClipboardContent()
    hand.hotkey()
    hand.window.empty.button.click()
    assert hand.window.header.word.text() == "违规"
    assert hand.window.case is not None


def test_a_check_that_fails_is_told(hand: Hand, monkeypatch: pytest.MonkeyPatch):
    def refuse(text: str, **_given: object) -> None:
        raise BadInput("quick.test", line=18)

    monkeypatch.setattr(hand.session, "check", refuse)
    hand.copy(AD)
    assert hand.window.empty.title() == "没能检查"
    assert "18" in hand.window.empty.detail()


def test_the_hotkey_again_reads_the_clipboard_again(hand: Hand):
    hand.copy(AD, "张三")
    top = hand.window.pos()
    hand.copy(ANSWER, "李四")
    assert hand.window.header.word.text() == "没问题"
    assert hand.window.pos() == top


def test_more_than_four_findings_are_counted(hand: Hand, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("moderator_app.ui.quick.fitting.screen_under_mouse", lambda: QRect(0, 0, 1440, 900))
    verdict = hand.session.verdict

    def many(text: str) -> object:
        found = verdict(text)
        return type(found)(level=found.level, findings=found.findings * 3)

    hand.session.verdict = many  # type: ignore[assignment]
    hand.copy(AD, "张三")
    assert len(hand.window.findings.rows()) == 4
    more = hand.window.findChild(QAbstractButton, "moreFindings")
    assert more is not None and more.text() == "另有 2 条"
    before = hand.window.height()
    more.click()
    assert len(hand.window.findings.rows()) == 6
    assert hand.window.height() > before


def test_a_very_long_message_leaves_the_footer_in_view(hand: Hand):
    hand.copy("第一行\n" * 300 + AD, "张三")
    screen = hand.window.screen().availableGeometry()
    assert hand.window.height() <= round(screen.height() * 0.8) + 60
    footer = hand.window.footer
    bottom = footer.mapTo(hand.window, footer.rect().bottomLeft()).y()
    assert bottom <= hand.window.visible_rect().bottom()
    assert hand.window.message.height() <= 240


def test_the_top_edge_stays_when_the_window_grows(hand: Hand):
    hand.copy(AD, "张三")
    top, height = hand.window.pos(), hand.window.height()
    hand.press(Qt.Key.Key_Space)
    assert hand.window.pos() == top
    assert hand.window.height() > height
    hand.press(Qt.Key.Key_Space)
    assert hand.window.height() == height


def test_it_opens_in_the_upper_third(hand: Hand):
    hand.copy(AD, "张三")
    screen = hand.window.screen().availableGeometry()
    visible = hand.window.visible_rect().translated(hand.window.pos())
    assert screen.top() <= visible.top() <= screen.top() + screen.height() // 3
    assert visible.width() == 560


def test_english_and_chinese_say_the_same_thing(hand: Hand):
    i18n.set_language("en")
    hand.copy(AD, "张三")
    assert hand.window.header.clauses.text() == "Hawking · QR code"
    assert hand.window.header.group.text() == "Med-Ind group"


def test_every_control_has_a_name(hand: Hand):
    for text, sender in ((AD, "张三"), (SOFT, ""), (ANSWER, "李四")):
        hand.copy(text, sender)
        controls = [
            widget
            for widget in hand.window.findChildren(QWidget)
            if isinstance(widget, QAbstractButton | QLineEdit) and widget.isVisible()
        ]
        assert len(controls) >= 4
        nameless = [widget for widget in controls if not widget.accessibleName()]
        assert nameless == []
    assert hand.window.windowTitle().startswith("没问题")


def test_dark_and_scale_reach_an_open_window(hand: Hand):
    hand.copy(AD, "张三")
    narrow = hand.window.visible_rect().width()
    theme().set(scheme="dark", scale=125)
    assert hand.window.visible_rect().width() == 700 > narrow
    assert hand.window.header.height() == 70
    word = hand.window.findChild(Label, "verdictWord")
    assert word is not None
    assert word.palette().windowText().color() == theme().ink(Level.VIOLATION)


def test_on_wayland_it_reads_when_it_has_the_keyboard(hand: Hand, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("moderator_app.ui.quick.intake.needs_focus_to_read", lambda: True)
    monkeypatch.setattr(hand.window, "isActiveWindow", lambda: False)
    hand.quick.check_clipboard()
    assert hand.session.calls == []
    monkeypatch.setattr(hand.window, "isActiveWindow", lambda: True)
    hand.window.activated.emit()
    assert hand.session.calls == [("check", AD)]
    assert hand.window.header.word.text() == "违规"
