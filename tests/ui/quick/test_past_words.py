"""Which day an earlier message was of, told from the message that is judged."""

from __future__ import annotations

from datetime import datetime

import pytest

from moderator_app.ui.quick.past_words import day_text


@pytest.mark.parametrize(
    ("now", "today", "said"),
    [
        (datetime(2026, 11, 20, 20, 45), True, "今天 20:43"),
        (datetime(2026, 11, 20, 20, 45), False, "当天 20:43"),
        (datetime(2026, 11, 21, 9, 0), True, "11 月 20 日"),
        (datetime(2027, 1, 2, 9, 0), False, "2026 年 11 月 20 日"),
    ],
)
def test_today_is_only_said_of_a_check_made_for_this_moment(now: datetime, today: bool, said: str):
    assert day_text(datetime(2026, 11, 20, 20, 43), now, today=today) == said
