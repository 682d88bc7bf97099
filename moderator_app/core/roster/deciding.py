"""What was decided about the rows of a list: who each row is, and which rows mean one member."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from moderator_app.core.roster.importing import ImportRow, RowKind

NEW, SKIP = "new", "skip"
"""Decisions about a row beside a member's id: somebody new, and nobody at all."""


def decision(row: ImportRow, decisions: Mapping[int, str]) -> str:
    """Who a row is: a member's id, NEW, or SKIP where nobody decided about a doubtful or blocked one."""
    usual = SKIP
    if row.kind is RowKind.NEW:
        usual = NEW
    elif row.kind in (RowKind.CHANGED, RowKind.SAME) and row.member:
        usual = row.member.id
    return SKIP if row.kind is RowKind.UNUSABLE else decisions.get(row.number, usual)


def by_member(rows: Iterable[ImportRow], decisions: Mapping[int, str]) -> dict[str, list[ImportRow]]:
    """The rows of each member that is taken over, the one that names the member outright first."""
    found: dict[str, list[ImportRow]] = {}
    for row in rows:
        whom = decision(row, decisions)
        if whom not in (NEW, SKIP):
            found.setdefault(whom, []).append(row)
    return {member: sorted(each, key=lambda row: row.member is None) for member, each in found.items()}


def clashes(rows: Iterable[ImportRow], decisions: Mapping[int, str]) -> dict[int, Sequence[int]]:
    """For each row that is not the only one for its member the numbers of all such rows, the first leads."""
    several = (each for each in by_member(rows, decisions).values() if len(each) > 1)
    numbers = (tuple(row.number for row in each) for each in several)
    return {number: each for each in numbers for number in each}


def settled(row: ImportRow) -> tuple[str, ...]:
    """Whom a row was told not to be where it is somebody new: those of its name, who would be asked about.

    Who only has a name like it needs no such word: from then on there is a member of exactly the name.
    """
    asked = () if row.why and row.why.code == "import.near" else row.candidates
    listed = (row.member.id if row.member else "", row.alarming)
    return tuple(dict.fromkeys(filter(None, (*(member.id for member in asked), *listed))))
