"""All that is kept, written into one file and read into an empty installation with the same result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from moderator_app.core.errors import BadInput, Refused
from moderator_app.core.roster.history import effective
from moderator_app.session.actions import change_of
from moderator_app.session.edits import IMPORT_ALL, SETTING
from moderator_app.session.exchange.shared import discreet, pictures_of
from moderator_app.session.settings import checked
from moderator_app.session.types import Change
from moderator_app.session.whole_record import tell
from moderator_app.storage.backups import Label
from moderator_app.storage.bundle import Everything, Parcel, read_everything, write_everything
from moderator_app.storage.durable import make_folder, write_file
from moderator_app.storage.oserrors import not_saved
from moderator_app.storage.work import Work

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_OWN_FILES = ("rulebooks", "notices")
_HISTORY = "history"
_KINDS = {"rulebooks": (".yaml",), "notices": (".md",), _HISTORY: (".jsonl",)}


def export_all(desk: Desk, path: Path, work: Work, *, history: bool) -> Path:
    """Write everything; who reported stays here."""
    record = desk.record
    groups = {group.id for group in desk.groups()}
    held = (entry for entry in record.all_entries() if entry.group in groups)  # none taken back whole
    entries = discreet(desk, held)
    folders = (*_OWN_FILES, _HISTORY) if history else _OWN_FILES
    everything = Everything(
        parcel=Parcel(
            made=desk.now(),
            moderator=desk.settings().moderator,
            groups=desk.groups(),
            entries=entries,
            sightings=record.sightings.all(),
        ),
        settings=dict(record.settings()),
        files=dict(file for folder in folders for file in _files(desk.data_dir, folder)),
        pictures={picture.name: picture.read_bytes() for picture in pictures_of(desk, entries)},
    )
    write_everything(path, everything, work)
    return path


def _files(root: Path, folder: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted((root / folder).rglob("*")):
        if path.suffix in _KINDS[folder] and path.is_file():
            yield path.relative_to(root).as_posix(), path.read_bytes()


def import_all(desk: Desk, path: Path, work: Work) -> Change:
    """Read everything into an empty installation, in one transaction."""
    record = desk.record
    record.require_lock()
    if not _is_empty(desk):
        raise Refused("import.not-empty")
    everything = read_everything(path, work)
    files = {_target(desk.data_dir, name, path): data for name, data in everything.files.items()}
    before = record.back_up(Label.IMPORT)
    with record.transaction():
        for group in everything.parcel.groups:
            record.put_group(group)
        for name, value in _settings(everything.settings).items():
            record.set_setting(name, value)
        for name, data in everything.pictures.items():
            record.evidence.put(name, data)
        for target, data in files.items():
            if not _is_history(desk, target):
                _put(target, data)
        record.merge(everything.parcel.entries)
        record.sightings.merge(everything.parcel.sightings)
        told = tell(desk, IMPORT_ALL, _facts(desk, everything, before))
    for target in filter(lambda target: _is_history(desk, target), files):
        _put(target, files[target])  # written as it always is, apart from the record
    desk.start_anew()
    return desk.tell(change_of(desk, told))


def _facts(desk: Desk, everything: Everything, before: Path) -> dict[str, Any]:
    """What names a whole import, and what taking it back needs."""
    return {
        "count": len(everything.parcel.entries),
        "backup": before.name,
        "history": [name for name in everything.files if _is_history(desk, desk.data_dir / name)],
    }


def _is_empty(desk: Desk) -> bool:
    """Whether nothing is kept here yet but what was taken back, and who the moderator is."""
    held = effective(desk.record.all_entries())
    return not desk.record.groups() and all(entry.thing.startswith(f"{SETTING}/") for entry in held)


def _target(root: Path, name: str, path: Path) -> Path:
    """Where a file belongs; BadInput for one that would lie anywhere but among the user's own."""
    there = PurePosixPath(name)
    kinds = _KINDS.get(there.parts[0], ()) if there.parts else ()
    safe = not there.is_absolute() and ".." not in there.parts and ":" not in name and "\\" not in name
    if not safe or len(there.parts) < 2 or there.suffix not in kinds:
        raise BadInput("bundle.foreign", file=path.name)
    return root / there


def _is_history(desk: Desk, target: Path) -> bool:
    return target.is_relative_to(desk.data_dir / _HISTORY)


def _put(target: Path, data: bytes) -> None:
    try:
        make_folder(target.parent)
    except OSError as error:
        raise not_saved(error, target) from error
    write_file(target, data, keep_previous=False)


def _settings(given: Mapping[str, object]) -> dict[str, str | int | bool]:
    """The settings that this program knows, with values that they may have."""
    good: dict[str, str | int | bool] = {}
    for name, value in given.items():
        if isinstance(value, str | int | bool):
            try:
                good[name] = checked(name, value)
            except BadInput:
                continue
    return good
