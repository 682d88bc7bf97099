"""Who was told to be one person, in one group or across groups, and who to be two."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective

_BONDS = frozenset({EntryKind.SAME, EntryKind.LINKED, EntryKind.APART})


class Identity:
    """For each member the others that they were told to be one with; whoever stands alone is not kept.

    A set of entries gives the same identity in whatever order it is read, and taking a bond back
    parts again whom nothing else holds together. Made of all entries, or of those that `bonds` kept.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        held = effective(entries)
        self._same = _sets(held, EntryKind.SAME)
        self._linked = _sets(held, EntryKind.LINKED)
        self._apart: dict[str, set[str]] = {}
        for entry in held:
            if entry.kind is EntryKind.APART and entry.target:
                self._apart.setdefault(entry.member, set()).add(entry.target)
                self._apart.setdefault(entry.target, set()).add(entry.member)

    def canonical(self, member: str) -> str:
        """The id under which a member's records count: the smallest of those told to be one."""
        same = self._same.get(member)
        return min(same) if same else member

    def ids(self, member: str) -> frozenset[str]:
        """All ids of the person in this group, the given one among them."""
        return self._same.get(member, frozenset((member,)))

    def links(self, member: str) -> frozenset[str]:
        """The canonical ids of the same person in other groups."""
        mine = self.ids(member)
        found = frozenset().union(*(self._linked.get(one, frozenset()) for one in mine))
        return frozenset(map(self.canonical, found - mine))

    def everywhere(self, member: str) -> frozenset[str]:
        """All ids of the person in this group and in the others, the given one among them."""
        return self.ids(member).union(*map(self.ids, self.links(member)))

    def apart(self, one: str, other: str) -> bool:
        """Whether the two were told to be two people, under whichever ids, and not one since."""
        if not self._apart:
            return False
        mine, theirs = self.everywhere(one), self.everywhere(other)
        return one not in theirs and any(self._apart.get(each, set()) & theirs for each in mine)

    @property
    def joined(self) -> frozenset[str]:
        """Every id that was told to be one with another in its group."""
        return frozenset(self._same)


def bonds(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that an identity depends on: those that join, link or part, and what takes such back."""
    entries = tuple(entries)
    actions = {entry.action for entry in entries if entry.kind in _BONDS}
    return tuple(
        entry
        for entry in entries
        if entry.kind in _BONDS or (entry.kind is EntryKind.UNDO and entry.target in actions)
    )


def _sets(held: Iterable[Entry], kind: EntryKind) -> Mapping[str, frozenset[str]]:
    """For each member of a bond all who hang together with them, themselves among them."""
    sets: dict[str, set[str]] = {}
    for entry in held:
        if entry.kind is not kind or not entry.target or entry.target == entry.member:
            continue
        both = sets.get(entry.member, {entry.member}) | sets.get(entry.target, {entry.target})
        sets |= dict.fromkeys(both, both)
    return {member: frozenset(one) for member, one in sets.items()}
