"""Who has gone quiet: the members of a group held against the limits of its rulebook."""

from __future__ import annotations

from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.presence import Absence, Missed, Presence, missed
from moderator_app.core.rules.process import Limit, Process
from moderator_app.core.wording import Reason
from moderator_app.session.desk import Desk
from moderator_app.session.people.arrivals import Arrivals
from moderator_app.session.people.reminding import Reminding, Subject
from moderator_app.session.people.types import Silent


class Silence:
    """The part of the people's desk about members who say nothing."""

    def __init__(self, desk: Desk, arrivals: Arrivals, reminding: Reminding) -> None:
        self._desk = desk
        self._arrivals = arrivals
        self._reminding = reminding

    def rows(self, home: Group, absence: Absence, *, excused: bool = False) -> tuple[Silent, ...]:
        """The members who have been missing for too long, the longest first."""
        limit = _limit(self._desk.process(home.id), absence)
        if not limit.days:
            return ()
        today = self._desk.now().date()
        members = self._desk.record.members(home.id)
        found = (missed(self._presence(member), absence, limit, today) for member in members)
        kept = [each for each in found if each and (excused or each.excused_until is None)]
        reminded = self._reminding.times(home, Subject.SILENCE) if kept else {}
        rows = [
            Silent(
                member=each.member,
                absence=each.absence,
                since=each.since,
                days=each.days,
                rule=_rule(each, limit),
                excused_until=each.excused_until,
                reminded=reminded.get(each.member.id, ()),
            )
            for each in kept
        ]
        return tuple(sorted(rows, key=lambda row: (-row.days, row.member.shown, row.member.id)))

    def _presence(self, member: Member) -> Presence:
        heard = self._desk.record.sightings.last(member.id)
        told = member.last_seen
        spoke = max((at.date() for at in (heard, told) if at), default=None)
        return Presence(member=member, spoke=spoke, listed=self._arrivals.day(member))


def _limit(process: Process, absence: Absence) -> Limit:
    limits = {
        Absence.SILENT: process.silence,
        Absence.FIRST_WORDS: process.first_words,
        Absence.MEETUP: process.meetup,
    }
    return limits[absence]


def _rule(each: Missed, limit: Limit) -> Reason:
    """How long somebody has been missing, and what the rulebook allows."""
    since = each.since.isoformat() if each.since else ""
    known = each.since or each.absence is Absence.FIRST_WORDS
    code = f"people.{each.absence.value}" if known else f"people.{each.absence.value}-unknown"
    return Reason(code, {"days": each.days, "limit": limit.days, "since": since})
