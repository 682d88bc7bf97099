import pytest

from moderator_app.core.errors import Refused
from moderator_app.storage.migrations import (
    META,
    MIGRATIONS,
    SCHEMA_VERSION,
    migrated,
    stamped,
    version_of,
)


def rename(tables):
    return {**tables, "entries": {k: {"id": row["number"]} for k, row in tables["entries"].items()}}


def test_there_is_a_way_up_from_every_older_version():
    assert sorted(MIGRATIONS) == list(range(1, SCHEMA_VERSION))


def test_the_version_is_written_beside_what_was_there():
    tables = stamped({META: {"1": {"made": "x"}}, "entries": {}}, 3)
    assert tables == {META: {"1": {"made": "x", "schema_version": 3}}, "entries": {}}
    assert version_of(tables) == 3
    assert version_of({}) == 1


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
