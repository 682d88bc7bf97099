"""What is changed beside the roster and through the ledger: groups, notices, clauses, settings.

A CHANGED entry names the thing and holds how it was and how it is, each as text; "" is nothing of
the user's own. So it can be taken back after a restart, and told who changed what.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from moderator_app.core.errors import BadInput, NotFound
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.rules.changes import ClauseChange
from moderator_app.session.settings import checked
from moderator_app.storage.codec import group_from, group_to_doc
from moderator_app.storage.rule_changes import change_from, change_text

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

GROUP, NOTICE, RULE, SETTING = "group", "notice", "rule", "setting"
"""The kinds of things: `group/ID`, `notice/RULEBOOK/ID`, `rule/RULEBOOK/CLAUSE` or `setting/NAME`."""
MERGE, RESTORE, IMPORT_ALL = "merge", "restore", "import-all"
"""The whole record is a thing as well, of which an entry tells the step and what it needs to go back."""


def group_text(group: Group) -> str:
    """A group as an entry keeps it."""
    return json.dumps(group_to_doc(group), ensure_ascii=False, sort_keys=True)


def is_new_group(entry: Entry) -> bool:
    """Whether an entry tells that a group was added."""
    return entry.kind is EntryKind.CHANGED and entry.thing.startswith(f"{GROUP}/") and not entry.was


class Edits:
    """Reads and writes things by their names; best inside a transaction with the entry."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def text(self, thing: str) -> str:
        """How a thing is now; "" where nothing of the user's own is there."""
        kind, *names = thing.split("/", 2)
        if kind == GROUP:
            return next((group_text(group) for group in self._desk.groups() if group.id == names[0]), "")
        if kind == NOTICE:
            return self._desk.library.own_notice(names[0], names[1])
        if kind == SETTING:
            return json.dumps(self._desk.settings().get(names[0]), ensure_ascii=False)
        return change_text(self._change(names[0], names[1]))

    def _change(self, rulebook: str, clause: str) -> ClauseChange:
        return self._desk.library.changes(rulebook).clauses.get(clause) or ClauseChange(id=clause)

    def write(self, thing: str, text: str) -> None:
        """Let a thing be what an entry kept."""
        kind, *names = thing.split("/", 2)
        if kind == GROUP and text:
            self._desk.record.put_group(group_from(json.loads(text)))
        elif kind == GROUP:
            self._desk.record.remove_group(names[0])
        elif kind == SETTING:
            self._desk.record.set_setting(names[0], checked(names[0], json.loads(text)))
        elif kind == NOTICE:
            self._desk.library.put_own_notice(names[0], names[1], text)
        else:
            rulebook, clause = names
            known = self._desk.library.changes(rulebook).clauses
            self._desk.library.save_changes(rulebook, {**known, clause: change_from(text, clause)})

    def writing(self, thing: str, text: str) -> Callable[[], None]:
        """The same, to be done later."""
        return lambda: self.write(thing, text)

    def are_as_left(self, done: Iterable[Entry]) -> bool:
        """Whether things are still what the action made of them: nothing else is overwritten by an undo."""
        return all(self._is_as_left(entry) for entry in done if entry.kind is EntryKind.CHANGED)

    def _is_as_left(self, entry: Entry) -> bool:
        kind, *names = entry.thing.split("/", 2)
        if not names:
            return True
        try:
            if kind == RULE:
                return self._change(names[0], names[1]) == change_from(entry.now, names[1])
            return self.text(entry.thing) == entry.now
        except (NotFound, BadInput):  # the rulebook is gone, or is none any more
            return False

    def take_back(self, done: Iterable[Entry]) -> None:
        """Let the things that an action changed be as they were before."""
        for entry in done:
            if entry.kind is EntryKind.CHANGED and "/" in entry.thing:
                self.write(entry.thing, entry.was)
                if entry.thing == f"{GROUP}/{self._desk.settings().current_group}" and not entry.was:
                    self._desk.record.set_setting("current_group", entry.group)
