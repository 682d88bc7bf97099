"""Writing files so that what was answered «saved» is there after any crash, and TinyDB on top of it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from errno import EBADF, EINVAL, ENOTSUP
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from tinydb.storages import Storage

from moderator_app.core.errors import NotSaved
from moderator_app.storage import envelope, migrations
from moderator_app.storage.oserrors import not_saved

if sys.platform == "darwin":
    from fcntl import F_FULLFSYNC, fcntl

_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between tries while Windows says that a virus scanner or a reader holds the file."""
_HELD = {5, 32, 33}
_MISSING = (FileNotFoundError, NotADirectoryError)
_NO_FOLDER_SYNC = {EINVAL, ENOTSUP, EBADF}
"""What file systems answer that cannot sync a folder (network drives, some mounts)."""


class Gathering(Protocol):
    """Takes the writes of a block in place of the disk, until they are written together."""

    def holds(self, path: Path) -> bool:
        """Whether writes to this path are gathered."""

    def put(self, path: Path, data: bytes | None, *, keep_previous: bool = True) -> None:
        """Take in the whole content of a file, or that it is to go (None)."""

    def size(self, path: Path) -> int | None:
        """The size that was given to a file here; None for one that was not written here."""


gathering: ContextVar[Gathering | None] = ContextVar("gathering", default=None)
"""What takes the writes of this thread now; None where each goes to the disk by itself."""


def _gathering(path: Path) -> Gathering | None:
    gathered = gathering.get()
    return gathered if gathered is not None and gathered.holds(path) else None


def size_of(path: Path) -> int:
    """The size of a file in bytes, as it was written last, in a transaction too."""
    gathered = _gathering(path)
    size = gathered.size(path) if gathered else None
    return path.stat().st_size if size is None else size


def previous(path: Path) -> Path:
    """Where the version before the last write is kept."""
    return path.with_name(path.name + ".bak")


def temporary(path: Path) -> Path:
    """Where the next version is written before it takes the place of the file."""
    return path.with_name(path.name + ".tmp")


def write_file(path: Path, data: bytes, *, keep_previous: bool = True) -> None:
    """Replace a file in one step, durably; NotSaved where that fails, and the file is as before.

    With `keep_previous` the replaced version stays beside it until the next write. In a transaction
    it is written when that ends.
    """
    if (gathered := _gathering(path)) is not None:
        gathered.put(path, data, keep_previous=keep_previous)
        return
    temp = temporary(path)
    try:
        is_new = not path.exists()
        try:
            write_synced(temp, data)
            if keep_previous:
                _keep_previous(path)
            replace_patiently(temp, path)
        finally:
            with suppress(OSError):
                temp.unlink(missing_ok=True)
        _sync_folder_or_go_back(path, is_new=is_new)
    except OSError as error:
        raise not_saved(error, path) from error


def write_synced(path: Path, data: bytes) -> None:
    """Write a file in place; its content is on the disk when this returns, its name perhaps not."""
    with path.open("wb") as file, synced(file):
        file.write(data)


@contextmanager
def synced(file: BinaryIO) -> Iterator[None]:
    """What was written inside is on the disk at the end."""
    yield
    file.flush()
    _sync(file.fileno())


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":  # fsync leaves the data in the drive's own cache there
        fcntl(descriptor, F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def _keep_previous(path: Path) -> None:
    """Keep the version that is about to be replaced; a file system without links goes without it."""
    with suppress(OSError):
        previous(path).unlink(missing_ok=True)
        os.link(path, previous(path))


def replace_patiently(source: Path, target: Path, *, wait: Callable[[float], None] = time.sleep) -> None:
    """Move a file in place of another, trying again for a second while Windows says that it is held."""
    for seconds in (*_WAITS, None):
        try:
            source.replace(target)
        except OSError as error:
            if seconds is None or getattr(error, "winerror", None) not in _HELD:
                raise
            wait(seconds)
        else:
            return


def _sync_folder_or_go_back(path: Path, *, is_new: bool) -> None:
    """Make the new name durable; where the disk refuses, the file is again what it was."""
    try:
        sync_folder(path.parent)
    except OSError:
        if previous(path).exists():
            previous(path).replace(path)
        elif is_new:
            path.unlink()
        raise


def remove_file(path: Path) -> None:
    """Take a file and the version before it away, durably; one that is not there is none."""
    if (gathered := _gathering(path)) is not None:
        gathered.put(previous(path), None)
        gathered.put(path, None)
        return
    try:
        if path.exists():
            replace_patiently(path, previous(path))
            _sync_folder_or_go_back(path, is_new=False)
        previous(path).unlink(missing_ok=True)
    except OSError as error:
        raise not_saved(error, path) from error
    with suppress(OSError):  # the file is gone for good; only the version before could come back
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable (Windows does so by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, durably."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir()
        sync_folder(folder.parent)


class DurableStorage(Storage):
    """TinyDB's storage for one data file, in memory once read, and on the disk once written.

    A file that was there and is gone is an error, never an empty table. After a failed write the
    memory is dropped: what is read next is what the disk holds.
    """

    def __init__(self, path: Path, tables: envelope.Tables | None = None) -> None:
        self._path = path
        self._tables = tables
        self._known = bool(tables)

    def read(self) -> envelope.Tables | None:
        """The tables; None before the first write of a new file."""
        if self._tables is None:
            self._tables = self._load()
        return self._tables

    def _load(self) -> envelope.Tables | None:
        try:
            data = self._path.read_bytes()
            tables = envelope.loads(data)
        except OSError as error:
            if self._known or not isinstance(error, _MISSING):
                raise not_saved(error, self._path) from error
            return None
        except envelope.DamagedError as error:
            raise NotSaved("storage.damaged", file=self._path.name, folder=str(self._path.parent)) from error
        self._known = True
        return migrations.migrated(tables, self._path.name)

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Serialise first, then replace the file in one step."""
        tables = migrations.stamped({name: dict(rows) for name, rows in data.items()})
        self._tables = None
        write_file(self._path, envelope.dumps(tables))
        self._tables = tables
        self._known = True
