"""Lists of members: read, compared with the roster, taken over as one action, and written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from moderator_app.core.errors import BadInput, NotFound, NotSaved, Refused
from moderator_app.core.roster.columns import (
    ROLE_WORDS,
    STATUS_WORDS,
    TITLES,
    Columns,
    Field,
    guessed,
)
from moderator_app.core.roster.deciding import NEW, by_member, clashes, decision, settled
from moderator_app.core.roster.entry import EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.importing import ImportRow, RowKind, compared, coverage
from moderator_app.core.roster.incoming import Incoming, incoming_rows, together
from moderator_app.core.roster.likeness import Namesakes
from moderator_app.core.roster.member import Member, Status
from moderator_app.core.roster.names import is_account
from moderator_app.core.roster.pasted import pasted_rows
from moderator_app.core.roster.presence import believed
from moderator_app.core.roster.updating import newcomer, updated
from moderator_app.core.rules.verdict import Action as Step
from moderator_app.core.wording import Reason
from moderator_app.session.actions import Action
from moderator_app.session.desk import Desk
from moderator_app.session.labels import IMPORT
from moderator_app.session.people.types import ImportPreview
from moderator_app.session.process.desk import ProcessDesk
from moderator_app.session.types import Change, Topic
from moderator_app.storage.backups import Label
from moderator_app.storage.tables import read_table, text_rows, write_table
from moderator_app.storage.work import Work

Progress = Callable[[int, int], bool]
"""Told how much of how much is done (of 0 while a file is read); to answer False cancels."""
Gone = Literal["keep", "left"] | Collection[str]
"""What becomes of members whom a list does not name: nothing, all of them left, or those with these ids."""

_LIST = Columns(fields=(Field.NAME, Field.CARD, Field.ROLE))
_WRITTEN = (
    *(Field.NAME, Field.CARD, Field.ALIAS, Field.ACCOUNT, Field.ROLE, Field.STATUS, Field.JOINED),
    *(Field.LAST_SEEN, Field.INVITED_BY, Field.LEAVE_UNTIL, Field.SUSPENDED_UNTIL, Field.MET, Field.NOTES),
)
_PULSE_EVERY = 100


class _Pulse:
    """Tells how far the work is, and ends it where that is wanted."""

    def __init__(self, progress: Progress | None, total: int, work: Work | None = None) -> None:
        """As a part of `work` nothing may be recorded while whoever waits is told."""
        self._progress = progress
        self._total = total
        self._work = work or Work()

    def __call__(self, done: int) -> None:
        told = self._progress
        if told and not self._work.ask(lambda: told(min(done, self._total), self._total)):
            raise Refused("people.cancelled")


class Lists:
    """The part of the people's desk that reads and writes lists of members."""

    def __init__(self, desk: Desk, process: ProcessDesk) -> None:
        self._desk = desk
        self._process = process

    # ---- reading

    def read(
        self,
        source: Path | str,
        group: str | None,
        columns: Columns | None,
        progress: Progress | None,
        *,
        whole: bool,
    ) -> ImportPreview:
        """What a list means for a group; see `PeopleDesk.read_members`."""
        home = self._desk.real_group(group)
        table, taken_for = self._table(source, progress)
        if not table:
            raise BadInput("import.empty")
        columns = columns or taken_for or guessed(table)
        name = source.name if isinstance(source, Path) else ""
        if not columns.usable:
            return ImportPreview(group=home, source=name, table=table, columns=columns)
        rows = self._compared(table, columns, home, _Pulse(progress, len(table)))
        known = coverage(rows, self._desk.record.members(home.id))
        whole = whole or known.whole
        return ImportPreview(
            group=home,
            source=name,
            table=table,
            columns=columns,
            rows=self._with_proposals(rows, home),
            gone=known.missing if whole else (),
            there=known.there,
            named=known.named,
            whole=whole,
            counts=Counter(row.kind for row in rows),
            version=self._desk.version,
        )

    def _table(
        self, source: Path | str, progress: Progress | None
    ) -> tuple[tuple[tuple[str, ...], ...], Columns | None]:
        """The cells of a list, and what its columns hold where that needs no guess."""
        tick = _Pulse(progress, 0)
        read = read_table(source, lambda _: tick(0)) if isinstance(source, Path) else source
        rows = text_rows(read) if isinstance(read, str) else read
        if rows is not None:
            return rows, None
        named = tuple(pasted_rows(str(read)))
        width = 3 if any(role for *_, role in named) else 2 if any(card for _, card, _ in named) else 1
        return tuple(row[:width] for row in named), replace(_LIST, fields=_LIST.fields[:width])

    def _compared(
        self, table: Sequence[Sequence[str]], columns: Columns, home: Group, pulse: _Pulse
    ) -> tuple[ImportRow, ...]:
        listed = self._process.blocked()
        people = [
            Member(id=blocked.member.id, group="", name=blocked.names[0], aliases=blocked.names[1:])
            for blocked in listed
        ]
        known = Namesakes(people)
        return compared(
            incoming_rows(table, columns),
            self._desk.record.members(home.id),
            alarm=lambda names: self._alarm(names, known) if people else None,
            blocked={blocked.member.id for blocked in listed},
            apart=self._desk.record.identity.apart,
            pulse=pulse,
        )

    def _with_proposals(self, rows: Sequence[ImportRow], home: Group) -> tuple[ImportRow, ...]:
        """The rows; one that tells a removal which others have to agree to says that it is proposed."""
        told = [row for row in rows if row.kind is RowKind.CHANGED and row.member and _removes(row)]
        needs = self._process.needs_for_removal(home.id, len(told)) if told else None
        if needs is None:
            return tuple(rows)
        why = Reason("import.proposes", {**needs.values, "why": needs.code})
        numbers = {row.number for row in told}
        return tuple(replace(row, why=why) if row.number in numbers else row for row in rows)

    def _alarm(self, names: Sequence[str], known: Namesakes) -> tuple[Reason, str] | None:
        """Why these names alarm; the list of those kept out is asked only for names that are like one."""
        if not known.of(names):
            return None
        alarms = self._process.alarms(names)
        if not alarms:
            return None
        first = alarms[0]
        values = {"member": first.blocked.member.shown, "name": first.name, "why": first.blocked.why}
        return Reason(f"import.alarm-{first.likeness.value}", values), first.blocked.member.id

    # ---- taking over

    def take_over(
        self,
        preview: ImportPreview,
        decisions: Mapping[int, str],
        left: Gone,
        progress: Progress | None,
    ) -> Change:
        """Import a preview; see `PeopleDesk.import_members`."""
        with self._desk.record.at_work() as work:
            return self._taken_over(preview, decisions, left, progress, work)

    def _taken_over(
        self,
        preview: ImportPreview,
        decisions: Mapping[int, str],
        left: Gone,
        progress: Progress | None,
        work: Work,
    ) -> Change:
        home = self._desk.real_group(preview.group.id)
        self._refuse_old(preview, home)
        leaving = self._leaving(preview, left)
        taken = list(self._decided(preview, decisions, home))
        pulse = _Pulse(progress, len(taken) + len(leaving), work)
        action = Action(self._desk, home, deed=IMPORT)
        removals = self._removals(taken, home)
        heard: dict[str, datetime] = {}
        for done, each in enumerate(taken):
            if done % _PULSE_EVERY == 0:
                pulse(done)
            self._take(action, each, removals)
            if each.seen:
                heard[each.member.id] = each.seen
        there = {each.member.id for each in taken}
        for member in leaving:
            if member.id not in there:
                action.edit_member(member, {"status": Status.LEFT})
        self._tell_clashes(action, preview, decisions)
        return self._written(action, heard, pulse)

    def _refuse_old(self, preview: ImportPreview, home: Group) -> None:
        """Whoever came onto the list since it was looked at would stand there twice."""
        if preview.version == self._desk.version:
            return
        now = self._compared(preview.table, preview.columns, home, _Pulse(None, 0))
        if list(map(_whom, now)) != list(map(_whom, preview.rows)):
            raise Refused("import.changed-since")

    def _leaving(self, preview: ImportPreview, left: Gone) -> list[Member]:
        """Those of the list's missing ones who are still in the group, as far as they are to leave it."""
        if left == "keep":
            return []
        if not preview.whole:
            raise Refused("import.part", there=preview.there, named=preview.named)
        wanted = {member.id for member in preview.gone} if left == "left" else set(left)
        now = (self._desk.record.member(member.id) for member in preview.gone if member.id in wanted)
        return [member for member in now if member and member.status is Status.ACTIVE]

    def _decided(self, preview: ImportPreview, decisions: Mapping[int, str], home: Group) -> Iterator[_Taken]:
        """Who is taken over, as they are now and as they become; somebody new is made."""
        known = by_member(preview.rows, decisions)
        lead = {rows[0].number: member for member, rows in known.items()}
        for row in preview.rows:
            if decision(row, decisions) == NEW:
                member = newcomer(row.incoming, self._desk.new_id(), home.id)
                yield _Taken(after=member, seen=self._seen(row.incoming), apart=settled(row))
            elif row.number in lead:
                before = self._desk.record.member(lead[row.number])
                if before is None or before.group != home.id:
                    raise NotFound("member.unknown", name=lead[row.number])
                incoming = together([each.incoming for each in known[lead[row.number]]])
                yield _Taken(before=before, after=updated(before, incoming), seen=self._seen(incoming))

    def _seen(self, incoming: Incoming) -> datetime | None:
        """When the list says that somebody spoke last, as far as it can be."""
        return believed(incoming.last_seen, self._desk.now()) if incoming.last_seen else None

    def _removals(self, taken: Sequence[_Taken], home: Group) -> _Removals:
        """How those are removed whom the list tells to be: by this import, or once others agree."""
        removed = [each.member.id for each in taken if each.removed]
        needs = self._process.needs_for_removal(home.id, len(removed)) if removed else None
        waiting = {each.member.id for each in self._process.pending(home.id)} if needs else set()
        return _Removals(needs=needs, waiting=waiting)

    def _take(self, action: Action, each: _Taken, removals: _Removals) -> None:
        """One person becomes an entry, or two: a removal that others have to agree to is proposed."""
        if each.before is None:
            action.change_member(EntryKind.MEMBER_ADDED, None, each.after)
            for other in each.apart:
                action.add(EntryKind.APART, each.after, target=other)
            return
        before, after = each.before, each.after
        if each.removed and removals.needs is None:
            gone = replace(after, suspended_until=None)
            action.add(EntryKind.CARRIED_OUT, before, step=Step.REMOVE, before=before, after=gone)
            return
        if each.removed and removals.needs is not None:
            after = replace(after, status=before.status)
            if before.id not in removals.waiting:
                action.add(EntryKind.PROPOSED, before, step=Step.REMOVE)
            values = {**removals.needs.values, "why": removals.needs.code, "member": before.name}
            action.warn(Reason("import.proposed", values))
        if after != before:
            action.change_member(EntryKind.MEMBER_EDITED, before, after)

    def _tell_clashes(self, action: Action, preview: ImportPreview, decisions: Mapping[int, str]) -> None:
        """Say which rows were taken for one member, so that it is no surprise."""
        names = {row.number: row.incoming.shown for row in preview.rows}
        for numbers in dict.fromkeys(clashes(preview.rows, decisions).values()):
            values = {"rows": "、".join(map(str, numbers)), "name": names[numbers[0]]}
            action.warn(Reason("import.one-person", values))

    def _written(self, action: Action, heard: Mapping[str, datetime], pulse: _Pulse) -> Change:
        """Everything on the disk at once, after a backup; a cancelled import leaves none behind."""
        if action.is_empty:
            before = {member: self._desk.record.sightings.last(member) for member in heard}
            news = {id: at for id, at in heard.items() if (known := before[id]) is None or at > known}
            if not news:
                raise Refused("import.nothing-new")
            self._desk.record.sightings.add(news)
            return self._desk.tell(
                Change(topic=Topic.MEMBERS, label=Reason("did.import-heard", {"count": len(news)}))
            )
        backup = self._desk.record.back_up(Label.IMPORT)
        try:
            pulse(10**9)
        except Refused:
            backup.unlink(missing_ok=True)
            raise
        change = action.done()
        with suppress(NotSaved):  # kept in memory, and written with the next
            self._desk.record.sightings.add(heard)
        return change

    # ---- writing

    def write(self, path: Path, group: str | None, language: str) -> Path:
        """The members as a table; see `PeopleDesk.export_members`."""
        home = self._desk.group(group)
        members = [row.member for row in self._desk.roster.rows(home)]
        heading = tuple(TITLES[field].get(language) for field in _WRITTEN)
        english = language == "en"
        return write_table(path, [heading, *(self._cells(member, english=english) for member in members)])

    def _cells(self, member: Member, *, english: bool) -> tuple[str, ...]:
        accounts = [alias for alias in member.aliases if is_account(alias)]
        heard = self._desk.record.sightings.last(member.id)
        told = believed(member.last_seen, self._desk.now()) if member.last_seen else None
        seen = max(filter(None, (told, heard)), default=None)
        cells: dict[Field, object] = {
            Field.NAME: member.name,
            Field.CARD: member.card,
            Field.ALIAS: "、".join(alias for alias in member.aliases if alias not in accounts[:1]),
            Field.ACCOUNT: "".join(accounts[:1]),
            Field.ROLE: ROLE_WORDS[member.role][english],
            Field.STATUS: STATUS_WORDS[member.status][english],
            Field.JOINED: member.joined,
            Field.LAST_SEEN: seen,
            Field.INVITED_BY: member.invited_by,
            Field.LEAVE_UNTIL: member.leave_until,
            Field.SUSPENDED_UNTIL: member.suspended_until,
            Field.MET: member.met,
            Field.NOTES: member.notes,
        }
        return tuple(_cell(cells[field]) for field in _WRITTEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """One person of a list: as they are (None: somebody new) and become, and whom they are not."""

    after: Member
    before: Member | None = None
    seen: datetime | None = None
    apart: tuple[str, ...] = ()

    @property
    def member(self) -> Member:
        """Whom it is about."""
        return self.before or self.after

    @property
    def removed(self) -> bool:
        """Whether the list tells of somebody in the group that they are removed."""
        return self.before is not None and self.before.status is not self.after.status is Status.REMOVED


@dataclass(frozen=True, slots=True, kw_only=True)
class _Removals:
    """Whose consent the removals want (None: nobody's), and for whom it was asked already."""

    needs: Reason | None
    waiting: Collection[str] = ()


def _removes(row: ImportRow) -> bool:
    return any(each.field is Field.STATUS and each.now == Status.REMOVED for each in row.differences)


def _whom(row: ImportRow) -> str:
    """Whom a row means: a member's id, or what it is where it means nobody for sure."""
    return row.member.id if row.member else row.kind


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(" ", timespec="seconds")
    return value.isoformat() if isinstance(value, date) else str(value or "")
