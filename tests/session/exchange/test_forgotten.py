"""A person deleted by one moderator: told to the other, never brought back, counted alike on both sides."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import pytest

from moderator_app.core.errors import NotSaved, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.history import effective, strike_states
from moderator_app.core.wording import Reason
from moderator_app.sentences import reason_text
from moderator_app.storage.backups import Label
from tests.session.exchange.conftest import PNG, Moderator

Pair = tuple[Moderator, Moderator]


def told(moderator: Moderator) -> tuple[Counter[str], Counter[str]]:
    """What both sides must count alike: strikes by state, and what was done, by kind."""
    entries = moderator.session._desk.record.all_entries()
    states = strike_states(entries, 30, moderator.clock.at)
    return Counter(states.values()), Counter(
        entry.kind for entry in effective(entries) if entry.kind is not EntryKind.CHANGED
    )


def traces(moderator: Moderator, name: str) -> list[Path]:
    """The files of a data folder that name somebody, zips laid open."""
    found = []
    for path in (path for path in moderator.session.data_dir.rglob("*") if path.is_file()):
        data = path.read_bytes()
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                data = b"".join(map(archive.read, archive.namelist()))
        if name.encode() in data:
            found.append(path)
    return found


@pytest.fixture
def known(pair: Pair) -> Pair:
    """Both know 张三丰, and each struck him once more than the other knows; 甲 deleted him since."""
    one, other = pair
    one.session.strike_by_name("张三丰", rules=["叫卖"], message="便宜卖船")
    one.session.strike_by_name("李四平")
    other.take(one)
    one.session.strike_by_name("张三丰")
    other.session.edit_member(other.id_of("张三丰"), card="张三丰-上海")
    other.session.strike_by_name("张三丰", message="张三丰又来了")
    other.session.note_notice("叫卖", "李四平")
    one.session.upkeep.erase(one.id_of("张三丰"))
    return pair


def test_the_other_moderator_is_told_by_the_name_known_there(known: Pair):
    one, other = known
    (erasure,) = other.preview_of(one).erased
    assert (erasure.name, erasure.groups, erasure.entries) == ("张三丰-上海", ("g",), 4)
    assert other.session.exchange.read_bundle(one.send()).erased == (erasure,)
    assert one.preview_of(other).erased == ()


@pytest.mark.parametrize("back_first", [False, True])
def test_deleted_on_both_sides_they_count_alike_whoever_merges_first(known: Pair, back_first: bool):
    one, other = known
    if back_first:
        one.take(other)
        assert [row.member.name for row in one.session.members()] == ["李四平"]
    preview = other.preview_of(one)
    change = other.session.exchange.merge(preview, erase=[each.member for each in preview.erased])
    assert reason_text(change.label).endswith("，删除 1 位的资料")
    one.take(other)
    assert told(one) == told(other)
    assert told(one)[1][EntryKind.STRIKE] == 4
    assert one.counts() == other.counts()
    assert [row.member.name for row in other.session.members()] == ["李四平"]
    for moderator in known:
        assert traces(moderator, "张三丰") == []
        assert traces(moderator, "便宜卖船") == []
    for taker, giver in (known, known[::-1]):
        assert taker.preview_of(giver).is_empty


def test_kept_there_the_sums_agree_and_it_is_asked_again(known: Pair):
    one, other = known
    other.take(one)
    one.take(other)
    assert told(one)[0] == told(other)[0]
    assert other.count("张三丰") == 3
    assert traces(one, "张三丰") == []
    preview = other.preview_of(one)
    assert [erasure.name for erasure in preview.erased] == ["张三丰-上海"]
    assert (preview.new, preview.is_empty) == ((), False)
    with pytest.raises(Refused, match=r"merge\.nothing-new"):
        other.session.exchange.merge(preview)
    other.session.exchange.merge(preview, erase=[preview.erased[0].member])
    one.take(other)
    assert told(one) == told(other)


def test_whatever_is_done_about_them_later_arrives_without_them(known: Pair, tmp_path: Path):
    one, other = known
    picture = tmp_path / "shot.png"
    picture.write_bytes(PNG)
    who = other.id_of("张三丰")
    other.session.process.report(who, text="张三丰骂人", pictures=[picture])
    other.session._desk.record.sightings.add({who: other.clock.at})
    other.session.void(other.session.record(who)[-2].entry.id, "张三丰说得对")
    other.session.strike_by_name("李四平", message="@张三丰 你看")
    preview = one.preview_of(other)
    assert (preview.added, preview.pictures, preview.sightings.get(who)) == ((), (), None)
    one.session.exchange.merge(preview)
    assert traces(one, "张三丰") == []
    struck = one.session.record(one.id_of("李四平"))[0].entry
    assert struck.message == "@＊＊＊ 你看"
    other.take(one)
    assert told(one)[0] == told(other)[0]


def test_joined_there_under_another_id_they_do_not_come_back_under_it(known: Pair):
    one, other = known
    other.session.add_member("三丰", card="武当")
    other.session.exchange.same(other.id_of("张三丰"), other.id_of("三丰"))
    other.session.strike_by_name("三丰")
    one.take(other)
    assert [row.member.name for row in one.session.members()] == ["李四平"]
    other.session.strike_by_name("三丰")
    one.take(other)
    assert [row.member.name for row in one.session.members()] == ["李四平"]
    assert traces(one, "三丰") == []
    preview = other.preview_of(one)
    other.session.exchange.merge(preview, erase=[each.member for each in preview.erased])
    assert [row.member.name for row in other.session.members()] == ["李四平"]
    one.take(other)
    assert told(one) == told(other)


def test_somebody_off_the_list_is_told_by_name_too(known: Pair):
    one, other = known
    other.session.remove_member(other.id_of("张三丰"))
    (erasure,) = other.preview_of(one).erased
    assert erasure.name == "张三丰"
    other.session.exchange.merge(other.preview_of(one), erase=[erasure.member])
    assert traces(other, "张三丰") == []


def test_of_whom_nothing_is_known_nothing_is_asked(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三丰")
    one.session.upkeep.erase(one.id_of("张三丰"))
    preview = other.preview_of(one)
    assert (preview.erased, len(preview.new)) == ((), 3)
    other.session.exchange.merge(preview)
    assert told(one) == told(other)
    assert other.session.members() == []


def test_the_backup_from_before_the_merge_does_not_hold_them(known: Pair):
    one, other = known
    preview = other.preview_of(one)
    other.session.exchange.merge(preview, erase=[preview.erased[0].member])
    backup = next(each for each in other.session.upkeep.backups() if each.label == Label.MERGE)
    other.session.upkeep.restore(backup.path)
    assert [row.member.name for row in other.session.members()] == ["李四平"]
    assert traces(other, "张三丰") == []


def test_a_backup_that_cannot_be_cleaned_is_told_of(known: Pair):
    one, other = known
    broken = other.session.data_dir / "备份" / "2020-01-01.zip"
    broken.parent.mkdir(exist_ok=True)
    broken.write_bytes(b"PK?")
    preview = other.preview_of(one)
    change = other.session.exchange.merge(preview, erase=[preview.erased[0].member])
    assert [reason_text(each) for each in change.warnings] == [
        "这些文件打不开，没能清理，请自行删除：2020-01-01.zip"
    ]


def test_of_whom_once_only_counts_were_taken_in_nothing_more_is_when_they_are_somebody_else_again(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三丰")
    who = one.id_of("张三丰")
    other.take(one)
    one.session.upkeep.erase(who)
    other.session.add_member("张三疯")
    apart = other.id_of("张三疯")
    joined = other.session.exchange.same(who, apart)
    one.take(other)
    other.session.log.undo(joined.action)
    other.session.strike_by_name("张三疯", message="后来")
    one.take(other)
    about = [entry for entry in one.session._desk.record.about(apart) if entry.kind is not EntryKind.UNDO]
    assert len(about) == 2
    assert not any(entry.name or entry.message or entry.after for entry in about)
    assert traces(one, "张三疯") == []
    assert [row.member.name for row in one.session.members()] == []


def test_where_a_merge_fails_after_its_deletions_it_is_said_that_those_are_done(
    known: Pair, monkeypatch: pytest.MonkeyPatch
):
    one, other = known
    one.session.strike_by_name("王五")
    preview = other.preview_of(one)
    (erasure,) = preview.erased

    def full(*_: object) -> None:
        raise NotSaved("storage.disk-full", folder="D:")

    with monkeypatch.context() as patch:
        patch.setattr("moderator_app.storage.ledger.Ledger.merge", full)
        with pytest.raises(NotSaved) as failed:
            other.session.exchange.merge(preview, erase=[erasure.member])
    text = reason_text(failed.value.reason)
    assert text.startswith("1 位的资料已经删除；其余的没有合并，请再合并一次。")
    assert text.endswith(reason_text(Reason("storage.disk-full", {"folder": "D:"})))
    assert traces(other, "张三丰") == []
    assert [row.member.name for row in other.session.members()] == ["李四平"]
    other.take(one)
    assert {row.member.name for row in other.session.members()} == {"李四平", "王五"}
    one.take(other)
    assert told(one) == told(other)
