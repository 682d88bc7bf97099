"""Backups looked at and gone back to, a person's data deleted, the record as a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput, NotFound
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.rules.verdict import Action as Step
from moderator_app.sentences import reason_text
from moderator_app.session import Session
from moderator_app.storage.backups import Label
from tests.session.conftest import Clock


def count(session: Session, name: str) -> int:
    return next(row.active for row in session.members() if row.member.name == name)


def test_a_backup_is_listed_looked_at_and_gone_back_to(session: Session, clock: Clock):
    session.strike_by_name("张三")
    session.save_notice("叫卖", "甲")
    path = session.upkeep.backup()
    listed = {info.path: info for info in session.upkeep.backups()}
    assert (listed[path].label, listed[path].daily, listed[path].entries) == (Label.BY_HAND, False, None)
    clock.go(hours=1)
    session.strike_by_name("张三")
    session.strike_by_name("李四")
    session.save_notice("叫卖", "乙")
    info = session.upkeep.preview(path)
    assert (dict(info.members), info.entries, info.going, info.coming) == ({"试验群": 1}, 3, 4, 0)
    assert info.last == session.log.search()[-1].entry.at
    change = session.upkeep.restore(path)
    assert reason_text(change.label).startswith("回到 2026-")
    assert count(session, "张三") == 1
    assert session.notice("叫卖").text == "甲"
    assert [each.label for each in session.upkeep.backups()].count(Label.RESTORE) == 1
    session.upkeep.restore(
        next(each.path for each in session.upkeep.backups() if each.label == Label.RESTORE)
    )
    assert count(session, "李四") == 1
    assert session.notice("叫卖").text == "乙"


def test_what_is_no_backup_is_refused(session: Session, tmp_path: Path):
    session.strike_by_name("张三")
    path = tmp_path / "x.zip"
    path.write_bytes(b"hello")
    for act in (session.upkeep.preview, session.upkeep.restore):
        with pytest.raises(BadInput):
            act(path)
    assert count(session, "张三") == 1


def test_a_person_is_deleted_and_told_without_a_name(session: Session):
    session.strike_by_name("张三", rules=["叫卖"], message="张三家大量现货")
    session.strike_by_name("李四")
    session.upkeep.backup()
    who = session.member("张三").id
    erased = session.upkeep.erase(who)
    assert (erased.entries, erased.backups >= 1, erased.left) == (2, True, ())
    assert (reason_text(erased.change.label), erased.change.undoable) == ("删除一位成员的资料", False)
    assert [row.member.name for row in session.members()] == ["李四"]
    for path in session.data_dir.rglob("*.json"):
        assert "张三" not in path.read_text(encoding="utf-8"), path
    assert len(session.log.search(kind=EntryKind.STRIKE)) == 2, "what was done is still counted"
    with pytest.raises(NotFound):
        session.upkeep.erase("nobody")


def test_a_joined_person_is_deleted_under_every_id(session: Session):
    session.add_member("张三", card="一")
    session.add_member("张三", card="二")
    one, other = (row.member.id for row in session.members())
    session.exchange.same(one, other)
    erased = session.upkeep.erase(other)
    assert {entry.member for entry in erased.change.entries} == {one, other}
    assert session.members() == []


@pytest.mark.parametrize("taken_back", [False, True])
def test_a_person_is_deleted_in_the_free_group_too(session: Session, taken_back: bool):
    session.add_group("free", "自由群", "test")
    session.edit_group("g", linked_free_group="free")
    session.add_member("张三丰", card="张三丰-上海")
    session.add_member("李四平", group="free")
    who = session.member("张三丰").id
    session.process.take(who, Step.MOVE)
    if taken_back:
        session.undo()
    erased = session.upkeep.erase(who)
    assert {entry.group for entry in erased.change.entries} == {"g", "free"}
    assert [row.member.name for row in session.members("free")] == ["李四平"]
    for path in session.data_dir.rglob("*.json*"):
        assert "张三丰" not in path.read_text(encoding="utf-8"), path


def test_what_was_taken_back_does_not_name_the_person_either(session: Session):
    session.strike_by_name("张三丰")
    session.undo()
    session.strike_by_name("张三丰")
    session.upkeep.erase(session.member("张三丰").id)
    for path in session.data_dir.rglob("*.json*"):
        assert "张三丰" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("off", [False, True])
def test_a_member_of_another_group_whose_link_was_taken_back_stays(session: Session, off: bool):
    session.add_group("other", "另一个群", "test")
    session.strike_by_name("张三丰")
    session.add_member("张三丰", group="other")
    one, other = session.member("张三丰").id, session.member("张三丰", "other").id
    session.exchange.link(one, other)
    session.exchange.unlink(one, other)
    if off:
        session.remove_member(other)
    session.upkeep.erase(one)
    assert {entry.name for entry in session._desk.record.about(other)} == {"张三丰"}


@pytest.mark.parametrize("name", ["log.csv", "log.xlsx"])
def test_the_record_as_a_table(session: Session, tmp_path: Path, name: str):
    strike = session.strike_by_name("张三", rules=["叫卖"], message='=HYPERLINK("http://x")')
    session.void(strike.entries[1].id, "看错了")
    session.strike_by_name("李四")
    session.undo()
    path = session.upkeep.export_table(tmp_path / name, told=reason_text)
    rows = _rows(path)
    assert rows[0][:4] == ["时间", "群", "成员", "操作"]
    by_deed = {row[3]: row for row in rows[1:]}
    assert list(by_deed) == ["添加张三", "记张三一次（叫卖）", "作废张三的一次记录", "添加李四", "记李四一次"]
    charged = by_deed["记张三一次（叫卖）"]
    assert (charged[0], charged[1], charged[4]) == ("2026-03-02 09:30:00", "试验群", "叫卖")
    assert not charged[5].startswith("=")
    assert (charged[9], by_deed["记李四一次"][9], by_deed["添加张三"][9]) == ("已作废", "已撤销", "")
    only = session.upkeep.export_table(tmp_path / f"none-{name}", group="yigongxie")
    assert len(_rows(only)) == 1


def _rows(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    from openpyxl import load_workbook  # noqa: PLC0415

    return [
        [str(cell or "") for cell in row] for row in load_workbook(path).active.iter_rows(values_only=True)
    ]
