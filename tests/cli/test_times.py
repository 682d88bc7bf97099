"""Times in JSONL: ISO moments, zones, and durations before the message."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from moderator_app.cli.times import read_before, read_moment, wall
from moderator_app.core.errors import BadInput

NOON = datetime(2026, 3, 2, 12, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-P1D", datetime(2026, 3, 1, 12, 0)),
        ("P1D", datetime(2026, 3, 1, 12, 0)),
        ("-PT30M", datetime(2026, 3, 2, 11, 30)),
        ("-PT1.5H", datetime(2026, 3, 2, 10, 30)),
        ("-PT0,5M", datetime(2026, 3, 2, 11, 59, 30)),
        ("-P1W", datetime(2026, 2, 23, 12, 0)),
        ("-P1DT2H3M4S", datetime(2026, 3, 1, 9, 56, 56)),
        ("-P1M", datetime(2026, 1, 31, 12, 0)),
        ("-P1Y", datetime(2025, 3, 2, 12, 0)),
        (" -P0D ", NOON),
        ("2026-03-01T09:30:00", datetime(2026, 3, 1, 9, 30)),
        ("2026-03-01 09:30", datetime(2026, 3, 1, 9, 30)),
        ("2026-03-01", datetime(2026, 3, 1)),
    ],
)
def test_when_something_was_said(text: str, said: datetime):
    assert read_before(text, NOON) == said


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "-P1", "P1H", "1D", "yesterday", "2026-13-01", "-P999999999D"]
)
def test_what_is_no_time_is_refused(text: str):
    with pytest.raises(BadInput) as caught:
        read_before(text, NOON)
    assert caught.value.reason.code == "cli.bad-time"


def test_zones_are_read_as_the_clock_on_the_messages_wall():
    noon = NOON.replace(tzinfo=timezone(timedelta(hours=8)))
    assert wall(noon) == NOON
    assert read_before("2026-03-02T03:00:00Z", noon) == datetime(2026, 3, 2, 11, 0)
    assert read_before("-PT1H", noon) == datetime(2026, 3, 2, 11, 0)
    assert wall(read_moment("2026-03-02T12:00:00+08:00")) == NOON
