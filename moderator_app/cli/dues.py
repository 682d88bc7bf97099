"""`fine` and `task`: what members owe, an amount or an answer."""

from __future__ import annotations

from typing import Any

from moderator_app.cli.answers import (
    deadline,
    done,
    entry_id,
    line,
    member_ids,
    moment_text,
    rows_told,
    short,
)
from moderator_app.cli.command import Command
from moderator_app.i18n import translate
from moderator_app.session import Fine, Task, TaskState


def fine_add(command: Command) -> int:
    """Put a fine or a red packet on record."""
    args = command.args
    member = command.session.member(args.name, args.group)
    change = command.session.process.fine(member.id, args.amount, reason=args.why, packet=args.packet)
    return done(command, change)


def fine_list(command: Command) -> int:
    """List the fines that are open; with --all also those that were paid."""
    rows = command.session.process.fines(command.args.group, open_only=not command.args.all)
    return rows_told(command, list(map(_fine_json, rows)), list(map(_fine_text, rows)))


def _fine_json(row: Fine) -> dict[str, Any]:
    return {
        "id": row.entry.id,
        "at": row.entry.at.isoformat(timespec="seconds"),
        "member": row.member.name,
        "member_id": row.member.id,
        "amount": row.amount,
        "packet": row.packet,
        "why": row.reason,
        "paid": row.paid.at.isoformat(timespec="seconds") if row.paid else None,
    }


def _fine_text(row: Fine) -> str:
    kind = translate("Cli", "红包") if row.packet else translate("Cli", "罚款")
    paid = translate("Cli", "{day} 已交", day=f"{row.paid.at:%Y-%m-%d}") if row.paid else ""
    return line(
        short(row.entry), moment_text(row.entry.at), row.member.shown, kind, row.amount, row.reason, paid
    )


def fine_paid(command: Command) -> int:
    """Say that a fine was paid."""
    args, process = command.args, command.session.process
    return done(command, process.paid(entry_id(process.fines(args.group, open_only=True), args.id)))


def task_add(command: Command) -> int:
    """Put something on record that members have to answer."""
    args = command.args
    until = deadline(args.until) if args.until else None
    change = command.session.process.task(member_ids(command), args.text, until=until, rule=args.rule)
    return done(command, change)


def task_list(command: Command) -> int:
    """List the tasks that are not answered; with --all also those that were."""
    rows = command.session.process.tasks(command.args.group)
    rows = tuple(row for row in rows if command.args.all or row.state is not TaskState.ANSWERED)
    return rows_told(command, list(map(_task_json, rows)), list(map(_task_text, rows)))


def _task_json(row: Task) -> dict[str, Any]:
    return {
        "id": row.entry.id,
        "at": row.entry.at.isoformat(timespec="seconds"),
        "member": row.member.name,
        "member_id": row.member.id,
        "text": row.text,
        "until": row.until.isoformat(timespec="minutes"),
        "state": row.state.value,
        "fine": row.fine,
        "fined": row.fined,
    }


def _task_text(row: Task) -> str:
    states = {
        TaskState.OPEN: translate("Cli", "到 {until}", until=moment_text(row.until)),
        TaskState.LATE: translate("Cli", "{until} 已过时限", until=moment_text(row.until)),
        TaskState.ANSWERED: translate("Cli", "已回复"),
    }
    fine = ""
    if row.fine and row.state is TaskState.LATE and not row.fined:
        fine = translate("Cli", "群规：{fine}", fine=row.fine)
    return line(short(row.entry), row.member.shown, row.text, states[row.state], fine)


def task_done(command: Command) -> int:
    """Say that a member answered."""
    args, process = command.args, command.session.process
    waiting = (row for row in process.tasks(args.group) if row.state is not TaskState.ANSWERED)
    return done(command, process.answered(entry_id(waiting, args.id)))
