"""A list of members held against the roster: who is new, changed, the same, doubtful, or gone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from moderator_app.core.roster.incoming import Incoming
from moderator_app.core.roster.likeness import Namesakes
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.names import LONGEST_NAME, folded, is_account, parts, plain
from moderator_app.core.roster.updating import Difference, differences, updated
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
class ImportRow:
    """One row of the list and what it is to the roster.

    `member` is who it is, and `differences` are what importing changes on them. `candidates` are
    those whom a doubtful row may be, best first. `why` says what makes a row doubtful, blocked,
    repeated or unusable, or what becomes of a removal that it tells; `alarming` is the id of the one
    on the blocklist whose names it bears.
    """

    incoming: Incoming
    kind: RowKind
    member: Member | None = None
    candidates: tuple[Member, ...] = ()
    differences: tuple[Difference, ...] = ()
    why: Reason | None = None
    alarming: str = ""

    @property
    def number(self) -> int:
        """The row's number in the list, from 1: what decisions name it by."""
        return self.incoming.number


Alarm = Callable[[Sequence[str]], tuple[Reason, str] | None]
"""Why somebody of these names should not be let in, and whom it means; None where nothing is known."""
Apart = Callable[[str, str], bool]
"""Whether two members (ids) were told to be two people."""
Pulse = Callable[[int], None]
"""Told, now and then, how many rows were compared; it may raise to end that."""

_OUT = frozenset({Status.REMOVED, Status.LEFT})
_PULSE_EVERY = 100
_WHOLE = 0.6
"""A list that knows so large a part of those in the group is taken for the whole group."""

Table = dict[str, list[Member]]


def compared(
    incoming: Sequence[Incoming],
    members: Sequence[Member],
    *,
    alarm: Alarm = lambda _: None,
    blocked: Collection[str] = (),
    apart: Apart = lambda _one, _other: False,
    pulse: Pulse = lambda _: None,
) -> tuple[ImportRow, ...]:
    """What each row of a list is to the members of a group; nobody is taken for another on a guess.

    Equal names, cards, aliases and WeChat ids tell who is who as long as they point to one person.
    Near spellings are looked for only among members whom no row names outright: two people whom the
    list tells apart are two. `blocked` are ids of members who shall not come back. Of two of one name
    of whom it was told that they are `apart`, the one who is out of the group is not asked about again.
    """
    comparison = _Comparison(members, frozenset(blocked), alarm, apart)
    known = [comparison.known(row) for row in _each(incoming, pulse, 0)]
    comparison.namesakes = Namesakes(m for m in members if m.id not in comparison.taken)
    rows = zip(_each(incoming, pulse, len(incoming)), known, strict=True)
    return tuple(row or comparison.unknown(one) for one, row in rows)


def _each(incoming: Sequence[Incoming], pulse: Pulse, done: int) -> Iterable[Incoming]:
    for number, row in enumerate(incoming):
        if number % _PULSE_EVERY == 0:
            pulse((done + number) // 2)
        yield row


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many of those in the group (`there`) a list names, and whom it neither names nor may mean."""

    there: int = 0
    named: int = 0
    missing: tuple[Member, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the list is taken for the whole group."""
        return self.named >= _WHOLE * self.there


def coverage(rows: Iterable[ImportRow], members: Iterable[Member]) -> Coverage:
    """How much of the group a list knows."""
    there = [member for member in members if member.status is Status.ACTIVE]
    rows = tuple(rows)
    named = {row.member.id for row in rows if row.member}
    meant = named | {member.id for row in rows for member in row.candidates}
    return Coverage(
        there=len(there),
        named=sum(member.id in named for member in there),
        missing=tuple(member for member in there if member.id not in meant),
    )


class _Comparison:
    """The members by what tells them apart, and which rows were seen to be whom."""

    def __init__(
        self, members: Sequence[Member], blocked: frozenset[str], alarm: Alarm, apart: Apart
    ) -> None:
        self._blocked = blocked
        self._alarm = alarm
        self._apart = apart
        self.namesakes = Namesakes(())
        self.taken: dict[str, int] = {}
        """Who is named by which row."""
        self._seen: dict[object, int] = {}
        self._own: Table = {}
        self._aliases: Table = {}
        for member in members:
            for name in dict.fromkeys(map(plain, filter(None, (member.name, member.card)))):
                self._own.setdefault(name, []).append(member)
            for alias in dict.fromkeys(map(plain, member.aliases)):
                self._aliases.setdefault(alias, []).append(member)

    def known(self, row: Incoming) -> ImportRow | None:
        """What a row is where its names tell it; None where nobody bears them."""
        unusable = _unusable(row)
        if unusable:
            return ImportRow(incoming=row, kind=RowKind.UNUSABLE, why=unusable)
        mark = row.account or (plain(row.name), plain(row.card))
        first = self._seen.setdefault(mark, row.number)
        if first != row.number:
            return ImportRow(
                incoming=row, kind=RowKind.REPEATED, why=Reason("import.repeated", {"row": first})
            )
        found, why = self._meant(row)
        if why:
            return ImportRow(incoming=row, kind=RowKind.DOUBTFUL, candidates=tuple(found), why=why)
        return self._is(row, found[0]) if found else None

    def _is(self, row: Incoming, member: Member) -> ImportRow:
        """A row that is a member: the same, changed, or one about whom something speaks against it."""
        number = self.taken.setdefault(member.id, row.number)
        changes = differences(member, updated(member, row))
        kind, why = (RowKind.CHANGED, None) if changes else (RowKind.SAME, None)
        if number != row.number:
            kind, why = RowKind.DOUBTFUL, Reason("import.taken", {"row": number, "member": member.shown})
        elif member.id in self._blocked:
            kind, why = RowKind.BLOCKED, Reason("import.blocked", {"member": member.shown})
        elif member.status is Status.REMOVED and row.status is not Status.REMOVED:
            kind, why = RowKind.DOUBTFUL, Reason("import.removed", {"member": member.shown})
        if kind is RowKind.DOUBTFUL:
            return ImportRow(incoming=row, kind=kind, candidates=(member,), differences=changes, why=why)
        return ImportRow(incoming=row, kind=kind, member=member, differences=changes, why=why)

    def _meant(self, row: Incoming) -> tuple[list[Member], Reason | None]:
        """The member whom a row names; several, with the reason, where that is not sure."""
        by_account = self._aliases.get(plain(row.account), []) if row.account else []
        if len(by_account) == 1:
            return by_account, None
        by_card = self._fitting(self._own, row.card, row) if row.card else []
        by_name = self._fitting(self._own, row.name, row)
        if by_card or by_name:
            return _chosen(row, by_card, by_name)
        others = {m.id: m for name in row.names for m in self._fitting(self._aliases, name, row)}
        several = Reason("import.several", {"name": row.shown, "count": len(others)})
        return list(others.values()), several if len(others) > 1 else None

    def _fitting(self, table: Table, name: str, row: Incoming) -> list[Member]:
        found = [member for member in table.get(plain(name), ()) if _may_be(member, row)]
        return found if len(found) < 2 else [each for each in found if not self._is_past(each, found)]

    def _is_past(self, member: Member, found: Sequence[Member]) -> bool:
        """Whether a member is out, and another of the name, who is in, was told to be somebody else."""
        if member.status not in _OUT:
            return False
        return any(each.status not in _OUT and self._apart(member.id, each.id) for each in found)

    def unknown(self, row: Incoming) -> ImportRow:
        """A row that names nobody outright: somebody new, or one who changed the name."""
        wanted = [m for name in (*row.names, *row.aliases) for m in self._own.get(plain(name), ())]
        near = {m.id: m for m in (*wanted, *self.namesakes.of(row.names))}
        candidates = tuple(m for m in near.values() if m.id not in self.taken and _may_be(m, row))
        alarm = self._alarm((*row.names, *row.aliases))
        if alarm:
            why, whom = alarm
            return ImportRow(
                incoming=row, kind=RowKind.BLOCKED, candidates=candidates, why=why, alarming=whom
            )
        if not candidates:
            return ImportRow(incoming=row, kind=RowKind.NEW)
        why = Reason("import.near", {"name": row.shown, "member": candidates[0].shown})
        return ImportRow(incoming=row, kind=RowKind.DOUBTFUL, candidates=candidates, why=why)


def _unusable(row: Incoming) -> Reason | None:
    if not any(name.strip() for name in row.names):
        return Reason("import.no-name")
    if any(len(name) > LONGEST_NAME for name in (*row.names, *row.aliases, row.account)):
        return Reason("import.long-name", {"most": LONGEST_NAME})
    return None


def _may_be(member: Member, row: Incoming) -> bool:
    """Whether nothing rules out that a row is a member: two accounts are two people."""
    accounts = set(filter(is_account, member.aliases))
    return not (accounts and is_account(row.account)) or row.account in accounts


def _chosen(
    row: Incoming, by_card: list[Member], by_name: list[Member]
) -> tuple[list[Member], Reason | None]:
    """The one of several members whom name and card together mean; all of them where they do not agree."""
    both = [member for member in by_card if member in by_name]
    if by_card and by_name and not both:
        return [*by_card, *by_name], Reason("import.two-people", {"name": row.name, "card": row.card})
    found = both or by_card or [m for m in by_name if not (row.card and m.card) or _agree(m, row)]
    if not found:
        return by_name, Reason("import.other-card", {"name": row.name, "card": by_name[0].card})
    called = [member for member in found if plain(row.name) in map(plain, member.aliases)]
    found, why = called if len(called) == 1 else found, None
    if len(found) > 1:
        why = Reason("import.several", {"name": row.shown, "count": len(found)})
    elif not by_name and not parts(row.card):
        why = Reason("import.other-name", {"name": row.name, "member": found[0].name})
    return found, why


def _agree(member: Member, row: Incoming) -> bool:
    """Whether two different cards of one name can be one person's: they share a part, or hold the name."""
    if set(parts(member.card)) & set(parts(row.card)):
        return True
    name = folded(row.name)
    return name in folded(member.card) and name in folded(row.card)
