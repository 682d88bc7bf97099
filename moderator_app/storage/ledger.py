"""The append-only ledger on the disk: for each group a row of files, of which only the last grows.

What came from another moderator lies beside them in files of its own, which never grow: named
`<year>-<month>-<number>m.json` after the month of their entries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.history import in_order
from moderator_app.storage.codec import entry_from, entry_to_doc
from moderator_app.storage.durable import size_of, sync_folder
from moderator_app.storage.envelope import Doc, Tables, sealed
from moderator_app.storage.index import Index
from moderator_app.storage.layout import folder_name
from moderator_app.storage.oserrors import not_saved
from moderator_app.storage.outlines import WHOLE, Extract, Outlines, is_small, whole
from moderator_app.storage.overview import Known, Overview
from moderator_app.storage.shelf import Shelf
from moderator_app.storage.work import Work, uncollected

TABLE = "entries"
FULL_ENTRIES = 400
FULL_BYTES = 200_000
"""A file is closed at so many entries or bytes: a new entry rewrites its file, so this bounds the cost."""

_ONE_BY_ONE = 40
"""Whoever asks so often for a few entries of a long record wants all of it: then it is read."""
_NAME = re.compile(r"\d{4}-\d{2}-\d+m?\.json")

Open = Callable[[Path], Tables | None]
Position = Mapping[str, tuple[str, int]]
"""For each folder its last file and how many entries that holds; and each merged file, as `folder/name`."""


@dataclass(slots=True)
class _File:
    """One ledger file; `entries` is None until it is read. Named `<year>-<month>-<number>[m].json`."""

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
        return int(self.path.stem[8:].removesuffix("m"))

    @property
    def merged(self) -> bool:
        return self.path.stem.endswith("m")

    @property
    def key(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"


@dataclass(slots=True)
class _Row:
    """The files of one group: our own, oldest first, and those that were merged in."""

    folder: Path
    files: list[_File] = field(default_factory=list)
    merged: list[_File] = field(default_factory=list)


class Ledger:
    """All ledger files; read from the newest back, as far as anyone asks."""

    def __init__(
        self,
        folder: Path,
        open_file: Open,
        backed_up: Iterable[Path] = (),
        *,
        outlines: Outlines,
    ) -> None:
        self._folder = folder
        self._open = open_file
        self._rows = {row.folder.name: row for row in _scan(folder, backed_up)}
        self._outlines = outlines
        self._not_outlined: list[_File] = []
        self._index: Index | None = None
        self._overview: Overview | None = None
        self._asked = 0

    def append(self, group: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Add entries in one write; gives them as they are on the disk."""
        docs, stored = _stored(entries)
        row = self._row(group)
        try:
            file = self._growing(row, f"{entries[0].at:%Y-%m}")
            self._shelf(file).add(TABLE, docs)
        except OSError as error:
            raise not_saved(error, row.folder) from error
        self._keep(row, file)
        self._read(file).extend(stored)
        if self._index is not None:
            self._index.add(stored)
        if self._overview is not None:
            self._overview.add(stored)
        return stored

    def merge(self, entries: Iterable[Entry], work: Work) -> tuple[Entry, ...]:
        """Add those whose ids are unknown, as they are numbered; a new file for each group and month.

        To be called in a transaction, since there may be several files.
        """
        parts: dict[tuple[str, str], list[Entry]] = {}
        for entry in in_order({entry.id: entry for entry in entries}.values()):
            if entry.id not in self.index().ids:
                parts.setdefault((entry.group, f"{entry.at:%Y-%m}"), []).append(entry)
        each = work.each(parts.items(), len(parts), every=1)
        added = [entry for (group, month), part in each for entry in self._add(group, month, part)]
        if added:
            self._index = self._overview = None
        return tuple(in_order(added))

    def _add(self, group: str, month: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Write a merged file."""
        docs, stored = _stored(entries)
        row = self._row(group)
        number = max((file.number for file in row.merged if file.month == month), default=0) + 1
        file = _File(row.folder / f"{month}-{number}m.json", list(stored))
        try:
            _make_folder(row.folder)
        except OSError as error:
            raise not_saved(error, row.folder) from error
        Shelf(file.path, None).write({TABLE: {str(i): doc for i, doc in enumerate(docs, 1)}})
        row.merged.append(file)
        self._rows[row.folder.name] = row
        return stored

    def merged_as(self, entries: Collection[Entry]) -> tuple[str, ...]:
        """The names of the merged files that a merge of just these entries has written."""
        ids = {entry.id for entry in entries}
        merged = (file for row in self._rows.values() for file in row.merged)
        return tuple(file.key for file in merged if file.entries and file.entries[0].id in ids)

    @property
    def merged_is_read(self) -> bool:
        """Whether every merged file was read."""
        return all(file.entries is not None for row in self._rows.values() for file in row.merged)

    def merged_in(self, names: Collection[str]) -> list[Entry]:
        """What merged files hold; one that is not there holds nothing."""
        files = (file for row in self._rows.values() for file in row.merged if file.key in names)
        return [entry for file in files for entry in self._read(file)]

    def empty(self, names: Collection[str]) -> None:
        """Take everything out of merged files, which stay, so that no backup of them is looked for.

        To be called in a transaction, since there may be several.
        """
        for file in (file for row in self._rows.values() for file in row.merged if file.key in names):
            Shelf(file.path, None).replace({TABLE: {}})
            file.entries, file.shelf = [], None
        self._index = self._overview = None

    def rewrite(self, concerned: Callable[[bytes], bool], changed: Callable[[Doc], Doc]) -> int:
        """Write every entry's document as `changed` gives it, in files whose bytes are concerned.

        Gives how many were changed. To be called in a transaction; what is in memory is read anew after it.
        """
        count = 0
        for file in [file for row in self._rows.values() for file in (*row.files, *row.merged)]:
            if not file.path.exists() or not concerned(file.path.read_bytes()):
                continue
            before = self._shelf(file).rows(TABLE)
            after = [changed(doc) for doc in before]
            count += sum(old != new for old, new in zip(before, after, strict=True))
            self._shelf(file).replace({TABLE: {str(i): doc for i, doc in enumerate(after, 1)}})
        return count

    def _row(self, group: str) -> _Row:
        name = folder_name(group)
        return self._rows.get(name) or _Row(self._folder / name)

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
        return len(self._read(file)) >= FULL_ENTRIES or size_of(file.path) >= FULL_BYTES

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
        """Our own entries that came after a position, in order; all of them after an unknown one."""
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

    def merged_after(self, position: Position) -> list[Entry]:
        """The entries in merged files that a position does not know."""
        unknown = (file for row in self._rows.values() for file in row.merged if file.key not in position)
        return [entry for file in unknown for entry in self._read(file)]

    def missing(self, position: Position) -> list[str]:
        """The files that a position knows and that are nowhere any more, as seen from the data folder."""
        there = {file.key for row in self._rows.values() for file in (*row.files, *row.merged)}
        known = (key if "/" in key else f"{key}/{last}" for key, (last, _) in position.items())
        return [f"{self._folder.name}/{key}.json" for key in known if key not in there]

    def position(self) -> Position:
        """Where the ledger ends now."""
        found: dict[str, tuple[str, int]] = {}
        for name, row in self._rows.items():
            if row.files:
                found[name] = row.files[-1].path.stem, len(self._read(row.files[-1]))
            found |= {file.key: (file.path.stem, 0) for file in row.merged}
        return found

    def last_seq(self) -> int:
        """The largest sequence number of our own entries."""
        lasts = (self._read(row.files[-1]) for row in self._rows.values() if row.files)
        return max((entry.seq for entries in lasts for entry in entries), default=0)

    def recent(self, since: datetime, *, own: bool = False) -> list[Entry]:
        """The entries since then, newest first, without reading files that are older; or only our own.

        What was done here after one of them counts as well, whatever the clock showed: it may have been
        set back for a while.
        """
        last = [entry for row in self._rows.values() for entry in self._last(row, since)]
        first = min((entry.seq for entry in last if _stamp(entry.at) >= _stamp(since)), default=None)
        found = [entry for entry in last if first is not None and entry.seq >= first]
        for row in () if own else self._rows.values():
            for file in row.merged:
                found += self._since(file, since) if file.month >= f"{since:%Y-%m}" else ()
        return in_order({entry.id: entry for entry in found}.values())[::-1]

    def _last(self, row: _Row, since: datetime) -> Iterator[Entry]:
        """Our own entries in a group's last files, back to one that holds nothing since then."""
        for file in reversed(row.files):
            yield from self._read(file)
            if not self._since(file, since):
                break

    def _since(self, file: _File, moment: datetime) -> list[Entry]:
        return [entry for entry in self._read(file) if _stamp(entry.at) >= _stamp(moment)]

    def read_ahead(self) -> bool:
        """Read one more file, which takes some milliseconds; False once everything is ready.

        Then what was read is outlined, so that the next time it can be counted before it is read.
        """
        if self._index is None:
            unread = next((file for file in self._files() if file.entries is None), None)
            if unread is not None:
                self._read(unread)
                return True
            self.index()
        elif self._not_outlined:
            file = self._not_outlined.pop()
            self._outlines.make(file.path, self._read(file))
        return bool(self._not_outlined)

    def _files(self) -> Iterator[_File]:
        return (file for row in self._rows.values() for file in (*row.files, *row.merged))

    def overview(self) -> Overview | None:
        """All entries, those of files not read yet in brief; None where all are read, or have to be."""
        if self._index is None and self._overview is None and self._asked < _ONE_BY_ONE:
            with uncollected():
                parts: list[Sequence[Known]] = []
                for file in self._files():
                    part = self._in_brief(file)
                    if part is None:
                        return None
                    parts.append(part)
                known = [each for part in parts for each in part]
                read = whole([each for each in known if each.kind in WHOLE and isinstance(each, Extract)])
                self._overview = None if read is None else Overview((*known, *read))
        return self._overview

    def _in_brief(self, file: _File) -> Sequence[Known] | None:
        """What a file holds; None where it would take long to read. An emptied one is never outlined."""
        if file.entries is None:
            extracts = self._outlines.read(file.path)
            if extracts is not None or not is_small(file.path):
                return extracts
        return self._read(file)

    def about(self, member: str, ids: Collection[str]) -> list[Entry]:
        """All that was done to a person, who has these ids, in order."""
        overview = self.overview()
        return self.index().about(member) if overview is None else self.whole(overview.about(ids))

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with that id."""
        overview = self.overview()
        if overview is None:
            return self.index().ids.get(entry_id)
        found = self.whole([overview.ids[entry_id]]) if entry_id in overview.ids else []
        return next(iter(found), None)

    def whole(self, known: Sequence[Known]) -> list[Entry]:
        """The entries that were given in brief, in order; all are read where too many are asked for."""
        extracts = [each for each in known if isinstance(each, Extract)]
        self._asked += bool(extracts)
        read = whole(extracts) if self._index is None and self._asked < _ONE_BY_ONE else None
        if read is None:
            ids = self.index().ids  # where damage was beyond mending, one of them may be lost
            return in_order(ids[each.id] for each in known if each.id in ids)
        return in_order((*read, *(each for each in known if isinstance(each, Entry))))

    def index(self) -> Index:
        """Everything, by id, by group and by person."""
        if self._index is None:
            with uncollected():
                self._index = Index((*self.after({}), *self.merged_after({})))
            self._overview = None
            if self._outlines.write:  # the files that grow no more
                rows = self._rows.values()
                self._not_outlined = [file for row in rows for file in (*row.files[:-1], *row.merged)]
        return self._index


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
        ordered = sorted(files, key=_File.order)
        own = [file for file in ordered if not file.merged]
        yield _Row(row, own, [file for file in ordered if file.merged])


def _stored(entries: Sequence[Entry]) -> tuple[list[Doc], tuple[Entry, ...]]:
    """The documents of entries, and the entries as they are read back from them."""
    docs = [sealed(entry_to_doc(entry)) for entry in entries]
    return docs, tuple(map(entry_from, docs))


def _make_folder(folder: Path) -> None:
    """Make the folder of a group, not the data folder: where that is gone, it must be said."""
    if not folder.is_dir():
        folder.parent.mkdir(exist_ok=True)
        folder.mkdir()
        sync_folder(folder.parent)
