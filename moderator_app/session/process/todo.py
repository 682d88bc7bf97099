"""What waits for the moderator in a group, put together from every part and cheap to ask again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member, Status
from moderator_app.session.process.claims import Claims
from moderator_app.session.process.dues import Dues
from moderator_app.session.process.steps import Steps
from moderator_app.session.process.types import Returning, TaskState, Todo

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk
    from moderator_app.session.people.types import CardRow, Silent


class People(Protocol):
    """What the list of things to do asks of the people's desk."""

    def cards(self, group: str | None = None) -> tuple[CardRow, ...]:
        """Who does not carry the name card that the group asks for."""

    def silent(self, group: str | None = None) -> tuple[Silent, ...]:
        """Who has been silent for too long."""

    def newcomers(self, group: str | None = None) -> tuple[Silent, ...]:
        """Who should have said the first words."""

    def meetups(self, group: str | None = None) -> tuple[Silent, ...]:
        """Who came to no meet-up for too long."""


class Todos:
    """Puts together what there is to do.

    What concerns all members (name cards, silence) is only gone through again when a member changed
    or was heard, a reminder was given, the rulebook is another one, or a day has passed.
    """

    def __init__(self, desk: Desk, steps: Steps, claims: Claims, dues: Dues) -> None:
        self._desk = desk
        self._steps = steps
        self._claims = claims
        self._dues = dues
        self._people: People | None = None
        self._known: dict[str, tuple[object, Todo]] = {}

    def look_after(self, people: People) -> None:
        """From now on tell also of name cards and of those who have gone quiet."""
        self._people = people

    def all(self, home: Group) -> Todo:
        """Everything in a group that waits for the moderator."""
        return replace(
            self._of_all_members(home),
            pending=self._steps.pending(home.id),
            appeals=self._claims.appeals(home.id, open_only=True),
            reports=self._claims.reports(home.id, open_only=True),
            tasks=tuple(
                each for each in self._dues.tasks(home.id, open_only=True) if each.state is TaskState.LATE
            ),
            fines=self._dues.fines(home.id, open_only=True),
        )

    def _of_all_members(self, home: Group) -> Todo:
        """The part for which every member has to be looked at."""
        record, today = self._desk.record, self._desk.now().date()
        stands = (
            record.index(home.id),
            self._desk.process(home.id),
            today,
            record.sightings.revision,
            self._desk.book.reminders(home.id),
        )
        known = self._known.get(home.id)
        if known is None or known[0] != stands:
            known = self._known[home.id] = stands, self._looked_through(home, today)
        return known[1]

    def _looked_through(self, home: Group, today: date) -> Todo:
        todo = Todo(returning=returning(self._desk, home, today))
        if self._people is None:
            return todo
        ask: tuple[Callable[[str], tuple[Silent, ...]], ...] = (
            self._people.silent,
            self._people.newcomers,
            self._people.meetups,
        )
        silent, newcomers, meetups = (each(home.id) for each in ask)
        cards = self._people.cards(home.id)
        return replace(todo, cards=cards, silent=silent, newcomers=newcomers, meetups=meetups)

    def about(self, member: Member) -> Todo:
        """What of that is about one member; cheap, because most members have nothing of the kind."""
        kinds = {entry.kind for entry in self._desk.record.entries(member.group, member.id)}
        if member.status is not Status.SUSPENDED and not kinds & _ASKING:
            return Todo()
        todo = self.all(self._desk.group(member.group))
        return Todo(
            pending=_of(member, todo.pending),
            appeals=_of(member, todo.appeals),
            reports=_of(member, todo.reports),
            tasks=_of(member, todo.tasks),
            fines=_of(member, todo.fines),
            returning=_of(member, todo.returning),
        )


def returning(desk: Desk, home: Group, today: date) -> tuple[Returning, ...]:
    """The suspended members whose time is over, those first who have waited longest."""
    over = [
        Returning(member=member, since=member.suspended_until)
        for member in desk.record.members(home.id)
        if member.status is Status.SUSPENDED
        and member.suspended_until is not None
        and member.suspended_until <= today
    ]
    return tuple(sorted(over, key=lambda each: (each.since, each.member.name)))


_ASKING = frozenset(
    (EntryKind.PROPOSED, EntryKind.APPEALED, EntryKind.REPORTED, EntryKind.TASK, EntryKind.FINE)
)
"""Entries that ask for something."""


class _AboutSomebody(Protocol):
    @property
    def member(self) -> Member: ...


_Found = TypeVar("_Found", bound=_AboutSomebody)


def _of(member: Member, found: Iterable[_Found]) -> tuple[_Found, ...]:
    """Those that are about this member."""
    return tuple(each for each in found if each.member.id == member.id)
