"""A full disk, a read-only folder, a folder that vanishes, a second program: told, and nothing lost."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from moderator_app.core.errors import Busy, NotSaved
from moderator_app.core.roster.entry import EntryKind
from moderator_app.storage.backups import Label
from moderator_app.storage.record import Record
from tests.core.roster.makers import entry, member, strike


@contextmanager
def small_disk(folder: Path, size: str = "600k"):
    """A disk of its own that can be filled or made read-only; needs to be root on Linux."""
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk of our own can only be mounted by root on Linux")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def read_only(*folders: Path):
    """Folders in which nothing can be made, even by root (who is not held by permissions)."""
    is_root = getattr(os, "geteuid", int)() == 0
    tool, lock, unlock = ("chattr", "+i", "-i") if is_root else ("chmod", "a-w", "u+w")
    names = [str(folder) for folder in folders]
    command = [tool, lock, *names]
    if shutil.which(tool) is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this file system has no way to make a folder read-only for root")
    try:
        yield
    finally:
        subprocess.run([tool, unlock, *names], check=True)


def code_of(record: Record, action: list) -> str:
    with pytest.raises(NotSaved) as raised:
        record.append(action)
    return raised.value.reason.code


def added(who):
    return entry(EntryKind.MEMBER_ADDED, who.id, after=who)


def test_a_full_disk(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        with Record(disk / "data") as record:
            saved = 0
            with pytest.raises(NotSaved) as raised:
                for _ in range(10_000):
                    record.append([strike(message="现货" * 400)])
                    saved += 1
            assert raised.value.reason.code == "storage.disk-full"
            assert saved > 10
            assert len(record.entries("g")) == saved
            assert code_of(record, [added(member("new", notes="长" * 99_999))]) == "storage.disk-full"
            assert record.member("new") is None
            assert not list((disk / "data").rglob("*.tmp"))
            subprocess.run(["mount", "-o", "remount,size=4m", str(disk)], check=True)
            record.append([strike()])
        with Record(disk / "data") as record:
            assert len(record.entries("g")) == saved + 1
            assert record.problems == []


def test_a_full_disk_in_the_midst_of_several_files(tmp_path):
    """Merging and going back write many files: where they do not fit, all is as it was, and then it fits."""
    with small_disk(tmp_path / "disk", "700k") as disk, Record(disk / "data") as record:
        record.append([added(member("m1"))])
        record._daily.join()
        by_hand = record.back_up(Label.BY_HAND)
        theirs = [strike("m1", seq=i, days=-i, message="现货" * 800, id=f"theirs{i}") for i in range(200)]
        with pytest.raises(NotSaved) as raised:
            record.merge(theirs)
        assert raised.value.reason.code == "storage.disk-full"
        assert len(record.all_entries()) == 1
        assert not list((disk / "data").rglob("*.tmp"))
        assert not (disk / "data" / "pending").exists()
        subprocess.run(["mount", "-o", "remount,size=8m", str(disk)], check=True)
        assert len(record.merge(theirs)) == 200
        subprocess.run(["mount", "-o", "remount,size=2m", str(disk)], check=True)
        with pytest.raises(NotSaved):
            fill(disk)
            record.restore(by_hand)
        assert len(record.all_entries()) == 201
        (disk / "filler").unlink()
        record.restore(by_hand)
        assert len(record.all_entries()) == 1


def fill(disk: Path) -> None:
    """Take all the room there is."""
    with suppress(OSError), (disk / "filler").open("wb") as file:
        while True:
            file.write(bytes(4096))
            file.flush()


def test_a_folder_that_becomes_read_only_in_a_transaction(tmp_path):
    with Record(tmp_path) as record:
        record.append([strike()])
        record._daily.join()
        with read_only(tmp_path, tmp_path / "ledger" / "g"):
            with pytest.raises(NotSaved) as raised, record.transaction():
                record.append([added(member("m9"))])
                record.set_setting("language", "en")
            assert raised.value.reason.code == "storage.read-only"
            assert record.member("m9") is None
            assert record.settings() == {}
        with record.transaction():
            record.append([added(member("m9"))])
            record.set_setting("language", "en")
    with Record(tmp_path) as record:
        assert record.member("m9")
        assert record.settings() == {"language": "en"}


def test_a_clock_that_jumps_back_by_a_year(tmp_path):
    clock = [datetime(2026, 5, 3, 12)]
    with Record(tmp_path, now=lambda: clock[0]) as record:
        record.append([strike(id="s1")])
        clock[0] -= timedelta(days=365)
        record.append([strike(days=-365, id="s2")])
        record.merge([strike(days=-365, id="s3", seq=2)])
        record._daily.join()
        made = record.back_up(Label.BY_HAND)
        record.append([strike(days=-365, id="s4")])
        assert record.recent(clock[0])[0].id == "s4"
        record.restore(made)
        assert [each.id for each in record.all_entries()] == ["s1", "s2", "s3"]
    with Record(tmp_path) as record:
        assert record.problems == []
        assert [each.id for each in record.all_entries()] == ["s1", "s2", "s3"]


def test_a_folder_that_becomes_read_only(tmp_path):
    with Record(tmp_path) as record:
        record.append([strike()])
        record._daily.join()
        with read_only(tmp_path, tmp_path / "ledger" / "g"):
            assert code_of(record, [strike()]) == "storage.read-only"
            with pytest.raises(NotSaved):
                record.set_setting("language", "en")
            assert "language" not in record.settings()
            assert len(record.entries("g")) == 1
        record.append([strike()])
    with Record(tmp_path) as record:
        assert len(record.entries("g")) == 2


def test_a_folder_that_is_read_only_from_the_start_can_be_read(tmp_path):
    with Record(tmp_path) as record:
        record.append([strike()])
    (tmp_path / "writer.lock").unlink(missing_ok=True)
    with read_only(tmp_path):
        record = Record(tmp_path)
        assert [reason.code for reason in record.problems] == ["storage.not-writable"]
        assert len(record.entries("g")) == 1
        assert code_of(record, [strike()]) == "storage.read-only"
    with record:
        record.append([strike()])
        assert len(record.entries("g")) == 2


def test_a_new_folder_that_cannot_be_made(tmp_path):
    with read_only(tmp_path), Record(tmp_path / "data") as record:
        assert [reason.code for reason in record.problems] == ["storage.not-writable"]
        assert record.groups() == ()


def test_a_file_in_place_of_the_folder(tmp_path):
    (tmp_path / "data").write_text("not a folder", encoding="utf-8")
    with Record(tmp_path / "data") as record:
        assert [reason.code for reason in record.problems] == ["storage.not-writable"]
        assert code_of(record, [strike()]) in {"storage.folder-gone", "storage.write-failed"}


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of a folder that is in use")
def test_a_folder_that_vanishes_and_comes_back(tmp_path):
    with Record(tmp_path / "data") as record:
        record.append([strike()])
        record._daily.join()
        (tmp_path / "data").rename(tmp_path / "unplugged")
        assert code_of(record, [strike()]) == "storage.folder-gone"
        assert code_of(record, [strike(group="another")]) == "storage.folder-gone"
        with pytest.raises(NotSaved):
            record.set_setting("language", "en")
        assert not (tmp_path / "data").exists(), "no second record is begun in its place"
        assert len(record.entries("g")) == 1
        (tmp_path / "unplugged").rename(tmp_path / "data")
        record.append([strike()])
    with Record(tmp_path / "data") as record:
        assert len(record.entries("g")) == 2


def test_a_disk_that_fails_at_every_call_in_turn(tmp_path, monkeypatch):
    with Record(tmp_path) as record:
        record.append([strike()])
        record._daily.join()
        for step in ("fsync", "replace"):
            with monkeypatch.context() as patched:
                patched.setattr(os, step, lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
                assert code_of(record, [added(member("m9"))]) == "storage.disk-full"
        assert len(record.entries("g")) == 1
        assert record.members("g") == ()
        assert [e.seq for e in record.append([strike()])] == [2]
    with Record(tmp_path) as record:
        assert [e.seq for e in record.entries("g")] == [1, 2]


def test_a_second_program_is_told_and_the_lock_ends_with_its_process(tmp_path):
    code = (
        "import sys; from pathlib import Path; from moderator_app.storage.record import Record\n"
        "record = Record(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    with first:
        assert first.stdout.readline().strip() == b"open"
        with pytest.raises(Busy):
            Record(tmp_path)
        first.kill()
        first.wait(30)
    with Record(tmp_path) as record:
        record.append([strike()])
