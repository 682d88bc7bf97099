"""What a long record tells before it is read: each entry in brief, and those whole that are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.identity import Identity
from moderator_app.storage.outlines import Extract
from moderator_app.storage.overview import Known

if TYPE_CHECKING:
    from moderator_app.storage.ledger import Ledger


class Briefs:
    """The entries of a ledger, each once; of a long one that is not read yet most are extracts only.

    What is counted in them is what is counted in the entries.
    """

    def __init__(self, ledger: Ledger, identity: Identity) -> None:
        self._ledger = ledger
        self._identity = identity

    def of(self, group: str) -> tuple[Known, ...]:
        """What was done in a group."""
        overview = self._ledger.overview()
        by_group = self._ledger.index().by_group if overview is None else overview.by_group
        return tuple(by_group.get(group, ()))

    def by_person(self, group: str) -> Mapping[str, Sequence[Known]]:
        """The same for each person, by the id under which their records count."""
        overview = self._ledger.overview()
        if overview is None:
            everybody: Iterable[tuple[str, Sequence[Known]]] = self._ledger.index().by_person.items()
        else:
            everybody = overview.by_member.items()
        found: dict[str, list[Known]] = {}
        for one, known in everybody:
            if own := [each for each in known if each.group == group]:
                found.setdefault(self._identity.canonical(one), []).extend(own)
        return found

    def about(self, member: str) -> Sequence[Known]:
        """What was done to a person."""
        overview = self._ledger.overview()
        if overview is None:
            return self._ledger.index().about(member)
        return overview.about(self._identity.ids(member))

    def whole(self, known: Sequence[Known]) -> list[Entry]:
        """The entries that these are, in order."""
        return self._ledger.whole(known)

    def edits(self) -> Counter[str]:
        """How many entries hold the states of a member from before and after, by the id that they name."""
        overview = self._ledger.overview()
        every = self._ledger.index().ids if overview is None else overview.ids
        return Counter(
            known.member
            for known in every.values()
            if (
                known.row in known.places.edits
                if isinstance(known, Extract)
                else known.before and known.after
            )
        )
