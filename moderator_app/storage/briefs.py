"""What a long record tells before it is read: each entry in brief, and those whole that are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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
        canonical = {one: self._identity.canonical(one) for one in self._identity.joined}
        found: dict[str, list[Known]] = {}
        for known in self.of(group):
            found.setdefault(canonical.get(known.member, known.member), []).append(known)
        return found

    def whole(self, known: Sequence[Known]) -> list[Entry]:
        """The entries that these are, in order."""
        return self._ledger.whole(known)

    def edits(self) -> Counter[str]:
        """How many entries hold the states of a member from before and after, by the id that they name."""
        overview = self._ledger.overview()
        every = self._ledger.index().ids if overview is None else overview.ids
        return Counter(known.member for known in every.values() if _edits(known))


def _edits(known: Known) -> bool:
    return known.edits if isinstance(known, Extract) else bool(known.before and known.after)
