"""记录: every action found by what one remembers of it, shown in full, taken back by name, written out."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QWidget

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.rules.verdict import Action
from moderator_app.session import LogRow, Session
from moderator_app.ui.main.log_list import FIRST, LogModel
from moderator_app.ui.main.log_page import LogPage
from moderator_app.ui.widgets import Button, EmptyState, Label
from tests.ui.main.conftest import AD, CONTROL, Office


@pytest.fixture
def clock() -> list[datetime]:
    """昨天 is told from today, so what is done here is done today."""
    return [datetime.now().replace(hour=8, minute=0)]


@pytest.fixture
def page(office: Office, peopled: Session) -> LogPage:
    shown = office.show("log")
    assert isinstance(shown, LogPage)
    office.wait(lambda: bool(shown._model.rows))
    return shown


def shown(page: LogPage) -> list[str]:
    return [page._face(row).title for row in page._model.rows]


def search(office: Office, page: LogPage, text: str) -> list[str]:
    """Type into the field and let the list follow."""
    office.press(office.window, Qt.Key.Key_F, CONTROL)
    field = office.find("log-search")
    field.clear()
    field.setText(text)
    office.press(field, Qt.Key.Key_Return)
    return shown(page)


def undo_chosen(office: Office, key: Qt.Key = Qt.Key.Key_Return) -> list[str]:
    wrong = office.answering(lambda dialog: office.press(dialog, key))
    office.press("log-list", Qt.Key.Key_Delete)
    return wrong


def test_who_did_what_when_newest_first(office: Office, page: LogPage) -> None:
    assert shown(page)[:2] == ["记张三一次（叫卖、广告）", "添加孙七"]
    assert office.find("log-label").text() == "记张三一次（叫卖、广告）"
    assert office.find("log-by").text() == "李管"
    assert office.find("log-members").text() == "张三"
    assert office.find("log-rules").text() == "叫卖、广告"
    assert office.find("log-message").original() == AD
    assert office.find("log-notice").original().startswith("@张三")
    assert office.find("status-count").text() == "共 5 步"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("王五", ["添加王五"]),
        ("叫卖", ["记张三一次（叫卖、广告）"]),
        ("一次性手术衣", ["记张三一次（叫卖、广告）"]),
        ("今天 孙七", ["添加孙七"]),
        ("昨天", []),
        ("张三 叫卖", ["记张三一次（叫卖、广告）"]),
    ],
)
def test_one_field_finds_people_clauses_words_and_days(
    office: Office, page: LogPage, text: str, found: list[str]
) -> None:
    assert search(office, page, text) == found


def test_the_list_follows_the_typing(office: Office, page: LogPage) -> None:
    office.press(office.window, Qt.Key.Key_F, CONTROL)
    office.find("log-search").setText("王五")
    office.wait(lambda: shown(page) == ["添加王五"])
    office.press("log-search", Qt.Key.Key_Escape)
    office.wait(lambda: len(shown(page)) == 5)


def test_what_is_not_found_says_what_can_be_looked_for(office: Office, page: LogPage) -> None:
    assert search(office, page, "没有这个人") == []
    empty = office.find("log-empty", EmptyState)
    assert empty.isVisible() and empty.title() == "没有找到"
    assert not office.find("log-undo").isVisible()
    empty.button.click()
    assert len(shown(page)) == 5


def test_kinds_are_filtered(office: Office, page: LogPage) -> None:
    kinds = office.find("log-kinds", QComboBox)
    kinds.setCurrentIndex(kinds.findData(EntryKind.STRIKE.value))
    kinds.activated.emit(kinds.currentIndex())
    assert shown(page) == ["记张三一次（叫卖、广告）"]


def test_all_groups_or_this_one(office: Office, page: LogPage, peopled: Session) -> None:
    assert not office.find("log-groups").isVisible()
    peopled.add_group("second", "二群", "yigongxie")
    peopled.add_member("郑十", group="second")
    assert "添加郑十" not in shown(page)
    groups = office.find("log-groups", QComboBox)
    assert groups.isVisible()
    groups.setCurrentIndex(1)
    groups.activated.emit(1)
    assert "添加郑十" in shown(page)


def test_an_action_is_taken_back_by_name_and_stays_legible(
    office: Office, page: LogPage, peopled: Session
) -> None:
    peopled.add_member("郑十")
    search(office, page, "张三 叫卖")
    said: list[str] = []

    def answer(dialog: QDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(Label))
        office.press(dialog, Qt.Key.Key_Return)

    wrong = office.answering(answer)
    office.press("log-list", Qt.Key.Key_Delete)
    assert wrong == []
    assert any("记张三一次（叫卖、广告）" in text for text in said)
    assert peopled.row(office.member("张三")).active == 0
    row = page._model.rows[0]
    assert row.undone is not None and page._face(row).struck
    assert page._face(row).title == "记张三一次（叫卖、广告）"
    assert "李管撤销" in office.find("log-state").text()
    assert not office.find("log-undo", Button).isVisible()
    assert [each.member.name for each in peopled.members()].count("郑十") == 1


def test_escape_takes_nothing_back(office: Office, page: LogPage, peopled: Session) -> None:
    assert undo_chosen(office, Qt.Key.Key_Escape) == []
    assert peopled.row(office.member("张三")).active == 1


def test_what_was_done_yesterday_can_be_taken_back_after_a_restart(
    office: Office, page: LogPage, peopled: Session, clock: list[datetime]
) -> None:
    clock[0] -= timedelta(days=1)
    peopled.edit_member(office.member("赵六"), card="赵六-信息科-南京")
    clock[0] += timedelta(days=1)
    assert search(office, page, "昨天") == ["修改赵六的资料"]
    assert "群名片：小赵 → 赵六-信息科-南京" in office.find("log-changes").original()
    assert undo_chosen(office) == []
    assert peopled.member("赵六").card == "小赵"


def test_the_reason_and_what_was_voided_are_told(office: Office, page: LogPage, peopled: Session) -> None:
    strike = peopled.record(office.member("张三"))[0].entry
    peopled.void(strike.id, "是在回答求购")
    search(office, page, "求购")
    assert office.find("log-reason").text() == "是在回答求购"


def test_pictures_of_a_report_are_shown(
    office: Office, page: LogPage, peopled: Session, tmp_path: Path
) -> None:
    picture = tmp_path / "证据.png"
    page.grab().save(str(picture))
    peopled.process.report(office.member("张三"), text="私信拉人", pictures=[picture], reporter="某人")
    search(office, page, "私信拉人")
    button = office.find("log-picture-1")
    assert not button.icon().isNull()
    texts = [label.text() for label in page.findChildren(Label)]
    assert not any("某人" in text for text in texts)


def test_what_is_shown_is_written_out(
    office: Office, page: LogPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "记录.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "CSV (*.csv)"))
    search(office, page, "叫卖")
    office.press("log-list", Qt.Key.Key_S, CONTROL)
    office.wait(target.exists)
    with target.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    assert head[:4] == ["时间", "群", "成员", "操作"]
    assert [row[3] for row in rows] == ["记张三一次（叫卖、广告）", "给张三的「叫卖告知」"]


def test_a_table_that_cannot_be_written_is_told(
    office: Office, page: LogPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "nowhere" / "记录.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    office.press("log-list", Qt.Key.Key_S, CONTROL)
    office.wait(lambda: bool(office.toasts.shown))
    assert not target.exists()
    assert office.find("status-count").text() == "共 5 步"


def test_older_actions_are_read_when_they_come_in_sight(page: LogPage) -> None:
    row = page._model.rows[0]
    every = [replace(row, entry=replace(row.entry, action=str(number))) for number in range(250)]
    asked: list[int] = []

    def fetch(most: int) -> Sequence[LogRow]:
        asked.append(most)
        return every[:most]

    model = LogModel(lambda _row: "")
    model.show(fetch)
    assert (model.rowCount(), model.canFetchMore()) == (FIRST, True)
    model.fetchMore()
    assert (model.rowCount(), model.canFetchMore()) == (2 * FIRST, True)
    model.fetchMore()
    assert (model.rowCount(), model.canFetchMore()) == (250, False)
    model.fetchMore()
    assert asked == [FIRST, 2 * FIRST, 4 * FIRST]
    assert model.find("249").row() == 249


def test_the_end_of_a_long_record_is_reached_by_scrolling(
    office: Office, page: LogPage, peopled: Session
) -> None:
    for _ in range(2 * FIRST + 20):
        peopled.note_notice("进群告知", office.member("孙七"))
    page.refresh()
    assert "往下还有" in office.find("status-count").text()
    rows = office.find("log-list")

    def at_the_end() -> bool:
        rows.scrollToBottom()
        return len(page._model.rows) == 2 * FIRST + 25

    office.wait(at_the_end)
    assert office.find("status-count").text() == f"共 {2 * FIRST + 25} 步"


def test_an_empty_record_says_what_will_stand_here(office: Office) -> None:
    office.window.bring_up("log")
    assert office.find("status-count").text() == "正在读取记录…"
    office.wait(lambda: office.find("log-empty", EmptyState).title() == "还没有记录")
    assert not office.find("log-export").isEnabled()
    assert office.find("log-list", QWidget).isVisible()


def test_somebody_off_the_list_is_deleted_from_what_is_left_of_them(
    office: Office, page: LogPage, peopled: Session
) -> None:
    search(office, page, "张三")
    assert not office.find("log-erase").isVisible(), "whoever is on the list has a page for that"
    peopled.remove_member(office.member("张三"))
    office.wait(lambda: shown(page)[0] == "从名单移除张三")
    assert office.find("log-erase").isVisible()

    def answer(dialog: QDialog) -> None:
        office.fill(dialog, erase_name="张三")
        office.press(dialog, Qt.Key.Key_Return)

    wrong = office.answering(answer)
    office.click("log-erase")
    assert wrong == []
    assert not any(row.entry.name == "张三" for row in peopled.log.search())
    search(office, page, "")
    assert any("一位资料已删除的成员" in title for title in shown(page))


def test_what_changed_in_two_groups_names_them(office: Office, page: LogPage, peopled: Session) -> None:
    peopled.process.take(peopled.member("张三").id, Action.MOVE)
    peopled.process.bring_back(peopled.member("张三").id)
    office.wait(lambda: shown(page)[0] == "恢复张三")
    office.find("log-list").setCurrentIndex(page._model.index(0, 0))
    assert office.find("log-changes").original() == (
        "张三（医工协群）  状态：在自由群 → 群成员\n张三（自由群）  状态：群成员 → 已退群"
    )
