"""Opening data files that may be damaged: nothing is lost in silence, and nothing is thrown away."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from stat import S_ISFIFO
from types import MappingProxyType

from moderator_app.core.errors import BadInput, NotSaved
from moderator_app.core.wording import Reason, Value
from moderator_app.storage import migrations
from moderator_app.storage.backups import Backups, read_from
from moderator_app.storage.durable import previous, write_file
from moderator_app.storage.envelope import DamagedError, Doc, Tables, dumps, loads, whole_rows
from moderator_app.storage.layout import Layout


class Rescue:
    """Reads data files; for a damaged one puts together what can be had, and keeps the damaged one.

    It takes the version before the last write, else the newest good backup, and adds to it the
    entries that are whole in the damaged file. `problems` tells the user, `versions` which version each
    file was written with. With `mend` the result is written in place of the damaged file.
    `unfinished` tells where the content of files lies that a transaction has not brought to its place.
    """

    def __init__(
        self,
        layout: Layout,
        backups: Backups,
        now: Callable[[], datetime],
        *,
        mend: bool,
        unfinished: Mapping[Path, Path | None] = MappingProxyType({}),
    ) -> None:
        self._layout = layout
        self._unfinished = unfinished
        self._backups = backups
        self.now = now
        self.mends = mend
        self.pulse: Callable[[], None] = lambda: None
        """Called whenever another file is read."""
        self.problems: list[Reason] = []
        self.versions: dict[Path, int] = {}

    def load(self, path: Path, *, last_resort: str = "storage.lost", needed: bool = True) -> Tables | None:
        """The tables of a data file in the current version; None for a file that never was.

        `last_resort` is the code told for a file of which no version at all can be read. One that is
        not `needed` can be made anew: where it is missing, it is not looked for.
        """
        self.pulse()
        source = self._unfinished.get(path, path)
        data = _read(source) if source else None
        if data is None and source:  # it was brought to its place since
            data = _read(path)
        if data is None and (source is None or not needed or not self._ever_was(path)):
            return None
        try:
            tables = loads(data or b"")
        except DamagedError:
            tables = self._rescued(path, data or b"", last_resort)
        self.versions[path] = migrations.version_of(tables)
        return migrations.migrated(tables, path.name)

    def _ever_was(self, path: Path) -> bool:
        """Whether a missing file was there once, as the version before or the newest backup shows."""
        return previous(path).exists() or path in self.backed_up

    @cached_property
    def backed_up(self) -> frozenset[Path]:
        """The files that the newest backup holds, where they lay."""
        return frozenset(self._layout.root / name for name in self._backups.names())

    @property
    def elsewhere(self) -> Set[Path]:
        """The files whose content a transaction has not brought to its place."""
        return self._unfinished.keys()

    @property
    def known(self) -> frozenset[Path]:
        """The files that may be missing in their places and yet are to be had."""
        return self.backed_up | self._unfinished.keys()

    def _rescued(self, path: Path, damaged: bytes, last_resort: str) -> Tables:
        name = path.relative_to(self._layout.root).as_posix()
        tables, source, when = next(self._good_versions(path, name), ({}, "", ""))
        added = _add_whole_rows(tables, damaged)
        how = source or ("storage.rescued-part" if added else last_resort)
        kept = self._mended(path, tables) if self.mends else ""
        told: dict[str, Value] = {"file": name, "when": when, "added": added, "kept": kept}
        self.problems.append(Reason(how, told))
        return tables

    def _good_versions(self, path: Path, name: str) -> Iterator[tuple[Tables, str, str]]:
        """The versions that can be read, best first: where each is from and when it was made."""
        for found, data, source in self._versions(path, name):
            with suppress(DamagedError):
                tables = loads(data or b"")
                made = datetime.fromtimestamp(found.stat().st_mtime)
                yield tables, source, f"{made:%Y-%m-%d %H:%M}"

    def _versions(self, path: Path, name: str) -> Iterator[tuple[Path, bytes | None, str]]:
        yield previous(path), _read(previous(path)), "storage.rescued-previous"
        for backup in self._backups.newest_first():
            yield backup, read_from(backup, name), "storage.rescued-backup"

    def _mended(self, path: Path, tables: Tables) -> str:
        """Keep the damaged file aside and write what was saved; gives the name it is kept under."""
        kept = self._quarantined(path)
        try:
            data = dumps(migrations.stamped(tables, migrations.version_of(tables)))
            with suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, data, keep_previous=False)
        except NotSaved as error:  # what was put together is in memory; the next write tries again
            self.problems.append(error.reason)
        return kept

    def _quarantined(self, path: Path) -> str:
        if not path.exists():
            return ""
        target = self._layout.quarantine / f"{self.now():%Y%m%d-%H%M%S}-{path.parent.name}-{path.name}"
        try:
            self._layout.quarantine.mkdir(exist_ok=True)
            _copy_or_move(path, target)
        except OSError:
            return ""
        return target.name


def _copy_or_move(path: Path, target: Path) -> None:
    """Keep the file where it is until it is replaced, so that it is never missing."""
    try:
        os.link(path, target)
    except OSError:
        if path.is_dir():
            path.replace(target)
        else:
            shutil.copy2(path, target)


def _read(path: Path) -> bytes | None:
    """The bytes; None where there is no file, b"" where the disk cannot give them."""
    try:
        # A pipe in place of the file would be waited for without end.
        return b"" if S_ISFIFO(path.stat().st_mode) else path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except PermissionError as error:  # whole, but not ours to read now: going on would hide it
        if path.is_dir():  # what Windows answers for a folder
            return b""
        raise BadInput("storage.not-allowed", file=path.name, folder=str(path.parent)) from error
    except OSError:
        return b""


def _add_whole_rows(tables: Tables, damaged: bytes) -> int:
    """Add the entries that are whole in the damaged bytes and missing in the tables."""
    found: dict[str, Doc] = {doc["id"]: doc for doc in whole_rows(damaged) if "id" in doc}
    if not found:
        return 0
    rows = tables.setdefault("entries", {})
    known = {doc.get("id") for doc in rows.values()}
    missing = [doc for doc in found.values() if doc["id"] not in known]
    first = max(map(int, rows), default=0) + 1
    rows.update({str(number): doc for number, doc in enumerate(missing, first)})
    return len(missing)
