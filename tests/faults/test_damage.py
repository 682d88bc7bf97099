"""A record of which a file was damaged opens, tells what was done, and gives back what can be had."""

import os
import random
import shutil

import pytest

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Wording
from moderator_app.storage.record import Record
from tests.backup_at_once import AtOnce
from tests.core.roster.makers import entry, member, strike

COUNT = 20
ALL_BUT_THE_LAST = {f"s{number}" for number in range(COUNT - 1)}
FILES = ("ledger/g/2026-05-1.json", "members.json", "groups.json", "settings.json")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A record with a backup made after its first action, and more strikes on top of it."""
    folder = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patch, Record(folder) as record:
        patch.setattr("moderator_app.storage.daily.Thread", AtOnce)
        record.put_group(Group(id="g", title=Wording("群"), rulebook="yigongxie"))
        record.set_setting("language", "en")
        record.set_setting("hotkey", "Ctrl+Alt+N")
        for number in range(COUNT):
            who = member(f"m{number}", f"成员{number}")
            added = entry(EntryKind.MEMBER_ADDED, who.id, after=who, action=f"a{number}")
            record.append([added, strike(who.id, action=f"a{number}", id=f"s{number}")])
        record._open.people.save()
    return folder


@pytest.fixture
def folder(whole, tmp_path):
    return shutil.copytree(whole, tmp_path / "data")


def opened_again(folder):
    """What the record holds when it is opened, and once more after that."""
    with Record(folder) as record:
        first = record.entries("g"), record.members("g"), record.groups(), dict(record.settings())
        problems = [reason.code for reason in record.problems]
    with Record(folder) as record:
        assert record.problems == [], "mended for good"
        assert (record.entries("g"), record.members("g"), record.groups(), dict(record.settings())) == first
    return *first, problems


@pytest.mark.parametrize("twentieth", range(20))
@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_at_any_length(folder, name, twentieth):
    path = folder / name
    data = path.read_bytes()
    cut = data[: len(data) * twentieth // 20]
    path.write_bytes(cut)
    entries, members, groups, settings, problems = opened_again(folder)
    assert len(problems) == 1
    assert problems[0].startswith("storage.rescued-")
    assert {e.id for e in entries} >= ALL_BUT_THE_LAST
    assert len(members) >= COUNT - 1
    assert [group.id for group in groups] == ["g"]
    assert settings["language"] == "en"
    assert [path.read_bytes() for path in (folder / "隔离").iterdir()] == [cut]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("name", FILES)
def test_flipped_bytes(folder, name, seed):
    chance = random.Random(seed)
    path = folder / name
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 1, 5))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    entries, members, groups, _, problems = opened_again(folder)
    assert len(problems) == 1
    assert {e.id for e in entries} >= ALL_BUT_THE_LAST
    assert len(members) >= COUNT - 1
    assert [group.id for group in groups] == ["g"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_deleted(folder, name):
    (folder / name).unlink()
    entries, members, groups, settings, problems = opened_again(folder)
    # The table of members can be made anew from the ledger: that is nothing to be told.
    assert len(problems) == (name != "members.json")
    assert len(entries) >= 2 * (COUNT - 1)
    assert len(members) >= COUNT - 1
    assert groups
    assert settings


def test_a_ledger_that_was_deleted_comes_back_from_the_backup(folder):
    with Record(folder) as record:
        record._backups.make_daily()
    shutil.rmtree(folder / "ledger")
    with Record(folder) as record:
        assert len(record.entries("g")) == 2 * COUNT
        assert [reason.code for reason in record.problems] == ["storage.rescued-backup"]
    with Record(folder) as record:
        assert len(record.entries("g")) == 2 * COUNT
        assert record.problems == []


def test_the_file_and_the_version_before_it_damaged_the_backup_helps(folder):
    with Record(folder) as record:
        record._backups.make_daily()
    for suffix in ("", ".bak"):
        path = folder / (FILES[0] + suffix)
        path.write_bytes(path.read_bytes()[:50])
    entries, _, _, _, problems = opened_again(folder)
    assert len(entries) == 2 * COUNT
    assert problems == ["storage.rescued-backup"]


def test_everything_gone_but_the_ledger_still_gives_members_and_counts(folder):
    for path in folder.iterdir():
        if path.is_file():
            path.unlink()
    with Record(folder) as record:
        assert len(record.members("g")) == COUNT
        assert len(record.entries("g")) == 2 * COUNT


def test_a_strike_after_the_rescue_is_kept_like_any_other(folder):
    path = folder / FILES[0]
    path.write_bytes(path.read_bytes()[:3000])
    with Record(folder) as record:
        known = len(record.entries("g"))
        record.append([strike("m1", id="after")])
    with Record(folder) as record:
        assert record.entry("after")
        assert len(record.entries("g")) == known + 1
        assert len({e.seq for e in record.entries("g")}) == known + 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")
@pytest.mark.parametrize("name", FILES)
def test_a_pipe_in_place_of_a_file_is_not_waited_for(folder, name):
    (folder / name).unlink()
    os.mkfifo(folder / name)
    with Record(folder) as record:
        assert [told.code for told in record.problems] != []
        assert {e.id for e in record.entries("g")} >= ALL_BUT_THE_LAST
        assert record.groups()
    assert (folder / name).is_file()


@pytest.mark.parametrize("name", FILES)
def test_a_file_and_the_version_before_it_and_the_backup_damaged_the_rest_opens(folder, name):
    shutil.rmtree(folder / "备份")
    for path in (folder / name, folder / f"{name}.bak"):
        path.write_bytes(path.read_bytes()[:40] if path.exists() else b"?")
    with Record(folder) as record:
        assert [told.code for told in record.problems]
        assert record.append([strike("m1", id="after")])
    with Record(folder) as record:
        assert record.problems == []
        assert record.entry("after")
