"""Going back to a backup: what it would change is told before, and it is all or nothing."""

import os
import zipfile
from dataclasses import replace

import pytest

from moderator_app.core.errors import BadInput, NotSaved, Refused
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Wording
from moderator_app.storage.backups import Label
from moderator_app.storage.durable import write_file
from moderator_app.storage.envelope import dumps
from moderator_app.storage.migrations import SCHEMA_VERSION, stamped
from moderator_app.storage.record import Record
from tests.backup_at_once import backup_at_once  # noqa: F401
from tests.core.roster.makers import NOON, entry, member, strike
from tests.storage.test_transaction import Killed, dies_at

GROUP = Group(id="g", title=Wording("群"), rulebook="yigongxie")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(50)


def added(who, **fields):
    return entry(EntryKind.MEMBER_ADDED, who.id, after=who, **fields)


@pytest.fixture
def record(tmp_path):
    """A record with one strike of each of two members, and a backup by hand of that."""
    with Record(tmp_path / "data", now=lambda: NOON) as opened:
        opened.put_group(GROUP)
        opened.set_setting("language", "en")
        opened.evidence.put("e-1.png", PICTURE)
        for number in (1, 2):
            opened.append([added(member(f"m{number}")), strike(f"m{number}", id=f"s{number}")])
        (tmp_path / "data" / "notices").mkdir()
        write_file(tmp_path / "data" / "notices" / "own.md", b"old")
        opened.back_up(Label.BY_HAND)
        yield opened


def by_hand(record):
    (found,) = [backup.path for backup in record.backups() if backup.label == Label.BY_HAND]
    return found


def go_on(record):
    """What is done after the backup: everything there is changes."""
    root = by_hand(record).parent.parent
    record.append([strike("m1", id="s3"), added(member("m3"))])
    record.append([strike("x", group="other", id="s4")])
    record.put_group(replace(GROUP, id="other"))
    record.set_setting("language", "zh_CN")
    record.sightings.add({"m1": NOON})
    record.reporters.put("s1", "李四")
    record.evidence.put("e-2.png", PICTURE)
    write_file(root / "notices" / "own.md", b"new")
    write_file(root / "notices" / "more.md", b"new")
    write_file(root / "members.csv", b"mine")


def held(record):
    root = by_hand(record).parent.parent
    own = {path.relative_to(root).as_posix() for path in (*root.glob("notices/*.md"), *root.glob("证据/*"))}
    return {
        "entries": {each.id for each in record.all_entries()},
        "members": [who.id for who in record.members("g")],
        "groups": [group.id for group in record.groups()],
        "settings": dict(record.settings()),
        "files": own,
        "notice": (root / "notices" / "own.md").read_bytes(),
        "seen": record.sightings.last("m1"),
        "reporter": record.reporters.of("s1"),
    }


def test_a_preview_tells_what_would_change_and_writes_nothing(record):
    go_on(record)
    root = by_hand(record).parent.parent
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    found = record.preview(by_hand(record))
    assert (found.members, found.entries, found.last) == ({"g": 2}, 4, NOON)
    assert (found.going, found.coming) == (3, 0)
    assert found.groups == (GROUP,)
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_going_back_and_forth(record):
    then = held(record)
    go_on(record)
    later = held(record)
    record.restore(by_hand(record))
    assert held(record) == then
    (saved,) = [backup for backup in record.backups() if backup.label == Label.RESTORE]
    assert record.preview(saved.path).coming == 3
    record.restore(saved.path)
    assert held(record) == later
    assert (by_hand(record).parent.parent / "members.csv").read_bytes() == b"mine", (
        "not the record's: left alone"
    )


def test_it_is_the_same_after_a_restart_and_goes_on_from_there(record):
    then = held(record)
    go_on(record)
    record.restore(by_hand(record))
    record.append([strike("m2", id="s9")])
    root = by_hand(record).parent.parent
    record.close()
    with Record(root, now=lambda: NOON) as again:
        assert again.problems == []
        assert {each.id for each in again.all_entries()} == then["entries"] | {"s9"}
        assert len({each.seq for each in again.all_entries()}) == 5


def test_what_was_given_up_does_not_come_back_from_the_backup_made_before(record):
    """Also where the program ends before a backup of the restored record was made."""
    go_on(record)
    record._daily.start = lambda: None
    record.restore(by_hand(record))
    root = by_hand(record).parent.parent
    record.close()
    with Record(root, now=lambda: NOON) as again:
        assert again.problems == []
        assert {each.id for each in again.all_entries() if each.kind is EntryKind.STRIKE} == {"s1", "s2"}
        assert again.entries("other") == ()


def test_after_going_back_there_is_a_backup_of_that_again(record):
    go_on(record)
    record.restore(by_hand(record))
    root = by_hand(record).parent.parent
    record.close()
    (root / "ledger" / "g" / "2026-05-1.json").unlink()
    with Record(root, now=lambda: NOON) as again:
        assert [told.code for told in again.problems] == ["storage.rescued-backup"]
        assert {each.id for each in again.all_entries() if each.kind is EntryKind.STRIKE} == {"s1", "s2"}


@pytest.mark.parametrize("how", ["cut", "flipped", "foreign", "nothing"])
def test_what_is_no_good_backup_is_refused_and_nothing_is_touched(record, tmp_path, how):
    go_on(record)
    before = held(record)
    path = tmp_path / "x.zip"
    data = by_hand(record).read_bytes()
    if how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "flipped":
        path.write_bytes(data[:60] + bytes([data[60] ^ 4]) + data[61:])
    elif how == "foreign":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("photo.png", b"1")
    for ask in (record.preview, record.restore):
        with pytest.raises(BadInput) as raised:
            ask(path)
        assert raised.value.reason.code == ("backup.foreign" if how == "foreign" else "backup.unreadable")
    assert held(record) == before
    assert not [backup for backup in record.backups() if backup.label == Label.RESTORE]


def test_a_backup_of_nothing_brings_nothing_back(tmp_path):
    with Record(tmp_path, now=lambda: NOON) as record:
        empty = record.back_up(Label.BY_HAND)
        record.append([strike()])
        assert (record.preview(empty).entries, record.preview(empty).going) == (0, 1)
        record.restore(empty)
        assert record.all_entries() == ()


def test_a_backup_of_a_newer_program_is_refused(record, tmp_path):
    path = tmp_path / "newer.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("settings.json", dumps(stamped({"settings": {}}, SCHEMA_VERSION + 1)))
    with pytest.raises(Refused) as raised:
        record.restore(path)
    assert raised.value.reason.code == "storage.newer-schema"


@pytest.mark.parametrize(
    "name", ["../out.json", "/out.json", "ledger/../../out.json", "x.exe", "writer.lock"]
)
def test_a_zip_cannot_write_elsewhere(record, tmp_path, name):
    path = tmp_path / "evil.zip"
    path.write_bytes(by_hand(record).read_bytes())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"evil")
    record.restore(path)
    assert b"evil" not in {each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}


@pytest.mark.skipif(os.name != "posix", reason="the calls are those of POSIX")
@pytest.mark.parametrize("after", [False, True])
def test_killed_at_any_step_it_is_all_old_or_all_new(tmp_path, after):
    def made():
        folder = tmp_path / f"data{number}"
        opened = Record(folder, now=lambda: NOON)
        opened.put_group(GROUP)
        opened.append([added(member("m1")), strike("m1", id="s1")])
        path = opened.back_up(Label.BY_HAND)
        opened.append([strike("m1", id="s2")])
        opened.append([strike("x", group="other", id="s3")])
        opened.set_setting("language", "en")
        opened.evidence.put("e-1.png", PICTURE)
        return folder, opened, path

    seen, number, killed = set(), 0, True
    while killed:
        number += 1
        folder, opened, path = made()
        with pytest.MonkeyPatch.context() as patched:
            dies_at(patched, number, after=after)
            try:
                opened.restore(path)
                killed = False
            except Killed:
                pass
        opened._lock._lock.release(force=True)
        with Record(folder, now=lambda: NOON) as again:
            assert again.problems == []
            ids = {each.id for each in again.all_entries() if each.kind is EntryKind.STRIKE}
            found = (ids, "language" in again.settings(), again.evidence.has("e-1.png"))
            assert found in (({"s1"}, False, False), ({"s1", "s2", "s3"}, True, True)), number
            assert [who.id for who in again.members("g")] == ["m1"]
        seen.add(len(ids))
    assert seen == {1, 3}
    assert number > 40


def test_a_disk_that_is_full_leaves_the_record_as_it_was(record, monkeypatch):
    go_on(record)
    before = held(record)
    path = by_hand(record)
    real, calls = os.fsync, [0]

    def full(descriptor):
        calls[0] += 1
        if calls[0] > 5:
            raise OSError(28, "No space left on device")
        real(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(NotSaved):
            record.restore(path)
    assert held(record) == before
    record.append([strike("m1", id="s8")])
    assert record.entry("s8")
