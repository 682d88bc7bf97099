"""The record: groups, members, settings and the ledger in one data folder, with one writer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from errno import ENOENT
from functools import partial
from itertools import count
from os import strerror
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from moderator_app.core.errors import NotSaved
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.forgetting import deleted
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.identity import Identity
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.parting import Traces
from moderator_app.core.roster.search import MemberIndex
from moderator_app.core.wording import Reason
from moderator_app.storage.backups import Backup, Backups, Label
from moderator_app.storage.briefs import Briefs
from moderator_app.storage.cleaning import Erased, clean_beside, clean_record
from moderator_app.storage.codec import whole_text
from moderator_app.storage.daily import DailyBackup
from moderator_app.storage.durable import gathering
from moderator_app.storage.erasing import person_of
from moderator_app.storage.evidence import Evidence
from moderator_app.storage.layout import Layout
from moderator_app.storage.merged import Merged
from moderator_app.storage.open_files import OpenFiles, Setting
from moderator_app.storage.oserrors import not_saved
from moderator_app.storage.reporters import Reporters
from moderator_app.storage.rescue import Rescue
from moderator_app.storage.restoring import Preview, Telling, compared, complete, put_back, unpacked, without
from moderator_app.storage.sightings import Sightings
from moderator_app.storage.traces import traces_of
from moderator_app.storage.transaction import Transactions
from moderator_app.storage.undertaking import Undertaking
from moderator_app.storage.work import Progress, Work
from moderator_app.storage.writer_lock import WriterLock

_READ, _CHANGED = 0.3, 0.75
"""The shares of a long piece of work when a backup is unpacked, and when all is made ready to be saved."""
_MANY_FILES = 300
"""How many files a ledger of 100,000 entries has: the bar of whoever waits for them goes by that."""


class Record:
    """All that is kept in a data folder.

    The ledger is the truth: an action is one write of one ledger file. The table of members follows
    from it when the record is opened. Whoever opens it with `write=False` needs no lock and changes
    nothing on the disk. `problems` tells what was found damaged and what was done about it.
    """

    def __init__(
        self, data_dir: Path, *, write: bool = True, now: Callable[[], datetime] = datetime.now
    ) -> None:
        self.problems: list[Reason] = []
        self._layout = Layout(data_dir)
        self._now = now
        self._write = write
        self._lock = WriterLock(self._layout)
        self._backups = Backups(self._layout, now)
        self._daily = DailyBackup(self._backups, self.problems)
        self._long = Undertaking()
        self._transactions = Transactions(self._layout, self._backups.alone)
        self.evidence = Evidence(self._layout)
        self._stale = False
        if write:
            self.problems += self._lock.tried()
        try:
            self._load()
        except BaseException:
            self._lock.release()
            raise

    def _load(self) -> None:
        unfinished = self._finish_transaction()
        rescue = Rescue(
            self._layout, self._backups, self._now, mend=self._lock.is_locked, unfinished=unfinished
        )
        read = count()
        rescue.pulse = lambda: self._long.work.step(next(read), _MANY_FILES)
        self._open = OpenFiles(self._layout, rescue)
        self._stale = False
        if self._lock.is_locked:
            try:
                self._open.tidy(self._backups, self._transactions)
            except NotSaved as error:
                self.problems.append(error.reason)
        self.problems += rescue.problems
        rescue.problems = self.problems

    def _finish_transaction(self) -> dict[Path, Path | None]:
        """Finish what was interrupted; where that cannot be, tell where the files lie."""
        if self._lock.is_locked:
            try:
                if not self._transactions.recover():
                    self.problems.append(Reason("storage.transaction-dropped"))
            except NotSaved as error:
                self.problems.append(error.reason)
        return self._transactions.unfinished()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Wait for a backup under way, and let go of the folder."""
        self._daily.join()
        if self._lock.is_locked:
            with suppress(NotSaved):
                self.sightings.save()
        self._lock.release()

    @property
    def may_write(self) -> bool:
        """Whether this program is the one writer, as far as is known."""
        return self._lock.is_locked

    # What was done

    @property
    def last_seq(self) -> int:
        """The largest sequence number of all entries known; 0 for none."""
        return self._open.people.last_seq

    def append(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Record one action: all its entries or none, on the disk when this returns.

        Gives the entries as they are kept, with their sequence numbers. NotSaved where it failed.
        """
        if not entries:
            return ()
        self.require_lock()
        numbered = [replace(entry, seq=self._open.people.last_seq + i) for i, entry in enumerate(entries, 1)]
        stored = self._open.ledger.append(entries[0].group, numbered)
        self._open.people.project(stored)
        if self._open.people.save_due:
            with suppress(NotSaved):  # the entries are saved, and the table follows from them
                self._open.people.save()
        self._daily.start_if_due()
        return stored

    def merge(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Add the entries of another record whose ids are unknown, numbered as they are: all or none.

        Gives those that were new, in order. NotSaved where it failed.
        """
        work = self._long.work
        with self.transaction():
            work.part("work.merging", _CHANGED)
            added = self._open.ledger.merge(entries, work)
            if added:
                self._open.people.merge(added, work)
                self._open.people.save()
        return added

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Whatever is written to the data folder inside is on the disk at the end, or none of it.

        Where an error ends the block, or the disk refuses (NotSaved), the record is what it was. What
        is read from the disk inside is as before; a block inside another is part of that.
        """
        self.require_lock()
        if gathering.get() is not None:
            yield
            return
        try:
            with self._transactions.gather(self._long.work):
                yield
        except BaseException:
            self._go_back()
            raise
        self._daily.start_if_due()

    def _go_back(self) -> None:
        """Read everything again; where the folder is gone for now, before the next write."""
        self._stale = True
        if self._layout.lock.exists():
            self._load()

    def entries(self, group: str, member: str | None = None) -> tuple[Entry, ...]:
        """Everything that was done in a group, or to one of its members, in order."""
        if member is None:
            return tuple(self._open.ledger.index().by_group.get(group, ()))
        return tuple(entry for entry in self.about(member) if entry.group == group)

    def about(self, member: str) -> tuple[Entry, ...]:
        """Everything that was done to a person, under whichever of their ids, in order."""
        return tuple(self._open.ledger.about(member, self.identity.ids(member)))

    def entry(self, entry_id: str) -> Entry | None:
        """The entry with that id."""
        return self._open.ledger.entry(entry_id)

    @property
    def brief(self) -> Briefs:
        """What was done, as far as it can be told without reading a long record."""
        return Briefs(self._open.ledger, self.identity)

    def all_entries(self) -> tuple[Entry, ...]:
        """Everything that was ever done, in all groups, in order."""
        return tuple(self._open.ledger.index().ids.values())

    def recent(self, since: datetime, *, own: bool = False) -> list[Entry]:
        """What was done since then in all groups, newest first; reads no more than it needs.

        With `own` only what was done here, not what came from another record.
        """
        return self._open.ledger.recent(since, own=own)

    def read_ahead(self) -> bool:
        """Read a piece of the ledger that nobody has asked for yet; False once all of it is read."""
        return self._open.ledger.read_ahead()

    # What is kept beside the ledger

    @property
    def sightings(self) -> Sightings:
        """When each member was first and last seen."""
        return self._open.sightings

    @property
    def reporters(self) -> Reporters:
        """Who reported whom."""
        return self._open.reporters

    @property
    def merged(self) -> Merged:
        """What came from other records, merge by merge."""
        return Merged(self._open, self.evidence, self._long.work)

    # Who there is

    def members(self, group: str) -> tuple[Member, ...]:
        """The members of a group, in the order in which they were added."""
        return self.index(group).members

    def index(self, group: str) -> MemberIndex:
        """The members of a group ready for searching; the same one until a member changes."""
        return self._open.people.index(group)

    def member(self, member_id: str) -> Member | None:
        """The member with that id, or the one who they were told to be."""
        return self._open.people.get(member_id)

    @property
    def identity(self) -> Identity:
        """Who was told to be the same as, or linked with, whom."""
        return self._open.people.identity

    def groups(self) -> tuple[Group, ...]:
        """The groups, in the order in which they were added."""
        return tuple(self._open.groups)

    def put_group(self, group: Group) -> None:
        """Add a group, or change the one with its id."""
        self.require_lock()
        self._open.put_group(group)
        self._daily.start_if_due()

    def remove_group(self, group_id: str) -> None:
        """Take a group off the list; what was done in it stays in the ledger."""
        self.require_lock()
        self._open.remove_group(group_id)

    # What the user chose

    def settings(self) -> Mapping[str, Setting]:
        """All settings that were ever set."""
        return MappingProxyType(self._open.settings)

    def set_setting(self, name: str, value: Setting) -> None:
        """Set one setting."""
        self.require_lock()
        self._open.put_setting(name, whole_text(value) if isinstance(value, str) else value)

    # Backups, and data deleted

    def backups(self) -> list[Backup]:
        """Every backup, newest first, without looking into it."""
        return self._backups.all()

    def back_up(self, label: Label) -> Path:
        """Make a backup now, beside the daily ones; NotSaved where it fails."""
        if self._lock.is_locked:
            with suppress(NotSaved):
                self.sightings.save()
        return self._long.back_up(partial(self._backups.make, label))

    def preview(self, path: Path, work: Work | None = None) -> Preview:
        """What going back to a backup would bring; writes nothing here.

        BadInput where it cannot be read or is something else, Refused where a newer program made it.
        """
        work = work or Work()
        work.part("work.reading", _READ)
        with unpacked(path, work) as folder, Record(folder, write=False) as then:
            work.part("work.comparing", 1.0)
            read = count()
            while then.read_ahead():
                work.step(next(read), _MANY_FILES)
            return compared(path, then, self._open.ledger.index().ids.keys())

    def restore(self, path: Path, told: Telling = lambda then, before: ()) -> Path:
        """Go back to a backup, after one of now, which it gives: all files are those of then, or none is.

        What `told` gives is recorded there with it. Who was deleted since does not come back, wherever the
        backup has lain. Raises what `preview` does, and NotSaved.
        """
        self.require_lock()
        self._daily.join()  # one that came to its end later would pass for one of what is restored
        (work := self._long.work).part("work.reading", _READ)
        with unpacked(path, work) as folder, Record(folder, write=False, now=self._now) as then:
            before, erased = self.back_up(Label.RESTORE), deleted(self.all_entries())
            work.part("work.restoring", _CHANGED)
            complete(then._open, erased, told(then, before))
            with self.transaction():
                put_back(path, folder, self._layout, work, without(erased, then))
                self._backups.give_up()
        self._read_again()
        self._daily.start()
        return before

    def traces(self, members: Collection[str]) -> Traces:
        """How much is kept of a person with these ids, in the record and beside it; changes nothing."""
        return traces_of({*members}, self.all_entries(), self._layout, self.reporters.of)

    def erase(self, members: Collection[str], told: Sequence[Entry], *, mask: Collection[str] = ()) -> Erased:
        """Delete the data of a person, who may have several ids, for good, and record that (`told`).

        The names in `mask` are made unreadable in whatever others said, too.
        Backups and the history of checks come first: what is interrupted can be done again. NotSaved
        where the record itself cannot be written; then it is whole.
        """
        self.require_lock()
        self._daily.join()
        ids = {one for member in members for one in self.identity.ids(member)}
        person, work = person_of(ids, self.all_entries(), mask), self._long.work
        backups, left = clean_beside(self._layout, self._backups.newest_first(), person, work)
        with self.transaction():
            self.append(told)
            work.part("work.erasing", _CHANGED)
            done = clean_record(self._layout, self._open, self.evidence, person)
        self._read_again()
        return replace(done, backups=backups, left=(*left, *done.left))

    def _read_again(self) -> None:
        """Read all of it as it is on the disk now; the table of members follows from the ledger."""
        self._long.work.part("work.rereading", 1.0)
        self._load()
        with suppress(NotSaved):
            self._open.people.save()

    # Writing

    @contextmanager
    def at_work(self, progress: Progress | None = None) -> Iterator[Work]:
        """A long piece of work on the record, told to `progress`, beside which nothing else is recorded.

        Cancelled where it is ended: then everything is as it was.
        """
        self.require_lock()
        with self._long.begun(progress) as work:
            work.beside(lambda _: self._daily.join())
            yield work

    def require_lock(self) -> None:
        """Writing needs the lock; a folder that could not be written before may be well again.

        Busy while a long piece of work waits for whoever watches it.
        """
        self._long.require_silence()
        if not self._write:
            raise NotSaved("storage.opened-for-reading", folder=str(self._layout.root))
        if not self._lock.is_locked:
            self._lock.take()
            self._load()
        elif self._stale or self._transactions.waiting:
            self._refresh()

    def _refresh(self) -> None:
        """Bring memory and disk together again after a transaction that went wrong."""
        if not self._layout.lock.exists():
            raise not_saved(FileNotFoundError(ENOENT, strerror(ENOENT)), self._layout.lock)
        self._transactions.recover()
        self._load()
