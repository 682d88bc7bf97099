"""What of a record goes to another moderator, and what stays here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.text.cards import name_on
from moderator_app.storage.bundle import Parcel

if TYPE_CHECKING:
    from moderator_app.session.desk import Desk

_OF_THIS_MACHINE = frozenset({EntryKind.CHANGED, EntryKind.MISJUDGED, EntryKind.BREACH})
"""About texts, rules and groups as they are set here: the other moderator's are their own."""
_OUR_WORDS = frozenset({EntryKind.REPORTED, EntryKind.NOTICE, EntryKind.TASK})
_MASK = "＊"


def shared(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that two moderators share: what was done to people, and what took that back.

    Nobody who came with a merge that was taken back: what was done to them here since was taken back
    too, and would show them to a third moderator who never heard of them.
    """
    entries = tuple(entries)
    local = {entry.action for entry in entries if entry.kind in _OF_THIS_MACHINE}
    local -= {entry.action for entry in entries if entry.kind not in _OF_THIS_MACHINE}
    undone = [entry for entry in entries if entry.kind is EntryKind.UNDO and entry.target in local]
    here, gone = {entry.id for entry in undone}, {entry.member for entry in undone if entry.before}
    gone -= {entry.member for entry in entries if entry.kind is EntryKind.MEMBER_ADDED}
    return tuple(
        entry
        for entry in entries
        if entry.kind not in _OF_THIS_MACHINE and entry.id not in here and entry.member not in gone
    )


def discreet(desk: Desk, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries as they may leave: who reported somebody is unreadable in what we wrote of that person.

    That is the report itself, how it was closed, and the reasons, notices and tasks of whoever was reported.
    """
    entries = tuple(entries)
    reporters: dict[str, set[str]] = {}
    for entry in entries:
        if entry.kind is EntryKind.REPORTED and (name := desk.record.reporters.of(entry.id)):
            for member in desk.record.identity.ids(entry.member):
                reporters.setdefault(member, set()).update((name, name_on(name)))
    return tuple(_unnamed(entry, reporters.get(entry.member, ())) for entry in entries)


def _unnamed(entry: Entry, reporters: Collection[str]) -> Entry:
    message, reason = entry.message, entry.reason
    for name in sorted(reporters, key=len, reverse=True):
        reason = reason.replace(name, _MASK * len(name))
        if entry.kind in _OUR_WORDS:
            message = message.replace(name, _MASK * len(name))
    return replace(entry, message=message, reason=reason) if reporters else entry


def parcel_of(desk: Desk, group: str) -> Parcel:
    """What goes into a bundle: all groups, or one."""
    record = desk.record
    entries = discreet(desk, shared(record.entries(group) if group else record.all_entries()))
    present = {entry.group for entry in entries}
    people = {entry.member for entry in entries}
    return Parcel(
        made=desk.now(),
        moderator=desk.settings().moderator,
        groups=tuple(each for each in desk.groups() if each.id in present or each.id == group),
        entries=tuple(entry for entry in entries if entry.group in {each.id for each in desk.groups()}),
        sightings={member: seen for member, seen in record.sightings.all().items() if member in people},
    )


def pictures_of(desk: Desk, entries: Iterable[Entry]) -> Iterator[Path]:
    """The pictures of evidence that these entries name, as far as they are still here."""
    evidence = desk.record.evidence
    names = dict.fromkeys(name for entry in entries for name in entry.evidence)
    return (evidence.path(name) for name in names if evidence.has(name))
