"""How commands name what was done, and find the entry that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, Protocol

from moderator_app.cli.command import OK, Command
from moderator_app.core.errors import Ambiguous, BadInput, NotFound
from moderator_app.core.roster.entry import Entry
from moderator_app.core.roster.member import Member
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.session import Change, RowState

SHORTEST = 4
"""Characters of an id that are enough to name it, where no other begins so."""
SHOWN = 8
"""Characters of an id that are shown to people."""


class About(Protocol):
    """Something in the record that is about a member."""

    @property
    def entry(self) -> Entry:
        """What put it on record."""

    @property
    def member(self) -> Member:
        """Whom it is about."""


def done(command: Command, change: Change, more: Iterable[str] = (), **values: Any) -> int:  # noqa: ANN401
    """Answer with what was done: its name, its entries, and what the moderator should know of it."""
    entries = [entry for entry in change.entries if entry.member]
    value = {
        "did": change.label.code,
        "text": reason_text(change.label),
        "action": change.action,
        "id": entries[0].id if entries else "",
        "members": list(dict.fromkeys(entry.member for entry in entries)),
        "warnings": list(map(reason_text, change.warnings)),
        **values,
    }
    command.answer(value, "\n".join([value["text"], *value["warnings"], *more]))
    return OK


def entry_id(rows: Iterable[About], wanted: str) -> str:
    """The id of the entry that is meant: by it, by its beginning, or by the member's name.

    A name that fits several rows is Ambiguous. What fits none is given back as it is: whoever takes
    it says that there is no such entry.
    """
    fit = {
        row.entry.id
        for row in rows
        if wanted in (row.member.id, row.member.name, row.member.card, *row.member.aliases)
        or (len(wanted) >= SHORTEST and row.entry.id.startswith(wanted))
    }
    if len(fit) > 1:
        raise Ambiguous("cli.several", name=wanted, count=len(fit))
    return fit.pop() if fit else wanted


def strike_id(command: Command) -> str:
    """The strike that is meant: by its id, or by the name of a member for whom only one counts."""
    session, wanted = command.session, command.args.id
    members = {
        row.member.id for row in session.search(wanted, command.args.group) if wanted in _names(row.member)
    }
    counting = [
        line.entry.id for each in members for line in session.record(each) if line.state is RowState.ACTIVE
    ]
    if len(counting) > 1:
        raise Ambiguous("cli.several", name=wanted, count=len(counting))
    return counting[0] if counting else wanted


def _names(member: Member) -> Sequence[str]:
    return (member.id, member.name, member.card, *member.aliases)


def member_ids(command: Command) -> list[str]:
    """The ids of the members that the command names."""
    return [command.session.member(name, command.args.group).id for name in command.args.names]


def group_id(command: Command) -> str | None:
    """The id of the group that is named, by it or by its rulebook's; None where none is."""
    wanted, groups = command.args.group, command.session.groups()
    if wanted is None:
        return None
    fit = [group.id for group in groups if group.id == wanted]
    fit += [group.id for group in groups if group.rulebook == wanted]
    if not fit:
        raise NotFound("group.unknown", id=wanted)
    return fit[0]


def short(entry: Entry) -> str:
    """The beginning of an entry's id, as people are shown it."""
    return entry.id[:SHOWN]


def line(*parts: object) -> str:
    """The parts that are there, on one line."""
    return "  ".join(str(part) for part in parts if part not in ("", None))


def rows_told(command: Command, values: Sequence[object], lines: Sequence[str]) -> int:
    """Answer with a list; a sentence where there is nothing in it."""
    command.answer(values, "\n".join(lines) or translate("Cli", "没有。"))
    return OK


def day(text: str) -> date:
    """A day as ISO 8601 writes it."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadInput("cli.bad-day", value=text) from error


def deadline(text: str) -> datetime:
    """A moment, or the end of a day."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise BadInput("cli.bad-time", value=text) from error
    whole_day = len(text.strip()) <= len("2026-03-01")
    return datetime.combine(moment, time(23, 59)) if whole_day else moment.replace(tzinfo=None)


def moment_text(moment: datetime) -> str:
    """A moment to the minute."""
    return f"{moment:%Y-%m-%d %H:%M}"
