"""Fields that two moderators set differently: found, and decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from moderator_app.core.errors import Refused
from moderator_app.core.roster.conflicts import Conflict, conflicts_of, open_ends
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.member import Member
from moderator_app.session.actions import Action
from moderator_app.session.fields import checked_fields
from moderator_app.session.types import Change

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


def conflicts_in(desk: Desk, group: str | None) -> tuple[Conflict, ...]:
    """The conflicts of a group, or of all, the newest first."""
    edited = desk.record.brief.edits()
    moderator = desk.settings().moderator
    found: list[Conflict] = []
    for member_id in (member_id for member_id, edits in edited.items() if edits > 1):
        member = desk.record.member(member_id)
        if member and group in (None, member.group):
            found += conflicts_of(own_entries(desk, member_id), member, moderator)
    return tuple(sorted(found, key=lambda each: max(each.ours.at, each.theirs.at), reverse=True))


def own_entries(desk: Desk, member_id: str) -> list[Entry]:
    """What was done under this very id, not under another of the same person."""
    return [entry for entry in desk.record.about(member_id) if entry.member == member_id]


def settle(desk: Desk, member: Member, field: str, value: object) -> Change:
    """Let a field in conflict be this value."""
    after = replace(member, **checked_fields({field: value}))
    action = Action(desk, desk.group(member.group))
    if not overrule(desk, action, member, {field: getattr(after, field)}):
        raise Refused("conflict.none", member=member.name)
    if after != member:
        action.change_member(EntryKind.MEMBER_EDITED, member, after)
    return action.done()


def overrule(desk: Desk, action: Action, member: Member, values: Mapping[str, object]) -> bool:
    """Add to an action that these values hold against all others that were in conflict; false for none."""
    ends = open_ends(own_entries(desk, member.id))
    for field, value in values.items():
        for end in ends.get(field, ()):
            if getattr(end.after, field) != value:
                action.add(EntryKind.SETTLED, member, target=end.id, rules=(field,))
    return any(field in ends for field in values)
