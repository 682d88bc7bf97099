"""What the page of members shows of a long record is right before that is read, and needs no reading."""

import shutil

import pytest

from moderator_app.core.roster.member import Status
from moderator_app.core.rules.verdict import Action
from moderator_app.storage import ledger
from moderator_app.storage.layout import Layout


@pytest.fixture
def long(session, clock, data_dir, monkeypatch):
    """A record of many files in which much was called back and much still waits; read while nobody waited."""
    monkeypatch.setattr(ledger, "FULL_ENTRIES", 4)
    people = [
        session.add_member(f"成员{number}", card=f"成员{number}-销售-上海").members[0] for number in range(8)
    ]
    for number in range(40):
        clock.go(hours=7)
        session.strike_by_name(people[number % 5], rules=["hawking"], message=f"大量现货 {number}")
    strikes = [row.entry for row in session.record(people[0])]
    session.void(strikes[0].id, "看错了")
    session.undo()
    session.void(strikes[1].id, "看错了")
    session.process.take(people[1], Action.REMOVE)
    session.process.bring_back(people[1])
    session.strike_by_name(people[1], rules=["hawking"], message="又来")
    session.process.appeal(strikes[2].id, "没有叫卖")
    session.process.fine(people[3], "100 元")
    session.process.report(people[4], text="他一直发广告", reporter="李四")
    session.process.task([people[5]], "请说明", until=clock.at)
    session.process.block(people[6], "骗子")
    session.edit_member(people[7], card="成员7-采购-北京")
    session.edit_member(people[7], status=Status.LEFT)
    clock.go(days=2)
    for number in range(6):
        session.strike_by_name(people[number % 2], rules=["hawking"], message=f"最后 {number}")
    while session.read_ahead():
        pass
    assert list(Layout(data_dir).outlines.glob("*/*.json"))


def shown(session):
    """All that stands on the page of members when it is opened."""
    rows = session.members()
    return {
        "rows": rows,
        "todo": session.process.todo(),
        "blocked": session.process.blocked(),
        "conflicts": session.exchange.conflicts(),
        "undoable": session.undoable(),
        "record": [session.record(row.member.id) for row in rows[:3]],
        "next": [session.process.next_step(row.member.id) for row in rows[:3]],
    }


def test_it_is_what_it_is_when_all_is_read(long, reopen, data_dir):
    before = reopen()
    seen = shown(before)
    assert before.read_ahead(), "there is still something to be read"
    assert seen["todo"].count == 4
    assert {row.cleared for row in seen["rows"]} > {0}
    assert {row.voided for row in seen["rows"]} == {0, 1}
    while before.read_ahead():
        pass
    assert shown(before) == seen
    shutil.rmtree(Layout(data_dir).outlines)
    whole = reopen()
    assert shown(whole) == seen


def test_what_is_done_before_all_is_read_is_counted(long, reopen):
    session = reopen()
    first = session.members()[0]
    session.strike_by_name(first.member.id, rules=["hawking"], message="大量现货")
    assert session.row(first.member.id).active == first.active + 1
    assert session.members()[0].active == first.active + 1
    assert session.read_ahead()
    session.undo()
    assert session.members()[0].active == first.active
    assert session.search("成员0")[0].active == first.active


def test_the_last_action_before_a_quiet_month_is_found_without_reading_all(long, reopen, clock):
    clock.go(days=40)
    session = reopen()
    assert session.undoable() is not None
    assert session.read_ahead()
    assert session.undo().label.code == "undone.strike"
