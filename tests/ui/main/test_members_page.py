"""成员: search, filters, the record, and each question that a member's page asks."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLabel, QListView, QTableView, QWidget

from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action
from moderator_app.session import Session
from moderator_app.ui.main.models import SORT, STRUCK
from tests.ui.main.conftest import AD, CONTROL, WISHES, Office

pytestmark = pytest.mark.usefixtures("peopled")


def names(office: Office) -> list[str]:
    model = office.find("members-list", QListView).model()
    return [model.index(row, 0).data().split("，")[0] for row in range(model.rowCount())]


def show_member(office: Office, name: str) -> None:
    office.show("members")
    office.window.page.show_member(office.member(name))  # type: ignore[attr-defined]
    assert office.find("member-name-shown").text() == name


def choose(office: Office, deed: str) -> None:
    """Take an action of the ⋯ menu."""
    menu = office.find("member-more").menu()
    menu.aboutToShow.emit()
    action = menu.findChild(QAction, f"deed-{deed}")
    assert action is not None, deed
    action.trigger()


def column(office: Office, number: int) -> list[str]:
    model = office.find("record-table", QTableView).model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_search_finds_by_pinyin_initials_while_typing(office: Office) -> None:
    office.show("members")
    office.press("members-list", Qt.Key.Key_F, CONTROL)
    assert office.window.focusWidget() is office.find("members-search")
    office.type("members-search", "zs")
    assert names(office)[0] == "张三"
    assert "王五" not in names(office)
    office.press("members-search", Qt.Key.Key_Escape)
    assert len(names(office)) == 4


@pytest.mark.parametrize(
    ("tab", "expected"),
    [("all", 4), ("recorded", 1), ("cards", 1), ("free", 1)],
)
def test_each_filter_shows_whom_it_counts(office: Office, tab: str, expected: int) -> None:
    office.session.edit_member(office.member("王五"), status=Status.FREE_GROUP)
    office.show("members")
    office.click(f"tab-{tab}")
    assert len(names(office)) == expected
    assert office.find(f"tab-{tab}").text().endswith(f" {expected}")


def test_the_detail_tells_card_count_and_next_step(office: Office) -> None:
    show_member(office, "张三")
    assert office.find("member-count").text() == "有效 1 次"
    ladder = office.find("member-ladder").accessibleName()
    assert ladder.startswith("第 2 次，上次")
    assert "→ 叫卖告知 2，移到自由群" in ladder
    assert office.find("member-aliases-shown").text() == "三哥"


def test_enter_on_a_name_that_nobody_has_adds_it(office: Office, session: Session) -> None:
    office.show("members")
    office.type("members-search", "zsf")
    assert office.find("members-empty").title() == "没有找到「zsf」"

    def answer(dialog: QDialog) -> None:
        office.fill(dialog, member_card="zsf-设备-北京")
        office.press(dialog, Qt.Key.Key_Return)

    wrong = office.answering(answer)
    office.press("members-search", Qt.Key.Key_Return)
    assert wrong == []
    assert session.member("zsf").card == "zsf-设备-北京"
    assert office.find("member-name-shown").text() == "zsf"


def test_a_name_that_a_filter_does_not_hold_is_looked_for_among_all(office: Office) -> None:
    office.session.edit_member(office.member("王五"), status=Status.FREE_GROUP)
    office.show("members")
    for tab in ("todo", "free"):
        office.click(f"tab-{tab}")
        office.type("members-search", "zs")
        assert office.find("members-empty").title() == "这一栏里没有「zs」"
        office.press("members-search", Qt.Key.Key_Return)
        assert office.find("tab-all").isChecked() and names(office) == ["张三"]
        assert office.window.focusWidget() is office.find("members-list")
        office.find("members-search").clear()


def test_every_filter_is_seen_however_many_lines_they_take(office: Office) -> None:
    for name, status in (("王五", Status.FREE_GROUP), ("张三", Status.REMOVED), ("孙七", Status.LEFT)):
        office.session.edit_member(office.member(name), status=status)
    office.show("members")
    strip = office.find("members-filters")
    shown = [tab for tab in strip.findChildren(QWidget) if not tab.isHidden()]
    assert len({tab.y() for tab in shown}) > 1
    assert all(strip.rect().contains(tab.geometry()) for tab in shown)


def test_in_another_group_nobody_is_looked_for(office: Office, session: Session) -> None:
    office.show("members")
    office.type("members-search", "zs")
    session.add_group("town", "同乡群", "hometown")
    session.choose_group("town")
    assert office.find("members-search").text() == ""
    assert office.find("members-empty").title() == "这里还没有人"


def test_a_strike_is_recorded_by_hand(office: Office, session: Session) -> None:
    show_member(office, "孙七")
    wrong = office.answering(lambda dialog: office.press(dialog, Qt.Key.Key_Return))
    office.press("members-list", Qt.Key.Key_N, CONTROL)
    assert wrong == []
    assert session.row(office.member("孙七")).active == 1
    assert office.find("member-count").text() == "有效 1 次"


def test_a_strike_without_a_name_is_asked_for_in_place(office: Office) -> None:
    show_member(office, "孙七")

    def answer(dialog: QDialog) -> None:
        office.fill(dialog, strike_member="")
        office.press(dialog.findChild(QDialog, "") or dialog, Qt.Key.Key_Return)
        said = dialog.findChild(QLabel, "dialog-error")
        assert said is not None
        assert said.text() == "还没有写是谁。"
        assert dialog.isVisible()

    wrong = office.answering(answer)
    office.click("member-strike")
    assert wrong == []


def test_del_voids_with_a_reason_and_the_line_is_struck_through(office: Office, session: Session) -> None:
    show_member(office, "张三")

    def answer(dialog: QDialog) -> None:
        office.press(dialog, Qt.Key.Key_Return)
        said = dialog.findChild(QLabel, "dialog-error")
        assert said is not None
        assert "理由" in said.text()
        office.fill(dialog, void_reason="当时是在回答孙七的求购")
        office.press(dialog, Qt.Key.Key_Return)

    table = office.find("record-table", QTableView)
    table.selectRow(column(office, 5).index("有效"))
    wrong = office.answering(answer)
    office.press(table, Qt.Key.Key_Delete)
    assert wrong == []
    assert session.row(office.member("张三")).active == 0
    struck = column(office, 5).index("已作废")
    assert table.model().index(struck, 0).data(STRUCK) is True
    assert "当时是在回答孙七的求购" in column(office, 2)


def test_taking_off_the_list_is_named_and_can_be_undone(office: Office, session: Session) -> None:
    show_member(office, "孙七")

    def answer(dialog: QDialog) -> None:
        assert "孙七" in " ".join(label.text() for label in dialog.findChildren(QLabel))
        office.press(dialog, Qt.Key.Key_Return)

    wrong = office.answering(answer)
    choose(office, "off-list")
    assert wrong == []
    assert "孙七" not in names(office)
    office.click("status-undo-key")
    assert "孙七" in names(office)


def test_moving_to_the_free_group_and_back_is_one_press_each(office: Office, session: Session) -> None:
    show_member(office, "张三")
    office.press("members-list", Qt.Key.Key_M, CONTROL)
    assert session.member("张三").status is Status.FREE_GROUP
    assert office.find("member-move").text() == "恢复"
    assert session.notice_text(session.rulebook().notices.moved, session.member("张三").id) == office.copied
    office.click("member-move")
    assert session.member("张三").status is Status.ACTIVE
    assert session.row(office.member("张三")).cleared == 1
    assert "恢复前" in column(office, 5)


def test_the_free_group_side_leads_back_to_the_group_of_before(office: Office, session: Session) -> None:
    member = office.member("张三")
    session.process.take(member, Action.MOVE)
    session.choose_group(session.group.linked_free_group)
    show_member(office, "张三")
    assert office.find("member-move").text() == "回到原来的群"
    office.press("members-list", Qt.Key.Key_M, CONTROL)
    assert session.row(member).member.status is Status.ACTIVE
    assert session.member("张三").status is Status.LEFT
    restored = session.rulebook("yigongxie").notices.restored
    assert office.copied == session.notice_text(restored, member, group="yigongxie")
    assert office.find("member-move").text() == "恢复"


def test_the_record_sorts_by_time_not_by_text(
    office: Office, session: Session, clock: list[datetime]
) -> None:
    clock[0] += timedelta(days=40)
    session.strike(session.check(WISHES, member="张三"))
    show_member(office, "张三")
    model = office.find("record-table", QTableView).model()
    stamps = [model.index(row, 0).data(SORT) for row in range(model.rowCount())]
    assert stamps == sorted(stamps, reverse=True)
    assert column(office, 0)[0] == "2026-12-31"


def test_what_was_said_is_shown_with_its_marks(office: Office) -> None:
    show_member(office, "张三")
    office.find("record-table", QTableView).selectRow(column(office, 5).index("有效"))
    message = office.find("strike-message")
    assert message.original() == AD
    assert message.mark_spans()


def test_who_comes_back_gets_the_notice_that_the_group_has_for_it(office: Office, session: Session) -> None:
    session.add_group("estate", "小区业主群", "homeowners")
    session.choose_group("estate")
    session.add_member("李明", card="g9#101@李明", status=Status.FREE_GROUP)
    show_member(office, "李明")
    office.click("member-move")
    assert session.member("李明").status is Status.ACTIVE
    wanted = session.rulebook().notices.restored
    assert office.copied == session.notice_text(wanted, session.member("李明").id)
