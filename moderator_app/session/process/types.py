"""What the process hands to the window and the command line: plain frozen records, derived anew each time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.verdict import Action
from moderator_app.core.wording import Reason

if TYPE_CHECKING:
    from moderator_app.session.people.types import CardRow, Silent


class AppealState(StrEnum):
    """How an appeal stands: not decided yet, the strike stands, or it was voided."""

    OPEN = "open"
    UPHELD = "upheld"
    VOIDED = "voided"


class TaskState(StrEnum):
    """How a task stands: there is time, the time is over, or it was answered (in time or late)."""

    OPEN = "open"
    LATE = "late"
    ANSWERED = "answered"


class Nearness(StrEnum):
    """How sure it is that somebody is the one on the list: the same name, another of theirs, nearly so."""

    SAME = "same"
    ALIAS = "alias"
    NEAR = "near"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A step against a member that waits for consent.

    `entry` is the proposal, its id is what `agree`, `decline` and `carry_out` take. `agreed` are the
    moderators who agreed, the proposer first. `needs` says what is missing, or that nothing is;
    `owner_needed` that no number of others can take the owner's place.
    """

    entry: Entry
    member: Member
    action: Action
    reason: str
    agreed: tuple[str, ...]
    needs: Reason
    ready: bool
    owner_needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """A step that the ladder asked for with a strike and that nobody has taken yet.

    `notice` is the id of the notice that goes with it ("" for none): to a member in the free group,
    or to the group about a removal. A suspension lasts `days` and ends on `until` (0 and None: it is
    ended by hand); a fine or, with `packet`, a red packet is of `amount`, "" where the rulebook names
    none and somebody has to say it: `usual` is what was put on record for such a breach last ("" for
    nothing yet). `groups` tells what a move will do to the groups, where the free group is still to be
    linked or made. `pending` is the removal that was proposed already; `needs` says whose consent it still
    wants, None where it can be carried out at once.
    """

    strike: Entry
    member: Member
    action: Action
    notice: str = ""
    days: int = 0
    until: date | None = None
    amount: str = ""
    usual: str = ""
    packet: bool = False
    groups: Reason | None = None
    pending: Pending | None = None
    needs: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """What a member said against a strike; `answer` is the entry that upheld or voided it."""

    entry: Entry
    strike: Entry
    member: Member
    state: AppealState
    answer: Entry | None = None

    @property
    def text(self) -> str:
        """What the member said."""
        return self.entry.message


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A complaint about a member.

    `reporter` is told here and nowhere else: it is in no entry, notice or export. `pictures` are the
    copies in the data folder. `names_reporter` warns that the text itself names who reported;
    `outcome` is what the moderator wrote when closing it.
    """

    entry: Entry
    member: Member
    reporter: str = ""
    pictures: tuple[Path, ...] = ()
    open: bool = True
    outcome: str = ""
    names_reporter: bool = False

    @property
    def text(self) -> str:
        """What was reported."""
        return self.entry.message


@dataclass(frozen=True, slots=True, kw_only=True)
class Fine:
    """A fine or red packet on record; `paid` is the entry that says so, None while it is open."""

    entry: Entry
    member: Member
    amount: str
    packet: bool = False
    reason: str = ""
    paid: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that a member has to answer; `fine` is what the rulebook asks of who is late, "" for nothing.

    `fined` tells that a fine for it is on record already; `answer` is the entry that says it was answered.
    """

    entry: Entry
    member: Member
    until: datetime
    state: TaskState
    fine: str = ""
    fined: bool = False
    answer: Entry | None = None

    @property
    def text(self) -> str:
        """What has to be answered."""
        return self.entry.message


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """Somebody who shall not come back: as last known, in which groups (titles), and under which names."""

    member: Member
    groups: tuple[str, ...]
    names: tuple[str, ...]
    why: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A name that is, or may be, that of somebody on the list; `known` is the listed name it is like."""

    name: str
    blocked: Blocked
    likeness: Nearness
    known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """A suspended member whose time is over: `since` is the day from which they may be back."""

    member: Member
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """Everything in a group that waits for the moderator.

    `cards`, `silent`, `newcomers` and `meetups` are members who want a reminder; `returning` are
    suspended members whose time is over; `tasks` only those that are late.
    """

    pending: tuple[Pending, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    reports: tuple[Report, ...] = ()
    tasks: tuple[Task, ...] = ()
    fines: tuple[Fine, ...] = ()
    cards: tuple[CardRow, ...] = ()
    silent: tuple[Silent, ...] = ()
    returning: tuple[Returning, ...] = ()
    newcomers: tuple[Silent, ...] = ()
    meetups: tuple[Silent, ...] = ()

    @property
    def count(self) -> int:
        """How many things there are to do; reminders that go to many at once are one thing each."""
        singly = (self.pending, self.appeals, self.reports, self.tasks, self.fines, self.returning)
        together = (self.cards, self.silent, self.newcomers, self.meetups)
        return sum(map(len, singly)) + sum(map(bool, together))
