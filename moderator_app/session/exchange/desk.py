"""The desk at which records are exchanged: bundles sent and merged, conflicts settled, all written out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.conflicts import Conflict
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective
from moderator_app.core.roster.member import Member
from moderator_app.session.actions import Action
from moderator_app.session.exchange.everything import export_all, import_all
from moderator_app.session.exchange.merging import merge, preview
from moderator_app.session.exchange.same import tell_same
from moderator_app.session.exchange.settling import conflicts_in, settle
from moderator_app.session.exchange.shared import parcel_of, pictures_of
from moderator_app.session.exchange.types import MergePreview
from moderator_app.session.types import Change
from moderator_app.storage.bundle import write_bundle
from moderator_app.storage.work import Progress, working

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


class Exchange:
    """What the window and the command line exchange records with."""

    def __init__(self, desk: Desk, undo: Callable[[str], Change]) -> None:
        """`undo` takes an action back, by its id."""
        self._desk = desk
        self._undo = undo

    # ---- two moderators

    def bundle(self, path: Path, *, group: str | None = None, progress: Progress | None = None) -> Path:
        """Write everything that another moderator needs into one file, and say where it is.

        All groups, or one. Who reported, this machine's settings, texts and rules and its logs are
        never in it; pictures of evidence are.
        """
        with working(progress) as work:
            parcel = parcel_of(self._desk, self._desk.real_group(group).id if group else "")
            pictures = pictures_of(self._desk, parcel.entries)
            write_bundle(self._desk.outside(path), parcel, pictures, work)
        return path

    def read_bundle(self, path: Path, progress: Progress | None = None) -> MergePreview:
        """What a bundle would bring; nothing is written. BadInput names what is wrong with the file."""
        with working(progress) as work:
            return preview(self._desk, path, work)

    def merge(
        self,
        preview: MergePreview,
        same: Collection[str] = (),
        *,
        erase: Collection[str] = (),
        progress: Progress | None = None,
    ) -> Change:
        """Take in what a bundle brings, after a backup; all of it or nothing.

        `same` are the ids of those of its twins' `theirs` who are one person with ours. `erase` are the
        `member`s of those of its `erased` who are deleted here as well, for good and before the rest is
        taken in; others stay, and are told of again by the next bundle. Refused where nothing is new.
        """
        with self._desk.at_work(progress):
            return merge(self._desk, preview, same, erase)

    def conflicts(self, group: str | None = None) -> tuple[Conflict, ...]:
        """The fields that two moderators set differently and nobody settled yet, newest first."""
        return conflicts_in(self._desk, group)

    def settle(self, member_id: str, field: str, value: object) -> Change:
        """Decide what a field in conflict holds: one of the two values, or another one."""
        return settle(self._desk, self._member(member_id), field, value)

    # ---- who is whom

    def same(self, member_a: str, member_b: str) -> Change:
        """Tell that two members of one group are one person: from now on their records count as one."""
        one, other = self._member(member_a), self._member(member_b)
        if one.group != other.group:
            raise Refused("same.other-group", member=one.name)
        if one.id == other.id:
            raise Refused("same.already", member=one.name)
        action = Action(self._desk, self._desk.group(one.group))
        tell_same(action, one, other)
        return action.done()

    def link(self, member_a: str, member_b: str) -> Change:
        """Tell that members of two groups are one person; their records count apart."""
        one, other = self._member(member_a), self._member(member_b)
        if one.group == other.group:
            raise Refused("link.one-group", member=one.name)
        if other.id in self._desk.record.identity.links(one.id):
            raise Refused("link.already", member=one.name)
        action = Action(self._desk, self._desk.group(one.group))
        action.add(EntryKind.LINKED, one, target=other.id)
        return action.done()

    def apart(self, member_a: str, member_b: str) -> Change:
        """Tell that two members, in one group or two, are two people, however alike their names are.

        The second may be off the list, as those on the blocklist often are. Refused where they were told
        to be one, or this was told before. Nobody is asked about it again.
        """
        one, record = self._member(member_a), self._desk.record
        if not record.about(member_b):
            raise NotFound("member.unknown", name=member_b)
        if member_b in record.identity.everywhere(one.id):
            raise Refused("apart.one-person", member=one.name)
        if record.identity.apart(one.id, member_b):
            raise Refused("apart.already", member=one.name)
        action = Action(self._desk, self._desk.group(one.group))
        action.add(EntryKind.APART, one, target=member_b)
        return action.done()

    def are_apart(self, member_a: str, member_b: str) -> bool:
        """Whether that was told of the two."""
        return self._desk.record.identity.apart(member_a, member_b)

    def unlink(self, member_a: str, member_b: str) -> Change:
        """Take such a bond back; Refused where nothing links the two directly, or more than a link did."""
        one, other = self._member(member_a), self._member(member_b)
        found = [entry for entry in self._links(one, other) if entry.kind is EntryKind.LINKED]
        if not found:
            raise Refused("link.none", member=one.name)
        if found[0].deed:
            raise Refused("link.part-of-more", member=one.name)
        return self._undo(found[0].action)

    def _links(self, one: Member, other: Member) -> list[Entry]:
        """What holds and ties the two together directly, whichever ids it names."""
        record = self._desk.record
        ids = record.identity.ids(one.id), record.identity.ids(other.id)
        held = effective((*record.about(one.id), *record.about(other.id)))
        both = ({ids[0], ids[1]}, {ids[1], ids[0]})
        return [
            entry
            for entry in held
            if entry.target and {record.identity.ids(entry.member), record.identity.ids(entry.target)} in both
        ]

    def linked(self, member_id: str) -> tuple[Member, ...]:
        """The same person in other groups, as far as it was told."""
        record = self._desk.record
        found = (record.member(one) for one in sorted(record.identity.links(self._member(member_id).id)))
        return tuple(member for member in found if member is not None)

    def _member(self, member_id: str) -> Member:
        member = self._desk.record.member(member_id)
        if member is None:
            raise NotFound("member.unknown", name=member_id)
        return member

    # ---- everything

    def export_all(self, path: Path, *, history: bool = False, progress: Progress | None = None) -> Path:
        """Write all that is kept into one JSON file, complete but for who reported.

        With `history` the messages that were checked, too.
        """
        with working(progress) as work:
            return export_all(self._desk, self._desk.outside(path), work, history=history)

    def import_all(self, path: Path, progress: Progress | None = None) -> Change:
        """Read such a file into an empty installation; Refused where anything was done here already."""
        with self._desk.at_work(progress) as work:
            return import_all(self._desk, path, work)
