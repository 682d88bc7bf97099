import errno
import os
import stat
from pathlib import Path

import pytest

from moderator_app.core.errors import NotSaved, Refused
from moderator_app.storage import durable
from moderator_app.storage.durable import DurableStorage, previous, write_file
from moderator_app.storage.envelope import dumps
from moderator_app.storage.migrations import SCHEMA_VERSION, stamped

TABLES = {"entries": {"1": {"id": "e1"}}}


def failing(monkeypatch, where, name, *, number=errno.ENOSPC, times=99):
    """Let a call fail as the disk would, a number of times."""
    real = getattr(where, name)
    left = [times]

    def fail(*args, **kwargs):
        if left[0]:
            left[0] -= 1
            raise OSError(number, os.strerror(number))
        return real(*args, **kwargs)

    monkeypatch.setattr(where, name, fail)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole_and_the_version_before_is_kept(tmp_path):
    path = tmp_path / "a.json"
    for data in (b"one", b"two", b"three"):
        write_file(path, data)
    assert path.read_bytes() == b"three"
    assert previous(path).read_bytes() == b"two"
    assert names(tmp_path) == ["a.json", "a.json.bak"]


def test_file_and_folder_are_synced_in_the_right_order(tmp_path, monkeypatch):
    calls = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(descriptor):
        calls.append("sync")
        real_sync(descriptor)

    def replace(source, target):
        calls.append("replace")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    write_file(tmp_path / "a.json", b"one")
    assert calls == (["sync", "replace", "sync"] if os.name == "posix" else ["sync", "replace"])


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "storage.disk-full"),
        (errno.EROFS, "storage.read-only"),
        (errno.EIO, "storage.write-failed"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failed_write_leaves_the_file_as_it_was(tmp_path, monkeypatch, number, code, call):
    path = tmp_path / "a.json"
    write_file(path, b"one")
    failing(monkeypatch, os, call, number=number)
    with pytest.raises(NotSaved) as raised:
        write_file(path, b"two")
    assert raised.value.reason.code == code
    assert path.read_bytes() == b"one"
    assert not list(tmp_path.glob("*.tmp"))


@pytest.mark.skipif(os.name != "posix", reason="Windows has no folders to sync")
@pytest.mark.parametrize("existing", [b"one", None])
def test_a_folder_that_cannot_be_synced_takes_the_write_back(tmp_path, monkeypatch, existing):
    path = tmp_path / "a.json"
    if existing:
        write_file(path, existing)
    calls = []

    def second_fails(descriptor):
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.EIO, "x")

    monkeypatch.setattr(os, "fsync", second_fails)
    with pytest.raises(NotSaved):
        write_file(path, b"two")
    assert (path.read_bytes() if path.exists() else None) == existing


@pytest.mark.skipif(os.name != "posix", reason="Windows has no folders to sync")
def test_a_file_system_that_cannot_sync_folders_is_good_enough(tmp_path, monkeypatch):
    def sync(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "x")

    monkeypatch.setattr(os, "fsync", sync)
    write_file(tmp_path / "a.json", b"one")
    assert (tmp_path / "a.json").read_bytes() == b"one"


def test_without_hard_links_only_the_version_before_is_missing(tmp_path, monkeypatch):
    failing(monkeypatch, os, "link", number=errno.EPERM)
    path = tmp_path / "a.json"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == ["a.json"]


@pytest.mark.parametrize("winerror", [5, 32, 33])
@pytest.mark.parametrize(("times", "saved"), [(3, True), (99, False)])
def test_windows_is_asked_again_a_few_times_while_somebody_holds_the_file(
    tmp_path, monkeypatch, winerror, times, saved
):
    waits, left = [], [times]
    source, target = tmp_path / "a.tmp", tmp_path / "a"
    source.write_bytes(b"one")
    real = os.replace

    def held(*args):
        if left[0]:
            left[0] -= 1
            error = PermissionError(errno.EACCES, "held")
            error.winerror = winerror
            raise error
        real(*args)

    monkeypatch.setattr(os, "replace", held)
    if saved:
        durable.replace_patiently(source, target, wait=waits.append)
        assert target.read_bytes() == b"one"
        assert len(waits) == times
    else:
        with pytest.raises(PermissionError):
            durable.replace_patiently(source, target, wait=waits.append)
        assert sum(waits) < 1


def test_another_error_is_not_tried_again(tmp_path):
    waits = []
    with pytest.raises(FileNotFoundError):
        durable.replace_patiently(tmp_path / "a", tmp_path / "b", wait=waits.append)
    assert waits == []


def test_the_storage_reads_what_it_wrote(tmp_path):
    path = tmp_path / "a.json"
    DurableStorage(path).write(TABLES)
    assert DurableStorage(path).read() == stamped(TABLES)


def test_a_new_file_is_empty_and_one_that_vanished_is_an_error(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    storage = DurableStorage(path)
    assert storage.read() is None
    storage.write(TABLES)
    failing(monkeypatch, os, "fsync", times=1)
    with pytest.raises(NotSaved):
        storage.write({"entries": {}})
    path.unlink()
    with pytest.raises(NotSaved) as raised:
        storage.read()
    assert raised.value.reason.code == "storage.folder-gone"


def test_after_a_failed_write_memory_holds_what_the_disk_holds(tmp_path, monkeypatch):
    storage = DurableStorage(tmp_path / "a.json")
    storage.write(TABLES)
    tables = storage.read()
    tables["entries"]["2"] = {"id": "e2"}
    failing(monkeypatch, os, "fsync", times=1)
    with pytest.raises(NotSaved):
        storage.write(tables)
    assert storage.read() == stamped(TABLES)


def test_what_cannot_be_serialised_touches_nothing(tmp_path):
    storage = DurableStorage(tmp_path / "a.json")
    storage.write(TABLES)
    before = Path(tmp_path / "a.json").read_bytes()
    with pytest.raises(TypeError):
        storage.write({"entries": {"1": {"id": object()}}})
    assert Path(tmp_path / "a.json").read_bytes() == before
    assert storage.read() == stamped(TABLES)


def test_a_file_that_another_program_spoilt_meanwhile_is_not_overwritten(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    storage = DurableStorage(path)
    storage.write(TABLES)
    failing(monkeypatch, os, "fsync", times=1)
    with pytest.raises(NotSaved):
        storage.write(TABLES)
    path.write_bytes(b"spoilt")
    with pytest.raises(NotSaved) as raised:
        storage.read()
    assert raised.value.reason.code == "storage.damaged"


def test_a_newer_file_is_refused(tmp_path):
    path = tmp_path / "a.json"
    write_file(path, dumps(stamped(TABLES, SCHEMA_VERSION + 1)))
    with pytest.raises(Refused):
        DurableStorage(path).read()
