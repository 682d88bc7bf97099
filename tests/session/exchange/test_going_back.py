"""Going back to a backup: told in the same breath, and nobody who was deleted since comes back by it."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from moderator_app.core.roster.entry import EntryKind
from moderator_app.sentences import reason_text
from moderator_app.session import Session
from moderator_app.session.desk import Desk
from moderator_app.storage.backups import Label
from moderator_app.storage.record import Record
from tests.session.exchange.conftest import PNG, Moderator
from tests.session.exchange.test_forgotten import traces

Pair = tuple[Moderator, Moderator]


class Killed(BaseException):
    """Nothing more is done."""


def killed(*_: object) -> None:
    raise Killed


def deletions(moderator: Moderator) -> int:
    entries = moderator.session._desk.record.all_entries()
    return sum(entry.kind is EntryKind.ERASED for entry in entries)


@pytest.fixture
def kept(pair: Pair, tmp_path: Path) -> Path:
    """A backup of 甲 that was put elsewhere, where nobody could take 张三丰 out of it."""
    one, other = pair
    picture = tmp_path / "a.png"
    picture.write_bytes(PNG)
    one.session.strike_by_name("张三丰", rules=["叫卖"], message="张三丰家大量现货")
    one.session.process.report(one.id_of("张三丰"), text="乱讲", pictures=[picture], reporter="李四平")
    one.session.strike_by_name("李四平", message="@张三丰 你好")
    other.take(one)
    return Path(shutil.copy2(one.session.upkeep.backup(), tmp_path / "kept.zip"))


def test_who_was_deleted_does_not_come_back_with_a_backup_that_lay_elsewhere(pair: Pair, kept: Path):
    one, _ = pair
    who = one.id_of("张三丰")
    one.session.upkeep.erase(who)
    one.session.strike_by_name("王五")
    restored = one.session.upkeep.restore(kept)
    (warning,) = restored.warnings
    assert reason_text(warning).startswith("备份里还有 1 位已经删除的人，没有找回来。")
    assert traces(one, "张三丰") == []
    assert not list(one.session.data_dir.rglob("*.png"))
    assert [row.member.name for row in one.session.members()] == ["李四平"]
    assert one.session.log.search(kind=EntryKind.STRIKE, member=who), "their strikes are counted as before"
    assert one.count("李四平") == 1
    assert not one.session.problems


@pytest.mark.parametrize("back_and_forth", [False, True])
def test_a_deletion_is_known_after_going_back_to_before_it(pair: Pair, kept: Path, back_and_forth: bool):
    one, other = pair
    other.session.strike_by_name("张三丰", message="又来了")
    before = next(each.path for each in one.session.upkeep.backups() if each.label == Label.BY_HAND)
    one.session.upkeep.erase(one.id_of("张三丰"))
    told = deletions(one)
    restored = one.session.upkeep.restore(before)
    if back_and_forth:
        one.session.log.undo(restored.action)
    assert deletions(one) == told
    one.take(other)
    assert traces(one, "张三丰") == []
    (erasure,) = other.preview_of(one).erased
    assert erasure.name == "张三丰"


def test_whom_nobody_deleted_comes_back_as_they_were(pair: Pair, kept: Path):
    one, _ = pair
    with zipfile.ZipFile(kept) as archive:
        then = {name: archive.read(name) for name in archive.namelist() if name.startswith("证据/")}
    one.session.strike_by_name("张三丰")
    assert not one.session.upkeep.restore(kept).warnings
    assert one.count("张三丰") == 1
    assert {f"证据/{p.name}": p.read_bytes() for p in one.session.data_dir.rglob("*.png")} == then


def test_ended_between_a_way_back_and_its_name_the_way_back_is_named(
    pair: Pair, kept: Path, monkeypatch: pytest.MonkeyPatch
):
    one, _ = pair
    one.session.strike_by_name("王五")
    for step in ("restore", "undo"):
        with monkeypatch.context() as patch:
            patch.setattr(Record, "_read_again", killed)
            with pytest.raises(Killed):
                one.session.upkeep.restore(kept) if step == "restore" else one.session.undo()
        one.session.close()
        one.session = Session.open(one.session.data_dir, now=one.clock)
        offered = one.session.undoable()
        names = {row.member.name for row in one.session.members()}
        if step == "restore":
            assert offered and reason_text(offered.label).startswith("回到 2026-")
            assert "王五" not in names
        else:
            assert offered and reason_text(offered.label) == "记王五一次"
            assert "王五" in names
    one.session.close()


def test_ended_after_a_whole_import_it_is_named(pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    one, _ = pair
    one.session.strike_by_name("张三丰")
    whole = one.session.exchange.export_all(tmp_path / "whole.json")
    with Session.open(tmp_path / "new", now=one.clock) as empty, monkeypatch.context() as patch:
        patch.setattr(Desk, "start_anew", killed)
        with pytest.raises(Killed):
            empty.exchange.import_all(whole)
    with Session.open(tmp_path / "new", now=one.clock) as again:
        offered = again.undoable()
        assert offered and reason_text(offered.label).startswith("导入")
        again.undo()
        assert not again.groups()[1:]


def test_a_deletion_stays_when_the_way_back_before_it_is_taken_back(pair: Pair, kept: Path):
    one, _ = pair
    one.session.strike_by_name("王五")
    restored = one.session.upkeep.restore(kept)
    one.session.upkeep.erase(one.id_of("张三丰"))
    assert one.session.log.goes_along(restored.action) == ()
    assert reason_text(one.session.undo().label).startswith("已撤销：回到 2026-")
    assert {row.member.name for row in one.session.members()} == {"李四平", "王五"}
    assert deletions(one) == 1
    assert traces(one, "张三丰") == []
