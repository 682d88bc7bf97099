"""What the moderator decided of single messages, 误判 or a violation: kept in the record, undone like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from moderator_app.core.errors import ModeratorError, Refused
from moderator_app.core.message import Message
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.rules.changes import ClauseChange
from moderator_app.core.rules.rulebook import Example, Examples
from moderator_app.session.actions import LONGEST_KEPT, Action, rulebook_of
from moderator_app.session.labels import RULINGS
from moderator_app.session.types import Case, Change

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_REPLACED = {True: "replaced-decided", False: "replaced"}
"""Kept in the entry where the ruling took the place of a contrary example, so that undo puts it back."""


class Rulings:
    """Decides, and takes decisions back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def decide(self, case: Case, clauses: Sequence[str], kind: EntryKind) -> Change:
        """Add the case's message as a decided example of each clause; Refused where all have it."""
        home = self._desk.real_group(case.group.id)
        message = _as_example(case.message)
        known = self._desk.library.changes(home.rulebook).clauses
        before = {clause: known.get(clause) or ClauseChange(id=clause) for clause in clauses}
        wanted = {clause: change for clause, change in before.items() if not _ruled(change, message, kind)}
        if not wanted:
            raise Refused("rule.already-decided")
        action = Action(self._desk, home)
        for clause, change in wanted.items():
            replaced = _contrary(change, message, kind)
            reason = _REPLACED[replaced.decided] if replaced else ""
            action.ruling(kind, case.member, case.sender, rule=clause, message=message.text, reason=reason)
        after = {clause: with_ruling(change, message, kind) for clause, change in wanted.items()}
        with self._changed(home, after):
            return action.done()

    @contextmanager
    def taken_back(self, entries: Sequence[Entry]) -> Iterator[None]:
        """Take the rulings among these entries out of the rules; they are back where what follows fails."""
        rulings = [entry for entry in entries if entry.kind in RULINGS]
        if not rulings or rulebook_of(self._desk, rulings[0].group) is None:
            yield
            return
        home = self._desk.group(rulings[0].group)
        known = self._desk.library.changes(home.rulebook).clauses
        after: dict[str, ClauseChange] = {}
        for entry in rulings:
            for clause in entry.rules:
                if change := after.get(clause) or known.get(clause):
                    after[clause] = _without_ruling(change, entry)
        with self._changed(home, after):
            yield

    @contextmanager
    def _changed(self, home: Group, after: Mapping[str, ClauseChange]) -> Iterator[None]:
        """The rules with these changes on the disk; as before where what follows fails."""
        library = self._desk.library
        before = dict(library.changes(home.rulebook).clauses)
        library.save_changes(home.rulebook, {**before, **after})
        try:
            yield
        except ModeratorError:
            library.save_changes(home.rulebook, before)
            raise


def _as_example(message: Message) -> Message:
    """The message as an example keeps it: nobody's name, and no more than an entry keeps."""
    return Message(text=message.text[:LONGEST_KEPT], kind=message.kind, codes=message.codes)


def with_ruling(change: ClauseChange, message: Message, kind: EntryKind) -> ClauseChange:
    """The change with a decided example; a contrary one of the same text gives way."""
    decided = Example(message=_as_example(message), decided=True)
    hit, miss = (_others(found, message.text) for found in (change.examples.hit, change.examples.miss))
    if kind is EntryKind.MISJUDGED:
        return replace(change, examples=Examples(hit=hit, miss=(*miss, decided)))
    return replace(change, examples=Examples(hit=(*hit, decided), miss=miss))


def _others(examples: Iterable[Example], text: str) -> tuple[Example, ...]:
    return tuple(example for example in examples if example.message.text != text)


def _ruled(change: ClauseChange, message: Message, kind: EntryKind) -> bool:
    """Whether this was decided before."""
    found = change.examples.miss if kind is EntryKind.MISJUDGED else change.examples.hit
    return any(example.decided and example.message.text == message.text for example in found)


def _contrary(change: ClauseChange, message: Message, kind: EntryKind) -> Example | None:
    found = change.examples.hit if kind is EntryKind.MISJUDGED else change.examples.miss
    return next((example for example in found if example.message.text == message.text), None)


def _without_ruling(change: ClauseChange, entry: Entry) -> ClauseChange:
    """The change without the decided example, and with the contrary one that it had replaced."""
    misjudged = entry.kind is EntryKind.MISJUDGED
    same = change.examples.miss if misjudged else change.examples.hit
    contrary = change.examples.hit if misjudged else change.examples.miss
    same = tuple(each for each in same if not (each.decided and each.message.text == entry.message))
    if entry.reason:
        back = Example(message=Message(text=entry.message), decided=entry.reason == _REPLACED[True])
        contrary = (*contrary, back)
    hit, miss = (contrary, same) if misjudged else (same, contrary)
    return replace(change, examples=Examples(hit=hit, miss=miss))
