import os
from datetime import datetime

import pytest

from moderator_app.core.errors import BadInput, Refused
from moderator_app.storage.backups import Backups
from moderator_app.storage.durable import previous, write_file
from moderator_app.storage.envelope import dumps, loads, sealed
from moderator_app.storage.layout import Layout
from moderator_app.storage.migrations import SCHEMA_VERSION, stamped
from moderator_app.storage.rescue import Rescue

NOW = datetime(2026, 5, 3, 8, 30, 15)


def entries(count):
    docs = [sealed({"id": f"e{i}", "message": f"第 {i} 条"}) for i in range(1, count + 1)]
    return stamped({"entries": {str(i): doc for i, doc in enumerate(docs, 1)}})


def ids(tables):
    return [doc["id"] for doc in tables.get("entries", {}).values()]


@pytest.fixture
def layout(tmp_path):
    return Layout(tmp_path)


@pytest.fixture
def path(layout):
    layout.ledger.mkdir()
    return layout.ledger / "a.json"


@pytest.fixture
def backups(layout):
    return Backups(layout, lambda: NOW)


def rescue(layout, backups, *, mend=True):
    return Rescue(layout, backups, lambda: NOW, mend=mend)


def test_a_good_file_is_simply_read(layout, backups, path):
    write_file(path, dumps(entries(2)))
    found = rescue(layout, backups)
    assert ids(found.load(path)) == ["e1", "e2"]
    assert found.problems == []
    assert found.versions == {path: SCHEMA_VERSION}


def test_a_file_that_never_was_is_none(layout, backups, path):
    assert rescue(layout, backups).load(path) is None


def damage(path, how):
    data = path.read_bytes()
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes({"empty": b"", "cut": data[: len(data) // 2], "zeros": b"\0" * len(data)}[how])


@pytest.mark.parametrize("how", ["empty", "cut", "zeros", "gone"])
def test_the_version_before_is_taken_first(layout, backups, path, how):
    write_file(path, dumps(entries(2)))
    backups.make_daily()
    write_file(path, dumps(entries(3)))
    write_file(path, dumps(entries(4)))
    damage(path, how)
    found = rescue(layout, backups)
    assert ids(found.load(path)) == ["e1", "e2", "e3"]
    (told,) = found.problems
    assert told.code == "storage.rescued-previous"
    assert told.values["file"] == "ledger/a.json"
    kept = [] if how == "gone" else [f"20260503-083015-{path.parent.name}-a.json"]
    assert [item.name for item in layout.quarantine.glob("*")] == kept
    assert ids(loads(path.read_bytes())) == ["e1", "e2", "e3"]
    assert ids(loads(previous(path).read_bytes())) == ["e1", "e2", "e3"]


def test_whole_entries_of_the_damaged_file_are_added(layout, backups, path):
    write_file(path, dumps(entries(3)))
    write_file(path, dumps(entries(5)))
    spoilt = path.read_bytes().replace("第 2 条".encode(), "第 9 条".encode())
    path.write_bytes(spoilt.replace("第 5 条".encode(), "第 9 条".encode()))
    found = rescue(layout, backups)
    tables = found.load(path)
    assert ids(tables) == ["e1", "e2", "e3", "e4"]
    assert tables["entries"]["2"]["message"] == "第 2 条"
    assert found.problems[0].values["added"] == 1


def test_without_the_version_before_the_newest_good_backup_is_taken(layout, backups, path):
    for count, when in ((2, 100), (3, 200), (4, 300)):
        write_file(path, dumps(entries(count)))
        os.utime(backups.make(f"备份{count}"), (when, when))
    newest = backups.newest_first()[0]
    newest.write_bytes(newest.read_bytes()[:100])
    previous(path).unlink()
    path.write_bytes(b"")
    found = rescue(layout, backups)
    assert ids(found.load(path)) == ["e1", "e2", "e3"]
    assert found.problems[0].code == "storage.rescued-backup"
    assert found.problems[0].values["when"] == f"{datetime.fromtimestamp(200):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(("left", "code"), [(5, "storage.rescued-part"), (0, "storage.lost")])
def test_without_any_version_what_is_whole_is_kept_and_the_loss_is_told(layout, backups, path, *, left, code):
    data = dumps(entries(9))
    path.write_bytes(data[: data.index(f"第 {left + 1} 条".encode())])
    found = rescue(layout, backups)
    assert len(ids(found.load(path))) == left
    assert [told.code for told in found.problems] == [code]
    assert rescue(layout, backups).load(path) is not None, "the mended file loads"


def test_the_last_resort_can_be_named(layout, backups, path):
    path.write_bytes(b"")
    found = rescue(layout, backups)
    found.load(path, last_resort="storage.rescued-ledger")
    assert found.problems[0].code == "storage.rescued-ledger"


def test_a_reader_mends_nothing(layout, backups, path):
    write_file(path, dumps(entries(1)))
    write_file(path, dumps(entries(2)))
    path.write_bytes(b"spoilt")
    found = rescue(layout, backups, mend=False)
    assert ids(found.load(path)) == ["e1"]
    assert path.read_bytes() == b"spoilt"
    assert not layout.quarantine.exists()
    assert found.problems[0].values["kept"] == ""


def test_a_folder_in_place_of_a_file_is_moved_aside(layout, backups, path):
    write_file(path, dumps(entries(1)))
    write_file(path, dumps(entries(2)))
    path.unlink()
    path.mkdir()
    found = rescue(layout, backups)
    assert ids(found.load(path)) == ["e1"]
    assert path.is_file()
    assert found.problems[0].values["kept"]


def test_a_disk_too_full_to_mend_still_gives_what_was_rescued(layout, backups, path, monkeypatch):
    write_file(path, dumps(entries(1)))
    write_file(path, dumps(entries(2)))
    path.write_bytes(b"spoilt")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    found = rescue(layout, backups)
    assert ids(found.load(path)) == ["e1"]
    assert sorted(told.code for told in found.problems) == ["storage.disk-full", "storage.rescued-previous"]


def test_a_file_that_may_not_be_read_is_not_taken_for_damaged(layout, backups, path, monkeypatch):
    write_file(path, dumps(entries(1)))

    def refused(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refused)
    with pytest.raises(BadInput) as raised:
        rescue(layout, backups).load(path)
    assert raised.value.reason.code == "storage.not-allowed"


def test_a_newer_file_is_refused_and_stays(layout, backups, path):
    newer = dumps(stamped(entries(1), SCHEMA_VERSION + 1))
    path.write_bytes(newer)
    with pytest.raises(Refused):
        rescue(layout, backups).load(path)
    assert path.read_bytes() == newer


def test_an_older_file_is_noticed(layout, backups, path):
    path.write_bytes(dumps(stamped(entries(1), 1)))
    found = rescue(layout, backups)
    assert ids(found.load(path)) == ["e1"]
    assert found.versions == {path: 1}


def test_a_file_on_its_way_is_read_where_it_lies(layout, backups, path):
    write_file(path, dumps(entries(1)))
    waiting = layout.root / "pending"
    waiting.write_bytes(dumps(entries(2)))
    gone = layout.ledger / "gone.json"
    write_file(gone, dumps(entries(1)))
    write_file(gone, dumps(entries(2)))
    found = Rescue(layout, backups, lambda: NOW, mend=False, unfinished={path: waiting, gone: None})
    assert ids(found.load(path)) == ["e1", "e2"]
    assert found.load(gone) is None
    assert found.known == {path, gone}
    assert found.problems == []
