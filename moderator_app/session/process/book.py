"""The entries of the process, picked out of the record once and kept up as it grows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.brief import Brief
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.process import KINDS, Held

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_ABROAD = frozenset((EntryKind.BLOCKED, EntryKind.UNBLOCKED, EntryKind.UNDO))
"""What has to be known of all groups at once."""
_REMINDING = frozenset((EntryKind.NOTICE, EntryKind.UNDO))


@dataclass(slots=True)
class _Shelf:
    """The record of a group as it was at some version, and what of it belongs to the process."""

    version: int = -1
    seen: tuple[Brief, ...] = ()
    picked: list[Entry] = field(default_factory=list)
    reminders: int = 0
    held: Held = field(default_factory=Held)


class Book:
    """What the process reads of the record; strikes by the hundred thousand cost it next to nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._shelves: dict[str, _Shelf] = {}
        self._every: tuple[int, Held] = -1, Held()

    def held(self, group: str) -> Held:
        """What holds of the entries of one group that the process is derived from.

        The record may have been merged, restored or rewritten meanwhile: where what was seen is not
        its beginning any more, all of it is read again. Entries that are still the same objects are
        compared by C code, some hundred thousand in a millisecond. Before a long record is read it tells in
        brief which entries these are, and only they are read.
        """
        shelf = self._shelves.setdefault(group, _Shelf())
        if shelf.version == self._desk.version:
            return shelf.held
        brief = self._desk.record.brief
        now, known = brief.of(group), len(shelf.seen)
        anew = now[:known] != shelf.seen
        if anew:
            known, shelf.picked, shelf.reminders = 0, [], 0
        new = [entry for entry in now[known:] if entry.kind in KINDS]
        if new or anew:
            shelf.picked += brief.whole(new)
            shelf.held = Held(shelf.picked)
        shelf.reminders += sum(
            entry.kind in _REMINDING and bool(entry.deed or entry.target) for entry in now[known:]
        )
        shelf.seen, shelf.version = now, self._desk.version
        return shelf.held

    def reminders(self, group: str) -> int:
        """A number that grows when members were reminded together, or anything was taken back."""
        self.held(group)
        return self._shelves[group].reminders

    def every(self) -> Held:
        """The same of all groups."""
        version, held = self._every
        if version != self._desk.version:
            picked = []
            for group in self._desk.groups():
                self.held(group.id)
                picked += self._shelves[group.id].picked
            held = Held(entry for entry in picked if entry.kind in _ABROAD)
            self._every = self._desk.version, held
        return held

    def person(self, entry: Entry) -> Member:
        """Whom an entry is about; somebody off the list has the name that they had then."""
        known = self._desk.record.member(entry.member)
        return known or Member(id=entry.member, group=entry.group, name=entry.name)

    def member(self, member_id: str) -> Member:
        """The member with that id; NotFound where there is none."""
        found = self._desk.record.member(member_id)
        if found is None:
            raise NotFound("member.unknown", name=member_id)
        return found

    def entry(self, entry_id: str, kind: EntryKind) -> Entry:
        """An entry that holds, of that kind; NotFound or Refused says why not."""
        entry = self._desk.record.entry(entry_id)
        if entry is None or entry.kind is not kind:
            raise NotFound("process.no-such-entry", id=entry_id)
        if all(
            held.id != entry_id for held in effective(self._desk.record.entries(entry.group, entry.member))
        ):
            raise Refused("process.undone", member=entry.name)
        return entry
