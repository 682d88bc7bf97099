"""Taking actions back: the last one, or any other that nothing later hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective, in_order
from moderator_app.core.roster.undo import Dependence, last_undoable, undo_entries
from moderator_app.core.wording import Reason, Value
from moderator_app.session.actions import asking, change_of, rulebook_of, undone_change
from moderator_app.session.edits import Edits
from moderator_app.session.labels import label_of
from moderator_app.session.rules.rulings import Rulings
from moderator_app.session.types import Change

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_LOOKS_BACK = timedelta(days=7)


class Undoing:
    """The undoing half of what a session writes; an undo is an entry like any other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rulings = Rulings(desk)
        self._edits = Edits(desk)
        self._last: tuple[int, tuple[Entry, ...]] = -1, ()

    # ---- the last action

    def undoable(self) -> Change | None:
        """What would be taken back now."""
        done = self._last_action()
        return change_of(self._desk, done) if done else None

    def undo(self) -> Change:
        """Take the last action back."""
        done = self._last_action()
        if not done:
            raise Refused("undo.nothing")
        since = done[0].at - _LOOKS_BACK
        return self._take_back(done, Dependence(self._desk.record.recent(since)))

    def _last_action(self) -> tuple[Entry, ...]:
        """The entries of the newest action that holds; older files are read only where none is recent.

        What another moderator did is not taken back by the way, as long as there is something of one's own.
        """
        record = self._desk.record
        recent = record.recent(self._desk.now() - _LOOKS_BACK, own=True)
        action = last_undoable(recent)
        if action is None:
            return self._last_of_all()
        return tuple(in_order(entry for entry in recent if entry.action == action))

    def _last_of_all(self) -> tuple[Entry, ...]:
        """Looked for in the whole record, once while nothing changes."""
        if self._last[0] != self._desk.version:
            entries = self._desk.record.all_entries()
            action = last_undoable(entries)
            self._last = self._desk.version, tuple(entry for entry in entries if entry.action == action)
        return self._last[1]

    # ---- any action

    def undo_action(self, action_id: str) -> Change:
        """Take one action back; Refused where a later one hangs on it."""
        entries = self._desk.record.all_entries()
        done = [entry for entry in entries if entry.action == action_id and entry.kind is not EntryKind.UNDO]
        if not done:
            raise NotFound("roster.nothing-to-undo")
        return self._take_back(tuple(in_order(done)), Dependence(entries))

    def obstacle(self, done: Sequence[Entry], dependence: Dependence) -> Reason | None:
        """Why an action cannot be taken back now; None where it can."""
        if done[0].action in dependence.undone:
            return Reason("roster.already-undone")
        if dependence.is_final(done):
            return Reason("undo.erased")
        later = dependence.on(done, self._desk.record.about) or self._rulings.later(done, dependence)
        if later is None:
            return None
        return Reason("undo.hangs", {**self._named([later]), "when": f"{later.at:%Y-%m-%d %H:%M}"})

    def _named(self, done: Sequence[Entry]) -> dict[str, Value]:
        """What an action was called, for a sentence about it."""
        label = label_of(done, rulebook_of(self._desk, done[0].group))
        return {**label.values, "why": label.code}

    def _take_back(self, done: tuple[Entry, ...], dependence: Dependence) -> Change:
        obstacle = self.obstacle(done, dependence)
        if obstacle:
            raise Refused(obstacle.code, **obstacle.values)
        if not self._edits.are_as_left(done):
            raise Refused("undo.changed-since", **self._named(done))
        record = self._desk.record
        there = ((entry.member, record.member(entry.member)) for entry in done if entry.member)
        members = {member_id: replace(member, id=member_id) for member_id, member in there if member}
        undoing = undo_entries(
            done,
            done[0].action,
            members=members,
            about=record.about,
            new_id=self._desk.new_id,
            at=self._desk.now(),
            moderator=self._desk.settings().moderator,
        )
        self._refuse_twins(undoing)
        with record.transaction():
            self._rulings.take_back(done)
            self._edits.take_back(done)
            stored = record.append(undoing)
        return self._told(done, stored)

    def _refuse_twins(self, undoing: Sequence[Entry]) -> None:
        """Nobody comes back beside another of the same name and card."""
        for back in (entry.after for entry in undoing if entry.after and not entry.before):
            for other in self._desk.record.members(back.group):
                if other.id != back.id and (other.name, other.card) == (back.name, back.card):
                    raise Refused("undo.twin", member=back.name)

    def _told(self, done: tuple[Entry, ...], stored: Sequence[Entry]) -> Change:
        self._desk.memory.follow(done, self._held(done), asking(self._desk, done[0].group))
        copied = self._desk.copied
        if copied and copied.change and copied.change.action == done[0].action:
            self._desk.copied = None
        return self._desk.tell(undone_change(self._desk, done, stored))

    def _held(self, done: Sequence[Entry]) -> tuple[Entry, ...]:
        """What holds now of all that was done to those whom these entries are about."""
        record = self._desk.record
        found = {entry.id: entry for entry in record.recent(done[0].at - _LOOKS_BACK)}
        for entry in done:
            if entry.member:
                found |= {each.id: each for each in record.entries(entry.group, entry.member)}
        return effective(found.values())
