"""统计: numbers of the group for a span of days; no names, also after somebody is gone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from moderator_app.core.roster.statistics import Statistics
from moderator_app.session import Session
from moderator_app.ui.main import stats_page
from moderator_app.ui.main.stats_bars import Bar, Bars
from tests.ui.main.conftest import CONTROL, Office


def told(office: Office, card: str) -> dict[str, int]:
    return {row.name: row.count for row in office.find(f"stats-{card}", Bars).rows}


@pytest.fixture
def clock() -> list[datetime]:
    """The page counts back from today, so what is done here is done today."""
    return [datetime.now().replace(hour=8)]


def test_what_was_done_is_counted(office: Office, peopled: Session) -> None:
    office.show("check")
    office.press(office.window, Qt.Key.Key_6, CONTROL)
    assert office.window.current == "stats"
    assert told(office, "rule")["叫卖"] == 1
    assert told(office, "notice") == {"叫卖告知": 1}
    assert told(office, "status") == {"群成员": 4}
    assert sum(told(office, "month").values()) == 1


def test_a_shorter_span_leaves_out_what_was_before(
    office: Office, peopled: Session, clock: list[datetime]
) -> None:
    clock[0] -= timedelta(days=60)
    peopled.strike_by_name("孙七", rules=("hawking",))
    office.show("stats")
    assert told(office, "rule")["叫卖"] == 2
    office.press("tab-span-quarter", Qt.Key.Key_Left)
    assert told(office, "rule")["叫卖"] == 1
    office.click("tab-span-all")
    assert told(office, "rule")["叫卖"] == 2
    assert "一共记了 2 次" in office.find("stats-sum").text()


def test_nobody_is_named_on_the_page(office: Office, peopled: Session) -> None:
    office.show("stats")
    texts = [bars.accessibleDescription() for bars in office.window.page.findChildren(Bars)]
    assert any("叫卖" in text for text in texts)
    assert not any("张三" in text for text in texts)


def test_it_counts_on_after_a_member_left_the_list(office: Office, peopled: Session) -> None:
    peopled.remove_member(office.member("张三"))
    office.show("stats")
    assert told(office, "rule")["叫卖"] == 1
    assert told(office, "status") == {"群成员": 3}


def test_it_counts_on_after_a_person_was_erased(office: Office, peopled: Session) -> None:
    peopled.upkeep.erase(office.member("张三"))
    office.show("stats")
    assert told(office, "rule")["叫卖"] == 1
    assert told(office, "notice") == {"叫卖告知": 1}
    office.show("log")
    page = office.window.page
    office.wait(lambda: bool(page._model.rows))
    assert not any("张三" in page._spoken(row) for row in page._model.rows)


def test_an_empty_group_says_so(office: Office) -> None:
    office.show("stats")
    assert told(office, "rule") == {}
    assert office.find("stats-rule-note").text() == "这段时间没有。"
    assert office.find("stats-status-note").text() == "名单里还没有人。"


def test_a_long_list_ends_with_the_sum_of_the_rest() -> None:
    shown = stats_page._most([Bar(name=str(number), count=20 - number) for number in range(14)])
    assert len(shown) == 10
    assert shown[-1] == Bar(name="其余 5 项", count=sum(20 - number for number in range(9, 14)))


def test_what_lies_before_the_last_year_is_one_line() -> None:
    months = tuple((f"{2024 + number // 12}-{number % 12 + 1:02}", 1) for number in range(20))
    shown = stats_page._months(Statistics(strikes=20, by_month=months))
    assert (shown[0], len(shown)) == (Bar(name="更早", count=8), 13)


def test_two_columns_where_there_is_room(office: Office) -> None:
    page = office.show("stats")
    cards = [office.find("stats-rule").parentWidget(), office.find("stats-month").parentWidget()]
    office.window.resize(1160, 704)
    office.wait(lambda: page.width() > 700 and cards[0].y() == cards[1].y())
    office.window.resize(620, 704)
    page.resize(500, 600)
    office.wait(lambda: cards[0].y() < cards[1].y())
