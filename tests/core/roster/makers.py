"""Short ways to make entries and members for the tests of the record."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

from moderator_app.core.roster.entry import Entry, EntryKind
from moderator_app.core.roster.member import Member

NOON = datetime(2026, 5, 3, 12)
_numbers = count(1)


def member(id: str = "m1", name: str = "张三", **fields) -> Member:
    return Member(id=id, group="g", name=name, **fields)


def entry(kind: EntryKind, who: str = "m1", *, days: int = 0, seq: int | None = None, **fields) -> Entry:
    number = next(_numbers)
    values = {
        "id": f"e{number}",
        "action": f"a{number}",
        "at": NOON + timedelta(days=days),
        "group": "g",
        "member": who,
        "name": who,
        "seq": number if seq is None else seq,
    }
    return Entry(kind=kind, **{**values, **fields})


def strike(who: str = "m1", **fields) -> Entry:
    return entry(EntryKind.STRIKE, who, **{"rules": ("hawking",), **fields})


def void(target: Entry, **fields) -> Entry:
    return entry(EntryKind.VOID, target.member, target=target.id, **fields)


def undo(target: Entry, **fields) -> Entry:
    return entry(EntryKind.UNDO, target.member, target=target.action, **fields)
