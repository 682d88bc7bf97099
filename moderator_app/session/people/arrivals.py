"""When each member came onto our list, as the record tells it."""

from __future__ import annotations

from datetime import date

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.member import Member
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
