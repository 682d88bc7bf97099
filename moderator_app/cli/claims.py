"""`appeal`, `report`, and what became of them."""

from __future__ import annotations

from typing import Any

from moderator_app.cli.answers import SHORTEST, done, entry_id, line, moment_text, rows_told, short, strike_id
from moderator_app.cli.command import Command, CommandError
from moderator_app.i18n import translate
from moderator_app.session import Appeal, AppealState, Report


def appeals(command: Command) -> int:
    """List the appeals that wait; with --all also those that were decided."""
    args = command.args
    rows = command.session.process.appeals(args.group)
    rows = tuple(row for row in rows if args.all or row.state is AppealState.OPEN)
    return rows_told(command, list(map(_appeal_json, rows)), list(map(_appeal_text, rows)))


def _appeal_json(row: Appeal) -> dict[str, Any]:
    return {
        "id": row.entry.id,
        "strike": row.strike.id,
        "at": row.entry.at.isoformat(timespec="seconds"),
        "member": row.member.name,
        "member_id": row.member.id,
        "text": row.text,
        "rules": list(row.strike.rules),
        "message": row.strike.message,
        "state": row.state.value,
        "why": row.answer.reason if row.answer else "",
    }


def _appeal_text(row: Appeal) -> str:
    states = {
        AppealState.OPEN: translate("Cli", "待处理"),
        AppealState.UPHELD: translate("Cli", "维持"),
        AppealState.VOIDED: translate("Cli", "已作废"),
    }
    why = row.answer.reason if row.answer else ""
    return line(
        short(row.strike), moment_text(row.entry.at), row.member.shown, row.text, states[row.state], why
    )


def appeal(command: Command) -> int:
    """Put on record what a member says against a strike."""
    text = command.read_stdin() if command.args.text == "-" else command.args.text
    return done(command, command.session.process.appeal(_strike(command), text))


def uphold(command: Command) -> int:
    """Let a strike stand after an appeal."""
    return done(command, command.session.process.uphold(_strike(command), command.args.why))


def _strike(command: Command) -> str:
    """The strike: by id, by the beginning that `appeals` shows, or by name."""
    wanted = command.args.id
    rows = command.session.process.appeals(command.args.group)
    begun = {row.strike.id for row in rows if row.strike.id.startswith(wanted)}
    if len(wanted) < SHORTEST or len(begun) != 1:
        return strike_id(command)
    return begun.pop()


def reports(command: Command) -> int:
    """List the reports that wait; with --all also those that were closed."""
    rows = command.session.process.reports(command.args.group)
    rows = tuple(row for row in rows if command.args.all or row.open)
    return rows_told(command, list(map(_report_json, rows)), list(map(_report_text, rows)))


def _report_json(row: Report) -> dict[str, Any]:
    return {
        "id": row.entry.id,
        "at": row.entry.at.isoformat(timespec="seconds"),
        "member": row.member.name,
        "member_id": row.member.id,
        "text": row.text,
        "reporter": row.reporter,
        "pictures": list(map(str, row.pictures)),
        "open": row.open,
        "outcome": row.outcome,
        "names_reporter": row.names_reporter,
    }


def _report_text(row: Report) -> str:
    by = translate("Cli", "举报人：{name}（只在这里看得到）", name=row.reporter) if row.reporter else ""
    count = len(row.pictures)
    pictures = translate("Cli", "截图 {count} 张", count=count) if count else ""
    outcome = "" if row.open else translate("Cli", "已办结：{why}", why=row.outcome)
    return line(
        short(row.entry), moment_text(row.entry.at), row.member.shown, row.text, pictures, by, outcome
    )


def report(command: Command) -> int:
    """Put a report on record; who reported is kept apart."""
    args = command.args
    text = command.read_stdin() if args.text == "-" else args.text
    pictures = [command.path(each) for each in args.picture]
    for path in pictures:
        if not path.is_file():
            raise CommandError("cli.no-file", file=str(path), detail="No such file or directory")
    change = command.session.process.report(
        args.name, text=text, pictures=pictures, reporter=args.by, group=args.group
    )
    return done(command, change)


def report_close(command: Command) -> int:
    """Say how a report was dealt with."""
    args, process = command.args, command.session.process
    chosen = entry_id((row for row in process.reports(args.group) if row.open), args.id)
    return done(command, process.close_report(chosen, args.why))
