"""`namecards`, `silent`, `leave`, `met`, `same` and `link`: members kept in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from moderator_app.cli.answers import day, done, line, member_ids, rows_told
from moderator_app.cli.command import OK, Command
from moderator_app.i18n import translate
from moderator_app.sentences import reason_text
from moderator_app.session import CardRow, Change, Silent


def namecards(command: Command) -> int:
    """List the name cards that are not as the group asks; with --remind the one reminder for all."""
    people = command.session.people
    rows = people.cards(command.args.group)
    if not command.args.remind:
        return rows_told(command, list(map(_card_json, rows)), list(map(_card_text, rows)))
    ids = [row.member.id for row in rows]
    if not ids:
        return rows_told(command, [], [])
    text = people.cards_text(ids)
    return _reminded(command, people.remind_cards(ids), text, [row.member.name for row in rows])


def _card_json(row: CardRow) -> dict[str, Any]:
    return {
        "member_id": row.member.id,
        "member": row.member.name,
        "card": row.member.card,
        "problem": reason_text(row.problem) if row.problem else "",
        "due": row.due.isoformat() if row.due else None,
        "reminded": [at.isoformat(timespec="seconds") for at in row.reminded],
        "spent": row.spent,
    }


def _card_text(row: CardRow) -> str:
    problem = reason_text(row.problem) if row.problem else ""
    due = translate("Cli", "{day} 前改好", day=row.due.isoformat()) if row.due else ""
    return line(row.member.shown, problem, due, _times(row))


def _times(row: CardRow | Silent) -> str:
    if not row.reminded:
        return ""
    count, day = len(row.reminded), f"{row.reminded[-1]:%Y-%m-%d}"
    if row.spent:
        return translate("Cli", "提醒过 {count} 次，最近 {day}，群规的次数已到", count=count, day=day)
    return translate("Cli", "提醒过 {count} 次，最近 {day}", count=count, day=day)


def _reminded(command: Command, change: Change, text: str, names: Sequence[str]) -> int:
    value = {"did": change.label.code, "action": change.action, "members": list(names), "text": text}
    command.answer(value, text)
    command.complain(reason_text(change.label))
    return OK


def silent(command: Command) -> int:
    """List who has gone quiet, newcomers without a word, and who came to no meet-up."""
    people, group = command.session.people, command.args.group
    rows = (*people.silent(group), *people.newcomers(group), *people.meetups(group))
    if not command.args.remind:
        return rows_told(command, list(map(_silent_json, rows)), list(map(_silent_text, rows)))
    quiet = list(
        {row.member.id: row.member.name for row in (*people.silent(group), *people.newcomers(group))}.items()
    )
    if not quiet:
        return rows_told(command, [], [])
    ids = [member for member, _ in quiet]
    text = people.silent_text(ids)
    return _reminded(command, people.remind_silent(ids), text, [name for _, name in quiet])


def _silent_json(row: Silent) -> dict[str, Any]:
    return {
        "member_id": row.member.id,
        "member": row.member.name,
        "absence": row.absence.value,
        "since": row.since.isoformat() if row.since else None,
        "days": row.days,
        "rule": reason_text(row.rule),
        "reminded": [at.isoformat(timespec="seconds") for at in row.reminded],
        "spent": row.spent,
    }


def _silent_text(row: Silent) -> str:
    return line(row.member.shown, reason_text(row.rule), _times(row))


def leave(command: Command) -> int:
    """A member is away until a day, or is back earlier."""
    args = command.args
    member = command.session.member(args.name, args.group)
    until = None if args.end else day(args.until)
    return done(command, command.session.process.leave(member.id, until, args.why))


def met(command: Command) -> int:
    """Members came to a meet-up."""
    on = day(command.args.day) if command.args.day else datetime.now().date()
    return done(command, command.session.process.met(member_ids(command), on))


def same(command: Command) -> int:
    """Two members of one group are one person: their records count as one; with --not they are two."""
    args, session = command.args, command.session
    one = session.member(args.name, args.group)
    other = session.member(args.other, args.other_group or args.group)
    tell = session.exchange.apart if args.apart else session.exchange.same
    return done(command, tell(one.id, other.id))


def link(command: Command) -> int:
    """Members of two groups are one person, or are no longer held for it; their records count apart."""
    args, session = command.args, command.session
    one = session.member(args.name, args.group)
    other = session.member(args.other, args.other_group or args.group)
    bond = session.exchange.unlink if args.off else session.exchange.link
    return done(command, bond(one.id, other.id))
