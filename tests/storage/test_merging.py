"""Entries of other records come in as a set: order and repetition change nothing."""

import shutil
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.members import folded
from moderator_app.storage import ledger
from moderator_app.storage.backups import Label
from moderator_app.storage.record import Record
from tests.backup_at_once import backup_at_once  # noqa: F401
from tests.core.roster.makers import NOON, entry, member, strike

numbers = count(1)


def theirs(*entries):
    """Entries as another moderator's record would send them: with ids and numbers of their own."""
    return [replace(each, id=f"theirs{next(numbers)}") for each in entries]


def added(who, **fields):
    return entry(EntryKind.MEMBER_ADDED, who.id, after=who, **fields)


def edited(before, seq, **changes):
    after = replace(before, **changes)
    return entry(EntryKind.MEMBER_EDITED, before.id, before=before, after=after, seq=seq)


def test_what_is_new_comes_in_numbered_as_it_was_and_ours_go_on_above(tmp_path):
    with Record(tmp_path) as record:
        ours = record.append([strike("m1")])
        sent = theirs(strike("m1", seq=7), strike("m2", seq=5, group="other", days=-40))
        assert record.merge(sent) == (sent[1], sent[0])
        assert record.entries("g") == (*ours, sent[0])
        assert record.merge([*sent, *ours]) == ()
        assert record.append([strike("m1")])[0].seq == 8
    with Record(tmp_path) as record:
        assert record.problems == []
        assert [each.seq for each in record.entries("g")] == [1, 7, 8]
        assert record.append([strike("m1")])[0].seq == 9


def test_files_that_were_merged_in_lie_by_group_and_month_and_never_grow(tmp_path):
    with Record(tmp_path) as record:
        record.merge(theirs(strike(seq=1), strike(seq=2, days=-40), strike(seq=3, group="other")))
        record.merge(theirs(strike(seq=4)))
        record.append([strike()])
    found = sorted(
        path.relative_to(tmp_path / "ledger").as_posix() for path in tmp_path.glob("ledger/*/*.json")
    )
    assert found == [
        *("g/2026-03-1m.json", "g/2026-05-1.json", "g/2026-05-1m.json", "g/2026-05-2m.json"),
        "other/2026-05-1m.json",
    ]


def test_a_number_higher_than_ours_is_known_when_only_our_files_are_read(tmp_path, monkeypatch):
    with Record(tmp_path) as record:
        record.append([strike()])
        record.merge(theirs(strike(seq=500, days=-40)))
    opened = []
    real = ledger.Ledger._read
    monkeypatch.setattr(
        ledger.Ledger, "_read", lambda self, file: opened.append(file.key) or real(self, file)
    )
    with Record(tmp_path) as record:
        assert record.append([strike()])[0].seq == 501
    assert not any(key.endswith("m") for key in opened), "opening stays lazy"


def test_recent_knows_what_was_merged_in_and_leaves_older_months_alone(tmp_path):
    with Record(tmp_path) as record:
        record.append([strike(days=0)])
        record.merge(theirs(strike(seq=9, days=1), strike(seq=8, days=-1), strike(seq=7, days=-40)))
    with Record(tmp_path) as record:
        read = []
        real = record._open.ledger._read
        record._open.ledger._read = lambda file: read.append(file.key) or real(file)
        assert [each.seq for each in record.recent(NOON)] == [9, 1]
        assert set(read) == {"g/2026-05-1", "g/2026-05-1m"}
        assert [each.seq for each in record.recent(NOON - timedelta(days=50))] == [9, 8, 7, 1]


def test_edits_of_two_moderators_on_different_fields_both_hold(tmp_path):
    who = member("m1", "张三")
    with Record(tmp_path) as record:
        first = record.append([added(who)])
        record.append([edited(who, 0, card="张三-采购")])
        record.merge(theirs(*first, edited(who, 2, notes="说过会改")))
        expected = replace(who, card="张三-采购", notes="说过会改")
        assert record.member("m1") == expected
        assert record.index("g").exactly("张三-采购")[0].notes == "说过会改"
    for without in (False, True):
        if without:
            for left in tmp_path.glob("members.json*"):
                left.unlink()
        with Record(tmp_path) as record:
            assert record.member("m1") == expected


def test_members_told_to_be_one_are_one_until_that_is_undone(tmp_path):
    one, two = member("b", "张三", notes="老"), member("a", "小张", card="张三-采购")
    same = entry(EntryKind.SAME, "b", target="a")
    with Record(tmp_path) as record:
        record.append([added(one), strike("b")])
        record.merge(theirs(added(two, seq=1), strike("a", seq=2)))
        assert [who.id for who in record.members("g")] == ["b", "a"]
        record.append([same])

        def joined(record):
            (shown,) = record.members("g")
            assert (shown.id, shown.name, shown.aliases, shown.notes) == ("a", "小张", ("张三",), "老")
            assert record.member("b") == record.member("a") == shown
            assert record.about("a") == record.about("b")
            assert {each.member for each in record.entries("g", "b")} == {"a", "b"}
            return shown

        shown = joined(record)
        record.append([entry(EntryKind.MEMBER_EDITED, "a", before=shown, after=replace(shown, card="新"))])
    with Record(tmp_path) as record:
        assert replace(joined(record), card="") == replace(shown, card="")
        record.append([entry(EntryKind.UNDO, "b", target=same.action)])
        assert {who.id: who.card for who in record.members("g")} == {"a": "新", "b": ""}
        assert record.member("a").notes == "", "what was only the other's is the other's again"
    with Record(tmp_path) as record:
        assert {who.id for who in record.members("g")} == {"a", "b"}
        assert {each.member for each in record.about("a")} == {"a"}


def test_a_bond_of_theirs_that_we_took_back_is_parted_when_the_table_is_made_anew_too(tmp_path):
    one, two = member("b", "张三", notes="老"), member("a", "小张")
    (same,) = theirs(entry(EntryKind.SAME, "b", target="a", seq=9))
    with Record(tmp_path) as record:
        record.append([added(one), added(two)])
        record.merge([same])
        (shown,) = record.members("g")
        record.append([entry(EntryKind.MEMBER_EDITED, "a", before=shown, after=replace(shown, card="新"))])
        record.append([entry(EntryKind.UNDO, "b", target=same.action)])
        parted = {who.id: who for who in record.members("g")}
        assert {who: (each.card, each.notes) for who, each in parted.items()} == {
            "a": ("新", ""),
            "b": ("", "老"),
        }
    (tmp_path / "members.json").unlink()
    with Record(tmp_path) as record:
        assert {who.id: who for who in record.members("g")} == parted


# ---- as a set


KINDS = st.sampled_from(("add", "strike", "edit", "remove", "undo"))
STEPS = st.lists(st.tuples(KINDS, st.integers(0, 2), st.integers(0, 2), st.integers(-70, 0)), max_size=14)


def story(steps):
    """Entries as several moderators may have made them, knowing of each other or not."""
    made = []
    for number, (kind, who, value, days) in enumerate(steps, 1):
        before = member(f"m{who}", f"成员{who}")
        fields = {"seq": number // 2, "days": days, "group": f"g{value}" if kind == "strike" else "g"}
        match kind:
            case "add":
                made.append(added(before, **fields))
            case "edit":
                after = replace(before, notes=f"{value}", card=f"{days}")
                made.append(entry(EntryKind.MEMBER_EDITED, before.id, before=before, after=after, **fields))
            case "remove":
                made.append(entry(EntryKind.MEMBER_REMOVED, before.id, before=before, **fields))
            case "undo" if made:
                target = made[value % len(made)]
                made.append(entry(EntryKind.UNDO, target.member, target=target.action, **fields))
            case _:
                made.append(strike(before.id, **fields))
    return made


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, data=st.data())
def test_in_whatever_order_and_however_often_it_is_one_record(tmp_path, monkeypatch, steps, data):
    monkeypatch.setattr(ledger, "FULL_ENTRIES", 3)
    folder = tmp_path / "data"
    shutil.rmtree(folder, ignore_errors=True)
    sent = story(steps)
    places = st.lists(st.integers(0, max(len(sent) - 1, 0)), max_size=8) if sent else st.just([])
    with Record(folder, now=lambda: NOON) as record:
        for _ in range(data.draw(st.integers(1, 3))):
            record.merge([sent[place] for place in data.draw(places)])
            record.append([strike("ours", group="ours")])
        record.merge(sent)
        record.merge(data.draw(st.permutations(sent)))
        ours = record.entries("ours")
        expected = sorted(folded(sent).values(), key=lambda who: who.id)
        assert sorted(record.members("g"), key=lambda who: who.id) == expected

    def holds(record):
        assert record.problems == []
        assert list(record.all_entries()) == in_order([*sent, *ours])
        assert sorted(record.members("g"), key=lambda who: who.id) == expected
        found = {each.id for each in record.recent(NOON - timedelta(days=20))}
        fresh = {each.id for each in sent if each.at >= NOON - timedelta(days=20)}
        assert found == fresh | {each.id for each in ours}

    with Record(folder, now=lambda: NOON) as record:
        holds(record)
    shutil.rmtree(folder / "备份")
    for left in folder.glob("members.json*"):
        left.unlink()
    with Record(folder, now=lambda: NOON) as record:
        holds(record)


@pytest.mark.parametrize("name", ["2026-05-1m.json", "2026-05-1.json"])
def test_a_ledger_file_that_is_gone_comes_back_from_the_backup(tmp_path, name):
    with Record(tmp_path) as record:
        record.append([added(member("m1"))])
        record.merge(theirs(strike("m1", seq=5), added(member("m2"), seq=6)))
        record.back_up(Label.BY_HAND)
    (tmp_path / "ledger" / "g" / name).unlink()
    with Record(tmp_path) as record:
        assert len(record.entries("g")) == 3
        assert [reason.code for reason in record.problems] == ["storage.rescued-backup"]
        assert [who.id for who in record.members("g")] == ["m1", "m2"]


@pytest.mark.parametrize("name", ["2026-05-1m.json", "2026-05-1.json"])
def test_one_that_is_gone_for_good_is_told_once(tmp_path, name):
    with Record(tmp_path) as record:
        record.append([added(member("m1"))])
        record.merge(theirs(strike("m1", seq=5)))
    shutil.rmtree(tmp_path / "备份")
    (tmp_path / "ledger" / "g" / name).unlink()
    with Record(tmp_path) as record:
        assert [(told.code, told.values["file"]) for told in record.problems] == [
            ("storage.lost", f"ledger/g/{name}")
        ]
        assert [who.id for who in record.members("g")] == ["m1"]
    with Record(tmp_path) as record:
        assert record.problems == []
