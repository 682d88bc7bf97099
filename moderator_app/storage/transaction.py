"""Several files written as one: all of them or none, whenever the program or the power stops.

Inside the block nothing reaches the disk. At its end every new content is written to a folder of its
own, then a journal that names where each belongs: from there on the transaction holds. The files are
moved to their places, and the journal is taken away. Whoever opens the folder next finishes what a
journal says, and drops what has none. Where a move fails for good, all are taken back.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from moderator_app.core.errors import NotSaved
from moderator_app.storage.durable import (
    gathering,
    make_folder,
    previous,
    remove_file,
    replace_patiently,
    sync_folder,
    write_file,
    write_synced,
)
from moderator_app.storage.envelope import DamagedError, Doc, dumps, loads
from moderator_app.storage.layout import Layout
from moderator_app.storage.migrations import stamped
from moderator_app.storage.oserrors import not_saved
from moderator_app.storage.work import Work

_TABLE = "files"
_STAGED, _SAVED = 0.85, 0.9
"""The shares of a long piece of work that are done when the files are beside their places, and in them."""
_EVERY = 5


@dataclass(frozen=True, slots=True)
class _Content:
    """What a file shall hold; None where it shall go."""

    data: bytes | None
    keep_previous: bool


class _Batch:
    """The writes of one block, the last one to each file."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.files: dict[Path, _Content] = {}

    def holds(self, path: Path) -> bool:
        """Whether the path belongs to the record: the history of checks is added to in its own way."""
        apart = (self._layout.history, self._layout.backups, self._layout.quarantine)
        return path.is_relative_to(self._layout.root) and not any(map(path.is_relative_to, apart))

    def put(self, path: Path, data: bytes | None, *, keep_previous: bool = True) -> None:
        """Take in what a file shall hold."""
        if data is None and path not in self.files and not path.exists():
            return
        self.files[path] = _Content(data, keep_previous)

    def size(self, path: Path) -> int | None:
        """The size that a file shall have."""
        content = self.files.get(path)
        return None if content is None or content.data is None else len(content.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """One file on its way: while `staged` exists it has not arrived.

    What is to go has an empty `staged` and no `digest`. `old` is what was in its place.
    """

    path: Path
    staged: Path
    digest: str
    keep_previous: bool

    @property
    def old(self) -> Path:
        return self.staged.with_name(f"{self.staged.name}.old")

    @property
    def source(self) -> Path:
        """Where the content is now."""
        return self.staged if self.staged.exists() else self.path

    def whole(self) -> bool:
        """Whether the content is on the disk as it was written; it may have arrived already."""
        try:
            return not self.digest or _digest(self.staged.read_bytes()) == self.digest
        except FileNotFoundError:
            return True

    def make(self) -> None:
        """Bring the content to its place, unless it is there."""
        if not self.staged.exists():
            return
        if self.digest:
            make_folder(self.path.parent)
            self._keep_old()
            replace_patiently(self.staged, self.path)
            return
        if self.path.exists():
            replace_patiently(self.path, self.old)
        self.staged.unlink()

    def _keep_old(self) -> None:
        """Keep what is in the place now; it stays there until it is replaced."""
        if not self.path.exists() or self.old.exists():
            return
        try:
            os.link(self.path, self.old)
        except OSError:  # a file system without links
            shutil.copy2(self.path, self.old)

    def take_back(self) -> None:
        """Put everything where it was; after each step a journal could still be finished."""
        if not self.digest:
            self.staged.touch()
        elif not self.staged.exists():
            replace_patiently(self.path, self.staged)
        if self.old.exists():
            replace_patiently(self.old, self.path)

    def settle(self) -> None:
        """What was in the place becomes the version before, where one is kept."""
        if self.digest and self.keep_previous and self.old.exists():
            with suppress(OSError):
                self.old.replace(previous(self.path))


class Transactions:
    """The transactions of one data folder; `alone` is held while files are moved."""

    def __init__(self, layout: Layout, alone: AbstractContextManager[object]) -> None:
        self._layout = layout
        self._alone = alone
        self._journal = layout.pending / "journal.json"

    @contextmanager
    def gather(self, work: Work | None = None) -> Iterator[None]:
        """Write everything that is written inside at the end, or, where an error ends it, nothing.

        It may be part of a longer `work`, which can be ended until the journal is there.
        Only writes of this thread to this folder are gathered; what is read inside is as before.
        A block inside another is part of that. NotSaved at its end: nothing was changed.
        """
        if gathering.get() is not None:
            yield
            return
        batch = _Batch(self._layout)
        token = gathering.set(batch)
        try:
            yield
        finally:
            gathering.reset(token)
        self._commit(batch.files, work or Work())

    def _commit(self, files: Mapping[Path, _Content], work: Work) -> None:
        if len(files) == 1:
            work.settle("work.saving", _SAVED)
            ((path, content),) = files.items()
            if content.data is None:
                remove_file(path)
            else:
                write_file(path, content.data, keep_previous=content.keep_previous)
        elif files:
            with self._alone:
                self._finish(self._prepared(files, work))

    def _prepared(self, files: Mapping[Path, _Content], work: Work) -> list[_Move]:
        """Everything on the disk, and the journal that makes it hold; NotSaved leaves no trace."""
        try:
            remove_file(self._journal)  # of a transaction whose end could not be written down
            self._clear()
            self._layout.pending.mkdir(exist_ok=True)
            sync_folder(self._layout.root)
            work.part("work.saving", _STAGED)
            each = work.each(files.items(), len(files), _EVERY)
            moves = [self._staged(str(i), *file) for i, file in enumerate(each, 1)]
            sync_folder(self._layout.pending)
            work.settle("work.saving", _SAVED)
            write_file(self._journal, self._text(moves), keep_previous=False)
        except OSError as error:
            self._clear()
            raise not_saved(error, next(iter(files))) from error
        except BaseException:
            self._clear()
            raise
        return moves

    def _staged(self, name: str, path: Path, content: _Content) -> _Move:
        staged = self._layout.pending / name
        write_synced(staged, content.data or b"")
        digest = "" if content.data is None else _digest(content.data)
        return _Move(path=path, staged=staged, digest=digest, keep_previous=content.keep_previous)

    def _finish(self, moves: list[_Move]) -> None:
        """Bring all to their places; NotSaved where that fails, and all is as before."""
        try:
            for move in moves:
                move.make()
            _sync_folders(moves)
        except OSError as error:
            self._take_back(moves, error)
            raise not_saved(error, moves[0].path) from error
        for move in moves:
            move.settle()
        with suppress(NotSaved):  # a journal that stays, or comes back, has nothing to move
            remove_file(self._journal)
        self._clear()

    def _take_back(self, moves: list[_Move], reason: OSError) -> None:
        """Undo the moves; where the disk refuses that too, the next opening finishes them."""
        try:
            for move in reversed(moves):
                move.take_back()
            _sync_folders(moves)
            remove_file(self._journal)
        except (OSError, NotSaved) as error:
            told = not_saved(reason, self._journal).reason.values
            raise NotSaved("storage.unfinished", **told) from error
        self._clear()

    def _clear(self) -> None:
        shutil.rmtree(self._layout.pending, ignore_errors=True)

    def _text(self, moves: list[_Move]) -> bytes:
        docs = {
            move.staged.name: {
                "path": move.path.relative_to(self._layout.root).as_posix(),
                "digest": move.digest,
                "keep_previous": move.keep_previous,
            }
            for move in moves
        }
        return dumps(stamped({_TABLE: docs}))

    @property
    def waiting(self) -> bool:
        """Whether a journal is there that was not finished."""
        return self._journal.exists()

    def recover(self) -> bool:
        """Finish what a journal says, and drop what has none; NotSaved where the folder cannot be written.

        False where the contents are no longer whole: then all is as before the transaction.
        """
        if not self._layout.pending.exists():
            return True
        moves = self._read()
        if not all(move.whole() for move in moves):
            self._take_back(moves, OSError())
            return False
        if moves:
            self._finish(moves)
        self._clear()
        return True

    def _read(self) -> list[_Move]:
        """What the journal says; nothing where there is none, or none that can be read."""
        try:
            rows = loads(self._journal.read_bytes()).get(_TABLE, {})
            return [self._move_from(name, doc) for name, doc in rows.items()]
        except (OSError, DamagedError):
            return []

    def _move_from(self, name: str, doc: Doc) -> _Move:
        return _Move(
            path=self._layout.root / doc["path"],
            staged=self._layout.pending / name,
            digest=doc["digest"],
            keep_previous=doc["keep_previous"],
        )

    def unfinished(self) -> dict[Path, Path | None]:
        """Where each file is read from while a journal could not be finished; None for one that is to go."""
        return {move.path: move.source if move.digest else None for move in self._read()}


def _sync_folders(moves: list[_Move]) -> None:
    for folder in {move.path.parent for move in moves}:
        if folder.is_dir():
            sync_folder(folder)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
