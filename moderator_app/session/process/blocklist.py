"""Puts people on the list of those who shall not come back into any group, and takes them off it."""

from __future__ import annotations

from moderator_app.core.errors import BadInput, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.session.actions import Action
from moderator_app.session.desk import Desk
from moderator_app.session.process.book import Book
from moderator_app.session.types import Change


class Blocklist:
    """The part of the process that keeps people out."""

    def __init__(self, desk: Desk, book: Book) -> None:
        self._desk = desk
        self._book = book

    def block(self, member_id: str, why: str) -> Change:
        """Put a member on the list."""
        member = self._book.member(member_id)
        if not why.strip():
            raise BadInput("process.no-reason")
        if self._entry(member.id):
            raise Refused("process.blocked-already", member=member.name)
        action = Action(self._desk, self._desk.group(member.group))
        action.add(EntryKind.BLOCKED, member, reason=why.strip())
        return action.done()

    def unblock(self, member_id: str) -> Change:
        """Take somebody off the list, also one who is in no group any more."""
        entry = self._entry(member_id)
        if entry is None:
            raise Refused("process.not-blocked", member=self._called(member_id))
        action = Action(self._desk, self._desk.group(entry.group))
        action.add(EntryKind.UNBLOCKED, self._book.person(entry), target=entry.id)
        return action.done()

    def _entry(self, member_id: str) -> Entry | None:
        """What put this person on the list."""
        ids = self._desk.record.identity.ids(member_id)
        return next((each for each in self._desk.alarms.entries() if each.member in ids), None)

    def _called(self, member_id: str) -> str:
        member = self._desk.record.member(member_id)
        return member.name if member else member_id
