"""Everything that waits is listed, and asking again costs little."""

from datetime import date, datetime, timedelta

import pytest

from moderator_app.core.rules.verdict import Action
from moderator_app.session import Session, Todo
from tests.session.conftest import Clock
from tests.session.process.conftest import PROCESS, Opened, add, strike

LIMITS = "  first_words: {days: 3}\n  silence: {days: 30}\n  meetup: {days: 365}\n"


@pytest.fixture
def session(process_of: Opened) -> Session:
    return process_of(PROCESS + LIMITS)


def test_a_group_with_nothing_to_do_says_so(session: Session):
    assert session.process.todo() == Todo()
    assert session.process.todo().count == 0


def test_all_that_waits_is_counted_and_only_in_its_group(session: Session, clock: Clock):
    one, other = add(session, "张三", "李四", joined=date(2026, 3, 1))
    given = strike(session, "张三")
    session.process.appeal(given.id, "不是")
    session.process.report("李四", text="骂人")
    session.process.fine(other, "1 元")
    session.process.task([other], "写总结")
    session.process.take(one, Action.REMOVE)
    session.process.take(other, Action.SUSPEND, days=0)
    clock.go(hours=1)
    todo = session.process.todo()
    told = [todo.pending, todo.appeals, todo.reports, todo.fines, todo.tasks, todo.returning]
    assert [len(each) for each in told] == [1, 1, 1, 1, 1, 0]
    assert (todo.count, session.process.todo("free").count) == (5, 0)


def test_the_silent_and_the_new_are_one_thing_each(session: Session, clock: Clock):
    add(session, "张三", "李四", joined=date(2026, 1, 1))
    clock.go(days=40)
    todo = session.process.todo()
    assert {each.member.name for each in todo.newcomers or todo.silent} == {"张三", "李四"}
    assert todo.count == bool(todo.silent) + bool(todo.newcomers) + bool(todo.meetups)


def test_who_was_heard_is_no_longer_silent_without_any_change_in_the_record(session: Session, clock: Clock):
    (member,) = add(
        session, "张三", joined=date(2025, 1, 1), last_seen=datetime(2025, 6, 1), met=date(2026, 3, 1)
    )
    assert [each.member.id for each in session.process.todo().silent] == [member]
    session.remember(session.check("大家早，今天几点开会？", member="张三"))
    assert session.process.todo().silent == ()
    clock.go(days=40)
    assert [each.member.id for each in session.process.todo().silent] == [member]


def test_a_reminder_is_known_at_once_and_taken_back_at_once(session: Session):
    (member,) = add(session, "张三", joined=date(2025, 1, 1), last_seen=datetime(2025, 6, 1))
    assert session.process.todo().silent[0].reminded == ()
    session.process.leave(member, date(2026, 5, 1))
    assert session.process.todo().silent == ()
    session.undo()
    assert len(session.process.todo().silent) == 1


def test_a_day_that_passes_is_enough(session: Session, clock: Clock):
    (member,) = add(session, "张三", last_seen=clock.at, joined=date(2025, 1, 1), met=clock.at.date())
    assert session.process.todo().silent == ()
    clock.go(days=31)
    assert [each.member.id for each in session.process.todo().silent] == [member]


def test_what_came_from_another_record_is_seen(session: Session, clock: Clock):
    (member,) = add(session, "张三")
    session.process.fine(member, "1 元")
    assert len(session.process.todo().fines) == 1
    session.undo()
    assert session.process.todo().fines == ()
    session.process.fine(member, "2 元")
    assert [fine.amount for fine in session.process.todo().fines] == ["2 元"]


def test_only_what_is_new_is_looked_through(session: Session, monkeypatch: pytest.MonkeyPatch):
    """The list is asked for after each change: members may not be gone through for a fine."""
    ids = add(session, *(f"成员{number}" for number in range(20)), joined=date(2025, 1, 1))
    session.process.todo()
    asked: list[str] = []
    people = session.people
    for name in ("cards", "silent", "newcomers", "meetups"):
        monkeypatch.setattr(people, name, lambda group=None, name=name: asked.append(name) or ())
    session.process.fine(ids[0], "1 元")
    strike(session, "成员1")
    assert len(session.process.todo().fines) == 1
    assert asked == []
    session.edit_member(ids[0], card="新名片")
    session.process.todo()
    assert sorted(asked) == ["cards", "meetups", "newcomers", "silent"]


def test_suspensions_are_over_on_their_day(session: Session, clock: Clock):
    (member,) = add(session, "张三")
    session.process.take(member, Action.SUSPEND, days=2)
    session.process.todo()
    clock.at = datetime(2026, 3, 4, 0, 0, 1)
    (back,) = session.process.todo().returning
    assert (back.member.id, back.since) == (member, clock.at.date())
    clock.at -= timedelta(seconds=2)
    assert session.process.returning() == ()
