"""Puts the ledger entries of one user action together, writes them at once, and tells what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from moderator_app.core.errors import BadInput, NotFound
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.group import Group
from moderator_app.core.roster.ladder import StepView
from moderator_app.core.roster.member import Member
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.core.rules.verdict import Action as Step
from moderator_app.core.rules.verdict import Span
from moderator_app.core.wording import Reason
from moderator_app.session.labels import RULINGS, label_of, main_entry
from moderator_app.session.memory import Remark, remarks_against
from moderator_app.session.types import Case, Change, Topic

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_ABOUT_MEMBERS = frozenset({EntryKind.MEMBER_ADDED, EntryKind.MEMBER_EDITED, EntryKind.MEMBER_REMOVED})
_TOPICS = {
    "group": Topic.GROUPS,
    "notice": Topic.NOTICES,
    "rule": Topic.RULES,
    "setting": Topic.SETTINGS,
}
PACKET = "packet"
"""The deed of a fine that is a red packet."""
LONGEST_KEPT = 10_000
"""Characters of a message that an entry keeps."""


class Action:
    """The entries of one user action; nothing of it is written before `done`.

    What is done for a case becomes known of its message in the history of checks as well.
    """

    def __init__(self, desk: Desk, home: Group, case: Case | None = None, *, deed: str = "") -> None:
        """`case` is what all of it is done for; `deed` names what is more than its weightiest entry."""
        self._desk = desk
        self._group = home
        self._deed = deed
        self._id = desk.new_id()
        self._entries: list[Entry] = []
        self._warnings: list[Reason] = []
        self._checked: tuple[str, ...] = ()
        self.about(remarks_against(case)[:1] if case else ())

    def about(self, remarks: Sequence[Remark]) -> None:
        """What follows is done for these messages."""
        self._checked = self._desk.memory.keep(self._group.id, remarks)

    def _entry(self, kind: EntryKind, member: Member | None, name: str) -> Entry:
        return Entry(
            id=self._desk.new_id(),
            action=self._id,
            at=self._desk.now(),
            group=member.group if member else self._group.id,
            kind=kind,
            member=member.id if member else "",
            name=member.name if member else name,
            moderator=self._desk.settings().moderator,
            deed=self._deed,
        )

    def add(self, kind: EntryKind, member: Member, **fields: object) -> str:
        """Any entry about a member, with `fields` of Entry; gives its id."""
        entry = replace(self._entry(kind, member, ""), **fields)  # type: ignore[arg-type]
        self._entries.append(entry)
        return entry.id

    def amend(self, entry_id: str, **fields: object) -> None:
        """Fields of an entry that are only known when it is written."""
        self._entries = [
            replace(entry, **fields) if entry.id == entry_id else entry  # type: ignore[arg-type]
            for entry in self._entries
        ]

    def warn(self, reason: Reason) -> None:
        """Something that the moderator should know when it is done."""
        self._warnings.append(reason)

    def change_member(self, kind: EntryKind, before: Member | None, after: Member | None) -> None:
        """A member comes, changes or goes."""
        self._entries.append(replace(self._entry(kind, after or before, ""), before=before, after=after))

    def edit_member(self, member: Member, fields: Mapping[str, object], *, reason: str = "") -> None:
        """A member's fields change, for a reason where one is given."""
        after = replace(member, **fields)  # type: ignore[arg-type]
        self.add(EntryKind.MEMBER_EDITED, member, before=member, after=after, reason=reason)

    def strike(
        self,
        member: Member,
        *,
        rules: tuple[str, ...],
        message: str,
        spans: Sequence[Span],
        notice: str,
        step: StepView,
    ) -> None:
        """A strike, and the fine where that is the ladder's step; of a very long message its head is kept.

        A fine goes with the notice that announces it: with another one the moderator chose otherwise.
        """
        kept = tuple(span for span in spans if span[1] <= LONGEST_KEPT)
        strike = self.add(
            EntryKind.STRIKE,
            member,
            rules=rules,
            message=message[:LONGEST_KEPT],
            spans=kept,
            notice=notice,
            step=step.action,
            checked=self._checked,
        )
        if step.action is Step.FINE and step.amount and notice in ("", step.notice):
            self.fine(member, step.amount, packet=step.packet, target=strike, rules=rules)

    def fine(self, member: Member, amount: str, *, packet: bool, **fields: object) -> None:
        """A fine or a red packet, with `fields` of Entry that say what for."""
        deed = {"deed": PACKET} if packet else {}
        self.add(EntryKind.FINE, member, step=Step.FINE, amount=amount, **deed, **fields)

    def notice(
        self, member: Member | None, name: str, *, notice: str, text: str, rules: tuple[str, ...]
    ) -> None:
        """A notice that was given, word for word, so that it is known when it comes back."""
        entry = self._entry(EntryKind.NOTICE, member, name)
        self._entries.append(replace(entry, notice=notice, message=text, rules=rules, checked=self._checked))

    def void(self, strike: Entry, reason: str) -> None:
        """A strike that counts no longer."""
        entry = self._entry(EntryKind.VOID, None, strike.name)
        entry = replace(entry, member=strike.member, rules=strike.rules, checked=strike.checked)
        self._entries.append(replace(entry, target=strike.id, reason=reason))

    def ruling(
        self, kind: EntryKind, member: Member | None, name: str, *, rule: str, message: str, reason: str
    ) -> None:
        """What the moderator decided of a message for one clause."""
        entry = self._entry(kind, member, name)
        text = message[:LONGEST_KEPT]
        self._entries.append(
            replace(entry, rules=(rule,), message=text, reason=reason, checked=self._checked)
        )

    def change(self, thing: str, was: str, now: str, **fields: object) -> None:
        """Something beside the roster is changed, see `Edits`; `fields` of Entry say what it is called."""
        entry = replace(self._entry(EntryKind.CHANGED, None, ""), thing=thing, was=was, now=now)
        self._entries.append(replace(entry, **fields))  # type: ignore[arg-type]

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not self._entries

    def done(self, *writing: Callable[[], object]) -> Change:
        """Put the action on the disk, in one with what else is `writing` for it; then tell everybody."""
        with self._desk.record.transaction() if writing else nullcontext():
            for write in writing:
                write()
            stored = self.written()
        self._desk.memory.follow(stored, stored, asking(self._desk, self._group.id, stored))
        change = change_of(self._desk, stored)
        return self._desk.tell(replace(change, warnings=(*self._warnings, *self._blocked())))

    def _blocked(self) -> Iterator[Reason]:
        """A warning for each new member whose name is, or is like, one on the blocklist."""
        for entry in self._entries:
            if entry.kind is EntryKind.MEMBER_ADDED and entry.after:
                for alarm in self._desk.alarms.alarms_about(None, entry.after.shown):
                    yield Reason(
                        f"blocked.{alarm.likeness.value}",
                        {"member": entry.name, "known": alarm.known, "why": alarm.blocked.why},
                    )

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What it is made of so far."""
        return tuple(self._entries)

    def written(self) -> tuple[Entry, ...]:
        """Put the action on the disk as a part of something larger, which tells it."""
        return self._desk.record.append(self._entries)


def asking(desk: Desk, group_id: str, entries: Iterable[Entry]) -> frozenset[str]:
    """The notices that only ask or praise: giving one says nothing against the messages of the entries."""
    rulebook = rulebook_of(desk, group_id) if any(entry.checked for entry in entries) else None
    return frozenset((rulebook.notices.question, rulebook.notices.praise)) if rulebook else frozenset()


def change_of(desk: Desk, entries: Sequence[Entry]) -> Change:
    """An action as it is told: what it was, whom it touched, and how many strikes count now."""
    entry = main_entry(entries)
    several = sum(other.kind is EntryKind.STRIKE for other in entries) > 1
    return Change(
        topic=_topic(entry),
        label=label_of(entries, rulebook_for(desk, entries)),
        action=entry.action,
        entries=tuple(entries),
        members=touched(entries),
        count=None if several or entry.kind in RULINGS else strikes_now(desk, entry),
        undoable=True,
    )


def undone_change(desk: Desk, done: Sequence[Entry], undoing: Sequence[Entry]) -> Change:
    """An action that was taken back, named after what it had done."""
    entry = main_entry(done)
    return Change(
        topic=_topic(entry),
        label=label_of(done, rulebook_for(desk, done), undone=True),
        action=undoing[0].action,
        entries=tuple(undoing),
        members=touched(undoing),
        count=None if entry.kind in RULINGS else strikes_now(desk, entry),
    )


def _topic(entry: Entry) -> Topic:
    if entry.kind is EntryKind.CHANGED:
        return _TOPICS.get(entry.thing.split("/", 1)[0], Topic.RECORD)
    if entry.kind in RULINGS:
        return Topic.RULES
    return Topic.MEMBERS if entry.kind in _ABOUT_MEMBERS else Topic.RECORD


def touched(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The ids of the members that these entries are about."""
    return tuple(dict.fromkeys(entry.member for entry in entries if entry.member))


def strikes_now(desk: Desk, entry: Entry) -> int | None:
    """The strikes of the entry's member that count now, with those of the same family of clauses."""
    member = desk.record.member(entry.member)
    if member is None:
        return None
    return desk.roster.standing(member, entry.rules).active


def rulebook_for(desk: Desk, entries: Sequence[Entry]) -> Rulebook | None:
    """The rulebook that names the clauses of an action; None, without reading it, where there are none."""
    return rulebook_of(desk, entries[0].group) if any(entry.rules for entry in entries) else None


def rulebook_of(desk: Desk, group_id: str) -> Rulebook | None:
    """The rulebook of a group; None where the group or the file is gone."""
    try:
        return desk.library.rulebook_of(desk.group(group_id))
    except (NotFound, BadInput):
        return None
