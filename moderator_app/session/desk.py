"""What lies open in a session: the record, the library, the clock, and who wants to be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from moderator_app.core.errors import BadInput, NotFound, Refused
from moderator_app.core.notices.notice import Notice
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.ladder import Ladder
from moderator_app.core.rules.past import Past
from moderator_app.core.rules.process import Process
from moderator_app.core.wording import Reason, Wording
from moderator_app.session.library import Library
from moderator_app.session.memory import Memory
from moderator_app.session.preferences import Preferences
from moderator_app.session.process.alarms import Alarms
from moderator_app.session.process.book import Book
from moderator_app.session.roster import Roster
from moderator_app.session.settings import Settings, read_settings
from moderator_app.session.types import Change, LastNotice
from moderator_app.storage import paths
from moderator_app.storage.backups import Label
from moderator_app.storage.history import History
from moderator_app.storage.layout import Layout
from moderator_app.storage.record import Record
from moderator_app.storage.work import Progress, Work

FIRST_GROUP = Group(id="yigongxie", title=Wording("医工协群", "Med-Ind group"), rulebook="yigongxie")
_NO_LADDER = Ladder()
_NO_PROCESS = Process()
_OWN_NOTICES_FOR = timedelta(days=3)
_OWN_NOTICES_MOST = 20


def groups_of(record: Record) -> tuple[Group, ...]:
    """The groups of a record; a new data folder has one at once."""
    return record.groups() or (FIRST_GROUP,)


def home_of(record: Record) -> Group:
    """The group that is the current one in a record."""
    groups, current = groups_of(record), read_settings(record.settings()).current_group
    return next((group for group in groups if group.id == current), groups[0])


class Desk:
    """The parts of a session, shared by those who read (checking, roster) and who write (deeds)."""

    def __init__(
        self, data_dir: Path, record: Record, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self.data_dir = data_dir
        self.record = record
        self.library = Library(data_dir)
        self.roster = Roster(record, self.groups, self.ladder, now)
        self.memory = Memory(
            History(Layout(data_dir).history),
            self.settings,
            now,
            may_write=lambda: record.may_write,
            trouble=record.problems.append,
        )
        self.now = now
        self.new_id = new_id
        self.preferences = Preferences()
        self.copied: LastNotice | None = None
        self.version = 0
        """Grows with every change, so that what is derived from the record is made anew only then."""
        self.book = Book(self)
        self.alarms = Alarms(self)
        self._own_notices: tuple[str, ...] | None = None
        self._callbacks: list[Callable[[Change], None]] = []

    @classmethod
    def open(
        cls,
        data_dir: Path | None,
        *,
        write: bool,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> Desk:
        """Open the data folder; Busy where another program writes to it."""
        folder = paths.data_dir(data_dir)
        return cls(folder, Record(folder, write=write, now=now), now, new_id)

    def close(self) -> None:
        """Let go of the data folder."""
        self._callbacks.clear()
        self.record.close()

    @contextmanager
    def at_work(self, progress: Progress | None) -> Iterator[Work]:
        """A long piece of work on the record; where it is ended or fails, nothing that was read stays."""
        try:
            with self.record.at_work(progress) as work:
                yield work
        except BaseException:
            self.start_anew()
            self.version += 1
            raise

    def backup(self, progress: Progress | None = None) -> Path:
        """A backup beside the daily ones, kept until it is removed by hand."""
        with self.at_work(progress):
            return self.record.back_up(Label.BY_HAND)

    def outside(self, path: Path) -> Path:
        """The path to write a file to; Refused among our own files, one of which it might replace."""
        if path.resolve().is_relative_to(self.data_dir.resolve()):
            raise Refused("export.among-our-own", folder=str(self.data_dir))
        return path

    def problems(self) -> list[Reason]:
        """Everything found broken so far."""
        return [*self.record.problems, *self.library.problems()]

    def settings(self) -> Settings:
        """The settings as they are."""
        return read_settings(self.record.settings())

    def groups(self) -> tuple[Group, ...]:
        """The groups; a new data folder has one at once."""
        return groups_of(self.record)

    def group(self, wanted: str | None = None) -> Group:
        """The group with this id, or following the rulebook with this id; the current one for None."""
        groups = self.groups()
        if not wanted:
            return home_of(self.record)
        for group in groups:
            if group.id == wanted:
                return group
        for group in groups:
            if group.rulebook == wanted:
                return group
        if self.library.has(wanted):
            return Group(id=wanted, title=self.library.rulebook(wanted).title, rulebook=wanted)
        raise NotFound("group.unknown", id=wanted)

    def real_group(self, wanted: str | None = None) -> Group:
        """A group that is on the list: only such a one has members and a record."""
        group = self.group(wanted)
        if all(group.id != known.id for known in self.groups()):
            raise NotFound("group.unknown", id=group.id)
        return group

    def ladder(self, group_id: str) -> Ladder:
        """The ladder of a group; an empty one where its rulebook is gone or cannot be read."""
        try:
            return self.library.rulebook_of(self.group(group_id)).ladder
        except (NotFound, BadInput):
            return _NO_LADDER

    def process(self, group_id: str) -> Process:
        """How a group deals with removals, deadlines and tasks; an empty one where nothing can be read."""
        try:
            return self.library.rulebook_of(self.group(group_id)).process
        except (NotFound, BadInput):
            return _NO_PROCESS

    def notices(self, group: str | None) -> tuple[Notice, ...]:
        """The notices of a group in their order."""
        return self.library.shelf(self.group(group).rulebook).notices

    def notice(self, wanted: str, group: str | None) -> Notice:
        """A notice by id, title (Chinese or English), or number in the list."""
        notices = self.notices(group)
        for notice in notices:
            if wanted in (notice.id, notice.title.zh, notice.title.en):
                return notice
        if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted) <= len(notices):
            return notices[int(wanted) - 1]
        raise NotFound("notice.unknown", notice=wanted)

    def own_notices(self) -> tuple[str, ...]:
        """The texts that were copied here lately; when they come back they are not charged."""
        if self._own_notices is None:
            recent = self.record.recent(self.now() - _OWN_NOTICES_FOR)
            given = [entry.message for entry in recent if entry.kind is EntryKind.NOTICE and entry.message]
            self._own_notices = tuple(dict.fromkeys(given))[:_OWN_NOTICES_MOST]
        unrecorded = (self.copied.text,) if self.copied else ()
        return (*unrecorded, *self._own_notices)

    def past(self, group_id: str) -> Past | None:
        """What was checked in a group before; None where nothing is to be remembered."""
        return self.memory.past(group_id)

    def start_anew(self) -> None:
        """Forget what was read of files that were all replaced at once."""
        self.library.forget()
        self.memory.forget_read()
        self.roster.start_anew()
        self.copied = None

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call `callback` after every change until the function that comes back is called."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def tell(self, change: Change) -> Change:
        """Tell a change to everybody who subscribed, in the order in which they did."""
        self._own_notices = None
        self.version += 1
        self.roster.forget(change.members)
        for callback in tuple(self._callbacks):
            callback(change)
        return change
