"""The whole ledger in memory: by id, by group and by person, each in order."""

from __future__ import annotations

from collections.abc import Iterable

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.history import in_order
from moderator_app.core.roster.identity import Identity, bonds


class Index:
    """Entries as a set: one that comes twice counts once."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.ids: dict[str, Entry] = {}
        self.by_group: dict[str, list[Entry]] = {}
        self.by_person: dict[str, list[Entry]] = {}
        """By the id under which the records of a person count, see `Identity`."""
        self._bonds: tuple[Entry, ...] = ()
        self._identity = Identity()
        self.add(in_order(entries))

    def about(self, member: str) -> list[Entry]:
        """All that was done to a person, under whichever id."""
        return self.by_person.get(self._identity.canonical(member), [])

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in entries that come after all others."""
        new = {entry.id: entry for entry in entries if entry.id not in self.ids}
        self.ids |= new
        for entry in new.values():
            self.by_group.setdefault(entry.group, []).append(entry)
        told = bonds((*self._bonds, *new.values()))
        if len(told) != len(self._bonds):
            self._bonds, self._identity = told, Identity(told)
            self.by_person.clear()
            new = self.ids
        canonical = self._identity.canonical
        for entry in new.values():
            if entry.member:
                self.by_person.setdefault(canonical(entry.member), []).append(entry)
