"""待办 and the steps on the page of members, worked by keys: consent, appeals, reports, fines, reminders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QPlainTextEdit, QTableView, QWidget

from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action
from moderator_app.session import Session
from moderator_app.ui.main.process_answers import ReportQuestion
from moderator_app.ui.widgets import CheckBox
from tests.ui.main.conftest import CONTROL, Office

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def town(session: Session) -> Session:
    """A group where a removal needs two moderators, with five members."""
    session.add_group("town", "同乡群", "hometown")
    session.choose_group("town")
    for name, card in (
        ("张三", "张三★杭州"),
        ("李四", "李四☆教师"),
        ("王五", "王五★影像"),
        ("赵六", "赵六★司机"),
        ("孙七", "小孙"),
    ):
        session.add_member(name, card=card)
    return session


def rows(office: Office) -> list[str]:
    model = office.find("members-list", QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def to_do(office: Office) -> list[str]:
    office.show("members")
    office.click("tab-todo")
    return rows(office)


def press(office: Office, key: Qt.Key) -> None:
    office.press("members-list", key)


def show_member(office: Office, member_id: str) -> None:
    office.show("members").show_member(member_id)  # type: ignore[attr-defined]


def choose(office: Office, name: str, deed: str, answer: Callable[[QDialog], None]) -> None:
    """Take an action of a member's ⋯ menu and answer the question that it asks."""
    show_member(office, office.member(name))
    menu = office.find("member-more").menu()
    menu.aboutToShow.emit()
    action = menu.findChild(QAction, f"deed-{deed}")
    assert action is not None, [each.objectName() for each in menu.actions()]
    wrong = office.answering(answer)
    action.trigger()
    assert wrong == []


def said(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def strike(session: Session, name: str) -> str:
    """Record a strike and tell its id."""
    change = session.strike_by_name(name, rules=["ads"], message="大量现货，工厂直供")
    return next(entry.id for entry in change.entries if entry.kind == "strike")


def test_a_removal_waits_for_a_second_moderator_and_is_then_carried_out(office: Office, town: Session):
    def propose(dialog: QDialog) -> None:
        assert "2 位管理员同意" in said(dialog)
        office.press(dialog, Qt.Key.Key_Return)
        assert "理由" in dialog.findChild(QLabel, "dialog-error").text()
        assert dialog.focusWidget() is dialog.findChild(QLineEdit, "removal-reason")
        office.fill(dialog, removal_reason="多次发广告")
        office.press(dialog, Qt.Key.Key_Return)

    before = office.copied
    show_member(office, office.member("张三"))
    wrong = office.answering(propose)
    office.click("member-move")  # 移出…, as this group has no free group
    assert wrong == []
    assert town.member("张三").status is Status.ACTIVE

    assert office.copied == before  # what only waits is not explained to the group
    assert to_do(office)[0].startswith("张三，提请移出")
    town.set_setting("moderator", "王管")
    office.click("tab-todo")
    assert office.find("matter-agree").isEnabled()
    press(office, Qt.Key.Key_Y)
    assert office.find("matter-carry-out").isEnabled()
    assert "请在微信里移出张三" in office.find("matter-sentence").text()
    press(office, Qt.Key.Key_Y)
    assert town.member("张三").status is Status.REMOVED
    assert office.copied == town.notice_text(town.rulebook().notices.removed, office.member("张三"))
    assert not any("提请移出" in row for row in rows(office))
    office.click("status-undo-key")
    assert town.member("张三").status is Status.ACTIVE


def test_the_consent_of_a_moderator_who_sits_elsewhere_is_noted(office: Office, town: Session):
    town.process.take(office.member("李四"), Action.REMOVE, reason="吵架")
    to_do(office)

    def answer(dialog: QDialog) -> None:
        assert dialog.focusWidget() is dialog.findChild(QLineEdit, "agreed-moderator")
        office.press(dialog, Qt.Key.Key_Return)
        assert "名字" in dialog.findChild(QLabel, "dialog-error").text()
        office.fill(dialog, agreed_moderator="王管")
        office.press(dialog, Qt.Key.Key_Return)

    wrong = office.answering(answer)
    press(office, Qt.Key.Key_Y)
    assert wrong == []
    (pending,) = town.process.pending()
    assert pending.ready and pending.agreed[-1] == "王管"


def test_after_a_button_that_goes_the_keys_still_belong_to_the_page(office: Office, town: Session):
    strike(town, "张三")
    show_member(office, office.member("张三"))

    def answer(dialog: QDialog) -> None:
        field = dialog.findChild(QPlainTextEdit, "appeal-text")
        assert dialog.focusWidget() is field
        field.setPlainText("不是我发的")
        office.press(field, Qt.Key.Key_Return)

    wrong = office.answering(answer)
    office.find("line-appeal").setFocus()
    office.click("line-appeal")
    assert wrong == []
    assert len(town.process.appeals()) == 1
    assert office.window.focusWidget() is office.find("members-list")


def test_a_proposal_is_declined_with_a_reason(office: Office, town: Session):
    town.process.take(office.member("李四"), Action.REMOVE, reason="吵架")
    to_do(office)

    def answer(dialog: QDialog) -> None:
        office.press(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        office.fill(dialog, decline_reason="已经和好")
        office.press(dialog, Qt.Key.Key_Return)

    wrong = office.answering(answer)
    press(office, Qt.Key.Key_N)
    assert wrong == []
    assert town.process.pending() == ()


def test_more_than_the_rules_allow_at_once_need_the_owner(office: Office, town: Session):
    office.show("members")
    everybody = office.find("members-list", QListView)
    everybody.setFocus()
    for _ in range(3):
        office.press(everybody, Qt.Key.Key_Down, SHIFT)
    assert office.find("several-title").text() == "已选 4 位"

    def answer(dialog: QDialog) -> None:
        assert "超过 3 位要群主同意" in said(dialog)
        office.fill(dialog, removal_reason="名单清理")
        office.press(dialog, Qt.Key.Key_Return)

    wrong = office.answering(answer)
    office.click("several-removal")
    assert wrong == []
    assert len(town.process.pending()) == 4
    assert all(each.owner_needed for each in town.process.pending())


@pytest.mark.parametrize(("key", "active"), [(Qt.Key.Key_Y, 0), (Qt.Key.Key_N, 1)])
def test_an_appeal_is_heard_and_decided(office: Office, town: Session, key: Qt.Key, active: int):
    strike(town, "张三")
    show_member(office, office.member("张三"))
    table = office.find("record-table", QTableView)
    table.selectRow(
        next(i for i in range(table.model().rowCount()) if table.model().index(i, 5).data() == "有效")
    )

    def appeal(dialog: QDialog) -> None:
        dialog.findChild(QPlainTextEdit, "appeal-text").setPlainText("我是在回答求购")
        office.press(dialog.findChild(QPlainTextEdit, "appeal-text"), Qt.Key.Key_Return)

    wrong = office.answering(appeal)
    office.click("line-appeal")
    assert wrong == []
    assert to_do(office)[0].startswith("张三，申诉")

    def decide(dialog: QDialog) -> None:
        office.fill(dialog, appeal_reason="看过上下文")
        office.press(dialog, Qt.Key.Key_Return)

    wrong = office.answering(decide)
    press(office, key)
    assert wrong == []
    assert town.row(office.member("张三")).active == active
    assert not any("申诉" in row for row in rows(office))


def test_who_reported_is_shown_only_when_asked_for(office: Office, town: Session):
    def answer(dialog: QDialog) -> None:
        dialog.findChild(QPlainTextEdit, "report-text").setPlainText("私下加人发广告")
        office.fill(dialog, report_reporter="李四")
        office.press(dialog, Qt.Key.Key_Return)

    choose(office, "王五", "report", answer)
    to_do(office)
    view = office.find("matter-view")
    assert "李四" not in said(view)
    press(office, Qt.Key.Key_R)
    assert "举报人：李四" in said(view)

    def close(dialog: QDialog) -> None:
        office.fill(dialog, report_outcome="已提醒本人")
        office.press(dialog, Qt.Key.Key_Return)

    wrong = office.answering(close)
    press(office, Qt.Key.Key_Y)
    assert wrong == []
    assert not town.process.reports()[0].open
    assert "李四" not in "".join(map(str, town.record(office.member("王五"))))


def test_a_pasted_picture_is_evidence(office: Office, town: Session):
    office.show("members")
    dialog = ReportQuestion(town, town.member("王五"), office.window)
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    data = QMimeData()
    data.setImageData(picture)
    text = dialog.findChild(QPlainTextEdit, "report-text")
    assert text is not None
    text.insertFromMimeData(data)
    assert dialog.findChild(QLabel, "report-pictures").text() == "1 张"
    dialog.answer()
    kept = town.process.reports()[0].pictures
    assert [QImage(str(path)).size() for path in kept] == [picture.size()]
    assert all(Path(path).is_relative_to(town.data_dir) for path in kept)


def test_a_fine_is_recorded_and_paid_from_the_record(office: Office, town: Session):
    def answer(dialog: QDialog) -> None:
        office.press(dialog, Qt.Key.Key_Return)
        assert "数额" in dialog.findChild(QLabel, "dialog-error").text()
        office.fill(dialog, fine_amount="100 yuan", fine_reason="late")
        office.press(dialog, Qt.Key.Key_Return)

    choose(office, "张三", "fine", answer)
    assert [each.amount for each in town.process.fines(open_only=True)] == ["100 yuan"]
    office.press("record-table", Qt.Key.Key_Y)
    assert town.process.fines(open_only=True) == ()


def test_a_late_task_is_answered(office: Office, town: Session, clock: list[datetime]):
    town.process.task([office.member("赵六")], "请回复能不能来", until=clock[0] + timedelta(hours=2))
    assert not any("没有回复" in row for row in to_do(office))
    clock[0] += timedelta(hours=3)
    town.set_setting("history_days", 31)  # any change: the page reads again
    assert any(row.startswith("赵六，没有回复") for row in rows(office))
    press(office, Qt.Key.Key_Home)
    press(office, Qt.Key.Key_Y)
    assert not any("没有回复" in row for row in rows(office))


def test_a_suspension_is_told_ends_and_is_lifted(office: Office, town: Session, clock: list[datetime]):
    def answer(dialog: QDialog) -> None:
        office.fill(dialog, suspend_days="abc")
        office.press(dialog, Qt.Key.Key_Return)
        assert "数字" in dialog.findChild(QLabel, "dialog-error").text()
        office.fill(dialog, suspend_days="3")
        assert (date.today() + timedelta(days=3)).isoformat() in said(dialog)
        office.press(dialog, Qt.Key.Key_Return)

    choose(office, "王五", "suspend", answer)
    assert town.member("王五").status is Status.SUSPENDED
    assert office.find("tab-suspended").text() == "暂停 1"
    clock[0] += timedelta(days=4)
    town.set_setting("history_days", 31)
    assert any(row.startswith("王五，暂停已到期") for row in to_do(office))
    press(office, Qt.Key.Key_Y)
    assert town.member("王五").status is Status.ACTIVE


def test_one_reminder_for_all_bad_cards_is_copied_and_recorded(office: Office, town: Session):
    town.add_member("周八", card="老周")
    office.show("members")
    office.click("tab-cards")
    assert office.find("members-remind").text() == "提醒这 2 位"
    office.services.clipboard.write("先前", lambda _arrived: None)
    office.press("members-list", Qt.Key.Key_R, CONTROL)
    assert "周八" in office.copied
    assert "孙七" in office.copied
    assert {len(row.reminded) for row in town.people.cards()} == {1}
    assert all("提醒过" in row for row in rows(office))
    office.press(office.window, Qt.Key.Key_Z, CONTROL)
    office.wait(lambda: office.copied == "先前")
    assert {len(row.reminded) for row in town.people.cards()} == {0}


def test_whoever_was_reminded_often_enough_is_told_so(office: Office, town: Session):
    town.add_group("home", "业主群", "homeowners")
    town.choose_group("home")
    bea = town.add_member("阿贝").members[0]
    for _ in range(3):
        town.people.remind_cards([bea])
    office.show("members")
    office.click("tab-cards")
    assert "提醒过 3 次，次数已到" in rows(office)[0]


def test_only_the_selected_are_reminded(office: Office, town: Session):
    for name in ("周八", "吴九"):
        town.add_member(name, card=name[0])
    office.show("members")
    office.click("tab-cards")
    everybody = office.find("members-list", QListView)
    everybody.setFocus()
    office.press(everybody, Qt.Key.Key_Down, SHIFT)
    office.press(everybody, Qt.Key.Key_R, CONTROL)
    assert sorted(len(row.reminded) for row in town.people.cards()) == [0, 1, 1]


def test_the_blocklist_warns_and_lets_go(office: Office, town: Session):
    def answer(dialog: QDialog) -> None:
        office.fill(dialog, block_reason="骗过两位老乡")
        office.press(dialog, Qt.Key.Key_Return)

    choose(office, "赵六", "block", answer)
    assert "骗过两位老乡" in office.find("alert-blocked").accessibleName()
    assert office.find("tab-blocked").text() == "黑名单 1"
    office.click("alert-blocked-unblock")
    assert town.process.blocked() == ()
    assert (
        office.window.findChild(QWidget, "alert-blocked") is None or office.find("alert-blocked").isHidden()
    )


def test_two_of_one_name_may_be_told_to_be_one(office: Office, town: Session):
    town.add_member("张三", card="张三★出租")
    strike(town, town.search("出租")[0].member.id)
    first = town.search("杭州")[0].member.id
    show_member(office, first)
    twin = office.find("alert-twin")
    assert "张三★出租" in twin.accessibleName()
    wrong = office.answering(lambda dialog: office.press(dialog, Qt.Key.Key_Return))
    office.click(next(name for each in twin.findChildren(QWidget) if "-same-" in (name := each.objectName())))
    assert wrong == []
    assert sum(row.member.name == "张三" for row in town.members()) == 1
    assert town.row(office.member("张三")).active == 1


def test_two_of_one_name_may_be_told_to_be_two(office: Office, town: Session):
    town.add_member("张三", card="张三★出租")
    first = town.search("杭州")[0].member.id
    show_member(office, first)
    twin = office.find("alert-twin")
    office.click(
        next(name for each in twin.findChildren(QWidget) if "-apart-" in (name := each.objectName()))
    )
    assert [row.member.name for row in town.members()].count("张三") == 2
    assert town.undoable().label.code == "did.apart"
    left = office.window.findChildren(QWidget, "alert-twin")
    assert all(each.isHidden() or not each.isVisible() for each in left)


def test_deleting_somebodys_data_wants_the_name_and_leaves_nothing_of_them(office: Office, town: Session):
    strike(town, "王五")
    town.add_group("east", "城东群", town.group.rulebook)
    town.add_member("小王", group="east")
    town.exchange.link(town.member("王五").id, town.member("小王", "east").id)

    def answer(dialog: QDialog) -> None:
        assert "不能撤销" in said(dialog)
        assert "城东群" in said(dialog)
        office.fill(dialog, erase_name="李四")
        office.press(dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        office.fill(dialog, erase_name="王五")
        office.press(dialog, Qt.Key.Key_Return)

    choose(office, "王五", "erase", answer)
    assert not any("王五" in row for row in rows(office))
    assert town.members("east") == []


def test_the_names_in_others_words_are_asked_about_before_a_deletion(office: Office, town: Session):
    town.edit_member(town.member("王五").id, aliases=("小雨",))
    town.strike_by_name("李四", message="今天有小雨，王五★影像在吗")

    def answer(dialog: QDialog) -> None:
        assert dialog.focusWidget() is dialog.findChild(QLineEdit, "erase-name")
        boxes = {box.objectName(): box for box in dialog.findChildren(CheckBox)}
        assert {name: box.isChecked() for name, box in boxes.items()} == {
            "erase-mask-王五★影像": True,
            "erase-mask-小雨": False,
        }
        assert "今天有小雨，" in said(dialog)
        boxes["erase-mask-小雨"].setChecked(True)
        office.fill(dialog, erase_name="王五")
        office.press(dialog, Qt.Key.Key_Return)

    choose(office, "王五", "erase", answer)
    (row,) = (row for row in town.record(office.member("李四")) if row.entry.kind == "strike")
    assert row.entry.message == "今天有＊＊，＊＊＊＊＊在吗"


def test_a_leave_is_noted_and_ended(office: Office, town: Session):
    until = (date.today() + timedelta(days=20)).isoformat()

    def ask(text: str) -> None:
        def answer(dialog: QDialog) -> None:
            office.fill(dialog, leave_until=text)
            office.press(dialog, Qt.Key.Key_Return)

        choose(office, "李四", "leave", answer)

    ask("20")
    assert town.member("李四").leave_until == date.fromisoformat(until)
    assert office.find("member-until-shown").text() == until
    ask("")
    assert town.member("李四").leave_until is None


def test_the_same_person_in_another_group_is_one_press_away(office: Office, town: Session):
    here = office.member("张三")
    there = town.add_member("张老三", group="yigongxie", card="张老三-采购-北京").members[0]
    town.exchange.link(here, there)
    show_member(office, here)
    assert "张老三" in office.find(f"member-elsewhere-{there}").text()
    office.click(f"member-elsewhere-{there}")
    assert town.group.id == "yigongxie"
    assert office.find("member-name-shown").text() == "张老三"


def test_what_two_moderators_changed_stands_side_by_side_until_one_is_chosen(
    office: Office, town: Session, tmp_path: Path
):
    mine = office.member("孙七")
    with Session.open(tmp_path / "other") as other:
        other.set_setting("moderator", "王管")
        other.exchange.merge(other.exchange.read_bundle(town.exchange.bundle(tmp_path / "first.zip")))
        other.edit_member(mine, card="孙七☆护士")
        town.edit_member(mine, card="孙七☆教师")
        theirs = other.exchange.bundle(tmp_path / "second.zip")
    town.exchange.merge(town.exchange.read_bundle(theirs))
    show_member(office, mine)
    alert = office.find("alert-conflict-card")
    assert "李管写「孙七☆教师」" in alert.accessibleName()
    assert "王管写「孙七☆护士」" in alert.accessibleName()
    office.click("alert-conflict-card-theirs")
    assert town.member("孙七").card == "孙七☆护士"
    assert town.exchange.conflicts() == ()


def test_the_silent_are_listed_and_reminded_at_once(office: Office, town: Session, clock: list[datetime]):
    for name in ("张三", "李四"):
        town.edit_member(office.member(name), last_seen=clock[0])
    clock[0] += timedelta(days=100)
    office.show("members")
    office.click("tab-silent")
    shown = rows(office)
    assert any(row.startswith("张三，100 天没有发言") for row in shown)
    office.press("members-list", Qt.Key.Key_R, CONTROL)
    assert "张三" in office.copied
    assert {len(row.reminded) for row in town.people.silent()} == {1}
    assert all("提醒过" in row for row in rows(office))
