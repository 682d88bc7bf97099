"""Who is on the list of those who shall not come back, and which names are like theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.likeness import nearly_the_same
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.names import names_of, plain
from moderator_app.core.roster.process import blocked
from moderator_app.core.text.cards import name_on
from moderator_app.session.process.types import Alarm, Blocked, Nearness

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_ORDER = tuple(Nearness)


@dataclass(frozen=True, slots=True)
class _Known:
    """One person on the list, under every id and in every group.

    `own` are the names, `others` the cards and aliases, each by its plain form; `near` are the names
    that others may be spelt like.
    """

    blocked: Blocked
    own: Mapping[str, str]
    others: Mapping[str, str]
    near: tuple[str, ...]


class Alarms:
    """The list as it stands, ready for names to be looked up in it; made anew when something changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._version = -1
        self._known: tuple[_Known, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """The entries that put people on the list, one a person, in order; nobody without a name."""
        found = blocked(self._desk.book.every(), self._desk.record.identity.canonical)
        return tuple(entry for entry in found if self._last_known(entry).name)

    def blocked(self) -> tuple[Blocked, ...]:
        """Everybody on the list, the latest first."""
        return tuple(each.blocked for each in reversed(self._list()))

    def alarms(self, names: Iterable[str], member: str = "") -> tuple[Alarm, ...]:
        """For each name the people on the list whom it may mean, the surest first.

        Those of whom it was told that `member` (an id) is somebody else are left out.
        """
        known: Iterable[_Known] = self._list()
        if member:
            apart = self._desk.record.identity.apart
            known = [each for each in known if not apart(member, each.blocked.member.id)]
        found = [alarm for name in dict.fromkeys(names) for alarm in _alarms(name, known)]
        return surest_first(found)

    def alarms_about(self, member: Member | None, called: str) -> tuple[Alarm, ...]:
        """Whether one person is on the list, each listed person told once, the surest likeness of all names.

        Who is a member already does not come back, and is not suspected for a name that is only near.
        """
        names = tuple(filter(None, names_of(member) if member else (called,)))
        if not names or not self._list():
            return ()
        surest: dict[str, Alarm] = {}
        for alarm in self.alarms(names, member.id if member else ""):
            if member is None or alarm.likeness is not Nearness.NEAR:
                surest.setdefault(alarm.blocked.member.id, alarm)
        return tuple(surest.values())

    def _list(self) -> tuple[_Known, ...]:
        if self._version != self._desk.version:
            self._known = tuple(map(self._as_known, self.entries()))
            self._version = self._desk.version
        return self._known

    def _as_known(self, entry: Entry) -> _Known:
        """The one who was blocked, and the same person in other groups as far as that was told."""
        record = self._desk.record
        elsewhere = map(record.member, sorted(record.identity.links(entry.member)))
        people = (self._last_known(entry), *(member for member in elsewhere if member))
        titles = {group.id: group.title.zh for group in self._desk.groups()}
        told = Blocked(
            member=people[0],
            groups=tuple(dict.fromkeys(titles.get(each.group, each.group) for each in people)),
            names=tuple(dict.fromkeys(name for each in people for name in names_of(each))),
            why=entry.reason,
            at=entry.at,
        )
        cards = {plain(name_on(each.card)): each.name for each in people if each.card}
        others = [name for each in people for name in names_of(each)[1:]]
        return _Known(
            blocked=told,
            own=cards | {plain(each.name): each.name for each in people},
            others={plain(form): name for name in others for form in (name_on(name), name)},
            near=tuple(dict.fromkeys(map(name_on, told.names))),
        )

    def _last_known(self, entry: Entry) -> Member:
        """The member as they are, or as they were when they were taken off the list."""
        known = self._desk.record.member(entry.member)
        if known:
            return known
        states = (each.after or each.before for each in reversed(self._desk.record.about(entry.member)))
        return next(filter(None, states), None) or self._desk.book.person(entry)


def surest_first(alarms: Iterable[Alarm]) -> tuple[Alarm, ...]:
    """The alarms by how sure they are."""
    return tuple(sorted(alarms, key=lambda alarm: _ORDER.index(alarm.likeness)))


def _alarms(name: str, known: Iterable[_Known]) -> Iterator[Alarm]:
    """One alarm for each person on the list; a complete name card is also read as the name on it."""
    readings = tuple(dict.fromkeys(filter(None, (name.strip(), name_on(name)))))
    for each in known:
        best = min(_likenesses(readings, each), key=lambda pair: pair[0], default=None)
        if best is not None:
            yield Alarm(name=name, blocked=each.blocked, likeness=_ORDER[best[0]], known=best[1])


def _likenesses(readings: Iterable[str], known: _Known) -> Iterator[tuple[int, str]]:
    """How a name is like theirs, as a place in the order of nearness, and which of theirs it is like."""
    for reading in readings:
        for place, names in enumerate((known.own, known.others)):
            if plain(reading) in names:
                yield place, names[plain(reading)]
        yield from ((2, name) for name in known.near if nearly_the_same(reading, name))
