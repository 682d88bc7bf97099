"""Backups: the data folder as one zip a day, checked after writing, the oldest given up.

The history of checks is left out: it is no record, and what is to be forgotten must not live on in a zip.
"""

from __future__ import annotations

import errno
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock

from moderator_app.storage.durable import sync_folder, synced, temporary
from moderator_app.storage.layout import Layout
from moderator_app.storage.oserrors import not_saved

DAILY_KEPT = 7
_DAILY = re.compile(r"\d{4}-\d{2}-\d{2}\.zip")
_UNREADABLE = (
    *(OSError, EOFError, KeyError, ValueError, RuntimeError),  # NotImplementedError is a RuntimeError
    *(zipfile.BadZipFile, zlib.error, struct.error),
)
"""What zipfile raises for a file that is none, or no longer."""
_LEFT_OUT = {".tmp", ".bak", ".lock"}


class Backups:
    """The zips in the backup folder, named by day; those with a label are kept until removed by hand."""

    def __init__(self, layout: Layout, now: Callable[[], datetime]) -> None:
        self._layout = layout
        self._now = now
        self.alone = Lock()
        """Held while a backup is read from the folder, or several files are put into it as one."""

    def due(self) -> bool:
        """Whether today has no backup yet."""
        return not self._daily_path().exists()

    def _daily_path(self) -> Path:
        return self._layout.backups / f"{self._now():%Y-%m-%d}.zip"

    def make_daily(self) -> Path:
        """Today's backup; those older than the newest seven days go."""
        path = self._write(self._daily_path())
        for old in [daily for daily in self.newest_first() if _DAILY.fullmatch(daily.name)][DAILY_KEPT:]:
            old.unlink(missing_ok=True)
        return path

    def make(self, label: str) -> Path:
        """A backup of its own beside the daily ones, for example before the data is converted."""
        return self._write(self._layout.backups / f"{self._now():%Y-%m-%d-%H%M%S}-{label}.zip")

    def newest_first(self) -> list[Path]:
        """All backups; the newest may be damaged, so whoever reads goes on to the next."""
        return sorted(self._layout.backups.glob("*.zip"), key=_made, reverse=True)

    def names(self) -> frozenset[str]:
        """What the newest backup holds, each name as seen from the data folder."""
        newest = self.newest_first()[:1]
        return names_in(newest[0]) if newest else frozenset()

    def _write(self, target: Path) -> Path:
        temp = temporary(target)
        try:
            self._layout.backups.mkdir(exist_ok=True)
            try:
                with self.alone, temp.open("wb") as file, synced(file):
                    self._zip_into(zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1))
                _check(temp)
                temp.replace(target)
                sync_folder(target.parent)
            finally:
                with suppress(OSError):
                    temp.unlink(missing_ok=True)
        except OSError as error:
            raise not_saved(error, target) from error
        except UnicodeEncodeError as error:  # a system whose file names cannot be Chinese
            raise not_saved(OSError(errno.EILSEQ, os.strerror(errno.EILSEQ)), target) from error
        return target

    def _zip_into(self, archive: zipfile.ZipFile) -> None:
        with archive:
            for path in self._files():
                with suppress(FileNotFoundError):  # replaced or removed since the folder was read
                    archive.write(path, path.relative_to(self._layout.root).as_posix())

    def _files(self) -> Iterator[Path]:
        layout = self._layout
        apart = (layout.backups, layout.quarantine, layout.logs, layout.history, layout.pending)
        own = {path.name for path in apart}
        for path in sorted(layout.root.rglob("*")):
            inside = path.relative_to(layout.root).parts[0]
            if inside not in own and path.suffix not in _LEFT_OUT and path.is_file():
                yield path


def _made(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _check(path: Path) -> None:
    """Read the zip back: a backup that cannot be read is none."""
    with zipfile.ZipFile(path) as archive:
        broken = archive.testzip()
    if broken is not None:
        raise OSError(f"unreadable after writing: {broken}")


def names_in(backup: Path) -> frozenset[str]:
    """What a backup holds; nothing where it is damaged."""
    try:
        with zipfile.ZipFile(backup) as archive:
            return frozenset(archive.namelist())
    except _UNREADABLE:
        return frozenset()


def read_from(backup: Path, name: str) -> bytes | None:
    """One file out of a backup; None where the backup is damaged or does not hold it."""
    try:
        with zipfile.ZipFile(backup) as archive:
            return archive.read(name)
    except _UNREADABLE:
        return None
