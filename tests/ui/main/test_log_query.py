"""The record's one search field: days in words and numbers, and what is left to look for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.ui.main.log_query import Query, read_query

TODAY = date(2026, 11, 21)  # a Saturday


def span(since: date, until: date, words: str = "") -> Query:
    return Query(words=words, since=since, until=until)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Query()),
        ("张三", Query(words="张三")),
        ("  张三   叫卖 ", Query(words="张三 叫卖")),
        ("昨天", span(date(2026, 11, 20), date(2026, 11, 20))),
        ("前天", span(date(2026, 11, 19), date(2026, 11, 19))),
        ("张三 昨天 叫卖", span(date(2026, 11, 20), date(2026, 11, 20), "张三 叫卖")),
        ("今天", span(TODAY, TODAY)),
        ("本周", span(date(2026, 11, 16), date(2026, 11, 22))),
        ("上周", span(date(2026, 11, 9), date(2026, 11, 15))),
        ("上个月", span(date(2026, 10, 1), date(2026, 10, 31))),
        ("去年", span(date(2025, 1, 1), date(2025, 12, 31))),
        ("Yesterday", span(date(2026, 11, 20), date(2026, 11, 20))),
        ("hawking last week", span(date(2026, 11, 9), date(2026, 11, 15), "hawking")),
        ("近 7 天", span(date(2026, 11, 15), TODAY)),
        ("last 30 days", span(date(2026, 10, 23), TODAY)),
        ("2026-05", span(date(2026, 5, 1), date(2026, 5, 31))),
        ("2024-02", span(date(2024, 2, 1), date(2024, 2, 29))),
        ("2026-05-03", span(date(2026, 5, 3), date(2026, 5, 3))),
        ("2026/5/3 张三", span(date(2026, 5, 3), date(2026, 5, 3), "张三")),
        ("2026年5月3日", span(date(2026, 5, 3), date(2026, 5, 3))),
        ("2026 年 5 月", span(date(2026, 5, 1), date(2026, 5, 31))),
        ("2025年", span(date(2025, 1, 1), date(2025, 12, 31))),
        ("5月3日", span(date(2026, 5, 3), date(2026, 5, 3))),
        ("12月3日", span(date(2025, 12, 3), date(2025, 12, 3))),
        ("11-21", span(TODAY, TODAY)),
        ("5月", span(date(2026, 5, 1), date(2026, 5, 31))),
        ("12月", span(date(2025, 12, 1), date(2025, 12, 31))),
    ],
)
def test_what_is_typed_is_understood(text: str, found: Query):
    assert read_query(text, TODAY) == found


@pytest.mark.parametrize(
    "text",
    [
        "13800138000",
        "2026-02-30",
        "2026-13",
        "今天气",
        "昨天晚上说的",
        "0755-12",
        "3班刘小爸爸",
        "g9#101",
        "abc2026-05",
        "192.168.1.1",
        "0000-01",
        "近 0 天",
        "2026",
    ],
)
def test_what_is_no_day_is_looked_for_as_it_is(text: str):
    assert read_query(text, TODAY) == Query(words=text)


@given(st.text(max_size=40), st.dates(date(1901, 1, 1), date(2200, 1, 1)))
def test_anything_can_be_typed(text: str, today: date):
    found = read_query(text, today)
    assert (found.since is None) == (found.until is None)
    if found.since and found.until:
        assert found.since <= found.until


@given(st.dates(date(1901, 1, 1), date(2200, 1, 1)), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_every_day_is_found_in_each_of_its_forms(day: date, today: date):
    for form in ("{:%Y-%m-%d}", "{:%Y/%m/%d}"):
        assert read_query(form.format(day), today) == span(day, day)
    month = read_query(f"{day.year}-{day.month}", today)
    assert month.since is not None and month.until is not None
    assert month.since.day == 1 and month.since <= day <= month.until
