"""Edits of one field by two moderators who did not know of each other: shown side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective, in_order
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.members import differences


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One value that a field was given: by whom, when, and by which entry."""

    value: Any
    moderator: str
    at: datetime
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field of a member that was set to two values from the same earlier one.

    `ours` is this moderator's where one of them is, else the one that holds now; `was` is the value
    from before. It stays until somebody settles it, or takes one of the two edits back.
    """

    member: Member
    field: str
    was: Any
    ours: Version
    theirs: Version


def conflicts_of(entries: Iterable[Entry], member: Member, moderator: str = "") -> tuple[Conflict, ...]:
    """The conflicts that stand among all the entries about one member, for this moderator's eyes."""
    ends = open_ends(entries)
    return tuple(_conflict(field, ends[field], member, moderator) for field in ends)


def open_ends(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """For each field in conflict the edits that contradict each other, one for each value, in order.

    `entries` are all about one member.
    """
    each = in_order({entry.id: entry for entry in entries}.values())
    edits = [entry for entry in each if entry.before and entry.after and entry.kind is not EntryKind.UNDO]
    held = {entry.id for entry in effective(each)}
    settled = [entry for entry in each if entry.kind is EntryKind.SETTLED and entry.id in held]
    fields = dict.fromkeys(name for edit in edits if edit.id in held for name in _changed(edit))
    found: dict[str, list[Entry]] = {}
    for field in fields:
        overruled = {entry.target for entry in settled if field in entry.rules}
        ends = _ends([edit for edit in edits if field in _changed(edit)], field, held)
        by_value = {_key(getattr(end.after, field)): end for end in ends if end.id not in overruled}
        if len(by_value) > 1:
            found[field] = list(by_value.values())
    return found


def _changed(edit: Entry) -> dict[str, Any]:
    return differences(edit.before, edit.after) if edit.before and edit.after else {}


def _conflict(field: str, ends: list[Entry], member: Member, moderator: str) -> Conflict:
    last = ends[::-1]
    holding = next((end for end in last if getattr(end.after, field) == getattr(member, field)), last[0])
    ours = next((end for end in last if moderator and end.moderator == moderator), holding)
    theirs = next(end for end in last if end is not ours)
    return Conflict(
        member=member,
        field=field,
        was=getattr(theirs.before, field),
        ours=_version(ours, field),
        theirs=_version(theirs, field),
    )


def _ends(edits: list[Entry], field: str, held: set[str]) -> list[Entry]:
    """The edits that hold and on which no later one that holds was built, directly or through others.

    An edit was built on those earlier ones that had set what it found. Two ends are two moderators
    who did not know of each other.
    """
    built_on: set[str] = set()
    for place in range(len(edits) - 1, -1, -1):
        edit = edits[place]
        if edit.id in held or edit.id in built_on:
            found = getattr(edit.before, field)
            built_on |= {e.id for e in edits[:place] if getattr(e.after, field) == found}
    return [edit for edit in edits if edit.id in held and edit.id not in built_on]


def _key(value: Any) -> Any:  # noqa: ANN401 - a field of any type
    """What tells two values apart; aliases in another order are the same ones."""
    return frozenset(value) if isinstance(value, tuple) else value


def _version(edit: Entry, field: str) -> Version:
    return Version(value=getattr(edit.after, field), moderator=edit.moderator, at=edit.at, entry=edit.id)
