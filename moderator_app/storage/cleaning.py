"""Takes a person whose data are deleted out of the files: backups, history, damaged files, the record."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.storage.backups import UNREADABLE
from moderator_app.storage.durable import (
    previous,
    remove_file,
    replace_patiently,
    sync_folder,
    synced,
    temporary,
    write_file,
)
from moderator_app.storage.envelope import DamagedError, dumps, loads
from moderator_app.storage.erased_examples import CHANGES
from moderator_app.storage.erasing import Person
from moderator_app.storage.history import History
from moderator_app.storage.layout import Layout
from moderator_app.storage.oserrors import not_saved

if TYPE_CHECKING:
    from moderator_app.storage.evidence import Evidence
    from moderator_app.storage.open_files import OpenFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was deleted: entries emptied, pictures and examples of rules removed, backups cleaned.

    `left` names the backups and files that could not be read or written, and so may still hold the person.
    """

    entries: int
    pictures: int
    examples: int
    backups: int = 0
    left: tuple[str, ...] = ()


def clean_beside(layout: Layout, backups: Iterable[Path], person: Person) -> tuple[int, tuple[str, ...]]:
    """Take a person out of what lies beside the record: backups, damaged files, the history of checks.

    Gives how many backups held them, and the names of those that could not be cleaned.
    """
    cleaned, left = _clean_backups(backups, person)
    _clean_quarantine(layout, person)
    History(layout.history).forget_person(person.checked)
    return cleaned, left


def clean_record(layout: Layout, files: OpenFiles, evidence: Evidence, person: Person) -> Erased:
    """Take a person out of the record itself, in a transaction; what is in memory is read anew after it."""
    entries = files.ledger.rewrite(person.is_traced_in, person.entry)
    pictures = [name for name in person.pictures if evidence.has(name)]
    evidence.remove(pictures)
    files.sightings.forget(person.ids)
    files.reporters.forget(person.names, person.entries)
    remove_file(layout.members)
    examples, left = _clean_changes(layout, person)
    return Erased(entries=entries, pictures=len(pictures), examples=examples, left=left)


def clean_backup(path: Path, person: Person) -> bool:
    """Take a person out of a backup; false where they were not in it.

    One of UNREADABLE where it cannot be read or written: then it is as it was.
    """
    with zipfile.ZipFile(path) as archive:
        contents = {info: archive.read(info) for info in archive.infolist()}
        mark = archive.comment
    cleaned = {info: _cleaned(info.filename, data, person) for info, data in contents.items()}
    if cleaned == contents:
        return False
    stat, temp = path.stat(), temporary(path)
    try:
        with (
            temp.open("wb") as file,
            synced(file),
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            archive.comment = mark
            for info, data in cleaned.items():
                if data is not None:
                    archive.writestr(info, data, zipfile.ZIP_DEFLATED, compresslevel=1)
        os.utime(temp, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        replace_patiently(temp, path)
        sync_folder(path.parent)
    finally:
        with suppress(OSError):
            temp.unlink(missing_ok=True)
    return True


def _cleaned(name: str, data: bytes, person: Person) -> bytes | None:
    """A file of a backup without the person; None for one that is to go."""
    if Path(name).name in person.pictures:
        return None
    if Path(name).parent.as_posix() == CHANGES and name.endswith(".yaml"):
        return _changes_without(data, person)
    if not name.endswith(".json") or not person.is_traced_in(data):
        return data
    try:
        tables = loads(data)
    except DamagedError:
        return None
    cleaned = person.without(tables)
    return data if cleaned == tables else dumps(cleaned)


def _changes_without(data: bytes, person: Person) -> bytes | None:
    try:
        return person.sentences.out_of(data)[0]
    except ValueError:
        return None if person.is_traced_in(data) else data


def _clean_backups(paths: Iterable[Path], person: Person) -> tuple[int, tuple[str, ...]]:
    """Take a person out of all backups: how many held them, and the names of those that still may."""
    cleaned, left = 0, []
    for path in paths:
        try:
            cleaned += clean_backup(path, person)
        except UNREADABLE:
            left.append(path.name)
    return cleaned, tuple(left)


def _clean_quarantine(layout: Layout, person: Person) -> None:
    """Remove the damaged files kept aside that name a person; NotSaved where one cannot be removed."""
    for path in layout.quarantine.glob("*"):
        try:
            if path.is_file() and person.is_traced_in(path.read_bytes()):
                path.unlink()
        except OSError as error:
            raise not_saved(error, path) from error


def _clean_changes(layout: Layout, person: Person) -> tuple[int, tuple[str, ...]]:
    """Take what a person said out of the user's changes to rules, in a transaction.

    How many examples it was, and the names of the files that cannot be read and may still hold some.
    """
    found, left = 0, []
    for path in sorted((layout.root / CHANGES).glob("*.yaml")):
        before = previous(path)
        if before.exists() and _changes_without(data := before.read_bytes(), person) != data:
            remove_file(before)
        data = path.read_bytes()
        try:
            cleaned, count = person.sentences.out_of(data)
        except ValueError:
            left += [path.name] if person.is_traced_in(data) else []
            continue
        found += count
        if cleaned != data:
            write_file(path, cleaned, keep_previous=False)
    return found, tuple(left)
