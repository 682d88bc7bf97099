"""Who belongs to which filter of the list of members, read once for each change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from moderator_app.core.roster.member import Status
from moderator_app.session import Conflict, MemberRow, Session, Todo
from moderator_app.session.people.types import CardRow, Silent
from moderator_app.ui.main.member_filters import Filter
from moderator_app.ui.main.process_matters import Crowd

_OF_STATUS = {
    Status.FREE_GROUP: Filter.FREE,
    Status.SUSPENDED: Filter.SUSPENDED,
    Status.REMOVED: Filter.REMOVED,
    Status.LEFT: Filter.LEFT,
}
CROWDS = {Filter.CARDS: Crowd.CARDS, Filter.SILENT: Crowd.SILENT}
"""The filters whose members all want the same reminder."""


class Roll:
    """The members of the current group, and what each filter makes of them."""

    def __init__(self, session: Session) -> None:
        self.rows: Sequence[MemberRow] = session.members()
        self.todo: Todo = session.process.todo()
        self.cards: dict[str, CardRow] = {row.member.id: row for row in self.todo.cards}
        quiet = (*self.todo.silent, *self.todo.newcomers)
        self.silent: dict[str, Silent] = {row.member.id: row for row in quiet}
        self.blocked = {each.member.id for each in session.process.blocked()}
        self.conflicts: tuple[Conflict, ...] = session.exchange.conflicts()
        self.rulebook = session.rulebook()
        self.steps = len(self.rulebook.ladder.steps)

    def _sets(self, found: MemberRow) -> set[str]:
        """Every filter but ALL and TODO that a member is on."""
        member = found.member
        return {
            name
            for name, there in (
                (Filter.RECORDED, found.active or found.lapsed or found.voided or found.cleared),
                (Filter.CARDS, member.id in self.cards),
                (Filter.SILENT, member.id in self.silent),
                (Filter.BLOCKED, member.id in self.blocked),
                (_OF_STATUS.get(member.status, ""), True),
            )
            if there
        }

    def belongs(self, found: MemberRow, name: str) -> bool:
        """Whether a member is on the list of a filter."""
        return name == Filter.ALL or name in self._sets(found)

    def of(self, rows: Sequence[MemberRow], name: str) -> list[MemberRow]:
        """Those of these who are on the list of a filter, in their order."""
        return list(rows) if name == Filter.ALL else [row for row in rows if self.belongs(row, name)]

    def counts(self) -> Counter[str]:
        """How many each filter has."""
        found = Counter(name for row in self.rows for name in self._sets(row))
        found[Filter.ALL], found[Filter.TODO] = len(self.rows), self.todo.count
        return found
