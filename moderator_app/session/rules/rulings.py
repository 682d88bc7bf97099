"""What the moderator decided of single messages, 误判 or a violation: kept in the record, undone like it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from moderator_app.core.errors import Refused
from moderator_app.core.message import Message
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.undo import Dependence
from moderator_app.core.rules.changes import ClauseChange, decision
from moderator_app.core.rules.rulebook import Example, Examples
from moderator_app.session.actions import LONGEST_KEPT, Action, rulebook_of
from moderator_app.session.edits import RULE
from moderator_app.session.labels import RULINGS
from moderator_app.session.types import Case, Change

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_OVERRULED = "overruled"
"""Kept in the entry of a ruling that overruled an earlier one, so that undo puts that back in force."""


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
        after = {clause: with_ruling(change, message, kind) for clause, change in before.items()}
        if not _takes(after, message, kind):
            raise Refused("rule.not-text", text=message.text)
        wanted = [clause for clause in clauses if not _takes({clause: before[clause]}, message, kind)]
        if not wanted:
            raise Refused("rule.already-decided")
        action = Action(self._desk, home, case)
        for clause in wanted:
            _, contrary = _sides(before[clause], kind)
            overruled = any(each.decided and _same(each, message) for each in contrary)
            action.ruling(
                kind,
                case.member,
                case.sender,
                rule=clause,
                message=message.text,
                reason=_OVERRULED if overruled else "",
            )
        return action.done(lambda: self._save(home, {clause: after[clause] for clause in wanted}))

    def take_back(self, entries: Sequence[Entry]) -> None:
        """Take the rulings among these entries out of the rules; to be done with what tells it."""
        rulings = [entry for entry in entries if entry.kind in RULINGS]
        if not rulings or rulebook_of(self._desk, rulings[0].group) is None:
            return
        home = self._desk.group(rulings[0].group)
        known = self._desk.library.changes(home.rulebook).clauses
        after: dict[str, ClauseChange] = {}
        for entry in rulings:
            for clause in entry.rules:
                if change := after.get(clause) or known.get(clause):
                    after[clause] = _without_ruling(change, entry)
        self._save(home, after)

    def later(self, entries: Sequence[Entry], dependence: Dependence) -> Entry | None:
        """What stands on one of these rulings and holds: one that overruled it, an edit of its clause."""
        rulings = [entry for entry in entries if entry.kind in RULINGS]
        if not rulings:
            return None
        overruling = (each for each in dependence.rulings if each.reason == _OVERRULED)
        held = (each for each in overruling if each.action not in dependence.undone)
        found = [each for each in held if any(_overrules(each, entry) for entry in rulings)]
        rulebook = self._desk.group(rulings[0].group).rulebook
        for entry in rulings:
            edits = dependence.changes(f"{RULE}/{rulebook}/{entry.rules[0]}")
            found += [each for each in edits if each.seq > entry.seq]
        return in_order(found)[-1] if found else None

    def _save(self, home: Group, after: Mapping[str, ClauseChange]) -> None:
        library = self._desk.library
        library.save_changes(home.rulebook, {**library.changes(home.rulebook).clauses, **after})


def _overrules(later: Entry, earlier: Entry) -> bool:
    """Whether a ruling was about the same clause and message, later and to the contrary."""
    if later.seq <= earlier.seq or later.kind is earlier.kind or later.rules != earlier.rules:
        return False
    return _same(Example(message=Message(text=earlier.message)), Message(text=later.message))


def _takes(changes: Mapping[str, ClauseChange], message: Message, kind: EntryKind) -> bool:
    """Whether all of these changes decide the message that way."""
    wanted = kind is EntryKind.BREACH
    return all(decision(change.examples, message) is wanted for change in changes.values())


def _as_example(message: Message) -> Message:
    """The message as an example keeps it: without names and time."""
    return Message(text=message.text, kind=message.kind, codes=message.codes)


def with_ruling(change: ClauseChange, message: Message, kind: EntryKind) -> ClauseChange:
    """The change with a decided example; a decision to the contrary is none any more."""
    decided = Example(message=_as_example(message), decided=True)
    hit, miss = change.examples.hit, change.examples.miss
    if kind is EntryKind.MISJUDGED:
        hit = tuple(replace(each, decided=False) if _same(each, message) else each for each in hit)
        return replace(change, examples=Examples(hit=hit, miss=(*miss, decided)))
    miss = tuple(replace(each, decided=False) if _same(each, message) else each for each in miss)
    return replace(change, examples=Examples(hit=(*hit, decided), miss=miss))


def _same(example: Example, message: Message) -> bool:
    """Whether a decision on the example would be one on the message."""
    return decision(Examples(hit=(replace(example, decided=True),)), message) is True


def _sides(change: ClauseChange, kind: EntryKind) -> tuple[tuple[Example, ...], tuple[Example, ...]]:
    """The examples that say the same as a ruling of this kind, and those that say the contrary."""
    hit, miss = change.examples.hit, change.examples.miss
    return (miss, hit) if kind is EntryKind.MISJUDGED else (hit, miss)


def _without_ruling(change: ClauseChange, entry: Entry) -> ClauseChange:
    """The change without the decided example added last; a decision that it had overruled is one again."""
    alike, contrary = _sides(change, entry.kind)
    added = [each for each in alike if each.decided and each.message.text[:LONGEST_KEPT] == entry.message]
    if not added:
        return change
    ruling = added[-1]
    alike = tuple(each for each in alike if each is not ruling)
    if entry.reason == _OVERRULED:
        contrary = tuple(_decided_again(each, ruling.message) for each in contrary)
    hit, miss = (contrary, alike) if entry.kind is EntryKind.MISJUDGED else (alike, contrary)
    return replace(change, examples=Examples(hit=hit, miss=miss))


def _decided_again(example: Example, message: Message) -> Example:
    return replace(example, decided=True) if _same(example, message) else example
