"""A person's data deleted on request: under every id that they had, in all groups, for good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moderator_app.core.errors import NotFound
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import undone_actions
from moderator_app.session.actions import touched
from moderator_app.session.labels import label_of
from moderator_app.session.types import Change, Topic

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was deleted of a person: `entries` emptied, pictures and backups cleaned.

    `left` names the backups that could not be read and so not cleaned: they have to be removed by hand.
    """

    change: Change
    entries: int
    pictures: int
    backups: int
    left: tuple[str, ...] = ()


def erase(desk: Desk, member_id: str) -> Erased:
    """Delete all that is kept of a person, for good; NotFound where nothing is."""
    record = desk.record
    ids = ids_of(desk, member_id)
    groups = {entry.member: entry.group for one in ids for entry in record.about(one)}
    if not groups:
        raise NotFound("member.unknown", name=member_id)
    told = tuple(_told(desk, ids, groups))
    done = record.erase(ids, told)
    desk.start_anew()
    stored = tuple(entry for entry in map(record.entry, (entry.id for entry in told)) if entry)
    change = Change(
        topic=Topic.MEMBERS,
        label=label_of(stored, None),
        action=told[0].action,
        entries=stored,
        members=touched(stored),
    )
    return Erased(
        change=desk.tell(change),
        entries=done.entries,
        pictures=done.pictures,
        backups=done.backups,
        left=done.left,
    )


def ids_of(desk: Desk, member_id: str) -> list[str]:
    """Every id of a person: joined, linked, and those under their name of which nothing holds."""
    record = desk.record
    ids = record.identity.everywhere(member_id)
    names = {entry.name for one in ids for entry in record.about(one)} - {""}
    entries = record.all_entries()
    undone = undone_actions(entries)
    held = {entry.member for entry in entries if entry.target not in undone and entry.action not in undone}
    return sorted(ids | {entry.member for entry in entries if entry.name in names} - held - {""})


def _told(desk: Desk, ids: Sequence[str], groups: Mapping[str, str]) -> Iterator[Entry]:
    """One entry for each id that the person had, which names nobody."""
    action = desk.new_id()
    for member in ids:
        if member in groups:
            yield Entry(
                id=desk.new_id(),
                action=action,
                at=desk.now(),
                group=groups[member],
                kind=EntryKind.ERASED,
                member=member,
                moderator=desk.settings().moderator,
            )
