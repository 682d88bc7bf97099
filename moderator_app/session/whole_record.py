"""Steps on the whole record: a merge, a way back to a backup, a whole import; and how each is taken back.

Each is told by one CHANGED entry, which stays on this machine and keeps what taking it back needs. A
merge is taken out of the record as if it had never come: what it brought is a set, so the same bundle,
or a later one, brings it again. The other two are taken back by going to the backup made just before.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moderator_app.core.errors import Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import effective, in_order, undone_actions
from moderator_app.core.roster.undo import left_behind, resting_on, undo_entries
from moderator_app.session.actions import Action
from moderator_app.session.desk import home_of
from moderator_app.session.edits import GROUP, IMPORT_ALL, MERGE, RESTORE, group_text
from moderator_app.storage.backups import Label
from moderator_app.storage.durable import remove_file
from moderator_app.storage.layout import Layout

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk
    from moderator_app.storage.record import Record

_GOES_BACK = frozenset({RESTORE, IMPORT_ALL})
_WHOLE = _GOES_BACK | {MERGE}


# ---- telling


def tell(desk: Desk, thing: str, facts: Mapping[str, Any], groups: Sequence[Group] = ()) -> tuple[Entry, ...]:
    """Write that such a step was taken, and which groups came with it; gives the entries."""
    return desk.record.append(telling(desk, desk.group(), thing, facts, groups))


def telling(
    desk: Desk, home: Group, thing: str, facts: Mapping[str, Any], groups: Sequence[Group] = ()
) -> tuple[Entry, ...]:
    """The entries that tell such a step."""
    action = Action(desk, home, deed=thing)
    action.change(thing, "", json.dumps(facts, ensure_ascii=False, sort_keys=True))
    for group in groups:
        action.change(f"{GROUP}/{group.id}", "", group_text(group))
    return action.entries


def brought_by(desk: Desk, added: Collection[Entry]) -> dict[str, Any]:
    """What tells the entries of a merge that was just made from all others: where they lie, and which."""
    return {"files": list(desk.record.merged.names(added)), "which": _which(added)}


def _which(entries: Collection[Entry]) -> list[str | int]:
    """How many entries, and of their ids, which are drawn by lot, the first and the last."""
    ids = [entry.id for entry in entries]
    return [len(ids), min(ids, default=""), max(ids, default="")]


def step_of(done: Sequence[Entry]) -> Entry | None:
    """The entry of such a step among those of an action; None where the action is another one."""
    return next((entry for entry in done if entry.thing in _WHOLE), None)


def goes_back(done: Sequence[Entry]) -> bool:
    """Whether an action is taken back by going to a backup."""
    step = step_of(done)
    return step is not None and step.thing in _GOES_BACK


def facts_of(step: Entry) -> Mapping[str, Any]:
    """What such a step kept; nothing where that was emptied with a person's data."""
    try:
        facts = json.loads(step.now)
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


# ---- taking back


class WholeRecord:
    """Looks whether such a step can be taken back, and does so."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def is_lost(self, done: Sequence[Entry], *, thorough: bool = True) -> bool:
        """Whether the way back is gone: the backup was removed, or this was done on another machine.

        Without `thorough` nothing that was merged is read for it.
        """
        step = step_of(done)
        if step is None:
            return False
        if step.thing in _GOES_BACK:
            return self._backup(step) is None
        return thorough and _which(self._brought(step)) != facts_of(step).get("which")

    def _backup(self, step: Entry) -> Path | None:
        name, labels = facts_of(step).get("backup"), (Label.RESTORE, Label.IMPORT)
        made = (each.path for each in self._desk.record.backups() if each.label in labels)
        return next((path for path in made if path.name == name), None)

    def _brought(self, step: Entry) -> list[Entry]:
        return self._desk.record.merged.entries(_texts(facts_of(step).get("files")))

    # ---- a merge

    def resting(self, done: Sequence[Entry]) -> Entry | None:
        """The newest entry that could not stand without what a merge brought."""
        step = step_of(done)
        if step is None or step.thing != MERGE:
            return None
        brought = self._brought(step)
        return resting_on(brought, self._rest(step, brought))

    def _rest(self, step: Entry, brought: Collection[Entry]) -> list[Entry]:
        """All that stays when a merge goes, and who was then told to be one goes with it."""
        ids, joined = {entry.id for entry in brought}, _texts(facts_of(step).get("same"))
        entries = self._desk.record.all_entries()
        return [entry for entry in entries if entry.id not in ids and entry.action not in joined]

    def in_group(self, group: str, done: Sequence[Entry]) -> list[Entry]:
        """What would be left, and holds, of a group that goes with an action."""
        step = step_of(done)
        there = self._desk.record.entries(group)
        if step is not None:
            left = {entry.id for entry in self._rest(step, self._brought(step))}
            there = tuple(entry for entry in there if entry.id in left)
        undone = undone_actions(self._desk.record.all_entries())
        own = {done[0].action}
        return [
            entry for entry in there if entry.kind is not EntryKind.UNDO and entry.action not in undone | own
        ]

    def along(self, done: Sequence[Entry]) -> Iterator[Entry]:
        """What is told beside the undoing of a merge: of whom it made one, and who goes with it."""
        step = step_of(done)
        if step is None or step.thing != MERGE:
            return
        brought = self._brought(step)
        rest = self._rest(step, brought)
        yield from self._parted(step)
        for member in left_behind(brought, rest).values():
            yield replace(
                self._undo(step), group=member.group, member=member.id, name=member.name, before=member
            )

    def _parted(self, step: Entry) -> Iterator[Entry]:
        entries = self._desk.record.all_entries()
        for action in sorted(_texts(facts_of(step).get("same")) - undone_actions(entries)):
            joined = [entry for entry in entries if entry.action == action]
            for entry in in_order(joined)[:1]:
                yield replace(self._undo(entry), group=entry.group, member=entry.member, name=entry.name)

    def _undo(self, of: Entry) -> Entry:
        return Entry(
            id=self._desk.new_id(),
            action=self._desk.new_id(),
            at=self._desk.now(),
            group=of.group,
            kind=EntryKind.UNDO,
            moderator=self._desk.settings().moderator,
            target=of.action,
        )

    def take_out(self, done: Sequence[Entry]) -> tuple[str, ...]:
        """Take what a merge brought out of the record, in a transaction; gives whom it was about."""
        step = step_of(done)
        if step is None or step.thing != MERGE:
            return ()
        return self._desk.record.merged.take_out(_texts(facts_of(step).get("files")))

    # ---- back to a backup

    def since(self, done: Sequence[Entry]) -> list[list[Entry]]:
        """The actions that were done after such a step and go with it, newest first: deletions stay."""
        after = max(entry.seq for entry in done)
        later: dict[str, list[Entry]] = {}
        for entry in in_order(effective(self._desk.record.all_entries())):
            if entry.seq > after and entry.kind is not EntryKind.ERASED:
                later.setdefault(entry.action, []).append(entry)
        return list(later.values())[::-1]

    def go_back(self, done: Sequence[Entry]) -> tuple[Entry, ...]:
        """Go to the backup made just before the step, and tell there that it was taken, and taken back."""
        step = step_of(done)
        backup = self._backup(step) if step else None
        if step is None or backup is None:
            raise Refused("undo.backup-gone")
        told: list[Entry] = []

        def tell(then: Record, before: Path) -> list[Entry]:
            told.extend(self._gone_back(done, then))
            return told

        self._desk.record.restore(backup, tell)
        self._forget_checked(step)
        self._desk.start_anew()
        undoing = (entry.id for entry in told[len(done) :])
        return tuple(filter(None, map(self._desk.record.entry, undoing)))

    def _gone_back(self, done: Sequence[Entry], then: Record) -> tuple[Entry, ...]:
        """What tells there that the step was taken, and that it was taken back."""
        home = home_of(then).id
        again = [replace(entry, group=home) for entry in done]
        undoing = undo_entries(
            again,
            again[0].action,
            members={},
            about=lambda _member: (),
            new_id=self._desk.new_id,
            at=self._desk.now(),
            moderator=self._desk.settings().moderator,
        )
        return (*again, *undoing)

    def _forget_checked(self, step: Entry) -> None:
        """Remove the histories of checks that came with a whole import: backups leave those alone."""
        folder = Layout(self._desk.data_dir).history.resolve()
        for name in _texts(facts_of(step).get("history")):
            path = (self._desk.data_dir / name).resolve()
            if path.is_relative_to(folder) and path != folder:
                remove_file(path)


def _texts(value: object) -> frozenset[str]:
    """The texts in a list that was read from a file."""
    return (
        frozenset(each for each in value if isinstance(each, str)) if isinstance(value, list) else frozenset()
    )
