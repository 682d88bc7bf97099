"""Reads members and their records: rows, search, who is meant by a name, how often notices were given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from moderator_app.core.errors import Ambiguous, NotFound
from moderator_app.core.roster.brief import Brief
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.history import effective, in_order, strike_states, voids
from moderator_app.core.roster.ladder import Ladder, Standing, standing
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.pinyin import order_of
from moderator_app.core.roster.tally import tally
from moderator_app.session.types import MemberRow, NoticeUse, RecordRow, RowState
from moderator_app.session.who import Who
from moderator_app.storage.record import Record

_SEVERAL = 30
"""For more members than that the record is gone through once for all, not once for each."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A row, and for how long it is right: until the next strike lapses, which may be in mid-day."""

    row: MemberRow
    ladder: Ladder
    since: datetime
    until: datetime | None

    def holds(self, member: Member, now: datetime, ladder: Ladder) -> bool:
        """Whether it is still right; a clock that was set back makes old strikes count again."""
        if self.row.member is not member or self.ladder is not ladder or now < self.since:
            return False
        return self.until is None or now < self.until


class Roster:
    """The members of the open record as they stand today; changes nothing.

    `groups` gives the groups there are, `ladder_of` the ladder of one by its id.
    """

    def __init__(
        self,
        record: Record,
        groups: Callable[[], Iterable[Group]],
        ladder_of: Callable[[str], Ladder],
        now: Callable[[], datetime],
    ) -> None:
        self._record = record
        self._groups = groups
        self._ladder_of = ladder_of
        self._now = now
        self._rows: dict[str, _Counted] = {}
        self._ordered: dict[str, tuple[Sequence[Member], Sequence[Member]]] = {}

    def forget(self, members: Iterable[str]) -> None:
        """The rows of these members have to be counted again."""
        for member in members:
            for one in self._record.identity.ids(member):
                self._rows.pop(one, None)

    def start_anew(self) -> None:
        """All rows have to be counted again."""
        self._rows.clear()

    def who(self, wanted: str, home: Group) -> Who:
        """Whom an id or a name means: a member, or several that may be meant, or only the name."""
        wanted = wanted.strip()
        if not wanted:
            return Who()
        member = self._record.member(wanted)
        if member is not None:
            return Who(member=member, name=member.name)
        index = self._record.index(home.id)
        same = index.exactly(wanted)
        if len(same) == 1:
            return Who(member=same[0], name=wanted)
        return Who(candidates=same or index.candidates(wanted), same_name=len(same), name=wanted)

    def find(self, wanted: str, home: Group) -> Member:
        """The one member that an id or a name means."""
        who = self.who(wanted, home)
        if who.member is not None:
            return who.member
        if who.same_name:
            raise Ambiguous("member.ambiguous", name=who.name, count=who.same_name)
        raise NotFound("member.unknown", name=who.name)

    def standing(self, member: Member, rules: Collection[str] = ()) -> Standing:
        """The member's strikes as they count today, of all clauses or of those that `rules` count with."""
        return self._standing(member, self._ladder_of(member.group), rules)

    def _standing(self, member: Member, ladder: Ladder, rules: Collection[str] = ()) -> Standing:
        entries = self._record.entries(member.group, member.id)
        return standing(entries, ladder, self._now(), rules=rules)

    def row(self, member_id: str) -> MemberRow:
        """One member with the strikes as they stand today."""
        return self._rows_of([self._member(member_id)])[0]

    def _member(self, member_id: str) -> Member:
        member = self._record.member(member_id)
        if member is None:
            raise NotFound("member.unknown", name=member_id)
        return member

    def _rows_of(self, members: Sequence[Member]) -> list[MemberRow]:
        """The rows of members of one group; only those are counted that changed since the last time."""
        if not members:
            return []
        now, ladder = self._now(), self._ladder_of(members[0].group)
        get = self._rows.get
        old = [each for each in members if not ((known := get(each.id)) and known.holds(each, now, ladder))]
        if len(old) > _SEVERAL:
            about = self._record.brief.by_person(members[0].group)
            for member in old:
                self._count(member, about.get(member.id, ()), now, ladder)
        else:
            for member in old:
                self._count(member, self._record.entries(member.group, member.id), now, ladder)
        return [self._rows[member.id].row for member in members]

    def _count(self, member: Member, about: Collection[Brief], now: datetime, ladder: Ladder) -> None:
        """Count a member's strikes anew in all that was done to them."""
        stands = tally(about, ladder, now)
        row = MemberRow(
            member=member,
            active=stands.active,
            lapsed=stands.lapsed,
            voided=stands.voided,
            cleared=stands.cleared,
        )
        self._rows[member.id] = _Counted(row, ladder, now, stands.until)

    def rows(self, home: Group) -> list[MemberRow]:
        """All members of a group, by name as it is read."""
        members = self._record.members(home.id)
        known, ordered = self._ordered.get(home.id, ((), ()))
        if known is not members:
            ordered = tuple(
                sorted(members, key=lambda member: (order_of(member.name), member.shown, member.id))
            )
            self._ordered[home.id] = members, ordered
        return self._rows_of(ordered)

    def search(self, query: str, home: Group) -> list[MemberRow]:
        """The members that fit, best first."""
        if not query.strip():
            return self.rows(home)
        return self._rows_of(self._record.index(home.id).search(query))

    def record_of(self, member_id: str) -> list[RecordRow]:
        """Everything that was done about a member and still holds, newest first.

        A notice given with a strike is told by the strike and has no line of its own.
        """
        group = self._group_of(member_id)
        entries = self._record.entries(group, member_id)
        ladder = self._ladder_of(group)
        states = strike_states(entries, ladder.lapse_days, self._now(), clears=ladder.clears)
        voided = voids(entries)
        strikes = {entry.action for entry in entries if entry.kind is EntryKind.STRIKE}
        return [
            RecordRow(
                entry=entry,
                state=RowState(states[entry.id].value) if entry.id in states else RowState.PLAIN,
                void=voided.get(entry.id),
            )
            for entry in reversed(in_order(effective(entries)))
            if entry.kind is not EntryKind.NOTICE or entry.action not in strikes
        ]

    def _group_of(self, member_id: str) -> str:
        """The group of a member, also of one who was taken off the list."""
        member = self._record.member(member_id)
        if member is not None:
            return member.group
        for group in self._groups():
            if self._record.entries(group.id, member_id):
                return group.id
        raise NotFound("member.unknown", name=member_id)

    def notice_counts(self, home: Group, month: date) -> dict[str, int]:
        """How often each notice was given in the month that `month` lies in."""
        given = (use for use in self._given(home) if (use.at.year, use.at.month) == (month.year, month.month))
        return dict(Counter(notice for _, notice in _each_once(given)))

    def notices_today(self, home: Group) -> int:
        """How many notices were given today, without reading what is older."""
        midnight = datetime.combine(self._now().date(), time.min)
        recent = effective(self._record.recent(midnight))
        given = (entry for entry in recent if entry.kind is EntryKind.NOTICE and entry.group == home.id)
        return len(_each_once(given))

    def _given(self, home: Group) -> list[Entry]:
        entries = effective(self._record.entries(home.id))
        return [entry for entry in in_order(entries) if entry.kind is EntryKind.NOTICE]

    def notice_uses(self, home: Group, notice: str, limit: int) -> list[NoticeUse]:
        """The latest times that a notice was given, newest first."""
        given = [entry for entry in self._given(home) if entry.notice == notice][-limit:]
        strikes = {
            entry.action: entry for entry in self._record.entries(home.id) if entry.kind is EntryKind.STRIKE
        }
        return [_use(entry, strikes.get(entry.action)) for entry in reversed(given)]


def _each_once(given: Iterable[Entry]) -> set[tuple[str, str]]:
    """The notices of each action: one that names many stands in the record of each, and is one."""
    return {(entry.action, entry.notice) for entry in given}


def _use(given: Entry, strike: Entry | None) -> NoticeUse:
    spans = strike.spans if strike else ()
    start, end = max(spans, key=lambda span: span[1] - span[0], default=(0, 0))
    return NoticeUse(
        at=given.at,
        member=given.member,
        name=given.name,
        rules=given.rules,
        message=strike.message if strike else "",
        evidence=strike.message[start:end] if strike else "",
    )
