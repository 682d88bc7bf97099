"""The table of members: what follows from the ledger, saved now and then as a shortcut to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.identity import Identity, bonds
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.members import apply, folded
from moderator_app.core.roster.search import MemberIndex
from moderator_app.storage.codec import entry_from, entry_to_doc, member_from, to_doc
from moderator_app.storage.ledger import Ledger, Position
from moderator_app.storage.shelf import Shelf
from moderator_app.storage.work import Work

_SAVE_AFTER = 500
"""The table is saved each time the ledger is so many entries ahead of it."""


class People:
    """Who there is; members who were told to be one person are shown as one.

    A table that is not `trusted`, because something in the folder was damaged, is made anew from the
    whole ledger.
    """

    def __init__(self, shelf: Shelf, ledger: Ledger, *, trusted: bool) -> None:
        self._shelf = shelf
        self._ledger = ledger
        self._indexes: dict[str, MemberIndex] = {}
        self.unsaved = 0
        saved = next(iter(shelf.rows("position")), {})
        self.missing = ledger.missing(saved)
        """Files of the ledger that the table knew, and that are gone for good."""
        # An older table may show who was taken out since, with a merge: it counts only where files are lost.
        believed = trusted or bool(self.missing)
        rows = {name: shelf.rows(name) if believed else [] for name in ("members", "bonds")}
        self._members = {row["id"]: member_from(row) for row in rows["members"]}
        self._bonds = tuple(map(entry_from, rows["bonds"]))
        self.identity = Identity(self._bonds)
        position: Position = saved if trusted else {}
        highest = next(iter(shelf.rows("seq")), {}).get("last", 0)
        self.last_seq: int = max(highest, ledger.last_seq())
        ours, theirs = tuple(ledger.after(position)), tuple(ledger.merged_after(position))
        self._apply(ours)
        # At once: a bond and what took it back may lie in files of two kinds.
        self._tie((*ours, *theirs))
        self.merge(theirs)
        told = (entry for entry in (*ours, *theirs) if entry.kind is EntryKind.SAME)
        self._fold({member for entry in told for member in (entry.member, entry.target)})

    # ---- following the ledger

    def project(self, entries: Iterable[Entry]) -> None:
        """Bring the table up to date with entries newer than all others."""
        entries = tuple(entries)
        self._apply(entries)
        self._tie(entries)

    def _apply(self, entries: tuple[Entry, ...]) -> None:
        self.unsaved += len(entries)
        for entry in entries:
            self.last_seq = max(self.last_seq, entry.seq)
            if apply(self._members, entry):
                self._indexes.pop(entry.group, None)

    def merge(self, entries: Iterable[Entry], work: Work | None = None) -> None:
        """Bring the table up to date with entries that came in between others."""
        entries = tuple(entries)
        self.unsaved += len(entries)
        self.last_seq = max((self.last_seq, *(entry.seq for entry in entries)))
        self._tie(entries)
        self._fold({entry.member for entry in entries if entry.member}, work)

    def take_out(self, entries: Iterable[Entry], work: Work | None = None) -> None:
        """Bring the table up to date after the ledger holds these entries no longer."""
        before = self.identity
        self._bonds = bonds(self._ledger.index().ids.values())
        self.identity = Identity(self._bonds)
        parted = {one for one in before.joined if before.ids(one) != self.identity.ids(one)}
        self._fold(parted | {entry.member for entry in entries if entry.member}, work)

    def _tie(self, entries: tuple[Entry, ...]) -> None:
        """Let it be known who is told to be one, or no longer."""
        told = bonds((*self._bonds, *entries))
        if len(told) == len(self._bonds):
            return
        before, self._bonds, self.identity = self.identity, told, Identity(told)
        self._indexes.clear()
        # An edit made while two were one knows the fields of both: parted, each is made anew.
        self._fold({one for one in before.joined if before.ids(one) != self.identity.ids(one)})

    def _fold(self, touched: Iterable[str], work: Work | None = None) -> None:
        """Make members anew from all that was done to them."""
        if not touched:
            return
        index = self._ledger.index()
        people = {one for each in touched for one in self.identity.ids(each)}
        for member in work.each(people, len(people)) if work else people:
            found = folded(index.about(member)).get(member)
            if found is None:
                self._members.pop(member, None)
            else:
                self._members[member] = found
        self._indexes.clear()

    # ---- asking

    def get(self, member_id: str) -> Member | None:
        """The member with that id, or the one who they were told to be."""
        ids = self.identity.ids(member_id)
        if len(ids) == 1:
            return self._members.get(member_id)
        return _one(self.identity.canonical(member_id), [self._members.get(each) for each in sorted(ids)])

    def all(self) -> Iterable[Member]:
        """Everybody in all groups, under every id."""
        return self._members.values()

    def index(self, group: str) -> MemberIndex:
        """The members of a group ready for searching; the same one until a member changes."""
        if group not in self._indexes:
            self._indexes[group] = MemberIndex(self._shown(group))
        return self._indexes[group]

    def _shown(self, group: str) -> Iterable[Member]:
        shown = dict.fromkeys(map(self.identity.canonical, self._members))
        members = (self.get(member_id) for member_id in shown)
        return (member for member in members if member is not None and member.group == group)

    # ---- saving

    @property
    def save_due(self) -> bool:
        """Whether the ledger is far enough ahead."""
        return self.unsaved >= _SAVE_AFTER

    def save(self) -> None:
        """Write the table, and up to where in the ledger it goes."""
        members = enumerate(map(to_doc, self._members.values()), 1)
        told = enumerate(map(entry_to_doc, self._bonds), 1)
        position = {name: list(end) for name, end in self._ledger.position().items()}
        self._shelf.write(
            {
                "position": {"1": position},
                "seq": {"1": {"last": self.last_seq}},
                "bonds": {str(row): doc for row, doc in told},
                "members": {str(row): doc for row, doc in members},
            }
        )
        self.unsaved = 0


def _one(member_id: str, members: Iterable[Member | None]) -> Member | None:
    """One person out of several members: what the first does not tell, the next one tells."""
    there = [member for member in members if member is not None]
    if not there:
        return None
    first, *others = there
    names = {name for other in others for name in (other.name, other.card, *other.aliases) if name}
    names -= {first.name, first.card or next((other.card for other in others if other.card), "")}
    joined = replace(first, id=member_id, aliases=tuple(dict.fromkeys((*first.aliases, *sorted(names)))))
    empty = [
        name
        for name in ("card", "joined", "last_seen", "notes", "invited_by", "met")
        if not getattr(first, name)
    ]
    told = {
        name: next((value for other in others if (value := getattr(other, name))), None) for name in empty
    }
    return replace(joined, **{name: value for name, value in told.items() if value})
