"""What a moderator meets between the pages: moving members, notices of one's own, cards, other senders."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from moderator_app import i18n
from moderator_app.core.roster.member import Status
from moderator_app.session import Session
from moderator_app.ui.main.cards import card_state
from moderator_app.ui.main.doing import named
from moderator_app.ui.main.record_table import evidence
from moderator_app.ui.quick.round import Round
from moderator_app.ui.quick.window import QuickWindow
from moderator_app.ui.widgets import Button, Label, MarkedText
from tests.ui.main.conftest import AD, CONTROL, Office

TALK = (
    "李四 2026/11/21 10:12\n请问各位，内镜清洗怎么登记？\n\n"
    "张三 2026/11/21 10:15\n大量现货，工厂直供，微信 abc12345\n"
)


def test_a_move_readies_the_notice_and_one_key_takes_both_back(
    office: Office, peopled: Session, qtbot: QtBot
):
    page = office.show("members")
    page.show_member(office.member("张三"))
    office.services.clipboard.write("先前", lambda _arrived: None)
    office.click("member-move")
    qtbot.waitUntil(lambda: "自由群" in office.copied)
    assert peopled.member("张三").status is Status.FREE_GROUP
    assert "张三" in office.copied
    toast = office.toasts.shown[-1]
    assert toast.title.text() == "把张三移到自由群"
    made, ready = toast.detail.text().split("；")
    assert made == "「医工协群」还没有自由群，已新建「自由群」"
    assert ready == "「自由群里告知」已复制，可以粘贴了"
    office.press(office.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: office.copied == "先前")
    assert peopled.member("张三").status is Status.ACTIVE


def test_back_in_the_main_group_the_notice_for_it_is_ready(office: Office, peopled: Session):
    peopled.edit_member(office.member("王五"), status=Status.FREE_GROUP)
    page = office.show("members")
    page.show_member(office.member("王五"))
    office.click("member-move")
    assert peopled.member("王五").status is Status.ACTIVE
    assert office.toasts.shown[-1].title.text() == "恢复王五"
    assert office.copied == peopled.notice_text(peopled.rulebook().notices.restored, office.member("王五"))


def test_with_a_linked_free_group_the_notices_still_call_the_member_by_name(office: Office, peopled: Session):
    peopled.add_group("free", "自由群", peopled.group.rulebook)
    peopled.edit_group(peopled.group.id, linked_free_group="free")
    page = office.show("members")
    page.show_member(office.member("张三"))
    for opening in ("@张三 您好，这里是自由群", "@张三 您好，收到您想回到"):
        office.click("member-move")
        assert office.copied.startswith(opening)


def _write(office: Office, dialog: QDialog, title: str, text: str) -> None:
    office.fill(dialog, notice_new_title=title)
    field = dialog.findChild(QPlainTextEdit, "notice-new-text")
    assert field is not None
    field.setPlainText(text)
    primary = dialog.findChild(Button, "dialog-primary")
    assert primary is not None
    primary.click()


def test_a_notice_of_ones_own_is_made_and_deleted(office: Office, peopled: Session):
    office.show("notices")
    wrong = office.answering(lambda dialog: _write(office, dialog, "值班告知", "{称呼}，今晚由我值班。"))
    office.press(office.window, Qt.Key.Key_N, CONTROL)
    assert wrong == []
    assert peopled.notice("值班告知").own
    assert office.find("notice-title").text() == "值班告知"
    wrong = office.answering(lambda dialog: office.press(dialog, Qt.Key.Key_Return))
    office.window.page.delete()
    assert wrong == []
    assert "值班告知" not in [notice.id for notice in peopled.notices()]
    assert office.find("notice-title").text() != "值班告知"


def test_a_shipped_notice_cannot_be_deleted(office: Office, peopled: Session):
    page = office.show("notices")
    count = len(peopled.notices())
    page.delete()
    assert len(peopled.notices()) == count


def test_a_taken_title_or_an_unknown_placeholder_is_refused(office: Office, peopled: Session):
    office.show("notices")
    said: list[str] = []

    def answer(dialog: QDialog) -> None:
        for title, text in (("叫卖告知", "您好"), ("新的", "{没有这个}"), ("新的", "")):
            _write(office, dialog, title, text)
            error = dialog.findChild(Label, "dialog-error")
            assert error is not None
            said.append(error.text())

    wrong = office.answering(answer)
    office.window.page.new()
    assert wrong == []
    assert "已经有「叫卖告知」" in said[0]
    assert "没有这个" in said[1]
    assert said[2] == "还没有写正文。"


def test_a_card_is_told_what_it_lacks(peopled: Session):
    rulebook = peopled.rulebook()
    states = {
        row.member.name: card_state(row.member, rulebook).text for row in peopled.members() if row.member.card
    }
    assert states["赵六"] == "缺单位和城市"
    assert states["张三"] == "合格"


def test_the_longest_mark_is_the_evidence(peopled: Session):
    strike = peopled.record(peopled.member("张三").id)[0].entry
    longest = max((AD[start:end] for start, end in strike.spans), key=len)
    assert longest[:20] in evidence(strike)


def test_another_message_begins_with_an_empty_field(qtbot: QtBot, peopled: Session):
    window = QuickWindow(peopled)
    qtbot.addWidget(window)
    window.show_round(Round(AD, peopled.check(AD)))
    window.who.field.setText("wang")
    window.show_round(Round(AD, peopled.check(AD)))
    assert window.who.field.text() == ""


def test_one_charged_in_a_transcript_is_shown_with_what_was_said_before(qtbot: QtBot, peopled: Session):
    window = QuickWindow(peopled)
    qtbot.addWidget(window)
    window.show_round(Round(TALK, peopled.check(TALK)))
    assert window.header.extent.text() == "共 2 条，其余没问题"
    assert len(window.talk.texts()) >= 1


def test_blank_lines_at_the_end_take_no_room(qtbot: QtBot):
    one, two = MarkedText(), MarkedText()
    for widget, text in ((one, "一行"), (two, "一行\n\n\n\n")):
        qtbot.addWidget(widget)
        widget.set_marked(text, ())
    assert one.heightForWidth(300) == two.heightForWidth(300)
    assert two.original() == "一行\n\n\n\n"


def test_lines_end_before_the_scroll_bar(qtbot: QtBot):
    text = MarkedText(max_height=100)
    qtbot.addWidget(text)
    text.set_marked("一次性手术衣、隔离衣、口罩、帽子" * 30, ())
    text.resize(300, text.heightForWidth(300))
    text.show()
    assert text.document().textWidth() <= text.viewport().width()


def test_what_can_be_undone_names_the_notice_in_english(peopled: Session):
    peopled.note_notice("进群告知", peopled.member("孙七").id)
    change = peopled.undoable()
    assert change is not None
    assert "「进群告知」" in named(peopled, change.label)
    i18n.set_language("en")
    try:
        assert "Welcome notice" in named(peopled, change.label)
    finally:
        i18n.set_language("zh_CN")
