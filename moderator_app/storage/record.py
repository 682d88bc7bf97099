"""The record: groups, members, settings and the ledger in one data folder, with one writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Thread
from types import MappingProxyType, TracebackType
from typing import Self

from filelock import FileLock, Timeout

from moderator_app.core.errors import Busy, NotSaved
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.members import apply
from moderator_app.core.roster.search import MemberIndex
from moderator_app.core.wording import Reason
from moderator_app.storage.backups import Backups
from moderator_app.storage.codec import group_from, group_to_doc, member_from, to_doc, whole_text
from moderator_app.storage.layout import Layout
from moderator_app.storage.ledger import Ledger
from moderator_app.storage.oserrors import not_saved
from moderator_app.storage.rescue import Rescue
from moderator_app.storage.shelf import Shelf

_SAVE_MEMBERS_AFTER = 500
"""The table of members is saved each time the ledger is so many entries ahead of it."""

Setting = str | int | float | bool | None | list[str]


class Record:
    """All that is kept in a data folder.

    The ledger is the truth: an action is one write of one ledger file. The table of members is a
    projection that is brought up to date from the ledger when the record is opened. Whoever opens
    it with `write=False` needs no lock and changes nothing on the disk.
    `problems` tells what was found damaged and what was done about it.
    """

    def __init__(
        self, data_dir: Path, *, write: bool = True, now: Callable[[], datetime] = datetime.now
    ) -> None:
        self.problems: list[Reason] = []
        self._indexes: dict[str, MemberIndex] = {}
        self._layout = Layout(data_dir)
        self._now = now
        self._write = write
        self._lock = FileLock(self._layout.lock, timeout=0, thread_local=False)
        self._backups = Backups(self._layout, now)
        self._backup: Thread | None = None
        if write:
            self._try_lock()
        try:
            self._load()
        except BaseException:
            self._lock.release()
            raise

    def _try_lock(self) -> None:
        """Take the lock; a folder that cannot be written can still be read, and the user is told."""
        try:
            self._take_lock()
        except NotSaved as error:
            self.problems.append(Reason("storage.not-writable", error.reason.values))

    def _take_lock(self) -> None:
        try:
            self._layout.root.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
        except Timeout as error:
            raise Busy("storage.busy", folder=str(self._layout.root)) from error
        except OSError as error:
            raise not_saved(error, self._layout.lock) from error

    def _load(self) -> None:
        self._rescue = Rescue(self._layout, self._backups, self._now, mend=self._lock.is_locked)
        self._settings_file = self._shelf(self._layout.settings)
        self._settings = dict(next(iter(self._settings_file.rows("settings")), {}))
        self._groups_file = self._shelf(self._layout.groups)
        self._groups = list(map(group_from, self._groups_file.rows("groups")))
        self._table = self._shelf(self._layout.members, last_resort="storage.rescued-ledger")
        self._ledger = Ledger(self._layout.ledger, self._rescue.load, self._rescue.backed_up)
        self._seq = self._ledger.last_seq()
        self._load_members()
        self.problems += self._rescue.problems
        self._rescue.problems = self.problems
        if self._lock.is_locked:
            self._tidy()

    def _shelf(self, path: Path, **how: str) -> Shelf:
        return Shelf(path, self._rescue.load(path, **how))

    def _load_members(self) -> None:
        """The table as it was saved, and what the ledger holds beyond it."""
        position = next(iter(self._table.rows("position")), {})
        if self._rescue.problems:
            position = {}
        self._indexes.clear()
        self._members = {row["id"]: member_from(row) for row in self._table.rows("members")}
        self._unsaved = 0
        self._project(self._ledger.after(position))

    def _project(self, entries: Iterable[Entry]) -> None:
        """Bring the members up to date with entries."""
        for entry in entries:
            self._unsaved += 1
            if apply(self._members, entry):
                self._indexes.pop(entry.group, None)

    def _tidy(self) -> None:
        """What only the writer may do on opening: remove halves of writes, make what was repaired last."""
        folders = (self._layout.ledger, self._layout.history)
        inner = (left for folder in folders for left in folder.glob("*/*.tmp"))
        for left in (*self._layout.root.glob("*.tmp"), *inner):
            with suppress(OSError):
                left.unlink()
        try:
            if self._rescue.outdated:
                self._backups.make("升级前")
            if self._rescue.problems:
                self._save_members()
        except NotSaved as error:
            self.problems.append(error.reason)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Wait for a backup under way, and let go of the folder."""
        if self._backup:
            self._backup.join()
        self._lock.release()

    @property
    def may_write(self) -> bool:
        """Whether this program is the one writer, as far as is known."""
        return self._lock.is_locked

    # What was done

    def append(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Record one action: all its entries or none, on the disk when this returns.

        Gives the entries as they are kept, with their sequence numbers. NotSaved where it failed.
        """
        if not entries:
            return ()
        self.require_lock()
        numbered = [replace(entry, seq=self._seq + i) for i, entry in enumerate(entries, 1)]
        stored = self._ledger.append(entries[0].group, numbered)
        self._seq += len(stored)
        self._project(stored)
        if self._unsaved >= _SAVE_MEMBERS_AFTER:
            with suppress(NotSaved):  # the entries are saved, and the table follows from them
                self._save_members()
        self._back_up_daily()
        return stored

    def entries(self, group: str, member: str | None = None) -> tuple[Entry, ...]:
        """Everything that was done in a group, or to one of its members, in order."""
        index = self._ledger.index()
        if member is None:
            return tuple(index.by_group.get(group, ()))
        return tuple(entry for entry in index.by_member.get(member, ()) if entry.group == group)

    def about(self, member: str) -> tuple[Entry, ...]:
        """Everything that was done to a member, in order."""
        return tuple(self._ledger.index().by_member.get(member, ()))

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with that id."""
        return next((entry for entry in reversed(self._ledger.index().all) if entry.id == entry_id), None)

    def recent(self, since: datetime) -> list[Entry]:
        """What was done since then in all groups, newest first; reads no more than it needs."""
        return self._ledger.recent(since)

    # Who there is

    def members(self, group: str) -> tuple[Member, ...]:
        """The members of a group, in the order in which they were added."""
        return self.index(group).members

    def index(self, group: str) -> MemberIndex:
        """The members of a group ready for searching; the same one until a member changes."""
        if group not in self._indexes:
            members = (member for member in self._members.values() if member.group == group)
            self._indexes[group] = MemberIndex(members)
        return self._indexes[group]

    def member(self, member_id: str) -> Member | None:
        """The member with that id."""
        return self._members.get(member_id)

    def groups(self) -> tuple[Group, ...]:
        """The groups, in the order in which they were added."""
        return tuple(self._groups)

    def put_group(self, group: Group) -> None:
        """Add a group, or change the one with its id."""
        self.require_lock()
        ids = [known.id for known in self._groups]
        row = ids.index(group.id) if group.id in ids else len(ids)
        doc = group_to_doc(group)
        self._groups_file.put("groups", row + 1, doc)
        self._groups[row : row + 1] = [group_from(doc)]
        self._back_up_daily()

    # What the user chose

    def settings(self) -> Mapping[str, Setting]:
        """All settings that were ever set."""
        return MappingProxyType(self._settings)

    def set_setting(self, name: str, value: Setting) -> None:
        """Set one setting."""
        self.require_lock()
        value = whole_text(value) if isinstance(value, str) else value
        self._settings_file.put("settings", 1, {**self._settings, name: value})
        self._settings[name] = value

    # Writing

    def require_lock(self) -> None:
        """Writing needs the lock; a folder that could not be written before may be well again."""
        if not self._write:
            raise NotSaved("storage.opened-for-reading", folder=str(self._layout.root))
        if not self._lock.is_locked:
            self._take_lock()
            self._load()

    def _save_members(self) -> None:
        docs = enumerate(map(to_doc, self._members.values()), 1)
        position = {name: list(end) for name, end in self._ledger.position().items()}
        self._table.write({"position": {"1": position}, "members": {str(row): doc for row, doc in docs}})
        self._unsaved = 0

    def _back_up_daily(self) -> None:
        """Start today's backup beside the work; the files are only ever replaced whole."""
        if (self._backup is None or not self._backup.is_alive()) and self._backups.due():
            self._backup = Thread(target=self._make_daily, name="daily backup")
            self._backup.start()

    def _make_daily(self) -> None:
        try:
            self._backups.make_daily()
        except NotSaved as error:
            self.problems.append(Reason("storage.no-backup", error.reason.values))
