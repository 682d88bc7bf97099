"""Long pieces of work ended at every step, failing on a full disk, and met by keys that would record."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from moderator_app.core.errors import Busy, NotSaved
from moderator_app.session import Cancelled, Progress, Session, Stage
from moderator_app.storage import transaction
from moderator_app.storage.backups import Label
from moderator_app.storage.work import Work
from tests.backup_at_once import backup_at_once  # noqa: F401 - a fixture for every test here

Do = Callable[[Progress], object]


class Watcher:
    """Ends the work with its so-manieth word, and keeps what it was told."""

    def __init__(self, most: int = 10**9, each: Callable[[], object] = lambda: None) -> None:
        self.stages: list[Stage] = []
        self._most, self._each = most, each

    def __call__(self, stage: Stage) -> bool:
        self.stages.append(stage)
        self._each()
        return len(self.stages) < self._most

    @property
    def ended(self) -> bool:
        """Whether it said no while that was heard."""
        return len(self.stages) >= self._most and not self.stages[self._most - 1].final


@dataclass
class Room:
    """A session in which something was done, and beside it another moderator's with a bundle of theirs."""

    session: Session
    folder: Path
    outside: Path

    def deeds(self) -> dict[str, Do]:
        upkeep, exchange = self.session.upkeep, self.session.exchange
        backup = next(each.path for each in upkeep.backups() if each.label == Label.BY_HAND)
        bundle, whole, table = (self.outside / name for name in ("out.zip", "out.json", "out.xlsx"))
        wang = self.session.member("王五").id
        return {
            "backup": upkeep.backup,
            "restore": lambda told: upkeep.restore(backup, told),
            "erase": lambda told: upkeep.erase(wang, progress=told),
            "merge": lambda told: exchange.merge(
                exchange.read_bundle(self.outside / "theirs.zip"), progress=told
            ),
            "bundle": lambda told: exchange.bundle(bundle, progress=told),
            "export": lambda told: exchange.export_all(whole, progress=told),
            "table": lambda told: upkeep.export_table(table, progress=told),
        }

    def contents(self) -> dict[str, bytes]:
        """Every file of the record and outside of it, but for locks and versions before."""
        found = [path for root in (self.folder, self.outside) for path in root.rglob("*") if path.is_file()]
        kept = (path for path in found if path.suffix not in (".lock", ".bak"))
        return {str(path): path.read_bytes() for path in kept}

    def told(self) -> tuple[object, object]:
        rows = [(row.member.name, row.active) for row in self.session.members()]
        return sorted(rows), [row.action for row in self.session.log.search()]


@pytest.fixture
def room(session: Session, tmp_path: Path) -> Room:
    outside = tmp_path / "outside"
    outside.mkdir()
    with Session.open(tmp_path / "theirs") as theirs:
        theirs.set_setting("moderator", "老王")
        for name in ("张三", "李四", "赵六"):
            theirs.strike_by_name(name, group=None)
        theirs.exchange.bundle(outside / "theirs.zip")
    session.strike_by_name("王五", message="王五说的话")
    session.strike_by_name("钱七", message="@王五 你好")
    session.upkeep.backup()
    session.strike_by_name("钱七")
    return Room(session, session.data_dir, outside)


NAMES = ("backup", "restore", "erase", "merge", "bundle", "export", "table")


@pytest.fixture
def step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be done on a thread beside is done here, so that it can be ended at each of its steps."""
    monkeypatch.setattr(Work, "beside", lambda work, call: call(work.step))


@pytest.mark.usefixtures("step_by_step")
@pytest.mark.parametrize("name", NAMES)
def test_ended_at_any_step_everything_is_as_it_was(room: Room, name: str):
    before, told = room.contents(), room.told()
    most = 0
    while True:
        most += 1
        watcher = Watcher(most)
        try:
            room.deeds()[name](watcher)
        except Cancelled:
            assert room.contents() == before, f"after {most} words"
            assert room.told() == told
            continue
        break
    assert not watcher.ended
    assert most > 2
    assert room.contents() != before


@pytest.mark.usefixtures("step_by_step")
@pytest.mark.parametrize("name", ["merge", "restore"])
def test_an_undoing_that_was_ended_at_any_step_can_be_done_later(room: Room, name: str):
    first = room.told()
    room.deeds()[name](Watcher())
    before, told = room.contents(), room.told()
    most = 0
    while True:
        most += 1
        watcher = Watcher(most, each=lambda: busy(room))
        try:
            room.session.undo(watcher)
        except Cancelled:
            assert room.contents() == before, f"after {most} words"
            assert room.told() == told
            continue
        break
    assert not watcher.ended
    assert most > 2
    assert room.told()[0] == first[0]
    assert room.session.undoable() is not None
    room.session.strike_by_name("孙八")


def busy(room: Room) -> None:
    with pytest.raises(Busy):
        room.session.strike_by_name("孙八")


@pytest.mark.usefixtures("step_by_step")  # beside, how many words come before it is too late is chance
@pytest.mark.parametrize("name", ["restore", "erase", "merge"])
def test_after_it_was_ended_it_can_be_done_and_more_be_recorded(room: Room, name: str):
    with pytest.raises(Cancelled):
        room.deeds()[name](Watcher(3))
    room.session.strike_by_name("孙八")
    room.deeds()[name](Watcher())
    room.session.strike_by_name("周九")
    room.session.close()
    with Session.open(room.folder) as again:
        assert again.member("周九")
        assert not again.problems


@pytest.mark.parametrize("name", ["restore", "erase", "merge", "backup"])
def test_nothing_else_is_recorded_meanwhile_and_what_is_asked_is_answered(room: Room, name: str):
    refused: list[str] = []

    def record() -> None:
        for deed in (
            lambda: room.session.strike_by_name("孙八"),
            lambda: room.session.set_setting("moderator", "别人"),
            lambda: room.session.upkeep.erase(room.session.member("钱七").id),
        ):
            with pytest.raises(Busy) as busy:
                deed()
            refused.append(busy.value.reason.code)
        assert room.session.member("钱七").name == "钱七"
        assert room.session.check("大量现货，加我微信").verdict

    room.deeds()[name](Watcher(each=record))
    assert set(refused) == {"storage.at-work"}
    assert "孙八" not in [row.member.name for row in room.session.members()]
    room.session.strike_by_name("孙八")


@pytest.mark.parametrize("name", ["bundle", "export", "table"])
def test_beside_what_only_writes_elsewhere_recording_goes_on(room: Room, name: str):
    watcher = Watcher(each=lambda: room.session.strike_by_name("孙八"))
    room.deeds()[name](watcher)
    row = next(row for row in room.session.members() if row.member.name == "孙八")
    assert row.active == len(watcher.stages)


@pytest.mark.parametrize("name", ["restore", "merge"])
def test_a_disk_that_fills_in_the_midst_leaves_everything_as_it_was(
    room: Room, name: str, monkeypatch: pytest.MonkeyPatch
):
    before, told = room.contents(), room.told()
    real, left = transaction.write_synced, [2]

    def full(path: Path, data: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(path, data)

    monkeypatch.setattr(transaction, "write_synced", full)
    with pytest.raises(NotSaved) as error:
        room.deeds()[name](Watcher())
    assert error.value.reason.code == "storage.disk-full"
    after = room.contents()
    assert {path: after.get(path) for path in before} == before
    assert all("备份" in path for path in after.keys() - before.keys())
    assert room.told() == told
    monkeypatch.setattr(transaction, "write_synced", real)
    room.session.strike_by_name("孙八")


def test_backups_for_which_there_is_no_room_twice_are_cleaned_one_by_one(
    room: Room, monkeypatch: pytest.MonkeyPatch
):
    from moderator_app.storage import cleaning  # noqa: PLC0415 - patched here alone

    real, tries = cleaning.add_packed, [0]

    def full(archive: object, file: object) -> None:
        tries[0] += 1
        if tries[0] == 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(archive, file)  # type: ignore[arg-type]

    monkeypatch.setattr(cleaning, "add_packed", full)
    erased = room.session.upkeep.erase(room.session.member("王五").id, progress=Watcher())
    assert not erased.left
    for info in room.session.upkeep.backups():
        assert "王五".encode() not in b"".join(contents_of(info.path))
    assert not list((room.folder / "备份").glob("*.tmp"))


def contents_of(path: Path) -> list[bytes]:
    import zipfile  # noqa: PLC0415 - as above

    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in archive.namelist()]


@pytest.mark.usefixtures("step_by_step")
def test_everything_read_into_an_empty_folder_can_be_ended_at_any_step(room: Room, tmp_path: Path):
    path = room.session.exchange.export_all(tmp_path / "all.json")
    with Session.open(tmp_path / "new") as new:
        most = 1
        while True:
            watcher = Watcher(most)
            try:
                new.exchange.import_all(path, watcher)
            except Cancelled:
                assert not new.members()
                assert not list((tmp_path / "new").rglob("ledger/*/*.json"))
                assert not list((tmp_path / "new" / "备份").glob("*导入前*"))
                most += 1
                continue
            break
        assert not watcher.ended
        assert {row.member.name for row in new.members()} == {"王五", "钱七"}
