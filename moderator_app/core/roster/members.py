"""The table of members as it follows from the ledger: changes field by field, in their order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import in_order, undone_actions
from moderator_app.core.roster.member import Member


def folded(entries: Iterable[Entry]) -> dict[str, Member]:
    """The members that these entries leave behind, by id; `entries` are all there are about them.

    The same set gives the same members, in whatever order and however often it is read: what two
    moderators changed on different fields holds side by side, of one field the later change.
    """
    each = in_order({entry.id: entry for entry in entries}.values())
    undone = undone_actions(each)
    table: dict[str, Member | None] = {}
    for entry in each:
        if entry.kind is EntryKind.UNDO or (entry.before is None and entry.after is None):
            continue
        now = table.setdefault(entry.member, entry.before)
        if entry.action not in undone:
            table[entry.member] = _changed(now, entry.before, entry.after)
    gone = _taken_away(each)
    return {one: member for one, member in table.items() if member is not None and one not in gone}


def _taken_away(ordered: Iterable[Entry]) -> set[str]:
    """Those of whom an undo said last that they are gone, and whose addition is not among the entries.

    They came with a merge that was taken back: what was done to them here since, and taken back too, is
    all there is about them.
    """
    gone: set[str] = set()
    added: set[str] = set()
    for entry in ordered:
        if entry.kind is EntryKind.UNDO and (entry.before or entry.after):
            (gone.discard if entry.after else gone.add)(entry.member)
        elif entry.kind is EntryKind.MEMBER_ADDED:
            added.add(entry.member)
    return gone - added


def _changed(now: Member | None, before: Member | None, after: Member | None) -> Member | None:
    """The member after one change; somebody who is gone is not brought back by an edit."""
    if before is None or after is None:
        return after
    return now and replace(now, **differences(before, after))


def differences(before: Member, after: Member) -> dict[str, Any]:
    """The fields that differ, with their later values."""
    names = (field.name for field in fields(Member))
    return {name: getattr(after, name) for name in names if getattr(before, name) != getattr(after, name)}


def apply(members: dict[str, Member], entry: Entry) -> bool:
    """Bring the table up to date with an entry newer than all others; true where it changed something."""
    if entry.before is None and entry.after is None:
        return False
    if entry.after is None:
        return members.pop(entry.member, None) is not None
    members[entry.member] = entry.after
    return True
