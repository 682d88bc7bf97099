"""What the hands do on the page of members: keys, where the focus is afterwards, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QTableView,
)
from pytestqt.qtbot import QtBot

from moderator_app.core.roster.conflicts import Conflict, Version
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.verdict import Action
from moderator_app.sentences import reason_text
from moderator_app.session import Session
from moderator_app.ui.main.delegates import RowDelegate, RowFace
from moderator_app.ui.main.member_known import conflict_alert
from moderator_app.ui.theme import theme
from tests.ui.main.conftest import CONTROL, NONE, Office


def show_member(office: Office, name: str) -> None:
    office.show("members").show_member(office.member(name))  # type: ignore[attr-defined]


def select(office: Office, *names: str) -> None:
    """Select members of the list by their names."""
    office.show("members")
    rows = office.find("members-list", QListView)
    flag = QItemSelectionModel.SelectionFlag
    for number in range(rows.model().rowCount()):
        index = rows.model().index(number, 0)
        chosen = index.data().split("，")[0] in names
        rows.selectionModel().select(index, flag.Select if chosen else flag.Deselect)


def toast(office: Office) -> str:
    return office.toasts.shown[-1].title.text()


def propose(session: Session, *names: str) -> None:
    session.add_group("town", "同乡群", "hometown")
    session.choose_group("town")
    members = [session.add_member(name).entries[0].member for name in names]
    if len(members) == 1:
        session.process.take(members[0], Action.REMOVE, reason="多次发广告")
    else:
        session.process.take_all(members, Action.REMOVE, reason="多次发广告")


def test_an_undone_step_is_named_also_where_it_takes_the_clipboard_back(office: Office, peopled: Session):
    peopled.set_setting("moderator", "李管")
    show_member(office, "孙七")
    office.click("member-move")
    assert peopled.member("孙七").status is Status.FREE_GROUP
    office.click("status-undo-key")
    assert toast(office) == "已撤销：把孙七移到自由群"


def test_a_removal_of_several_names_them_all(office: Office, session: Session):
    propose(session, "张三", "李四", "王五")
    change = session.undoable()
    assert change is not None
    office.show("members")
    assert office.find("status-undo", QLabel).text() == "可撤销：提请移出：张三、李四等 3 位"


def test_a_key_that_is_held_down_agrees_but_does_not_carry_out(office: Office, session: Session):
    propose(session, "张三")
    session.set_setting("moderator", "王管")
    office.show("members")
    office.click("tab-todo")
    office.press("members-list", Qt.Key.Key_Y)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Y, NONE, "y", True)
    QApplication.sendEvent(office.find("members-list"), held)
    assert session.process.pending()[0].ready
    assert session.member("张三").status is Status.ACTIVE


def test_a_hasty_second_press_is_not_for_the_next_person(office: Office, session: Session):
    propose(session, "张三", "李四")
    session.set_setting("moderator", "王管")
    for each in session.process.pending():
        session.process.agree(each.entry.id)
    office.show("members")
    office.click("tab-todo")
    office.press("members-list", Qt.Key.Key_Y)
    office.press("members-list", Qt.Key.Key_Y)
    assert [session.member(name).status for name in ("张三", "李四")] == [Status.REMOVED, Status.ACTIVE]
    QTest.qWait(QApplication.doubleClickInterval() + 20)
    office.press("members-list", Qt.Key.Key_Y)
    assert session.member("李四").status is Status.REMOVED


def test_ticked_proposals_are_agreed_to_as_one_step_and_carried_out_as_one(office: Office, session: Session):
    propose(session, "张三", "李四", "王五")
    session.set_setting("moderator", "王管")
    office.show("members")
    office.click("tab-todo")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        office.press("members-list", key)
    assert office.find("several-matters-title", QLabel).text() == "已选 2 件"
    office.press("members-list", Qt.Key.Key_Y)
    assert [each.ready for each in session.process.pending()] == [True, False, True]
    session.undo()
    assert not any(each.ready for each in session.process.pending())
    office.press("members-list", Qt.Key.Key_A)
    assert office.find("several-matters-yes").text().startswith("同意这 3 位")
    office.press("members-list", Qt.Key.Key_Y)
    office.press("members-list", Qt.Key.Key_A)
    office.press("members-list", Qt.Key.Key_Y)
    assert [session.member(name).status for name in ("张三", "李四", "王五")] == [Status.REMOVED] * 3
    assert session.process.pending() == ()


def test_how_several_proposals_are_taken_at_once_stands_on_the_page(office: Office, session: Session):
    propose(session, "张三")
    office.show("members")
    office.click("tab-todo")
    assert not office.find("matter-several").isVisible()
    for name in ("李四", "王五"):
        session.process.take(session.add_member(name).members[0], Action.REMOVE, reason="广告")
    session.set_setting("moderator", "王管")
    office.press("members-list", Qt.Key.Key_Up)
    assert office.find("matter-several").isVisible()
    assert office.find("matter-alike").text() == "选中同样的 3 件"
    office.click("matter-alike")
    assert office.find("several-matters-title", QLabel).text() == "已选 3 件"


def test_what_oneself_has_agreed_to_is_not_offered_to_be_settled_together(office: Office, session: Session):
    session.set_setting("moderator", "王管")
    propose(session, "张三", "李四")
    session.set_setting("moderator", session.process.pending()[0].agreed[0])
    office.show("members")
    office.click("tab-todo")
    assert not office.find("matter-several").isVisible()
    office.press("members-list", Qt.Key.Key_A)
    assert office.find("matter-view").isVisible()


def test_more_than_three_ticked_at_once_still_want_the_owner(office: Office, session: Session):
    propose(session, "张三")
    for name in ("李四", "王五", "赵六"):
        session.process.take(session.add_member(name).entries[0].member, Action.REMOVE, reason="广告")
    session.set_setting("moderator", "王管")
    office.show("members")
    office.click("tab-todo")
    for _ in range(2):
        office.press("members-list", Qt.Key.Key_A)
        office.press("members-list", Qt.Key.Key_Y)
    assert all(each.ready for each in session.process.pending())
    assert session.member("张三").status is Status.ACTIVE
    assert "群主" in office.toasts.shown[-1].detail.text() + toast(office)


def test_several_are_removed_with_the_key_that_their_button_shows(office: Office, peopled: Session):
    select(office, "张三", "孙七")
    asked: list[str] = []
    wrong = office.answering(lambda dialog: asked.append(dialog.windowTitle()))
    office.press("members-list", Qt.Key.Key_M, CONTROL)
    assert wrong == []
    assert "张三" in asked[0]
    assert "孙七" in asked[0]


def test_an_appeal_is_put_on_record_by_key_and_the_focus_stays_on_the_page(office: Office, peopled: Session):
    def answer(dialog: QDialog) -> None:
        field = dialog.findChild(QPlainTextEdit, "appeal-text")
        field.setPlainText("我是在回答求购")
        office.press(field, Qt.Key.Key_Return)

    show_member(office, "张三")
    table = office.find("record-table", QTableView)
    strike = next(
        row for row in range(table.model().rowCount()) if table.model().index(row, 1).data() == "叫卖 等 2 条"
    )
    table.setCurrentIndex(table.model().index(strike, 0))
    table.setFocus()
    wrong = office.answering(answer)
    office.press(table, Qt.Key.Key_A)
    assert wrong == []
    assert len(peopled.process.appeals()) == 1


def test_the_focus_stays_on_the_page_when_what_had_it_is_shown_no_more(
    office: Office, peopled: Session, monkeypatch: pytest.MonkeyPatch
):
    """Behind a question Qt on X11 leaves the focus with what is hidden, and later takes it off the page."""
    show_member(office, "张三")
    message = office.find("strike-message")
    office.find("members-search").setFocus()
    strike = next(row.entry for row in peopled.record(office.member("张三")) if row.entry.kind == "strike")
    with monkeypatch.context() as behind:
        behind.setattr(office.window, "focusWidget", lambda: message)
        peopled.process.appeal(strike.id, "我是在回答求购")
    assert message.isHidden()
    assert office.window.focusWidget() is office.find("members-list")


def test_the_name_that_stands_for_a_missing_card_is_shown_beside_its_badge(office: Office, session: Session):
    session.add_group("town", "同乡群", "hometown")
    session.choose_group("town")
    session.add_member("大海★物流")
    show_member(office, "大海★物流")
    assert office.find("member-card-shown", QLabel).text() == "用的是名字：大海★物流"


def test_a_move_in_the_record_is_called_what_it_was(office: Office, peopled: Session):
    peopled.process.take(office.member("孙七"), Action.MOVE)
    show_member(office, "孙七")
    table = office.find("record-table", QTableView)
    done = [table.model().index(row, 1).data() for row in range(table.model().rowCount())]
    assert "移到自由群" in done
    assert not any("告知并" in each for each in done)


def test_the_dots_of_a_row_without_a_second_line_stand_in_the_middle(desk: QtBot):
    model = QStandardItemModel(1, 1)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, theme().px(52))
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    RowDelegate(lambda _row: RowFace(title="", had=3, steps=3)).paint(painter, option, model.index(0, 0))
    painter.end()
    ground = image.pixel(150, 5)
    inked = [
        y for y in range(2, image.height() - 2) if any(image.pixel(x, y) != ground for x in range(200, 300))
    ]
    assert abs((inked[0] + inked[-1]) / 2 - image.height() / 2) <= 1


def ask(
    office: Office, answer: Callable[[QDialog], None], key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    """Press a key on the list and answer the question that it asks."""
    wrong = office.answering(answer)
    office.press("members-list", key, modifier)
    assert wrong == []


def test_esc_leaves_a_question_whose_first_field_searches(office: Office, session: Session):
    def leave(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit, "strike-member")
        QTest.keyClicks(field, "zs")
        office.press(field, Qt.Key.Key_Escape)
        assert (field.text(), dialog.isVisible()) == ("", True)
        office.press(field, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    office.show("members")
    ask(office, leave, Qt.Key.Key_N, CONTROL)


def test_a_strike_by_hand_is_told_and_taken_back_with_the_clipboard(office: Office, peopled: Session):
    def record(dialog: QDialog) -> None:
        notices = dialog.findChild(QComboBox, "strike-notice")
        notices.setCurrentIndex(notices.findData("叫卖告知"))
        office.press(dialog, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    QApplication.clipboard().setText("原来的")
    show_member(office, "孙七")
    ask(office, record, Qt.Key.Key_N, CONTROL)
    assert toast(office) == "记孙七一次（广告）"
    assert office.copied == peopled.notice_text("叫卖告知", office.member("孙七"))
    office.click("status-undo-key")
    assert office.copied == "原来的"
    assert peopled.row(office.member("孙七")).active == 0


def test_a_name_that_nobody_has_is_asked_about_before_it_comes_on_the_list(office: Office, peopled: Session):
    def slip(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit, "strike-member")
        field.setText("孙士")
        field.textEdited.emit("孙士")
        office.press(field, Qt.Key.Key_Return)
        assert "名单里没有「孙士」" in dialog.findChild(QLabel, "dialog-error").text()
        assert len(peopled.members()) == before
        office.press(field, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    before = len(peopled.members())
    office.show("members")
    ask(office, slip, Qt.Key.Key_N, CONTROL)
    assert peopled.row(office.member("孙士")).active == 1


def test_a_strike_after_a_report_is_for_whom_it_is_about(office: Office, peopled: Session):
    def look(dialog: QDialog) -> None:
        assert dialog.findChild(QLineEdit, "strike-member").text() == "孙七"
        assert dialog.findChild(QPlainTextEdit, "strike-text").toPlainText() == "群里骂人"

    peopled.process.report(office.member("孙七"), text="群里骂人")
    office.show("members")
    office.click("tab-todo")
    ask(office, look, Qt.Key.Key_N, CONTROL)


def test_who_reported_is_shown_by_the_key_also_in_the_record(office: Office, peopled: Session):
    peopled.process.report(office.member("孙七"), text="群里骂人", reporter="王小五")
    show_member(office, "孙七")
    office.press("members-list", Qt.Key.Key_R)
    line = office.find("opened-line")
    assert "王小五" in line.findChild(QLabel, "report-reporter-shown").text()


def test_an_edit_and_taking_off_the_list_are_told(office: Office, peopled: Session):
    def rename(dialog: QDialog) -> None:
        office.fill(dialog, member_card="孙七-护士-南京")
        office.press(dialog, Qt.Key.Key_Return)

    show_member(office, "孙七")
    ask(office, rename, Qt.Key.Key_F2, NONE)
    assert toast(office) == "修改孙七的资料"


def test_the_record_names_a_fine_a_red_packet_and_a_leave_as_what_they_are(office: Office, peopled: Session):
    member = office.member("孙七")
    peopled.process.fine(member, "100 元")
    assert toast_of(peopled) == "记孙七罚款 100 元"
    peopled.process.fine(member, "50 元", packet=True)
    peopled.process.leave(member, date(2026, 12, 1))
    show_member(office, "孙七")
    table = office.find("record-table", QTableView)
    done = [table.model().index(row, 1).data() for row in range(table.model().rowCount())]
    assert done[:3] == ["请假", "红包", "罚款"]


def toast_of(session: Session) -> str:
    """What the last action is called."""
    change = session.undoable()
    assert change is not None
    return reason_text(change.label)


def test_two_long_cards_in_conflict_leave_room_for_the_question():
    long = "阿卜杜热依木·买买提托合提-新疆维吾尔自治区人民医院-乌鲁木齐"
    at = datetime(2026, 11, 21, 9, 0)
    ours = Version(value=long, moderator="李管", at=at, entry="1")
    theirs = Version(value=f"{long}市", moderator="王管", at=at, entry="2")
    member = Member(id="1", group="yigongxie", name="阿卜杜热依木")
    alert = conflict_alert(Conflict(member=member, field="card", was="", ours=ours, theirs=theirs))
    assert long in alert.text
    assert [choice.text for choice in alert.choices] == ["用前一种", "用后一种"]
