"""Records on their way: the zip that one moderator sends another, and the JSON file that holds everything.

Both hold tables as a data file does, with a checksum over all and the version of the program's data.
What is read is believed only after it was checked row by row: these files come through other hands.
"""

from __future__ import annotations

import zipfile
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path

from moderator_app.core.errors import BadInput
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.group import Group
from moderator_app.storage import migrations
from moderator_app.storage.backups import UNREADABLE
from moderator_app.storage.codec import entry_to_doc, group_to_doc
from moderator_app.storage.durable import write_file
from moderator_app.storage.envelope import DamagedError, Doc, Step, Tables, dumps, loads
from moderator_app.storage.evidence import LARGEST, is_name
from moderator_app.storage.foreign import entries_in, groups_in
from moderator_app.storage.sightings import Seen
from moderator_app.storage.work import Work

_RECORD = "record.json"
_PICTURES = "pictures/"
_LARGEST_RECORD = 200_000_000
_LARGEST_FILE = 1_000_000_000
_MOST_PICTURES = 5_000

_GATHERED, _WRITTEN, _PACKED = 0.4, 0.8, 0.95
_UNPACKED, _LOADED, _READ = 0.1, 0.3, 0.5
"""The shares of writing and of reading; what is read is then taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What two records have to tell each other; `moderator` and `made` say from whom and when."""

    made: datetime
    moderator: str = ""
    groups: tuple[Group, ...] = ()
    entries: tuple[Entry, ...] = ()
    sightings: Mapping[str, Seen] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """A whole installation: the parcel, and beside it what belongs to this user alone.

    `files` are the user's own rulebooks, changes and notices, and `history` what was checked, each by
    its path in the data folder.
    """

    parcel: Parcel
    settings: Doc = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)


# ---- a bundle


def write_bundle(path: Path, parcel: Parcel, pictures: Iterable[Path], work: Work) -> None:
    """Write a bundle with the pictures of evidence; NotSaved where that fails."""
    record, pictures = _written(_tables(parcel, "bundle", work), work), tuple(pictures)
    work.part("work.packing", _PACKED)
    data = work.beside(lambda step: _zipped(record, pictures, step))
    _write(path, data, work)


def _zipped(record: bytes, pictures: Sequence[Path], step: Step) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_RECORD, record)
        for done, picture in enumerate(pictures, 1):
            step(done, len(pictures))
            archive.writestr(_PICTURES + picture.name, picture.read_bytes(), zipfile.ZIP_STORED)
    return buffer.getvalue()


def read_bundle(path: Path, work: Work) -> Parcel:
    """What a bundle holds; BadInput where it is none or not whole, Refused where a newer program made it."""
    work.part("work.reading", _UNPACKED)
    data, names = work.beside(lambda step: _contents(path))
    return _parcel(_loaded(path, data, "bundle", work), path, names, work)


def _contents(path: Path) -> tuple[bytes, frozenset[str]]:
    with _opened(path) as archive:
        return archive.read(_RECORD), frozenset(_pictures_in(archive))


def picture_in(path: Path, name: str) -> bytes:
    """One picture out of a bundle."""
    with _opened(path) as archive:
        return archive.read(_PICTURES + name)


def _opened(path: Path) -> zipfile.ZipFile:
    """A zip that holds what a bundle holds and nothing else; BadInput says what is wrong with it."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise BadInput("bundle.too-large", file=path.name, most=_LARGEST_FILE // 1_000_000)
        archive = zipfile.ZipFile(path)
    except UNREADABLE as error:
        raise BadInput("bundle.unreadable", file=path.name) from error
    try:
        _require_bundle(archive, path)
    except BaseException:
        archive.close()
        raise
    return archive


def _require_bundle(archive: zipfile.ZipFile, path: Path) -> None:
    names = archive.namelist()
    sizes = {info.filename: info.file_size for info in archive.infolist()}
    pictures = [name for name in names if name != _RECORD]
    foreign = any(
        not name.startswith(_PICTURES) or not is_name(name.removeprefix(_PICTURES)) for name in pictures
    )
    if foreign or len(names) != len(sizes) or _RECORD not in sizes:
        raise BadInput("bundle.foreign", file=path.name)
    if sizes[_RECORD] > _LARGEST_RECORD or len(pictures) > _MOST_PICTURES:
        raise BadInput("bundle.too-large", file=path.name, most=_LARGEST_RECORD // 1_000_000)
    if any(sizes[name] > LARGEST for name in pictures):
        raise BadInput("bundle.too-large", file=path.name, most=LARGEST // 1_000_000)
    try:
        broken = archive.testzip()
    except UNREADABLE as error:
        raise BadInput("bundle.unreadable", file=path.name) from error
    if broken is not None:
        raise BadInput("bundle.unreadable", file=path.name)


def _pictures_in(archive: zipfile.ZipFile) -> Iterable[str]:
    return (name.removeprefix(_PICTURES) for name in archive.namelist() if name != _RECORD)


# ---- everything


def write_everything(path: Path, everything: Everything, work: Work) -> None:
    """Write a whole installation as one JSON file; NotSaved where that fails."""
    tables = _tables(everything.parcel, "everything", work)
    tables["settings"] = {"1": everything.settings}
    tables["files"] = _packed(everything.files)
    tables["pictures"] = _packed(everything.pictures)
    _write(path, _written(tables, work), work)


def read_everything(path: Path, work: Work) -> Everything:
    """What such a file holds; raises as `read_bundle` does."""
    work.part("work.reading", _UNPACKED)
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise BadInput("bundle.too-large", file=path.name, most=_LARGEST_FILE // 1_000_000)
        data = work.beside(lambda step: path.read_bytes())
    except OSError as error:
        raise BadInput("bundle.unreadable", file=path.name) from error
    tables = _loaded(path, data, "everything", work)
    pictures = _unpacked(tables.get("pictures", {}), path)
    if not all(map(is_name, pictures)):
        raise BadInput("bundle.foreign", file=path.name)
    return Everything(
        parcel=_parcel(tables, path, frozenset(pictures), work),
        settings=dict(tables.get("settings", {}).get("1", {})),
        files=_unpacked(tables.get("files", {}), path),
        pictures=pictures,
    )


def _packed(files: Mapping[str, bytes]) -> dict[str, Doc]:
    return {
        str(row): {"path": name, "data": b64encode(data).decode("ascii")}
        for row, (name, data) in enumerate(sorted(files.items()), 1)
    }


def _unpacked(rows: Mapping[str, Doc], path: Path) -> dict[str, bytes]:
    try:
        return {str(doc["path"]): b64decode(doc["data"], validate=True) for doc in rows.values()}
    except (KeyError, ValueError, TypeError) as error:
        raise BadInput("bundle.unreadable", file=path.name) from error


# ---- what both have in common


def _written(tables: Tables, work: Work) -> bytes:
    """The bytes of a file, its rows written one after the other."""
    work.part("work.writing-down", _WRITTEN)
    return dumps(tables, work.step)


def _write(path: Path, data: bytes, work: Work) -> None:
    """The file is written in one step, which nothing can end."""
    work.settle("work.saving", 1.0)
    work.beside(lambda step: write_file(path, data, keep_previous=False))


def _tables(parcel: Parcel, form: str, work: Work) -> Tables:
    work.part("work.writing-down", _GATHERED)
    entries = work.each(parcel.entries, len(parcel.entries))
    head = {"form": form, "made": parcel.made.isoformat(timespec="seconds"), "moderator": parcel.moderator}
    seen = sorted(parcel.sightings.items())
    return migrations.stamped(
        {
            migrations.META: {"1": head},
            "groups": _numbered(map(group_to_doc, parcel.groups)),
            "entries": _numbered(map(entry_to_doc, entries)),
            "sightings": _numbered(
                {"member": member, "first": times[0].isoformat(), "last": times[1].isoformat()}
                for member, times in seen
            ),
        }
    )


def _numbered(docs: Iterable[Doc]) -> dict[str, Doc]:
    return {str(row): doc for row, doc in enumerate(docs, 1)}


def _loaded(path: Path, data: bytes, form: str, work: Work) -> Tables:
    work.part("work.reading", _LOADED)
    try:
        tables = loads(data, work.step)
        found = tables.get(migrations.META, {}).get("1", {}).get("form")
    except (DamagedError, ValueError, RecursionError, AttributeError) as error:
        raise BadInput("bundle.unreadable", file=path.name) from error
    if found != form:
        raise BadInput("bundle.foreign", file=path.name)
    return migrations.migrated(tables, path.name)


def _parcel(tables: Tables, path: Path, pictures: frozenset[str], work: Work) -> Parcel:
    work.part("work.reading", _READ)
    head = tables[migrations.META]["1"]
    try:
        groups = groups_in(tables.get("groups", {}))
        return Parcel(
            made=datetime.fromisoformat(head["made"]),
            moderator=str(head.get("moderator", ""))[:200],
            groups=groups,
            entries=entries_in(tables.get("entries", {}), (group.id for group in groups), work),
            sightings=_sightings(tables.get("sightings", {})),
            pictures=pictures,
        )
    except (KeyError, ValueError, TypeError) as error:
        raise BadInput("bundle.unreadable", file=path.name) from error
    except BadInput as error:
        raise BadInput("bundle.bad-row", **{**error.reason.values, "file": path.name}) from error


def _sightings(rows: Mapping[str, Doc]) -> dict[str, Seen]:
    moments = {
        str(doc["member"]): (datetime.fromisoformat(doc["first"]), datetime.fromisoformat(doc["last"]))
        for doc in rows.values()
    }
    return {
        member: (first.replace(tzinfo=None), last.replace(tzinfo=None))
        for member, (first, last) in moments.items()
    }
