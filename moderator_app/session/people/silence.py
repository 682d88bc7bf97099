"""Who has gone quiet: the members of a group held against the limits of its rulebook."""

from __future__ import annotations

from dataclasses import replace

from moderator_app.core.roster.group import Group
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.pinyin import order_of
from moderator_app.core.roster.presence import Absence, Missed, Presence, believed, missed
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
        members = self._desk.record.members(home.id)
        found = (self._missed(member, absence, limit) for member in members)
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
                most_reminders=limit.remind,
            )
            for each in kept
        ]
        return tuple(sorted(rows, key=lambda row: (-row.days, order_of(row.member.shown), row.member.id)))

    def _missed(self, member: Member, absence: Absence, limit: Limit) -> Missed | None:
        """Whether a member has been missing; of the few who seem so it is asked whether they were away."""
        presence, today = self._presence(member), self._desk.now().date()
        if missed(presence, absence, limit, today) is None:
            return None
        back = self._arrivals.back(member)
        return missed(replace(presence, back=back), absence, limit, today)

    def _presence(self, member: Member) -> Presence:
        now, told = self._desk.now(), member.last_seen
        seen = self._desk.record.sightings.last(member.id), believed(told, now) if told else None
        spoke = max((at.date() for at in seen if at), default=None)
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
