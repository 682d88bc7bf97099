"""Bundles sent, looked at and merged: the same on both sides, whatever the order and however often."""

from __future__ import annotations

from pathlib import Path

import pytest

from moderator_app.core.errors import BadInput, NotSaved, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.session import Topic
from moderator_app.storage.backups import Label
from moderator_app.storage.record import Record
from tests.session.exchange.conftest import PNG, Moderator, strike_of

Pair = tuple[Moderator, Moderator]


def test_what_one_did_the_other_knows_after_one_bundle(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三", rules=["叫卖"])
    one.session.strike_by_name("张三")
    preview = other.preview_of(one)
    assert (len(preview.new), preview.known, preview.moderators) == (3, 0, ("甲",))
    assert [member.name for member in preview.added] == ["张三"]
    assert [(share.group.id, share.here, share.new, share.known) for share in preview.groups] == [
        ("g", True, 3, 0)
    ]
    change = other.session.exchange.merge(preview)
    assert (change.label.code, change.label.values["count"], change.label.values["members"]) == (
        "did.merge",
        3,
        "甲",
    )
    assert other.counts() == one.counts() == {one.id_of("张三"): (2, 0, 0)}


def test_order_and_repetition_do_not_matter(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三")
    other.take(one)
    one.session.strike_by_name("张三")
    strike = strike_of(other.session.strike_by_name("张三"))
    other.session.void(strike, "误会")
    old = one.outbox / "old.zip"
    old.write_bytes(one.send().read_bytes())
    one.session.strike_by_name("李四")
    one.take(other)
    other.take(one)
    assert one.counts() == other.counts()
    assert one.count("张三") == 2
    assert other.session.exchange.read_bundle(old).is_empty
    with pytest.raises(Refused, match="nothing-new"):
        other.session.exchange.merge(other.session.exchange.read_bundle(old))
    with pytest.raises(Refused, match="nothing-new"):
        one.take(other)


def test_undoing_travels_and_is_told_before(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三")
    other.take(one)
    given = other.session.strike_by_name("张三")
    one.take(other)
    one.session.log.undo(given.action)
    preview = other.preview_of(one)
    assert preview.takes_back == 1
    other.session.exchange.merge(preview)
    assert one.count("张三") == other.count("张三") == 1


def test_the_last_action_of_ones_own_is_undone_not_what_came(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三")
    for _ in range(9):
        other.session.strike_by_name("李四")
    one.take(other)
    one.session.undo()
    assert one.session.undo().label.values["member"] == "张三"
    one.take(other)
    assert one.count("李四") == 9


def test_twins_are_shown_and_joined_only_when_told(pair: Pair):
    one, other = pair
    one.session.add_member("张三", card="张三-上海")
    other.session.add_member("张 三", card="张三-上海")
    other.session.add_member("李四")
    one.session.add_member("李四", card="另一位")
    one.session.strike_by_name("张三")
    other.session.strike_by_name("张 三")
    preview = one.preview_of(other)
    (twin,) = preview.twins
    assert (twin.ours.id, twin.theirs.id) == (one.id_of("张三"), other.id_of("张 三"))
    one.session.exchange.merge(preview)
    assert sorted(one.counts().values()) == [(0, 0, 0), (0, 0, 0), (1, 0, 0), (1, 0, 0)]
    change = one.session.exchange.same(twin.ours.id, twin.theirs.id)
    assert change.label.code == "did.same"
    canonical = min(twin.ours.id, twin.theirs.id)
    assert one.counts()[canonical] == (2, 0, 0)
    assert len(one.session.members()) == 3
    assert {row.entry.member for row in one.session.record(twin.theirs.id)} == {twin.ours.id, twin.theirs.id}
    other.take(one)
    assert other.counts() == one.counts()
    one.session.log.undo(change.action)
    assert one.counts()[twin.ours.id] == one.counts()[twin.theirs.id] == (1, 0, 0)


def test_twins_told_to_be_one_are_joined_with_the_merge(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三")
    other.session.strike_by_name("张三")
    preview = one.preview_of(other)
    one.session.exchange.merge(preview, [twin.theirs.id for twin in preview.twins])
    assert one.count("张三") == 2
    told = [row for row in one.session.log.search() if row.entry.kind is EntryKind.SAME]
    one.session.log.undo(told[0].action)
    assert sorted(one.counts().values()) == [(1, 0, 0), (1, 0, 0)]


def test_a_backup_is_made_before_and_leads_back(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三")
    other.session.strike_by_name("李四")
    before = one.counts()
    one.take(other)
    (backup,) = [info for info in one.session.upkeep.backups() if info.label == Label.MERGE]
    preview = one.session.upkeep.preview(backup.path)
    assert (preview.members, preview.entries, preview.going, preview.coming) == ({"试验群": 1}, 2, 3, 0)
    restored = one.session.upkeep.restore(backup.path)
    assert (restored.label.code, restored.topic) == ("did.restore", Topic.RECORD)
    assert one.counts() == before


def test_a_group_that_is_new_comes_with_its_members(pair: Pair):
    one, other = pair
    other.session.add_group("h", "第二群", "test", linked_free_group="g")
    other.session.strike_by_name("王五", group="h")
    preview = one.preview_of(other)
    assert [(share.group.title.zh, share.here) for share in preview.groups if share.new] == [
        ("第二群", False)
    ]
    one.session.exchange.merge(preview)
    assert [group.id for group in one.session.groups()] == ["yigongxie", "g", "h"]
    assert [row.active for row in one.session.members("h")] == [1]


def test_a_group_whose_rules_are_not_here_is_refused(pair: Pair, tmp_path: Path):
    one, other = pair
    own = tmp_path / "乙" / "rulebooks"
    text = (own / "test.yaml").read_text(encoding="utf-8")
    (own / "mine.yaml").write_text(text.replace("id: test", "id: mine", 1), encoding="utf-8")
    other.session.add_group("h", "第二群", "mine")
    other.session.strike_by_name("王五", group="h")
    other.session.strike_by_name("王五", group="g")
    with pytest.raises(BadInput, match="no-rulebook"):
        one.preview_of(other)
    only = other.session.exchange.bundle(other.outbox / "g.zip", group="g")
    one.session.exchange.merge(one.session.exchange.read_bundle(only))
    assert one.count("王五") == 1


def test_what_is_set_here_stays_here(pair: Pair):
    one, other = pair
    other.session.save_notice("叫卖", "乙的写法 {称呼}")
    other.session.edit_group("g", title="乙的叫法", owner="乙")
    other.session.rules.misjudged(other.session.check("手套大量现货", member="张三"))
    other.session.strike_by_name("张三")
    preview = one.preview_of(other)
    kinds = {entry.kind for entry in preview.new}
    assert kinds == {EntryKind.MEMBER_ADDED, EntryKind.STRIKE}
    one.session.exchange.merge(preview)
    assert one.session.group.title.zh == "试验群"
    assert one.session.notice("叫卖").text.startswith("@{称呼} 您好")


def test_a_report_that_names_its_reporter_names_nobody_elsewhere(pair: Pair, tmp_path: Path):
    one, two = pair
    one.session.add_member("张三")
    one.session.process.report("张三", text="王小明：他骂我，王小明作证", reporter="王小明")
    report = one.session.process.reports()[0]
    one.session.process.close_report(report.entry.id, "已和王小明谈过")
    one.session.process.fine(one.id_of("张三"), "10 元", reason="王小明说他骂人")
    strike = strike_of(one.session.strike_by_name("张三", message="王小明你等着"))
    one.session.void(strike, "王小明也有错")
    everything = one.session.exchange.export_all(tmp_path / "all.json").read_text(encoding="utf-8")
    table = one.session.upkeep.export_table(tmp_path / "all.csv").read_text(encoding="utf-8-sig")
    two.take(one)
    assert two.session.process.reports()[0].text == "＊＊＊：他骂我，＊＊＊作证"
    assert everything.count("王小明") == table.count("王小明") == 1, "only in what was said in the group"
    assert {"＊＊＊说他骂人", "＊＊＊也有错"} < {row.entry.reason for row in two.session.log.search()}
    assert one.session.process.reports()[0].text == "王小明：他骂我，王小明作证", (
        "here it stays as it was said"
    )


def test_pictures_travel_and_the_reporter_does_not(pair: Pair, tmp_path: Path):
    one, other = pair
    picture = tmp_path / "shot.png"
    picture.write_bytes(PNG)
    one.session.add_member("张三")
    one.session.process.report("张三", text="群里骂人", pictures=[picture], reporter="举报人李四")
    path = one.send()
    assert "举报人李四".encode() not in _unzipped(path)
    preview = other.session.exchange.read_bundle(path)
    assert len(preview.pictures) == 1
    other.session.exchange.merge(preview)
    (report,) = other.session.process.reports()
    assert (report.text, report.reporter) == ("群里骂人", "")
    assert [path.read_bytes() for path in report.pictures] == [PNG]


def _unzipped(path: Path) -> bytes:
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(path) as archive:
        return b"".join(map(archive.read, archive.namelist()))


def test_neither_half_of_a_merge_is_kept(pair: Pair, monkeypatch: pytest.MonkeyPatch):
    one, other = pair
    one.session.strike_by_name("张三")
    other.session.strike_by_name("张三")
    other.session.add_group("h", "第二群", "test")
    other.session.strike_by_name("王五", group="h")
    preview = one.preview_of(other)
    before = one.session.log.search()

    def full(*_: object) -> None:
        raise NotSaved("storage.disk-full")

    with monkeypatch.context() as patched:
        patched.setattr(Record, "append", full)
        with pytest.raises(NotSaved):
            one.session.exchange.merge(preview, [twin.theirs.id for twin in preview.twins])
    assert one.session.log.search() == before
    assert [group.id for group in one.session.groups()] == ["yigongxie", "g"]
    one.session.exchange.merge(preview)
    assert len(one.session.groups()) == 3


def test_who_was_erased_here_does_not_come_back(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三")
    other.take(one)
    other.session.strike_by_name("张三")
    other.session.edit_member(other.id_of("张三"), card="张三-上海")
    other.session.strike_by_name("李四")
    one.session.upkeep.erase(one.id_of("张三"))
    one.take(other)
    assert [row.member.name for row in one.session.members()] == ["李四"]
    assert "张三".encode() not in _unzipped(one.send())


def test_who_was_erased_after_the_bundle_was_read_does_not_come_back_either(pair: Pair):
    one, other = pair
    one.session.strike_by_name("张三")
    other.take(one)
    other.session.strike_by_name("张三")
    other.session.strike_by_name("李四")
    who = one.id_of("张三")
    other.session._desk.record.sightings.add({who: other.clock.at})
    read = one.preview_of(other)
    one.session.upkeep.erase(who)
    one.session.exchange.merge(read)
    assert [row.member.name for row in one.session.members()] == ["李四"]
    assert "张三".encode() not in _unzipped(one.send())
    assert one.session._desk.record.sightings.last(who) is None
    with pytest.raises(Refused, match=r"merge\.nothing-new"):
        one.session.exchange.merge(read)


def test_when_somebody_was_seen_travels_too(pair: Pair):
    one, other = pair
    one.session.add_member("张三")
    who = one.id_of("张三")
    one.session._desk.record.sightings.add({who: one.clock.at})
    other.take(one)
    assert other.session._desk.record.sightings.last(who) == one.clock.at


def test_who_goes_off_the_list_is_told_before(pair: Pair):
    one, other = pair
    for name in ("张三", "李四"):
        one.session.strike_by_name(name)
    other.take(one)
    other.session.remove_member(other.id_of("张三"))
    preview = one.preview_of(other)
    assert [member.name for member in preview.removed] == ["张三"]
    one.session.exchange.merge(preview)
    assert [row.member.name for row in one.session.members()] == ["李四"]
    assert one.preview_of(other).removed == ()
