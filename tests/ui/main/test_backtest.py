"""回测 in the window: on the history and on a file, judged with Y and N, stopped with Esc."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from moderator_app.core.rules.verdict import Level
from moderator_app.session import Session
from moderator_app.session.rules import Backtest, Flagged, Was
from moderator_app.ui.main.backtest_table import Sort, rows_of
from tests.ui.main.conftest import Office
from tests.ui.main.test_rule_editing import add_word, choose

SELLING = "N95 现货批发，量大从优，需要的加微信 abc12345"
HARMLESS = ("冰糖橙礼盒开团", "明天下午的例会改到三楼", "谁有上次会议的纪要？")


@pytest.fixture
def spoken(session: Session, clock: list[datetime]) -> Session:
    for number, text in enumerate((SELLING, *HARMLESS)):
        at = clock[0] - timedelta(days=number)
        session.remember(session.check(text, member="张三", at=at))
    return session


@pytest.fixture
def page(spoken: Session, office: Office) -> Office:
    office.show("rules")
    choose(office, "hawking")
    return office


def run(page: Office) -> None:
    page.press(page.window.page, Qt.Key.Key_F5)
    page.wait(lambda: page.find("backtest-run").isVisible())


def table_rows(page: Office) -> list[list[str]]:
    model = page.find("backtest-table").model()
    return [[str(model.index(row, column).data()) for column in range(5)] for row in range(model.rowCount())]


def test_the_sum_and_what_is_new_are_told(page: Office) -> None:
    page.find("tab-alone").click()
    add_word(page, "礼盒开团")
    run(page)
    assert page.find("backtest-sum").text() == "最近 90 天，4 条消息"
    assert page.find("backtest-hits").text() == "命中 1 → 2"
    assert page.find("backtest-new").text() == "新增 1"
    assert not page.find("backtest-gone").isVisible()
    assert [(row[0], row[1]) for row in table_rows(page)] == [("新增", HARMLESS[0]), ("照旧", SELLING)]
    assert page.find("backtest-table").hasFocus()


def test_n_makes_a_miss_example_and_y_a_hit_one(page: Office) -> None:
    page.find("tab-alone").click()
    add_word(page, "礼盒开团")
    run(page)
    page.press("backtest-table", Qt.Key.Key_N)
    page.press("backtest-table", Qt.Key.Key_Y)
    assert [row[4] for row in table_rows(page)] == ["放过，已加为例子", "该中，已加为例子"]
    page.wait(lambda: page.find("examples-miss-count").text() == "3/4 通过")
    assert page.find("examples-hit-count").text() == "4/4 通过"
    assert not page.find("clause-save").isEnabled()


def test_the_same_answer_again_takes_it_back(page: Office) -> None:
    run(page)
    page.press("backtest-table", Qt.Key.Key_N)
    page.press("backtest-table", Qt.Key.Key_N)
    assert [row[4] for row in table_rows(page)] == ["未判断"]
    assert not page.find("clause-save").isVisible()


def test_what_the_moderator_had_let_pass_is_counted(page: Office, session: Session) -> None:
    session.pass_(session.check(SELLING, member="张三"))
    run(page)
    assert page.find("backtest-passed").text() == "您放过的有 1 条"
    assert table_rows(page)[0][4] == "当时放过"


def test_a_file_is_tried_and_told_how_it_was_read(page: Office, tmp_path: Path) -> None:
    path = tmp_path / "群.txt"
    path.write_text(f"{SELLING}\n大家好\n", encoding="utf-8")
    page.window.page.backtest(path)
    page.wait(lambda: page.find("backtest-run").isVisible())
    assert page.find("backtest-sum").text() == "「群.txt」按一行一条读出，2 条消息"
    assert [row[1] for row in table_rows(page)] == [SELLING]


def test_a_file_that_cannot_be_read_is_told_with_its_line(page: Office, tmp_path: Path) -> None:
    path = tmp_path / "坏.jsonl"
    path.write_text('{"text": "好"}\n{"text": \n', encoding="utf-8")
    page.window.page.backtest(path)
    page.wait(lambda: page.find("backtest-run").isVisible())
    assert "坏.jsonl" in page.find("backtest-sum").text()
    assert "2" in page.find("backtest-sum").text()


def test_an_edit_after_it_makes_the_figures_those_of_before(page: Office) -> None:
    run(page)
    add_word(page, "礼盒开团")
    assert "F5" in page.find("backtest-note").text()


def test_without_a_history_there_is_one_sentence_and_one_way_on(office: Office) -> None:
    office.show("rules")
    run(office)
    empty = office.find("backtest-empty")
    assert empty.isVisible()
    assert empty.title() == "这个群还没有检查过消息"
    assert empty.button.isVisible()


def test_escape_stops_it_and_shows_what_was_there(page: Office, tmp_path: Path) -> None:
    run(page)
    path = tmp_path / "长.txt"
    path.write_text("\n".join(f"{SELLING}{number}" for number in range(20_000)), encoding="utf-8")
    page.window.page.backtest(path)
    assert page.find("backtest-stop").isVisible()
    page.press("rules-list", Qt.Key.Key_Escape)
    assert not page.find("backtest-stop").isVisible()
    assert page.find("backtest-sum").text() == "最近 90 天，4 条消息"


def test_nothing_of_a_backtest_is_written(page: Office, session: Session) -> None:
    before = {path: path.read_bytes() for path in session.data_dir.rglob("*") if path.is_file()}
    add_word(page, "礼盒开团")
    run(page)
    page.press("backtest-table", Qt.Key.Key_N)
    after = {path: path.read_bytes() for path in session.data_dir.rglob("*") if path.is_file()}
    assert after == before


def test_rows_stand_in_the_order_in_which_they_matter() -> None:
    def flagged(text: str, day: int, was: Was = Was.OPEN) -> Flagged:
        return Flagged(text=text, level=Level.UNSURE, at=datetime(2026, 11, day), was=was)

    old, old_passed = flagged("照旧", 1), flagged("照旧放过", 2, Was.PASSED)
    new, newer, new_passed = flagged("新", 3), flagged("更新", 4), flagged("新放过", 1, Was.PASSED)
    found = Backtest(
        total=9,
        flagged=(old, old_passed, new_passed, new, newer),
        newly=(new_passed, new, newer),
        no_longer=(flagged("没了", 1),),
    )
    rows = rows_of(found)
    assert [row.flagged.text for row in rows] == ["新放过", "更新", "新", "没了", "照旧放过", "照旧"]
    assert [row.sort for row in rows] == [Sort.NEW] * 3 + [Sort.GONE] + [Sort.SAME] * 2
