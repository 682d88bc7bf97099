from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from moderator_app.core.errors import Busy, NotSaved, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Wording
from moderator_app.storage import ledger, people, record
from moderator_app.storage.codec import entry_to_doc
from moderator_app.storage.durable import write_file
from moderator_app.storage.envelope import dumps, loads, sealed
from moderator_app.storage.migrations import SCHEMA_VERSION, stamped, version_of
from moderator_app.storage.record import Record
from tests.core.roster.makers import NOON, entry, member, strike

GROUP = Group(id="g", title=Wording("业主群", "Owners"), rulebook="homeowners", linked_free_group="free")


def added(who, **fields):
    return entry(EntryKind.MEMBER_ADDED, who.id, after=who, **fields)


def test_everything_is_there_again_after_a_restart(tmp_path):
    who = member("m1", "张三\ud83d", aliases=("小张",))
    with Record(tmp_path / "new" / "folder") as first:
        first.put_group(GROUP)
        first.set_setting("language", "en")
        done = first.append([added(who, action="a"), strike(action="a", message="现货 😀")])
    with Record(tmp_path / "new" / "folder") as again:
        assert again.problems == []
        assert again.groups() == (GROUP,)
        assert again.settings() == {"language": "en"}
        assert again.members("g") == (who,)
        assert again.member("m1") == who
        assert again.entries("g") == again.entries("g", "m1") == done
        assert again.entry(done[1].id) == done[1]
        assert again.entry("unknown") is again.member("unknown") is None


def test_entries_are_numbered_on_from_the_last(tmp_path):
    for numbers in ([1, 2], [3]):
        with Record(tmp_path) as opened:
            assert [e.seq for e in opened.append([strike(seq=0) for _ in numbers])] == numbers


def test_an_action_is_one_write(tmp_path, monkeypatch):
    with Record(tmp_path) as opened:
        opened.append([strike()])
        writes = []
        monkeypatch.setattr(
            "moderator_app.storage.durable.write_file", lambda path, data: writes.append(path.name)
        )
        opened.append([added(member("m9")), strike("m9"), strike("m8", group="other")])
    assert writes == ["2026-05-1.json"]


def test_nothing_appended_is_nothing_done(tmp_path):
    with Record(tmp_path) as opened:
        assert opened.append([]) == ()
    assert not (tmp_path / "ledger").exists()


def test_an_action_on_two_groups_is_found_in_both(tmp_path):
    with Record(tmp_path) as opened:
        opened.append([strike("m1"), strike("m2", group="free")])
    with Record(tmp_path) as opened:
        assert [e.member for e in opened.entries("g")] == ["m1"]
        assert [e.member for e in opened.entries("free")] == ["m2"]


def test_files_are_cut_by_month_and_number_and_never_go_back(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "FULL_ENTRIES", 2)
    with Record(tmp_path) as opened:
        for days in (0, 0, 0, 40, -100, 400):
            opened.append([strike(days=days)])
        opened.append([strike(days=400) for _ in range(5)])
    files = sorted(path.name for path in (tmp_path / "ledger" / "g").glob("*.json"))
    assert files == ["2026-05-1.json", "2026-05-2.json", "2026-06-1.json", "2027-06-1.json"]
    with Record(tmp_path) as opened:
        assert [e.seq for e in opened.entries("g")] == list(range(1, 12))


def test_large_entries_close_a_file_sooner(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "FULL_BYTES", 10_000)
    with Record(tmp_path) as opened:
        for _ in range(4):
            opened.append([strike(message="长" * 2_000)])
    assert len(list((tmp_path / "ledger" / "g").glob("*.json"))) == 2


def test_the_tenth_file_of_a_month_comes_after_the_ninth(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "FULL_ENTRIES", 1)
    with Record(tmp_path) as opened:
        for _ in range(12):
            opened.append([strike()])
    with Record(tmp_path) as opened:
        assert [e.seq for e in opened.entries("g")] == list(range(1, 13))
        assert opened.append([strike()])[0].seq == 13


def test_recent_reads_no_more_than_it_needs(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "FULL_ENTRIES", 2)
    with Record(tmp_path) as opened:
        for days in range(10):
            opened.append([strike(days=days)])
    with Record(tmp_path) as opened:
        monkeypatch.setattr(record.Rescue, "load", lambda *_: pytest.fail("read one file too many"))
        assert [e.at for e in opened.recent(NOON + timedelta(days=9))] == [NOON + timedelta(days=9)]


def test_recent_is_newest_first_over_all_groups(tmp_path):
    with Record(tmp_path) as opened:
        for days, group in enumerate(("g", "free", "g", "free")):
            opened.append([strike(days=days, group=group)])
        found = opened.recent(NOON + timedelta(days=1))
    assert [e.seq for e in found] == [4, 3, 2]


def test_files_that_opening_left_unread_are_read_when_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "FULL_ENTRIES", 2)
    monkeypatch.setattr(people, "_SAVE_AFTER", 4)
    with Record(tmp_path) as opened:
        for _ in range(9):
            opened.append([strike()])
    with Record(tmp_path) as opened:
        assert len(opened.entries("g")) == 9


def test_what_is_read_ahead_is_as_it_is_when_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "FULL_ENTRIES", 2)
    with Record(tmp_path) as writing:
        done = [writing.append([strike("m1")])[0] for _ in range(7)]
        with writing.transaction():
            done += writing.merge([strike("m2", group="other", seq=3)])
    with Record(tmp_path, write=False) as asked:
        expected = asked.all_entries()
        assert set(expected) == set(done)
    with Record(tmp_path) as ahead:
        pieces = 0
        while ahead.read_ahead():
            pieces += 1
        assert pieces >= 3
        monkeypatch.setattr("moderator_app.storage.rescue.Rescue.load", None)
        assert ahead.all_entries() == expected
        assert ahead.entries("g", "m1") == tuple(done[:7])
        assert not ahead.read_ahead()
        later = ahead.append([strike("m1")])
        assert not ahead.read_ahead()
        assert ahead.all_entries() == (*expected, *later)


def test_asking_in_the_midst_of_reading_ahead_gives_all(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "FULL_ENTRIES", 1)
    monkeypatch.setattr(people, "_SAVE_AFTER", 1)
    with Record(tmp_path) as writing:
        done = tuple(writing.append([strike("m1")])[0] for _ in range(5))
    with Record(tmp_path) as halfway:
        assert halfway.read_ahead()
        later = halfway.append([strike("m2")])
        assert halfway.all_entries() == (*done, *later)
        while halfway.read_ahead():
            assert halfway.all_entries() == (*done, *later)


def test_the_table_of_members_is_only_a_shortcut(tmp_path, monkeypatch):
    monkeypatch.setattr(people, "_SAVE_AFTER", 3)
    folk = [member(f"m{i}", f"成员{i}") for i in range(5)]
    with Record(tmp_path) as opened:
        for who in folk:
            opened.append([added(who)])
        renamed = replace(folk[0], name="新名")
        opened.append([entry(EntryKind.MEMBER_EDITED, "m0", before=folk[0], after=renamed)])
        opened.append([entry(EntryKind.MEMBER_REMOVED, "m1", before=folk[1])])
        expected = opened.members("g")
    assert [m.name for m in expected] == ["新名", "成员2", "成员3", "成员4"]
    assert (tmp_path / "members.json").exists()
    for without in (False, True):
        if without:
            (tmp_path / "members.json").unlink()
            (tmp_path / "members.json.bak").unlink(missing_ok=True)
        with Record(tmp_path) as opened:
            assert opened.members("g") == expected
            assert opened.problems == []


def test_the_index_is_kept_until_a_member_changes(tmp_path):
    with Record(tmp_path) as opened:
        opened.append([added(member("m1", "张三"))])
        index = opened.index("g")
        opened.append([strike("m1")])
        assert opened.index("g") is index
        opened.append([added(member("m2", "李四"))])
        assert [m.name for m in opened.index("g").search("ls")] == ["李四"]


def test_a_group_is_changed_in_place(tmp_path):
    other = replace(GROUP, id="free")
    with Record(tmp_path) as opened:
        opened.put_group(GROUP)
        opened.put_group(other)
        opened.put_group(replace(GROUP, rulebook="company-work"))
        assert opened.groups() == (replace(GROUP, rulebook="company-work"), other)
    with Record(tmp_path) as opened:
        assert opened.groups() == (replace(GROUP, rulebook="company-work"), other)


def test_only_one_writes_and_anybody_reads(tmp_path):
    with Record(tmp_path) as writer:
        writer.append([strike()])
        with pytest.raises(Busy) as raised:
            Record(tmp_path)
        assert raised.value.reason.values == {"folder": str(tmp_path)}
        with Record(tmp_path, write=False) as reader:
            assert len(reader.entries("g")) == 1
            with pytest.raises(NotSaved) as refused:
                reader.append([strike()])
            assert refused.value.reason.code == "storage.opened-for-reading"
        writer.append([strike()])
    with Record(tmp_path) as writer:
        assert len(writer.entries("g")) == 2


def test_reading_an_empty_folder_makes_nothing(tmp_path):
    with Record(tmp_path / "none", write=False) as reader:
        assert reader.groups() == reader.members("g") == reader.entries("g") == ()
    assert not (tmp_path / "none").exists()


def test_the_first_write_of_a_day_makes_a_backup(tmp_path):
    today = [NOON]
    with Record(tmp_path, now=lambda: today[0]) as opened:
        opened.append([strike()])
    assert [path.name for path in (tmp_path / "备份").iterdir()] == ["2026-05-03.zip"]
    today[0] += timedelta(days=1)
    with Record(tmp_path, now=lambda: today[0]) as opened:
        assert len(list((tmp_path / "备份").iterdir())) == 1, "opening alone makes none"
        opened.append([strike()])
    assert len(list((tmp_path / "备份").iterdir())) == 2


def test_a_backup_that_fails_is_told_and_the_strike_is_saved(tmp_path):
    (tmp_path / "备份").write_text("in the way", encoding="utf-8")
    with Record(tmp_path) as opened:
        opened.append([strike()])
        opened.close()
        assert [reason.code for reason in opened.problems] == ["storage.no-backup"]
    with Record(tmp_path) as opened:
        assert len(opened.entries("g")) == 1


def test_halves_of_writes_are_tidied_away(tmp_path):
    with Record(tmp_path) as opened:
        opened.append([strike()])
    left = [tmp_path / "settings.json.tmp", tmp_path / "ledger" / "g" / "2026-05-1.json.tmp"]
    for path in left:
        path.write_bytes(b"half")
    Record(tmp_path, write=False).close()
    assert all(path.exists() for path in left)
    Record(tmp_path).close()
    assert not any(path.exists() for path in left)


@pytest.mark.parametrize("name", ["members.json", "settings.json", "groups.json", "ledger/g/2026-05-1.json"])
def test_data_of_a_newer_program_is_refused_and_untouched(tmp_path, name):
    with Record(tmp_path) as opened:
        opened.append([strike()])
    newer = dumps(stamped({"x": {}}, SCHEMA_VERSION + 1))
    write_file(tmp_path / name, newer)
    for _ in range(2):
        with pytest.raises(Refused) as raised:
            Record(tmp_path)
        assert raised.value.reason.code == "storage.newer-schema"
    assert (tmp_path / name).read_bytes() == newer


def versions_in(folder):
    """The schema version of every data file."""
    return {
        path.relative_to(folder).as_posix(): version_of(loads(path.read_bytes()))
        for path in folder.rglob("*.json")
    }


def test_older_data_is_backed_up_before_it_is_marked_as_new(tmp_path):
    (tmp_path / "ledger" / "g").mkdir(parents=True)
    old = stamped({"entries": {"1": sealed(entry_to_doc(strike(seq=1)))}}, 1)
    write_file(tmp_path / "ledger" / "g" / "2026-05-1.json", dumps(old))
    for _ in range(3):
        with Record(tmp_path, now=lambda: NOON) as opened:
            assert opened.problems == []
            assert len(opened.entries("g")) == 1
    assert [path.name for path in (tmp_path / "备份").iterdir()] == ["2026-05-03-120000-升级前.zip"]
    assert versions_in(tmp_path) == {
        **dict.fromkeys(("settings.json", "groups.json", "members.json"), SCHEMA_VERSION),
        "ledger/g/2026-05-1.json": 1,
    }


def test_a_time_long_ago_or_far_ahead_is_kept_in_order(tmp_path):
    with Record(tmp_path) as opened:
        for at in (datetime(2099, 1, 1), datetime(1999, 1, 1), NOON):
            opened.append([strike(at=at)])
    with Record(tmp_path) as opened:
        assert [e.seq for e in opened.entries("g")] == [1, 2, 3]
        assert opened.append([strike()])[0].seq == 4


# ---- several things as one


def do_much(opened):
    """Everything that a transaction may hold."""
    opened.append([added(member("m1")), strike("m1", id="s1")])
    opened.append([strike("m2", group="free", id="s2")])
    opened.append([strike("m1", id="s3")])
    opened.put_group(replace(GROUP, id="new"))
    opened.set_setting("language", "en")


def test_a_transaction_is_there_altogether_after_a_restart(tmp_path):
    with Record(tmp_path) as opened:
        opened.append([strike("m0", id="s0")])
        with opened.transaction():
            do_much(opened)
    with Record(tmp_path) as opened:
        assert [each.id for each in opened.entries("g") if each.kind is EntryKind.STRIKE] == [
            "s0",
            "s1",
            "s3",
        ]
        assert len(opened.entries("free")) == 1
        assert [group.id for group in opened.groups()] == ["new"]
        assert opened.settings() == {"language": "en"}
        assert opened.member("m1")


def test_one_that_fails_leaves_memory_and_disk_as_they_were(tmp_path):
    with Record(tmp_path) as opened:
        opened.append([strike("m0", id="s0")])
        for fail in (ZeroDivisionError, KeyboardInterrupt):
            with pytest.raises(fail), opened.transaction():
                do_much(opened)
                raise fail
            assert [each.id for each in opened.entries("g")] == ["s0"]
            assert opened.entries("free") == opened.groups() == opened.members("g") == ()
            assert opened.settings() == {}
        assert opened.append([strike("m0")])[0].seq == 2
    with Record(tmp_path) as opened:
        assert [each.seq for each in opened.entries("g")] == [1, 2]
        assert opened.problems == []


def test_many_actions_in_one_transaction_fill_files_as_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger, "FULL_BYTES", 2_000)
    with Record(tmp_path) as opened, opened.transaction():
        for _ in range(20):
            opened.append([strike("m1", message="现货" * 50)])
    assert len(list((tmp_path / "ledger" / "g").glob("*.json"))) > 3
    with Record(tmp_path) as opened:
        assert len(opened.entries("g")) == 20


def test_a_folder_that_vanishes_in_a_transaction_is_read_anew_when_it_is_back(tmp_path):
    with Record(tmp_path / "data") as opened:
        opened.append([strike("m0", id="s0")])
        opened._daily.join()
        with pytest.raises(NotSaved), opened.transaction():
            do_much(opened)
            (tmp_path / "data").rename(tmp_path / "unplugged")
        with pytest.raises(NotSaved) as raised:
            opened.append([strike("m0")])
        assert raised.value.reason.code == "storage.folder-gone"
        assert not (tmp_path / "data").exists()
        (tmp_path / "unplugged").rename(tmp_path / "data")
        opened.append([strike("m0", id="s9")])
        assert [each.id for each in opened.entries("g")] == ["s0", "s9"]
        assert opened.groups() == ()
    with Record(tmp_path / "data") as opened:
        assert [each.id for each in opened.entries("g")] == ["s0", "s9"]


def test_whoever_only_reads_sees_an_interrupted_transaction_whole(tmp_path, monkeypatch):
    opened = Record(tmp_path)
    opened.append([strike("m0", id="s0")])
    opened.close()
    with Record(tmp_path) as opened:
        monkeypatch.setattr("moderator_app.storage.transaction._Move.make", lambda _: None)
        monkeypatch.setattr("moderator_app.storage.transaction._sync_folders", interrupted)
        monkeypatch.setattr("moderator_app.storage.transaction.Transactions._take_back", interrupted)
        with pytest.raises(Interrupted), opened.transaction():
            monkeypatch.setattr(opened, "_go_back", lambda: None)
            do_much(opened)
    monkeypatch.undo()
    for writes in (False, True):
        with Record(tmp_path, write=writes) as again:
            assert again.problems == []
            assert len(again.entries("g")) == 4
            assert len(again.entries("free")) == 1
            assert again.settings() == {"language": "en"}
            assert (tmp_path / "pending").exists() is not writes


class Interrupted(BaseException):
    """The program ends here."""


def interrupted(*_):
    raise Interrupted
