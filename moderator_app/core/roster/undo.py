"""Taking an action back: which one Ctrl+Z means, what stands in the way, and the entries that undo it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from moderator_app.core.errors import NotFound, Refused
from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.history import effective, in_order, undone_actions
from moderator_app.core.roster.member import Member
from moderator_app.core.roster.members import folded

_GOES_WITH_THE_MEMBER = frozenset(
    {EntryKind.MEMBER_ADDED, EntryKind.MEMBER_EDITED, EntryKind.MEMBER_REMOVED, EntryKind.NOTICE}
)
"""What may be left behind when the addition of a member is taken back: it means nothing without them."""


def last_undoable(entries: Iterable[Entry]) -> str | None:
    """The id of the newest action that holds; no undo, and nothing about a person who was erased."""
    entries = tuple(entries)
    erased = {entry.member for entry in entries if entry.kind is EntryKind.ERASED}
    final = {entry.action for entry in entries if _is_empty(entry, erased)} if erased else set()
    held = (entry for entry in effective(entries) if entry.action not in final)
    last = max(held, key=lambda entry: (entry.seq, entry.id), default=None)
    return last.action if last else None


def _is_empty(entry: Entry, erased: Collection[str]) -> bool:
    """Whether an entry lost what it told with a person's data; of one erased elsewhere all is still here."""
    return entry.member in erased and not entry.name


def resting_on(brought: Iterable[Entry], rest: Iterable[Entry]) -> Entry | None:
    """The newest entry of all the `rest` that could not stand if those that a merge `brought` were gone.

    It answers one of them, or is about a member whom they added. What was taken back rests on nothing,
    and so does what deleted a person.
    """
    brought = tuple(brought)
    ids = {entry.id for entry in brought}
    gone = {entry.member for entry in brought if entry.kind is EntryKind.MEMBER_ADDED}
    resting = (
        entry
        for entry in effective(rest)
        if entry.kind is not EntryKind.ERASED
        and (entry.target in ids or (entry.target and entry.target in gone) or entry.member in gone)
    )
    return max(resting, key=lambda entry: (entry.seq, entry.id), default=None)


def left_behind(brought: Iterable[Entry], rest: Iterable[Entry]) -> dict[str, Member]:
    """The members that only a merge `brought`, and that the `rest` would still show without it.

    Whatever was done to them here was taken back, but tells of them all the same.
    """
    gone = {entry.member for entry in brought if entry.kind is EntryKind.MEMBER_ADDED}
    about = [entry for entry in rest if entry.member in gone]
    known = {entry.member for entry in about if entry.kind is EntryKind.MEMBER_ADDED}
    return {one: member for one, member in folded(about).items() if one not in known}


class Dependence:
    """What hangs on what in a ledger: the answer to an earlier entry, a later change of the same thing."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.undone: dict[str, Entry] = {}
        """The actions that were taken back, each with the entry that did it."""
        self.rulings: list[Entry] = []
        """What was decided of messages, also what was taken back since."""
        self._answers: dict[str, list[Entry]] = {}
        self._changes: dict[str, list[Entry]] = {}
        self._erased: set[str] = set()
        self.add(entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Take in more entries, of which each comes once."""
        for entry in entries:
            if entry.kind is EntryKind.UNDO:
                self.undone.setdefault(entry.target, entry)
            elif entry.kind is EntryKind.CHANGED:
                self._changes.setdefault(entry.thing, []).append(entry)
            elif entry.kind is EntryKind.ERASED:
                self._erased.add(entry.member)
            elif entry.kind in (EntryKind.MISJUDGED, EntryKind.BREACH):
                self.rulings.append(entry)
            elif entry.target:
                self._answers.setdefault(entry.target, []).append(entry)

    def is_final(self, done: Iterable[Entry]) -> bool:
        """Whether an action can never be taken back: it erased a person, or was about one erased here."""
        return any(_is_empty(entry, self._erased) for entry in done)

    def changes(self, thing: str) -> list[Entry]:
        """The changes of a thing that hold."""
        return [entry for entry in self._changes.get(thing, ()) if entry.action not in self.undone]

    def on(self, done: Sequence[Entry], about: Callable[[str], Iterable[Entry]]) -> Entry | None:
        """The newest later entry that would hang in the air if the action were taken back.

        `about` gives all entries about a member; it is asked for those whom the action added.
        """
        hanging = [later for entry in done for later in self._on(entry, about)]
        own = done[0].action
        held = (each for each in hanging if each.action != own and each.action not in self.undone)
        return max(held, key=lambda entry: (entry.seq, entry.id), default=None)

    def _on(self, entry: Entry, about: Callable[[str], Iterable[Entry]]) -> Iterable[Entry]:
        yield from self._answers.get(entry.id, ())
        if entry.kind is EntryKind.CHANGED:
            yield from (later for later in self.changes(entry.thing) if later.seq > entry.seq)
        if entry.kind is EntryKind.MEMBER_ADDED:
            yield from (
                later
                for later in (*about(entry.member), *self._answers.get(entry.member, ()))
                if later.kind not in _GOES_WITH_THE_MEMBER and later.kind is not EntryKind.UNDO
            )


def undo_entries(
    entries: Iterable[Entry],
    action: str,
    *,
    members: Mapping[str, Member],
    about: Callable[[str], Iterable[Entry]],
    new_id: Callable[[], str],
    at: datetime,
    moderator: str = "",
) -> tuple[Entry, ...]:
    """The entries that take `action` back, one for each member it touched.

    `members` are the members as they are now; `about` gives all entries about a member, and is asked
    only for those whom the action changed: what was changed on them since stays as it is.
    """
    entries = tuple(entries)
    done = [entry for entry in entries if entry.action == action and entry.kind is not EntryKind.UNDO]
    if not done:
        raise NotFound("roster.nothing-to-undo")
    if action in undone_actions(entries):
        raise Refused("roster.already-undone")
    done = in_order(done)
    undo = Entry(
        id="", action=new_id(), at=at, group="", kind=EntryKind.UNDO, moderator=moderator, target=action
    )
    touched = {(entry.group, entry.member): entry for entry in done}
    changed: dict[str, list[Entry]] = {}
    for entry in done:
        if entry.before or entry.after:
            changed.setdefault(entry.member, []).append(entry)
    taken_back = []
    for entry in touched.values():
        one = replace(undo, id=new_id(), group=entry.group, member=entry.member, name=entry.name)
        if entry.member in changed:
            now = members.get(entry.member)
            after = folded((*about(entry.member), *changed[entry.member], one)).get(entry.member)
            one = one if now == after else replace(one, before=now, after=after)
        taken_back.append(one)
    return tuple(taken_back)
