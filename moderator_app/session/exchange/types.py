"""What an exchange of records shows before and after it: plain frozen records, derived anew each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from moderator_app.core.roster.conflicts import Conflict, Version
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member

__all__ = ["Conflict", "Erasure", "GroupShare", "MergePreview", "Twin", "Version"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A member here and one in the bundle who may be one person: the same name and the same card.

    They are joined only when told so; the id of `theirs` is what `merge` takes for that.
    """

    ours: Member
    theirs: Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """A person whose data the other moderator deleted on request, and who is still known here.

    `member` is one of their ids, which `merge` takes where they are to be deleted here too; `name` is
    how they are shown here, `groups` where, and `entries` how much is kept about them.
    """

    member: str
    name: str
    groups: tuple[str, ...]
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShare:
    """What a bundle holds of one group: how many entries are new here, and how many were known.

    `here` tells whether the group is on the list already; a merge adds one that is not.
    """

    group: Group
    here: bool
    new: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What a bundle would bring; nothing is written before `merge` is called with it.

    `moderators` are the names under which its entries were made, `made` is when it was written.
    `new` are the entries that are not here yet, in order; `known` is how many were here already.
    `added` are the members who would come onto the list, `removed` those who would go off it.
    `conflicts` are the fields that both sides set differently, as they would stand after the merge.
    `pictures` are the pictures of evidence it holds that are not here. `erased` are the people who were
    deleted there and are still known here. `theirs` is all that it holds, from which a merge takes what
    is new by then.
    """

    path: Path
    made: datetime
    moderators: tuple[str, ...]
    new: tuple[Entry, ...]
    known: int
    groups: tuple[GroupShare, ...]
    added: tuple[Member, ...] = ()
    removed: tuple[Member, ...] = ()
    twins: tuple[Twin, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    takes_back: int = 0
    pictures: tuple[str, ...] = ()
    erased: tuple[Erasure, ...] = ()
    theirs: tuple[Entry, ...] = ()
    sightings: Mapping[str, tuple[datetime, datetime]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether everything in it is here already."""
        return not (self.new or self.pictures or self.erased)
