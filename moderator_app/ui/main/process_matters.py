"""待办 as rows: everything that waits for the moderator, each with its sentence, the most pressing first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from moderator_app.core.roster.member import Member
from moderator_app.core.rules.rulebook import Rulebook
from moderator_app.i18n import translate
from moderator_app.sentences import action_text, reason_text
from moderator_app.session import Appeal, Fine, Pending, Report, Returning, Task, Todo
from moderator_app.ui.main.delegates import RowFace
from moderator_app.ui.main.record_table import first_clause

if TYPE_CHECKING:
    from moderator_app.session.people.types import CardRow, Silent

_NAMES_SHOWN = 6

Recorded = Pending | Appeal | Report | Task | Fine
"""What an entry of the record put there."""
Thing = Recorded | Returning


class Crowd(StrEnum):
    """What several people have in common, so that one reminder serves them all."""

    CARDS = "cards"
    SILENT = "silent"
    NEWCOMERS = "newcomers"
    MEETUPS = "meetups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One row of 待办: a thing about one member, or a crowd (`rows`) who want the same reminder."""

    key: str
    thing: Thing | None = None
    crowd: Crowd | None = None
    rows: tuple[CardRow, ...] | tuple[Silent, ...] = ()

    @property
    def member(self) -> Member | None:
        """Whom it is about; None for a crowd."""
        return self.thing.member if self.thing else None

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of everybody it is about."""
        return (self.thing.member.id,) if self.thing else tuple(row.member.id for row in self.rows)


def matters(todo: Todo) -> list[Matter]:
    """The rows: what others wait for first, then what only has to be said to several."""
    singly: Sequence[Thing] = (
        *todo.pending,
        *todo.reports,
        *todo.appeals,
        *todo.returning,
        *todo.tasks,
        *todo.fines,
    )
    crowds = (
        (Crowd.CARDS, todo.cards),
        (Crowd.SILENT, todo.silent),
        (Crowd.NEWCOMERS, todo.newcomers),
        (Crowd.MEETUPS, todo.meetups),
    )
    return [
        *(Matter(key=_key(thing), thing=thing) for thing in singly),
        *(Matter(key=crowd.value, crowd=crowd, rows=rows) for crowd, rows in crowds if rows),
    ]


def _key(thing: Thing) -> str:
    return f"returning-{thing.member.id}" if isinstance(thing, Returning) else thing.entry.id


def fits(matter: Matter, query: str) -> bool:
    """Whether a matter is about somebody of that name."""
    members = [matter.thing.member] if matter.thing else [row.member for row in matter.rows]
    return any(query.casefold() in f"{each.name}\n{each.card}".casefold() for each in members)


def kind_text(matter: Matter) -> str:
    """What kind of matter it is, in a word: the badge beside the name."""
    thing = matter.thing
    if isinstance(thing, Pending):
        return translate("Members", "提请{what}", what=action_text(thing.action))
    if isinstance(thing, Fine):
        return translate("Members", "未发红包") if thing.packet else translate("Members", "未交罚款")
    return _KINDS[type(thing)]() if thing else ""


_KINDS: dict[type, Callable[[], str]] = {
    Appeal: lambda: translate("Members", "申诉"),
    Report: lambda: translate("Members", "举报"),
    Returning: lambda: translate("Members", "暂停已到期"),
    Task: lambda: translate("Members", "没有回复"),
}


def crowd_text(crowd: Crowd, count: int) -> str:
    """What several people have in common, with their number."""
    return {
        Crowd.CARDS: translate("Members", "{count} 位名片不合", count=count),
        Crowd.SILENT: translate("Members", "{count} 位久未发言", count=count),
        Crowd.NEWCOMERS: translate("Members", "{count} 位进群后没有说过话", count=count),
        Crowd.MEETUPS: translate("Members", "{count} 位很久没有来聚会", count=count),
    }[crowd]


def _about(thing: Thing, rulebook: Rulebook) -> str:
    """What is special about this one, for the second line."""
    said = ""
    match thing:
        case Pending(needs=needs):
            said = reason_text(needs)
        case Appeal(strike=strike):
            said = first_clause(rulebook, strike.rules) or thing.text
        case Report(pictures=pictures):
            said = thing.text or translate("Members", "截图 {count} 张", count=len(pictures))
        case Returning(since=since):
            said = translate("Members", "{day} 起可以恢复", day=since.isoformat())
        case Task():
            said = thing.text
        case Fine(amount=amount, reason=reason):
            said = translate("Members", "，").join(part for part in (amount, reason) if part)
    return " ".join(said.split())


def _day(thing: Thing, today: date) -> str:
    """Since when it waits: today's time, or the day."""
    if isinstance(thing, Returning):
        return ""
    at = thing.until if isinstance(thing, Task) else thing.entry.at
    return short_day(at, today)


def short_day(at: datetime | date, today: date) -> str:
    """09:41 of today, 11-18 of this year, else the whole day."""
    day = at.date() if isinstance(at, datetime) else at
    if day == today and isinstance(at, datetime):
        return at.strftime("%H:%M")
    return day.strftime("%m-%d") if day.year == today.year else day.isoformat()


def matter_title(matter: Matter) -> str:
    """Whom it is about, or what several have in common."""
    if matter.thing is not None:
        return matter.thing.member.name
    return crowd_text(matter.crowd, len(matter.rows)) if matter.crowd else ""


def matter_face(matter: Matter, rulebook: Rulebook, today: date) -> RowFace:
    """How a matter stands in the list."""
    if matter.thing is None:
        names = translate("Members", "、").join(row.member.name for row in matter.rows[:_NAMES_SHOWN])
        return RowFace(title=matter_title(matter), detail=names)
    kind, about = kind_text(matter), _about(matter.thing, rulebook)
    return RowFace(
        title=matter_title(matter),
        detail=translate("Members", "{kind} · {about}", kind=kind, about=about),
        right=_day(matter.thing, today),
    )
