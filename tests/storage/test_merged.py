"""What a merge brought is taken out again: out of the ledger, the table, the pictures, the sightings."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from moderator_app.core.errors import NotSaved
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Wording
from moderator_app.storage.backups import Label
from moderator_app.storage.evidence import Evidence
from moderator_app.storage.record import Record
from tests.core.roster.makers import NOON, entry, member, strike

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def came(name: str, **fields: object) -> list[Entry]:
    """A member of another record with a strike of some months before."""
    added = entry(EntryKind.MEMBER_ADDED, name, id=f"{name}.1", action=name, seq=1, after=member(name))
    return [added, strike(name, id=f"{name}.2", action=f"{name}s", seq=2, days=-70, **fields)]


@pytest.fixture
def record(tmp_path: Path):
    with Record(tmp_path / "data", now=lambda: NOON) as opened:
        opened.append([entry(EntryKind.MEMBER_ADDED, "own", id="own.1", after=member("own"))])
        yield opened


def take_out(record: Record, entries: list[Entry]) -> tuple[str, ...]:
    with record.transaction():
        return record.merged.take_out(record.merged.names(entries))


def test_all_of_it_goes_and_nothing_else(record: Record, tmp_path: Path):
    before = record.all_entries(), tuple(record.members("g"))
    brought = came("theirs", evidence=("theirs-1.png",))
    record.evidence.put("theirs-1.png", PNG)
    added = record.merge(brought)
    record.sightings.add({"theirs": NOON, "own": NOON})
    names = record.merged.names(added)
    assert len(names) == 2, "one for each month"
    assert {each.id for each in record.merged.entries(names)} == {each.id for each in brought}
    assert take_out(record, list(added)) == ("theirs",)
    assert (record.all_entries(), record.members("g")) == before
    assert record.sightings.all().keys() == {"own"}
    assert not record.evidence.has("theirs-1.png")
    assert record.merged.entries(names) == []
    record.close()
    with Record(tmp_path / "data", now=lambda: NOON) as again:
        assert (again.all_entries(), again.members("g")) == before
        assert again.problems == [], "nothing is looked for in a backup"


def test_a_picture_that_another_entry_names_stays(record: Record):
    record.evidence.put("shared-1.png", PNG)
    record.append([strike("own", id="own.2", seq=2, evidence=("shared-1.png",))])
    added = record.merge(came("theirs", evidence=("shared-1.png",)))
    take_out(record, list(added))
    assert record.evidence.has("shared-1.png")


def test_the_next_merge_gets_files_of_its_own(record: Record):
    first = record.merge(came("one"))
    names = record.merged.names(first)
    take_out(record, list(first))
    again = record.merge([*came("one"), *came("two")])
    assert {each.member for each in again} == {"one", "two"}
    assert not set(names) & set(record.merged.names(again))


def test_a_backup_from_before_brings_nothing_back(record: Record, tmp_path: Path):
    added = record.merge(came("theirs"))
    record.back_up(Label.BY_HAND)
    take_out(record, list(added))
    record.close()
    (tmp_path / "data" / "members.json").unlink()
    with Record(tmp_path / "data", now=lambda: NOON) as again:
        assert [each.member for each in again.all_entries()] == ["own"]
        assert [each.id for each in again.members("g")] == ["own"]


def test_all_of_it_is_there_when_the_disk_refuses(record: Record, monkeypatch: pytest.MonkeyPatch):
    added = record.merge(came("theirs"))
    before = record.all_entries(), record.members("g")

    def full(*_: object) -> None:
        raise NotSaved("storage.disk-full")

    with monkeypatch.context() as patched:
        patched.setattr(Evidence, "remove", full)
        with pytest.raises(NotSaved):
            take_out(record, list(added))
    assert (record.all_entries(), record.members("g")) == before


def test_a_group_is_taken_off_the_list(record: Record, tmp_path: Path):
    groups = [Group(id=name, title=Wording(name), rulebook="yigongxie") for name in ("g", "h", "i")]
    for group in groups:
        record.put_group(group)
    record.remove_group("h")
    record.put_group(groups[2])
    assert [group.id for group in record.groups()] == ["g", "i"]
    record.close()
    with Record(tmp_path / "data", now=lambda: NOON) as again:
        assert [group.id for group in again.groups()] == ["g", "i"]


def test_recent_is_also_what_was_done_while_the_clock_was_set_back(tmp_path: Path):
    with Record(tmp_path / "data", now=lambda: NOON) as record:
        for name, at in (
            ("old", NOON - timedelta(days=300)),
            ("fresh", NOON),
            ("set-back", NOON - timedelta(days=120)),
        ):
            record.append([strike("m", id=name, at=at)])
        record.append([strike("m", id="elsewhere", at=NOON - timedelta(days=200), group="h")])
        since: datetime = NOON - timedelta(days=7)
        assert [each.id for each in record.recent(since)] == ["elsewhere", "set-back", "fresh"]
