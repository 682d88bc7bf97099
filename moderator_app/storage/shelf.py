"""One data file as TinyDB tables: read once, and durable after each change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document

from moderator_app.storage.durable import DurableStorage, previous, remove_file, write_file
from moderator_app.storage.envelope import Doc, Tables, dumps
from moderator_app.storage.migrations import stamped


class Shelf:
    """A data file whose tables are in memory; every method that writes is one write to the disk."""

    def __init__(self, path: Path, tables: Tables | None) -> None:
        self.path = path
        self._storage_tables = tables
        self._db: TinyDB | None = None

    @property
    def _tiny(self) -> TinyDB:
        if self._db is None:
            self._db = TinyDB(self.path, self._storage_tables, storage=DurableStorage)
            self._storage_tables = None
        return self._db

    def rows(self, table: str) -> list[Doc]:
        """The documents of a table, in the order in which they came."""
        return list((self._tiny.storage.read() or {}).get(table, {}).values())

    def add(self, table: str, docs: Iterable[Mapping[str, Any]]) -> None:
        """Add documents at the end of a table."""
        self._tiny.table(table).insert_multiple(docs)

    def put(self, table: str, row: int, doc: Mapping[str, Any]) -> None:
        """Add the document in a row, or set its fields anew; TinyDB's own upsert would write twice."""
        rows = self._tiny.table(table)
        if rows.contains(doc_id=row):
            rows.update(doc, doc_ids=[row])
        else:
            rows.insert(Document(doc, doc_id=row))

    def write(self, tables: Tables) -> None:
        """Replace everything in the file."""
        self._tiny.storage.write(tables)

    def replace(self, tables: Tables) -> None:
        """Replace everything in the file and keep nothing of what was in it before."""
        tables = stamped(tables)
        remove_file(previous(self.path))
        write_file(self.path, dumps(tables), keep_previous=False)
        self._storage_tables, self._db = tables, None
