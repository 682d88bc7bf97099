"""Tells that two members of one group are one person, and where that person stands from then on."""

from __future__ import annotations

from dataclasses import replace

from moderator_app.core.message import Role
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.member import Member, Status
from moderator_app.session.actions import Action


def tell_same(action: Action, one: Member, other: Member) -> None:
    """Add to an action that both are one person.

    Whoever is in the group under one of the two names is in it, and a role given under one of them
    is theirs: which of the two ids the person goes by from now on decides nothing.
    """
    action.add(EntryKind.SAME, one, target=other.id)
    first, second = sorted((one, other), key=lambda member: member.id)
    after = first
    if second.status is Status.ACTIVE:
        after = replace(after, status=Status.ACTIVE, suspended_until=None)
    if first.role is Role.MEMBER:
        after = replace(after, role=second.role)
    if after != first:
        action.change_member(EntryKind.MEMBER_EDITED, first, after)
