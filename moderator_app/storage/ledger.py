"""The append-only ledger on the disk: for each group a row of files, of which only the last grows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.history import in_order
from moderator_app.storage.codec import entry_from, entry_to_doc
from moderator_app.storage.durable import sync_folder
from moderator_app.storage.envelope import Tables, sealed
from moderator_app.storage.layout import folder_name
from moderator_app.storage.oserrors import not_saved
from moderator_app.storage.shelf import Shelf

TABLE = "entries"
FULL_ENTRIES = 400
FULL_BYTES = 200_000
"""A file is closed at so many entries or bytes: a new entry rewrites its file, so this bounds the cost."""

_NAME = re.compile(r"\d{4}-\d{2}-\d+\.json")

Open = Callable[[Path], Tables | None]
Position = Mapping[str, tuple[str, int]]
"""For each folder its last file and how many entries that holds."""


@dataclass(slots=True)
class _File:
    """One ledger file; `entries` is None until it is read. Named `<year>-<month>-<number>.json`."""

    path: Path
    entries: list[Entry] | None = None
    shelf: Shelf | None = None

    def order(self) -> tuple[str, int]:
        """What sorts the files of a group, oldest first."""
        return self.month, self.number

    @property
    def month(self) -> str:
        return self.path.stem[:7]

    @property
    def number(self) -> int:
        return int(self.path.stem[8:])


@dataclass(slots=True)
class _Row:
    """The files of one group, oldest first."""

    folder: Path
    files: list[_File] = field(default_factory=list)


class Ledger:
    """All ledger files; read from the newest back, as far as anyone asks."""

    def __init__(self, folder: Path, open_file: Open, backed_up: Iterable[Path] = ()) -> None:
        self._folder = folder
        self._open = open_file
        self._rows = {row.folder.name: row for row in _scan(folder, backed_up)}
        self._index: Index | None = None

    def append(self, group: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Add entries in one write; gives them as they are on the disk."""
        docs = [sealed(entry_to_doc(entry)) for entry in entries]
        stored = tuple(map(entry_from, docs))
        name = folder_name(group)
        row = self._rows.get(name) or _Row(self._folder / name)
        try:
            file = self._growing(row, f"{entries[0].at:%Y-%m}")
            self._shelf(file).add(TABLE, docs)
        except OSError as error:
            raise not_saved(error, row.folder) from error
        self._keep(row, file)
        self._read(file).extend(stored)
        if self._index is not None:
            self._index.add(stored)
        return stored

    def _growing(self, row: _Row, month: str) -> _File:
        """The file that grows; never one of an earlier month, even where the clock jumped back."""
        if not row.files:
            _make_folder(row.folder)
            return _File(row.folder / f"{month}-1.json", [])
        last = row.files[-1]
        if month <= last.month and not self._full(last):
            return last
        number = last.number + 1 if month <= last.month else 1
        return _File(row.folder / f"{max(month, last.month)}-{number}.json", [])

    def _full(self, file: _File) -> bool:
        return len(self._read(file)) >= FULL_ENTRIES or file.path.stat().st_size >= FULL_BYTES

    def _shelf(self, file: _File) -> Shelf:
        """The file as TinyDB tables; only the file that grows has them in memory."""
        if file.shelf is None:
            file.shelf = Shelf(file.path, self._open(file.path))
        return file.shelf

    def _keep(self, row: _Row, file: _File) -> None:
        if not row.files or row.files[-1] is not file:
            if row.files:
                row.files[-1].shelf = None
            row.files.append(file)
        self._rows[row.folder.name] = row

    def _read(self, file: _File) -> list[Entry]:
        if file.entries is None:
            rows = (self._open(file.path) or {}).get(TABLE, {})
            file.entries = [entry_from(doc) for doc in rows.values()]
        return file.entries

    def after(self, position: Position) -> list[Entry]:
        """The entries that came after a position, in order; all of them after an unknown one."""
        found: list[Entry] = []
        for name, row in self._rows.items():
            last, count = position.get(name, ("", 0))
            names = [file.path.stem for file in row.files]
            start = names.index(last) if last in names else 0
            skipped = count if last in names else 0
            for file in row.files[start:]:
                found += self._read(file)[skipped:]
                skipped = 0
        return in_order(found)

    def position(self) -> Position:
        """Where the ledger ends now."""
        rows = ((name, row.files[-1]) for name, row in self._rows.items() if row.files)
        return {name: (last.path.stem, len(self._read(last))) for name, last in rows}

    def last_seq(self) -> int:
        """The largest sequence number of all."""
        lasts = (self._read(row.files[-1]) for row in self._rows.values() if row.files)
        return max((entry.seq for entries in lasts for entry in entries), default=0)

    def recent(self, since: datetime) -> list[Entry]:
        """The entries since then, newest first, without reading files that are older."""
        found: list[Entry] = []
        for row in self._rows.values():
            for file in reversed(row.files):
                fresh = [entry for entry in self._read(file) if _stamp(entry.at) >= _stamp(since)]
                found += fresh
                if len(fresh) < len(self._read(file)):
                    break
        return in_order(found)[::-1]

    def index(self) -> Index:
        """Everything, by group and by member."""
        if self._index is None:
            self._index = Index()
            self._index.add(self.after({}))
        return self._index


class Index:
    """The whole ledger by group and by member, each in order."""

    def __init__(self) -> None:
        self.all: list[Entry] = []
        self.by_group: dict[str, list[Entry]] = {}
        self.by_member: dict[str, list[Entry]] = {}

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in entries that come after all others."""
        for entry in entries:
            self.all.append(entry)
            self.by_group.setdefault(entry.group, []).append(entry)
            if entry.member:
                self.by_member.setdefault(entry.member, []).append(entry)


def _stamp(moment: datetime) -> datetime:
    """The moment as the clock on the wall showed it, so that any two can be compared."""
    return moment.replace(tzinfo=None)


def _scan(folder: Path, backed_up: Iterable[Path]) -> Iterator[_Row]:
    """The rows of ledger files; one of which only the version before or a backup is left still counts."""
    there = (path.with_suffix("") if path.suffix == ".bak" else path for path in folder.glob("*/*"))
    paths = {path for path in (*there, *backed_up) if path.parent.parent == folder}
    rows: dict[Path, list[_File]] = {}
    for path in paths:
        if _NAME.fullmatch(path.name):
            rows.setdefault(path.parent, []).append(_File(path))
    for row, files in sorted(rows.items()):
        yield _Row(row, sorted(files, key=_File.order))


def _make_folder(folder: Path) -> None:
    """Make the folder of a group, not the data folder: where that is gone, it must be said."""
    if not folder.is_dir():
        folder.parent.mkdir(exist_ok=True)
        folder.mkdir()
        sync_folder(folder.parent)
