"""The ledger searched by name, clause, word and date, with what can be taken back marked."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from moderator_app.core.roster.entry import EntryKind
from moderator_app.sentences import reason_text
from moderator_app.session import Session
from tests.session.conftest import Clock, Reopen

AD = "这批手套大量现货"

SET = "更改设置：经手人"


@pytest.fixture
def filled(session: Session, clock: Clock) -> Session:
    """Three days of work: 张三 charged for an advertisement, 李四 for a long message, then voided."""
    session.set_setting("moderator", "王老师")
    session.strike(session.check(AD, member="张三"), "叫卖")
    clock.go(days=1)
    given = session.strike_by_name("李四", rules=["long"], message="Too LONG")
    clock.go(days=1)
    session.void(next(e.id for e in given.entries if e.kind is EntryKind.STRIKE), "看错人了")
    session.save_notice("表扬", "写得真好")
    return session


def names(session: Session, query: str = "", **wanted) -> list[str]:
    return [reason_text(row.label) for row in session.log.search(query, **wanted)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["保存「表扬」", "作废李四的一次记录", "记李四一次（太长）", "记张三一次（叫卖）", SET]),
        ("张三", ["记张三一次（叫卖）"]),
        ("大量现货", ["记张三一次（叫卖）"]),
        ("too long", ["作废李四的一次记录", "记李四一次（太长）"]),
        ("hawking", ["记张三一次（叫卖）"]),
        ("看错人", ["作废李四的一次记录"]),
        ("2026-03-03", ["记李四一次（太长）"]),
        ("3月2日 张三", ["记张三一次（叫卖）"]),
        ("王老师 李四", ["作废李四的一次记录", "记李四一次（太长）"]),
        ("写得真好", ["保存「表扬」"]),
        ("张三 李四", []),
        ("没有的", []),
    ],
)
def test_an_action_is_found_by_what_it_was_about(filled: Session, query: str, found: list[str]):
    assert names(filled, query) == found


def test_filters_hold_together(filled: Session):
    who = filled.member("李四").id
    assert names(filled, member=who) == ["作废李四的一次记录", "记李四一次（太长）"]
    assert names(filled, kind=EntryKind.STRIKE) == ["记李四一次（太长）", "记张三一次（叫卖）"]
    assert names(filled, rule="hawking") == ["记张三一次（叫卖）"]
    assert names(filled, rule="hawking", member=who) == []
    assert names(filled, "李四", kind=EntryKind.VOID) == ["作废李四的一次记录"]
    assert names(filled, group="yigongxie") == [SET]
    assert names(filled, since=date(2026, 3, 3), until=date(2026, 3, 3)) == ["记李四一次（太长）"]
    assert names(filled, until=datetime(2026, 3, 2, 9, 30)) == ["记张三一次（叫卖）", SET]
    assert names(filled, "记", until=datetime(2026, 3, 2, 9, 29)) == []
    assert len(filled.log.search(limit=2)) == 2


def test_a_row_tells_all_that_was_done_and_what_became_of_it(filled: Session):
    row = filled.log.search("张三")[0]
    assert [entry.kind for entry in row.entries] == [
        EntryKind.MEMBER_ADDED,
        EntryKind.STRIKE,
        EntryKind.NOTICE,
    ]
    assert (row.entry.kind, row.undone, row.undoable, row.why) == (EntryKind.STRIKE, None, True, None)
    filled.set_setting("moderator", "李老师")
    filled.log.undo(row.action)
    again = filled.log.search("张三")[0]
    assert again.undone is not None
    assert (again.undone.moderator, again.undoable, again.why and again.why.code) == (
        "李老师",
        False,
        "roster.already-undone",
    )


def test_what_comes_and_what_was_there_before_a_restart_is_found(filled: Session, reopen: Reopen):
    assert names(filled, "王五") == []
    filled.strike_by_name("王五", message=AD)
    assert names(filled, AD) == ["记王五一次", "记张三一次（叫卖）"]
    session = reopen()
    assert names(session, AD) == ["记王五一次", "记张三一次（叫卖）"]
    while session.log.prepare():
        pass
    assert names(session, "王五") == ["记王五一次"]


def test_the_log_of_an_erased_person_names_nobody(filled: Session):
    assert names(filled, "张三")
    filled.upkeep.erase(filled.member("张三").id)
    assert names(filled, "张三") == names(filled, "大量现货") == []
    assert names(filled, kind=EntryKind.ERASED) == ["删除一位成员的资料"]
    assert len(names(filled, kind=EntryKind.STRIKE)) == 2


def test_what_concerns_a_group_stands_in_its_record(session: Session):
    session.set_setting("moderator", "王老师")
    session.add_group("h", "读书群", "test")
    session.strike_by_name("张三")
    assert names(session, group="h") == ["添加群「读书群」", SET]
    assert names(session, group="g") == ["记张三一次", "添加群「读书群」", SET]
    assert names(session, group="yigongxie") == [SET]
