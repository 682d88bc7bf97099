"""Takes a person whose data are deleted out of the files: backups, history, damaged files, the record."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Sequence
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
from moderator_app.storage.envelope import DamagedError, Step, dumps, loads
from moderator_app.storage.erased_examples import CHANGES
from moderator_app.storage.erasing import Person
from moderator_app.storage.history import History
from moderator_app.storage.layout import Layout
from moderator_app.storage.oserrors import not_saved
from moderator_app.storage.packed import Packed, add_packed, packed, require_whole
from moderator_app.storage.work import Work

if TYPE_CHECKING:
    from moderator_app.storage.evidence import Evidence
    from moderator_app.storage.open_files import OpenFiles

Known = dict[tuple[str, int, bytes], bytes | bool | None]
"""Of a file in a backup: that it does not hold the person, or what it holds without them; None to go."""
_PREPARED, _PUT = 0.6, 0.65
"""The shares of cleaning backups."""


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


def clean_beside(
    layout: Layout, backups: Sequence[Path], person: Person, work: Work
) -> tuple[int, tuple[str, ...]]:
    """Take a person out of what lies beside the record: backups, damaged files, the history of checks.

    Gives how many backups held them, and the names of those that could not be cleaned. It can be ended
    until the first of them is replaced.
    """
    count, left = _clean_backups(backups, person, work)
    _clean_quarantine(layout, person)
    History(layout.history).forget_person(person.checked)
    return count, left


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


def cleaned(name: str, data: bytes, person: Person) -> bytes | None:
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
    after = person.without(tables)
    return data if after == tables else dumps(after)


def _changes_without(data: bytes, person: Person) -> bytes | None:
    try:
        return person.sentences.out_of(data)[0]
    except ValueError:
        return None if person.is_traced_in(data) else data


def _clean_backups(paths: Sequence[Path], person: Person, work: Work) -> tuple[int, tuple[str, ...]]:
    """Take a person out of all backups: how many held them, and the names of those that still may.

    All are written anew beside the old ones first, and until then it can be ended. Where the disk has
    no room for that, each is written and put into its place by itself.
    """
    known: Known = {}
    try:
        work.part("work.cleaning-backups", _PREPARED)
        ready, failed = work.beside(lambda step: _prepare_all(paths, person, known, step))
        work.settle("work.erasing", _PUT)
        return work.beside(lambda step: _put_all(ready, failed, person, known))
    finally:
        _drop(paths)


def _prepare_all(
    paths: Sequence[Path], person: Person, known: Known, step: Step
) -> tuple[list[Path], list[Path]]:
    """Those that hold the person, ready to be replaced, and those where that failed."""
    ready, failed = list[Path](), list[Path]()
    for done, path in enumerate(paths):
        step(done, len(paths))
        try:
            ready += [path] if _prepare(path, person, known) else []
        except UNREADABLE:
            failed.append(path)
    return ready, failed


def _put_all(
    ready: Iterable[Path], failed: Iterable[Path], person: Person, known: Known
) -> tuple[int, tuple[str, ...]]:
    cleaned, left = 0, list[str]()
    for path, again in (*((path, False) for path in ready), *((path, True) for path in failed)):
        try:
            cleaned += _put(path) if not again or _prepare(path, person, known) else 0
        except UNREADABLE:
            left.append(path.name)
    return cleaned, tuple(left)


def _prepare(path: Path, person: Person, known: Known) -> bool:
    """Write a backup without the person beside it; false where they are not in it.

    Most files of a backup are those of the one before: `known` spares reading and packing them again.
    """
    with path.open("rb") as file, zipfile.ZipFile(file) as archive:
        members = [_without(packed(file, info), person, known) for info in archive.infolist()]
        if all(after is before for before, after in members):
            return False
        temp = temporary(path)
        with temp.open("wb") as new, synced(new), zipfile.ZipFile(new, "w") as target:
            target.comment = archive.comment
            for _, after in members:
                if after is not None:
                    add_packed(target, after)
    require_whole(temp, (after for before, after in members if after is not None and after is not before))
    stat = path.stat()
    os.utime(temp, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    return True


def _without(before: Packed, person: Person, known: Known) -> tuple[Packed, Packed | None]:
    """A file of a backup as it is, and without the person: the same one where they are not in it."""
    key = before.key
    if key not in known:
        data = before.content()
        after = cleaned(before.name, data, person)
        known[key] = True if after == data else after
    found = known[key]
    if isinstance(found, bool):
        return before, before
    return before, before.holding(found) if found is not None else None


def _put(path: Path) -> bool:
    replace_patiently(temporary(path), path)
    sync_folder(path.parent)
    return True


def _drop(paths: Iterable[Path]) -> None:
    """Nothing that was prepared and not put stays."""
    for path in paths:
        with suppress(OSError):
            temporary(path).unlink(missing_ok=True)


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
