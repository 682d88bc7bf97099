"""Taking an action back: which one Ctrl+Z means, and the entries that undo it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective, in_order, undone_actions
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.members import folded


def last_undoable(entries: Iterable[Entry]) -> str | None:
    """The id of the newest action that holds; an undo itself cannot be undone."""
    held = in_order(effective(entries))
    return held[-1].action if held else None


def undo_entries(
    entries: Iterable[Entry],
    action: str,
    *,
    members: Mapping[str, Member],
    about: Callable[[str], Iterable[Entry]],
    new_id: Callable[[], str],
    at: datetime,
    moderator: str = "",
) -> tuple[Entry, ...]:
    """The entries that take `action` back, one for each member it touched.

    `members` are the members as they are now; `about` gives all entries about a member, and is asked
    only for those whom the action changed: what was changed on them since stays as it is.
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
    changed = {entry.member for entry in done if entry.before or entry.after}
    taken_back = []
    for entry in touched.values():
        one = replace(undo, id=new_id(), group=entry.group, member=entry.member, name=entry.name)
        if entry.member in changed:
            now = members.get(entry.member)
            after = folded((*about(entry.member), *done, one)).get(entry.member)
            one = one if now == after else replace(one, before=now, after=after)
        taken_back.append(one)
    return tuple(taken_back)
