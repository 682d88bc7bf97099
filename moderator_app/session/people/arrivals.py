"""When each member came onto our list, and back into the group, as the record tells it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective
from moderator_app.core.roster.member import Member, Status
from moderator_app.session.desk import Desk


class Arrivals:
    """The day on which members were added; what is known of one does not change, and is kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._days: dict[str, date | None] = {}
        self._groups: set[str] = set()
        self._edited: tuple[int, Counter[str]] = -1, Counter()

    def day(self, member: Member) -> date | None:
        """The day on which the member was added first; None where the record does not tell."""
        if member.group not in self._groups:  # whoever asks for one asks for the others
            self._groups.add(member.group)
            self._read(member.group)
        if member.id not in self._days:
            known = self._desk.record.brief.about(member.id)
            added = (each.at.date() for each in known if each.kind is EntryKind.MEMBER_ADDED)
            self._days[member.id] = min(added, default=None)
        return self._days[member.id]

    def _read(self, group: str) -> None:
        """The days of all who are in a group, in one pass through its record."""
        record = self._desk.record
        for each in record.brief.of(group):
            if each.kind is EntryKind.MEMBER_ADDED:
                who, day = record.identity.canonical(each.member), each.at.date()
                self._days[who] = min(day, self._days.get(who) or day)

    def back(self, member: Member) -> date | None:
        """The last day on which the member came back into the group after having been out of it."""
        if self._edited[0] != self._desk.version:
            self._edited = self._desk.version, self._desk.record.brief.edits()
        if not any(self._edited[1][one] for one in self._desk.record.identity.ids(member.id)):
            return None
        entries = effective(self._desk.record.entries(member.group, member.id))
        returns = (entry.at.date() for entry in entries if _returns(entry))
        return max(returns, default=None)


def _returns(entry: Entry) -> bool:
    before, after = entry.before, entry.after
    return before is not None and after is not None and before.status is not after.status is Status.ACTIVE
