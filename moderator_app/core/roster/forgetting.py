"""Who was deleted for good: what a record tells of them, and how it is known that they are gone."""

from __future__ import annotations

from collections.abc import Iterable

from moderator_app.core.roster.entry import Entry, EntryKind


def tells(entry: Entry) -> bool:
    """Whether an entry still says whom it is about: what a deletion left does not."""
    return bool(entry.name or entry.before or entry.after)


def deleted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that tell a deletion of somebody of whom no other says any more who it is."""
    entries = tuple(entries)
    told = [entry for entry in entries if entry.kind is EntryKind.ERASED]
    ids = {entry.member for entry in told}
    known = {entry.member for entry in entries if entry.member in ids and tells(entry)} if ids else set()
    return tuple(entry for entry in told if entry.member not in known)
