"""A person's data deleted on request: under every id that they had, in all groups, for good."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moderator_app.core.errors import Ambiguous, NotFound
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import in_order, undone_actions
from moderator_app.core.roster.names import is_distinctive, names_of, plain
from moderator_app.core.roster.parting import Parting
from moderator_app.session.actions import touched
from moderator_app.session.labels import label_of
from moderator_app.session.types import Change, Topic

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was deleted of a person: `entries` emptied, pictures and rules' `examples` gone, backups cleaned.

    `left` names the backups and files that could not be read and so not cleaned: that is left to the user.
    """

    change: Change
    entries: int
    examples: int
    pictures: int
    backups: int
    left: tuple[str, ...] = ()


def parting(desk: Desk, member_id: str) -> Parting:
    """What deleting a person would mean; nothing is written. NotFound where nothing is kept of them."""
    record = desk.record
    ids = ids_of(desk, member_id)
    shown = {member: _shown(desk, member) for member in ids}
    shown = {member: name for member, name in shown.items() if name}
    if not shown:
        raise NotFound("member.unknown", name=member_id)
    traces = record.traces(ids)
    groups = {entry.member: entry.group for member in shown for entry in record.about(member)}
    people = dict.fromkeys((groups[member], name) for member, name in shown.items())
    return Parting(
        member=member_id,
        name=shown.get(member_id) or next(iter(shown.values())),
        people=tuple((desk.group(group), name) for group, name in people),
        traces=traces,
        mask=tuple(each.name for each in traces.mentions if _is_only_theirs(desk, each.name, ids)),
        backups=len(record.backups()),
    )


def _shown(desk: Desk, member_id: str) -> str:
    """How somebody is shown, or was last called by the record; "" where it names nobody."""
    member = desk.record.member(member_id)
    if member is not None:
        return member.shown
    entries = (entry for entry in in_order(desk.record.about(member_id)) if entry.member == member_id)
    return next((entry.name for entry in reversed(list(entries)) if entry.name), "")


def _is_only_theirs(desk: Desk, name: str, ids: Collection[str]) -> bool:
    """Whether a name can be masked wherever it stands without meaning anything or anybody else."""
    others = (member for group in desk.groups() for member in desk.record.members(group.id))
    borne = any(name in text for member in others if member.id not in ids for text in names_of(member))
    return is_distinctive(name) and not borne


def known_as(desk: Desk, wanted: str, home: Group) -> str:
    """The id of a person by id or name, also of one who is off the list; raises as looking one up does."""
    try:
        return desk.roster.find(wanted, home).id
    except NotFound:
        record, sought = desk.record, plain(wanted)
        last = {e.member: e for e in in_order(record.entries(home.id)) if e.member and e.name}
        states = {member: entry.before or entry.after for member, entry in last.items()}
        called = {
            record.identity.canonical(member)
            for member, entry in last.items()
            if wanted == member
            or sought in map(plain, (entry.name, *(names_of(state) if (state := states[member]) else ())))
        }
        if len(called) > 1:
            raise Ambiguous("member.ambiguous", name=wanted, count=len(called)) from None
        if not called:
            raise
        return called.pop()


def erase(desk: Desk, member_id: str, mask: Collection[str] | None = None) -> Erased:
    """Delete all that is kept of a person, for good; NotFound where nothing is.

    `mask` None means those names that `parting` would mask.
    """
    record = desk.record
    ids = ids_of(desk, member_id)
    groups = {entry.member: entry.group for one in ids for entry in record.about(one)}
    if not groups:
        raise NotFound("member.unknown", name=member_id)
    told = tuple(_told(desk, ids, groups))
    done = record.erase(ids, told, mask=parting(desk, member_id).mask if mask is None else mask)
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
        examples=done.examples,
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
