"""People whose data were deleted: none comes back with a bundle, and who was deleted there is told here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.forgetting import deleted, tells
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.identity import Identity, bonds
from moderator_app.session.exchange.types import Erasure
from moderator_app.storage.erasing import Person

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk


def erasures(desk: Desk, theirs: Iterable[Entry]) -> tuple[Erasure, ...]:
    """Whom the other side deleted and this one still knows, as they are known here."""
    told = {entry.member for entry in theirs if is_of_somebody_known(desk, entry)}
    people = {desk.record.identity.everywhere(member) for member in told}
    return tuple(sorted((_erasure(desk, ids) for ids in people), key=lambda each: (each.name, each.member)))


def is_of_somebody_known(desk: Desk, entry: Entry) -> bool:
    """Whether an entry tells that a person was deleted whose data are still here."""
    return entry.kind is EntryKind.ERASED and is_known(desk, entry.member)


def is_known(desk: Desk, member: str) -> bool:
    """Whether the record still says of somebody with this id who it is."""
    return any(map(tells, _about(desk, member)))


def _about(desk: Desk, member: str) -> list[Entry]:
    return [entry for entry in desk.record.about(member) if entry.member == member]


def _erasure(desk: Desk, ids: frozenset[str]) -> Erasure:
    entries = in_order(entry for member in ids for entry in _about(desk, member) if tells(entry))
    members = (desk.record.member(member) for member in sorted(ids))
    shown = next((member.shown for member in members if member), "")
    return Erasure(
        member=min(entry.member for entry in entries),
        name=shown or next((entry.name for entry in reversed(entries) if entry.name), ""),
        groups=tuple(dict.fromkeys(entry.group for entry in entries)),
        entries=len(entries),
    )


def erased_here(desk: Desk, coming: Iterable[Entry] = ()) -> frozenset[str]:
    """The ids of everybody who was deleted here, also those that the coming entries say are theirs.

    Of whom once only what names nobody was taken in, no more is, whatever is said of the two since.
    """
    entries = desk.record.all_entries()
    told = {entry.member for entry in deleted(entries)}
    if not told:
        return frozenset()
    emptied = (entry.member for entry in entries if entry.kind is EntryKind.MEMBER_ADDED and not tells(entry))
    told.update(member for member in emptied if not is_known(desk, member))
    identity = Identity(bonds((*entries, *coming)))
    ids = frozenset[str]().union(*map(identity.everywhere, told))
    return frozenset(member for member in ids if member in told or not is_known(desk, member))


def without_erased(gone: frozenset[str], new: Sequence[Entry], theirs: Iterable[Entry]) -> tuple[Entry, ...]:
    """New entries as they may be kept: of the people who are gone they count, and name nobody.

    How those were called is known from all of `theirs`, so that what is about others names them no more.
    """
    about = [entry for entry in theirs if entry.member in gone]
    return Person(gone, about).taken_out_of(new) if about else tuple(new)
