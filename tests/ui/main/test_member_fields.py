"""Days and times as people write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderator_app.ui.main.member_fields import day_of, moment_of

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 0)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("2026/12/1", date(2026, 12, 1)),
        ("2026年12月1日", date(2026, 12, 1)),
        ("12-1", date(2026, 12, 1)),
        ("1月5日", date(2027, 1, 5)),
        ("7", date(2026, 11, 28)),
        ("+7", date(2026, 11, 28)),
        (" 7 天 ", date(2026, 11, 28)),
        ("0", TODAY),
        ("", None),
        ("2026-02-30", None),
        ("下周", None),
        ("-3", None),
    ],
)
def test_a_day_that_is_to_come(text: str, day: date | None):
    assert day_of(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "day"), [("11-20", date(2026, 11, 20)), ("12-1", date(2025, 12, 1)), ("3", date(2026, 11, 18))]
)
def test_a_day_that_is_over(text: str, day: date):
    assert day_of(text, TODAY, past=True) == day


def test_the_29th_of_february_of_another_year_is_no_day():
    assert day_of("2-29", date(2028, 3, 1)) is None
    assert day_of("2-29", date(2028, 2, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("18:00", datetime(2026, 11, 21, 18, 0)),
        ("18：30", datetime(2026, 11, 21, 18, 30)),
        ("2026-12-01 8:05", datetime(2026, 12, 1, 8, 5)),
        ("2026-12-01", datetime(2026, 12, 1, 23, 59)),
        ("7", datetime(2026, 11, 28, 23, 59)),
        ("25:00", None),
        ("12:61", None),
        ("", None),
        ("明天", None),
    ],
)
def test_a_moment(text: str, moment: datetime | None):
    assert moment_of(text, NOW) == moment


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_none(text: str):
    for found in (day_of(text, TODAY), day_of(text, TODAY, past=True)):
        assert found is None or isinstance(found, date)
    moment_of(text, NOW)
