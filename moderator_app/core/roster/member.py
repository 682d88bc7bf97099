"""A member of a group as the moderator knows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from moderator_app.core.message import Role

YEARS = range(1990, 2200)
"""The years of every day and moment on record; another one is a slip, and no bundle would be read with it."""


class Status(StrEnum):
    """Where a member stands; strikes never change it by themselves."""

    ACTIVE = "active"
    FREE_GROUP = "free-group"
    SUSPENDED = "suspended"
    REMOVED = "removed"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person in one group; `id` is ours, because WeChat's clipboard gives none.

    `invited_by` is the name of who let them into the group, as far as a join line told it.
    `suspended_until` is the first day on which a suspended member may speak again; `met` the day of
    the last meet-up that they came to. `last_seen` is what the roster was told; what checks saw
    since is kept beside it (see `Sightings`).
    """

    id: str
    group: str
    name: str
    aliases: tuple[str, ...] = ()
    card: str = ""
    role: Role = Role.MEMBER
    status: Status = Status.ACTIVE
    joined: date | None = None
    last_seen: datetime | None = None
    leave_until: date | None = None
    notes: str = ""
    invited_by: str = ""
    suspended_until: date | None = None
    met: date | None = None

    @property
    def shown(self) -> str:
        """The name card where there is one, else the name."""
        return self.card or self.name
