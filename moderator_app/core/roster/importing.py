"""A list of members held against the roster: who is new, changed, the same, doubtful, or gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from moderator_app.core.message import Role
from moderator_app.core.roster.columns import Field
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.wording import Reason


class RowKind(StrEnum):
    """What a row of a list is to the roster."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    """It may be one of the `candidates`, or somebody new: a person decides, else it is left out."""
    BLOCKED = "blocked"
    """The name is, or may be, that of somebody who shall not come back: left out unless decided."""
    REPEATED = "repeated"
    """The same person as an earlier row."""
    UNUSABLE = "unusable"
    """No name, or one too long to be a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One row of a list as it was read; what it does not tell is empty. `number` counts rows from 1."""

    number: int
    name: str = ""
    card: str = ""
    aliases: tuple[str, ...] = ()
    account: str = ""
    role: Role | None = None
    status: Status | None = None
    joined: date | None = None
    invited_by: str = ""
    last_seen: datetime | None = None
    leave_until: date | None = None
    suspended_until: date | None = None
    met: date | None = None
    notes: str = ""

    @property
    def shown(self) -> str:
        """The name card where there is one, else the name."""
        return self.card or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that the list tells otherwise than the roster; both as text, dates in ISO form."""

    field: Field
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One row of the list and what it is to the roster.

    `member` is who it is, `after` how importing makes them. `candidates` are those whom a doubtful
    row may be, best first. `why` says what makes a row doubtful, blocked, repeated or unusable.
    """

    incoming: Incoming
    kind: RowKind
    member: Member | None = None
    candidates: tuple[Member, ...] = ()
    differences: tuple[Difference, ...] = ()
    why: Reason | None = None

    @property
    def number(self) -> int:
        """The row's number in the list, from 1: what decisions name it by."""
        return self.incoming.number
