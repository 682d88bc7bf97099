"""Two moderators' records brought together: entries are a set, so order and repetition do not matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.core.errors import BadInput, NotSaved, Refused
from moderator_app.core.roster.conflicts import Conflict, conflicts_of
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.members import folded
from moderator_app.core.roster.names import plain
from moderator_app.core.wording import Reason, Value
from moderator_app.session.actions import Action, touched
from moderator_app.session.edits import MERGE
from moderator_app.session.erasing import Erased, erase
from moderator_app.session.exchange.forgotten import (
    erased_here,
    erasures,
    is_known,
    is_of_somebody_known,
    without_erased,
)
from moderator_app.session.exchange.same import tell_same
from moderator_app.session.exchange.shared import shared
from moderator_app.session.exchange.types import GroupShare, MergePreview, Twin
from moderator_app.session.types import Change, Topic
from moderator_app.session.whole_record import brought_by, tell
from moderator_app.storage.backups import Label
from moderator_app.storage.bundle import Parcel, picture_in, read_bundle
from moderator_app.storage.work import Work

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


def preview(desk: Desk, path: Path, work: Work) -> MergePreview:
    """What a bundle would bring; writes nothing."""
    parcel = read_bundle(path, work)
    work.part("work.comparing", 1.0)
    theirs = tuple({entry.id: entry for entry in shared(parcel.entries)}.values())
    gone = erased_here(desk, theirs)
    new = _new_of(desk, theirs, gone)
    _require_rulebooks(desk, parcel.groups)
    there = _Afterwards(desk, new, work)
    added = tuple(there.added())
    return MergePreview(
        path=path,
        made=parcel.made,
        moderators=tuple(
            dict.fromkeys(filter(None, (parcel.moderator, *(entry.moderator for entry in new))))
        ),
        new=new,
        known=sum(map(_is_here(desk), theirs)),
        groups=tuple(_shares(desk, parcel.groups, theirs, new)),
        added=added,
        removed=tuple(there.removed()),
        twins=tuple(_twins(desk, added)),
        conflicts=tuple(there.conflicts()),
        pictures=_pictures(desk, parcel, new),
        takes_back=len(_taken_back(desk, new)),
        erased=erasures(desk, theirs),
        theirs=theirs,
        sightings={member: seen for member, seen in parcel.sightings.items() if member not in gone},
    )


def _new_of(desk: Desk, theirs: Sequence[Entry], gone: frozenset[str]) -> tuple[Entry, ...]:
    """The entries that are not here yet, in order, of those who are gone only what names nobody.

    That somebody was deleted there is taken in when they are here as well.
    """
    here = _is_here(desk)
    new = [entry for entry in theirs if not here(entry) and not is_of_somebody_known(desk, entry)]
    return tuple(in_order(without_erased(gone, new, theirs)))


def _is_here(desk: Desk) -> Callable[[Entry], bool]:
    return lambda entry: desk.record.entry(entry.id) is not None


def _require_rulebooks(desk: Desk, groups: Sequence[Group]) -> None:
    """A group that is new here needs its rules: without them nothing in it could be shown."""
    known = {group.id for group in desk.groups()}
    for group in groups:
        if group.id not in known and not desk.library.has(group.rulebook):
            raise BadInput("bundle.no-rulebook", group=group.title.zh, rulebook=group.rulebook)


def _shares(
    desk: Desk, groups: Sequence[Group], theirs: Sequence[Entry], new: Sequence[Entry]
) -> Iterator[GroupShare]:
    fresh = Counter(entry.group for entry in new)
    known = Counter(entry.group for entry in filter(_is_here(desk), theirs))
    ours = {group.id: group for group in desk.groups()}
    for group in groups:
        yield GroupShare(
            group=ours.get(group.id, group),
            here=group.id in ours,
            new=fresh[group.id],
            known=known[group.id],
        )


def _taken_back(desk: Desk, new: Sequence[Entry]) -> set[str]:
    """The actions recorded here that new entries take back."""
    targets = {entry.target for entry in new if entry.kind is EntryKind.UNDO}
    return (
        {entry.action for entry in desk.record.all_entries() if entry.action in targets} if targets else set()
    )


def _pictures(desk: Desk, parcel: Parcel, new: Sequence[Entry]) -> tuple[str, ...]:
    """The pictures that new entries name and that are not here; others are nobody's evidence."""
    named = dict.fromkeys(name for entry in new for name in entry.evidence)
    return tuple(name for name in named if name in parcel.pictures and not desk.record.evidence.has(name))


class _Afterwards:
    """The members whom a bundle touches, as they would be after it."""

    def __init__(self, desk: Desk, new: Sequence[Entry], work: Work) -> None:
        self._desk = desk
        by_member: dict[str, list[Entry]] = {}
        for entry in new:
            if entry.member:
                by_member.setdefault(entry.member, []).append(entry)
        self._entries = {
            member: [*(e for e in desk.record.about(member) if e.member == member), *theirs]
            for member, theirs in by_member.items()
        }
        each = work.each(self._entries.items(), len(self._entries))
        members = {member: folded(entries).get(member) for member, entries in each}
        self._members = {member: found for member, found in members.items() if found}

    def added(self) -> Iterator[Member]:
        return (found for member, found in self._members.items() if self._desk.record.member(member) is None)

    def removed(self) -> Iterator[Member]:
        now = map(self._desk.record.member, self._entries)
        return (ours for ours in now if ours and ours.id in self._entries and ours.id not in self._members)

    def conflicts(self) -> Iterator[Conflict]:
        moderator = self._desk.settings().moderator
        for member, found in self._members.items():
            yield from conflicts_of(self._entries[member], found, moderator)


def _twins(desk: Desk, added: Sequence[Member]) -> Iterator[Twin]:
    """Those who would come beside a member of the same name and card."""
    for theirs in added:
        for ours in desk.record.index(theirs.group).exactly(theirs.name):
            if _called(ours) == _called(theirs):
                yield Twin(ours=ours, theirs=theirs)


def _called(member: Member) -> tuple[str, str]:
    return plain(member.name), plain(member.card)


# ---- merging


def merge(
    desk: Desk, preview: MergePreview, same: Collection[str], erase_too: Collection[str] = ()
) -> Change:
    """Take it all in after a backup: first who is to be deleted, then the rest in one transaction."""
    record = desk.record
    record.require_lock()
    leaving = [each for each in erasures(desk, preview.theirs) if each.member in erase_too]
    preview = _as_of_now(desk, preview)
    if not (leaving or preview.new or preview.pictures):
        raise Refused("merge.nothing-new")
    record.back_up(Label.MERGE)
    erased: list[Erased] = []
    try:
        for each in leaving:
            if is_known(desk, each.member):  # with one of them another may have gone: the same person
                erased.append(erase(desk, each.member))
        return _taken_in(desk, _as_of_now(desk, preview) if erased else preview, same, erased)
    except NotSaved as error:
        if not erased:
            raise
        why = error.reason
        raise NotSaved("merge.only-deleted", **why.values, why=why.code, deleted=len(erased)) from error


def _taken_in(desk: Desk, preview: MergePreview, same: Collection[str], erased: Sequence[Erased]) -> Change:
    """Take in what is left after the deletions, and tell it."""
    record = desk.record
    with record.transaction():
        for name in preview.pictures:
            record.evidence.put(name, picture_in(preview.path, name))
        fresh = _add_groups(desk, preview)
        added = record.merge(preview.new)
        record.sightings.merge(preview.sightings)
        told = tuple(entry for twin in preview.twins if twin.theirs.id in same for entry in _join(desk, twin))
        facts = _facts(preview, len(added), len(erased))
        step = _tell(desk, facts, added, told, fresh)
    entries = (*added, *told)
    change = Change(
        topic=Topic.RECORD,
        label=Reason("did.merge", facts),
        action=step[0].action if step else "",
        undoable=bool(step),
        entries=entries,
        members=touched(entries),
        warnings=tuple(_not_cleaned(erased)),
    )
    return desk.tell(change)


def _tell(
    desk: Desk,
    facts: Mapping[str, Value],
    added: Sequence[Entry],
    told: Sequence[Entry],
    fresh: Sequence[Group],
) -> tuple[Entry, ...]:
    """Write that this was merged, and what taking it back needs; nothing where nothing came."""
    if not (added or fresh):
        return ()
    same = sorted({entry.action for entry in told})
    return tell(desk, MERGE, {**facts, **brought_by(desk, added), "same": same}, fresh)


def _facts(preview: MergePreview, count: int, erased: int) -> dict[str, Value]:
    """What names a merge."""
    return {"count": count, "members": "、".join(preview.moderators), "erased": erased}


def _not_cleaned(erased: Sequence[Erased]) -> Iterator[Reason]:
    """Which backups still hold somebody who was deleted."""
    if left := sorted({name for each in erased for name in each.left}):
        yield Reason("erase.left", {"files": "、".join(left)})


def _as_of_now(desk: Desk, preview: MergePreview) -> MergePreview:
    """The preview without what came, and who was deleted, since it was made."""
    gone = erased_here(desk, preview.theirs)
    new = _new_of(desk, preview.theirs, gone)
    named = {name for entry in new for name in entry.evidence}
    return replace(
        preview,
        new=new,
        twins=tuple(twin for twin in preview.twins if not {twin.ours.id, twin.theirs.id} & gone),
        pictures=tuple(
            name for name in preview.pictures if name in named and not desk.record.evidence.has(name)
        ),
        erased=erasures(desk, preview.theirs),
        sightings={member: seen for member, seen in preview.sightings.items() if member not in gone},
    )


def _add_groups(desk: Desk, preview: MergePreview) -> list[Group]:
    """Add the groups that are new here, and give them."""
    fresh = [share.group for share in preview.groups if not share.here]
    for group in (*(desk.groups() if fresh and not desk.record.groups() else ()), *fresh):
        desk.record.put_group(group)
    return fresh


def _join(desk: Desk, twin: Twin) -> tuple[Entry, ...]:
    """Tell that two twins are one person: an action of its own, so that it can be taken back."""
    action = Action(desk, desk.group(twin.ours.group))
    now = (desk.record.member(each.id) or each for each in (twin.ours, twin.theirs))
    tell_same(action, *now)
    return action.written()
