"""Who belongs to which filter of the list of members, read once for each change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from moderator_app.core.roster.member import Status
from moderator_app.session import Conflict, MemberRow, Session, Todo
from moderator_app.session.people.types import CardRow, Silent
from moderator_app.ui.main.member_filters import Filter
from moderator_app.ui.main.process_matters import Crowd

_BY_STATUS = {
    Filter.FREE: Status.FREE_GROUP,
    Filter.SUSPENDED: Status.SUSPENDED,
    Filter.REMOVED: Status.REMOVED,
    Filter.LEFT: Status.LEFT,
}
CROWDS = {Filter.CARDS: Crowd.CARDS, Filter.SILENT: Crowd.SILENT}
"""The filters whose members all want the same reminder."""


class Roll:
    """The members of the current group, and what each filter makes of them."""

    def __init__(self, session: Session) -> None:
        self.rows: Sequence[MemberRow] = session.members()
        self.todo: Todo = session.process.todo()
        self.cards: dict[str, CardRow] = {row.member.id: row for row in session.people.cards()}
        self.silent: dict[str, Silent] = {row.member.id: row for row in session.people.silent()}
        self.blocked = {each.member.id for each in session.process.blocked()}
        self.conflicts: tuple[Conflict, ...] = session.exchange.conflicts()
        self.steps = len(session.rulebook().ladder.steps)

    def belongs(self, found: MemberRow, name: str) -> bool:
        """Whether a member is on the list of a filter."""
        tests: dict[str, Callable[[MemberRow], bool]] = {
            Filter.RECORDED: lambda row: bool(row.active or row.lapsed or row.voided or row.cleared),
            Filter.CARDS: lambda row: row.member.id in self.cards,
            Filter.SILENT: lambda row: row.member.id in self.silent,
            Filter.BLOCKED: lambda row: row.member.id in self.blocked,
        }
        if name in tests:
            return tests[name](found)
        status = _BY_STATUS.get(Filter(name))
        return status is None or found.member.status is status

    def of(self, rows: Sequence[MemberRow], name: str) -> list[MemberRow]:
        """Those of these who are on the list of a filter, in their order."""
        return list(rows) if name == Filter.ALL else [row for row in rows if self.belongs(row, name)]

    def counts(self) -> dict[str, int]:
        """How many each filter has."""
        found: dict[str, int] = {
            name: sum(self.belongs(row, name) for row in self.rows)
            for name in Filter
            if name not in (Filter.ALL, Filter.TODO)
        }
        return found | {Filter.ALL: len(self.rows), Filter.TODO: self.todo.count}
