"""Taking an action back: which one Ctrl+Z means, and the entries that undo it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective, in_order, undone_actions
from moderator_app.core.roster.member import Member


def last_undoable(entries: Iterable[Entry]) -> str | None:
    """The id of the newest action that holds; an undo itself cannot be undone."""
    held = in_order(effective(entries))
    return held[-1].action if held else None


def undo_entries(
    entries: Iterable[Entry],
    action: str,
    *,
    members: Mapping[str, Member],
    new_id: Callable[[], str],
    at: datetime,
    moderator: str = "",
) -> tuple[Entry, ...]:
    """The entries that take `action` back, one for each member it touched.

    `members` are the members as they are now: what was changed on them since stays as it is.
    """
    entries = tuple(entries)
    done = [entry for entry in entries if entry.action == action and entry.kind is not EntryKind.UNDO]
    if not done:
        raise NotFound("roster.nothing-to-undo")
    if action in undone_actions(entries):
        raise Refused("roster.already-undone")
    done = in_order(done)
    undo = Entry(
        id="", action=new_id(), at=at, group="", kind=EntryKind.UNDO, moderator=moderator, target=action
    )
    touched = {(entry.group, entry.member): entry for entry in done}
    return tuple(
        _about(replace(undo, id=new_id()), entry, done, members.get(entry.member))
        for entry in touched.values()
    )


def _about(undo: Entry, entry: Entry, done: list[Entry], now: Member | None) -> Entry:
    """The undoing for the member of `entry`, with its states where the action changed the member."""
    undo = replace(undo, group=entry.group, member=entry.member, name=entry.name)
    after = now
    for event in reversed(done):
        if event.member == entry.member and (event.before or event.after):
            after = reverted(after, event.before, event.after)
    return undo if after == now else replace(undo, before=now, after=after)


def reverted(now: Member | None, before: Member | None, after: Member | None) -> Member | None:
    """The member without the change from `before` to `after`; later changes of other fields stay."""
    if before is None or after is None:
        return before
    if now is None:
        return None
    back = {
        field.name: getattr(before, field.name)
        for field in fields(Member)
        if getattr(now, field.name) == getattr(after, field.name)
    }
    return replace(now, **back)


def apply(members: dict[str, Member], entry: Entry) -> bool:
    """Bring the table of members up to date with one entry; true where it changed something."""
    if entry.before is None and entry.after is None:
        return False
    if entry.after is None:
        return members.pop(entry.member, None) is not None
    members[entry.member] = entry.after
    return True
