"""Checks what a user gives for a member before it is recorded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set
from datetime import date, datetime, time
from itertools import chain, count
from typing import Any, TypeVar

from moderator_app.core.errors import BadInput
from moderator_app.core.message import Role
from moderator_app.core.roster.member import YEARS, Member, Status
from moderator_app.core.roster.names import LONGEST_NAME
from moderator_app.core.text.cards import name_on

_Day = TypeVar("_Day", bound=date)
_HOURS = re.compile(r"(\d{1,2}):(\d{2})[-–—~～至到](\d{1,2}):(\d{2})")


def checked_name(name: str) -> str:
    """A display name on one line; BadInput where nothing is left or it is no name at all."""
    flat = " ".join(name.split())
    if not flat:
        raise BadInput("member.no-name")
    if len(flat) > LONGEST_NAME:
        raise BadInput("member.long-name", most=LONGEST_NAME)
    return flat


def free_id(rulebook: str, taken: Set[str]) -> str:
    """An id for a new group: its rulebook's, or the first of that with a number that no group has."""
    return next(
        name for name in chain((rulebook,), (f"{rulebook}-{n}" for n in count(2))) if name not in taken
    )


def checked_hours(hours: str) -> str:
    """Quiet hours as `HH:MM-HH:MM`, from and until; BadInput where they are none."""
    found = _HOURS.fullmatch("".join(hours.replace("：", ":").split()))
    if not found:
        raise BadInput("group.bad-hours", hours=hours)
    try:
        start, end = (time(int(found[i]), int(found[i + 1])) for i in (1, 3))
    except ValueError:
        raise BadInput("group.bad-hours", hours=hours) from None
    if start == end:
        raise BadInput("group.bad-hours", hours=hours)
    return f"{start:%H:%M}-{end:%H:%M}"


def newcomer(member_id: str, group: str, called: str) -> Member:
    """Somebody seen for the first time: a complete name card is kept as such and gives the name."""
    flat = checked_name(called)
    name = name_on(flat)
    return Member(id=member_id, group=group, name=name, card=flat if name != flat else "")


def checked_fields(given: Mapping[str, object]) -> dict[str, Any]:
    """Fields of a member with values of the right kind; roles and states may come as words."""
    return {name: _checked(name, value) for name, value in given.items()}


def _checked(name: str, value: object) -> object:
    if name not in _READERS:
        raise BadInput("member.unknown-field", field=name)
    try:
        return _READERS[name](value)
    except (ValueError, TypeError):
        raise BadInput("member.bad-field", field=name, value=str(value)) from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value.strip()


def _aliases(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError
    return tuple(dict.fromkeys(checked_name(_text(alias)) for alias in value))


def _day(value: object) -> date | None:
    if isinstance(value, str):
        value = date.fromisoformat(value)
    if isinstance(value, datetime) or not isinstance(value, date | None):
        raise TypeError
    return value and _likely(value)


def _likely(value: _Day) -> _Day:
    """The same day or moment, in a year that people live in."""
    if value.year not in YEARS:
        raise ValueError
    return value


def _moment(value: object) -> datetime | None:
    """A moment as the clock on the wall shows it, like all that is recorded."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if not isinstance(value, datetime | None):
        raise TypeError
    return value and _likely(value.replace(tzinfo=None))


_READERS: Mapping[str, Callable[[object], object]] = {
    "name": lambda value: checked_name(_text(value)),
    "aliases": _aliases,
    "card": _text,
    "role": lambda value: Role(_text(value)),
    "status": lambda value: Status(_text(value)),
    "joined": _day,
    "last_seen": _moment,
    "leave_until": _day,
    "suspended_until": _day,
    "met": _day,
    "notes": _text,
    "invited_by": _text,
}
