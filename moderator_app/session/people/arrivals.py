"""When each member came onto our list, and back into the group, as the record tells it."""

from __future__ import annotations

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

    def day(self, member: Member) -> date | None:
        """The day on which the member was added first; None where the record does not tell."""
        if member.id not in self._days:
            entries = self._desk.record.entries(member.group, member.id)
            added = (entry.at.date() for entry in entries if entry.kind is EntryKind.MEMBER_ADDED)
            self._days[member.id] = min(added, default=None)
        return self._days[member.id]

    def back(self, member: Member) -> date | None:
        """The last day on which the member came back into the group after having been out of it."""
        entries = effective(self._desk.record.entries(member.group, member.id))
        returns = (entry.at.date() for entry in entries if _returns(entry))
        return max(returns, default=None)


def _returns(entry: Entry) -> bool:
    before, after = entry.before, entry.after
    return before is not None and after is not None and before.status is not after.status is Status.ACTIVE
