"""Numbers of the open group: from the record and the history, for a span of days, after a deletion too."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from moderator_app.session import Session
from tests.session.conftest import Clock

AD = "手套大量现货，工厂直供，欢迎各位老师对接"


@pytest.fixture
def busy(session: Session) -> Session:
    """Two strikes, of which one was voided, a finding that was let pass, and one that is open."""
    for name in ("张三", "李四"):
        case = session.check(f"{AD}，{name}", member=session.add_member(name).members[0])
        session.remember(case)
        session.strike(case, "叫卖")
    session.void(session.record(session.member("李四").id)[0].entry.id, "误会")
    passed = session.check("口罩大量现货，今天可以看")
    session.remember(passed)
    session.pass_(passed)
    session.remember(session.check("隔离衣大量现货，明天可以看"))
    return session


def test_the_record_and_the_history_are_told_together(busy: Session):
    told = busy.statistics()
    assert (told.recorded.strikes, told.recorded.voided) == (1, 1)
    assert told.recorded.by_rule == (("hawking", 1),)
    assert told.recorded.by_notice == (("叫卖", 2),)
    assert (told.found, told.confirmed, told.passed) == (4, 1, 2)  # what was voided is cleared too
    assert told.recorded.by_status == (("active", 2),)


def test_a_span_of_days_leaves_out_what_was_before(busy: Session, clock: Clock):
    clock.go(days=10)
    since = clock.at.date() - timedelta(days=3)
    told = busy.statistics(since=since)
    assert (told.recorded.strikes, told.found) == (0, 0)
    assert told.remembered == date(2026, 3, 2)
    busy.strike_by_name("张三", rules=("hawking",))
    assert busy.statistics(since=since).recorded.strikes == 1
    assert busy.statistics(until=since).recorded.strikes == 1


def test_another_group_has_its_own_numbers(busy: Session):
    busy.add_group("second", "二群", "test")
    assert busy.statistics(group="second").recorded.strikes == 0
    assert busy.statistics(group="second").remembered is None


def test_nothing_of_it_names_anybody(busy: Session):
    told = repr(busy.statistics())
    assert "张三" not in told and "李四" not in told
