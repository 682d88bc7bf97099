"""A merge taken back: what it brought is gone as if it had never come, until the next bundle."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.core.errors import Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.sentences import reason_text
from moderator_app.session import Session
from moderator_app.session.actions import Action
from moderator_app.session.edits import group_text
from moderator_app.storage.backups import Label
from tests.session.conftest import there_from_before
from tests.session.exchange.conftest import PNG, Moderator, make_folder

Pair = tuple[Moderator, Moderator]


def shown(session: Session) -> object:
    """All that a merge can touch."""
    rows = session.members()
    return (
        [(row.member, row.active, row.lapsed, row.voided) for row in rows],
        [group.id for group in session.groups()],
        {row.member.id: [line.entry.id for line in session.record(row.member.id)] for row in rows},
        session.exchange.conflicts(),
    )


@pytest.fixture
def met(pair: Pair) -> Pair:
    """Both know 张三, charged once; then 乙 charges and edits him, and knows 李四."""
    one, other = pair
    one.session.strike_by_name("张三")
    other.take(one)
    other.session.strike_by_name("张三")
    other.session.edit_member(other.id_of("张三"), card="张三-北京")
    other.session.strike_by_name("李四")
    return one, other


def test_a_merge_is_named_and_taken_back_also_after_a_restart(met: Pair):
    one, other = met
    before = shown(one.session)
    change = one.take(other)
    assert (change.undoable, one.count("张三")) == (True, 2)
    one.session.close()
    with Session.open(one.session.data_dir, now=one.clock) as again:
        offered = again.undoable()
        assert offered is not None
        assert reason_text(offered.label).startswith("合并乙的记录")
        assert reason_text(again.undo().label).startswith("已撤销：合并乙的记录")
        assert shown(again) == before
    with Session.open(one.session.data_dir, now=one.clock) as again:
        assert shown(again) == before
        assert not again.problems
        newest = again.log.search()[0]
        assert (newest.entry.thing, newest.undone is not None) == ("merge", True)


def test_the_same_bundle_and_a_later_one_bring_it_again(met: Pair):
    one, other = met
    bundle = other.send()
    one.session.exchange.merge(one.session.exchange.read_bundle(bundle))
    merged = shown(one.session)
    one.session.undo()
    one.session.exchange.merge(one.session.exchange.read_bundle(bundle))
    assert shown(one.session) == merged
    one.session.undo()
    other.session.strike_by_name("李四")
    one.take(other)
    assert (one.count("李四"), one.count("张三")) == (2, 2)


def test_nothing_of_it_reaches_the_other_side(met: Pair):
    one, other = met
    one.take(other)
    one.session.undo()
    assert other.preview_of(one).is_empty
    assert other.count("张三") == 2


def test_what_rests_on_it_is_named_first(met: Pair):
    one, other = met
    merged = one.take(other)
    charged = one.session.strike_by_name("李四")
    with pytest.raises(Refused, match=r"undo\.hangs") as refused:
        one.session.log.undo(merged.action)
    assert "记李四一次" in reason_text(refused.value.reason)
    one.session.log.undo(charged.action)
    one.session.log.undo(merged.action)
    assert [row.member.name for row in one.session.members()] == ["张三"]


def test_what_was_done_to_people_known_before_stays(met: Pair):
    one, other = met
    merged = one.take(other)
    one.session.strike_by_name("张三")
    one.session.edit_member(one.id_of("张三"), notes="已谈话")
    one.session.log.undo(merged.action)
    assert one.count("张三") == 2
    assert one.session.member("张三").notes == "已谈话"
    assert one.session.member("张三").card == ""


def test_an_edit_by_mistake_leaves_no_ghost(met: Pair):
    one, other = met
    one.take(other)
    one.session.edit_member(one.id_of("李四"), notes="错了")
    one.session.undo()
    one.session.undo()
    assert [row.member.name for row in one.session.members()] == ["张三"]
    one.session.close()
    (one.session.data_dir / "members.json").unlink()
    with Session.open(one.session.data_dir, now=one.clock) as again:
        assert [row.member.name for row in again.members()] == ["张三"]
        again.exchange.merge(again.exchange.read_bundle(other.send()))
        assert {row.member.name: row.member.notes for row in again.members()} == {"张三": "", "李四": ""}


def test_an_edit_by_mistake_leaves_no_ghost_at_a_third_moderators(met: Pair, tmp_path: Path):
    one, other = met
    one.take(other)
    one.session.edit_member(one.id_of("李四"), notes="错了")
    one.session.undo()
    one.session.undo()
    there_from_before(make_folder(tmp_path / "丙"), moderator="丙")
    with Session.open(tmp_path / "丙", now=one.clock) as third:
        third.exchange.merge(third.exchange.read_bundle(one.send()))
        assert [row.member.name for row in third.members()] == ["张三"]
        third.exchange.merge(third.exchange.read_bundle(other.send()))
        assert third.exchange.read_bundle(one.send()).is_empty
        assert {row.member.name: row.member.notes for row in third.members()} == {"张三": "", "李四": ""}


def test_who_was_told_to_be_one_parts_with_it(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三")
    other.session.strike_by_name("张三")
    before = shown(one.session)
    preview = one.preview_of(other)
    one.session.exchange.merge(preview, [twin.theirs.id for twin in preview.twins])
    assert one.count("张三") == 2
    one.session.undo()
    assert shown(one.session) == before
    one.take(other)
    assert len(one.session.members()) == 2, "nobody is one person before it is told again"


def test_a_group_and_pictures_go_with_it(pair: Pair, tmp_path):
    one, other = pair
    other.session.add_group("h", "第二群", "test")
    other.session.strike_by_name("王五", group="h")
    picture = tmp_path / "shot.png"
    picture.write_bytes(PNG)
    other.session.strike_by_name("李四")
    other.session.process.report("李四", text="骂人", pictures=[picture])
    merged = one.take(other)
    evidence = one.session.data_dir / "证据"
    assert len(list(evidence.glob("*.png"))) == 1
    one.session.choose_group("h")
    charged = one.session.add_member("赵六", group="h")
    with pytest.raises(Refused, match=r"undo\.(hangs|group-in-use)"):
        one.session.log.undo(merged.action)
    one.session.log.undo(charged.action)
    one.session.log.undo(merged.action)
    assert [group.id for group in one.session.groups()] == ["yigongxie", "g"]
    assert one.session.group.id == "g"
    assert not list(evidence.glob("*.png"))
    one.take(other)
    assert len(list(evidence.glob("*.png"))) == 1


def test_the_later_of_two_merges_goes_first(met: Pair):
    one, other = met
    first = one.take(other)
    other.session.strike_by_name("李四")
    second = one.take(other)
    with pytest.raises(Refused, match=r"undo\.hangs") as refused:
        one.session.log.undo(first.action)
    assert "合并乙的记录" in reason_text(refused.value.reason)
    one.session.log.undo(second.action)
    assert one.count("李四") == 1
    one.session.log.undo(first.action)
    assert [row.member.name for row in one.session.members()] == ["张三"]


def test_what_the_other_took_back_of_mine_holds_again(met: Pair):
    one, other = met
    mine = next(row for row in one.session.log.search() if row.entry.kind is EntryKind.STRIKE)
    other.session.void(mine.entry.id, "看错了")
    one.take(other)
    assert one.count("张三") == 1
    one.session.undo()
    assert one.count("张三") == 1
    assert one.session.record(one.id_of("张三"))[0].state.value == "active"


def test_a_member_deleted_since_does_not_stand_in_the_way(met: Pair):
    one, other = met
    one.take(other)
    one.session.upkeep.erase(one.id_of("李四"))
    merged = next(row for row in one.session.log.search() if row.entry.thing == "merge")
    one.session.log.undo(merged.action)
    assert [row.member.name for row in one.session.members()] == ["张三"]
    one.take(other)
    assert [row.member.name for row in one.session.members()] == ["张三"]


def test_the_backup_before_it_is_still_a_way(met: Pair):
    one, other = met
    before = shown(one.session)
    one.take(other)
    one.session.undo()
    (backup,) = [each for each in one.session.upkeep.backups() if each.label == Label.MERGE]
    one.session.upkeep.restore(backup.path)
    assert shown(one.session) == before


def test_an_undo_travels_where_the_action_was_about_people_as_well(pair: Pair):
    """Moving somebody may link a group on this machine, and is taken back on the other all the same."""
    one, other = pair
    one.session.strike_by_name("张三")
    other.take(one)
    desk = one.session._desk
    action = Action(desk, one.session.group)
    member = one.session.member("张三")
    action.edit_member(member, {"notes": "移到自由群"})
    action.change("group/g", group_text(one.session.group), group_text(one.session.group))
    action.done()
    other.take(one)
    assert other.session.member("张三").notes == "移到自由群"
    one.session.undo()
    other.take(one)
    assert other.session.member("张三").notes == ""


def test_what_another_took_back_before_merges_were_steps_is_not_taken_back_again(pair: Pair):
    """Without reading all that was ever merged it may be offered; nothing else is taken back in its place."""
    one, other = pair
    one.session.strike_by_name("张三")
    one.session.strike_by_name("李四")
    other.take(one)
    charged = one.session.log.search()[0]
    other.session.log.undo(charged.action)
    undoing = [entry for entry in other.session._desk.record.all_entries() if entry.kind is EntryKind.UNDO]
    one.session._desk.record.merge(undoing)
    one.session.close()
    with Session.open(one.session.data_dir, now=one.clock) as again:
        assert again.undoable() is not None
        with pytest.raises(Refused, match="already-undone"):
            again.undo()
        offered = again.undoable()
        assert offered is not None
        assert reason_text(offered.label) == "记张三一次"
        assert reason_text(again.undo().label) == "已撤销：记张三一次"


def test_who_went_with_a_merge_is_not_on_an_older_list_that_stands_in_for_a_damaged_one(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三")
    other.session.strike_by_name("李四")
    other.session.log.undo(other.take(one).action)
    folder = other.session.data_dir
    other.session.close()
    table = folder / "members.json"
    table.write_bytes(table.read_bytes()[:-20])
    with Session.open(folder, now=other.clock) as again:
        assert again.problems
        assert [row.member.name for row in again.members()] == ["李四"]
