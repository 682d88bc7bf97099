"""The upkeep of the record: backups made and gone back to, a person's data deleted, tables written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.forgetting import deleted, tells
from moderator_app.core.roster.history import in_order, undone_actions, voids
from moderator_app.core.roster.parting import Parting
from moderator_app.core.wording import Reason
from moderator_app.session.actions import change_of, rulebook_of
from moderator_app.session.desk import home_of
from moderator_app.session.edits import RESTORE
from moderator_app.session.erasing import Erased, erase, known_as, parting
from moderator_app.session.exchange.shared import discreet
from moderator_app.session.labels import label_of
from moderator_app.session.types import Change
from moderator_app.session.whole_record import telling
from moderator_app.storage.backups import Backup
from moderator_app.storage.work import Progress, working

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk
    from moderator_app.storage.record import Record

HEADING = ("时间", "群", "成员", "操作", "条款", "原话或内容", "告知", "理由", "经手", "状态", "编号")
"""The columns of the record as a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupInfo:
    """One backup: when and why it was made, and, where it was opened, what it holds.

    `label` is "" for a daily one. `members` counts those on the list by group title, `last` is when
    its newest entry was made. `going` and `coming` are how many entries of now would go and how many
    of then would come back. All of these are None (or empty) in a list, for which nothing is opened.
    """

    path: Path
    made: datetime
    label: str = ""
    daily: bool = False
    members: Mapping[str, int] = field(default_factory=dict)
    entries: int | None = None
    last: datetime | None = None
    going: int | None = None
    coming: int | None = None


class Upkeep:
    """What the window and the command line keep the record in order with."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # ---- backups

    def backups(self) -> tuple[BackupInfo, ...]:
        """Every backup, newest first; none is opened."""
        return tuple(map(_listed, self._desk.record.backups()))

    def backup(self, progress: Progress | None = None) -> Path:
        """Make a backup of the whole data folder now; it is kept until it is removed by hand."""
        return self._desk.backup(progress)

    def preview(self, path: Path, progress: Progress | None = None) -> BackupInfo:
        """A backup compared with what is here now; nothing is written. BadInput where it cannot be read."""
        with working(progress) as work:
            found = self._desk.record.preview(path, work)
        titles = {group.id: group.title.zh for group in (*self._desk.groups(), *found.groups)}
        return BackupInfo(
            path=path,
            made=found.backup.made,
            label=found.backup.label,
            daily=found.backup.daily,
            members={titles.get(group, group): count for group, count in found.members.items()},
            entries=found.entries,
            last=found.last,
            going=found.going,
            coming=found.coming,
        )

    def restore(self, path: Path, progress: Progress | None = None) -> Change:
        """Go back to a backup, after one of now; all of it or nothing."""
        with self._desk.at_work(progress):
            return self._restored(path)

    def _restored(self, path: Path) -> Change:
        day, told = f"{Backup.of(path).made:%Y-%m-%d %H:%M}", list[Entry]()
        erased, there = {entry.member for entry in deleted(self._desk.record.all_entries())}, set[str]()

        def tell(then: Record, before: Path) -> list[Entry]:
            entries = then.all_entries() if erased else ()
            known = (each.member for each in entries if each.member in erased and tells(each))
            there.update(map(then.identity.canonical, known))
            facts = {"day": day, "backup": before.name}
            told.extend(telling(self._desk, home_of(then), RESTORE, facts))
            return told

        self._desk.record.restore(path, tell)
        self._desk.start_anew()
        stored = list(filter(None, (self._desk.record.entry(entry.id) for entry in told)))
        left_out = (Reason("restore.left-out", {"count": len(there)}),) if there else ()
        return self._desk.tell(replace(change_of(self._desk, stored), warnings=left_out))

    # ---- a person's data

    def known_as(self, wanted: str, group: str | None = None) -> str:
        """The id of a person by id or name, also of one who is off the list; NotFound or Ambiguous else."""
        return known_as(self._desk, wanted, self._desk.group(group))

    def parting(self, member_id: str) -> Parting:
        """What deleting a person would mean: what goes, what stays; nothing is written."""
        return parting(self._desk, member_id)

    def erase(
        self, member_id: str, *, mask: Collection[str] | None = None, progress: Progress | None = None
    ) -> Erased:
        """Delete all that is kept of a person, for good: this cannot be undone.

        In every group where they were told to be the same person, too. The names in `mask` are made
        unreadable wherever they stand, None means those that `parting` names.
        """
        with self._desk.at_work(progress):
            return erase(self._desk, member_id, mask)

    # ---- tables

    def export_table(
        self,
        path: Path,
        *,
        group: str | None = None,
        actions: Collection[str] | None = None,
        told: Callable[[Reason], str] | None = None,
        heading: Sequence[str] = HEADING,
        language: str = "zh_CN",
        progress: Progress | None = None,
    ) -> Path:
        """Write the record as a table, .csv or .xlsx by the name's ending; one row an entry, oldest first.

        `actions` are the ids of those to write, None writes all. `told` puts the name of an action
        into words; without it its code stands there. `language` is that of groups' and clauses' titles.
        """
        from moderator_app.storage.tables import write_table  # noqa: PLC0415 - only an export needs it

        record = self._desk.record
        entries = discreet(self._desk, record.entries(group) if group else record.all_entries())
        rows = _Rows(self._desk, entries, told or (lambda reason: reason.code), language).rows(actions)
        with working(progress) as work:
            return write_table(self._desk.outside(path), chain([tuple(heading)], rows), work, len(entries))


def _listed(backup: Backup) -> BackupInfo:
    return BackupInfo(path=backup.path, made=backup.made, label=backup.label, daily=backup.daily)


class _Rows:
    """The rows of the record's table."""

    def __init__(
        self, desk: Desk, entries: Sequence[Entry], told: Callable[[Reason], str], language: str
    ) -> None:
        self._entries = in_order(entries)
        self._told = told
        self._undone = undone_actions(entries)
        self._voided = voids(entries)
        self._titles = {each.id: each.title.get(language) for each in desk.groups()}
        self._rule = "rule_en" if language == "en" else "rule"
        self._rulebook = cache(lambda group: rulebook_of(desk, group))

    def rows(self, actions: Collection[str] | None) -> Iterator[tuple[str, ...]]:
        """One row for each entry of these actions but those that only take others back."""
        for entry in self._entries:
            if entry.kind is not EntryKind.UNDO and (actions is None or entry.action in actions):
                yield self._row(entry)

    def _row(self, entry: Entry) -> tuple[str, ...]:
        label = label_of([entry], self._rulebook(entry.group))
        return (
            f"{entry.at:%Y-%m-%d %H:%M:%S}",
            self._titles.get(entry.group, entry.group),
            entry.name,
            self._told(label),
            str(label.values[self._rule]),
            entry.message,
            entry.notice,
            entry.reason,
            entry.moderator,
            self._state(entry),
            entry.id,
        )

    def _state(self, entry: Entry) -> str:
        if entry.action in self._undone:
            return self._told(Reason("state.undone"))
        return self._told(Reason("state.voided")) if entry.id in self._voided else ""
