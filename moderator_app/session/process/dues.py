"""Fines, red packets and tasks: put on record, never collected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from moderator_app.core.errors import BadInput, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.member import YEARS
from moderator_app.core.roster.process import Answered, answered
from moderator_app.core.rules.process import Process
from moderator_app.session.actions import LONGEST_KEPT, PACKET, Action
from moderator_app.session.desk import Desk
from moderator_app.session.process.book import Book
from moderator_app.session.process.types import Fine, Task, TaskState
from moderator_app.session.types import Change


class Dues:
    """The part of the process about what members owe: an amount or an answer."""

    def __init__(self, desk: Desk, book: Book) -> None:
        self._desk = desk
        self._book = book

    # ---- fines

    def fine(self, member_id: str, amount: str, *, reason: str, packet: bool, target: str) -> Change:
        """Put a fine or a red packet on record; `target` is the strike or the task that it is for."""
        member = self._book.member(member_id)
        action = Action(self._desk, self._desk.group(member.group))
        action.fine(member, whole_amount(amount), packet=packet, reason=reason.strip(), target=target)
        return action.done()

    def paid(self, fine_id: str) -> Change:
        """A fine was paid, or the red packet sent."""
        entry = self._open(fine_id, EntryKind.FINE)
        action = Action(self._desk, self._desk.group(entry.group))
        action.add(EntryKind.PAID, self._book.person(entry), target=entry.id, amount=entry.amount)
        return action.done()

    def fines(self, group: str | None, open_only: bool) -> tuple[Fine, ...]:
        """The fines of a group, newest first."""
        found = answered(self._book.held(self._desk.group(group).id), EntryKind.FINE)
        return tuple(
            Fine(
                entry=each.entry,
                member=self._book.person(each.entry),
                amount=each.entry.amount,
                packet=each.entry.deed == PACKET,
                reason=each.entry.reason,
                paid=each.answer,
            )
            for each in reversed(found)
            if each.entry.name and not (open_only and each.answer)
        )

    # ---- tasks

    def task(self, member_ids: Sequence[str], text: str, *, until: datetime | None, rule: str) -> Change:
        """Something that these members have to answer, until then or as the rulebook's task rule says."""
        members = [self._book.member(member_id) for member_id in dict.fromkeys(member_ids)]
        if not members:
            raise BadInput("strike.nobody")
        if len({member.group for member in members}) > 1:
            raise BadInput("process.several-groups")
        if not text.strip():
            raise BadInput("process.no-task")
        home = self._desk.group(members[0].group)
        known = self._desk.process(home.id).task([rule] if rule else [])
        if rule and known is None:
            raise BadInput("process.no-such-task", task=rule)
        due = until or (known.due(self._desk.now()) if known else None)
        if due is None:
            raise BadInput("process.no-time")
        if due.year not in YEARS:
            raise BadInput("process.bad-until", value=due.isoformat(" ", "minutes"))
        due = _wall(due)
        action = Action(self._desk, home)
        for member in members:
            fields = {"message": text.strip()[:LONGEST_KEPT], "until": due}
            action.add(EntryKind.TASK, member, rules=(known.id,) if known else (), **fields)
        return action.done()

    def answered(self, task_id: str) -> Change:
        """A member answered."""
        entry = self._open(task_id, EntryKind.TASK)
        action = Action(self._desk, self._desk.group(entry.group))
        action.add(EntryKind.ANSWERED, self._book.person(entry), target=entry.id)
        return action.done()

    def tasks(self, group: str | None, *, open_only: bool = False) -> tuple[Task, ...]:
        """The tasks of a group, newest first; all, or those that were not answered."""
        home = self._desk.group(group)
        held = self._book.held(home.id)
        fined = {entry.target for entry in held.of(EntryKind.FINE)}
        process = self._desk.process(home.id)
        found = reversed(answered(held, EntryKind.TASK))
        return tuple(
            self._as_task(each, process, each.entry.id in fined)
            for each in found
            if each.entry.name and not (open_only and each.answer)
        )

    def _as_task(self, each: Answered, process: Process, fined: bool) -> Task:
        entry, until = each.entry, each.entry.until or each.entry.at
        rule = process.task(entry.rules) if entry.rules else None
        state = TaskState.ANSWERED if each.answer else TaskState.OPEN
        if state is TaskState.OPEN and _wall(self._desk.now()) > _wall(until):
            state = TaskState.LATE
        return Task(
            entry=entry,
            member=self._book.person(entry),
            until=until,
            state=state,
            fine=rule.fine if rule else "",
            fined=fined,
            answer=each.answer,
        )

    def _open(self, entry_id: str, kind: EntryKind) -> Entry:
        """A fine or a task that is open."""
        entry = self._book.entry(entry_id, kind)
        for each in answered(self._book.held(entry.group), kind):
            if each.entry.id == entry_id and each.answer:
                raise Refused("process.done-already", member=entry.name)
        return entry


def whole_amount(text: str) -> str:
    """An amount on one line; BadInput where there is none."""
    amount = " ".join(text.split())
    if not amount:
        raise BadInput("process.no-amount")
    return amount


def _wall(moment: datetime) -> datetime:
    """The moment as the clock on the wall showed it: an imported one may name its zone."""
    return moment.replace(tzinfo=None)
