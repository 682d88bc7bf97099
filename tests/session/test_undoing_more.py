"""Groups, settings, restores, whole imports taken back by name; in the order in which they were done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from moderator_app.core.errors import Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Wording
from moderator_app.sentences import reason_text
from moderator_app.session import Change, Session
from moderator_app.session.actions import Action
from moderator_app.session.edits import group_text
from moderator_app.session.erasing import erase
from moderator_app.storage.backups import Label
from tests.session.conftest import Clock, Reopen


def undone(session: Session) -> str:
    """What Ctrl+Z says."""
    return reason_text(session.undo().label)


def offered(session: Session) -> str:
    """What Ctrl+Z offers; "" for nothing."""
    change = session.undoable()
    return reason_text(change.label) if change else ""


def ids(session: Session) -> list[str]:
    return [group.id for group in session.groups()]


# ---- groups


def test_a_group_that_was_added_goes_again_and_not_what_was_done_before(session: Session, reopen: Reopen):
    session.strike_by_name("张三")
    change = session.add_group("h", "读书群", "test")
    session.choose_group("h")
    assert (reason_text(change.label), change.undoable) == ("添加群「读书群」", True)
    session = reopen()
    assert (offered(session), session.group.id) == ("添加群「读书群」", "h")
    assert undone(session) == "已撤销：添加群「读书群」"
    assert (ids(session), session.group.id) == (["yigongxie", "g"], "g")
    session = reopen()
    assert (ids(session), session.group.id) == (["yigongxie", "g"], "g")
    assert offered(session) == "记张三一次"
    session.add_group("h", "读书群", "test")
    assert ids(session) == ["yigongxie", "g", "h"]


def test_a_group_in_which_something_was_done_stays_and_it_is_said_why(session: Session):
    added = session.add_group("h", "读书群", "test")
    session.add_member("张三", group="h")
    session.strike_by_name("李四", group="h")
    (row,) = [row for row in session.log.search() if row.action == added.action]
    assert not row.undoable
    with pytest.raises(Refused, match=r"undo\.group-in-use") as refused:
        session.log.undo(added.action)
    assert reason_text(refused.value.reason) == (
        "没有撤销：群「读书群」里已有 2 步记录，会看不到。"
        "请先撤销那些步骤，最近的一步是：记李四一次；或者留着这个群。"
    )
    session.undo()
    session.undo()
    assert undone(session) == "已撤销：添加群「读书群」"


def test_a_group_that_was_edited_since_waits_for_that(session: Session):
    added = session.add_group("h", "读书群", "test")
    session.edit_group("h", owner="王老师")
    with pytest.raises(Refused, match=r"undo\.hangs"):
        session.log.undo(added.action)


def test_a_group_that_takes_in_those_of_another_stays(session: Session):
    added = session.add_group("h", "自由群", "test")
    linked = session.edit_group("g", linked_free_group="h")
    with pytest.raises(Refused, match=r"undo\.group-linked"):
        session.log.undo(added.action)
    session.log.undo(linked.action)
    session.log.undo(added.action)
    assert ids(session) == ["yigongxie", "g"]


def test_one_made_and_linked_in_one_action_goes_in_one(session: Session):
    home, made = session.group, Group(id="h", title=Wording("自由群"), rulebook="test")
    linked = replace(home, linked_free_group="h")
    action = Action(session._desk, home)
    action.change("group/h", "", group_text(made))
    action.change("group/g", group_text(home), group_text(linked))
    record = session._desk.record
    action.done(lambda: record.put_group(made), lambda: record.put_group(linked))
    session.undo()
    assert (ids(session), session.group) == (["yigongxie", "g"], home)


def test_a_group_that_cannot_be_written_off_is_still_there(session: Session, monkeypatch: pytest.MonkeyPatch):
    session.add_group("h", "读书群", "test")

    def fails(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(type(session._desk.record), "append", fails)
        with pytest.raises(OSError):
            session.undo()
    assert ids(session) == ["yigongxie", "g", "h"]
    assert undone(session) == "已撤销：添加群「读书群」"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "新名"),
        ("owner", "王老师"),
        ("hours", "22:00-07:30"),
        ("linked_free_group", "yigongxie"),
        ("rulebook", "yigongxie"),
    ],
)
def test_each_setting_of_a_group_is_taken_back(session: Session, reopen: Reopen, field: str, value: str):
    before = session.group
    session.edit_group("g", **{field: value})
    assert session.group != before
    session = reopen()
    session.undo()
    assert session.group == before


# ---- settings


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("moderator", "王老师", "更改设置：经手人"),
        ("history_days", 365, "更改设置：检查过的消息"),
        ("history_text", False, "更改设置：连同原文"),
    ],
)
def test_a_setting_of_the_record_is_a_step_in_it(
    session: Session, reopen: Reopen, name: str, value: str | int, told: str
):
    before = session.setting(name)
    session.strike_by_name("张三")
    session.set_setting(name, value)
    session = reopen()
    assert offered(session) == told
    assert undone(session) == f"已撤销：{told}"
    assert session.setting(name) == before
    assert offered(session) == "记张三一次"


def test_a_preference_is_taken_back_before_what_was_done_earlier(session: Session):
    session.strike_by_name("张三")
    session.set_setting("scale", 125)
    session.set_setting("language", "en")
    session.set_setting("main_geometry", "x")  # nobody thinks of that as a step
    assert offered(session) == "更改设置：语言"
    assert (undone(session), session.setting("language")) == ("已撤销：更改设置：语言", "")
    assert (undone(session), session.setting("scale")) == ("已撤销：更改设置：文字大小", 100)
    assert undone(session) == "已撤销：记张三一次"


def test_what_was_done_after_a_preference_goes_first(session: Session, reopen: Reopen):
    session.set_setting("scale", 125)
    session.strike_by_name("张三")
    assert undone(session) == "已撤销：记张三一次"
    assert undone(session) == "已撤销：更改设置：文字大小"
    session.set_setting("scale", 125)
    session = reopen()
    assert (offered(session), session.setting("scale")) == ("", 125), "a restart forgets preferences"


def test_the_same_value_again_is_no_step(session: Session):
    session.set_setting("moderator", "")
    session.set_setting("scale", 100)
    assert session.undoable() is None


# ---- back to a backup


@pytest.fixture
def restored(session: Session, clock: Clock) -> Session:
    """李四 was charged after the backup that was then gone back to."""
    session.strike_by_name("张三")
    backup = session.upkeep.backup()
    clock.go(minutes=5)
    session.strike_by_name("李四")
    session.save_notice("叫卖", "新的写法")
    clock.go(minutes=5)
    session.upkeep.restore(backup)
    return session


def names(session: Session) -> set[str]:
    return {row.member.name for row in session.members()}


def test_a_restore_is_a_step_and_taken_back_by_going_to_before_it(restored: Session, reopen: Reopen):
    assert names(restored) == {"张三"}
    session = reopen()
    assert offered(session).startswith("回到 20")
    assert undone(session).startswith("已撤销：回到 20")
    assert names(session) == {"张三", "李四"}
    assert session.notice("叫卖").text == "新的写法"
    session = reopen()
    assert names(session) == {"张三", "李四"}
    newest = session.log.search()[0]
    assert (reason_text(newest.label)[:2], newest.undone is not None) == ("回到", True)
    assert offered(session) == "保存「叫卖」", "the steps from before it are there again"


def test_what_was_done_since_goes_along_only_when_told(restored: Session):
    step = next(row for row in restored.log.search() if row.entry.thing == "restore")
    restored.strike_by_name("王五")
    restored.set_setting("moderator", "甲")
    assert [reason_text(label) for label in restored.log.goes_along(step.action)] == [
        "更改设置：经手人",
        "记王五一次",
    ]
    with pytest.raises(Refused, match=r"undo\.takes-along") as refused:
        restored.log.undo(step.action)
    assert "之后又做了 2 步" in reason_text(refused.value.reason)
    assert names(restored) == {"张三", "王五"}
    restored.log.undo(step.action, with_later=True)
    assert names(restored) == {"张三", "李四"}
    assert restored.setting("moderator") == ""


def test_where_its_backup_is_gone_the_step_before_is_offered(restored: Session):
    step = next(row for row in restored.log.search() if row.entry.thing == "restore")
    for backup in restored.upkeep.backups():
        if backup.label == Label.RESTORE:
            backup.path.unlink()
    assert offered(restored) == "记张三一次"
    with pytest.raises(Refused, match=r"undo\.no-way-back"):
        restored.log.undo(step.action)


def test_most_steps_take_nothing_along(session: Session):
    change = session.strike_by_name("张三")
    session.strike_by_name("李四")
    assert session.log.goes_along(change.action) == ()


def test_a_whole_import_is_taken_back(session: Session, tmp_path: Path, clock: Clock):
    session.strike_by_name("张三", message="手套大量现货")
    session.remember(session.check("手套大量现货", member="张三"))
    path = session.exchange.export_all(tmp_path / "all.json", history=True)
    with Session.open(tmp_path / "new", now=clock) as fresh:
        fresh.exchange.import_all(path)
        assert names(fresh) == {"张三"}
        assert list((tmp_path / "new" / "history").rglob("*.jsonl"))
    with Session.open(tmp_path / "new", now=clock) as fresh:
        assert offered(fresh).startswith("导入整份记录")
        assert undone(fresh).startswith("已撤销：导入整份记录")
        assert (fresh.members(), ids(fresh), offered(fresh)) == ([], ["yigongxie"], "")
        assert not list((tmp_path / "new" / "history").rglob("*.jsonl"))
        fresh.exchange.import_all(path)
        assert names(fresh) == {"张三"}


def test_steps_that_came_with_a_whole_import_lead_nowhere_here(
    restored: Session, tmp_path: Path, clock: Clock
):
    path = restored.exchange.export_all(tmp_path / "all.json")
    with Session.open(tmp_path / "new", now=clock) as fresh:
        change = fresh.exchange.import_all(path)
        for row in fresh.log.search():
            if row.entry.thing == "restore":
                assert not row.undoable
        (backup,) = [each for each in fresh.upkeep.backups() if each.label == Label.IMPORT]
        backup.path.unlink()
        assert change.undoable
        assert offered(fresh) == "记张三一次"


# ---- the clock


def test_after_the_clock_was_set_back_the_newest_is_still_the_newest(session: Session, clock: Clock):
    session.strike_by_name("张三")
    clock.go(days=-120)
    session.strike_by_name("李四")
    assert offered(session) == "记李四一次"
    clock.go(days=120)
    assert offered(session) == "记李四一次", "the clock was right again"
    assert [row.entry.name for row in session.log.undoables()] == ["李四", "张三"]
    assert undone(session) == "已撤销：记李四一次"
    assert undone(session) == "已撤销：记张三一次"


def test_in_several_groups_too(session: Session, clock: Clock, reopen: Reopen):
    session.strike_by_name("张三", group="g")
    clock.go(days=-120)
    session.strike_by_name("李四", group="yigongxie")
    clock.go(days=121)
    session = reopen()
    session.strike_by_name("王五", group="g")
    assert [undone(session) for _ in range(3)] == [
        "已撤销：记王五一次",
        "已撤销：记李四一次",
        "已撤销：记张三一次",
    ]


# ---- where it was done


def test_the_group_is_told_where_it_is_another_one(session: Session):
    def place(change: Change | None) -> str:
        group = session.elsewhere(change) if change else None
        return group.id if group else ""

    charged = session.strike_by_name("张三", group="yigongxie")
    assert (place(charged), place(session.undoable())) == ("yigongxie", "yigongxie")
    assert place(session.strike_by_name("李四")) == ""
    assert place(session.set_setting("moderator", "甲")) == ""
    added = session.add_group("h", "读书群", "test")
    session.choose_group("h")
    assert place(added) == "", "its name says it"
    session.undo()
    session.undo()
    session.undo()
    assert place(session.undo()) == "yigongxie"


def test_a_setting_emptied_with_a_person_still_reads(session: Session):
    session.strike_by_name("张三")
    session.set_setting("moderator", "张三")
    who = session.member("张三").id
    erase(session._desk, who)
    assert all(reason_text(row.label) for row in session.log.search())
    assert any(row.entry.kind is EntryKind.ERASED for row in session.log.search())
