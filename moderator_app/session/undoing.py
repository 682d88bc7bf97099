"""Taking actions back: the last one, or any other that nothing later hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import effective, in_order, undone_actions
from moderator_app.core.roster.undo import Dependence, last_undoable, undo_entries
from moderator_app.core.wording import Reason, Value
from moderator_app.session.actions import asking, change_of, rulebook_for, undone_change
from moderator_app.session.edits import GROUP, SETTING, Edits, is_new_group
from moderator_app.session.labels import belongs_to_group, label_of
from moderator_app.session.preferences import Preference
from moderator_app.session.rules.rulings import Rulings
from moderator_app.session.types import Change, Topic
from moderator_app.session.whole_record import WholeRecord, goes_back, step_of
from moderator_app.storage.work import Progress

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_LOOKS_BACK = timedelta(days=7)
_LOOKS_FURTHER = timedelta(days=60), timedelta(days=400)
"""After a quiet time; only where nothing at all was done in it the whole record is read."""


class Undoing:
    """The undoing half of what a session writes; an undo is an entry like any other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._rulings = Rulings(desk)
        self._edits = Edits(desk)
        self._whole = WholeRecord(desk)
        self._last: tuple[int, tuple[Entry, ...]] = -1, ()
        self._offered: tuple[tuple[int, bool], tuple[Entry, ...]] = (-1, False), ()
        self._thorough = False

    # ---- the last action

    def undoable(self) -> Change | None:
        """What would be taken back now."""
        done = self._last_action()
        if preference := self._preference(done):
            return _preference_change("did", preference.name, undoable=True)
        return change_of(self._desk, done) if done else None

    def undo(self, progress: Progress | None = None) -> Change:
        """Take the last action back, or the setting that was changed since.

        `progress` is told how far it is where it was a step on the whole record, and may end that.
        What was offered, and is found not to hold once all is read, is refused: nothing else is taken back.
        """
        offered = self._last_action()
        if preference := self._preference(offered):
            return self._set_back(preference)
        self._thorough = True
        done = self._last_action()
        if not (offered or done):
            raise Refused("undo.nothing")
        wanted = offered or done
        dependence = Dependence(self._desk.record.recent(wanted[0].at - _LOOKS_BACK))
        return self._take_back(wanted, dependence, progress=progress)

    def _preference(self, done: Sequence[Entry]) -> Preference | None:
        """The setting of this machine that was changed after an action."""
        return self._desk.preferences.newest(max((entry.seq for entry in done), default=0))

    def _set_back(self, preference: Preference) -> Change:
        self._desk.record.set_setting(preference.name, preference.was)
        self._desk.preferences.drop()
        return self._desk.tell(_preference_change("undone", preference.name))

    def _last_action(self) -> tuple[Entry, ...]:
        """The entries of the newest action that holds; older files are read only where none is recent.

        What another moderator did is not taken back by the way, as long as there is something of one's own.
        """
        known = self._desk.version, self._thorough or self._desk.record.merged.is_read
        if self._offered[0] != known:
            self._offered = known, self._newest(thorough=known[1])
        return self._offered[1]

    def _newest(self, *, thorough: bool) -> tuple[Entry, ...]:
        """The same, found anew; `thorough` also by what was merged, however long it takes to read that."""
        found = (
            self._last_since(self._desk.now() - back, thorough=thorough)
            for back in (_LOOKS_BACK, *_LOOKS_FURTHER)
        )
        return next(filter(None, found), ()) or self._last_of_all()

    def _last_since(self, since: datetime, *, thorough: bool) -> tuple[Entry, ...]:
        record = self._desk.record
        own = record.recent(since, own=True)
        elsewhere = undone_actions(record.recent(since)) if thorough else frozenset()
        held = [entry for entry in own if entry.action not in elsewhere]
        return self._last_in(held, thorough=thorough)

    def _last_in(self, entries: Sequence[Entry], *, thorough: bool = True) -> tuple[Entry, ...]:
        """The newest action among entries that holds, and whose way back is still there."""
        while action := last_undoable(entries):
            done = tuple(in_order(entry for entry in entries if entry.action == action))
            if not self._whole.is_lost(done, thorough=thorough):
                return done
            entries = [entry for entry in entries if entry.action != action]
        return ()

    def _last_of_all(self) -> tuple[Entry, ...]:
        """Looked for in the whole record, once while nothing changes."""
        if self._last[0] != self._desk.version:
            self._last = self._desk.version, self._last_in(self._desk.record.all_entries())
        return self._last[1]

    def elsewhere(self, change: Change) -> Group | None:
        """The group that an action was done in, where that is not the one that is shown."""
        if not change.entries or not belongs_to_group(change.label):
            return None
        home, shown = change.entries[0].group, self._desk.group().id
        return next((each for each in self._desk.groups() if each.id == home != shown), None)

    # ---- any action

    def undo_action(
        self, action_id: str, *, with_later: bool = False, progress: Progress | None = None
    ) -> Change:
        """Take one action back, as `undo` does; Refused where a later one hangs on it.

        One that goes to a backup takes back all that was done since: only `with_later`, else Refused.
        """
        entries = self._desk.record.all_entries()
        done = [entry for entry in entries if entry.action == action_id and entry.kind is not EntryKind.UNDO]
        if not done:
            raise NotFound("roster.nothing-to-undo")
        wanted = tuple(in_order(done))
        return self._take_back(wanted, Dependence(entries), with_later=with_later, progress=progress)

    def goes_along(self, action_id: str) -> tuple[Reason, ...]:
        """What was done since an action and goes with it, newest first; nothing with most actions."""
        done = [entry for entry in self._desk.record.all_entries() if entry.action == action_id]
        if not goes_back(done):
            return ()
        return tuple(label_of(each, rulebook_for(self._desk, each)) for each in self._whole.since(done))

    def obstacle(self, done: Sequence[Entry], dependence: Dependence) -> Reason | None:
        """Why an action cannot be taken back now; None where it can."""
        if done[0].action in dependence.undone:
            return Reason("roster.already-undone")
        if dependence.is_final(done):
            return Reason("undo.erased")
        if self._whole.is_lost(done):
            return Reason("undo.no-way-back")
        later = dependence.on(done, self._desk.record.about) or self._rulings.later(done, dependence)
        later = later or self._whole.resting(done)
        if later is None:
            return next(self._groups_in_use(done), None)
        return Reason("undo.hangs", {**self._named([later]), "when": f"{later.at:%Y-%m-%d %H:%M}"})

    def _groups_in_use(self, done: Sequence[Entry]) -> Iterator[Reason]:
        """Why a group that an action added cannot go: what was done in it, or a group that links to it."""
        added = {entry.thing.partition("/")[2]: entry for entry in done if is_new_group(entry)}
        changed = {entry.thing.partition("/")[2] for entry in done if entry.thing.startswith(f"{GROUP}/")}
        for group_id, entry in added.items():
            group = self._named([entry])
            if there := self._whole.in_group(group_id, done):
                steps, last = len({each.action for each in there}), self._named(there[-1:])
                yield Reason("undo.group-in-use", {**last, **_titled(group), "steps": steps})
            for other in self._desk.groups():
                if other.linked_free_group == group_id and other.id not in changed:
                    yield Reason("undo.group-linked", {**_titled(group), "other": other.title.zh})

    def _named(self, done: Sequence[Entry]) -> dict[str, Value]:
        """What an action was called, for a sentence about it."""
        label = label_of(done, rulebook_for(self._desk, done))
        return {**label.values, "why": label.code}

    def _take_back(
        self,
        done: tuple[Entry, ...],
        dependence: Dependence,
        *,
        with_later: bool = False,
        progress: Progress | None = None,
    ) -> Change:
        obstacle = self.obstacle(done, dependence)
        if obstacle:
            raise Refused(obstacle.code, **obstacle.values)
        if not self._edits.are_as_left(done):
            raise Refused("undo.changed-since", **self._named(done))
        if not step_of(done):
            return self._taken_back(done)
        if goes_back(done) and not with_later and (later := self._whole.since(done)):
            raise Refused("undo.takes-along", **self._named(later[0]), steps=len(later))
        with self._desk.at_work(progress):
            if not goes_back(done):
                return self._taken_back(done)
            return self._desk.tell(undone_change(self._desk, done, self._whole.go_back(done)))

    def _taken_back(self, done: tuple[Entry, ...]) -> Change:
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
            stored = record.append((*undoing, *self._whole.along(done)))
            gone = self._whole.take_out(done)
        return self._told(done, stored, gone)

    def _refuse_twins(self, undoing: Sequence[Entry]) -> None:
        """Nobody comes back beside another of the same name and card."""
        for back in (entry.after for entry in undoing if entry.after and not entry.before):
            for other in self._desk.record.members(back.group):
                if other.id != back.id and (other.name, other.card) == (back.name, back.card):
                    raise Refused("undo.twin", member=back.name)

    def _told(self, done: tuple[Entry, ...], stored: Sequence[Entry], gone: tuple[str, ...]) -> Change:
        self._desk.memory.follow(done, self._held(done), asking(self._desk, done[0].group, done))
        if any(entry.thing.startswith(f"{SETTING}/history") for entry in done):
            self._desk.memory.obey_settings()
        copied = self._desk.copied
        if copied and copied.change and copied.change.action == done[0].action:
            self._desk.copied = None
        change = undone_change(self._desk, done, stored)
        return self._desk.tell(replace(change, members=(*change.members, *gone)))

    def _held(self, done: Sequence[Entry]) -> tuple[Entry, ...]:
        """What holds now of all that was done to those whom these entries are about."""
        record = self._desk.record
        found = {entry.id: entry for entry in record.recent(done[0].at - _LOOKS_BACK)}
        for entry in done:
            if entry.member:
                found |= {each.id: each for each in record.entries(entry.group, entry.member)}
        return effective(found.values())


def _titled(group: Mapping[str, Value]) -> dict[str, Value]:
    """What a group is called, for a sentence about it."""
    return {"group": group["group"], "group_en": group["group_en"]}


def _preference_change(how: str, name: str, *, undoable: bool = False) -> Change:
    return Change(topic=Topic.SETTINGS, label=Reason(f"{how}.setting", {"name": name}), undoable=undoable)
