"""The ledger as far as it can be known without reading all of it: some entries whole, others in brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from moderator_app.core.roster.entry import Entry
from moderator_app.storage.outlines import Extract

Known = Entry | Extract


class Overview:
    """Entries as a set, as in `Index`, by group and by the id that they were recorded for."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.ids: dict[str, Known] = {}
        self.by_group: defaultdict[str, list[Known]] = defaultdict(list)
        self.by_member: defaultdict[str, list[Known]] = defaultdict(list)
        self.add(known)

    def add(self, known: Iterable[Known]) -> None:
        """Take in more entries; of one that comes twice the last counts."""
        new = {each.id: each for each in known if each.id not in self.ids}
        self.ids |= new
        for each in new.values():
            self.by_group[each.group].append(each)
            self.by_member[each.member].append(each)

    def about(self, ids: Collection[str]) -> list[Known]:
        """All that was done to somebody under any of these ids."""
        return [each for one in ids for each in self.by_member.get(one, ())]
