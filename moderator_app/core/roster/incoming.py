"""One row of a list of members as it was read: what it tells, and nothing that it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from moderator_app.core.message import Role
from moderator_app.core.roster.columns import Columns, Field, Row, moment_in, role_in, status_in
from moderator_app.core.roster.member import Status
from moderator_app.core.roster.names import plain
from moderator_app.core.text.cards import name_on

_BETWEEN_NAMES = re.compile(r"[、;；\n]")
_DAYS = (Field.JOINED, Field.LEAVE_UNTIL, Field.SUSPENDED_UNTIL, Field.MET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One row of a list as it was read; what it does not tell is empty. `number` counts rows from 1."""

    number: int
    name: str = ""
    card: str = ""
    aliases: tuple[str, ...] = ()
    account: str = ""
    role: Role | None = None
    status: Status | None = None
    joined: date | None = None
    invited_by: str = ""
    last_seen: datetime | None = None
    leave_until: date | None = None
    suspended_until: date | None = None
    met: date | None = None
    notes: str = ""

    @property
    def shown(self) -> str:
        """The name card where there is one, else the name."""
        return self.card or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the card, as far as they are there."""
        return tuple(filter(None, (self.name, self.card)))


def together(rows: Sequence[Incoming]) -> Incoming:
    """Several rows that are one person as one: the first tells the names, the others what it leaves open.

    The names of the others are kept as aliases, their notes added.
    """
    if len(rows) == 1:
        return rows[0]
    told: dict[str, Any] = {
        field.name: next((value for row in rows if (value := getattr(row, field.name))), field.default)
        for field in fields(Incoming)
    }
    called = [name for row in rows for name in (*row.names, *row.aliases, row.account)]
    own = (told["name"], told["card"], told["account"], "")
    aliases = tuple(name for name in dict.fromkeys(called) if name not in own)
    notes = " ".join(dict.fromkeys(row.notes for row in rows if row.notes))
    seen = max((row.last_seen for row in rows if row.last_seen), default=None)
    return Incoming(**{**told, "aliases": aliases, "notes": notes, "last_seen": seen})


def incoming_rows(table: Sequence[Row], columns: Columns) -> list[Incoming]:
    """The people of a table; empty rows are left out, and numbers count the table's rows from 1."""
    numbered = enumerate(table[columns.first :], columns.first + 1)
    return [_incoming(number, row, columns) for number, row in numbered if any(map(str.strip, row))]


def _incoming(number: int, row: Row, columns: Columns) -> Incoming:
    cells: dict[Field, list[str]] = {}
    for field, cell in zip(columns.fields, row, strict=False):
        if field is not None and cell.strip():
            cells.setdefault(field, []).append(" ".join(cell.split()))
    one = {field: values[0] for field, values in cells.items()}
    name, card = _name_and_card(one.get(Field.NAME, ""), one.get(Field.CARD, ""))
    aliases = (alias for cell in cells.get(Field.ALIAS, ()) for alias in _BETWEEN_NAMES.split(cell))
    days = {field: _day(one.get(field, "")) for field in _DAYS}
    return Incoming(
        number=number,
        name=name,
        card=card,
        aliases=tuple(dict.fromkeys(filter(None, map(str.strip, aliases)))),
        account=one.get(Field.ACCOUNT, ""),
        role=role_in(one.get(Field.ROLE, "")),
        status=status_in(one.get(Field.STATUS, "")),
        joined=days[Field.JOINED],
        invited_by=one.get(Field.INVITED_BY, ""),
        last_seen=moment_in(one.get(Field.LAST_SEEN, "")),
        leave_until=days[Field.LEAVE_UNTIL],
        suspended_until=days[Field.SUSPENDED_UNTIL],
        met=days[Field.MET],
        notes=one.get(Field.NOTES, ""),
    )


def _name_and_card(name: str, card: str) -> tuple[str, str]:
    """A name that is a complete card is one; a card that only repeats the name is none."""
    if not card or plain(card) == plain(name):
        person = name_on(name or card)
        return (person, name or card) if person != (name or card) else (name or card, "")
    return name or name_on(card), card


def _day(text: str) -> date | None:
    moment = moment_in(text)
    return moment.date() if moment else None
