import json
import shutil
from pathlib import Path

import pytest

from moderator_app.core.errors import Refused
from moderator_app.core.roster.history import effective, in_order, strike_states
from moderator_app.storage.envelope import loads
from moderator_app.storage.migrations import (
    META,
    MIGRATIONS,
    SAME_FORM,
    SCHEMA_VERSION,
    migrated,
    stamped,
    version_of,
)
from moderator_app.storage.record import Record
from tests.core.roster.makers import NOON, strike


def rename(tables):
    return {**tables, "entries": {k: {"id": row["number"]} for k, row in tables["entries"].items()}}


def test_there_is_a_way_up_from_every_older_version():
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA_VERSION))


def test_the_version_is_written_beside_what_was_there():
    tables = stamped({META: {"1": {"made": "x"}}, "entries": {}}, 3)
    assert tables == {META: {"1": {"made": "x", "schema_version": 3}}, "entries": {}}
    assert version_of(tables) == 3
    assert version_of({}) == 1


def test_rows_are_read_as_they_stand_only_where_no_migration_changes_them():
    tables = {"entries": {"1": {"id": "e1"}}}
    for version in SAME_FORM:
        assert migrated(stamped(tables, version), "f") == stamped(tables)


def test_older_files_go_up_step_by_step_and_the_given_tables_stay_untouched():
    old = {META: {"1": {"schema_version": 1}}, "entries": {"1": {"number": "e1"}}}
    steps = {1: rename, 2: lambda tables: {**tables, "new": {}}}
    assert migrated(old, "f", migrations=steps, current=3) == {
        META: {"1": {"schema_version": 3}},
        "entries": {"1": {"id": "e1"}},
        "new": {},
    }
    assert old["entries"] == {"1": {"number": "e1"}}


def test_a_newer_file_is_refused_and_named():
    with pytest.raises(Refused) as raised:
        migrated(stamped({}, SCHEMA_VERSION + 1), "members.json")
    assert raised.value.reason.code == "storage.newer-schema"
    assert raised.value.reason.values == {
        "file": "members.json",
        "version": SCHEMA_VERSION + 1,
        "known": SCHEMA_VERSION,
    }


# ---- data that the first version wrote (its own code made the folder and what is expected of it)

FIRST = Path(__file__).parent / "data" / "version-1"


@pytest.fixture
def expected():
    return json.loads((FIRST / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FIRST / "data", tmp_path / "data")


def held(record):
    """What the first version told of a record, told anew."""
    members = {}
    for group in record.groups():
        members[group.id] = {}
        for who in sorted(record.members(group.id), key=lambda member: (member.shown, member.id)):
            states = strike_states(record.entries(group.id, who.id), 0, NOON)
            counts = [list(states.values()).count(state) for state in ("active", "lapsed", "voided")]
            members[group.id][who.name] = [who.id, who.card, str(who.role), who.notes, *counts]
    return {
        "members": members,
        "settings": {name: record.settings()[name] for name in ("moderator", "language")},
        "groups": [[g.id, g.title.zh, g.rulebook, g.linked_free_group] for g in record.groups()],
        "records": {
            who[0]: [entry.id for entry in in_order(effective(record.about(who[0])))][::-1]
            for each in members.values()
            for who in each.values()
        },
    }


def told(expected):
    """What was written down then, as far as it is compared: a record's lines without their states."""
    kept = {key: expected[key] for key in ("members", "settings", "groups")}
    records = {who: [line[0] for line in lines] for who, lines in expected["records"].items()}
    return {**kept, "records": records}


def test_data_of_the_first_version_open_and_mean_the_same(folder, expected):
    with Record(folder) as record:
        assert record.problems == []
        found = held(record)
        # Lines that the list of a record leaves out because a strike tells them are entries all the same.
        for who, lines in told(expected)["records"].items():
            assert [line for line in found["records"][who] if line in lines] == lines
        assert {**found, "records": 0} == {**told(expected), "records": 0}
    with Record(folder) as again:
        assert held(again) == found


def test_they_can_be_written_on(folder):
    with Record(folder) as record:
        before = len(record.entries("yigongxie"))
        last = max(entry.seq for entry in record.all_entries())
        assert record.append([strike(group="yigongxie")])[0].seq == last + 1
    with Record(folder) as record:
        assert len(record.entries("yigongxie")) == before + 1


def test_only_reading_upgrades_nothing(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with Record(folder, write=False) as record:
        assert record.groups()
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_old_program_refuses_what_the_new_one_opened(folder):
    with Record(folder):
        pass
    for name in ("settings.json", "groups.json", "members.json"):
        with pytest.raises(Refused) as raised:
            migrated(loads((folder / name).read_bytes()), name, current=1)
        assert raised.value.reason.values == {"file": name, "version": SCHEMA_VERSION, "known": 1}


def test_the_backup_from_before_the_upgrade_brings_the_old_data_back(folder, expected):
    with Record(folder) as record:
        found = held(record)
        (before,) = [backup.path for backup in record.backups() if backup.label == "升级前"]
        record.append([strike(group="yigongxie")])
        record.restore(before)
        assert held(record) == found
    with Record(folder) as record:
        assert held(record) == found
        assert record.problems == []


def test_a_backup_that_the_first_version_made_can_be_gone_back_to(folder):
    with Record(folder) as record:
        record.append([strike(group="yigongxie")])
        then = record.preview(folder / "备份" / "2026-05-16.zip")
        now = len(record.all_entries())
        record.restore(then.backup.path)
        assert len(record.all_entries()) == then.entries == now - then.going
        assert then.going > 0 == then.coming
