"""The list of those who shall not come back, across all groups, and the warning when a name is like one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from moderator_app.core.errors import BadInput, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective
from moderator_app.core.roster.likeness import Likeness
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.names import names_of, plain
from moderator_app.core.roster.process import blocked
from moderator_app.core.text.cards import name_on
from moderator_app.session.actions import Action
from moderator_app.session.desk import Desk
from moderator_app.session.process.book import Book
from moderator_app.session.process.types import Alarm, Blocked, Nearness
from moderator_app.session.types import Change


@dataclass(frozen=True, slots=True)
class _Listed:
    """The list as it stands, ready for names to be looked up in it."""

    entries: tuple[Entry, ...] = ()
    people: tuple[tuple[Member, ...], ...] = ()
    blocked: tuple[Blocked, ...] = ()
    likeness: Likeness | None = None


class Blocklist:
    """The part of the process that keeps people out."""

    def __init__(self, desk: Desk, book: Book) -> None:
        self._desk = desk
        self._book = book
        self._listed = _Listed()

    def block(self, member_id: str, why: str) -> Change:
        """Put a member on the list."""
        member = self._book.member(member_id)
        if not why.strip():
            raise BadInput("process.no-reason")
        if any(entry.member == member.id for entry in blocked(self._book.every())):
            raise Refused("process.blocked-already", member=member.name)
        action = Action(self._desk, self._desk.group(member.group))
        action.add(EntryKind.BLOCKED, member, reason=why.strip())
        return action.done()

    def unblock(self, member_id: str) -> Change:
        """Take somebody off the list, also one who is in no group any more."""
        entry = next((each for each in blocked(self._book.every()) if each.member == member_id), None)
        if entry is None:
            raise Refused("process.not-blocked", member=self._called(member_id))
        action = Action(self._desk, self._desk.group(entry.group))
        action.add(EntryKind.UNBLOCKED, self._book.person(entry), target=entry.id)
        return action.done()

    def _called(self, member_id: str) -> str:
        member = self._desk.record.member(member_id)
        return member.name if member else member_id

    def blocked(self) -> tuple[Blocked, ...]:
        """Everybody on the list, the latest first."""
        return self._list().blocked[::-1]

    def alarms(self, names: Iterable[str]) -> tuple[Alarm, ...]:
        """For each name the people on the list whom it may mean, the surest first."""
        listed = self._list()
        if listed.likeness is None:
            return ()
        found = [alarm for name in dict.fromkeys(names) for alarm in self._alarms(name, listed)]
        order = list(Nearness)
        return tuple(sorted(found, key=lambda alarm: order.index(alarm.likeness)))

    def _alarms(self, name: str, listed: _Listed) -> Iterator[Alarm]:
        """One alarm for each person on the list; a complete name card is also read as the name on it."""
        readings = dict.fromkeys(filter(None, (name.strip(), name_on(name))))
        for blocked_one, people in zip(listed.blocked, listed.people, strict=True):
            best = min(self._likenesses(readings, people, listed), key=lambda pair: pair[0], default=None)
            if best is not None:
                likeness = list(Nearness)[best[0]]
                yield Alarm(name=name, blocked=blocked_one, likeness=likeness, known=best[1])

    def _likenesses(
        self, readings: Iterable[str], people: Sequence[Member], listed: _Listed
    ) -> Iterator[tuple[int, str]]:
        """How a name is like one of these: 0 the same, 1 another name of theirs, 2 a near one."""
        ids = {person.id for person in people}
        for reading in readings:
            for person in people:
                if plain(reading) in (plain(person.name), plain(name_on(person.card or person.name))):
                    yield 0, person.name
                for known in names_of(person)[1:]:
                    if plain(reading) in (plain(known), plain(name_on(known))):
                        yield 1, known
            near = listed.likeness.candidates(reading) if listed.likeness else ()
            yield from ((2, person.name) for person in near if person.id in ids)

    def _list(self) -> _Listed:
        """The list; made anew only when it, or somebody on it, changed."""
        entries = blocked(self._book.every())
        people = tuple(self._everywhere(entry) for entry in entries)
        if (entries, people) != (self._listed.entries, self._listed.people):
            self._listed = _Listed(
                entries,
                people,
                tuple(map(self._as_blocked, entries, people)),
                Likeness({each.id: each for each in sum(people, ())}.values()) if people else None,
            )
        return self._listed

    def _everywhere(self, entry: Entry) -> tuple[Member, ...]:
        """The one who was blocked, and the same person in other groups as far as that was told."""
        ids, grown = {entry.member}, True
        links = [
            (each.member, each.target)
            for each in effective(self._book.every())
            if each.kind in (EntryKind.LINKED, EntryKind.SAME)
        ]
        while grown:
            more = {one for pair in links if ids & set(pair) for one in pair} - ids
            ids, grown = ids | more, bool(more)
        others = (self._desk.record.member(each) for each in sorted(ids - {entry.member}))
        return (self._last_known(entry), *(each for each in others if each))

    def _last_known(self, entry: Entry) -> Member:
        """The member as they are, or as they were when they were taken off the list."""
        known = self._desk.record.member(entry.member)
        if known:
            return known
        states = (each.after or each.before for each in reversed(self._desk.record.about(entry.member)))
        return next(filter(None, states), None) or self._book.person(entry)

    def _as_blocked(self, entry: Entry, people: Sequence[Member]) -> Blocked:
        titles = {group.id: group.title.zh for group in self._desk.groups()}
        return Blocked(
            member=people[0],
            groups=tuple(dict.fromkeys(titles.get(each.group, each.group) for each in people)),
            names=tuple(dict.fromkeys(name for each in people for name in names_of(each))),
            why=entry.reason,
            at=entry.at,
        )
