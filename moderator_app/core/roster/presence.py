"""Who has been silent too long, who said nothing since they came, who came to no meet-up: by the rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from moderator_app.core.message import Role
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.rules.process import Limit

NEVER_MISSED = frozenset({Role.OWNER, Role.ADMIN, Role.ORGANISATION})
"""Nobody asks those who lead the group to speak up."""


_AHEAD = timedelta(days=1)
"""How far another clock, or another time zone, may be ahead of ours."""


def believed(seen: datetime, now: datetime) -> datetime | None:
    """When somebody was seen, never later than now; None for a time that only a wrong clock can have told."""
    seen = seen.replace(tzinfo=None)
    return min(seen, now) if seen - now <= _AHEAD else None


class Absence(StrEnum):
    """What somebody is missing from: the talk, the talk from their first day on, or the meet-ups."""

    SILENT = "silent"
    FIRST_WORDS = "first-words"
    MEETUP = "meetup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """What is known of a member: the days on which they last spoke, came onto our list, and came back."""

    member: Member
    spoke: date | None = None
    listed: date | None = None
    back: date | None = None

    @property
    def came(self) -> date | None:
        """The first day on which we could have heard them."""
        return max(filter(None, (self.member.joined, self.listed)), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Somebody who has been missing for `days`; `since` is when they last were there, None if unknown."""

    member: Member
    absence: Absence
    since: date | None
    days: int
    excused_until: date | None = None


def missed(presence: Presence, absence: Absence, limit: Limit, today: date) -> Missed | None:
    """Whether a member has been missing for longer than `limit` allows; None where not, or not asked.

    A leave that lasts excuses for now; from its end, or that of a suspension, on the days count anew,
    and so they do from the day on which somebody came back. Nobody is held to days before they came
    onto our list, and only newcomers to their first words.
    """
    member = presence.member
    if not limit.days or member.status is not Status.ACTIVE or member.role in NEVER_MISSED:
        return None
    since = member.met if absence is Absence.MEETUP else presence.spoke
    if absence is Absence.FIRST_WORDS and not _is_wordless(presence, limit):
        return None
    ends = (day for day in (member.leave_until, member.suspended_until) if day and day < today)
    pauses = (*ends, presence.back)
    start = max((day for day in (since or presence.came, *pauses) if day), default=None)
    days = (today - start).days if start else 0
    if days <= limit.days:
        return None
    excused = member.leave_until if member.leave_until and member.leave_until >= today else None
    return Missed(member=member, absence=absence, since=since, days=days, excused_until=excused)


def _is_wordless(presence: Presence, limit: Limit) -> bool:
    """Whether a newcomer never spoke; of those who came long before our list we cannot know it."""
    joined, listed = presence.member.joined, presence.listed
    if presence.spoke or joined is None:
        return False
    return listed is None or joined + timedelta(days=limit.days) >= listed
