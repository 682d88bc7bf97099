"""The versions of the data files, and the pure functions that bring older ones up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from moderator_app.core.errors import Refused
from moderator_app.storage.envelope import Tables

SCHEMA_VERSION = 3
META = "meta"

Migration = Callable[[Tables], Tables]


def _as_it_is(tables: Tables) -> Tables:
    """Nothing changes its form: entries of new kinds came, which an older program cannot read."""
    return tables


MIGRATIONS: Mapping[int, Migration] = MappingProxyType({1: _as_it_is, 2: _as_it_is})
"""From each older version the function that gives the next one."""
SAME_FORM = frozenset({1, 2, SCHEMA_VERSION})
"""The versions whose rows are read as they stand there."""


def version_of(tables: Tables) -> int:
    """The schema version that a file was written with."""
    version = tables.get(META, {}).get("1", {}).get("schema_version", 1)
    return version if isinstance(version, int) else 1


def stamped(tables: Tables, version: int = SCHEMA_VERSION) -> Tables:
    """The tables with their version written in."""
    meta = {**tables.get(META, {}).get("1", {}), "schema_version": version}
    return {META: {"1": meta}, **{name: rows for name, rows in tables.items() if name != META}}


def migrated(
    tables: Tables,
    file: str,
    *,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    current: int = SCHEMA_VERSION,
) -> Tables:
    """The tables as the current version writes them; Refused where a newer program wrote them."""
    version = version_of(tables)
    if version > current:
        raise Refused("storage.newer-schema", file=file, version=version, known=current)
    for step in range(version, current):
        tables = stamped(migrations[step](tables), step + 1)
    return tables
