"""Going back to a backup: what it holds, and its files put in the places of those that are there."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zlib import crc32

from moderator_app.core.errors import BadInput
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.forgetting import tells
from moderator_app.core.roster.group import Group
from moderator_app.storage.backups import MARK, UNREADABLE, Backup
from moderator_app.storage.cleaning import cleaned
from moderator_app.storage.durable import make_folder, remove_file, write_file
from moderator_app.storage.envelope import Step
from moderator_app.storage.erasing import person_of
from moderator_app.storage.layout import Layout
from moderator_app.storage.oserrors import not_saved
from moderator_app.storage.work import Work

if TYPE_CHECKING:
    from moderator_app.storage.open_files import OpenFiles
    from moderator_app.storage.record import Record

_RECORD = ("settings.json", "groups.json", "members.json", "ledger")
"""One of these is in every backup of ours that holds anything; the first version left no mark."""
_OURS = frozenset((*_RECORD, "sightings.json", "reporters.json", "notices", "rulebooks", "证据"))
"""What going back replaces in the data folder; whatever else lies there, or in a zip, stays where it is."""
_EVERY = 5
Telling = Callable[["Record", Path], Sequence[Entry]]
"""Gives what is told of going back: it is given the record as it was then, and the backup made of now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What going back to a backup would bring.

    `members` are how many are on the list of each group, by its id; `last` is when the newest entry
    was made. `going` and `coming` are how many entries of now would go, and of then would come.
    """

    backup: Backup
    groups: tuple[Group, ...]
    members: Mapping[str, int]
    entries: int
    last: datetime | None
    going: int
    coming: int


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """A backup that can be read to its end and is one of ours; BadInput says what else it is."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.testzip() is not None:
                raise zipfile.BadZipFile
            holds = {_top(PurePosixPath(name)) for name in _ours(archive)}
            if archive.comment != MARK and not holds.intersection(_RECORD):
                raise BadInput("backup.foreign", file=path.name)
            yield archive
    except UNREADABLE as error:
        detail = error.strerror if isinstance(error, OSError) and error.strerror else ""
        raise BadInput("backup.unreadable", file=path.name, detail=detail) from error


@contextmanager
def unpacked(path: Path, work: Work) -> Iterator[Path]:
    """The record in a backup as a folder of its own for as long as the block lasts."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name) / "data"
        folder.mkdir()
        work.beside(lambda step: _unpack(path, folder, step))
        yield folder


def _unpack(path: Path, folder: Path, step: Step) -> None:
    with opened(path) as archive:
        members = [member for member in _ours(archive) if member.endswith(".json")]
        for done, member in enumerate(members):
            step(done, len(members))
            _write_plain(folder / member, archive.read(member))


def compared(path: Path, then: Record, ours: Set[str]) -> Preview:
    """What going back to a backup, opened as `then`, would bring where `ours` are the entries of now."""
    theirs = then.all_entries()
    ids = {entry.id for entry in theirs}
    counts = {group: len(then.members(group)) for group in dict.fromkeys(entry.group for entry in theirs)}
    return Preview(
        backup=Backup.of(path),
        groups=then.groups(),
        members={group: count for group, count in counts.items() if count},
        entries=len(theirs),
        last=max((entry.at.replace(tzinfo=None) for entry in theirs), default=None),
        going=len(ours - ids),
        coming=len(ids - ours),
    )


def _write_plain(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise not_saved(error, path) from error


def _ours(archive: zipfile.ZipFile) -> list[str]:
    """The names of files that are the record's."""
    names = (PurePosixPath(info.filename) for info in archive.infolist() if not info.is_dir())
    return [str(name) for name in names if ".." not in name.parts and _top(name) in _OURS]


def complete(then: OpenFiles, erased: Collection[Entry], told: Iterable[Entry]) -> None:
    """Write into an unpacked backup what is to be told there: who was deleted since, and why it is put back.

    So all of that comes to its place together with the rest.
    """
    known = then.ledger.index().ids if erased else {}
    entries = (*(entry for entry in erased if entry.id not in known), *told)
    if entries:
        numbered = [replace(entry, seq=then.people.last_seq + i) for i, entry in enumerate(entries, 1)]
        then.ledger.append(entries[0].group, numbered)


def without(erased: Iterable[Entry], then: Record) -> Callable[[str, bytes], bytes | None]:
    """What gives each file of a backup, by its name, without those deleted since; None for one to go."""
    ids = {entry.member for entry in erased}
    entries = then.all_entries() if ids else ()
    if not any(entry.member in ids and tells(entry) for entry in entries):
        return lambda name, data: data
    person = person_of(ids, entries)
    return lambda name, data: cleaned(name, data, person)


def put_back(
    path: Path, ready: Path, layout: Layout, work: Work, cleaned: Callable[[str, bytes], bytes | None]
) -> None:
    """Write the files of a backup over those that are there, and remove what it does not hold.

    Its data files are taken as they are made `ready` in a folder, and each file as `cleaned` gives it.
    To be called in a transaction. The table of members is left out: the ledger makes it anew.
    """
    kept = set[Path]()
    with opened(path) as archive:
        made = {file.relative_to(ready).as_posix(): file for file in ready.rglob("*.json")}
        infos = {name: archive.getinfo(name) for name in _ours(archive)}
        names = sorted((made.keys() | infos.keys()) - {layout.members.name})
        for name in work.each(names, len(names), _EVERY):
            target = layout.root / name
            if name not in made and _same(target, infos[name]):
                kept.add(target)
                continue
            data = cleaned(name, made[name].read_bytes() if name in made else archive.read(name))
            if data is not None:
                kept.add(target)
                _write(target, data)
    ours = (top for top in layout.root.iterdir() if _top(PurePosixPath(top.name)) in _OURS)
    for there in [path for top in ours for path in (top, *top.rglob("*"))]:
        if there not in kept and there.is_file():
            remove_file(there)


def _top(name: PurePosixPath) -> str:
    """The file or folder in the data folder that a file belongs to; a version before belongs to its file."""
    return name.parts[0].removesuffix(".bak") if name.parts else ""


def _same(target: Path, info: zipfile.ZipInfo) -> bool:
    """Whether the file is already there; pictures are many and never change."""
    try:
        return target.stat().st_size == info.file_size and crc32(target.read_bytes()) == info.CRC
    except OSError:
        return False


def _write(target: Path, data: bytes) -> None:
    """Write what is not there already."""
    try:
        if target.read_bytes() == data:
            return
    except OSError:
        pass
    try:
        make_folder(target.parent)
    except OSError as error:
        raise not_saved(error, target) from error
    write_file(target, data, keep_previous=False)
