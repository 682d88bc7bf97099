"""What came from other records: each merge lies in files of its own, so that it can be taken out again."""

from __future__ import annotations

from collections.abc import Collection

from moderator_app.core.roster.entry import Entry
from moderator_app.storage.evidence import Evidence
from moderator_app.storage.open_files import OpenFiles
from moderator_app.storage.work import Work

_CHANGED = 0.75
"""The share of the work when all is made ready to be saved."""


class Merged:
    """The merged files of a record, known by their names."""

    def __init__(self, files: OpenFiles, evidence: Evidence, work: Work) -> None:
        """`work` is told how far the taking out is."""
        self._files = files
        self._evidence = evidence
        self._work = work

    @property
    def is_read(self) -> bool:
        """Whether all of it was read already."""
        return self._files.ledger.merged_is_read

    def names(self, entries: Collection[Entry]) -> tuple[str, ...]:
        """The names of the files that the merge has written which has just brought these entries."""
        return self._files.ledger.merged_as(entries)

    def entries(self, names: Collection[str]) -> list[Entry]:
        """What lies in these files; nothing in one that is not there."""
        return self._files.ledger.merged_in(names)

    def take_out(self, names: Collection[str]) -> tuple[str, ...]:
        """Take what lies in these files out of the record, as if it had never come.

        Pictures that only that named, and sightings of members who go with it, go too. Gives the ids of
        the members that it was about. To be called in a transaction.
        """
        self._work.part("work.taking-back", _CHANGED)
        files, out = self._files, self.entries(names)
        files.ledger.empty(names)
        files.people.take_out(out, self._work)
        files.people.save()
        kept = {name for entry in files.ledger.index().ids.values() for name in entry.evidence}
        self._evidence.remove({name for entry in out for name in entry.evidence} - kept)
        members = dict.fromkeys(entry.member for entry in out if entry.member)
        files.sightings.forget(one for one in members if files.people.get(one) is None)
        return tuple(members)
