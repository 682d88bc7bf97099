"""Backups: the data folder as one zip, made once a day and before great changes, checked after writing.

The history of checks is left out: it is no record, and what is to be forgotten must not live on in a zip.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock

from moderator_app.storage.durable import replace_patiently, sync_folder, synced, temporary, write_file
from moderator_app.storage.envelope import DamagedError, Step, dumps, loads
from moderator_app.storage.layout import Layout
from moderator_app.storage.migrations import stamped
from moderator_app.storage.oserrors import not_saved

DAYS, WEEKS, MONTHS = 7, 4, 6
"""Of the daily backups the newest of so many days, weeks and months are kept."""
LABELLED = 10
"""Of the backups that were made by themselves before something, the newest of each kind are kept."""

_NAME = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(-(?P<time>\d{6})-(?P<label>.+?)(~\d+)?)?\.zip")
_WRITTEN_WITHIN = timedelta(minutes=10)
"""After the time in its name: then the time of the file is the exact one, and it was not copied since."""
UNREADABLE = (
    *(OSError, EOFError, KeyError, ValueError, RuntimeError),  # NotImplementedError is a RuntimeError
    *(zipfile.BadZipFile, zlib.error, struct.error),
)
"""What zipfile raises for a file that is none, or no longer."""
MARK = b"moderator-app"
"""The comment in every zip that is a backup, also where there was nothing to put into it."""
_GIVEN_UP = "backups"
_TAKEN = "taken-"
_LEFT_OUT = {".tmp", ".bak", ".lock"}


class Label(StrEnum):
    """Why a backup was made beside the daily ones, as its name says; one by hand stays for good."""

    IMPORT = "导入前"
    RESTORE = "恢复前"
    UPGRADE = "升级前"
    MERGE = "合并前"
    BY_HAND = "手动"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup as its name and time tell; `label` is "" for a daily one, or one from elsewhere."""

    path: Path
    made: datetime
    label: str = ""
    daily: bool = False

    @classmethod
    def of(cls, path: Path) -> Backup:
        """What is known of a zip without opening it."""
        written = _written(path)
        name = _NAME.fullmatch(path.name)
        try:
            day = date.fromisoformat(name["day"]) if name else written.date()
            clock = datetime.strptime(name["time"], "%H%M%S").time() if name and name["time"] else None
        except ValueError:
            return cls(path=path, made=written)
        if name and clock:
            named = datetime.combine(day, clock)
            just_then = timedelta() <= written - named < _WRITTEN_WITHIN
            return cls(path=path, made=written if just_then else named, label=name["label"])
        made = written if written.date() == day else datetime.combine(day, time.max)
        return cls(path=path, made=made, daily=name is not None)


class Backups:
    """The zips in the backup folder, named by day; those with a label are kept until removed by hand."""

    def __init__(self, layout: Layout, now: Callable[[], datetime]) -> None:
        self._layout = layout
        self._now = now
        self.alone = Lock()
        """Held while a backup is read from the folder, or several files are put into it as one."""
        self._in_use: set[Path] = set()

    def due(self) -> bool:
        """Whether today has no backup yet."""
        return not self._daily_path().exists()

    def _daily_path(self) -> Path:
        return self._layout.backups / f"{self._now():%Y-%m-%d}.zip"

    def make_daily(self) -> Path:
        """Today's backup; of those before, what is no longer to be kept goes."""
        path = self._write(self._daily_path())
        given_up = self._from_before_restore()
        if path.name in given_up:  # it was made anew
            self._write_given_up(sorted(given_up - {path.name}))
        self._remove_old(keep=path)
        return path

    def make(self, label: str, step: Step = lambda done, total: None) -> Path:
        """A backup of its own beside the daily ones, for example before the data is converted."""
        stem = f"{self._now():%Y-%m-%d-%H%M%S}-{label}"
        names = (f"{stem}~{number}.zip" if number > 1 else f"{stem}.zip" for number in count(1))
        free = next(path for name in names if not (path := self._layout.backups / name).exists())
        path = self._write(free, step)
        self._remove_old(keep=path)
        return path

    def _remove_old(self, keep: Path) -> None:
        """Remove what is no longer to be kept; never the one just made, even where the clock jumped back."""
        known = self.all()
        kept = {keep, *_kept_by_age(backup for backup in known if backup.daily)}
        for label in Label:
            labelled = [backup.path for backup in known if backup.label == label]
            kept.update(labelled if label is Label.BY_HAND else labelled[:LABELLED])
        for backup in known:
            ours = backup.daily or backup.label in list(Label)
            if ours and backup.path not in kept:
                with suppress(OSError):  # held open by somebody: the next backup tries again
                    backup.path.unlink()

    def all(self) -> list[Backup]:
        """Every backup, newest first."""
        found = map(Backup.of, self._layout.backups.glob("*.zip"))
        return sorted(found, key=lambda one: (one.made, _written(one.path), one.path.name), reverse=True)

    def newest_first(self) -> list[Path]:
        """All backups to look into for a file that is damaged or gone; the newest may be damaged too.

        Those from before the record was taken back to a backup come last: they hold what was given up.
        """
        given_up = self._from_before_restore()
        paths = [backup.path for backup in self.all()]
        return sorted(paths, key=lambda path: path.name in given_up)

    def names(self) -> frozenset[str]:
        """What the newest backup of the record as it is now holds, as seen from the data folder."""
        given_up = self._from_before_restore()
        newest = [path for path in self.newest_first() if path.name not in given_up][:1]
        return names_in(newest[0]) if newest else frozenset()

    def give_up(self) -> None:
        """Keep in mind that all backups so far hold another record than the one that is being restored."""
        self._write_given_up(backup.path.name for backup in self.all())

    def _write_given_up(self, names: Iterable[str]) -> None:
        docs = {str(row): {"name": name} for row, name in enumerate(names, 1)}
        write_file(self._layout.restored, dumps(stamped({_GIVEN_UP: docs})), keep_previous=False)

    def _from_before_restore(self) -> frozenset[str]:
        try:
            rows = loads(self._layout.restored.read_bytes()).get(_GIVEN_UP, {})
        except (OSError, DamagedError):
            return frozenset()
        return frozenset(row["name"] for row in rows.values())

    def _write(self, target: Path, step: Step = lambda done, total: None) -> Path:
        temp = temporary(target)
        try:
            self._layout.backups.mkdir(exist_ok=True)
            try:
                with self._taken() as files, temp.open("wb") as file, synced(file):
                    archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
                    _zip_into(archive, files, step)
                _check(temp)
                replace_patiently(temp, target)
                sync_folder(target.parent)
            finally:
                with suppress(OSError):
                    temp.unlink(missing_ok=True)
        except OSError as error:
            raise not_saved(error, target) from error
        except UnicodeEncodeError as error:  # a system whose file names cannot be Chinese
            raise not_saved(OSError(errno.EILSEQ, os.strerror(errno.EILSEQ)), target) from error
        return target

    @contextmanager
    def _taken(self) -> Iterator[Mapping[str, Path]]:
        """The files as they are now, by their names in a backup; nobody waits until they are packed.

        A file is only ever replaced whole, so a second name keeps what it holds. Where the disk knows no
        second names, several files are put in their places as one only after all are packed.
        """
        with ExitStack() as ending:
            try:
                with self.alone:
                    files = self._linked(ending)
            except OSError:
                ending.enter_context(self.alone)
                files = {self._name(path): path for path in self.files()}
            yield files

    def _linked(self, ending: ExitStack) -> dict[str, Path]:
        folder = Path(mkdtemp(prefix=_TAKEN, suffix=".tmp", dir=self._layout.backups))
        self._in_use.add(folder)
        ending.callback(self._in_use.discard, folder)
        ending.callback(shutil.rmtree, folder, ignore_errors=True)
        found: dict[str, Path] = {}
        for number, path in enumerate(self.files()):
            with suppress(FileNotFoundError):  # replaced or removed since the folder was read
                os.link(path, second := folder / str(number))
                found[self._name(path)] = second
        return found

    def _name(self, path: Path) -> str:
        return path.relative_to(self._layout.root).as_posix()

    def let_go(self) -> None:
        """Take second names away that a program that was killed has left."""
        for folder in self._layout.backups.glob(f"{_TAKEN}*.tmp"):
            if folder not in self._in_use:
                shutil.rmtree(folder, ignore_errors=True)

    def files(self) -> Iterator[Path]:
        """The files that belong into a backup."""
        layout = self._layout
        own = {path.name for path in layout.apart}
        for top in sorted(layout.root.iterdir()):
            if top.name in own:  # not even looked into: another backup may just be taking its names away
                continue
            for path in (top, *sorted(top.rglob("*"))):
                if path.suffix not in _LEFT_OUT and path.is_file():
                    yield path


def _zip_into(archive: zipfile.ZipFile, files: Mapping[str, Path], step: Step) -> None:
    with archive:
        archive.comment = MARK
        for done, (name, path) in enumerate(files.items()):
            step(done, len(files))
            archive.write(path, name)


def _kept_by_age(daily: Iterable[Backup]) -> set[Path]:
    """The newest backup of each of the last days, weeks and months that have one."""
    kept: set[Path] = set()
    newest = sorted(daily, key=lambda backup: backup.made)
    for most, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        by_period = {f"{backup.made:{period}}": backup.path for backup in newest}
        kept.update(by_period[name] for name in sorted(by_period)[-most:])
    return kept


def _written(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, OverflowError):
        return datetime.fromtimestamp(0)


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
    except UNREADABLE:
        return frozenset()


def read_from(backup: Path, name: str) -> bytes | None:
    """One file out of a backup; None where the backup is damaged or does not hold it."""
    try:
        with zipfile.ZipFile(backup) as archive:
            return archive.read(name)
    except UNREADABLE:
        return None
