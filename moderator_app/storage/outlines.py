"""Extracts of the ledger files that grow no more, so that a long record can be counted before it is read.

They lie apart from the record, name nobody and hold no text. One is believed only where it was made of
the very file that is there, as that file's own checksum tells; any other is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count, repeat
from pathlib import Path
from typing import NamedTuple

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.storage.codec import entry_from
from moderator_app.storage.durable import temporary
from moderator_app.storage.envelope import DamagedError, Doc, as_written, dumps, loads, whole_rows
from moderator_app.storage.migrations import SAME_FORM, SCHEMA_VERSION

_FORM = 1
"""Changes with the columns: an extract of another form is none."""
_HEAD = 64
"""So many bytes of a data file hold its checksum, and more of its first line than that."""
_NEXT_TO_NOTHING = 500
"""So many bytes are read sooner than an outline of them."""
_ENTRIES = b'\n"entries":{\n'
_ROW = re.compile(rb"^\"\d+\":\{.*$", re.MULTILINE)
_COLUMNS = ("id", "action", "at", "kind", "member", "notice", "target", "deed")
WHOLE = frozenset({EntryKind.RESTORED})
"""Entries of which a count needs more than an extract tells: they are always read."""
_BETWEEN = "\x7f"
"""Between the values of a column: what JSON need not escape is read sooner. No id holds it."""
_KINDS = {kind.value: kind for kind in EntryKind}


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """A ledger file: where its entries begin and end, and which hold a member before and after."""

    file: Path
    starts: str
    ends: str
    edits: frozenset[int]

    def of(self, rows: Iterable[int]) -> list[tuple[int, int]]:
        """Where these entries lie."""
        starts, ends = self.starts.split(_BETWEEN), self.ends.split(_BETWEEN)
        return [(int(starts[row]), int(ends[row])) for row in rows]


class Extract(NamedTuple):
    """An entry in brief (see `Brief`), and which row it is of which file."""

    id: str
    action: str
    at: datetime
    kind: EntryKind
    member: str
    notice: str
    target: str
    deed: str
    group: str
    seq: int
    row: int
    places: Places


class Outlines:
    """The extracts in one folder, a file for each ledger file; made only by the one who may write.

    Of a file that lies elsewhere for now there are none: what is in its place is not what holds.
    """

    def __init__(self, folder: Path, *, write: bool, elsewhere: Collection[Path] = ()) -> None:
        self._folder = folder
        self.write = write
        self._elsewhere = elsewhere

    def _path(self, file: Path) -> Path:
        return self._folder / file.parent.name / file.name

    def read(self, file: Path) -> list[Extract] | None:
        """The extracts of a ledger file; None where there are none of the file as it is now."""
        if file in self._elsewhere:
            return None
        try:
            tables = loads(self._path(file).read_bytes())
            if tables["of"]["1"] != _identity(file):
                return None
        except (OSError, DamagedError, KeyError):
            return None
        doc = tables["columns"]["1"]
        columns = {name: doc[name].split(_BETWEEN) for name in _COLUMNS}
        columns["at"] = list(map(datetime.fromisoformat, columns["at"]))
        columns["kind"] = list(map(_KINDS.__getitem__, columns["kind"]))
        places = Places(file, doc["start"], doc["end"], frozenset(doc["edits"]))
        groups = doc["group"].split(_BETWEEN) if _BETWEEN in doc["group"] else repeat(doc["group"])
        rows = zip(*columns.values(), groups, doc["seq"], count(), repeat(places))
        return list(map(partial(tuple.__new__, Extract), rows))

    def make(self, file: Path, entries: Sequence[Entry]) -> None:
        """Keep extracts of a file that grows no more, of which these are the entries, where there are none.

        Where that fails nothing is lost: the file is read whole, as it is where there are none.
        """
        with suppress(OSError):
            identity = _identity(file)
            if (
                entries
                and not self._is_of(file, identity)
                and (places := _places(file.read_bytes(), entries))
            ):
                columns = _columns(entries, places)
                self._keep(self._path(file), dumps({"of": {"1": identity}, "columns": {"1": columns}}))

    def _is_of(self, file: Path, identity: Doc) -> bool:
        """Whether there is one of this very file, as its beginning says."""
        try:
            with self._path(file).open("rb") as there:
                return as_written(str(identity["head"])) in there.read(4 * _HEAD)
        except FileNotFoundError:
            return False

    @staticmethod
    def _keep(path: Path, data: bytes) -> None:
        """Write it in one step; whether it outlives a power cut does not matter."""
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary(path).write_bytes(data)
        temporary(path).replace(path)


def is_small(path: Path) -> bool:
    """Whether a file holds next to nothing; not one that is gone, which has to be looked for."""
    try:
        return path.stat().st_size < _NEXT_TO_NOTHING
    except OSError:
        return False


def whole(extracts: Iterable[Extract]) -> list[Entry] | None:
    """The entries that these are extracts of; None where a single one cannot be read as it was written."""
    wanted: dict[Places, list[int]] = {}
    ids = set[str]()
    for each in extracts:
        wanted.setdefault(each.places, []).append(each.row)
        ids.add(each.id)
    found: list[Entry] = []
    for places, rows in wanted.items():
        try:
            with places.file.open("rb") as file:
                for start, end in places.of(rows):
                    file.seek(start)
                    found += map(entry_from, whole_rows(file.read(end - start)))
        except OSError:
            return None
    there = len(found) == sum(map(len, wanted.values())) and ids == {entry.id for entry in found}
    return found if there else None


def _identity(file: Path) -> Doc:
    """What tells a ledger file from every other version of it: its own checksum is in its first bytes."""
    with file.open("rb") as there:
        head = there.read(_HEAD).split(b"\n")[0].decode("ascii", "replace")
    return {"form": _FORM, "schema": SCHEMA_VERSION, "size": file.stat().st_size, "head": head}


def _places(data: bytes, entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """Where each entry lies in the bytes of its file; nothing where they are of another version."""
    begin = data.find(_ENTRIES)
    if not any(b'"schema_version":%d}' % version in data[: max(begin, 0)] for version in SAME_FORM):
        return []
    rows = [row.span() for row in _ROW.finditer(data, begin + len(_ENTRIES))]
    fits = len(rows) == len(entries) and all(
        as_written(entry.id) in data[start:end] for entry, (start, end) in zip(entries, rows, strict=True)
    )
    return rows if fits and not any(_BETWEEN in text for entry in entries for text in _texts(entry)) else []


def _texts(entry: Entry) -> tuple[str, ...]:
    """The values of an entry in the columns of text, and its group."""
    own = (entry.member, entry.notice, entry.target, entry.deed, entry.group)
    return entry.id, entry.action, entry.at.isoformat(), entry.kind.value, *own


def _columns(entries: Sequence[Entry], places: Sequence[tuple[int, int]]) -> Doc:
    *columns, groups = zip(*map(_texts, entries), strict=True)
    starts, ends = zip(*places, strict=True)
    return {
        **{name: _BETWEEN.join(column) for name, column in zip(_COLUMNS, columns, strict=True)},
        "group": groups[0] if len(set(groups)) == 1 else _BETWEEN.join(groups),
        "seq": [entry.seq for entry in entries],
        "edits": [row for row, entry in enumerate(entries) if entry.before and entry.after],
        "start": _BETWEEN.join(map(str, starts)),
        "end": _BETWEEN.join(map(str, ends)),
    }
